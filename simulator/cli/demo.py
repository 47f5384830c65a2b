"""goodoffices demo: stand-ins play a whole exercise in compressed time."""

from pathlib import Path

import click

from scenarios.texts import mark, tr, trn
from simulator.cli.named import named
from simulator.cli.sources import scenario_of
from simulator.cli.talk import Trouble, put, say


@click.command(
    "demo",
    epilog="Examples: goodoffices demo --out demo-out  |  goodoffices demo --out out --seed 4 --scenario my-case",
)
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help=mark("The folder to write to.")
)
@click.option("--seed", type=int, default=1, show_default=True, help=mark("Another seed is another course."))
@click.option(
    "--scenario", default="sources-of-kalindra", show_default=True, help=mark("An id, a folder or a YAML file.")
)
def command(out: Path, seed: int, scenario: str) -> None:
    """Let stand-ins play a whole exercise, and write its record, its scorecard and its debrief.

    The same seed gives the same record, to the byte.
    """
    case, reading = scenario_of(scenario)
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    from scoring.scorecard import score
    from simulator.debrief.documents import how_many, writing
    from simulator.journal import write_record
    from simulator.rehearsal.course import rehearse

    say(
        tr(
            "{title}: {minutes} minutes, {seats} seats, all played by stand-ins (seed {seed}).",
            title=case.title,
            minutes=case.minutes,
            seats=len(case.seats),
            seed=seed,
        )
    )
    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[clock]}"),
        console=console,
        transient=True,
    ) as progress:
        task = progress.add_task(tr("Playing"), total=1.0, clock="")

        def show(share: float) -> None:
            minute = round(share * case.minutes)
            progress.update(
                task, completed=share, clock=tr("{clock} of the exercise", clock=f"{minute // 60}:{minute % 60:02}")
            )

        record = rehearse(case, seed, progress=show)
        progress.update(task, description=tr("Scoring"), clock="")
        card = score(record)
        progress.update(task, description=tr("Writing"), clock="")
        try:
            out.mkdir(parents=True, exist_ok=True)
            write_record(record, reading.bound, out / "record.jsonl")
            scorecard = out / "scorecard.json"
            scorecard.touch(mode=0o600)
            scorecard.write_text(card.as_text(), encoding="utf-8")
            paths: list[Path] = []
            for path in writing(record, out, card):
                paths.append(path)
                progress.update(task, completed=len(paths) / how_many(record))
        except OSError as error:
            why = error.strerror or error
            raise Trouble(tr("{place}: the documents could not be written: {why}.", place=out, why=why)) from error
    for path in (out / "record.jsonl", out / "scorecard.json", *paths):
        put(str(path))
    kind = named(card.outcome) if card.outcome else tr("no outcome")
    say(
        trn(
            "{n} event; the talks ended with: {outcome}.",
            "{n} events; the talks ended with: {outcome}.",
            len(record.events),
            outcome=kind,
        )
    )
    say(
        tr(
            "Open {page} in a browser. Event by event: goodoffices replay {record}",
            page=out / "debrief.html",
            record=out / "record.jsonl",
        )
    )
