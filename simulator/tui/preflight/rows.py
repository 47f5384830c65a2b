"""The lines of the pre-flight check, from facts alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from scenarios.texts import LANGUAGES, listing, mark, tr, trn
from simulator.engine.words import Source
from simulator.journal.condition import Condition

LOW = 50_000_000
"""Bytes on the disk below which it is said: an exercise of a day takes some five million."""
AHEAD = timedelta(seconds=5)
"""How far the last event may lie ahead of this machine's clock: machines differ a little."""
MOST = 3
"""Names in a line before the rest are counted."""


class State(StrEnum):
    """How a line stands."""

    OK = "ok"
    TO_DO = "to_do"
    BLOCKS = "blocks"


SAID = {State.OK: mark("ok"), State.TO_DO: mark("to do"), State.BLOCKS: mark("BLOCKS")}
"""How a state is written; said with `tr`."""


@dataclass(frozen=True, slots=True)
class Chair:
    """A seat before the start."""

    name: str
    source: Source
    optional: bool
    pinned: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What the check looks at."""

    session: str
    scenario: str
    started: bool
    chairs: tuple[Chair, ...]
    trainer_pinned: bool
    gaps: tuple[tuple[str, int | None], ...]
    """For each language in which seats may sit: how many texts are missing, None where the case has none of it."""
    errors: int
    warnings: int
    """What `check` finds in the case."""
    now: datetime
    """What this machine's clock says, with its time zone."""
    last: datetime | None
    """When the last event of the session happened."""
    speed: float
    condition: Condition
    terminals: int
    """Other terminals that are open at the session."""
    raters: tuple[str, ...]
    open_code: bool
    """Whether people can join by a code."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the check."""

    id: str
    state: State
    name: str
    text: str
    mend: str = ""
    """The key or the command that mends it."""


def rows(facts: Facts) -> tuple[Row, ...]:
    """All lines, in the order in which one would go through them."""
    return (
        _seats(facts),
        _trainer(facts),
        _pins(facts),
        _texts(facts),
        _case(facts),
        _kit(facts),
        _clock(facts),
        _speed(facts),
        _disk(facts),
        _journal(facts),
        *_people(facts),
    )


def pressing(listed: Sequence[Row]) -> tuple[Row, ...]:
    """The lines with what blocks first, then what is to do."""
    order = [State.BLOCKS, State.TO_DO, State.OK]
    return tuple(sorted(listed, key=lambda row: order.index(row.state)))


def blocks(listed: Sequence[Row]) -> bool:
    """Whether anything blocks."""
    return any(row.state is State.BLOCKS for row in listed)


def summary(listed: Sequence[Row]) -> str:
    """How many lines block and how many are to do."""
    blocking = sum(row.state is State.BLOCKS for row in listed)
    left = sum(row.state is State.TO_DO for row in listed)
    if blocking:
        return trn("{n} line blocks; to do: {left}.", "{n} lines block; to do: {left}.", blocking, left=left)
    return tr("Nothing blocks; to do: {left}.", left=left)


def _seats(facts: Facts) -> Row:
    name = tr("Seats")
    missing = [c.name for c in facts.chairs if c.source is Source.EMPTY and not c.optional]
    if missing:
        said = tr("Nobody plays {names}.", names=_some(missing))
        return Row("seats", State.BLOCKS, name, said, tr("Set-up: c casts a seat, z casts all of them."))
    humans = sum(c.source is Source.HUMAN for c in facts.chairs)
    stand_ins = sum(c.source is Source.STAND_IN for c in facts.chairs)
    said = tr("Every seat that must be played is: people {humans}, stand-ins {stand_ins}.",
              humans=humans, stand_ins=stand_ins)  # fmt: skip
    if not humans:
        return Row("seats", State.TO_DO, name, tr("Stand-ins play all seats."), tr("Set-up: c casts a person."))
    return Row("seats", State.OK, name, said)


def _trainer(facts: Facts) -> Row:
    name = tr("Your own PIN")
    if facts.trainer_pinned:
        return Row("trainer_pin", State.OK, name, tr("The console opens only with your PIN."))
    mend = tr("Set-up: p makes it together with those of the seats.")
    if facts.open_code or facts.terminals:
        said = tr("Others can join, and no PIN keeps them from the console.")
        return Row("trainer_pin", State.BLOCKS, name, said, mend)
    return Row("trainer_pin", State.TO_DO, name, tr("There is none yet; the curtain will ask you for one."), mend)


def _pins(facts: Facts) -> Row:
    name = tr("PINs of seats")
    without = [c.name for c in facts.chairs if c.source is Source.HUMAN and not c.pinned]
    if without:
        said = tr("Without a PIN anybody opens the seat: {names}.", names=_some(without))
        return Row("pins", State.TO_DO, name, said, tr("Set-up: p makes PINs, and shows them once."))
    return Row("pins", State.OK, name, tr("Every seat that a person plays has one."))


