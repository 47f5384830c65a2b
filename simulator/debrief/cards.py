"""Findings as cards: names instead of ids, numbers with their unit, bands and cautions in words."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from scenarios.texts import mark, tr
from scoring.agreement.criteria import CRITERIA
from scoring.findings import Band, Finding, Fundamental, Row, Table
from scoring.rubric import DIMENSIONS
from scoring.sentences import figure, parted, percent
from scoring.terms import heading, measured, word
from simulator.debrief.naming import MOVES, Names, cut, quoted
from simulator.debrief.told import committee
from simulator.debrief.told.inputs import heading as heading_of
from simulator.debrief.told.inputs import text_title
from simulator.engine.words import TRAINER, Dimension, Move

BANDS: Mapping[Band, str] = {Band.AS_PLANNED: mark("As planned"), Band.WORTH_A_LOOK: mark("Worth a look")}
FUNDAMENTALS: Mapping[Fundamental, str] = {
    Fundamental.PREPAREDNESS: mark("Preparedness"),
    Fundamental.CONSENT: mark("Consent"),
    Fundamental.IMPARTIALITY: mark("Impartiality"),
    Fundamental.INCLUSIVITY: mark("Inclusivity"),
    Fundamental.NATIONAL_OWNERSHIP: mark("National ownership"),
    Fundamental.LAW_AND_NORMS: mark("Law and norms"),
    Fundamental.COHERENCE: mark("Coherence"),
    Fundamental.QUALITY_AGREEMENT: mark("Quality of the agreement"),
}
PERSONAL = frozenset({"move_by", "seat", "rater", "judges_notes", "marked"})
"""Columns about a person's conduct, and what a person noted: for that person and the trainer only."""

SHARES = frozenset({"share", "exact", "within_one", "speaking", "in_caucus", "silence", "half_given_at"})
"""Columns that are told in percent."""

