"""Who reads what: a mark in every confidential text, looked for in everybody's documents."""

import re
from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from scenarios.model import Scenario
from simulator.engine import Event, Record, moments
from simulator.engine import events as e
from simulator.engine.view.audience import may_know
from simulator.engine.words import EVERYBODY
from tests.debrief.conftest import pages
from tests.debrief.test_hostile_text import FREE

MARK = re.compile(r"CANARY(\w+?)X")


def marked_case(well: Scenario) -> Scenario:
    """The Well with a mark in everything that somebody alone may read."""
    parties = {}
    for name, party in well.parties.items():
        interests = {
            key: one.model_copy(
                update={
                    "text": f"{one.text} CANARYi{name}{number}X",
                    "hint": f"{one.hint or ''} CANARYh{name}{number}X",
                    "discovery": f"{one.discovery or ''} CANARYh{name}{number}X",
                }
            )
            for number, (key, one) in enumerate(party.interests.items())
        }
        update: dict[str, object] = {
            "interests": interests,
            "brief": f"{party.brief} CANARYp{name}X",
            "batna": f"CANARYp{name}X",
        }
        if party.capital:
            told = party.capital.model_copy(update={"instructions": f"CANARYc{name}X"})
            update["capital"] = told
        parties[name] = party.model_copy(update=update)
    seats = {
        name: seat.model_copy(update={"brief": f"{seat.brief} CANARYs{name.replace('-', '')}X"})
        for name, seat in well.seats.items()
    }
    return well.model_copy(update={"parties": parties, "seats": seats})


def marked(record: Record) -> Record:
    """The session with a mark in every text of every event, by its number."""

    def changed(number: int, event: Event) -> Event:
        texts = {
            name: f"{getattr(event, name)} CANARYe{number}X"
            for name in event.__struct_fields__
            if name in FREE and name != "people" and type(getattr(event, name)) is str and getattr(event, name)
        }
        return replace(event, **texts) if texts else event

    events = tuple(changed(number, event) for number, event in enumerate(record.events, 1))
    return Record(marked_case(record.scenario), record.seed, events)


@pytest.fixture(scope="module")
def session(agreed: Record) -> Record:
    return marked(agreed)


@pytest.fixture(scope="module")
def written(session: Record) -> Mapping[str, str]:
    return pages(session)


def may_read(record: Record, seat: str) -> set[str]:
    """The marks that a seat may read: its own papers, what it could know, and what it was told."""
    party = record.scenario.seats[seat].party
    found = {f"s{seat.replace('-', '')}", f"p{party}"}
    for moment, session in moments(record):
        event = moment.event
        if may_know(event, session, seat):
            found.add(f"e{moment.number}")
        if isinstance(event, e.InterestDisclosed | e.InterestRelayed) and (seat in event.to or EVERYBODY in event.to):
            found.add(interest_mark(record.scenario, event.interest))
        if isinstance(event, e.InterestAcknowledged) and may_know(event, session, seat):
            found.add(interest_mark(record.scenario, event.interest))
    return found | {
        interest_mark(record.scenario, f"{party}.{one}") for one in record.scenario.parties[party].interests
    }


def interest_mark(scenario: Scenario, interest: str) -> str:
    """The mark of an interest."""
    party, _, name = interest.partition(".")
    return f"i{party}{list(scenario.parties[party].interests).index(name)}"


@pytest.mark.parametrize("seat", ["upper-head", "lower-head", "mediator"])
def test_a_seat_reads_no_mark_that_it_could_not_know(session: Record, written: Mapping[str, str], seat: str) -> None:
    allowed, seen = may_read(session, seat), set()
    for name, text in written.items():
        if seat in name:
            found = set(MARK.findall(text))
            assert found <= allowed, (name, found - allowed)
            seen |= found
    assert f"s{seat.replace('-', '')}" in seen, "the search finds what is there"
    assert any(mark.startswith("e") for mark in seen)


def test_the_room_reads_no_note_and_no_paper_of_a_seat(session: Record, written: Mapping[str, str]) -> None:
    private = {
        f"e{number}"
        for number, event in enumerate(session.events, 1)
        if isinstance(event, e.NoteWritten | e.CapitalAsked | e.CapitalAnswered | e.LearnedRecorded)
    }
    for name in ("debrief.html", "debrief.md", "handout.html", "handout.md"):
        found = set(MARK.findall(written[name]))
        assert found, name
        assert not found & private, name
        assert not [mark for mark in found if mark.startswith("s")], name
    assert [mark for mark in MARK.findall(written["debrief.md"]) if mark.startswith("i")], "the reveal tells interests"


def test_forms_and_certificates_tell_nothing(written: Mapping[str, str]) -> None:
    for name, text in written.items():
        if name.startswith("forms/"):
            assert set(MARK.findall(text)) <= {"e1"}, name  # the name of the session
