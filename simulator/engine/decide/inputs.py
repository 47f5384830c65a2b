"""Inputs, the synthesis, and the way from an input to a clause."""

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.session import Session


def file_input(command: c.FileInput, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def tag_input(command: c.TagInput, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def issue_synthesis(command: c.IssueSynthesis, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def trace_input(command: c.TraceInput, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError
