"""A mark in every confidential text is found at no other seat: not in frames, files, reports or the environment."""

import os
import re
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine.words import TRAINER, Consent, Source
from simulator.journal.live import LiveSession
from simulator.journal.pins import set_pin
from simulator.journal.store import Journal
from simulator.tui.desk import Desk
from simulator.tui.seat import catch_up
from tests.tui.hostile.conftest import OPENS, Screen
from tests.tui.hostile.marked import MARK, mark, marked

PINS = {TRAINER: "90417253", "upper-head": "71830295", "lower-head": "60293847", "mediator": "55018273"}
LEAVES = b"\x1b[?1049l"
CRASHES = OPENS.replace(
    "sys.exit(",
    """
from simulator.tui.screens.seat import SeatScreen
def crash(self):
    card = self.view.briefs.seat
    raise RuntimeError(card)
SeatScreen.do_language = crash
SeatScreen.hide_brief = lambda self: None if self._brief is None else crash(self)
sys.exit(""",
    1,
)
"""The app with a fault that strikes while a card is open: hiding it again."""


class House:
    """A journal, a home, and terminals on them."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.home.mkdir()
        self.journal = folder / "j.db"
        text, self.allowed = marked()
        with Journal.open(self.journal) as opened:
            self.session = opened.new_session("Table 1", text, 7)
            live = LiveSession(opened, self.session)

            def do(command: type[c.Intent], by: str = TRAINER, **fields: Any) -> None:
                live.issue(command(at=datetime.now(UTC), by=by, **fields))  # type: ignore[arg-type]

            do(c.OpenSession, name="Table 1")
            for seat in live.session.scenario.seats:
                do(c.CastSeat, seat=seat, source=Source.HUMAN, people=("Ana",))
            do(c.StartClock)
            do(c.EnterPhase, phase="exploration")
            do(c.GiveConsent, "upper-head", consent=Consent.IN)
            do(c.GiveConsent, "lower-head", consent=Consent.IN)
            for seat in ("upper-head", "lower-head", "mediator"):
                do(c.WriteNote, seat, text=mark("note", seat))
                self.allowed[mark("note", seat)] = {seat}
            do(c.SendInject, inject="message-home")
            do(c.AskCapital, "upper-head", text=mark("call", "upper"))
            self.allowed[mark("call", "upper")] = {"upper-head"}
            do(c.CallCaucus, "mediator", seats=("mediator", "upper-head"), place="Barn")
            do(c.AcceptCaucus, "upper-head", caucus=1)
            do(c.DiscloseInterest, "upper-head", interest="upper.school", to=("mediator",))
            for told in (
                ("int", "school"),
                ("label", "shared-board"),
                ("option", "shared-board"),
            ):  # and what it unlocks
                self.allowed[mark(*told)] |= {"mediator", "engineer"}
            do(c.Announce, text=mark("said", "toall"))
            self.allowed[mark("said", "toall")] = {*live.session.scenario.seats}
            for seat, pin in PINS.items():
                set_pin(opened, self.session, seat, pin)
        self.opened: list[Screen] = []

    def terminal(self, program: str = OPENS, seat: str = "", start: str = "curtain") -> Screen:
        """The app, at the curtain or elsewhere."""
        environment = {
            **os.environ, "TERM": "xterm-256color", "HOME": str(self.home), "TMPDIR": str(self.home),
            "TEXTUAL_LOG": str(self.home / "log.txt"), "TEXTUAL": "debug", "TEXTUAL_SCREENSHOT": "1",
            "TEXTUAL_SCREENSHOT_LOCATION": str(self.home),
        }  # fmt: skip
        arguments = ["-c", program, str(self.journal), self.session, seat, start]
        self.opened.append(Screen(arguments, environment, (120, 40)))
        return self.opened[-1]

    def of(self, seat: str) -> set[str]:
        """The marks that a seat may read."""
        return {name for name, who in self.allowed.items() if seat in who}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Everything, closed at the end."""
    made = House(tmp_path)
    yield made
    for one in made.opened:
        one.close()


def marks(text: str | bytes) -> set[str]:
    """The marks in a text, also where colours or line breaks of a terminal stand in them."""
    plain = text.decode("utf-8", errors="replace") if isinstance(text, bytes) else text
    return {*MARK.findall(plain), *MARK.findall(re.sub(r"\x1b\[[0-9;?<>=:]*[a-zA-Z]|\s", "", plain))}


