"""A session that was exported before the format had linkages, curves and ranges is read and replayed as it was."""

import json
from pathlib import Path

from scoring.preferences import raw_value
from simulator.engine import replay
from simulator.journal import Journal, export_session, import_session, read_record
from simulator.journal.pages import format_of

FILE = Path(__file__).with_name("before-linkages.jsonl")


def test_it_replays_to_the_agreement_that_was_reached() -> None:
    record, header = read_record(FILE)
    assert (header.session, header.seed, len(record.events)) == ("The Well", 2, 143)
    session = replay(record)
    assert session.ended
    assert session.outcome is not None
    assert dict(session.outcome.terms) == {"hours": "shared-board", "keeper": "elder-keeps"}
    # 60·80 + 40·60 and 50·70 + 50·70, as the tables of that day say
    assert [raw_value(record.scenario, party, session.outcome.terms) for party in ("upper", "lower")] == [7200, 7000]


def test_it_goes_in_and_out_to_the_byte(tmp_path: Path) -> None:
    with Journal.open(tmp_path / "journal.db") as journal:
        export_session(journal, import_session(journal, FILE), tmp_path / "again.jsonl")
    assert (tmp_path / "again.jsonl").read_bytes() == FILE.read_bytes()


def test_its_format_is_still_the_one_that_is_written() -> None:
    header, scenario, _ = FILE.read_text("utf-8").split("\n", 2)
    assert json.loads(header)["format"] == format_of(json.loads(scenario)["scenario"]) == 1
