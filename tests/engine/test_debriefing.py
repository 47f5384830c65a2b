"""The debriefing: after play, step by step, and nothing hidden while somebody is in role."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.model import Scenario
from simulator.engine import begin, room
from simulator.engine import commands as c
from simulator.engine.decide.debriefing import in_role, tells_secrets
from simulator.engine.session import Slide
from simulator.engine.view.audience import may_know
from simulator.engine.words import DebriefPage, DebriefStep, OutcomeKind, Source
from tests.engine.story import Story


@pytest.fixture
def over(converging: Story) -> Story:
    """Play is over, and everybody is still in role."""
    return converging.phase("de-role")


@pytest.fixture
def begun(over: Story) -> Story:
    """The debriefing has begun."""
    return over.do(c.BeginDebrief, "trainer", minutes=55)


def leave(story: Story) -> Story:
    """Everybody leaves their role."""
    for seat in in_role(story.session):
        story.do(c.LeaveRole, seat)
    return story


def test_nothing_is_debriefed_while_play_goes_on(converging: Story) -> None:
    converging.when(c.BeginDebrief, "trainer").refuses("PLAY-GOES-ON")
    converging.do(c.DeclareOutcome, "trainer", kind=OutcomeKind.NO_AGREEMENT)
    converging.when(c.BeginDebrief, "trainer").then(
        ("debrief_begun", {"minutes": 55}), ("debrief_step_taken", {"step": DebriefStep.DE_ROLE})
    )


def test_only_the_trainer_leads_it(over: Story) -> None:
    over.when(c.BeginDebrief, "mediator").refuses("CONTROL-ONLY")
    over.when(c.BeginDebrief, "trainer", minutes=45).refuses("UNKNOWN")
    over.when(c.ShowDebrief, "trainer", page=DebriefPage.HOOK).refuses("NOT-BEGUN")
    over.when(c.TakeDebriefStep, "trainer", step=DebriefStep.FACTS).refuses("NOT-BEGUN")


def test_the_length_can_change_on_the_way(begun: Story) -> None:
    begun.when(c.BeginDebrief, "trainer", minutes=55).refuses("ALREADY")
    first = begun.session.debrief.begun
    begun.wait(5).when(c.BeginDebrief, "trainer", minutes=30).then(("debrief_begun", {"minutes": 30}))
    assert begun.session.debrief.begun == first
    assert begun.session.debrief.minutes == 30


def test_a_step_stands_on_the_wall_with_the_time_at_which_it_was_taken(begun: Story) -> None:
    begun.wait(3).when(c.TakeDebriefStep, "trainer", step=DebriefStep.REACTIONS).then("debrief_step_taken")
    assert begun.session.debrief.step is DebriefStep.REACTIONS
    assert begun.session.debrief.taken[-1] == (DebriefStep.REACTIONS, begun.at)
    assert room(begun.session).slide == Slide(DebriefPage.STEP, "reactions")


def test_what_was_hidden_waits_for_the_last_who_leaves_a_role(begun: Story) -> None:
    begun.when(c.ShowDebrief, "trainer", page=DebriefPage.REVEAL, ref="upper").refuses("STILL-IN-ROLE")
    still = begun.session.scenario.seats["upper-head"].name
    assert still in begun.refusal.why
    begun.when(c.ShowDebrief, "trainer", page=DebriefPage.QUESTION, number=2).refuses("STILL-IN-ROLE")
    begun.when(c.ShowDebrief, "trainer", page=DebriefPage.QUESTION, number=1).then("debrief_shown")
    leave(begun).when(c.ShowDebrief, "trainer", page=DebriefPage.REVEAL, ref="upper").then("debrief_shown")
    assert room(begun.session).slide.page is DebriefPage.REVEAL


def test_the_trainer_confirms_for_those_who_left_without_a_key(begun: Story) -> None:
    begun.do(c.LeaveRole, "upper-head")
    begun.when(c.ConfirmRolesLeft, "trainer").then("roles_left_confirmed")
    assert not in_role(begun.session)
    begun.when(c.ConfirmRolesLeft, "trainer").refuses("ALREADY")
    begun.tick(1)
    assert begun.session.phase == "debrief"


def test_roles_are_not_confirmed_as_left_during_play(converging: Story) -> None:
    converging.when(c.ConfirmRolesLeft, "trainer").refuses("NOT-IN-PHASE")


def test_three_data_cards_and_no_more(begun: Story) -> None:
    leave(begun)
    for ref in ("balance", "interests", "outcome"):
        begun.do(c.ShowDebrief, "trainer", page=DebriefPage.CARD, ref=ref)
    begun.when(c.ShowDebrief, "trainer", page=DebriefPage.CARD, ref="M22").refuses("THREE-CARDS")
    begun.when(c.ShowDebrief, "trainer", page=DebriefPage.CARD, ref="balance", part=1).then("debrief_shown")


def test_pages_about_nothing_are_refused(begun: Story) -> None:
    leave(begun)
    for fields in (
        {"page": DebriefPage.STEP, "ref": "lunch"},
        {"page": DebriefPage.QUESTION, "number": 99},
        {"page": DebriefPage.MOMENT, "number": 0},
        {"page": DebriefPage.MINUTE, "number": 10**6},
        {"page": DebriefPage.INCIDENT, "number": 1},
        {"page": DebriefPage.REVEAL, "ref": "nobody"},
        {"page": DebriefPage.CARD},
        {"page": DebriefPage.CARD, "ref": "balance", "part": 2},
        {"page": DebriefPage.WHAT_IF},
    ):
        begun.when(c.ShowDebrief, "trainer", **fields).refuses("UNKNOWN")


def test_three_moments_are_chosen_from_what_happened(begun: Story) -> None:
    begun.when(c.ChooseMoments, "trainer", numbers=(1, 2, 3, 4)).refuses("TOO-MANY")
    begun.when(c.ChooseMoments, "trainer", numbers=(9999,)).refuses("UNKNOWN")
    begun.when(c.ChooseMoments, "trainer", numbers=(2, 2, 5)).then(("moments_chosen", {"numbers": (2, 5)}))
    assert begun.session.debrief.moments == (2, 5)


def test_somebody_who_sits_down_late_takes_what_was_hidden_off_the_wall(over: Story) -> None:
    over.do(c.CastSeat, "trainer", seat="upper-head", source=Source.STAND_IN).do(c.BeginDebrief, "trainer")
    leave(over).do(c.ShowDebrief, "trainer", page=DebriefPage.HOOK)
    assert room(over.session).slide.page is DebriefPage.HOOK
    over.do(c.CastSeat, "trainer", seat="upper-head", source=Source.HUMAN)
    assert room(over.session).slide.page is DebriefPage.NONE


def test_a_seat_hears_of_the_steps_and_of_nothing_else(begun: Story) -> None:
    leave(begun).do(c.ChooseMoments, "trainer", numbers=(2,))
    begun.do(c.ShowDebrief, "trainer", page=DebriefPage.REVEAL, ref="upper")
    kinds = ("debrief_begun", "debrief_step_taken", "debrief_shown", "moments_chosen")
    known = {
        str(type(event).__struct_config__.tag)
        for event in begun.happened
        if may_know(event, begun.session, "lower-head")
    }
    assert [kind in known for kind in kinds] == [True, True, False, False]


SLIDES: st.SearchStrategy[dict[str, object]] = st.builds(
    dict,
    page=st.sampled_from(DebriefPage),
    ref=st.sampled_from(["", "upper", "lower", "balance", "reactions", "reveal", "what_next"]),
    number=st.integers(-1, 9),
    part=st.integers(0, 1),
)
DEEDS = st.lists(st.one_of(SLIDES, st.sampled_from(["upper-head", "lower-head", "mediator", "recast", "all"])))


@given(deeds=DEEDS)
def test_whatever_is_asked_no_secret_page_stands_while_somebody_is_in_role(well: Scenario, deeds: list[object]) -> None:
    story = Story(begin(well, seed=1)).do(c.OpenSession, "trainer", name="Test")
    for seat in well.seats:
        story.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN)
    story.do(c.StartClock, "trainer").phase("exploration").phase("convergence").phase("de-role")
    story.do(c.BeginDebrief, "trainer")
    for deed in deeds:
        if isinstance(deed, dict):
            story.when(c.ShowDebrief, "trainer", **deed)
        elif deed == "recast":
            story.when(c.SwapSeats, "trainer", seat="upper-head", other="mediator")
        elif deed == "all":
            story.when(c.ConfirmRolesLeft, "trainer")
        else:
            story.when(c.LeaveRole, str(deed))
        shown = room(story.session).slide
        assert not in_role(story.session) or not tells_secrets(story.session, shown)
