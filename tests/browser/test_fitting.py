"""Documents on narrow screens, at large letters and on paper: nothing sticks out."""

from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from scenarios.reading import read
from scenarios.texts import spoken_in
from scenarios.translation import in_language
from simulator.debrief.contents import Known
from simulator.debrief.documents import documents
from simulator.engine import Record
from simulator.kit.contents import kit
from simulator.printing import Document
from simulator.printing.html import html
from simulator.printing.pdf import pdf
from tests.browser.conftest import papers, written
from tests.browser.driving import Browser
from tests.debrief.conftest import LANGUAGES, flagship_in
from tests.playthroughs.test_playthroughs import CASES, FLAGSHIP
from tests.printing.conftest import document_of

WIDTHS = (320, 390, 640)
"""CSS pixels: 1280 at four times the size, a phone, 1280 at twice the size."""
PRINTED = 627
"""CSS pixels between the margins of A4."""

STICKS_OUT = """
(() => {
  const right = document.documentElement.clientWidth + 1;
  const boxed = each => each && each !== document.body
    && (getComputedStyle(each).overflowX !== "visible" || boxed(each.parentElement));
  const out = [...document.querySelectorAll("body, body *")].filter(each => {
    const place = each.getBoundingClientRect();
    return place.width > 0 && (place.right > right || place.left < -1) && !boxed(each.parentElement);
  }).map(each => each.cloneNode().outerHTML.slice(0, 120));
  const scrolls = document.documentElement.scrollWidth > right ? ["the page scrolls sideways"] : [];
  return [...scrolls, ...out.slice(0, 9)];
})()
"""


def sticking_out(browser: Browser, file: Path, width: int, media: str = "") -> list[str]:
    """What of a page lies outside of a window so wide, tables and drawings in their own boxes aside."""
    browser.size(width)
    browser.ask("Emulation.setEmulatedMedia", media=media)
    browser.open(file)
    found: list[str] = browser.run(STICKS_OUT)
    browser.ask("Emulation.setEmulatedMedia", media="")
    return found


def sheets(browser: Browser, file: Path) -> PdfReader:
    """A page as the browser prints it."""
    browser.open(file)
    return PdfReader(BytesIO(b64decode(browser.ask("Page.printToPDF", preferCSSPageSize=True)["data"])))


def test_what_sticks_out_is_found(browser: Browser, tmp_path: Path) -> None:
    page = "<!DOCTYPE html><title>x</title><body><div style='overflow: auto'><p style='width: 999px'>x</p></div>{}"
    assert sticking_out(browser, written(tmp_path, "page", page.format("")), 320) == []
    found = sticking_out(browser, written(tmp_path, "page", page.format("<b>" + 99 * "word" + "</b>")), 320)
    assert "the page scrolls sideways" in found
    assert any(each.startswith("<b>") for each in found)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_long_word_makes_a_page_wider(width: int, browser: Browser, tmp_path: Path) -> None:
    for language in ("en", "ar"):
        file = written(tmp_path, language, html(document_of(300 * "word", language)))
        assert sticking_out(browser, file, width) == []
        assert sticking_out(browser, file, PRINTED, "print") == []


@pytest.mark.parametrize(
    "width", [320, pytest.param(390, marks=pytest.mark.soak), pytest.param(640, marks=pytest.mark.soak)]
)
def test_documents_fit_a_narrow_screen(width: int, agreed: Record, browser: Browser, tmp_path: Path) -> None:
    for name, document in papers(agreed).items():
        assert sticking_out(browser, written(tmp_path, name, html(document)), width) == [], name


def test_documents_print_as_they_should(agreed: Record, browser: Browser, tmp_path: Path) -> None:
    made = papers(agreed)
    for name in ("certificates/mediator", "seats/upper-head", "trainer"):
        check_print(browser, made[name], written(tmp_path, name, html(made[name])))


def check_print(browser: Browser, document: Document, file: Path) -> None:
    """A page prints on A4, on about as many sheets as our own PDF, each with its head and its number."""
    assert sticking_out(browser, file, PRINTED, "print") == []
    printed, ours = sheets(browser, file), PdfReader(BytesIO(pdf(document)))
    assert len(printed.pages) <= 1.4 * len(ours.pages) + 1, file
    wide, high = sorted(round(side) for side in printed.pages[0].mediabox[2:])
    assert (wide, high) == (595, 842)
    for sheet in () if document.bare else printed.pages:
        said = " ".join(sheet.extract_text().split())
        assert (document.confidential or "") in said
        assert str(len(printed.pages)) in said


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_papers_fit_and_print(language: str, browser: Browser, tmp_path: Path) -> None:
    reading = read(CASES[FLAGSHIP])
    assert reading.scenario is not None
    with spoken_in(language):
        case = in_language(reading.scenario, reading.folder, language)
        made = {each.name: each.document for each in documents(Known.of(flagship_in(language)))}
        made |= {each.name: each.document for each in kit(case)}
        for name, document in made.items():
            file = written(tmp_path, name, html(document))
            for width in WIDTHS:
                assert sticking_out(browser, file, width) == [], f"{name} {width}"
            if language != "ar":  # whose letters are read from a PDF in another order
                check_print(browser, document, file)
