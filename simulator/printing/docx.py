"""Documents as Word files, on the shipped letterhead or on the trainer's own, with Word's own styles."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from scenarios.texts import RIGHT_TO_LEFT, listing, tr
from simulator.printing.document import Document, Paper
from simulator.printing.errors import MissingLibrary, Unprintable
from simulator.printing.letterhead import STYLES, shipped
from simulator.printing.packing import packed
from simulator.printing.prose import plain

MARKER = "\N{WHITE SQUARE}document\N{WHITE SQUARE}"
"""Stands in the template where the document goes, once the letterhead is filled in."""

LARGEST = 20_000_000
"""Bytes of a template."""


def docx(document: Document, paper: Paper = "a4", template: Path | None = None) -> bytes:
    """A document as a Word file. The same document on the same template gives the same bytes.

    Raises MissingLibrary where the libraries for it are not installed, Unprintable where the template does not serve.
    """
    try:
        from docx import Document as open_word
        from docxtpl import DocxTemplate
    except ImportError as missing:
        raise MissingLibrary("docxtpl") from missing
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    name = template.name if template else "letterhead.docx"
    try:
        if template is not None and template.exists() and not template.is_file():  # a pipe would be waited for
            raise Unprintable(tr("{name} is not a file.", name=name))
        if template is not None and template.stat().st_size > LARGEST:
            raise Unprintable(tr("{name} is too large for a template.", name=name))
        source = shipped() if template is None else template.read_bytes()
    except OSError as error:
        raise Unprintable(tr("{name} cannot be read: {why}.", name=name, why=error.strerror or error)) from error
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    try:
        filled = DocxTemplate(BytesIO(source))
        filled.render(_heads(document), jinja_env=environment, autoescape=True)
        written = BytesIO()
        filled.save(written)
        made: Any = open_word(BytesIO(written.getvalue()))
    except TemplateError as error:
        message = tr("{name} has a place to fill in that is not known: {why}.", name=name, why=str(error).rstrip("."))
        raise Unprintable(message) from error
    except (PackageNotFoundError, BadZipFile, LxmlError, KeyError, ValueError, AttributeError) as error:
        raise Unprintable(tr("{name} is not a Word document that can be filled in.", name=name)) from error
    lacking = [style for style in STYLES if style not in made.styles]
    if lacking:
        message = tr("{name} lacks the styles that a document needs: {styles}.", name=name, styles=listing(lacking))
        raise Unprintable(message)
    place = next((p for p in made.paragraphs if p.text.strip() == MARKER), None)
    if place is None:
        raise Unprintable(
            tr("{name} has no paragraph {place} where the document goes.", name=name, place="{{ document }}")
        )

    from simulator.printing.word import Writer

    writer = Writer(made, place, document, paper if template is None else None)
    writer.write()
    return _saved(made, document)


def _heads(document: Document) -> dict[str, str]:
    # Translators: at the foot of a page; {n} is its number, {m} the number of pages.
    page = tr("Page {n} of {m}", n="\N{WHITE SQUARE}n\N{WHITE SQUARE}", m="\N{WHITE SQUARE}m\N{WHITE SQUARE}")
    said = {"title": document.title, "subtitle": document.subtitle, "case": document.case, "notice": document.notice}
    said |= {"confidential": document.confidential or "", "page": page, "document": MARKER}
    return {name: plain(text) for name, text in said.items()}


def _saved(made: Any, document: Document) -> bytes:
    """The file, without the time at which it was made."""
    properties = made.core_properties
    properties.title, properties.subject = plain(document.title)[:255], plain(document.case)[:255]
    properties.author = properties.last_modified_by = "Good Offices"
    properties.comments = properties.keywords = properties.category = ""
    properties.language = document.language
    properties.revision = 1
    properties.created = properties.modified = datetime(1980, 1, 1, tzinfo=UTC)
    output = BytesIO()
    made.save(output)
    return packed(output.getvalue())


def backwards(document: Document) -> bool:
    """Whether a document runs from right to left."""
    return document.language in RIGHT_TO_LEFT
