"""Papers and calls: what reached this seat, and its questions to the expert and to its capital."""

from collections.abc import Sequence

from textual.content import Content

from simulator.engine.session import Call
from simulator.engine.view.shapes import Paper, View
from simulator.tui.boards.line import cell, count, page, row
from simulator.tui.safe import lines, one_line, safe
from simulator.tui.seat import words
from simulator.tui.seat.pane import Pane, Row
from simulator.tui.seat.wishes import calls as wishes

CHANNELS = {"paper": "paper", "radio": "by radio", "phone": "by phone", "messenger": "by messenger", "letter": "letter"}


def rows(view: View) -> Sequence[Row]:
    """Papers and calls together, latest first."""
    timed = [(paper.seconds, (f"paper:{paper.inject}", _paper_row(paper))) for paper in view.papers]
    timed += [(c.asked, (f"capital:{c.number}", _call_row("Capital", c))) for c in view.capital_calls]
    timed += [(c.asked, (f"expert:{c.number}", _call_row("Expert", c))) for c in view.expert_calls]
    return [listed for _, listed in sorted(timed, key=lambda pair: -pair[0])]


def _paper_row(paper: Paper) -> Content:
    state = "answered" if paper.answered else "to answer"
    return row(cell(words.hms(paper.seconds), 8), cell(CHANNELS.get(paper.channel, paper.channel), 12),
               cell(state, 10), safe(one_line(paper.title)))  # fmt: skip


def _call_row(kind: str, call: Call) -> Content:
    state = "answered" if call.answer is not None else "waits"
    return row(cell(words.hms(call.asked), 8), cell(kind, 12), cell(state, 10), safe(one_line(call.question)))


def detail(view: View, pick: str | None) -> Content:
    """A paper or a call in full."""
    kind, _, name = (pick or "").partition(":")
    left = words.quiet(left_words(view))
    if kind == "paper":
        paper = next((p for p in view.papers if p.inject == name), None)
        if paper is None:
            return left
        sent = (
            f"From {one_line(paper.sender)}, {CHANNELS.get(paper.channel, paper.channel)}, {words.hms(paper.seconds)}"
        )
        answered = "You have answered." if paper.answered else "Press y to say what you do about it."
        return page(words.head(paper.title), words.quiet(sent), lines(paper.text), words.quiet(answered), left)
    calls = view.capital_calls if kind == "capital" else view.expert_calls
    call = next((c for c in calls if str(c.number) == name), None)
    if call is None:
        return left
    whom = "your capital" if kind == "capital" else "the expert"
    return page(
        words.fact(f"{words.seat_name(view, call.by)} asked {whom}", ""),
        lines(call.question),
        words.prose("Answer", call.answer) if call.answer else words.quiet("No answer yet."),
        left,
    )


def left_words(view: View) -> str:
    """What is left of calls and appeals."""
    parts = []
    if "call_expert" in view.can and view.expert_left:
        parts.append(f"{count(view.expert_left, 'call')} to the expert left")
    if view.appeals_left > 0:
        parts.append(f"{count(view.appeals_left, 'appeal')} left")
    return "; ".join(parts)


PANE = Pane(
    "Papers and calls",
    "Papers",
    rows,
    detail,
    "No paper has reached you, and you have called nobody.",
    (wishes.ANSWER, wishes.ANSWER_EXPERT, wishes.ASK_EXPERT, wishes.ASK_CAPITAL, wishes.APPEAL, wishes.OUTCOME),
    "What reaches you alone or with others, and your questions to the expert and to your capital, with their answers.",
)
