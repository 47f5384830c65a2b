"""The worker that scores a long record and shows it as the trainer's console does: `python -m benchmarks.sitting`."""

from collections import Counter
from collections.abc import Callable
from cProfile import Profile
from datetime import timedelta
from functools import cache
from pathlib import Path
from pstats import Stats
from typing import Any

from benchmarks.long_record import long_record
from benchmarks.serving import serve
from scenarios.reading import read
from scenarios.shelf import find
from scoring.scorecard import Scorecard, score
from simulator.engine import TRAINER, Record, Session, View, evolve, replay, view
from simulator.tui.boards import course, log, offers, prepared, seats
from simulator.tui.boards import floor as floors
from simulator.tui.boards.kept import Kept
from simulator.tui.desk import Desk

ROOT = Path(__file__).resolve().parents[1]
CASE = "sources-of-kalindra"


@cache
def record_of(events: int) -> Record:
    """A long record of the flagship."""
    scenario = read(find(CASE)).scenario
    assert scenario is not None
    return long_record(scenario, events)


@cache
def session_of(events: int) -> Session:
    """The session of that record while people still play: 300 events before its end."""
    record = record_of(events)
    return replay(Record(record.scenario, record.seed, record.events[:-300]))


def scored(request: dict[str, Any]) -> Callable[[], Any]:
    """The whole scorecard of a record, from its events."""
    record = record_of(request["events"])
    return lambda: score(record)


def tell_score(card: Scorecard) -> dict[str, Any]:
    """How much there was to find."""
    return {"events": card.events, "findings": len(card.findings), "observed": sum(f.observed for f in card.findings)}


def replayed(request: dict[str, Any]) -> Callable[[], Any]:
    """The session after all events: what every measure rests on."""
    record = record_of(request["events"])
    return lambda: replay(record)


def profiled(request: dict[str, Any]) -> Callable[[], Any]:
    """Where the time of a scorecard goes, by room: the time in the room's own lines, and what it calls outside."""
    record = record_of(request["events"])

    def call() -> dict[str, float]:
        profile = Profile()
        profile.runcall(score, record)
        rooms: Counter[str] = Counter()
        for (file, _, _), (_, _, own, _, callers) in Stats(profile).stats.items():  # type: ignore[attr-defined]
            if room(file) is not None:
                rooms[str(room(file))] += own
            else:  # what a library or a built-in took belongs to the room that called it
                for (caller, _, _), (_, _, part, _) in callers.items():
                    rooms[room(caller) or "libraries"] += part
        return dict(rooms)

    return call


def tell_rooms(rooms: dict[str, float]) -> dict[str, Any]:
    """Shares of the profiled time; a profiler makes many small calls look dearer than they are."""
    whole = sum(rooms.values())
    return {"rooms": {name: spent / whole for name, spent in sorted(rooms.items(), key=lambda item: -item[1])}}


def room(file: str) -> str | None:
    """The room that a source file lies in, as `scoring.process`; None for a file of a library."""
    path = Path(file)
    if not path.is_relative_to(ROOT) or ".venv" in path.parts:
        return None
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:3] if parts[0] == "simulator" else parts[:2])


def viewed(request: dict[str, Any]) -> Callable[[], Any]:
    """All that the trainer may know, with what the packages are worth."""
    session = session_of(request["events"])
    return lambda: view(session, TRAINER, session.last_at)


def evolved(request: dict[str, Any]) -> Callable[[], Any]:
    """One more event."""
    session = session_of(request["events"])
    event = record_of(request["events"]).events[session.number]
    return lambda: evolve(session, event)


class Open(Desk):
    """A desk with a session on it that lies in no journal."""

    def __init__(self, session: Session) -> None:
        self.seen = session

    @property
    def session(self) -> Session:
        """The session."""
        return self.seen


def logged(request: dict[str, Any]) -> Callable[[], Any]:
    """The whole log in sentences, as the console writes it when it is opened."""
    desk = Open(session_of(request["events"]))
    now = view(desk.session, TRAINER)
    return lambda: log.rows(now, desk.narrate)


def shown(request: dict[str, Any]) -> Callable[[], Any]:
    """What the console makes anew with every event: the event itself, the view, a pane, its detail and the log."""
    pane = PANES[request["pane"]]
    desk = Open(session_of(request["events"]))
    ahead = iter(record_of(request["events"]).events[desk.session.number :])
    told, tabled = Kept(), Kept()

    def call() -> None:
        desk.seen = evolve(desk.seen, next(ahead))
        assert desk.seen.last_at is not None
        now = view(desk.seen, TRAINER, desk.seen.last_at + timedelta(seconds=1))
        pane(now, tabled)
        log.rows(now, desk.narrate, told)

    call()  # the first time fills what is kept
    return call


def worth(request: dict[str, Any]) -> Callable[[], Any]:
    """What every package on the table is worth to every deciding party, and which red lines it crosses."""
    now = view(session_of(request["events"]), TRAINER)
    assert now.control is not None
    tables = tuple(now.control.worth.values())

    def call() -> int:
        return sum(
            table.points(tabled.package.terms, now.defaults()) is not None and not table.crossed(tabled.package.terms)
            for tabled in now.packages
            for table in tables
        )

    return call


def _pane(board: Any) -> Callable[[View, Kept], object]:
    return lambda now, kept: board.detail(now, board.rows(now)[0][0])


PANES: dict[str, Callable[[View, Kept], object]] = {
    "Course": _pane(course),
    "Events": _pane(prepared),
    "Floor": _pane(floors),
    "Seats": _pane(seats),
    "Offers": lambda now, kept: offers.detail(now, offers.rows(now, 120, kept)[1][0]),
}
"""Panes of the console that change most, each with its first row open; of the offers, the newest package."""


if __name__ == "__main__":
    serve(
        {
            "score": (scored, tell_score),
            "replay": (replayed, lambda session: {"packages": len(session.packages)}),
            "profile": (profiled, tell_rooms),
            "view": (viewed, lambda now: {"packages": len(now.packages), "log": len(now.log)}),
            "event": (evolved, lambda after: {}),
            "worth": (worth, lambda acceptable: {"acceptable": acceptable}),
            "log": (logged, lambda rows: {"rows": len(rows)}),
            "console": (shown, lambda nothing: {}),
        }
    )
