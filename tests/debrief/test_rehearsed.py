"""Sessions that stand-ins played: every page is whole, and no seat learns from its page what it was never told."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from roles.rights import Sight
from scenarios.archetypes import archetypes
from scenarios.model import Scenario
from simulator.engine import Record, moments
from simulator.engine import events as e
from simulator.engine.view.audience import may_know
from simulator.engine.words import Source
from simulator.rehearsal.course import rehearse
from tests.debrief.conftest import pages


@pytest.fixture(
    scope="module", params=[1, pytest.param(2, marks=pytest.mark.soak), pytest.param(3, marks=pytest.mark.soak)]
)
def rehearsed(request: pytest.FixtureRequest, well: Scenario) -> Record:
    """The Well as stand-ins play it."""
    return rehearse(well, seed=request.param)


def peopled(record: Record) -> Record:
    """The same session as if people had played it."""
    events = tuple(
        replace(event, source=Source.HUMAN, people=(f"Person {event.seat}",))
        if isinstance(event, e.SeatCast)
        else event
        for event in record.events
    )
    return Record(record.scenario, record.seed, events)


def known(record: Record, seat: str) -> set[str]:
    """The interests that a seat may know of: its own party's, and what it was told or may hear of."""
    own = record.scenario.seats[seat].party
    found = {f"{own}.{interest}" for interest in record.scenario.parties[own].interests}
    for moment, session in moments(record):
        event = moment.event
        if isinstance(event, e.InterestDisclosed | e.InterestRelayed) and may_know(event, session, seat):
            found.add(event.interest)
    return found


def test_stand_ins_are_handed_nothing_and_labelled(rehearsed: Record) -> None:
    made = pages(rehearsed)
    assert not [name for name in made if name.startswith("seats/")]
    assert "A rehearsal: stand-ins" in made["debrief.html"]
    for seat in rehearsed.scenario.seats.values():
        plain = f"{seat.name} ({rehearsed.scenario.parties[seat.party].short})"
        assert plain not in made["trainer.html"]


def test_no_page_tells_an_interest_that_its_reader_was_not_told(rehearsed: Record) -> None:
    record = peopled(rehearsed)
    scenario = record.scenario
    made: Mapping[str, str] = pages(record)
    for seat, written in scenario.seats.items():
        if archetypes()[written.archetype].sight is Sight.EVERYTHING:
            continue
        page = made[f"seats/{seat}.md"] + made[f"seats/{seat}-record.md"] + made[f"certificates/{seat}.md"]
        told = known(record, seat)
        for name, party in scenario.parties.items():
            for interest, token in party.interests.items():
                if f"{name}.{interest}" not in told:
                    assert token.text.strip() not in page
            assert name == written.party or party.brief.split(".")[0] not in page
        assert not [other for other in scenario.seats if other != seat and f"Person {other}" in page]


def test_the_same_rehearsal_makes_the_same_pages(rehearsed: Record) -> None:
    assert pages(rehearsed) == pages(rehearsed)
