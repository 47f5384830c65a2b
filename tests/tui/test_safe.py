"""What other people wrote stays text, whatever it is."""

import json
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from simulator.tui.safe import LONGEST, MARKS, NoControls, clean, lines, one_line, safe, safe_text

PAYLOADS: dict[str, str] = json.loads(
    (Path(__file__).parents[1] / "badinput" / "text_payloads.json").read_text(encoding="utf-8")
)
DANGEROUS = [chr(n) for n in (*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F))]
DANGEROUS += [chr(n) for n in range(0x2066, 0x206A)]


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_a_payload_is_shown_without_what_drives_a_terminal(payload: str) -> None:
    for shown in (safe(payload).plain, safe_text(payload).plain, lines(payload).plain, one_line(payload)):
        assert not [c for c in shown if c in DANGEROUS]
        assert len(shown) <= LONGEST


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_a_payload_carries_no_style_and_no_action(payload: str) -> None:
    assert safe(payload).spans == []
    assert safe_text(payload).spans == []


def test_what_people_write_stays() -> None:
    for text in ("Décision n° 3 : accepté", "اتفاق السلام", "你好", "a — b", "[b]not bold[/b]", "two\nlines"):
        assert clean(text) == text


def test_a_flood_of_combining_marks_becomes_a_letter_with_a_few() -> None:
    assert len(clean("a" + "\u0301" * 3000)) == 1 + MARKS


def test_prose_keeps_its_headings_items_and_paragraphs() -> None:
    said = lines("## The well\nIt lies\nbetween two villages.\n\n- water\n- a lock\n\nA week ago.")
    assert said.plain == "The well\nIt lies between two villages.\n\n• water\n• a lock\n\nA week ago."
    assert [said.plain[s.start : s.end] for s in said.spans] == ["The well"]


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_the_last_line_of_defence_lets_no_control_character_out(payload: str) -> None:
    drawn = NoControls().apply([Segment(payload, Style(bold=True)), Segment("end")], Color(0, 0, 0))
    assert not [c for s in drawn for c in s.text if c in DANGEROUS or c == "\n"]
    assert drawn[0].style == Style(bold=True)
    assert drawn[1].text == "end"
