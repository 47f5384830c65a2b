"""Starting and ending the server, from the terminal that hosts."""

import json
import subprocess
import sys
from contextlib import suppress
from importlib.util import find_spec
from types import TracebackType
from typing import Self

from scenarios.texts import language, tr
from simulator.tui.reach import url_of
from simulator.tui.web.guest import environment, told

MOST = 40
"""Pages that may be open at once, each a process of some 60 MB."""

PATIENCE = 15.0
"""Seconds that the server has to end its guests and itself."""


class NotServed(Exception):
    """The page cannot be served; the message says why and what to do."""


def installed() -> bool:
    """Whether what serves the page is there."""
    return find_spec("textual_serve") is not None and find_spec("aiohttp") is not None


class Hosted:
    """A server beside this terminal, as long as the block lasts."""

    def __init__(self, db: str | None, host: str, port: int, origin: str = "", most: int = MOST) -> None:
        self.host = host
        self.origin = origin.rstrip("/")
        self.url = ""
        """Where browsers find the page."""
        self._words = {
            "db": db,
            "host": host,
            "port": port,
            "origin": self.origin,
            "most": most,
            "language": language(),
            "variables": told(),
        }

    def __enter__(self) -> Self:
        """Start it. Raises NotServed."""
        if not installed():
            said = tr("Browsers need an extra that is not installed. Install it: `pip install 'good-offices[web]'`")
            raise NotServed(said)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "simulator.tui.web.serving"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            start_new_session=True,  # Ctrl+C is for this terminal; the server ends when this one does
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with suppress(BrokenPipeError):
            self._process.stdin.write(json.dumps(self._words).encode() + b"\n")
            self._process.stdin.flush()
        line = self._process.stdout.readline()
        answer = json.loads(line) if line else {}
        if "port" not in answer:
            self._end()
            raise NotServed(
                tr(
                    "The page cannot be served at {host}, port {port}: {why}. Name another with --port or --bind.",
                    host=self.host,
                    port=self._words["port"],
                    why=answer.get("trouble", tr("the server did not start")),
                )
            )
        self.url = f"{self.origin}/" if self.origin else url_of(self.host, answer["port"])
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    @property
    def process(self) -> int:
        """Its number."""
        return self._process.pid

    def wait(self) -> None:
        """Wait until it ends, which it does not by itself."""
        self._process.wait()

    def _end(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                pipe.close() if pipe is not None else None
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
