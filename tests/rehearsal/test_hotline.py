"""Stand-ins on the hotline: every step is taken by somebody who may, some of them late, and the record is closed."""

from collections import Counter
from pathlib import Path

import pytest

from scenarios.reading import read
from simulator.engine import events as e
from simulator.engine import replay
from simulator.rehearsal import Rehearsal, rehearsal

WATCHED = Path(__file__).parents[1] / "cases" / "hotline" / "scenario.yaml"
SEEDS = (3, 4)


@pytest.fixture(scope="module")
def rehearsals() -> tuple[Rehearsal, ...]:
    """The watched Well, played twice."""
    scenario = read(WATCHED).scenario
    assert scenario is not None
    return tuple(rehearsal(scenario, seed) for seed in SEEDS)


def test_they_use_the_hotline_and_the_follow_up_list(rehearsals: tuple[Rehearsal, ...]) -> None:
    happened = Counter(type(event) for played in rehearsals for event in played.record.events)
    for kind in (
        e.IncidentReported,
        e.IncidentAcknowledged,
        e.CalledBack,
        e.VisitAsked,
        e.VisitMade,
        e.IncidentVerified,
        e.IncidentHandled,
        e.IncidentClosed,
        e.HotlineOverdue,
        e.FollowUpAdded,
        e.ProgressReported,
        e.ComplianceJudged,
    ):
        assert happened[kind], kind.__name__


def test_they_ask_for_nothing_that_the_rules_refuse_and_come_to_an_end(rehearsals: tuple[Rehearsal, ...]) -> None:
    for played in rehearsals:
        assert played.session.ended
        assert played.session.outcome is not None
        assert sum(played.refusals.values()) < 3, played.refusals
        assert replay(played.record) == played.session


def test_they_report_what_their_party_knows_and_nothing_of_another(rehearsals: tuple[Rehearsal, ...]) -> None:
    for played in rehearsals:
        scenario = played.session.scenario
        for event in played.record.events:
            if isinstance(event, e.CalledBack | e.VersionAdded):
                others = [
                    text
                    for incident in scenario.incidents.values()
                    for party, text in incident.versions.items()
                    if party != event.party
                ]
                assert event.text not in others
