"""What one trainee is handed: the own role, the own way through the talks, and prompts; nobody else's secrets."""

from collections import Counter
from dataclasses import dataclass

from scenarios.model import Interest, Party, Seat
from scenarios.texts import mark, tr
from scoring import rubric
from scoring.outcome import Settlement
from scoring.preferences import acceptable_to, points
from scoring.process.offers import worth
from scoring.sentences import figure
from simulator.debrief import timeline
from simulator.debrief.contents import Head, Known, Played, Step, steps
from simulator.debrief.naming import MOVES, clock_text
from simulator.engine import events as e
from simulator.engine.session import Moment
from simulator.engine.words import EVERYBODY, Dimension, Source

OWN_STEPS = ("reactions", "generalise", "relate", "what_next")
"""Steps whose questions give no other side's secret away."""

JOURNAL = (
    (mark("What happened"), mark("Which minute of the talks comes back first, and what did you do in it?")),
    (mark("What I felt"), mark("What did you feel then, and who in the room could see it?")),
    (
        mark("What was good and hard"),
        mark("What are you glad that you did, and what would you rather have done?"),
    ),
    (
        mark("What I make of it"),
        mark("What did you want to reach with it, and what did the others take it for?"),
    ),
    (mark("What else was possible"), mark("Write down one sentence that you could have said instead.")),
    (
        mark("What I will do"),
        mark("In which talks of the coming month will you try it, and who will tell you how it went?"),
    ),
)
"""The six turns of a reflective cycle after Gibbs, Learning by Doing (1988), in own words; in English."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What a package on the table was worth to the own party."""

    package: int
    number: int
    time: str
    by: str
    terms: str
    value: str
    acceptable: bool
    own: bool


@dataclass(frozen=True, slots=True)
class Meeting:
    """A private meeting that the seat sat in."""

    number: int
    time: str
    others: str
    length: str


@dataclass(frozen=True, slots=True)
class Told:
    """An interest that the seat told or heard."""

    number: int
    time: str
    text: str
    who: str


@dataclass(frozen=True, slots=True)
class Given:
    """A rating, without the name of who gave it."""

    level: str
    """`3 competent`, or insufficient evidence."""
    anchor: str
    """What is seen at that level; empty for insufficient evidence."""
    observations: tuple[tuple[str, str], ...]
    """When, and in the rater's words."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A dimension on which the seat was rated."""

    dimension: str
    given: tuple[Given, ...]
    """From the lowest level to the highest, insufficient evidence last, so that the order tells no rater."""


@dataclass(frozen=True, slots=True)
class Personal:
    """The document of a seat."""

    head: Head
    played: Played
    seat: Seat
    party: Party
    interests: tuple[Interest, ...]
    timeline: tuple[timeline.Stretch, ...]
    turns: int
    spoken: str
    longest: str
    meetings: tuple[Meeting, ...]
    told: tuple[Told, ...]
    heard: tuple[Told, ...]
    moves: tuple[tuple[str, int], ...]
    """What was tagged; empty where nobody tagged, which is not zero."""
    rated: tuple[Rated, ...]
    """What raters said, dimension by dimension; empty where nobody rated, which is not a level."""
    worths: tuple[Worth, ...]
    reservation: str
    final: str
    """What the agreement is worth to the party; empty without one."""
    notes: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]
    journal: tuple[tuple[str, str], ...]
    reading: tuple[str, ...]


