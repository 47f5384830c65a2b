"""Rules about phases, minutes and what exercise control sends.

The planned course is the first phase, then always the first of its `next`. Minutes of the play clock count from the
beginning of the first phase.
"""

from collections.abc import Iterator

from roles.acts import Family
from roles.rights import Right
from scenarios.archetypes import archetypes
from scenarios.model import Condition, Scenario
from scenarios.problems import Finding, listed
from scenarios.texts import tr, trn

MOST_EVENTS_IN_90 = 6


def planned(case: Scenario) -> dict[str, tuple[int, int]]:
    """The planned course: each phase with the minutes in which it begins and ends."""
    course: dict[str, tuple[int, int]] = {}
    clock = 0
    phase: str | None = next(iter(case.phases))
    while phase is not None and phase not in course:
        minutes = case.phases[phase].minutes[1]
        course[phase] = (clock, clock + minutes)
        clock += minutes
        phase = next(iter(case.phases[phase].next), None)
    return course


def play_window(case: Scenario) -> tuple[int, int] | None:
    """The minutes in which play begins and ends on the planned course; None if there is no play on it."""
    windows = [window for phase, window in planned(case).items() if case.phases[phase].kind == "play"]
    return (windows[0][0], windows[-1][1]) if windows else None


def phases_reachable(case: Scenario) -> Iterator[Finding]:
    """E11: every phase can be reached; E12: from every phase a closing phase can be reached."""
    ways = {name: (*phase.next, *phase.back) for name, phase in case.phases.items()}
    reached = _closure(next(iter(ways)), ways)
    for name in case.phases:
        if name not in reached:
            message = tr("no phase leads to `{name}`", name=name)
            remedy = tr("Add it to the `next` of the phase before it.")
            yield Finding("E11", "error", f"phases.{name}", message, remedy)
    closing = {name for name, phase in case.phases.items() if phase.kind == "closing"}
    if not closing:
        message = tr("no phase is of the kind `closing`, so there is no debriefing")
        yield Finding("E12", "error", "phases", message, tr("Add a phase with `kind: closing` at the end."))
        return
    for name in case.phases:
        if not closing & _closure(name, ways):
            message = tr("no closing phase can be reached from `{name}`", name=name)
            remedy = tr("Add a way on under `next`, towards {phases}.", phases=listed(sorted(closing)))
            yield Finding("E12", "error", f"phases.{name}", message, remedy)


def minutes_add_up(case: Scenario) -> Iterator[Finding]:
    """E13: the planned minutes of the course are the minutes of the exercise."""
    course = planned(case)
    total = sum(end - start for start, end in course.values())
    if total != case.minutes:
        message = tr(
            "the exercise has {minutes} minutes, and its planned course {total} ({phases})",
            minutes=case.minutes, total=total, phases=", ".join(course)
        )  # fmt: skip
        remedy = tr("Change the second number under `minutes` of a phase, or the minutes of the exercise.")
        yield Finding("E13", "error", "minutes", message, remedy)


def outcome_decided(case: Scenario) -> Iterator[Finding]:
    """E14: the talks must have an outcome by the end of a phase of play."""
    if not any(phase.decides and phase.kind == "play" for phase in case.phases.values()):
        message = tr("in no phase of play must the talks come to an outcome")
        yield Finding("E14", "error", "phases", message, tr("Add `decides: true` to the last phase of play."))


def times_within_play(case: Scenario) -> Iterator[Finding]:
    """E8: what is due at a minute is due during play; W17: an event is not bound to a phase that is over by then."""
    course = planned(case)
    window = play_window(case)
    if window is None:
        message = tr("no phase of play is on the planned course")
        yield Finding("E8", "error", "phases", message, tr("Add a phase with `kind: play`."))
        return
    start, end = window
    due = [(path, condition.minute) for path, condition in _all_conditions(case) if condition.minute is not None]
    if case.delay is not None:
        due.append(("delay", case.delay.from_minute))
    for path, minute in due:
        if not start <= minute < end:
            key = "from_minute" if path == "delay" else "minute"
            message = tr(
                "minute {minute} is not in play, which is planned from minute {start} to {end}",
                minute=minute, start=start, end=end
            )  # fmt: skip
            remedy = tr("Write a minute from {start} to {end}.", start=start, end=end - 1)
            yield Finding("E8", "error", f"{path}.{key}", message, remedy)
    for name, pulse in case.pulses.items():
        if pulse.minute is not None and pulse.minute > case.minutes:
            message = tr("minute {minute} is after the end of the exercise", minute=pulse.minute)
            remedy = tr("Write a minute up to {end}.", end=case.minutes)
            yield Finding("E8", "error", f"pulses.{name}.minute", message, remedy)
    for path, condition in _all_conditions(case):
        if condition.phase in course and condition.minute is not None and start <= condition.minute < end:
            ends = course[condition.phase][1]
            if condition.minute >= ends:
                message = tr(
                    "by minute {minute} the phase `{phase}` is planned to be over (minute {ends})",
                    minute=condition.minute, phase=condition.phase, ends=ends
                )  # fmt: skip
                remedy = tr("Write an earlier minute or a later phase.")
                yield Finding("W17", "warning", f"{path}.minute", message, remedy)


