"""The command line as people run it: a process of its own, with its own journal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import Run, Tell, Told


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `goodoffices` with words, in an empty folder, without a terminal."""
    home = tmp_path / "home"
    home.mkdir()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "GOODOFFICES_JOURNAL": str(tmp_path / "journal.db"),
        "PYTHONWARNINGS": "error",
        "COLUMNS": "80",
    }

    def goodoffices(*words: object, cwd: Path = tmp_path) -> "subprocess.CompletedProcess[str]":
        code = "import sys; from simulator.cli import main; sys.argv[0] = 'goodoffices'; main()"
        return subprocess.run(
            [sys.executable, "-c", code, *map(str, words)],
            cwd=cwd,
            env=environment,
            capture_output=True,
            text=True,
            timeout=100,
            stdin=subprocess.DEVNULL,
            check=False,
        )

    return goodoffices


@pytest.fixture
def tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Tell:
    """Run `goodoffices` with words inside this process, in an empty folder, without a terminal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOODOFFICES_JOURNAL", str(tmp_path / "journal.db"))
    monkeypatch.setenv("COLUMNS", "80")

    def goodoffices(*words: object) -> Told:
        from simulator.cli import goodoffices as command
        from simulator.cli.talk import guarded

        monkeypatch.setattr(sys, "argv", ["goodoffices", *map(str, words)])
        capfd.readouterr()
        status = guarded(command)
        return Told(status, *capfd.readouterr())

    return goodoffices


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """A short session of The Well, as a script of commands."""
    path = tmp_path / "commands.yaml"
    path.write_text(
        """\
- {do: cast_seat, seat: upper-head, source: human, people: [Ada]}
- {do: cast_seat, seat: lower-head, source: human}
- {do: cast_seat, seat: mediator, source: human}
- do: start_clock
- {do: enter_phase, phase: exploration, minute: 5}
- {do: give_consent, by: upper-head, consent: in}
- {do: disclose_interest, by: upper-head, interest: upper.school, to: [mediator], minute: 6}
- {do: enter_phase, phase: convergence, minute: 13}
- do: table_package
  by: upper-head
  terms: {hours: shared-board, keeper: elder-keeps}
- {do: answer_package, by: lower-head, package: 1, answer: accept, minute: 15}
- {do: enter_phase, phase: de-role, minute: 19}
""",
        encoding="utf-8",
    )
    return path
