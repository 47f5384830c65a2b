"""What matters of a session, phase by phase: every turning point, and none of the many turns on the floor."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from scenarios.model import Scenario
from scenarios.texts import listing, tr, trn
from scoring.sentences import sentence
from simulator.debrief.discretion import for_the_room
from simulator.debrief.naming import ANSWERS_TO_IT, Names, clock_text
from simulator.debrief.narration import narrate
from simulator.engine import events as e
from simulator.engine.clock import minutes_of
from simulator.engine.session import Caucus, Moment, Session
from simulator.engine.view.audience import may_know
from simulator.engine.words import TRAINER, Answer

MINOR = (
    e.SessionOpened,
    e.SessionEnded,
    e.WallSet,
    e.SeatCast,
    e.ClockStarted,
    e.ClockResumed,
    e.PhaseEntered,
    e.InjectHeld,
    e.InjectArmed,
    e.InjectPutOff,
    e.PaperOpened,
    e.SeatReady,
    e.RoleLeft,
    e.NoteWritten,
    e.PulseOpened,
    e.PulseAnswered,
    e.InjectAnswered,
    e.FloorRequested,
    e.RequestWithdrawn,
    e.FloorGiven,
    e.FloorYielded,
    e.SittingResumed,
    e.MoveTagged,
    e.TagWithdrawn,
    e.AgendaEndorsed,
    e.CaucusCalled,
    e.CaucusAccepted,
    e.CaucusClosed,
    e.LearnedRecorded,
    e.SheetWritten,
    e.BeliefNoted,
    e.BeliefStruck,
    e.ConductMarked,
    e.OptionUnlocked,
    e.PackageSuperseded,
    e.ClauseCommented,
    e.ReadingClosed,
    e.CommitmentRecorded,
    e.CommitmentStruck,
    e.RaterAdmitted,
    e.ObservationNoted,
    e.ObservationWithdrawn,
    e.SeatRated,
    e.RatingsLocked,
    e.DebriefBegun,
    e.DebriefStepTaken,
    e.DebriefShown,
    e.MomentsChosen,
    e.RolesLeftConfirmed,
)
"""Kinds of events that a timeline leaves out, or sums up."""

COUNTED: Mapping[type[e.Fact], Callable[[int], str]] = {
    e.InjectAnswered: lambda n: trn("{n} answer to an event", "{n} answers to events", n),
    e.PackageAnswered: lambda n: trn("{n} answer to a package", "{n} answers to packages", n),
    e.ClauseCommented: lambda n: trn("{n} comment on the text", "{n} comments on the text", n),
    e.CommitmentRecorded: lambda n: trn("{n} commitment record", "{n} commitment records", n),
}
"""Kinds that are left out and counted: what is said of so many."""

BACKSTAGE = (
    e.NoteWritten,
    e.InjectSkipped,
    e.InjectPutOff,
    e.InjectMarked,
    e.StopInvoked,
    e.ShockJudged,
    e.AgreementJudged,
)
"""What the room need not read in a timeline, beside `MINOR`."""

TURNING = (
    e.AgendaAdopted,
    e.OutcomeRecorded,
    e.PackageTabled,
    e.PackageAgreed,
    e.PackageRejected,
    e.PartyReturned,
    e.PartyWalkedOut,
    e.StatementIssued,
    e.TextAdopted,
    e.VersionIssued,
)
"""What concerns everybody at the table."""

Lived = Sequence[tuple[Moment, Session]]
"""Every event of a session, and the session after it, as `moments` gives them."""

Told = Callable[[Moment, Session], str | None]
"""What a reader is told of an event; None where nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of a timeline."""

    number: int
    """The number of the event."""
    seconds: float
    text: str

    @property
    def time(self) -> str:
        """The play clock."""
        return clock_text(self.seconds)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stay in a phase."""

    phase: str | None
    name: str
    kind: str
    """`briefing`, `play` or `closing`; `before` the clock starts."""
    since: float
    until: float
    planned: int | None
    """Minutes, after cuts."""
    loop: bool
    number: int
    """The event that began it; 0 before the clock starts."""
    lines: tuple[Line, ...]
    speaking: str
    """Who spoke how long, in a sentence; empty where nobody had the floor."""
    also: str
    """What a reader is told of and the lines leave out, counted in a sentence; empty where there is nothing."""

    @property
    def minutes(self) -> float:
        """How long it lasted."""
        return round((self.until - self.since) / 60, 1)

    @property
    def time(self) -> str:
        """When it began, on the play clock."""
        return clock_text(self.since)


@dataclass(slots=True)
class _Stay:
    """A stretch that is being read."""

    phase: str | None
    since: float
    loop: bool = False
    number: int = 0
    planned: int | None = None
    lines: list[Line] = field(default_factory=list)
    spoken: Counter[str] = field(default_factory=Counter)
    counted: Counter[str] = field(default_factory=Counter)


