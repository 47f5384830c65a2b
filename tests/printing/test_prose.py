"""What people wrote becomes paragraphs, lists and headings, and nothing that acts on a reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.texts import spoken_in
from simulator.printing import Bullets, Document, Heading, Paragraph, prose
from simulator.printing.document import lines
from simulator.printing.prose import pieces, plain, right_to_left, steady


def test_reads_headings_paragraphs_and_lists() -> None:
    text = "One line\nand its end.\n\n## What we want\n- peace\n  and quiet\n- gas\n\nThe end.\n"
    assert prose(text, 2) == (
        Paragraph("One line and its end."),
        Heading("What we want", 2),
        Bullets(("peace and quiet", "gas")),
        Paragraph("The end."),
    )


def test_headings_stay_within_three_levels() -> None:
    assert [prose("## x", level)[0] for level in (0, 1, 2, 3, 9)] == [
        Heading("x", level) for level in (1, 1, 2, 3, 3)
    ]  # fmt: skip


@given(st.text())
def test_no_word_is_lost_and_nothing_controls_the_reader(text: str) -> None:
    said = "".join("".join(lines(block)) for block in prose(text))
    assert not set(said) & set("\u202e\u2066\u200b\x00\x1b\x85")
    kept = plain(text)
    assert kept == plain(kept)


def test_finds_the_direction_of_a_text() -> None:
    assert right_to_left("40 % من الغاز") is True
    assert right_to_left("(GOV) حكومة") is False
    assert right_to_left("1,296 – 40 %") is None


LRM, RLM = "\u200e", "\u200f"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("الجلسة «The Well»، 5 يناير", f"الجلسة «{LRM}The Well{LRM}»{RLM}، 5 يناير"),
        ("كتبتَ: «Could you?» (الحدث 5)", f"كتبتَ: «{LRM}Could you?{LRM}»{RLM} (الحدث 5)"),
        ("Il a dit « هل تقبلون؟ » à 5 h.", f"Il a dit «{RLM} هل تقبلون؟ {RLM}»{LRM} à 5 h."),
        ("الجلسة The Well، 5 يناير", f"الجلسة The Well{RLM}، 5 يناير"),
        ("قال: «نعم»، 5 مرات", "قال: «نعم»، 5 مرات"),
        ("They said “yes”, 5 times", "They said “yes”, 5 times"),
        ("«نعم»", "«نعم»"),
        (f"الجلسة «{RLM}The Well\u202e»، 5", f"الجلسة «{LRM}The Well{LRM}»{RLM}، 5"),
    ],
)
def test_a_quotation_in_other_letters_keeps_together(text: str, marked: str) -> None:
    assert steady(text) == marked
    assert steady(marked) == marked
    assert plain(marked) == plain(text)


def test_a_sign_stands_before_its_number_in_arabic_too() -> None:
    with spoken_in("ar"):
        assert steady("−17.8") == f"{LRM}−17.8"
        assert steady("من +2 إلى −3") == f"من {LRM}+2 إلى {LRM}−3"
        assert steady("7−2") == "7−2"
    assert steady("−17.8") == "−17.8"


@given(st.text("ab م؟«»“”،5 .", max_size=30))
def test_marks_change_no_word(text: str) -> None:
    assert steady(text).replace(LRM, "").replace(RLM, "") == text
    assert steady(steady(text)) == steady(text)


def test_headings_skip_no_level() -> None:
    written = tuple(Heading("x", level) for level in (3, 3, 1, 3, 2))
    document = Document("t", "c", "en", written)
    assert [block.level for block in document.outlined() if isinstance(block, Heading)] == [1, 2, 1, 2, 2]


def test_only_words_that_are_too_long_come_in_pieces() -> None:
    assert pieces("short words in a long line of words") == ["short words in a long line of words"]
    assert pieces("x" * 40) == ["x" * 18, "x" * 22]
    assert pieces("a\u202eb") == ["ab"]
