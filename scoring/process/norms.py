"""What on the table touched a norm, or would hurt those who have no vote: M24."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from scenarios.model import Option
from scoring.findings import Band, Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, counted, minutes
from scoring.process.settled import settled
from simulator.engine.events import OptionProposed, PackageTabled, VersionIssued
from simulator.engine.session import Moment

NORMS = Finding(
    id="M24",
    title="Norms touched",
    panel=Panel.PROCESS,
    observed=False,
    unit="issues",
    caution="The flag is automatic, and only as good as its author; whether a norm is broken a person must judge.",
    fundamentals=(Fundamental.LAW_AND_NORMS,),
)
HARM = Finding(
    id="M24.harm",
    title="Harm to those without a vote",
    panel=Panel.PROCESS,
    observed=False,
    unit="issues",
    caution="The author says who would be hurt, nobody asked them; whether it was worth it is a judgement.",
    fundamentals=(Fundamental.LAW_AND_NORMS, Fundamental.INCLUSIVITY),
)


def norms(course: Course) -> Finding:
    """M24: the issues that the agreement, or what came on the table last, settles by an option that touches a norm."""
    return _flagged(course, NORMS, lambda option: option.norm_flags, "touch a norm")


def harm(course: Course) -> Finding:
    """M24: the issues settled by an option that would hurt some of those who have no vote."""
    return _flagged(
        course, HARM, lambda option: (option.harm,) if option.harm else (), "would hurt people without a vote"
    )


def _flagged(course: Course, finding: Finding, flags: Callable[[Option], Sequence[str]], does: str) -> Finding:
    """A finding about options with a flag: where each came on the table first, and whether it stood in the end."""
    marked = {
        (name, option): flags(written)
        for name, issue in course.scenario.issues.items()
        for option, written in issue.options.items()
        if flags(written)
    }
    if not marked:
        return replace(finding, reading=f"The scenario marks no option as one that {_singular(does)}.")
    end = settled(course)
    first = _first_tabled(course)
    if end is None and not first:
        return replace(finding, reading="Nothing was on the table.")
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
    number = counted(len(rows), "option") if rows else "No option"
    reading = f"{number} that {does if len(rows) > 1 else _singular(does)} came on the table"
    if rows and end is None:
        reading += "; nothing was settled yet"
    elif rows and end is not None:
        which = "it" if len(rows) == 1 else f"{standing or 'none'} of them"
        stand = "does not stand" if len(rows) == 1 and not standing else "stand"
        reading += f"; {which} {stand}{'s' if stand == 'stand' and standing < 2 else ''} in {end.called.rstrip(',')}"
    return replace(
        finding,
        observed=True,
        value=float(standing),
        reading=f"{reading}.",
        band=Band.WORTH_A_LOOK if standing else Band.AS_PLANNED,
        evidence=tuple(sorted(numbers)),
        table=Table(("issue", "option", "flags", "first_minute", "state"), tuple(rows)),
    )


def _singular(does: str) -> str:
    return does.replace("touch ", "touches ", 1)


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
