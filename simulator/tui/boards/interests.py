"""Interests: what is kept, what was told to whom, what may be carried, what was understood."""

from textual.content import Content

from scenarios.texts import tr, trc
from simulator.engine import View
from simulator.engine.session import Learned
from simulator.engine.view.shapes import InterestView
from simulator.tui.boards import names
from simulator.tui.boards.beliefs import beside
from simulator.tui.boards.line import (
    cell,
    issue_title,
    option,
    page,
    paragraph,
    row,
    series,
    short,
    told,
    who,
    words,
)
from simulator.tui.safe import lines

MARKS = {"kept": "·", "elicited": "◦", "releasable": "○", "released": "●", "acknowledged": "✓"}


def rows(view: View) -> list[tuple[str, Content]]:
    """One row an interest, with a sign and a word for its state."""
    return [
        (
            interest.id,
            row(
                cell(MARKS.get(interest.state, "?"), 1),
                cell(names.interest_state(interest.state), 12),
                cell(short(view, interest.party), 12),
                cell(names.interest_kept(interest.kept), 7),
                words(interest.text),
            ),
        )
        for interest in view.interests
    ]


def detail(view: View, interest_id: str | None) -> Content:
    """An interest in full, with a count over all of them."""
    known = next((i for i in view.interests if i.id == interest_id), None)
    counts: dict[str, int] = {}
    for interest in view.interests:
        counts[interest.state] = counts.get(interest.state, 0) + 1
    # Translators: so many interests in a state: "3 kept".
    total = series(tr("{n} {state}", n=n, state=names.interest_state(state)) for state, n in counts.items())
    if known is None:
        return page(words(total, "bold"), _learned(view))
    laid = beside(view, known.party) if view.control is not None else None
    return page(words(total, "bold"), _long(view, known), laid, _learned(view))


def _long(view: View, interest: InterestView) -> Content:
    served = [
        words("• " + told(issue_title(view, issue), series(option(view, issue, o) for o in options)))
        for issue, options in interest.served_by.items()
    ]
    public = interest.state == "released" or (interest.state == "acknowledged" and not interest.told)
    hearers = series([tr("everybody")] * public + [who(view, seat) for seat in interest.told])
    understood = series(short(view, p) for p in interest.acknowledged)
    return page(
        lines(interest.text),
        words(tr("Told to: {people}", people=hearers) if hearers else tr("Told to: nobody")),
        words(tr("Understood by: {parties}", parties=understood) if understood else tr("Understood by: nobody")),
        paragraph(tr("Served by"), Content("\n").join(served)) if served else None,
    )


def _terms(learned: Learned) -> str:
    return trc("what was learned", "may be carried") if learned.releasable else trc("what was learned", "in confidence")


def _learned(view: View) -> Content | None:
    notes = [words(f"• {told(short(view, n.party), n.text)} ({_terms(n)})") for n in view.learned]
    return paragraph(tr("The mediators' two columns"), Content("\n").join(notes)) if notes else None
