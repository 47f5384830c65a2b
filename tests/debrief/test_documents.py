"""The documents of a session: whole, honest about who may read what, and the same every time."""

import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from roles.rights import Kind
from scenarios.model import Scenario
from scenarios.texts import language
from simulator.debrief.contents import Known
from simulator.debrief.documents import documents, how_many, in_role, write, writing_in
from simulator.debrief.papers import after_action
from simulator.engine import Record
from simulator.engine import events as e
from simulator.engine.words import Source
from tests.debrief.conftest import out_of_role, pages

ROOT = Path(__file__).resolve().parents[2]
OWN = ("seats/{}", "seats/{}-record", "certificates/{}")
"""What a person is handed."""
SEATS = ("upper-head", "lower-head", "mediator")


@pytest.fixture(scope="module")
def texts(agreed: Record) -> Mapping[str, str]:
    """All documents of the talks that ended with an agreement."""
    return pages(agreed)


def flat(text: str) -> str:
    return " ".join(text.replace("&#39;", "'").replace("&#34;", '"').split())


def test_every_person_gets_one_and_a_stand_in_none(texts: Mapping[str, str]) -> None:
    assert list(texts) == [
        f"{name}.{kind}"
        for name in (
            "trainer",
            "debrief",
            "handout",
            *(each.format(seat) for seat in SEATS for each in OWN),
            "mediators",
            "forms/reflection",
            "forms/follow-up",
        )
        for kind in ("html", "md")
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
    made = pages(record)
    page = flat("".join(made[f"{each.format(seat)}.html"] for each in OWN))
    secrets = secrets_of_others(record.scenario, record, seat)
    assert secrets
    assert not [secret for secret in secrets if secret in page or secret in flat(made[f"seats/{seat}-record.md"])]
    theirs = {"upper-head": ("UPPER", "CAPITAL"), "lower-head": (), "mediator": ()}[seat]
    for mark in ("UPPER", "CAPITAL", "TEAM", "TRAINER"):
        assert (f"PRIVATE-{mark}" in page) == (mark in theirs)
    other_people = {"upper-head": "Ada", "lower-head": "Bilal", "mediator": "Chen"}
    assert not [person for name, person in other_people.items() if name != seat and person in page]


def test_points_are_for_the_own_side_only(texts: Mapping[str, str]) -> None:
    assert "72 points" in texts["seats/upper-head-record.html"]
    assert "70 points" in texts["seats/lower-head-record.html"]
    assert "70 points" not in texts["seats/upper-head-record.html"] + texts["seats/upper-head.html"]
    assert " points" not in texts["seats/mediator-record.html"]


def test_without_an_agreement_the_question_is_whether_no_was_right(agreed: Record, refused: Record) -> None:
    page = pages(refused)["debrief.html"]
    assert "the reservations: was no right?" in page
    assert "no was right" in page
    assert "What the agreement is worth" not in page
    assert "the reservations: was no right?" not in pages(agreed)["debrief.html"]


def test_feelings_are_shown_from_four_on(texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        if name.startswith("debrief"):
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
        lowered = text.lower().replace("there is no grade, and nobody is ranked", "").replace("it holds no grade", "")
        assert not [word for word in ("grade", "ranking", "winner", "best player", "total score") if word in lowered]


def test_a_record_that_breaks_off_or_is_empty_has_documents_too(agreed: Record, well: Scenario) -> None:
    for length in (0, 5, 31, 60):
        made = pages(out_of_role(Record(well, 7, agreed.events[:length])) if length else Record(well, 7))
        assert made["debrief.html"]
        assert made["trainer.md"]


def test_the_trainer_has_each_measure_once_beside_the_paper_for_the_room(agreed: Record) -> None:
    known = Known.of(agreed)
    alone, beside = (after_action.paper(known, beside_the_room=each).text() for each in (False, True))
    room = {each.name: each.document for each in documents(known)}["debrief"].text()
    titles = {finding.title for finding in known.scorecard.findings}
    assert all(title in alone for title in titles)
    assert all(title in beside or title in room for title in titles)
    assert len(beside) < len(alone)
    assert "All other measures stand in the debriefing for the room." in beside
    assert "Fewer than 4 people answered" in alone
    assert "Dalia Venn (Upper)" in beside[beside.index("Measures, with what single people did") :]


def test_nothing_is_handed_out_while_somebody_is_in_role(agreed: Record, well: Scenario) -> None:
    leaving = [n for n, event in enumerate(agreed.events) if isinstance(event, e.RoleLeft) and event.by == "mediator"]
    before = Record(well, 7, agreed.events[: leaving[-1]])
    assert in_role(before) == ("mediator",)
    assert list(pages(before)) == ["trainer.html", "trainer.md"]
    assert how_many(before) == 2
    after = Record(well, 7, agreed.events[: leaving[-1] + 1])
    assert in_role(after) == ()
    assert len(pages(after)) == how_many(after)


def test_every_seat_of_the_case_can_be_handed_its_page(agreed: Record, well: Scenario) -> None:
    assert well.parties[well.seats["engineer"].party].kind is Kind.MEDIATION
    people = tuple(
        e.SeatCast(at=event.at, by=event.by, seat=event.seat, source=Source.HUMAN)
        if isinstance(event, e.SeatCast)
        else event
        for event in agreed.events
    )
    made = pages(Record(well, 7, people))
    assert "The expert answered" in made["seats/engineer-record.html"]


def test_telling_what_happened_needs_none_of_the_libraries_of_documents() -> None:
    code = (
        "import sys, simulator.debrief.narration, simulator.debrief.timeline; "
        "sys.exit(any(each in sys.modules for each in ('jinja2', 'typst', 'pygal')))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_the_same_answer_to_an_event_is_told_once_with_all_who_gave_it(agreed: Record, well: Scenario) -> None:
    inject, at = next(iter(well.events)), agreed.events[-1].at
    answers = tuple(
        e.InjectAnswered(at=at, by=seat, inject=inject, text="We look first.") for seat in ("upper-head", "lower-head")
    )
    told = pages(Record(well, agreed.seed, (*agreed.events, *answers)))["trainer.md"]
    assert "; Dalia Venn (Upper) and Omar Tillsand (Lower) wrote: We look first (event" in told
    assert "Lower) wrote: We look first." not in told


def test_several_languages_are_written_one_after_the_other_and_none_is_left_spoken(
    agreed: Record, tmp_path: Path
) -> None:
    told = (("fr", "fr", agreed), ("ar", "ar", agreed), ("", "en", agreed))
    heard = set()
    paths = []
    for path in writing_in(told, tmp_path, ("md",)):
        heard.add(language())
        paths.append(path)
    assert heard == {"en"}
    assert len(paths) == 3 * how_many(agreed, ("md",))
    assert "Attestation de participation" in (tmp_path / "fr/certificates/mediator.md").read_text("utf-8")
    assert "شهادة حضور" in (tmp_path / "ar/certificates/mediator.md").read_text("utf-8")
    assert "Certificate of attendance" in (tmp_path / "certificates/mediator.md").read_text("utf-8")
