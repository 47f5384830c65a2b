"""Documents as Markdown, in which no text makes HTML, images or links."""

import re
from collections.abc import Iterator

from scenarios.texts import on_one_line, tr
from simulator.printing.document import (
    Badges,
    Block,
    Boxes,
    Bullets,
    Document,
    Fields,
    Figure,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Sign,
    Slip,
    Table,
    Words,
    runs,
)
from simulator.printing.prose import plain

LINE = "_" * 24
"""A line to write on."""

_INLINE = re.compile(r"[\\`*_\[\]|~$]")
_START = re.compile(r"^(\s*)([-+](?!\d)|[#=]|\d+[.)](?=\s|$))")
_LINKS = re.compile(r"://|@|(?<=\bwww)\.", re.IGNORECASE)


def markdown(document: Document) -> str:
    """A document as Markdown."""
    parts = [] if document.bare else list(_head(document))
    parts += [part for block in document.outlined() for part in _block(block, 1)]
    if document.notice and not document.bare:
        parts += ["---", escaped(document.notice)]
    return re.sub(r"\n{3,}", "\n\n", "\n\n".join(part for part in parts if part)).strip() + "\n"


def escaped(text: str) -> str:
    """A text on one line, in which nothing means anything to a reader of Markdown.

    HTML is written as entities, the signs of Markdown are escaped, and addresses are broken for readers that would
    make links of them.
    """
    line = on_one_line(plain(text))
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _INLINE.sub(r"\\\g<0>", line)
    line = _LINKS.sub(lambda found: "".join(f"\\{sign}" if sign in ":@." else sign for sign in found[0]), line)
    return _START.sub(_escape_start, line)


def _escape_start(found: re.Match[str]) -> str:
    space, sign = found.groups()
    return f"{space}{sign[:-1]}\\{sign[-1]}"


def _head(document: Document) -> Iterator[str]:
    if document.confidential is not None:
        yield f"**{escaped(document.confidential)}**"
    yield escaped(document.case)
    yield f"# {escaped(document.title)}"
    if document.subtitle:
        yield f"*{escaped(document.subtitle)}*"


def _said(words: Words) -> str:
    return "".join(_run(run.text, ("**" if run.bold else "") + ("*" if run.italic else "")) for run in runs(words))


def _run(text: str, mark: str) -> str:
    """Words in their weight; the signs of a weight have to touch its letters."""
    inner = escaped(text)
    before, after = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    return f"{before}{mark}{inner}{mark[::-1]}{after}" if inner else before


def _cell(words: Words) -> str:
    return _said(words).strip() or " "


def _block(block: Block, level: int) -> Iterator[str]:
    match block:
        case Heading(text=text, level=own):
            yield f"{'#' * min(6, own + level)} {escaped(text)}"
        case Paragraph(words=words, style="quote"):
            yield f"> {_said(words)}"
        case Paragraph(words=words):
            yield _said(words)
        case Bullets(items=items, numbered=numbered):
            yield "\n".join(f"{f'{place}.' if numbered else '-'} {_said(item)}" for place, item in enumerate(items, 1))
        case Boxes(items=items):
            yield "\n".join(f"- [ ] {_said(item)}" for item in items)
        case Table():
            yield _table(block)
        case Fields(labels=labels, lines=lines):
            for label in labels:
                yield "  \n".join([f"{escaped(label)} {LINE}", *[LINE] * (lines - 1)])
        case Sign():
            yield "  \n".join((f"**{escaped(block.name)}**", escaped(block.title), escaped(block.party)))
        case Badges(people=people):
            for person in people:
                yield from _block(person, level)
        case Slip():
            yield f"{'#' * min(6, level + 2)} {escaped(block.title)}"
            yield "\n".join(f"- **{escaped(name)}** {escaped(value)}" for name, value in block.facts)
            for inner in block.blocks:
                yield from _block(inner, level + 2)
            yield from _block(Fields(block.fields), level)
        case Note():
            yield f"**{escaped(block.title)}**" if block.title else ""
            for inner in block.blocks:
                yield from _block(inner, level + 2)
        case Figure():
            yield f"**{escaped(block.title)}**"
            yield tr("The drawing in words: {words}", words=escaped(block.told))
        case PageBreak():
            yield "---"


def _table(block: Table) -> str:
    rows = [block.header, *block.rows]
    marks = ["--:" if column in block.numbers else "---" for column in range(len(block.header))]
    lines = ["| " + " | ".join(map(_cell, row)) + " |" for row in rows]
    return "\n".join([lines[0], f"| {' | '.join(marks)} |", *lines[1:]])
