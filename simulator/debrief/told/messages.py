"""What messengers carry, what the observer publishes, what the press is told."""

from collections.abc import Mapping

from scenarios.texts import tr
from scoring.sentences import parted
from simulator.debrief import details
from simulator.debrief.naming import Names, quoted
from simulator.engine import events as e

MessageEvent = e.MessengerSent | e.MessageDelivered | e.CompliancePublished | e.StatementIssued


def sentence(event: MessageEvent, names: Names) -> str:
    """What happened, in a sentence."""
    by = names.seat(event.by)
    match event:
        case e.MessengerSent():
            return tr(
                "{by} sent {messenger} to {to} with message {n}: {words}.",
                by=by,
                messenger=names.seat(event.seat),
                to=names.seats(event.to),
                n=event.message,
                words=quoted(event.text),
            )
        case e.MessageDelivered():
            return tr(
                "{by} delivered message {n} to {to}: {words}.",
                by=by,
                n=event.message,
                to=names.seats(event.to),
                words=quoted(event.text),
            )
        case e.CompliancePublished():
            return _published(event, names, by)
        case e.StatementIssued():
            return tr("{by} told the press: {words}.", by=by, words=quoted(event.text))


def _published(event: e.CompliancePublished, names: Names, by: str) -> str:
    told = tr("{by} published a report on compliance", by=by)
    if event.levels:
        told = tr("{by} published a report on compliance ({levels})", by=by, levels=levels_said(event.levels))
    return details.saying(told, event.text)


def levels_said(levels: Mapping[str, int]) -> str:
    """The level of each entry of the follow-up list that a report judges."""
    # Translators: an entry of the follow-up list by its number, and how far it was carried out, from 0 to 3.
    return parted(tr("entry {entry}: {level} of 3", entry=entry, level=level) for entry, level in levels.items())
