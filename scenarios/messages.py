"""The catalogues of the program's own sentences, kept in step with the source: run it after sentences changed.

`python -m scenarios.messages` writes what is new into `scenarios/locale`, marks what changed as fuzzy, and says how
complete each language is. Translators work on the `.po` files with their own tools.
"""

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from scenarios.schema import schema
from scenarios.texts import DOMAIN, INTERFACE, LANGUAGES, LOCALE, SOURCE

ROOMS = ("roles", "scenarios", "simulator", "scoring")
KEYWORDS: dict[str, Any] = {"tr": None, "mark": None, "trn": (1, 2), "trc": ((1, "c"), 2)}
DOCUMENTS = (
    "roles/library/",
    "scenarios/preparation.py",
    "scenarios/texts.py",
    "scoring/",
    "simulator/debrief/",
    "simulator/engine/names.py",
    "simulator/exchange/verbs.py",
    "simulator/kit/",
    "simulator/printing/",
)
"""Where the sentences stand that leave the program; a language of documents alone translates only these."""

Message = tuple[str, int, str | tuple[str, str], list[str], str | None]
"""File, line, sentence or its singular and plural, comments for translators, context."""


def root() -> Path:
    """The folder in which the rooms lie."""
    return Path(__file__).resolve().parents[1]


def messages() -> Iterator[Message]:
    """Every sentence of the program with its place."""
    for room in ROOMS:
        for file in sorted((root() / room).rglob("*.py")):
            name = file.relative_to(root()).as_posix()
            found = extract_from_file("python", file, KEYWORDS, ("Translators:",), {"encoding": "utf-8"}, True)
            for line, said, comments, context in found:
                message = said if isinstance(said, str) else (str(said[0]), str(said[1]))
                yield name, line, message, list(comments), context
    yield from _helps()
    yield from _archetypes()
    yield from _descriptions()


def _helps() -> Iterator[Message]:
    """What the verbs of the command line say of themselves: the docstrings of click's commands."""
    for file in sorted((root() / "simulator/cli").glob("*.py")):
        for node in ast.parse(file.read_text("utf-8")).body:
            if not isinstance(node, ast.FunctionDef):
                continue
            if any(ast.unparse(each).startswith(("click.command(", "click.group(")) for each in node.decorator_list):
                name = file.relative_to(root()).as_posix()
                comment = "What a command does, for its help; words in CAPITALS stand for what is typed."
                yield name, node.lineno, ast.get_docstring(node) or "", [comment], None


def _archetypes() -> Iterator[Message]:
    """The names and purposes of the archetypes."""
    from scenarios.archetypes import archetypes

    for card in archetypes().values():
        name = f"roles/library/{card.id}.yaml"
        yield name, 1, card.name, ["The name of a role."], None
        yield name, 1, card.purpose, ["What a role is for."], None


def _descriptions() -> Iterator[Message]:
    """What the keys of the format mean: remedies and the hover texts of editors say it."""
    seen: set[str] = set()
    waiting: list[Any] = [schema()]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            text = node.get("description")
            if isinstance(text, str) and text not in seen:
                seen.add(text)
                yield "scenarios/scenario.schema.json", 1, text, ["What a key of the format means."], None
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def template(language: str) -> Catalog:
    """The sentences that a language has to say, untranslated."""
    made = Catalog(
        project="Good Offices",
        domain=DOMAIN,
        charset="utf-8",
        copyright_holder="The Good Offices contributors",
        header_comment="# Good Offices: what the program says. Lines with `#.` tell translators what a sentence is.",
    )
    for name, _line, message, comments, context in sorted(messages(), key=str):
        if language in INTERFACE or name.startswith(DOCUMENTS):
            # Only the file: line numbers would change with every edit of the source.
            made.add(message, None, [(name, None)], auto_comments=comments, context=context)  # type: ignore[list-item]
    return made


def catalogue_file(language: str) -> Path:
    """The translations of a language."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read_catalogue(language: str) -> Catalog:
    """The translations of a language as they are kept; empty where there is no file yet."""
    file = catalogue_file(language)
    if not file.exists():
        return Catalog(locale=language, domain=DOMAIN, charset="utf-8")
    with file.open("rb") as source:
        return read_po(source, locale=language, domain=DOMAIN)


def written(catalogue: Catalog) -> str:
    """A catalogue as the text that is kept: sorted, and without dates, so that it changes only where it must."""
    made = BytesIO()
    write_po(made, catalogue, width=110, sort_output=True, ignore_obsolete=True, omit_header=False)
    kept = (
        line
        for line in made.getvalue().decode("utf-8").splitlines()
        if not line.startswith(('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By', '"Last-Translator'))
    )
    return "\n".join(kept).strip() + "\n"


def missing(language: str) -> list[str]:
    """The sentences that a language does not say yet, or says of an older wording."""
    have = read_catalogue(language)
    wrong = []
    for message in template(language):
        if not message.id:
            continue
        found = have.get(message.id, message.context)
        said = found.string if found is not None else ""
        whole = all(said) if isinstance(said, tuple | list) else bool(said)
        if found is None or not whole or found.fuzzy:
            wrong.append(message.id if isinstance(message.id, str) else message.id[0])
    return wrong


def update(language: str) -> None:
    """Write a language's file anew, with what is new in it and without what nobody says any more."""
    catalogue = read_catalogue(language)
    catalogue.update(template(language), update_header_comment=True)
    file = catalogue_file(language)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(written(catalogue), "utf-8")


def main() -> None:
    """Update all catalogues, and say how complete each is."""
    for language in LANGUAGES:
        if language != SOURCE:
            update(language)
            whole, lacking = len(template(language)), len(missing(language))
            print(f"{language}: {whole} sentences, {lacking} to translate", file=sys.stderr)


if __name__ == "__main__":
    main()
