"""How the talks change the session: floor, agenda, consent, caucuses, interests, calls."""

from msgspec.structs import replace

from simulator.engine import events as e
from simulator.engine.evolve.change import put, step
from simulator.engine.machines import CAUCUS, CONSENT, INTEREST, ISSUE, SITTING
from simulator.engine.session import (
    Agenda,
    Call,
    Caucus,
    ConsentState,
    Floor,
    Learned,
    Objection,
    Session,
    Token,
    main_body,
)
from simulator.engine.words import EVERYBODY, Consent, Permission

_CONSENT_TRIGGERS = {
    Consent.IN: "agree",
    Consent.CONDITIONAL: "set_conditions",
    Consent.SUSPENDED: "walk_out",
    Consent.OUT: "refuse",
}


def _floor(session: Session, body: str, floor: Floor) -> Session:
    return replace(session, floors=put(session.floors, body, floor))


def _floor_of(session: Session, body: str) -> Floor:
    return session.floors.get(body, Floor())


def floor_requested(session: Session, event: e.FloorRequested) -> Session:
    floor = _floor_of(session, event.body)
    queue = floor.queue if event.by in floor.queue else (*floor.queue, event.by)
    return _floor(session, event.body, replace(floor, queue=queue))


def request_withdrawn(session: Session, event: e.RequestWithdrawn) -> Session:
    floor = _floor_of(session, event.body)
    return _floor(session, event.body, replace(floor, queue=tuple(s for s in floor.queue if s != event.by)))


def floor_given(session: Session, event: e.FloorGiven) -> Session:
    floor = _floor_of(session, event.body)
    queue = tuple(s for s in floor.queue if s != event.seat)
    since = session.clock.read(event.at)
    return _floor(session, event.body, replace(floor, speaker=event.seat, since=since, limit=event.limit, queue=queue))


def floor_yielded(session: Session, event: e.FloorYielded) -> Session:
    session = _floor(session, event.body, replace(_floor_of(session, event.body), speaker=None, limit=None))
    seat = session.seats.get(event.seat)
    if seat is None:
        return session
    return replace(session, seats=put(session.seats, event.seat, replace(seat, spoken=seat.spoken + event.seconds)))


def sitting_opened(session: Session, event: e.SittingOpened) -> Session:
    floor = _floor_of(session, event.body)
    opened = replace(floor, state=step(SITTING, floor.state, "open"), sittings=floor.sittings + 1)
    return _floor(session, event.body, opened)


def sitting_closed(session: Session, event: e.SittingClosed) -> Session:
    floor = _floor_of(session, event.body)
    return _floor(session, event.body, replace(floor, state=step(SITTING, floor.state, "close"), queue=()))


def sitting_suspended(session: Session, event: e.SittingSuspended) -> Session:
    floor = _floor_of(session, event.body)
    return _floor(session, event.body, replace(floor, state=step(SITTING, floor.state, "suspend")))


def sitting_resumed(session: Session, event: e.SittingResumed) -> Session:
    floor = _floor_of(session, event.body)
    return _floor(session, event.body, replace(floor, state=step(SITTING, floor.state, "resume")))


def chair_changed(session: Session, event: e.ChairChanged) -> Session:
    return _floor(session, event.body, replace(_floor_of(session, event.body), chair=event.seats))


def bodies_in(session: Session, phase: str) -> Session:
    """The bodies after a phase began: those that sit with it are open, those that do not sit in it are closed."""
    written = session.scenario.phases.get(phase)
    if written is None:
        return session
    for name, body in session.scenario.bodies.items():
        floor = _floor_of(session, name)
        if name not in written.in_:
            if floor.state == "open":
                session = _floor(session, name, replace(floor, state=step(SITTING, floor.state, "close")))
        elif body.opens == "with_phase" and floor.state in ("planned", "closed"):
            opened = replace(floor, state=step(SITTING, floor.state, "open"), sittings=floor.sittings + 1)
            session = _floor(session, name, opened)
        if written.new_agenda and name in written.in_:
            session = _new_agenda(session, name)
    if not written.new_agenda:
        return session
    carried = {
        number: replace(entry, carried=entry.carried + 1) if entry.state != "done" else entry
        for number, entry in session.follow_up.items()
    }
    return replace(session, follow_up=carried)


def _new_agenda(session: Session, body: str) -> Session:
    """A body without an agenda; who had left it for an item is back."""
    floor = _floor_of(session, body)
    away = {party: item for party, item in floor.away.items() if not item}
    return _agenda(_floor(session, body, replace(floor, away=away)), body, Agenda())


