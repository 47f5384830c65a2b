"""Events: what exercise control has prepared, when it is due and what should come of it."""

from textual.content import Content

from scenarios.texts import mark, tr, trc
from simulator.engine import View
from simulator.engine.view.shapes import InjectView
from simulator.tui.boards import names
from simulator.tui.boards.line import cell, clock, page, paragraph, row, series, short, told, who, words
from simulator.tui.safe import lines

RESPONSES = {"met": mark("answered as hoped"), "missed": mark("not answered"), "": ""}
MARKS = {"planned": "·", "armed": "▸", "held": "‖", "sent": "✓", "skipped": "×"}


def rows(view: View) -> list[tuple[str, Content]]:
    """One row an event."""
    return [(inject.id, _row(inject)) for inject in _all(view)]


def _all(view: View) -> tuple[InjectView, ...]:
    return view.control.injects if view.control else ()


def find(view: View, inject_id: str | None) -> InjectView | None:
    """An event by its id."""
    return next((i for i in _all(view) if i.id == inject_id), None)


def _row(inject: InjectView) -> Content:
    # Translators: when an event was sent, at most 14 characters.
    sent = inject.due if inject.state.sent is None else tr("at {time}", time=clock(inject.state.sent))
    return row(
        cell(MARKS.get(inject.state.state, "?"), 1),
        cell(names.event_state(inject.state.state), 8),
        cell(sent, 14),
        cell(inject.title, 32),
        words(tr(RESPONSES.get(inject.state.response, inject.state.response)), "italic"),
    )


def detail(view: View, inject_id: str | None) -> Content:
    """An event in full."""
    inject = find(view, inject_id)
    if inject is None:
        return words(tr("This scenario has no prepared events.")) if not _all(view) else Content("")
    to = series(_addressee(view, name) for name in inject.to)
    answers = [words(told(who(view, seat), text)) for seat, text in inject.state.answers]
    return page(
        paragraph(inject.title, words(tr("{due}; to {people}", due=inject.due, people=to))),
        lines(inject.text),
        paragraph(tr("Why it is there"), lines(inject.tests)) if inject.tests else None,
        paragraph(tr("What a trained team does"), lines(inject.expects)) if inject.expects else None,
        paragraph(tr("If that does not come"), words(_title(view, inject.contingency))) if inject.contingency else None,
        paragraph(tr("Notes"), lines(inject.notes)) if inject.notes else None,
        paragraph(trc("heading", "Answers"), Content("\n").join(answers)) if answers else None,
    )


def _title(view: View, inject_id: str) -> str:
    inject = find(view, inject_id)
    return tr("“{event}” is sent.", event=inject.title) if inject else inject_id


def _addressee(view: View, name: str) -> str:
    if name == "all":
        return tr("everybody")
    return short(view, name) if name in view.parties else who(view, name)