def events_sendable(case: Scenario) -> Iterator[Finding]:
    """W16: every event can be sent; E19: somebody can do what is expected."""
    wanted = {event.contingency for event in case.events.values()}
    for name, event in case.events.items():
        if event.contingency_only and event.when is None and name not in wanted:
            message = tr("`{name}` is only a contingency, and no event names it as its contingency", name=name)
            remedy = tr("Name it under `contingency` of another event, give it a `when`, or remove `contingency_only`.")
            yield Finding("W16", "warning", f"events.{name}", message, remedy)
        if event.expect is not None:
            roles = [archetypes()[seat.archetype] for seat in case.seats.values() if seat.party in event.expect.by]
            if not any(role.right(act) is not Right.MAY_NOT for role in roles for act in event.expect.acts):
                message = tr(
                    "nobody in {parties} may do {acts}", parties=listed(event.expect.by), acts=listed(event.expect.acts)
                )
                remedy = tr("Name other acts or other parties.")
                yield Finding("E19", "error", f"events.{name}.expect", message, remedy)


def events_not_crowded(case: Scenario) -> Iterator[Finding]:
    """W10: at most six events that come of themselves in 90 minutes of play; two are never too many."""
    window = play_window(case)
    count = sum(event.when is not None and not event.contingency_only for event in case.events.values())
    if window is not None and count > 2 and count * 90 > MOST_EVENTS_IN_90 * (window[1] - window[0]):
        message = tr(
            "{n} events in {minutes} minutes of play leave no time to talk", n=count, minutes=window[1] - window[0]
        )
        remedy = tr("Plan at most {n} in 90 minutes; send the others by hand or as contingencies.", n=MOST_EVENTS_IN_90)
        yield Finding("W10", "warning", "events", message, remedy)


def responses_in_time(case: Scenario) -> Iterator[Finding]:
    """W26: what a trained team does about an event can be done before play ends."""
    window = play_window(case)
    for name, event in case.events.items():
        minute = event.when.minute if event.when is not None else None
        if window is None or minute is None or event.expect is None or not window[0] <= minute < window[1]:
            continue
        if minute + event.expect.within > window[1]:
            message = tr(
                "a response is waited for until minute {minute}, and play ends at minute {end}",
                minute=minute + event.expect.within, end=window[1]
            )  # fmt: skip
            remedy = tr("Send the event earlier, or give less time under `within`.")
            yield Finding("W26", "warning", f"events.{name}.expect.within", message, remedy)


def debriefing_long_enough(case: Scenario) -> Iterator[Finding]:
    """W27: a third of the exercise is kept for what comes after play."""
    course = planned(case)
    closing = [name for name in course if case.phases[name].kind == "closing"]
    minutes = sum(course[name][1] - course[name][0] for name in closing)
    if closing and 3 * minutes < case.minutes:
        message = trn(
            "{n} minute of {all} is kept for the debriefing, less than a third",
            "{n} minutes of {all} are kept for the debriefing, less than a third",
            minutes, all=case.minutes
        )  # fmt: skip
        remedy = tr(
            "Give the closing phases {n} minutes: what is not talked over is not learnt.", n=-(-case.minutes // 3)
        )
        yield Finding("W27", "warning", f"phases.{closing[-1]}.minutes", message, remedy)


def stress_test_played(case: Scenario) -> Iterator[Finding]:
    """E22: the stress test has a phase after the talks that opens its acts; E23: there are shocks enough to draw."""
    test = case.stress_test
    if test is None:
        return
    ways = {name: phase.next for name, phase in case.phases.items()}
    deciding = [name for name, phase in case.phases.items() if phase.decides]
    later = set().union(*(_closure(name, ways) - {name} for name in deciding)) if deciding else set()
    if test.phase not in later or case.phases[test.phase].decides:
        message = tr("`{phase}` does not come after the phase in which the talks have their outcome", phase=test.phase)
        known = [name for name in case.phases if name in later and not case.phases[name].decides]
        remedy = tr("Name a phase that does: {phases}.", phases=listed(known))
        yield Finding("E22", "error", "stress_test.phase", message, remedy)
    if Family.STRESS not in case.phases[test.phase].allows:
        message = tr("the phase `{phase}` does not open the acts of the stress test", phase=test.phase)
        remedy = tr("Add `stress` to the `allows` of `{phase}`.", phase=test.phase)
        yield Finding("E22", "error", "stress_test.phase", message, remedy)
    if len(test.shocks) < test.draw:
        message = tr("{n} shocks are drawn from a list of {all}", n=test.draw, all=len(test.shocks))
        remedy = tr("Write more shocks, or draw fewer.")
        yield Finding("E23", "error", "stress_test.draw", message, remedy)


def _closure(start: str, ways: dict[str, tuple[str, ...]]) -> set[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(ways[name])
    return reached


def _all_conditions(case: Scenario) -> Iterator[tuple[str, Condition]]:
    for name, phase in case.phases.items():
        yield from _nested(f"phases.{name}.leave_when", phase.leave_when)
    for name, event in case.events.items():
        yield from _nested(f"events.{name}.when", event.when)


def _nested(path: str, condition: Condition | None) -> Iterator[tuple[str, Condition]]:
    if condition is None:
        return
    yield path, condition
    yield from _nested(f"{path}.not", condition.not_)
    for word, inner in (("all", condition.all), ("any", condition.any)):
        for number, part in enumerate(inner or ()):
            yield from _nested(f"{path}.{word}.{number}", part)
