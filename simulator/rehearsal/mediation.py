"""The mediators: chair, agenda, framing, private meetings in turn, what they learn and what they carry."""

from roles.acts import Act
from roles.rights import Kind
from simulator.engine import Command, View
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.words import Permission, Source
from simulator.rehearsal.character import character
from simulator.rehearsal.people import ask_floor
from simulator.rehearsal.phrases import say
from simulator.rehearsal.situation import (
    MINUTE,
    UNSTAMPED,
    about,
    away,
    busy,
    chance,
    closing,
    deciding,
    head_of,
    latest,
    leads,
    left,
    may,
    meetings_with,
    mine,
    nature,
    played,
    scale,
    share,
    sitting,
    speaking,
    talks_begin,
    team,
    waited,
)

# -- the chair --------------------------------------------------------------------------------------------------------


def _chairs(view: View, body: str) -> bool:
    """Whether this seat chairs a body now: the first of its chairs that somebody plays and that is in the room."""
    away_now = busy(view)
    present = [seat for seat in view.chairs.get(body, ()) if played(view, seat) and seat not in away_now]
    return bool(present) and present[0] == view.seat


def give_floor(view: View) -> Command | None:
    """Give the floor to who waits, the one who spoke least first; now and then to who has not asked."""
    if not view.possible(Act.GIVE_FLOOR) or (view.outcome is not None and closing(view)):
        return None
    absent = busy(view)
    for body, floor in view.floors.items():
        if floor.suspended or floor.speaker is not None or not _chairs(view, body):
            continue
        waiting = [seat for seat in floor.queue if _can_speak(view, seat) and seat not in absent]
        if waiting:
            seat = min(waiting, key=lambda name: (view.seats[name].spoken, floor.queue.index(name)))
            return c.GiveFloor(at=UNSTAMPED, by=view.seat, body=body, seat=seat, limit=_limit(view, seat))
        quiet = waited(view, latest(view, e.FloorYielded, about("body", body)))
        here = sitting(view)
        if quiet > 20 * scale(view) and here is not None and here[0] == body:
            guest = _invited(view, body, absent)
            if guest is not None:
                return c.GiveFloor(at=UNSTAMPED, by=view.seat, body=body, seat=guest, limit=_limit(view, guest))
    return None


def _can_speak(view: View, seat: str) -> bool:
    return played(view, seat) and not away(view, view.seats[seat].party)


def _limit(view: View, seat: str) -> int:
    decides = view.parties[view.seats[seat].party].decides
    opening = view.seats[seat].spoken == 0
    minutes = (2.0 if opening else 1.5) if decides else 1.0
    return max(20, round(minutes * 60 * max(0.5, scale(view))))


def _invited(view: View, body: str, absent: frozenset[str]) -> str | None:
    """Whom the chair asks when nobody waits: itself, a head who is silent, or somebody who is no party."""
    dice = chance(view, "invite")
    if dice.random() > 0.6:
        return None
    if dice.random() < 0.4 or view.me is None or view.me.spoken == 0:
        return view.seat
    heads = [seat for party in view.parties if (seat := head_of(view, party)) is not None]
    present = [
        seat
        for seat in heads
        if seat in view.members[body] and seat not in absent and seat != view.seat and _can_speak(view, seat)
        if view.parties[view.seats[seat].party].kind in _GUESTS or view.parties[view.seats[seat].party].decides
    ]
    if not present:
        return view.seat
    guests = [seat for seat in present if not view.parties[view.seats[seat].party].decides]
    if guests and character(view).inclusive > 1 - share(view) - 0.3 and dice.random() < 0.4:
        return min(guests, key=lambda seat: view.seats[seat].spoken)
    return min(present, key=lambda seat: view.seats[seat].spoken)


_GUESTS = (Kind.CIVIL_SOCIETY, Kind.OBSERVER, Kind.ELDER, Kind.NEIGHBOUR, Kind.SUPPORT)


def stop_speaker(view: View) -> Command | None:
    """End a turn that runs far over its limit."""
    if not view.possible(Act.GIVE_FLOOR):
        return None
    for body, floor in view.floors.items():
        if floor.speaker is None or floor.limit is None or floor.speaker == view.seat or not _chairs(view, body):
            continue
        if view.clock.seconds - floor.since > 1.3 * floor.limit:
            return c.YieldFloor(at=UNSTAMPED, by=view.seat, body=body)
    return None


