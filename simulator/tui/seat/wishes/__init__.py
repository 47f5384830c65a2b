"""Everything that a seat can ask for, by area; one table gives keys, footer, menu, help and forms."""

from simulator.tui.seat.wishes.brackets import BRACKETS
from simulator.tui.seat.wishes.calls import CALLS
from simulator.tui.seat.wishes.commitments import COMMITMENTS
from simulator.tui.seat.wishes.committee import COMMITTEE
from simulator.tui.seat.wishes.conflict import CONDUCT, CONFLICT
from simulator.tui.seat.wishes.drafting import DRAFTING
from simulator.tui.seat.wishes.floor import FLOOR
from simulator.tui.seat.wishes.hotline import HOTLINE
from simulator.tui.seat.wishes.inputs import INPUTS
from simulator.tui.seat.wishes.interests import INTERESTS
from simulator.tui.seat.wishes.meetings import MEETINGS
from simulator.tui.seat.wishes.messages import MESSAGES
from simulator.tui.seat.wishes.packages import PACKAGES
from simulator.tui.seat.wishes.people import LEAVE, NOTE, PEOPLE, QUICK, READY, STOP, TAG
from simulator.tui.seat.wishes.preparation import PREPARATION
from simulator.tui.seat.wishes.process import PROCESS
from simulator.tui.seat.wishes.rating import RATING
from simulator.tui.seat.wishes.wish import Wish

WISHES: tuple[Wish, ...] = (
    *PROCESS,
    *FLOOR,
    *MEETINGS,
    *INTERESTS,
    *PACKAGES,
    *DRAFTING,
    *BRACKETS,
    *COMMITMENTS,
    *HOTLINE,
    *COMMITTEE,
    *INPUTS,
    *MESSAGES,
    *CALLS,
    *PREPARATION,
    *CONFLICT,
    *CONDUCT,
    *PEOPLE,
    *RATING,
    *QUICK,
)

__all__ = [
    "BRACKETS",
    "CALLS",
    "COMMITMENTS",
    "COMMITTEE",
    "CONDUCT",
    "CONFLICT",
    "DRAFTING",
    "FLOOR",
    "HOTLINE",
    "INPUTS",
    "INTERESTS",
    "LEAVE",
    "MEETINGS",
    "MESSAGES",
    "NOTE",
    "PACKAGES",
    "PEOPLE",
    "PREPARATION",
    "PROCESS",
    "QUICK",
    "RATING",
    "READY",
    "STOP",
    "TAG",
    "WISHES",
    "Wish",
]
