"""Text: the texts under negotiation, clause by clause."""

from textual.content import Content

from scenarios.texts import tr, trc, trn
from simulator.engine import View
from simulator.engine.session import Bracket
from simulator.engine.view.shapes import ClauseView, ShockView, TextView
from simulator.tui.boards import names
from simulator.tui.boards.commitments import commitment_in_full
from simulator.tui.boards.line import cell, clock, option, page, paragraph, row, series, short, told, who, words
from simulator.tui.boards.texts import every, grey, grey_state, place, prefix, until
from simulator.tui.safe import lines

MARKS = {"proposed": "·", "bracketed": "[ ]", "clean": "✓", "parked": "P", "closed": "✓✓"}


def rows(view: View) -> list[tuple[str, Content]]:
    """One row a shock once one was thrown, then one a clause; where there are several texts, each under its title."""
    listed = _shocks(view)
    for text in every(view):
        if view.texts:
            listed.append((f"{prefix(text)}/", _heading(view, text)))
        if not text.id or text.state != "adopted":
            listed += [(f"{prefix(text)}{clause.id}", _row(view, text, clause)) for clause in text.clauses]
    return listed


def _heading(view: View, text: TextView) -> Content:
    left = until(view, text, clock((text.until or 0.0) - view.clock.seconds))
    return row(cell(text.title, 30 if left else 48, "bold"), words(left or _state(text)))


def _row(view: View, text: TextView, clause: ClauseView) -> Content:
    state = names.clause_state(clause.clause.state)
    if grey(clause) and clause.clause.state in ("proposed", "clean"):
        state = grey_state()
    return row(
        cell(MARKS.get(clause.clause.state, "?"), 3),
        cell(state, 10),
        cell(clause.heading, 34, "dim" if grey(clause) else ""),
        words(_holds(text, clause)),
    )


def _state(text: TextView) -> str:
    if text.state == "none":
        return trc("the text", "no version yet")
    return tr("version {number}, {state}", number=text.version, state=names.text_state(text.state))


def _holds(text: TextView, clause: ClauseView) -> str:
    """How many brackets are open in a clause, and how many commitments stand under it."""
    brackets, commitments = len(clause.clause.open_brackets), len(text.commitments_under(clause.id))
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
    here = place(view, clause_id or "")
    text, clause = here.text, here.clause
    pen = series(who(view, seat) for seat in text.pen_holder)
    head = page(
        words(told(text.title, _state(text)), "bold"),
        words(tr("The pen: {pen}", pen=pen))
        if text.state != "none"
        else words(tr("{pen} issues the first version.", pen=pen)),
        words(until(view, text, clock((text.until or 0.0) - view.clock.seconds))),
        *_said(view, text),
        None if text.id else _quality(view),
    )
    if clause is None:
        return head
    brackets = [
        Content("   " if b.inside is not None else "")
        + words(f"[{b.number}] {told(_behind(view, b), _wanted(view, clause, b))}" + _settled(b))
        for b in clause.clause.brackets
    ]
    comments = [words("• " + told(who(view, seat), said)) for seat, said in clause.clause.comments]
    commitments = [commitment_in_full(known) for known in text.commitments_under(clause.id)]
    grey_for = series(short(view, party) for party in view.parties if party in clause.clause.referred)
    notes = [
        words(tr("{n}) {note} — {party}", n=n, note=note.text, party=short(view, note.party)))
        for n, note in enumerate(clause.clause.footnotes, 1)
    ]
    return page(
        head,
        paragraph(clause.heading, lines(clause.text)),
        words(tr("Grey until the capital answers: {parties}.", parties=grey_for)) if grey_for else None,
        paragraph(tr("Commitments"), Content("\n").join(commitments)) if commitments else None,
        paragraph(tr("Brackets"), Content("\n").join(brackets)) if brackets else None,
        paragraph(tr("Footnotes"), Content("\n").join(notes)) if notes else None,
        paragraph(tr("What is wrong with it"), Content("\n").join(comments)) if comments else None,
    )


def _said(view: View, text: TextView) -> list[Content]:
    """What parties answered, what their capitals did, and how they explained it."""
    verdicts = [
        words("• " + told(short(view, party), told(names.verdict(verdict), said) if said else names.verdict(verdict)))
        for party, (verdict, said) in text.verdicts.items()
    ]
    capitals = {True: tr("agrees"), False: tr("refuses"), None: tr("has not answered yet")}
    answers = [words("• " + told(short(view, party), capitals[agrees])) for party, agrees in text.referred.items()]
    explained = [words("• " + told(short(view, party), said)) for party, said in text.explanations]
    return [
        paragraph(title, Content("\n").join(said))
        for title, said in (
            (tr("Adoption"), verdicts),
            (tr("Capitals"), answers),
            (tr("Explanations of position"), explained),
        )
        if said
    ]


def _behind(view: View, bracket: Bracket) -> str:
    """The parties that want a bracket: its author first."""
    return series(short(view, party) for party in (bracket.party, *bracket.supporters))


def _wanted(view: View, clause: ClauseView, bracket: Bracket) -> str:
    """What stands in a bracket: words of one's own, an option's label, or nothing, which means out with it."""
    if bracket.wording or bracket.option is None:
        return bracket.wording or trc("words to strike", "out")
    return option(view, clause.issue or "", bracket.option)


def _settled(bracket: Bracket) -> str:
    return f" ({names.resolution(bracket.resolution)})" if bracket.resolution else ""
