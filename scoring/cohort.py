"""Several sessions of one scenario side by side: how far each measure spreads, and never who was where in it.

No value is listed beside its session, and no name of a person or a seat comes in, so that a spread cannot be read as a
ranking.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median, quantiles
from typing import Any

from scenarios.texts import tr, trn
from scoring.findings import Band, Finding, Panel, Table
from scoring.moments import Turned
from scoring.process.settled import AGREED
from scoring.scorecard import DECIMALS, Scorecard
from simulator.engine.words import OutcomeKind

FORMAT = 1
"""The number of the JSON form."""
FEWEST = 2
"""Values below which there is no spread."""
FEWEST_PERSONAL = 4
"""The same for what people said of each other, and for ratings of people."""
FEWEST_QUARTERS = 4
"""Values below which quartiles would be invented."""
PERSONAL = ("relationship.", "rubric.", "raters.")
"""The beginnings of the ids of findings that are about people."""
_SENTENCE = re.compile(r"(?<=[.?!]) ")
OF_WHAT_WAS_AGREED = frozenset(
    f"outcome.{name}" for name in ("value", "surplus", "place", "efficiency", "balance", "affected", "joint")
)
"""Findings that tell of the last package where nothing was agreed: over several sessions only agreements count."""
OWN_WORDS = "own_words"
"""In the place of an option, where an issue was settled in words of its own."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A column of a finding's table that is worth a spread of its own, row by row."""

    finding: str
    keys: tuple[str, ...]
    """The columns that say what a row is about: parties or statements, never seats or people."""
    column: str
    unit: str
    only: tuple[str, str] | None = None
    """`(column, cell)` that a row must have."""


DETAILS = (
    Detail("outcome.value", ("party",), "value", "points"),
    Detail("outcome.surplus", ("party",), "share", "share"),
    Detail("outcome.affected", ("party",), "value", "points"),
    Detail("relationship.pulses", ("pulse", "item"), "mean", "1 to 7", ("group", "everybody")),
    Detail("relationship.slope", ("item",), "change", "1 to 7"),
    Detail("relationship.closing", ("pulse", "item"), "mean", "1 to 7", ("group", "everybody")),
)


@dataclass(frozen=True, slots=True)
class Spread:
    """How the values of a measure lie over the sessions."""

    seen: int
    """In how many sessions it was observed."""
    values: int
    """How many values there are: a finding may be observed without a number."""
    least: float | None = None
    """All five are None where there are too few values to show."""
    lower: float | None = None
    """The first quartile, None below four values; quartiles lie between values by the inclusive method (Hyndman & Fan
    1996, type 7)."""
    middle: float | None = None
    """The median."""
    upper: float | None = None
    most: float | None = None

    @classmethod
    def of(cls, values: Sequence[float], seen: int, fewest: int = FEWEST) -> Spread:
        """The spread of values, in any order; only counts where they are fewer than `fewest`."""
        if len(values) < max(fewest, FEWEST):
            return cls(seen, len(values))
        lower = upper = None
        if len(values) >= FEWEST_QUARTERS:
            lower, _, upper = quantiles(values, n=4, method="inclusive")
        return cls(seen, len(values), min(values), lower, median(values), upper, max(values))

    @property
    def shown(self) -> bool:
        """Whether there are enough values to show."""
        return self.middle is not None

    def as_json(self) -> dict[str, Any]:
        """The spread for other programs."""
        lot = {"least": self.least, "lower": self.lower, "median": self.middle, "upper": self.upper, "most": self.most}
        rounded = {name: None if value is None else round(value, DECIMALS) + 0.0 for name, value in lot.items()}
        return {"seen": self.seen, "values": self.values, **rounded}


