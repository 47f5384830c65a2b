"""The mediators in the open: chair, agenda, framing, options, the expert."""

from roles.acts import Act
from roles.rights import Kind
from simulator.engine import Command, View
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.rehearsal import sittings
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
    head_of,
    latest,
    leads,
    mine,
    nature,
    played,
    scale,
    share,
    sitting,
    talks_begin,
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
        if not floor.open or floor.speaker is not None or not _chairs(view, body):
            continue
        waiting = [seat for seat in floor.queue if _can_speak(view, seat, body) and seat not in absent]
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


def _can_speak(view: View, seat: str, body: str) -> bool:
    party = view.seats[seat].party
    elsewhere = any(floor.speaker == seat for floor in view.floors.values())
    return played(view, seat) and not elsewhere and not away(view, party) and party not in view.bodies[body].left


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
        if seat in (*view.members[body], *view.bodies[body].observers)
        if seat not in absent and seat != view.seat and _can_speak(view, seat, body)
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
    if view.agenda.adopted is not None or view.agenda.proposed or sittings.formal(view):
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
    if waited(view, latest(view, e.AgendaProposed, about("body", ""))) < 8 * MINUTE * scale(view):
        return None
    if view.agenda.objections and not any(sittings.insists(view, b) for b in view.bodies.values() if b.main):
        return None
    return c.ImposeAgenda(at=UNSTAMPED, by=view.seat, reason=say(view, "agenda"))


def frame_issue(view: View) -> Command | None:
    """Put the next issue of the agenda as a neutral question."""
    if not view.possible(Act.FRAME_ISSUE) or not leads(view, Act.FRAME_ISSUE):
        return None
    items = view.agenda.adopted.issues if view.agenda.adopted else ()
    order = tuple(item for item in items if item in view.issues)
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
