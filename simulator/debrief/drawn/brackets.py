"""How many brackets stood open in the text, over the time of play."""

from itertools import pairwise

from scenarios.texts import tr, trn
from scoring.sentences import parted
from simulator.debrief.contents import Known
from simulator.debrief.drawn import axes
from simulator.debrief.drawn.forms import Point, Series, plane
from simulator.debrief.drawn.looks import Sign
from simulator.debrief.naming import clock_text
from simulator.engine.events import BracketLifted, ClauseBracketed, VersionIssued
from simulator.printing import Figure


def brackets(known: Known) -> Figure | None:
    """Open brackets of the main text from its first version to the end of the talks; None where none was ever put."""
    course = known.course
    found = course.any_of(VersionIssued, ClauseBracketed, BracketLifted)
    if not any(isinstance(moment.event, ClauseBracketed) for moment in found):
        return None
    standing = 0
    steps: list[tuple[float, int]] = []
    versions: list[Point] = []
    said: list[str] = []
    for moment in found:
        event, time = moment.event, clock_text(moment.seconds)
        # Where the trainer set the clock back, the curve stands still until the clock is there again.
        at = max(moment.seconds, steps[-1][0] if steps else 0.0)
        if isinstance(event, VersionIssued):
            # Translators: beside a point of a drawing: version {n} of the text.
            versions.append(Point(at, standing, "triangle", tr("v{n}", n=event.version), bold=True))
            said.append(
                # Translators: in a list parted by semicolons; {open} is like "3 brackets open".
                tr("{time} version {n} issued, {open}", time=time, n=event.version, open=_open(standing))
            )
        else:
            standing = max(0, standing + (1 if isinstance(event, ClauseBracketed) else -1))
            # Translators: in a list parted by semicolons; {open} is like "3 brackets open".
            said.append(tr("{time} {open}", time=time, open=_open(standing)))
        steps.append((at, standing))
    start, end = steps[0][0], max(course.end, steps[-1][0])
    # Translators: in a list parted by semicolons; {open} is like "3 brackets open".
    said.append(tr("{time} {open} in the end", time=clock_text(course.end), open=_open(standing)))
    curve = [Point(*steps[0])]
    for (_, before), (seconds, after) in pairwise([*steps, (end, standing)]):
        curve += [Point(seconds, before), Point(seconds, after)]
    most = max(count for _, count in steps)
    # Translators: above the upright axis of a drawing.
    up = axes.counted(most, tr("open brackets"))
    key = [Sign(tr("open brackets"), stroke="solid")]
    if versions:
        key.append(Sign(tr("a version of the text is issued"), "triangle"))
    return Figure(
        tr("Open brackets over the time of play"),
        plane(
            (Series(tuple(curve), "solid", str(standing)), Series(tuple(versions))), axes.playing(start, end), up, key
        ),
        f"{parted(said)}.",
    )


def _open(count: int) -> str:
    return trn("{n} bracket open", "{n} brackets open", count)
