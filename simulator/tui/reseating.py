"""Changing who plays a seat during play: the act, its new PINs, and the page for whoever comes late."""

import os
from pathlib import Path

from textual.app import App

from scenarios.texts import tr
from simulator.engine import TRAINER, Refused
from simulator.journal.errors import JournalError
from simulator.tui.asking import Asked
from simulator.tui.desk import Desk
from simulator.tui.dialogs import LineQuestion
from simulator.tui.dialogs.pins import PinSheet
from simulator.tui.going import Reseat
from simulator.tui.safe import clean
from simulator.tui.seat import catch_up


def pin_sheet(desk: Desk, seats: tuple[str, ...]) -> PinSheet:
    """New PINs for seats, with the trainer's where there is none yet. Raises JournalError."""
    made = desk.make_pins(seats if TRAINER in desk.pinned() else (TRAINER, *seats))
    names = {seat: chair.name for seat, chair in desk.scenario.seats.items()} | {TRAINER: tr("You, the trainer")}
    names |= {rater: rater for rater in desk.session.admitted}
    people = {seat: tr(", ").join(state.people) for seat, state in desk.session.seats.items() if state.people}
    return PinSheet(made, names, desk.session.name or desk.scenario.title, people)


async def reseat(app: App[None], desk: Desk, asked: Reseat) -> None:
    """Change who plays; show the new PINs once; then offer the page for whoever comes late."""
    if not asked.renew and not asked.newcomer:
        app.post_message(Asked(asked.do, **asked.fields))
        return
    try:
        desk.issue(asked.do, TRAINER, **asked.fields)
        seats = (asked.newcomer,) if asked.newcomer else tuple(s for s in asked.renew if s in desk.pinned())
        sheet = pin_sheet(desk, seats) if seats else None
    except Refused as refused:
        app.notify(f"{refused.why}\n{refused.instead}".strip(), severity="warning", markup=False)
        return
    except JournalError as error:
        said = tr("{error} Old PINs still open the seats: make new ones (P).", error=error)
        app.notify(said, severity="error", timeout=20, markup=False)
        return
    if sheet is not None:
        await app.push_screen_wait(sheet)
    if asked.newcomer:
        await write_catch_up(app, desk, asked.newcomer)


async def write_catch_up(app: App[None], desk: Desk, seat: str) -> None:
    """Write the page for a seat, from what that seat may know and nothing else, to a file for the trainer alone."""
    proposed = str(Path.cwd() / f"catch-up-{seat}.html")
    prompt = tr("For {name} alone. A name that ends in .txt makes a plain text. Esc: none.",
                name=desk.scenario.seats[seat].name)  # fmt: skip
    question = LineQuestion(tr("Write the catch-up page to which file?"), prompt, text=proposed, longest=400)
    said = await app.push_screen_wait(question)
    if said is None:
        return
    file = Path(clean(said).strip()).expanduser()
    page = catch_up.told(desk.view(seat), desk.narrate)
    try:
        handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as made:
            made.write(catch_up.as_text(page) if file.suffix == ".txt" else catch_up.as_html(page))
    except FileExistsError:
        app.notify(tr("{file} is there already: choose another name.", file=file), severity="warning", markup=False)
    except OSError as error:
        why = error.strerror or error
        app.notify(tr("It cannot be written to {file}: {why}.", file=file, why=why), severity="warning", markup=False)
    else:
        app.notify(tr("It is in {file}, for you alone to read.", file=file), markup=False)
