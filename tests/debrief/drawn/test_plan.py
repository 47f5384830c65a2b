"""The minutes of the phases are those that the trainer's table has."""

from scenarios.model import Scenario
from scoring.sentences import figure, lasting
from simulator.debrief.after_action import after_action
from simulator.debrief.contents import Known
from simulator.debrief.drawn import plan
from tests.debrief.conftest import begun
from tests.debrief.drawn.conftest import texts


def test_every_stay_has_what_was_planned_and_what_was(kalindra: Known) -> None:
    drawn = plan(kalindra)
    assert drawn is not None
    for place, stay in enumerate(after_action(kalindra).spent, 1):
        assert any(text.startswith(f"{place}\N{NO-BREAK SPACE}") for text in texts(drawn))
        assert stay.planned is not None
        said = f"{stay.name}: {lasting(60 * stay.minutes)}, {lasting(60 * stay.planned)} planned"
        assert said in drawn.told
        assert {figure(stay.minutes, 1), figure(stay.planned, 1)} <= set(texts(drawn))


def test_many_stays_are_added_up_by_phase(well: Scenario) -> None:
    play = begun(well)
    for n in range(40):
        play.phase(("exploration", "convergence")[n % 2]).wait(0.1)
    drawn = plan(Known.of(play.record()))
    assert drawn is not None
    assert drawn.told.count("Exploration: ") == 1
