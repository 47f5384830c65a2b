"""`kill -9` of real terminals: nothing acknowledged is lost, a repeated command is not doubled, the others go on."""

import json
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from simulator.engine import TRAINER
from simulator.engine.commands import OpenSession
from simulator.journal import Journal, LiveSession
from tests.journal.test_room import rows_of

HERE = Path(__file__).parent
SEED = 20261122


@pytest.fixture
def begun(either: Path | str, case_text: str) -> tuple[Path | str, str]:
    """A journal that no process has open, with an open session."""
    with Journal.open(either) as journal:
        session = journal.new_session("x", case_text, 1)
        LiveSession(journal, session).issue(OpenSession(at=datetime.now(UTC), by=TRAINER, name="x"))
    return either, session


def heard_of(store: Path | str, session: str, kills: int) -> dict[str, Any]:
    """What the parent of the killed terminals heard."""
    done = subprocess.run(
        [sys.executable, str(HERE / "killed_terminals.py"), str(store), session, str(kills), str(SEED)],
        capture_output=True, text=True, timeout=1700,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def kept_in(rows: list[tuple[Any, ...]]) -> list[str]:
    """The notes in the store."""
    return [str(text) for row in rows if (text := json.loads(row[2]).get("text"))]


def lost(heard: dict[str, Any], kept: list[str]) -> list[str]:
    """What was acknowledged and is not there."""
    return sorted({*heard["acknowledged"], *heard["witnessed"]} - set(kept))


@pytest.mark.parametrize("kills", [5, pytest.param(200, marks=[pytest.mark.soak, pytest.mark.timeout(1800)])])
def test_killed_terminals_lose_and_double_nothing(begun: tuple[Path | str, str], kills: int) -> None:
    store, session = begun
    heard = heard_of(store, session, kills)
    rows = rows_of(store, session)
    kept = kept_in(rows)
    print(
        f"\n{type(store).__name__}, seed {SEED}: {kills} terminals killed, {heard['killed_under_way']} while a command "
        f"was under way; {len(heard['acknowledged'])} acknowledged, {len(heard['witnessed'])} at the terminal beside; "
        f"{len(lost(heard, kept))} lost, {sum(n - 1 for n in Counter(kept).values())} doubled"
    )
    assert len(heard["acknowledged"]) >= kills / 2, "the harness killed too early to prove anything"
    assert heard["painted"] > 1000 * kills, "these were no real screens"
    assert lost(heard, kept) == []
    assert [text for text, times in Counter(kept).items() if times > 1] == []
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    beside = [text for text in kept if text.startswith("witness-")]
    assert beside[: len(heard["witnessed"])] == heard["witnessed"], "the terminal beside did not go on in order"
    assert len(heard["witnessed"]) >= kills
    with Journal.open(store) as journal:
        assert journal.faults() == ()


def test_the_harness_sees_a_loss_and_a_double(begun: tuple[Path | str, str]) -> None:
    store, session = begun
    heard = heard_of(store, session, 2)
    kept = kept_in(rows_of(store, session))
    gone = heard["acknowledged"][-1]
    assert lost(heard, [text for text in kept if text != gone]) == [gone]
    assert max(Counter([*kept, gone]).values()) == 2
