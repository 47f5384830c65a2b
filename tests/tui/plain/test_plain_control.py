"""The trainer line by line."""

import pytest

from simulator.engine import TRAINER, begin, view
from simulator.engine import commands as c
from simulator.engine.words import DebriefStep, Source
from simulator.tui.plain.control import all_out, debrief
from simulator.tui.seat.fields import NotNow, Pick
from tests.engine.story import Story, scenario


def test_the_debriefing_goes_step_by_step() -> None:
    well = scenario("well")
    story = Story(begin(well, seed=1)).do(c.OpenSession, TRAINER, name="Test")
    for seat in well.seats:
        story.do(c.CastSeat, TRAINER, seat=seat, source=Source.HUMAN)
    story.do(c.StartClock, TRAINER).phase("exploration").phase("convergence").phase("de-role")
    do, form = debrief(view(story.session, TRAINER))
    assert (do, [field.value for field in form.fields if isinstance(field, Pick)]) == (c.BeginDebrief, [55])
    story.do(c.BeginDebrief, TRAINER, minutes=30)
    do, form = debrief(view(story.session, TRAINER))
    picks = [field.value for field in form.fields if isinstance(field, Pick)]
    assert (do, picks) == (c.TakeDebriefStep, [DebriefStep.REACTIONS])
    do, form = all_out(view(story.session, TRAINER))
    story.do(do, TRAINER)
    with pytest.raises(NotNow):
        all_out(view(story.session, TRAINER))
