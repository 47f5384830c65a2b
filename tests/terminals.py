"""Programs in pseudo-terminals, for tests that read every byte that a terminal gets."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path


class Terminal:
    """A Python program in a pseudo-terminal of its own, as the leader of its session."""

    def __init__(
        self, arguments: Sequence[str], environment: Mapping[str, str], size: tuple[int, int] = (80, 24)
    ) -> None:
        self.master, slave = pty.openpty()
        self.resize(size)
        self.process = subprocess.Popen(
            [sys.executable, *arguments], stdin=slave, stdout=slave, stderr=slave, env=dict(environment),
            start_new_session=True, cwd=Path(__file__).parents[1],
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip
        os.close(slave)
        self.output = b""
        self.seen = 0
        """How much of the output was looked at."""

    def resize(self, size: tuple[int, int]) -> None:
        """Give the terminal so many columns and rows."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def read(self, seconds: float) -> bool:
        """Read what comes; whether something came."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:  # the other end has gone
            time.sleep(0.02)
            return False
        self.output += data
        return bool(data)

    def until(self, words: str, seconds: float = 40.0) -> str:
        """Read until the terminal got some words after those that were waited for before; what came."""
        end, wanted = time.monotonic() + seconds, words.encode()
        while (found := self.output.find(wanted, self.seen)) < 0:
            assert time.monotonic() < end, f"{words!r} never came:\n{self.output[self.seen :].decode(errors='replace')}"
            assert self.process.poll() is None or self.read(0.2), (
                f"it ended before {words!r}:\n{self.output[self.seen :].decode(errors='replace')}"
            )
            self.read(0.1)
        came, self.seen = self.output[self.seen : found + len(wanted)], found + len(wanted)
        return came.decode(errors="replace").replace("\r\n", "\n")

    def quiet(self, seconds: float = 0.3, most: float = 20.0) -> None:
        """Read until nothing has come for a while."""
        end = time.monotonic() + most
        while time.monotonic() < end and self.read(seconds):
            pass

    def send(self, text: str | bytes) -> None:
        """Type."""
        os.write(self.master, text.encode() if isinstance(text, str) else text)

    def ends(self, seconds: float = 40.0) -> int:
        """Wait for the end, and read the rest."""
        end = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < end, f"it did not end: {self.output[-2000:]!r}"
            self.read(0.1)
        while self.read(0.05):
            pass
        return self.process.returncode

    def close(self) -> None:
        """Put an end to it, whatever it is doing."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)