def _agenda(session: Session, body: str, agenda: Agenda) -> Session:
    return replace(session, agendas=put(session.agendas, body or main_body(session.scenario), agenda))


def _agenda_of(session: Session, body: str) -> Agenda:
    return session.agendas.get(body or main_body(session.scenario), Agenda())


def agenda_proposed(session: Session, event: e.AgendaProposed) -> Session:
    agenda = Agenda(proposed=event.issues, proposer=event.by, wordings=event.wordings)
    issues = dict(session.issues)
    for name in event.issues:
        if name in issues:
            issues[name] = replace(issues[name], state=step(ISSUE, issues[name].state, "propose"))
    return _agenda(replace(session, issues=issues), event.body, agenda)


def agenda_endorsed(session: Session, event: e.AgendaEndorsed) -> Session:
    agenda = _agenda_of(session, event.body)
    return _agenda(session, event.body, replace(agenda, endorsed=agenda.endorsed | {event.party}))


def item_objected(session: Session, event: e.ItemObjected) -> Session:
    agenda = _agenda_of(session, event.body)
    objection = Objection(event.party, event.reason, event.wording)
    objections = put(agenda.objections, event.item, (*agenda.objections.get(event.item, ()), objection))
    endorsed = agenda.endorsed - {event.party}
    return _agenda(session, event.body, replace(agenda, objections=objections, endorsed=endorsed))


def item_taken_up(session: Session, event: e.ItemTakenUp) -> Session:
    """A party that left for an item that is done is back."""
    agenda = _agenda_of(session, event.body)
    done = tuple(dict.fromkeys((*agenda.done, agenda.item))) if agenda.item else agenda.done
    session = _agenda(session, event.body, replace(agenda, item=event.item, done=done))
    body = event.body or main_body(session.scenario)
    floor = _floor_of(session, body)
    away = {party: item for party, item in floor.away.items() if item == event.item or item not in done}
    return _floor(session, body, replace(floor, away=away))


def agenda_adopted(session: Session, event: e.AgendaAdopted) -> Session:
    issues = dict(session.issues)
    for name in event.issues:
        if name in issues:
            issues[name] = replace(issues[name], state=step(ISSUE, issues[name].state, "adopt"))
    session = replace(session, issues=issues)
    return _agenda(session, event.body, replace(_agenda_of(session, event.body), adopted=event))


def party_walked_out(session: Session, event: e.PartyWalkedOut) -> Session:
    session = replace(session, steps=put(session.steps, event.party, ()))
    if not event.body:
        return session
    floor = _floor_of(session, event.body)
    return _floor(session, event.body, replace(floor, away=put(floor.away, event.party, event.item)))


def party_returned(session: Session, event: e.PartyReturned) -> Session:
    session = replace(session, steps={party: done for party, done in session.steps.items() if party != event.party})
    if not event.body:
        return session
    floor = _floor_of(session, event.body)
    away = {party: item for party, item in floor.away.items() if party != event.party}
    return _floor(session, event.body, replace(floor, away=away))


def step_offered(session: Session, event: e.StepOffered) -> Session:
    return replace(session, steps=put(session.steps, event.party, (*session.steps.get(event.party, ()), event.text)))


def consent_changed(session: Session, event: e.ConsentChanged) -> Session:
    before = session.consent.get(event.party, ConsentState())
    trigger = _CONSENT_TRIGGERS.get(event.consent, "")
    word = Consent(step(CONSENT, before.consent.value, trigger))
    away = (Consent.SUSPENDED, Consent.OUT)
    since = before.since if word in away and before.consent in away else session.clock.read(event.at)
    return replace(session, consent=put(session.consent, event.party, ConsentState(word, event.conditions, since)))


def caucus_called(session: Session, event: e.CaucusCalled) -> Session:
    caucus = Caucus(event.caucus, event.by, event.seats, event.place, session.clock.read(event.at))
    return replace(session, caucuses=put(session.caucuses, event.caucus, caucus))


def caucus_accepted(session: Session, event: e.CaucusAccepted) -> Session:
    caucus = session.caucuses[event.caucus]
    state = step(CAUCUS, caucus.state, "accept")
    return _caucus(session, replace(caucus, accepted=caucus.accepted | {event.party}, state=state))


def caucus_opened(session: Session, event: e.CaucusOpened) -> Session:
    caucus = session.caucuses[event.caucus]
    opened = session.clock.read(event.at)
    return _caucus(session, replace(caucus, state=step(CAUCUS, caucus.state, "open"), opened=opened))


def caucus_declined(session: Session, event: e.CaucusDeclined) -> Session:
    caucus = session.caucuses[event.caucus]
    return _caucus(session, replace(caucus, state=step(CAUCUS, caucus.state, "decline")))


