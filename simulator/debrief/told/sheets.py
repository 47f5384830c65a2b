"""What happens with sheets that a party keeps for itself: preparation, the mediators' map, their code of conduct."""

from scenarios.preparation import parts
from scenarios.texts import tr, trc
from simulator.debrief import details
from simulator.debrief.naming import Names, listed, quoted
from simulator.engine import events as e
from simulator.engine.decide.sheets import code_of_conduct


def sentence(event: e.SheetEvent, names: Names) -> str:
    """What happened, in a sentence; a preparation sheet is named without what it says."""
    by = names.seat(event.by)
    match event:
        case e.SheetWritten():
            return tr(
                "{by} wrote on the preparation sheet of {party}: {parts}.",
                by=by,
                party=names.party(event.party),
                parts=listed(_titles(event, names)),
            )
        case e.SheetFiled():
            return tr("{by} filed the preparation sheet of {party}.", by=by, party=names.party(event.party))
        case e.BeliefNoted():
            return _noted(event, names, by)
        case e.BeliefStruck():
            return details.saying(tr("{by} struck belief {n} from the map", by=by, n=event.belief), event.reason)
        case e.ConductMarked():
            item = quoted(code_of_conduct(names.scenario).get(event.item, event.item))
            if not event.done:
                return tr("{by} took back a tick of the code of conduct: {item}.", by=by, item=item)
            return details.saying(tr("{by} ticked the code of conduct: {item}", by=by, item=item), event.text)


def _titles(event: e.SheetWritten, names: Names) -> list[str]:
    party = names.scenario.parties.get(event.party)
    known = {part.id: tr(part.title) for part in parts(party.kind)} if party is not None else {}
    return [quoted(known.get(part, part)) for part in event.parts]


def _noted(event: e.BeliefNoted, names: Names, by: str) -> str:
    about = names.party(event.party)
    if event.issue is not None:
        # Translators: whom a belief is about, and on which issue.
        about = tr("{party} on {issue}", party=about, issue=names.issue(event.issue))
    return tr(
        "{by} noted on the map, belief {n}, of {about} ({sure}): {words}.",
        by=by,
        n=event.belief,
        about=about,
        sure=how_sure(event.sure),
        words=quoted(event.text),
    )


def how_sure(sure: int) -> str:
    """How sure the mediators were of a belief, in a word."""
    return {1: trc("how sure", "a guess"), 2: trc("how sure", "likely"), 3: trc("how sure", "sure")}.get(sure, "?")
