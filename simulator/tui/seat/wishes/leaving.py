"""Wishes on leaving: walk out of the talks, a body or an item, return, take a step towards who left."""

from collections.abc import Mapping
from typing import Any

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import commands as c
from simulator.engine.view.shapes import View
from simulator.engine.words import Consent
from simulator.tui.boards.line import agenda_item
from simulator.tui.safe import one_line
from simulator.tui.seat import words
from simulator.tui.seat.fields import Field, Form, NotNow, Pick, Telling, Values, Writing
from simulator.tui.seat.wishes.wish import Wish, picked


def _ways_out(view: View) -> tuple[tuple[tuple[str, str], str], ...]:
    """What one may leave: the talks, a body, or a body for an item of its agenda."""
    found = [(("", ""), tr("the talks as a whole"))]
    party = view.party.id if view.party else ""
    several = len(view.bodies) > 1
    for body in view.bodies.values():
        inside = any(view.seats[seat].party == party for seat in body.members)
        if not (body.mine and body.sits and inside) or body.left.get(party) == "":
            continue
        name = one_line(body.name)
        if several:
            found.append(((body.id, ""), name))
        if several or any(item is not None for item in body.items.values()):
            adopted = body.agenda.adopted
            listed = adopted.issues if adopted else body.agenda.proposed
            found += [
                ((body.id, item), tr("{body}, for “{item}”", body=name, item=agenda_item(view, body.id, item)))
                for item in listed
                if item not in body.agenda.done and body.left.get(party) != item
            ]
    return tuple(found)


def _walk_out(view: View, pick: str | None) -> Form:
    if view.party is None or view.party.consent in (Consent.SUSPENDED, Consent.OUT):
        raise NotNow(tr("Your party is not at the table."))
    ways = _ways_out(view)
    warning = Telling(
        tr(
            "Everybody sees your party leave. You can return, but if a deciding party stays out too long the "
            "talks collapse."
        ),
        warning=True,
    )
    reason = Writing("reason", tr("What you say as you leave"), rows=3, needed=False)
    if len(ways) == 1:
        return Form(tr("Walk out of the talks"), (warning, reason), send=tr("Walk out"))

    def finish(values: Values) -> Mapping[str, Any]:
        body, item = values["where"]
        return {"reason": values.get("reason", ""), "body": body, "item": item}

    at = next((way for way, _ in ways if way == (picked(pick, "agenda"), "")), None)
    less = Telling(tr("Who leaves a body, or leaves it for one item, stays in the talks."))
    fields: tuple[Field, ...] = (warning, less, Pick("where", tr("What you leave"), ways, at), reason)
    return Form(tr("Walk out"), fields, finish=finish, send=tr("Walk out"))


def _return(view: View, pick: str | None) -> Form:
    if view.party is None:
        raise NotNow(tr("Your party has not walked out."))
    party = view.party.id
    gone = [("", tr("the talks as a whole"))] if view.party.consent in (Consent.SUSPENDED, Consent.OUT) else []
    gone += [(body.id, one_line(body.name)) for body in view.bodies.values() if party in body.left]
    if not gone:
        raise NotNow(tr("Your party has not walked out."))
    if view.return_needs_step and not view.steps.get(party):
        raise NotNow(tr("Nobody has taken a step towards your party yet."))
    steps = tuple(Telling(tr("A step towards you: {step}", step=one_line(step))) for step in view.steps.get(party, ()))
    said = Writing("step", tr("Which step by the others, or of your own, made it possible"), rows=3, needed=False)
    if gone == [("", tr("the talks as a whole"))]:
        return Form(tr("Return to the talks"), (*steps, said), send=tr("Return"))
    return Form(tr("Return"), (*steps, Pick("body", tr("To what"), tuple(gone), gone[0][0]), said), send=tr("Return"))


def _step(view: View, pick: str | None) -> Form:
    own = view.party.id if view.party else ""
    gone = [
        ((party.id, ""), one_line(party.name))
        for party in view.parties.values()
        if party.consent in (Consent.SUSPENDED, Consent.OUT) and party.id != own
    ]
    gone += [
        (
            (party, body.id),
            tr("{party}, which left {body}", party=words.party_name(view, party), body=one_line(body.name)),
        )
        for body in view.bodies.values()
        for party in body.left
        if party != own and body.mine
    ]
    if not gone:
        raise NotNow(tr("Nobody has walked out."))

    def finish(values: Values) -> Mapping[str, Any]:
        party, body = values["party"]
        return {"party": party, "body": body, "text": values["text"]}

    return Form(
        tr("A step towards who left"),
        (
            Pick("party", tr("Towards whom"), tuple(gone), gone[0][0]),
            Writing("text", tr("What you offer, so that they can return; everybody sees it"), rows=3),
        ),
        finish=finish,
        send=tr("Offer it"),
    )


WALK_OUT = Wish(
    "walk_out", "w", mark("Walk out"), mark("Process"), mark("Leave the talks for your party; it asks before it does."),
    Act.WALK_OUT, c.WalkOut, _walk_out, rows=("process",))  # fmt: skip
RETURN = Wish(
    "return_to_talks", "r", mark("Return"), mark("Process"), mark("Come back after a walk-out."), Act.WALK_OUT,
    c.ReturnToTalks, _return, rows=("process",))  # fmt: skip
STEP = Wish(
    "offer_step", "v", mark("Offer step"), mark("Process"),
    mark("Take a step towards a party that has walked out, so that it can return."), Act.OFFER_STEP, c.OfferStep, _step,
    rows=("process", "agenda"))  # fmt: skip

LEAVING = (WALK_OUT, RETURN, STEP)
