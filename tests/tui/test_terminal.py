"""The program in a real terminal: bad bytes, signals, a crash."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

SECRET = "the-card-of-upper-4711"
LEAVES = b"\x1b[?1049l"
"""Leaves the alternate screen."""

PROGRAM = """
import sys
from pathlib import Path
from simulator.tui.app import run
from simulator.tui.screens.home import HomeScreen

def crash(self):
    secret = "{secret}"
    raise RuntimeError(secret)

HomeScreen.do_reload = crash
sys.exit(run(Path(sys.argv[1])))
"""


class Terminal:
    """A program in a pseudo-terminal of 80 by 24."""

    def __init__(self, arguments: list[str], environment: dict[str, str]) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        program = PROGRAM.format(secret=SECRET)
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True, cwd=Path.cwd(),
        )  # fmt: skip
        os.close(slave)
        self.output = b""

    def until(self, words: bytes, seconds: float = 30.0) -> None:
        """Read until the terminal got some bytes."""
        end = time.monotonic() + seconds
        while words not in self.plain():
            assert time.monotonic() < end, f"{words!r} never came: {self.plain()[-2000:]!r}"
            self.read(0.1)

    def read(self, seconds: float) -> None:
        """Read what comes."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        if ready:
            try:
                self.output += os.read(self.master, 65536)
            except OSError:  # the other end has gone
                time.sleep(0.05)

    def plain(self) -> bytes:
        """The output without colours, so that words can be found in it."""
        return re.sub(rb"\x1b\[[0-9;]*m", b"", self.output)

    def send(self, data: bytes) -> None:
        """Type."""
        os.write(self.master, data)

    def ends(self, seconds: float = 20.0) -> int:
        """Wait for the end, and read the rest."""
        end = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < end, "the program did not end"
            self.read(0.1)
        self.read(0.1)
        self.read(0.1)
        return self.process.returncode


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    """Terminals that are closed at the end."""
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        if terminal.process.poll() is None:
            terminal.process.kill()
            terminal.process.wait()
        os.close(terminal.master)


@pytest.fixture
def home(terminals: list[Terminal], journal: Path, shelf: Path, tmp_path: Path) -> Terminal:
    """The program on its first screen, told to log and to write screenshots."""
    environment = {
        **os.environ, "TERM": "xterm-256color", "TMPDIR": str(tmp_path), "GOODOFFICES_SCENARIOS": str(shelf),
        "TEXTUAL_LOG": str(tmp_path / "log.txt"), "TEXTUAL": "debug", "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_SCREENSHOT_LOCATION": str(tmp_path),
    }  # fmt: skip
    terminals.append(Terminal([str(journal)], environment))
    terminals[0].until(b"The Well")
    return terminals[0]


def test_a_byte_that_is_no_utf8_does_not_deafen_the_program(home: Terminal) -> None:
    home.send(b"\xe9")
    time.sleep(0.3)
    home.send(b"?")
    home.until(b"Above are your sessions")
    home.send(b"\x1b\xff\xc3")
    time.sleep(0.3)
    home.send(b"\x11")
    assert home.ends() == 0
    assert LEAVES in home.output


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_alternate_screen(home: Terminal, number: signal.Signals) -> None:
    home.process.send_signal(number)
    assert home.ends() == 128 + number
    assert LEAVES in home.output
    assert b"The Well" not in home.output.split(LEAVES)[-1]


def test_a_terminal_that_is_closed_ends_the_program(home: Terminal) -> None:
    os.close(home.master)
    home.master = os.open(os.devnull, os.O_RDWR)
    home.process.wait(timeout=20)


def test_a_crash_says_one_sentence_and_no_secret(home: Terminal, tmp_path: Path) -> None:
    home.send(b"r")
    assert home.ends() == 1
    after = home.output.split(LEAVES)[-1]
    assert b"Good Offices had to stop." in after
    assert b"To go on: goodoffices --db" in b" ".join(after.split())
    assert SECRET.encode() not in home.output
    (report,) = tmp_path.glob("goodoffices-crash-*.txt")
    assert report.stat().st_mode & 0o777 == 0o600
    said = report.read_text(encoding="utf-8")
    assert SECRET not in said
    assert "RuntimeError" in said
    assert "crash" in said


def test_no_hook_of_the_environment_writes_what_is_on_the_screen(home: Terminal, tmp_path: Path) -> None:
    home.send(b"\x11")
    assert home.ends() == 0
    assert not list(tmp_path.glob("*.svg"))
    assert not (tmp_path / "log.txt").exists()
