"""PDF that screen readers can read, from texts that the typesetter never takes for its own language."""

import re
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from scenarios.texts import spoken_in
from simulator.printing import Document, Paragraph, Table
from simulator.printing.errors import Unprintable
from simulator.printing.pdf import data, pdf, png
from simulator.printing.prose import plain
from tests.printing.conftest import PAYLOADS, document_of
from tests.printing.tagged import faults


def text_of(made: bytes) -> str:
    """All the text of a PDF, with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages).split())


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_text_stays_a_text_and_breaks_no_standard(name: str) -> None:
    made = pdf(document_of(PAYLOADS[name][:600]))
    said = re.sub(r"\W", "", text_of(made))
    for letters in re.split(r"[^\x00-\x7f]+", plain(PAYLOADS[name])[:40]):
        assert re.sub(r"\W", "", letters) in said
    assert "root:" not in said
    assert faults(made) == []


def test_is_tagged_titled_and_in_its_language(arabic: Document) -> None:
    reader = PdfReader(BytesIO(pdf(arabic)))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "ar"
    assert reader.metadata is not None
    assert reader.metadata.title == arabic.title
    assert "pdfuaid:part" in reader.xmp_metadata.stream.get_data().decode()  # type: ignore[union-attr]


def test_is_the_same_every_time(english: Document, arabic: Document, signs: Document) -> None:
    for document in (english, arabic, signs):
        assert pdf(document) == pdf(document)


def test_arabic_is_set_with_an_arabic_font_and_shaped(arabic: Document) -> None:
    pages: Any = PdfReader(BytesIO(pdf(arabic))).pages
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in pages
        for font in page["/Resources"]["/Font"].values()
    }  # fmt: skip
    assert any("Amiri" in font for font in fonts)
    assert any("NotoSansArabic" in font for font in fonts)
    assert all("+" in font for font in fonts), "every font is embedded"


def test_what_runs_the_other_way_is_told_so() -> None:
    document = Document("t", "c", "ar", (Paragraph("نص عربي"), Paragraph("English text"), Paragraph("1234")))
    assert [block["words"]["turned"] for block in data(document)["blocks"]] == [False, True, False]


def test_pages_are_numbered_in_the_language(english: Document) -> None:
    assert "Page 1 of" in text_of(pdf(english))
    with spoken_in("fr"):
        assert data(english)["page"].count("{n}") == 1


def test_headings_of_tables_come_again_on_the_next_page() -> None:
    rows = tuple((f"row {n}", "words " * 20) for n in range(60))
    reader = PdfReader(BytesIO(pdf(Document("t", "c", "en", (Table(("First head", "Other head"), rows, (1, 3)),)))))
    assert len(reader.pages) > 2
    assert all("First head" in page.extract_text() for page in reader.pages)


def test_a_sign_fills_one_page(signs: Document) -> None:
    assert len(PdfReader(BytesIO(pdf(signs))).pages) == 2 + 2  # six badges on a landscape page
    assert len(png(signs, ppi=20)) == 4


def test_letter_and_landscape_pages(signs: Document) -> None:
    box = PdfReader(BytesIO(pdf(signs, "letter"))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (792, 612)


def test_a_long_word_does_not_leave_the_page() -> None:
    made = pdf(Document("t", "c", "en", (Paragraph("x" * 3000),)))
    assert text_of(made).count("x") == 3000
    assert len(text_of(made).split()) > 20


def test_a_sign_that_no_font_has_is_no_reason_for_no_document() -> None:
    assert "before" in text_of(pdf(document_of("before \N{GRINNING FACE} 漢字 after")))


def test_says_what_cannot_be_set(english: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    import typst

    def broken(*_args: object, **_more: object) -> None:
        raise typst.TypstError("it is broken", "here")

    monkeypatch.setattr(typst.Compiler, "compile", broken, raising=False)
    with pytest.raises(Unprintable, match="it is broken"):
        pdf(english)
