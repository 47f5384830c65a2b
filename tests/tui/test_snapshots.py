"""Whole screens as pictures, where words alone would not show that a border, a colour or a column has moved.

After a change that is meant: `.venv/bin/python -m pytest tests/tui/test_snapshots.py --snapshot-update`, and a look at
the pictures before they are committed.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from scenarios.texts import language, speak
from simulator.engine import TRAINER
from simulator.engine import commands as c
from simulator.engine.words import Consent, Source
from simulator.journal.live import LiveSession
from simulator.journal.store import Journal
from simulator.tui.app import GoodOffices
from tests.tui.conftest import WELL

MakeApp = Callable[..., GoodOffices]
Same = Callable[..., bool]

SMALL, LARGE = (80, 24), (160, 50)
NINE = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)

STEPS: tuple[tuple[int, Callable[..., c.Command], str, dict[str, Any]], ...] = (
    (0, c.OpenSession, TRAINER, {"name": "Table 1"}),
    *(
        (0, c.CastSeat, TRAINER, {"seat": seat, "source": Source.HUMAN, "people": (who,)})
        for seat, who in (("upper-head", "Ana"), ("lower-head", "Ben"), ("mediator", "Chloé"))
    ),
    (0, c.StartClock, TRAINER, {}),
    (1, c.EnterPhase, TRAINER, {"phase": "exploration"}),
    (2, c.GiveConsent, "upper-head", {"consent": Consent.IN}),
    (3, c.GiveConsent, "lower-head", {"consent": Consent.CONDITIONAL, "conditions": "Nothing reaches the press."}),
    (4, c.ProposeAgenda, "mediator", {"issues": ("hours", "keeper")}),
    (5, c.RequestFloor, "upper-head", {"body": "table"}),
    (5, c.GiveFloor, "mediator", {"body": "table", "seat": "upper-head"}),
    (6, c.RequestFloor, "lower-head", {"body": "table"}),
    (7, c.PauseClock, TRAINER, {}),
)
"""The minute, what is asked, who asks, and the rest: the clock stands in the end, so that no second passes."""


@pytest.fixture
def paused(journal: Path) -> str:
    """A session of the well in its seventh minute, for ever."""
    with Journal.open(journal) as opened:
        made = opened.new_session("Table 1", WELL.read_text(encoding="utf-8"), 7)
        live = LiveSession(opened, made)
        for minute, command, by, fields in STEPS:
            live.issue(command(at=NINE + timedelta(minutes=minute), by=by, **fields))
        return made


@pytest.fixture
def french() -> Iterator[None]:
    """A French terminal."""
    before = language()
    speak("fr")
    yield
    speak(before)


def test_home(make_app: MakeApp, snap_compare: Same) -> None:
    assert snap_compare(make_app(), terminal_size=SMALL)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_console(size: tuple[int, int], make_app: MakeApp, paused: str, snap_compare: Same) -> None:
    assert snap_compare(make_app(session=paused, start="console"), terminal_size=size, press=["4", "down"])


def test_the_curtain(make_app: MakeApp, paused: str, snap_compare: Same) -> None:
    assert snap_compare(make_app(session=paused, start="curtain"), terminal_size=SMALL)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_a_seat_in_french(
    size: tuple[int, int], make_app: MakeApp, paused: str, french: None, snap_compare: Same
) -> None:
    app = make_app(session=paused, start="curtain", seat="lower-head")
    assert snap_compare(app, terminal_size=size, press=["down"])


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_wall(size: tuple[int, int], make_app: MakeApp, paused: str, snap_compare: Same) -> None:
    assert snap_compare(make_app(session=paused, start="wall"), terminal_size=size, press=["2"])
