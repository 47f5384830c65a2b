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
    style = "bold" if phase.state == "now" else ""
    return row(
        cell(MARKS.get(phase.state, "?"), 1, style),
        cell(clock(phase.start), 8, style),
        cell(phase.name, 28, style),
        cell(f"{phase.minutes} min", 7),
        words(", ".join(notes), "italic"),
    )


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
        None if phase is None else words(f"Planned: {clock(phase.start)}, {count(phase.minutes, 'minute')}."),
        todo,
        words(f"Play ends at {clock(view.clock.play_ends)}; the time after it belongs to the debriefing."),
        _aims(view),
    )


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
