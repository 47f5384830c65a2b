"""Play against its plan, minute by minute: a table."""

import pytest

from simulator.engine import commands as c
from simulator.engine.pace import pace
from simulator.engine.words import TRAINER, Cause
from tests.engine.story import Story


def test_the_pace_of_play_as_the_phase_overruns(exploring: Story) -> None:
    phases = exploring.session.scenario.phases
    shortest, planned, _ = phases["convergence"].minutes
    start = exploring.session.phase_since / 60
    rows = []
    for minute in (0, 2, 6, 9, 12, 15):
        now = pace(exploring.session, (start + minute) * 60)
        assert now is not None
        rows.append((minute, now.over / 60, now.behind / 60, now.missing / 60, now.ends / 60))
    minutes = phases["exploration"].minutes[1]
    for minute, over, behind, missing, ends in rows:
        assert over == max(0, minute - minutes)
        assert ends == start + max(minute, minutes) + planned
        assert behind == missing == max(0, ends - 20)
    assert rows[-1][3] > 0, "the table goes as far as being late"
    assert shortest < planned


def test_what_can_be_cut_is_said_with_its_least(exploring: Story) -> None:
    now = pace(exploring.session, exploring.session.phase_since + 60)
    assert now is not None
    phases = exploring.session.scenario.phases
    for slack in now.slack:
        assert slack.minutes > slack.shortest >= phases[slack.phase].minutes[0]
    gains = [slack.minutes - slack.shortest for slack in now.slack]
    assert gains == sorted(gains, reverse=True)


def test_an_event_that_was_sent_or_held_cannot_be_dropped(exploring: Story) -> None:
    now = exploring.session.clock.read(exploring.at)
    assert "market-moved" in pace(exploring.session, now).droppable  # type: ignore[union-attr]
    exploring.do(c.HoldInject, TRAINER, inject="market-moved")
    assert "market-moved" not in pace(exploring.session, now).droppable  # type: ignore[union-attr]


def test_there_is_no_pace_before_play(opened: Story) -> None:
    assert pace(opened.session, 0) is None


def test_there_is_no_pace_after_play(converging: Story) -> None:
    converging.tick(60)
    assert pace(converging.session, 3600) is None


def test_a_phase_is_cut_by_hand_to_its_least_and_no_further(exploring: Story) -> None:
    shortest, planned, _ = exploring.session.scenario.phases["convergence"].minutes
    exploring.when(c.CutPhase, TRAINER, phase="convergence", minutes=shortest - 1).refuses("OUT-OF-RANGE")
    exploring.when(c.CutPhase, TRAINER, phase="convergence", minutes=planned).refuses("OUT-OF-RANGE")
    exploring.when(c.CutPhase, TRAINER, phase="convergence", minutes=shortest).then(
        ("phase_cut", {"minutes": shortest, "cause": Cause.BY_HAND})
    )
    now = pace(exploring.session, exploring.session.clock.read(exploring.at))
    assert now is not None
    assert now.cut == (("convergence", planned, shortest),)


@pytest.mark.parametrize("phase", ["briefing", "closing", "debriefing", "nowhere"])
def test_only_a_phase_of_play_that_is_still_to_be_played_is_cut(exploring: Story, phase: str) -> None:
    exploring.when(c.CutPhase, TRAINER, phase=phase, minutes=1).refuses("NO-SUCH-PHASE")


def test_only_the_trainer_cuts(exploring: Story) -> None:
    exploring.when(c.CutPhase, "mediator", phase="convergence", minutes=5).refuses("CONTROL-ONLY")
