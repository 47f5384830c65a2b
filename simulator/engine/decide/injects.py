"""Events of exercise control: sent, held, put off, skipped, changed, improvised."""

from datetime import datetime

from scenarios.texts import tr
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine import machines
from simulator.engine.clock import MINUTE
from simulator.engine.decide import incidents
from simulator.engine.decide.control import demand_started
from simulator.engine.injects import addressees
from simulator.engine.names import event_state, event_way, listed
from simulator.engine.refused import Refused
from simulator.engine.session import Session
from simulator.engine.speech import clean, need
from simulator.engine.words import EVERYBODY, Cause

LONGEST_DELAY = 240
"""Minutes by which an event can be put off."""


def _inject(session: Session, name: str, trigger: str) -> None:
    if name not in session.scenario.events:
        known = listed(session.scenario.events)
        raise Refused("UNKNOWN", tr("There is no event “{name}”.", name=name[:60]), tr("Known: {known}.", known=known))
    state = session.injects[name].state
    if not machines.INJECT.allows(state, trigger):
        ways = ", ".join(event_way(way) for way in machines.INJECT.ways_on(state))
        raise Refused(
            "INJECT-STATE",
            tr(
                "The event “{name}” is {state}: it cannot {way}.",
                name=name,
                state=event_state(state),
                way=event_way(trigger),
            ),
            tr("It can: {ways}.", ways=ways) if ways else tr("It can: nothing."),
        )


def send_inject(command: c.SendInject, session: Session) -> tuple[e.Event, ...]:
    demand_started(session)
    _inject(session, command.inject, "send")
    to = _seats(session, command.to) if command.to else ()
    text = need(command.text, tr("the event")) if command.text.strip() else ""
    events = sent(session, command.at, command.by, command.inject, Cause.BY_HAND, to, text)
    return (*events, *incidents.reported_with(session, events))


def sent(
    session: Session, at: datetime, by: str, name: str, cause: Cause, to: tuple[str, ...] = (), text: str = ""
) -> tuple[e.Event, ...]:
    """A prepared event, with what it brings about in the talks; to other seats or in other words where given."""
    inject = session.scenario.events[name]
    words = "" if text == inject.text.strip() else text
    return (
        e.InjectSent(
            at=at, by=by, inject=name, cause=cause, to=to or addressees(session.scenario, inject.to), text=words
        ),
        *(e.ChairChanged(at=at, by=by, body=body, seats=seats) for body, seats in inject.chairs.items()),
    )


def improvise_inject(command: c.ImproviseInject, session: Session) -> tuple[e.Event, ...]:
    demand_started(session)
    name = f"+{len(session.improvised) + 1}"
    return (
        e.InjectImprovised(
            at=command.at,
            by=command.by,
            inject=name,
            title=need(command.title, tr("the title"), 80),
            sender=need(command.sender, tr("the sender"), 80),
            channel=command.channel,
            text=need(command.text, tr("the event")),
            to=_seats(session, command.to),
            tests=clean(command.tests, 300),
        ),
    )


def _seats(session: Session, names: tuple[str, ...]) -> tuple[str, ...]:
    """The seats that the trainer names; raises Refused for a name that nobody has, and for nobody at all."""
    scenario = session.scenario
    strange = [n for n in names if n != EVERYBODY and n not in scenario.parties and n not in scenario.seats]
    seats = addressees(scenario, names)
    if strange or not seats:
        raise Refused(
            "UNKNOWN",
            tr("Nobody here is called {names}.", names=listed(name[:60] for name in strange))
            if strange
            else tr("The event has no addressee."),
            tr("Name `all`, parties or seats."),
        )
    return seats


def put_off_inject(command: c.PutOffInject, session: Session) -> tuple[e.Event, ...]:
    demand_started(session)
    _inject(session, command.inject, "delay")
    if not 1 <= command.minutes <= LONGEST_DELAY:
        raise Refused(
            "OUT-OF-RANGE",
            tr("An event is put off by 1 to {n} minutes.", n=LONGEST_DELAY),
            tr("Hold it to keep it back for longer."),
        )
    seconds = round(session.clock.read(command.at) + command.minutes * MINUTE, 3)
    return (e.InjectPutOff(at=command.at, by=command.by, inject=command.inject, seconds=seconds),)


def hold_inject(command: c.HoldInject, session: Session) -> tuple[e.Event, ...]:
    _inject(session, command.inject, "hold")
    return (e.InjectHeld(at=command.at, by=command.by, inject=command.inject),)


def arm_inject(command: c.ArmInject, session: Session) -> tuple[e.Event, ...]:
    _inject(session, command.inject, "arm")
    return (e.InjectArmed(at=command.at, by=command.by, inject=command.inject),)


def skip_inject(command: c.SkipInject, session: Session) -> tuple[e.Event, ...]:
    _inject(session, command.inject, "skip")
    reason = clean(command.reason, 300)
    return (e.InjectSkipped(at=command.at, by=command.by, inject=command.inject, reason=reason),)


def mark_inject(command: c.MarkInject, session: Session) -> tuple[e.Event, ...]:
    if command.inject not in session.injects or session.injects[command.inject].state != "sent":
        raise Refused(
            "INJECT-STATE",
            tr("The event “{inject}” was not sent.", inject=command.inject[:60]),
            tr("Mark an event that was."),
        )
    note = clean(command.note, 1000)
    return (e.InjectMarked(at=command.at, by=command.by, inject=command.inject, met=command.met, note=note),)
