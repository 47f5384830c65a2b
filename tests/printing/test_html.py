"""HTML that needs nobody, says its language, and takes no text for markup."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from simulator.printing import Document, Figure, Paragraph, Table
from simulator.printing.html import html
from simulator.printing.prose import plain
from tests.printing.conftest import DRAWN, PAYLOADS, document_of

TAGS = """
html head meta title style body div header p h1 h2 h3 h4 main footer ul ol li span strong em table colgroup col thead
tbody tr th td section dl dt dd nav a blockquote figure figcaption details summary svg rect text wbr
"""


class Page(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] != "style":
            self.said.append(data)


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_text_stays_a_text(name: str) -> None:
    page = Page(html(document_of(PAYLOADS[name])))
    assert {tag for tag, _ in page.tags} <= set(TAGS.split())
    for tag, attributes in page.tags:
        assert not [key for key in attributes if key.startswith("on") or key in ("src", "action")], tag
        assert (attributes.get("href") or "#").startswith("#"), tag
    expected = " ".join(plain(PAYLOADS[name]).split())
    assert expected in " ".join("".join(page.said).split())


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_text_closes_no_style(name: str) -> None:
    page = html(document_of(PAYLOADS[name]))
    style = page[page.index("<style>") : page.index("</style>")]
    assert style.count("{") == style.count("}")
    for line in style.splitlines():
        if "content: " in line:
            quoted = line.partition('content: "')[2].partition('"; font')[0]
            assert not set(quoted) & set("<>{}\"'") or "counter(" in line


def test_needs_no_network_and_runs_nothing(english: Document) -> None:
    page = html(english)
    assert "default-src 'none'" in page
    for forbidden in ("http://", "https://", "<script", "url(", "@import"):
        assert forbidden not in page


def test_says_language_and_direction(english: Document, arabic: Document) -> None:
    assert '<html lang="en" dir="ltr">' in html(english)
    assert '<html lang="ar" dir="rtl">' in html(arabic)


def test_tables_name_their_heads_and_landmarks_are_there(english: Document) -> None:
    tags = Page(html(english)).tags
    assert [attributes["scope"] for tag, attributes in tags if tag == "th"][:3] == ["col", "col", "row"]
    for landmark in ("header", "main", "footer", "h1"):
        assert [tag for tag, _ in tags].count(landmark) == 1


def test_is_the_same_every_time(english: Document) -> None:
    assert html(english) == html(english)
    assert "size: letter" in html(english, "letter")


def test_words_lead_where_the_document_has_a_row_of_that_name(english: Document) -> None:
    tags = Page(html(english)).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    leads = [(attributes.get("href") or "")[1:] for tag, attributes in tags if tag == "a"]
    assert leads == ["c1", "e1"]
    assert set(leads) <= set(ids)
    assert len(set(ids)) == len(ids)


def test_a_drawing_has_a_name_and_is_said_in_words(english: Document) -> None:
    (drawing,) = [attributes for tag, attributes in Page(html(english)).tags if tag == "svg"]
    assert drawing["role"] == "img"
    assert drawing["aria-label"] == "The guns fall silent tonight."
    assert "<summary>The drawing in words</summary>" in html(english)


def test_signs_and_badges_have_no_head(signs: Document) -> None:
    page = Page(html(signs))
    assert "header" not in [tag for tag, _ in page.tags]
    assert sum("Person 0" in said for said in page.said) == 3


def test_what_is_too_wide_for_a_phone_scrolls_in_its_own_box_for_keyboards_too() -> None:
    narrow, broad = Table(("A", "B"), (("1", "2"),), (1, 1)), Table(tuple("ABCD"), (tuple("1234"),), (1, 1, 1, 1))
    prose = Table(tuple("ABCD"), (("word " * 9,) * 4,), (1, 1, 1, 1))
    tags = Page(html(Document("t", "c", "en", (narrow, broad, prose, Figure("f", DRAWN, "said"))))).tags
    boxes = {attributes.get("class"): attributes for tag, attributes in tags if tag == "div"}
    assert set(boxes) == {"wide", "wide broad", "wide broad vast", "drawn"}
    assert [name for name, box in boxes.items() if "tabindex" in box] == ["wide broad", "wide broad vast", "drawn"]
    assert boxes["wide broad"]["aria-label"] == "A · B · C · D"


def test_figures_run_the_way_of_the_page_and_words_their_own() -> None:
    blocks = (Paragraph("words"), Paragraph("12:30"), Table(("الوقت", "B"), (("12:30", "words"),), (1, 1)))
    tags = [(tag, attributes) for tag, attributes in Page(html(Document("t", "c", "ar", blocks))).tags if tag != "html"]
    assert [attributes.get("dir") for tag, attributes in tags if attributes.get("class") == "body"] == ["auto", None]
    assert [attributes.get("dir") for tag, attributes in tags if tag in ("th", "td")] == [None, None, None, "auto"]


def test_a_row_without_a_name_has_no_head() -> None:
    table = Table(("A", "B"), (("a", "b"), ("", "")), (1, 1))
    tags = Page(html(Document("t", "c", "en", (table,)))).tags
    assert [tag for tag, _ in tags if tag in ("th", "td")] == ["th", "th", "th", "td", "td", "td"]


def test_who_alone_may_read_it_is_told_in_the_head(english: Document, signs: Document) -> None:
    for document in (english, replace(signs, confidential="For the desk")):
        tags = [attributes.get("class") or tag for tag, attributes in Page(html(document)).tags]
        assert tags[tags.index("header") + 1] == "confidential"
