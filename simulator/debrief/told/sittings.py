"""What happens in the sittings of bodies, besides the floor: chairs, agendas, walk-outs and returns."""

from typing import assert_never

from scenarios.texts import tr
from simulator.debrief import details
from simulator.debrief.naming import Names, listed, quoted
from simulator.engine import events as e


def sentence(event: e.SittingEvent, names: Names) -> str:
    """What happened, in a sentence."""
    by = names.seat(event.by)
    match event:
        case e.SittingOpened():
            return tr("{by} opened {body}.", by=by, body=names.body(event.body))
        case e.SittingClosed():
            return tr("{by} closed {body}.", by=by, body=names.body(event.body))
        case e.ChairChanged():
            chairs = listed(names.seat(seat) for seat in event.seats)
            took = tr("{chairs} took the chair of {body}", chairs=chairs, body=names.body(event.body))
            return details.because(took, event.reason)
        case e.ItemObjected():
            return _objected(event, names)
        case e.ItemTakenUp():
            item = quoted(names.item(event.item, event.called))
            if event.body:
                return tr("{by} took up {item} in {body}.", by=by, item=item, body=names.body(event.body))
            return tr("{by} took up {item}.", by=by, item=item)
        case e.StepOffered():
            values = {"by": by, "party": names.party(event.party), "words": quoted(event.text)}
            if event.body:
                body = names.body(event.body)
                return tr("{by} took a step towards the return of {party} to {body}: {words}.", body=body, **values)
            return tr("{by} took a step towards the return of {party}: {words}.", **values)
        case _:
            assert_never(event)


def _objected(event: e.ItemObjected, names: Names) -> str:
    values = {
        "party": names.party(event.party),
        "item": quoted(names.item(event.item, event.called)),
        "reason": quoted(event.reason),
    }
    if event.wording:
        words = quoted(event.wording)
        return tr("{party} objected to {item} on the agenda ({reason}) and asked for {words}.", words=words, **values)
    return tr("{party} objected to {item} on the agenda ({reason}).", **values)


def _items(event: e.AgendaProposed | e.AgendaAdopted, names: Names) -> str:
    return listed(names.item(item, event.wordings.get(item, "")) for item in event.issues)


def proposed(event: e.AgendaProposed, names: Names) -> str:
    """Who proposed what to talk about."""
    by, items = names.seat(event.by), _items(event, names)
    if event.body:
        return tr("{by} proposed an agenda for {body}: {issues}.", by=by, body=names.body(event.body), issues=items)
    return tr("{by} proposed an agenda: {issues}.", by=by, issues=items)


def endorsed(event: e.AgendaEndorsed, names: Names) -> str:
    """Who agreed to it."""
    party = names.party(event.party)
    if event.body:
        return tr("{party} agreed to the agenda of {body}.", party=party, body=names.body(event.body))
    return tr("{party} agreed to the agenda.", party=party)


def adopted(event: e.AgendaAdopted, names: Names) -> str:
    """An agenda, adopted or imposed, and why."""
    values = {"issues": _items(event, names), "reason": quoted(event.reason)}
    if event.body:
        values["body"] = names.body(event.body)
        if event.reason and event.imposed:
            return tr("The agenda of {body} was imposed ({reason}): {issues}.", **values)
        if event.imposed:
            return tr("The agenda of {body} was imposed: {issues}.", **values)
        return tr("The agenda of {body} was adopted: {issues}.", **values)
    if event.reason and event.imposed:
        return tr("The agenda was imposed ({reason}): {issues}.", **values)
    if event.reason:
        return tr("The agenda was adopted ({reason}): {issues}.", **values)
    if event.imposed:
        return tr("The agenda was imposed: {issues}.", **values)
    return tr("The agenda was adopted: {issues}.", **values)


def left(event: e.PartyWalkedOut, names: Names) -> str:
    """Who left the talks, a body, or a body for one item."""
    values = {"party": names.party(event.party), "body": names.body(event.body)}
    if event.item:
        item = quoted(names.item(event.item, event.called))
        return details.saying(tr("{party} left {body} for {item}", item=item, **values), event.reason)
    if event.body:
        return details.saying(tr("{party} walked out of {body}", **values), event.reason)
    return details.saying(tr("{party} walked out", party=values["party"]), event.reason)


def came_back(event: e.PartyReturned, names: Names) -> str:
    """Who returned, and to what."""
    party = names.party(event.party)
    if event.body:
        body = names.body(event.body)
        return details.saying(tr("{party} came back to {body}", party=party, body=body), event.step)
    return details.saying(tr("{party} came back", party=party), event.step)
