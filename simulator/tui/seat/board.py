"""Board: the process, the issues with their options and the positions on them."""

from collections.abc import Sequence

from textual.content import Content

from simulator.engine.view.shapes import IssueView, OptionView, View
from simulator.tui.boards.issues import left_out, listed_options
from simulator.tui.boards.line import cell, count, page, row
from simulator.tui.safe import lines, one_line, safe
from simulator.tui.seat import names, words
from simulator.tui.seat.pane import Pane, Row
from simulator.tui.seat.wishes import process


def rows(view: View) -> Sequence[Row]:
    """The process, then the issues."""
    agenda = "adopted" if view.agenda.adopted else "proposed" if view.agenda.proposed else "none yet"
    listed = [("process:", row(cell("Consent and agenda", 28, "bold"), safe(f"agenda: {agenda}")))]
    return listed + [(f"issue:{name}", _row(view, issue)) for name, issue in view.issues.items()]


def _row(view: View, issue: IssueView) -> Content:
    shown = sum(1 for o in issue.options if o.on_board)
    more = len(issue.options) - shown
    state = names.ISSUE_STATES.get(issue.state, issue.state)
    only = f", +{more} only ours" if more else ""
    return row(cell(issue.title, 28), cell(state, 20), safe(f"{count(shown, 'option')}{only}"))


def detail(view: View, pick: str | None) -> Content:
    """An issue in full, or where consent and agenda stand."""
    name = (pick or "").removeprefix("issue:")
    issue = view.issues.get(name)
    return _process(view) if issue is None else _issue(view, issue)


def _process(view: View) -> Content:
    consent = [
        row(cell(party.short, 13, "bold"), safe(names.CONSENT[party.consent]),
            safe(f"({one_line(party.conditions)})") if party.conditions else Content(""))
        for party in view.parties.values()
        if party.decides
    ]  # fmt: skip
    purpose = view.clock.phase
    return page(
        words.prose(purpose.name, purpose.purpose) if purpose else None,
        words.head("Who takes part") + Content("\n") + words.stack(consent) if consent else None,
        _agenda(view),
        words.prose("Outcome", f"{view.outcome.kind.value.replace('_', ' ')}. {view.outcome.note}")
        if view.outcome
        else None,
    )


def _agenda(view: View) -> Content:
    adopted = view.agenda.adopted
    issues = adopted.issues if adopted else view.agenda.proposed
    if not issues:
        return words.prose("Agenda", "Nobody has proposed an agenda yet.")
    if adopted:
        state = "imposed: " + one_line(adopted.reason) if adopted.imposed else "adopted"
    else:
        agreed = ", ".join(words.party_short(view, p) for p in sorted(view.agenda.endorsed)) or "nobody yet"
        state = f"proposed by {words.seat_name(view, view.agenda.proposer or '')}; agreed by {agreed}"
    listed = [safe(f"{n}. {words.issue_title(view, i)}") for n, i in enumerate(issues, 1)]
    return words.stack([words.fact("Agenda", state), *listed])


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
                words.fact("Question" if framed else "Question, not framed yet", one_line(issue.question)),
                words.fact("Contested", one_line(issue.contested)) if issue.contested else "",
            ]
        ),
        words.head("Options") + Content("\n") + words.stack(options) if options else None,
        words.head("Positions, in public") + Content("\n") + words.stack(positions) if positions else None,
        words.prose("Background", issue.background),
    )


def _option(view: View, issue: IssueView, option: OptionView) -> Content:
    if not option.on_board:
        mark = "NOT ON THE BOARD: only parties that know it, yours among them"
    elif option.by is None:
        mark = "on the board from the start"
    else:
        mark = f"proposed by {words.seat_name(view, option.by)}" + (", own words" if option.own_words else "")
    if option.id == issue.default:
        mark += "; holds if nothing is agreed"
    label = safe("• ") + words.head(option.label) + words.quiet(f"  ({mark})")
    return label if option.own_words and option.label == option.text else words.stack(
        [label, Content("  ") + lines(option.text)]
    )  # fmt: skip


PANE = Pane(
    "Board",
    "Board",
    rows,
    detail,
    "This exercise has no issue.",
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
    "Issues, their options, what each party says in public, consent and the agenda. Options that are not on the board "
    "yet are marked: others do not see them.",
)
