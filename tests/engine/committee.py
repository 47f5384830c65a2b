"""The small committee of `tests/cases`, brought to the moment of a test."""

from scenarios.model import Scenario
from simulator.engine import begin
from simulator.engine import commands as c
from simulator.engine.commands import ReportLine
from simulator.engine.words import Consent, Say, Settled, Source
from tests.engine.story import Story


def start(case: Scenario) -> Story:
    """The clock runs, all parties are in, and both sub-committees sit."""
    story = Story(begin(case, seed=1))
    story.do(c.OpenSession, "trainer", name="Test")
    for seat in case.seats:
        story.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN, people=("Somebody",))
    story.do(c.StartClock, "trainer").wait(5).phase("opening")
    for head in ("gov-head", "coo-head", "pla-head"):
        story.do(c.GiveConsent, head, consent=Consent.IN)
    return story.wait(3).phase("sub-committees")


def agreed(option: str | None = None, text: str = "", **uses: int) -> ReportLine:
    return ReportLine(settled=Settled.AGREED, option=option, text=text, uses=uses)


def blocked(text: str) -> ReportLine:
    return ReportLine(settled=Settled.BLOCKED, text=text)


def security(story: Story, guards: str = "hundred", roads: str = "escorts") -> Story:
    lines = {"guards": agreed(guards), "roads": agreed(roads)}
    return story.do(c.DeliverReport, "security-chair", body="security", lines=lines)


def all_say(story: Story, report: int, say: Say = Say.YES) -> Story:
    for head in ("gov-head", "coo-head"):
        story.do(c.AnswerReport, head, report=report, say=say)
    return story.when(c.AnswerReport, "pla-head", report=report, say=say)