# -- agenda and framing -----------------------------------------------------------------------------------------------


def propose_agenda(view: View) -> Command | None:
    """Propose all issues: as they are written, or the lighter ones first."""
    if not view.possible(Act.PROPOSE_AGENDA) or not leads(view, Act.PROPOSE_AGENDA):
        return None
    if view.agenda.adopted is not None or view.agenda.proposed:
        return None
    if view.clock.phase_seconds < 40 * scale(view):
        return None
    issues = list(view.issues)
    if nature(view, "agenda").random() < 0.5:
        nature(view, "order").shuffle(issues)
    return c.ProposeAgenda(at=UNSTAMPED, by=view.seat, issues=tuple(issues))


def impose_agenda(view: View) -> Command | None:
    """Go on without everybody when agreement to the agenda does not come."""
    if not view.possible(Act.DECLARE_OUTCOME) or not leads(view, Act.DECLARE_OUTCOME):
        return None
    if view.agenda.adopted is not None or not view.agenda.proposed:
        return None
    if waited(view, latest(view, e.AgendaProposed)) < 8 * MINUTE * scale(view):
        return None
    return c.ImposeAgenda(at=UNSTAMPED, by=view.seat, reason=say(view, "agenda"))


def frame_issue(view: View) -> Command | None:
    """Put the next issue of the agenda as a neutral question."""
    if not view.possible(Act.FRAME_ISSUE) or not leads(view, Act.FRAME_ISSUE):
        return None
    order = view.agenda.adopted.issues if view.agenda.adopted else tuple(view.issues)
    if view.agenda.adopted is None and view.agenda.proposed and share(view) < 0.3:
        return None
    pause = (30 + 60 * nature(view, "framing").random()) * scale(view)
    if waited(view, mine(view, e.IssueFramed)) < pause:
        return None
    for issue in (*order, *view.issues):
        if view.issues[issue].state in ("unraised", "raised", "on_agenda"):
            return c.FrameIssues(at=UNSTAMPED, by=view.seat, issues=(issue,))
    return None


def propose_option(view: View) -> Command | None:
    """Put on the board what private meetings brought, without saying from whom."""
    if not view.possible(Act.PROPOSE_OPTION) or share(view) < 0.35 or chance(view, "option").random() > 0.2:
        return None
    if waited(view, mine(view, e.OptionProposed)) < 120 * scale(view):
        return None
    for name, issue in view.issues.items():
        for option in issue.options:
            if not option.on_board:
                return c.ProposeOption(at=UNSTAMPED, by=view.seat, issue=name, option=option.id)
    idea = nature(view, "idea")
    bare = [name for name, issue in view.issues.items() if not any(option.own_words for option in issue.options)]
    if idea.random() < 0.4 and len(bare) == len(view.issues) and share(view) < 0.7:
        issue_name = idea.choice(bare)
        words = say(view, "idea", issue=view.issues[issue_name].title)
        return c.ProposeOption(at=UNSTAMPED, by=view.seat, issue=issue_name, text=words)
    return None


# -- private meetings -------------------------------------------------------------------------------------------------


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


# -- calls ------------------------------------------------------------------------------------------------------------


def ask_expert(view: View) -> Command | None:
    """Use the calls to the expert one by one, on what is most contested."""
    if not view.possible(Act.CALL_EXPERT) or not leads(view, Act.CALL_EXPERT) or view.expert_left < 1:
        return None
    asked = view.expert_calls
    if asked and (asked[-1].answer is None or view.clock.seconds - asked[-1].asked < 8 * MINUTE * scale(view)):
        return None
    if share(view) < 0.15 + 0.2 * len(asked) + 0.1 * nature(view, "expert").random():
        return None
    spread = {
        name: len({position.option for position in issue.positions.values()}) for name, issue in view.issues.items()
    }
    names = list(view.issues)
    issue = max(names, key=lambda name: (spread[name], (names.index(name) + len(asked)) % len(names)))
    return c.AskExpert(at=UNSTAMPED, by=view.seat, text=say(view, "expert", issue=view.issues[issue].title))


def ask_to_speak(view: View) -> Command | None:
    """Ask for the floor now and then."""
    return ask_floor(view, 0.05) if view.clock.seconds > talks_begin(view) else None
