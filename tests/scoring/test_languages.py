"""Scorecards in another language: every sentence is said in it, and no number, id or code is another one."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest
from msgspec import structs

from scenarios.model import Scenario
from scenarios.reading import read
from scenarios.texts import spoken_in
from scenarios.translation.texts import texts, with_texts
from scoring.agreement.criteria import CRITERIA
from scoring.agreement.wording import VAGUE, VAGUE_TIMES, WEAK_VERBS
from scoring.analysis import analyse
from scoring.cohort import Cohort
from scoring.findings import Finding
from scoring.moments import Turned
from scoring.preferences import NoValue, complete
from scoring.rubric import DIMENSIONS, INSUFFICIENT, LEVELS
from scoring.scorecard import Scorecard, score
from scoring.sentences import figure, lasting, percent
from scoring.terms import heading, known, measured, word
from simulator.engine import Record
from simulator.engine.events import SessionOpened
from tests.playthroughs.test_playthroughs import CASES, play
from tests.pseudo import not_said, typed

PARTS = (1, 3, 4)
"""How many quarters of a session are scored: what broke off is told in other sentences."""
TEXT = {"title", "reading", "caution", "why", "ask"}
"""The keys of a scorecard that hold sentences."""
IN_TEXT = {"why", "left_open"}
"""Columns whose cells are sentences."""
GIVEN = {"M15.trace"}
"""Findings whose reasons are those that people gave."""
WRITTEN = {"action", "actor", "who_acts", "by_when", "how_verified", "judges_notes", "flags"}
WRITTEN |= {"observations", "seen_by_lower", "seen_by_higher", "minutes_to_first_word"}
WRITTEN |= {"incident", "entry", "due", "text", "asks", "as_sent", "as_delivered"}
"""Columns whose cells are people's words or names."""


def of_the_strange(name: str) -> Scenario:
    """A case with all its texts in Greek letters."""
    reading = read(CASES[name])
    assert reading.scenario is not None, reading.problems
    return with_texts(reading.scenario, {text.path: typed(text.text) for text in texts(reading.scenario)})


