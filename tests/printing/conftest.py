"""Documents with every kind of block, in English and in Arabic."""

import json
from pathlib import Path

import pytest

from simulator.printing import (
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
    Run,
    Sign,
    Slip,
    Table,
)

PAYLOADS: dict[str, str] = json.loads(
    (Path(__file__).parents[1] / "badinput" / "text_payloads.json").read_text("utf-8")
) | {
    "typst_read": '#read("/etc/passwd")',
    "typst_eval": '#eval("1+1") $x$ *bold* _it_ `raw` @label <label> \\u{41} #let x = 1',
    "jinja": "{{7*7}} {% for x in range(9) %}x{% endfor %} {{ document }}",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;",
    "formula": "= cmd|' /C calc'!A0",
    "xml": "]]> <w:t>x</w:t> <!-- & -->",
}


DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="60" height="20" fill="#333"/>'
    '<text x="70" y="20" font-family="Noto Sans">40 %</text></svg>'
)


def every_block(text: str) -> tuple[Block, ...]:
    """One block of each kind, with a text in each place where text can stand."""
    return (
        Heading(text),
        Heading(text, 2),
        Paragraph(text),
        Paragraph((Run(text, bold=True), Run(text, italic=True)), "lead", keep=True),
        Bullets((text, (Run(text),))),
        Bullets((text,), numbered=True),
        Boxes((text,)),
        Fields((text,), 2),
        Table((text[:99], text[:99]), ((text, text), ((Run(text),), "")), (2, 1), numbers=(1,), emphasis=(1,)),
        Table((text[:99], text[:99]), (("", ""),), (1, 1), tall=True),
        Note(text, (Paragraph(text), Bullets((text,)))),
        Slip(text, ((text, text),), (Paragraph(text),), (text,)),
        PageBreak(),
        Paragraph(text, "small"),
        Paragraph((Run(text), Run(text, leads_to="e1"), Run(text, leads_to="nowhere")), "quote"),
        Table((text[:99], text[:99]), ((text, ""), (text, "")), (1, 1), anchors=("e1", "e2")),
        Figure(text, DRAWN, text),
    )


def document_of(text: str, language: str = "en") -> Document:
    """A document that says one text everywhere."""
    return Document(text, text, language, every_block(text), text, confidential=text, notice=text, contents=True)


@pytest.fixture
def english() -> Document:
    return document_of("The guns fall silent tonight.")


@pytest.fixture
def arabic() -> Document:
    return document_of("تصمت المدافع الليلة، ولا 40 % منها (GOV).", "ar")


@pytest.fixture
def signs() -> Document:
    people = tuple(Sign(f"Person {n}", "Minister of a long name", "Government of Kalindra") for n in range(11))
    blocks: tuple[Block, ...] = (people[0], PageBreak(), people[1], PageBreak(), Badges(people))
    return Document("Signs", "A case", "en", blocks, landscape=True, bare=True)
