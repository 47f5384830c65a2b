"""Where a screen wants to go: the app alone changes screens."""

from enum import StrEnum
from typing import Any

from textual.message import Message

from simulator.engine.commands import Intent

MOST_GROUPS = 12
"""The most groups that are set up at once."""


class Place(StrEnum):
    """The places of the house."""

    HOME = "home"
    DOOR = "door"
    SETUP = "setup"
    CONSOLE = "console"
    CURTAIN = "curtain"
    SEAT = "seat"
    WALL = "wall"
    DEBRIEF = "debrief"
    STUDIO = "studio"
    GROUPS = "groups"


class Go(Message):
    """Go to a place, with another session where one is named, or to a seat, or to a scenario in the Studio."""

    def __init__(
        self, place: Place, session: str | None = None, seat: str | None = None, scenario: str | None = None
    ) -> None:
        super().__init__()
        self.place = place
        self.session = session
        self.seat = seat
        self.scenario = scenario


class Locked(Message):
    """The seat is to be locked: back to the curtain."""

    def __init__(self, why: str = "") -> None:
        super().__init__()
        self.why = why
        """What is told when it is done; empty where whoever sits there asked for it."""


class Forgotten(Message):
    """The session that is open was deleted from the journal, here or at another terminal."""

    def __init__(self, why: str) -> None:
        super().__init__()
        self.why = why
        """What is told."""


class Branch(Message):
    """Begin a new session from the first events of this one."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class Speak(Message):
    """Speak another language at this terminal."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language


class NewSession(Message):
    """Begin a session from a scenario on the shelf."""

    def __init__(self, scenario: str, name: str, people: int, seed: int, language: str, exercise: str = "") -> None:
        super().__init__()
        self.exercise = exercise
        """The exercise that it belongs to as one of several groups."""
        self.scenario = scenario
        self.name = name
        self.people = people
        self.seed = seed
        self.language = language


class NewGroups(Message):
    """Begin several sessions of a scenario at once, one for each group of an exercise."""

    def __init__(self, each: NewSession, many: int, same_seed: bool) -> None:
        super().__init__()
        self.each = each
        """What each of them needs; its name is that of the exercise."""
        self.many = many
        self.same_seed = same_seed


class Recast(Message):
    """Cast every seat by the scenario's table for a number of people."""

    def __init__(self, people: int) -> None:
        super().__init__()
        self.people = people


class ShowCode(Message):
    """Show the join code of this session, to the trainer."""


class MakePins(Message):
    """Give these seats new PINs and show them once."""

    def __init__(self, seats: tuple[str, ...]) -> None:
        super().__init__()
        self.seats = seats


class LookOver(Message):
    """Look over everything before the start; with `start`, start the clock where nothing blocks or it is wanted so."""

    def __init__(self, *, start: bool = False) -> None:
        super().__init__()
        self.start = start


class Reseat(Message):
    """Change who plays seats during play: the command, the seats that get a new PIN, and whom to bring up to date."""

    def __init__(self, do: type[Intent], renew: tuple[str, ...] = (), *, newcomer: str = "", **fields: Any) -> None:
        super().__init__()
        self.do = do
        self.fields: dict[str, object] = fields
        self.renew = renew
        """Seats that get a new PIN where they had one."""
        self.newcomer = newcomer
        """The seat of somebody who comes late: it gets a PIN, and the trainer a page to hand over."""


class CatchUp(Message):
    """Write the page that brings whoever sits on a seat up to date."""

    def __init__(self, seat: str) -> None:
        super().__init__()
        self.seat = seat
