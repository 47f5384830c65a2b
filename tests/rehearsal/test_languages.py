"""Stand-ins speak the language of the session, whatever the terminal speaks; the record is the same everywhere."""

import re
from collections.abc import Mapping
from string import Formatter

import pytest

from scenarios.model import Scenario
from scenarios.texts import NARROW, spoken_in
from simulator.engine import view
from simulator.rehearsal import rehearsal
from simulator.rehearsal.phrases import LANGUAGES, said
from tests.pseudo import pseudo

__all__ = ["pseudo"]

OTHERS = [code for code in LANGUAGES if code != "en"]


def places(sentences: tuple[str, ...]) -> set[str]:
    """The names of what is filled in."""
    return {name for text in sentences for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_no_sentence_of_the_program_gets_into_the_record(well: Scenario, seed: int) -> None:
    spoken = rehearsal(well, seed)
    with spoken_in("en"):
        english = rehearsal(well, seed)
    assert spoken.record == english.record
    assert spoken.session == english.session
    assert spoken.refusals == english.refusals


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_has_words_for_every_occasion(code: str) -> None:
    english: Mapping[str, tuple[str, ...]] = LANGUAGES["en"]
    assert LANGUAGES[code].keys() == english.keys()
    for occasion, sentences in LANGUAGES[code].items():
        assert len(sentences) == len(english[occasion]), occasion
        assert places(sentences) == places(english[occasion]), occasion


def test_french_is_set_as_it_is_printed() -> None:
    for sentences in LANGUAGES["fr"].values():
        for text in sentences:
            assert not re.search(rf"[^{NARROW}][;:?!»]|«[^{NARROW}]|['\"]", text), text


def test_what_was_said_is_known_again_in_every_language() -> None:
    for sentences in LANGUAGES.values():
        assert all(said("verified", text) for text in sentences["verified"])
    assert not said("verified", "Nobody said this.")


def test_a_rehearsal_in_french_is_played_in_french(well: Scenario) -> None:
    played = rehearsal(well.model_copy(update={"language": "fr"}), 3)
    assert view(played.session, "mediator").language == "fr"
    french = {text for sentences in LANGUAGES["fr"].values() for text in sentences if "{" not in text}
    texts = {getattr(event, "text", "") for event in played.record.events}
    assert texts & french
    assert not texts & {text for sentences in LANGUAGES["en"].values() for text in sentences if "{" not in text}
