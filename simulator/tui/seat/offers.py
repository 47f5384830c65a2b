"""Offers: the packages on the table, and what they mean for us."""

from collections.abc import Sequence

from textual.content import Content

from scenarios.texts import mark, tr, trc
from simulator.engine.session import Package
from simulator.engine.view.shapes import PackageView, View
from simulator.tui.boards.line import cell, page, row, series, told
from simulator.tui.safe import lines, one_line, safe
from simulator.tui.seat import names, words
from simulator.tui.seat.pane import Pane, Row
from simulator.tui.seat.wishes import packages as wishes


def rows(view: View) -> Sequence[Row]:
    """The packages, latest first."""
    return [(_id(view, p), _row(view, p)) for p in reversed(view.packages)]


def _id(view: View, found: PackageView) -> str:
    ours = view.party is not None and found.package.party == view.party.id and not found.package.floated
    return f"{'ours' if ours else 'package'}:{found.package.number}"


def _row(view: View, found: PackageView) -> Content:
    package = found.package
    party = words.party_short(view, package.party)
    # Translators: whose package it is, at most 23 characters with the name.
    author = tr("floated by {party}", party=party) if package.floated else tr("by {party}", party=party)
    state = names.package_states().get(package.state, package.state)
    return row(
        cell(tr("No. {number}", number=package.number), 6, "bold"),
        cell(author, 23),
        cell(state, 14),
        safe(words.reads(view, found)),
    )


def detail(view: View, pick: str | None) -> Content:
    """A package in full: terms, conditions, what it means for us, answers."""
    found = next((p for p in view.packages if _id(view, p) == pick), None)
    if found is None:
        return Content("")
    package = found.package
    terms = [
        words.fact(words.issue_title(view, i), words.option_label(view.issues.get(i), o))
        for i, o in package.terms.items()
    ]
    left = [words.issue_title(view, i) for i in view.issues if i not in package.terms]
    answers = [
        words.fact(
            words.party_short(view, p),
            told(names.answers()[answer], one_line(text)) if text else names.answers()[answer],
        )
        for p, (answer, text) in package.answers.items()
    ]
    state = names.package_states().get(package.state, package.state)
    return page(
        words.stack(
            [
                words.head(tr("Package no. {number}, {state}", number=package.number, state=state)),
                safe(_offered(view, package)),
            ]
        ),
        words.stack(terms),
        words.fact(trc("issues in a package", "Left open"), series(left)) if left else None,
        words.head(trc("of a package", "Conditions")) + Content("\n") + lines(package.text) if package.text else None,
        wishes.worth(view, package.terms),
        words.head(trc("heading", "Answers")) + Content("\n") + words.stack(answers)
        if answers
        else words.quiet(tr("No answer yet.")),
    )


def _offered(view: View, package: Package) -> str:
    values = {"party": words.party_name(view, package.party), "time": words.hms(package.tabled)}
    counter = package.counter_to
    if package.floated:
        said = tr("floated by {party} at {time}", **values)
    else:
        said = tr("offered by {party} at {time}", **values)
    return tr("{offer}, in answer to no. {number}", offer=said, number=counter) if counter else said


PANE = Pane(
    mark("Packages"),
    rows,
    detail,
    mark("No package is on the table."),
    (
        wishes.ACCEPT,
        wishes.CONDITIONAL,
        wishes.COUNTER,
        wishes.REJECT,
        wishes.TABLE,
        wishes.WITHDRAW,
        wishes.ABSTAIN,
    ),
    mark(
        "Offers over several issues. Where your party has a score sheet you see what each is worth to you, and nobody "
        "else does; I tries out any package in private, and what you try is gone when the seat locks."
    ),
    (wishes.TABLE, mark("Press {key} to build one.")),
)
