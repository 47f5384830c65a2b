"""Pace: play against its plan in a line, and what would bring it back."""

from textual.content import Content
from textual.style import Style

from scenarios.texts import tr, trn
from simulator.engine import View
from simulator.engine.pace import Pace, Slack
from simulator.tui.boards.line import clock, series

MINUTE = 60.0
NOTED = 60.0
"""Seconds behind the plan from which the line says so: nobody is to the second."""


def of(view: View) -> Pace | None:
    """The pace of play; None before and after play."""
    return view.control.pace if view.control else None


def minutes(seconds: float) -> int:
    """Whole minutes, started ones counted."""
    return int(-(-seconds // MINUTE))


def line(view: View) -> str:
    """How late play is, what to do about it, and that the debriefing keeps its time."""
    pace = of(view)
    if pace is None:
        return ""
    if pace.missing >= NOTED:
        late = trn("{n} minute late", "{n} minutes late", minutes(pace.missing))
        return tr("{late}: {advice}; the debriefing is protected (p)", late=late, advice=advice(view, pace))
    if pace.behind >= NOTED:
        behind = trn("{n} minute behind the plan", "{n} minutes behind the plan", minutes(pace.behind))
        if not pace.cut:
            return tr("{behind}; play still fits before the debriefing", behind=behind)
        won = series(_was_cut(view, phase, before, now) for phase, before, now in pace.cut)
        return tr("{behind}, won back: {phases}; the debriefing is protected", behind=behind, phases=won)
    if pace.over >= NOTED and view.clock.phase is not None:
        over = trn("{n} minute", "{n} minutes", minutes(pace.over))
        return tr("{phase} is {minutes} over its time; the plan still holds", phase=view.clock.phase.name, minutes=over)
    return tr("On time: play ends at {time} at this pace", time=clock(pace.ends))


def is_late(view: View) -> bool:
    """Whether something has to be done."""
    pace = of(view)
    return pace is not None and pace.missing >= NOTED


def said(view: View) -> Content:
    """The line, which a click acts on."""
    words = line(view)
    style = "bold reverse" if is_late(view) else ""
    click = Style.from_meta({"@click": "screen.deed('pace')"})
    return Content.styled(f" {words} ", style).stylize(click) if words else Content("")


def advice(view: View, pace: Pace) -> str:
    """What would bring play back, in a few words."""
    parts = []
    best = proposal(pace)
    if best is not None:
        parts.append(tr("cut {phase} to {n}", phase=phase_name(view, best[0].phase), n=best[1]))
    if pace.droppable:
        parts.append(tr("hold “{event}”", event=event_title(view, pace.droppable[0])))
    if pace.spare and not parts:
        parts.append(trn("give play {n} minute (e)", "give play up to {n} minutes (e)", pace.spare))
    return tr(" or ").join(parts) or tr("go on to the next phase (n)")


def proposal(pace: Pace) -> tuple[Slack, int] | None:
    """The phase to cut first, and the minutes that it keeps: no more is taken than is missing."""
    if not pace.slack:
        return None
    first = pace.slack[0]
    return first, max(first.shortest, first.minutes - max(1, minutes(pace.missing)))


def phase_name(view: View, phase: str) -> str:
    """What a phase is called."""
    return next((p.name for p in view.clock.plan if p.id == phase), phase)


def event_title(view: View, inject: str) -> str:
    """What a prepared event is called."""
    injects = view.control.injects if view.control else ()
    return next((i.title for i in injects if i.id == inject), inject)


def _was_cut(view: View, phase: str, before: int, now: int) -> str:
    return tr("{phase} {before} to {after} min", phase=phase_name(view, phase), before=before, after=now)
