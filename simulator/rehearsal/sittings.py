"""Bodies and their agendas as stand-ins play them: open, propose, object, reword, take up, leave, offer a step."""

from roles.acts import Act
from simulator.engine import Command, View
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.view.bodies import BodyView
from simulator.engine.words import Consent
from simulator.rehearsal.character import character
from simulator.rehearsal.phrases import say
from simulator.rehearsal.situation import (
    MINUTE,
    UNSTAMPED,
    about,
    busy,
    chance,
    latest,
    mine,
    nature,
    played,
    scale,
    waited,
)


def _formal(body: BodyView) -> bool:
    """Whether a body works by its agenda: its chair opens it, or there are items besides the issues."""
    return body.opens == "by_chair" or any(item is not None for item in body.items.values())


def formal(view: View) -> bool:
    """Whether the first plenary works by its agenda."""
    return any(_formal(body) for body in view.bodies.values() if body.main)


def _named(body: BodyView) -> str:
    """The body as commands and events on agendas name it."""
    return "" if body.main else body.id


def _chairs(view: View, body: BodyView) -> bool:
    """Whether this seat chairs a body now: the first of its chairs that somebody plays and that is in the room."""
    absent = busy(view)
    present = [seat for seat in body.chair if played(view, seat) and seat not in absent]
    return bool(present) and present[0] == view.seat


def _mine(view: View) -> tuple[BodyView, ...]:
    return tuple(body for body in view.bodies.values() if body.mine and body.sits)


def _since_phase(view: View) -> float:
    return view.clock.seconds - view.clock.phase_seconds


# -- the chair --------------------------------------------------------------------------------------------------------


def open_sitting(view: View) -> Command | None:
    """Open a body that one chairs, once in a phase, when people have found their seats."""
    if view.outcome is not None:
        return None
    for body in _mine(view):
        if body.opens != "by_chair" or body.state in ("open", "suspended") or not _chairs(view, body):
            continue
        closed = latest(view, e.SittingClosed, about("body", body.id))
        if body.can.get(Act.PRESIDE, "") is not None or (closed and closed.seconds >= _since_phase(view)):
            continue
        if view.clock.phase_seconds >= nature(view, f"open {body.id}").uniform(10, 60) * scale(view):
            return c.OpenSitting(at=UNSTAMPED, by=view.seat, body=body.id)
    return None


def close_sitting(view: View) -> Command | None:
    """Close it before the phase ends, where those who sit in it are also needed in the first plenary."""
    phase = view.clock.phase
    if phase is None or not any(body.main and body.sits for body in view.bodies.values()):
        return None
    for body in _mine(view):
        if body.opens != "by_chair" or body.main or body.state != "open" or not _chairs(view, body):
            continue
        if body.can.get(Act.PRESIDE, "") is None and view.clock.remaining < 0.35 * phase.minutes * MINUTE:
            return c.CloseSitting(at=UNSTAMPED, by=view.seat, body=body.id)
    return None


def propose_agenda(view: View) -> Command | None:
    """As the chair, propose what the body may talk about; after objections, again, in words that are less sore."""
    for body in _mine(view):
        if not _formal(body) or body.agenda.adopted is not None or not _chairs(view, body):
            continue
        if body.can.get(Act.PROPOSE_AGENDA, "") is not None or (body.state != "open" and not body.main):
            continue
        begun = view.clock.phase_seconds >= nature(view, f"agenda {body.id}").uniform(15, 60) * scale(view)
        if not body.agenda.proposed:
            if begun:
                return _proposal(view, body, _items(view, body), {})
            continue
        objected = latest(view, e.ItemObjected, about("body", _named(body)))
        if body.agenda.objections and waited(view, objected) >= 40 * scale(view) and not insists(view, body):
            return _reworded(view, body)
    return None


def insists(view: View, body: BodyView) -> bool:
    """Whether this chair leaves the words as they are, whoever objects, as long as nobody leaves over them."""
    return nature(view, "insists").random() < 0.45 and not body.left


def _items(view: View, body: BodyView) -> tuple[str, ...]:
    """Items that are no issue first, as the minutes and the incidents are, the date of the next meeting last."""
    listed = list(body.items)
    besides = [item for item in listed if body.items[item] is not None]
    issues = [item for item in listed if body.items[item] is None]
    if nature(view, f"order {body.id}").random() < 0.5:
        return (*besides[:-1], *issues, *besides[-1:])
    return (*besides, *issues)


def _proposal(view: View, body: BodyView, items: tuple[str, ...], wordings: dict[str, str]) -> Command:
    careful = nature(view, "words").random() < 0.35
    for item in items:
        written = body.items[item]
        if careful and written is not None and written.wordings:
            wordings.setdefault(item, written.wordings[-1])
    return c.ProposeAgenda(at=UNSTAMPED, by=view.seat, issues=items, wordings=wordings, body=_named(body))


