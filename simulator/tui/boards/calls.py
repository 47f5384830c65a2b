"""Calls: questions to a capital or to the expert, and the trainer's own notes."""

from textual.content import Content

from scenarios.texts import tr, trc, trn
from simulator.engine import View
from simulator.engine.session import Call
from simulator.tui.boards.line import cell, clock, page, paragraph, row, short, who, words
from simulator.tui.safe import lines


def rows(view: View) -> list[tuple[str, Content]]:
    """The calls that wait first, then the answered ones."""
    calls = [("capital", c) for c in view.capital_calls] + [("expert", c) for c in view.expert_calls]
    calls.sort(key=lambda pair: (pair[1].answer is not None, -pair[1].asked))
    return [(f"{kind}:{call.number}", _row(view, kind, call)) for kind, call in calls]


def _row(view: View, kind: str, call: Call) -> Content:
    waits = call.answer is None and call.card is None
    # Translators: the state of a call, at most 8 characters.
    state = trc("a call", "WAITS") if waits else trc("a call", "answered")
    # Translators: whom one calls, at most 22 characters with the name.
    whom = (
        tr("capital of {party}", party=short(view, call.party))
        if kind == "capital"
        else trc("whom one calls", "expert")
    )
    style = "bold" if waits else ""
    return row(cell(state, 8, style), cell(clock(call.asked), 8), cell(whom, 22), words(call.question))


def find(view: View, name: str | None) -> tuple[str, Call] | None:
    """A call by its row."""
    kind, _, number = (name or "").partition(":")
    calls = view.capital_calls if kind == "capital" else view.expert_calls
    return next(((kind, c) for c in calls if str(c.number) == number), None)


def waiting(view: View) -> int:
    """How many calls wait for an answer."""
    return len(view.control.pending_capital) + len(view.control.pending_expert) if view.control else 0


def detail(view: View, name: str | None) -> Content:
    """A call with what its answerer goes by, and the notes."""
    notes = [words(f"{clock(at)}  {text}") for at, text in view.notes]
    kept = paragraph(tr("Your notes"), Content("\n").join(notes)) if notes else None
    found = find(view, name)
    if found is None:
        return page(words(tr("Nobody has called the capital or the expert yet.")), kept)
    kind, call = found
    return page(
        words(tr("{seat} asks at {time}:", seat=who(view, call.by), time=clock(call.asked)), "bold"),
        lines(call.question),
        paragraph(trc("heading", "Answer"), lines(call.answer)) if call.answer else None,
        words(tr("Answered with the card “{card}”.", card=call.card)) if call.card else None,
        _guide(view, kind, call),
        kept,
    )


def _guide(view: View, kind: str, call: Call) -> Content | None:
    if kind == "capital":
        told = view.control.capital_instructions.get(call.party, "") if view.control else ""
        return paragraph(tr("The capital's instructions"), lines(told)) if told else None
    cards = [paragraph(card, lines(text)) for card, text in view.expert_cards.items()]
    left = trn("{n} call left. Cards:", "{n} calls left. Cards:", view.expert_left)
    return page(words(left), *cards) if cards else None
