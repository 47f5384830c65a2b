"""My brief: hidden until it is asked for, and hidden again after a minute."""

from collections.abc import Sequence

from textual.content import Content

from scenarios.texts import mark, tr, trc
from simulator.engine.view.shapes import Briefs, View, WorthView
from simulator.tui.boards import worth as worths
from simulator.tui.boards.line import cell, page, row
from simulator.tui.safe import lines, one_line, safe
from simulator.tui.seat import names, words
from simulator.tui.seat.pane import Pane, Row
from simulator.tui.seat.wishes import READY

HIDDEN = mark("Your papers are hidden. Press b to show them; they hide again after 60 s or when you change the pane.")
"""What stands in the place of the papers; said with `tr`."""

_PARTS = (
    ("seat", mark("Your seat")),
    ("party", mark("Your party")),
    ("worth", mark("Score sheet")),
    ("public", mark("What everybody knows")),
    ("mandate", mark("The mediators' mandate")),
    ("rules", mark("Rules of the exercise")),
)


def rows(view: View) -> Sequence[Row]:
    """The papers of the seat; the screen shows none of them while the brief is hidden."""
    if view.briefs is None:
        return ()
    there = [(k, name) for k, name in _PARTS if k != "worth" or view.worth is not None]
    return [(f"brief:{k}", row(cell(tr(name), 26), words.quiet(_kept(k)))) for k, name in there]


def _kept(part: str) -> str:
    public = part in ("public", "mandate", "rules")
    return trc("a paper", "public") if public else trc("a paper", "CONFIDENTIAL")


def detail(view: View, pick: str | None) -> Content:
    """A paper in full."""
    brief = view.briefs
    if brief is None:
        return Content("")
    match (pick or "brief:seat").removeprefix("brief:"):
        case "party":
            return page(words.prose(tr("Your party"), brief.party), _interests(view))
        case "worth" if view.worth is not None:
            return sheet(view, view.worth)
        case "public":
            return words.prose(tr("What everybody knows"), brief.public)
        case "mandate":
            return words.prose(tr("The mediators' mandate"), brief.mandate)
        case "rules":
            return words.prose(tr("Rules of the exercise"), brief.rules)
        case _:
            return _seat(view, brief)


def _seat(view: View, brief: Briefs) -> Content:
    me = view.me
    moves = [safe(f"{n}. {one_line(move)}") for n, move in enumerate(brief.first_moves, 1)]
    return page(
        words.head(f"{me.name}, {me.title} ({me.role})") if me else None,
        lines(brief.seat),
        words.head(tr("First moves")) + Content("\n") + words.stack(moves) if moves else None,
        words.fact(tr("Your capital"), one_line(brief.capital)) if brief.capital else None,
    )


def _interests(view: View) -> Content | None:
    own = [safe(f"• {one_line(i.text)} ({names.kept().get(i.kept, i.kept)})") for i in view.interests if i.own]
    return words.head(tr("Your interests")) + Content("\n") + words.stack(own) if own else None


def sheet(view: View, worth: WorthView) -> Content:
    """The score sheet: weights, points, linkages, reservation, red lines, and what happens without an agreement."""
    issues = []
    for name, value in worth.issues.items():
        issue = view.issues.get(name)
        rated = worths.listed(value)
        options = [safe(f"{points:>5}  {words.option_label(issue, option)}") for option, points in rated.items()]
        shape = safe(one_line(worths.curve(value)))
        title = words.head(tr("{issue}: weight {n}", issue=words.issue_title(view, name), n=value.weight))
        issues.append(words.stack([title, shape, *options]))
    crossed = [safe(f"• {words.red_line(view, line)}") for line in worth.red_lines]
    together = [safe(f"• {one_line(worths.linked(view, link))}") for link in worth.linkages]
    return page(
        words.fact(tr("Worse than no agreement below"), words.points(worth.reservation)),
        words.head(tr("Red lines")) + Content("\n") + words.stack(crossed)
        if crossed
        else words.head(tr("No red line")),
        *issues,
        words.head(trc("options that are worth more together", "Together")) + Content("\n") + words.stack(together)
        if together
        else None,
        words.prose(tr("If there is no agreement"), worth.batna),
    )


PANE = Pane(
    mark("My brief"),
    rows,
    detail,
    HIDDEN,
    (READY,),
    mark("What you read before play. It is hidden so that nobody reads it over your shoulder: b shows and hides it."),
)
