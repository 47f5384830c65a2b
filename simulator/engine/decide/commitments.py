"""Commitment records under the articles: who does what by when, and how one will know."""

from collections.abc import Mapping
from datetime import datetime

from scenarios.model import Commitment as Written
from scenarios.texts import listing, tr, trn
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.decide.pen import demand_clause, demand_pen
from simulator.engine.legal import instead
from simulator.engine.names import listed, text_is
from simulator.engine.refused import Refused
from simulator.engine.session import Commitment, Session
from simulator.engine.speech import clean, need

MOST_UNDER_A_CLAUSE = 12
"""Commitment records that a clause may hold."""

_LONGEST = 300
_LAST_DAY = 7300


def record_commitment(command: c.RecordCommitment, session: Session) -> tuple[e.Event, ...]:
    demand_pen(session, command.by)
    demand_clause(session, command.by, command.clause)
    _demand_open(session, command.by)
    number = session.text.recorded + 1
    if command.commitment is not None:
        number = _commitment(session, command.commitment).number
    others = [known for known in session.text.commitments_under(command.clause) if known.number != number]
    if len(others) >= MOST_UNDER_A_CLAUSE:
        raise Refused(
            "TOO-MANY",
            trn(
                "An article holds at most {n} commitment.",
                "An article holds at most {n} commitments.",
                MOST_UNDER_A_CLAUSE,
            ),
            tr("Strike one first."),
        )
    record = _sound(session, number, command.record)
    return (
        e.CommitmentRecorded(at=command.at, by=command.by, commitment=number, clause=command.clause, record=record),
    )


def strike_commitment(command: c.StrikeCommitment, session: Session) -> tuple[e.Event, ...]:
    demand_pen(session, command.by)
    _demand_open(session, command.by)
    number = _commitment(session, command.commitment).number
    waiting = _waiting_for(session, number)
    if waiting:
        named = listing(str(n) for n in waiting)
        raise Refused(
            "WAITED-FOR",
            trn("Commitment {named} comes after it.", "Commitments {named} come after it.", len(waiting), named=named),
            tr("Write {named} anew first.", named=named),
        )
    return (e.CommitmentStruck(at=command.at, by=command.by, commitment=number),)


def with_options(
    session: Session, options: Mapping[str, str | None], at: datetime, by: str
) -> tuple[e.CommitmentStruck | e.CommitmentRecorded, ...]:
    """The records that come with the options of clauses, where a clause has none of its own.

    Records that came with the option before, and that nobody has revised, leave with it.
    """
    events: list[e.CommitmentStruck | e.CommitmentRecorded] = []
    number = session.text.recorded
    for clause, option in options.items():
        before = session.text.clauses.get(clause)
        if before is not None and before.option == option:
            continue
        came = _drafts(session, clause, before.option if before else None)
        standing = session.text.commitments_under(clause)
        gone = {k.number for k in standing if k.record in came and not _waiting_for(session, k.number)}
        events += [e.CommitmentStruck(at=at, by=by, commitment=n) for n in sorted(gone)]
        if len(gone) < len(standing):
            continue
        for draft in _drafts(session, clause, option):
            number += 1
            events.append(e.CommitmentRecorded(at=at, by=by, commitment=number, clause=clause, record=draft))
    return tuple(events)


def _drafts(session: Session, clause: str, option: str | None) -> tuple[c.CommitmentDraft, ...]:
    """What the scenario writes under an option; what has to come before is said there in free words, and left out."""
    issue = session.scenario.text.clauses[clause].issue
    if issue is None or option is None or option not in session.scenario.issues[issue].options:
        return ()
    return tuple(_draft(written) for written in session.scenario.issues[issue].options[option].commitments)


def _draft(written: Written) -> c.CommitmentDraft:
    return c.CommitmentDraft(
        actor=written.actor or "",
        action=written.action,
        deadline=written.deadline or "",
        days=written.days,
        place=written.place or "",
        verifier=written.verifier or "",
        method=written.method or "",
        resources=written.resources or "",
        if_not=written.if_not or "",
    )


def _demand_open(session: Session, by: str) -> None:
    if session.text.state in ("in_adoption", "adopted", "ad_referendum") or session.outcome is not None:
        said = text_is(session.text.state) if session.outcome is None else tr("The outcome is recorded.")
        raise Refused("TEXT-STATE", said, instead(session, by))


def _commitment(session: Session, number: int) -> Commitment:
    if number not in session.text.commitments:
        known = listed(sorted(session.text.commitments))
        raise Refused(
            "UNKNOWN", tr("There is no commitment {number}.", number=number), tr("Recorded: {known}.", known=known)
        )
    return session.text.commitments[number]


def _waiting_for(session: Session, number: int) -> tuple[int, ...]:
    return tuple(n for n, known in session.text.commitments.items() if number in known.record.after)


def _sound(session: Session, number: int, record: c.CommitmentDraft) -> c.CommitmentDraft:
    days = record.days
    if days is not None and not 0 <= days <= _LAST_DAY:
        raise Refused(
            "OUT-OF-RANGE",
            tr("A deadline is 0 to {most} days after the signature.", most=_LAST_DAY),
            tr("Give other days."),
        )
    after = tuple(dict.fromkeys(record.after))
    for other in after:
        if other not in session.text.commitments:
            known = listed(n for n in sorted(session.text.commitments) if n != number)
            raise Refused(
                "UNKNOWN",
                tr("There is no commitment {other} to come before it.", other=other),
                tr("Recorded: {known}.", known=known),
            )
        circle = _way(session, other, number)
        if circle:
            steps = ", ".join(
                tr("{later} waits for {earlier}", later=a, earlier=b)
                for a, b in zip((number, *circle), circle, strict=False)
            )
            raise Refused("CIRCLE", tr("Nothing could begin: {steps}.", steps=steps), tr("Leave one of them out."))
    return c.CommitmentDraft(
        actor=clean(record.actor, _LONGEST),
        action=need(record.action, tr("the action"), _LONGEST),
        deadline=clean(record.deadline, _LONGEST),
        days=days,
        place=clean(record.place, _LONGEST),
        verifier=clean(record.verifier, _LONGEST),
        method=clean(record.method, _LONGEST),
        after=after,
        resources=clean(record.resources, _LONGEST),
        if_not=clean(record.if_not, _LONGEST),
    )


def _way(session: Session, start: int, goal: int) -> tuple[int, ...]:
    """The commitments from `start` to `goal`, each waiting for the next; empty where no way leads there."""
    waiting: list[tuple[int, ...]] = [(start,)]
    seen: set[int] = set()
    while waiting:
        way = waiting.pop()
        if way[-1] == goal:
            return way
        if way[-1] not in seen and way[-1] in session.text.commitments:
            seen.add(way[-1])
            waiting += [(*way, after) for after in session.text.commitments[way[-1]].record.after]
    return ()
