"""The fold: a record becomes a session, event by event."""

from collections.abc import Iterator

from scenarios.model import Scenario
from simulator.engine.evolve import evolve
from simulator.engine.session import (
    Agenda,
    BoardOption,
    ConsentState,
    Floor,
    InjectState,
    IssueState,
    Moment,
    Record,
    SeatState,
    Session,
    Token,
)


def begin(scenario: Scenario, seed: int) -> Session:
    """A session before its first event."""
    return Session(
        scenario=scenario,
        seed=seed,
        seats={seat: SeatState() for seat in scenario.seats},
        consent={party: ConsentState() for party in scenario.deciding()},
        floors={body: Floor() for body in scenario.bodies},
        agenda=Agenda(),
        interests={
            f"{name}.{interest}": Token() for name, party in scenario.parties.items() for interest in party.interests
        },
        issues={
            name: IssueState(
                board={o: BoardOption(by=None) for o, option in issue.options.items() if option.known_to is None},
                known={
                    o: frozenset(option.known_to) for o, option in issue.options.items() if option.known_to is not None
                },
            )
            for name, issue in scenario.issues.items()
        },
        injects={name: InjectState() for name in scenario.events},
    )


def replay(record: Record) -> Session:
    """The session after all events of a record."""
    session = begin(record.scenario, record.seed)
    for event in record.events:
        session = evolve(session, event)
    return session


def moments(record: Record) -> Iterator[tuple[Moment, Session]]:
    """Every event with its number and play time, and the session after it."""
    session = begin(record.scenario, record.seed)
    for event in record.events:
        session = evolve(session, event)
        yield session.log[-1], session
