"""Interests: what is kept, what was told to whom, what may be carried, what was understood."""

from textual.content import Content

from simulator.engine import View
from simulator.engine.view.shapes import InterestView
from simulator.tui.boards.line import cell, issue_title, option, page, paragraph, row, short, who, words
from simulator.tui.safe import lines

MARKS = {"kept": "·", "elicited": "◦", "releasable": "○", "released": "●", "acknowledged": "✓"}


def rows(view: View) -> list[tuple[str, Content]]:
    """One row an interest, with a sign and a word for its state."""
    return [
        (
            interest.id,
            row(
                cell(MARKS.get(interest.state, "?"), 1),
                cell(interest.state, 12),
                cell(short(view, interest.party), 12),
                cell(interest.kept, 7),
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
    total = ", ".join(f"{n} {state}" for state, n in counts.items())
    return page(words(total, "bold"), None if known is None else _long(view, known), _learned(view))


def _long(view: View, interest: InterestView) -> Content:
    served = [
        words(f"• {issue_title(view, issue)}: {', '.join(option(view, issue, o) for o in options)}")
        for issue, options in interest.served_by.items()
    ]
    public = interest.state == "released" or (interest.state == "acknowledged" and not interest.told)
    told = ["everybody"] * public + [who(view, seat) for seat in interest.told]
    return page(
        lines(interest.text),
        words("Told to: " + (", ".join(told) or "nobody")),
        words("Understood by: " + (", ".join(short(view, p) for p in interest.acknowledged) or "nobody")),
        paragraph("Served by", Content("\n").join(served)) if served else None,
    )


def _learned(view: View) -> Content | None:
    notes = [
        words(f"• {short(view, n.party)}: {n.text} ({'may be carried' if n.releasable else 'in confidence'})")
        for n in view.learned
    ]
    return paragraph("The mediators' two columns", Content("\n").join(notes)) if notes else None
