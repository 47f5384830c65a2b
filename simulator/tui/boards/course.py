"""Course: the clock, the phases and what the trainer does in them."""

from textual.content import Content

from simulator.engine import View
from simulator.engine.view.shapes import PhaseView
from simulator.tui.boards.line import cell, clock, count, page, paragraph, row, words
from simulator.tui.safe import lines

MARKS = {"done": "✓", "now": "▶", "ahead": " "}


def rows(view: View) -> list[tuple[str, Content]]:
    """One row a phase, as the plan stands now."""
    return [(phase.id, _row(view, phase)) for phase in view.clock.plan]


def _row(view: View, phase: PhaseView) -> Content:
    notes = []
    if phase.id in view.clock.next:
        notes.append("next")
    if phase.id in view.clock.back:
        notes.append("back")
    if phase.cut:
        notes.append("cut")
    if phase.kind == "closing":
        notes.append("after play")
    if is_optional(view, phase):
        notes.append("optional")
    style = "bold" if phase.state == "now" else ""
    return row(
        cell(MARKS.get(phase.state, "?"), 1, style),
        cell(clock(phase.start), 8, style),
        cell(phase.name, 28, style),
        cell("" if is_optional(view, phase) else f"{phase.minutes} min", 7),
        words(", ".join(notes), "italic"),
    )


def is_optional(view: View, phase: PhaseView) -> bool:
    """Whether a phase is the test of the text, not in the plan, and play is not in it."""
    return view.stress is not None and phase.id == view.stress.phase and not phase.minutes


def length(view: View, phase: PhaseView) -> str:
    """How long a phase is planned to be; of an optional one, what entering it now takes from the debriefing."""
    if view.stress is None or not is_optional(view, phase):
        return count(phase.minutes, "minute")
    taken = view.stress.takes or "none"
    said = f"optional: up to {count(view.stress.minutes, 'minute')}, {taken} of them from the debriefing"
    return said if view.stress.settled else f"{said}; nothing is agreed yet that it could test"


def detail(view: View, phase_id: str | None) -> Content:
    """A phase in full, with lateness and what the trainer does now."""
    phase = next((p for p in view.clock.plan if p.id == phase_id), view.clock.phase)
    control = view.control
    late = None
    if control is not None and control.late > 0:
        late = words(f"Play is {clock(control.late)} late: phases ahead no longer fit before the debriefing.", "bold")
    done = words("This phase has reached what it is for.", "bold") if view.clock.done else None
    now = view.clock.phase
    todo = None
    if control is not None and now is not None and phase is not None and phase.id == now.id and control.trainer_notes:
        todo = paragraph("What you do now", lines(control.trainer_notes))
    return page(
        late,
        done,
        None if phase is None else paragraph(phase.name, lines(phase.purpose)),
        None if phase is None else words(_planned(view, phase)),
        todo,
        words(f"Play ends at {clock(view.clock.play_ends)}; the time after it belongs to the debriefing."),
        _aims(view),
    )


def _planned(view: View, phase: PhaseView) -> str:
    if not is_optional(view, phase):
        return f"Planned: {clock(phase.start)}, {length(view, phase)}."
    return f"Not in the plan: you enter it by hand (N), or pass it by. {length(view, phase).capitalize()}."


def _aims(view: View) -> Content | None:
    control = view.control
    if control is None:
        return None
    return page(
        _list("What they should learn", control.objectives.values()),
        _list("Worth watching", control.watch_for),
        _list("What may hurt somebody", control.sensitivities),
    )


def _list(heading: str, items: object) -> Content | None:
    listed = [words(f"• {item}") for item in items] if hasattr(items, "__iter__") else []
    return paragraph(heading, Content("\n").join(listed)) if listed else None
