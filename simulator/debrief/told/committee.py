"""What happens in committees: reports and what becomes of them, disputes over articles."""

from scenarios.texts import number, tr
from scoring.sentences import parted
from simulator.debrief import details
from simulator.debrief.naming import Names, cut, listed, quoted
from simulator.debrief.told import messages
from simulator.engine import events as e
from simulator.engine.commands import ReportLine
from simulator.engine.words import DisputeKind, Say, Settled


def sentence(event: e.CommitteeEvent, names: Names) -> str:
    """What happened, in a sentence."""
    if isinstance(event, messages.MessageEvent):
        return messages.sentence(event, names)
    match event:
        case e.ReportDelivered():
            return _delivered(event, names)
        case e.ReportAnswered():
            return _answered(event, names)
        case e.ReportAdopted():
            return tr("Report {n} is adopted.", n=event.report)
        case e.ReportReturned():
            returned = tr("Report {n} went back to its body", n=event.report)
            return details.saying(returned, event.reason)
        case e.MatterLifted():
            return tr(
                "{by} lifted {issue}, which report {n} leaves open, to {body}.",
                by=names.seat(event.by),
                issue=names.issue(event.issue),
                n=event.report,
                body=names.body(event.to),
            )
        case e.DisputeRaised():
            return _raised(event, names)
        case e.DisputeAnswered():
            party, words = names.party(event.party), quoted(event.text)
            return tr("{party} answered dispute {n}: {words}.", party=party, n=event.dispute, words=words)
        case e.ReadingProposed():
            by, words = names.seat(event.by), quoted(event.text)
            return tr("{by} proposed words to settle dispute {n}: {words}.", by=by, n=event.dispute, words=words)
        case e.ReadingAccepted():
            party = names.party(event.party)
            return tr("{party} accepted the words proposed on dispute {n}.", party=party, n=event.dispute)
        case e.DisputeSettled():
            return tr("Dispute {n} is settled: {words}.", n=event.dispute, words=quoted(event.text))
        case e.DisputeReferred():
            by, body = names.seat(event.by), names.body(event.body)
            referred = tr("{by} referred dispute {n} to {body}", by=by, n=event.dispute, body=body)
            return details.saying(referred, event.reason)
        case e.DisputeWithdrawn():
            return tr("{by} took dispute {n} back.", by=names.seat(event.by), n=event.dispute)


def _delivered(event: e.ReportDelivered, names: Names) -> str:
    lines = parted(_line(names, issue, line) for issue, line in event.lines.items())
    told = tr(
        "{by} handed {to} report {n} of {body}: {lines}",
        by=names.seat(event.by),
        to=names.body(event.to),
        n=event.report,
        body=names.body(event.body),
        lines=cut(lines, 600),
    )
    return details.saying(told, event.text)


def _line(names: Names, issue: str, line: ReportLine) -> str:
    values = {"issue": names.issue(issue)}
    values["what"] = names.option(issue, line.option) if line.option is not None else quoted(line.text)
    match line.settled:
        case Settled.AGREED:
            told = tr("{issue}: agreed on {what}", **values)
        case Settled.BRACKETED:
            told = tr("{issue}: in brackets, {what}", **values)
        case Settled.BLOCKED:
            told = tr("{issue}: blocked, {what}", **{**values, "what": quoted(line.text)})
    uses = listed(
        tr("{shared}: {amount}", shared=shared_name(names, shared), amount=number(amount))
        for shared, amount in line.uses.items()
    )
    # Translators: a line of a report, and what it takes of what is shared, such as "Officers: 150".
    return tr("{line} ({uses})", line=told, uses=uses) if line.uses else told


def shared_name(names: Names, name: str) -> str:
    """The name of what several bodies share; an id stays where no name is known."""
    found = names.scenario.shared.get(name)
    return found.name if found is not None else name


def _answered(event: e.ReportAnswered, names: Names) -> str:
    values = {"party": names.party(event.party), "n": event.report}
    match event.say:
        case Say.YES:
            told = tr("{party} agreed to report {n}", **values)
        case Say.NO:
            told = tr("{party} objected to report {n}", **values)
        case Say.ABSTAINS:
            told = tr("{party} abstained on report {n}", **values)
    return details.saying(told, event.text)


def _raised(event: e.DisputeRaised, names: Names) -> str:
    values = {
        "party": names.party(event.party),
        "n": event.dispute,
        "article": quoted(article(names, event.article)),
        "words": quoted(event.text),
    }
    if event.kind is DisputeKind.INTERPRETATION:
        if not event.against:
            return tr("{party} raised dispute {n} over how {article} is read: {words}.", **values)
        against = names.party(event.against)
        return tr(
            "{party} raised dispute {n} with {against} over how {article} is read: {words}.", against=against, **values
        )
    if not event.against:
        return tr("{party} raised dispute {n}, that {article} was broken: {words}.", **values)
    against = names.party(event.against)
    return tr("{party} raised dispute {n}, that {against} broke {article}: {words}.", against=against, **values)


def article(names: Names, name: str) -> str:
    """The heading of an article of the reference text; an id stays where no name is known."""
    reference = names.scenario.reference
    found = reference.articles.get(name) if reference is not None else None
    return found.heading if found is not None else name


def faction_name(names: Names, name: str) -> str:
    """The name of a faction, from its `party.faction`; an id stays where no name is known."""
    party, _, faction = name.partition(".")
    found = names.scenario.parties.get(party)
    return found.factions[faction].name if found is not None and faction in found.factions else name
