"""Course: the clock, the phases and what the trainer does in them."""

from textual.content import Content

from scenarios.texts import tr, trc, trn
from simulator.engine import View
from simulator.engine.view.shapes import PhaseView
from simulator.tui.boards.line import cell, clock, page, paragraph, row, series, words
from simulator.tui.safe import lines

MARKS = {"done": "✓", "now": "▶", "ahead": " "}


def rows(view: View) -> list[tuple[str, Content]]:
    """One row a phase, as the plan stands now."""
    return [(phase.id, _row(view, phase)) for phase in view.clock.plan]


def _row(view: View, phase: PhaseView) -> Content:
    notes = []
    if phase.id in view.clock.next:
        notes.append(trc("a phase", "next"))
    if phase.id in view.clock.back:
        notes.append(trc("a phase", "back"))
    if phase.cut:
        notes.append(trc("a phase", "cut"))
    if phase.kind == "closing":
        notes.append(trc("a phase", "after play"))
    if is_optional(view, phase):
        notes.append(trc("a phase", "optional"))
    style = "bold" if phase.state == "now" else ""
    return row(
        cell(MARKS.get(phase.state, "?"), 1, style),
        cell(clock(phase.start), 8, style),
        cell(phase.name, 28, style),
        # Translators: minutes, at most 7 characters with the number.
        cell("" if is_optional(view, phase) else tr("{n} min", n=phase.minutes), 7),
        words(series(notes), "italic"),
    )


def is_optional(view: View, phase: PhaseView) -> bool:
    """Whether a phase is the test of the text, not in the plan, and play is not in it."""
    return view.stress is not None and phase.id == view.stress.phase and not phase.minutes


def length(view: View, phase: PhaseView) -> str:
    """How long a phase is planned to be; of an optional one, what entering it now takes from the debriefing."""
    if view.stress is None or not is_optional(view, phase):
        return trn("{n} minute", "{n} minutes", phase.minutes)
    most, taken = view.stress.minutes, view.stress.takes
    if taken:
        said = trn(
            "optional: up to {n} minute, {taken} of them from the debriefing",
            "optional: up to {n} minutes, {taken} of them from the debriefing",
            most,
            taken=taken,
        )
    else:
        said = trn(
            "optional: up to {n} minute, none of them from the debriefing",
            "optional: up to {n} minutes, none of them from the debriefing",
            most,
        )
    return said if view.stress.settled else tr("{length}; nothing is agreed yet that it could test", length=said)


def detail(view: View, phase_id: str | None) -> Content:
    """A phase in full, with lateness and what the trainer does now."""
    phase = next((p for p in view.clock.plan if p.id == phase_id), view.clock.phase)
    control = view.control
    late = None
    if control is not None and control.late > 0:
        late = words(
            tr("Play is {time} late: phases ahead no longer fit before the debriefing.", time=clock(control.late)),
            "bold",
        )
    done = words(tr("This phase has reached what it is for."), "bold") if view.clock.done else None
    now = view.clock.phase
    todo = None
    if control is not None and now is not None and phase is not None and phase.id == now.id and control.trainer_notes:
        todo = paragraph(tr("What you do now"), lines(control.trainer_notes))
    return page(
        late,
        done,
        None if phase is None else paragraph(phase.name, lines(phase.purpose)),
        None if phase is None else words(_planned(view, phase)),
        todo,
        words(
            tr("Play ends at {time}; the time after it belongs to the debriefing.", time=clock(view.clock.play_ends))
        ),
        _aims(view),
    )


def _planned(view: View, phase: PhaseView) -> str:
    if not is_optional(view, phase):
        return tr("Planned: {time}, {length}.", time=clock(phase.start), length=length(view, phase))
    said = length(view, phase)
    return tr("Not in the plan: you enter it by hand (N), or pass it by. {length}.", length=said[:1].upper() + said[1:])


def _aims(view: View) -> Content | None:
    control = view.control
    if control is None:
        return None
    return page(
        _list(tr("What they should learn"), control.objectives.values()),
        _list(tr("Worth watching"), control.watch_for),
        _list(tr("What may hurt somebody"), control.sensitivities),
    )


def _list(heading: str, items: object) -> Content | None:
    listed = [words(f"• {item}") for item in items] if hasattr(items, "__iter__") else []
    return paragraph(heading, Content("\n").join(listed)) if listed else None
