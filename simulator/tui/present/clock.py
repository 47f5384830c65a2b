"""The debriefing's own clock: the time of day, and not the clock of play, which may stand."""

from dataclasses import dataclass
from datetime import datetime

from scenarios.texts import tr
from simulator.debrief.script import minutes
from simulator.debrief.told.debriefing import step_name
from simulator.engine.session.debriefing import DebriefState
from simulator.engine.words import DebriefStep
from simulator.tui.boards.line import clock


@dataclass(frozen=True, slots=True)
class Times:
    """How the debriefing keeps its time, in seconds."""

    total: float
    """Since it began."""
    here: float
    """Since its step was taken."""
    planned: float
    """Of its step."""
    behind: float
    """How much later it is than its script: above 0 when the steps so far took longer than planned."""


def times(state: DebriefState, now: datetime) -> Times | None:
    """How the debriefing keeps its time; None before it begins."""
    if state.begun is None or state.step is None:
        return None
    here = (now - state.taken[-1][1]).total_seconds()
    total = (now - state.begun).total_seconds()
    planned = 60.0 * minutes(state.step, state.minutes)
    order = list(DebriefStep)
    before = sum(60.0 * minutes(step, state.minutes) for step in order[: order.index(state.step)])
    return Times(total, here, planned, total - before - min(here, planned))


def spent(state: DebriefState, now: datetime) -> dict[DebriefStep, float]:
    """Seconds that each step took so far."""
    found: dict[DebriefStep, float] = {}
    ends = [*(at for _, at in state.taken[1:]), now]
    for (step, since), until in zip(state.taken, ends, strict=False):
        found[step] = found.get(step, 0.0) + (until - since).total_seconds()
    return found


def line(state: DebriefState, length: int, now: datetime) -> str:
    """The clock in a line: the step, what is left of it, and all of the debriefing against its plan."""
    known = times(state, now)
    if known is None or state.step is None:
        return tr("Script of {length} minutes. Enter begins and puts the first question on the wall.", length=length)
    left = known.planned - known.here
    step = (
        tr("{step}: {time} left of {planned}", step=step_name(state.step), time=clock(left),
           planned=clock(known.planned))
        if left >= 0
        else tr("{step}: OVER TIME by {time}", step=step_name(state.step), time=clock(-left))
    )  # fmt: skip
    whole = tr("{time} of {all}", time=clock(known.total), all=clock(60.0 * length))
    if known.behind >= 60:
        late = tr("{n} min late", n=int(known.behind // 60))
        return f"{step} · {whole} · {late}"
    return f"{step} · {whole}"
