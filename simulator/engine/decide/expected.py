"""Whether what somebody did is the response that an event asked for."""

from datetime import datetime

from roles.acts import Act
from simulator.engine import events as e
from simulator.engine.clock import MINUTE
from simulator.engine.legal import party_of
from simulator.engine.session import Session
from simulator.engine.words import TRAINER


def met(session: Session, by: str, act: Act, at: datetime) -> tuple[e.Event, ...]:
    """The expected responses that an act of a seat fulfils: in time, by a party that counts."""
    if by == TRAINER:
        return ()
    now, party = session.clock.read(at), party_of(session, by)
    return tuple(
        e.InjectMet(at=at, by=by, inject=name, act=act.value, seat=by)
        for name, state in session.injects.items()
        if state.state == "sent" and not state.response and state.sent is not None
        if name in session.scenario.events
        if (expect := session.scenario.events[name].expect) is not None
        if act in expect.acts and party in expect.by and now <= state.sent + expect.within * MINUTE
    )
