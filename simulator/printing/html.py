"""Documents as HTML: one file each, without a script or a network, that reads well and prints well."""

import re
from functools import cache
from itertools import count

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from scenarios.texts import RIGHT_TO_LEFT, tr
from simulator.printing.document import Document, Figure, Paper, Table, Words, runs, said
from simulator.printing.prose import pieces, plain, right_to_left, steady

COLUMN = 24
"""Letters of a column of words, where there is no room for more."""

_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
_CSS = re.compile(r"[^\w .,;:!?()–—-]")


def html(document: Document, paper: Paper = "a4") -> str:
    """A document as a page. Everything that is put in is escaped."""
    # Translators: at the foot of a page; {n} is its number, {m} the number of pages.
    page = tr("Page {n} of {m}", n="\x01", m="\x02")
    counters = {"\x01": "counter(page)", "\x02": "counter(pages)"}
    parts = [part for part in re.split("([\x01\x02])", page) if part]
    made = (
        _environment()
        .get_template("document.html.j2")
        .render(
            document=document,
            direction="rtl" if document.language in RIGHT_TO_LEFT else "ltr",
            size={"a4": "A4", "letter": "letter"}[paper],
            anchors=document.anchors(),
            chapter=_Chapters(),
            # Translators: above the list of a document's chapters.
            contents=tr("Contents"),
            # Translators: opens what a drawing says, for those who do not see it.
            in_words=tr("The drawing in words"),
            page_of=Markup(" ".join(counters.get(part) or f'"{_css(part)}"' for part in parts)),
        )
    )
    return re.sub(r"\n{2,}", "\n", made)


class _Chapters:
    """Counts the chapters of a page."""

    def __init__(self) -> None:
        self._count = count(1)

    def next(self) -> int:
        """The number of the chapter that begins."""
        return next(self._count)


def drawn(figure: Figure) -> Markup:
    """A drawing as a part of the page, with a name for who does not see it."""
    named = Markup('<svg role="img" aria-label="{}" ').format(plain(figure.title))
    return Markup(figure.svg.replace(_NAMESPACE, "", 1).replace("<svg ", named, 1))


def _breakable(text: str) -> Markup:
    """A text in a narrow place, where long words may break."""
    return Markup("<wbr>").join(pieces(text))


def _lettered(words: Words) -> bool:
    """Whether words have letters, whose way they then run; figures alone run like the page."""
    return right_to_left(said(words)) is not None


def _room(table: Table) -> int:
    """The width in which a table reads well, in em: each column as wide as what is in it, up to a few words."""
    longest = [max(map(len, head.split()), default=0) for head in table.header]
    for row in table.rows:
        longest = [max(most, len(said(cell))) for most, cell in zip(longest, row, strict=True)]
    return round(sum(min(most, COLUMN) * 0.5 + 1 for most in longest))


def _css(text: str) -> Markup:
    """A text inside the quotes of a style sheet, where letters stand for themselves and signs for their numbers."""
    return Markup(_CSS.sub(lambda sign: f"\\{ord(sign[0]):06x}", plain(text).replace("\n", " ")))


def _cleaned(value: object) -> object:
    """Text without what turns lines around; markup and numbers as they are."""
    return steady(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("simulator.printing", "."),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_cleaned,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "runs": runs,
        "breakable": _breakable,
        "room": _room,
        "lettered": _lettered,
        "css": _css,
        "drawn": drawn,
        "kind": lambda block: type(block).__name__.lower(),
    }
    return environment
