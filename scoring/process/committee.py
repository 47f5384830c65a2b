"""What became of reports (M26), of the contradictions between them, and of disputes over the reference text (M27)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scenarios.texts import listing, mark, tr, trn
from scoring.findings import Band, Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.sentences import lasting, sentence
from simulator.engine.contradictions import contradictions
from simulator.engine.events import (
    DisputeAnswered,
    DisputeRaised,
    DisputeReferred,
    DisputeSettled,
    DisputeWithdrawn,
    MatterLifted,
    ReadingProposed,
    ReportAdopted,
    ReportDelivered,
    ReportReturned,
)
from simulator.engine.evolve import evolve
from simulator.engine.replay import begin
from simulator.engine.session import Moment, ReportState
from simulator.engine.words import Settled

REPORTS = Finding(
    id="M26",
    title=mark("Reports of bodies"),
    panel=Panel.PROCESS,
    observed=False,
    unit="reports",
    caution=mark("A report adopted at once may be good work, or a plenary that did not read it."),
    fundamentals=(Fundamental.COHERENCE,),
)

CONTRADICTIONS = Finding(
    id="M26.contradictions",
    title=mark("Contradictions between reports"),
    panel=Panel.PROCESS,
    observed=False,
    unit="contradictions",
    caution=mark("Only what the scenario says is shared is compared; words that do not fit together are not seen."),
    fundamentals=(Fundamental.COHERENCE, Fundamental.QUALITY_AGREEMENT),
)

DISPUTES = Finding(
    id="M27",
    title=mark("Disputes over articles"),
    panel=Panel.PROCESS,
    observed=False,
    unit="disputes",
    caution=mark("Words that both accept settle a dispute; whether both mean the same by them is not seen."),
    fundamentals=(Fundamental.CONSENT, Fundamental.QUALITY_AGREEMENT),
)


def reports(course: Course) -> Finding | None:
    """M26: what became of each report, and after how long; the value counts those adopted. None without such bodies."""
    if not any(body.reports_to for body in course.scenario.bodies.values()):
        return None
    delivered = course.every(ReportDelivered)
    if not delivered:
        return replace(REPORTS.said, reading=tr("No body handed over a report."))
    ends = _ends(course)
    returned = {event.report for _, event in course.every(ReportReturned)}
    lifted = {event.report for _, event in course.every(MatterLifted)}
    rows: list[Row] = []
    took: list[float] = []
    for moment, event in delivered:
        end = ends.get(event.report)
        adopted = end is not None and isinstance(end.event, ReportAdopted)
        before = any(e.body == event.body and e.report in returned for m, e in delivered if m.number < moment.number)
        at_first = not before and event.report not in lifted
        became = _became(course.talks.reports[event.report], end, at_first)
        lines = [line.settled for line in event.lines.values()]
        after = None if end is None else course.between(moment, end)
        if adopted and after is not None:
            took.append(after)
        rows.append(
            Row(
                (
                    event.report,
                    event.body,
                    minutes(moment.seconds),
                    lines.count(Settled.AGREED),
                    lines.count(Settled.BRACKETED),
                    lines.count(Settled.BLOCKED),
                    became,
                    None if after is None else minutes(after),
                ),
                (moment.number, *((end.number,) if end is not None else ())),
            )
        )
    at_once = sum(1 for row in rows if row.cells[6] == "adopted_at_once")
    return replace(
        REPORTS.said,
        observed=True,
        value=float(len(took)),
        reading=sentence(
            trn("{n} report was handed over", "{n} reports were handed over", len(delivered)),
            trn("{n} was adopted, {once} of them at once", "{n} were adopted, {once} of them at once", len(took),
                once=at_once),
            trn("{n} went back", "{n} went back", len(returned)),
            trn("from {n} report something was lifted to the heads",
                "from {n} reports something was lifted to the heads", len(lifted)) if lifted else "",
            tr("the slowest took {length} to adoption", length=lasting(max(took))) if took else "",
        ),
        evidence=tuple(sorted({number for row in rows for number in row.evidence})),
        table=Table(
            ("report", "body", "minute", "agreed", "in_brackets", "blocked", "became", "minutes"), tuple(rows)
        ),
    )  # fmt: skip


def _became(report: ReportState, end: Moment | None, at_once: bool) -> str:
    if end is not None:
        if isinstance(end.event, ReportReturned):
            return "returned"
        return "adopted_at_once" if at_once else "adopted"
    return "waits" if report.state == "delivered" else report.state


def _ends(course: Course) -> Mapping[int, Moment]:
    """The event by which each report was adopted or, the first time, went back."""
    found: dict[int, Moment] = {}
    for moment in course.any_of(ReportAdopted, ReportReturned):
        assert isinstance(moment.event, ReportAdopted | ReportReturned)
        found.setdefault(moment.event.report, moment)
    return found


# -- contradictions ---------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Found:
    """A contradiction while it stood."""

    shared: str
    reports: tuple[int, ...]
    since: Moment
    until: Moment | None = None


def contradictory_reports(course: Course) -> Finding | None:
    """M26.contradictions: where reports did not add up, and whether that was put right before they were adopted.

    The value counts those found. None where bodies share nothing.
    """
    if not course.scenario.shared or not any(body.reports_to for body in course.scenario.bodies.values()):
        return None
    if not course.every(ReportDelivered):
        return replace(CONTRADICTIONS.said, reading=tr("No body handed over a report."))
    found, states = _stood(course)
    rows: list[Row] = []
    for each in found:
        if each.until is not None:
            ended = "put_right"
        else:
            ended = "adopted" if all(states[number].adopted for number in each.reports) else "left_open"
        last = minutes(course.end if each.until is None else each.until.seconds)
        stood = round(last - minutes(each.since.seconds), 1)
        evidence = (each.since.number, *((each.until.number,) if each.until is not None else ()))
        numbers = ", ".join(str(number) for number in each.reports)
        rows.append(Row((each.shared, numbers, minutes(each.since.seconds), ended, stood), evidence))
    kept = sum(1 for row in rows if row.cells[3] == "adopted")
    right = sum(1 for row in rows if row.cells[3] == "put_right")
    reading = tr("The reports never disposed of more than there is, nor of two days for one thing.")
    if rows:
        reading = sentence(
            trn("{n} contradiction stood between reports", "{n} contradictions stood between reports", len(rows)),
            trn("{n} was put right before adoption", "{n} were put right before adoption", right),
            trn("{n} was adopted with it", "{n} were adopted all the same", kept),
        )
    return replace(
        CONTRADICTIONS.said,
        observed=True,
        value=float(len(rows)),
        reading=reading,
        band=Band.WORTH_A_LOOK if right < len(rows) else Band.AS_PLANNED,
        evidence=tuple(sorted({number for row in rows for number in row.evidence})),
        table=Table(("shared", "reports", "minute", "became", "minutes"), tuple(rows)) if rows else None,
    )


def _stood(course: Course) -> tuple[list[_Found], Mapping[int, ReportState]]:
    """Every contradiction that stood between reports, and the reports when the talks were over."""
    session = begin(course.scenario, course.record.seed)
    found: list[_Found] = []
    open_: dict[str, _Found] = {}
    for moment in course.any_of(ReportDelivered, ReportReturned, ReportAdopted, MatterLifted):
        session = evolve(session, moment.event)
        now = {each.shared: each for each in contradictions(course.scenario, session.reports.values())}
        for shared in [name for name in open_ if name not in now]:
            open_.pop(shared).until = moment
        for shared, each in now.items():
            if shared in open_:
                open_[shared].reports = tuple(each.uses)
            else:
                open_[shared] = _Found(shared, tuple(each.uses), moment)
                found.append(open_[shared])
    return found, session.reports


# -- disputes ---------------------------------------------------------------------------------------------------------


def disputes(course: Course) -> Finding | None:
    """M27: disputes by kind, how they ended and after how long; the value counts those settled.

    None where no agreement is in force.
    """
    if course.scenario.reference is None:
        return None
    raised = course.every(DisputeRaised)
    if not raised:
        return replace(DISPUTES.said, reading=tr("Nobody raised a dispute over an article."))
    rows: list[Row] = []
    for moment, event in raised:
        about = [m for m in course.any_of(*_STEPS) if getattr(m.event, "dispute", None) == event.dispute]
        end = next((m for m in about if isinstance(m.event, DisputeSettled | DisputeWithdrawn)), None)
        words = sum(1 for m in about if isinstance(m.event, ReadingProposed))
        state = course.talks.disputes[event.dispute].state
        rows.append(
            Row(
                (
                    event.dispute,
                    event.kind.value,
                    event.article,
                    event.party,
                    event.against or None,
                    minutes(moment.seconds),
                    words,
                    state if end is not None else "left_open",
                    None if end is None else minutes(course.between(moment, end)),
                ),
                (moment.number, *(m.number for m in about)),
            )
        )
    ended = [row.cells[7] for row in rows]
    kinds = listing(
        told
        for kind, told in (
            ("interpretation", trn("{n} of interpretation", "{n} of interpretation", _of_kind(rows, "interpretation"))),
            ("violation", trn("{n} of violation", "{n} of violation", _of_kind(rows, "violation"))),
        )
        if _of_kind(rows, kind)
    )
    settled = ended.count("settled")
    return replace(
        DISPUTES.said,
        observed=True,
        value=float(settled),
        reading=sentence(
            # Translators: {kinds} is "2 of interpretation and 1 of violation".
            trn("{n} dispute was raised: {kinds}", "{n} disputes were raised: {kinds}", len(rows), kinds=kinds),
            trn("{n} was settled by accepted words", "{n} were settled by accepted words", settled),
            trn("{n} was taken back", "{n} were taken back", ended.count("withdrawn")),
            trn("{n} was left open", "{n} were left open", ended.count("left_open")),
        ),
        evidence=tuple(sorted({number for row in rows for number in row.evidence})),
        table=Table(
            ("dispute", "kind", "article", "party", "other", "minute", "wordings", "became", "minutes"), tuple(rows)
        ),
    )


_STEPS = (DisputeAnswered, ReadingProposed, DisputeReferred, DisputeSettled, DisputeWithdrawn)


def _of_kind(rows: list[Row], kind: str) -> int:
    return sum(1 for row in rows if row.cells[1] == kind)
