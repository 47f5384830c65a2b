"""What curves and linkages say, in words."""

from scenarios.model import Linear, Peak, counted
from scenarios.texts import tr
from simulator.engine import View
from simulator.engine.view.shapes import IssueWorth, Linked
from simulator.tui.boards.line import option, points, series

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
            return tr("0 points at {worst}, 100 at {best}, in a straight line", worst=at(worst), best=at(best))
        case Peak(worst=(low, high), best=best):
            return tr(
                "100 points at {best}, falling in straight lines to 0 at {low} and at {high}",
                best=at(best),
                low=at(low),
                high=at(high),
            )
        case steps:
            # Translators: points of an option: "40 from 2 km on".
            rising = [tr("{n} from {amount}", n=step.points, amount=at(step.from_)) for step in steps]
            below = tr("0 points below {amount}", amount=at(steps[0].from_)) if steps[0].points else ""
            return series((below, *rising))


def listed(worth: IssueWorth) -> dict[str, int]:
    """The options to list with their points, the best first; none where a curve says it shorter."""
    if worth.curve is not None and len(worth.points) > MOST_LISTED:
        return {}
    return dict(sorted(worth.points.items(), key=lambda pair: -pair[1]))


def linked(view: View, link: Linked) -> str:
    """A linkage: `monitors + 40 % = +6 points`."""
    sum_of = " + ".join(option(view, issue, name) for issue, name in link.options.items())
    return f"{sum_of} = {points(link.points, sign=True)}"
