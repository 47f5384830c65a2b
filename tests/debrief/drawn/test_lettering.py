"""Words fit where they are put, and run the right way."""

import pytest

from scenarios.texts import spoken_in
from simulator.debrief.drawn.lettering import clipped, counted, directed, tidy, width, wrapped


def test_a_text_keeps_to_its_room() -> None:
    text = "The delegation that I disagree with most means what it says."
    assert clipped(text, 12, 1000) == text
    cut = clipped(text, 12, 100)
    assert cut.endswith("…")
    assert width(cut, 12) <= 100
    lines = wrapped(text, 12, 150, 3)
    assert len(lines) == 3
    assert " ".join(lines) == text
    assert all(width(line, 12) <= 150 for line in (*lines, *wrapped("W" * 99, 12, 150, 2)))
    assert wrapped(text, 12, 150, 2)[-1].endswith("…")


@pytest.mark.parametrize(
    ("language", "text", "turned"),
    [
        ("en", "Government", False),
        ("en", "حكومة", True),
        ("ar", "20 · 55.25", False),
        ("ar", "50 % (GOV).", True),
        ("ar", "GOV حكومة", True),
    ],
)
def test_a_text_runs_the_way_of_its_language(language: str, text: str, turned: bool) -> None:
    with spoken_in(language):
        assert directed(text) == (f"\u2067{text}\u2069" if turned else text)


def test_a_name_is_tidied_before_it_is_drawn() -> None:
    assert tidy(" Two\n\u202elines\u2060 \x07") == "Two lines"


def test_points_have_their_plural() -> None:
    assert [counted(1), counted(1.5), counted(-2)] == ["1 point", "1.5 points", "-2 points"]
