"""The fold: a record becomes a session, event by event."""

from collections.abc import Iterator

from scenarios.model import NegotiatingText, Scenario
from simulator.engine.evolve import evolve
from simulator.engine.session import (
    Agenda,
    BoardOption,
    ClauseState,
    ConsentState,
    Floor,
    FollowUpState,
    InjectState,
    IssueState,
    Moment,
    Record,
    SeatState,
    Session,
    Text,
    Token,
)


def begin(scenario: Scenario, seed: int) -> Session:
    """A session before its first event."""
    return Session(
        scenario=scenario,
        seed=seed,
        seats={seat: SeatState() for seat in scenario.seats},
        consent={party: ConsentState() for party in scenario.deciding()},
        floors={name: Floor(chair=body.chair) for name, body in scenario.bodies.items()},
        agendas={body: Agenda() for body in scenario.bodies},
        texts={"": _text(scenario.text), **{name: _text(text) for name, text in scenario.texts.items()}},
        follow_up={
            number: FollowUpState(
                number,
                promise.what,
                promise.actor or "",
                promise.due or "",
                promise.article,
                None,
                0.0,
                prepared=name,
                state=promise.progress,
                level=promise.level,
            )
            for number, (name, promise) in enumerate(scenario.follow_up.items(), 1)
        },
        follow_ups=len(scenario.follow_up),
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


def _text(written: NegotiatingText) -> Text:
    """A text before the first event: nothing, or its first version where that lies on the table from the beginning."""
    if not written.on_table:
        return Text()
    clauses = {name: ClauseState(None, clause.wording or "") for name, clause in written.clauses.items()}
    return Text(version=1, state="under_reading", clauses=clauses)


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