def _reworded(view: View, body: BodyView) -> Command | None:
    """The same agenda in other words; an item over which words run out is left for another meeting."""
    wordings = dict(body.agenda.wordings)
    items = list(body.agenda.proposed)
    for item, objections in body.agenda.objections.items():
        asked = [said.wording for said in objections if said.wording and said.wording != wordings.get(item)]
        written = body.items.get(item)
        ladder = [] if written is None else list(written.wordings)
        rung = ladder.index(wordings[item]) + 1 if wordings.get(item) in ladder else 0
        if rung < len(ladder):
            wordings[item] = ladder[rung]
        elif asked:
            wordings[item] = asked[-1]
        elif len(items) > 1:
            items.remove(item)
            wordings.pop(item, None)
    if tuple(items) == body.agenda.proposed and wordings == dict(body.agenda.wordings):
        return None
    return c.ProposeAgenda(at=UNSTAMPED, by=view.seat, issues=tuple(items), wordings=wordings, body=_named(body))


def impose_agenda(view: View) -> Command | None:
    """In a body that one chairs, some go on without everybody; others leave an agenda that is disputed."""
    for body in _mine(view):
        if body.main or not _formal(body) or body.agenda.adopted is not None or not body.agenda.proposed:
            continue
        if not _chairs(view, body) or body.can.get(Act.PRESIDE, "") is not None:
            continue
        proposed = latest(view, e.AgendaProposed, about("body", body.id))
        if nature(view, f"impose {body.id}").random() < 0.6 and waited(view, proposed) > 4 * MINUTE * scale(view):
            return c.ImposeAgenda(at=UNSTAMPED, by=view.seat, body=body.id, reason=say(view, "agenda"))
    return None


def take_up_item(view: View) -> Command | None:
    """Take the items of an adopted agenda up in turn, so that all of them fit into the phase."""
    phase = view.clock.phase
    for body in _mine(view):
        adopted = body.agenda.adopted
        if phase is None or adopted is None or not _formal(body) or body.state != "open" or not _chairs(view, body):
            continue
        if body.can.get(Act.PRESIDE, "") is not None:
            continue
        ahead = [item for item in adopted.issues if item not in (*body.agenda.done, body.agenda.item)]
        taken = latest(view, e.ItemTakenUp, about("body", _named(body)))
        length = 0.7 * phase.minutes * MINUTE / max(1, len(adopted.issues))
        pause = length if body.agenda.item else 15 * scale(view)
        start = taken if body.agenda.item else latest(view, e.AgendaAdopted, about("body", _named(body)))
        if ahead and waited(view, start) >= pause:
            return c.TakeUpItem(at=UNSTAMPED, by=view.seat, item=ahead[0], body=_named(body))
    return None


# -- delegations ------------------------------------------------------------------------------------------------------


def object_to_item(view: View) -> Command | None:
    """Object to an item whose words are sore, and ask for others; at most twice a phase, then live with it."""
    if view.me is None or not view.me.heads or view.party is None:
        return None
    for body in _mine(view):
        if not body.agenda.proposed or body.agenda.adopted is not None or view.party.id in body.away:
            continue
        if body.can.get(Act.ADOPT_AGENDA, "") is not None or view.party.id not in body.decides:
            continue
        proposed = latest(view, e.AgendaProposed, about("body", _named(body)))
        if waited(view, proposed) < nature(view, f"sore {body.id}").uniform(15, 60) * scale(view):
            continue
        for item in body.agenda.proposed:
            wording = _softer(view, body, item)
            said = any(o.party == view.party.id for o in body.agenda.objections.get(item, ()))
            if wording is not None and not said and _objections(view, item) < 2:
                reason = say(view, "objection")
                return c.ObjectToItem(
                    at=UNSTAMPED, by=view.seat, item=item, reason=reason, wording=wording, body=_named(body)
                )
    return None


def _softer(view: View, body: BodyView, item: str) -> str | None:
    """The words that this party asks for instead of those on the agenda, where it minds them."""
    written = body.items.get(item)
    if written is None or not written.wordings:
        return None
    now = body.agenda.wordings.get(item)
    rung = written.wordings.index(now) + 1 if now in written.wordings else 0
    minds = nature(view, f"minds {item}").random()
    if rung >= len(written.wordings) or minds > 0.55 - 0.25 * rung:
        return None
    return written.wordings[-1] if minds < 0.25 else written.wordings[rung]


def _objections(view: View, item: str) -> int:
    begun = _since_phase(view)
    return sum(
        1
        for m in view.log
        if isinstance(m.event, e.ItemObjected) and m.event.by == view.seat and m.event.item == item
        if m.seconds >= begun
    )


