"""Course: the phases along the minutes with their ways on and back, and what exercise control sends when."""

from collections.abc import Iterator
from typing import NamedTuple

from textual.content import Content

from scenarios.model import Condition, Inject, Phase, Pulse, Scenario
from scenarios.texts import listing, tr, trc, trn
from simulator.engine.diagrams import in_words
from simulator.engine.machines import ways_on
from simulator.tui.boards.line import cell, page, paragraph, row, series, told, words
from simulator.tui.safe import lines
from simulator.tui.studio import naming

NAME = 24
"""Columns of a name."""
BAR, POINT, EMPTY, BACK = "█", "◆", "·", "↩"


class Stretch(NamedTuple):
    """A phase in the plan, in minutes from the start."""

    name: str
    start: int
    minutes: int


def plan(case: Scenario) -> tuple[Stretch, ...]:
    """The phases in order, each as long as planned."""
    found, start = [], 0
    for name, phase in case.phases.items():
        found.append(Stretch(name, start, phase.minutes[1]))
        start += phase.minutes[1]
    return tuple(found)


def rows(case: Scenario, width: int) -> list[tuple[str, Content]]:
    """Phases as bars, each followed by what is sent in it; then what depends on other things, or on the trainer."""
    total = max(case.minutes, sum(stretch.minutes for stretch in plan(case)), 1)
    room = max(10, width - NAME - 14)
    found: list[tuple[str, Content]] = []
    placed: set[str] = set()
    for stretch in plan(case):
        found.append((f"phases.{stretch.name}", _phase_row(case, stretch, total, room)))
        sent, asked = list(_sent_in(case, stretch)), list(_asked_in(case, stretch))
        placed |= {name for _, name in sent}
        moments = [(at, f"events.{name}", _event_row(case.events[name], at, total, room)) for at, name in sent]
        moments += [(at, f"pulses.{name}", _pulse_row(case.pulses[name], at, total, room)) for at, name in asked]
        found += [(name, content) for _, name, content in sorted(moments, key=lambda moment: moment[0])]
    for name, event in case.events.items():
        if name not in placed:
            found.append((f"events.{name}", _event_row(event, None, total, room)))
    if case.stress_test is not None:
        shocks = trn("{n} shock to draw from", "{n} shocks to draw from", len(case.stress_test.shocks))
        title = trc("course", "Shocks")
        found.append(("stress_test", row(cell("!", 2), cell(title, NAME - 1, "bold"), words(shocks))))
    return found


def _phase_row(case: Scenario, stretch: Stretch, total: int, room: int) -> Content:
    phase = case.phases[stretch.name]
    first, last = _at(stretch.start, total, room), _at(stretch.start + stretch.minutes, total, room)
    size = max(1, last - first) if stretch.minutes else 0
    bar = (EMPTY * first + BAR * size).ljust(room, EMPTY)[:room]
    return row(
        cell(f"{phase.name} {BACK}" if phase.back else phase.name, NAME + 2, "bold"),
        cell(_clock(stretch.start), 5),
        # Translators: minutes, short; at most 4 characters with a number such as 40.
        cell(tr("{n}'", n=phase.minutes[1]) if phase.minutes[1] else "", 4),
        Content(bar),
    )


def _event_row(event: Inject, minute: int | None, total: int, room: int) -> Content:
    return row(
        cell("!" if not event.by_hand and not event.contingency_only else "?", 2),
        cell(event.title, NAME - 1),
        cell(_clock(minute) if minute is not None else "", 5),
        cell("", 4),
        Content(_mark(minute, total, room)) if minute is not None else words(_short_when(event), "italic"),
    )


def _pulse_row(pulse: Pulse, minute: int, total: int, room: int) -> Content:
    bar = Content(_mark(minute, total, room))
    return row(cell("♥", 2), cell(pulse.name, NAME - 1), cell(_clock(minute), 5), cell("", 4), bar)


def _mark(minute: int, total: int, room: int) -> str:
    at = min(room - 1, _at(minute, total, room))
    return EMPTY * at + POINT + EMPTY * (room - at - 1)


def _at(minute: int, total: int, room: int) -> int:
    return min(room, round(minute * room / total))


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"


def _short_when(event: Inject) -> str:
    if event.contingency_only:
        return tr("instead of an answer")
    return tr("by hand") if event.when is None or event.by_hand else tr("on its condition")


def _sent_in(case: Scenario, stretch: Stretch) -> Iterator[tuple[int, str]]:
    for name, event in case.events.items():
        minute = due(case, event.when)
        if minute is not None and _is_in(minute, stretch, case):
            yield minute, name


def _asked_in(case: Scenario, stretch: Stretch) -> Iterator[tuple[int, str]]:
    for name, pulse in case.pulses.items():
        if pulse.minute is not None and _is_in(pulse.minute, stretch, case):
            yield pulse.minute, name
        elif pulse.minute is None and pulse.phase == stretch.name:
            yield stretch.start, name


