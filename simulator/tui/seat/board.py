"""Board: the process, the issues with their options and the positions on them."""

from collections.abc import Sequence

from textual.content import Content

from scenarios.texts import mark, tr, trc, trn
from simulator.engine.session import Agenda, Objection
from simulator.engine.view.bodies import BodyView
from simulator.engine.view.shapes import IssueView, View
from simulator.tui.boards import line
from simulator.tui.boards.issues import left_out, listed_options
from simulator.tui.boards.line import agenda_item, cell, page, row, series
from simulator.tui.safe import one_line, safe
from simulator.tui.seat import names, options_board, words
from simulator.tui.seat.pane import Pane, Row
from simulator.tui.seat.wishes import agenda, leaving, process


def rows(view: View) -> Sequence[Row]:
    """The process, the agendas of other bodies, then the issues."""
    # Translators: the first row of the board, at most 28 characters.
    heading = cell(tr("Consent and agenda"), 28, "bold")
    listed = [("process:", row(heading, safe(tr("agenda: {state}", state=_state(view.agenda)))))]
    listed += [
        (f"agenda:{body.id}", row(cell(body.name, 28, "bold"), safe(_standing(view, body))))
        for body in view.bodies.values()
        if body.mine and body.sits and not body.main
    ]
    return listed + [(f"issue:{name}", _row(view, issue)) for name, issue in view.issues.items()]


def _standing(view: View, body: BodyView) -> str:
    state = _state(body.agenda)
    if view.party is not None and view.party.id in body.left:
        return tr("agenda: {state}; your party has left", state=state)
    return tr("agenda: {state}", state=state)


def _state(listed: Agenda) -> str:
    if listed.adopted:
        return trc("the agenda", "adopted")
    return trc("the agenda", "proposed") if listed.proposed else trc("the agenda", "none yet")


def lifted(view: View) -> dict[str, str]:
    """What was lifted and is not settled since, with the body that takes it up."""
    return {i: body for i, body in view.committee.lifted.items() if i not in view.committee.settled}


def _row(view: View, issue: IssueView) -> Content:
    shown = sum(1 for o in issue.options if o.on_board)
    more = len(issue.options) - shown
    state = names.issue_states().get(issue.state, issue.state)
    options = trn("{n} option", "{n} options", shown)
    body = lifted(view).get(issue.id)
    if body is not None:
        options = series((tr("LIFTED to {body}", body=line.body_name(view, body)), options))
    # Translators: options that only our party knows, besides those on the board.
    only = trn("+{n} only ours", "+{n} only ours", more) if more else ""
    return row(cell(issue.title, 28), cell(state, 20), safe(series((options, only))))


def detail(view: View, pick: str | None) -> Content:
    """An issue in full, the agenda of a body, or where consent and agenda stand."""
    kind, _, name = (pick or "").partition(":")
    if kind == "agenda" and name in view.bodies:
        return page(words.head(view.bodies[name].name), _agenda(view, view.bodies[name]))
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
    steps = [words.fact(words.party_short(view, party), one_line(taken[-1])) for party, taken in view.steps.items()]
    return page(
        words.prose(purpose.name, purpose.purpose) if purpose else None,
        words.head(tr("Who takes part")) + Content("\n") + words.stack(consent) if consent else None,
        *(_agenda(view, body) for body in view.bodies.values() if body.main),
        words.head(tr("Steps towards who left")) + Content("\n") + words.stack(steps) if steps else None,
        words.prose(tr("Outcome"), f"{names.outcomes()[view.outcome.kind]}. {view.outcome.note}")
        if view.outcome
        else None,
    )


