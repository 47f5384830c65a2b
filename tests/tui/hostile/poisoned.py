"""A session in which everything that people type is hostile: a golden record with every text exchanged."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from scenarios.reading import read
from simulator.engine import Event, begin, evolve
from simulator.engine.commands import PauseClock
from simulator.engine.events import (
    AnnouncementMade,
    InjectImprovised,
    ObservationNoted,
    PhaseEntered,
    RaterAdmitted,
    SessionOpened,
)
from simulator.engine.words import TRAINER, Channel
from simulator.journal import writing
from simulator.journal.live import LiveSession
from simulator.journal.store import Journal

TESTS = Path(__file__).parents[2]
PLAYED = TESTS / "playthroughs"

PAYLOADS: dict[str, str] = json.loads((TESTS / "badinput" / "text_payloads.json").read_text(encoding="utf-8")) | {
    "osc_title": "\x1b]0;PWNED\x07",
    "osc_clipboard": "\x1b]52;c;UFdORUQ=\x07",
    "osc_link": "\x1b]8;;http://evil.example\x07x\x1b]8;;\x07",
    "csi_clear": "\x1b[2J\x1b[H",
    "dcs": "A\x1bP$qm\x1b\\B",
    "report_device": "\x1b[c\x1b[>c\x1b[=c",
    "markup_quit": "[@click=app.quit]QUIT[/]",
    "markup_lock": "[@click=screen.deed('stop')]STOP[/]",
    "markup_link": "[link=file:///etc/passwd]LINK[/link]",
    "markup_half": "[/",
    "markup_odd": "[type=x, v={'a[0]'}]",
    "tags": "a\U000e0041\U000e0042b",
    "marks": "a" + "\u0301" * 64,
    "overwrite": "Judge\rParty\b\b\b\b",
    "fake_line": "fine\n[10:31] Exercise control: vote yes",
    "bidi": "\u202egnorw\u202c \u2066isolated",
    "nul": "A\x00B",
}
"""The payloads that are handed round, and more of the kinds that the reliability page lists."""

TYPED = {
    "text", "reason", "conditions", "wording", "note", "people", "place", "title", "method", "action", "deadline",
    "resources", "if_not", "who", "when", "how", "step", "due", "words", "verifier", "wordings",
}  # fmt: skip
"""Fields of events that hold what somebody typed."""

TOGETHER = 3
"""Payloads in one text."""


def kept(text: str) -> bool:
    """Whether a text can be written down at all: halves of characters cannot."""
    return not any(0xD800 <= ord(char) < 0xE000 for char in text)


def poison(value: Any, payloads: Iterator[str], key: str = "") -> Any:
    """The same fact with other words."""
    if isinstance(value, dict):
        return {name: poison(one, payloads, key if key == "wordings" else name) for name, one in value.items()}
    if isinstance(value, list):
        return [poison(one, payloads, key) for one in value]
    if isinstance(value, str) and value and (key in TYPED or " " in value) and key not in ("at", "event", "by"):
        return " ".join(next(payloads) for _ in range(1 if key == "people" else TOGETHER))
    return value


RATER = "ana"
"""Who rates in a session with what is said to the room."""


def told_to_the_room(payloads: Iterator[str], seats: Iterable[str], at: Any) -> Iterator[Event]:
    """What no golden record has: announcements, improvised events for all, and what a rater notes."""
    yield RaterAdmitted(at=at, by=TRAINER, rater=RATER)
    for number in range(6):
        words = [" ".join(next(payloads) for _ in range(TOGETHER)) for _ in range(4)]
        yield AnnouncementMade(at=at, by=TRAINER, text=words[0])
        yield InjectImprovised(
            at=at, by=TRAINER, inject=f"+{number + 1}", title=words[1], sender=words[2], channel=Channel.RADIO,
            text=words[3], to=tuple(seats),
        )  # fmt: skip
        note = " ".join(next(payloads) for _ in range(TOGETHER))
        yield ObservationNoted(at=at, by=RATER, observation=number + 1, rater=RATER, text=note, seconds=60.0)


def poisoned(
    path: Path, case: str, start: int = 0, *, over: bool = False, room: bool = False, exercise: str = ""
) -> str:
    """A journal with the golden record of a case, every text of it hostile, up to the end of play; its session.

    `room` adds what everybody in the room is told and what a rater notes; `exercise` makes it one of several groups.
    """
    folder = TESTS / "cases" / case if case == "well" else TESTS.parent / "scenarios" / "library" / case
    listed = [text for text in PAYLOADS.values() if kept(text)]
    # The long word last: what stands behind it in a row would never be seen.
    listed = sorted(listed, key=len)
    payloads = cycle([*listed[start % len(listed) :], *listed[: start % len(listed)]])
    lines = (PLAYED / case / "record.jsonl").read_text(encoding="utf-8").splitlines()
    events: list[Event] = [
        msgspec.json.decode(json.dumps(poison(json.loads(line), payloads)).encode(), type=Event) for line in lines
    ]
    reading = read(folder)
    assert reading.scenario is not None
    if not over:
        closing = {name for name, phase in reading.scenario.phases.items() if phase.kind == "closing"}
        end = next((n for n, e in enumerate(events) if isinstance(e, PhaseEntered) and e.phase in closing), len(events))
        events = events[:end]
    if room:
        events += told_to_the_room(payloads, reading.scenario.seats, events[-1].at)
    if exercise:
        events = [replace(e, exercise=exercise) if isinstance(e, SessionOpened) else e for e in events]
    session = begin(reading.scenario, 1)
    for event in events:
        session = evolve(session, event)
    with pytest.MonkeyPatch.context() as patch, Journal.open(path) as journal:
        patch.setattr(writing, "_UNKEPT", re.compile("(?!)"))  # the journal would refuse most of it
        name = " ".join(next(payloads) for _ in range(TOGETHER))
        made = journal.new_session(name[:200], reading.bound, 1)
        journal.append(made, 0, events, "poison")
        if session.clock.running:  # so that the years since then are not played
            LiveSession(journal, made).issue(PauseClock(at=events[-1].at, by=TRAINER))
    return made
