"""The record of incidents for the room: the way of each, the versions side by side; and what was kept back."""

from dataclasses import dataclass

from scenarios.texts import tr
from scoring.process import Course
from simulator.debrief.discretion import for_the_room
from simulator.debrief.naming import Names, clock_text
from simulator.engine import events as e
from simulator.engine.decide.concerned import concerned, inconclusive
from simulator.engine.names import incident_state


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that happened with an incident."""

    number: int
    time: str
    text: str
    late: bool


@dataclass(frozen=True, slots=True)
class Version:
    """What a party said, and what it knew."""

    party: str
    said: str
    """Empty where it put nothing into the record."""
    knew: str
    """What it read in its papers; for the reveal."""


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident as the room sees it when everybody is themselves again."""

    number: int
    title: str
    place: str
    state: str
    report: str
    steps: tuple[Happened, ...]
    versions: tuple[Version, ...]
    visited: bool
    finding: str
    inconclusive: bool
    found: str
    handled: str
    truth: str
    """What happened, where the scenario says so; for the reveal."""

    @property
    def hidden(self) -> bool:
        """Whether there is anything to reveal."""
        return bool(self.truth) or any(version.knew for version in self.versions)


@dataclass(frozen=True, slots=True)
class Promise:
    """An entry of the follow-up list of which the scenario says how far it really was."""

    text: str
    truth: str


def incidents(course: Course, names: Names) -> tuple[Incident, ...]:
    """The incidents that were reported during the talks, in their order."""
    return tuple(_incident(course, names, number) for number in sorted(course.talks.incidents))


def _incident(course: Course, names: Names, number: int) -> Incident:
    state = course.talks.incidents[number]
    written = course.told.incidents.get(state.prepared or "")
    parties = dict.fromkeys((*concerned(course.talks, state), *state.versions))
    if written is not None:
        parties |= dict.fromkeys(written.versions)
    steps = [
        Happened(m.number, clock_text(m.seconds), for_the_room(m, names), isinstance(m.event, e.HotlineOverdue))
        for m in course.during
        if isinstance(m.event, e.IncidentEvent) and not isinstance(m.event, e.FollowUpAdded)
        if getattr(m.event, "incident", None) == number
    ]
    return Incident(
        number=number,
        title=state.title,
        place=state.place,
        state=incident_state(state.state),
        report=state.text,
        steps=tuple(steps),
        versions=tuple(
            Version(
                names.short(party), state.versions.get(party, ""), written.versions.get(party, "") if written else ""
            )
            for party in parties
        ),
        visited=state.visited is not None,
        finding=state.finding or (tr("The scenario does not say what was found.") if state.visited is not None else ""),
        inconclusive=inconclusive(course.talks, state),
        found=state.found,
        handled=state.handled,
        truth=(written.truth or "") if written else "",
    )


def promises(course: Course) -> tuple[Promise, ...]:
    """What was promised before play, and how far it really was; for the reveal."""
    written = course.told.follow_up.values()
    return tuple(Promise(promise.what, promise.truth) for promise in written if promise.truth)
