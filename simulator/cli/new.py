"""goodoffices new: a new case, from a template or from a case that there is."""

from pathlib import Path

import click

from scenarios.folder import Folder
from scenarios.starting import TEMPLATES, CannotBegin, begin, fit_id, is_id, renamed, template
from scenarios.texts import INTERFACE, SOURCE, language, mark, tr
from simulator.cli.sources import scenario_of
from simulator.cli.talk import FOUND, Trouble, put, say


@click.command(
    "new",
    epilog="Examples: goodoffices new my-case  |  goodoffices new harbour-talks --template shuttle  |  "
    "goodoffices new my-sources --from sources-of-kalindra",
)
@click.argument("words", metavar="NAME", nargs=-1, required=True)
@click.option(
    "--from", "source", metavar="SCENARIO", help=mark("Copy this scenario, with its pieces and translations.")
)
@click.option(
    "--template",
    "format_",
    metavar="FORMAT",
    help=mark("Begin with the small case of a process format; classic if nothing is named, `list` tells all."),
)
@click.option(
    "--dir",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help=mark("Where to make the folder; here if nothing is named."),
)
@click.option("--title", help=mark("The title of the new case."))
@click.option(
    "--language",
    "tongue",
    type=click.Choice(INTERFACE),
    help=mark("The language in which the template is written; that of the program where there is one."),
)
def command(
    words: tuple[str, ...], source: str | None, format_: str | None, folder: Path, title: str | None, tongue: str | None
) -> None:
    """Make a folder NAME with a small complete case in it, which can be checked, changed and played at once.

    NAME becomes the id of the case. A copy of the schema lies beside it, so that editors complete keys and words.
    """
    name = " ".join(words)  # a title that was typed without quotes is answered with the id that it can have
    if format_ == "list" and source is None:
        for known, one in TEMPLATES.items():
            put(f"{known:<18} {tr(one.called)}")
        return
    if source is not None and (format_ is not None or tongue is not None):
        raise Trouble(tr("--from copies a case as it is: --template and --language do not go with it."))
    if not is_id(name):
        near = fit_id(name)
        raise Trouble(
            tr(
                "“{name}” cannot be an id: lower-case words joined by hyphens, at most 48 characters. "
                "The nearest one: {near} (the title can be any text: --title)",
                name=name[:100],
                near=near,
            )
        )
    if title is not None and not (0 < len(title.strip()) <= 300 and title.isprintable()):
        raise Trouble(tr("--title: one line of 1 to 300 characters."))
    try:
        if source is not None:
            written = scenario_of(source)[1].folder
        else:
            written = _template(format_, tongue)
        paths = begin(folder / name, renamed(written, name, title.strip() if title else None))
    except CannotBegin as trouble:
        raise Trouble(str(trouble), FOUND) from trouble
    for path in paths:
        put(str(path))
    if source is None and (lacks := TEMPLATES[_format(format_)].lacks):
        say(tr(lacks))
    place = folder / name
    say(
        tr(
            "Go on with: goodoffices check {place}, and goodoffices demo --scenario {place} --out {out}",
            place=place,
            out=f"{name}-demo",
        )
    )


def _format(named: str | None) -> str:
    """The name of a template. Raises Trouble."""
    name = (named or "classic").replace("-", "_")
    if name not in TEMPLATES:
        raise Trouble(
            tr("There is no template “{name}”. Templates: {there}.", name=name[:100], there=", ".join(TEMPLATES))
        )
    return name


def _template(named: str | None, tongue: str | None) -> Folder:
    name = _format(named)
    if tongue is not None:
        return template(name, tongue)
    try:
        return template(name, language())
    except CannotBegin:
        return template(name, SOURCE)
