"""The panes of the console: their ids, names and boards, and which exercises have them."""

from collections.abc import Callable

from textual.content import Content

from scenarios.texts import mark, tr, trc
from simulator.engine import View
from simulator.tui.boards import (
    calls,
    committee,
    course,
    floor,
    history,
    hotline,
    inputs,
    interests,
    messages,
    offers,
    prepared,
    seats,
    text,
)

PANES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Course", "next", ("run", "next", "back", "extend")),
    ("Events", "send", ("send", "hold", "later", "change", "improvise", "arm", "skip", "met")),
    ("Floor", "give", ("give", "yield", "sitting")),
    (
        "Seats",
        "cast",
        (
            "cast",
            "newcomer",
            "stand_in",
            "give_back",
            "swap",
            "catch_up",
            "curtain",
            "pins",
            "admit",
            "observe",
            "rate",
            "lock",
        ),
    ),
    ("Interests", "tag", ("tag", "note")),
    ("Offers", "note", ("agenda", "impose", "outcome", "note")),
    ("Text", "note", ("adoption", "referral", "throw", "shock", "quality", "note", "tag")),
    ("Calls", "answer", ("answer", "note")),
    ("Log", "branch", ("branch", "filter", "phase", "debrief")),
)
"""A pane's id, what Enter does in it, and the deeds that stand first in the footer."""
MORE: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (mark("Zone"), "note", ("left", "right", "outcome", "note")),
    (mark("History"), "note", ("note", "tag")),
    (mark("Hotline"), "verify", ("report", "verify", "handle", "close", "promise", "progress", "kept")),
    (mark("Committee"), "send_back", ("send_back", "lift", "note")),
    (mark("Inputs"), "note", ("note", "tag")),
    (mark("Messages"), "note", ("note", "tag")),
)
"""Panes that one key opens in turn: the table first, then those that an exercise has where it plays what they show.

The keys of deeds that are in no other pane work while the pane is open, so that panes can share letters.
"""
ALL = (*PANES, *MORE)
SHOWN: dict[str, Callable[[View], bool]] = {
    "History": history.shown,
    "Hotline": hotline.shown,
    "Committee": committee.shown,
    "Inputs": inputs.shown,
    "Messages": messages.shown,
}
"""Whether this exercise has a pane of those that not every exercise has."""

Rows = Callable[[View], list[tuple[str, Content]]]
BOARDS: dict[str, tuple[Rows, Callable[[View, str | None], Content]]] = {
    "Course": (course.rows, course.detail),
    "Events": (prepared.rows, prepared.detail),
    "Floor": (floor.rows, floor.detail),
    "Seats": (seats.rows, seats.detail),
    "Interests": (interests.rows, interests.detail),
    "Offers": (offers.rows, offers.detail),
    "Text": (text.rows, text.detail),
    "Calls": (calls.rows, calls.detail),
    "Hotline": (hotline.rows, hotline.detail),
    "Committee": (committee.rows, committee.detail),
    "Inputs": (inputs.rows, inputs.detail),
    "Messages": (messages.rows, messages.detail),
}
"""What a pane shows that needs the view alone: its rows, and the detail of one."""


def pane_names() -> tuple[str, ...]:
    """What the panes are called, in their order."""
    return (
        # Translators: the names of nine panes stand on one line: at most 52 letters together, or they become numbers.
        trc("one of nine panes, short", "Course"),
        trc("one of nine panes, short", "Events"),
        trc("one of nine panes, short", "Floor"),
        trc("one of nine panes, short", "Seats"),
        trc("one of nine panes, short", "Interests"),
        trc("one of nine panes, short", "Offers"),
        trc("one of nine panes, short", "Text"),
        trc("one of nine panes, short", "Calls"),
        trc("one of nine panes, short", "Log"),
        *(tr(name) for name, _, _ in MORE),
    )


def has(view: View, pane: int) -> bool:
    """Whether this exercise has a pane."""
    name = ALL[pane][0]
    return name not in SHOWN or SHOWN[name](view)
