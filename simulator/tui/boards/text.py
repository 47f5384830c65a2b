"""Text: the single negotiating text, clause by clause."""

from textual.content import Content

from simulator.engine import View
from simulator.engine.session import Bracket
from simulator.engine.view.shapes import ClauseView
from simulator.tui.boards.line import cell, option, page, paragraph, row, short, who, words
from simulator.tui.safe import lines

MARKS = {"proposed": "·", "bracketed": "[ ]", "clean": "✓", "parked": "P", "closed": "✓✓"}


def rows(view: View) -> list[tuple[str, Content]]:
    """One row a clause."""
    return [
        (
            clause.id,
            row(
                cell(MARKS.get(clause.clause.state, "?"), 3),
                cell(clause.clause.state, 10),
                cell(clause.heading, 34),
                words(f"{len(clause.clause.open_brackets)} open" if clause.clause.open_brackets else ""),
            ),
        )
        for clause in view.text.clauses
    ]


def detail(view: View, clause_id: str | None) -> Content:
    """The state of the text, and a clause with its brackets and comments."""
    text = view.text
    pen = ", ".join(who(view, seat) for seat in text.pen_holder)
    state = "no version yet" if text.state == "none" else f"version {text.version}, {text.state.replace('_', ' ')}"
    verdicts = [
        words(f"• {short(view, party)}: {verdict.replace('_', ' ')}{': ' + said if said else ''}")
        for party, (verdict, said) in text.verdicts.items()
    ]
    head = page(
        words(f"{text.title}: {state}", "bold"),
        words(f"The pen: {pen}") if text.state != "none" else words(f"{pen} issues the first version."),
        paragraph("Adoption", Content("\n").join(verdicts)) if verdicts else None,
    )
    clause = next((c for c in text.clauses if c.id == clause_id), None)
    if clause is None:
        return head
    brackets = [
        words(f"[{b.number}] {short(view, b.party)}: {_wanted(view, clause, b)}" + _settled(b))
        for b in clause.clause.brackets
    ]
    comments = [words(f"• {who(view, seat)}: {said}") for seat, said in clause.clause.comments]
    return page(
        head,
        paragraph(clause.heading, lines(clause.text)),
        paragraph("Brackets", Content("\n").join(brackets)) if brackets else None,
        paragraph("What is wrong with it", Content("\n").join(comments)) if comments else None,
    )


def _wanted(view: View, clause: ClauseView, bracket: Bracket) -> str:
    """What stands in a bracket: words of one's own, an option's label, or nothing, which means out with it."""
    if bracket.wording or bracket.option is None:
        return bracket.wording or "out"
    return option(view, clause.issue or "", bracket.option)


def _settled(bracket: Bracket) -> str:
    return f" ({bracket.resolution.replace('_', ' ')})" if bracket.resolution else ""
