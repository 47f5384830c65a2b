"""Text: the single negotiating text, its clauses, brackets and comments."""

from collections.abc import Sequence

from textual.content import Content

from scenarios.texts import mark, tr, trc, trn
from simulator.engine.session import Bracket, Commitment
from simulator.engine.view.shapes import ClauseView, ShockView, View
from simulator.tui.boards import names as boards
from simulator.tui.boards.commitments import commitment, commitment_in_full
from simulator.tui.boards.line import cell, page, row, series, told
from simulator.tui.safe import lines, one_line, safe
from simulator.tui.seat import names, words
from simulator.tui.seat.pane import Pane, Row
from simulator.tui.seat.wishes import commitments
from simulator.tui.seat.wishes import drafting as wishes


def rows(view: View) -> Sequence[Row]:
    """The whole text, then clause by clause with their open brackets."""
    text = view.text
    state = names.text_states().get(text.state, text.state)
    name = tr("Version {number}", number=text.version) if text.version else tr("The text")
    listed = [("text:", row(cell(name, 38, "bold"), safe(state)))]
    listed += [(f"shock:{s.id}", _shock_row(view, s)) for s in (view.stress.shocks if view.stress else ())]
    for number, clause in enumerate(text.clauses, 1):
        state = names.clause_states().get(clause.clause.state, clause.clause.state)
        said = len(clause.clause.comments)
        notes = safe(trn("{n} comment", "{n} comments", said) if said else "")
        listed.append(
            (f"clause:{clause.id}", row(cell(f"{number}. {one_line(clause.heading)}", 38), cell(state, 11), notes))
        )
        listed += [
            (f"bracket:{clause.id}/{b.number}", row(cell("", 3), safe(f"[{bracket(view, clause, b)}]")))
            for b in clause.clause.open_brackets
        ]
        listed += [
            (f"commitment:{known.number}", row(cell("", 3), safe(commitment(known))))
            for known in text.commitments_under(clause.id)
        ]
    return listed


def _shock_row(view: View, shock: ShockView) -> Content:
    judged = shock.state == "judged"
    state = trc("a shock", "judged") if judged else trn("{n} answer", "{n} answers", len(shock.answers))
    return row(cell(f"! {one_line(shock.title)}", 38), safe(state))


def bracket(view: View, clause: ClauseView, one: Bracket) -> str:
    """A bracket in a line: its author and the alternative."""
    issue = view.issues.get(clause.issue) if clause.issue else None
    wanted = one_line(one.wording) or words.option_label(issue, one.option) or tr("no alternative yet")
    return tr("{party} wants: {wording}", party=words.party_short(view, one.party), wording=wanted)


def detail(view: View, pick: str | None) -> Content:
    """A clause in full, or the text as it reads now."""
    kind, _, name = (pick or "").partition(":")
    if kind == "shock":
        shock = next((s for s in (view.stress.shocks if view.stress else ()) if s.id == name), None)
        return _whole(view) if shock is None else _shock(view, shock)
    if kind == "commitment":
        known = next((known for known in view.text.commitments if str(known.number) == name), None)
        clause = next((c for c in view.text.clauses if known is not None and c.id == known.clause), None)
        return _whole(view) if known is None or clause is None else page(_picked(known, clause), _clause(view, clause))
    name = name.split("/", 1)[0]
    clause = next((c for c in view.text.clauses if c.id == name), None)
    return _whole(view) if clause is None else _clause(view, clause)


def _shock(view: View, shock: ShockView) -> Content:
    headings = {clause.id: one_line(clause.heading) for clause in view.text.clauses}
    answers = []
    for seat, answer in shock.answers.items():
        where = headings.get(answer.clause, answer.clause) if answer.clause else tr("no article answers it")
        said = [one_line(part) for part in (answer.who, answer.when, answer.how) if part]
        answers.append(safe("• " + told(words.seat_line(view, seat), tr("; ").join((where, *said)))))
    return page(
        words.head(shock.title),
        lines(shock.text),
        words.quiet(tr("Who acts, by when, and who sees it? Only what stands in an article counts.")),
        words.head(trc("heading", "Answers")) + Content("\n") + words.stack(answers) if answers else None,
    )


