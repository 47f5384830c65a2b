"""Disputes over articles of the reference text."""

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.session import Session


def raise_dispute(command: c.RaiseDispute, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def answer_dispute(command: c.AnswerDispute, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def propose_reading(command: c.ProposeReading, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def accept_reading(command: c.AcceptReading, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def refer_dispute(command: c.ReferDispute, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def withdraw_dispute(command: c.WithdrawDispute, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError
