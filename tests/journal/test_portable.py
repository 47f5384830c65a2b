"""The portable file: out and in again, and what is not believed."""

import hashlib
import io
import json
import os
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from scenarios.reading import read_text
from simulator.engine import TRAINER, Event, Record, Session
from simulator.engine.commands import OpenSession, WriteNote
from simulator.journal import (
    Journal,
    JournalError,
    LiveSession,
    SessionId,
    export_session,
    import_session,
    pages,
    pins,
    read_record,
    write_record,
)

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)

Change = Callable[[list[bytes]], list[bytes]]


@pytest.fixture
def played(journal: Journal, session: SessionId) -> SessionId:
    """A session with a few events and a PIN."""
    live = LiveSession(journal, session)
    live.issue(OpenSession(at=AT, by=TRAINER, name="Monday group"))
    for text in ("one", "two"):
        live.issue(WriteNote(at=AT, by="mediator", text=text))
    live.issue(WriteNote(at=AT, by="mediator", text='Ça va "bien"?\nأهلاً \u2028 \\u0000'))
    pins.set_pin(journal, session, "mediator", "471147")
    return session


@pytest.fixture
def file(journal: Journal, played: SessionId, tmp_path: Path) -> Path:
    """The session as a file."""
    export_session(journal, played, tmp_path / "session.jsonl")
    return tmp_path / "session.jsonl"


def test_out_and_in_and_out_are_the_same_bytes(journal: Journal, played: SessionId, file: Path, tmp_path: Path) -> None:
    with Journal.open(tmp_path / "other.db") as elsewhere:
        taken = import_session(elsewhere, file)
        export_session(elsewhere, taken, tmp_path / "again.jsonl")
        assert elsewhere.record(taken) == journal.record(played)
        assert not pins.has_pin(elsewhere, taken, "mediator")
    assert (tmp_path / "again.jsonl").read_bytes() == file.read_bytes()
    twice = import_session(journal, file)
    assert twice != played
    stream = io.BytesIO()
    export_session(journal, twice, stream)
    assert stream.getvalue() == file.read_bytes()


def test_it_is_a_header_a_scenario_events_and_a_sum(file: Path, case_text: str, played: SessionId) -> None:
    lines = [json.loads(line) for line in file.read_bytes().splitlines()]
    assert lines[0]["format"] == 1
    assert lines[0]["session"] == "Monday group"
    assert lines[0]["events"] == len(lines) - 3
    assert lines[1] == {"scenario": case_text}
    assert [line["n"] for line in lines[2:-1]] == list(range(1, len(lines) - 2))
    assert all(line["command"] for line in lines[2:-1])
    whole = file.read_bytes()
    above = whole[: whole.rindex(b'{"sha256"')]
    assert lines[-1] == {"sha256": hashlib.sha256(above).hexdigest()}
    assert b"argon2" not in whole
    assert b"471147" not in whole


def test_it_is_for_the_owner_alone(file: Path) -> None:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not list(file.parent.glob("*.part"))


def test_a_branch_carries_its_parent(journal: Journal, played: SessionId, tmp_path: Path) -> None:
    child = journal.branch(played, 2, "What if")
    export_session(journal, child, tmp_path / "child.jsonl")
    with Journal.open(tmp_path / "other.db") as elsewhere:
        info = elsewhere.session(import_session(elsewhere, tmp_path / "child.jsonl"))
    assert (info.name, info.parent, info.parent_events, info.events) == ("What if", played, 2, 2)


def test_a_record_needs_no_journal(journal: Journal, played: SessionId, case_text: str, tmp_path: Path) -> None:
    record = journal.record(played)
    first, second = io.BytesIO(), io.BytesIO()
    write_record(record, case_text, first)
    write_record(record, case_text, second)
    write_record(record, case_text, tmp_path / "record.jsonl")
    assert first.getvalue() == second.getvalue() == (tmp_path / "record.jsonl").read_bytes()
    again, header = read_record(tmp_path / "record.jsonl")
    assert again == record
    assert (header.session, header.created, header.seed) == ("Monday group", AT, 7)
    taken = import_session(journal, tmp_path / "record.jsonl")
    export_session(journal, taken, tmp_path / "again.jsonl")
    assert (tmp_path / "again.jsonl").read_bytes() == first.getvalue()


def _cut(lines: list[bytes]) -> list[bytes]:
    return lines[:-2]


def _no_sum(lines: list[bytes]) -> list[bytes]:
    return lines[:-1]


def _half_a_line(lines: list[bytes]) -> list[bytes]:
    return [*lines[:3], lines[3].rstrip(b"\n")[:-9]]


def _foreign(lines: list[bytes]) -> list[bytes]:
    return [b'{"hello": "world"}\n', *lines[1:]]


def _not_json(lines: list[bytes]) -> list[bytes]:
    return [b"\x89PNG\r\n\x1a\n", b"\0" * 100 + b"\n"]


def _newer(lines: list[bytes]) -> list[bytes]:
    return [lines[0].replace(b'"format":1', b'"format":9'), *lines[1:]]


def _of_another_format(lines: list[bytes]) -> list[bytes]:
    return [lines[0].replace(b'"format":1', b'"format":2'), *lines[1:]]


def _unknown_key(lines: list[bytes]) -> list[bytes]:
    return [lines[0].replace(b'"format":1', b'"format":1,"extra":1'), *lines[1:]]


def _double_key_above(lines: list[bytes]) -> list[bytes]:
    return [lines[0].replace(b'"seed":7', b'"seed":8,"seed":7'), *lines[1:]]


def _many_events(lines: list[bytes]) -> list[bytes]:
    return [lines[0].replace(b'"events":', b'"events":99999999999'), *lines[1:]]


def _other_scenario(lines: list[bytes]) -> list[bytes]:
    return [lines[0].replace(b'"scenario_id":"well"', b'"scenario_id":"pond"'), *lines[1:]]


def _bad_scenario(lines: list[bytes]) -> list[bytes]:
    return [lines[0], b'{"scenario":"format: 1"}\n', *lines[2:]]


def _event(old: bytes, new: bytes) -> Change:
    def change(lines: list[bytes]) -> list[bytes]:
        assert old in lines[2]
        return [*lines[:2], lines[2].replace(old, new, 1), *lines[3:]]

    return change


def _swapped(lines: list[bytes]) -> list[bytes]:
    return [*lines[:2], lines[3], lines[2], *lines[4:]]


def _one_missing(lines: list[bytes]) -> list[bytes]:
    return [*lines[:2], *lines[3:]]


def _more(lines: list[bytes]) -> list[bytes]:
    return [*lines, b"\n"]


def _one_letter(lines: list[bytes]) -> list[bytes]:
    return [line.replace(b"bien", b"rien") for line in lines]


@pytest.mark.parametrize(
    ("change", "line", "reason"),
    [
        (_cut, 6, "cut off"),
        (_no_sum, 7, "cut off"),
        (_half_a_line, 4, "cut off"),
        (_foreign, 1, "not a session exported"),
        (_not_json, 1, "not a session exported"),
        (_newer, 1, "format 9, and this program reads up to 3"),
        (_of_another_format, 2, "promises format 2"),
        (_unknown_key, 1, "unknown field"),
        (_double_key_above, 1, "a key stands twice"),
        (_many_events, 1, "not possible"),
        (_other_scenario, 2, "promises the scenario `pond`"),
        (_bad_scenario, 2, "scenario cannot be read"),
        (_event(b'"session_opened"', b'"dove_released"'), 3, "does not know, `dove_released`"),
        (_event(b'"language":', b'"language":"fr","language":'), 3, "`language` stands twice"),
        (_event(b'"language":"en"', b'"language":NaN'), 3, "invalid"),
        (_event(b'"language":"en"', b'"language":' + b"[" * 5000 + b"]" * 5000), 3, "nested too deeply"),
        (_event(b'"language":"en"', b'"language":"\\u001b[2J"'), 3, r"U\+001B"),
        (_event(b'"language":"en"', b'"language":"\\u0000"'), 3, r"U\+0000"),
        (_event(b'"language":"en"', b'"language":"\\ud800"'), 3, "hex escape"),
        (_event(b'"language":"en"', b'"language":"\xe9"'), 3, "utf"),
        (_event(b'"language":"en"', b'"language":"' + b"x" * 300_000 + b'"'), 3, "longer than"),
        (_event(b'"language":"en"', b'"tongue":"en"'), 3, "unknown field"),
        (_event(b'"by":"trainer"', b'"by":"nobody"'), 3, "`nobody` is no seat"),
        (_event(b"00Z", b"00"), 3, "zone"),
        (_event(b'"n":1', b'"n":1,"n":1'), 3, "a key stands twice"),
        (_event(b'"n":1', b'"n": 1'), 3, "edited"),
        (_event(b'"command":"', b'"command":" '), 3, "ASCII letters"),
        (_swapped, 3, "should be event 1, it is 2"),
        (_one_missing, 3, "should be event 1, it is 2"),
        (_more, 8, "more after the end"),
        (_one_letter, 7, "the sum does not fit"),
    ],
)
def test_what_is_not_believed(
    change: Change, line: int, reason: str, file: Path, journal: Journal, tmp_path: Path
) -> None:
    lines = file.read_bytes().splitlines(keepends=True)
    assert len(lines) == 7
    bad = tmp_path / "bad.jsonl"
    bad.write_bytes(b"".join(change(lines)))
    before = journal.sessions()
    with pytest.raises(JournalError, match=f"(?is){reason}") as refused:
        import_session(journal, bad)
    assert str(refused.value).startswith(f"{bad}:{line}: ")
    assert journal.sessions() == before
    with pytest.raises(JournalError):
        read_record(bad)


def test_events_that_cannot_have_happened_are_refused(
    file: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumbles(record: Record) -> Session:
        raise KeyError("no-such-clause")

    before = journal.sessions()
    monkeypatch.setattr(pages, "replay", stumbles)
    with pytest.raises(JournalError, match=r"cannot have happened .*no-such-clause"):
        import_session(journal, file)
    assert journal.sessions() == before


def test_only_files_are_read(tmp_path: Path, journal: Journal) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, reason in ((tmp_path / "pipe", "not a file"), (tmp_path, "directory"), (tmp_path / "none", "No such")):
        with pytest.raises(JournalError, match=reason):
            import_session(journal, path)
    with pytest.raises(JournalError, match="not a file"):
        read_record("/dev/zero")


def test_a_file_that_cannot_be_written_leaves_the_old_one(journal: Journal, played: SessionId, tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="could not be written"):
        export_session(journal, played, tmp_path / "no" / "such" / "folder.jsonl")
    (tmp_path / "folder").mkdir()
    with pytest.raises(JournalError, match="could not be written"):
        export_session(journal, played, tmp_path / "folder")
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize(
    "forged",
    [
        {"event": "phase_entered", "phase": "nowhere", "cause": "by_hand"},
        {"event": "package_answered", "package": 9, "party": "upper", "answer": "accept"},
        {"event": "option_proposed", "issue": "nothing", "option": "x"},
        {"event": "version_issued", "version": 1, "clauses": {"hours": {"option": "nothing"}}},
    ],
)
def test_forged_events_with_a_right_sum_are_refused(forged: dict[str, Any], tmp_path: Path) -> None:
    text = (Path(__file__).parents[1] / "cases/well/scenario.yaml").read_text(encoding="utf-8")
    scenario = read_text(text, "scenario.yaml").scenario
    assert scenario is not None
    at = "2026-01-05T09:00:00Z"
    opened = {"event": "session_opened", "name": "Forged", "language": "en", "at": at, "by": "trainer"}
    events = msgspec.convert([opened, {**forged, "at": at, "by": "mediator"}], tuple[Event, ...])
    path = tmp_path / "forged.jsonl"
    write_record(Record(scenario, 1, events), text, path)
    with pytest.raises(JournalError, match="cannot have happened"):
        read_record(path)