def agree_agenda(view: View) -> Command | None:
    """Agree to the agendas of other bodies than the first plenary, and in the end to one that one had objected to."""
    if view.me is None or not view.me.heads or view.party is None:
        return None
    for body in _mine(view):
        if not body.agenda.proposed or body.agenda.adopted is not None or view.party.id in body.agenda.endorsed:
            continue
        if body.can.get(Act.ADOPT_AGENDA, "") is not None or view.party.id not in body.decides:
            continue
        objected = any(o.party == view.party.id for said in body.agenda.objections.values() for o in said)
        if body.main and not objected:
            continue
        look = nature(view, f"agenda {body.id}").uniform(20, 90) * (4 if objected else 1) * scale(view)
        if objected and nature(view, "stubborn").random() < 0.4:
            continue
        if waited(view, latest(view, e.AgendaProposed, about("body", _named(body)))) >= look:
            return c.AdoptAgenda(at=UNSTAMPED, by=view.seat, body=_named(body))
    return None


def objecting(view: View) -> frozenset[str]:
    """The parties that object to an item of the agenda of the first plenary."""
    return frozenset(said.party for objections in view.agenda.objections.values() for said in objections)


def leave_words(view: View) -> Command | None:
    """Leave over words to which one has objected: the body while they stay proposed, the item when it is taken up."""
    if view.me is None or not view.me.heads or view.party is None or view.outcome is not None:
        return None
    if view.text.state == "in_adoption" or view.party.consent not in (Consent.IN, Consent.CONDITIONAL):
        return None
    for body in _mine(view):
        if view.party.id in body.left or body.can.get(Act.WALK_OUT, "") is not None:
            continue
        gone = mine(view, e.PartyWalkedOut)
        if gone is not None and gone.seconds >= _since_phase(view):
            continue
        sore = next((i for i in body.agenda.proposed if _objections(view, i) and _softer(view, body, i)), None)
        if sore is None or nature(view, f"leave {sore}").random() > 0.25 + 0.6 * character(view).temper:
            continue
        words = say(view, "walk-out-item")
        if body.agenda.item == sore:
            return c.WalkOut(at=UNSTAMPED, by=view.seat, reason=words, body=body.id, item=sore)
        patience = nature(view, f"patience {sore}").uniform(60, 150) * scale(view)
        if body.agenda.adopted is None and waited(view, mine(view, e.ItemObjected, about("item", sore))) > patience:
            whole = view.return_needs_step and character(view).temper > 0.7
            return c.WalkOut(at=UNSTAMPED, by=view.seat, reason=words, body="" if whole else body.id)
    return None


def come_back(view: View) -> Command | None:
    """Return to a body after a step, or when anger is over and no step has to be waited for."""
    if view.me is None or not view.me.heads or view.party is None:
        return None
    party = view.party.id
    for body in _mine(view):
        if party not in body.left or body.can.get(Act.WALK_OUT, "") is not None:
            continue
        gone = waited(view, latest(view, e.PartyWalkedOut, about("party", party)))
        stepped = bool(view.steps.get(party))
        patience = nature(view, "return to a body").uniform(1.5, 4) * MINUTE * scale(view)
        if (stepped and gone > 40 * scale(view)) or (gone > patience and not view.return_needs_step):
            return c.ReturnToTalks(at=UNSTAMPED, by=view.seat, body=body.id, step=say(view, "return"))
    return None


# -- who stays --------------------------------------------------------------------------------------------------------


def offer_step(view: View) -> Command | None:
    """Take a step towards who left, once for each time that it does: mediators soon, other parties now and then."""
    if not view.possible(Act.OFFER_STEP) or view.party is None or view.outcome is not None:
        return None
    mediates = view.party.kind.value == "mediation"
    asked = [body for body in _mine(view) if body.left]
    if not asked and not view.return_needs_step:
        return None
    for party, seen in view.parties.items():
        if party == view.party.id or view.steps.get(party):
            continue
        left = [body.id for body in asked if party in body.left]
        if seen.consent is not Consent.SUSPENDED and not left:
            continue
        gone = waited(view, latest(view, e.PartyWalkedOut, about("party", party)))
        willing = mediates or chance(view, "step").random() < 0.05
        if willing and gone > nature(view, "step").uniform(25, 90) * scale(view):
            body = "" if seen.consent is Consent.SUSPENDED else left[0]
            return c.OfferStep(at=UNSTAMPED, by=view.seat, party=party, text=say(view, "step"), body=body)
    return None


def waits_for_step(view: View) -> bool:
    """Whether this seat's party cannot return to the talks before somebody has taken a step."""
    return view.return_needs_step and view.party is not None and not view.steps.get(view.party.id)
