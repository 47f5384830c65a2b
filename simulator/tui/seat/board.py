"""Board: the process, the issues with their options and the positions on them."""

from collections.abc import Sequence

from textual.content import Content

from scenarios.texts import mark, tr, trc, trn
from simulator.engine.view.shapes import IssueView, OptionView, View
from simulator.tui.boards.issues import left_out, listed_options
from simulator.tui.boards.line import cell, page, row, series
from simulator.tui.safe import lines, one_line, safe
from simulator.tui.seat import names, words
from simulator.tui.seat.pane import Pane, Row
from simulator.tui.seat.wishes import process


def rows(view: View) -> Sequence[Row]:
    """The process, then the issues."""
    state = trc("the agenda", "none yet")
    if view.agenda.adopted or view.agenda.proposed:
        state = trc("the agenda", "adopted") if view.agenda.adopted else trc("the agenda", "proposed")
    # Translators: the first row of the board, at most 28 characters.
    heading = cell(tr("Consent and agenda"), 28, "bold")
    listed = [("process:", row(heading, safe(tr("agenda: {state}", state=state))))]
    return listed + [(f"issue:{name}", _row(view, issue)) for name, issue in view.issues.items()]


def _row(view: View, issue: IssueView) -> Content:
    shown = sum(1 for o in issue.options if o.on_board)
    more = len(issue.options) - shown
    state = names.issue_states().get(issue.state, issue.state)
    options = trn("{n} option", "{n} options", shown)
    # Translators: options that only our party knows, besides those on the board.
    only = trn("+{n} only ours", "+{n} only ours", more) if more else ""
    return row(cell(issue.title, 28), cell(state, 20), safe(series((options, only))))


def detail(view: View, pick: str | None) -> Content:
    """An issue in full, or where consent and agenda stand."""
    name = (pick or "").removeprefix("issue:")
    issue = view.issues.get(name)
    return _process(view) if issue is None else _issue(view, issue)


def _process(view: View) -> Content:
    consent = [
        row(cell(party.short, 13, "bold"), safe(names.consent()[party.consent]),
            safe(f"({one_line(party.conditions)})") if party.conditions else Content(""))
        for party in view.parties.values()
        if party.decides
    ]  # fmt: skip
    purpose = view.clock.phase
    return page(
        words.prose(purpose.name, purpose.purpose) if purpose else None,
        words.head(tr("Who takes part")) + Content("\n") + words.stack(consent) if consent else None,
        _agenda(view),
        words.prose(tr("Outcome"), f"{names.outcomes()[view.outcome.kind]}. {view.outcome.note}")
        if view.outcome
        else None,
    )


def _agenda(view: View) -> Content:
    adopted = view.agenda.adopted
    issues = adopted.issues if adopted else view.agenda.proposed
    if not issues:
        return words.prose(tr("Agenda"), tr("Nobody has proposed an agenda yet."))
    if adopted:
        state = trc("the agenda", "adopted")
        if adopted.imposed:
            state = tr("imposed: {reason}", reason=one_line(adopted.reason))
    else:
        by, agreed = words.seat_name(view, view.agenda.proposer or ""), sorted(view.agenda.endorsed)
        state = tr("proposed by {seat}; agreed by nobody yet", seat=by)
        if agreed:
            parties = series(words.party_short(view, p) for p in agreed)
            state = tr("proposed by {seat}; agreed by {parties}", seat=by, parties=parties)
    listed = [safe(f"{n}. {words.issue_title(view, i)}") for n, i in enumerate(issues, 1)]
    return words.stack([words.fact(tr("Agenda"), state), *listed])


def _issue(view: View, issue: IssueView) -> Content:
    options = [_option(view, issue, option) for option in listed_options(issue)]
    more = left_out(issue)
    options += [words.quiet(f"({more})")] if more else []
    positions = [
        words.fact(words.party_short(view, party), one_line(position.text))
        + safe(f" ({words.option_label(issue, position.option)})" if position.option else "")
        for party, position in issue.positions.items()
    ]
    framed = issue.state not in ("unraised", "raised", "on_agenda")
    return page(
        words.stack(
            [
                words.head(issue.title),
                words.fact(tr("Question") if framed else tr("Question, not framed yet"), one_line(issue.question)),
                words.fact(tr("Contested"), one_line(issue.contested)) if issue.contested else "",
            ]
        ),
        words.head(trc("heading", "Options")) + Content("\n") + words.stack(options) if options else None,
        words.head(tr("Positions, in public")) + Content("\n") + words.stack(positions) if positions else None,
        words.prose(tr("Background"), issue.background),
    )


def _option(view: View, issue: IssueView, option: OptionView) -> Content:
    if not option.on_board:
        state = tr("NOT ON THE BOARD: only parties that know it, yours among them")
    elif option.by is None:
        state = tr("on the board from the start")
    elif option.own_words:
        state = tr("proposed by {seat}, own words", seat=words.seat_name(view, option.by))
    else:
        state = tr("proposed by {seat}", seat=words.seat_name(view, option.by))
    if option.id == issue.default:
        state = tr("{option}; holds if nothing is agreed", option=state)
    label = safe("• ") + words.head(option.label) + words.quiet(f"  ({state})")
    return label if option.own_words and option.label == option.text else words.stack(
        [label, Content("  ") + lines(option.text)]
    )  # fmt: skip


PANE = Pane(
    mark("Board"),
    rows,
    detail,
    mark("This exercise has no issue."),
    (
        process.CONSENT,
        process.ADOPT_AGENDA,
        process.FRAME,
        process.OPTION,
        process.POSITION,
        process.PROPOSE_AGENDA,
        process.CONTEST,
        process.RETURN,
        process.WALK_OUT,
        process.IMPOSE_AGENDA,
    ),
    mark(
        "Issues, their options, what each party says in public, consent and the agenda. Options that are not on the "
        "board yet are marked: others do not see them."
    ),
)
