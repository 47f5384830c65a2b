"""Offers: the packages on the table, and what they mean for us."""

from collections.abc import Sequence

from textual.content import Content

from simulator.engine.view.shapes import PackageView, View
from simulator.tui.boards.line import cell, page, row
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
    author = ("floated by " if package.floated else "by ") + words.party_short(view, package.party)
    state = names.PACKAGE_STATES.get(package.state, package.state)
    return row(
        cell(f"No. {package.number}", 6, "bold"), cell(author, 23), cell(state, 14), safe(words.reads(view, found))
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
        words.fact(words.party_short(view, p), names.ANSWERS[answer]) + safe(f": {one_line(text)}" if text else "")
        for p, (answer, text) in package.answers.items()
    ]
    kind = "floated by" if package.floated else "offered by"
    return page(
        words.stack(
            [
                words.head(f"Package no. {package.number}, {names.PACKAGE_STATES.get(package.state, package.state)}"),
                safe(f"{kind} {words.party_name(view, package.party)} at {words.hms(package.tabled)}"
                     + (f", in answer to no. {package.counter_to}" if package.counter_to else "")),
            ]
        ),
        words.stack(terms),
        words.fact("Left open", ", ".join(left)) if left else None,
        words.head("Conditions") + Content("\n") + lines(package.text) if package.text else None,
        wishes.worth(view, package.terms),
        words.head("Answers") + Content("\n") + words.stack(answers) if answers else words.quiet("No answer yet."),
    )  # fmt: skip


PANE = Pane(
    "Packages",
    "Offers",
    rows,
    detail,
    "No package is on the table.",
    (wishes.ACCEPT, wishes.CONDITIONAL, wishes.COUNTER, wishes.REJECT, wishes.TABLE, wishes.WITHDRAW),
    "Offers over several issues. Where your party has a score sheet you see what each is worth to you, and nobody else "
    "does.",
    (wishes.TABLE, "to build one"),
)
