"""A package weighed, for people: its terms, what it is worth to whom, and where it stands among all packages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from scenarios.problems import shown
from simulator.cli.numbers import many, percent, signed
from simulator.cli.talk import put, put_wrapped

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from scoring.standing import Count, Standing
    from scoring.what_if import Weighed, Worth


def put_terms(case: Scenario, weighed: Weighed) -> None:
    """The package, issue by issue."""
    for issue, option in weighed.package.items():
        written = case.issues[issue]
        default = " (default)" if issue in weighed.by_default else ""
        put_wrapped(f"  {written.title}: {written.options[option].label}{default}")
    put("")


def put_worth(case: Scenario, weighed: Weighed, beside: Weighed | None = None, called: str = "") -> None:
    """What it is worth party by party, beside other terms under the heading `called`."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from scoring.preferences import points

    sheet = Table(box=None, pad_edge=False)
    sheet.add_column("Party")
    for head in ("Value", "Reservation", "Above it"):
        sheet.add_column(head, justify="right")
    sheet.add_column("May sign")
    for head in (called, "Change") if beside else ():
        sheet.add_column(head, justify="right")

    def compared(worth: Worth, others: Mapping[str, Worth], name: str) -> tuple[str, ...]:
        if beside is None:
            return ()
        if name not in others:
            return ("", "")
        return (f"{points(others[name].value):g}", signed(worth.value - others[name].value))

    rows: list[tuple[str, ...]] = []
    for name, worth in weighed.parties.items():
        floor = worth.reservation or 0
        may = "yes" if worth.acceptable else "no, red line" if worth.crossed else "no, too little"
        own = (case.parties[name].short, f"{points(worth.value):g}", f"{points(floor):g}", signed(worth.value - floor))
        rows.append((*own, may, *compared(worth, beside.parties if beside else {}, name)))
    for name, worth in weighed.affected.items():
        own = (case.parties[name].short, f"{points(worth.value):g}", "", "")
        rows.append((*own, "no vote", *compared(worth, beside.affected if beside else {}, name)))
    for row in rows:
        sheet.add_row(*(Text(shown(cell)) for cell in row))
    if rows:
        Console().print(sheet)
    refused = [case.parties[name].short for name, worth in weighed.parties.items() if not worth.acceptable]
    if not weighed.parties:
        put("No party decides in this scenario, so nobody can sign.")
    else:
        put(f"Not acceptable to {', '.join(refused)}." if refused else "Acceptable to all.")
    for name, worth in weighed.parties.items():
        for line in worth.crossed:
            barred, unless = (" and ".join(f"{i}={o}" for i, o in named) for named in (line.barred, line.unless))
            put(f"  Red line of {case.parties[name].short}: {barred}{f', unless {unless}' if unless else ''}.")


def put_place(case: Scenario, standing: Standing | None) -> None:
    """Where it stands among all packages; nothing where nobody decides."""
    if standing is None:
        return
    from scoring.preferences import points

    for name, shares in standing.shares.items():
        better = percent(shares.less, standing.packages)
        others = f"{many(shares.equal - 1)} other{'s' if shares.equal > 2 else ''}"
        same = f", and as good as {others}" if shares.equal > 1 else ""
        put(f"Better for {case.parties[name].short} than {better} of all packages{same}.")
    put(f"Better for every party that decides: {_counted(standing.better_for_all)}.")
    put(f"Better for one at least and worse for none: {_counted(standing.dominating)}.")
    if standing.better is not None:
        gains = ", ".join(f"{case.parties[name].short} {signed(raw)}" for name, raw in standing.better.gains.items())
        put(f"One of them ({gains}):")
        for issue, option in standing.better.package.items():
            matter = case.issues[issue]
            put_wrapped(f"  {matter.title}: {matter.options[option].label}")
    low, high = points(standing.gap.low), points(standing.gap.high)
    if high:
        more = f"{high:g}" if standing.gap.exact else f"from {low:g} to {high:g}"
        put(f"Every party that decides could have had {more} points more at once.")
    put("")


def _counted(count: Count) -> str:
    if count.exact:
        return "no package" if not count.low else f"{many(count.low)} package{'s' if count.low > 1 else ''}"
    return f"from {many(count.low)} to {many(count.high)} packages"
