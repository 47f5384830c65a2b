"""Text: the texts under negotiation, their clauses, brackets, footnotes and comments."""

from collections.abc import Sequence

from textual.content import Content

from scenarios.texts import mark, tr, trc, trn
from simulator.engine.session import Commitment
from simulator.engine.view.shapes import ClauseView, ShockView, TextView, View
from simulator.tui.boards import names as boards
from simulator.tui.boards.commitments import commitment, commitment_in_full
from simulator.tui.boards.line import cell, page, row, series, told
from simulator.tui.boards.texts import attributed, every, grey, grey_state, nested, place, prefix, until
from simulator.tui.safe import lines, one_line, safe
from simulator.tui.seat import names, words
from simulator.tui.seat.pane import Pane, Row
from simulator.tui.seat.wishes import brackets, commitments
from simulator.tui.seat.wishes import drafting as wishes


def rows(view: View) -> Sequence[Row]:
    """Text by text: the whole, then clause by clause with the open brackets; what is adopted beside the main text is
    one row."""
    listed: list[Row] = []
    for text in every(view):
        listed.append((f"text:{prefix(text)}", _heading(view, text)))
        if not text.id:
            listed += [(f"shock:{s.id}", _shock_row(view, s)) for s in (view.stress.shocks if view.stress else ())]
        if not text.id or text.state != "adopted":
            listed += _clauses(view, text)
    return listed


def _heading(view: View, text: TextView) -> Content:
    """A text in a row: its version where it is the only one, otherwise its title."""
    state = names.text_states().get(text.state, text.state)
    if not view.texts:
        name = tr("Version {number}", number=text.version) if text.version else tr("The text")
        return row(cell(name, 38, "bold"), safe(state))
    version = tr("version {n}", n=text.version) if text.version else ""
    left = until(view, text, words.ms((text.until or 0.0) - view.clock.seconds))
    return row(cell(text.title, 30 if left else 38, "bold"), safe(left or series((version, state))))


def _clauses(view: View, text: TextView) -> list[Row]:
    listed: list[Row] = []
    for number, clause in enumerate(text.clauses, 1):
        name = f"{prefix(text)}{clause.id}"
        said, notes = len(clause.clause.comments), len(clause.clause.footnotes)
        beside = series(
            (
                trn("{n} comment", "{n} comments", said) if said else "",
                trn("{n} footnote", "{n} footnotes", notes) if notes else "",
            )
        )
        style = "dim" if grey(clause) else ""
        heading = cell(f"{number}. {one_line(clause.heading)}", 38, style)
        listed.append((f"clause:{name}", row(heading, cell(_state(clause), 11), safe(beside))))
        listed += [
            (f"bracket:{name}/{b.number}", row(cell("", 3 + 3 * level), safe(attributed(view, clause, b))))
            for level, b in nested(clause)
        ]
        listed += [
            (f"commitment:{known.number}", row(cell("", 3), safe(commitment(known))))
            for known in text.commitments_under(clause.id)
        ]
    return listed


def _state(clause: ClauseView) -> str:
    """The state of a clause in a word; what waits for a capital is called so."""
    if grey(clause) and clause.clause.state in ("proposed", "clean"):
        return grey_state()
    return names.clause_states().get(clause.clause.state, clause.clause.state)


def _shock_row(view: View, shock: ShockView) -> Content:
    judged = shock.state == "judged"
    state = trc("a shock", "judged") if judged else trn("{n} answer", "{n} answers", len(shock.answers))
    return row(cell(f"! {one_line(shock.title)}", 38), safe(state))


def detail(view: View, pick: str | None) -> Content:
    """A clause in full, or a text as it reads now."""
    kind, _, name = (pick or "").partition(":")
    if kind == "shock":
        shock = next((s for s in (view.stress.shocks if view.stress else ()) if s.id == name), None)
        return _whole(view, view.text) if shock is None else _shock(view, shock)
    if kind == "commitment":
        known = next((known for known in view.text.commitments if str(known.number) == name), None)
        clause = next((c for c in view.text.clauses if known is not None and c.id == known.clause), None)
        if known is None or clause is None:
            return _whole(view, view.text)
        return page(_picked(known, clause), _clause(view, view.text, clause))
    here = place(view, name)
    return _whole(view, here.text) if here.clause is None else _clause(view, here.text, here.clause)


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


