"""All that a session shows, in three panels that are never added up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from msgspec import json, to_builtins

from scoring import agreement, outcome, process, raters, relationship, rubric
from scoring.findings import Finding, Panel
from scoring.moments import TurningPoint, turning_points
from scoring.process import Course
from scoring.process.course import minutes
from simulator.engine.session import Record
from simulator.engine.words import OutcomeKind

FORMAT = 1
"""The number of the JSON form."""
DECIMALS = 4
"""How far floats are written."""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The findings of a session. There is no grade, and no number over all panels."""

    scenario: str
    """The scenario's id."""
    version: str
    """The scenario's version."""
    seed: int
    events: int
    """How many events the record has."""
    outcome: OutcomeKind | None
    """None where no outcome was recorded."""
    minutes: float
    """Play minutes until the talks were over or the record breaks off."""
    findings: tuple[Finding, ...]
    moments: tuple[TurningPoint, ...]
    ratings: tuple[Finding, ...] = ()
    """What raters say of people, and how far they can be relied on. It belongs to the process, and stands apart from
    its panel because it is for the trainer, and for each person what is said of them: no group reads it."""

    def panel(self, panel: Panel) -> tuple[Finding, ...]:
        """The findings of a panel, observed or not; the ratings of people are not among them."""
        return tuple(finding for finding in self.findings if finding.panel is panel)

    def finding(self, id: str) -> Finding:
        """The finding with an id. Raises KeyError."""
        for finding in (*self.findings, *self.ratings):
            if finding.id == id:
                return finding
        raise KeyError(id)

    def as_json(self) -> dict[str, Any]:
        """The scorecard for other programs: keys in a fixed order, floats with at most four decimals."""
        return {
            "format": FORMAT,
            "scenario": self.scenario,
            "version": self.version,
            "seed": self.seed,
            "events": self.events,
            "outcome": self.outcome.value if self.outcome else None,
            "minutes": self.minutes,
            "panels": {
                panel.value: [_rounded(to_builtins(finding)) for finding in self.panel(panel)] for panel in Panel
            },
            "moments": [_rounded(to_builtins(moment)) for moment in self.moments],
            "ratings": [_rounded(to_builtins(finding)) for finding in self.ratings],
        }

    def as_text(self) -> str:
        """The scorecard as JSON text, indented; the same record always gives the same text."""
        return json.format(json.encode(self.as_json()), indent=2).decode() + "\n"


def score(record: Record) -> Scorecard:
    """What a record shows."""
    return score_course(Course.of(record))


def score_course(course: Course) -> Scorecard:
    """What a record shows whose course is known already."""
    record = course.record
    settlement = outcome.Settlement.of(course)
    rated = rubric.ratings(course)
    return Scorecard(
        scenario=record.scenario.id,
        version=record.scenario.version,
        seed=record.seed,
        events=len(record.events),
        outcome=course.outcome[1].kind if course.outcome else None,
        minutes=minutes(course.end),
        findings=(
            *process.findings(course),
            *(measure(settlement) for measure in outcome.MEASURES),
            *agreement.findings(settlement),
            *relationship.findings(course),
        ),
        moments=turning_points(course),
        ratings=(*rubric.findings(rated), *raters.findings(rated, record.seed)),
    )


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, DECIMALS) + 0.0  # no negative zero
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(part) for part in value]
    return value
