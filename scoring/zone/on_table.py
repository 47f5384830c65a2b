"""What is counted while the talks go on: the terms on the table, the instructions as they stand, and the options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.model import Scenario
from scoring.preferences import HUNDREDTHS, Instructions, RedLine
from simulator.engine import View

STANDING = ("tabled", "agreed")
"""The states of packages that stand."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Options by issue, and where they stand."""

    source: str
    """`package`, `text`, or `reports` for what adopted reports settle together."""
    number: int
    """The number of the package or the version; 0 for reports."""
    options: Mapping[str, str]
    stand: bool = True
    """Whether they are on the table still."""
    own_words: tuple[str, ...] = ()
    """Issues settled in words that are no option of the scenario, so that they have no points."""


@dataclass(frozen=True, slots=True)
class OnTable:
    """All that the count depends on: two that are equal are counted alike."""

    scenario: Scenario
    instructions: Instructions
    board: Mapping[str, Mapping[str, float]]
    """By issue, the options that everybody sees, each with the play second since which it is so."""
    known: Mapping[str, Mapping[str, float]]
    """By issue, further options that a party knows, each with the play second since which one does."""
    terms: tuple[Terms, ...]
    """Every package that was ever put forward, oldest first, then the text as it reads, then what reports settle."""

    @classmethod
    def of(cls, view: View) -> OnTable:
        """What lies on the table in the view of exercise control; raises ValueError for anybody else's."""
        if view.control is None:
            raise ValueError(f"seat {view.seat} may not weigh what lies on the table")
        reach = view.control.reach
        packages = [
            Terms("package", p.package.number, p.package.terms, p.package.state in STANDING) for p in view.packages
        ]
        return cls(
            reach.scenario,
            Instructions(
                {party: told.reservation * HUNDREDTHS for party, told in reach.told.items()},
                {
                    party: tuple(RedLine(tuple(line.barred.items()), tuple(line.unless.items())) for line in lines)
                    for party, told in reach.told.items()
                    if (lines := told.red_lines)
                },
            ),
            reach.board,
            reach.known,
            (*packages, *_text(view), *_reports(view)),
        )

    @property
    def missing(self) -> Mapping[str, tuple[str, ...]]:
        """The deciding parties whose value tables have gaps, with the issues where they are."""
        gaps = {
            name: tuple(
                issue
                for issue, written in self.scenario.issues.items()
                if not set(written.options)
                <= set(self.scenario.parties[name].values[issue].options if issue in tables else ())
            )
            for name in self.scenario.deciding()
            if (tables := self.scenario.parties[name].values) is not None
        }
        return {name: issues for name, issues in gaps.items() if issues}

    @property
    def latest(self) -> Terms | None:
        """What lies on the table now: the package that stands and came last, else the reports, else the text."""
        stand = [terms for terms in self.terms if terms.stand]
        packages = [terms for terms in stand if terms.source == "package"]
        return packages[-1] if packages else stand[-1] if stand else None


def _text(view: View) -> tuple[Terms, ...]:
    """What the main text settles as it reads now; an article that is parked settles nothing."""
    options, words = {}, []
    for clause in view.text.clauses:
        if clause.issue is None or clause.clause.state == "parked":
            continue
        if clause.clause.option is not None:
            options[clause.issue] = clause.clause.option
        elif clause.clause.wording:
            words.append(clause.issue)
    own = tuple(issue for issue in words if issue not in options)
    return (Terms("text", view.text.version, options, own_words=own),) if options or own else ()


def _reports(view: View) -> tuple[Terms, ...]:
    return (Terms("reports", 0, view.committee.settled),) if view.committee.settled else ()
