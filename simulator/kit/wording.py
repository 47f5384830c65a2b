"""Names, values and times of a case as they stand on paper."""

from datetime import date, datetime, time, timedelta

from scenarios.model import Linear, Peak, counted
from scenarios.texts import clock, listing, mark, number, tr, trn
from simulator.engine.view.shapes import IssueView, IssueWorth, Linked, OptionView, RedLine, View

KEPT = {
    "open": mark("open: say it in your first statement"),
    "guarded": mark("guarded: for those who ask well"),
    "hidden": mark("hidden: only in trust, if at all"),
}
"""How closely an interest is kept."""

CHANNELS = {
    "paper": mark("on paper"),
    "radio": mark("on the radio"),
    "phone": mark("by telephone"),
    "messenger": mark("by messenger"),
    "letter": mark("by letter"),
}
"""How an event arrives."""

MOST_LISTED = 12
"""Options of a counted issue that are listed one by one."""


def option(issue: IssueView, name: str) -> str:
    """The label of an option, as far as it is known to whoever has this view of the issue."""
    return next((o.label for o in issue.options if o.id == name), tr("an option that is not known here"))


def options(issue: IssueView, kept: bool) -> tuple[OptionView, ...]:
    """The options on the board, or those that are not; none where there are too many to list."""
    found = tuple(each for each in issue.options if each.on_board is not kept)
    return found if len(found) <= MOST_LISTED else ()


def span(issue: IssueView) -> str:
    """An issue that is counted, in one sentence; empty for one whose options are listed."""
    on_board = [each for each in issue.options if each.on_board]
    if len(on_board) <= MOST_LISTED:
        return ""
    first, last = on_board[0].label, on_board[-1].label
    return tr("Any amount from {first} to {last}, in steps of {step}.", first=first, last=last, step=issue.step)


def points(value: float, digits: int = 2) -> str:
    """Points without decimals that are none."""
    for fewer in range(digits):
        if round(value, fewer) == round(value, digits):
            return number(value, fewer)
    return number(value, digits)


def gained(value: int) -> str:
    """Points that are gained or lost."""
    sign = "+" if value > 0 else "\N{MINUS SIGN}" if value < 0 else ""
    return trn("{sign}{n} point", "{sign}{n} points", abs(value), sign=sign)


def together(view: View, link: Linked) -> str:
    """A linkage: options of different issues, and the points that they gain or lose together."""
    sum_of = " + ".join(option(view.issues[issue], name) for issue, name in link.options.items())
    return tr("{options}: {points}", options=sum_of, points=gained(link.points))


def red_line(view: View, line: RedLine) -> str:
    """A red line as a sentence."""

    def named(terms: dict[str, str]) -> str:
        return listing(
            tr("“{option}” on {issue}", option=option(view.issues[i], o), issue=view.issues[i].title)
            for i, o in terms.items()
        )

    barred = named(dict(line.barred))
    if not line.unless:
        return tr("Never {options}.", options=barred)
    return tr("Never {options}, unless with {others}.", options=barred, others=named(dict(line.unless)))


def curve(worth: IssueWorth) -> str:
    """Where the points of amounts come from; empty where the options have points of their own."""

    def at(amount: int) -> str:
        return counted(amount, worth.unit)

    match worth.curve:
        case None:
            return ""
        case Linear(worst=worst, best=best):
            return tr("0 points at {worst}, 100 at {best}, in a straight line.", worst=at(worst), best=at(best))
        case Peak(worst=(low, high), best=best):
            return tr(
                "100 points at {best}, falling in straight lines to 0 at {low} and at {high}.",
                best=at(best),
                low=at(low),
                high=at(high),
            )
        case steps:
            rising = (tr("{points} points from {amount}", points=s.points, amount=at(s.from_)) for s in steps)
            return tr("{steps}; below that, nothing.", steps=tr(", ").join(rising))


def subject(name: str) -> str:
    """What a card is about, from its id: `power-sharing` becomes Power sharing, `ddr` an abbreviation."""
    words = name.replace("-", " ")
    return words.capitalize() if set(words) & set("aeiouy") else words.upper()


def when(minute: float, start: time | None) -> str:
    """A minute of the exercise: a time of day where it is known when the exercise begins."""
    if start is None:
        # Translators: a minute of the exercise, short, in a table.
        return tr("min\N{NO-BREAK SPACE}{n}", n=number(minute))
    return clock(datetime.combine(date.min, start) + timedelta(minutes=minute))