@pytest.fixture(scope="module")
def records() -> Sequence[Record]:
    """Scripted sessions of two cases, whole and broken off."""
    found = []
    for name in sorted(CASES):
        record, _ = play(name)
        scenario = of_the_strange(name)
        found += [Record(scenario, 1, record.events[: len(record.events) * part // 4]) for part in PARTS]
    return found


@pytest.fixture
def cards(records: Sequence[Record], pseudo: str) -> Sequence[Scorecard]:
    """Their scorecards, in the language that nobody speaks."""
    return [score(record) for record in records]


def sentences(card: Scorecard) -> Iterator[tuple[str, str]]:
    """Every sentence of a scorecard, with where it stands."""
    for finding in (*card.findings, *card.ratings):
        yield f"{finding.id} title", finding.title
        yield f"{finding.id} reading", finding.reading
        yield f"{finding.id} caution", finding.caution
        for column, cell in cells(finding):
            if column in IN_TEXT and isinstance(cell, str) and finding.id not in GIVEN:
                yield f"{finding.id} {column}", cell
    for moment in card.moments:
        yield f"{moment.kind} why", moment.why
        yield f"{moment.kind} ask", moment.ask


def cells(finding: Finding) -> Iterator[tuple[str, str | int | float | None]]:
    """The cells of a finding's table, each with its column."""
    for row in finding.table.rows if finding.table else ():
        yield from zip(finding.table.columns if finding.table else (), row.cells, strict=True)


def test_every_sentence_is_said_in_the_language(cards: Sequence[Scorecard]) -> None:
    quoted = (*VAGUE, *VAGUE_TIMES, *WEAK_VERBS)
    for card in cards:
        for where, text in sentences(card):
            assert not not_said(text, allowed=quoted if where.endswith(("why", "left_open")) else ()), (where, text)


def without_sentences(value: Any) -> Any:
    """A scorecard as other programs get it, with nothing that people read."""
    if isinstance(value, Mapping):
        if "columns" in value:
            rows = [dict(zip(value["columns"], row["cells"], strict=True)) for row in value["rows"]]
            return [{column: cell for column, cell in row.items() if column not in IN_TEXT} for row in rows]
        return {key: without_sentences(part) for key, part in value.items() if key not in TEXT}
    return [without_sentences(part) for part in value] if isinstance(value, list) else value


def test_numbers_ids_and_codes_are_the_same_in_every_language(records: Sequence[Record], pseudo: str) -> None:
    for record in records:
        with spoken_in("en"):
            english = json.loads(score(record).as_text())
        said = json.loads(score(record).as_text())
        assert without_sentences(said) == without_sentences(english)
        assert said != english


def test_every_column_and_every_code_is_a_word_of_the_scorecards(cards: Sequence[Scorecard]) -> None:
    for card in cards:
        for finding in (*card.findings, *card.ratings):
            assert finding.unit in ("", "count") or known(finding.unit), finding.unit
            for column in finding.table.columns if finding.table else ():
                assert not not_said(heading(column)), column
            for column, cell in cells(finding):
                if isinstance(cell, str) and column not in WRITTEN | IN_TEXT:
                    ids(card, column, cell)
        for moment in card.moments:
            assert known(moment.kind)


NAMED_ELSEWHERE = {
    *("party", "acknowledged_by", "answered_by", "other", "reached", "in_private_meeting", "away", "issues", "about"),
    *("proposed_in", "proposed_by", "group", "by", "seat", "told_by", "told_to", "move_by", "move_before", "interest"),
    *("red_lines_crossed", "issue", "phase", "pulse", "first_pulse", "last_pulse", "clause", "criterion", "dimension"),
    *("shock", "inject", "option", "other_option", "who", "item", "here", "there", "what", "scope", "milestone"),
    *("body", "shared", "reports", "article", "faction", "went_into"),
    *("solution", "rater", "lower_by", "higher_by", "index", "includes", "places_in_order"),
}
"""Columns of ids, which documents name in their reader's language."""


def ids(card: Scorecard, column: str, cell: str) -> None:
    """Asserts that a cell is an id of a kind that documents name, or a word."""
    assert column in NAMED_ELSEWHERE or known(cell), f"say {cell!r} of column {column} in scoring/terms.py"


def test_every_kind_of_moment_has_a_name() -> None:
    assert all(known(kind) for kind in Turned)


def test_criteria_and_dimensions_are_said_in_the_language(pseudo: str) -> None:
    said = [text for criterion in CRITERIA.values() for text in (criterion.name, criterion.complete)]
    said += [text for dimension in DIMENSIONS.values() for text in (dimension.name, *dimension.levels)]
    assert not [text for text in said if not_said(text)]
    assert not not_said(word(INSUFFICIENT))
    assert not [level for level in LEVELS.values() if not_said(word(level))]


def test_a_cohort_says_its_cautions_in_the_language(records: Sequence[Record], pseudo: str) -> None:
    of_one = [record for record in records if record.scenario.id == records[0].scenario.id]
    cohort = Cohort.of([score(record) for record in of_one])
    for text in (*cohort.cautions, *(text for each in cohort.measures for text in (each.title, each.caution))):
        assert not not_said(text), text


def test_what_an_analysis_is_doing_is_said_in_the_language(records: Sequence[Record], pseudo: str) -> None:
    told: set[str] = set()
    analyse(records[0].scenario, progress=lambda label, share: told.add(label))
    ids_ = {*records[0].scenario.issues, *records[0].scenario.parties}
    assert told
    assert not [text for text in told if not_said(text, allowed=ids_)]


def test_why_a_package_has_no_value_is_said_in_the_language(records: Sequence[Record], pseudo: str) -> None:
    scenario = records[0].scenario
    with pytest.raises(NoValue) as refused:
        complete(scenario, {"nothing": "nowhere"})
    assert not not_said(str(refused.value), allowed=("nothing", *scenario.issues))


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert (figure(7.0), figure(7.25), figure(-0.001), figure(1234.5)) == ("7", "7.25", "0", "1,234.5")
    assert (lasting(60), lasting(90), lasting(1), lasting(0)) == (
        "1 minute",
        "1.5 minutes",
        "less than 0.1 minutes",
        "0 minutes",
    )
    assert [measured(value, "points") for value in (1, 1.5, 2)] == ["1 point", "1.5 points", "2 points"]
    assert measured(1, "breaches") == "1 breach"
    assert measured(0.5, "share") == percent(0.5)
    with spoken_in("fr"):
        assert (figure(7.25), measured(0.333, "index")) == ("7,25", "0,33")
        assert "1,5" in lasting(90)
    with spoken_in("ar"):
        assert [part for part in ("1.5", "2.5") if part in lasting(90) + lasting(150)] == ["1.5", "2.5"]


# -- the language of the table ----------------------------------------------------------------------------------------


def numbers(record: Record) -> Any:
    """What a scorecard says that is no sentence and no word of the case."""

    def left(value: Any) -> Any:
        if isinstance(value, Mapping):
            return {key: left(part) for key, part in value.items() if key not in WRITTEN}
        return [left(part) for part in value] if isinstance(value, list) else value

    return left(without_sentences(json.loads(score(record).as_text())))


def test_texts_are_measured_in_the_words_that_were_before_the_table() -> None:
    record, _ = play("sources-of-kalindra")
    written = record.scenario
    wordy = with_texts(written, {text.path: f"{text.text}, as appropriate" for text in texts(written)})
    elsewhere = Record(wordy.model_copy(update={"language": "fr"}), 1, record.events, written)
    assert numbers(elsewhere) == numbers(record)
    assert numbers(Record(wordy, 1, record.events)) != numbers(record)


def test_vague_words_of_a_language_that_nobody_listed_are_not_observed() -> None:
    record, _ = play("sources-of-kalindra")

    def clarity(language: str) -> tuple[object, str]:
        events = tuple(
            structs.replace(event, language=language) if isinstance(event, SessionOpened) else event
            for event in record.events
        )
        found = next(f for f in score(Record(record.scenario, 1, events)).findings if f.id == "outcome.quality")
        assert found.table is not None
        row = next(row for row in found.table.rows if row.cells[0] == "Q1")
        said = dict(zip(found.table.columns, row.cells, strict=True))
        return said["by_record"], str(said["why"])

    assert clarity("fr") == clarity("en")
    assert clarity("en")[0] is not None
    assert clarity("ar")[0] is None
    assert "English and French only" in clarity("ar")[1]
