"""The moments worth talking about: where the talks turned, each with a question to ask."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, zip_longest

from scoring.preferences import points
from scoring.process import Course
from scoring.process.course import minutes
from scoring.process.interests import elicited, sought
from scoring.process.offers import worth
from simulator.engine.events import (
    AdoptionFailed,
    ConsentChanged,
    InjectMarked,
    InjectMissed,
    InterestRelayed,
    PackageAgreed,
    PackageRejected,
    PartyReturned,
    PartyWalkedOut,
    TextAdopted,
    VersionIssued,
)
from simulator.engine.session import Moment
from simulator.engine.words import Consent

MOST = 8
"""How many moments a debriefing has time for."""
MOST_OF_A_KIND = 2
"""A room does not discuss four rejected packages."""


class Turned(StrEnum):
    """Why a moment is worth talking about; the order says what comes first when there are too many."""

    WALK_OUT = "walk_out"
    BREACH = "breach"
    FIRST_INTEREST = "first_interest"
    ADOPTION = "adoption"
    PACKAGE_DECIDED = "package_decided"
    SWING = "swing"
    CONSENT_DROP = "consent_drop"
    INJECT_MISSED = "inject_missed"
    RETURN = "return"
    FIRST_VERSION = "first_version"


QUESTIONS = {
    Turned.WALK_OUT: "What did you see coming, and what would have kept them in the room?",
    Turned.BREACH: "What was promised about this, and what did carrying it change?",
    Turned.FIRST_INTEREST: "What did the listener do just before this was told?",
    Turned.ADOPTION: "What made this text one to take home, or one to refuse?",
    Turned.PACKAGE_DECIDED: "What decided it: the terms, the moment, or the people?",
    Turned.SWING: "What moved between these two packages, and who made it possible?",
    Turned.CONSENT_DROP: "What was said or left unsaid in the minutes before?",
    Turned.INJECT_MISSED: "What did you know then, and what else could you have done?",
    Turned.RETURN: "Whose step brought them back, and what did it cost?",
    Turned.FIRST_VERSION: "Whose words were in the first version, and whose were missing?",
}
"""What to ask about a moment."""

_DEGREE = (Consent.OUT, Consent.SUSPENDED, Consent.CONDITIONAL, Consent.IN)


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A moment worth talking about."""

    number: int
    """The event that made it."""
    minute: float
    phase: str | None
    kind: Turned
    why: str
    ask: str


def turning_points(course: Course) -> tuple[TurningPoint, ...]:
    """At most eight moments in order of time: one of each kind first, by the order of `Turned`, then second ones."""
    by_kind = [tuple(islice(_candidates(course, kind), MOST_OF_A_KIND)) for kind in Turned]
    chosen: dict[int, TurningPoint] = {}
    for rank in zip_longest(*by_kind):
        for point in rank:
            if point is not None and point.number not in chosen and len(chosen) < MOST:
                chosen[point.number] = point
    return tuple(chosen[number] for number in sorted(chosen))


def _candidates(course: Course, kind: Turned) -> Iterator[TurningPoint]:
    """The moments of a kind, the most telling one first."""
    finders = {
        Turned.WALK_OUT: _walk_outs,
        Turned.BREACH: _breaches,
        Turned.FIRST_INTEREST: _first_interest,
        Turned.ADOPTION: _adoptions,
        Turned.PACKAGE_DECIDED: _decided,
        Turned.SWING: _swing,
        Turned.CONSENT_DROP: _consent_drops,
        Turned.INJECT_MISSED: _missed,
        Turned.RETURN: _returns,
        Turned.FIRST_VERSION: _first_version,
    }
    for moment, why in finders[kind](course):
        yield TurningPoint(moment.number, minutes(moment.seconds), moment.phase, kind, why, QUESTIONS[kind])


def _walk_outs(course: Course) -> Iterator[tuple[Moment, str]]:
    for moment, event in course.every(PartyWalkedOut):
        yield moment, f"{course.name(event.party)} left the talks."


