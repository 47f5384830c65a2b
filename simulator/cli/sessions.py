"""goodoffices sessions: what is in the journal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from scenarios.problems import shown
from scenarios.texts import mark, tr, trc, trn
from simulator.cli.named import named
from simulator.cli.talk import put_json, say

if TYPE_CHECKING:
    from simulator.journal.keeping import Keeping


@click.command("sessions", epilog="Examples: goodoffices sessions  |  goodoffices --db course.db sessions --json")
@click.option("--json", "as_json", is_flag=True, help=mark("An array of objects for programs."))
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    """List the sessions in the journal, the latest first."""
    from simulator.journal import Journal
    from simulator.journal.forgetting import unfinished
    from simulator.journal.keeping import NOTHING_SAID, keepings

    today = date.today()
    with Journal.open(context.find_root().obj) as journal:
        found = journal.sessions()
        known = {info.id: NOTHING_SAID for info in found} | dict(keepings(journal))
        left = unfinished(journal)
    if as_json:
        put_json(
            [
                {
                    "id": info.id,
                    "name": info.name,
                    "scenario": info.scenario_id,
                    "events": info.events,
                    "created": info.created.isoformat(),
                    "last": info.last_at.isoformat() if info.last_at else None,
                    "outcome": info.outcome,
                    "ended": info.ended,
                    "parent": info.parent,
                    "keep_until": kept.until.isoformat() if (kept := known[info.id]).until else None,
                    "due": kept.is_due(today),
                    "anonymised": kept.anonymised.isoformat() if kept.anonymised else None,
                }
                for info in found
            ]
        )
        return
    if left:
        say(tr("What was forgotten is still in the files of the journal. Finish it: goodoffices forget --finish"))
    if not found:
        say(tr("No sessions yet. Begin one: goodoffices play SCENARIO"))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    table.add_column(tr("Session"), no_wrap=True, overflow="fold")
    table.add_column(trc("a narrow column", "Events"), justify="right", no_wrap=True)
    table.add_column(tr("Last event (UTC)"), no_wrap=True)
    table.add_column(tr("State"), min_width=8)
    table.add_column(tr("Name"), ratio=1)
    for info in found:
        state = trc("session", "ended") if info.ended else trc("session", "open")
        outcome = f", {named(info.outcome)}" if info.outcome else ""
        last = f"{info.last_at:%Y-%m-%d %H:%M}" if info.last_at else trc("time", "none")
        kept = known[info.id]
        bare = ", " + trc("session", "anonymised") if kept.anonymised else ""
        cells = map(shown, (info.id, str(info.events), last, state + outcome + bare, info.name))
        *others, name = map(Text, cells)
        table.add_row(*others, name.append(_kept(kept, today)))
    Console().print(table)
    due = sum(kept.is_due(today) for kept in known.values())
    if due:
        say(
            trn(
                "{n} session is past its day. Delete it: goodoffices forget --due",
                "{n} sessions are past their day. Delete them: goodoffices forget --due",
                due,
            )
        )


def _kept(kept: Keeping, today: date) -> str:
    """Until when a session is kept, in a line of its own under its name."""
    if kept.until is None:
        return ""
    # Translators: a session's record; {day} is written as 2027-03-01.
    said = (
        tr("kept until {day}: past", day=kept.until) if kept.is_due(today) else tr("kept until {day}", day=kept.until)
    )
    return f"\n{said}"
