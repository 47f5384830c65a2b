"""What happens with brackets, footnotes and capitals."""

from scenarios.texts import tr
from simulator.debrief import details
from simulator.debrief.naming import Names, clock_text, quoted
from simulator.engine import events as e


def sentence(event: e.BracketEvent, names: Names) -> str:
    """What happened, in a sentence."""
    match event:
        case e.BracketNarrowed():
            return tr(
                "{by} narrowed bracket {n} in {clause}: {alternative}.",
                by=names.seat(event.by),
                n=event.bracket,
                clause=names.clause(event.clause, event.document),
                alternative=details.alternative(event, names),
            )
        case e.BracketSupported():
            values = {
                "party": names.party(event.party),
                "n": event.bracket,
                "clause": names.clause(event.clause, event.document),
            }
            if event.supports:
                return tr("{party} put its name to bracket {n} in {clause}.", **values)
            return tr("{party} took its name off bracket {n} in {clause}.", **values)
        case e.FootnoteAdded():
            return tr(
                "{party} put a footnote under {clause}: {words}.",
                party=names.party(event.party),
                clause=names.clause(event.clause, event.document),
                words=quoted(event.text),
            )
        case e.ClauseReferred():
            clause = names.clause(event.clause, event.document)
            return tr(
                "{party} agreed to {clause} ad referendum: its capital has to answer.",
                party=names.party(event.party),
                clause=clause,
            )
        case e.ReferralAnswered():
            return _capital(event, names)
        case e.TextReferred():
            return tr(
                "Version {n} is agreed ad referendum; the capitals of {parties} have until {time} to answer.",
                n=event.version,
                parties=names.parties(event.parties),
                time=clock_text(event.until),
            )
        case e.PositionExplained():
            party, words = names.party(event.party), quoted(event.text)
            return tr("{party} explained its position: {words}.", party=party, words=words)


def _capital(event: e.ReferralAnswered, names: Names) -> str:
    party = names.party(event.party)
    if not event.in_time:
        if event.agrees:
            return tr("The capital of {party} did not answer in time, which counts as agreement.", party=party)
        return tr("The capital of {party} did not answer in time, which counts as a refusal.", party=party)
    if event.clause is None:
        if event.agrees:
            return details.saying(tr("The capital of {party} agrees to the text", party=party), event.text)
        return details.saying(tr("The capital of {party} refuses the text", party=party), event.text)
    clause = names.clause(event.clause, event.document)
    if event.agrees:
        return details.saying(tr("The capital of {party} agrees to {clause}", party=party, clause=clause), event.text)
    return details.saying(tr("The capital of {party} refuses {clause}", party=party, clause=clause), event.text)
