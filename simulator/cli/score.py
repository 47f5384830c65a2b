"""goodoffices score: the three panels of a session."""

import click

from simulator.cli.sources import record_of
from simulator.cli.talk import put, put_json, say


@click.command("score", epilog="Examples: goodoffices score record.jsonl  |  goodoffices score SESSION --json")
@click.argument("session")
@click.option("--json", "as_json", is_flag=True, help="The whole scorecard as one object, for programs.")
@click.pass_context
def command(context: click.Context, session: str, as_json: bool) -> None:
    """Show the three panels of SESSION (an id in the journal, or a portable file): process, outcome, relationship.

    Every finding says how to read it and names the events it rests on. There is no grade.
    """
    source = record_of(context, session)
    from scoring.findings import Panel
    from scoring.scorecard import score

    card = score(source.record)
    if as_json:
        put_json(card.as_json())
        return
    for panel in Panel:
        put(f"{panel.value.upper()}\n")
        for finding in card.panel(panel):
            put(f"{finding.id}  {finding.title}")
            put(f"    {finding.reading}" if finding.observed else f"    Not observed. {finding.reading}".rstrip())
            if finding.caution:
                put(f"    Caution: {finding.caution}")
            if finding.evidence:
                more = "" if len(finding.evidence) <= 12 else f" and {len(finding.evidence) - 12} more"
                put(f"    Events: {', '.join(map(str, finding.evidence[:12]))}{more}")
            put("")
    say(f"{source.title}: what an event number stands for is told by: goodoffices replay {session}")
