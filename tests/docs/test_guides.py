"""The keys and panes that the guides name are those of the screens."""

import re
from pathlib import Path

from simulator.tui.control.panes import PANES as CONSOLE
from simulator.tui.deeds import Deed
from simulator.tui.present.pane import pane_names
from simulator.tui.rater import keys
from simulator.tui.screens.console import ConsoleScreen
from simulator.tui.screens.curtain import CurtainScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.seat import SeatScreen
from simulator.tui.screens.session import DeedScreen
from simulator.tui.screens.setup import SetupScreen
from simulator.tui.seat.panes import PANES as SEAT
from simulator.tui.seat.wishes import WISHES

ROOT = Path(__file__).parents[2]
TRAINER = (ROOT / "docs" / "guide-trainer.md").read_text("utf-8")
TRAINEE = (ROOT / "docs" / "guide-trainee.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")

OWN = {deed.key for deed in SeatScreen.DEEDS if deed.id not in {wish.id for wish in WISHES}}
"""Keys of a seat that are no wish: its papers, the self-report, the lock."""


def _deeds(screen: type[DeedScreen]) -> dict[str, Deed]:
    return {deed.id: deed for kind in screen.__mro__ for deed in kind.__dict__.get("DEEDS", ())}


def _keys(text: str) -> set[str]:
    return set(re.findall(r"`([A-Za-z]|Space)`", text))


def _part(page: str, heading: str) -> str:
    """The part of a page under a heading."""
    return re.split(r"^#{1,4} ", page.partition(heading)[2], maxsplit=1, flags=re.M)[0]


def test_the_trainers_keys_are_those_of_the_screens() -> None:
    console = {deed.keycap for deed in _deeds(ConsoleScreen).values()}
    setup = {deed.keycap for deed in _deeds(SetupScreen).values()}
    back = {deed.keycap for deed in _deeds(CurtainScreen).values()}
    pins = {"s"}  # the sheet of PINs
    assert _keys(_part(TRAINER, "## Set up")) <= setup | pins
    assert _keys(_part(TRAINER, "## The console")) <= console
    assert _keys(_part(README, "### … of a trainer")) <= console | setup | back | {"a"}


def test_the_console_has_the_panes_of_the_guide() -> None:
    rows = re.findall(r"^\| `(\d)` (\w+) \|.*\| ([^|]+) \|$", _part(TRAINER, "## The console"), re.M)
    deeds = _deeds(ConsoleScreen)
    assert [(int(number), name) for number, name, _ in rows] == [(n, p[0]) for n, p in enumerate(CONSOLE, 1)]
    for (_, name, does), pane in zip(rows, CONSOLE, strict=True):
        assert does.startswith(deeds[pane[1]].label), f"Enter on the pane {name}"


def test_the_debriefing_has_the_panes_and_keys_of_the_guide() -> None:
    part = _part(TRAINER, "## The debriefing")
    assert {"Script", "Board", "Hidden", "Moments", "Cards"} <= set(re.findall(r"^\| `\d` (\w+) \|", part, re.M))
    for number, name in re.findall(r"^\| `(\d)` (\w+) \|", part, re.M):
        assert pane_names()[int(number) - 1] == name
    leave = {wish.key for wish in WISHES if wish.id == "leave_role"}
    assert _keys(part) <= {deed.keycap for deed in _deeds(DebriefScreen).values()} | leave | {"D"}


def test_commitments_shocks_and_raters_have_the_keys_of_the_guide() -> None:
    console = {deed.keycap for deed in _deeds(ConsoleScreen).values()}
    of = {wish.id: wish.key for wish in WISHES}
    drafting = {of["record_commitment"], of["strike_commitment"]}
    assert _keys(_part(TRAINER, "## Commitments")) == drafting | ({"Q"} & console)
    assert _keys(_part(TRAINER, "## The stress test")) <= console | {of["answer_shock"]}
    rating = {deed.keycap for deed in (keys.NOTE, keys.RUBRIC, keys.LOCK, keys.UNDO, keys.NO_EVIDENCE, *keys.LEVELS)}
    rating = {key for key in rating if not key.isdigit()} | {"R"}
    assert _keys(_part(TRAINER, "## Raters")) == rating | ({"A", "f", "z", "L"} & console)


def test_the_seat_has_the_panes_and_keys_of_the_guide() -> None:
    rows = re.findall(r"^\| `(\d)` ([\w ]+) \|.*\| ([^|]+) \|$", TRAINEE, re.M)
    everywhere = OWN
    assert [(int(number), name) for number, name, _ in rows] == [(n, pane.name) for n, pane in enumerate(SEAT, 1)]
    for (_, name, does), pane in zip(rows, SEAT, strict=True):
        assert _keys(does) <= {wish.key for wish in pane.wishes} | everywhere, name


def test_the_first_minutes_of_a_trainee_use_keys_that_are_there() -> None:
    known = {wish.key for wish in WISHES} | OWN
    assert _keys(_part(README, "### … of a trainee")) <= known
    for number, key in re.findall(r"\(`(\d)`, `(\w)`\)", TRAINEE):
        assert key in {wish.key for wish in SEAT[int(number) - 1].wishes}, (number, key)
