"""Documents on paper: what they are made of, and how they become HTML, PDF and Word files."""

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
    Run,
    Sign,
    Slip,
    Table,
    Words,
    said,
)
from simulator.printing.prose import prose

__all__ = [
    "Badges",
    "Block",
    "Boxes",
    "Bullets",
    "Document",
    "Fields",
    "Figure",
    "Heading",
    "Note",
    "PageBreak",
    "Paragraph",
    "Run",
    "Sign",
    "Slip",
    "Table",
    "Words",
    "prose",
    "said",
]
