"""goodoffices score: the three panels of sessions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from scenarios.texts import mark, tr, trn
from simulator.cli.named import named
from simulator.cli.sheets import Cell, put_csv
from simulator.cli.sources import Source, Unread, record_of, records_of, scores_of
from simulator.cli.talk import FOUND, Trouble, put, put_json, say
from simulator.cli.waiting import waiting

if TYPE_CHECKING:
    from scoring.findings import Finding
    from scoring.scorecard import Scorecard

FINDINGS = (
    "session", "scenario", "version", "finding", "title", "panel", "observed", "value", "unit", "band", "minute",
    "evidence", "reading", "caution",
)  # fmt: skip
TABLES = ("session", "scenario", "version", "finding", "row", "column", "cell", "minute", "evidence")
"""One line a cell, because every finding's table has columns of its own."""
MOST = 12
"""Event numbers that a line shows."""


@click.command(
    "score",
    epilog="Examples: goodoffices score record.jsonl  |  goodoffices score SESSION --json  |  "
    "goodoffices score *.jsonl --csv > course.csv",
)
@click.argument("session", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help=mark("The whole scorecard as one object, for programs."))
@click.option("--csv", "as_csv", is_flag=True, help=mark("One row a finding, for spreadsheets."))
@click.option("--tables", is_flag=True, help=mark("With --csv: one row for each cell of the findings' tables instead."))
@click.pass_context
def command(context: click.Context, session: tuple[str, ...], as_json: bool, as_csv: bool, tables: bool) -> None:
    """Show the three panels of each SESSION (an id in the journal, or a portable file): process, outcome, relationship.

    Every finding says how to read it and names the events it rests on. There is no grade. Of several sessions, one that
    cannot be read is told on stderr, the others are shown, and the exit status is 1.
    """
    if as_json and as_csv:
        raise Trouble(tr("--json and --csv exclude each other."))
    if tables and not as_csv:
        raise Trouble(tr("--tables goes with --csv."))
    unread: tuple[Unread, ...] = ()
    with waiting() as told:
        if len(session) == 1:
            sources: tuple[Source, ...] = (record_of(context, session[0]),)
        else:
            sources, unread = records_of(context, session, told)
        # All are scored before anything is printed.
        cards = tuple(zip(sources, scores_of(sources, told), strict=True))
    if as_json and len(session) == 1:
        put_json(cards[0][1].as_json())
    elif as_json:
        put_json(
            {
                "sessions": [{"session": source.name, **card.as_json()} for source, card in cards],
                "unread": [{"session": each.name, "why": each.why} for each in unread],
            }
        )
    elif as_csv:
        rows = _cells if tables else _rows
        put_csv(TABLES if tables else FINDINGS, (row for source, card in cards for row in rows(source, card)))
    else:
        for source, card in cards:
            if len(session) > 1:
                put(tr("SESSION {name}: {title}", name=source.name, title=source.title) + "\n")
            _put(card)
            say(
                tr(
                    "{title}: what an event number stands for is told by: goodoffices replay {name}",
                    title=source.title,
                    name=source.name,
                )
            )
    for each in unread:
        say(tr("goodoffices: left out: {why}", why=each.why))
    if unread:
        context.exit(FOUND)


def _put(card: Scorecard) -> None:
    from scoring.findings import Panel

    for panel in Panel:
        put(named(panel.value) + "\n")
        for finding in card.panel(panel):
            _put_finding(finding)
    if any(finding.observed for finding in card.ratings):
        put(tr("RATINGS, for the trainer, and for each person what is said of them") + "\n")
        for finding in card.ratings:
            _put_finding(finding)


def _put_finding(finding: Finding) -> None:
    put(f"{finding.id}  {finding.title}")
    put(
        "    "
        + (finding.reading if finding.observed else tr("Not observed. {reading}", reading=finding.reading).rstrip())
    )
    if finding.caution:
        put("    " + tr("Caution: {caution}", caution=finding.caution))
    if finding.evidence:
        numbers = ", ".join(map(str, finding.evidence[:MOST]))
        more = len(finding.evidence) - MOST
        if more > 0:
            put("    " + trn("Events: {numbers} and {n} more", "Events: {numbers} and {n} more", more, numbers=numbers))
        else:
            put("    " + tr("Events: {numbers}", numbers=numbers))
    put("")


def _rows(source: Source, card: Scorecard) -> Iterator[tuple[Cell, ...]]:
    from scoring.scorecard import DECIMALS

    at = _minutes(source)
    for finding in card.findings:
        yield (
            source.name,
            card.scenario,
            card.version,
            finding.id,
            finding.title,
            finding.panel.value,
            finding.observed,
            None if finding.value is None else round(finding.value, DECIMALS),
            finding.unit,
            finding.band.value if finding.band else None,
            *_when(finding.evidence, at),
            finding.reading,
            finding.caution,
        )


def _cells(source: Source, card: Scorecard) -> Iterator[tuple[Cell, ...]]:
    at = _minutes(source)
    for finding in card.findings:
        for number, row in enumerate(finding.table.rows if finding.table else (), start=1):
            when = _when(row.evidence, at)
            for column, cell in zip(finding.table.columns if finding.table else (), row.cells, strict=True):
                yield (source.name, card.scenario, card.version, finding.id, number, column, cell, *when)


def _minutes(source: Source) -> dict[int, float]:
    """The play minute of each event."""
    from simulator.engine import moments

    return {moment.number: round(moment.seconds / 60, 1) for moment, _ in moments(source.record)}


def _when(evidence: tuple[int, ...], minutes: dict[int, float]) -> tuple[Cell, Cell]:
    """The play minute of the first event of the evidence, and all its numbers."""
    return (minutes.get(evidence[0]) if evidence else None, " ".join(map(str, evidence)))
