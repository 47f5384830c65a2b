"""Leaving the role: what to do after play, and nothing of the role any more once it is left."""

from textual.content import Content

from simulator.engine.view.shapes import View
from simulator.tui.boards.line import count
from simulator.tui.safe import lines, one_line
from simulator.tui.seat import words
from simulator.tui.seat.waiting import open_pulse


def is_over(view: View) -> bool:
    """Whether play is over for this seat."""
    return view.clock.phase is not None and view.clock.phase.kind == "closing"


def is_done(view: View) -> bool:
    """Whether the role is left, every self-report answered, and nothing is left to rate."""
    return view.me is not None and view.me.left_role and open_pulse(view) is None and not rates_still(view)


def rates_still(view: View) -> bool:
    """Whether this seat rates, and its ratings are open."""
    return view.sheet is not None and not view.sheet.locked


def page(view: View) -> Content:
    """What to do now, step by step, with a sign and a word for what is done."""
    assert view.me is not None
    left, pulse = view.me.left_role, open_pulse(view)
    who = "your role" if left else one_line(view.me.name)
    steps = [
        _step(left, "Leave the role: press e", "You have left the role"),
        _step(pulse is None, "Answer the self-report, in silence: press p", "Nothing is left to answer"),
        *_ratings(view),
        _step(False, "Lock the seat: press l" if left and pulse is None else "Then the seat is locked", ""),
    ]
    return words.stack(
        [
            words.head("Play is over"),
            lines(
                f"Stop talking for a moment. Stand up, shake it off, and say your own name. What {who} said and did "
                "was said and done for the exercise; it stays with the role.\n\n"
                "In the debriefing you speak as yourself. Nobody has to tell what was in the brief before the "
                "trainer asks for it."
            ),
            words.stack(steps),
            words.quiet("Everything is in order. The seat locks by itself in a moment.") if is_done(view) else "",
        ],
        gap="\n\n",
    )


def _ratings(view: View) -> list[Content]:
    if view.sheet is None:
        return []
    told = f"{count(len(view.sheet.observations), 'observation')}, {count(len(view.sheet.ratings), 'rating')}"
    todo = f"Finish your ratings ({told}): o notes, r rates, x locks. They close when the debriefing begins"
    return [_step(view.sheet.locked, todo, f"Your ratings are locked ({told})")]


def _step(done: bool, todo: str, said: str) -> Content:
    return words.quiet(f"[x] {said}") if done else words.head(f"[ ] {todo}")
