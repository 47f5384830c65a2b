"""goodoffices preflight: is everything ready for the start?"""

import click

from scenarios.texts import mark, tr
from simulator.cli.talk import FOUND, put, put_json


@click.command(
    "preflight",
    epilog="Examples: goodoffices preflight kalindra-2026-01-05-1  |  goodoffices --db course.db preflight SESSION "
    "--json",
)
@click.argument("session")
@click.option("--json", "as_json", is_flag=True, help=mark("An array of objects for programs."))
@click.pass_context
def command(context: click.Context, session: str, as_json: bool) -> None:
    """Look over SESSION before its clock starts: seats, PINs, texts, clock, disk, journal, terminals, raters.

    Each line is ok, to do, or blocks, and says what mends it. The exit status is 1 where something blocks.
    """
    from simulator.journal import Journal
    from simulator.journal.live import LiveSession
    from simulator.journal.presence import Presence
    from simulator.tui.preflight.facts import gather
    from simulator.tui.preflight.rows import SAID, blocks, pressing, rows, summary

    with Journal.open(context.find_root().obj) as journal:
        live = LiveSession(journal, session)
        terminals = len(Presence(journal, session).terminals())
        found = rows(gather(journal, session, live.session, terminals))
    if as_json:
        put_json([{"id": r.id, "state": r.state, "name": r.name, "text": r.text, "mend": r.mend} for r in found])
    else:
        for row in pressing(found):
            put(tr("[{state}] {name}: {text}", state=tr(SAID[row.state]), name=row.name, text=row.text))
            if row.mend:
                put(f"    → {row.mend}")
        put(summary(found))
    if blocks(found):
        context.exit(FOUND)
