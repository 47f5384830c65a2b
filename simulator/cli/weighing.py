"""A package weighed, for people: its terms, what it is worth to whom, and where it stands among all packages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from scenarios.problems import shown
from scenarios.texts import tr, trc, trn
from simulator.cli.numbers import many, percent, short, signed
from simulator.cli.talk import put, put_wrapped

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from scoring.standing import Count, Standing
    from scoring.what_if import Weighed, Worth


def put_terms(case: Scenario, weighed: Weighed) -> None:
    """The package, issue by issue."""
    for issue, option in weighed.package.items():
        written = case.issues[issue]
        label = written.options[option].label
        if issue in weighed.by_default:
            label = tr("{option} (default)", option=label)
        put_wrapped("  " + tr("{issue}: {option}", issue=written.title, option=label))
    put("")


def put_worth(case: Scenario, weighed: Weighed, beside: Weighed | None = None, called: str = "") -> None:
    """What it is worth party by party, beside other terms under the heading `called`."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from scoring.preferences import points

    sheet = Table(box=None, pad_edge=False)
    sheet.add_column(tr("Party"))
    for head in (tr("Value"), tr("Reservation"), tr("Above it")):
        sheet.add_column(head, justify="right")
    sheet.add_column(tr("May sign"))
    for head in (called, tr("Change")) if beside else ():
        sheet.add_column(head, justify="right")

    def compared(worth: Worth, others: Mapping[str, Worth], name: str) -> tuple[str, ...]:
        if beside is None:
            return ()
        if name not in others:
            return ("", "")
        return (short(points(others[name].value)), signed(worth.value - others[name].value))

    rows: list[tuple[str, ...]] = []
    for name, worth in weighed.parties.items():
        floor = worth.reservation or 0
        if worth.acceptable:
            may = trc("may sign", "yes")
        else:
            may = tr("no, red line") if worth.crossed else tr("no, too little")
        value, least = short(points(worth.value)), short(points(floor))
        own = (case.parties[name].short, value, least, signed(worth.value - floor))
        rows.append((*own, may, *compared(worth, beside.parties if beside else {}, name)))
    for name, worth in weighed.affected.items():
        own = (case.parties[name].short, short(points(worth.value)), "", "")
        rows.append((*own, tr("no vote"), *compared(worth, beside.affected if beside else {}, name)))
    for row in rows:
        sheet.add_row(*(Text(shown(cell)) for cell in row))
    if rows:
        Console().print(sheet)
    refused = [case.parties[name].short for name, worth in weighed.parties.items() if not worth.acceptable]
    if not weighed.parties:
        put(tr("No party decides in this scenario, so nobody can sign."))
    else:
        put(tr("Not acceptable to {parties}.", parties=", ".join(refused)) if refused else tr("Acceptable to all."))
    for name, worth in weighed.parties.items():
        for line in worth.crossed:
            barred, unless = (_together(named) for named in (line.barred, line.unless))
            party = case.parties[name].short
            if unless:
                told = tr("Red line of {party}: {barred}, unless {unless}.", party=party, barred=barred, unless=unless)
            else:
                told = tr("Red line of {party}: {barred}.", party=party, barred=barred)
            put(f"  {told}")


def put_place(case: Scenario, standing: Standing | None) -> None:
    """Where it stands among all packages; nothing where nobody decides."""
    if standing is None:
        return
    from scoring.preferences import points

    for name, shares in standing.shares.items():
        better, party = percent(shares.less, standing.packages), case.parties[name].short
        if shares.equal > 1:
            same = shares.equal - 1
            told = trn(
                "Better for {party} than {share} of all packages, and as good as {others} other.",
                "Better for {party} than {share} of all packages, and as good as {others} others.",
                same,
                party=party,
                share=better,
                others=many(same),
            )
        else:
            told = tr("Better for {party} than {share} of all packages.", party=party, share=better)
        put(told)
    put(tr("Better for every party that decides: {packages}.", packages=_counted(standing.better_for_all)))
    put(tr("Better for one at least and worse for none: {packages}.", packages=_counted(standing.dominating)))
    if standing.better is not None:
        gains = ", ".join(f"{case.parties[name].short} {signed(raw)}" for name, raw in standing.better.gains.items())
        put(tr("One of them ({gains}):", gains=gains))
        for issue, option in standing.better.package.items():
            matter = case.issues[issue]
            put_wrapped("  " + tr("{issue}: {option}", issue=matter.title, option=matter.options[option].label))
    low, high = points(standing.gap.low), points(standing.gap.high)
    if high:
        more = short(high) if standing.gap.exact else tr("from {low} to {high}", low=short(low), high=short(high))
        put(tr("Every party that decides could have had {points} points more at once.", points=more))
    put("")


def _counted(count: Count) -> str:
    if count.exact:
        if not count.low:
            return tr("no package")
        return trn("{count} package", "{count} packages", count.low, count=many(count.low))
    return tr("from {low} to {high} packages", low=many(count.low), high=many(count.high))


def _together(named: Iterable[tuple[str, str]]) -> str:
    """Options of issues that must stand together."""
    return trc("between options", " and ").join(f"{issue}={option}" for issue, option in named)
