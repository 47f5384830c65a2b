"""Who was at the table, and who met the mediators."""

from roles.rights import Kind
from scenarios.texts import tr
from scoring.process.course import Course
from scoring.process.sittings import Meeting
from simulator.engine.session import Moment
from simulator.engine.words import Source


def attending(course: Course) -> frozenset[str]:
    """The seats that somebody played when the talks were over, and those that acted, had the floor or were met."""
    cast = {name for name, state in course.talks.seats.items() if state.source is not Source.EMPTY}
    acted = {moment.event.by for moment in course.during}
    spoke = {turn.seat for turn in course.turns}
    met = {seat for meeting in course.meetings if meeting.opened is not None for seat in meeting.seats}
    return frozenset(course.scenario.seats) & (cast | acted | spoke | met)


def voices(course: Course) -> tuple[str, ...]:
    """The parties of civil society that somebody played."""
    present = {course.party_of(seat) for seat in attending(course)}
    return tuple(
        name for name, party in course.scenario.parties.items() if party.kind is Kind.CIVIL_SOCIETY and name in present
    )


def why_no_voice(course: Course) -> str:
    """Why there is no voice of civil society to look at, as a sentence."""
    if any(party.kind is Kind.CIVIL_SOCIETY for party in course.scenario.parties.values()):
        return tr("Nobody played the seats of civil society.")
    return tr("This scenario has no seat for civil society.")


def mediated(course: Course, party: str | None = None) -> tuple[Meeting, ...]:
    """The private meetings held between mediators and a party, or anybody else, in the order of their opening."""
    held = [
        meeting
        for meeting in course.meetings
        if meeting.opened is not None
        and any(course.mediates(seat) for seat in meeting.seats)
        and any(_of(course, seat, party) for seat in meeting.seats)
    ]
    return tuple(sorted(held, key=lambda meeting: meeting.opened.number if meeting.opened else 0))


def during(course: Course, meeting: Meeting, moment: Moment, after: float = 0.0) -> bool:
    """Whether something happened while a meeting was held, or so many seconds after it, as the clock ran."""
    if meeting.opened is None or moment.number <= meeting.opened.number:
        return False
    return course.between(meeting.opened, moment) <= meeting.seconds + after


def sides_of(course: Course, meeting: Meeting) -> tuple[str, ...]:
    """The deciding parties that were asked into a meeting."""
    parties = {course.party_of(seat) for seat in meeting.seats}
    return tuple(side for side in course.scenario.deciding() if side in parties)


def _of(course: Course, seat: str, party: str | None) -> bool:
    if party is not None:
        return course.party_of(seat) == party
    return seat in course.scenario.seats and not course.mediates(seat)
