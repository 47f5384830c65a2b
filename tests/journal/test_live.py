"""A session that several terminals share."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulator.engine import TRAINER, Command, Event, Refused, Session, decide, replay
from simulator.engine.commands import CastSeat, InvokeStop, OpenSession, PauseClock, ResumeClock, StartClock, WriteNote
from simulator.engine.events import NoteWritten, StopInvoked
from simulator.engine.words import Source
from simulator.journal import Journal, JournalError, LiveSession, SessionId, Stale
from simulator.journal.errors import Away

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
QUICK = "SELECT set_config('lock_timeout', '50ms', false)"


@pytest.fixture
def store(either: Path | str) -> Path | str:
    """Every test here is asked of both stores."""
    return either


def note(text: str, at: datetime = AT) -> Command:
    return WriteNote(at=at, by="mediator", text=text)


@pytest.fixture
def live(journal: Journal, session: SessionId) -> LiveSession:
    """An open session whose clock runs."""
    live = LiveSession(journal, session)
    live.issue(OpenSession(at=AT, by=TRAINER, name="Monday group"))
    for seat in live.session.scenario.seats:
        live.issue(CastSeat(at=AT, by=TRAINER, seat=seat, source=Source.HUMAN))
    live.issue(StartClock(at=AT, by=TRAINER))
    return live


@pytest.fixture
def other(live: LiveSession, store: Path | str) -> Iterator[LiveSession]:
    """The same session at another terminal."""
    with Journal.open(store) as journal:
        yield LiveSession(journal, live.id)


def test_what_one_writes_the_other_reads(live: LiveSession, other: LiveSession) -> None:
    assert other.session == live.session
    assert not other.refresh()
    live.issue(note("a"))
    end = time.monotonic() + 5
    while not other.refresh():  # word of it may take a moment on a server
        assert time.monotonic() < end
    assert not other.refresh()
    assert other.session == live.session == replay(live.record())


def test_two_on_one_journal_see_each_other(live: LiveSession, journal: Journal) -> None:
    beside = LiveSession(journal, live.id)
    live.issue(note("a"))
    assert beside.refresh()
    assert beside.session == live.session


def test_another_session_is_no_news(live: LiveSession, other: LiveSession, journal: Journal, case_text: str) -> None:
    journal.new_session("Tuesday group", case_text, 2)
    assert not other.refresh()


def test_a_lost_race_is_decided_again(live: LiveSession, other: LiveSession, monkeypatch: pytest.MonkeyPatch) -> None:
    races: list[object] = []

    def overtaken(command: Command, session: Session) -> tuple[Event, ...]:
        events = decide(command, session)
        if not races:
            races.append(events)
            other.issue(note("first"))
        return events

    monkeypatch.setattr("simulator.journal.live.decide", overtaken)
    (second,) = live.issue(note("second"))
    notes = [event.text for event in live.record().events if isinstance(event, NoteWritten)]
    assert notes == ["first", "second"]
    assert live.record().events[-1] == second
    assert live.session == replay(live.record())


def test_a_race_may_turn_a_yes_into_a_no(
    live: LiveSession, other: LiveSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    races: list[object] = []

    def overtaken(command: Command, session: Session) -> tuple[Event, ...]:
        events = decide(command, session)
        if not races:
            races.append(events)
            other.issue(PauseClock(at=AT, by=TRAINER))
        return events

    monkeypatch.setattr("simulator.journal.live.decide", overtaken)
    with pytest.raises(Refused):
        live.issue(PauseClock(at=AT, by=TRAINER))
    assert live.session == other.session


def test_races_do_not_go_on_for_ever(live: LiveSession, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(self: Journal, session: str, expected: int, *rest: object) -> tuple[Event, ...]:
        raise Stale(session, expected, expected + 1)

    monkeypatch.setattr(Journal, "appended", late)
    with pytest.raises(JournalError, match="other terminals wrote first"):
        live.issue(note("never"))


def test_who_lost_a_race_stays_in_line(live: LiveSession, store: Path | str, monkeypatch: pytest.MonkeyPatch) -> None:
    races: list[str] = []

    def overtaken(command: Command, session: Session) -> tuple[Event, ...]:
        events = decide(command, session)
        if isinstance(command, WriteNote) and command.text == "last":
            with Journal.open(store) as beside:
                try:
                    beside.database.rows("PRAGMA busy_timeout=10" if isinstance(store, Path) else QUICK)
                    LiveSession(beside, live.id).issue(note(f"first {len(races)}"))
                    races.append("lost")
                except Away:
                    races.append("in line")
        return events

    monkeypatch.setattr("simulator.journal.live.decide", overtaken)
    live.issue(note("last"))
    assert races == ["lost", "in line"]
    monkeypatch.undo()
    assert live.session == replay(live.record())
    assert [e.text for e in live.record().events if isinstance(e, NoteWritten)] == ["first 0", "last"]


def test_what_one_writes_oneself_is_not_read_again(
    live: LiveSession, other: LiveSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    live.refresh()
    live.issue(note("a"))
    read: list[int] = []
    events = Journal.events

    def counted(self: Journal, session: str, after: int = 0, until: int | None = None) -> tuple[Event, ...]:
        read.append(after)
        return events(self, session, after, until)

    monkeypatch.setattr(Journal, "events", counted)
    for step in range(3):
        live.issue(note(str(step)))
        assert not live.refresh()
    assert read == []
    other.issue(note("b"))
    end = time.monotonic() + 5
    while not live.refresh():
        assert time.monotonic() < end
    assert live.session == replay(live.record())


def test_a_repeated_command_is_answered_by_its_events(live: LiveSession, other: LiveSession) -> None:
    stop = InvokeStop(at=AT, by="mediator")
    events = live.issue(stop, "stop-1")
    assert any(isinstance(event, StopInvoked) for event in events)
    before = live.session.number
    later = InvokeStop(at=AT + timedelta(minutes=1), by="mediator")
    assert other.issue(later, "stop-1") == live.issue(stop, "stop-1") == events
    assert live.session.number == other.session.number == before == len(live.record().events)


def test_an_id_is_not_used_for_another_command(live: LiveSession) -> None:
    live.issue(note("a"), "note-1")
    with pytest.raises(JournalError, match="already used for something else"):
        live.issue(note("b"), "note-1")


def test_a_refusal_passes_through_and_writes_nothing(live: LiveSession) -> None:
    before = live.session
    with pytest.raises(Refused):
        live.issue(StartClock(at=AT, by=TRAINER))
    assert live.session is before
    assert len(live.record().events) == before.number


def test_time_never_runs_backwards(live: LiveSession) -> None:
    live.issue(note("a", AT + timedelta(hours=2)))
    (event,) = live.issue(note("b", AT))
    assert event.at == AT + timedelta(hours=2)


def test_a_tick_writes_only_what_is_due(live: LiveSession, other: LiveSession) -> None:
    before = live.session.number
    assert live.tick(AT + timedelta(seconds=1)) == ()
    assert live.session.number == before
    due = live.tick(AT + timedelta(minutes=12))
    assert due
    assert {event.by for event in due} == {TRAINER}
    again = other.tick(AT + timedelta(minutes=12))
    assert again == ()
    assert other.session == live.session == replay(live.record())


def test_a_tick_before_the_opening_is_nothing(journal: Journal, session: SessionId) -> None:
    assert LiveSession(journal, session).tick(AT) == ()


def test_a_full_disk_changes_nothing_here_either(live: LiveSession, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Journal, *arguments: object) -> tuple[Event, ...]:
        raise JournalError("the disk is full")

    before = live.session
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "appended", full)
        with pytest.raises(JournalError, match="full"):
            live.issue(note("a"))
    assert live.session is before
    live.issue(note("a"))
    live.issue(PauseClock(at=AT, by=TRAINER))
    live.issue(ResumeClock(at=AT, by=TRAINER))
    assert live.session == replay(live.record())
