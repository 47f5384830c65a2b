"""How incidents were handled (M19), what was done before they were verified, and what became of promises (M28)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scenarios.texts import mark, tr, trn
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.sentences import figure, sentence
from simulator.engine.decide.concerned import concerned
from simulator.engine.events import (
    CalledBack,
    ComplianceJudged,
    CompliancePublished,
    DisputeRaised,
    FollowUpAdded,
    FollowUpStruck,
    HotlineOverdue,
    IncidentAcknowledged,
    IncidentClosed,
    IncidentHandled,
    IncidentReported,
    IncidentVerified,
    MoveTagged,
    PartyWalkedOut,
    ProgressReported,
    StatementIssued,
    VersionAdded,
    VisitAgreed,
    VisitAsked,
    VisitMade,
)
from simulator.engine.session import IncidentState, Moment
from simulator.engine.words import DisputeKind, Move

INCIDENTS = Finding(
    id="M19",
    title=mark("Handling of incidents"),
    panel=Panel.PROCESS,
    observed=False,
    unit="incidents",
    caution=mark("Incidents told as events count among the responses to events."),
    fundamentals=(Fundamental.COHERENCE,),
)
BEFORE = Finding(
    id="M19.before",
    title=mark("Before anything was verified"),
    panel=Panel.PROCESS,
    observed=False,
    unit="acts",
    caution=mark("The record does not know whether an act was about the incident: read what was said."),
    fundamentals=(Fundamental.COHERENCE, Fundamental.IMPARTIALITY),
)
FOLLOW_UP = Finding(
    id="M28",
    title=mark("Follow-up of promises"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark("It is what was said at the table; whether it was so, the levels of an observer tell better."),
    fundamentals=(Fundamental.QUALITY_AGREEMENT,),
)

_OF_AN_INCIDENT = (
    IncidentReported,
    IncidentAcknowledged,
    CalledBack,
    VersionAdded,
    VisitAsked,
    VisitAgreed,
    VisitMade,
    IncidentVerified,
    IncidentHandled,
    IncidentClosed,
    HotlineOverdue,
)
_OF_AN_ENTRY = (FollowUpAdded, ProgressReported, FollowUpStruck, ComplianceJudged)


@dataclass(slots=True)
class _Told:
    """What the record knows of an incident."""

    moments: list[Moment]
    acknowledged: Moment | None = None
    heard: Moment | None = None
    """When the last one called back whose call was awaited."""
    asked: Moment | None = None
    visited: Moment | None = None
    verified: Moment | None = None

    @property
    def reported(self) -> Moment:
        return self.moments[0]


def incident_handling(course: Course) -> Finding:
    """M19: play minutes to acknowledgement, call back and visit of each incident, its versions and its end.

    The value counts the incidents that were handled or closed. A step is in time where the hotline says how long it
    may take; a step that was still open, and not late, when the talks ended is not counted.
    """
    scenario = course.scenario
    told = _told(course)
    if not told:
        if scenario.hotline is None and not scenario.incidents:
            return replace(INCIDENTS.said, reading=tr("This exercise keeps no record of incidents with two versions."))
        return replace(INCIDENTS.said, reading=tr("No incident was reported."))
    rows: list[Row] = []
    steps = in_time = whole = ended = 0
    for number, known in told.items():
        incident = course.talks.incidents[number]
        done = _steps(course, known)
        late = _late(course, known, incident, done)
        steps += len(late)
        in_time += sum(not over for over in late.values())
        parties = concerned(course.talks, incident)
        whole += all(party in incident.versions for party in parties)
        ended += incident.state in ("handled", "closed")
        rows.append(
            Row(
                (
                    f"{number}. {incident.title}",
                    minutes(known.reported.seconds),
                    *(None if done[hop] is None else minutes(done[hop] or 0.0) for hop in _HOPS),
                    sum(late.values()),
                    len(incident.versions),
                    None if incident.verified is None else "verified" if incident.verified else "unverified",
                    incident.state,
                ),
                tuple(moment.number for moment in known.moments),
            )
        )
    many = len(told)
    said = trn(
        "{n} incident was reported, and {ended} handled or closed",
        "{n} incidents were reported, and {ended} handled or closed",
        many,
        ended=ended,
    )
    times = ""
    if steps:
        times = trn(
            "{in_time} of {n} step on the hotline came in time",
            "{in_time} of {n} steps on the hotline came in time",
            steps,
            in_time=in_time,
        )
    versions = trn(
        "all whom it concerns have their version in the record of {whole} of {n} incident",
        "all whom it concerns have their version in the record of {whole} of {n} incidents",
        many,
        whole=whole,
    )
    return replace(
        INCIDENTS.said,
        observed=True,
        value=float(ended),
        reading=sentence(said, times, versions),
        evidence=tuple(sorted(number for row in rows for number in row.evidence)),
        table=Table(
            (
                "incident",
                "minute",
                "to_acknowledgement",
                "to_call_back",
                "to_visit",
                "late",
                "versions",
                "found",
                "became",
            ),
            tuple(rows),
        ),
    )


_HOPS = ("acknowledge", "call_back", "visit")


def _told(course: Course) -> Mapping[int, _Told]:
    found: dict[int, _Told] = {}
    waiting: dict[int, set[str]] = {}
    for moment in course.any_of(*_OF_AN_INCIDENT):
        event = moment.event
        if isinstance(event, IncidentReported):
            found[event.incident] = _Told([moment])
            incident = course.talks.incidents[event.incident]
            waiting[event.incident] = set(concerned(course.talks, incident)) - {event.party}
            continue
        number = getattr(event, "incident", 0)
        if number not in found:
            continue
        known = found[number]
        known.moments.append(moment)
        match event:
            case IncidentAcknowledged():
                known.acknowledged = known.acknowledged or moment
            case CalledBack():
                waiting[number].discard(event.party)
                if not waiting[number]:
                    known.heard = known.heard or moment
            case VisitAsked():
                known.asked = known.asked or moment
            case VisitMade():
                known.visited = moment
            case IncidentVerified():
                known.verified = known.verified or moment
    return found


def _steps(course: Course, known: _Told) -> Mapping[str, float | None]:
    """Seconds that each step took; None where it did not come."""
    pairs = {
        "acknowledge": (known.reported, known.acknowledged),
        "call_back": (known.acknowledged, known.heard),
        "visit": (known.asked, known.visited),
    }
    return {
        hop: course.between(begin, end) if begin is not None and end is not None else None
        for hop, (begin, end) in pairs.items()
    }


def _late(course: Course, known: _Told, incident: IncidentState, done: Mapping[str, float | None]) -> dict[str, bool]:
    """Whether each step that counts came late, or not at all although its time was over."""
    hotline = course.scenario.hotline
    if hotline is None:
        return {}
    allowed = {"acknowledge": hotline.acknowledge, "call_back": hotline.call_back, "visit": hotline.visit}
    late: dict[str, bool] = {}
    for hop, length in allowed.items():
        took = done[hop]
        if took is not None:
            late[hop] = took > length * 60
        elif hop in incident.overdue:
            late[hop] = True
    return late


def before_verified(course: Course) -> Finding | None:
    """M19.before: walk-outs, statements to the press, tagged threats and disputes over violations of the parties that
    an incident concerns, between its report and what was found about it; the value counts them. None without incidents.
    """
    told = _told(course)
    if not told:
        return None
    rows: list[Row] = []
    for moment in course.any_of(PartyWalkedOut, StatementIssued, MoveTagged, DisputeRaised):
        act = _act(course, moment)
        if act is None:
            continue
        kind, party = act
        open_ones = [
            f"{number}. {course.talks.incidents[number].title}"
            for number, known in told.items()
            if party in concerned(course.talks, course.talks.incidents[number])
            if known.reported.number < moment.number < _known_at(known)
        ]
        if open_ones:
            rows.append(Row((open_ones[0], minutes(moment.seconds), kind, party), (moment.number,)))
    reading = tr("Nobody walked out, went to the press or threatened while an incident stood unverified.")
    if rows:
        reading = sentence(
            trn(
                "{n} act against others came while an incident stood unverified",
                "{n} acts against others came while an incident stood unverified",
                len(rows),
            )
        )
    return replace(
        BEFORE.said,
        observed=True,
        value=float(len(rows)),
        reading=reading,
        evidence=tuple(row.evidence[0] for row in rows),
        table=Table(("incident", "minute", "act", "party"), tuple(rows)),
    )


def _known_at(known: _Told) -> float:
    """The number of the event by which it was known what happened, or that nobody could know."""
    return min((m.number for m in (known.visited, known.verified) if m is not None), default=float("inf"))


def _act(course: Course, moment: Moment) -> tuple[str, str] | None:
    """What was done against others, and by which party."""
    event = moment.event
    match event:
        case PartyWalkedOut():
            return "walk_out", event.party
        case StatementIssued():
            party = course.party_of(event.by)
            return None if party is None else ("press", party)
        case MoveTagged() if event.move is Move.THREAT:
            party = course.party_of(event.seat)
            return None if party is None else ("threat", party)
        case DisputeRaised() if event.kind is DisputeKind.VIOLATION:
            return "violation", event.party
    return None


# -- the follow-up list -----------------------------------------------------------------------------------------------


def follow_up(course: Course) -> Finding | None:
    """M28: the share of promises on the follow-up list that were done, how often the others were carried on, and how
    far they were judged to be kept. None without a list."""
    entries = course.talks.follow_up
    if not entries:
        return None
    about: dict[int, list[int]] = {number: [] for number in entries}
    for moment in course.any_of(*_OF_AN_ENTRY, CompliancePublished):
        event = moment.event
        for number, found in about.items():
            published = isinstance(event, CompliancePublished) and str(number) in event.levels
            if published or getattr(event, "entry", None) == number:
                found.append(moment.number)
    rows = tuple(
        Row(
            (
                entry.text,
                entry.actor or "everybody",
                entry.due or None,
                entry.state,
                entry.carried,
                entry.level,
            ),
            tuple(about[number]),
        )
        for number, entry in sorted(entries.items())
    )
    many = len(entries)
    done = sum(entry.state == "done" for entry in entries.values())
    levels = [entry.level for entry in entries.values() if entry.level is not None]
    carried = sum(entry.carried > 0 and entry.state != "done" for entry in entries.values())
    said = trn("{done} of {n} promise was done", "{done} of {n} promises were done", many, done=done)
    on = ""
    if carried:
        on = trn("{n} was carried from round to round", "{n} were carried from round to round", carried)
    judged = ""
    if levels:
        judged = trn(
            "{n} was judged, on average {level} of 3",
            "{n} were judged, on average {level} of 3",
            len(levels),
            level=figure(sum(levels) / len(levels), 1),
        )
    return replace(
        FOLLOW_UP.said,
        observed=True,
        value=done / many,
        reading=sentence(said, on, judged),
        evidence=tuple(sorted({number for row in rows for number in row.evidence})),
        table=Table(("entry", "party", "due", "progress", "carried", "level"), rows),
    )
