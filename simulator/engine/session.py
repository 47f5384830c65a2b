"""The state of a session at a moment: frozen, small, and computed from the events alone."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct, field

from scenarios.model import Clause, NegotiatingText, Scenario
from simulator.engine.commands import CommitmentDraft, ReportLine, SynthesisPoint
from simulator.engine.events import AgendaAdopted, Event, OutcomeRecorded
from simulator.engine.words import (
    Answer,
    Cause,
    Consent,
    Dimension,
    DisputeKind,
    OutcomeKind,
    Permission,
    Resolution,
    Say,
    Settled,
    Source,
    Uptake,
    Verdict,
)

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


class Clock(Struct, frozen=True):
    """The play clock: it ran from `anchor` with `seconds` already on it, or it stands."""

    seconds: float = 0.0
    anchor: datetime | None = None
    started: bool = False

    @property
    def running(self) -> bool:
        """Whether the clock runs."""
        return self.anchor is not None

    def read(self, at: datetime) -> float:
        """Play seconds at a time; never less than what is already on the clock."""
        if self.anchor is None:
            return self.seconds
        return self.seconds + max(0.0, (at - self.anchor).total_seconds())


class SeatState(Struct, frozen=True):
    """Who plays a seat, and how far they are."""

    source: Source = Source.EMPTY
    people: tuple[str, ...] = ()
    ready: bool = False
    left_role: bool = False
    spoken: float = 0.0
    """Play seconds on the floor of open bodies."""


class Visit(Struct, frozen=True):
    """A stay in a phase."""

    phase: str
    since: float
    cause: Cause
    loop: bool = False


class ConsentState(Struct, frozen=True):
    """A party's consent, and since when."""

    consent: Consent = Consent.UNASKED
    conditions: str = ""
    since: float = 0.0


class Floor(Struct, frozen=True):
    """A body's sitting: who chairs, who speaks, who is next, who has left it."""

    speaker: str | None = None
    since: float = 0.0
    limit: int | None = None
    queue: tuple[str, ...] = ()
    state: str = "planned"
    """A state of `machines.SITTING`."""
    chair: tuple[str, ...] = ()
    """The seats that chair it now, the first one first."""
    away: Mapping[str, str] = field(default_factory=dict)
    """Parties that have left it, with the item for which they did; empty for all items."""
    sittings: int = 0
    """How often it was opened."""

    @property
    def open(self) -> bool:
        """Whether it sits now."""
        return self.state == "open"

    @property
    def suspended(self) -> bool:
        """Whether its sitting is suspended."""
        return self.state == "suspended"


class Objection(Struct, frozen=True):
    """What a party has against an item of an agenda."""

    party: str
    reason: str
    wording: str = ""


class Agenda(Struct, frozen=True):
    """How far the agenda of a body is."""

    proposed: tuple[str, ...] = ()
    proposer: str | None = None
    endorsed: frozenset[str] = frozenset()
    adopted: AgendaAdopted | None = None
    wordings: Mapping[str, str] = field(default_factory=dict)
    """Words that are not the scenario's, by item."""
    objections: Mapping[str, tuple[Objection, ...]] = field(default_factory=dict)
    """By item, to the agenda that is proposed."""
    item: str = ""
    """The item that is taken up."""
    done: tuple[str, ...] = ()
    """Items that were taken up before it."""


class Caucus(Struct, frozen=True):
    """A private meeting."""

    number: int
    caller: str
    seats: tuple[str, ...]
    place: str
    called: float
    state: str = "requested"
    """A state of `machines.CAUCUS`."""
    accepted: frozenset[str] = frozenset()
    opened: float = 0.0
    closed: float = 0.0


class Token(Struct, frozen=True):
    """Where an interest is: told to whom, with what permission."""

    state: str = "kept"
    """A state of `machines.INTEREST`."""
    told: Mapping[str, Permission] = field(default_factory=dict)
    """Seats that heard it in private, with the permission that came with it."""
    carried: frozenset[str] = frozenset()
    """Seats that heard it from somebody else than its owner."""
    public: bool = False
    acknowledged: frozenset[str] = frozenset()
    """Parties."""
    first_told: float | None = None
    breached: bool = False


class Learned(Struct, frozen=True):
    """A line of the mediators' two-column note."""

    number: int
    by: str
    party: str
    text: str
    releasable: bool
    interest: str | None


class Position(Struct, frozen=True):
    """What a party says it wants on an issue."""

    text: str
    option: str | None
    number: int


class BoardOption(Struct, frozen=True):
    """An option on the board; `text` is set for options in somebody's own words."""

    by: str | None
    text: str = ""


