"""Incidents on the hotline: reported, acknowledged, called back, verified, handled, closed."""

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.session import Session


def report_incident(command: c.ReportIncident, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def acknowledge_incident(command: c.AcknowledgeIncident, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def call_back(command: c.CallBack, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def add_version(command: c.AddVersion, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def ask_visit(command: c.AskVisit, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def agree_visit(command: c.AgreeVisit, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def verify_incident(command: c.VerifyIncident, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def handle_incident(command: c.HandleIncident, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def close_incident(command: c.CloseIncident, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError
