"""The Well, played by hand: once to an agreement, once to a no."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from scenarios.model import Scenario
from scenarios.reading import read
from scenarios.texts import spoken_in
from scenarios.translation import in_language
from simulator.debrief.contents import Known
from simulator.debrief.documents import documents
from simulator.engine import Event, Record, Session, begin, decide, evolve
from simulator.engine import commands as c
from simulator.engine.commands import ClauseDraft
from simulator.engine.events import SessionEnded
from simulator.engine.words import Answer, Consent, Move, OutcomeKind, Permission, Resolution, Source, Verdict
from simulator.printing.html import html
from simulator.printing.markdown import markdown
from tests.playthroughs.test_playthroughs import CASES as PLAYED
from tests.playthroughs.test_playthroughs import FLAGSHIP, play
from tests.pseudo import pseudo as pseudo


def pages(record: Record) -> dict[str, str]:
    """All documents of a session as HTML and as Markdown, by the names of their files."""
    made = {"html": html, "md": markdown}
    return {
        f"{each.name}.{suffix}": make(each.document)
        for each in documents(Known.of(record))
        for suffix, make in made.items()
    }


LANGUAGES = ("en", "fr", "ar")
"""The languages of our documents."""


def flagship_in(language: str) -> Record:
    """The flagship as people played it, out of role, told in a language."""
    record, _ = play(FLAGSHIP)
    with spoken_in(language):
        case = in_language(record.scenario, read(PLAYED[FLAGSHIP]).folder, language)
    return out_of_role(Record(case, record.seed, record.events))


def out_of_role(record: Record) -> Record:
    """The same session, closed, so that everybody is out of role."""
    end = SessionEnded(at=record.events[-1].at, by="trainer")
    return Record(record.scenario, record.seed, (*record.events, end), record.told)


CASES = Path(__file__).parents[1] / "cases"
START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
FAIR = {"hours": "shared-board", "keeper": "elder-keeps"}
GREEDY = {"hours": "mornings-upper", "keeper": "upper-keeps"}


@dataclass
class Play:
    """Commands at a clock that the test moves."""

    session: Session
    at: datetime = START
    events: list[Event] = field(default_factory=list)

    def do(self, kind: type[c.Intent], by: str, /, **fields: Any) -> "Play":
        """Ask for something that the rules allow."""
        command: Any = kind(at=self.at, by=by, **fields)
        for event in decide(command, self.session):
            self.session = evolve(self.session, event)
            self.events.append(event)
        return self

    def wait(self, minutes: float) -> "Play":
        """Let time pass, and let happen what is due."""
        self.at += timedelta(minutes=minutes)
        return self.do(c.Tick, "trainer")

    def phase(self, name: str) -> "Play":
        """Enter a phase as the trainer."""
        return self.do(c.EnterPhase, "trainer", phase=name)

    def turn(self, seat: str, minutes: float) -> "Play":
        """A turn on the floor of the table."""
        self.do(c.GiveFloor, "mediator", body="table", seat=seat).wait(minutes)
        return self.do(c.YieldFloor, seat, body="table")

    def record(self) -> Record:
        """What was played so far."""
        return Record(self.session.scenario, self.session.seed, tuple(self.events))


def begun(well: Scenario, name: str = "A day in Ardel", text: str = "") -> Play:
    """The Well as far as its mediator has met both sides; `text` goes wherever people may write."""
    play = Play(begin(well, seed=7))
    play.do(c.OpenSession, "trainer", name=text or name)
    people = {"upper-head": "Ada", "lower-head": "Bilal", "mediator": "Chen"}
    for seat, person in people.items():
        play.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN, people=(text or person,))
    play.do(c.CastSeat, "trainer", seat="engineer", source=Source.STAND_IN)
    play.do(c.StartClock, "trainer").wait(4)
    for seat in well.seats:
        play.do(c.SayReady, seat)
    play.phase("exploration")
    play.do(c.GiveConsent, "upper-head", consent=Consent.IN)
    play.do(c.GiveConsent, "lower-head", consent=Consent.CONDITIONAL, conditions=text or "Nobody speaks of the lock.")
    play.turn("mediator", 1)
    play.do(c.StatePosition, "upper-head", issue="hours", text=text or "The mornings have always been ours.")
    play.turn("upper-head", 1.5)
    play.do(c.StatePosition, "lower-head", issue="hours", text=text or "Gardens come first.")
    play.turn("lower-head", 1)
    play.do(c.WriteNote, "upper-head", text=text or "He looked at the lid. PRIVATE-UPPER")
    play.do(c.WriteNote, "trainer", text=text or "Both look tired. PRIVATE-TRAINER")
    play.do(c.FrameIssues, "mediator", issues=("hours",), wording=text or "How do both get water?")
    play.do(c.FrameIssues, "mediator", issues=("keeper",))
    play.do(c.CallCaucus, "mediator", seats=("upper-head",), place=text or "the school yard")
    play.do(c.AcceptCaucus, "upper-head", caucus=1).wait(0.5)
    play.do(c.TagMove, "trainer", seat="mediator", move=Move.OPEN_QUESTION, issue="hours").wait(0.5)
    play.do(
        c.DiscloseInterest,
        "upper-head",
        interest="upper.school",
        to=("mediator",),
        permission=Permission.RELEASABLE,
    )
    play.wait(1).do(c.CloseCaucus, "mediator", caucus=1)
    play.do(c.AskCapital, "upper-head", text=text or "May we share the hours? PRIVATE-CAPITAL")
    play.do(c.AnswerCapital, "trainer", call=1, text=text or "If noon is safe. PRIVATE-CAPITAL")
    play.do(c.CallCaucus, "mediator", seats=("lower-head",)).do(c.AcceptCaucus, "lower-head", caucus=2).wait(0.5)
    play.do(c.RelayInterest, "mediator", interest="upper.school", to=("lower-head",))
    play.do(c.AcknowledgeInterest, "lower-head", interest="upper.school").wait(1)
    play.do(c.CloseCaucus, "mediator", caucus=2)
    play.do(c.RecordLearned, "mediator", party="lower", text=text or "He is ashamed. PRIVATE-TEAM")
    play.do(c.AskExpert, "mediator", text=text or "How much water is there?")
    play.do(c.AnswerExpert, "engineer", call=1, card="flow")
    return play.phase("convergence")


def closed(play: Play, text: str = "") -> Record:
    """The end of an exercise: roles left, self-reports answered, session closed."""
    play.phase("de-role")
    for seat in ("upper-head", "lower-head", "mediator"):
        play.do(c.AnswerPulse, seat, pulse="trust", answers={"heard": 5, "fair": 6})
    for seat in play.session.scenario.seats:
        play.do(c.LeaveRole, seat)
    play.wait(2)
    if play.session.phase != "debrief":
        play.phase("debrief")
    return play.wait(3).do(c.EndSession, "trainer").record()


def agreement(well: Scenario, text: str = "") -> Record:
    """Talks that end with a text that both adopt."""
    play = begun(well, text=text)
    play.do(c.TablePackage, "upper-head", terms=GREEDY, text=text or "Take it.").wait(0.5)
    play.do(c.AnswerPackage, "lower-head", package=1, answer=Answer.REJECT, text=text or "Never.")
    play.do(c.TablePackage, "lower-head", terms={"hours": "mornings-lower", "keeper": "elder-keeps"}).wait(0.5)
    play.do(c.ProposeOption, "lower-head", issue="keeper", text=text or "The key hangs at the school door.")
    play.do(c.TablePackage, "upper-head", terms=FAIR, counter_to=2).wait(1)
    play.do(c.IssueVersion, "mediator", package=3)
    play.do(c.BracketClause, "lower-head", clause="keeper", wording=text or "An elder, for one year.")
    play.do(c.CommentClause, "upper-head", clause="hours", text=text or "Noon is for the school.").wait(0.5)
    play.do(c.IssueVersion, "mediator", clauses={"keeper": ClauseDraft(option="elder-keeps", wording=text)})
    bracket = play.session.text.clauses["keeper"].open_brackets
    for each in bracket:
        play.do(
            c.LiftBracket,
            "lower-head",
            clause="keeper",
            bracket=each.number,
            resolution=Resolution.WITHDRAWN,
        )
    play.wait(0.5).do(c.PutToAdoption, "mediator")
    play.do(c.AnswerAdoption, "upper-head", verdict=Verdict.ADOPT, text=text)
    play.do(c.AnswerAdoption, "lower-head", verdict=Verdict.ADOPT_WITH_RESERVATION, text=text or "For one season.")
    return closed(play, text)


def refusal(well: Scenario) -> Record:
    """Talks that end without an agreement, after a walk-out."""
    play = begun(well)
    play.do(c.TablePackage, "upper-head", terms=GREEDY).wait(0.5)
    play.do(c.AnswerPackage, "lower-head", package=1, answer=Answer.REJECT)
    play.do(c.WalkOut, "lower-head", reason="This is not an offer.").wait(1)
    play.do(c.ReturnToTalks, "lower-head", step="The mediator came to the gate.").wait(1)
    play.do(c.DeclareOutcome, "mediator", kind=OutcomeKind.NO_AGREEMENT, note="Tomorrow again.")
    return closed(play)


@pytest.fixture(scope="session")
def well() -> Scenario:
    """The Well: the smallest complete case."""
    reading = read(CASES / "well" / "scenario.yaml")
    assert reading.scenario is not None, reading.problems
    return reading.scenario


@pytest.fixture(scope="session")
def agreed(well: Scenario) -> Record:
    """The Well, agreed."""
    return agreement(well)


@pytest.fixture(scope="session")
def refused(well: Scenario) -> Record:
    """The Well, without an agreement."""
    return refusal(well)


@pytest.fixture(scope="session")
def said_everywhere(well: Scenario) -> Any:
    """Makes The Well with one text wherever people may write."""
    return lambda text: agreement(well, text)
