"""goodoffices translate: the catalogue of a case in another language, for translators' own tools."""

import os
import re
import secrets
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click

from scenarios.folder import CASE_FILE
from scenarios.reading import Reading
from scenarios.texts import mark, number, tr
from simulator.cli.sources import reading_of
from simulator.cli.talk import FOUND, Trouble, put, say


@click.command(
    "translate",
    epilog="Examples: goodoffices translate my-case fr  |  goodoffices translate my-case ar --check",
)
@click.argument("scenario")
@click.argument("language")
@click.option("--check", "only_look", is_flag=True, help=mark("Write nothing; exit with 1 while texts are missing."))
@click.pass_context
def command(context: click.Context, scenario: str, language: str, only_look: bool) -> None:
    """Write or renew LANGUAGE.po beside SCENARIO (an id, a folder or a YAML file), and say how complete it is.

    LANGUAGE has two letters: fr, ar. Each text of the case is an entry, whose context is its path in the YAML. New
    texts come without a translation, texts that have changed are marked `fuzzy`, and nothing that was translated is
    lost: what the case does not say any more is kept at the end. With --check the paths of the texts to be translated
    are listed.
    """
    if re.fullmatch("[a-z]{2}", language) is None:
        raise Trouble(tr("“{code}” is not a language: write two letters, as fr or ar.", code=language[:20]))
    reading = reading_of(scenario)
    place = _place(reading, language)
    from scenarios.translation import NotTranslatable, texts, update
    from scenarios.translation.catalogue import compared, report
    from scenarios.translation.po import read_po

    try:
        text, told = update(reading, language)
    except NotTranslatable as trouble:
        for problem in trouble.problems or reading.errors:
            say((replace(problem, file=str(place)) if problem.file == place.name else problem).render())
        raise Trouble(f"{reading.name}: {trouble}.", FOUND) from trouble
    before = reading.folder.files.get(place.name)
    if only_look:
        assert reading.scenario is not None
        found = texts(reading.scenario, reading.positions)
        catalogue = read_po(before or "", str(place))
        told, beside = report(found, catalogue), compared(found, catalogue)
        for problem in beside.wrong:
            say(problem.render())
        for lacking in beside.missing:
            put(lacking.path)
    else:
        if text != before:
            write(place, text, scenario)
        put(str(place))
    say(str(told))
    done = number(told.printed - told.printed_to_do)
    say(tr("Printed for participants: {done} of {texts} texts.", done=done, texts=number(told.printed)))
    if only_look and not told.complete:
        context.exit(FOUND)


def _place(reading: Reading, language: str) -> Path:
    """Where the catalogue lies. Raises Trouble where there is none and cannot be one."""
    case = Path(reading.name)
    if case.name != CASE_FILE:
        raise Trouble(
            tr("{path}: translations lie in a scenario's folder, beside its {file}.", path=case, file=CASE_FILE)
        )
    place = case.parent / f"{language}.po"
    if place.name not in reading.folder.files and os.path.lexists(place) and reading.scenario is not None:
        for problem in reading.problems:
            if problem.file == str(place):
                say(problem.render())
        raise Trouble(tr("{path} cannot be read, and is left as it is.", path=place), FOUND)
    return place


def write(place: Path, text: str, scenario: str) -> None:
    """Put the catalogue in its place at once, so that no translation is lost half-way. Raises Trouble."""
    real = Path(os.path.realpath(place))
    beside = real.with_name(f".{real.name}.{secrets.token_hex(4)}.part")
    try:
        mode = real.stat().st_mode & 0o777 if real.exists() else 0o644
        handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, mode)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode("utf-8"))
                file.flush()
                os.fsync(file.fileno())
            beside.replace(real)
        except BaseException:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Trouble(
            tr(
                "{path} cannot be written: {reason}. Nothing was changed. A case that comes with the program can be "
                "copied first: goodoffices new my-case --from {scenario}",
                path=place,
                reason=error.strerror or error,
                scenario=scenario,
            )
        ) from error
