"""What everybody does: say ready, answer questions and events, accept a meeting, end a turn, leave the role."""

from roles.acts import Act
from roles.rights import Kind
from simulator.engine import Command, View
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.chance import draw
from simulator.engine.words import Source
from simulator.rehearsal.character import character, trust
from simulator.rehearsal.phrases import say
from simulator.rehearsal.situation import (
    MINUTE,
    UNSTAMPED,
    about,
    agreed,
    busy,
    chance,
    closing,
    latest,
    nature,
    running,
    scale,
    sitting,
    speaking,
    talks_begin,
    waited,
)


def get_ready(view: View) -> Command | None:
    """Say ready, after some reading."""
    phase = view.clock.phase
    if phase is None or phase.kind != "briefing" or view.me is None or view.me.ready or not running(view):
        return None
    reading = nature(view, "reading").uniform(0.2, 0.9) * phase.minutes * MINUTE
    return c.SayReady(at=UNSTAMPED, by=view.seat) if view.clock.phase_seconds >= reading else None


def plan(view: View) -> Command | None:
    """Before play, some note for themselves what they want to do first."""
    phase = view.clock.phase
    if phase is None or phase.kind != "briefing" or not running(view) or view.notes or view.briefs is None:
        return None
    if not view.briefs.first_moves or view.me is None or not view.me.ready:
        return None
    dice = nature(view, "plan")
    if dice.random() > 0.6 or view.clock.seconds < dice.uniform(0.5, 0.95) * talks_begin(view):
        return None
    return c.WriteNote(at=UNSTAMPED, by=view.seat, text=dice.choice(view.briefs.first_moves))


def file_sheet(view: View) -> Command | None:
    """Write and file the preparation sheet of a party that only stand-ins play, where the exercise waits for it."""
    sheet = view.preparation.get(view.party.id) if view.party is not None else None
    if sheet is None or not sheet.asked or sheet.filed is not None or view.me is None or not view.me.ready:
        return None
    team = [view.seats[s] for s in view.parties[sheet.party].seats if view.seats[s].source is not Source.EMPTY]
    if not team or team[0].id != view.seat or any(s.source is Source.HUMAN for s in team):
        return None
    if sheet.by:
        return c.FileSheet(at=UNSTAMPED, by=view.seat)
    moves = view.briefs.first_moves if view.briefs is not None else ()
    text = moves[0] if moves else sheet.parts[0].ask
    return c.WriteSheet(at=UNSTAMPED, by=view.seat, parts={sheet.parts[0].id: text})


def answer_pulse(view: View) -> Command | None:
    """Answer a self-report from trust and satisfaction, one to seven."""
    for pulse in view.pulses:
        if pulse.answered:
            continue
        opened = latest(view, e.PulseOpened, about("pulse", pulse.id))
        if waited(view, opened) < nature(view, f"pulse {pulse.id}").uniform(10, 90) * scale(view):
            return None
        dice = chance(view, f"pulse {pulse.id}")
        mood = 1 + 6 * (0.6 * trust(view) + 0.4 * satisfaction(view))
        answers = {item: max(1, min(7, round(mood + dice.uniform(-1.2, 1.2)))) for item in pulse.items}
        return c.AnswerPulse(at=UNSTAMPED, by=view.seat, pulse=pulse.id, answers=answers)
    return None


def satisfaction(view: View) -> float:
    """How content a seat may be with what is on the table, from 0 to 1."""
    standing = [offer for offer in view.packages if offer.package.state in ("tabled", "agreed")]
    if view.outcome is not None and not view.outcome.terms:
        return 0.2
    if agreed(view) is not None or view.text.state in ("clean", "adopted"):
        return 0.8
    if view.worth is None or not standing:
        return 0.5
    top = max((offer.points or 0.0) for offer in standing)
    return max(0.1, min(0.9, 0.5 + (top - view.worth.reservation) / 50))