def _commitments(text: TextView, clause: ClauseView) -> Content | None:
    known = [commitment_in_full(k) for k in text.commitments_under(clause.id)]
    return words.head(tr("Commitments")) + Content("\n") + words.stack(known) if known else None


def _brackets(view: View, clause: ClauseView) -> list[Content]:
    return [safe("   " * level + attributed(view, clause, b)) for level, b in nested(clause)]


def _beside(view: View, clause: ClauseView) -> list[Content]:
    """Whose capital has to answer, and the footnotes."""
    said: list[Content] = []
    if grey(clause):
        parties = series(words.party_short(view, p) for p in view.parties if p in clause.clause.referred)
        said.append(words.quiet(tr("Grey until the capital answers: {parties}.", parties=parties)))
    return said + [
        safe(tr("{n}) {note} — {party}", n=n, note=one_line(note.text), party=words.party_short(view, note.party)))
        for n, note in enumerate(clause.clause.footnotes, 1)
    ]


def _clause(view: View, text: TextView, clause: ClauseView) -> Content:
    closed = [b for b in clause.clause.brackets if b.resolution is not None]
    comments = [safe("• " + told(words.seat_line(view, seat), one_line(said))) for seat, said in clause.clause.comments]
    return page(
        words.head(told(clause.heading, _state(clause))),
        lines(clause.text) if clause.text.strip() else words.quiet(tr("Empty so far.")),
        words.stack(_brackets(view, clause)),
        words.stack(_beside(view, clause)),
        _commitments(text, clause),
        words.head(tr("What is wrong with it")) + Content("\n") + words.stack(comments) if comments else None,
        words.stack(
            [
                words.quiet(
                    tr(
                        "Settled: {bracket}; {resolution}",
                        bracket=attributed(view, clause, b),
                        resolution=names.resolutions()[b.resolution],
                    )
                )
                for b in closed
                if b.resolution is not None
            ]
        ),
    )


def _whole(view: View, text: TextView) -> Content:
    pen = series(words.seat_name(view, s) for s in text.pen_holder)
    if text.version == 0:
        return page(words.head(text.title), words.fact(tr("The pen"), pen), safe(tr("No version has been issued yet.")))
    clauses = [
        words.stack(
            [
                words.head(f"{n}. {one_line(c.heading)} ({_state(c)})"),
                lines(c.text) if c.text.strip() else words.quiet(tr("Empty so far.")),
                *_brackets(view, c),
                *_beside(view, c),
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
                until(view, text, words.ms((text.until or 0.0) - view.clock.seconds)),
                *_said(view, text),
            ]
        ),
        lines(text.preamble),
        *clauses,
    )


def _said(view: View, text: TextView) -> list[Content]:
    """What parties answered, what their capitals did, and how they explained it."""
    verdicts = [
        words.fact(
            words.party_short(view, p),
            told(boards.verdict(verdict), one_line(said)) if said else boards.verdict(verdict),
        )
        for p, (verdict, said) in text.verdicts.items()
    ]
    capitals = {True: tr("agrees"), False: tr("refuses"), None: tr("has not answered yet")}
    answers = [
        words.fact(tr("The capital of {party}", party=words.party_short(view, p)), capitals[agrees])
        for p, agrees in text.referred.items()
    ]
    explained = [
        words.fact(tr("{party} explains", party=words.party_short(view, p)), one_line(said))
        for p, said in text.explanations
    ]
    return [*verdicts, *answers, *explained]


PANE = Pane(
    mark("Text"),
    rows,
    detail,
    mark("No version has been issued yet."),
    (
        commitments.ANSWER_SHOCK,
        wishes.ADOPT,
        wishes.COMMENT,
        brackets.BRACKET,
        brackets.LIFT,
        brackets.NARROW,
        brackets.SUPPORT,
        wishes.VERSION,
        commitments.RECORD,
        commitments.STRIKE,
        wishes.PARK,
        wishes.CLOSE_READING,
        wishes.PUT,
        brackets.REFER,
        brackets.FOOTNOTE,
        wishes.EXPLAIN,
    ),
    mark(
        "One text, one pen, many critics. Say what is wrong with a clause for you; a bracket says that it is not "
        "agreed and carries your alternative."
    ),
)