@dataclass(frozen=True, slots=True)
class Measure:
    """A finding over the sessions."""

    id: str
    title: str
    panel: Panel
    unit: str
    caution: str
    spread: Spread
    worth_a_look: int
    """In how many sessions its band says so; 0 where the spread may not be shown."""
    details: Mapping[tuple[str, ...], Spread]
    """By party or statement, where its table has such rows."""
    detail_unit: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Terms that came out of some sessions."""

    terms: Mapping[str, str]
    """Options by issue, defaults included; `own_words` where there is no option."""
    sessions: int


@dataclass(frozen=True, slots=True)
class Cohort:
    """Several sessions of one scenario, without an order among them."""

    scenario: str
    versions: Mapping[str, int]
    """How many sessions each version of the scenario has."""
    sessions: int
    outcomes: Mapping[str, int]
    """How many sessions ended so; `none` where no outcome was recorded."""
    minutes: Spread
    """The length of the talks."""
    measures: tuple[Measure, ...]
    agreements: tuple[Agreement, ...]
    """The most frequent first, then in the order of their options' names."""
    options: Mapping[str, Mapping[str, int]]
    """By issue, how many agreements have each option."""
    moments: Mapping[str, int]
    """In how many sessions a kind of turning point came."""
    cautions: tuple[str, ...]

    @classmethod
    def of(cls, cards: Sequence[Scorecard]) -> Cohort:
        """The cohort of these sessions, in any order. Raises ValueError for fewer than two or for two scenarios."""
        if len(cards) < FEWEST:
            raise ValueError("a cohort has two sessions at least")
        scenarios = sorted({card.scenario for card in cards})
        if len(scenarios) > 1:
            raise ValueError(f"these are sessions of several scenarios: {', '.join(scenarios)}")
        outcomes = Counter(card.outcome.value if card.outcome else "none" for card in cards)
        order = [*(kind.value for kind in OutcomeKind), "none"]
        versions = Counter(card.version for card in cards)
        agreed = [terms for card in cards if (terms := _terms(card)) is not None]
        met = Counter(kind for card in cards for kind in {moment.kind for moment in card.moments})
        return cls(
            scenario=scenarios[0],
            versions={version: versions[version] for version in sorted(versions)},
            sessions=len(cards),
            outcomes={kind: outcomes[kind] for kind in order if outcomes[kind]},
            minutes=Spread.of([card.minutes for card in cards], len(cards)),
            measures=_measures(cards),
            agreements=_agreements(agreed),
            options=_options(agreed),
            moments={kind.value: met[kind] for kind in Turned if met[kind]},
            cautions=_cautions(len(cards), versions, outcomes),
        )

    def panel(self, panel: Panel) -> tuple[Measure, ...]:
        """The measures of a panel, seen or not."""
        return tuple(measure for measure in self.measures if measure.panel is panel)

    def as_json(self) -> dict[str, Any]:
        """The cohort for other programs; the same sessions give the same object, in whatever order they come."""
        return {
            "format": FORMAT,
            "scenario": self.scenario,
            "versions": dict(self.versions),
            "sessions": self.sessions,
            "outcomes": dict(self.outcomes),
            "minutes": self.minutes.as_json(),
            "panels": {panel.value: [_measure_json(measure) for measure in self.panel(panel)] for panel in Panel},
            "agreements": [{"terms": dict(each.terms), "sessions": each.sessions} for each in self.agreements],
            "options": {issue: dict(counts) for issue, counts in self.options.items()},
            "moments": dict(self.moments),
            "cautions": list(self.cautions),
        }


def _measures(cards: Sequence[Scorecard]) -> tuple[Measure, ...]:
    """Every finding that some card has, in the order of the cards."""
    by_id: dict[str, list[Finding]] = {}
    for card in cards:
        agreed = card.outcome in AGREED
        for finding in card.findings:
            # What a package that nobody agreed to would have been worth is no result to compare with an agreement.
            of_terms = finding.id in OF_WHAT_WAS_AGREED and not agreed
            by_id.setdefault(finding.id, []).append(replace(finding, observed=False) if of_terms else finding)
    return tuple(_measure(found) for found in by_id.values())


def _measure(found: Sequence[Finding]) -> Measure:
    first = found[0]
    personal = first.panel is Panel.RELATIONSHIP or first.id.startswith(PERSONAL)
    fewest = FEWEST_PERSONAL if personal else FEWEST
    seen = [finding for finding in found if finding.observed]
    spread = Spread.of([each.value for each in seen if each.value is not None], len(seen), fewest)
    rows: dict[tuple[str, ...], list[float]] = {}
    unit = ""
    for detail in DETAILS:
        if detail.finding == first.id:
            unit = detail.unit
            for finding in seen:
                for key, value in _cells(finding.table, detail):
                    rows.setdefault(key, []).append(value)
    details = {key: Spread.of(rows[key], len(rows[key]), fewest) for key in sorted(rows)}
    return Measure(
        id=first.id,
        title=first.title,
        panel=first.panel,
        unit=first.unit,
        caution=_shared_caution(found),
        spread=spread,
        worth_a_look=sum(each.band is Band.WORTH_A_LOOK for each in seen) if spread.shown else 0,
        details={key: each for key, each in details.items() if each.shown},
        detail_unit=unit,
    )


