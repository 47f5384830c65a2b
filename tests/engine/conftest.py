"""The Well in several states, for the tests of the rules."""

import pytest

from scenarios.model import Scenario
from simulator.engine import begin
from simulator.engine import commands as c
from simulator.engine.words import Consent, Source, Verdict
from tests.engine.story import Story, scenario


@pytest.fixture(scope="session")
def well() -> Scenario:
    """The Well: the smallest complete case."""
    return scenario("well")


@pytest.fixture
def opened(well: Scenario) -> Story:
    """The Well, opened and cast with people, before the clock starts."""
    story = Story(begin(well, seed=1))
    story.do(c.OpenSession, "trainer", name="Test")
    for seat in well.seats:
        story.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN, people=("Somebody",))
    return story


@pytest.fixture
def exploring(opened: Story) -> Story:
    """In the phase of exploration, both sides in."""
    opened.do(c.StartClock, "trainer").wait(5).phase("exploration")
    opened.do(c.GiveConsent, "upper-head", consent=Consent.IN)
    return opened.do(c.GiveConsent, "lower-head", consent=Consent.IN)


@pytest.fixture
def converging(exploring: Story) -> Story:
    """In the phase of convergence."""
    return exploring.wait(3).phase("convergence")


@pytest.fixture(scope="session")
def tested() -> Scenario:
    """The Well with commitments, a stress test and a rater."""
    return scenario("well-tested")


@pytest.fixture
def table(tested: Scenario) -> Story:
    """The tested Well in the phase of convergence, everybody in, the shared board known."""
    story = Story(begin(tested, seed=1))
    story.do(c.OpenSession, "trainer", name="Test")
    for seat in tested.seats:
        story.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN, people=("Somebody",))
    story.do(c.StartClock, "trainer").wait(5).phase("exploration")
    story.do(c.GiveConsent, "upper-head", consent=Consent.IN)
    story.do(c.GiveConsent, "lower-head", consent=Consent.IN)
    story.do(c.ProposeOption, "upper-head", issue="hours", option="shared-board")
    return story.wait(3).phase("convergence")


@pytest.fixture
def signed(table: Story) -> Story:
    """The tested Well with an adopted text, still in the phase of convergence."""
    drafts = {"hours": c.ClauseDraft(option="shared-board"), "keeper": c.ClauseDraft(option="elder-keeps")}
    table.do(c.IssueVersion, "mediator", clauses=drafts).do(c.PutToAdoption, "mediator")
    table.do(c.AnswerAdoption, "upper-head", verdict=Verdict.ADOPT)
    return table.do(c.AnswerAdoption, "lower-head", verdict=Verdict.ADOPT)