_WORDS: Mapping[str, str] = {
    "agenda_adopted": mark("Agenda adopted"),
    "issues_framed": mark("All issues framed"),
    "first_version": mark("First version of the text"),
    "second_version": mark("Second version"),
    "first_package": mark("First package"),
    "package_agreed": mark("Package agreed"),
    "text_adopted": mark("Text adopted"),
    "outcome": mark("Outcome"),
    "loop_back": mark("Back to an earlier phase"),
    "nash": mark("Nash"),
    "kalai_smorodinsky": mark("Kalai-Smorodinsky"),
    "kalai_smorodinsky_fairness": mark("Kalai-Smorodinsky fairness"),
    "nash_efficiency": mark("Nash efficiency"),
    "default": mark("stays open: default"),
    "own_words": mark("in own words"),
    "side": mark("All sides"),
    "neighbour": mark("Neighbours"),
    "mediation": mark("Mediators"),
    "support": mark("Support"),
    "observer": mark("Observers"),
    "civil_society": mark("Civil society"),
    "elder": mark("Elders"),
    "secretariat": mark("Secretariat"),
}
"""What a code is called at the beginning of a line, in English."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a card's table, ready to read."""

    cells: tuple[str, ...]
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A finding, ready to read."""

    id: str
    title: str
    observed: bool
    number: str
    """The value with its unit; empty where there is none."""
    reading: str
    caution: str
    band: str
    """A `Band`; empty where the finding has none."""
    band_words: str
    fundamentals: tuple[str, ...]
    evidence: tuple[int, ...]
    columns: tuple[str, ...]
    numeric: tuple[bool, ...]
    """Whether a column holds numbers."""
    rows: tuple[Line, ...]
    wide: bool
    """Whether its table needs a whole line of the page."""

    @property
    def cited(self) -> bool:
        """Whether a row of its table has evidence of its own."""
        return any(row.evidence for row in self.rows)


def card(finding: Finding, names: Names, personal: bool = False) -> Card:
    """A finding for the room, or with `personal` for the trainer, who may see what single people did."""
    columns, rows, numeric = _table(finding.table, names, personal)
    return Card(
        id=finding.id,
        title=finding.title,
        observed=finding.observed,
        number=number(finding.value, finding.unit) if finding.observed else "",
        reading=finding.reading,
        caution=finding.caution,
        band=finding.band.value if finding.band else "",
        band_words=tr(BANDS[finding.band]) if finding.band else "",
        fundamentals=tuple(tr(FUNDAMENTALS[each]) for each in finding.fundamentals),
        evidence=tuple(dict.fromkeys(finding.evidence)),
        columns=columns,
        numeric=numeric,
        rows=rows,
        wide=len(columns) > 4 or len(rows) > 6 or (bool(columns) and _tells_interests(finding)),
    )


def _tells_interests(finding: Finding) -> bool:
    """Whether a table has a column of interests, which are long."""
    return finding.table is not None and "interest" in finding.table.columns


def number(value: float | None, unit: str) -> str:
    """A value for people: shares in percent, the rest with its unit."""
    return "" if value is None else measured(value, unit)


def _table(
    table: Table | None, names: Names, personal: bool
) -> tuple[tuple[str, ...], tuple[Line, ...], tuple[bool, ...]]:
    if table is None or not table.rows:
        return (), (), ()
    kept = [place for place, column in enumerate(table.columns) if personal or column not in PERSONAL]
    rows = [row for row in table.rows if personal or not _of_a_person(table.columns, row)]
    # Which kind of thing a row is about need not be told beside its name.
    kept = [place for place in kept if table.columns[place] != "scope"]
    columns = [table.columns[place] for place in kept]
    lines = tuple(
        Line(
            tuple(
                cell(table.columns[place], row.cells[place], dict(zip(table.columns, row.cells, strict=True)), names)
                for place in kept
            ),
            tuple(dict.fromkeys(row.evidence)),
        )
        for row in rows
    )
    if columns[0] != "rater":
        lines = tuple(Line((_upper(line.cells[0]), *line.cells[1:]), line.evidence) for line in lines)
    numeric = tuple(_counts([row.cells[place] for row in rows]) for place in kept)
    return tuple(_heading(column) for column in columns), lines, numeric


def _counts(cells: Sequence["Cell"]) -> bool:
    """Whether a column holds numbers, and not only gaps."""
    told = [cell for cell in cells if cell is not None]
    return bool(told) and all(isinstance(cell, int | float) for cell in told)


def _of_a_person(columns: Collection[str], row: Row) -> bool:
    return dict(zip(columns, row.cells, strict=True)).get("scope") == "seat"


Cell = str | int | float | None


def cell(column: str, value: Cell, row: Mapping[str, Cell], names: Names) -> str:
    """A cell for people: an id becomes a name by what its column says that it is."""
    if value is None:
        return "–"
    if isinstance(value, int | float):
        return percent(value) if column in SHARES else _plain(value).replace("-", "−")
    if column in ("here", "there", "what") and row.get("scope") == "issue":
        return names.option(str(row.get("who")), value)
    if column in ("option", "other_option"):
        issue, dot, option = value.partition(".")
        return names.option(issue, option) if dot else names.option(str(row.get("issue")), value)
    if column == "who":
        return _READ.get(str(row.get("scope")), _readable)(value, names)
    if column == "item":
        return _item(value, row, names)
    return _READ.get(column, _readable)(value, names)


def _plain(value: int | float) -> str:
    """A number in a cell, without grouped thousands."""
    return f"{value:g}" if isinstance(value, int) or abs(value) >= 1000 else figure(value, 4)


def _item(value: str, row: Mapping[str, Cell], names: Names) -> str:
    pulse = names.scenario.pulses.get(str(row.get("pulse", row.get("first_pulse"))))
    return pulse.items[value] if pulse is not None and value in pulse.items else value


def _readable(value: str, names: Names) -> str:
    return tr(_WORDS[value]) if value in _WORDS else word(value)


_PARTIES = {"everybody": mark("everybody"), TRAINER: mark("Exercise control")}
"""Who else than a party stands in a column of parties, in English."""


def _parties(value: str, names: Names) -> str:
    return tr(", ").join(tr(_PARTIES[part]) if part in _PARTIES else names.short(part) for part in value.split(", "))


def _seats(value: str, names: Names) -> str:
    return tr(", ").join(tr("everybody") if part == "all" else names.seat(part) for part in value.split(", "))


def _interest(value: str, names: Names) -> str:
    # Translators: an interest of a party.
    return tr(
        "{party}: {interest}",
        party=names.short(value.partition(".")[0]),
        interest=quoted(cut(names.interest(value), 90)),
    )


def _move(value: str, names: Names) -> str:
    return tr(MOVES[Move(value)]) if value in set(Move) else value


def _options(value: str, names: Names) -> str:
    pairs = [part.partition(".") for part in value.split(", ")]
    return tr(", ").join(
        tr("{issue}: {option}", issue=names.issue(issue), option=names.option(issue, option))
        for issue, _, option in pairs
    )


def _pairs_of_issues(value: str, names: Names) -> str:
    """`a/b (package 3), …`, as trades are told."""
    found: list[str] = []
    for part in value.split(", "):
        pair, _, more = part.partition(" (package ")
        one, _, other = pair.partition("/")
        found.append(
            # Translators: a trade of one issue for another.
            tr(
                "{issue} for {other} (package {n})",
                issue=names.issue(one),
                other=names.issue(other),
                n=more.removesuffix(")"),
            )
        )
    return parted(found)


def _about(value: str, names: Names) -> str:
    """An issue, or else an event that exercise control sent."""
    return names.issue(value) if value in names.scenario.issues else names.inject(value)


def _places(value: str, names: Names) -> str:
    """`a or b 3, …`: where something was done, and how often."""
    found: list[str] = []
    for part in value.split(", "):
        place, space, often = part.rpartition(" ")
        found.append(tr(" or ").join(_place(each, names) for each in place.split(" or ")) + space + often)
    return tr(", ").join(found)


def _listed(value: str, names: Names) -> str:
    """`2, 5, 8`"""
    return tr(", ").join(value.split(", "))


def _first_words(value: str, names: Names) -> str:
    """`GOV 0.9, FNS 12`: parties, and the minutes until they spoke of it."""
    found = (part.rpartition(" ") for part in value.split(", "))
    return tr(", ").join(f"{party} {figure(float(minutes))}" for party, _, minutes in found)


def _place(value: str, names: Names) -> str:
    match value:
        case "private meeting":
            return tr("private meeting")
        case "elsewhere":
            return tr("elsewhere")
    return names.body(value)


def _kinds(value: str, names: Names) -> str:
    """`side 1, mediation 2`: kinds of parties, and how many."""
    found = (part.rpartition(" ") for part in value.split(", "))
    return tr(", ").join(f"{tr(_KINDS[kind]) if kind in _KINDS else word(kind)} {many}" for kind, _, many in found)


_KINDS = {
    "side": mark("sides"),
    "neighbour": mark("neighbours"),
    "mediation": mark("mediators"),
    "support": mark("support"),
    "observer": mark("observers"),
    "civil_society": mark("civil society"),
    "elder": mark("elders"),
    "secretariat": mark("secretariat"),
    "trainer": mark("exercise control"),
}
"""Kinds of parties before a number, in English."""


def _into(value: str, names: Names) -> str:
    """`text/clause`: the clause that an input went into, with the text where it is not the main one."""
    document, _, clause = value.partition("/")
    if not document:
        return heading_of(names, "", clause)
    # Translators: a clause of a text besides the main one.
    return tr("{clause}, in {text}", clause=heading_of(names, document, clause), text=text_title(names, document))


def _criterion(value: str, _: Names) -> str:
    return f"{value} {CRITERIA[value].name}" if value in CRITERIA else value


def _dimension(value: str, names: Names) -> str:
    return f"{value} {DIMENSIONS[Dimension(value)].name}" if value in set(Dimension) else _readable(value, names)


_READ: Mapping[str, Callable[[str, Names], str]] = {
    "party": _parties,
    "acknowledged_by": _parties,
    "answered_by": _parties,
    "other": _parties,
    "reached": _parties,
    "in_private_meeting": _parties,
    "away": _parties,
    "issues": _pairs_of_issues,
    "about": _about,
    "proposed_in": _places,
    "proposed_by": _kinds,
    "group": _parties,
    "by": _seats,
    "seat": _seats,
    "told_by": _seats,
    "told_to": _seats,
    "move_by": _seats,
    "move_before": _move,
    "interest": _interest,
    "red_lines_crossed": _options,
    "issue": lambda value, names: names.issue(value),
    "phase": lambda value, names: names.phase(value),
    "pulse": lambda value, names: names.pulse(value),
    "first_pulse": lambda value, names: names.pulse(value),
    "last_pulse": lambda value, names: names.pulse(value),
    "body": lambda value, names: names.body(value),
    "article": lambda value, names: committee.article(names, value),
    "shared": lambda value, names: committee.shared_name(names, value),
    "faction": lambda value, names: committee.faction_name(names, value),
    "over": _options,
    "clause": lambda value, names: tr(", ").join(map(names.clause, value.split(", "))),
    "minutes_to_first_word": _first_words,
    "places_in_order": _listed,
    "went_into": _into,
    "asks": lambda value, names: quoted(cut(value, 90)),
    "as_sent": lambda value, names: quoted(value),
    "as_delivered": lambda value, names: quoted(value),
    "incident": lambda value, names: value,
    "entry": lambda value, names: value,
    "due": lambda value, names: value,
    "criterion": _criterion,
    "dimension": _dimension,
    "shock": lambda value, names: names.shock(value),
    "inject": lambda value, names: names.inject(value),
    "kind": lambda value, names: word(value).replace("-", " "),
    "includes": lambda value, names: tr(", ").join(map(word, value.split(", "))),
}


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _heading(column: str) -> str:
    return _upper(heading(column))
