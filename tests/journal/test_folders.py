"""Sessions of a case in several files and languages: they survive whole."""

import json
from pathlib import Path

import pytest

from scenarios.folder import CASE_FILE, Folder, bind
from scenarios.reading import read_folder
from scenarios.translation import filled, texts
from scenarios.translation.texts import with_texts
from simulator.engine import TRAINER, Record, replay, view
from simulator.engine.commands import OpenSession
from simulator.journal import Journal, LiveSession, export_session, import_session, read_record
from tests.journal.test_live import AT


@pytest.fixture(scope="module")
def folder_text() -> str:
    """The smallest case with one name in French, and a piece."""
    own = (Path(__file__).parents[1] / "cases" / "well" / "scenario.yaml").read_text("utf-8")
    files = {CASE_FILE: own + "extends: pieces/calls.yaml\n", "pieces/calls.yaml": "appeals: {}\n"}
    french, _ = filled(read_folder(Folder(files)), "fr", {"title": "Le puits", "seats.mediator.title": "Médiatrice"})
    return bind(Folder({**files, "fr.po": french}))


def test_a_session_of_a_folder_speaks_its_languages(journal: Journal, folder_text: str) -> None:
    session = journal.new_session("Lundi", folder_text, 7)
    live = LiveSession(journal, session, "fr")
    live.issue(OpenSession(at=AT, by=TRAINER, name="Lundi"))
    assert live.session.scenario.title == "Le puits"
    assert live.session.scenario.language == "fr"
    assert live.session.scenario.seats["mediator"].title == "Médiatrice"
    assert live.record().scenario.title == "Le puits"
    before = live.session.number
    live.speak(None)
    assert (live.session.scenario.title, live.session.number) == ("The Well", before)
    live.speak("ar")
    assert live.session.scenario.title == "The Well"
    assert journal.record(session).told is None  # it was opened in the language of the case
    assert journal.record(session, language="fr").told == journal.record(session).scenario
    assert journal.record(session, language="fr").events == journal.record(session).events
    assert replay(journal.record(session, language="fr")).log == replay(journal.record(session)).log


def test_it_goes_in_and_out_of_a_portable_file_to_the_byte(journal: Journal, folder_text: str, tmp_path: Path) -> None:
    session = journal.new_session("Lundi", folder_text, 7)
    export_session(journal, session, tmp_path / "a.jsonl")
    header, scenario, *_ = (tmp_path / "a.jsonl").read_text("utf-8").splitlines()
    assert json.loads(header)["format"] == 2
    assert json.loads(scenario) == {"scenario": folder_text}
    again = import_session(journal, tmp_path / "a.jsonl")
    export_session(journal, again, tmp_path / "b.jsonl")
    assert (tmp_path / "b.jsonl").read_bytes() == (tmp_path / "a.jsonl").read_bytes()
    assert journal.scenario_text(again) == folder_text
    record, _ = read_record(tmp_path / "a.jsonl", "fr")
    assert record.scenario.title == "Le puits"


def test_a_whole_record_replays_to_the_same_session_in_another_language() -> None:
    record, _ = read_record(Path(__file__).with_name("before-linkages.jsonl"))
    said = {text.path: f"fr {text.text}"[: text.limit] for text in texts(record.scenario)}
    other = Record(with_texts(record.scenario, said), record.seed, record.events)
    here, there = replay(record), replay(other)
    assert there.log == here.log
    assert (there.outcome, there.phase, there.ended) == (here.outcome, here.phase, here.ended)
    assert list(there.seats) == list(here.seats)
    assert {name: set(issue.board) for name, issue in there.issues.items()} == {
        name: set(issue.board) for name, issue in here.issues.items()
    }
    for seat in (TRAINER, *record.scenario.seats):
        assert view(there, seat) is not None
