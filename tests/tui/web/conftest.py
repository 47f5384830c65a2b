"""A server on a journal with a session that can be joined."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from simulator.engine import TRAINER
from simulator.engine.commands import CastSeat, EnterPhase, StartClock
from simulator.engine.words import Source
from simulator.journal import Journal, codes, pins
from simulator.tui.web.hosted import Hosted


class Room(NamedTuple):
    """What a test needs to know of a session that is served."""

    journal: Path
    session: str
    code: str
    pin: str
    """The PIN of the head of the upper village."""


@pytest.fixture
def room(journal: Path, session: str, issue: Callable[..., None]) -> Room:
    """A session in which the clock runs, the upper head and the trainer with PINs."""
    for seat in ("upper-head", "lower-head", "mediator"):
        issue(CastSeat, seat=seat, source=Source.HUMAN, people=())
    issue(StartClock)
    issue(EnterPhase, phase="exploration")
    with Journal.open(journal) as opened:
        pins.set_pin(opened, session, TRAINER, "8901")
        pins.set_pin(opened, session, "upper-head", "471147")
        return Room(journal, session, codes.new_code(opened, session), "471147")


@pytest.fixture
def hosted(room: Room) -> Iterator[Hosted]:
    """The page of that journal, for this machine."""
    with Hosted(str(room.journal), "127.0.0.1", 0, most=3) as served:
        yield served