def answer_event(view: View) -> Command | None:
    """Answer an event that reached the seat, where the seat speaks for somebody."""
    if not view.possible(Act.ANSWER_EVENT) or not running(view) or closing(view):
        return None
    if not _speaks_for_others(view):
        return None
    for paper in view.papers:
        pause = nature(view, f"event {paper.inject}").uniform(20, 200) * scale(view)
        if paper.answered or view.clock.seconds - paper.seconds < pause:
            continue
        return c.AnswerInject(
            at=UNSTAMPED, by=view.seat, inject=paper.inject, text=say(view, "event", title=paper.title)
        )
    return None


def _speaks_for_others(view: View) -> bool:
    if view.me is None or view.party is None:
        return False
    if view.party.kind is Kind.MEDIATION:
        return view.possible(Act.GIVE_FLOOR)
    return view.me.heads or view.party.kind in (Kind.CIVIL_SOCIETY, Kind.ELDER)


def leave_role(view: View) -> Command | None:
    """Leave the role when play is over."""
    if not closing(view) or view.me is None or view.me.left_role:
        return None
    pause = nature(view, "leave").uniform(5, 100) * scale(view)
    return c.LeaveRole(at=UNSTAMPED, by=view.seat) if view.clock.phase_seconds >= pause else None


def end_turn(view: View) -> Command | None:
    """End the own turn after 20 to 120 seconds, a little over the limit where one was set."""
    turn = speaking(view)
    if turn is None or not view.possible(Act.SPEAK):
        return None
    body, floor = turn
    length = 20 + 100 * draw(view.seed, int(floor.since), "turn").betavariate(1.2, 5)
    if floor.limit is not None:
        length = min(length, floor.limit * 1.15)
    over = view.clock.seconds - floor.since >= length
    return c.YieldFloor(at=UNSTAMPED, by=view.seat, body=body) if over else None


def accept_meeting(view: View) -> Command | None:
    """Accept a private meeting for one's party, or decline it in a bad mood."""
    if not view.possible(Act.JOIN_CAUCUS) or view.caucus is not None or view.party is None:
        return None
    if speaking(view) is not None:
        return None
    for caucus in view.caucuses:
        if caucus.state not in ("requested", "granted") or view.seat not in caucus.seats:
            continue
        caller = view.seats[caucus.caller].party
        if caller == view.party.id or view.party.id in caucus.accepted or not _answers(view, caucus.seats):
            continue
        if busy(view) & set(caucus.seats):
            continue
        dice = draw(view.seed, caucus.number, "invitation")
        if dice.random() < 0.12 * character(view).temper * (1 - trust(view)):
            return c.DeclineCaucus(at=UNSTAMPED, by=view.seat, caucus=caucus.number, reason=say(view, "decline"))
        return c.AcceptCaucus(at=UNSTAMPED, by=view.seat, caucus=caucus.number)
    return None


def _answers(view: View, seats: tuple[str, ...]) -> bool:
    """Whether it is for this seat to answer: the head where it is invited, else the first of the party."""
    own = [seat for seat in seats if view.party is not None and view.seats[seat].party == view.party.id]
    leader = next((seat for seat in own if view.seats[seat].heads), own[0])
    return leader == view.seat


def ask_floor(view: View, eagerness: float) -> Command | None:
    """Ask for the floor, more rarely when one has spoken much."""
    if not view.possible(Act.SPEAK) or view.me is None or view.caucus is not None or speaking(view) is not None:
        return None
    here = sitting(view)
    if here is None or view.seat in here[1].queue or len(here[1].queue) >= 3:
        return None
    body, _ = here
    spoken = [seat.spoken for seat in view.seats.values() if seat.spoken > 0]
    mean = sum(spoken) / len(spoken) if spoken else 0.0
    eagerness *= 0.5 + character(view).talkative
    if view.me.spoken > 1.5 * mean + 60:
        eagerness *= 0.3
    if chance(view, "floor").random() < eagerness:
        return c.RequestFloor(at=UNSTAMPED, by=view.seat, body=body)
    return None


EVERYBODY = (get_ready, plan, file_sheet, answer_pulse, leave_role, end_turn, accept_meeting, answer_event)
"""What comes before everything else, for every seat."""
