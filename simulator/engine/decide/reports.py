"""Reports of bodies to the body that they report to."""

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.session import Session


def deliver_report(command: c.DeliverReport, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def answer_report(command: c.AnswerReport, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def return_report(command: c.ReturnReport, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def lift_matter(command: c.LiftMatter, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError
