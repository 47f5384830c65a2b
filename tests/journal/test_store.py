"""Sessions and events go in, and come out as they were."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from simulator.engine.commands import ClauseDraft
from simulator.engine.events import (
    ClockJumped,
    Event,
    NoteWritten,
    OutcomeRecorded,
    SeatCast,
    SessionEnded,
    VersionIssued,
)
from simulator.engine.words import OutcomeKind, Source
from simulator.journal import Journal, JournalError, SessionId, Stale
from simulator.journal.sqlite import driver

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def store(either: Path | str) -> Path | str:
    """Every test here is asked of both stores."""
    return either


def note(text: str = "They look tired.", by: str = "mediator") -> Event:
    return NoteWritten(at=AT, by=by, text=text)


def test_a_record_comes_out_as_it_went_in(journal: Journal, session: SessionId, case_text: str) -> None:
    events: tuple[Event, ...] = (
        SeatCast(at=AT, by="trainer", seat="mediator", source=Source.HUMAN, people=("Łucja", "أمل")),
        ClockJumped(at=AT, by="trainer", seconds=0.1 + 0.2),
        VersionIssued(at=AT, by="mediator", version=1, clauses={"a": ClauseDraft(option="x"), "b": ClauseDraft()}),
        note("two lines\n\tand a tab, a \\u0000 in letters, a \U0001f54a"),
    )
    assert journal.append(session, 0, events) == events
    record = journal.record(session)
    assert record.events == events
    assert record.seed == 7
    assert record.scenario.id == "well"
    assert journal.scenario_text(session) == case_text
    assert journal.record(session, until=2).events == events[:2]
    assert journal.events(session, after=2) == events[2:]


def test_what_is_acknowledged_is_seen_by_others(journal: Journal, store: Path | str, session: SessionId) -> None:
    journal.append(session, 0, [note()])
    with Journal.open(store) as other:
        assert len(other.record(session).events) == 1


def test_the_shelf_tells_what_lies_on_it(journal: Journal, session: SessionId, case_text: str) -> None:
    outcome = OutcomeRecorded(at=AT, by="trainer", kind=OutcomeKind.AGREEMENT, terms={})
    journal.append(session, 0, [note(), outcome])
    journal.append(session, 2, [SessionEnded(at=AT + timedelta(minutes=3), by="trainer")])
    second = journal.new_session("Tuesday group", case_text, seed=8)
    infos = {info.id: info for info in journal.sessions()}
    assert list(infos) == [second, session]
    first = infos[session]
    assert (first.name, first.scenario_id, first.title, first.events) == ("Monday group", "well", "The Well", 3)
    assert (first.outcome, first.ended, first.last_at) == ("agreement", True, AT + timedelta(minutes=3))
    assert (infos[second].outcome, infos[second].ended, infos[second].last_at) == (None, False, None)


def test_ids_are_short_and_unique(journal: Journal, case_text: str) -> None:
    made = [journal.new_session("x", case_text, seed=n) for n in range(11)]
    assert made[0] == "well-20261122-1"
    assert made[-1] == "well-20261122-11"


def test_a_stale_writer_is_told_and_writes_nothing(journal: Journal, session: SessionId) -> None:
    journal.append(session, 0, [note("first")])
    with pytest.raises(Stale) as stale:
        journal.append(session, 0, [note("second")])
    assert (stale.value.expected, stale.value.found) == (0, 1)
    assert journal.events(session) == (note("first"),)


def test_a_repeated_command_is_not_doubled(journal: Journal, session: SessionId) -> None:
    events = (note("a"), note("b"))
    journal.append(session, 0, events, "c-1", "digest")
    journal.append(session, 2, [note("later")], "c-2", "other")
    assert journal.append(session, 0, events, "c-1", "digest") == events
    assert journal.append(session, 3, [note("else")], "c-1", "digest") == events
    assert len(journal.events(session)) == 3


def test_an_id_is_not_used_for_another_command(journal: Journal, session: SessionId) -> None:
    journal.append(session, 0, [note()], "c-1", "digest")
    with pytest.raises(JournalError, match="already used for something else"):
        journal.append(session, 1, [note()], "c-1", "another digest")
    with pytest.raises(JournalError, match="ASCII letters"):
        journal.append(session, 1, [note()], "no spaces here", "digest")
    assert len(journal.events(session)) == 1


def test_a_branch_begins_with_the_first_events_and_names_its_parent(journal: Journal, session: SessionId) -> None:
    journal.append(session, 0, [note("a"), note("b")], "c-1", "d")
    journal.append(session, 2, [note("c")], "c-2", "d")
    child = journal.branch(session, 1, "What if")
    assert journal.events(child) == (note("a"),)
    info = journal.session(child)
    assert (info.name, info.parent, info.parent_events, info.seed) == ("What if", session, 1, 7)
    journal.append(child, 1, [note("other")])
    assert journal.events(session)[1] == note("b")
    with pytest.raises(JournalError, match="cannot be branched after 4"):
        journal.branch(session, 4, "Too far")


def test_an_unknown_session_is_named_beside_the_known(journal: Journal, session: SessionId) -> None:
    for ask in (journal.record, journal.session, journal.scenario_text, journal.events):
        with pytest.raises(JournalError, match=f"no session 'nobody'.*{session}"):
            ask("nobody")


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (note("a\0b"), "U\\+0000"),
        (note("\ud800"), "surrogate"),
        (note("\x1b]0;title\x07"), "U\\+001B"),
        (note("\x9b2J"), "U\\+009B"),
        (ClockJumped(at=AT, by="trainer", seconds=float("nan")), "Expected `float`"),
        (ClockJumped(at=AT, by="trainer", seconds=float("inf")), "Expected `float`"),
        (ClockJumped(at=AT.replace(tzinfo=None), by="trainer", seconds=1), "zone"),
        (note("long " * 100_000), "longer than"),
    ],
)
def test_what_cannot_be_kept_is_refused(journal: Journal, session: SessionId, event: Event, reason: str) -> None:
    with pytest.raises(JournalError, match=reason):
        journal.append(session, 0, [note("good"), event])
    assert journal.events(session) == ()


def test_a_time_of_another_zone_is_the_same_moment(journal: Journal, session: SessionId) -> None:
    there = AT.astimezone(timezone(timedelta(hours=5)))
    journal.append(session, 0, [NoteWritten(at=there, by="mediator", text="x")])
    assert journal.events(session)[0].at == AT


def test_a_scenario_that_cannot_be_read_makes_no_session(journal: Journal) -> None:
    with pytest.raises(JournalError, match="The scenario cannot be read"):
        journal.new_session("x", "format: 1\n", seed=1)
    with pytest.raises(JournalError, match="63 bits"):
        journal.adopt("x", _well(journal), 2**63, AT, None, 0, ())
    assert journal.sessions() == ()


def test_the_tables_themselves_refuse_to_forget(journal: Journal, session: SessionId) -> None:
    journal.append(session, 0, [note()])
    for act in ("UPDATE events SET event = ''", "DELETE FROM events", "DELETE FROM sessions"):
        with pytest.raises(JournalError, match="only ever added"), journal.database.writing(session) as connection:
            connection.execute(act)
    assert journal.events(session) == (note(),)


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (
            "UPDATE events SET event = replace(event, 'two', 'owt') WHERE number = 2",
            "event 2 is missing",
        ),
        ("UPDATE events SET command = 'x' WHERE number = 3", "event 3 is missing"),
        ("DELETE FROM events WHERE number = 2", "event 2 is missing"),
        ("UPDATE sessions SET seed = 8", "event 1 is missing"),
        ("UPDATE events SET event = '{}', seal = x'00' WHERE number = 3", "event 3 is missing"),
    ],
)
def test_the_chain_shows_what_was_altered(journal_path: Path, case_text: str, damage: str, reason: str) -> None:
    with Journal.open(journal_path) as journal:
        session = journal.new_session("x", case_text, 7)
        for number, text in enumerate(("one", "two", "three")):
            journal.append(session, number, [note(text)])
        assert journal.faults() == ()
    connection = driver.connect(str(journal_path), isolation_level=None)
    kept = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid").fetchall()
    for name, _ in kept:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(damage)
    for _, sql in kept:
        connection.execute(sql)
    connection.close()
    with Journal.open(journal_path) as journal:
        with pytest.raises(JournalError, match=reason):
            journal.record(session)
        assert len(journal.faults()) == 1
        assert journal.sessions()[0].id == session


def test_a_flipped_byte_is_found(journal_path: Path, case_text: str) -> None:
    with Journal.open(journal_path) as journal:
        session = journal.new_session("x", case_text, 7)
        journal.append(session, 0, [note("a needle in the haystack")])
    data = journal_path.read_bytes()
    assert data.count(b"needle") == 1
    journal_path.write_bytes(data.replace(b"needle", b"meedle"))
    with Journal.open(journal_path) as journal, pytest.raises(JournalError, match="event 1 is missing or was altered"):
        journal.record(session)


def test_an_event_of_a_newer_program_stays_readable_as_text(journal: Journal, session: SessionId) -> None:
    line = (1, "", '{"event":"dove_released","at":"2026-11-22T09:00:00Z","by":"trainer"}')
    newer = journal.adopt("newer", _well(journal, session), 1, AT, None, 0, [line])
    with pytest.raises(JournalError, match=r"event 1: .*does not know, `dove_released`"):
        journal.record(newer)
    assert journal.lines(newer) == [line]
    assert journal.session(newer).last_at == AT


def _well(journal: Journal, session: SessionId | None = None) -> str:
    if session is not None:
        return journal.scenario_text(session)
    return (Path(__file__).parents[1] / "cases" / "well" / "scenario.yaml").read_text(encoding="utf-8")
