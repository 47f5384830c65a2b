"""What on the table touched a norm, or would hurt those who have no vote: M24."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from scenarios.model import Option
from scenarios.texts import mark, tr, trn
from scoring.findings import Band, Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.process.settled import Settled, settled
from scoring.sentences import sentence
from simulator.engine.events import OptionProposed, PackageTabled, VersionIssued
from simulator.engine.session import Moment

NORMS = Finding(
    id="M24",
    title=mark("Norms touched"),
    panel=Panel.PROCESS,
    observed=False,
    unit="issues",
    caution=mark(
        "The flag is automatic, and only as good as its author; whether a norm is broken a person must judge."
    ),
    fundamentals=(Fundamental.LAW_AND_NORMS,),
)
HARM = Finding(
    id="M24.harm",
    title=mark("Harm to those without a vote"),
    panel=Panel.PROCESS,
    observed=False,
    unit="issues",
    caution=mark("The author says who would be hurt, nobody asked them; whether it was worth it is a judgement."),
    fundamentals=(Fundamental.LAW_AND_NORMS, Fundamental.INCLUSIVITY),
)


def norms(course: Course) -> Finding:
    """M24: the issues that the agreement, or what came on the table last, settles by an option that touches a norm."""
    return _flagged(course, NORMS.said, lambda option: option.norm_flags)


def harm(course: Course) -> Finding:
    """M24: the issues settled by an option that would hurt some of those who have no vote."""
    return _flagged(course, HARM.said, lambda option: (option.harm,) if option.harm else ())


def _flagged(course: Course, finding: Finding, flags: Callable[[Option], Sequence[str]]) -> Finding:
    """A finding about options with a flag: where each came on the table first, and whether it stood in the end."""
    marked = {
        (name, option): flags(written)
        for name, issue in course.scenario.issues.items()
        for option, written in issue.options.items()
        if flags(written)
    }
    touch = finding.id == NORMS.id
    if not marked:
        reading = (
            tr("The scenario marks no option as one that touches a norm.")
            if touch
            else tr("The scenario marks no option as one that would hurt people without a vote.")
        )
        return replace(finding, reading=reading)
    end = settled(course)
    first = _first_tabled(course)
    if end is None and not first:
        return replace(finding, reading=tr("Nothing was on the table."))
    rows: list[Row] = []
    for (issue, option), said in marked.items():
        stands = end is not None and end.options.get(issue) == option
        tabled = first.get((issue, option))
        if tabled is None and not stands:
            continue
        cells = (
            issue,
            option,
            "; ".join(said),
            minutes(tabled.seconds) if tabled else None,
            "stands" if stands else "dropped",
        )
        rows.append(Row(cells, (*((tabled.number,) if tabled else ()), *(end.evidence if stands and end else ()))))
    standing = sum(row.cells[4] == "stands" for row in rows)
    numbers = {number for row in rows for number in row.evidence} | set(end.evidence if end else ())
    numbers |= set() if numbers else {moment.number for moment in first.values()}
    return replace(
        finding,
        observed=True,
        value=float(standing),
        reading=sentence(_came(len(rows), touch), _stood(len(rows), standing, end)),
        band=Band.WORTH_A_LOOK if standing else Band.AS_PLANNED,
        evidence=tuple(sorted(numbers)),
        table=Table(("issue", "option", "flags", "first_minute", "state"), tuple(rows)),
    )


def _came(options: int, touch: bool) -> str:
    """How many options with a flag came on the table, as a clause."""
    if touch:
        if not options:
            return tr("No option that touches a norm came on the table")
        return trn(
            "{n} option that touches a norm came on the table",
            "{n} options that touch a norm came on the table",
            options,
        )
    if not options:
        return tr("No option that would hurt people without a vote came on the table")
    return trn(
        "{n} option that would hurt people without a vote came on the table",
        "{n} options that would hurt people without a vote came on the table",
        options,
    )


def _stood(options: int, standing: int, end: Settled | None) -> str:
    """How many of them stood in the end, as a clause."""
    if not options:
        return ""
    if end is None:
        return tr("nothing was settled yet")
    # Translators: {what} is "the agreement", "the last text" or "the last package, package 3".
    what = end.called.rstrip(",")
    if options == 1:
        return tr("it stands in {what}", what=what) if standing else tr("it does not stand in {what}", what=what)
    if not standing:
        return tr("none of them stands in {what}", what=what)
    return trn("{n} of them stands in {what}", "{n} of them stand in {what}", standing, what=what)


def _first_tabled(course: Course) -> dict[tuple[str, str], Moment]:
    """When each option was first proposed, tabled in a package or written into a version."""
    clauses = course.scenario.text.clauses
    found: dict[tuple[str, str], Moment] = {}
    for moment in course.any_of(OptionProposed, PackageTabled, VersionIssued):
        event = moment.event
        if isinstance(event, OptionProposed):
            found.setdefault((event.issue, event.option), moment)
        elif isinstance(event, PackageTabled):
            for issue, option in event.terms.items():
                found.setdefault((issue, option), moment)
        elif isinstance(event, VersionIssued):
            for name, draft in event.clauses.items():
                issue_of = clauses[name].issue if name in clauses else None
                if issue_of is not None and draft.option is not None:
                    found.setdefault((issue_of, draft.option), moment)
    return found
