"""One row a thing: each table of a session, and sessions in which there is nothing to put into one."""

from collections.abc import Mapping
from typing import Any

import pytest

from scenarios.model import Scenario
from simulator.engine import Record, begin
from simulator.engine import commands as c
from simulator.engine.commands import ClauseDraft, CommitmentDraft
from simulator.engine.words import Answer, OutcomeKind, Source
from simulator.exchange.rows import TABLES
from simulator.exchange.tables import tables
from tests.debrief.conftest import Play, begun, closed
from tests.exchange.conftest import ALL, WITHOUT_NAMES, known, made, rows


def seen(row: Any, *names: str) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in names)


def test_every_row_says_session_seat_party_people_and_minute(agreed: Record) -> None:
    made_ = tables(known(agreed))
    for name, _ in TABLES[1:]:
        for row in getattr(made_, name):
            assert row.session == "well-1"
            assert (row.event is None) == (row.play_minute is None) == (row.play_seconds is None)
            assert bool(row.seat) <= bool(row.party), name
    offer = made_.packages[0]
    assert seen(offer, "seat", "party", "people", "phase", "play_seconds", "play_minute") == (
        "upper-head", "upper", ("person-1",), "convergence", 660.0, 11.0,
    )  # fmt: skip


def test_the_session(agreed: Record) -> None:
    (row,) = tables(known(agreed)).session
    assert seen(row, "name", "scenario", "outcome", "ended", "people", "names", "clock_minutes") == (
        "A day in Ardel", "well", "agreement", True, 3, False, 19.0,
    )  # fmt: skip
    assert row.events == len(agreed.events)
    assert row.outcome_event is not None


def test_the_cast_has_a_row_for_each_time_that_somebody_else_sat_there(well: Scenario) -> None:
    play = begun(well)
    play.do(c.CastSeat, "trainer", seat="lower-head", source=Source.HUMAN, people=("Dee", "Eli"))
    cast = [row for row in tables(known(closed(play))).cast if row.seat == "lower-head"]
    first, second = cast
    assert seen(first, "people", "ready_minute", "left_role_minute", "until_event") == (
        ("person-2",), 4.0, None, second.event,
    )  # fmt: skip
    assert second.people == ("person-4", "person-5")
    assert second.left_role_minute is not None
    assert first.clock_minutes + second.clock_minutes == pytest.approx(16.0)
    assert first.spoken_seconds == 60.0


def test_all_events_are_there_in_order(agreed: Record) -> None:
    events = tables(known(agreed)).events
    assert [row.event for row in events] == list(range(1, len(agreed.events) + 1))
    assert {row.by for row in events} == {"human", "stand_in", "trainer", ""}
    position = next(row for row in events if row.kind == "position_stated")
    assert seen(position, "issue", "text", "data") == (
        "hours", "The mornings have always been ours.",
        {"party": "upper", "issue": "hours", "text": "The mornings have always been ours.", "option": None},
    )  # fmt: skip


def test_packages_with_their_terms_answers_and_values(agreed: Record) -> None:
    made_ = tables(known(agreed))
    assert [seen(row, "package", "state", "complete", "counter_to") for row in made_.packages] == [
        (1, "superseded", True, None), (2, "tabled", True, None), (3, "tabled", True, 2),
    ]  # fmt: skip
    assert len(made_.package_terms) == 6
    assert seen(made_.package_terms[0], "package", "issue", "option") == (1, "hours", "mornings-upper")
    answers = [seen(row, "package", "party", "answer", "text") for row in made_.package_answers]
    assert (1, "lower", "reject", "Never.") in answers
    values = {(row.package, row.for_party): row.points for row in made_.package_values}
    assert len(values) == 6
    assert values[1, "upper"] > values[1, "lower"]  # type: ignore[operator]


def test_an_agreed_package_on_a_part_of_the_issues(well: Scenario) -> None:
    play = begun(well)
    play.do(c.TablePackage, "upper-head", terms={"hours": "shared-board"})
    play.do(c.AnswerPackage, "lower-head", package=1, answer=Answer.ACCEPT)
    made_ = tables(known(play.record()))
    assert seen(made_.packages[0], "state", "complete", "issues") == ("agreed", False, 1)
    assert made_.packages[0].state_event == len(play.events)
    assert len(made_.package_terms) == 1
    assert None not in {row.points for row in made_.package_values}


def test_turns_and_private_meetings(agreed: Record) -> None:
    made_ = tables(known(agreed))
    assert [seen(row, "seat", "body", "seconds", "given_by") for row in made_.floor] == [
        ("mediator", "table", 60.0, "mediator"), ("upper-head", "table", 90.0, "mediator"),
        ("lower-head", "table", 60.0, "mediator"),
    ]  # fmt: skip
    first, second = made_.caucuses
    assert seen(first, "seat", "seats", "parties", "mediated", "state", "seconds", "place") == (
        "mediator", ("mediator", "upper-head"), ("mediation", "upper"), True, "closed", 120.0, "the school yard",
    )  # fmt: skip
    assert second.opened_minute is not None


def test_meetings_and_turns_that_nobody_ended(well: Scenario) -> None:
    play = begun(well)
    play.phase("exploration") if play.session.phase != "exploration" else None
    play.do(c.CallCaucus, "mediator", seats=("upper-head",))
    play.do(c.CallCaucus, "mediator", seats=("lower-head",))
    play.do(c.DeclineCaucus, "lower-head", caucus=4)
    play.do(c.GiveFloor, "mediator", body="table", seat="lower-head")
    made_ = tables(known(play.record()))
    assert [row.state for row in made_.caucuses[2:]] == ["requested", "declined"]
    assert seen(made_.caucuses[2], "opened_event", "closed_event", "seconds") == (None, None, None)
    assert seen(made_.floor[-1], "seat", "seconds", "ended_event") == ("lower-head", None, None)


def test_interests_as_they_were_told(agreed: Record) -> None:
    assert [seen(row, "act", "interest", "owner", "seat", "to") for row in tables(known(agreed)).interests] == [
        ("disclosed", "upper.school", "upper", "upper-head", ("mediator",)),
        ("relayed", "upper.school", "upper", "mediator", ("lower-head",)),
        ("acknowledged", "upper.school", "upper", "lower-head", ()),
    ]


def test_commitments_as_they_read_in_the_end(well: Scenario) -> None:
    play = begun(well)
    play.do(c.IssueVersion, "mediator", clauses={"hours": ClauseDraft(option="shared-board")})
    for action in ("Opens the lid.", "Opens the lid at noon."):
        number = 1 if action.endswith("noon.") else None
        record = CommitmentDraft(actor="The keeper", action=action, days=3)
        play.do(c.RecordCommitment, "mediator", clause="hours", record=record, commitment=number)
    play.do(c.RecordCommitment, "mediator", clause="hours", record=CommitmentDraft(action="Nothing."))
    play.do(c.StrikeCommitment, "mediator", commitment=2)
    assert [
        seen(row, "commitment", "state", "writings", "action", "days", "seat")
        for row in tables(known(play.record())).commitments
    ] == [
        (1, "standing", 2, "Opens the lid at noon.", 3, "mediator"),
        (2, "struck", 1, "Nothing.", None, "mediator"),
    ]


def test_measures_that_were_not_observed_are_empty_and_never_zero(well: Scenario) -> None:
    made_ = rows(made(Record(well, 1))["measures.csv"])
    assert {row["observed"] for row in made_ if row["measure"] == "M1"} == {"false"}
    assert {row["value"] for row in made_ if row["observed"] == "false"} == {""}


def test_measures_with_their_evidence_and_cells(agreed: Record) -> None:
    made_ = tables(known(agreed))
    share = next(row for row in made_.measures if row.measure == "M1")
    assert seen(share, "value", "unit", "panel", "n", "event") == (0.2857, "share", "process", 6, 15)
    seats = {row.seat for row in made_.measure_cells if row.measure == "M1"}
    assert seats == {"", *agreed.scenario.seats}
    assert {row.column for row in made_.measure_cells if row.measure == "M1"} == {
        "scope", "who", "turns", "minutes", "share",
    }  # fmt: skip


def test_ratings_and_what_they_rest_on(judged: Record) -> None:
    made_ = tables(known(judged))
    assert [
        seen(row, "rater", "seat", "people", "dimension", "level", "level_name", "observations", "locked")
        for row in made_.ratings
    ] == [
        ("rater-1", "upper-head", ("person-1",), "D1", 3, "competent", (1,), True),
        ("rater-1", "mediator", ("person-3",), "D4", None, "insufficient evidence", (), True),
    ]
    (seen_,) = made_.observations
    assert seen(seen_, "rater", "seat", "text") == ("rater-1", "upper-head", "person-1 asks twice.")
    (named,) = tables(known(judged, named=True)).observations
    assert seen(named, "rater", "text") == ("dana", "Ada asks twice.")


def opened(well: Scenario, *people: str) -> Play:
    """A session that can begin; stand-ins sit where no people do."""
    play = Play(begin(well, seed=1)).do(c.OpenSession, "trainer", name="Short")
    for place, seat in enumerate(well.seats):
        if place < len(people):
            play.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN, people=tuple(filter(None, [people[place]])))
        else:
            play.do(c.CastSeat, "trainer", seat=seat, source=Source.STAND_IN)
    return play


def silence(well: Scenario) -> Record:
    """Three hours in which nobody said a word."""
    return opened(well, "Ada").do(c.StartClock, "trainer").wait(180).record()


def aborted(well: Scenario) -> Record:
    """The end in minute three, of one person among stand-ins."""
    play = opened(well, "Ada").do(c.StartClock, "trainer").wait(3)
    return play.do(c.DeclareOutcome, "trainer", kind=OutcomeKind.ABORTED).record()


def nameless(well: Scenario) -> Record:
    """A seat that people play whose names nobody typed."""
    return opened(well, "").do(c.StartClock, "trainer").do(c.SayReady, "upper-head").record()


@pytest.mark.parametrize("session", [lambda well: Record(well, 1), silence, aborted, nameless])
def test_where_nothing_happened_there_are_heads_alone(well: Scenario, session: Any) -> None:
    files: Mapping[str, bytes] = made(session(well), ALL)
    for name in ("packages", "package_terms", "package_answers", "package_values", "floor", "caucuses", "interests"):
        assert rows(files[f"{name}.csv"]) == [], name
        assert files[f"{name}.csv"].count(b"\r\n") == 1, name
    for name in ("commitments", "ratings", "observations"):
        assert rows(files[f"{name}.csv"]) == [], name
    assert len(rows(files["session.csv"])) == 1
    assert set(files) - set(made(session(well), WITHOUT_NAMES)) == {"moodle.csv"}


def test_a_room_full_of_people(well: Scenario) -> None:
    play = opened(well)
    for turn in range(10):
        for place, seat in enumerate(well.seats):
            people = (f"Person {turn}x{place}",)
            play.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN, people=people)
    files = made(play.record())
    assert len(rows(files["cast.csv"])) == len(rows(files["moodle.csv"])) + 4 == 44
    assert rows(files["session.csv"])[0]["people"] == "40"
