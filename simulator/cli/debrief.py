"""goodoffices debrief: the documents of the debriefing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scenarios.texts import LANGUAGES, language, listing, mark, spoken_in, tr, trn
from simulator.cli.sources import record_of
from simulator.cli.talk import Trouble, put, say
from simulator.cli.waiting import waiting

if TYPE_CHECKING:
    from simulator.engine import Record
    from simulator.printing.document import Paper

FORMATS = ("html", "pdf", "docx", "md")
MOST_WORKERS = 4
"""Processes that set PDF and Word files beside each other."""


@click.command(
    "debrief",
    epilog="Examples: goodoffices debrief record.jsonl --out debrief  |  goodoffices debrief ab12 --out papers --lang "
    "en,fr --format html,pdf  |  goodoffices debrief ab12 --out papers --format docx --template letterhead.docx",
)
@click.argument("session")
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help=mark("The folder to write to.")
)
@click.option(
    "--lang",
    "languages",
    help=mark("en, fr, ar, or several of them, each in a folder of its own. Default: the language of the program."),
)
@click.option("--format", "formats", help=mark("html, pdf, docx, md, or several of them. Default: html and pdf."))
@click.option(
    "--template",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=mark("Your own Word letterhead (.docx), or your own page (.html.j2 or .md.j2)."),
)
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help=mark("The paper."))
@click.option(
    "--roles-left",
    is_flag=True,
    help=mark("You answer for it that everybody has left their role, though the record does not say so."),
)
@click.pass_context
def command(
    context: click.Context,
    session: str,
    out: Path,
    languages: str | None,
    formats: str | None,
    template: Path | None,
    paper: str,
    roles_left: bool,
) -> None:
    """Write the debriefing of SESSION (an id in the journal, or a portable file).

    There are documents for the room, for each trainee, for the mediation team and for the trainer, certificates, and
    forms for afterwards. While somebody is in role, the trainer's alone is written.
    """
    spoken = _languages(languages)
    wanted = _formats(formats, template)
    folders = {code: code if len(spoken) > 1 else "" for code in spoken}
    from simulator.debrief.documents import how_many, in_role, writing_in
    from simulator.printing.errors import Unprintable

    paths: list[Path] = []
    size: Paper = "letter" if paper == "letter" else "a4"
    with spoken_in(spoken[0]):
        record = record_of(context, session).record

    def told_in() -> Iterator[tuple[str, str, Record]]:
        for code, folder in folders.items():
            with spoken_in(code):
                read = record if code == spoken[0] else record_of(context, session).record
            yield folder, code, read

    try:
        with waiting() as told:
            most = len(spoken) * how_many(record, wanted, roles_left)
            made = writing_in(told_in(), out, wanted, size, template, _workers(), roles_left)
            for path in made:
                paths.append(path)
                if told is not None:
                    told(tr("Writing {name}", name=path.name), len(paths) / most)
        still = in_role(record) if not roles_left else ()
    except Unprintable as error:
        raise Trouble(str(error)) from error
    except OSError as error:
        why = error.strerror or error
        raise Trouble(tr("{place}: the documents could not be written: {why}.", place=out, why=why)) from error
    finally:
        for path in paths:
            put(str(path))
    if still:
        names = listing(record.scenario.seats[seat].name for seat in still)
        say(
            trn(
                "{names} has not left the role: only the trainer's document was written. Leave the roles, end the "
                "session, or answer for it with --roles-left.",
                "{names} have not left their roles: only the trainer's document was written. Leave the roles, end the "
                "session, or answer for it with --roles-left.",
                len(still),
                names=names,
            )
        )
        return
    say(tr("Give each file in seats and certificates only to whom it names; trainer is for the training team."))
    if "html" in wanted:
        say(tr("Open {page} in a browser.", page=out / folders[spoken[0]] / "debrief.html"))


def _workers() -> int:
    return min(MOST_WORKERS, os.cpu_count() or 1)


def _languages(asked: str | None) -> tuple[str, ...]:
    if asked is None:
        return (language(),)
    found = _words(asked)
    for each in found:
        if each not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise Trouble(tr("There is no language “{name}”. Languages: {known}.", name=each, known=known))
    return found


def _formats(asked: str | None, template: Path | None) -> tuple[str, ...]:
    """The formats that were asked for; HTML and, where it can be made, PDF."""
    own = _own(template)
    if asked is None:
        if own:
            return (own,)
        from simulator.debrief.documents import to_hand_out

        usual = to_hand_out()
        if "pdf" in usual:
            return usual
        say(tr("PDF needs the print extra (pip install 'good-offices[print]'); these are HTML pages, ready to print."))
        return usual
    found = _words(asked)
    for each in found:
        if each not in FORMATS:
            known = ", ".join(FORMATS)
            raise Trouble(tr("There is no format “{name}”. Formats: {known}.", name=each, known=known))
    if own and own not in found:
        raise Trouble(tr("--template is for {format} files: add {format} to --format.", format=own))
    return found


def _own(template: Path | None) -> str:
    """The format that a template is for; empty without one."""
    if template is None:
        return ""
    endings = template.suffixes
    if endings[-1:] == [".docx"]:
        return "docx"
    if endings[-1:] == [".j2"] and endings[-2:-1] in ([".html"], [".md"]):
        return endings[-2][1:]
    raise Trouble(tr("{name} is no template: it ends in .docx, .html.j2 or .md.j2.", name=template.name))


def _words(listed: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(word.strip() for word in listed.lower().split(",") if word.strip()))
    if not found:
        raise Trouble(tr("Name at least one thing after an option that takes a list."))
    return found
