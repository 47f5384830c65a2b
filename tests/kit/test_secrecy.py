"""No paper tells anybody what another seat keeps to itself, in any format."""

import re
from io import BytesIO

import pytest
from docx import Document as open_word
from pypdf import PdfReader

from scenarios.model import Scenario
from simulator.kit import Occasion, Printed, kit
from simulator.printing import Document
from simulator.printing.docx import docx
from simulator.printing.html import html
from simulator.printing.pdf import pdf
from tests.kit.conftest import TRAINER, of_party, of_seat

CANARY = re.compile(r"canary-[a-z0-9-]+")


@pytest.fixture(scope="module")
def papers(marked: Scenario) -> dict[str, Document]:
    return {each.name: each.document for each in kit(marked, Occasion())}


def allowed(marked: Scenario, name: str) -> set[str]:
    """The marks that may stand in a file."""
    if name.startswith("seats/"):
        seat = name.removeprefix("seats/confidential-")
        party = marked.seats[seat].party
        return {of_seat(seat), of_party(party)} | known_options(marked, party)
    if name.startswith("parties/"):
        party = name.removeprefix("parties/confidential-").removesuffix("-score-sheet")
        return {of_party(party)} | known_options(marked, party)
    return set()


def known_options(marked: Scenario, party: str) -> set[str]:
    return {
        f"canary-option-{issue}-{key}."
        for issue, written in marked.issues.items()
        for key, option in written.options.items()
        if option.known_to is not None and (party in option.known_to or key == written.default)
    }


def marks(text: str) -> set[str]:
    return {f"{found}." for found in CANARY.findall(text)}


def for_people(papers: dict[str, Document]) -> dict[str, Document]:
    return {name: document for name, document in papers.items() if not name.startswith("control/")}


def test_no_paper_holds_a_mark_that_is_not_for_its_reader(marked: Scenario, papers: dict[str, Document]) -> None:
    for name, document in for_people(papers).items():
        assert marks(document.text()) <= allowed(marked, name), name
        assert marks(html(document).replace("<wbr>", "")) <= allowed(marked, name), name


def test_what_a_seat_needs_is_there(marked: Scenario, papers: dict[str, Document]) -> None:
    for seat, written in marked.seats.items():
        found = marks(papers[f"seats/confidential-{seat}"].text())
        assert {of_seat(seat), of_party(written.party)} <= found
    for party in marked.deciding():
        assert of_party(party) in marks(papers[f"parties/confidential-{party}-score-sheet"].text())


@pytest.mark.parametrize("name", ["01-public-brief", "06-agreement-form", "seats/confidential-front-head", "02-agenda"])
def test_pdf_and_word_hold_no_more_than_the_document(name: str, marked: Scenario, papers: dict[str, Document]) -> None:
    made = pdf(papers[name])
    said = " ".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages)
    assert marks(re.sub(r"[\s\u200b]", "", said)) <= allowed(marked, name)
    assert b"canary" not in made  # nor in names, titles or annotations
    word = open_word(BytesIO(docx(papers[name])))
    assert marks("".join(word.element.itertext())) <= allowed(marked, name)


def test_only_the_papers_of_the_trainer_speak_of_what_is_tested(papers: dict[str, Document]) -> None:
    for name, document in papers.items():
        if TRAINER in document.text():
            assert name.startswith("control/")
            assert document.confidential == "EXERCISE CONTROL – not for participants"


def test_every_secret_paper_says_whose_it_is_on_every_page(marked: Scenario, papers: dict[str, Document]) -> None:
    for name, document in papers.items():
        assert (document.confidential is not None) == (name.partition("/")[0] in ("seats", "parties", "control"))
    reader = PdfReader(BytesIO(pdf(papers["seats/confidential-front-head"])))
    assert len(reader.pages) > 2
    for page in reader.pages:
        assert "CONFIDENTIAL – for Kelvo Arramid only" in page.extract_text()


def test_points_of_other_parties_stand_on_no_sheet(flagship: Scenario) -> None:
    changed = flagship.parties["government"].model_copy(update={"reservation": 44})
    other = flagship.model_copy(update={"parties": {**flagship.parties, "government": changed}})

    def sheet(case: Scenario, party: str) -> Printed:
        return next(p for p in kit(case, only=("scores",)) if party in p.name)

    assert sheet(flagship, "front") == sheet(other, "front")
    assert sheet(flagship, "government") != sheet(other, "government")
