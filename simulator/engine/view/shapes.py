"""What a seat may know, as plain values for screens and stand-ins."""

from collections.abc import Mapping
from dataclasses import dataclass

from roles.acts import Act, Family
from roles.rights import Kind
from scenarios.model import DecisionRule, Linear, Peak, Step
from simulator.engine.events import OutcomeRecorded
from simulator.engine.pace import Pace
from simulator.engine.session import (
    About,
    Agenda,
    Belief,
    Call,
    Caucus,
    ClauseState,
    Commitment,
    DebriefState,
    Floor,
    InjectState,
    Judgement,
    Learned,
    Moment,
    Package,
    Position,
    RatingSheet,
    ShockAnswer,
    Tag,
)
from simulator.engine.view.bodies import BodyView
from simulator.engine.view.committee import CommitteeView
from simulator.engine.view.incidents import HotlineView
from simulator.engine.view.inputs import InputsView
from simulator.engine.view.reach import ReachView
from simulator.engine.view.sheets import ConductView, PreparationView
from simulator.engine.waiting import Milestone, Owed
from simulator.engine.words import Consent, Dimension, Permission, Source


@dataclass(frozen=True, slots=True)
class PhaseView:
    """A phase in the plan of the session."""

    id: str
    name: str
    purpose: str
    kind: str
    start: float
    """Planned or real start, in play seconds."""
    minutes: int
    """Planned minutes after cuts."""
    cut: bool
    state: str
    """`done`, `now` or `ahead`."""


@dataclass(frozen=True, slots=True)
class ClockView:
    """The play clock and the plan."""

    state: str
    """`ready`, `running`, `paused`, `stopped` (by the stop word) or `ended`."""
    seconds: float
    total: int
    """Planned minutes of the whole exercise."""
    phase: PhaseView | None
    phase_seconds: float
    """Play seconds since the phase began."""
    remaining: float
    """Play seconds left in the phase; negative when it overruns."""
    plan: tuple[PhaseView, ...]
    next: tuple[str, ...]
    """Phases to go on to."""
    back: tuple[str, ...]
    """Phases to loop back to."""
    done: bool
    """Whether the phase's own condition for leaving holds."""
    play_ends: float
    """The play second at which the reserved time after play begins."""
    allows: tuple[Family, ...]
    onward: tuple[str, ...] = ()
    """The next phases, then those to jump ahead to."""


@dataclass(frozen=True, slots=True)
class SeatView:
    """A chair, as everybody sees it."""

    id: str
    name: str
    title: str
    party: str
    archetype: str
    role: str
    """The name of the archetype, in the language that is spoken."""
    heads: bool
    source: Source
    people: tuple[str, ...]
    ready: bool
    left_role: bool
    spoken: float


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party, as everybody sees it."""

    id: str
    name: str
    short: str
    kind: Kind
    decides: bool
    summary: str
    consent: Consent
    conditions: str
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OptionView:
    """An option that this seat knows."""

    id: str
    label: str
    text: str
    on_board: bool
    """Whether everybody sees it; otherwise only parties that know it."""
    by: str | None
    own_words: bool
    """Proposed in somebody's own words: it cannot be part of a package."""


@dataclass(frozen=True, slots=True)
class IssueView:
    """An issue with what this seat knows about it."""

    id: str
    title: str
    question: str
    kind: str
    background: str
    state: str
    contested: str
    options: tuple[OptionView, ...]
    default: str
    step: str
    """From one amount to the next, where the options are amounts."""
    positions: Mapping[str, Position]
    """By party, what was said in public."""


@dataclass(frozen=True, slots=True)
class IssueWorth:
    """What an issue is worth to the seat's party."""

    weight: int
    points: Mapping[str, int]
    """Points of the options that the party knows."""
    curve: Linear | Peak | tuple[Step, ...] | None = None
    """Where the points of amounts come from."""
    unit: str | None = None
    """What the amounts are counted in."""


@dataclass(frozen=True, slots=True)
class Linked:
    """Options of different issues, all of which the party knows, and the points that they gain or lose together."""

    options: Mapping[str, str]
    points: int