def caucus_closed(session: Session, event: e.CaucusClosed) -> Session:
    caucus = session.caucuses[event.caucus]
    closed = session.clock.read(event.at)
    return _caucus(session, replace(caucus, state=step(CAUCUS, caucus.state, "close"), closed=closed))


def _caucus(session: Session, caucus: Caucus) -> Session:
    return replace(session, caucuses=put(session.caucuses, caucus.number, caucus))


def _token(session: Session, interest: str, token: Token) -> Session:
    return replace(session, interests=put(session.interests, interest, token))


def interest_disclosed(session: Session, event: e.InterestDisclosed) -> Session:
    token = session.interests.get(event.interest, Token())
    public = EVERYBODY in event.to
    told = dict(token.told)
    for seat in event.to:
        if seat != EVERYBODY and not (
            told.get(seat) is Permission.RELEASABLE and event.permission is Permission.CLOSED
        ):
            told[seat] = event.permission
    state = step(INTEREST, token.state, "publish" if public else "tell")
    carry_to = dict(token.carry_to)
    if event.permission is Permission.RELEASABLE and not public:
        state = step(INTEREST, state, "permit")
        carry_to |= dict.fromkeys(event.to, event.carry_to)
    now = session.clock.read(event.at)
    first = now if token.first_told is None else token.first_told
    return _token(
        session,
        event.interest,
        replace(token, state=state, told=told, carry_to=carry_to, public=token.public or public, first_told=first),
    )


def release_permitted(session: Session, event: e.ReleasePermitted) -> Session:
    token = session.interests[event.interest]
    told = dict.fromkeys(token.told, Permission.RELEASABLE)
    carry_to = dict.fromkeys(token.told, event.carry_to)
    state = step(INTEREST, token.state, "permit")
    return _token(session, event.interest, replace(token, state=state, told=told, carry_to=carry_to))


def release_withdrawn(session: Session, event: e.ReleaseWithdrawn) -> Session:
    token = session.interests[event.interest]
    told = dict.fromkeys(token.told, Permission.CLOSED)
    state = step(INTEREST, token.state, "forbid")
    return _token(session, event.interest, replace(token, state=state, told=told, carry_to={}))


def interest_relayed(session: Session, event: e.InterestRelayed) -> Session:
    token = session.interests[event.interest]
    public = EVERYBODY in event.to
    carried = token.carried | {seat for seat in event.to if seat != EVERYBODY}
    state = step(INTEREST, token.state, "publish") if public else token.state
    return _token(
        session,
        event.interest,
        replace(
            token,
            state=state,
            carried=carried,
            public=token.public or public,
            breached=token.breached or event.breach,
            relayed=(*token.relayed, *((event.by, seat, event.breach) for seat in event.to)),
        ),
    )


def interest_acknowledged(session: Session, event: e.InterestAcknowledged) -> Session:
    token = session.interests[event.interest]
    state = step(INTEREST, token.state, "acknowledge")
    return _token(session, event.interest, replace(token, state=state, acknowledged=token.acknowledged | {event.party}))


def learned_recorded(session: Session, event: e.LearnedRecorded) -> Session:
    number = len(session.learned) + 1
    line = Learned(number, event.by, event.party, event.text, event.releasable, event.interest)
    return replace(session, learned=(*session.learned, line))


def expert_asked(session: Session, event: e.ExpertAsked) -> Session:
    party = _party(session, event.by)
    call = Call(event.call, event.by, party, event.text, session.clock.read(event.at))
    return replace(session, expert_calls=put(session.expert_calls, event.call, call))


def expert_answered(session: Session, event: e.ExpertAnswered) -> Session:
    call = replace(session.expert_calls[event.call], answer=event.text, card=event.card)
    return replace(session, expert_calls=put(session.expert_calls, event.call, call))


def capital_asked(session: Session, event: e.CapitalAsked) -> Session:
    call = Call(event.call, event.by, event.party, event.text, session.clock.read(event.at))
    return replace(session, capital_calls=put(session.capital_calls, event.call, call))


def capital_answered(session: Session, event: e.CapitalAnswered) -> Session:
    call = replace(session.capital_calls[event.call], answer=event.text)
    return replace(session, capital_calls=put(session.capital_calls, event.call, call))


def appeal_made(session: Session, event: e.AppealMade) -> Session:
    return replace(session, appeals=put(session.appeals, event.by, session.appeals.get(event.by, 0) + 1))


def _party(session: Session, seat: str) -> str:
    found = session.scenario.seats.get(seat)
    return found.party if found else ""
