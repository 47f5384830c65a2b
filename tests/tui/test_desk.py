"""The desk opens a session in the language of its terminal, and speaks another when it is asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scenarios.folder import CASE_FILE, Folder, bind
from scenarios.reading import read_folder
from scenarios.texts import SOURCE, speak, spoken_in
from scenarios.translation import filled
from simulator.engine import TRAINER
from simulator.engine.commands import OpenSession
from simulator.tui.desk import Desk

WELL = (Path(__file__).parents[1] / "cases" / "well" / CASE_FILE).read_text("utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with a journal of its own."""
    desk = Desk(tmp_path / "journal.db")
    yield desk
    speak(SOURCE)
    desk.journal.close()


@pytest.fixture
def session(desk: Desk) -> str:
    """A session of the smallest case, which has its title in French."""
    french, _ = filled(read_folder(Folder({CASE_FILE: WELL})), "fr", {"title": "Le puits"})
    made = desk.journal.new_session("Monday", bind(Folder({CASE_FILE: WELL, "fr.po": french})), 7)
    desk.open(made)
    desk.issue(OpenSession, TRAINER, name="Monday")
    return made


def test_a_session_is_opened_in_the_language_of_the_terminal(desk: Desk, session: str) -> None:
    assert desk.scenario.title == "The Well"
    desk.leave()
    with spoken_in("fr"):
        desk.open(session)
        assert desk.scenario.title == "Le puits"


def test_the_open_session_is_read_anew_in_another_language(desk: Desk, session: str) -> None:
    number = desk.session.number
    desk.speak("fr")
    assert (desk.scenario.title, desk.session.number) == ("Le puits", number)
    desk.speak("en")
    assert desk.scenario.title == "The Well"
    desk.speak("ar")
    assert desk.scenario.title == "The Well"
    desk.leave()
    desk.speak("fr")
    desk.open(session)
    assert desk.scenario.title == "Le puits"
