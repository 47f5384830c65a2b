"""Text: the single negotiating text, clause by clause."""

from textual.content import Content

from simulator.engine import View
from simulator.engine.session import Bracket
from simulator.engine.view.shapes import ClauseView, ShockView
from simulator.tui.boards.commitments import commitment_in_full
from simulator.tui.boards.line import cell, count, option, page, paragraph, row, short, who, words
from simulator.tui.safe import lines

MARKS = {"proposed": "·", "bracketed": "[ ]", "clean": "✓", "parked": "P", "closed": "✓✓"}


def rows(view: View) -> list[tuple[str, Content]]:
    """One row a shock once one was thrown, then one a clause."""
    return _shocks(view) + [
        (
            clause.id,
            row(
                cell(MARKS.get(clause.clause.state, "?"), 3),
                cell(clause.clause.state, 10),
                cell(clause.heading, 34),
                words(_holds(view, clause)),
            ),
        )
        for clause in view.text.clauses
    ]


def _holds(view: View, clause: ClauseView) -> str:
    """How many brackets are open in a clause, and how many commitments stand under it."""
    brackets, commitments = len(clause.clause.open_brackets), len(view.text.commitments_under(clause.id))
    said = (f"{brackets} open" if brackets else "", count(commitments, "commitment") if commitments else "")
    return ", ".join(part for part in said if part)


def _shocks(view: View) -> list[tuple[str, Content]]:
    if view.control is None or view.stress is None or not view.stress.shocks:
        return []
    return [
        (
            f"shock:{shock.id}",
            row(
                cell("!", 3), cell(_came(shock), 10), cell(shock.title, 34), words(count(len(shock.answers), "answer"))
            ),
        )
        for shock in sorted(view.control.shocks, key=lambda shock: (shock.seconds is None, shock.seconds or 0.0))
    ]


def _came(shock: ShockView) -> str:
    if shock.judged is not None:
        return f"judged {shock.judged.level}"
    return "not thrown" if shock.state == "ready" else shock.state


def _shock(view: View, shock: ShockView) -> Content:
    headings = {clause.id: clause.heading for clause in view.text.clauses}
    answers = []
    for seat, answer in shock.answers.items():
        where = headings.get(answer.clause, answer.clause) if answer.clause else "no article answers it"
        said = "; ".join(part for part in (where, answer.who, answer.when, answer.how) if part)
        answers.append(words(f"• {who(view, seat)}: {said}"))
    judged = shock.judged
    return page(
        words(f"{shock.title}: {_came(shock)}", "bold"),
        lines(shock.text),
        paragraph("What a good answer finds", lines(shock.notes)) if shock.notes else None,
        paragraph("Answers", Content("\n").join(answers)) if answers else None,
        words(f"Judged {judged.level} of 3 by {who(view, judged.by)}. {judged.note}") if judged else None,
        _quality(view),
    )


def _quality(view: View) -> Content | None:
    quality = view.control.quality if view.control else {}
    judged = [words(f"{name}: {q.level} of 3. {q.note}") for name, q in sorted(quality.items())]
    return paragraph("Judged", Content("\n").join(judged)) if judged else None


def detail(view: View, clause_id: str | None) -> Content:
    """The state of the text, and a clause with its commitments, brackets and comments; or a shock."""
    shock = next((s for s in (view.control.shocks if view.control else ()) if f"shock:{s.id}" == clause_id), None)
    if shock is not None:
        return _shock(view, shock)
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
        _quality(view),
    )
    clause = next((c for c in text.clauses if c.id == clause_id), None)
    if clause is None:
        return head
    brackets = [
        words(f"[{b.number}] {short(view, b.party)}: {_wanted(view, clause, b)}" + _settled(b))
        for b in clause.clause.brackets
    ]
    comments = [words(f"• {who(view, seat)}: {said}") for seat, said in clause.clause.comments]
    commitments = [commitment_in_full(known) for known in text.commitments_under(clause.id)]
    return page(
        head,
        paragraph(clause.heading, lines(clause.text)),
        paragraph("Commitments", Content("\n").join(commitments)) if commitments else None,
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