def personal(known: Known, seat: str) -> Personal:
    """Gather what a seat is handed."""
    course, scenario, names = known.course, known.scenario, known.names
    written = scenario.seats[seat]
    party = scenario.parties[written.party]
    turns = [turn for turn in course.turns if turn.seat == seat]
    tagged = Counter(tr(MOVES[event.move]) for _, event in course.every(e.MoveTagged) if event.seat == seat)
    disclosed, relayed = course.every(e.InterestDisclosed), course.every(e.InterestRelayed)
    shared: tuple[tuple[Moment, e.InterestDisclosed | e.InterestRelayed], ...] = (*disclosed, *relayed)
    return Personal(
        head=known.head,
        played=next(each for each in known.cast if each.seat == seat),
        seat=written,
        party=party,
        interests=tuple(party.interests.values()),
        timeline=timeline.seat(known.lived, names, seat),
        turns=len(turns),
        spoken=clock_text(sum(turn.seconds for turn in turns)),
        longest=clock_text(max((turn.seconds for turn in turns), default=0.0)),
        meetings=tuple(
            Meeting(
                meeting.opened.number,
                clock_text(meeting.opened.seconds),
                names.seats(other for other in meeting.seats if other != seat),
                clock_text(meeting.seconds),
            )
            for meeting in course.meetings
            if meeting.opened is not None and seat in meeting.seats
        ),
        told=tuple(
            Told(m.number, clock_text(m.seconds), names.interest(event.interest), names.seats(event.to))
            for m, event in disclosed
            if event.by == seat
        ),
        heard=tuple(
            sorted(
                (
                    Told(m.number, clock_text(m.seconds), names.interest(event.interest), names.seat(event.by))
                    for m, event in shared
                    if event.by != seat and (seat in event.to or EVERYBODY in event.to)
                ),
                key=lambda each: each.number,
            )
        ),
        moves=tuple(tagged.most_common()),
        rated=_rated(rubric.ratings(course).of_seat(seat)),
        worths=_worths(known, written.party),
        reservation=_reservation(known.settlement, written.party),
        final=_final(known.settlement, written.party),
        notes=tuple(
            (clock_text(m.seconds), m.event.text)
            for m in course.moments
            if isinstance(m.event, e.NoteWritten) and m.event.by == seat
        ),
        steps=tuple(step for step in steps(scenario) if step.id in OWN_STEPS and step.questions),
        journal=tuple((tr(name), tr(ask)) for name, ask in JOURNAL),
        reading=scenario.debrief.reading,
    )


def _rated(ratings: tuple[rubric.Rating, ...]) -> tuple[Rated, ...]:
    """The ratings of a seat by dimension, with what they rest on and without their raters."""
    found: dict[Dimension, list[rubric.Rating]] = {}
    for rating in ratings:
        found.setdefault(rating.dimension, []).append(rating)
    return tuple(
        Rated(
            f"{dimension.value} {rubric.DIMENSIONS[dimension].name}",
            tuple(_given(rating) for rating in sorted(given, key=lambda r: (r.level is None, r.level, r.event))),
        )
        for dimension, given in found.items()
    )


def _given(rating: rubric.Rating) -> Given:
    level = rating.level
    return Given(
        tr(rubric.INSUFFICIENT) if level is None else f"{level} " + tr(rubric.LEVELS[level]),
        "" if level is None else rubric.DIMENSIONS[rating.dimension].levels[level - 1],
        tuple((clock_text(seen.seconds), seen.text) for seen in rating.observations),
    )


def of_people(known: Known) -> tuple[str, ...]:
    """The seats that people played; a stand-in is handed nothing."""
    return tuple(each.seat for each in known.cast if each.source is Source.HUMAN)


def _worths(known: Known, party: str) -> tuple[Worth, ...]:
    """The packages on the table in points of one deciding party, under its instructions as they stood in the end."""
    course, names = known.course, known.names
    if party not in known.scenario.deciding():
        return ()
    found: list[Worth] = []
    for moment, event in course.every(e.PackageTabled):
        values = worth(known.scenario, event.terms)
        if values:
            found.append(
                Worth(
                    event.package,
                    moment.number,
                    clock_text(moment.seconds),
                    names.short(event.party),
                    names.terms(event.terms),
                    figure(points(values[party])),
                    acceptable_to(known.scenario, party, event.terms, known.settlement.instructions),
                    event.party == party,
                )
            )
    return tuple(found)


def _reservation(settlement: Settlement, party: str) -> str:
    raw = settlement.instructions.reservations.get(party)
    return "" if raw is None else figure(points(raw))


def _final(settlement: Settlement, party: str) -> str:
    if settlement.terms is None or not settlement.terms.agreed or party not in settlement.values:
        return ""
    return figure(points(settlement.values[party]))
