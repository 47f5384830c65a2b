"""The boards of the console: names instead of ids, and rows that fit their list."""

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from scenarios.reading import read
from scoring.findings import Finding, Panel, Row, Table
from scoring.scorecard import Scorecard, score
from simulator.debrief.naming import Names
from simulator.debrief.narration import narrate
from simulator.engine import TRAINER, Record, Session, begin, decide, evolve, moments, view
from simulator.engine import commands as c
from simulator.engine.words import Source
from simulator.tui.boards import findings, interests, offers, text
from simulator.tui.boards.line import clock
from simulator.tui.widgets.head import first_line

ROOT = Path(__file__).parents[2]
START = datetime(2026, 1, 5, 9, tzinfo=UTC)

Do = Callable[..., Session]


@pytest.fixture
def play() -> Callable[[Path], tuple[Do, list[Any]]]:
    """Begin a scenario; gives a function that asks something of the rules, and the events so far."""

    def start(scenario: Path) -> tuple[Do, list[Any]]:
        written = read(scenario).scenario
        assert written is not None
        state = [begin(written, 7)]
        told: list[Any] = []

        def do(command: type[c.Intent] | None = None, by: str = TRAINER, **fields: Any) -> Session:
            if command is not None:
                asked: Any = command(at=START + timedelta(seconds=7 * len(told)), by=by, **fields)
                for event in decide(asked, state[0]):
                    told.append(event)
                    state[0] = evolve(state[0], event)
            return state[0]

        do(c.OpenSession, name="Tuesday")
        for seat in written.seats:
            do(c.CastSeat, seat=seat, source=Source.HUMAN, people=("Ana",))
        do(c.StartClock)
        return do, told

    return start


@pytest.fixture
def kalindra(play: Any) -> Do:
    """Kalindra in its drafting, with an offer and a first version."""
    do: Do = play(ROOT / "scenarios" / "library" / "sources-of-kalindra")[0]
    scenario = do().scenario
    for phase in list(scenario.phases)[1:5]:
        do(c.EnterPhase, phase=phase)
    for option in scenario.issues["governance"].options:
        if option not in do().issues["governance"].board:
            do(c.ProposeOption, by="special-envoy", issue="governance", option=option)
    do(c.EnterPhase, phase="options")
    do(c.EnterPhase, phase="drafting")
    terms = {name: next(iter(do().issues[name].board)) for name in scenario.issues}
    do(c.TablePackage, by="government-head", terms=terms)
    do(c.IssueVersion, by="special-envoy", package=1)
    return do


def test_a_bracket_of_the_text_names_its_option(kalindra: Do) -> None:
    scenario = kalindra().scenario
    clause = next(name for name, written in scenario.text.clauses.items() if written.issue == "governance")
    option = list(kalindra().issues["governance"].board)[-1]
    session = kalindra(c.BracketClause, by="front-head", clause=clause, option=option)
    said = text.detail(view(session, TRAINER, START), clause).plain
    assert f"[1] FNS: {scenario.issues['governance'].options[option].label}" in said
    assert option not in said


@pytest.mark.parametrize("width", [57, 64, 75, 120])
def test_the_worth_of_a_package_fits_the_list(kalindra: Do, width: int) -> None:
    known = view(kalindra(), TRAINER, START)
    (row,) = [content for name, content in offers.rows(known, width) if name == "package:1"]
    assert all(line.cell_length <= width for line in row.split("\n"))
    assert all(f"{known.parties[party].short} " in row.plain for party in known.control.worth)  # type: ignore[union-attr]
    assert "…" not in row.plain


@pytest.mark.parametrize("width", [58, 78, 98, 118])
@pytest.mark.parametrize("seat", ["government-head", "rapporteur", "special-envoy"])
def test_the_head_keeps_name_and_party_whole(kalindra: Do, seat: str, width: int) -> None:
    known = view(kalindra(), seat, START)
    said = first_line(known, width)
    assert known.me is not None
    assert known.party is not None
    assert f"{known.me.name} ({known.party.short})" in said.plain
    assert said.cell_length == width
    assert "…" not in said.plain


def test_the_head_leaves_a_long_title_out_where_there_is_no_room(kalindra: Do) -> None:
    known = dataclasses.replace(view(kalindra(), "rapporteur", START), title="Long " * 20)
    assert first_line(known, 78).plain.strip() == "Fimo Lantarre (SEC)"
    assert first_line(known, 118).plain.startswith("Long Long")


def test_an_interest_told_in_public_was_told_to_everybody(play: Any) -> None:
    do, _ = play(ROOT / "tests" / "cases" / "well" / "scenario.yaml")
    do(c.EnterPhase, phase="exploration")
    session = do(c.DiscloseInterest, by="upper-head", interest="upper.school", to=("all",))
    assert "Told to: everybody" in interests.detail(view(session, TRAINER, START), "upper.school").plain


def test_a_moment_has_the_time_of_its_event(play: Any) -> None:
    do, events = play(ROOT / "tests" / "cases" / "well" / "scenario.yaml")
    do(c.EnterPhase, phase="exploration")
    do(c.DiscloseInterest, by="upper-head", interest="upper.school", to=("all",))
    do(c.EnterPhase, phase="convergence")
    do(c.TablePackage, by="upper-head", terms={"hours": "shared-board"})
    do(c.TablePackage, by="upper-head", terms={"hours": "mornings-lower"})
    record = Record(do().scenario, 7, tuple(events))
    names = Names.of(record)
    story = {m.number: findings.Told(m.number, m.seconds, narrate(m, names)) for m, _ in moments(record)}
    card = score(record)
    rows = findings.moments(card, story)
    assert rows
    for (name, row), moment in zip(rows, card.moments, strict=True):
        at = clock(story[moment.number].seconds)
        assert row.plain.split()[0] == at
        said = row.plain + findings.moment(card, name, story).plain
        assert said.count(at) == 2, "once in the row, once in the detail"


def test_a_wide_table_is_told_row_by_row_and_a_narrow_one_as_a_table() -> None:
    narrow = Table(("scope", "party", "turns"), (Row(("party", "upper", 3)),))
    assert _shown_table(narrow) == ["party turns", "Upper 3"]
    wide = Table(
        ("scope", "seat", "seen_by_lower", "seen_by_higher", "gap"),
        (Row(("seat", "mediator", "interrupts the elder twice in a row", "lets the elder speak to the end", None)),),
    )
    assert _shown_table(wide) == [
        "Ines",
        "seen by lower: interrupts the elder twice in a row",
        "seen by higher: lets the elder speak to the end",
    ]


def _shown_table(table: Table) -> list[str]:
    finding = Finding("x", "X", Panel.PROCESS, True, reading="Read.", table=table)
    card = Scorecard("well", "1", 7, 0, None, 0.0, (finding,), ())
    said = findings.detail(card, "x", {}, {"upper": "Upper", "mediator": "Ines"}).plain
    return [" ".join(line.split()) for line in said.split("Read.\n\n")[1].splitlines()]
