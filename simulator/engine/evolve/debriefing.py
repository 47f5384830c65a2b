"""What happens in the debriefing."""

from msgspec.structs import replace

from simulator.engine import events as e
from simulator.engine.evolve.change import put
from simulator.engine.session import SeatState, Session, Slide
from simulator.engine.words import DebriefPage


def debrief_begun(session: Session, event: e.DebriefBegun) -> Session:
    before = session.debrief
    return replace(session, debrief=replace(before, minutes=event.minutes, begun=before.begun or event.at))


def step_taken(session: Session, event: e.DebriefStepTaken) -> Session:
    before = session.debrief
    slide = Slide(DebriefPage.STEP, event.step.value)
    return replace(session, debrief=replace(before, taken=(*before.taken, (event.step, event.at)), shown=slide))


def shown(session: Session, event: e.DebriefShown) -> Session:
    before = session.debrief
    cards = before.cards
    if event.page is DebriefPage.CARD and event.ref not in cards:
        cards = (*cards, event.ref)
    slide = Slide(event.page, event.ref, event.number, event.part, event.fork)
    return replace(session, debrief=replace(before, shown=slide, cards=cards))


def moments_chosen(session: Session, event: e.MomentsChosen) -> Session:
    return replace(session, debrief=replace(session.debrief, moments=event.numbers))


def roles_left(session: Session, event: e.RolesLeftConfirmed) -> Session:
    for name in event.seats:
        seat = session.seats.get(name, SeatState())
        session = replace(session, seats=put(session.seats, name, replace(seat, left_role=True)))
    return session