def room(lived: Lived, names: Names) -> tuple[Stretch, ...]:
    """The timeline that everybody may read in the debriefing: closed meetings and interests too, never notes."""

    def told(moment: Moment, session: Session) -> str | None:
        return None if isinstance(moment.event, BACKSTAGE) else for_the_room(moment, names)

    return stretches(lived, names, told)


def trainer(lived: Lived, names: Names) -> tuple[Stretch, ...]:
    """The timeline of exercise control."""
    return stretches(lived, names, lambda moment, session: narrate(moment, names))


def seat(lived: Lived, names: Names, seat: str) -> tuple[Stretch, ...]:
    """The timeline of a seat: what concerned it or turned the talks, and only what it could know when it happened."""
    party = names.scenario.seats[seat].party

    def told(moment: Moment, session: Session) -> str | None:
        event = moment.event
        if not (isinstance(event, TURNING) or _concerns(event, seat, party)) or not may_know(event, session, seat):
            return None
        return narrate(moment, names)

    return stretches(lived, names, told)


def _concerns(event: e.Event, seat: str, party: str) -> bool:
    """Whether a seat did it, was meant by it, or its party was."""
    named = (event.by, getattr(event, "seat", None), *getattr(event, "seats", ()), *_list(getattr(event, "to", ())))
    return seat in named or party in (getattr(event, "party", None), *_list(getattr(event, "parties", ())))


def _list(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, tuple | list | frozenset) else (value,)


def stretches(lived: Lived, names: Names, told: Told) -> tuple[Stretch, ...]:
    """The phases in order, each with what matters in it as somebody is told."""
    meetings = lived[-1][1].caucuses if lived else {}
    scenario = names.scenario
    stays = [_Stay(None, 0.0)]
    last = 0.0
    for moment, session in lived:
        event, last = moment.event, moment.seconds
        if isinstance(event, e.PhaseEntered):
            stays.append(_Stay(event.phase, moment.seconds, event.loop, moment.number))
        stay = stays[-1]
        if stay.phase is not None and stay.phase in scenario.phases:
            stay.planned = minutes_of(session, stay.phase)
        if isinstance(event, e.FloorYielded) and event.seat in scenario.seats:
            stay.spoken[scenario.seats[event.seat].party] += int(event.seconds)
        shown = matters(event)
        text = told(moment, session) if shown or type(event) in COUNTED else None
        if text is not None and shown:
            more = _more(event, session, meetings, names)
            stay.lines.append(Line(moment.number, moment.seconds, f"{text} {more}".rstrip()))
        elif text is not None:
            stay.counted[type(event).__name__] += 1
    ends = [*(stay.since for stay in stays[1:]), last]
    return tuple(
        Stretch(
            stay.phase,
            names.phase(stay.phase),
            _kind(scenario, stay.phase),
            stay.since,
            end,
            stay.planned,
            stay.loop,
            stay.number,
            tuple(stay.lines),
            _speaking(stay.spoken, names),
            _also(stay.counted),
        )
        for stay, end in zip(stays, ends, strict=True)
        if stay.phase is not None or stay.lines
    )


def matters(event: e.Event) -> bool:
    """Whether an event stands in a timeline. The trainer's own notes do, and answers that are not a plain no."""
    if isinstance(event, e.PackageAnswered):
        return event.answer in (Answer.ACCEPT, Answer.CONDITIONAL)
    return not isinstance(event, MINOR) or (isinstance(event, e.NoteWritten) and event.by == TRAINER)


def _more(event: e.Event, session: Session, meetings: Mapping[int, Caucus], names: Names) -> str:
    """What a line says beside its event: who met for how long, and who said no to a package."""
    match event:
        case e.CaucusOpened() if event.caucus in meetings:
            meeting = meetings[event.caucus]
            seats = names.seats(meeting.seats)
            if meeting.state == "closed":
                length = clock_text(meeting.closed - meeting.opened)
                # Translators: who sat in a private meeting.
                return tr("In it for {length}: {seats}.", length=length, seats=seats)
            return tr("In it: {seats}.", seats=seats)
        case e.PackageRejected() if event.package in session.packages:
            answers = session.packages[event.package].answers
            said = [tr(ANSWERS_TO_IT[answer], party=names.short(party)) for party, (answer, _) in answers.items()]
            return sentence(*said) if said else ""
        case _:
            return ""


def _also(counted: Mapping[str, int]) -> str:
    said = [say(counted[kind.__name__]) for kind, say in COUNTED.items() if kind.__name__ in counted]
    return tr("Also in the record: {counts}.", counts=listing(said)) if said else ""


def _speaking(spoken: Mapping[str, int], names: Names) -> str:
    if not spoken:
        return ""
    shares = [f"{names.short(party)} {clock_text(seconds)}" for party, seconds in Counter(spoken).most_common()]
    # Translators: parties, each with the time that it spoke.
    return tr("On the floor: {parties}.", parties=listing(shares))


def _kind(scenario: Scenario, phase: str | None) -> str:
    if phase is None:
        return "before"
    found = scenario.phases.get(phase)
    return found.kind if found else "play"
