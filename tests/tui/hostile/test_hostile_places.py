"""No payload acts at the places that are no seat: the wall, a rater's sheet, several groups, the debriefing."""

from pathlib import Path

import pytest

from simulator.journal.pins import set_pin
from simulator.journal.store import Journal
from tests.tui.hostile.conftest import Opens, Screen
from tests.tui.hostile.poisoned import RATER, poisoned
from tests.tui.hostile.strict import acts, modes_left

CASE = "sources-of-kalindra"
PIN = "31415926"

BY_HAND = [pytest.param(start, marks=pytest.mark.soak) for start in (0, 10, 20, 30, 40, 50, 60, 70)]
STARTS = [30, *(each for each in BY_HAND if each.values != (30,))]
"""Where the row of payloads begins: other payloads in other fields each time."""


def left_clean(screen: Screen, looked: list[str], words: str) -> None:
    """It shows what was typed as it was typed, and after it nothing is left of it in the terminal."""
    assert screen.process.poll() is None
    assert not list(acts(screen.output))[:5]
    assert any(words in page for page in looked), f"{words!r} was never shown as it was typed"
    screen.send("\x11")
    screen.quiet(0.5)
    screen.send("\r")
    assert screen.ends() == 0
    assert modes_left(screen.output) == set()


@pytest.mark.parametrize("start", BY_HAND)
def test_the_wall_shows_hostile_text_as_text(opens: Opens, tmp_path: Path, start: int) -> None:
    session = poisoned(tmp_path / "j.db", CASE, start, room=True)
    screen = opens(tmp_path / "j.db", session, start="wall", size=(160, 50))
    screen.shows("Kalindra")
    looked = [screen.look()]
    for page in "1234":
        looked.append(screen.press(page, 0.3))
        looked += [screen.press(" ", 0.2) for _ in range(8)]
    left_clean(screen, looked, "[" if start != 30 else "[@click=")


@pytest.mark.parametrize("start", STARTS)
def test_a_raters_sheet_shows_hostile_text_as_text(opens: Opens, tmp_path: Path, start: int) -> None:
    session = poisoned(tmp_path / "j.db", CASE, start, room=True)
    with Journal.open(tmp_path / "j.db") as opened:
        set_pin(opened, session, RATER, PIN)
    screen = opens(tmp_path / "j.db", session, RATER, start="curtain")
    screen.shows("your PIN")
    screen.press(PIN)
    screen.send("\r")
    screen.shows(f"Rater: {RATER}")
    looked = [screen.look()]
    looked += [screen.press(key, 0.3) for key in ("\x1b[C", "\x1b[C", "n", "\x1b", "f", "\x1b[B", "w", "a", "\x1b")]
    left_clean(screen, looked, "[" if start != 30 else "[/nop")


@pytest.mark.parametrize("start", BY_HAND)
def test_several_groups_show_hostile_text_as_text(opens: Opens, tmp_path: Path, start: int) -> None:
    exercise = "[@click=app.quit]QUIT[/] \x1b]0;PWNED\x07 \u202egnorw"
    for number in range(2):
        session = poisoned(tmp_path / "j.db", CASE, start + number, exercise=exercise)
    screen = opens(tmp_path / "j.db", session, start="console")
    screen.shows("Exercise control")
    screen.press("\x07", 1.0)
    screen.shows("Pack.")
    looked = [screen.look(), screen.press("\x1b[B"), screen.press("n", 0.4), screen.press("\x1b", 0.4)]
    looked += [
        screen.press("s", 0.4),
        screen.press("\x1b", 0.4),
        screen.press("x"),
        screen.press("a"),
        screen.press("\x1b"),
    ]
    left_clean(screen, looked, "[@click=")


@pytest.mark.parametrize("start", BY_HAND)
def test_the_debriefing_shows_hostile_text_as_text(opens: Opens, tmp_path: Path, start: int) -> None:
    session = poisoned(tmp_path / "j.db", CASE, start, over=True, room=True)
    screen = opens(tmp_path / "j.db", session, start="console")
    screen.shows("Exercise control")
    screen.press("D", 1.0)
    screen.press("n", 0.5)  # play goes on, where it is asked
    screen.press("8", 0.5)
    screen.shows("Outcome")
    screen.quiet(3.0)
    looked = [screen.look()]
    for pane in "123456789":
        looked.append(screen.press(pane, 0.3))
        looked += [screen.press("\x1b[B", 0.05) for _ in range(12)]
    left_clean(screen, looked, "[")


def test_what_is_asked_back_is_told_as_text(opens: Opens, tmp_path: Path) -> None:
    """Whoever types a payload as a name reads it back in the question that follows, and in the search of acts."""
    session = poisoned(tmp_path / "j.db", CASE, 30)
    screen = opens(tmp_path / "j.db", session, start="console")
    screen.shows("Exercise control")
    looked = []
    for typed in ("[@click=app.quit]QUIT[/]", "[/nope]\u202egnorw {0} %s ${HOME}"):
        screen.press("4", 0.3)
        screen.press("A", 0.4)
        screen.shows("Who rates?")
        looked.append(screen.press(typed))
        looked.append(screen.press("\r", 0.4))
        screen.press("\x1b", 0.4)
        assert "Sessions" not in screen.look()
    screen.press("\x10", 0.4)
    looked.append(screen.press("[@click=app.quit]QUIT[/]", 0.4))
    screen.press("\x1b", 0.4)
    left_clean(screen, looked, "[@click=")
