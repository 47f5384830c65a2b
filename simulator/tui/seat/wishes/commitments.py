"""Wishes for commitments under the articles, and for the answer of the text to a shock."""

from collections.abc import Mapping
from typing import Any

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import commands as c
from simulator.engine.session import Commitment
from simulator.engine.view.shapes import ShockView, View
from simulator.tui.boards.commitments import commitment
from simulator.tui.boards.texts import Place
from simulator.tui.safe import one_line
from simulator.tui.seat.fields import Form, NotNow, Number, Pick, Several, Telling, Values, Writing
from simulator.tui.seat.wishes.texts import at as place_at
from simulator.tui.seat.wishes.texts import clauses_to_pick, demand_pen
from simulator.tui.seat.wishes.wish import Wish, picked

LAST_DAY = 7300


def _picked(view: View, pick: str | None) -> Commitment | None:
    number = picked(pick, "commitment")
    return next((known for known in view.text.commitments if str(known.number) == number), None)


def _open(view: View) -> None:
    demand_pen(view)
    if view.outcome is not None:
        raise NotNow(tr("The outcome is recorded."))


def _here(view: View, pick: str | None) -> Place:
    """The clause of the main text that is picked: commitments stand in no other text."""
    found = place_at(view, pick)
    return found if found is not None and not found.text.id else Place(view.text)


def _record(view: View, pick: str | None) -> Form:
    _open(view)
    clauses, at = clauses_to_pick(view, _here(view, pick))
    old = _picked(view, pick)
    draft = old.record if old is not None else c.CommitmentDraft(action="")
    others = tuple((str(known.number), commitment(known)) for known in view.text.commitments if known is not old)
    before = tuple(str(number) for number in draft.after)

    def finish(values: Values) -> Mapping[str, Any] | str:
        said = {name: str(values.get(name, "")).strip() for name, _, _ in _WORDS}
        record = c.CommitmentDraft(
            **said, days=values.get("days"), after=tuple(int(number) for number in values.get("after", ()))
        )
        return {"clause": values["clause"], "commitment": old.number if old is not None else None, "record": record}

    lines = [
        Writing(name, tr(label), rows=1, value=getattr(draft, name), needed=needed) for name, label, needed in _WORDS
    ]
    return Form(
        tr("Commitment {number}", number=old.number) if old is not None else tr("A commitment under an article"),
        (
            Pick("clause", tr("Article"), clauses, old.clause if old is not None else at),
            *lines[:3],
            Number("days", tr("Days after the signature, if they can be counted"), 0, LAST_DAY, draft.days),
            *lines[3:],
            *((Several("after", tr("What has to be done before"), others, before, least=0),) if others else ()),
        ),
        finish=finish,
        send=tr("Record it"),
    )


_WORDS = (
    ("actor", mark("Who does it: one named body"), False),
    ("action", mark("What it does, beginning with a verb"), True),
    ("deadline", mark("By when, in words"), False),
    ("place", mark("Where"), False),
    ("verifier", mark("Who verifies it"), False),
    ("method", mark("How, and with what access"), False),
    ("resources", mark("Who pays, from which budget"), False),
    ("if_not", mark("What happens when it is not done"), False),
)


def _strike(view: View, pick: str | None) -> Form:
    _open(view)
    clauses_to_pick(view, _here(view, pick))
    if not view.text.commitments:
        raise NotNow(tr("No commitment is recorded."))
    at = _picked(view, pick)
    options = tuple((known.number, commitment(known)) for known in view.text.commitments)
    return Form(
        tr("Strike a commitment"), (Pick("commitment", tr("Which"), options, at and at.number),), send=tr("Strike")
    )


def waiting_shocks(view: View) -> tuple[ShockView, ...]:
    """The shocks that this seat has not answered and may answer."""
    if view.stress is None or not view.possible(Act.ANSWER_SHOCK):
        return ()
    return tuple(s for s in view.stress.shocks if s.state != "judged" and view.seat not in s.answers)


def _answer(view: View, pick: str | None) -> Form:
    shocks = () if view.stress is None else tuple(s for s in view.stress.shocks if s.state != "judged")
    if not shocks:
        raise NotNow(tr("No shock waits for an answer."))
    at = picked(pick, "shock")
    found = next((s for s in shocks if s.id == at), (waiting_shocks(view) or shocks)[-1])
    before = found.answers.get(view.seat)
    clauses = tuple((cl.id, one_line(cl.heading)) for cl in view.text.clauses if cl.clause.state != "parked")
    return Form(
        one_line(found.title),
        (
            Telling(found.text),
            Pick("clause", tr("Which article answers it"), clauses, before.clause if before else None,
                 none=tr("no article answers it")),
            Writing("who", tr("Who acts, as the text has it"), 1, before.who if before else "", needed=False),
            Writing("when", tr("By when"), 1, before.when if before else "", needed=False),
            Writing("how", tr("Who sees it, and how"), 1, before.how if before else "", needed=False),
        ),
        {"shock": found.id},
        send=tr("Answer"),
    )  # fmt: skip


RECORD = Wish(
    "record_commitment", "o", mark("Commitment"), mark("Text"), mark("Write under an article who does what by when."),
    Act.RECORD_COMMITMENT, c.RecordCommitment, _record, rows=("commitment",))  # fmt: skip
STRIKE = Wish(
    "strike_commitment", "w", mark("Strike"), mark("Text"), mark("Take a commitment out."), Act.RECORD_COMMITMENT,
    c.StrikeCommitment, _strike)  # fmt: skip
ANSWER_SHOCK = Wish(
    "answer_shock", "h", mark("Answer shock"), mark("Text"), mark("Say where the text answers a shock."),
    Act.ANSWER_SHOCK, c.AnswerShock, _answer, rows=("shock",))  # fmt: skip

COMMITMENTS = (ANSWER_SHOCK, RECORD, STRIKE)
