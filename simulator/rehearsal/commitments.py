"""Commitments: the drafter fills their gaps, heads and mediators look in them for the answer to a shock."""

from msgspec.structs import replace

from roles.acts import Act
from simulator.engine import Command, View
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.commands import CommitmentDraft
from simulator.engine.session import Commitment, ShockAnswer
from simulator.engine.view import ClauseView, ShockView
from simulator.rehearsal.drafting import holds_pen
from simulator.rehearsal.phrases import said, say
from simulator.rehearsal.situation import (
    UNSTAMPED,
    deciding,
    latest,
    leads,
    nature,
    scale,
    under_reading,
    waited,
)

_MOST = 2
"""Commitments that a stand-in writes or mends in a session: people leave gaps, too."""


def record_commitment(view: View) -> Command | None:
    """Fill the gaps of a commitment, or write one under an article that has none."""
    if not view.possible(Act.RECORD_COMMITMENT) or not holds_pen(view) or not under_reading(view):
        return None
    own = [record for record in view.text.commitments if said("verified", record.record.method)]
    pause = 40 * scale(view)
    if len(own) >= _MOST or waited(view, latest(view, e.VersionIssued)) < pause:
        return None
    if waited(view, latest(view, e.CommitmentRecorded)) < pause:
        return None
    open_ones = [record for record in view.text.commitments if not _complete(record.record)]
    if open_ones and (not own or not _bare(view)):
        record = nature(view, f"commitment {len(own)}").choice(open_ones)
        return c.RecordCommitment(
            at=UNSTAMPED,
            by=view.seat,
            clause=record.clause,
            commitment=record.number,
            record=_filled(view, record.record),
        )
    if _bare(view):
        clause = nature(view, f"article {len(own)}").choice(_bare(view))
        draft = CommitmentDraft(
            actor=view.parties[deciding(view)[0]].name, action=say(view, "commitment", heading=clause.heading)
        )
        return c.RecordCommitment(at=UNSTAMPED, by=view.seat, clause=clause.id, record=_filled(view, draft))
    return None


def _complete(record: CommitmentDraft) -> bool:
    return bool(record.actor and (record.deadline or record.days is not None) and record.verifier and record.method)


def _filled(view: View, record: CommitmentDraft) -> CommitmentDraft:
    """The record with somebody who does it, a date, and somebody who looks."""
    parties = [view.parties[party].name for party in deciding(view)]
    dated = record.deadline or record.days is not None
    return replace(
        record,
        actor=record.actor or parties[0],
        deadline=record.deadline if dated else say(view, "deadline"),
        days=record.days if dated else 30,
        verifier=record.verifier or parties[-1],
        method=say(view, "verified"),
    )


def _bare(view: View) -> tuple[ClauseView, ...]:
    """The articles on an issue that say something and hold no commitment."""
    return tuple(
        clause
        for clause in view.text.clauses
        if clause.issue is not None and clause.text and not view.text.commitments_under(clause.id)
        if clause.clause.state in ("proposed", "clean")
    )


# -- shocks -----------------------------------------------------------------------------------------------------------


def answer_shock(view: View) -> Command | None:
    """Say which article answers a shock, as its commitments have it: heads for their party, one mediator for all."""
    if view.stress is None or not view.possible(Act.ANSWER_SHOCK) or view.me is None or view.party is None:
        return None
    if not (view.me.heads and view.party.decides) and not leads(view, Act.ANSWER_SHOCK):
        return None
    for shock in view.stress.shocks:
        age = view.clock.seconds - (shock.seconds or 0.0)
        reading = nature(view, f"shock {shock.id}").uniform(20, 60) * scale(view)
        if shock.state == "judged" or view.seat in shock.answers or age < reading:
            continue
        clause, record = _answer(view, shock)
        return c.AnswerShock(
            at=UNSTAMPED,
            by=view.seat,
            shock=shock.id,
            clause=clause.id if clause is not None else None,
            who=record.actor,
            when=record.deadline,
            how=", ".join(part for part in (record.verifier, record.method) if part),
        )
    return None


def _answer(view: View, shock: ShockView) -> tuple[ClauseView | None, CommitmentDraft]:
    """The article that has most words in common with a shock, and that one of its commitments which says most."""
    asked = _words(f"{shock.title} {shock.text}")
    standing = [clause for clause in view.text.clauses if clause.clause.state != "parked" and clause.text]
    shared = [(len(asked & _all_words(view, clause)), -place) for place, clause in enumerate(standing)]
    most, place = max(shared, default=(0, 0))
    if not most:
        return None, CommitmentDraft(action="")
    clause = standing[-place]
    records: list[Commitment] = sorted(
        view.text.commitments_under(clause.id), key=lambda record: -sum(bool(v) for v in _parts(record.record))
    )
    return clause, records[0].record if records else CommitmentDraft(action="")


def _parts(record: CommitmentDraft) -> tuple[str, ...]:
    return record.actor, record.deadline, record.verifier, record.method


def _all_words(view: View, clause: ClauseView) -> frozenset[str]:
    records = " ".join(f"{r.record.actor} {r.record.action}" for r in view.text.commitments_under(clause.id))
    return _words(f"{clause.heading} {clause.text} {records}")


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip("“”«».,:;?!\"'()")[:7].lower() for word in text.split() if len(word) > 4)


def level(answers: tuple[ShockAnswer, ...]) -> int:
    """How well the text answered, from 0 to 3: nothing, an article, a name with a date, and somebody who looks."""
    return max(
        (
            0 if answer.clause is None else 1 + bool(answer.who and answer.when) * (1 + bool(answer.how))
            for answer in answers
        ),
        default=0,
    )
