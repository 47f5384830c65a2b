"""A real browser without a window, driven by its DevTools protocol."""

import asyncio
import base64
import itertools
import json
import re
import shutil
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp

FOUND = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
"""The browser of this machine, where it has one."""

QUIET = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
    "--remote-debugging-port=0", "--mute-audio",
)  # fmt: skip


KEYS = {"\r": ("Enter", 13, 0), "↓": ("ArrowDown", 40, 0), "\x13": ("s", 83, 2)}
"""Keys that type no sign: their names, their numbers, what is held down with them (2: Ctrl)."""

ESCAPES = re.compile(r"\x1b\[[0-9;?<>$]*[A-Za-z]|\x1b[=>]")


class Page:
    """One page: what it asked for, what it complained of, and hands to type with."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.requested: list[str] = []
        """Every address that was asked, sockets too."""
        self.complaints: list[str] = []
        """Errors of the console, exceptions, what failed to load, what was refused for safety."""
        self.drawn = ""
        """What the terminal was given to draw since the last keys, without colours and places."""
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for message in self._socket:
            said = json.loads(message.data)
            if "id" in said:
                self._answers.pop(said["id"]).set_result(said)
                continue
            about = said["params"]
            match said["method"]:
                case "Network.requestWillBeSent":
                    self.requested.append(about["request"]["url"])
                case "Network.webSocketCreated":
                    self.requested.append(about["url"])
                case "Network.webSocketFrameReceived" if about["response"]["opcode"] == 2:
                    drawn = base64.b64decode(about["response"]["payloadData"]).decode("utf-8", "replace")
                    self.drawn += ESCAPES.sub("", drawn)
                case "Network.loadingFailed":
                    self.complaints.append(f"failed: {about}")
                case "Runtime.exceptionThrown":
                    self.complaints.append(str(about["exceptionDetails"]))
                case "Runtime.consoleAPICalled" if about["type"] in ("error", "assert"):
                    self.complaints.append(str(about["args"]))
                case "Log.entryAdded" if about["entry"]["level"] == "error" or about["entry"]["source"] == "security":
                    self.complaints.append(str(about["entry"]))

    async def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask the browser something."""
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": params})
        said = await asyncio.wait_for(answer, 20)
        assert "error" not in said, said
        result: dict[str, Any] = said["result"]
        return result

    async def open(self, url: str, width: int, height: int) -> None:
        """Go to an address, with everything watched from the first byte on."""
        for domain in ("Network", "Page", "Runtime", "Log"):
            await self.ask(f"{domain}.enable")
        await self.ask(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )
        await self.ask("Page.navigate", url=url)

    async def value(self, script: str) -> Any:
        """What a script gives."""
        found = await self.ask("Runtime.evaluate", expression=script, returnByValue=True)
        return found["result"].get("value")

    async def type(self, text: str) -> None:
        """Press keys, wherever the focus is."""
        self.drawn = ""
        for sign in text:
            name, number, held = KEYS.get(sign, (sign, ord(sign.upper()), 0))
            about: dict[str, Any] = {"key": name, "windowsVirtualKeyCode": number, "modifiers": held}
            if sign in KEYS:
                await self.ask("Input.dispatchKeyEvent", type="rawKeyDown", **about)
            else:
                await self.ask("Input.dispatchKeyEvent", type="keyDown", text=sign, **about)
            await self.ask("Input.dispatchKeyEvent", type="keyUp", **about)

    async def shows(self, words: str) -> None:
        """Wait until the terminal was given these words to draw."""
        for _ in range(300):
            if words in self.drawn:
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"{words!r} was not drawn: {self.drawn[-3000:]}")

    async def picture(self, path: Path) -> None:
        """Save what is seen."""
        shot = await self.ask("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(shot["data"]))

    async def close(self) -> None:
        """Close the page."""
        with suppress(Exception):
            await self.ask("Page.close")
        self._reading.cancel()
        with suppress(asyncio.CancelledError):
            await self._reading


class Browser:
    """A running browser."""

    def __init__(self, address: str, session: aiohttp.ClientSession) -> None:
        self.address = address
        self._session = session

    async def page(self) -> Page:
        """A new page."""
        async with self._session.put(f"{self.address}/json/new?about:blank") as answer:
            found = await answer.json()
        return Page(await self._session.ws_connect(found["webSocketDebuggerUrl"], max_msg_size=0))


@asynccontextmanager
async def browser(folder: Path, language: str = "en") -> AsyncIterator[Browser]:
    """A browser with an empty profile, as long as the block lasts."""
    assert FOUND is not None
    process = await asyncio.create_subprocess_exec(
        FOUND, *QUIET, f"--user-data-dir={folder}", f"--lang={language}", f"--accept-lang={language}", "about:blank",
        stdout=DEVNULL, stderr=PIPE, env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "LANGUAGE": language},
    )  # fmt: skip
    assert process.stderr is not None
    try:
        while True:
            line = (await asyncio.wait_for(process.stderr.readline(), 20)).decode()
            assert line, "the browser did not start"
            if "listening on" in line:
                break
        draining = asyncio.create_task(process.stderr.read())
        port = urlsplit(line.split()[-1]).port
        async with aiohttp.ClientSession() as session:
            yield Browser(f"http://127.0.0.1:{port}", session)
        draining.cancel()
        with suppress(asyncio.CancelledError):
            await draining
    finally:
        process.terminate()
        await process.wait()
