"""How faithfully messengers carried what they were given: M17."""

from dataclasses import replace
from difflib import SequenceMatcher

from roles.acts import Act, Family
from roles.rights import Right
from scenarios.archetypes import archetypes
from scenarios.texts import mark, number, tr, trn
from scoring.findings import Band, Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.sentences import lasting, sentence
from simulator.engine.events import MessageDelivered, MessengerSent

MESSAGES = Finding(
    id="M17.messages",
    title=mark("Fidelity of messages"),
    panel=Panel.PROCESS,
    observed=False,
    unit="index",
    caution=mark(
        "Words are compared, not meanings: one “not” weighs as much as one “and”, and a good messenger may say it "
        "better. Read both."
    ),
    fundamentals=(Fundamental.COHERENCE, Fundamental.IMPARTIALITY),
)

FAITHFUL = 0.6
"""Below this likeness a message is worth a look."""


def fidelity(sent: str, said: str) -> float:
    """How like two wordings are, from 0 to 1: twice the words that they have in common in order, over all words."""
    ours, theirs = _words(sent), _words(said)
    if not ours or not theirs:
        return 0.0
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio()


def _words(text: str) -> list[str]:
    """The words, whatever their case and the signs around them."""
    words = ("".join(sign for sign in part.casefold() if sign.isalnum()) for part in text.split())
    return [word for word in words if word]


def messages(course: Course) -> Finding | None:
    """M17: how like the delivered wordings are to those that were sent, from 0 to 1, as a mean over the messages.

    Twice the words that both have in common in order, over all their words (Ratcliff and Obershelp, Pattern Matching:
    The Gestalt Approach, Dr. Dobb's Journal, 1988). None where nobody can send a messenger.
    """
    sent = course.every(MessengerSent)
    if not sent:
        if not _can_send(course):
            return None
        return replace(MESSAGES.said, reading=tr("Nobody was sent with a message."))
    delivered = {event.message: (moment, event) for moment, event in course.every(MessageDelivered)}
    rows: list[Row] = []
    likeness: list[float] = []
    waits: list[float] = []
    for moment, event in sent:
        came, said = delivered.get(event.message, (None, None))
        like = None
        if came is not None and said is not None:
            like = round(fidelity(event.text, said.text), 2)
            likeness.append(like)
            waits.append(course.between(moment, came))
        rows.append(
            Row(
                (
                    event.message,
                    event.by,
                    event.seat,
                    ", ".join(event.to),
                    minutes(moment.seconds),
                    None if came is None else minutes(course.between(moment, came)),
                    like,
                    event.text,
                    None if said is None else said.text,
                ),
                (moment.number,) if came is None else (moment.number, came.number),
            )
        )
    columns = ("message", "by", "seat", "told_to", "minute", "minutes_after", "fidelity", "as_sent", "as_delivered")
    table = Table(columns, tuple(rows))
    evidence = tuple(sorted({number_ for row in rows for number_ in row.evidence}))
    lost = len(sent) - len(likeness)
    if not likeness:
        reading = trn("{n} message was sent and never delivered.", "{n} messages were sent and never delivered.", lost)
        return replace(MESSAGES.said, reading=reading, evidence=evidence, table=table)
    mean = sum(likeness) / len(likeness)
    parts = [
        trn(
            "{n} message was delivered, after {length}, and is like what was sent by {like} of 1",
            "{n} messages were delivered, after {length} on average, and are like what was sent by {like} of 1 on "
            "average, the least of them by {least}",
            len(likeness),
            length=lasting(sum(waits) / len(waits)),
            like=number(mean, 2),
            least=number(min(likeness), 2),
        )
    ]
    if lost:
        parts.append(trn("{n} was never delivered", "{n} were never delivered", lost))
    return replace(
        MESSAGES.said,
        observed=True,
        value=mean,
        reading=sentence(*parts),
        band=Band.WORTH_A_LOOK if lost or min(likeness) < FAITHFUL else Band.AS_PLANNED,
        evidence=evidence,
        table=table,
    )


def _can_send(course: Course) -> bool:
    scenario, known = course.scenario, archetypes()
    if not any(Family.MESSAGES in phase.allows for phase in scenario.phases.values()):
        return False
    return any(known[seat.archetype].right(Act.SEND_MESSENGER) is Right.MAY for seat in scenario.seats.values())
