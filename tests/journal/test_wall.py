"""The clock on the wall may run faster, for all terminals alike."""

import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta

import pytest

from simulator.journal import JournalError, wall


@pytest.fixture(autouse=True)
def _as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wall, "_factor", 1.0)


def test_it_is_the_clock_of_the_machine_unless_told_otherwise() -> None:
    assert abs(wall.now() - datetime.now(UTC)) < timedelta(seconds=1)
    assert wall.speed() == 1.0


def test_it_runs_faster_from_a_moment_on() -> None:
    origin = int(time.time()) - 60
    wall.hasten(f"60@{origin}")
    first = wall.now()
    passed = time.time() - origin
    assert abs((first - datetime.fromtimestamp(origin, UTC)).total_seconds() - 60 * passed) < 30
    time.sleep(0.05)
    assert (wall.now() - first).total_seconds() >= 3


def test_two_terminals_that_are_told_the_same_read_the_same() -> None:
    how = f"100@{int(time.time()) - 600}"
    code = "import sys; from simulator.journal import wall; wall.hasten(sys.argv[1]); print(wall.now().timestamp())"
    before = time.time()
    found = float(subprocess.run([sys.executable, "-c", code, how], capture_output=True, text=True, check=True).stdout)
    wall.hasten(how)
    assert 0 <= wall.now().timestamp() - found <= 100 * (time.time() - before)


@pytest.mark.parametrize(
    "how", ["60", "0.5@1", "60@", "@1", "nan@1", "-2@1", "1e3@1", "6٠@1", "1001@1", "60@99999999999"]
)
def test_what_is_no_speed_is_refused(how: str) -> None:
    with pytest.raises(JournalError, match=r"speed|still to come"):
        wall.hasten(how)
    assert wall.speed() == 1.0
