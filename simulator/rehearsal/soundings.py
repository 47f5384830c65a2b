"""What a party seems to want, from what it says and does: positions, offers, answers, brackets.

Nobody but the party itself knows its points. Everybody else reads them from what a view shows, and so may be wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from simulator.engine import View
from simulator.engine.words import Answer, Say

_NEAR = 0.4
"""How much of the evidence for an option counts for its neighbour on the list, and again for the next."""


@dataclass(frozen=True, slots=True)
class Sounding:
    """What a party seems to want."""

    wish: Mapping[str, Mapping[str, float]]
    """By issue and option, from 0 (refused) to 1 (asked for); 0.5 where nothing is known."""
    care: Mapping[str, float]
    """By issue: how much it seems to matter, 1 where nothing is known."""

    def worth(self, terms: Mapping[str, str], defaults: Mapping[str, str]) -> float:
        """How well a package seems to serve the party, from 0 to 1."""
        total = sum(self.care.values())
        return sum(
            care * self.wish[issue].get(terms.get(issue, defaults[issue]), 0.5) for issue, care in self.care.items()
        ) / (total or 1.0)


def sounding(view: View, party: str) -> Sounding:
    """What a party seems to want."""
    signs: dict[str, dict[str, float]] = {
        name: {option.id: 0.0 for option in issue.options if not option.own_words}
        for name, issue in view.issues.items()
    }
    care = dict.fromkeys(view.issues, 1.0)
    for name, issue in view.issues.items():
        position = issue.positions.get(party)
        if position is not None and position.option is not None:
            _sign(signs, name, position.option, 2.0)
    _from_packages(view, party, signs, care)
    _from_text(view, party, signs, care)
    _from_reports(view, party, signs, care)
    return Sounding({issue: _spread(options) for issue, options in signs.items()}, care)


def _from_packages(view: View, party: str, signs: dict[str, dict[str, float]], care: dict[str, float]) -> None:
    before: Mapping[str, str] = {}
    for offer in view.packages:
        package = offer.package
        if package.party == party and not package.floated:
            for issue, option in package.terms.items():
                _sign(signs, issue, option, 1.0)
                if before.get(issue) == option:
                    care[issue] += 0.2
            before = package.terms
        answer, words = package.answers.get(party, (Answer.COUNTER, ""))
        if answer is Answer.ACCEPT:
            for issue, option in package.terms.items():
                _sign(signs, issue, option, 1.0)
        for issue, wanted in named(view, words):
            care[issue] += 0.3
            if issue in package.terms:
                _sign(signs, issue, package.terms[issue], -1.5)
            if wanted is not None:
                _sign(signs, issue, wanted, 1.5)


def _from_text(view: View, party: str, signs: dict[str, dict[str, float]], care: dict[str, float]) -> None:
    for clause in view.text.clauses:
        if clause.issue is None:
            continue
        for bracket in clause.clause.brackets:
            if bracket.party != party:
                continue
            care[clause.issue] += 0.3
            if bracket.option is not None:
                _sign(signs, clause.issue, bracket.option, 1.5)
            if bracket.resolution is None and clause.clause.option not in (None, bracket.option):
                _sign(signs, clause.issue, str(clause.clause.option), -1.5)


def _from_reports(view: View, party: str, signs: dict[str, dict[str, float]], care: dict[str, float]) -> None:
    for report in view.committee.reports:
        if party not in report.says:
            continue
        say, words = report.says[party]
        for issue, option in report.terms().items():
            _sign(signs, issue, option, -0.5 if say is Say.NO else 1.0)
        for issue, wanted in named(view, words):
            care[issue] += 0.3
            if issue in report.terms():
                _sign(signs, issue, report.terms()[issue], -1.0)
            if wanted is not None:
                _sign(signs, issue, wanted, 1.5)


def named(view: View, words: str) -> tuple[tuple[str, str | None], ...]:
    """The issues whose titles stand in somebody's words, each with the option that is named there."""
    if not words:
        return ()
    found: list[tuple[str, str | None]] = []
    for name, issue in view.issues.items():
        if issue.title in words:
            labels = [o for o in issue.options if not o.own_words and o.label in words.replace(issue.title, "", 1)]
            longest = max(labels, key=lambda option: len(option.label), default=None)
            found.append((name, longest.id if longest else None))
    return tuple(found)


def _sign(signs: dict[str, dict[str, float]], issue: str, option: str, weight: float) -> None:
    if option in signs.get(issue, {}):
        signs[issue][option] += weight


def _spread(signs: Mapping[str, float]) -> Mapping[str, float]:
    """From signs to wishes: what speaks for an option speaks a little for its neighbours."""
    options = list(signs)
    wishes: dict[str, float] = {}
    for here, option in enumerate(options):
        near = sum(
            max(0.0, signs[other]) * _NEAR ** abs(here - there) for there, other in enumerate(options) if here != there
        )
        heard = any(signs.values())
        wishes[option] = 1 / (1 + exp(-(signs[option] + near - (1.0 if heard else 0.0))))
    return wishes
