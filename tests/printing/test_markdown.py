"""Markdown in which every text is a text."""

import re

import pytest
from markdown_it import MarkdownIt

from simulator.printing import Document, Paragraph, Run, Table
from simulator.printing.markdown import escaped, markdown
from simulator.printing.prose import plain
from tests.printing.conftest import PAYLOADS, document_of


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_text_makes_no_html_no_link_and_no_image(name: str) -> None:
    reader = MarkdownIt("commonmark", {"html": True, "linkify": True}).enable(["table", "strikethrough"])
    tokens = reader.parse(markdown(document_of(PAYLOADS[name][:600])))
    inner = [child for token in tokens for child in token.children or []]
    kinds = {token.type for token in [*tokens, *inner]}
    assert not kinds & {"html_block", "html_inline", "image", "link_open", "code_block", "fence", "code_inline"}
    said = "".join(child.content for child in inner)
    letters = re.sub(r"\W", "", plain(PAYLOADS[name])[:40])
    assert letters in re.sub(r"\W", "", said)


def test_tables_lists_and_quotes(english: Document) -> None:
    text = markdown(english)
    assert "| The guns fall silent tonight. | The guns fall silent tonight. |\n| --- | --: |" in text
    assert "\n> The guns fall silent tonight." in text
    assert "\n- [ ] The guns fall silent tonight." in text
    assert "\n1. The guns" in text


def test_a_cell_breaks_no_row() -> None:
    table = Table(("a|b", "c"), (("one\ntwo", "x | y"),), (1, 1))
    text = markdown(Document("t", "c", "en", (table,)))
    assert "| a\\|b | c |\n| --- | --- |\n| one two | x \\| y |" in text


def test_weights_touch_their_words() -> None:
    words = (Run("Who. ", bold=True), Run("Ana", italic=True), Run(" came."))
    assert "**Who.** *Ana* came." in markdown(Document("t", "c", "en", (Paragraph(words),)))


def test_an_address_is_no_link() -> None:
    assert escaped("see http://evil.example or www.evil.example") == "see http\\://evil.example or www\\.evil.example"
