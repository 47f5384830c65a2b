"""The Well with inputs, messengers, an observer, the press and non-papers, open in its phase of exploration."""

from scenarios.model import Scenario
from simulator.engine import begin
from simulator.engine import commands as c
from simulator.engine.words import Consent, Source
from tests.engine.story import Story, scenario


def heard(case: Scenario | None = None) -> Story:
    """Cast with people, both sides in, in the phase of exploration."""
    well = case or scenario("well-heard")
    story = Story(begin(well, seed=1))
    story.do(c.OpenSession, "trainer", name="Test")
    for seat in well.seats:
        story.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN, people=("Somebody",))
    story.do(c.StartClock, "trainer").wait(5).phase("exploration")
    story.do(c.GiveConsent, "upper-head", consent=Consent.IN)
    return story.do(c.GiveConsent, "lower-head", consent=Consent.IN)


def drafting(case: Scenario | None = None) -> Story:
    """The same with two inputs of the platform and a first version of the text."""
    story = heard(case)
    story.do(c.FileInput, "speaker", card="noon-for-school").do(c.FileInput, "speaker", card="key-with-neither")
    story.wait(3).phase("convergence")
    drafts = {"keeper": c.ClauseDraft(option="elder-keeps")}
    return story.do(c.IssueVersion, "mediator", clauses=drafts)