def _texts(facts: Facts) -> Row:
    name = tr("Texts")
    lacking: list[str] = []
    first = next((code for code, missing in facts.gaps if missing != 0), "")
    for code, missing in facts.gaps:
        tongue = LANGUAGES.get(code, code)
        if missing is None:
            lacking.append(tr("{language}: the case has no translation", language=tongue))
        elif missing:
            lacking.append(
                trn("{language}: {n} text missing", "{language}: {n} texts missing", missing, language=tongue)
            )
    if lacking:
        said = tr("{gaps}. Seats read the original there.", gaps=tr("; ").join(lacking))
        return Row("texts", State.TO_DO, name, said, f"goodoffices translate {facts.scenario} {first}")
    tongues = listing([LANGUAGES.get(code, code) for code, _ in facts.gaps])
    return Row("texts", State.OK, name, tr("Complete in: {languages}.", languages=tongues))


def _case(facts: Facts) -> Row:
    name, mend = tr("Case"), f"goodoffices check {facts.scenario}"
    if facts.errors:
        said = trn("The check finds {n} error.", "The check finds {n} errors.", facts.errors)
        return Row("case", State.BLOCKS, name, said, mend)
    if facts.warnings:
        said = trn("The check finds {n} warning.", "The check finds {n} warnings.", facts.warnings)
        return Row("case", State.TO_DO, name, said, mend)
    return Row("case", State.OK, name, tr("The check finds nothing."))


def _kit(facts: Facts) -> Row:
    said = tr("Briefs, signs and badges on the tables? The program cannot see that.")
    mend = f"goodoffices print {facts.scenario} --session {facts.session} --out kit"
    return Row("kit", State.TO_DO, tr("Printed papers"), said, mend)


def _clock(facts: Facts) -> Row:
    name = tr("Clock")
    if facts.last is not None and facts.last - facts.now > AHEAD:
        when = facts.last.astimezone(facts.now.tzinfo)
        said = tr("This machine says {now}, but the last event is of {last}: one of the clocks was wrong.",
                  now=_time(facts.now), last=_time(when))  # fmt: skip
        return Row("clock", State.BLOCKS, name, said, tr("Set the clock of this machine (timedatectl)."))
    offset = f"{facts.now:%z}"
    zone = tr("UTC{offset}", offset=f"{offset[:3]}:{offset[3:]}")
    said = tr("This machine says {now} ({zone}). Is that right?", now=_time(facts.now), zone=zone)
    return Row("clock", State.OK, name, said)


def _speed(facts: Facts) -> Row:
    name = tr("Pace of the clock")
    if facts.speed != 1.0:
        said = tr("A rehearsal: the clock runs {n} times as fast.", n=f"{facts.speed:g}")
        mend = tr("Leave, and begin again without GOODOFFICES_SPEED.")
        return Row("speed", State.BLOCKS, name, said, mend)
    return Row("speed", State.OK, name, tr("A minute of play takes a minute."))


def _disk(facts: Facts) -> Row:
    name, condition = tr("Disk"), facts.condition
    if condition.server:
        return Row("disk", State.OK, name, tr("The journal lies on a server, which looks after its disk."))
    if condition.free is None:
        said = tr("Nobody can tell how much is free in {folder}.", folder=condition.folder)
        return Row("disk", State.TO_DO, name, said, tr("Look yourself (df)."))
    left = tr("{n} MB free in {folder}.", n=condition.free // 1_000_000, folder=condition.folder)
    if condition.free < LOW:
        return Row("disk", State.TO_DO, name, left, tr("Make room: below 50 MB a long day may not fit."))
    return Row("disk", State.OK, name, left)


def _journal(facts: Facts) -> Row:
    name = tr("Journal")
    if facts.condition.server:
        return Row("journal", State.OK, name, tr("A server: many terminals can write at once."))
    if facts.condition.many_writers:
        said = tr("SQLite {version}: several terminals can write at once.", version=facts.condition.sqlite)
        return Row("journal", State.OK, name, said)
    said = tr("SQLite {version} is safe here, but slow with many terminals.", version=facts.condition.sqlite)
    return Row("journal", State.TO_DO, name, said, tr("Python with SQLite 3.51.3, or --db postgresql://…"))


def _people(facts: Facts) -> Iterator[Row]:
    others = trn("{n} other terminal is open.", "{n} other terminals are open.", facts.terminals)
    yield Row("terminals", State.OK, tr("Terminals"), others if facts.terminals else tr("No other one is open."))
    rated = tr("Admitted: {names}.", names=_some(facts.raters)) if facts.raters else tr("None; none is needed.")
    yield Row("raters", State.OK, tr("Raters"), rated)
    said = tr("Open: q shows it.") if facts.open_code else tr("Closed: nobody joins by a code; q opens it.")
    yield Row("code", State.OK, tr("Join code"), said)


def _some(names: Sequence[str]) -> str:
    """Some names, and how many more."""
    more = len(names) - MOST
    if more <= 0:
        return listing(names)
    return tr("{names} and {n} more", names=tr(", ").join(names[:MOST]), n=more)


def _time(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"
