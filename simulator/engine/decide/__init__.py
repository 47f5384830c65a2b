"""The rules: what a command makes happen, or why it is refused."""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from roles.acts import Act
from scenarios.texts import tr
from simulator.engine import commands as c
from simulator.engine.decide.asked import asked
from simulator.engine.decide.due import due
from simulator.engine.decide.expected import met
from simulator.engine.decisions import body_of_text
from simulator.engine.events import Event
from simulator.engine.legal import ACT_OF, demand, demand_control, demand_there
from simulator.engine.refused import Refused
from simulator.engine.session import Session, main_body
from simulator.engine.words import TRAINER

Control = (
    c.OpenSession
    | c.CastSeat
    | c.SwapSeats
    | c.StartClock
    | c.PauseClock
    | c.ResumeClock
    | c.JumpClock
    | c.EnterPhase
    | c.CutPhase
    | c.ExtendPlay
    | c.Tick
    | c.SendInject
    | c.HoldInject
    | c.ArmInject
    | c.SkipInject
    | c.MarkInject
    | c.ImproviseInject
    | c.PutOffInject
    | c.AnswerCapital
    | c.AnswerReferral
    | c.EndSession
    | c.Announce
    | c.SetWall
    | c.ThrowShock
    | c.AdmitRater
    | c.BeginDebrief
    | c.TakeDebriefStep
    | c.ShowDebrief
    | c.ChooseMoments
    | c.ConfirmRolesLeft
)
"""What only exercise control asks."""

_TRAINER_TOO = (c.YieldFloor, c.CloseCaucus)
"""What the trainer ends for others, without a right of their own to the act."""

_AGENDA = (c.ProposeAgenda, c.AdoptAgenda, c.ObjectToItem, c.ImposeAgenda, c.TakeUpItem)
"""Where these name no body, they mean the first plenary."""

_PLENARY = (c.TablePackage, c.WithdrawPackage, c.AnswerPackage)
"""What the first plenary decides on."""

_MOST = 10**9
"""No number of a meeting, package or minute comes near."""


def decide(command: c.Command, session: Session) -> tuple[Event, ...]:
    """What a command makes happen.

    Time never runs backwards: a command stamped before the last event counts as of that event.
    Raises Refused, and nothing else, where the rules say no.
    """
    _sound(command)
    at = command.at if session.last_at is None else max(command.at, session.last_at)
    command = replace(command, at=at)
    _known(command, session)
    if isinstance(command, Control):
        demand_control(session, command.by)
    act = _act(command, session)
    if act is not None and not (command.by == TRAINER and isinstance(command, _TRAINER_TOO)):
        demand(session, command.by, act, _body(command, session))
        if isinstance(command, _PLENARY) or hasattr(command, "document"):
            demand_there(session, command.by, act, _body(command, session) or main_body(session.scenario))
    events = asked(command, session)
    if act is not None:
        events = (*events, *met(session, command.by, act, at))
    return events


def _body(command: c.Command, session: Session) -> str:
    """The body that a command names, or that has the report that it names; none where the scenario has no such body."""
    if isinstance(command, c.AnswerReport | c.ReturnReport | c.LiftMatter):
        report = session.reports.get(command.report)
        return "" if report is None else report.to
    if isinstance(command, c.ReferDispute):
        return ""  # the body that takes it up, and not the one where it is said
    document = getattr(command, "document", "")
    if document in session.scenario.texts:
        return body_of_text(session.scenario, document)
    name = getattr(command, "body", "")
    if not name and isinstance(command, _AGENDA):
        return main_body(session.scenario)
    return name if name in session.scenario.bodies else ""


def _act(command: c.Command, session: Session) -> Act | None:
    """The act that a command is; going on with an agenda is the chair's everywhere but in the first plenary."""
    if isinstance(command, c.ImposeAgenda) and _body(command, session) not in ("", main_body(session.scenario)):
        return Act.PRESIDE
    return ACT_OF.get(type(command))


def due_now(session: Session, at: datetime) -> tuple[Event, ...]:
    """What the clock brings about by a time."""
    return due(session, at)


def _sound(command: c.Command) -> None:
    """What a program may hand over that no screen does: times without a zone, numbers that nothing has."""
    if command.at.utcoffset() is None:
        raise Refused("NO-ZONE", tr("The time of this command does not say its zone."), tr("Stamp commands in UTC."))
    for name in command.__struct_fields__:
        if not _sane(getattr(command, name)):
            raise Refused(
                "OUT-OF-RANGE",
                tr("“{name}” has a number that nothing here has.", name=name),
                tr("Give a smaller number."),
            )


def _sane(value: object) -> bool:
    if isinstance(value, tuple):
        return all(_sane(part) for part in value)
    if isinstance(value, Struct):
        return all(_sane(getattr(value, name)) for name in value.__struct_fields__)
    return not isinstance(value, float) and not (isinstance(value, int) and not -_MOST <= value <= _MOST)


def _known(command: c.Command, session: Session) -> None:
    if command.by != TRAINER and command.by not in session.scenario.seats and command.by not in session.admitted:
        raise Refused(
            "NO-SUCH-SEAT", tr("There is no seat “{name}”.", name=command.by[:60]), tr("Use a seat of this scenario.")
        )
    if session.number == 0 and not isinstance(command, c.OpenSession):
        raise Refused("NOT-OPEN", tr("The session has not been opened."), tr("Open the session first."))
    if session.ended and not isinstance(command, c.WriteNote | c.AnswerPulse | c.Tick):
        raise Refused("SESSION-ENDED", tr("The session has ended."), tr("Branch it to go on from an earlier moment."))
