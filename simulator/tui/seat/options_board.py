"""Options board: who put an option forward, which stated positions are nearest to it, and which bundles have it."""

from collections.abc import Iterator

from textual.content import Content

from scenarios.texts import tr
from simulator.engine.view.shapes import IssueView, OptionView, View
from simulator.tui.boards.issues import listed_options
from simulator.tui.boards.line import series
from simulator.tui.safe import lines
from simulator.tui.seat import names, words

STANDING = ("tabled", "agreed", "rejected")
"""The states of a package that lies on the table."""


def said(view: View, issue: IssueView, option: OptionView) -> Content:
    """An option with where it comes from, its words, and who and what is near it."""
    label = Content("• ") + words.head(option.label) + Content("  ") + words.quiet(f"({_origin(view, issue, option)})")
    own = option.own_words and option.label == option.text
    return words.stack([label, *([] if own else [Content("  ") + lines(option.text)]), *_near(view, issue, option)])


def _origin(view: View, issue: IssueView, option: OptionView) -> str:
    if not option.on_board:
        state = tr("NOT ON THE BOARD: only parties that know it, yours among them")
    elif option.by is None:
        state = tr("on the board from the start")
    elif option.own_words:
        state = tr("proposed by {seat}, own words", seat=words.seat_line(view, option.by))
    else:
        state = tr("proposed by {seat}", seat=words.seat_line(view, option.by))
    if option.id == issue.default:
        state = tr("{option}; holds if nothing is agreed", option=state)
    return state


def _near(view: View, issue: IssueView, option: OptionView) -> Iterator[Content]:
    asked = [p for p, position in issue.positions.items() if position.option == option.id]
    if asked:
        yield _fact(tr("Asked for by"), series(words.party_short(view, p) for p in asked))
    near = [p for p in issue.positions if p not in asked and nearest(issue, p) == option.id]
    if near:
        yield _fact(tr("Nearest on the list to what is asked by"), series(_asks(view, issue, p) for p in near))
    bundles = [
        tr("no. {number} by {party}, {state}", number=p.package.number,
           party=words.party_short(view, p.package.party), state=names.package_states()[p.package.state])
        for p in view.packages
        if p.package.terms.get(issue.id) == option.id and p.package.state in STANDING
    ]  # fmt: skip
    if bundles:
        yield _fact(tr("In packages"), tr("; ").join(bundles))


def _fact(name: str, value: str) -> Content:
    return Content("  ") + words.fact(name, value)


def _asks(view: View, issue: IssueView, party: str) -> str:
    asked = words.option_label(issue, issue.positions[party].option)
    return tr("{party} ({option})", party=words.party_short(view, party), option=asked)


def nearest(issue: IssueView, party: str) -> str | None:
    """Of a range of amounts, the listed option that is nearest to what a party asks for; otherwise what it asks for.

    None where it named no option that is known here.
    """
    order = [o.id for o in issue.options if not o.own_words]
    asked = issue.positions[party].option
    if asked not in order:
        return None
    listed = [o.id for o in listed_options(issue) if not o.own_words]
    if not issue.step or asked in listed or not listed:
        return asked
    return min(listed, key=lambda o: abs(order.index(o) - order.index(asked)))