def files(folder: Path) -> dict[str, set[str]]:
    """The marks and PINs in all files of a folder."""
    found = {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: there for name, data in found.items() if (there := marks(data) | pins(data))}


def pins(data: bytes) -> set[str]:
    return {pin for pin in PINS.values() if pin.encode() in data}


def process(number: int) -> set[str]:
    """The marks and PINs that everybody on the machine may see of a process."""
    seen = b"".join(Path(f"/proc/{number}/{name}").read_bytes() for name in ("cmdline", "environ"))
    return marks(seen) | pins(seen)


def sit_down(screen: Screen, name: str, seat: str) -> tuple[set[str], int]:
    """Unlock a seat, look at every pane and at the brief, and lock it; the marks seen, and where its bytes begin."""
    begins = len(screen.output)
    screen.shows(f"{name}: your PIN")
    screen.press(PINS[seat])
    screen.send("\r")
    screen.shows("Board")
    seen: set[str] = set()
    for keys in ("1", "\x1b[B", "3", "4", "5", "\x1b[B", "\x1b[B", "6", "7", "8", "9"):
        seen |= marks(screen.press(keys))
    screen.send("b")
    screen.shows(mark("seat", seat))
    for keys in ("", "\x1b[B", "\x1b[B", "a"):
        seen |= marks(screen.press(keys, 0.3) if keys else screen.look())
    assert not process(screen.process.pid)
    screen.press("\x1b", 0.4)
    screen.press("\x0c")
    screen.shows("Who sits down here?")
    return seen, begins


def test_no_seat_sees_what_another_keeps(house: House) -> None:
    shared = house.terminal(seat="upper-head")
    seen, begins = sit_down(shared, "Dalia Venn", "upper-head")
    assert mark("seat", "upper-head") in seen, "the search must find what may be seen"
    assert mark("int", "school") in seen
    upper = marks(shared.output[begins:])
    assert seen | upper <= house.of("upper-head")

    # The lock leaves nothing: not on the screen, and in no byte that comes after it.
    locked = len(shared.output)
    assert not marks(shared.look())
    shared.press("\x1b[B\x1b[B\x1b[A")
    assert not marks(shared.look())
    assert not marks(shared.output[locked:])

    # Another person at the same terminal.
    shared.send("\r")
    seen, begins = sit_down(shared, "Omar Tillsand", "lower-head")
    assert mark("seat", "lower-head") in seen
    assert seen | marks(shared.output[begins:]) <= house.of("lower-head")

    # Another terminal.
    other = house.terminal(seat="mediator")
    seen, begins = sit_down(other, "Ines Korrigan", "mediator")
    assert mark("seat", "mediator") in seen
    assert mark("int", "school") in seen, "what was told in confidence is known to whom it was told"
    assert seen | marks(other.output) <= house.of("mediator")

    for screen in (shared, other):
        screen.send("\x11")
        screen.quiet(0.5)
        screen.send("\r")
        assert screen.ends() == 0
        assert not marks(screen.output.split(LEAVES)[-1])
        assert not pins(screen.output)
    assert files(house.home) == {}
    # The journal is honest about what it is: it holds everything, in the clear, and the PINs not at all.
    kept = b"".join(path.read_bytes() for path in house.journal.parent.glob("j.db*"))
    assert house.of("lower-head") <= marks(kept)
    assert not pins(kept)


@pytest.mark.parametrize(
    "how", ["crash", pytest.param("terminate", marks=pytest.mark.soak), pytest.param("hang up", marks=pytest.mark.soak)]
)
def test_a_card_that_was_open_is_on_no_terminal_and_in_no_report(house: House, how: str) -> None:
    screen = house.terminal(CRASHES if how == "crash" else OPENS, "upper-head")
    screen.shows("Dalia Venn: your PIN")
    screen.press(PINS["upper-head"])
    screen.send("\r")
    screen.shows("Board")
    screen.press("b", 0.4)
    screen.shows(mark("seat", "upper-head"))
    if how == "crash":
        screen.send("3")
    else:
        os.kill(screen.process.pid, 15 if how == "terminate" else 1)
    assert screen.ends() == {"crash": 1, "terminate": 143, "hang up": 129}[how]
    assert LEAVES in screen.output
    assert not marks(screen.output.split(LEAVES)[-1])
    assert files(house.home) == {}
    assert bool(list(house.home.glob("goodoffices-crash-*.txt"))) is (how == "crash")


