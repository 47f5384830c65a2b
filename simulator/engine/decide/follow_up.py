"""The follow-up list: promises, how far they are, how far they are kept."""

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.session import Session


def add_follow_up(command: c.AddFollowUp, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def report_progress(command: c.ReportProgress, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def strike_follow_up(command: c.StrikeFollowUp, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def judge_compliance(command: c.JudgeCompliance, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError
