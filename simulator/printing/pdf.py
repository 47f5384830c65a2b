"""Documents as PDF, set by typst: tagged for screen readers (PDF/UA-1), with fonts that travel with the program."""

import json
import re
import unicodedata
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from scenarios.texts import RIGHT_TO_LEFT, tr
from simulator.printing.document import (
    Block,
    Document,
    Figure,
    Heading,
    Note,
    Paper,
    Slip,
    Table,
    Words,
    lines,
    runs,
    said,
)
from simulator.printing.errors import MissingLibrary, Unprintable
from simulator.printing.prose import pieces, plain, right_to_left, steady

if TYPE_CHECKING:
    import typst

FONTS = ("fontpkg_source_serif_4", "fontpkg_noto_sans", "fontpkg_noto_sans_arabic", "fontpkg_amiri")
"""The packages of the fonts: a serif for prose, a sans serif for headings and tables, and one of each for Arabic."""

WHOLE = 2_200
"""Characters of a slip or a note up to which it stays on one page."""

NOTHING = "–"
"""What stands where a title or a heading says nothing: the standard wants a word there."""

_MISSING = re.compile(r'the text `"(.*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_DIRECTED = frozenset({"text", "words", "items", "header", "rows", "labels", "facts", "fields"})
"""What is set in the direction of its own words; names of people on signs find theirs by themselves."""


def pdf(document: Document, paper: Paper = "a4") -> bytes:
    """A document as PDF. The same document gives the same bytes.

    Raises MissingLibrary where the libraries for it are not installed, Unprintable where it cannot be set.
    """
    return _set(document, paper, "pdf")[0]


def png(document: Document, paper: Paper = "a4", ppi: float = 80) -> list[bytes]:
    """The pages of a document as pictures, as they look in its PDF."""
    return _set(document, paper, "png", ppi)


def _set(document: Document, paper: Paper, format: Any, ppi: float | None = None) -> list[bytes]:
    try:
        import typst
    except ImportError as missing:
        raise MissingLibrary("typst") from missing
    source = files("simulator.printing").joinpath("document.typ").read_bytes()
    words = json.dumps(data(document, paper), ensure_ascii=False)
    # An empty folder is all that the typesetter may read, and nobody can put anything there.
    with TemporaryDirectory(prefix="goodoffices-") as root:
        compiler = typst.Compiler(
            font_paths=fonts(), ignore_system_fonts=True, root=root, package_path=root, package_cache_path=root
        )

        def made_as(words: str, standard: list[Any]) -> Any:
            inputs = {"document": words}
            return compiler.compile(
                input=source, format=format, ppi=ppi, sys_inputs=inputs, pdf_standards=standard, timestamp=0
            )

        standard = ["ua-1"] if format == "pdf" else []
        try:
            made = made_as(words, standard)
        except typst.TypstError as refused:
            # The standard refuses signs that no font has, as a smiling face: they are named. Whatever else it refuses
            # is no reason for no document.
            named = _without(_no_font_has(refused), words)
            try:
                made = made_as(named, standard)
            except typst.TypstError:
                try:
                    made = made_as(named, [])
                except typst.TypstError as error:
                    raise Unprintable(f"{document.title}: {error}") from error
    return made if isinstance(made, list) else [made or b""]


def _no_font_has(refused: Exception) -> set[str]:
    """The signs that no font has, as the typesetter tells them."""
    told = _MISSING.findall(str(getattr(refused, "diagnostic", "")))
    return {char for text in told for char in _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)}


def _without(signs: set[str], words: str) -> str:
    """The words, with the names of some signs in their place, and of letters the numbers."""

    def named(found: re.Match[str]) -> str:
        names = [
            f"U+{ord(char):04X}" if char.isalpha() else unicodedata.name(char, f"U+{ord(char):04X}")
            for char in found[0]
            if unicodedata.category(char) not in ("Cf", "Mn")  # which only tell how others are drawn
        ]
        said = ", ".join(name if name.startswith("U+") else name.lower() for name in names)
        return f"[{said}]" if said else ""

    return re.sub(f"[{re.escape(''.join(sorted(signs)))}]+", named, words) if signs else words


@cache
def fonts() -> "typst.Fonts":
    """The fonts that travel with the program. Raises MissingLibrary where they are not installed."""
    import typst

    folders: list[Path] = []
    for name in FONTS:
        found = find_spec(name)
        if found is None or found.origin is None:
            raise MissingLibrary(name.replace("_", "-"))
        folders.append(Path(found.origin).parent / "files")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def data(document: Document, paper: Paper = "a4") -> dict[str, Any]:
    """A document as the typesetter's template reads it."""
    backwards = document.language in RIGHT_TO_LEFT
    anchors = document.anchors()

    def directed(words: Words) -> dict[str, Any]:
        own = right_to_left(said(words))
        return {
            "runs": [
                {
                    "text": "\u200b".join(pieces(run.text)),
                    "bold": run.bold,
                    "italic": run.italic,
                    "leads": run.leads_to if run.leads_to in anchors else "",
                }
                for run in runs(words)
            ],
            "turned": own is not None and own != backwards,
            "length": len(said(words)),
        }

    def valued(name: str, value: Any) -> Any:
        if is_dataclass(value) and not isinstance(value, type):
            return block(value)  # type: ignore[arg-type]
        if isinstance(value, str) and name in _DIRECTED:
            return directed(value)
        if isinstance(value, str):
            return steady(value)
        if isinstance(value, tuple):
            if value and all(hasattr(part, "bold") for part in value):
                return directed(value)
            return [valued(name, part) for part in value]
        return value

    def block(of: Block) -> dict[str, Any]:
        if isinstance(of, Heading):
            of = Heading(plain(of.text).strip() or NOTHING, of.level)
        made: dict[str, Any] = {"kind": type(of).__name__.lower()}
        made |= {each.name: valued(each.name, getattr(of, each.name)) for each in fields(of)}
        if isinstance(of, Slip | Note):
            made["title"] = directed(of.title)
            made["long"] = any(isinstance(b, Table | Figure) for b in of.blocks) or sum(map(len, lines(of))) > WHOLE
        if isinstance(of, Figure):
            made["svg"] = of.svg  # a drawing of our own: its words were cleaned where it was made
        return made

    return {
        "title": plain(document.title).strip() or NOTHING,
        "subtitle": steady(document.subtitle),
        "case": steady(document.case),
        "language": document.language,
        "confidential": None if document.confidential is None else steady(document.confidential),
        "notice": steady(document.notice),
        "paper": {"a4": "a4", "letter": "us-letter"}[paper],
        "landscape": document.landscape,
        "bare": document.bare,
        "dense": document.dense,
        # Translators: at the foot of a page; {n} is its number, {m} the number of pages.
        "page": tr("Page {n} of {m}", n="{n}", m="{m}"),
        "contents": tr("Contents") if document.contents and document.chapters() else "",
        "blocks": [block(each) for each in document.outlined()],
    }
