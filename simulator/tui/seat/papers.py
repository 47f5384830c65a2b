"""Papers and calls: what reached this seat, and its questions to the expert and to its capital."""

from collections.abc import Sequence

from textual.content import Content

from scenarios.texts import mark, tr, trc, trn
from simulator.engine.session import Call
from simulator.engine.view.shapes import Paper, View
from simulator.tui.boards.line import cell, page, row
from simulator.tui.safe import lines, one_line, safe
from simulator.tui.seat import words
from simulator.tui.seat.pane import Pane, Row
from simulator.tui.seat.wishes import calls as wishes


def rows(view: View) -> Sequence[Row]:
    """Papers and calls together, latest first."""
    timed = [(paper.seconds, (f"paper:{paper.inject}", _paper_row(paper))) for paper in view.papers]
    timed += [
        (c.asked, (f"capital:{c.number}", _call_row(trc("whom one called", "Capital"), c))) for c in view.capital_calls
    ]
    timed += [
        (c.asked, (f"expert:{c.number}", _call_row(trc("whom one called", "Expert"), c))) for c in view.expert_calls
    ]
    return [listed for _, listed in sorted(timed, key=lambda pair: -pair[0])]


def _channel(channel: str) -> str:
    names = {
        # Translators: how a paper came, at most 12 characters.
        "paper": trc("how a paper came", "paper"),
        "radio": trc("how a paper came", "by radio"),
        "phone": trc("how a paper came", "by phone"),
        "messenger": trc("how a paper came", "by messenger"),
        "letter": trc("how a paper came", "letter"),
    }
    return names.get(channel, channel)


def _paper_row(paper: Paper) -> Content:
    # Translators: the state of a paper, at most 10 characters.
    state = trc("a paper", "answered") if paper.answered else trc("a paper", "to answer")
    return row(cell(words.hms(paper.seconds), 8), cell(_channel(paper.channel), 12),
               cell(state, 10), safe(one_line(paper.title)))  # fmt: skip


def _call_row(kind: str, call: Call) -> Content:
    # Translators: the state of a call, at most 10 characters.
    state = trc("a call", "answered") if call.answer is not None else trc("a call", "waits")
    return row(cell(words.hms(call.asked), 8), cell(kind, 12), cell(state, 10), safe(one_line(call.question)))


def detail(view: View, pick: str | None) -> Content:
    """A paper or a call in full."""
    kind, _, name = (pick or "").partition(":")
    left = words.quiet(left_words(view))
    if kind == "paper":
        paper = next((p for p in view.papers if p.inject == name), None)
        if paper is None:
            return left
        sent = tr(
            "From {sender}, {channel}, {time}",
            sender=one_line(paper.sender),
            channel=_channel(paper.channel),
            time=words.hms(paper.seconds),
        )
        answered = tr("You have answered.") if paper.answered else tr("Press y to say what you do about it.")
        return page(words.head(paper.title), words.quiet(sent), lines(paper.text), words.quiet(answered), left)
    calls = view.capital_calls if kind == "capital" else view.expert_calls
    call = next((c for c in calls if str(c.number) == name), None)
    if call is None:
        return left
    by = words.seat_name(view, call.by)
    asked = tr("{seat} asked your capital", seat=by) if kind == "capital" else tr("{seat} asked the expert", seat=by)
    return page(
        words.fact(asked, ""),
        lines(call.question),
        words.prose(trc("heading", "Answer"), call.answer) if call.answer else words.quiet(tr("No answer yet.")),
        left,
    )


def answers(view: View) -> frozenset[str]:
    """The rows of calls of this seat's own party that were answered."""
    mine = view.party.id if view.party else ""
    capital = {f"capital:{call.number}" for call in view.capital_calls if call.answer is not None}
    expert = {f"expert:{call.number}" for call in view.expert_calls if call.answer is not None and call.party == mine}
    return frozenset(capital | expert)


def left_words(view: View) -> str:
    """What is left of calls and appeals."""
    parts = []
    if "call_expert" in view.can and view.expert_left:
        parts.append(trn("{n} call to the expert left", "{n} calls to the expert left", view.expert_left))
    if view.appeals_left > 0:
        parts.append(trn("{n} appeal left", "{n} appeals left", view.appeals_left))
    return tr("; ").join(parts)


PANE = Pane(
    mark("Papers and calls"),
    rows,
    detail,
    mark("No paper has reached you, and you have called nobody."),
    (wishes.ANSWER, wishes.ANSWER_EXPERT, wishes.ASK_EXPERT, wishes.ASK_CAPITAL, wishes.APPEAL, wishes.OUTCOME),
    mark(
        "What reaches you alone or with others, and your questions to the expert and to your capital, with their "
        "answers."
    ),
)
