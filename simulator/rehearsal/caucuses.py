"""The mediators' private meetings: called in turn, what they learn there, and what they carry to others."""

from roles.acts import Act
from roles.rights import Kind
from simulator.engine import Command, View
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.words import Permission, Source
from simulator.rehearsal.character import character
from simulator.rehearsal.phrases import say
from simulator.rehearsal.situation import (
    MINUTE,
    UNSTAMPED,
    about,
    away,
    busy,
    chance,
    deciding,
    head_of,
    latest,
    left,
    may,
    meetings_with,
    mine,
    nature,
    played,
    scale,
    share,
    speaking,
    team,
    waited,
)


def call_meeting(view: View) -> Command | None:
    """Ask the party that was met least into a private meeting, so that all are met in turn."""
    if not view.possible(Act.CALL_CAUCUS) or view.caucus is not None or speaking(view) is not None:
        return None
    if left(view) < 4 * MINUTE * scale(view) or view.outcome is not None or not _may_call(view):
        return None
    if any(caucus.state in ("requested", "granted") for caucus in view.caucuses):
        return None
    absent = busy(view)
    for party in _to_meet(view):
        head = head_of(view, party)
        if head is None or head in absent or any(floor.speaker == head for floor in view.floors.values()):
            continue
        seats = [head]
        for mate in view.parties[party].seats:
            helps = mate != head and played(view, mate) and mate not in absent
            if helps and chance(view, f"with {mate}").random() < 0.4:
                seats.append(mate)
        return c.CallCaucus(at=UNSTAMPED, by=view.seat, seats=tuple(seats), place=say(view, "place"))
    return None


def _may_call(view: View) -> bool:
    """Whether it is for this mediator to call: the one of those free who called least; one stays in the room."""
    absent = busy(view)
    callers = [
        seat
        for seat in team(view)
        if view.seats[seat].source is Source.STAND_IN and may(view, seat, Act.RELAY) and seat not in absent
    ]
    if view.seat not in callers or len(callers) < len([s for s in team(view) if may(view, s, Act.RELAY)]):
        return False
    called = {seat: sum(1 for caucus in view.caucuses if caucus.caller == seat) for seat in callers}
    return min(callers, key=lambda seat: (called[seat], callers.index(seat))) == view.seat


def _to_meet(view: View) -> tuple[str, ...]:
    """The parties to meet next, the most urgent first."""
    gone, parties = share(view), deciding(view)
    out = [party for party in parties if away(view, party)]
    rounds = 0 if gone < 0.12 else 1 if gone < 0.5 else 2 if gone < 0.72 else 3
    met = {party: len(meetings_with(view, party)) for party in parties}
    turn = nature(view, "turn").randrange(len(parties)) if parties else 0
    order = [*parties[turn:], *parties[:turn]]
    due = sorted((p for p in order if met[p] < rounds), key=lambda party: met[party])
    guests = [
        name
        for name, party in view.parties.items()
        if party.kind in (Kind.CIVIL_SOCIETY, Kind.ELDER, Kind.OBSERVER) and not party.decides
    ]
    early = gone > 0.75 - 0.6 * character(view).inclusive
    invite = [name for name in guests if early and not meetings_with(view, name)]
    last = latest(view, e.CaucusClosed)
    if out and waited(view, last) > 30:
        return tuple(out)
    if waited(view, last) < 60 * scale(view):
        return ()
    return (*invite[:1], *due) if invite and (not due or min(met.values()) > 0) else tuple(due)


def close_meeting(view: View) -> Command | None:
    """End a private meeting after its minutes; take back an invitation that nobody answers."""
    if not view.possible(Act.JOIN_CAUCUS) or view.clock.phase is None:
        return None
    for caucus in view.caucuses:
        if caucus.caller != view.seat:
            continue
        if caucus.state == "open":
            minutes = min(nature(view, f"meeting {caucus.number}").uniform(3.5, 6), 0.3 * view.clock.phase.minutes)
            if view.clock.seconds - caucus.opened >= minutes * MINUTE:
                return c.CloseCaucus(at=UNSTAMPED, by=view.seat, caucus=caucus.number)
        elif caucus.state in ("requested", "granted") and view.clock.seconds - caucus.called > max(
            60.0, 150 * scale(view)
        ):
            return c.DeclineCaucus(at=UNSTAMPED, by=view.seat, caucus=caucus.number, reason=say(view, "no-answer"))
    return None


def note_learned(view: View) -> Command | None:
    """Write what was told into the two-column note."""
    if not view.possible(Act.RECORD_LEARNED):
        return None
    noted = {line.interest for line in view.learned}
    for interest in view.interests:
        if not interest.own and interest.permission is not None and interest.id not in noted:
            return c.RecordLearned(
                at=UNSTAMPED,
                by=view.seat,
                party=interest.party,
                text=say(view, "learned", text=interest.text.strip()[:900]),
                releasable=interest.permission is Permission.RELEASABLE,
                interest=interest.id,
            )
    return None


def acknowledge(view: View) -> Command | None:
    """Say in the meeting that one has understood; once for the whole team."""
    caucus = view.caucus
    if caucus is None or caucus.caller != view.seat or not view.possible(Act.ACKNOWLEDGE):
        return None
    for moment in view.log:
        told = moment.event
        if not isinstance(told, e.InterestDisclosed) or told.caucus != caucus.number:
            continue
        interest = next((i for i in view.interests if i.id == told.interest and not i.own), None)
        done = mine(view, e.InterestAcknowledged, about("interest", told.interest))
        again = [line for line in view.learned if line.interest == told.interest and line.by != view.seat]
        if interest is not None and done is None and not again and moment.seconds < view.clock.seconds - 15:
            return c.AcknowledgeInterest(at=UNSTAMPED, by=view.seat, interest=told.interest)
    return None


def carry(view: View) -> Command | None:
    """Carry to a party what others released; a careless mediator also carries what was told in confidence."""
    if not view.possible(Act.RELAY) or share(view) < 0.2:
        return None
    if waited(view, mine(view, e.InterestRelayed)) < 60 * scale(view):
        return None
    for interest in view.interests:
        if interest.own or interest.state == "public" or interest.permission is None:
            continue
        closed = interest.permission is Permission.CLOSED
        if closed and not _slips(view, interest.id):
            continue
        to = _hearers(view, interest.id, interest.party)
        if interest.carry_to:
            to = tuple(seat for seat in to if seat in view.seats and view.seats[seat].party in interest.carry_to)
        if to and chance(view, f"carry {interest.id}").random() < 0.3:
            return c.RelayInterest(at=UNSTAMPED, by=view.seat, interest=interest.id, to=to, despite_confidence=closed)
    return None


def _slips(view: View, interest: str) -> bool:
    careless = character(view).discreet < 0.2
    return careless and nature(view, f"slip {interest}").random() < 0.3 and share(view) > 0.4


def _hearers(view: View, interest: str, owner: str) -> tuple[str, ...]:
    """Whom to tell now: the head whom one meets, if it was not told before; from the floor, everybody."""
    if view.caucus is not None:
        told = {seat for m in view.log if isinstance(m.event, e.InterestRelayed) for seat in _told(m.event, interest)}
        return tuple(
            seat
            for seat in view.caucus.seats
            if view.parties[view.seats[seat].party].decides and view.seats[seat].party != owner and seat not in told
        )
    return ("all",) if speaking(view) is not None and share(view) > 0.45 else ()


def _told(event: e.InterestRelayed, interest: str) -> tuple[str, ...]:
    return event.to if event.interest == interest else ()
