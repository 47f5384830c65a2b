"""Who holds the pen, and whether the text is open to it."""

from scenarios.texts import tr
from simulator.engine.legal import instead
from simulator.engine.names import text_is
from simulator.engine.refused import Refused
from simulator.engine.session import ClauseState, Session


def demand_pen(session: Session, by: str) -> None:
    """Raise Refused where a seat does not hold the pen."""
    holders = session.scenario.text.pen_holder
    if by not in holders:
        names = ", ".join(session.scenario.seats[s].name for s in holders)
        raise Refused("PEN", tr("The pen is held by {names}.", names=names), instead(session, by))


def demand_text(session: Session, by: str) -> None:
    """Raise Refused where there is no text, or none that is open to change."""
    if session.text.version == 0:
        raise Refused("NO-TEXT", tr("There is no text yet."), instead(session, by))
    if session.text.state in ("in_adoption", "adopted", "ad_referendum"):
        raise Refused("TEXT-STATE", text_is(session.text.state), instead(session, by))


def demand_clause(session: Session, by: str, name: str) -> ClauseState:
    """A clause of the text that is open to change; raises Refused where there is none."""
    demand_text(session, by)
    if name not in session.text.clauses:
        known = ", ".join(session.text.clauses)
        raise Refused(
            "UNKNOWN", tr("There is no clause “{name}”.", name=name[:60]), tr("Clauses: {known}.", known=known)
        )
    return session.text.clauses[name]
