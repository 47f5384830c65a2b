"""The documents as PDF: each keeps PDF/UA-1, in each language."""

import pytest

from scenarios.texts import spoken_in
from simulator.debrief.contents import Known
from simulator.debrief.documents import documents
from simulator.engine import Record
from simulator.printing.pdf import pdf
from tests.debrief.conftest import LANGUAGES, flagship_in
from tests.debrief.test_hostile_text import PAYLOADS, poisoned
from tests.printing.tagged import faults

SHORT = ("handout", "seats/upper-head", "forms/reflection")


def test_documents_keep_the_standard(agreed: Record) -> None:
    for each in documents(Known.of(agreed)):
        if each.name in ("debrief", *SHORT):
            assert faults(pdf(each.document)) == [], each.name


def test_they_keep_it_whatever_people_wrote(agreed: Record) -> None:
    for each in documents(Known.of(poisoned(agreed, " ".join(PAYLOADS.values())[:900] + " \N{GRINNING FACE} 漢字"))):
        if each.name in SHORT:
            assert faults(pdf(each.document)) == [], each.name


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_documents_keep_it_in_every_language(language: str) -> None:
    with spoken_in(language):
        for each in documents(Known.of(flagship_in(language))):
            assert faults(pdf(each.document)) == [], each.name