@dataclass(frozen=True, slots=True)
class RedLine:
    """What the party can never accept, unless a package also has something else."""

    barred: Mapping[str, str]
    unless: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WorthView:
    """The score sheet of a deciding party: confidential."""

    party: str
    issues: Mapping[str, IssueWorth]
    reservation: float
    """Points, as the instructions and the cost of delay have left it."""
    red_lines: tuple[RedLine, ...]
    batna: str
    linkages: tuple[Linked, ...] = ()

    def points(self, terms: Mapping[str, str], defaults: Mapping[str, str]) -> float | None:
        """Points of a package, the default standing for an issue that it leaves out: 0 to 100, and more or less with
        linkages.

        None when it has an option whose points this party does not know.
        """
        total = 0
        for issue, worth in self.issues.items():
            option = terms.get(issue, defaults[issue])
            if option not in worth.points:
                return None
            total += worth.weight * worth.points[option]
        return (total + 100 * sum(link.points for link in self.together(terms, defaults))) / 100

    def together(self, terms: Mapping[str, str], defaults: Mapping[str, str]) -> tuple[Linked, ...]:
        """The linkages whose options a package has all together, its defaults included."""
        return tuple(
            link for link in self.linkages if all(terms.get(i, defaults.get(i)) == o for i, o in link.options.items())
        )

    def crossed(self, terms: Mapping[str, str]) -> tuple[RedLine, ...]:
        """The red lines that a package crosses; an issue that it leaves open is not signed, and crosses none."""
        return tuple(
            line
            for line in self.red_lines
            if all(terms.get(i) == o for i, o in line.barred.items())
            and not (line.unless and all(terms.get(i) == o for i, o in line.unless.items()))
        )


@dataclass(frozen=True, slots=True)
class InterestView:
    """An interest that this seat knows."""

    id: str
    """`party.interest`."""
    party: str
    text: str
    kept: str
    own: bool
    state: str
    """A state of the interest machine for its owner and the trainer; `heard` or `public` for others."""
    permission: Permission | None
    """With what permission this seat heard it in private."""
    told: tuple[str, ...]
    """Seats that heard it, for its owner and the trainer."""
    acknowledged: tuple[str, ...]
    served_by: Mapping[str, tuple[str, ...]]
    """For its owner and the trainer."""
    terms: Mapping[str, Permission]
    """With what permission each seat heard it in private, for its owner and the trainer."""
    carry_to: tuple[str, ...]
    """The parties to whom it may be carried, where its owner named them; none for anybody."""
    carried: tuple[str, ...]
    """Seats to which this seat's party carried it; for its owner, those that heard it so with permission."""
    unlocks: tuple[tuple[str, str], ...]
    """Options (issue, option) that hearing it makes known, for its owner and the trainer."""


@dataclass(frozen=True, slots=True)
class PackageView:
    """A package with what it is worth to this seat's party."""

    package: Package
    points: float | None
    crossed: tuple[RedLine, ...]
    acceptable: bool | None
    """At or above the party's reservation and no red line crossed; None where the seat has no score sheet."""


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause of the text."""

    id: str
    heading: str
    issue: str | None
    clause: ClauseState
    text: str
    """The wording as it reads now: own words, or the option's full text."""


@dataclass(frozen=True, slots=True)
class TextView:
    """A text under negotiation."""

    id: str
    """Its id under `texts`; empty for the main text."""
    kind: str
    body: str
    """The body that adopts it."""
    rule: DecisionRule
    entitled: tuple[str, ...]
    """The parties that have a say in its adoption."""
    title: str
    preamble: str
    version: int
    state: str
    clauses: tuple[ClauseView, ...]
    pen_holder: tuple[str, ...]
    verdicts: Mapping[str, tuple[str, str]]
    until: float | None
    commitments: tuple[Commitment, ...]
    """By number."""
    referred: Mapping[str, bool | None]
    """Parties that adopted it ad referendum, with what their capitals answered."""
    explanations: tuple[tuple[str, str], ...]
    """(party, explanation of position)."""
    begun: Mapping[str, str]
    """The words of each clause with which the text lay on the table before the exercise; empty where it did not."""

    def commitments_under(self, clause: str) -> tuple[Commitment, ...]:
        """The commitment records of a clause."""
        return tuple(record for record in self.commitments if record.clause == clause)