class IssueState(Struct, frozen=True):
    """How far an issue is."""

    state: str = "unraised"
    """A state of `machines.ISSUE`."""
    wording: str = ""
    contested: str = ""
    board: Mapping[str, BoardOption] = field(default_factory=dict)
    """Options that everybody sees, by id, in order."""
    known: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Options that are not on the board yet: the parties that know them."""
    positions: Mapping[str, Position] = field(default_factory=dict)


class Package(Struct, frozen=True):
    """An offer."""

    number: int
    by: str
    party: str
    terms: Mapping[str, str]
    text: str
    counter_to: int | None
    floated: bool
    tabled: float
    state: str = "tabled"
    """A state of `machines.PACKAGE`."""
    answers: Mapping[str, tuple[Answer, str]] = field(default_factory=dict)
    agreed: int = 0
    """The number of the event by which it was agreed; 0 where it was not."""


class Bracket(Struct, frozen=True):
    """An alternative that somebody wants in a clause."""

    number: int
    by: str
    party: str
    wording: str
    option: str | None
    resolution: Resolution | None = None
    inside: int | None = None
    """The bracket whose alternative it contests."""
    supporters: tuple[str, ...] = ()
    """Parties that put their name to it, besides its author's."""
    narrowed: int = 0
    """How often its author changed the alternative."""


class Footnote(Struct, frozen=True):
    """What a party put under a clause."""

    party: str
    text: str


class ClauseState(Struct, frozen=True):
    """How a clause reads now."""

    option: str | None
    wording: str
    state: str = "proposed"
    """A state of `machines.CLAUSE`."""
    brackets: tuple[Bracket, ...] = ()
    comments: tuple[tuple[str, str], ...] = ()
    """(seat, what is wrong) for the version on the table."""
    footnotes: tuple[Footnote, ...] = ()
    referred: frozenset[str] = frozenset()
    """Parties that agreed to it ad referendum and wait for their capitals."""

    @property
    def open_brackets(self) -> tuple[Bracket, ...]:
        """Brackets that nobody closed yet."""
        return tuple(b for b in self.brackets if b.resolution is None)


class Commitment(Struct, frozen=True):
    """A commitment record under a clause."""

    number: int
    clause: str
    record: CommitmentDraft
    by: str


class Text(Struct, frozen=True):
    """A text under negotiation."""

    version: int = 0
    state: str = "none"
    """A state of `machines.TEXT`."""
    clauses: Mapping[str, ClauseState] = field(default_factory=dict)
    verdicts: Mapping[str, tuple[Verdict, str]] = field(default_factory=dict)
    until: float | None = None
    """Play second at which silence means consent, or at which capitals have to have answered."""
    referred: Mapping[str, bool | None] = field(default_factory=dict)
    """Parties that adopted it ad referendum, with what their capitals answered."""
    explanations: tuple[tuple[str, str], ...] = ()
    """(party, explanation of position), in the order in which they were given."""
    commitments: Mapping[int, Commitment] = field(default_factory=dict)
    """The commitment records that stand, by number."""
    recorded: int = 0
    """The highest number that a commitment record has had; a struck one is not given again."""

    def commitments_under(self, clause: str) -> tuple[Commitment, ...]:
        """The commitment records of a clause, in the order of their numbers."""
        return tuple(c for _, c in sorted(self.commitments.items()) if c.clause == clause)


class ShockAnswer(Struct, frozen=True):
    """Where a seat finds the answer of the text to a shock."""

    clause: str | None
    who: str
    when: str
    how: str


class Judgement(Struct, frozen=True):
    """A level from 0 to 3, who gave it, and why."""

    level: int
    by: str
    note: str


class ShockState(Struct, frozen=True):
    """A shock that was thrown at the text."""

    thrown: float
    cause: Cause
    state: str = "thrown"
    """A state of `machines.SHOCK`."""
    answers: Mapping[str, ShockAnswer] = field(default_factory=dict)
    """The latest answer of each seat."""
    judged: Judgement | None = None


class Observation(Struct, frozen=True):
    """What a rater saw or heard."""

    number: int
    text: str
    seconds: float
    seat: str | None
    dimension: Dimension | None


class Rating(Struct, frozen=True):
    """How a rater sees a seat on a dimension."""

    seat: str
    dimension: Dimension
    level: int | None
    """1 to 4; None for insufficient evidence."""
    observations: tuple[int, ...]


class RatingSheet(Struct, frozen=True):
    """All that a rater wrote down."""

    rater: str
    observations: Mapping[int, Observation] = field(default_factory=dict)
    ratings: tuple[Rating, ...] = ()
    """The latest of each seat and dimension."""
    locked: bool = False


