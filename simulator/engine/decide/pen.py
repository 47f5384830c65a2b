"""Who holds the pen, and whether a text is open to it."""

from scenarios.texts import tr
from simulator.engine.decide import lookup
from simulator.engine.decisions import body_of_text
from simulator.engine.legal import in_body, instead
from simulator.engine.names import listed, text_is
from simulator.engine.refused import Refused
from simulator.engine.session import ClauseState, Session, text_of, written_text
from simulator.engine.words import TRAINER


def sees_text(session: Session, seat: str, document: str) -> bool:
    """Whether a seat may know of a text: what a confidential body has on its table is for those who are in it."""
    if seat == TRAINER or not document:
        return True
    body = body_of_text(session.scenario, document)
    return not session.scenario.bodies[body].confidential or in_body(session, seat, body)


def demand_document(session: Session, by: str, document: str) -> None:
    """Raise Refused where there is no such text, or none that a seat may know of."""
    if not document or (document in session.scenario.texts and sees_text(session, by, document)):
        return
    known = listed(name for name in session.scenario.texts if sees_text(session, by, name))
    raise Refused(
        "UNKNOWN",
        tr("There is no text “{name}”.", name=document[:60]),
        tr("Name none for the main text. Other texts: {known}.", known=known),
    )


def demand_place(session: Session, by: str, document: str) -> None:
    """Raise Refused where a seat neither is in the body that works on another text nor holds its pen."""
    demand_document(session, by, document)
    if not document or by in written_text(session.scenario, document).pen_holder:
        return
    body = body_of_text(session.scenario, document)
    if not in_body(session, by, body):
        name = session.scenario.bodies[body].name
        raise Refused("NOT-IN-BODY", tr("That text is on the table of {body}.", body=name), instead(session, by))


def demand_pen(session: Session, by: str, document: str = "") -> None:
    """Raise Refused where a seat does not hold the pen of a text."""
    demand_document(session, by, document)
    holders = written_text(session.scenario, document).pen_holder
    if by not in holders:
        names = ", ".join(session.scenario.seats[s].name for s in holders)
        raise Refused("PEN", tr("The pen is held by {names}.", names=names), instead(session, by))


def demand_text(session: Session, by: str, document: str = "") -> None:
    """Raise Refused where there is no version of a text, or none that is open to change."""
    text = text_of(session, document)
    if text.version == 0:
        raise Refused("NO-TEXT", tr("There is no text yet."), instead(session, by))
    if text.state in ("in_adoption", "adopted", "ad_referendum"):
        raise Refused("TEXT-STATE", text_is(text.state), instead(session, by))


def demand_clause(session: Session, by: str, name: str, document: str = "") -> ClauseState:
    """A clause of a text that is open to change; raises Refused where there is none."""
    demand_place(session, by, document)
    demand_text(session, by, document)
    return clause_of(session, name, document)


def clause_of(session: Session, name: str, document: str = "") -> ClauseState:
    """A clause of a text; raises Refused where there is none."""
    clauses = text_of(session, document).clauses
    if name not in clauses:
        raise lookup.no_clause(name, clauses)
    return clauses[name]
