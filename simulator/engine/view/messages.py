"""What a seat sees of the messages that messengers carry."""

from msgspec.structs import replace

from simulator.engine.legal import party_of
from simulator.engine.session import Message, Session
from simulator.engine.words import TRAINER


def messages(session: Session, seat: str) -> tuple[Message, ...]:
    """Messages that a seat knows: with both wordings for the sender's team, as they were delivered for who got them."""
    found: list[Message] = []
    for message in session.messages.values():
        team = party_of(session, message.by)
        if seat == TRAINER or party_of(session, seat) == team:
            found.append(message)
        elif seat in message.to and message.delivered is not None:
            found.append(replace(message, text="", sent=message.delivered))
    return tuple(found)
