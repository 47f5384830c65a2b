"""The watched Well in its first round, for the tests of incidents and promises."""

from simulator.engine import begin
from simulator.engine import commands as c
from simulator.engine.words import TRAINER, Consent, Source
from tests.engine.story import Story, scenario


def before() -> Story:
    """Cast, its clock started."""
    watched = scenario("hotline")
    story = Story(begin(watched, seed=1))
    story.do(c.OpenSession, TRAINER, name="Test")
    for seat in watched.seats:
        story.do(c.CastSeat, TRAINER, seat=seat, source=Source.HUMAN, people=("Somebody",))
    return story.do(c.StartClock, TRAINER)


def first_round() -> Story:
    """In the first round, both sides in."""
    story = before().wait(5).phase("first-round")
    story.do(c.GiveConsent, "upper-head", consent=Consent.IN)
    return story.do(c.GiveConsent, "lower-head", consent=Consent.IN)


def fence() -> Story:
    """The broken fence was reported; the event that would report it is taken out."""
    story = first_round().do(c.SkipInject, TRAINER, inject="fence-call")
    return story.do(c.ReportIncident, TRAINER, incident="broken-fence")


def seen() -> Story:
    """Acknowledged after one minute, called back by both in three, visited, verified, handled and closed."""
    story = fence().wait(1).do(c.AcknowledgeIncident, "mediator", incident=1)
    story.wait(1).do(c.CallBack, "upper-head", incident=1, text="Our goats were on the slope.")
    story.wait(2).do(c.CallBack, "lower-head", incident=1, text="The goats broke it.")
    story.do(c.AskVisit, "mediator", incident=1).do(c.AgreeVisit, "upper-head", incident=1)
    story.wait(2).do(c.AgreeVisit, "lower-head", incident=1)
    story.do(c.VerifyIncident, "monitor", incident=1, verified=True, text="Prints of a mule.")
    story.do(c.HandleIncident, "mediator", incident=1, text="A new fence, by both.")
    return story.do(c.CloseIncident, "mediator", incident=1)
