"""A real browser: Chromium without a window, spoken to in its DevTools protocol over two pipes."""

import fcntl
import json
import os
import queue
import shutil
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATIENCE = 60.0
"""Seconds to wait for an answer."""

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

FLAGS = (
    "--headless=new",
    # The user of a container is often root, for whom there is no sandbox. What is opened here is our own.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-component-update",
    "--disable-background-networking",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--remote-debugging-pipe",
)


def program() -> str | None:
    """Where Chromium is; None where there is none. The variable GOODOFFICES_CHROMIUM names another one."""
    named = os.environ.get("GOODOFFICES_CHROMIUM")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, PROGRAMS)), None)


@dataclass(frozen=True)
class Heard:
    """What the browser told without being asked."""

    event: str
    about: dict[str, Any]


class Browser:
    """A browser with one page, and all that happened in it."""

    def __init__(self, program: str, home: Path) -> None:
        """`home` is a folder of its own for what a browser keeps."""
        asked, self._mouth = os.pipe()
        self._ear, told = os.pipe()
        # It reads its third file and writes to its fourth, so ours may be neither while they are put there.
        theirs = [fcntl.fcntl(each, fcntl.F_DUPFD_CLOEXEC, 10) for each in (asked, told)]
        self._process = os.posix_spawn(
            program,
            [program, *FLAGS, f"--user-data-dir={home}", "about:blank"],
            {**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8"},
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_DUP2, theirs[0], 3),
                (os.POSIX_SPAWN_DUP2, theirs[1], 4),
            ],
            setpgroup=0,
        )
        for each in (asked, told, *theirs):
            os.close(each)
        self._told: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._number = 0
        self._session: str | None = None
        self._heard: list[Heard] = []
        page = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.ask("Target.setDiscoverTargets", discover=True)
        self._session = self.ask("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log", "Security"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, /, **params: Any) -> Any:
        """Ask, and wait for the answer. A dialog that opens meanwhile is noted and closed."""
        number = self._send(method, params)
        while True:
            message = self._next()
            if message.get("id") == number:
                assert "error" not in message, f"{method}: {message['error']['message']}"
                return message["result"]
            self._note(message)

    def open(self, address: str | Path) -> list[Heard]:
        """Open a page; all that happened until it was there and still."""
        self._heard.clear()
        self.ask("Page.navigate", url=address.as_uri() if isinstance(address, Path) else address)
        self.wait_for(lambda heard: heard.event == "Page.loadEventFired")
        self.still()
        return list(self._heard)

    def wait_for(self, wanted: Callable[[Heard], bool]) -> None:
        """Wait until something that is `wanted` has happened since the page began to open."""
        while not any(map(wanted, self._heard)):
            self._note(self._next())

    def heard(self) -> list[Heard]:
        """All that happened since the page began to open."""
        return list(self._heard)

    def run(self, script: str) -> Any:
        """Run a script in the page, whatever the page itself allows; what it comes to."""
        made = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in made, made["exceptionDetails"]
        return made["result"].get("value")

    def still(self) -> None:
        """Wait until the page has been drawn and has nothing more to do."""
        self.run("new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))")

    def size(self, width: int, height: int = 900, *, density: float = 1) -> None:
        """Make the window as large as so many CSS pixels."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=density,
            mobile=False,
        )

    def close(self) -> None:
        """End the browser."""
        self._session = None
        with suppress(BrokenPipeError):
            self._send("Browser.close", {})
        self._listener.join(PATIENCE)
        with suppress(ProcessLookupError):
            os.killpg(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        self._listener.join()
        os.close(self._mouth)

    def _send(self, method: str, params: dict[str, Any]) -> int:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if self._session is not None:
            message["sessionId"] = self._session
        rest = memoryview(json.dumps(message).encode() + b"\0")
        while rest:
            rest = rest[os.write(self._mouth, rest) :]
        return self._number

    def _next(self) -> dict[str, Any]:
        message = self._told.get(timeout=PATIENCE)
        assert message is not None, "the browser ended"
        return message

    def _note(self, message: dict[str, Any]) -> None:
        if "method" not in message:
            return
        self._heard.append(Heard(message["method"], message["params"]))
        if message["method"] == "Page.javascriptDialogOpening":
            self._send("Page.handleJavaScriptDialog", {"accept": False})

    def _listen(self) -> None:
        rest = b""
        with os.fdopen(self._ear, "rb", buffering=0) as told:
            while more := told.read(1 << 20):
                *messages, rest = (rest + more).split(b"\0")
                for message in messages:
                    self._told.put(json.loads(message))
        self._told.put(None)
