"""The state of a session at a moment: frozen, small, and computed from the events alone."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct, field

from scenarios.model import Clause, NegotiatingText, Scenario
from simulator.engine.commands import SynthesisPoint
from simulator.engine.events import Event, OutcomeRecorded
from simulator.engine.session.committee import DisputeState, Message, ReportState, Statement
from simulator.engine.session.control import About, Call, Clock, Improvised, InjectState, SeatState, Visit, WallState
from simulator.engine.session.debriefing import DebriefState, Slide
from simulator.engine.session.incidents import FollowUpState, IncidentState
from simulator.engine.session.inputs import InputState, NonPaper
from simulator.engine.session.judging import (
    Judgement,
    Observation,
    Rating,
    RatingSheet,
    ShockAnswer,
    ShockState,
    Tag,
)
from simulator.engine.session.matter import BoardOption, IssueState, Learned, Package, Position, Token
from simulator.engine.session.paper import Bracket, ClauseState, Commitment, Footnote, Text
from simulator.engine.session.sheets import Belief, Sheet, Tick
from simulator.engine.session.talks import Agenda, Caucus, ConsentState, Floor, Objection
from simulator.engine.words import OutcomeKind

__all__ = [
    "LOG_LENGTH",
    "About",
    "Agenda",
    "Belief",
    "BoardOption",
    "Bracket",
    "Call",
    "Caucus",
    "ClauseState",
    "Clock",
    "Commitment",
    "ConsentState",
    "DebriefState",
    "DisputeState",
    "Floor",
    "FollowUpState",
    "Footnote",
    "Improvised",
    "IncidentState",
    "InjectState",
    "InputState",
    "IssueState",
    "Judgement",
    "Learned",
    "Message",
    "Moment",
    "NonPaper",
    "Objection",
    "Observation",
    "Package",
    "Position",
    "Rating",
    "RatingSheet",
    "Record",
    "ReportState",
    "SeatState",
    "Session",
    "Sheet",
    "ShockAnswer",
    "ShockState",
    "Slide",
    "Statement",
    "Tag",
    "Text",
    "Tick",
    "Token",
    "Visit",
    "WallState",
    "clauses_of",
    "main_body",
    "text_of",
    "written_text",
]

LOG_LENGTH = 400
"""How many of the latest events a session keeps at hand; the record keeps them all."""


def main_body(scenario: Scenario) -> str:
    """The body that decides on packages and on the main text: the first plenary, or the first body."""
    bodies = scenario.bodies
    return next((name for name, body in bodies.items() if body.kind == "plenary"), next(iter(bodies)))


class Record(Struct, frozen=True):
    """The one truth: what is stored, replayed, scored, branched and exported."""

    scenario: Scenario
    seed: int
    events: tuple[Event, ...] = ()
    told: Scenario | None = None
    """The case in the language of the session, where `scenario` is in another one for whoever reads the record."""


class Moment(Struct, frozen=True):
    """An event with its number (from 1) and the play second at which it happened."""

    number: int
    seconds: float
    phase: str | None
    event: Event


class Session(Struct, frozen=True):
    """All that is true of a session after its events so far."""

    scenario: Scenario
    seed: int
    number: int = 0
    """How many events there are."""
    name: str = ""
    language: str = "en"
    last_at: datetime | None = None
    clock: Clock = Clock()
    visits: tuple[Visit, ...] = ()
    cuts: Mapping[str, int] = field(default_factory=dict)
    """Planned minutes of phases that were cut."""
    extended: int = 0
    """Minutes that play was given on top."""
    stopped: bool = False
    ended: bool = False
    seats: Mapping[str, SeatState] = field(default_factory=dict)
    consent: Mapping[str, ConsentState] = field(default_factory=dict)
    floors: Mapping[str, Floor] = field(default_factory=dict)
    agendas: Mapping[str, Agenda] = field(default_factory=dict)
    """By body."""
    steps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Steps towards a party since it walked out."""
    caucuses: Mapping[int, Caucus] = field(default_factory=dict)
    interests: Mapping[str, Token] = field(default_factory=dict)
    """By `party.interest`."""
    learned: tuple[Learned, ...] = ()
    issues: Mapping[str, IssueState] = field(default_factory=dict)
    packages: Mapping[int, Package] = field(default_factory=dict)
    texts: Mapping[str, Text] = field(default_factory=dict)
    """By id under `texts`; the main text under the empty name."""
    drafting: Mapping[str, tuple[Moment, ...]] = field(default_factory=dict)
    """All that happened with each text, oldest first, by the same names."""
    incidents: Mapping[int, IncidentState] = field(default_factory=dict)
    follow_up: Mapping[int, FollowUpState] = field(default_factory=dict)
    """The entries that stand, by number."""
    follow_ups: int = 0
    """The highest number that an entry has had."""
    reports: Mapping[int, ReportState] = field(default_factory=dict)
    disputes: Mapping[int, DisputeState] = field(default_factory=dict)
    messages: Mapping[int, Message] = field(default_factory=dict)
    inputs: Mapping[int, InputState] = field(default_factory=dict)
    syntheses: tuple[tuple[SynthesisPoint, ...], ...] = ()
    """Every version of the synthesis, latest last."""
    non_papers: tuple[NonPaper, ...] = ()
    statements: tuple[Statement, ...] = ()
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    """The preparation sheets, by party."""
    beliefs: Mapping[int, Belief] = field(default_factory=dict)
    """What mediators believe of the parties, by number."""
    conduct: Mapping[str, Mapping[str, Tick]] = field(default_factory=dict)
    """Items of the code of conduct that were ticked, by mediation team."""
    injects: Mapping[str, InjectState] = field(default_factory=dict)
    """Prepared events, then improvised ones."""
    improvised: Mapping[str, Improvised] = field(default_factory=dict)
    """What improvised events say."""
    expert_calls: Mapping[int, Call] = field(default_factory=dict)
    capital_calls: Mapping[int, Call] = field(default_factory=dict)
    appeals: Mapping[str, int] = field(default_factory=dict)
    """Appeals made, by seat."""
    pulses: Mapping[str, Mapping[str, Mapping[str, int]]] = field(default_factory=dict)
    """Open or answered pulses: pulse, seat, item, answer."""
    notes: Mapping[str, tuple[tuple[float, str], ...]] = field(default_factory=dict)
    notes_about: Mapping[str, tuple[About, ...]] = field(default_factory=dict)
    """What each note of a seat is about, in the order of its notes."""
    outcome: OutcomeRecorded | None = None
    stress: Mapping[str, ShockState] = field(default_factory=dict)
    """The shocks thrown at the text, in the order in which they came."""
    quality: Mapping[str, Judgement] = field(default_factory=dict)
    """How the agreement was judged, by criterion."""
    admitted: tuple[str, ...] = ()
    """Raters who sit on no seat."""
    ratings: Mapping[str, RatingSheet] = field(default_factory=dict)
    """What raters wrote down, by rater."""
    observations: int = 0
    """How many observations there are."""
    tags: Mapping[int, Tag] = field(default_factory=dict)
    """The tags that were not taken back, by the numbers of their events."""
    wall: WallState = WallState()
    debrief: DebriefState = DebriefState()
    log: tuple[Moment, ...] = ()
    """The latest events, oldest first, at most `LOG_LENGTH`."""

    @property
    def phase(self) -> str | None:
        """The phase that the session is in; none before the clock starts."""
        return self.visits[-1].phase if self.visits else None

    @property
    def phase_since(self) -> float:
        """The play second at which the phase began."""
        return self.visits[-1].since if self.visits else 0.0

    @property
    def agenda(self) -> Agenda:
        """The agenda of the first plenary."""
        return self.agendas.get(main_body(self.scenario), Agenda())

    @property
    def text(self) -> Text:
        """The main text."""
        return self.texts.get("", Text())

    @property
    def settled(self) -> bool:
        """Whether the talks ended with something agreed, all of it or a part."""
        agreed = (OutcomeKind.AGREEMENT, OutcomeKind.PARTIAL_AGREEMENT)
        return self.outcome is not None and self.outcome.kind in agreed

    def agreed_package(self) -> Package | None:
        """The package that is agreed, the one agreed last if there are several."""
        return max(self._agreed(), key=lambda package: package.agreed, default=None)

    def agreed_terms(self) -> Mapping[str, str]:
        """What agreed packages and adopted reports settle together; on an issue of two, the later word counts."""
        return {issue: option for issue, (option, _) in self._settled().items() if option is not None}

    def agreed_in_words(self) -> Mapping[str, str]:
        """What adopted reports settle in words that are no option of the scenario, by issue."""
        return {issue: words for issue, (option, words) in self._settled().items() if option is None}

    def _settled(self) -> Mapping[str, tuple[str | None, str]]:
        """The option, or the words, on which each issue is agreed, in the order of the scenario."""
        said: list[tuple[int, Mapping[str, tuple[str | None, str]]]] = [
            (package.agreed, {issue: (option, "") for issue, option in package.terms.items()})
            for package in self._agreed()
        ]
        said += [
            (report.adopted, {issue: (line.option, line.text) for issue, line in report.agreed().items()})
            for report in self.reports.values()
            if report.adopted
        ]
        settled: dict[str, tuple[str | None, str]] = {}
        for _, words in sorted(said, key=lambda agreed: agreed[0]):
            settled |= words
        return {issue: settled[issue] for issue in self.scenario.issues if issue in settled}

    def _agreed(self) -> tuple[Package, ...]:
        return tuple(package for package in self.packages.values() if package.state == "agreed")

    def open_caucus_of(self, seat: str) -> Caucus | None:
        """The private meeting in which a seat sits now."""
        return next((c for c in self.caucuses.values() if c.state == "open" and seat in c.seats), None)


def text_of(session: Session, document: str) -> Text:
    """The text of that id under `texts`, or the main text; empty where there is none."""
    return session.texts.get(document, Text())


def written_text(scenario: Scenario, document: str) -> NegotiatingText:
    """What the scenario says about the text of that id under `texts`, or about the main text. Raises KeyError."""
    return scenario.texts[document] if document else scenario.text


def clauses_of(session: Session, document: str) -> Mapping[str, Clause]:
    """The clauses that the scenario has for a text; none for a text that it does not have."""
    if document and document not in session.scenario.texts:
        return {}
    return written_text(session.scenario, document).clauses
