"""Leaving the role: what to do after play, and nothing of the role any more once it is left."""

from textual.content import Content

from scenarios.texts import tr, trn
from simulator.engine.view.shapes import View
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
    # Translators: a role that its player has left, in: "What {role} said and did was said and done for the exercise".
    who = tr("your role") if left else one_line(view.me.name)
    steps = [
        _step(left, tr("Leave the role: press e"), tr("You have left the role")),
        _step(pulse is None, tr("Answer the self-report, in silence: press p"), tr("Nothing is left to answer")),
        *_ratings(view),
        _step(False, tr("Lock the seat: press l") if left and pulse is None else tr("Then the seat is locked"), ""),
    ]
    return words.stack(
        [
            words.head(tr("Play is over")),
            lines(
                tr(
                    "Stop talking for a moment. Stand up, shake it off, and say your own name. What {role} said and "
                    "did was said and done for the exercise; it stays with the role.\n\n"
                    "In the debriefing you speak as yourself. Nobody has to tell what was in the brief before the "
                    "trainer asks for it.",
                    role=who,
                )
            ),
            words.stack(steps),
            words.quiet(tr("Everything is in order. The seat locks by itself in a moment.")) if is_done(view) else "",
        ],
        gap="\n\n",
    )


def _ratings(view: View) -> list[Content]:
    if view.sheet is None:
        return []
    observations = trn("{n} observation", "{n} observations", len(view.sheet.observations))
    ratings = trn("{n} rating", "{n} ratings", len(view.sheet.ratings))
    values = {"observations": observations, "ratings": ratings}
    todo = tr(
        "Finish your ratings ({observations}, {ratings}): o notes, r rates, x locks. They close when the debriefing "
        "begins",
        **values,
    )
    return [_step(view.sheet.locked, todo, tr("Your ratings are locked ({observations}, {ratings})", **values))]


def _step(done: bool, todo: str, said: str) -> Content:
    return words.quiet(f"[x] {said}") if done else words.head(f"[ ] {todo}")
