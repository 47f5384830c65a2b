"""No payload acts, on whatever screen it is shown: every byte that the terminal gets is looked at."""

from pathlib import Path

import pytest

from scenarios.reading import read
from tests.tui.hostile.conftest import Opens, Screen
from tests.tui.hostile.poisoned import PAYLOADS, TESTS, poisoned
from tests.tui.hostile.strict import acts, modes_left

LITERAL = ("[@click=app.quit]QUIT", "[/nope]", "[red]", "[link=file:")
"""Parts of payloads that must be seen as they were typed: where they are not, somebody read them as markup."""


def test_the_strict_terminal_finds_what_it_is_there_for() -> None:
    hostile = [text for name, text in PAYLOADS.items() if name.startswith(("esc_", "osc", "c1_", "alt_", "csi", "dcs"))]
    hostile += [PAYLOADS[name] for name in ("report_device", "tags", "overwrite", "bidi", "nul", "vt_ff", "del", "nel")]
    for text in hostile:
        assert (
            list(acts(b"fine" + text.encode("utf-8", "surrogatepass") + b"fine")) or text == PAYLOADS["alt_screen_off"]
        ), repr(text)
    assert not list(acts("Décision 你好 \x1b[1;31mred\x1b[0m\r\n\x1b[?1049h\x1b[5;1H".encode()))
    assert modes_left(b"\x1b[?1049h\x1b[?1000h\x1b[?1000l") == {1049}


def every_pane(screen: Screen, keys: str, looked: list[str], *, enter: bool = True) -> None:
    """Open panes, walk down their rows, open what Enter opens and leave it again."""
    for key in keys:
        looked.append(screen.press(key))
        looked.append(screen.press("\x1b[B\x1b[B\r" if enter else "\x1b[B\x1b[B"))
        if enter:
            looked.append(screen.press("\x1b\x1b", 0.35))
    for key in ("a", "?"):
        looked.append(screen.press(key))
        screen.press("\x1b", 0.35)


def click_the_markup(screen: Screen) -> int:
    """Click on everything that looks like an action; how often."""
    clicked = 0
    for row, line in enumerate(screen.look().split("\n")):
        for words in ("QUIT", "STOP[", "x[/]", "LINK"):
            column = line.find(words)
            if column >= 0 and clicked < 6:
                screen.click(column, row)
                clicked += 1
    screen.quiet(0.3)
    screen.press("\x1b", 0.35)
    return clicked


def one_of_each_kind(case: str) -> list[str]:
    """A seat of every archetype that the case has."""
    written = read(TESTS.parent / "scenarios" / "library" / case).scenario
    assert written is not None
    kinds: dict[str, str] = {}
    for name, seat in written.seats.items():
        kinds.setdefault(seat.archetype, name)
    return list(kinds.values())


def nothing_acted(screen: Screen, looked: list[str], place: Path, *, literal: bool = True) -> None:
    """No byte drove the terminal, nothing was written, and the program lives and ends as it should."""
    assert screen.process.poll() is None
    found = list(acts(screen.output))
    assert not found, found[:5]
    screen.send("\x11")
    screen.quiet(0.5)
    screen.send("\r")
    assert screen.ends() == 0
    assert modes_left(screen.output) == set()
    assert not [p.name for p in place.rglob("*") if p.suffix == ".svg" or p.name == "log.txt"]
    seen = "\n".join(looked)
    as_typed = [words for words in LITERAL if words in seen]
    assert len(as_typed) >= 2 or not literal, f"shown as they were typed: {as_typed}"


def test_setup_and_console_show_hostile_text_as_text(opens: Opens, tmp_path: Path) -> None:
    session = poisoned(tmp_path / "j.db", "sources-of-kalindra", 30)
    screen = opens(tmp_path / "j.db", session, start="setup")
    screen.shows("Size")
    looked = [screen.look(), screen.press("\x1b[B")]
    screen.send("o")
    screen.shows("Exercise control")
    every_pane(screen, "1234567890", looked, enter=False)  # with nothing open Esc would lead home
    nothing_acted(screen, looked, tmp_path / "place", literal=False)
    assert any(words in page for words in LITERAL for page in looked)


@pytest.mark.soak
def test_seats_show_hostile_text_as_text(opens: Opens, tmp_path: Path) -> None:
    session = poisoned(tmp_path / "j.db", "sources-of-kalindra", 30)
    screen = opens(tmp_path / "j.db", session, "special-envoy", start="curtain")
    screen.shows("Board")
    looked: list[str] = []
    every_pane(screen, "1345679", looked)
    screen.press("9")
    click_the_markup(screen)
    screen.press("l", 0.6)
    looked.append(screen.look())
    screen.press("\x1b[B\x1b[B\x1b[B\r", 0.6)  # a side
    every_pane(screen, "13456789", looked)
    nothing_acted(screen, looked, tmp_path / "place")


@pytest.mark.soak
@pytest.mark.parametrize("case", ["sources-of-kalindra", "mezraya-accord", "port-lumiere-pact", "post-of-ergos"])
@pytest.mark.parametrize("start", [10, 20, 40, 50, 60, 70])
def test_every_payload_on_every_screen(opens: Opens, tmp_path: Path, case: str, start: int) -> None:
    """The full matrix: other payloads in other fields each time, in every case and at every kind of seat."""
    over = start > 40
    session = poisoned(tmp_path / "j.db", case, start, over=over)
    screen = opens(tmp_path / "j.db", start="home")
    screen.shows("Studio")
    looked = [screen.look(), screen.press("d", 1.0)]
    for key in "1234":
        looked.append(screen.press(key))
    screen.press("o", 1.0)
    every_pane(screen, "1234567890", looked, enter=False)
    nothing_acted(screen, looked, tmp_path / "place", literal=False)
    seats = one_of_each_kind(case)
    for seat in seats:
        screen = opens(tmp_path / "j.db", session, seat, start="curtain")
        screen.shows("Play is over" if over else "Board")
        every_pane(screen, "134567890", looked)
        nothing_acted(screen, looked, tmp_path / "place", literal=seat == seats[-1] and not over)
