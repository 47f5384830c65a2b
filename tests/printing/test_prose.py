"""What people wrote becomes paragraphs, lists and headings, and nothing that acts on a reader."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.printing import Bullets, Document, Heading, Paragraph, prose
from simulator.printing.document import lines
from simulator.printing.prose import pieces, plain, right_to_left


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


def test_headings_skip_no_level() -> None:
    written = tuple(Heading("x", level) for level in (3, 3, 1, 3, 2))
    document = Document("t", "c", "en", written)
    assert [block.level for block in document.outlined() if isinstance(block, Heading)] == [1, 2, 1, 2, 2]


def test_only_words_that_are_too_long_come_in_pieces() -> None:
    assert pieces("short words in a long line of words") == ["short words in a long line of words"]
    assert pieces("x" * 40) == ["x" * 18, "x" * 22]
    assert pieces("a\u202eb") == ["ab"]
