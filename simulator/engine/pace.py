"""Play against its plan: how far behind, what was cut, what else could give time, and when play ends at this pace."""

from dataclasses import dataclass

from scenarios.model import Inject
from simulator.engine.clock import MINUTE, ahead, late, may_extend, minutes_of, play_ends
from simulator.engine.session import Session


@dataclass(frozen=True, slots=True)
class Slack:
    """A phase of play still to come, or the one that is on, that may be shorter."""

    phase: str
    minutes: int
    """As planned now."""
    shortest: int
    by_itself: bool
    """Whether the program cuts it when play is late."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Where play is beside its plan; seconds of the play clock unless something else is said."""

    behind: float
    """By how much the plan without any cut would miss the end of play."""
    missing: float
    """By how much it still does, after what was cut."""
    over: float
    """By how much the phase that is on is longer than planned."""
    ends: float
    """When play ends if every phase from now on takes what is planned."""
    cut: tuple[tuple[str, int, int], ...]
    """Phases that were cut: from so many minutes to so many."""
    slack: tuple[Slack, ...]
    """What could still be cut, what gives most first."""
    droppable: tuple[str, ...]
    """Events that are still to come in what is left of play, the next one first."""
    spare: int
    """Minutes that the debriefing could give."""


def pace(session: Session, now: float) -> Pace | None:
    """The pace at a play second; None where play has not begun or is over."""
    here = session.phase
    if here is None or session.scenario.phases[here].kind == "closing":
        return None
    phases = session.scenario.phases
    to_come = [name for name in ahead(session) if phases[name].kind != "closing"]
    planned = session.phase_since + minutes_of(session, here) * MINUTE
    ends = max(now, planned) + sum(minutes_of(session, name) for name in to_come) * MINUTE
    won = sum(phases[name].minutes[1] - session.cuts[name] for name in to_come if name in session.cuts) * MINUTE
    slack = [
        Slack(name, minutes_of(session, name), phases[name].minutes[0], phases[name].cut is not None)
        for name in to_come
        if minutes_of(session, name) > phases[name].minutes[0]
    ]
    elapsed = int(-(-(now - session.phase_since) // MINUTE))
    left = max(phases[here].minutes[0], elapsed)
    if minutes_of(session, here) > left:
        slack.append(Slack(here, minutes_of(session, here), left, False))
    slack.sort(key=lambda one: one.shortest - one.minutes)
    return Pace(
        behind=max(0.0, ends + won - play_ends(session)),
        missing=late(session, now),
        over=max(0.0, now - planned),
        ends=ends,
        cut=tuple(
            (name, phases[name].minutes[1], session.cuts[name]) for name in (here, *to_come) if name in session.cuts
        ),
        slack=tuple(slack),
        droppable=_droppable(session, (here, *to_come)),
        spare=may_extend(session),
    )


def _droppable(session: Session, phases: tuple[str, ...]) -> tuple[str, ...]:
    """Events that come by themselves, in what is left of play, and not as the answer to another one that was missed."""
    found = [
        (_comes(inject, session.injects[name].due), place, name)
        for place, (name, inject) in enumerate(session.scenario.events.items())
        if session.injects[name].state in ("planned", "armed")
        and (session.injects[name].due is not None or (inject.when is not None and not inject.by_hand))
        and not inject.contingency_only
        and (inject.when is None or inject.when.phase is None or inject.when.phase in phases)
    ]
    return tuple(name for _, _, name in sorted(found))


def _comes(inject: Inject, due: float | None) -> float:
    if due is not None:
        return due
    minute = inject.when.minute if inject.when else None
    return float("inf") if minute is None else minute * MINUTE