def test_the_wall_shows_what_everybody_may_know(house: House) -> None:
    wall = house.terminal(start="wall")
    wall.shows(mark("said", "toall"))
    seen: set[str] = set()
    for key in ("1", " ", "2", " ", "3", " ", " ", "4", " ", "0"):
        seen |= marks(wall.press(key, 0.3))
    everybody = {"upper-head", "lower-head", "mediator", "engineer"}
    assert seen | marks(wall.output) == {name for name, who in house.allowed.items() if who >= everybody}
    assert not pins(wall.output)


def test_the_console_leaves_nothing_behind(house: House) -> None:
    console = house.terminal(start="console")
    console.shows("trainer's PIN")
    assert not marks(console.output)
    console.press(PINS[TRAINER])
    console.send("\r")
    console.shows("Exercise control")
    seen: set[str] = set()
    for keys in ("2", "\x1b[B", "4", "\x1b[B", "5", "\x1b[B", "\x1b[B", "6", "8", "9"):
        seen |= marks(console.press(keys, 0.3))
    assert {mark("seat", "lower-head"), mark("int", "school"), mark("call", "upper")} <= seen, "the trainer reads all"
    console.press("C", 0.5)
    console.shows("Who sits down here?")
    begins = len(console.output)
    assert not marks(console.look())
    console.press("\x1b[B\x1b[B\x1b[A")
    assert not marks(console.look())
    assert not marks(console.output[begins:])
    assert not pins(console.output)
    assert not process(console.process.pid)
    assert files(house.home) == {}


def test_line_by_line_a_seat_hears_its_own(house: House) -> None:
    environment = {**os.environ, "TERM": "dumb", "HOME": str(house.home), "TMPDIR": str(house.home)}
    environment |= {"GOODOFFICES_JOURNAL": str(house.journal)}
    program = "from simulator.cli import main; main()"
    lines = Screen(["-c", program, "join", house.session, "--seat", "lower-head"], environment, (120, 40))
    house.opened.append(lines)
    lines.until("Omar Tillsand: your PIN: ")
    lines.send(PINS["lower-head"] + "\n")
    lines.quiet(1.0)
    for pane in range(1, 11):
        for step in (str(pane), "1", *(["y"] if pane == 2 else []), "b"):
            lines.send(step + "\n")
            lines.quiet(0.15)
    assert mark("seat", "lower-head") in marks(lines.output)
    assert marks(lines.output) <= house.of("lower-head")
    assert not pins(lines.output)
    assert files(house.home) == {}


@pytest.mark.parametrize("seat", ["upper-head", "lower-head", "mediator", "engineer"])
def test_the_page_for_a_late_comer_holds_what_the_seat_may_know(house: House, seat: str) -> None:
    desk = Desk(house.journal)
    desk.open(house.session)
    told = catch_up.told(desk.view(seat), desk.narrate)
    desk.journal.close()
    for page in (catch_up.as_html(told), catch_up.as_text(told)):
        assert mark("said", "toall") in marks(page)
        assert marks(page) <= house.of(seat)


def test_the_search_finds_what_leaks(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = mark("seat", "upper-head")
    assert marks(f"fine {secret[:6]}\x1b[1;31m{secret[6:]} fine") == {secret}
    assert marks(f"fine {secret[:6]}\r\n{secret[6:]} fine".encode()) == {secret}
    (house.home / "leak").write_text(f"{secret} {PINS['mediator']}", encoding="utf-8")
    assert set(files(house.home).values().__iter__().__next__()) == {secret, PINS["mediator"]}
    monkeypatch.setenv("GOODOFFICES_LEAK", secret)
    leaking = house.terminal("import time; time.sleep(60)")
    leaking.quiet(0.2)
    assert process(leaking.process.pid) == {secret}
    texts: Mapping[str, set[str]] = house.allowed
    assert len(texts) > 25
    with sqlite3.connect(house.journal) as opened:
        assert opened.execute("SELECT count(*) FROM events").fetchone()[0] > 10
