"""goodoffices analyse: what the value tables do to the exercise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from scenarios.problems import shown
from scenarios.texts import mark, tr, trc
from simulator.cli.numbers import many, percent, short
from simulator.cli.packages import left_out, near_or, package_of
from simulator.cli.sources import weighable_of
from simulator.cli.talk import FOUND, Trouble, put, put_json, put_wrapped, say
from simulator.cli.waiting import waiting
from simulator.cli.weighing import put_place, put_terms, put_worth

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from scoring.analysis import Analysis
    from scoring.bargaining import Solution
    from scoring.what_if import Weighed

POINTS = {
    "nash": ("N", "Nash", mark("largest product of gains")),
    "kalai_smorodinsky": ("K", "Kalai-Smorodinsky", mark("largest smallest share of the possible gain")),
    "egalitarian": ("E", mark("Egalitarian"), mark("largest smallest gain")),
    "utilitarian": ("U", mark("Utilitarian"), mark("largest sum")),
}
"""The letter of each solution point, its name, and what it has most of."""

METHODS = {
    "merge": mark("exact: issue by issue, keeping what nothing dominates"),
    "grid": mark("exact: on the grid of all points"),
    "mixed": mark("exact: issue by issue, then on the grid of all points"),
    "enumeration": mark("exact: all packages one by one"),
    "bounds": mark("not exact: bounds, and the best packages that were found"),
}


@click.command(
    "analyse",
    epilog="Examples: goodoffices analyse sources-of-kalindra  |  goodoffices analyse my-case --axes north south  |  "
    "goodoffices analyse sources-of-kalindra --package ceasefire=monitors,revenue=share-30  |  "
    "goodoffices analyse my-case --json",
)
@click.argument("scenario")
@click.option(
    "--package", "words", metavar="ISSUE=OPTION,…", help=mark("Say where this package stands; or a file with one.")
)
@click.option(
    "--plot/--no-plot", default=None, help=mark("Draw the efficient packages.  [default: where two parties decide]")
)
@click.option(
    "--axes", nargs=2, metavar="PARTY PARTY", help=mark("The parties of the plot; the first two that decide.")
)
@click.option("--json", "as_json", is_flag=True, help=mark("One object for programs."))
def command(scenario: str, words: str | None, plot: bool | None, axes: tuple[str, str] | None, as_json: bool) -> None:
    """Count the packages of SCENARIO, those acceptable to all and the efficient ones, and find the solution points.

    What an issue is left out of a --package takes its default. Exact at any size where time and memory allow; where
    they do not, bounds are told.
    """
    case = weighable_of(scenario)
    if not case.deciding():
        raise Trouble(
            tr("{case} has no party that decides (`decides: true`), so there are no packages to weigh.", case=case.id),
            FOUND,
        )
    package = package_of(words, case) if words is not None else None
    across = _axes(case, axes, plot)
    from scoring.analysis import analyse
    from scoring.preferences import NoValue
    from scoring.tables import TooManyPackages

    try:
        with waiting() as told:
            analysis = analyse(case, progress=told)
            weighed = _weighed(case, package) if package is not None else None
    except (TooManyPackages, NoValue) as trouble:
        raise Trouble(f"{case.id}: {trouble}.", FOUND) from trouble
    if as_json:
        put_json(analysis.as_json() | ({"package": weighed.as_json()} if weighed else {}))
        return
    _put_counts(case, analysis)
    _put_parties(case, analysis)
    if across is not None and plot is not False:
        _put_plot(case, analysis, across)
    _put_packages(case, analysis)
    if weighed is not None and package is not None:
        put(tr("The package"))
        put_terms(case, weighed)
        put_worth(case, weighed)
        put_place(case, weighed.standing)
        if open_issues := left_out(package, case):
            say(open_issues)


def _weighed(case: Scenario, package: Mapping[str, str]) -> Weighed:
    from scoring.what_if import worth_of

    return worth_of(case, package)


def _axes(case: Scenario, named: tuple[str, str] | None, plot: bool | None) -> tuple[str, str] | None:
    """The parties of the plot; None where fewer than two decide. Raises Trouble."""
    deciding = case.deciding()
    for name in named or ():
        if name not in deciding:
            raise Trouble(
                tr("--axes: there is no deciding party called “{name}”.", name=name[:100])
                + " "
                + near_or(name, deciding, mark("Deciding parties: {names}."))
            )
    if named is not None and named[0] == named[1]:
        raise Trouble(tr("--axes: name two different parties."))
    if named is not None and plot is False:
        raise Trouble(tr("--axes and --no-plot exclude each other."))
    if len(deciding) < 2:
        if plot:
            raise Trouble(tr("A plot takes two deciding parties, and this scenario has fewer."))
        return None
    return named or (deciding[0], deciding[1])


def _put_counts(case: Scenario, analysis: Analysis) -> None:
    def between(name: str, number: int) -> str:
        bounds = analysis.bounds.get(name)
        if bounds is None:
            return many(number)
        low, high = many(int(bounds.low)), many(int(bounds.high))
        return low if low == high else tr("from {low} to {high}", low=low, high=high)

    put(tr("{title}: {n} packages", title=case.title, n=many(analysis.packages)))
    share = f" ({percent(analysis.acceptable, analysis.packages)})" if "acceptable" not in analysis.bounds else ""
    among_all = tr("{n} among all", n=between("efficient", analysis.efficient))
    among = tr("{n} among the acceptable", n=between("efficient_acceptable", analysis.efficient_acceptable))
    rows = (
        (tr("within the red lines"), many(analysis.within_red_lines)),
        (tr("acceptable to all"), between("acceptable", analysis.acceptable) + share),
        (tr("efficient"), among_all),
        ("", among),
        (tr("efficient set"), tr(METHODS.get(analysis.method, analysis.method))),
    )
    wide = max(len(name) for name, _ in rows)
    for name, told in rows:
        put(f"  {name:<{wide}}  {told}")
    if analysis.bounds:
        put("  " + tr("What is told from … to … is not known exactly: it lies between these bounds."))
    put("")


def _put_parties(case: Scenario, analysis: Analysis) -> None:
    """A row a party: what it can get, and what each solution point gives it."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from scoring.preferences import points

    def cell(raw: int | None) -> str:
        return "-" if raw is None else short(points(raw))

    solutions = _solutions(analysis)
    sheet = Table(box=None, pad_edge=False)
    sheet.add_column(tr("Points"))
    for head in (
        tr("Reser-\nvation"),
        tr("Best"),
        tr("Best ac-\nceptable"),
        "Nash",
        "Kalai-\nSmoro.",
        tr("Egali-\ntarian"),
        tr("Utili-\ntarian"),
    ):
        sheet.add_column(head, justify="right")
    rows: list[tuple[str, ...]] = []
    for name, party in analysis.parties.items():
        at = [cell(point.values[name]) if point else trc("package", "none") for point in solutions.values()]
        called = case.parties[name].short
        rows.append((called, cell(party.reservation), cell(party.best), cell(party.best_acceptable), *at))
    for name, affected in analysis.affected.items():
        at = [cell(affected.at.get(point)) if solutions[point] else trc("package", "none") for point in POINTS]
        called = tr("{party} (no vote)", party=case.parties[name].short)
        rows.append((called, "", cell(affected.best), cell(affected.best_acceptable), *at))
    ties = ["" if not point else "?" if point.ties is None else many(point.ties) for point in solutions.values()]
    rows.append((tr("others as good"), "", "", "", *ties))
    for row in rows:
        sheet.add_row(*(Text(shown(text)) for text in row))
    Console().print(sheet)
    put("")
    if analysis.shortfall:
        missing = ", ".join(
            f"{case.parties[name].short} {short(points(raw))}" for name, raw in analysis.shortfall.items()
        )
        put(
            tr(
                "Nothing is acceptable to all. The nearest package leaves these points missing: {points}.",
                points=missing,
            )
            + "\n"
        )
    for name, bounds in analysis.bounds.items():
        if name in POINTS:
            _, called, most = POINTS[name]
            put(
                tr(
                    "{solution} ({most}) lies between {low} and {high}; the best package found is shown.",
                    solution=tr(called),
                    most=tr(most),
                    low=short(float(bounds.low)),
                    high=short(float(bounds.high)),
                )
            )
    if analysis.undecided:
        put(tr("Not decided: {what}.", what=", ".join(analysis.undecided)))
    for harm in analysis.harms:
        matter = case.issues[harm.issue]
        put_wrapped(
            tr(
                "{solution} has “{option}”, which hurts: {whom}",
                solution=tr(POINTS[harm.solution][1]),
                option=matter.options[harm.option].label,
                whom=harm.words,
            )
        )
    if analysis.harms or analysis.undecided or any(name in POINTS for name in analysis.bounds):
        put("")


