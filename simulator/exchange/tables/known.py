"""What all tables are made of: the course of a session, its people, and what is known of a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from scenarios.model import Scenario
from scoring.process import Course
from scoring.scorecard import Scorecard, score_course
from simulator.engine.session import Moment, Record
from simulator.exchange.people import People

SECONDS = 3
"""How far seconds are written."""
MINUTES = 2


@dataclass(frozen=True, slots=True)
class Known:
    """A session that is taken apart once, for every format."""

    session: str
    """Its id."""
    course: Course
    people: People
    scorecard: Scorecard

    @classmethod
    def of(cls, session: str, record: Record, named: bool) -> Known:
        """Replay and score a record; with the names of people where they are wanted."""
        course = Course.of(record)
        return cls(session, course, People.of(course, named), score_course(course))

    @property
    def scenario(self) -> Scenario:
        """The scenario that was played."""
        return self.course.scenario

    def moment(self, number: int) -> Moment:
        """The event of a number."""
        return self.course.moments[number - 1]

    def party(self, seat: str) -> str:
        """The party of a seat; empty for the trainer and for nobody."""
        return self.course.party_of(seat) or ""

    def head(self, moment: Moment | None, seat: str = "", party: str = "") -> dict[str, Any]:
        """The columns that come first in every table, for a seat at a moment; of a trainer's act they name no seat."""
        there = seat if seat in self.scenario.seats else ""
        return {
            "session": self.session,
            "event": moment.number if moment else None,
            "play_seconds": seconds(moment.seconds) if moment else None,
            "play_minute": minutes(moment.seconds) if moment else None,
            "phase": (moment.phase or "") if moment else "",
            "seat": there,
            "party": self.party(there) or party,
            "people": self.people.playing(there, moment.number) if moment and there else (),
        }


def seconds(length: float) -> float:
    """Seconds as they are written, without a negative zero."""
    return round(length, SECONDS) + 0.0


def minutes(length: float) -> float:
    """Seconds in minutes."""
    return round(length / 60, MINUTES) + 0.0


def wall_clock(at: datetime) -> str:
    """A time in UTC as programs read it."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
