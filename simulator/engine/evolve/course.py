"""How the course changes the session: seats, clock, phases, events, outcome."""

from msgspec.structs import replace

from simulator.engine import events as e
from simulator.engine.evolve.change import put, step
from simulator.engine.evolve.talks import bodies_in
from simulator.engine.machines import INJECT, ISSUE
from simulator.engine.session import About, Clock, Improvised, IncidentState, InjectState, SeatState, Session, Visit
from simulator.engine.words import Cause, OutcomeKind


def session_opened(session: Session, event: e.SessionOpened) -> Session:
    return replace(session, name=event.name, language=event.language)


def seat_cast(session: Session, event: e.SeatCast) -> Session:
    seat = session.seats.get(event.seat, SeatState())
    return replace(
        session, seats=put(session.seats, event.seat, replace(seat, source=event.source, people=event.people))
    )


def clock_started(session: Session, event: e.ClockStarted) -> Session:
    return replace(session, clock=Clock(session.clock.seconds, event.at, started=True))


def clock_paused(session: Session, event: e.ClockPaused) -> Session:
    return replace(session, clock=replace(session.clock, seconds=session.clock.read(event.at), anchor=None))


def clock_resumed(session: Session, event: e.ClockResumed) -> Session:
    clock = replace(session.clock, seconds=session.clock.read(event.at), anchor=event.at)
    return replace(session, clock=clock, stopped=False)


def clock_jumped(session: Session, event: e.ClockJumped) -> Session:
    """What is going on keeps its length: turns, private meetings, absences and silences move with the clock."""
    seconds = max(0.0, event.seconds)
    shift = seconds - session.clock.read(event.at)
    anchor = event.at if session.clock.running else None
    return replace(
        session,
        clock=replace(session.clock, seconds=seconds, anchor=anchor),
        floors={name: replace(floor, since=floor.since + shift) for name, floor in session.floors.items()},
        caucuses={
            number: replace(caucus, opened=caucus.opened + shift) if caucus.state == "open" else caucus
            for number, caucus in session.caucuses.items()
        },
        consent={party: replace(state, since=state.since + shift) for party, state in session.consent.items()},
        texts={
            name: text if text.until is None else replace(text, until=text.until + shift)
            for name, text in session.texts.items()
        },
        incidents={number: _shifted(incident, shift) for number, incident in session.incidents.items()},
    )


def _shifted(incident: IncidentState, shift: float) -> IncidentState:
    """An incident that waits for a step, whose time goes on with the clock."""
    if incident.state == "closed":
        return incident
    acknowledged, asked = incident.acknowledged, incident.visit_asked
    return replace(
        incident,
        reported=incident.reported + shift,
        acknowledged=None if acknowledged is None else acknowledged + shift,
        visit_asked=None if asked is None else asked + shift,
    )


def phase_entered(session: Session, event: e.PhaseEntered) -> Session:
    visit = Visit(event.phase, session.clock.read(event.at), event.cause, event.loop)
    return bodies_in(replace(session, visits=(*session.visits, visit)), event.phase)


def phase_cut(session: Session, event: e.PhaseCut) -> Session:
    return replace(session, cuts=put(session.cuts, event.phase, event.minutes))


def play_extended(session: Session, event: e.PlayExtended) -> Session:
    return replace(session, extended=session.extended + event.minutes)


def inject_sent(session: Session, event: e.InjectSent) -> Session:
    state = _inject(session, event.inject)
    sent = replace(
        state,
        state=step(INJECT, state.state, "send"),
        sent=session.clock.read(event.at),
        to=event.to,
        cause=event.cause,
        text=event.text,
    )
    return _put_inject(session, event.inject, sent)


def inject_improvised(session: Session, event: e.InjectImprovised) -> Session:
    words = Improvised(event.title, event.sender, event.channel, event.text, event.tests)
    state = InjectState("sent", session.clock.read(event.at), event.to, Cause.BY_HAND)
    session = replace(session, improvised=put(session.improvised, event.inject, words))
    return _put_inject(session, event.inject, state)


def inject_put_off(session: Session, event: e.InjectPutOff) -> Session:
    state = _inject(session, event.inject)
    put_off = replace(state, state=step(INJECT, state.state, "delay"), due=event.seconds)
    return _put_inject(session, event.inject, put_off)


