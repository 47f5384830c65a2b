"""What another package would have been worth, at any moment of a session, and how two branches of a session ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from scenarios.model import Scenario
from scenarios.texts import tr
from scoring.outcome import Settlement
from scoring.outcome.settlement import Terms, instructions_at_the_end
from scoring.preferences import (
    Instructions,
    Package,
    RedLine,
    complete,
    crossed,
    points,
    raw_value,
)
from scoring.process import Course
from scoring.process.course import minutes
from scoring.standing import Standing, standing
from simulator.engine.session import Record
from simulator.engine.words import OutcomeKind


class NoBranch(ValueError):
    """Two records are no branches of one session."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What a package is worth to a party."""

    value: int
    """Raw."""
    reservation: int | None
    """As it stood, raw; None for a party without a vote that names none."""
    crossed: tuple[RedLine, ...] = ()
    """Its red lines, as they stood, that the package crosses."""

    @property
    def acceptable(self) -> bool:
        """Whether the party may sign: at or above its reservation, and no red line crossed."""
        return not self.crossed and (self.reservation is None or self.value >= self.reservation)

    def as_json(self) -> dict[str, Any]:
        """The facts in points, for other programs."""
        return {
            "value": points(self.value),
            "reservation": None if self.reservation is None else points(self.reservation),
            "red_lines": [
                {"barred": dict(line.barred)} | ({"unless": dict(line.unless)} if line.unless else {})
                for line in self.crossed
            ],
        }


@dataclass(frozen=True, slots=True)
class Weighed:
    """A package, weighed under the instructions of a moment."""

    package: Mapping[str, str]
    """Complete, in the order of the scenario."""
    by_default: tuple[str, ...]
    """The issues that were left out and took their default."""
    event: int | None
    """How many events had happened, those after the talks not counted; None for a scenario that nobody played."""
    minute: float | None
    """The play minute whose instructions count."""
    instructions: Instructions
    parties: Mapping[str, Worth]
    """By deciding party."""
    affected: Mapping[str, Worth]
    """By party that has points and no vote."""
    standing: Standing | None
    """Its place among all packages; only those within the red lines, as they stood, count as better. None where nobody
    decides."""

    @property
    def acceptable_to_all(self) -> bool:
        """Whether every deciding party may sign; no where nobody decides."""
        return bool(self.parties) and all(worth.acceptable for worth in self.parties.values())

    def as_json(self) -> dict[str, Any]:
        """The facts in points, for other programs."""
        return {
            "package": dict(self.package),
            "by_default": list(self.by_default),
            "event": self.event,
            "minute": self.minute,
            "parties": {
                name: worth.as_json() | {"acceptable": worth.acceptable} for name, worth in self.parties.items()
            },
            "acceptable_to_all": self.acceptable_to_all,
            "affected": {name: points(worth.value) for name, worth in self.affected.items()},
            "standing": self.standing and _standing_json(self.standing),
        }


@dataclass(frozen=True, slots=True)
class Ending:
    """How a session ended: its terms, and what each deciding party was left with."""

    outcome: OutcomeKind | None
    """None where no outcome was recorded."""
    minute: float
    """The play minute at which the talks were over, or at which the record breaks off."""
    terms: Terms | None
    """What was agreed, or else lay last on the table."""
    weighed: Weighed | None
    """The terms, under the instructions as they stood; None where they have no points."""
    no_value: str
    """Why they have none, as a sentence."""
    left_with: Mapping[str, int]
    """Raw, by deciding party: the value of what was agreed, and without agreement the reservation as it stood; empty
    where an agreement has no points."""

    def as_json(self) -> dict[str, Any]:
        """The facts in points, for other programs."""
        return {
            "outcome": self.outcome.value if self.outcome else None,
            "minute": self.minute,
            "agreed": self.terms is not None and self.terms.agreed,
            "source": self.terms.source if self.terms else None,
            "number": self.terms.number if self.terms else None,
            "evidence": list(self.terms.evidence) if self.terms else [],
            "terms": self.weighed.as_json() if self.weighed else None,
            "no_value": self.no_value,
            "left_with": {name: points(raw) for name, raw in self.left_with.items()},
        }


@dataclass(frozen=True, slots=True)
class Branches:
    """Two sessions with a common beginning."""

    common: int
    """How many events they share."""
    minute: float
    """The play minute of the last one."""
    one: Ending
    other: Ending

    @property
    def difference(self) -> Mapping[str, int]:
        """What each deciding party was left with in the other one more than in the first, raw."""
        if not (self.one.left_with and self.other.left_with):
            return {}
        return {name: self.other.left_with[name] - raw for name, raw in self.one.left_with.items()}

    def as_json(self) -> dict[str, Any]:
        """The facts in points, for other programs."""
        return {
            "common": self.common,
            "minute": self.minute,
            "one": self.one.as_json(),
            "other": self.other.as_json(),
            "difference": {name: points(raw) for name, raw in self.difference.items()},
        }


