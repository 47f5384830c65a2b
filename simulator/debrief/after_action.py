"""What the trainer is handed: objectives and evidence, events expected and actual, time, and what to mend."""

from collections import Counter
from dataclasses import dataclass

from scenarios.problems import Finding as Advice
from scenarios.texts import mark, tr
from scoring import feasibility
from scoring.terms import word
from simulator.debrief import timeline
from simulator.debrief.cards import Card, card
from simulator.debrief.contents import Entry, Known, Pivot
from simulator.debrief.injects import Planned, improvised, prepared
from simulator.debrief.naming import clock_text
from simulator.debrief.narration import narrate
from simulator.engine import events as e
from simulator.engine.words import TRAINER

PRIVACY = (
    mark("Everybody has their own document, and nobody has anybody else's."),
    mark("The documents with names are kept where only the training team can read them."),
    mark(
        "The day on which the record will be deleted is written down (goodoffices forget --keep-until) and has been "
        "told."
    ),
)
"""What to tick off after the session, in English."""

LEVELS = {
    # Translators: for whom a scenario is.
    "introductory": mark("introductory"),
    "intermediate": mark("intermediate"),
    "advanced": mark("advanced"),
}
"""For whom a scenario is, in English."""


@dataclass(frozen=True, slots=True)
class Objective:
    """A learning objective and what in the session speaks to it."""

    text: str
    injects: tuple[Planned, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spent:
    """The time of a stay in a phase."""

    name: str
    since: str
    planned: int | None
    minutes: float
    over: float | None
    loop: bool


@dataclass(frozen=True, slots=True)
class AfterAction:
    """The document of the trainer."""

    level: str
    """For whom the scenario is."""
    objectives: tuple[Objective, ...]
    injects: tuple[Planned, ...]
    spent: tuple[Spent, ...]
    changes: tuple[timeline.Line, ...]
    """Cuts, extensions, pauses and jumps of the clock."""
    stops: tuple[timeline.Line, ...]
    milestones: Card | None
    pulses: tuple[tuple[str, str, int], ...]
    """Name, when it was asked, how many answered."""
    cards: tuple[Card, ...]
    shared: frozenset[str]
    """Ids of cards that tell the room just the same."""
    pivots: tuple[Pivot, ...]
    watch_for: tuple[str, ...]
    notes: tuple[timeline.Line, ...]
    seat_notes: tuple[tuple[str, int], ...]
    advice: tuple[Advice, ...]
    unused: tuple[str, ...]
    """Events and interests that played no part."""
    timeline: tuple[timeline.Stretch, ...]
    entries: tuple[Entry, ...]
    privacy: tuple[str, ...]


CLOCK = (e.PhaseCut, e.PlayExtended, e.ClockPaused, e.ClockJumped)


def after_action(known: Known) -> AfterAction:
    """Gather what the trainer is handed."""
    scenario, names, course = known.scenario, known.names, known.course
    planned = {name: prepared(known, name, inject) for name, inject in scenario.events.items()}
    stretches = timeline.trainer(known.lived, names)
    rated = (*known.scorecard.findings, *known.scorecard.ratings)
    cards = tuple(card(finding, names, personal=True) for finding in rated)

    def lines(*kinds: type[e.Fact]) -> tuple[timeline.Line, ...]:
        found = (moment for moment in course.moments if isinstance(moment.event, kinds))
        return tuple(timeline.Line(moment.number, moment.seconds, narrate(moment, names)) for moment in found)

    written = Counter(m.event.by for m in course.moments if isinstance(m.event, e.NoteWritten))
    own = {moment.number for moment in course.moments if moment.event.by == TRAINER}
    return AfterAction(
        level=tr(LEVELS[scenario.level]),
        objectives=tuple(
            Objective(
                text,
                tuple(planned[name] for name, inject in scenario.events.items() if inject.objective == objective),
                tuple(q.ask for q in scenario.debrief.questions if q.objective == objective),
            )
            for objective, text in scenario.objectives.items()
        ),
        injects=(*planned.values(), *improvised(known)),
        spent=tuple(_spent(stretch) for stretch in stretches if stretch.phase is not None),
        changes=lines(*CLOCK),
        stops=lines(e.StopInvoked),
        milestones=next((each for each in cards if each.id == "M12"), None),
        pulses=_pulses(known),
        cards=cards,
        shared=frozenset(f.id for f, mine in zip(rated, cards, strict=True) if mine == card(f, names))
        - {f.id for f in known.scorecard.ratings},
        pivots=known.pivots,
        watch_for=scenario.debrief.watch_for,
        notes=tuple(line for line in lines(e.NoteWritten) if line.number in own),
        seat_notes=tuple((names.seat(seat), written[seat]) for seat in scenario.seats if written[seat]),
        advice=feasibility.findings(scenario),
        unused=_unused(known),
        timeline=stretches,
        entries=tuple(
            Entry(moment.number, clock_text(moment.seconds), names.phase(moment.phase), narrate(moment, names))
            for moment in course.moments
        ),
        privacy=tuple(map(tr, PRIVACY)),
    )


def _spent(stretch: timeline.Stretch) -> Spent:
    over = None if stretch.planned is None else round(stretch.minutes - stretch.planned, 1)
    return Spent(stretch.name, stretch.time, stretch.planned, stretch.minutes, over, stretch.loop)


def _pulses(known: Known) -> tuple[tuple[str, str, int], ...]:
    asked: dict[str, str] = {}
    answered: dict[str, set[str]] = {}
    for moment in known.course.moments:
        if isinstance(moment.event, e.PulseOpened):
            asked.setdefault(moment.event.pulse, clock_text(moment.seconds))
        elif isinstance(moment.event, e.PulseAnswered):
            answered.setdefault(moment.event.pulse, set()).add(moment.event.by)
    return tuple(
        (pulse.name, asked.get(name, ""), len(answered.get(name, ()))) for name, pulse in known.scenario.pulses.items()
    )


def _unused(known: Known) -> tuple[str, ...]:
    """What the author may want to know: events that were not sent, interests that nobody was told."""
    told = {event.interest for _, event in known.course.every(e.InterestDisclosed)}
    sent = {event.inject for _, event in known.course.every(e.InjectSent)}
    interests = tuple(
        tr(
            "Interest of {party}, {kept}: {interest}",
            party=party.short,
            kept=word(written.kept),
            interest=known.names.interest(f"{name}.{interest}"),
        )
        for name, party in known.scenario.parties.items()
        for interest, written in party.interests.items()
        if f"{name}.{interest}" not in told
    )
    events = tuple(
        tr("Event: {event}", event=inject.title) for name, inject in known.scenario.events.items() if name not in sent
    )
    return (*events, *interests)