@dataclass(frozen=True, slots=True)
class ShockView:
    """A shock at the text."""

    id: str
    title: str
    kind: str
    text: str
    state: str
    """A state of the shock machine."""
    seconds: float | None
    """When it was thrown; None where it was not."""
    answers: Mapping[str, ShockAnswer]
    """By seat."""
    judged: Judgement | None
    """For the trainer, and for who judged."""
    issue: str | None
    """For the trainer: the issue whose article should answer it."""
    notes: str
    """For the trainer: what a good answer finds."""


@dataclass(frozen=True, slots=True)
class StressView:
    """The test of the text."""

    phase: str
    minutes: int
    """How long it is, or would be where it is optional."""
    takes: int
    """Minutes that entering it now would take from the time after play; 0 where it is planned."""
    draw: int
    """How many shocks come by themselves."""
    settled: bool
    """Whether something was agreed that can be tested."""
    shocks: tuple[ShockView, ...]
    """Those that were thrown, in order."""


@dataclass(frozen=True, slots=True)
class Paper:
    """An event that reached this seat."""

    inject: str
    title: str
    sender: str
    channel: str
    text: str
    seconds: float
    answered: bool
    opened: bool
    """Whether somebody opened it at the seat."""


@dataclass(frozen=True, slots=True)
class PulseView:
    """A self-report that is open for this seat."""

    id: str
    name: str
    items: Mapping[str, str]
    answered: bool


@dataclass(frozen=True, slots=True)
class Briefs:
    """What the seat reads."""

    public: str
    rules: str
    mandate: str
    party: str
    seat: str
    first_moves: tuple[str, ...]
    capital: str | None
    """Who answers for its capital."""


@dataclass(frozen=True, slots=True)
class InjectView:
    """A prepared event on the trainer's list."""

    id: str
    title: str
    state: InjectState
    due: str
    """When it comes, in words: `minute 50`, `by hand`, `on condition`."""
    at: float | None
    """The play second at which it comes, where a minute alone or the trainer says so."""
    by_hand: bool
    """Whether it waits for the trainer."""
    improvised: bool
    """Whether the scenario does not have it."""
    sender: str
    channel: str
    to: tuple[str, ...]
    text: str
    """As it is written."""
    versions: Mapping[str, str]
    """Another text for some parties."""
    tests: str
    expects: str
    within: int | None
    """Play minutes in which the response is hoped for."""
    contingency: str | None
    changes: tuple[str, ...]
    """The parties whose instructions it changes."""
    notes: str


@dataclass(frozen=True, slots=True)
class ControlView:
    """What only exercise control sees."""

    injects: tuple[InjectView, ...]
    briefs: Mapping[str, Briefs]
    """By seat."""
    worth: Mapping[str, WorthView]
    """By deciding party."""
    reach: ReachView
    trainer_notes: str
    """What the trainer does and says in this phase."""
    pending_capital: tuple[Call, ...]
    pending_expert: tuple[Call, ...]
    capital_instructions: Mapping[str, str]
    pulses: Mapping[str, Mapping[str, float]]
    """Mean answer by pulse and item."""
    pulse_counts: Mapping[str, int]
    late: float
    """Play seconds by which play is behind its plan, never negative."""
    milestones: tuple[Milestone, ...]
    """What the phase has not reached."""
    owed: tuple[Owed, ...]
    """Answers that somebody waits for, the oldest first."""
    pace: Pace | None
    """Play against its plan; None before and after play."""
    objectives: Mapping[str, str]
    watch_for: tuple[str, ...]
    sensitivities: tuple[str, ...]
    shocks: tuple[ShockView, ...]
    """All shocks of the scenario, those that were not thrown too."""
    quality: Mapping[str, Judgement]
    debrief: DebriefState
    """Where the debriefing stands."""
    in_role: tuple[str, ...]
    """Seats that people play and that have not left their role."""
    """How the agreement was judged, by criterion."""
    admitted: tuple[str, ...]
    """Raters without a seat."""
    sheets: Mapping[str, RatingSheet]
    """What raters wrote down, by rater."""


