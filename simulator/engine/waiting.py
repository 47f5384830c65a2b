"""What the session waits for: the milestones that a phase has not reached, and the answers that are owed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from scenarios.model import Condition
from simulator.engine.injects import holds, met_alone
from simulator.engine.legal import heads, party_of
from simulator.engine.session import Session
from simulator.engine.words import TRAINER, Source


@dataclass(frozen=True, slots=True)
class Milestone:
    """A part of what a phase is for that has not been reached."""

    kind: str
    """The key of the condition, such as `ready` or `caucus_with`."""
    seats: tuple[str, ...] = ()
    """Those who hold it up, where it is known."""
    parties: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Owed:
    """An answer that a seat, or exercise control, owes."""

    seat: str
    kind: str
    """`invitation`, `package`, `adoption`, `pulse`, `capital`, `expert` or `event`."""
    name: str
    """The number or the id of what asks."""
    since: float | None
    """The play second since which it waits, where the record says so."""


def milestones(session: Session, now: float) -> tuple[Milestone, ...]:
    """What the phase has not reached of what it is left when."""
    phase = session.scenario.phases[session.phase] if session.phase else None
    if phase is None or phase.leave_when is None:
        return ()
    return tuple(_missing(phase.leave_when, session, now))


def _missing(condition: Condition, session: Session, now: float) -> Iterable[Milestone]:
    if holds(condition, session, now):
        return
    for part in condition.all or ():
        yield from _missing(part, session, now)
    if condition.any and not any(holds(part, session, now) for part in condition.any):
        yield from _missing(condition.any[0], session, now)
    for kind in _KINDS:
        asked = getattr(condition, kind)
        if asked is not None and not holds(Condition.model_validate({kind: asked}), session, now):
            yield _KINDS[kind](session, kind, asked)


def _plain(session: Session, kind: str, asked: Any) -> Milestone:
    return Milestone(kind)


def _people(session: Session, kind: str, asked: Any, *, still: Callable[[Session, str], bool]) -> Milestone:
    seats = (s for s, state in session.seats.items() if state.source is not Source.EMPTY and still(session, s))
    return Milestone(kind, tuple(seats))


def _unready(session: Session, kind: str, asked: Any) -> Milestone:
    deciding = set(session.scenario.deciding())
    seats = [s for s, state in session.seats.items() if state.source is not Source.EMPTY and not state.ready]
    if asked == "sides":
        done = {party_of(session, s) for s, state in session.seats.items() if state.ready}
        seats = [s for s in seats if party_of(session, s) in deciding - done]
    # Stand-ins get ready by themselves: nobody waits for them while a person is missing.
    people = [s for s in seats if session.seats[s].source is Source.HUMAN]
    return Milestone(kind, tuple(people or seats))


def _unmet(session: Session, kind: str, asked: tuple[str, ...]) -> Milestone:
    return Milestone(kind, parties=tuple(party for party in asked if not met_alone(session, party)))


def _unframed(session: Session, kind: str, asked: Any) -> Milestone:
    early = ("unraised", "raised", "on_agenda")
    return Milestone(kind, issues=tuple(i for i, state in session.issues.items() if state.state in early))


def _unoptioned(session: Session, kind: str, asked: Any) -> Milestone:
    early = ("unraised", "raised", "on_agenda")
    lacking = (i for i, state in session.issues.items() if len(state.board) < 2 or state.state in early)
    return Milestone(kind, issues=tuple(lacking))


def _unsaid(session: Session, kind: str, asked: Any) -> Milestone:
    return Milestone(
        kind, parties=tuple(p for p, words in asked.items() if session.consent[p].consent.value not in words)
    )


def _pulse_missing(session: Session, kind: str, asked: tuple[str, ...]) -> Milestone:
    people = [s for s, state in session.seats.items() if state.source is Source.HUMAN]
    return Milestone(kind, tuple(s for s in people if any(s not in session.pulses.get(p, {}) for p in asked)))


_KINDS: dict[str, Callable[[Session, str, Any], Milestone]] = {
    "ready": _unready,
    "consent": _unsaid,
    "agenda": _plain,
    "framed": _unframed,
    "optioned": _unoptioned,
    "caucus_with": _unmet,
    "clauses_settled": _plain,
    "text_version": _plain,
    "package": _plain,
    "outcome": _plain,
    "pulses": _pulse_missing,
    "deroled": partial(_people, still=lambda session, seat: not session.seats[seat].left_role),
}


def owed(session: Session) -> tuple[Owed, ...]:
    """The answers that are owed, what waits longest first; what has no age last. After play only people are asked."""
    if session.phase is not None and session.scenario.phases[session.phase].kind == "closing":
        return tuple(_pulses(session))
    found = [*_invitations(session), *_packages(session), *_adoptions(session), *_pulses(session), *_calls(session)]
    return tuple(sorted(found, key=lambda one: float("inf") if one.since is None else one.since))


def _heads_of(session: Session, party: str) -> list[str]:
    seats = [s for s in session.scenario.seats_of(party) if session.seats[s].source is not Source.EMPTY]
    return [s for s in seats if heads(session, s)] or seats[:1]


def _invitations(session: Session) -> Iterable[Owed]:
    for caucus in session.caucuses.values():
        if caucus.state in ("requested", "granted"):
            invited = dict.fromkeys(party_of(session, seat) for seat in caucus.seats)
            for party in invited:
                if party not in caucus.accepted and party != party_of(session, caucus.caller):
                    for seat in [s for s in caucus.seats if party_of(session, s) == party][:1]:
                        yield Owed(seat, "invitation", str(caucus.number), caucus.called)


def _packages(session: Session) -> Iterable[Owed]:
    standing = [p for p in session.packages.values() if p.state == "tabled" and not p.floated]
    for package in standing[-1:]:
        for party in session.scenario.deciding():
            if party != package.party and party not in package.answers:
                for seat in _heads_of(session, party)[:1]:
                    yield Owed(seat, "package", str(package.number), package.tabled)


def _adoptions(session: Session) -> Iterable[Owed]:
    if session.text.state == "in_adoption":
        for party in session.scenario.deciding():
            if party not in session.text.verdicts:
                for seat in _heads_of(session, party)[:1]:
                    yield Owed(seat, "adoption", "", None)


def _pulses(session: Session) -> Iterable[Owed]:
    for name, answers in session.pulses.items():
        for seat, state in session.seats.items():
            if state.source is Source.HUMAN and seat not in answers and name in session.scenario.pulses:
                yield Owed(seat, "pulse", name, None)


def _calls(session: Session) -> Iterable[Owed]:
    expert = session.scenario.expert
    answerer = expert.seat if expert is not None and expert.seat else TRAINER
    for call in session.capital_calls.values():
        if call.answer is None:
            yield Owed(TRAINER, "capital", str(call.number), call.asked)
    for call in session.expert_calls.values():
        if call.answer is None and call.card is None:
            yield Owed(answerer, "expert", str(call.number), call.asked)
