"""What the time was used for: M22."""

from bisect import bisect_right
from dataclasses import replace

from scenarios.texts import listing, mark, tr, trn
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, Stay, minutes
from scoring.sentences import figure, lasting, percent, sentence
from simulator.engine.events import ClockJumped, ClockPaused, PhaseCut

PACE = Finding(
    id="M22",
    title=mark("Use of the time"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark("Silence may be reading, writing or thinking; only the speaking clock and private meetings are seen."),
    fundamentals=(Fundamental.PREPAREDNESS,),
)

Span = tuple[float, float]


def time_use(course: Course) -> Finding:
    """M22: minutes that the clock ran in each phase beside the plan, and the shares of speech, caucus and silence.

    The value is the share of silence (0 to 1) in the phases of play in which the speaking clock was used: nobody had
    the floor, and no private meeting was open. In other phases silence is not known. Speech and meetings that go on at
    the same time count in both of their shares.
    """
    if not course.stays:
        return replace(PACE.said, reading=tr("No phase was played {before}.", before=course.before_the_end))
    spoken = _union([(turn.start, turn.start + turn.seconds) for turn in course.turns])
    met = _union([(m.start, m.start + m.seconds) for m in course.meetings if m.opened is not None])
    busy = _union([*spoken, *met])
    cuts = {event.phase: event.minutes for _, event in course.every(PhaseCut)}
    names = list(course.scenario.phases)
    passed_by = names[: max((names.index(stay.phase) for stay in course.stays if stay.phase in names), default=0)]
    rows: list[Row] = []
    late: list[str] = []
    timed = silent = 0.0
    for name, phase in course.scenario.phases.items():
        stays = [stay for stay in course.stays if stay.phase == name]
        if not stays:
            if name in passed_by:
                rows.append(Row((name, phase.minutes[1], cuts.get(name), None, None, 0, None, None, None)))
            continue
        ran = sum(stay.seconds for stay in stays)
        speech, quiet = _within(spoken, stays), ran - _within(busy, stays)
        shares: tuple[float | None, ...] = (None, None, None)
        if phase.kind == "play" and ran:
            shares = (None, round(_within(met, stays) / ran, 3), None)
            if speech:
                timed += ran
                silent += quiet
                shares = (round(speech / ran, 3), shares[1], round(quiet / ran, 3))
        over = minutes(ran - cuts.get(name, phase.minutes[1]) * 60)
        if over >= 1:
            # Translators: a phase, and its minutes beyond the plan.
            late.append(tr("{phase} {minutes}", phase=phase.name, minutes=figure(over)))
        rows.append(
            Row(
                (name, phase.minutes[1], cuts.get(name), minutes(ran), over, len(stays), *shares),
                tuple(number for stay in stays for number in stay.evidence),
            )
        )
    ran_for = lasting(course.length)
    if course.stays and not course.stays[-1].ended:
        clock = tr("The clock ran for {length}, and the record breaks off in the talks", length=ran_for)
    else:
        clock = tr("The clock ran for {length} until the talks were over", length=ran_for)
    beyond = tr("minutes beyond the plan: {phases}", phases=listing(late)) if late else ""
    if timed:
        quiet_time = tr(
            "where the speaking clock was used, {share} of the time nobody spoke or met in private",
            share=percent(silent / timed),
        )
    else:
        quiet_time = tr("nobody used the speaking clock, so silence is not known")
    cautions = [tr(PACE.caution)]
    jumps = course.every(ClockJumped)
    pauses = course.every(ClockPaused)
    if jumps:
        cautions.append(
            trn(
                "The clock was set by hand {n} time; minutes skipped or repeated are not here.",
                "The clock was set by hand {n} times; minutes skipped or repeated are not here.",
                len(jumps),
            )
        )
    if pauses:
        # Translators: the clock.
        cautions.append(
            trn(
                "It was paused {n} time; pauses do not count.",
                "It was paused {n} times; pauses do not count.",
                len(pauses),
            )
        )
    return replace(
        PACE.said,
        observed=True,
        value=silent / timed if timed else None,
        reading=sentence(clock, beyond, quiet_time),
        caution=" ".join(cautions),
        evidence=tuple(number for stay in course.stays for number in stay.evidence),
        table=Table(
            (
                "phase",
                "planned_minutes",
                "cut_to",
                "minutes",
                "beyond_plan",
                "visits",
                "speaking",
                "in_caucus",
                "silence",
            ),
            tuple(rows),
        ),
    )


def _union(spans: list[Span]) -> list[Span]:
    """The spans in order, those that touch or overlap made one."""
    found: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def _within(spans: list[Span], stays: list[Stay]) -> float:
    """Seconds of the spans, in order and apart, that lie in the stays."""
    inside = 0.0
    for stay in stays:
        until = stay.start + stay.seconds
        at = bisect_right(spans, stay.start, key=_end)
        while at < len(spans) and spans[at][0] < until:
            start, end = spans[at]
            inside += min(end, until) - max(start, stay.start)
            at += 1
    return inside


def _end(span: Span) -> float:
    return span[1]
