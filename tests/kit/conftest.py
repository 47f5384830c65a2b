"""The flagship case, and the same case with a mark in every secret, so that a leak can be seen."""

import pytest

from scenarios.model import Scenario
from scenarios.reading import read
from scenarios.shelf import find


@pytest.fixture(scope="session")
def flagship() -> Scenario:
    scenario = read(find("sources-of-kalindra")).scenario
    assert scenario is not None
    return scenario


TRAINER = "canary-of-the-trainer"


def of_party(name: str) -> str:
    return f"canary-of-party-{name}."


def of_seat(name: str) -> str:
    return f"canary-of-seat-{name}."


@pytest.fixture(scope="session")
def marked(flagship: Scenario) -> Scenario:
    """The case with a mark in every text that not everybody may read, saying who may."""
    parties = {
        name: party.model_copy(
            update={
                "brief": f"{party.brief}\n\n{of_party(name)}",
                "batna": f"{party.batna} {of_party(name)}" if party.batna else None,
                "positions": {issue: f"{text} {of_party(name)}" for issue, text in party.positions.items()},
                "interests": {
                    key: interest.model_copy(
                        update={"text": f"{interest.text} {of_party(name)}", "hint": TRAINER, "discovery": TRAINER}
                    )
                    for key, interest in party.interests.items()
                },
                "capital": party.capital.model_copy(update={"mood": TRAINER, "instructions": TRAINER})
                if party.capital
                else None,
            }
        )
        for name, party in flagship.parties.items()
    }
    seats = {
        name: seat.model_copy(
            update={
                "brief": f"{seat.brief}\n\n{of_seat(name)}",
                "first_moves": tuple(f"{move} {of_seat(name)}" for move in seat.first_moves),
            }
        )
        for name, seat in flagship.seats.items()
    }
    issues = {
        name: issue.model_copy(
            update={
                "options": {
                    key: option.model_copy(
                        update={
                            "label": f"{option.label} canary-option-{name}-{key}.",
                            "text": f"{option.text} canary-option-{name}-{key}.",
                            "harm": TRAINER,
                        }
                    )
                    if option.known_to is not None
                    else option.model_copy(update={"harm": TRAINER})
                    for key, option in issue.options.items()
                }
            }
        )
        for name, issue in flagship.issues.items()
    }
    phases = {name: phase.model_copy(update={"trainer": TRAINER}) for name, phase in flagship.phases.items()}
    events = {
        name: event.model_copy(update={"text": TRAINER, "tests": TRAINER, "trainer": TRAINER, "title": TRAINER})
        for name, event in flagship.events.items()
    }
    debrief = flagship.debrief.model_copy(update={"hook": TRAINER, "watch_for": (TRAINER,), "real_world": TRAINER})
    update = {"parties": parties, "seats": seats, "issues": issues, "phases": phases, "events": events}
    return flagship.model_copy(update=update | {"debrief": debrief, "summary": TRAINER, "sensitivities": (TRAINER,)})