def paper_opened(session: Session, event: e.PaperOpened) -> Session:
    state = _inject(session, event.inject)
    return _put_inject(session, event.inject, replace(state, opened=(*state.opened, event.by)))


def inject_held(session: Session, event: e.InjectHeld) -> Session:
    return _step_inject(session, event.inject, "hold")


def inject_armed(session: Session, event: e.InjectArmed) -> Session:
    return _step_inject(session, event.inject, "arm")


def inject_skipped(session: Session, event: e.InjectSkipped) -> Session:
    return _step_inject(session, event.inject, "skip")


def inject_met(session: Session, event: e.InjectMet) -> Session:
    return _put_inject(session, event.inject, replace(_inject(session, event.inject), response="met"))


def inject_missed(session: Session, event: e.InjectMissed) -> Session:
    return _put_inject(session, event.inject, replace(_inject(session, event.inject), response="missed"))


def inject_marked(session: Session, event: e.InjectMarked) -> Session:
    response = "met" if event.met else "missed"
    return _put_inject(session, event.inject, replace(_inject(session, event.inject), response=response))


def inject_answered(session: Session, event: e.InjectAnswered) -> Session:
    state = _inject(session, event.inject)
    return _put_inject(session, event.inject, replace(state, answers=(*state.answers, (event.by, event.text))))


def outcome_recorded(session: Session, event: e.OutcomeRecorded) -> Session:
    issues = dict(session.issues)
    if event.kind in (OutcomeKind.AGREEMENT, OutcomeKind.PARTIAL_AGREEMENT):
        for name in event.terms:
            if name in issues:
                issues[name] = replace(issues[name], state=step(ISSUE, issues[name].state, "agree"))
    return replace(session, outcome=event, issues=issues)


def session_ended(session: Session, event: e.SessionEnded) -> Session:
    clock = replace(session.clock, seconds=session.clock.read(event.at), anchor=None)
    return replace(session, ended=True, clock=clock)


def announcement_made(session: Session, event: e.AnnouncementMade) -> Session:
    announced = session.wall.announced
    if event.text:
        announced = (*announced, (session.clock.read(event.at), event.text, session.phase))
    return replace(session, wall=replace(session.wall, announced=announced, stands=bool(event.text)))


def wall_set(session: Session, event: e.WallSet) -> Session:
    shown = replace(session.wall, page=event.page, body=event.body, document=event.document, beside=event.beside)
    return replace(session, wall=shown)


def seat_ready(session: Session, event: e.SeatReady) -> Session:
    seat = session.seats.get(event.by, SeatState())
    return replace(session, seats=put(session.seats, event.by, replace(seat, ready=True)))


def stop_invoked(session: Session, event: e.StopInvoked) -> Session:
    clock = replace(session.clock, seconds=session.clock.read(event.at), anchor=None)
    return replace(session, stopped=True, clock=clock)


def role_left(session: Session, event: e.RoleLeft) -> Session:
    seat = session.seats.get(event.by, SeatState())
    return replace(session, seats=put(session.seats, event.by, replace(seat, left_role=True)))


def note_written(session: Session, event: e.NoteWritten) -> Session:
    note = (session.clock.read(event.at), event.text)
    before, subject = session.notes.get(event.by, ()), About(event.caucus, event.seat)
    about = (*session.notes_about.get(event.by, ()), subject)
    notes = put(session.notes, event.by, (*before, note))
    return replace(session, notes=notes, notes_about=put(session.notes_about, event.by, about))


def pulse_opened(session: Session, event: e.PulseOpened) -> Session:
    return replace(session, pulses=put(session.pulses, event.pulse, session.pulses.get(event.pulse, {})))


def pulse_answered(session: Session, event: e.PulseAnswered) -> Session:
    answers = put(session.pulses.get(event.pulse, {}), event.by, event.answers)
    return replace(session, pulses=put(session.pulses, event.pulse, answers))


def _inject(session: Session, name: str) -> InjectState:
    return session.injects.get(name, InjectState())


def _put_inject(session: Session, name: str, state: InjectState) -> Session:
    return replace(session, injects=put(session.injects, name, state))


def _step_inject(session: Session, name: str, trigger: str) -> Session:
    state = _inject(session, name)
    return _put_inject(session, name, replace(state, state=step(INJECT, state.state, trigger), due=None))
