"""What a package is worth to a party, and whether that party may sign it; in exact integers.

A raw value is the sum over issues of weight × option points, in hundredths of a point, plus what options are worth
together: 0 to 10 000 when the weights of a party sum to 100 and it has no linkages. Integers keep ties exact; `points`
turns a raw value into points for people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from scenarios.model import Effect, Scenario
from scenarios.texts import tr

Package = Mapping[str, str]
"""Options by issue. An issue that is left out takes its `default`."""

HUNDREDTHS = 100
"""Raw units in a point."""


class NoValue(ValueError):
    """A package names what the scenario does not have, or a party has no points for an option."""


@dataclass(frozen=True, slots=True)
class RedLine:
    """What a party can never accept."""

    barred: tuple[tuple[str, str], ...]
    """`(issue, option)`; a line of several is crossed by a package that has all of them."""
    unless: tuple[tuple[str, str], ...] = ()
    """A package that has all of these may have what is barred; empty for a line without exception."""

    def crossed_by(self, package: Package) -> bool:
        """Whether a complete package crosses this line."""
        if not self.barred or any(package.get(issue) != option for issue, option in self.barred):
            return False
        return not self.unless or any(package.get(issue) != option for issue, option in self.unless)


@dataclass(frozen=True, slots=True)
class Instructions:
    """The reservations and red lines of all parties as they stand at a moment."""

    reservations: Mapping[str, int]
    """Raw values below which no agreement is better; a party that is not in it has none."""
    red_lines: Mapping[str, tuple[RedLine, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, scenario: Scenario) -> Instructions:
        """The instructions at the start of the exercise."""
        return cls(
            {name: reservation_raw(scenario, name) for name in scenario.parties if _has_reservation(scenario, name)},
            {
                name: tuple(RedLine(tuple(line.items())) for line in party.red_lines)
                for name, party in scenario.parties.items()
                if party.red_lines
            },
        )

    def after(self, effects: Iterable[Effect]) -> Instructions:
        """The instructions after the effects of an event; a reservation is not cut off at 0 or 100 points."""
        reservations, red_lines = dict(self.reservations), dict(self.red_lines)
        for effect in effects:
            if effect.red_line:
                line = RedLine(tuple(effect.red_line.items()), tuple((effect.unless or {}).items()))
                red_lines[effect.party] = (*red_lines.get(effect.party, ()), line)
            if effect.reservation is not None:
                reservations[effect.party] = reservations.get(effect.party, 0) + effect.reservation * HUNDREDTHS
        return Instructions(reservations, red_lines)

    def delayed(self, scenario: Scenario, rounds: int) -> Instructions:
        """The instructions after so many started rounds of delay, each at the party's `cost_of_delay`."""
        return replace(
            self,
            reservations={
                name: raw - rounds * scenario.parties[name].cost_of_delay * HUNDREDTHS
                for name, raw in self.reservations.items()
            },
        )


def complete(scenario: Scenario, package: Package) -> dict[str, str]:
    """The package over all issues, in the order of the scenario.

    Raises `NoValue` for an issue or an option that the scenario does not have.
    """
    for issue, option in package.items():
        if issue not in scenario.issues:
            issues = tr(", ").join(scenario.issues)
            raise NoValue(tr("there is no issue {issue!r}; the issues are {issues}", issue=issue, issues=issues))
        if option not in scenario.issues[issue].options:
            known = tr(", ").join(scenario.issues[issue].options)
            raise NoValue(
                tr(
                    "issue {issue!r} has no option {option!r}; its options are {options}",
                    issue=issue,
                    option=option,
                    options=known,
                )
            )
    return {name: package.get(name, issue.default) for name, issue in scenario.issues.items()}


def option_raw(scenario: Scenario, party: str, issue: str, option: str) -> int:
    """Weight × points of one option for a party, in hundredths of a point, without linkages. Raises `NoValue`."""
    if party not in scenario.parties:
        parties = tr(", ").join(scenario.parties)
        raise NoValue(tr("there is no party {party!r}; the parties are {parties}", party=party, parties=parties))
    values = scenario.parties[party].values.get(issue)
    if values is None or option not in values.options:
        raise NoValue(
            tr(
                "party {party!r} has no points for option {option!r} of issue {issue!r}",
                party=party,
                option=option,
                issue=issue,
            )
        )
    return values.weight * values.options[option]


def raw_value(scenario: Scenario, party: str, package: Package) -> int:
    """What a package is worth to a party, in hundredths of a point. Raises `NoValue`.

    Additive values with linkages: `scenarios.model.values.raw_sum` names the sources.
    """
    whole = complete(scenario, package)
    for issue, option in whole.items():
        option_raw(scenario, party, issue, option)
    return scenario.worth(party, whole)


def value(scenario: Scenario, party: str, package: Package) -> Fraction:
    """What a package is worth to a party, in points, exactly. Raises `NoValue`."""
    return Fraction(raw_value(scenario, party, package), HUNDREDTHS)


def points(raw: int) -> float:
    """A raw value in points, for people: the float nearest to two exact decimals, so `5150` shows as `51.5`."""
    return raw / HUNDREDTHS


def reservation_raw(scenario: Scenario, party: str) -> int:
    """The value below which a party is better off without agreement, in hundredths; 0 when it names none."""
    return (scenario.parties[party].reservation or 0) * HUNDREDTHS


def crossed(scenario: Scenario, party: str, package: Package, instructions: Instructions) -> tuple[RedLine, ...]:
    """The red lines of a party that a package crosses; an issue that it leaves open is not signed, and crosses none."""
    return tuple(line for line in instructions.red_lines.get(party, ()) if line.crossed_by(package))


def acceptable_to(scenario: Scenario, party: str, package: Package, instructions: Instructions) -> bool:
    """Whether a party may sign: at or above its reservation, and no red line crossed."""
    if crossed(scenario, party, package, instructions):
        return False
    floor = instructions.reservations.get(party)
    return floor is None or raw_value(scenario, party, package) >= floor


def _has_reservation(scenario: Scenario, party: str) -> bool:
    return scenario.parties[party].decides or scenario.parties[party].reservation is not None
