"""goodoffices demo: stand-ins play a whole exercise in compressed time."""

from pathlib import Path

import click

from simulator.cli.sources import scenario_of
from simulator.cli.talk import Trouble, put, say


@click.command(
    "demo",
    epilog="Examples: goodoffices demo --out demo-out  |  goodoffices demo --out out --seed 4 --scenario my-case",
)
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder to write to.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed is another course.")
@click.option("--scenario", default="sources-of-kalindra", show_default=True, help="An id, a folder or a YAML file.")
def command(out: Path, seed: int, scenario: str) -> None:
    """Let stand-ins play a whole exercise, and write its record, its scorecard and its debrief.

    The same seed gives the same record, to the byte.
    """
    case, reading = scenario_of(scenario)
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    from scoring.scorecard import score
    from simulator.debrief.documents import write
    from simulator.journal import write_record
    from simulator.rehearsal.course import rehearse

    say(f"{case.title}: {case.minutes} minutes, {len(case.seats)} seats, all played by stand-ins (seed {seed}).")
    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[clock]}"),
        console=console,
        transient=True,
    ) as progress:
        task = progress.add_task("Playing", total=1.0, clock="")

        def show(share: float) -> None:
            minute = round(share * case.minutes)
            progress.update(task, completed=share, clock=f"{minute // 60}:{minute % 60:02} of the exercise")

        record = rehearse(case, seed, progress=show)
        progress.update(task, description="Scoring", clock="")
        card = score(record)
        progress.update(task, description="Writing", clock="")
        try:
            out.mkdir(parents=True, exist_ok=True)
            write_record(record, reading.bound, out / "record.jsonl")
            scorecard = out / "scorecard.json"
            scorecard.touch(mode=0o600)
            scorecard.write_text(card.as_text(), encoding="utf-8")
            paths = write(record, out)
        except OSError as error:
            raise Trouble(f"{out}: the documents could not be written: {error.strerror or error}.") from error
    for path in (out / "record.jsonl", out / "scorecard.json", *paths):
        put(str(path))
    kind = card.outcome or "no outcome"
    say(f"{len(record.events)} events; the talks ended with: {str(kind).replace('_', ' ')}.")
    say(f"Open {out / 'debrief.html'} in a browser. Event by event: goodoffices replay {out / 'record.jsonl'}")
