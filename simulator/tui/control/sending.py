"""The question before an event goes out: nobody can take it back."""

from textual.app import App

from scenarios.texts import tr
from simulator.engine import View
from simulator.engine.view.shapes import InjectView
from simulator.tui.boards import prepared
from simulator.tui.boards.line import series, short
from simulator.tui.dialogs import YesNo


async def sure_to_send(app: App[None], view: View, title: str, to: tuple[str, ...], inject: InjectView | None) -> bool:
    """Say whom an event reaches, what it changes, and that it was to come later; ask whether it goes out now."""
    names = series(prepared.addressee(view, name) for name in to)
    prompt = tr("It reaches {people} at once and cannot be taken back.", people=names)
    if inject is not None and inject.changes:
        parties = series(short(view, party) for party in inject.changes)
        prompt = tr("{prompt} It changes the instructions of {parties}, whoever reads it.", prompt=prompt,
                    parties=parties)  # fmt: skip
    if inject is not None and not inject.by_hand and inject.state.state in ("planned", "armed"):
        prompt = tr("{prompt} By the plan it comes later: {due}.", prompt=prompt, due=inject.due)
    return await app.push_screen_wait(YesNo(tr("Send “{event}” now?", event=title), prompt)) is True
