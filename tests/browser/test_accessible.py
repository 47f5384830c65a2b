"""What axe-core finds in the documents, on a wide screen and on a narrow one: nothing.

It needs axe-core, which `make browser` installs by npm; without it these tests are skipped.
"""

from pathlib import Path

import pytest

from scenarios.reading import read
from scenarios.texts import spoken_in
from scenarios.translation import in_language
from simulator.debrief.contents import Known
from simulator.debrief.documents import documents
from simulator.kit.contents import kit
from simulator.printing.html import html
from tests.browser.conftest import written
from tests.browser.driving import Browser
from tests.debrief.conftest import LANGUAGES, flagship_in
from tests.playthroughs.test_playthroughs import CASES, FLAGSHIP
from tests.printing.conftest import document_of

LOOK = """
axe.run(document, {resultTypes: ["violations"]}).then(found => found.violations.flatMap(({impact, id, nodes}) =>
  nodes.slice(0, 3).map(node => `${impact}: ${id}: ${node.html.slice(0, 200)}`)))
"""
WIDE, NARROW = 1280, 320
SEATS = ("special-envoy", "front-head", "platform-speaker")
"""The people whose papers are looked at: those of the others are made alike."""
TEXT = {"en": "The guns fall silent tonight.", "fr": "Les armes se taisent ce soir.", "ar": "تصمت المدافع الليلة."}


def findings(browser: Browser, axe: str, file: Path, width: int) -> list[str]:
    """What axe-core finds in a page, each with how grave it is."""
    browser.size(width)
    browser.open(file)
    browser.run(f"{axe};0")
    found: list[str] = browser.run(LOOK)
    return found


def test_what_keeps_people_out_is_found(browser: Browser, axe: str, tmp_path: Path) -> None:
    page = '<!DOCTYPE html><title>x</title><img src="x:"><p style="color: #ddd">pale words</p>'
    found = findings(browser, axe, written(tmp_path, "page", page), WIDE)
    assert {"image-alt", "color-contrast", "html-has-lang"} <= {each.split(": ")[1] for each in found}
    assert {"serious", "critical"} <= {each.split(": ")[0] for each in found}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_no_kind_of_block_keeps_anybody_out(
    width: int, language: str, browser: Browser, axe: str, tmp_path: Path
) -> None:
    page = html(document_of(TEXT[language], language))
    assert findings(browser, axe, written(tmp_path, "page", page), width) == []


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_documents_of_a_session_keep_nobody_out(language: str, browser: Browser, axe: str, tmp_path: Path) -> None:
    with spoken_in(language):
        made = {each.name: html(each.document) for each in documents(Known.of(flagship_in(language)))}
    for name, page in made.items():
        folder, _, seat = name.partition("/")
        if folder in ("seats", "certificates") and seat.removesuffix("-record") not in SEATS:
            continue
        for width in (WIDE, NARROW):
            assert findings(browser, axe, written(tmp_path, name, page), width) == [], f"{name} {width}"


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kit_keeps_nobody_out(language: str, browser: Browser, axe: str, tmp_path: Path) -> None:
    reading = read(CASES[FLAGSHIP])
    assert reading.scenario is not None
    with spoken_in(language):
        made = {p.name: html(p.document) for p in kit(in_language(reading.scenario, reading.folder, language))}
    for name, page in made.items():
        if name.startswith("seats/") and name.removeprefix("seats/confidential-") not in SEATS:
            continue
        for width in (WIDE, NARROW):
            assert findings(browser, axe, written(tmp_path, name, page), width) == [], f"{name} {width}"
