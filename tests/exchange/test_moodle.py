"""Moodle's grade book: who took part, and no grade."""

import pytest

from scenarios.model import Scenario
from simulator.engine import Record, begin
from simulator.engine import commands as c
from simulator.engine.words import Source
from simulator.exchange import Wish
from tests.debrief.conftest import Play, begun, closed
from tests.exchange.conftest import Rows, export, made, rows

NAMED = Wish(("moodle",), named=True)
ITEM = "Participation: A day in Ardel"


def book(record: Record, wish: Wish = NAMED) -> Rows:
    return rows(made(record, wish)["moodle.csv"])


def test_the_heads_are_those_of_moodle(agreed: Record) -> None:
    assert list(book(agreed)[0]) == [
        "First name", "Surname", "ID number", "Institution", "Department", "Email address", ITEM, f"Feedback: {ITEM}",
    ]  # fmt: skip


def test_taking_part_is_one_and_says_what_the_record_shows(agreed: Record) -> None:
    assert [(row["First name"], row[ITEM]) for row in book(agreed)] == [("Ada", "1"), ("Bilal", "1"), ("Chen", "1")]
    assert book(agreed)[0][f"Feedback: {ITEM}"] == (
        "Dalia Venn, Village of Upper Ardel. Said ready. Left the role. 18 acts in the record."
    )


def test_who_left_no_trace_gets_no_grade_rather_than_a_bad_one(well: Scenario) -> None:
    play = begun(well).do(c.CastSeat, "trainer", seat="upper-head", source=Source.HUMAN, people=("Late",))
    assert {row["First name"]: row[ITEM] for row in book(play.record())}["Late"] == "-"


def test_the_share_of_the_time_only_where_it_was_asked_for(well: Scenario) -> None:
    share = "Attendance in percent: A day in Ardel"
    record = closed(
        begun(well).do(c.CastSeat, "trainer", seat="lower-head", source=Source.HUMAN, people=("Ada", "Dee"))
    )
    assert share not in book(record)[0]
    scored = {row["First name"]: float(row[share]) for row in book(record, Wish(("moodle",), named=True, scored=True))}
    assert scored["Ada"] == scored["Chen"] == 100.0  # on two seats at once, and still there only once
    assert scored["Bilal"] + scored["Dee"] == pytest.approx(100, abs=0.2)


def test_a_person_on_two_seats_is_one_row(well: Scenario) -> None:
    play = Play(begin(well, seed=1)).do(c.OpenSession, "trainer", name="Cast")
    for seat in ("upper-head", "lower-head"):
        play.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN, people=("Ada Ng",))
    (row,) = book(play.record())
    assert (row["First name"], row["Surname"]) == ("Ada", "Ng")


def test_whoever_cannot_be_matched_comes_first_where_moodle_refuses_the_file(well: Scenario) -> None:
    play = Play(begin(well, seed=1)).do(c.OpenSession, "trainer", name="Cast")
    for seat, name in zip(well.seats, ("Ada <ada@example.org>", "Bo", "Cy <cy@example.org>"), strict=False):
        play.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN, people=(name,))
    assert [row["Email address"] for row in book(play.record())] == ["", "ada@example.org", "cy@example.org"]
    assert export(play.record(), NAMED).unmatched == 1


def test_without_names_there_is_none(agreed: Record) -> None:
    with pytest.raises(ValueError, match="names"):
        export(agreed, Wish(("moodle",)))
