"""What the self-reports said on average, over the time of play."""

from scenarios.texts import number, tr
from scoring.relationship import EVERYBODY, during, groups
from scoring.sentences import parted, quoted
from simulator.debrief.contents import Known
from simulator.debrief.drawn import axes
from simulator.debrief.drawn.forms import Strip, strips
from simulator.debrief.drawn.lettering import tidy
from simulator.debrief.naming import clock_text
from simulator.printing import Figure

LEAST, MOST = 1, 7
"""The scale of the answers."""


def pulses(known: Known) -> Figure | None:
    """The mean of every statement over all who answered, pulse by pulse, each on a strip of its own.

    Only groups that `scoring.relationship` may show are in it; None where there is none.
    """
    items: dict[str, str] = {}
    found: dict[str, list[tuple[float, float]]] = {}
    said: list[str] = []
    for asked in during(known.course):
        if asked.seconds is None:
            continue
        pulse = known.scenario.pulses.get(asked.pulse)
        means: list[str] = []
        people = 0
        for item, answers in asked.answers.items():
            group = groups(answers).get(EVERYBODY)
            if group is None:
                continue
            people = max(people, group[0])
            words = tidy(pulse.items.get(item, item)) if pulse is not None else item
            items.setdefault(item, words)
            found.setdefault(item, []).append((asked.seconds, group[1]))
            # Translators: a statement of a self-report and the mean of its answers, in a list parted by semicolons.
            means.append(tr("{statement}: {mean}", statement=quoted(words), mean=number(group[1], 1)))
        if means:
            said.append(
                tr(
                    "At {time}, {n} people answered: {means}.",
                    time=clock_text(asked.seconds),
                    n=people,
                    means=parted(means),
                )
            )
    if not found:
        return None
    times = [seconds for means_ in found.values() for seconds, _ in means_]
    first, last = min(times), max(times)
    room = max(300.0, 0.12 * (last - first))
    across = axes.playing(max(0.0, first - room), last + room)
    drawn = strips(
        [
            Strip(items[item], tuple((seconds, mean, number(mean, 1)) for seconds, mean in means_))
            for item, means_ in found.items()
        ],
        (LEAST, MOST),
        across,
    )
    return Figure(
        tr("What people felt: means of the self-reports, from 1 (not at all) to 7 (fully)"), drawn, " ".join(said)
    )
