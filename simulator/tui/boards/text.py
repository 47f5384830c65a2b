"""Text: the single negotiating text, clause by clause."""

from textual.content import Content

from scenarios.texts import tr, trc, trn
from simulator.engine import View
from simulator.engine.session import Bracket
from simulator.engine.view.shapes import ClauseView, ShockView
from simulator.tui.boards import names
from simulator.tui.boards.commitments import commitment_in_full
from simulator.tui.boards.line import cell, option, page, paragraph, row, series, short, told, who, words
from simulator.tui.safe import lines

MARKS = {"proposed": "·", "bracketed": "[ ]", "clean": "✓", "parked": "P", "closed": "✓✓"}


def rows(view: View) -> list[tuple[str, Content]]:
    """One row a shock once one was thrown, then one a clause."""
    return _shocks(view) + [
        (
            clause.id,
            row(
                cell(MARKS.get(clause.clause.state, "?"), 3),
                cell(names.clause_state(clause.clause.state), 10),
                cell(clause.heading, 34),
                words(_holds(view, clause)),
            ),
        )
        for clause in view.text.clauses
    ]


def _holds(view: View, clause: ClauseView) -> str:
    """How many brackets are open in a clause, and how many commitments stand under it."""
    brackets, commitments = len(clause.clause.open_brackets), len(view.text.commitments_under(clause.id))
    # Translators: brackets that are open in an article.
    still_open = trn("{n} open", "{n} open", brackets) if brackets else ""
    return series((still_open, trn("{n} commitment", "{n} commitments", commitments) if commitments else ""))


def _shocks(view: View) -> list[tuple[str, Content]]:
    if view.control is None or view.stress is None or not view.stress.shocks:
        return []
    return [
        (
            f"shock:{shock.id}",
            row(
                cell("!", 3),
                cell(_came(shock), 10),
                cell(shock.title, 34),
                words(trn("{n} answer", "{n} answers", len(shock.answers))),
            ),
        )
        for shock in sorted(view.control.shocks, key=lambda shock: (shock.seconds is None, shock.seconds or 0.0))
    ]


def _came(shock: ShockView) -> str:
    if shock.judged is not None:
        # Translators: how well the text answered a shock, from 0 to 3; at most 10 characters.
        return tr("judged {level}", level=shock.judged.level)
    return names.shock_state(shock.state)


def _shock(view: View, shock: ShockView) -> Content:
    headings = {clause.id: clause.heading for clause in view.text.clauses}
    answers = []
    for seat, answer in shock.answers.items():
        where = headings.get(answer.clause, answer.clause) if answer.clause else tr("no article answers it")
        said = tr("; ").join(part for part in (where, answer.who, answer.when, answer.how) if part)
        answers.append(words("• " + told(who(view, seat), said)))
    judged = shock.judged
    return page(
        words(told(shock.title, _came(shock)), "bold"),
        lines(shock.text),
        paragraph(tr("What a good answer finds"), lines(shock.notes)) if shock.notes else None,
        paragraph(trc("heading", "Answers"), Content("\n").join(answers)) if answers else None,
        words(
            tr("Judged {level} of 3 by {seat}. {note}", level=judged.level, seat=who(view, judged.by), note=judged.note)
        )
        if judged
        else None,
        _quality(view),
    )


def _quality(view: View) -> Content | None:
    quality = view.control.quality if view.control else {}
    judged = [
        words(tr("{name}: {level} of 3. {note}", name=name, level=q.level, note=q.note))
        for name, q in sorted(quality.items())
    ]
    return paragraph(tr("Judged"), Content("\n").join(judged)) if judged else None


def detail(view: View, clause_id: str | None) -> Content:
    """The state of the text, and a clause with its commitments, brackets and comments; or a shock."""
    shock = next((s for s in (view.control.shocks if view.control else ()) if f"shock:{s.id}" == clause_id), None)
    if shock is not None:
        return _shock(view, shock)
    text = view.text
    pen = series(who(view, seat) for seat in text.pen_holder)
    state = trc("the text", "no version yet")
    if text.state != "none":
        state = tr("version {number}, {state}", number=text.version, state=names.text_state(text.state))
    verdicts = [
        words("• " + told(short(view, party), told(names.verdict(verdict), said) if said else names.verdict(verdict)))
        for party, (verdict, said) in text.verdicts.items()
    ]
    head = page(
        words(told(text.title, state), "bold"),
        words(tr("The pen: {pen}", pen=pen))
        if text.state != "none"
        else words(tr("{pen} issues the first version.", pen=pen)),
        paragraph(tr("Adoption"), Content("\n").join(verdicts)) if verdicts else None,
        _quality(view),
    )
    clause = next((c for c in text.clauses if c.id == clause_id), None)
    if clause is None:
        return head
    brackets = [
        words(f"[{b.number}] {told(short(view, b.party), _wanted(view, clause, b))}" + _settled(b))
        for b in clause.clause.brackets
    ]
    comments = [words("• " + told(who(view, seat), said)) for seat, said in clause.clause.comments]
    commitments = [commitment_in_full(known) for known in text.commitments_under(clause.id)]
    return page(
        head,
        paragraph(clause.heading, lines(clause.text)),
        paragraph(tr("Commitments"), Content("\n").join(commitments)) if commitments else None,
        paragraph(tr("Brackets"), Content("\n").join(brackets)) if brackets else None,
        paragraph(tr("What is wrong with it"), Content("\n").join(comments)) if comments else None,
    )


def _wanted(view: View, clause: ClauseView, bracket: Bracket) -> str:
    """What stands in a bracket: words of one's own, an option's label, or nothing, which means out with it."""
    if bracket.wording or bracket.option is None:
        return bracket.wording or trc("words to strike", "out")
    return option(view, clause.issue or "", bracket.option)


def _settled(bracket: Bracket) -> str:
    return f" ({names.resolution(bracket.resolution)})" if bracket.resolution else ""
