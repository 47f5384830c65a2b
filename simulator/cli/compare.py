"""goodoffices compare: how far several sessions of one scenario spread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import click

from scenarios.texts import mark, tr, trc, trn
from simulator.cli.named import named
from simulator.cli.numbers import short
from simulator.cli.sources import Source, records_of, scores_of
from simulator.cli.talk import FOUND, Trouble, put_json, say
from simulator.cli.waiting import waiting

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from scoring.cohort import Cohort, Measure, Spread


@click.command(
    "compare",
    epilog="Examples: goodoffices compare monday.jsonl tuesday.jsonl  |  goodoffices compare course/*.jsonl --json",
)
@click.argument("session", nargs=-1, required=True)
@click.option(
    "--across-versions", is_flag=True, help=mark("Compare sessions although the scenario was changed between them.")
)
@click.option("--json", "as_json", is_flag=True, help=mark("One object for programs."))
@click.pass_context
def command(context: click.Context, session: tuple[str, ...], across_versions: bool, as_json: bool) -> None:
    """Compare several SESSIONs of one scenario (ids in the journal, or portable files): how far each measure spreads.

    No value stands beside its session, and nobody is named: a spread says what is possible, not who is better. What
    people said of each other is shown from four sessions on. Of several sessions, one that cannot be read is told and
    left out, and the exit status is 1.
    """
    with waiting() as told:
        sources, unread = records_of(context, session, told)
    for each in unread:
        say(tr("goodoffices: left out: {why}", why=each.why))
    if len(sources) < 2:
        if len(session) == 1:
            why = tr("A comparison needs two sessions at least. goodoffices score tells a single one.")
        else:
            why = tr("A comparison needs two sessions at least. Too few could be read.")
        raise Trouble(why, FOUND if unread else 2)
    _same_scenario(sources, across_versions)
    _no_session_twice(sources)
    from scoring.cohort import Cohort

    with waiting() as told:
        cohort = Cohort.of(scores_of(sources, told))
    if as_json:
        put_json(cohort.as_json())
    else:
        _put(cohort, sources[-1].record.scenario)
    if unread:
        context.exit(FOUND)


def _same_scenario(sources: Sequence[Source], across_versions: bool) -> None:
    """Raises Trouble for two scenarios, or two versions of one."""
    first = sources[0]
    for source in sources:
        if source.record.scenario.id != first.record.scenario.id:
            raise Trouble(
                tr(
                    "These are sessions of two scenarios: {one} is {first}, {other} is {second}. "
                    "Sessions of one scenario can be compared.",
                    one=first.name,
                    first=first.record.scenario.id,
                    other=source.name,
                    second=source.record.scenario.id,
                )
            )
    for source in sources:
        if across_versions or source.record.scenario == first.record.scenario:
            continue
        one, other = first.record.scenario.version, source.record.scenario.version
        if one != other:
            what = tr(
                "The scenario was changed between these sessions: {a} and {b} are versions {one} and {other}.",
                a=first.name,
                b=source.name,
                one=one,
                other=other,
            )
        else:
            what = tr(
                "The scenario was changed between these sessions: {a} and {b} are two texts that both say "
                "version {one}.",
                a=first.name,
                b=source.name,
                one=one,
            )
        raise Trouble(what + " " + tr("Points and issues may differ; --across-versions compares them all the same."))


def _no_session_twice(sources: Sequence[Source]) -> None:
    """Raises Trouble for a session that was given twice; tells of branches, which are not two groups."""
    from scoring.what_if import common_beginning
    from simulator.engine.events import ClockStarted

    for one, other in combinations(sources, 2):
        common = common_beginning(one.record, other.record)
        if common == len(one.record.events) == len(other.record.events):
            raise Trouble(tr("{one} and {other} are the same session.", one=one.name, other=other.name))
        if any(isinstance(event, ClockStarted) for event in one.record.events[:common]):
            say(
                trn(
                    "{one} and {other} have their first {n} event in common: branches are not two groups.",
                    "{one} and {other} have their first {n} events in common: branches are not two groups.",
                    common,
                    one=one.name,
                    other=other.name,
                )
            )


def _put(cohort: Cohort, case: Scenario) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from scenarios.problems import shown
    from scoring.findings import Panel

    console = Console()

    def line(text: str = "") -> None:
        console.print(Text(shown(text)))

    def listing(title: str, counts: Sequence[tuple[str, int]], of: int) -> None:
        line(title)
        for name, number in counts:
            told = tr("{n} of {all}", n=number, all=of)
            console.print(Padding.indent(Text(shown(f"{told}  {name}")), 2))
        line()

    line(trn("{title}: {n} session", "{title}: {n} sessions", cohort.sessions, title=case.title))
    line()
    listing(tr("HOW THEY ENDED"), [(named(kind), n) for kind, n in cohort.outcomes.items()], cohort.sessions)
    agreed = [
        (tr("; ").join(_term(case, issue, option) for issue, option in each.terms.items()), each.sessions)
        for each in cohort.agreements
    ]
    if agreed:
        listing(tr("WHAT WAS AGREED"), agreed, sum(each.sessions for each in cohort.agreements))
    if cohort.moments:
        listing(tr("TURNING POINTS"), [(named(kind), n) for kind, n in cohort.moments.items()], cohort.sessions)
    quarters = any(measure.spread.lower is not None for measure in cohort.measures)
    cautions: list[tuple[str, str]] = []
    unseen: list[str] = []
    for panel in Panel:
        sheet = Table(box=None, pad_edge=False, title=Text(named(panel.value)), title_justify="left", title_style="")
        sheet.add_column(tr("Measure"), ratio=1)
        sheet.add_column(tr("Unit"))
        sheet.add_column(tr("Seen"), justify="right", no_wrap=True)
        least, middle, most = tr("Least"), tr("Median"), tr("Most")
        for head in (least, "¼", middle, "¾", most) if quarters else (least, middle, most):
            sheet.add_column(head, justify="right", no_wrap=True)
        rows = 0
        for measure in cohort.panel(panel):
            if not measure.spread.seen:
                unseen.append(measure.id)
                continue
            for cells in _lines(measure, cohort.sessions, case, quarters):
                sheet.add_row(*(Text(shown(cell)) for cell in cells))
                rows += 1
            if measure.caution:
                cautions.append((measure.id, measure.caution))
        if panel is Panel.PROCESS:
            cells = (tr("Minutes of talks"), trc("unit", "minutes"), f"{cohort.minutes.seen}/{cohort.sessions}")
            sheet.add_row(*(Text(cell) for cell in (*cells, *_five(cohort.minutes, quarters))))
            rows += 1
        if rows:
            console.print(sheet)
            line()
    line(tr("HOW TO READ THIS"))
    for caution in (*cohort.cautions, tr("A dash stands where too few sessions have a value to show.")):
        line(caution)
    if unseen:
        line(tr("Seen in no session: {measures}.", measures=", ".join(unseen)))
    line()
    grid = Table(box=None, pad_edge=False, show_header=False)
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    for id, caution in cautions:
        grid.add_row(Text(id), Text(shown(caution)))
    console.print(grid)


def _lines(measure: Measure, sessions: int, case: Scenario, quarters: bool) -> list[tuple[str, ...]]:
    """The row of a measure, and those of its parties or statements."""
    seen = f"{measure.spread.seen}/{sessions}"
    lines = [(f"{measure.id} {measure.title}", measure.unit, seen, *_five(measure.spread, quarters))]
    for key, spread in measure.details.items():
        name = ", ".join(_names(key, case))
        lines.append((f"  {name}", measure.detail_unit, f"{spread.seen}/{sessions}", *_five(spread, quarters)))
    return lines


def _names(key: Sequence[str], case: Scenario) -> Iterator[str]:
    """What a row is about, for people: parties, self-reports and their statements."""
    statements = {name: words for pulse in case.pulses.values() for name, words in pulse.items.items()}
    pulse = case.pulses.get(key[0])
    for part in key:
        if part in case.parties:
            yield case.parties[part].short
        elif pulse is not None:
            yield pulse.name if part == key[0] else pulse.items.get(part, part)
        else:
            yield statements.get(part, part)


def _five(spread: Spread, quarters: bool) -> tuple[str, ...]:
    five = (spread.least, spread.lower, spread.middle, spread.upper, spread.most)
    chosen = five if quarters else (five[0], five[2], five[4])
    return tuple("-" if value is None else short(round(value, 2)) for value in chosen)


def _term(case: Scenario, issue: str, option: str) -> str:
    written = case.issues.get(issue)
    if written is None:
        return tr("{issue}: {option}", issue=issue, option=option)
    label = written.options[option].label if option in written.options else option.replace("_", " ")
    return tr("{issue}: {option}", issue=written.title, option=label)