def _is_in(minute: int, stretch: Stretch, case: Scenario) -> bool:
    last = [one for one in plan(case) if one.minutes][-1:]
    late = bool(last) and last[0].name == stretch.name and minute >= stretch.start
    return stretch.start <= minute < stretch.start + stretch.minutes or late


def due(case: Scenario, when: Condition | None) -> int | None:
    """The minute of the plan at which a condition can hold first; None where it names no time and no phase."""
    if when is None:
        return None
    found = [each for each in (due(case, one) for one in when.all or ()) if each is not None]
    if when.minute is not None:
        found.append(when.minute)
    start = next((one.start for one in plan(case) if one.name == when.phase), None)
    if start is not None:
        found.append(start + (when.after or 0))
    if when.any is not None:
        ways = [due(case, one) for one in when.any]
        times = [each for each in ways if each is not None]
        if times and len(times) == len(ways):
            found.append(min(times))
    return max(found, default=None)


def detail(case: Scenario, picked: str | None) -> Content:
    """A phase, an event, a pulse or the stress test in full, with what the signs mean."""
    signs = tr("↩ it has a way back; ! sent by the clock or a condition, ? by hand or instead of an answer; ♥ pulse.")
    return page(_in_full(case, picked), words(signs, "italic"))


def _in_full(case: Scenario, picked: str | None) -> Content:
    room, _, name = (picked or "").partition(".")
    if room == "phases" and name in case.phases:
        return _phase(case, name, case.phases[name])
    if room == "events" and name in case.events:
        return _event(case, case.events[name])
    if room == "pulses" and name in case.pulses:
        pulse = case.pulses[name]
        items = [words(f"• {item}") for item in pulse.items.values()]
        return page(words(pulse.name, "bold"), Content("\n").join(items))
    if room == "stress_test" and case.stress_test is not None:
        shocks = [words(f"• {shock.title}") for shock in case.stress_test.shocks.values()]
        drawn = trn("{n} of them is drawn by lot.", "{n} of them are drawn by lot.", case.stress_test.draw)
        return page(words(drawn), Content("\n").join(shocks))
    return Content("")


def _phase(case: Scenario, name: str, phase: Phase) -> Content:
    least, planned, most = phase.minutes
    on = [case.phases[way].name for way in ways_on(case, name)]
    back = [case.phases[way].name for way in phase.back]
    facts = [
        tr("{planned} minutes are planned, from {least} to {most}.", planned=planned, least=least, most=most),
        tr("It is done when {condition}.", condition=in_words(phase.leave_when, case)) if phase.leave_when else "",
        tr("It then goes on by itself.") if phase.auto else "",
        tr("On to: {phases}.", phases=listing(on)) if on else tr("Nothing comes after it."),
        tr("Back to: {phases}.", phases=listing(back)) if back else "",
        tr("When time is short it is cut to its minimum, as number {n}.", n=phase.cut) if phase.cut else "",
        tr("The talks need an outcome by its end.") if phase.decides else "",
    ]
    return page(
        words(told(phase.name, naming.phase_kind(phase.kind)), "bold"),
        words(phase.purpose),
        Content("\n").join(words(fact) for fact in facts if fact),
        paragraph(tr("What the trainer does"), lines(phase.trainer)) if phase.trainer else None,
    )


def _event(case: Scenario, event: Inject) -> Content:
    when = tr("Sent by hand.")
    if event.contingency_only:
        when = tr("Sent only where another event had no answer.")
    elif event.when is not None:
        said = in_words(event.when, case)
        when = tr("Due when {condition}.", condition=said)
        if event.by_hand:
            when = tr("Advice: when {condition}. The trainer sends it by hand.", condition=said)
    to = [trc("an event", "everybody") if one == "all" else _receiver(case, one) for one in event.to]
    expected = None
    if event.expect is not None:
        who = listing(naming.short(case, party) for party in event.expect.by)
        within = trn(
            "Within {n} minute, from {who}: {note}",
            "Within {n} minutes, from {who}: {note}",
            event.expect.within,
            who=who,
            note=event.expect.note,
        )
        expected = paragraph(tr("What a trained team does"), words(within))
    instead = case.events.get(event.contingency or "")
    effects = [
        words(tr("It changes the instructions of {party}.", party=naming.short(case, effect.party)))
        for effect in event.effects
    ]
    return page(
        words(event.title, "bold"),
        words(when),
        words(tr("From {sender} to {receivers}", sender=event.sender, receivers=series(to))),
        lines(event.text),
        paragraph(tr("Why it is there"), lines(event.tests)),
        expected,
        words(tr("If nobody answers: {event}", event=instead.title)) if instead is not None else None,
        Content("\n").join(effects),
        paragraph(tr("What the trainer does"), lines(event.trainer)) if event.trainer else None,
    )


def _receiver(case: Scenario, name: str) -> str:
    return case.seats[name].name if name in case.seats else naming.short(case, name)
