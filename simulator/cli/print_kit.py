"""goodoffices print: the papers of a case."""

from __future__ import annotations

from datetime import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scenarios.texts import LANGUAGES, language, listing, mark, spoken_in, tr, trn
from simulator.cli.sources import record_of, scenario_of
from simulator.cli.talk import Trouble, put, say
from simulator.cli.waiting import waiting

if TYPE_CHECKING:
    from scenarios.model import Scenario
    from scenarios.reading import Reading
    from simulator.kit import Occasion, Printed

FORMATS = ("pdf", "docx", "html", "md")
TOLD = 5
"""Texts without a translation that are named."""


@click.command(
    "print",
    epilog="Examples: goodoffices print sources-of-kalindra --out kit  |  goodoffices print my-case --out kit --format "
    "pdf,docx --start 09:00  |  goodoffices print my-case --out kit --lang ar --only brief,seats  |  goodoffices print "
    "my-case --out kit --format docx --template letterhead.docx",
)
@click.argument("scenario")
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help=mark("The folder to write to.")
)
@click.option(
    "--lang",
    type=click.Choice(list(LANGUAGES)),
    help=mark("The language of the papers. Default: that of the program, if the case has it."),
)
@click.option("--format", "formats", help=mark("pdf, docx, html, or several of them. Default: pdf."))
@click.option("--only", help=mark("Some kinds of papers only, as brief,seats,signs; the others stay as they are."))
@click.option("--session", help=mark("A session in the journal: its name, and who plays which seat."))
@click.option("--start", metavar="HH:MM", help=mark("When the exercise begins, for an agenda with times of day."))
@click.option(
    "--template",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=mark("Your own Word letterhead (.docx), or your own page (.html.j2 or .md.j2)."),
)
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help=mark("The paper."))
@click.pass_context
def command(
    context: click.Context,
    scenario: str,
    out: Path,
    lang: str | None,
    formats: str | None,
    only: str | None,
    session: str | None,
    start: str | None,
    template: Path | None,
    paper: str,
) -> None:
    """Write the papers of SCENARIO: public brief, a confidential brief for each seat, score sheets, table signs,
    badges, agenda, forms, event slips and the instructor's guide.

    What is for one seat stands in a file of its own; what is for the trainer alone lies in the folder control.
    """
    _, reading = scenario_of(scenario)
    from simulator.kit import kit
    from simulator.printing.errors import Unprintable
    from simulator.printing.writing import format_of, makers, written

    try:
        wanted = _formats(formats, None if template is None else format_of(template))
    except Unprintable as error:
        raise Trouble(str(error)) from error
    kinds = _kinds(only)
    case, spoken, lacking = _said_in(reading, lang)
    occasion = _occasion(context, case, session, start)
    with spoken_in(spoken):
        make = makers("letter" if paper == "letter" else "a4", template)
        papers = list(kit(case, occasion, kinds))
    if lacking:
        say(lacking)
    paths: list[Path] = []
    try:
        with waiting() as told:
            for number, each in enumerate(papers):
                if told is not None:
                    told(each.document.title, number / len(papers))
                with spoken_in(spoken):
                    made = [(suffix, make[suffix](each.document)) for suffix in wanted]
                paths += written(each.name, made, out)
    except Unprintable as error:
        raise Trouble(str(error)) from error
    except OSError as error:
        why = error.strerror or str(error)
        raise Trouble(tr("{folder}: the papers could not be written: {why}.", folder=out, why=why)) from error
    finally:  # the bar is gone by now, and what was written is told also where the rest could not be
        for path in paths:
            put(str(path))
    _tell(papers, len(wanted))


def _formats(formats: str | None, own: str | None) -> tuple[str, ...]:
    """The formats that were asked for; else that of the trainer's own template; else PDF where it can be made."""
    if formats is None:
        if own is not None:
            return (own,)
        if find_spec("typst") is not None:
            return ("pdf",)
        say(tr("PDF needs the print extra (pip install 'good-offices[print]'); these are HTML pages, ready to print."))
        return ("html",)
    asked = _words(formats)
    for each in asked:
        if each not in FORMATS and each != own:
            known = ", ".join(FORMATS)
            raise Trouble(tr("There is no format “{name}”. Formats: {known}.", name=each, known=known))
    if own is not None and own not in asked:
        raise Trouble(tr("--template is for {format} files: add {format} to --format.", format=own))
    return asked


def _kinds(only: str | None) -> tuple[str, ...]:
    from simulator.kit import PAPERS

    asked = _words(only) if only is not None else ()
    known = [each.key for each in PAPERS]
    for each in asked:
        if each not in known:
            kinds = "; ".join(f"{paper.key} ({tr(paper.purpose)})" for paper in PAPERS)
            raise Trouble(tr("There is no paper “{name}”. Papers: {kinds}.", name=each, kinds=kinds))
    return asked


def _words(listed: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(word.strip() for word in listed.lower().split(",") if word.strip()))
    if not found:
        raise Trouble(tr("Name at least one thing after an option that takes a list."))
    return found


def _said_in(reading: Reading, lang: str | None) -> tuple[Scenario, str, str]:
    """The case in the language of the papers, that language, and a word on what has no translation."""
    from scenarios.translation import in_language, languages
    from scenarios.translation.catalogue import compared
    from scenarios.translation.po import read_po
    from scenarios.translation.texts import texts

    case = reading.scenario
    assert case is not None  # it was read without errors
    if lang is None:
        lang = language() if language() in languages(case, reading.folder) else case.language
        if lang not in LANGUAGES:
            return case, language(), ""
    if lang == case.language:
        return case, lang, ""
    catalogue = reading.folder.catalogues().get(lang)
    if catalogue is None:
        name, own = LANGUAGES[lang], LANGUAGES.get(case.language, case.language)
        lacking = tr(
            "The case has no translation ({name}); its own texts are printed as they are ({own}).", name=name, own=own
        )
        return case, lang, lacking
    missing = [text.path for text in compared(texts(case), read_po(catalogue, f"{lang}.po")).missing if text.printed]
    lacking = ""
    if missing:
        lacking = trn(
            "{n} text has no translation and is printed as it was written: {paths}",
            "{n} texts have no translation and are printed as they were written: {paths}",
            len(missing),
            paths=", ".join(missing[:TOLD]) + (", …" if len(missing) > TOLD else ""),
        )
    return in_language(case, reading.folder, lang), lang, lacking


def _occasion(context: click.Context, case: Scenario, session: str | None, start: str | None) -> Occasion:
    from simulator.engine import replay
    from simulator.kit import Occasion

    begins = None if start is None else _time(start)
    if session is None:
        return Occasion(begins)
    source = record_of(context, session)
    if source.record.scenario.id != case.id:
        played = source.record.scenario.title
        raise Trouble(tr("The session {session} plays another case: {title}.", session=session, title=played))
    seats = replay(source.record).seats
    in_journal = not (Path(session).suffix or Path(session).exists())
    return Occasion(
        begins,
        session if in_journal else None,
        source.title,
        {name: seat.people for name, seat in seats.items() if seat.people},
    )


def _time(start: str) -> time:
    try:
        hour, minute = start.replace("h", ":").split(":")
        return time(int(hour), int(minute or 0))
    except ValueError:
        raise Trouble(tr("--start takes a time of day such as 09:00, not “{given}”.", given=start)) from None


def _tell(papers: list[Printed], formats: int) -> None:
    secret = sorted({each.name.partition("/")[0] for each in papers if each.document.confidential is not None})
    say(trn("{n} file was written.", "{n} files were written.", len(papers) * formats))
    if secret:
        say(tr("Confidential: {folders}. Give each file only to whom it names.", folders=listing(secret)))
