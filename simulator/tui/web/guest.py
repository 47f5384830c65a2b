"""The process behind one page, and the packets between it and the page.

The form of the packets is that of Textual's web driver: a letter, four bytes of length, the payload.
"""

import asyncio
import json
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

READY = b"__GANGLION__\n"
"""What the driver says first."""

DATA, META = b"D", b"M"
LONGEST_PACKET = 16 * 1024 * 1024
"""Bytes: a whole screen has some ten thousand."""

PATIENCE = 3.0
"""Seconds that a process has to end by itself."""

SMALLEST, LARGEST = (1, 1), (500, 200)
"""Columns and rows of a page."""

PLAIN = ("PATH", "HOME", "USER", "LOGNAME", "TZ", "TMPDIR", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
"""Variables that a process gets in its environment, which others of the account can read."""


def environment() -> dict[str, str]:
    """What a process gets in its environment: no secret, no address of a database."""
    named = {name: value for name, value in os.environ.items() if name in PLAIN or name.startswith(("LC_", "XDG_"))}
    return named | {"LANG": os.environ.get("LANG", "C.UTF-8"), "PYTHONUNBUFFERED": "1"}


def told() -> dict[str, str]:
    """Variables that a process is told when it runs: what it needs to reach the journal, which may be secret."""
    return {name: value for name, value in os.environ.items() if name.startswith(("PG", "GOODOFFICES_"))}


def within(value: object, least: int, most: int, default: int) -> int:
    """A number that a page sent, within its bounds."""
    return min(most, max(least, value)) if isinstance(value, int) else default


class Guest:
    """A process with the screens for one page."""

    def __init__(self, send: Callable[[bytes], Awaitable[None]]) -> None:
        self._send = send
        self._process: Process | None = None

    async def start(self, words: Mapping[str, object], width: int, height: int) -> None:
        """Start it, and tell it what it has to know: nobody else can read that."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", "simulator.tui.web.entrance",
            stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=environment(), start_new_session=True,
        )  # fmt: skip
        await self._write(json.dumps({**words, "width": width, "height": height}).encode() + b"\n")

    async def carry(self) -> None:
        """Carry what it draws to the page, until it ends."""
        assert self._process is not None
        assert self._process.stdout is not None
        read = self._process.stdout
        if await read.readline() != READY:
            return
        with suppress(asyncio.IncompleteReadError):
            while True:
                kind = await read.readexactly(1)
                length = int.from_bytes(await read.readexactly(4), "big")
                if length > LONGEST_PACKET:
                    return
                payload = await read.readexactly(length)
                if kind == DATA:
                    await self._send(payload)
                # Other packets open pages and hand out files: no seat needs that.

    async def type(self, text: str) -> None:
        """Give it what somebody typed; nothing typed is nothing, and not the end."""
        if text:
            await self._packet(DATA, text.encode("utf-8", "replace"))

    async def resize(self, width: object, height: object) -> None:
        """Tell it how much room the page has."""
        await self._meta(
            {
                "type": "resize",
                "width": within(width, SMALLEST[0], LARGEST[0], 80),
                "height": within(height, SMALLEST[1], LARGEST[1], 24),
            }
        )

    async def stop(self) -> None:
        """End it: asked, then told, then made to."""
        process = self._process
        if process is None or process.returncode is not None:
            return
        await self._meta({"type": "quit"})
        assert process.stdin is not None
        process.stdin.close()
        for end in (None, process.terminate, process.kill):
            with suppress(ProcessLookupError):
                if end is not None:
                    end()
            with suppress(TimeoutError):
                await asyncio.wait_for(_drained(process), PATIENCE)
                return

    async def _meta(self, data: Mapping[str, object]) -> None:
        await self._packet(META, json.dumps(data).encode())

    async def _packet(self, kind: bytes, payload: bytes) -> None:
        await self._write(kind + len(payload).to_bytes(4, "big") + payload)

    async def _write(self, data: bytes) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        with suppress(ConnectionError, RuntimeError):  # it has ended; the page will be told
            self._process.stdin.write(data)
            await self._process.stdin.drain()


async def _drained(process: Process) -> None:
    """Wait for its end, taking what it still says: a full pipe would keep it from ending."""
    assert process.stdout is not None
    with suppress(ValueError, RuntimeError):
        while await process.stdout.read(65_536):
            pass
    await process.wait()
