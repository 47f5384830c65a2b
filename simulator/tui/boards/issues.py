"""The options of an issue that are worth a line each: of a long range of amounts, its ends and what stands out."""

from scenarios.texts import trn
from simulator.engine.view.shapes import IssueView, OptionView
from simulator.tui.boards.worth import MOST_LISTED


def listed_options(issue: IssueView) -> tuple[OptionView, ...]:
    """All options; of more amounts than one reads, the first, the last, the default and what was not there before."""
    amounts = tuple(o for o in issue.options if not o.own_words)
    if not issue.step or len(amounts) <= MOST_LISTED:
        return issue.options
    ends = (amounts[0].id, amounts[-1].id)
    kept = (*ends, issue.default)
    return tuple(o for o in issue.options if o.id in kept or o.own_words or o.by is not None or not o.on_board)


def left_out(issue: IssueView) -> str:
    """What to say of the amounts that are not listed; empty where all are."""
    missing = len(issue.options) - len(listed_options(issue))
    if not missing:
        return ""
    return trn(
        "{n} more between the first and the last, in steps of {step}",
        "{n} more between the first and the last, in steps of {step}",
        missing,
        step=issue.step,
    )