def _returns(course: Course) -> Iterator[tuple[Moment, str]]:
    for moment, event in course.every(PartyReturned):
        yield moment, f"{course.name(event.party)} came back."


def _breaches(course: Course) -> Iterator[tuple[Moment, str]]:
    for moment, event in course.every(InterestRelayed):
        if event.breach:
            owner = course.name(event.interest.partition(".")[0])
            yield moment, f"What {owner} had told in confidence was carried to others."


def _first_interest(course: Course) -> Iterator[tuple[Moment, str]]:
    for disclosure in list(elicited(course).values())[:1]:
        owner = course.name(disclosure.interest.partition(".")[0])
        kept = sought(course.scenario)[disclosure.interest].kept
        yield disclosure.moment, f"{owner} told an interest that it had kept {kept}, the first one to be told."


def _adoptions(course: Course) -> Iterator[tuple[Moment, str]]:
    """The last decision on a text comes first."""
    found: list[tuple[Moment, str]] = []
    for moment in course.during:
        if isinstance(moment.event, TextAdopted):
            found.append((moment, f"Version {moment.event.version} of the text was adopted."))
        elif isinstance(moment.event, AdoptionFailed):
            found.append((moment, f"Version {moment.event.version} of the text was refused."))
    yield from reversed(found)


def _decided(course: Course) -> Iterator[tuple[Moment, str]]:
    """Agreed packages come before rejected ones."""
    for moment, agreed in course.every(PackageAgreed):
        yield moment, f"Package {agreed.package} was agreed."
    for moment, rejected in course.every(PackageRejected):
        yield moment, f"Package {rejected.package} was rejected."


def _swing(course: Course) -> Iterator[tuple[Moment, str]]:
    """The largest change in value from one package on the table to the next, summed over the deciding parties."""
    before: dict[str, int] | None = None
    largest = 0
    found: tuple[Moment, str] | None = None
    for moment, event in course.offers():
        values = worth(course.scenario, event.terms)
        if not values:
            continue
        if before is not None:
            change = {party: raw - before[party] for party, raw in values.items()}
            size = sum(map(abs, change.values()))
            if size > largest:
                party = max(change, key=lambda name: abs(change[name]))
                said = f"{points(change[party]):+g} points for {course.name(party)}"
                largest, found = size, (moment, f"Package {event.package} changed most on the table: {said}.")
        before = dict(values)
    if found is not None:
        yield found


def _consent_drops(course: Course) -> Iterator[tuple[Moment, str]]:
    """Consent that a party took back, other than by walking out."""
    left = {(event.party, moment.seconds) for moment, event in course.every(PartyWalkedOut)}
    before: dict[str, Consent] = {}
    for moment, event in course.every(ConsentChanged):
        was = before.get(event.party)
        before[event.party] = event.consent
        if was not in _DEGREE or event.consent not in _DEGREE or (event.party, moment.seconds) in left:
            continue
        if _DEGREE.index(event.consent) < _DEGREE.index(was):
            yield moment, f"The consent of {course.name(event.party)} fell from {was.value} to {event.consent.value}."


def _missed(course: Course) -> Iterator[tuple[Moment, str]]:
    """Events without the expected response, unless the trainer judged later that it came."""
    marks = (moment.event for moment in course.moments)
    judged = {mark.inject: mark.met for mark in marks if isinstance(mark, InjectMarked)}
    events = course.scenario.events
    for moment, event in course.every(InjectMissed):
        if not judged.get(event.inject, False):
            title = events[event.inject].title if event.inject in events else event.inject
            yield moment, f"Nobody answered the event “{title}” in time."


def _first_version(course: Course) -> Iterator[tuple[Moment, str]]:
    for moment, _ in course.every(VersionIssued)[:1]:
        yield moment, "The first version of the text reached everybody."
