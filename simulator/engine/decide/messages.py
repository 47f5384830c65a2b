"""Messengers, reports on compliance, statements to the press, non-papers."""

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.session import Session


def send_messenger(command: c.SendMessenger, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def deliver_message(command: c.DeliverMessage, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def publish_report(command: c.PublishReport, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def issue_statement(command: c.IssueStatement, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def issue_non_paper(command: c.IssueNonPaper, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError
