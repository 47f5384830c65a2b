"""What a printed document is made of, whatever file it becomes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Paper = Literal["a4", "letter"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one weight."""

    text: str
    bold: bool = False
    italic: bool = False
    leads_to: str = ""
    """The name of a row that the words lead to; nowhere if the document has no such row."""


Words = str | tuple[Run, ...]
"""A line or a paragraph: plain, or in several weights."""


def said(words: Words) -> str:
    """The words without their weights."""
    return words if isinstance(words, str) else "".join(run.text for run in words)


def runs(words: Words) -> tuple[Run, ...]:
    """The words by their weights."""
    return (Run(words),) if isinstance(words, str) else words


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a document; the title of the document stands above them all."""

    text: str
    level: Literal[1, 2, 3] = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: of the body, a larger one that leads in, a small one beside the matter, or somebody's own words."""

    words: Words
    style: Literal["body", "lead", "small", "quote"] = "body"
    keep: bool = False
    """Whether it stays with what follows, as a question does with its answers."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Words, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header that is said again on every page."""

    header: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[float, ...]
    """Shares of the width, column by column."""
    numbers: tuple[int, ...] = ()
    """Columns of numbers, which stand flush at the end."""
    tall: bool = False
    """Whether the rows leave room to write by hand."""
    emphasis: tuple[int, ...] = ()
    """Rows that sum up or stand out."""
    anchors: tuple[str, ...] = ()
    """The names of the rows, where words lead to them: letters and figures."""


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels, each with lines to write on."""

    labels: tuple[str, ...]
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Boxes:
    """Boxes to tick."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """A table sign, a page long: folded in the middle it shows a name to both sides."""

    name: str
    title: str
    party: str


@dataclass(frozen=True, slots=True)
class Badges:
    """Name badges to cut out: name, function and party of each."""

    people: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """A card to cut out, which stays in one piece on its page."""

    title: str
    facts: tuple[tuple[str, str], ...]
    """What stands above its text, each with a label."""
    blocks: tuple["Block", ...]
    fields: tuple[str, ...] = ()
    """Labels of what is written by hand below it."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something set apart from the text around it."""

    title: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing, and what it says to those who do not see it."""

    title: str
    svg: str
    """Made by this program, with a width and a height in its `viewBox`: no renderer looks for markup that acts."""
    told: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


_LEVELS: tuple[Literal[1, 2, 3], ...] = (1, 2, 3)

Block = Heading | Paragraph | Bullets | Table | Fields | Boxes | Sign | Badges | Slip | Note | Figure | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A document to print. Everything in it is text: nothing that stands in it is read as markup by any renderer."""

    title: str
    case: str
    """The title of the scenario."""
    language: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    confidential: str | None = None
    """Who alone may read it; stands on every page."""
    notice: str = ""
    """What stands at the foot of every page."""
    landscape: bool = False
    bare: bool = False
    """Without title, head and foot: signs and badges."""
    dense: bool = False
    """Whether it is set small, so that what belongs together stands on two pages."""
    contents: bool = False
    """Whether it begins with a list of its chapters."""

    def outlined(self) -> tuple[Block, ...]:
        """Its blocks, with headings that skip no level, as those who listen to a document need them."""
        found: list[Block] = []
        above = 0
        for block in self.blocks:
            if isinstance(block, Heading):
                block = Heading(block.text, _LEVELS[min(block.level, above + 1) - 1])
                above = block.level
            found.append(block)
        return tuple(found)

    def chapters(self) -> tuple[str, ...]:
        """The headings of its first level, for a list of contents."""
        return tuple(block.text for block in self.outlined() if isinstance(block, Heading) and block.level == 1)

    def anchors(self) -> frozenset[str]:
        """The names that words in it may lead to."""
        return frozenset(anchor for block in self.blocks if isinstance(block, Table) for anchor in block.anchors)

    def leads(self) -> frozenset[str]:
        """The names of rows that words in it lead to, whether there are such rows or not."""
        return frozenset(run.leads_to for block in self.blocks for run in _runs(block) if run.leads_to)

    def text(self) -> str:
        """All that can be read in it, for tests and searches."""
        parts = [self.title, self.subtitle, self.case, self.confidential or "", self.notice]
        return "\n".join([*parts, *(line for block in self.blocks for line in lines(block))])


def lines(block: Block) -> Sequence[str]:
    """The words of a block."""
    match block:
        case Heading(text=text):
            return [text]
        case Paragraph(words=words):
            return [said(words)]
        case Bullets(items=items) | Boxes(items=items):
            return [said(item) for item in items]
        case Table():
            return [*block.header, *(said(cell) for row in block.rows for cell in row)]
        case Fields(labels=labels):
            return list(labels)
        case Sign():
            return [block.name, block.title, block.party]
        case Badges(people=people):
            return [line for person in people for line in lines(person)]
        case Slip():
            facts = [part for fact in block.facts for part in fact]
            return [block.title, *facts, *(line for inner in block.blocks for line in lines(inner)), *block.fields]
        case Note():
            return [block.title, *(line for inner in block.blocks for line in lines(inner))]
        case Figure():
            return [block.title, block.told]
        case PageBreak():
            return []


def _runs(block: Block) -> Iterator[Run]:
    """The words of a block that may lead somewhere."""
    match block:
        case Paragraph(words=words):
            yield from runs(words)
        case Bullets(items=items) | Boxes(items=items):
            for item in items:
                yield from runs(item)
        case Table():
            for row in block.rows:
                for cell in row:
                    yield from runs(cell)
        case Slip() | Note():
            for inner in block.blocks:
                yield from _runs(inner)
        case _:
            return
