"""The hotline: the record of incidents with what is due, the versions side by side, and the follow-up list."""

import textwrap
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from textual.content import Content

from scenarios.texts import mark, tr, trc, trn
from simulator.engine import Session, View
from simulator.engine.names import incident_state, progress_name
from simulator.engine.session import FollowUpState
from simulator.engine.view.incidents import IncidentView
from simulator.engine.words import TRAINER
from simulator.tui.boards.line import cell, clock, page, paragraph, row, series, short, told, who, words
from simulator.tui.safe import lines, one_line

COLUMN = 22
"""Cells of a column of versions: two of them fit beside a list at 110 columns."""

LATE = "bold red"
"""How a step looks whose time is over; its words say it, too."""

LEVELS: Mapping[int, str] = {
    # Translators: how far a promise is kept, after its number from 0 to 3.
    0: mark("not at all"),
    1: mark("minimal"),
    2: mark("intermediate"),
    3: mark("full"),
}
"""The levels of compliance; said with `tr`."""


def shown(view: View) -> bool:
    """Whether this exercise has a hotline, incidents or a follow-up list."""
    return view.hotline.open or bool(view.hotline.follow_up)


def rows(view: View) -> list[tuple[str, Content]]:
    """The incidents, those that could be reported, and what has to be followed up."""
    hotline = view.hotline
    listed = [(f"incident:{i.incident.number}", _incident_row(view, i)) for i in hotline.incidents]
    for name, title in hotline.prepared.items():
        # Translators: an incident that somebody may report, at most 13 characters.
        state = trc("an incident", "to report")
        listed.append((f"prepared:{name}", row(cell("·", 3), cell(title, 26), cell(state, 13, "italic"))))
    listed += [(f"entry:{entry.number}", _entry_row(view, entry)) for entry in hotline.follow_up]
    return listed


def find(view: View, pick: str | None) -> IncidentView | None:
    """The incident of a row."""
    return next((i for i in view.hotline.incidents if pick == f"incident:{i.incident.number}"), None)


def find_entry(view: View, pick: str | None) -> FollowUpState | None:
    """The entry of the follow-up list of a row."""
    return next((entry for entry in view.hotline.follow_up if pick == f"entry:{entry.number}"), None)


def hop_name(hop: str) -> str:
    """What a step on the hotline is called."""
    return {
        "acknowledge": trc("step on the hotline", "acknowledgement"),
        "call_back": trc("step on the hotline", "call back"),
        "visit": trc("step on the hotline", "joint visit"),
    }.get(hop, hop)


def _incident_row(view: View, known: IncidentView) -> Content:
    incident = known.incident
    parts = [cell(f"{incident.number}", 3), cell(incident.title, 26), cell(incident_state(incident.state), 13)]
    return row(*parts, next(iter(_due(view, known)), Content("")))


def _due(view: View, known: IncidentView) -> Sequence[Content]:
    """What is due, the most pressing first."""
    found: list[Content] = []
    for hop, until in sorted(known.due.items(), key=lambda item: item[1]):
        left = until - view.clock.seconds
        if left > 0:
            found.append(words(tr("{time} left: {step}", step=hop_name(hop), time=clock(left))))
        else:
            # Translators: a step on the hotline whose time is over: “LATE by 01:30: joint visit”.
            found.append(words(tr("LATE by {time}: {step}", step=hop_name(hop), time=clock(-left)), LATE))
    return found


def _entry_row(view: View, entry: FollowUpState) -> Content:
    actor = short(view, entry.actor) if entry.actor else trc("who promised", "all")
    carried = trn("carried {n} time", "carried {n} times", entry.carried) if entry.carried else ""
    return row(
        # Translators: the number of an entry on the follow-up list, at most 3 characters.
        cell(tr("F{n}", n=entry.number), 3),
        cell(entry.text, 26),
        cell(progress_name(entry.state), 13, "bold" if entry.state in ("blocked", "violated") else ""),
        words(series((actor, entry.due, carried))),
    )


# -- in full ----------------------------------------------------------------------------------------------------------


def detail(view: View, pick: str | None) -> Content:
    """An incident or an entry in full."""
    incident, entry = find(view, pick), find_entry(view, pick)
    if incident is not None:
        return _incident(view, incident)
    if entry is not None:
        return _entry(view, entry)
    title = view.hotline.prepared.get((pick or "").removeprefix("prepared:"))
    if title is None:
        return Content("")
    said = tr("Nobody has reported it yet. You may.")
    return page(words(title, "bold"), words(said))


