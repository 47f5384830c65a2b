"""What curves and linkages say, in words."""

from scenarios.model import Linear, Peak, counted
from simulator.engine import View
from simulator.engine.view.shapes import IssueWorth, Linked
from simulator.tui.boards.line import option

MOST_LISTED = 12
"""Options of a counted issue that are listed beside its curve; of more, the curve alone says enough."""


def curve(worth: IssueWorth) -> str:
    """A curve as a sentence without a full stop; empty where the options have points of their own."""

    def at(amount: int) -> str:
        return counted(amount, worth.unit)

    match worth.curve:
        case None:
            return ""
        case Linear(worst=worst, best=best):
            return f"0 points at {at(worst)}, 100 at {at(best)}, in a straight line"
        case Peak(worst=(low, high), best=best):
            return f"100 points at {at(best)}, falling in straight lines to 0 at {at(low)} and at {at(high)}"
        case steps:
            rising = [f"{step.points} from {at(step.from_)}" for step in steps]
            below = f"0 points below {at(steps[0].from_)}, " if steps[0].points else ""
            return below + ", ".join(rising)


def listed(worth: IssueWorth) -> dict[str, int]:
    """The options to list with their points, the best first; none where a curve says it shorter."""
    if worth.curve is not None and len(worth.points) > MOST_LISTED:
        return {}
    return dict(sorted(worth.points.items(), key=lambda pair: -pair[1]))


def linked(view: View, link: Linked) -> str:
    """A linkage: `monitors + 40 % = +6 points`."""
    sum_of = " + ".join(option(view, issue, name) for issue, name in link.options.items())
    return f"{sum_of} = {signed(link.points)}"


def signed(points: int) -> str:
    """Points that are gained or lost: `+6 points`, `−1 point`."""
    sign = "+" if points > 0 else "\N{MINUS SIGN}" if points < 0 else ""
    return f"{sign}{abs(points)} {'point' if abs(points) == 1 else 'points'}"
