"""The stand-in at a seat: from its view to what it does, by habits in order; and whose turn it is among stand-ins."""

from datetime import datetime

from msgspec.structs import replace

from roles.rights import Kind
from simulator.engine import Command, Session, View, view
from simulator.engine.chance import draw
from simulator.engine.words import TRAINER, Source
from simulator.rehearsal import (
    caucuses,
    commitments,
    committee,
    delegations,
    drafting,
    guests,
    hotline,
    inputs,
    mediation,
    messages,
    offers,
    sittings,
    texts,
)
from simulator.rehearsal.people import EVERYBODY
from simulator.rehearsal.situation import Habit, closing, mediating, scale

CHAIR: tuple[Habit, ...] = (
    mediation.stop_speaker,
    sittings.open_sitting,
    sittings.close_sitting,
    mediation.give_floor,
    sittings.take_up_item,
    sittings.propose_agenda,
    sittings.impose_agenda,
)
"""What a seat does in a body that it chairs, whoever it is."""

DELEGATION: tuple[Habit, ...] = (
    *EVERYBODY,
    *CHAIR,
    commitments.answer_shock,
    *hotline.DELEGATIONS,
    *committee.CHAIRS,
    delegations.come_back,
    sittings.come_back,
    delegations.give_consent,
    sittings.object_to_item,
    delegations.agree_agenda,
    sittings.agree_agenda,
    delegations.walk_out,
    sittings.leave_words,
    sittings.offer_step,
    delegations.confide,
    delegations.release,
    inputs.file_input,
    offers.answer_adoption,
    texts.answer,
    texts.lift,
    texts.narrow,
    texts.support,
    texts.bracket,
    texts.refer,
    texts.explain,
    *committee.DELEGATIONS,
    offers.withdraw_package,
    offers.answer_package,
    offers.lift_bracket,
    offers.bracket_clause,
    delegations.state_position,
    delegations.say_openly,
    offers.table_package,
    delegations.contest_framing,
    delegations.ask_capital,
    delegations.acknowledge,
    delegations.propose_option,
    delegations.comment,
    *messages.IN_PUBLIC,
    delegations.ask_to_speak,
)

MEDIATOR: tuple[Habit, ...] = (
    *EVERYBODY,
    commitments.answer_shock,
    mediation.stop_speaker,
    sittings.open_sitting,
    sittings.close_sitting,
    mediation.give_floor,
    sittings.offer_step,
    sittings.take_up_item,
    *hotline.MEDIATORS,
    *committee.CHAIRS,
    messages.deliver_message,
    drafting.declare,
    drafting.put_to_adoption,
    texts.put,
    texts.issue,
    texts.park,
    caucuses.close_meeting,
    caucuses.acknowledge,
    caucuses.note_learned,
    mediation.propose_agenda,
    sittings.propose_agenda,
    mediation.impose_agenda,
    sittings.impose_agenda,
    caucuses.carry,
    drafting.park_clause,
    drafting.issue_version,
    *inputs.WRITERS,
    commitments.record_commitment,
    drafting.close_reading,
    mediation.frame_issue,
    caucuses.call_meeting,
    messages.send_messenger,
    drafting.float_package,
    mediation.ask_expert,
    mediation.propose_option,
    messages.hand_non_paper,
    mediation.ask_to_speak,
)

GUEST: tuple[Habit, ...] = (
    *EVERYBODY,
    *CHAIR,
    guests.answer_expert,
    *hotline.OTHERS,
    *committee.CHAIRS,
    inputs.file_input,
    *inputs.WRITERS,
    messages.publish_report,
    guests.appeal,
    texts.issue,
    texts.park,
    delegations.confide,
    delegations.say_openly,
    guests.tag_move,
    guests.propose_option,
    delegations.comment,
    *messages.IN_PUBLIC,
    guests.ask_to_speak,
)


