"""The projector in the room: what exercise control announces on it, and what it shows."""

from scenarios.texts import LANGUAGES, tr
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.decide import lookup
from simulator.engine.decide.pen import demand_document
from simulator.engine.decisions import body_of_text
from simulator.engine.names import listed
from simulator.engine.refused import Refused
from simulator.engine.session import Session
from simulator.engine.speech import clean

LONGEST = 200
"""Characters of an announcement: it is read from the other end of the room."""


def announce(command: c.Announce, session: Session) -> tuple[e.Event, ...]:
    text = " ".join(clean(command.text, LONGEST).split())
    if not text and not session.wall.stands:
        raise Refused("EMPTY-TEXT", tr("Nothing is announced that could be taken down."), tr("Write a sentence."))
    return (e.AnnouncementMade(at=command.at, by=command.by, text=text),)


def set_wall(command: c.SetWall, session: Session) -> tuple[e.Event, ...]:
    demand_document(session, command.by, command.document)
    named = [lookup.body(session, command.body)] if command.body else []
    behind = [body_of_text(session.scenario, command.document)] if command.document else []
    for body in (*named, *behind):
        if session.scenario.bodies[body].confidential:
            name = session.scenario.bodies[body].name
            raise Refused(
                "CONFIDENTIAL",
                tr("{body} meets in confidence: the wall shows nothing of it.", body=name),
                tr("Choose another body."),
            )
    if command.beside and command.beside not in LANGUAGES:
        raise Refused(
            "UNKNOWN",
            tr("There is no language “{name}”.", name=command.beside[:20]),
            tr("Languages: {known}.", known=listed(LANGUAGES)),
        )
    return (
        e.WallSet(
            at=command.at,
            by=command.by,
            page=command.page,
            body=command.body,
            document=command.document,
            beside=command.beside,
        ),
    )
