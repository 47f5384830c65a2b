"""The kit as PDF: each paper keeps PDF/UA-1, in each language."""

import pytest

from scenarios.model import Scenario
from scenarios.reading import read
from scenarios.shelf import find
from scenarios.texts import spoken_in
from scenarios.translation import in_language
from simulator.kit.contents import kit
from simulator.printing.pdf import pdf
from tests.printing.tagged import faults


def test_papers_keep_the_standard(flagship: Scenario) -> None:
    for paper in kit(flagship, only=("agenda", "badges", "agreement", "rubric", "shocks")):
        assert faults(pdf(paper.document)) == [], paper.name


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_whole_kit_keeps_it_in_every_language(language: str) -> None:
    reading = read(find("sources-of-kalindra"))
    assert reading.scenario is not None
    with spoken_in(language):
        for paper in kit(in_language(reading.scenario, reading.folder, language)):
            assert faults(pdf(paper.document)) == [], paper.name
