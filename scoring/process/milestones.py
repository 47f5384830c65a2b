"""What was reached when, against the plan: M12."""

from collections.abc import Iterator
from dataclasses import replace

from roles.acts import Family
from scenarios.model import Condition, Scenario
from scenarios.texts import mark, tr, trn
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.sentences import figure, sentence
from simulator.engine.events import (
    AgendaAdopted,
    FramingContested,
    IssueFramed,
    PackageAgreed,
    PhaseEntered,
    TextAdopted,
    VersionIssued,
)
from simulator.engine.session import Moment
from simulator.engine.words import OutcomeKind

MILESTONES = Finding(
    id="M12",
    title=mark("Milestones"),
    panel=Panel.PROCESS,
    observed=False,
    unit="milestones",
    caution=mark("Late is not bad: compare with the plan, and ask what the time was used for."),
    fundamentals=(Fundamental.PREPAREDNESS,),
)

NAMES = (
    "agenda_adopted",
    "issues_framed",
    "first_version",
    "second_version",
    "first_package",
    "package_agreed",
    "text_adopted",
    "outcome",
)
"""The milestones, in the order in which the table shows them."""

BROKEN_OFF = (OutcomeKind.ABORTED, OutcomeKind.COLLAPSED)
"""Ends that nobody reached: the talks were broken off."""

_FAMILIES = {
    "agenda_adopted": Family.AGENDA,
    "issues_framed": Family.OPTIONS,
    "first_version": Family.TEXT,
    "second_version": Family.TEXT,
    "first_package": Family.PACKAGES,
    "package_agreed": Family.PACKAGES,
    "text_adopted": Family.ADOPTION,
}


def milestones(course: Course) -> Finding:
    """M12: the minute of each milestone beside the planned one, and the loops back; the value counts those reached."""
    if not course.moments:
        return replace(MILESTONES.said, reading=tr("Nothing happened."))
    reached = _reached(course)
    loops = [(moment, event) for moment, event in course.every(PhaseEntered) if event.loop]
    rows: list[Row] = []
    for name in NAMES:
        moment, due = reached.get(name), planned(course.scenario, name)
        minute = None if moment is None else minutes(moment.seconds)
        late = None if minute is None or due is None else round(minute - due, 1)
        rows.append(
            Row((name, minute, due, late, moment.phase if moment else None), (moment.number,) if moment else ())
        )
    for moment, event in loops:
        rows.append(Row(("loop_back", minutes(moment.seconds), None, None, event.phase), (moment.number,)))
    back = tr("the talks never went back")
    if loops:
        back = trn(
            "the talks went back to an earlier phase {n} time",
            "the talks went back to an earlier phase {n} times",
            len(loops),
        )
    last = max(reached.values(), key=lambda moment: moment.number, default=None)
    if last is not None:
        how_far = trn(
            "{n} of {all} milestones was reached, the last one in minute {minute}",
            "{n} of {all} milestones were reached, the last one in minute {minute}",
            len(reached),
            all=len(NAMES),
            minute=figure(minutes(last.seconds)),
        )
    else:
        how_far = tr("0 of {all} milestones were reached", all=len(NAMES))
    return replace(
        MILESTONES.said,
        observed=True,
        value=float(len(reached)),
        reading=sentence(how_far, back),
        evidence=tuple(sorted(moment.number for moment in (*reached.values(), *(moment for moment, _ in loops)))),
        table=Table(("milestone", "minute", "planned_minute", "minutes_late", "phase"), tuple(rows)),
    )


def planned(scenario: Scenario, milestone: str) -> int | None:
    """The minute by which a milestone is planned, from the phases' planned minutes in the order of the file.

    It is due by the end of the first phase whose `leave_when` asks for it, or else of the first phase that opens its
    family of acts. The outcome is due by the end of the phase that decides.
    """
    end = 0
    by_family: int | None = None
    for phase in scenario.phases.values():
        end += phase.minutes[1]
        if milestone == "outcome" and phase.decides:
            return end
        if phase.leave_when is not None and milestone in _asked(phase.leave_when):
            return end
        if by_family is None and _FAMILIES.get(milestone) in phase.allows:
            by_family = end
    return by_family


def _asked(condition: Condition) -> Iterator[str]:
    """The milestones that must be reached for a condition to hold."""
    if condition.agenda == "adopted":
        yield "agenda_adopted"
    if condition.framed:
        yield "issues_framed"
    if condition.text_version is not None:
        yield "first_version" if condition.text_version <= 1 else "second_version"
    if condition.package is not None:
        yield "first_package" if condition.package == "tabled" else "package_agreed"
    if condition.outcome is not None:
        yield "outcome"
    for part in (*(condition.all or ()), *(condition.any or ())):
        yield from _asked(part)


def _reached(course: Course) -> dict[str, Moment]:
    versions = [moment for moment, _ in course.every(VersionIssued)]
    first: dict[str, Moment | None] = {
        "agenda_adopted": next((moment for moment, event in course.every(AgendaAdopted) if not event.body), None),
        "issues_framed": _all_framed(course),
        "first_version": versions[0] if versions else None,
        "second_version": versions[1] if len(versions) > 1 else None,
        "first_package": next((moment for moment, _ in course.offers()), None),
        "package_agreed": next((moment for moment, _ in course.every(PackageAgreed)), None),
        "text_adopted": next((moment for moment, _ in course.every(TextAdopted)), None),
        "outcome": course.outcome[0] if course.outcome and course.outcome[1].kind not in BROKEN_OFF else None,
    }
    return {name: moment for name, moment in first.items() if moment is not None}


def _all_framed(course: Course) -> Moment | None:
    """When every issue on the agenda of the talks, or every issue where none was adopted, was framed first."""
    wanted = set(course.scenario.issues)
    framed: set[str] = set()
    for moment in course.during:
        event = moment.event
        if isinstance(event, AgendaAdopted):
            if not event.body:
                wanted = set(course.scenario.issues).intersection(event.issues) or wanted
        elif isinstance(event, IssueFramed):
            framed.add(event.issue)
        elif isinstance(event, FramingContested):
            framed.discard(event.issue)
        else:
            continue
        if framed and wanted <= framed:
            return moment
    return None