class IncidentState(Struct, frozen=True):
    """An incident in the record of incidents."""

    number: int
    title: str
    place: str
    text: str
    by: str
    party: str
    """The party that reported it; none where it came from outside."""
    reported: float
    prepared: str | None = None
    """Its id in the scenario."""
    state: str = "reported"
    """A state of `machines.INCIDENT`."""
    acknowledged: float | None = None
    calls_back: Mapping[str, float] = field(default_factory=dict)
    """When each party called back."""
    versions: Mapping[str, str] = field(default_factory=dict)
    """By party."""
    visit_asked: float | None = None
    visit_agreed: frozenset[str] = frozenset()
    visited: float | None = None
    finding: str = ""
    verified: bool | None = None
    found: str = ""
    """What was recorded as found."""
    handled: str = ""
    overdue: tuple[str, ...] = ()
    """Steps that were late: `acknowledge`, `call_back`, `visit`."""


class FollowUpState(Struct, frozen=True):
    """An entry of the follow-up list."""

    number: int
    text: str
    actor: str
    due: str
    article: str | None
    incident: int | None
    since: float
    prepared: str | None = None
    """Its id in the scenario, for what was promised before play."""
    state: str = "scheduled"
    """A state of `machines.FOLLOW_UP`."""
    said: str = ""
    """What was said with its latest progress."""
    level: int | None = None
    """How far it was found to be carried out, 0 to 3."""
    carried: int = 0
    """Over how many new agendas it was carried without being done."""


class ReportState(Struct, frozen=True):
    """A report of a body."""

    number: int
    body: str
    to: str
    by: str
    lines: Mapping[str, ReportLine]
    text: str
    delivered: float
    state: str = "delivered"
    """A state of `machines.REPORT`."""
    says: Mapping[str, tuple[Say, str]] = field(default_factory=dict)
    lifted: Mapping[str, str] = field(default_factory=dict)
    """Issues that were lifted, with the body that takes them up."""
    reason: str = ""
    """Why it was returned."""
    adopted: int = 0
    """The number of the event by which it was adopted; 0 where it was not."""

    def agreed(self) -> Mapping[str, ReportLine]:
        """What the body agreed on, by issue."""
        return {issue: line for issue, line in self.lines.items() if line.settled is Settled.AGREED}

    def terms(self) -> Mapping[str, str]:
        """The options on which the body agreed, by issue."""
        return {issue: line.option for issue, line in self.agreed().items() if line.option is not None}


class DisputeState(Struct, frozen=True):
    """A dispute over an article of the reference text."""

    number: int
    kind: DisputeKind
    article: str
    party: str
    against: str
    text: str
    raised: float
    state: str = "raised"
    """A state of `machines.DISPUTE`."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """By party."""
    reading: str = ""
    """The words that are proposed, or that settled it."""
    accepted: frozenset[str] = frozenset()
    body: str = ""
    """The body to which it was referred."""


class Message(Struct, frozen=True):
    """A message that somebody was sent with."""

    number: int
    by: str
    seat: str
    to: tuple[str, ...]
    text: str
    sent: float
    delivered: float | None = None
    said: str = ""
    """The words in which it was delivered."""


class InputState(Struct, frozen=True):
    """An input that was handed in."""

    number: int
    by: str
    party: str
    text: str
    issues: tuple[str, ...]
    card: str | None = None
    uptake: Uptake | None = None
    document: str = ""
    clause: str | None = None
    reason: str = ""


class NonPaper(Struct, frozen=True):
    """Words without status."""

    number: int
    by: str
    title: str
    text: str
    to: tuple[str, ...]
    seconds: float


class Statement(Struct, frozen=True):
    """What somebody told the press, or published on compliance."""

    by: str
    party: str
    text: str
    seconds: float
    levels: Mapping[str, int] | None = None
    """For a report on compliance: levels by the number of the entry."""


class InjectState(Struct, frozen=True):
    """Where a prepared event is."""

    state: str = "planned"
    """A state of `machines.INJECT`."""
    sent: float | None = None
    to: tuple[str, ...] = ()
    cause: Cause | None = None
    response: str = ""
    """`met`, `missed` or nothing yet."""
    answers: tuple[tuple[str, str], ...] = ()
    """(seat, text)."""


class Call(Struct, frozen=True):
    """A question to the expert or to a capital."""

    number: int
    by: str
    party: str
    question: str
    asked: float
    answer: str | None = None
    card: str | None = None


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
    injects: Mapping[str, InjectState] = field(default_factory=dict)
    expert_calls: Mapping[int, Call] = field(default_factory=dict)
    capital_calls: Mapping[int, Call] = field(default_factory=dict)
    appeals: Mapping[str, int] = field(default_factory=dict)
    """Appeals made, by seat."""
    pulses: Mapping[str, Mapping[str, Mapping[str, int]]] = field(default_factory=dict)
    """Open or answered pulses: pulse, seat, item, answer."""
    notes: Mapping[str, tuple[tuple[float, str], ...]] = field(default_factory=dict)
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
