"""Wishes for papers and calls: answers to events, expert, capital, appeal; and the outcome."""

from collections.abc import Mapping
from typing import Any

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import commands as c
from simulator.engine.view.shapes import View
from simulator.engine.words import OutcomeKind
from simulator.tui.boards import line
from simulator.tui.safe import one_line
from simulator.tui.seat import words
from simulator.tui.seat.fields import Form, NotNow, Pick, Telling, Values, Writing
from simulator.tui.seat.wishes.wish import Wish, picked


def _answer_event(view: View, pick: str | None) -> Form:
    if not view.papers:
        raise NotNow(tr("No paper has reached you."))
    at = picked(pick, "paper")
    waiting = [p for p in view.papers if not p.answered] or list(view.papers)
    found = next((p for p in view.papers if p.inject == at), waiting[-1])
    told = Telling(tr("{title}, from {sender}", title=one_line(found.title), sender=one_line(found.sender)))
    return Form(
        tr("Answer a paper"),
        (told, Writing("text", tr("What you do about it, or what you answer"), rows=4)),
        {"inject": found.inject},
    )


def _ask_expert(view: View, pick: str | None) -> Form:
    if view.expert_left < 1:
        raise NotNow(tr("No call to the expert is left."))
    told = Telling(tr("Calls left, this one included: {n}.", n=view.expert_left))
    return Form(tr("Ask the expert"), (told, Writing("text", tr("One question"), rows=3)))


def _answer_expert(view: View, pick: str | None) -> Form:
    waiting = [call for call in view.expert_calls if call.answer is None]
    if not waiting:
        raise NotNow(tr("No question waits for the expert."))
    at = picked(pick, "expert")
    found = next((call for call in waiting if str(call.number) == at), waiting[0])
    cards = tuple((name, line.told(name, one_line(text)[:70])) for name, text in view.expert_cards.items())

    def finish(values: Values) -> Mapping[str, Any] | str:
        text, card = str(values.get("text", "")).strip(), values.get("card")
        if not text and card is None:
            return tr("Pick a prepared answer, or write one.")
        return {"call": found.number, "text": text, "card": card}

    fields = (Pick("card", tr("Prepared answer"), cards, none=tr("none")),) if cards else ()
    return Form(
        tr("Answer as the expert"),
        (Telling(found.question), *fields, Writing("text", tr("Own words"), rows=4, needed=False)),
        finish=finish,
        send=tr("Answer"),
    )


def _ask_capital(view: View, pick: str | None) -> Form:
    if view.briefs is None or view.briefs.capital is None:
        raise NotNow(tr("Nobody answers for your party's capital."))
    told = Telling(tr("{capital} answers when it can.", capital=one_line(view.briefs.capital)))
    return Form(tr("Ask your capital"), (told, Writing("text", tr("What you need to know"), rows=4)))


def _appeal(view: View, pick: str | None) -> Form:
    if view.appeals_left < 1:
        raise NotNow(tr("Your appeal has been made."))
    told = Telling(tr("Appeals left: {n}. Everybody hears it.", n=view.appeals_left), warning=True)
    return Form(tr("Appeal to everybody"), (told, Writing("text", tr("Your words"), rows=4)), send=tr("Appeal"))


def _outcome(view: View, pick: str | None) -> Form:
    if view.outcome is not None:
        raise NotNow(tr("The outcome is recorded."))
    if view.clock.phase is None:
        raise NotNow(tr("The exercise has not started."))
    agreed = tuple((p.package.number, words.package_line(view, p.package, 80))
                   for p in view.packages if p.package.state == "agreed")  # fmt: skip
    kinds: tuple[tuple[OutcomeKind, str], ...] = ((OutcomeKind.NO_AGREEMENT, tr("No agreement")),)
    reported = bool(view.committee.settled)
    if reported:
        kinds = ((OutcomeKind.AGREEMENT, tr("Agreement on what adopted reports and packages settle")), *kinds)
    elif agreed:
        kinds = ((OutcomeKind.AGREEMENT, tr("Agreement on the agreed package")), *kinds)
    at = None if reported or not agreed else agreed[-1][0]
    package = (Pick("package", tr("Package"), agreed, at, none=tr("none")),) if agreed else ()

    def finish(values: Values) -> Mapping[str, Any]:
        kept = dict(values)
        if values["kind"] is OutcomeKind.NO_AGREEMENT or values.get("package") is None:
            kept.pop("package", None)
        return kept

    return Form(
        tr("Record how the talks ended"),
        (
            Telling(tr("This ends the talks for everybody."), warning=True),
            Pick("kind", tr("How"), kinds),
            *package,
            Writing("note", tr("A word for the record"), rows=2, needed=False),
        ),
        finish=finish,
        send=tr("Record it"),
    )


ANSWER = Wish(
    "answer_event", "y", mark("Answer"), mark("Papers and calls"), mark("Say what you do about a paper."),
    Act.ANSWER_EVENT, c.AnswerInject, _answer_event, rows=("paper",))  # fmt: skip
ASK_EXPERT = Wish(
    "ask_expert", "e", mark("Ask expert"), mark("Papers and calls"), mark("Use one of the calls to the expert."),
    Act.CALL_EXPERT, c.AskExpert, _ask_expert)  # fmt: skip
ANSWER_EXPERT = Wish(
    "answer_expert", "x", mark("Answer as expert"), mark("Papers and calls"),
    mark("Answer a question, freely or from a card."), Act.ANSWER_EXPERT, c.AnswerExpert, _answer_expert,
    rows=("expert",))  # fmt: skip
ASK_CAPITAL = Wish(
    "ask_capital", "c", mark("Ask capital"), mark("Papers and calls"), mark("Ask your principal for instructions."),
    Act.ASK_CAPITAL, c.AskCapital, _ask_capital)  # fmt: skip
APPEAL = Wish(
    "appeal", "o", mark("Appeal"), mark("Papers and calls"), mark("Spend the moral authority of an elder."), Act.APPEAL,
    c.MakeAppeal, _appeal)  # fmt: skip
OUTCOME = Wish(
    "declare_outcome", "", mark("Record outcome"), mark("Papers and calls"), mark("Record how the talks ended."),
    Act.DECLARE_OUTCOME, c.DeclareOutcome, _outcome)  # fmt: skip

CALLS = (ANSWER, ASK_EXPERT, ANSWER_EXPERT, ASK_CAPITAL, APPEAL, OUTCOME)
