"""goodoffices data: what happened in a session, in other people's formats."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scenarios.texts import INTERFACE, language, mark, spoken_in, tr, trn
from simulator.cli.sources import record_of
from simulator.cli.talk import Trouble, put, say

if TYPE_CHECKING:
    from simulator.exchange import Export


@click.command(
    "data",
    epilog="Examples: goodoffices data SESSION --out data  |  goodoffices data session.jsonl --out data --format csv"
    "  |  goodoffices data SESSION --out data --format xapi,moodle --names",
)
@click.argument("session")
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help=mark("The folder to write to.")
)
@click.option("--format", "formats", help=mark("csv, json, xapi, moodle, or several of them. Default: csv,json."))
@click.option(
    "--lang",
    type=click.Choice(INTERFACE),
    help=mark("The language of titles and explanations. Default: that of the program."),
)
@click.option("--names", is_flag=True, help=mark("With the names of people; else they are person-1, person-2, …"))
@click.option(
    "--score",
    is_flag=True,
    help=mark("With xapi and moodle: also for how much of the time people were there, in percent. Never a grade."),
)
@click.pass_context
def command(
    context: click.Context,
    session: str,
    out: Path,
    formats: str | None,
    lang: str | None,
    names: bool,
    score: bool,
) -> None:
    """Write the data of SESSION (an id in the journal, or a portable file): tables for spreadsheets and statistics with
    a codebook, one JSON document with its schema, xAPI statements, a file for Moodle's grade book.

    It holds what the trainer may know of everybody, without names unless they are asked for. What private notes say,
    self-reports of single people and who said the stop word are in none of the files.
    """
    from simulator.exchange import Wish, exported, written

    wanted = _formats(formats)
    if "moodle" in wanted and not names:
        raise Trouble(
            tr(
                "Moodle has to know whom a row is about: add --names, or leave moodle out of --format. "
                "Nothing was written."
            )
        )
    if score and not {"xapi", "moodle"} & set(wanted):
        raise Trouble(tr("--score is for xapi and moodle: add one of them to --format."))
    with spoken_in(lang or language()):
        source = record_of(context, session)
        made = exported(_id(session), source.record, Wish(wanted, names, score))
    try:
        paths = written(made.files, out)
    except OSError as error:
        why = error.strerror or str(error)
        raise Trouble(
            tr("{folder}: the data could not be written: {why}. Nothing was changed.", folder=out, why=why)
        ) from error
    for path in paths:
        put(str(path))
    _tell(made)


def _formats(formats: str | None) -> Sequence[str]:
    from simulator.exchange import FORMATS, USUAL

    if formats is None:
        return USUAL
    asked = tuple(dict.fromkeys(word.strip() for word in formats.lower().split(",") if word.strip()))
    known = ", ".join(FORMATS)
    if not asked:
        raise Trouble(tr("Name at least one format after --format: {known}.", known=known))
    for each in asked:
        if each not in FORMATS:
            raise Trouble(tr("There is no format “{name}”. Formats: {known}.", name=each, known=known))
    return asked


def _id(session: str) -> str:
    """The id that the data carries: that of the journal, or the name of the file without its folder and ending."""
    path = Path(session)
    return path.stem if path.suffix or path.exists() else session


def _tell(made: Export) -> None:
    n = made.session.events
    if made.session.names:
        say(trn("{n} event, with the names of people.", "{n} events, with the names of people.", n))
    else:
        say(trn("{n} event, without the names of people.", "{n} events, without the names of people.", n))
    say(tr("It holds the secrets of every seat: keep it like the journal."))
    if made.unmatched:
        say(
            trn(
                "{n} person has no address for Moodle to know them by: fill in a column of the file first, or cast "
                "people as “Ada Ng <ada@example.org>”.",
                "{n} people have no address for Moodle to know them by: fill in a column of the file first, or cast "
                "people as “Ada Ng <ada@example.org>”.",
                made.unmatched,
            )
        )
