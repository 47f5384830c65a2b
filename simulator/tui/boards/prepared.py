"""Events: what exercise control has prepared or improvised, when it is due, who has read it and what came of it."""

from textual.content import Content

from scenarios.texts import tr, trc, trn
from simulator.engine import View
from simulator.engine.view.shapes import InjectView
from simulator.engine.words import EVERYBODY, Source
from simulator.tui.boards import names
from simulator.tui.boards.line import cell, clock, page, paragraph, row, series, short, told, who, words
from simulator.tui.safe import lines

MARKS = {"planned": "·", "armed": "▸", "held": "‖", "sent": "✓", "skipped": "×"}
LATER = float("inf")


def rows(view: View) -> list[tuple[str, Content]]:
    """One row an event: what was sent at its time, then what is due by its minute, then what waits for something."""
    return [(inject.id, _row(view, inject)) for inject in in_order(view)]


def in_order(view: View) -> list[InjectView]:
    """The events in the order of time."""
    return sorted(_all(view), key=_when)


def _when(inject: InjectView) -> float:
    if inject.state.sent is not None:
        return inject.state.sent
    if inject.state.state == "skipped" or inject.at is None:
        return LATER
    return inject.at


def _all(view: View) -> tuple[InjectView, ...]:
    return view.control.injects if view.control else ()


def find(view: View, inject_id: str | None) -> InjectView | None:
    """An event by its id."""
    return next((i for i in _all(view) if i.id == inject_id), None)


def _row(view: View, inject: InjectView) -> Content:
    state = inject.state.state
    soon = _due_in(view, inject)
    return row(
        cell(MARKS.get(state, "?"), 1),
        cell(names.event_state(state), 8),
        cell(_time(inject), 14),
        # Translators: how long until an event comes, at most 10 characters.
        cell(tr("in {time}", time=clock(soon)) if soon is not None else "", 10, "bold" if soon and soon < 120 else ""),
        cell(inject.title, 28),
        words(_came_of_it(view, inject), "italic"),
    )


def _time(inject: InjectView) -> str:
    # Translators: when an event was sent or put off to, at most 14 characters.
    if inject.state.sent is not None:
        return tr("at {time}", time=clock(inject.state.sent))
    return tr("put off {time}", time=clock(inject.state.due)) if inject.state.due is not None else inject.due


def _due_in(view: View, inject: InjectView) -> float | None:
    """Play seconds until an event comes by its minute."""
    if inject.at is None or inject.by_hand or inject.state.state not in ("planned", "armed"):
        return None
    left = inject.at - view.clock.seconds
    return left if left >= 0 else None


def readers(view: View, inject: InjectView) -> tuple[list[str], list[str]]:
    """The seats of people that have opened or answered an event, and those that have not."""
    state = inject.state
    read = {*state.opened, *(seat for seat, _ in state.answers)}
    people = [s for s in state.to if s in view.seats and view.seats[s].source is Source.HUMAN]
    return [s for s in people if s in read], [s for s in people if s not in read]


def _came_of_it(view: View, inject: InjectView) -> str:
    state = inject.state
    if state.state != "sent":
        return ""
    read, unread = readers(view, inject)
    parts = [tr("improvised")] if inject.improvised else []
    if read or unread:
        parts.append(tr("opened {n} of {all}", n=len(read), all=len(read) + len(unread)))
    if state.response == "met":
        parts.append(tr("answered as hoped"))
    elif state.response == "missed":
        parts.append(tr("not answered"))
        if inject.contingency and (other := find(view, inject.contingency)) and other.state.state == "sent":
            parts.append(tr("another one sent for it"))
    elif inject.within is not None and state.sent is not None:
        left = state.sent + inject.within * 60 - view.clock.seconds
        parts.append(tr("answer in {time}", time=clock(max(0.0, left))))
    if state.answers:
        parts.append(trn("{n} answer", "{n} answers", len(state.answers)))
    if state.text:
        parts.append(tr("in other words"))
    return series(parts)


def detail(view: View, inject_id: str | None) -> Content:
    """An event in full."""
    inject = find(view, inject_id)
    if inject is None:
        nothing = tr("This scenario has no prepared events. I improvises one.")
        return words(nothing) if not _all(view) else Content("")
    state = inject.state
    to = series(addressee(view, name) for name in (state.to if state.state == "sent" else inject.to))
    answers = [words(told(who(view, seat), text)) for seat, text in state.answers]
    changes = series(short(view, party) for party in inject.changes)
    versions = [paragraph(tr("For {party}", party=short(view, p)), lines(text)) for p, text in inject.versions.items()]
    return page(
        paragraph(inject.title, words(tr("{due}; to {people}", due=_time(inject), people=to))),
        _readers(view, inject),
        lines(state.text or inject.text),
        *([] if state.text else versions),
        paragraph(tr("As it was written"), lines(inject.text)) if state.text else None,
        words(tr("It changes the instructions of {parties}.", parties=changes)) if changes else None,
        paragraph(tr("Why it is there"), lines(inject.tests)) if inject.tests else None,
        paragraph(tr("What a trained team does"), lines(inject.expects)) if inject.expects else None,
        paragraph(tr("If that does not come"), words(_title(view, inject.contingency))) if inject.contingency else None,
        paragraph(tr("Notes"), lines(inject.notes)) if inject.notes else None,
        paragraph(trc("heading", "Answers"), Content("\n").join(answers)) if answers else None,
    )


def _readers(view: View, inject: InjectView) -> Content | None:
    if inject.state.state != "sent":
        return None
    read, unread = readers(view, inject)
    said = [
        words(tr("Opened by: {seats}", seats=series(who(view, s) for s in read))) if read else None,
        words(tr("Not opened yet: {seats}", seats=series(who(view, s) for s in unread)), "bold") if unread else None,
    ]
    shown = [line for line in said if line is not None]
    return Content("\n").join(shown) if shown else None


def _title(view: View, inject_id: str) -> str:
    inject = find(view, inject_id)
    return tr("“{event}” is sent.", event=inject.title) if inject else inject_id


def addressee(view: View, name: str) -> str:
    """Whom an event goes to, in words."""
    if name == EVERYBODY:
        return tr("everybody")
    return short(view, name) if name in view.parties else who(view, name)