def _shared_caution(found: Sequence[Finding]) -> str:
    """The sentences that the cautions of all sessions have in common: what is said of one session is not of all."""
    sentences = [_SENTENCE.split(finding.caution) for finding in found]
    return " ".join(said for said in min(sentences, key=len) if all(said in each for each in sentences))


def _cells(table: Table | None, detail: Detail) -> Iterable[tuple[tuple[str, ...], float]]:
    """What the rows of a table are about, each with its number; nothing where the table has no such columns."""
    wanted = {*detail.keys, detail.column, *((detail.only[0],) if detail.only else ())}
    if table is None or not wanted <= set(table.columns):
        return
    place = table.columns.index
    for row in table.rows:
        number = row.cells[place(detail.column)]
        if detail.only is not None and row.cells[place(detail.only[0])] != detail.only[1]:
            continue
        if isinstance(number, int | float):
            yield tuple(str(row.cells[place(key)]) for key in detail.keys), float(number)


def _terms(card: Scorecard) -> Mapping[str, str] | None:
    """What a session agreed, issue by issue; None where nothing was agreed."""
    if card.outcome not in AGREED:
        return None
    table = next((finding.table for finding in card.findings if finding.id == "outcome.terms"), None)
    if table is None:
        return None
    issue, option = table.columns.index("issue"), table.columns.index("option")
    return {str(row.cells[issue]): str(row.cells[option] or OWN_WORDS) for row in table.rows}


def _agreements(agreed: Sequence[Mapping[str, str]]) -> tuple[Agreement, ...]:
    counts = Counter(tuple(terms.items()) for terms in agreed)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Agreement(dict(terms), number) for terms, number in ordered)


def _options(agreed: Sequence[Mapping[str, str]]) -> Mapping[str, Mapping[str, int]]:
    counts: dict[str, Counter[str]] = {}
    for terms in agreed:
        for issue, option in terms.items():
            counts.setdefault(issue, Counter())[option] += 1
    return {
        issue: dict(sorted(options.items(), key=lambda pair: (-pair[1], pair[0]))) for issue, options in counts.items()
    }


def _cautions(sessions: int, versions: Mapping[str, int], outcomes: Mapping[str, int]) -> tuple[str, ...]:
    said = [tr("Groups differ in people, time and luck: a spread says what is possible, not who is better.")]
    if sessions == FEWEST:
        said.append(tr("Two sessions make no spread: it only says that they differ, or do not."))
    elif sessions < FEWEST_QUARTERS:
        said.append(tr("{n} sessions are few: one more may change every line.", n=sessions))
    if len(versions) > 1:
        names = tr(", ").join(sorted(versions))
        said.append(tr("The scenario was changed between them (versions {versions}).", versions=names))
    without = sessions - sum(outcomes.get(kind, 0) for kind in AGREED)
    if 0 < without < sessions:
        said.append(
            trn(
                "{n} of {sessions} sessions ended without an agreement: they are not among what was agreed; the lines "
                "on the process tell of their last package or text.",
                "{n} of {sessions} sessions ended without an agreement: they are not among what was agreed; the lines "
                "on the process tell of their last package or text.",
                without,
                sessions=sessions,
            )
        )
    if outcomes.get("none"):
        said.append(
            trn(
                "{n} of {sessions} sessions have no outcome: they were broken off, or still go on.",
                "{n} of {sessions} sessions have no outcome: they were broken off, or still go on.",
                outcomes["none"],
                sessions=sessions,
            )
        )
    return tuple(said)


def _measure_json(measure: Measure) -> dict[str, Any]:
    return {
        "id": measure.id,
        "title": measure.title,
        "unit": measure.unit,
        "caution": measure.caution,
        **measure.spread.as_json(),
        "worth_a_look": measure.worth_a_look,
        "details": [
            {"of": list(key), "unit": measure.detail_unit, **spread.as_json()}
            for key, spread in measure.details.items()
        ],
    }