def stand_in(known: View) -> Command | None:
    """What a stand-in does at its seat now, with `UNSTAMPED` for its time; None where it waits."""
    if known.me is None or known.party is None or known.clock.state == "ready":
        return None
    for habit in _habits(known):
        command = habit(known)
        if command is not None:
            return command
    return None


def _habits(known: View) -> tuple[Habit, ...]:
    if known.party is not None and (known.party.decides or known.party.kind in (Kind.SIDE, Kind.NEIGHBOUR)):
        return DELEGATION
    return MEDIATOR if mediating(known, known.seat) else GUEST


class StandIns:
    """All seats of a session that are cast as stand-ins: who acts next, and when.

    `pace` is the shortest and longest pause between two of their acts, in play seconds.
    """

    def __init__(self, pace: tuple[float, float] = (3.0, 9.0)) -> None:
        self._pace = pace
        self._waits: dict[str, tuple[int, float]] = {}

    def next_command(self, session: Session, at: datetime) -> Command | None:
        """What the next stand-in that wants to act does at a time; None where it is too early, or nobody wants to.

        Those who have the floor come first, then those who chair, then whoever acted longest ago.
        """
        if session.ended or not session.clock.running or not self._due(session, at):
            return None
        now = session.clock.read(at)
        first, rest = _order(session)
        for seat in (*first, *rest):
            number, until = self._waits.get(seat, (-1, 0.0))
            if now < until and (seat not in first or number == session.number):
                continue
            known = view(session, seat, at)
            command = stand_in(known)
            if command is not None:
                return replace(command, at=at)
            self._waits[seat] = (session.number, now + _patience(known))
        return None

    def refused(self, session: Session, seat: str, at: datetime) -> None:
        """Let a seat wait whose command was refused, so that it does not ask the same again and again."""
        self._waits[seat] = (session.number, session.clock.read(at) + 60)

    def _due(self, session: Session, at: datetime) -> bool:
        """Whether enough time has passed since a stand-in did something."""
        last = next(
            (m for m in reversed(session.log) if m.event.by != TRAINER and _stands_in(session, m.event.by)), None
        )
        if last is None:
            return True
        pause = draw(session.seed, last.number, "pace").uniform(*self._pace)
        playing = session.phase is not None and session.scenario.phases[session.phase].kind == "play"
        return session.clock.read(at) - last.seconds >= (pause if playing else pause / 4)


def _stands_in(session: Session, seat: str) -> bool:
    return seat in session.seats and session.seats[seat].source is Source.STAND_IN


def _patience(known: View) -> float:
    """Play seconds until a stand-in that had nothing to do is asked again: soonest where the talks wait for it."""
    if closing(known):
        return 20.0 if known.me is not None and not known.me.left_role else 120.0
    bears = (known.me is not None and known.me.heads) or mediating(known, known.seat)
    return (8.0 if bears else 30.0) * max(0.4, scale(known))


def _order(session: Session) -> tuple[list[str], list[str]]:
    """The stand-ins in the order in which they are asked: those on the floor and in the chair, then the others."""
    here = session.scenario.phases[session.phase].in_ if session.phase else ()
    floors = [session.floors[body] for body in here]
    speakers = [floor.speaker for floor in floors if floor.speaker is not None]
    chairs = [seat for body in here if session.floors[body].speaker is None for seat in session.floors[body].chair]
    acted: dict[str, int] = {}
    for moment in session.log:
        acted[moment.event.by] = moment.number
    rest = sorted(session.seats, key=lambda seat: acted.get(seat, 0))
    first = [seat for seat in dict.fromkeys((*speakers, *chairs)) if _stands_in(session, seat)]
    return first, [seat for seat in rest if seat not in first and _stands_in(session, seat)]


def next_command(session: Session, at: datetime) -> Command | None:
    """What the next stand-in that wants to act does at a time, without memory of earlier questions."""
    return StandIns().next_command(session, at)
