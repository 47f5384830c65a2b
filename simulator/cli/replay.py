"""goodoffices replay: what happened, event by event."""

import click
import msgspec

from scenarios.texts import mark, trn
from simulator.cli.sources import record_of
from simulator.cli.talk import put, put_json, say


@click.command(
    "replay", epilog="Examples: goodoffices replay record.jsonl --until 40  |  goodoffices replay SESSION --json"
)
@click.argument("session")
@click.option("--until", type=int, help=mark("Stop after this event."))
@click.option(
    "--json", "as_json", is_flag=True, help=mark("An array of events with number and play time, for programs.")
)
@click.pass_context
def command(context: click.Context, session: str, until: int | None, as_json: bool) -> None:
    """Replay SESSION (an id in the journal, or a portable file), and tell each event in a sentence."""
    source = record_of(context, session, until)
    from simulator.debrief.narration import clock_text, sentence
    from simulator.engine import moments

    told = [moment for moment, _ in moments(source.record)]
    if as_json:
        put_json(
            [
                {
                    "n": moment.number,
                    "seconds": round(moment.seconds, 3),
                    "phase": moment.phase,
                    "event": msgspec.to_builtins(moment.event),
                    "text": sentence(moment, source.record.scenario),
                }
                for moment in told
            ]
        )
        return
    for moment in told:
        put(f"{moment.number:>5}  {clock_text(moment.seconds):>7}  {sentence(moment, source.record.scenario)}")
    say(trn("{title}: {n} event.", "{title}: {n} events.", len(told), title=source.title))