def _agenda(view: View, body: BodyView) -> Content:
    proposal, adopted = body.agenda, body.agenda.adopted
    listed = adopted.issues if adopted else proposal.proposed
    up = series(words.issue_title(view, i) for i, to in lifted(view).items() if to == body.id)
    raised = words.fact(tr("Lifted to it"), up) if up else ""
    away = words.fact(tr("Away"), series(_left(view, body, party) for party in body.left)) if body.left else ""
    if not listed:
        return words.stack([words.prose(tr("Agenda"), tr("Nobody has proposed an agenda yet.")), raised, away])
    if adopted:
        state = trc("the agenda", "adopted")
        if adopted.imposed:
            state = tr("imposed: {reason}", reason=one_line(adopted.reason))
    else:
        by, agreed = words.seat_name(view, proposal.proposer or ""), sorted(proposal.endorsed)
        state = tr("proposed by {seat}; agreed by nobody yet", seat=by)
        if agreed:
            parties = series(words.party_short(view, p) for p in agreed)
            state = tr("proposed by {seat}; agreed by {parties}", seat=by, parties=parties)
    items = [said for n, item in enumerate(listed, 1) for said in _item(view, body, n, item)]
    return words.stack([words.fact(tr("Agenda"), state), *items, raised, away])


def _item(view: View, body: BodyView, number: int, item: str) -> list[Content]:
    """An item, how far it is, and what is said against it."""
    title = f"{number}. {agenda_item(view, body.id, item)}"
    if item == body.agenda.item:
        shown = safe(title + " ") + words.head(trc("an item", "TAKEN UP"))
    elif item in body.agenda.done:
        shown = safe(tr("{item} (done)", item=title))
    else:
        shown = safe(title)
    return [shown, *(safe("   " + _objection(view, said)) for said in body.agenda.objections.get(item, ()))]


def _objection(view: View, said: Objection) -> str:
    party, reason = words.party_short(view, said.party), one_line(said.reason)
    if said.wording:
        return tr("{party} objects: {reason} Asks for “{words}”.", party=party, reason=reason, words=said.wording)
    return tr("{party} objects: {reason}", party=party, reason=reason)


def _left(view: View, body: BodyView, party: str) -> str:
    item = body.left[party]
    if not item:
        return words.party_short(view, party)
    title = agenda_item(view, body.id, item)
    return tr("{party} for “{item}”", party=words.party_short(view, party), item=title)


def _issue(view: View, issue: IssueView) -> Content:
    options = [options_board.said(view, issue, option) for option in listed_options(issue)]
    more = left_out(issue)
    options += [words.quiet(f"({more})")] if more else []
    positions = [
        words.fact(words.party_short(view, party), one_line(position.text))
        + safe(f" ({words.option_label(issue, position.option)})" if position.option else "")
        for party, position in issue.positions.items()
    ]
    body = lifted(view).get(issue.id)
    framed = issue.state not in ("unraised", "raised", "on_agenda")
    return page(
        words.stack(
            [
                words.head(issue.title),
                words.fact(tr("Question") if framed else tr("Question, not framed yet"), one_line(issue.question)),
                words.fact(tr("Contested"), one_line(issue.contested)) if issue.contested else "",
                words.fact(tr("Lifted"), tr("{body} takes it up.", body=line.body_name(view, body))) if body else "",
            ]
        ),
        words.head(trc("heading", "Options")) + Content("\n") + words.stack(options) if options else None,
        words.head(tr("Positions, in public")) + Content("\n") + words.stack(positions) if positions else None,
        words.prose(tr("Background"), issue.background),
    )


PANE = Pane(
    mark("Board"),
    rows,
    detail,
    mark("This exercise has no issue."),
    (
        process.CONSENT,
        agenda.ADOPT_AGENDA,
        process.FRAME,
        process.OPTION,
        process.POSITION,
        agenda.PROPOSE_AGENDA,
        process.CONTEST,
        leaving.RETURN,
        leaving.WALK_OUT,
        agenda.IMPOSE_AGENDA,
        agenda.TAKE_UP,
        agenda.OBJECT,
        leaving.STEP,
    ),
    mark(
        "Issues, their options, what each party says in public, consent and the agenda. Options that are not on the "
        "board yet are marked: others do not see them."
    ),
)
