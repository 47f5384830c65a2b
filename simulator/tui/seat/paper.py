"""Text: the single negotiating text, its clauses, brackets and comments."""

from collections.abc import Sequence

from textual.content import Content

from simulator.engine.session import Bracket
from simulator.engine.view.shapes import ClauseView, View
from simulator.tui.boards.line import cell, count, page, row
from simulator.tui.safe import lines, one_line, safe
from simulator.tui.seat import names, words
from simulator.tui.seat.pane import Pane, Row
from simulator.tui.seat.wishes import drafting as wishes


def rows(view: View) -> Sequence[Row]:
    """The whole text, then clause by clause with their open brackets."""
    text = view.text
    state = names.TEXT_STATES.get(text.state, text.state)
    name = f"Version {text.version}" if text.version else "The text"
    listed = [("text:", row(cell(name, 38, "bold"), safe(state)))]
    for number, clause in enumerate(text.clauses, 1):
        state = names.CLAUSE_STATES.get(clause.clause.state, clause.clause.state)
        said = len(clause.clause.comments)
        notes = safe(count(said, "comment") if said else "")
        listed.append(
            (f"clause:{clause.id}", row(cell(f"{number}. {one_line(clause.heading)}", 38), cell(state, 11), notes))
        )
        listed += [
            (f"bracket:{clause.id}/{b.number}", row(cell("", 3), safe(f"[{bracket(view, clause, b)}]")))
            for b in clause.clause.open_brackets
        ]
    return listed


def bracket(view: View, clause: ClauseView, one: Bracket) -> str:
    """A bracket in a line: its author and the alternative."""
    issue = view.issues.get(clause.issue) if clause.issue else None
    wanted = one_line(one.wording) or words.option_label(issue, one.option) or "no alternative yet"
    return f"{words.party_short(view, one.party)} wants: {wanted}"


def detail(view: View, pick: str | None) -> Content:
    """A clause in full, or the text as it reads now."""
    name = (pick or "").split(":", 1)[-1].split("/", 1)[0]
    clause = next((c for c in view.text.clauses if c.id == name), None)
    return _whole(view) if clause is None else _clause(view, clause)


def _clause(view: View, clause: ClauseView) -> Content:
    closed = [b for b in clause.clause.brackets if b.resolution is not None]
    comments = [safe(f"• {words.seat_line(view, seat)}: {one_line(text)}") for seat, text in clause.clause.comments]
    return page(
        words.head(f"{clause.heading}: {names.CLAUSE_STATES.get(clause.clause.state, clause.clause.state)}"),
        lines(clause.text) if clause.text.strip() else words.quiet("Empty so far."),
        words.stack([safe(f"[{bracket(view, clause, b)}]") for b in clause.clause.open_brackets]),
        words.head("What is wrong with it") + Content("\n") + words.stack(comments) if comments else None,
        words.stack(
            [
                words.quiet(f"Settled: {bracket(view, clause, b)}; {names.RESOLUTIONS[b.resolution]}")
                for b in closed
                if b.resolution is not None
            ]
        ),
    )


def _whole(view: View) -> Content:
    text = view.text
    pen = ", ".join(words.seat_name(view, s) for s in text.pen_holder)
    if text.version == 0:
        return page(words.head(text.title), words.fact("The pen", pen), safe("No version has been issued yet."))
    verdicts = [
        words.fact(words.party_short(view, p), verdict.replace("_", " ") + (f": {one_line(said)}" if said else ""))
        for p, (verdict, said) in text.verdicts.items()
    ]
    silence = ""
    if text.until is not None and text.state == "in_adoption":
        silence = f"Silence means consent in {words.ms(text.until - view.clock.seconds)}."
    clauses = [
        words.stack(
            [
                words.head(f"{n}. {one_line(c.heading)} ({names.CLAUSE_STATES.get(c.clause.state, c.clause.state)})"),
                lines(c.text) if c.text.strip() else words.quiet("Empty so far."),
                *(safe(f"[{bracket(view, c, b)}]") for b in c.clause.open_brackets),
            ]
        )
        for n, c in enumerate(text.clauses, 1)
    ]
    return page(
        words.stack(
            [
                words.head(f"{text.title}: version {text.version}, {names.TEXT_STATES.get(text.state, text.state)}"),
                words.fact("The pen", pen),
                silence,
                *verdicts,
            ]
        ),
        lines(text.preamble),
        *clauses,
    )


PANE = Pane(
    "Text",
    "Text",
    rows,
    detail,
    "No version has been issued yet.",
    (
        wishes.ADOPT,
        wishes.COMMENT,
        wishes.BRACKET,
        wishes.LIFT,
        wishes.VERSION,
        wishes.PARK,
        wishes.CLOSE_READING,
        wishes.PUT,
    ),
    "One text, one pen, many critics. Say what is wrong with a clause for you; a bracket says that it is not agreed "
    "and carries your alternative.",
)
