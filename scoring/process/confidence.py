"""Whether what was told in confidence stayed there: M13."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import islice, takewhile

from scenarios.texts import mark, tr, trn
from scoring.findings import Band, Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.process.presence import during, mediated
from scoring.process.sittings import Meeting
from scoring.sentences import percent, sentence
from simulator.engine.events import InterestDisclosed, InterestRelayed, LearnedRecorded, ReleasePermitted
from simulator.engine.session import Moment
from simulator.engine.words import EVERYBODY, Permission

AFTER = 5 * 60
"""Play seconds after a meeting within which a permission still belongs to it."""

BREACHES = Finding(
    id="M13",
    title=mark("Confidentiality"),
    panel=Panel.PROCESS,
    observed=False,
    unit="breaches",
    caution=mark(
        "Only what was carried on the screen is here; what was passed on in a corridor an observer must hear."
    ),
    fundamentals=(Fundamental.CONSENT,),
)
PERMISSION = Finding(
    id="M13.permission",
    title=mark("Permission at the end of a meeting"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark(
        "The question “what may I take to the others?” is said aloud; only an answer that was recorded is here."
    ),
    fundamentals=(Fundamental.CONSENT,),
)


def breaches(course: Course) -> Finding:
    """M13: interests that somebody carried further without the owner's permission, beside those carried with it.

    A permission that came before the carrying counts, whenever it was given. Observed once an interest was told in
    private.
    """
    private = [(moment, event) for moment, event in course.every(InterestDisclosed) if EVERYBODY not in event.to]
    carried = course.every(InterestRelayed)
    if not private and not carried:
        return replace(BREACHES.said, reading=tr("No interest was told in private, so there was nothing to keep."))
    without = [event for _, event in carried if event.breach]
    confided = {e.interest for _, e in private if e.permission is Permission.CLOSED}
    told = len({event.interest for _, event in private})
    if told:
        first = trn(
            "{n} interest was told in private, {confided} of them in confidence",
            "{n} interests were told in private, {confided} of them in confidence",
            told,
            confided=len(confided),
        )
    else:
        first = tr("0 interests were told in private")
    further = {event.interest for _, event in carried}
    permitted = trn("{n} time with permission", "{n} times with permission", len(carried) - len(without))
    if not carried:
        then = tr("nobody carried any further")
    elif not without:
        then = trn(
            "others carried {n} interest further, {permitted} and 0 times without",
            "others carried {n} interests further, {permitted} and 0 times without",
            len(further),
            permitted=permitted,
        )
    else:
        then = trn(
            "others carried {n} interest further, {permitted} and {unpermitted} ({by_mediators} by mediators)",
            "others carried {n} interests further, {permitted} and {unpermitted} ({by_mediators} by mediators)",
            len(further),
            permitted=permitted,
            unpermitted=trn("{n} time without", "{n} times without", len(without)),
            by_mediators=sum(course.mediates(event.by) for event in without),
        )
    rows = tuple(
        Row(
            (
                event.interest,
                event.by,
                "all" if EVERYBODY in event.to else ", ".join(event.to),
                minutes(moment.seconds),
                "no" if event.breach else "yes",
            ),
            tuple(sorted({*_told(course, event.interest, moment), moment.number})),
        )
        for moment, event in carried
    )
    return replace(
        BREACHES.said,
        observed=True,
        value=float(len(without)),
        reading=sentence(first, then),
        band=Band.WORTH_A_LOOK if without else Band.AS_PLANNED,
        evidence=tuple(sorted({moment.number for moment, _ in (*private, *carried)})),
        table=Table(("interest", "seat", "told_to", "minute", "permitted"), rows),
    )


def permissions(course: Course) -> Finding:
    """M13: of the mediators' meetings in which something told was recorded, the share that ended with a permission.

    A permission is an interest told with leave to carry it, a release, or a line that the mediators noted as one they
    may carry, in the meeting or within five minutes after it.
    """
    held = mediated(course)
    if not held:
        return replace(PERMISSION.said, reading=tr("The mediators met nobody alone."))
    rows: list[Row] = []
    spoken = course.any_of(InterestDisclosed, ReleasePermitted, LearnedRecorded)
    numbered = [moment.number for moment in spoken]
    for meeting in held:
        start = bisect_right(numbered, meeting.opened.number) if meeting.opened else len(spoken)
        around = list(takewhile(partial(during, course, meeting, after=AFTER), islice(spoken, start, None)))
        told = [moment for moment in around if _tells(course, meeting, moment)]
        interests = {m.event.interest for m in told if isinstance(m.event, InterestDisclosed)}
        notes = sum(isinstance(m.event, LearnedRecorded) for m in told)
        given = [moment for moment in around if _permits(course, meeting, moment)]
        numbers = sorted({moment.number for moment in (*told, *given)})
        state = "permission" if given else "none" if told else "nothing_recorded"
        parties = dict.fromkeys(course.party_of(s) for s in meeting.seats if not course.mediates(s))
        opened = meeting.opened.seconds if meeting.opened else 0.0
        cells = (meeting.number, ", ".join(p for p in parties if p), minutes(opened), len(interests), notes, state)
        rows.append(Row(cells, (*meeting.evidence, *numbers)))
    table = Table(("meeting", "party", "minute", "interests_told", "notes", "ended_with"), tuple(rows))
    silent = sum(row.cells[5] == "nothing_recorded" for row in rows)
    tried = len(rows) - silent
    evidence = tuple(sorted({number for row in rows for number in row.evidence}))
    if not tried:
        reading = trn(
            "In {n} meeting with mediators nothing was recorded that could be carried.",
            "In {n} meetings with mediators nothing was recorded that could be carried.",
            silent,
        )
        return replace(PERMISSION.said, reading=reading, evidence=evidence, table=table)
    ended = sum(row.cells[5] == "permission" for row in rows)
    reading = trn(
        "{ended} of {n} meeting ({share}) in which something was told ended with a permission to carry it",
        "{ended} of {n} meetings ({share}) in which something was told ended with a permission to carry it",
        tried,
        ended=ended,
        share=percent(ended / tried),
    )
    more = trn("of {n} more nothing is recorded", "of {n} more nothing is recorded", silent) if silent else ""
    return replace(
        PERMISSION.said,
        observed=True,
        value=ended / tried,
        reading=sentence(reading, more),
        evidence=evidence,
        table=table,
    )


def _told(course: Course, interest: str, before: Moment) -> Iterator[int]:
    """The disclosures and releases of an interest that came before it was carried."""
    for moment in course.any_of(InterestDisclosed, ReleasePermitted):
        event = moment.event
        about = isinstance(event, InterestDisclosed | ReleasePermitted) and event.interest == interest
        if about and moment.number < before.number:
            yield moment.number


def _tells(course: Course, meeting: Meeting, moment: Moment) -> bool:
    event = moment.event
    if isinstance(event, InterestDisclosed):
        return event.caucus == meeting.number or (
            EVERYBODY not in event.to and event.by in meeting.seats and set(event.to) <= set(meeting.seats)
        )
    return isinstance(event, LearnedRecorded) and event.by in meeting.seats and _from(course, meeting, event.party)


def _permits(course: Course, meeting: Meeting, moment: Moment) -> bool:
    event = moment.event
    if isinstance(event, InterestDisclosed):
        return event.permission is Permission.RELEASABLE and _tells(course, meeting, moment)
    if isinstance(event, ReleasePermitted):
        return _from(course, meeting, event.interest.partition(".")[0])
    return (
        isinstance(event, LearnedRecorded)
        and event.releasable
        and event.by in meeting.seats
        and _from(course, meeting, event.party)
    )


def _from(course: Course, meeting: Meeting, party: str) -> bool:
    """Whether somebody of a party sat in a meeting."""
    return any(course.party_of(seat) == party for seat in meeting.seats)