def worth_of(
    subject: Record | Scenario, package: Package, at: int | None = None, minute: float | None = None
) -> Weighed:
    """What a package is worth to every party, under the instructions as they stood.

    Of a record: after event `at`, or at play minute `minute`, or when the talks were over; instructions change no more
    after that. Of a scenario: at the start. Raises `NoValue`, and IndexError for an event that the record has not.
    """
    if isinstance(subject, Scenario):
        return weighed(subject, package, Instructions.of(subject), None, None)
    course = _course(subject, at, minute)
    scenario = subject.scenario
    return weighed(scenario, package, instructions_at_the_end(course), len(course.during), minutes(course.end))


def ending(record: Record) -> Ending:
    """How a session ended."""
    course = Course.of(record)
    settlement = Settlement.of(course)
    terms, instructions = settlement.terms, settlement.instructions
    worth = None
    if terms is not None and not settlement.no_value:
        worth = weighed(record.scenario, terms.options, instructions, len(course.during), minutes(course.end))
    if terms is None or not terms.agreed:
        left_with = {name: instructions.reservations[name] for name in record.scenario.deciding()}
    else:
        left_with = dict(settlement.values)
    return Ending(
        outcome=course.outcome[1].kind if course.outcome else None,
        minute=minutes(course.end),
        terms=terms,
        weighed=worth,
        no_value=settlement.no_value,
        left_with=left_with,
    )


def common_beginning(one: Record, other: Record) -> int:
    """How many events two records share from the first one on; 0 when they are of different scenarios or seeds."""
    if one.seed != other.seed or one.scenario != other.scenario:
        return 0
    for number, (this, that) in enumerate(zip(one.events, other.events, strict=False)):
        if this != that:
            return number
    return min(len(one.events), len(other.events))


def branches(one: Record, other: Record) -> Branches:
    """Two branches of a session, each to its end. Raises `NoBranch` where they share no event."""
    common = common_beginning(one, other)
    if not common:
        raise NoBranch(tr("they do not begin with the same events of the same scenario"))
    begun = Course.of(_beginning(one, common))
    return Branches(common, minutes(begun.moments[-1].seconds), ending(one), ending(other))


def _course(record: Record, at: int | None, minute: float | None) -> Course:
    """The course of a record until an event or a minute, its end being the moment that is asked for."""
    if at is not None:
        if not 0 <= at <= len(record.events):
            raise IndexError(f"the record has {len(record.events)} events, and no event {at}")
        return Course.of(_beginning(record, at))
    whole = Course.of(record)
    if minute is None or minute * 60 >= whole.end:
        return whole
    seconds = minute * 60
    happened = next((n for n, moment in enumerate(whole.moments) if moment.seconds > seconds), len(whole.moments))
    return replace(Course.of(_beginning(record, happened)), end=seconds)


def _beginning(record: Record, events: int) -> Record:
    return Record(record.scenario, record.seed, record.events[:events], record.told)


def weighed(
    scenario: Scenario,
    package: Package,
    instructions: Instructions,
    event: int | None = None,
    minute: float | None = None,
    *,
    place: bool = True,
) -> Weighed:
    """A package under instructions; without its place among all packages where that is not asked for.

    Raises `NoValue` and `TooEntangled`.
    """
    whole = complete(scenario, package)
    deciding = scenario.deciding()
    affected = [
        name
        for name, party in scenario.parties.items()
        if name not in deciding
        and all(issue in party.values and option in party.values[issue].options for issue, option in whole.items())
    ]
    worths = {
        name: Worth(
            raw_value(scenario, name, whole),
            instructions.reservations.get(name),
            crossed(scenario, name, package, instructions),
        )
        for name in (*deciding, *affected)
    }
    return Weighed(
        package=whole,
        by_default=tuple(issue for issue in whole if issue not in package),
        event=event,
        minute=minute,
        instructions=instructions,
        parties={name: worths[name] for name in deciding},
        affected={name: worths[name] for name in affected},
        standing=standing(scenario, whole, instructions) if deciding and place else None,
    )


def _standing_json(found: Standing) -> dict[str, Any]:
    """The place of a package for other programs: counts that are not exact as bounds."""
    better = found.better
    return {
        "packages": found.packages,
        "shares": {
            name: {"less": each.less, "equal": each.equal, "more": each.more} for name, each in found.shares.items()
        },
        "better_for_all": [found.better_for_all.low, found.better_for_all.high],
        "dominating": [found.dominating.low, found.dominating.high],
        "better": better
        and {
            "package": dict(better.package),
            "gains": {name: points(raw) for name, raw in better.gains.items()},
        },
        "gap": [points(found.gap.low), points(found.gap.high)],
    }