def _picked(known: Commitment, clause: ClauseView) -> Content:
    """The commitment under the cursor, before the clause that it stands under."""
    return (
        words.head(tr("A commitment under {heading}", heading=one_line(clause.heading)))
        + Content("\n")
        + commitment_in_full(known)
    )


def _commitments(view: View, clause: ClauseView) -> Content | None:
    known = [commitment_in_full(k) for k in view.text.commitments_under(clause.id)]
    return words.head(tr("Commitments")) + Content("\n") + words.stack(known) if known else None


def _clause(view: View, clause: ClauseView) -> Content:
    closed = [b for b in clause.clause.brackets if b.resolution is not None]
    comments = [safe("• " + told(words.seat_line(view, seat), one_line(text))) for seat, text in clause.clause.comments]
    return page(
        words.head(told(clause.heading, names.clause_states().get(clause.clause.state, clause.clause.state))),
        lines(clause.text) if clause.text.strip() else words.quiet(tr("Empty so far.")),
        words.stack([safe(f"[{bracket(view, clause, b)}]") for b in clause.clause.open_brackets]),
        _commitments(view, clause),
        words.head(tr("What is wrong with it")) + Content("\n") + words.stack(comments) if comments else None,
        words.stack(
            [
                words.quiet(
                    tr(
                        "Settled: {bracket}; {resolution}",
                        bracket=bracket(view, clause, b),
                        resolution=names.resolutions()[b.resolution],
                    )
                )
                for b in closed
                if b.resolution is not None
            ]
        ),
    )


def _whole(view: View) -> Content:
    text = view.text
    pen = series(words.seat_name(view, s) for s in text.pen_holder)
    if text.version == 0:
        return page(words.head(text.title), words.fact(tr("The pen"), pen), safe(tr("No version has been issued yet.")))
    verdicts = [
        words.fact(
            words.party_short(view, p),
            told(boards.verdict(verdict), one_line(said)) if said else boards.verdict(verdict),
        )
        for p, (verdict, said) in text.verdicts.items()
    ]
    silence = ""
    if text.until is not None and text.state == "in_adoption":
        silence = tr("Silence means consent in {time}.", time=words.ms(text.until - view.clock.seconds))
    clauses = [
        words.stack(
            [
                words.head(f"{n}. {one_line(c.heading)} ({names.clause_states().get(c.clause.state, c.clause.state)})"),
                lines(c.text) if c.text.strip() else words.quiet(tr("Empty so far.")),
                *(safe(f"[{bracket(view, c, b)}]") for b in c.clause.open_brackets),
                *(safe(commitment(known)) for known in text.commitments_under(c.id)),
            ]
        )
        for n, c in enumerate(text.clauses, 1)
    ]
    return page(
        words.stack(
            [
                words.head(
                    tr(
                        "{title}: version {number}, {state}",
                        title=text.title,
                        number=text.version,
                        state=names.text_states().get(text.state, text.state),
                    )
                ),
                words.fact(tr("The pen"), pen),
                silence,
                *verdicts,
            ]
        ),
        lines(text.preamble),
        *clauses,
    )


PANE = Pane(
    mark("Text"),
    rows,
    detail,
    mark("No version has been issued yet."),
    (
        commitments.ANSWER_SHOCK,
        wishes.ADOPT,
        wishes.COMMENT,
        wishes.BRACKET,
        wishes.LIFT,
        wishes.VERSION,
        commitments.RECORD,
        commitments.STRIKE,
        wishes.PARK,
        wishes.CLOSE_READING,
        wishes.PUT,
    ),
    mark(
        "One text, one pen, many critics. Say what is wrong with a clause for you; a bracket says that it is not "
        "agreed and carries your alternative."
    ),
)