@dataclass(frozen=True, slots=True)
class View:
    """All that a screen or a stand-in may know for a seat."""

    seat: str
    number: int
    """How many events there are."""
    seed: int
    """A number of its own for each seat, for stand-ins; it tells nothing about the session's."""
    name: str
    title: str
    language: str
    clock: ClockView
    me: SeatView | None
    """None for the trainer."""
    party: PartyView | None
    briefs: Briefs | None
    worth: WorthView | None
    seats: Mapping[str, SeatView]
    parties: Mapping[str, PartyView]
    issues: Mapping[str, IssueView]
    agenda: Agenda
    """Of the first plenary."""
    bodies: Mapping[str, BodyView]
    steps: Mapping[str, tuple[str, ...]]
    """Steps towards parties since they walked out."""
    return_needs_step: bool
    """Whether a party that walked out returns only after a step towards it."""
    floors: Mapping[str, Floor]
    """The bodies that sit in this phase and that this seat is in."""
    body_names: Mapping[str, str]
    chairs: Mapping[str, tuple[str, ...]]
    members: Mapping[str, tuple[str, ...]]
    """The seats of those bodies."""
    caucuses: tuple[Caucus, ...]
    """Private meetings that this seat may know of."""
    caucus: Caucus | None
    """The private meeting in which this seat sits."""
    caucus_minutes: int
    """How long a private meeting should last at most."""
    interests: tuple[InterestView, ...]
    learned: tuple[Learned, ...]
    packages: tuple[PackageView, ...]
    text: TextView
    """The main text."""
    texts: Mapping[str, TextView]
    """The other texts, by id."""
    drafting: Mapping[str, tuple[Moment, ...]]
    """What happened with each of these texts, oldest first, by id; with the main text under the empty name."""
    hotline: HotlineView
    committee: CommitteeView
    inputs: InputsView
    preparation: Mapping[str, PreparationView]
    """The preparation sheet of the seat's party; for the trainer, of all parties."""
    beliefs: tuple[Belief, ...]
    """What the seat's own team of mediators believes of the parties; for the trainer, what every team believes."""
    conduct: Mapping[str, tuple[ConductView, ...]]
    """The code of conduct of the seat's team of mediators; for the trainer, of every team."""
    papers: tuple[Paper, ...]
    expert_calls: tuple[Call, ...]
    expert_left: int
    expert_cards: Mapping[str, str]
    """Prepared answers, for the expert and the trainer."""
    capital_calls: tuple[Call, ...]
    appeals_left: int
    pulses: tuple[PulseView, ...]
    notes: tuple[tuple[float, str], ...]
    notes_about: tuple[About, ...]
    """What each of the notes is about."""
    log: tuple[Moment, ...]
    """The latest events that this seat may know, oldest first."""
    outcome: OutcomeRecorded | None
    stress: StressView | None
    """None where the scenario has no test of the text."""
    rubric: tuple[Dimension, ...]
    """What raters look at in this exercise."""
    sheet: RatingSheet | None
    """What this seat wrote down as a rater; None where its role does not rate."""
    tags: tuple[Tag, ...]
    """What this seat tagged and did not take back, in order."""
    can: Mapping[Act, str | None]
    """The acts of the seat's archetype: None where possible now, otherwise why not."""
    control: ControlView | None
    """For the trainer only."""

    def possible(self, act: Act) -> bool:
        """Whether an act is possible now."""
        return act in self.can and self.can[act] is None

    def defaults(self) -> Mapping[str, str]:
        """The option that stands for each issue that an agreement leaves out."""
        return {name: issue.default for name, issue in self.issues.items()}
