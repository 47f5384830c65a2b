"""What a seat sees of the sheets that its party keeps for itself; exercise control sees those of all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from roles.acts import Act
from roles.rights import Right
from scenarios.model import Condition, Scenario
from scenarios.once import once
from scenarios.preparation import parts
from scenarios.texts import tr
from simulator.engine.decide.sheets import code_of_conduct
from simulator.engine.legal import party_of, right_of
from simulator.engine.session import Belief, Session, Sheet, Tick
from simulator.engine.words import TRAINER


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a preparation sheet."""

    id: str
    title: str
    ask: str
    text: str
    planned: str
    """What it said when the sheet was filed last."""


@dataclass(frozen=True, slots=True)
class PreparationView:
    """The preparation sheet of a party."""

    party: str
    parts: tuple[PartView, ...]
    by: str
    """The seat that wrote last; empty where nothing is written."""
    filed: float | None
    changed: bool
    """Whether it says something else than what was filed."""
    asked: bool
    """Whether the exercise waits for it."""


@dataclass(frozen=True, slots=True)
class ConductView:
    """An item of the mediators' code of conduct."""

    id: str
    text: str
    tick: Tick | None


def preparation(session: Session, seat: str) -> Mapping[str, PreparationView]:
    """The preparation sheet of the seat's party; for exercise control, those of all parties that seats are in."""
    scenario = session.scenario
    if seat == TRAINER:
        return {party: _sheet(session, party) for party in scenario.parties if scenario.seats_of(party)}
    if right_of(session, seat, Act.PREPARE) is Right.MAY_NOT:
        return {}
    party = party_of(session, seat)
    return {party: _sheet(session, party)}


def _sheet(session: Session, party: str) -> PreparationView:
    sheet = session.sheets.get(party, Sheet())
    return PreparationView(
        party=party,
        parts=tuple(
            PartView(part.id, tr(part.title), tr(part.ask), sheet.parts.get(part.id, ""), sheet.plan.get(part.id, ""))
            for part in parts(session.scenario.parties[party].kind)
        ),
        by=sheet.by,
        filed=sheet.filed,
        changed=sheet.changed,
        asked=party in _asked(session.scenario),
    )


@once
def _asked(scenario: Scenario) -> frozenset[str]:
    """The parties for whose sheet some phase or event waits."""
    conditions = [phase.leave_when for phase in scenario.phases.values()]
    conditions += [inject.when for inject in scenario.events.values()]
    return frozenset(party for c in conditions if c is not None for party in _prepared(c))


def _prepared(condition: Condition) -> Iterator[str]:
    yield from condition.prepared or ()
    inner = (*(condition.all or ()), *(condition.any or ()), *((condition.not_,) if condition.not_ else ()))
    for part in inner:
        yield from _prepared(part)


def beliefs(session: Session, seat: str) -> tuple[Belief, ...]:
    """What the seat's own team believes of the parties; for exercise control, what every team believes."""
    mine = party_of(session, seat)
    return tuple(b for b in session.beliefs.values() if seat == TRAINER or b.team == mine)


def conduct(session: Session, seat: str) -> Mapping[str, tuple[ConductView, ...]]:
    """The code of conduct by mediation team: the seat's own; for exercise control, those of all."""
    if seat == TRAINER:
        kinds = session.scenario.parties.items()
        teams = tuple(name for name, party in kinds if party.kind.value == "mediation")
    elif right_of(session, seat, Act.KEEP_CONDUCT) is Right.MAY_NOT:
        teams = ()
    else:
        teams = (party_of(session, seat),)
    items = code_of_conduct(session.scenario) if teams else {}
    return {
        team: tuple(ConductView(name, text, session.conduct.get(team, {}).get(name)) for name, text in items.items())
        for team in teams
    }