def _incident(view: View, known: IncidentView) -> Content:
    incident = known.incident
    by = short(view, incident.party) if incident.party else who(view, incident.by)
    heading = series((one_line(incident.title), one_line(incident.place)))
    state = told(trc("an incident", "State"), incident_state(incident.state))
    reported = tr("Reported by {who} at {time}", who=by, time=clock(incident.reported))
    concerns = told(tr("It concerns"), series(short(view, party) for party in known.concerns))
    awaited = told(tr("Still to call back"), series(short(view, party) for party in known.awaited))
    facts = [words(heading, "bold"), words(state), words(reported), words(concerns)]
    facts += [words(awaited)] if known.awaited and incident.state not in ("handled", "closed") else []
    mine = trc("heading", "What happened, for the trainer") if view.seat == TRAINER else tr("What your party knows")
    return page(
        Content("\n").join([*facts, *_due(view, known)]),
        lines(incident.text),
        paragraph(tr("The versions"), versions(view, known)),
        paragraph(mine, lines(known.known)) if known.known else None,
        _visit(view, known),
        paragraph(trc("heading", "What was found"), lines(incident.found)) if incident.found else None,
        paragraph(trc("heading", "What was agreed"), lines(incident.handled)) if incident.handled else None,
    )


def versions(view: View, known: IncidentView) -> Content:
    """The versions side by side, two in a row; also of those who were not heard yet."""
    told_by = known.incident.versions
    columns = [
        [cell(short(view, party), COLUMN, "bold")]
        + [cell(part, COLUMN) for part in textwrap.wrap(one_line(told_by.get(party) or tr("(not heard yet)")), COLUMN)]
        for party in dict.fromkeys((*known.concerns, *told_by))
    ]
    blank = cell("", COLUMN)
    found: list[Content] = []
    for at in range(0, len(columns), 2):
        pair = columns[at : at + 2]
        found += [row(*parts) for parts in zip_longest(*pair, fillvalue=blank)]
    return Content("\n").join(found)


def _visit(view: View, known: IncidentView) -> Content | None:
    incident = known.incident
    if incident.visited is not None:
        finding = incident.finding or tr("The scenario does not say what is found: whoever was there records it.")
        unsure = [words(tr("It could not be established what happened."), "bold")] if known.inconclusive else []
        return paragraph(tr("The joint visit"), Content("\n").join([lines(finding), *unsure]))
    if incident.visit_asked is None:
        return None
    agreed = series(short(view, party) for party in known.concerns if party in incident.visit_agreed)
    missing = series(short(view, party) for party in known.concerns if party not in incident.visit_agreed)
    said = tr("Asked for. Nobody has agreed; still to agree: {missing}.", missing=missing)
    if agreed:
        said = tr("Asked for. Agreed: {agreed}; still to agree: {missing}.", agreed=agreed, missing=missing)
    return paragraph(tr("The joint visit"), words(said))


def _entry(view: View, entry: FollowUpState) -> Content:
    hotline = view.hotline
    actor = view.parties[entry.actor].name if entry.actor in view.parties else tr("all parties together")
    facts = [
        told(trc("a promise", "Promised by"), actor),
        told(trc("a promise", "Due"), entry.due or tr("no date")),
        told(trc("a promise", "Progress"), progress_name(entry.state)),
    ]
    if entry.article is not None:
        facts.append(told(trc("a promise", "From"), hotline.articles.get(entry.article, entry.article)))
    if entry.incident is not None:
        facts.append(tr("From incident {n}", n=entry.incident))
    if entry.carried:
        facts.append(trn("Carried into {n} new agenda", "Carried into {n} new agendas", entry.carried))
    if entry.level is not None:
        level = tr(LEVELS[entry.level]) if entry.level in LEVELS else ""
        facts.append(tr("Carried out: {n} of 3, {level}", n=entry.level, level=level))
    truth = hotline.truths.get(entry.number, "")
    return page(
        words(entry.text, "bold"),
        Content("\n").join([words(fact) for fact in facts]),
        paragraph(tr("Said last"), lines(entry.said)) if entry.said else None,
        paragraph(tr("How far it really is"), lines(truth)) if truth else None,
    )


# -- when everybody is themselves again -------------------------------------------------------------------------------


def hidden(session: Session) -> list[tuple[str, Content]]:
    """For the debriefing: the incidents of which the scenario says more than was known at the table."""
    scenario = session.scenario
    numbers = {incident.prepared: incident.number for incident in session.incidents.values()}
    return [
        (
            f"incident:{name}",
            row(
                cell(incident_state(session.incidents[numbers[name]].state) if name in numbers else "–", 12),
                cell(trc("something hidden", "incident"), 12, "bold"),
                cell("", 7),
                words(incident.title),
            ),
        )
        for name, incident in scenario.incidents.items()
        if incident.truth or incident.versions
    ]


def reveal(session: Session, name: str) -> Content | None:
    """An incident with what each party knew and what happened; None for a row of another kind."""
    written = session.scenario.incidents.get(name.removeprefix("incident:"))
    if written is None or not name.startswith("incident:"):
        return None
    parties = session.scenario.parties
    knew = [paragraph(tr("{party} knew", party=parties[p].short), lines(text)) for p, text in written.versions.items()]
    return page(
        words(written.title, "bold"),
        lines(written.report),
        *knew,
        paragraph(tr("What a visit finds"), lines(written.finding)) if written.finding else None,
        paragraph(tr("What happened"), lines(written.truth)) if written.truth else None,
    )