def _put_plot(case: Scenario, analysis: Analysis, axes: tuple[str, str]) -> None:
    from scoring.preferences import points
    from simulator.cli.plot import Mark, put_plot

    def spot(values: Mapping[str, int]) -> tuple[float, float]:
        return points(values[axes[0]]), points(values[axes[1]])

    marks = [
        Mark(POINTS[name][0], tr(POINTS[name][1]), spot(point.values))
        for name, point in _solutions(analysis).items()
        if point is not None
    ]
    put_plot(
        front=sorted({spot(row) for row in analysis.front}),
        marks=marks,
        floors=spot({name: party.reservation for name, party in analysis.parties.items()}),
        names=(case.parties[axes[0]].short, case.parties[axes[1]].short),
    )


def _put_packages(case: Scenario, analysis: Analysis) -> None:
    """The packages of the solution points, each told once."""
    groups: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for name, point in _solutions(analysis).items():
        if point is not None:
            groups.setdefault(tuple(point.package.items()), []).append(f"{tr(POINTS[name][1])} ({tr(POINTS[name][2])})")
    for package, names in groups.items():
        put("\n".join(names))
        for issue, option in package:
            matter = case.issues[issue]
            put_wrapped("  " + tr("{issue}: {option}", issue=matter.title, option=matter.options[option].label))
        put("")


def _solutions(analysis: Analysis) -> dict[str, Solution | None]:
    return {name: getattr(analysis.points, name) for name in POINTS}
