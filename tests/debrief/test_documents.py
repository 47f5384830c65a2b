"""The documents of a session: whole, honest about who may read what, and the same every time."""

import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from roles.rights import Kind
from scenarios.model import Scenario
from simulator.debrief.documents import documents, write
from simulator.engine import Record
from simulator.engine import events as e
from simulator.engine.words import Source

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "simulator" / "debrief" / "templates"
SEATS = ("upper-head", "lower-head", "mediator")


@pytest.fixture(scope="module")
def texts(agreed: Record) -> Mapping[str, str]:
    """All documents of the talks that ended with an agreement."""
    return dict(documents(agreed))


def flat(text: str) -> str:
    return " ".join(text.replace("&#39;", "'").replace("&#34;", '"').split())


def test_every_person_gets_one_and_a_stand_in_none(texts: Mapping[str, str]) -> None:
    assert list(texts) == [
        "debrief.html",
        "debrief.md",
        *(f"seats/{seat}.{kind}" for seat in SEATS for kind in ("html", "md")),
        "trainer.html",
        "trainer.md",
    ]


def test_the_same_record_makes_the_same_files(agreed: Record, texts: Mapping[str, str], tmp_path: Path) -> None:
    written = write(agreed, tmp_path)
    assert {path.relative_to(tmp_path).as_posix(): path.read_text("utf-8") for path in written} == texts
    assert {stat.S_IMODE(path.stat().st_mode) for path in written} == {0o600}
    assert write(agreed, tmp_path) == written


def test_the_room_reads_the_play_and_nobodys_notes(texts: Mapping[str, str]) -> None:
    for name in ("debrief.html", "debrief.md"):
        assert "PRIVATE" not in texts[name]
        assert not any(person in texts[name] for person in ("Bilal", "Chen"))
        assert "Our schoolmistress leaves" in texts[name]


def test_the_trainer_reads_own_notes_and_counts_those_of_others(texts: Mapping[str, str]) -> None:
    for name in ("trainer.html", "trainer.md"):
        assert "PRIVATE-TRAINER" in texts[name]
        assert "PRIVATE-UPPER" not in texts[name]
        assert "Dalia Venn (Upper): 1" in texts[name]


def secrets_of_others(scenario: Scenario, record: Record, seat: str) -> set[str]:
    """Every confidential text of the scenario that a seat was never told."""
    own = scenario.seats[seat].party
    told = {
        event.interest
        for event in record.events
        if isinstance(event, e.InterestDisclosed | e.InterestRelayed) and (seat in event.to or "all" in event.to)
    }
    found = {other.brief for name, other in scenario.seats.items() if name != seat}
    for name, party in scenario.parties.items():
        if name == own:
            continue
        found |= {party.brief, party.batna or "", party.capital.instructions if party.capital else ""}
        for id_, interest in party.interests.items():
            if f"{name}.{id_}" not in told:
                found |= {interest.text, interest.hint or "", interest.discovery or ""}
    return {flat(text) for text in found if text}


@pytest.mark.parametrize("seat", SEATS)
@pytest.mark.parametrize("played", ["agreed", "refused"])
def test_no_seat_reads_the_secrets_of_another(seat: str, played: str, request: pytest.FixtureRequest) -> None:
    record: Record = request.getfixturevalue(played)
    made = dict(documents(record))
    page = flat(made[f"seats/{seat}.html"])
    secrets = secrets_of_others(record.scenario, record, seat)
    assert secrets
    assert not [secret for secret in secrets if secret in page or secret in flat(made[f"seats/{seat}.md"])]
    theirs = {"upper-head": ("UPPER", "CAPITAL"), "lower-head": (), "mediator": ()}[seat]
    for mark in ("UPPER", "CAPITAL", "TEAM", "TRAINER"):
        assert (f"PRIVATE-{mark}" in page) == (mark in theirs)
    other_people = {"upper-head": "Ada", "lower-head": "Bilal", "mediator": "Chen"}
    assert not [person for name, person in other_people.items() if name != seat and person in page]


def test_points_are_for_the_own_side_only(texts: Mapping[str, str]) -> None:
    assert "72 points" in texts["seats/upper-head.html"]
    assert "70 points" in texts["seats/lower-head.html"]
    assert "70 points" not in texts["seats/upper-head.html"]
    assert "points" not in texts["seats/mediator.html"]


def test_without_an_agreement_the_question_is_whether_no_was_right(agreed: Record, refused: Record) -> None:
    page = dict(documents(refused))["debrief.html"]
    assert "was <em>no</em> right?" in page
    assert "no was right" in page
    assert "What the agreement is worth" not in page
    assert "was <em>no</em> right?" not in dict(documents(agreed))["debrief.html"]


def test_feelings_are_shown_from_four_on(texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        if "seats" not in name:
            assert "Fewer than 4 people answered" in text
        assert "The others understood what matters to me" not in text


def test_rows_of_single_people_are_for_the_trainer(texts: Mapping[str, str]) -> None:
    assert "| Dalia Venn (Upper) | 1 |" in texts["trainer.md"]
    assert "| Dalia Venn (Upper) | 1 |" not in texts["debrief.md"]
    assert "Move by" in texts["trainer.md"]
    assert "Move by" not in texts["debrief.md"]


def test_stand_ins_are_labelled_wherever_they_are_named(texts: Mapping[str, str]) -> None:
    assert "Stand-ins, which are programs" in texts["debrief.html"]
    assert "Pav Lindqvist (Team, stand-in)" in texts["trainer.html"]


def test_nothing_grades_or_ranks(texts: Mapping[str, str]) -> None:
    for text in texts.values():
        lowered = text.lower().replace("there is no grade, and nobody is ranked", "")
        assert not [word for word in ("grade", "ranking", "winner", "best player", "total score") if word in lowered]


def test_a_record_that_breaks_off_or_is_empty_has_documents_too(agreed: Record, well: Scenario) -> None:
    for length in (0, 1, 5, 14, 31, 49, 52, 60, 66):
        assert dict(documents(Record(well, 7, agreed.events[:length])))["debrief.html"]


def test_every_seat_of_the_case_can_be_handed_its_page(agreed: Record, well: Scenario) -> None:
    assert well.parties[well.seats["engineer"].party].kind is Kind.MEDIATION
    people = tuple(
        e.SeatCast(at=event.at, by=event.by, seat=event.seat, source=Source.HUMAN)
        if isinstance(event, e.SeatCast)
        else event
        for event in agreed.events
    )
    made = dict(documents(Record(well, 7, people)))
    assert "The expert answered" in made["seats/engineer.html"]


def test_only_the_module_that_renders_knows_the_template_library() -> None:
    code = "import sys, simulator.debrief.narration, simulator.debrief.timeline; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
    importing = [
        path.name for path in (ROOT / "simulator" / "debrief").glob("*.py") if "jinja2" in path.read_text("utf-8")
    ]
    assert importing == ["rendering.py"]


@pytest.mark.parametrize("path", sorted(TEMPLATES.iterdir()), ids=lambda path: path.name)
def test_templates_trust_nothing(path: Path) -> None:
    source = path.read_text("utf-8")
    for forbidden in ("|safe", "| safe", "autoescape", "<script", "javascript", "http://", "https://", "url(", "={{"):
        assert forbidden not in source


def test_the_same_answer_to_an_event_is_told_once_with_all_who_gave_it(agreed: Record, well: Scenario) -> None:
    inject, at = next(iter(well.events)), agreed.events[-1].at
    answers = tuple(
        e.InjectAnswered(at=at, by=seat, inject=inject, text="We look first.") for seat in ("upper-head", "lower-head")
    )
    told = dict(documents(Record(well, agreed.seed, (*agreed.events, *answers))))["trainer.md"]
    assert "; Dalia Venn (Upper) and Omar Tillsand (Lower) wrote: We look first (event" in told
    assert "Lower) wrote: We look first." not in told
