"""Conflict map: what the mediators believe each party needs, party by party and issue by issue."""

from collections.abc import Sequence

from textual.content import Content

from scenarios.texts import mark, tr, trc, trn
from simulator.engine.session import Belief
from simulator.engine.view.shapes import View
from simulator.tui.boards.line import cell, page, row, series
from simulator.tui.boards.names import SURE, sure
from simulator.tui.safe import lines, one_line, safe
from simulator.tui.seat import words
from simulator.tui.seat.pane import Pane, Row
from simulator.tui.seat.wishes import conflict as wishes

GAP = "· · ·"
COLUMN = 10
"""Cells of a column of the map."""


def standing(view: View) -> tuple[Belief, ...]:
    """What stands on the map."""
    return tuple(b for b in view.beliefs if not b.struck)


def on_the_map(view: View) -> tuple[str, ...]:
    """The parties that decide, and others of whom something is believed."""
    believed = {b.party for b in standing(view)}
    return tuple(p for p in wishes.others(view) if view.parties[p].decides or p in believed)


def rows(view: View) -> Sequence[Row]:
    """The map, what is believed of each party, the gaps, and what was struck."""
    stands = standing(view)
    parties = on_the_map(view)
    size = trn("{n} belief", "{n} beliefs", len(stands))
    known = {(b.party, b.issue) for b in stands}
    open_ = sum((p, i) not in known for p in parties if view.parties[p].decides for i in view.issues)
    gaps = trn("{n} gap", "{n} gaps", open_)
    # Translators: the first row of the conflict map, at most 12 characters.
    listed: list[Row] = [("map:", row(cell(tr("The map"), 12, "bold"), safe(series((size, gaps)))))]
    for party in parties:
        mine = [b for b in stands if b.party == party]
        listed += [(f"belief:{b.number}", _row(view, b)) for b in sorted(mine, key=lambda b: -b.sure)]
        for issue in view.issues if view.parties[party].decides else ():
            if not any(b.issue == issue for b in mine):
                listed.append((f"cell:{party}:{issue}", _gap(view, party, issue)))
    return [*listed, *((f"belief:{b.number}", _struck(view, b)) for b in view.beliefs if b.struck)]


def _about(view: View, party: str, issue: str | None) -> tuple[Content, Content]:
    title = words.issue_title(view, issue) if issue else trc("about no issue in particular", "in general")
    return cell(words.party_short(view, party), 12, "bold"), cell(title, 18)


def _row(view: View, belief: Belief) -> Content:
    return row(*_about(view, belief.party, belief.issue), cell(SURE[belief.sure], 3), safe(one_line(belief.text)))


def _gap(view: View, party: str, issue: str) -> Content:
    return row(*_about(view, party, issue), words.quiet(GAP), words.quiet(tr("what do they need here?")))


def _struck(view: View, belief: Belief) -> Content:
    said = tr("STRUCK: {belief}", belief=one_line(belief.text))
    return row(*_about(view, belief.party, belief.issue), Content("   "), words.quiet(said))


def detail(view: View, pick: str | None) -> Content:
    """The whole map, or a belief with where it comes from."""
    number = (pick or "").removeprefix("belief:")
    found = next((b for b in view.beliefs if str(b.number) == number), None)
    return table(view) if found is None else page(_long(view, found), table(view))


def table(view: View) -> Content:
    """Issues down, parties across: how much is believed there, and how surely."""
    parties, stands = on_the_map(view), standing(view)
    top = row(cell("", 18), *(cell(words.party_short(view, p), COLUMN, "bold") for p in parties))
    body = [
        row(cell(title, 18), *(cell(_cell(stands, p, issue), COLUMN) for p in parties))
        for issue, title in (
            *((i, words.issue_title(view, i)) for i in view.issues),
            (None, trc("about no issue in particular", "in general")),
        )
    ]
    legend = series(tr("{sign} {meaning}", sign=SURE[n], meaning=text) for n, text in sure().items())
    return words.stack([top, *body, words.quiet(tr("{legend}; {gap} nothing yet", legend=legend, gap=GAP))])


def _cell(stands: Sequence[Belief], party: str, issue: str | None) -> str:
    found = [b for b in stands if b.party == party and b.issue == issue]
    if not found:
        return GAP if issue is not None else ""
    many = f"{len(found)}× " if len(found) > 1 else ""
    return many + SURE[max(b.sure for b in found)]


def _long(view: View, belief: Belief) -> Content:
    source = words.party_name(view, belief.learned_from) if belief.learned_from else tr("our own guess")
    behind = next((i for i in view.interests if i.id == belief.interest), None)
    issue = words.issue_title(view, belief.issue) if belief.issue else trc("about no issue in particular", "in general")
    return page(
        words.stack([words.head(series((words.party_name(view, belief.party), issue))), lines(belief.text)]),
        words.stack(
            [
                words.loud(tr("STRUCK: {reason}", reason=one_line(belief.reason) or "–")) if belief.struck else "",
                words.fact(tr("How sure"), tr("{sign} {meaning}", sign=SURE[belief.sure],
                                              meaning=sure()[belief.sure])),
                words.fact(trc("a belief", "From"), source),
                words.fact(tr("The interest behind it"), one_line(behind.text)) if behind else "",
                words.fact(trc("a belief", "Noted by"),
                           tr("{seat}, {time}", seat=words.seat_name(view, belief.by), time=words.hms(belief.seconds))),
                *(words.fact(trc("a belief", "Before"), one_line(text)) for text in reversed(belief.before)),
            ]
        ),
    )  # fmt: skip


PANE = Pane(
    mark("Conflict map"),
    rows,
    detail,
    mark("There is nobody to map."),
    (wishes.BELIEVE, wishes.CHANGE, wishes.STRIKE),
    mark(
        "What your team believes each party needs, and how surely: your team alone sees it. Change it as you learn, "
        "strike what proves wrong; the debriefing can lay it beside what the parties really wanted."
    ),
    shown=lambda view: view.party is not None and "map_conflict" in view.can,
)
