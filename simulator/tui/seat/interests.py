"""Interests: our own to tell, those of others that we heard, and the mediators' two columns."""

import textwrap
from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from scenarios.texts import mark, tr, trc, trn
from simulator.engine.session import Learned
from simulator.engine.view.shapes import InterestView, View
from simulator.engine.words import Permission
from simulator.tui.boards.line import cell, page, row, series, told
from simulator.tui.safe import lines, one_line, safe
from simulator.tui.seat import names, words
from simulator.tui.seat.pane import Pane, Row
from simulator.tui.seat.wishes import interests as wishes

COLUMN = 34
"""Cells of a column of the note: two of them fit beside a list at 120 columns and below one at 80."""


def rows(view: View) -> Sequence[Row]:
    """Ours, then what we heard, then the note."""
    ordered = sorted(view.interests, key=lambda i: not i.own)
    listed = [(_id(i), _row(view, i)) for i in ordered]
    if view.learned or "record_learned" in view.can:
        size = trn("the two columns, {n} line", "the two columns, {n} lines", len(view.learned))
        listed.append(("note:", row(cell(tr("Note"), 12, "bold"), safe(size))))
    return listed


def _id(interest: InterestView) -> str:
    return f"{'own' if interest.own else 'heard'}:{interest.id}"


def _row(view: View, interest: InterestView) -> Content:
    state = names.interest_states().get(interest.state, interest.state)
    if not interest.own and interest.state == "heard" and interest.permission is not Permission.RELEASABLE:
        # Translators: an interest that was told in confidence, at most 22 characters.
        state = trc("an interest", "IN CONFIDENCE")
    elif not interest.own and interest.state == "heard":
        state = trc("an interest", "may be carried")
    owner = words.interest_owner(view, interest)
    return row(cell(owner, 12, "bold" if interest.own else ""), cell(state, 22), Content(one_line(interest.text)))


def detail(view: View, pick: str | None) -> Content:
    """An interest in full, or the note."""
    if pick == "note:":
        return note(view.learned, view)
    found = next((i for i in view.interests if _id(i) == pick), None)
    return Content("") if found is None else _own(view, found) if found.own else _heard(view, found)


def _own(view: View, interest: InterestView) -> Content:
    hearers = tr("; ").join(words.seat_line(view, s) for s in interest.told) or tr("nobody in private")
    understood = series(words.party_short(view, p) for p in interest.acknowledged)
    served = [
        safe("• " + told(words.issue_title(view, name), series(known)))
        for name, options in interest.served_by.items()
        if (known := [words.option_label(view.issues[name], o) for o in options if _knows(view, name, o)])
    ]
    return page(
        lines(interest.text),
        words.stack(
            [
                words.fact(trc("an interest", "Kept"), names.kept().get(interest.kept, interest.kept)),
                words.fact(trc("an interest", "State"), names.interest_states().get(interest.state, interest.state)),
                words.fact(trc("an interest", "Told to"), hearers),
                words.fact(trc("an interest", "Understood by"), understood or trc("understood by", "nobody yet")),
            ]
        ),
        words.head(tr("Served by")) + Content("\n") + words.stack(served) if served else None,
    )


def _knows(view: View, issue: str, option: str) -> bool:
    """Whether this seat knows an option yet."""
    return issue in view.issues and any(o.id == option for o in view.issues[issue].options)


def _heard(view: View, interest: InterestView) -> Content:
    mine = view.party.id if view.party else ""
    if interest.state in ("public", "released"):
        terms = safe(tr("Said in public."))
    elif interest.permission is Permission.RELEASABLE:
        terms = safe(tr("Told in private; you may carry it to others."))
    else:
        terms = words.loud(tr("! Heard IN CONFIDENCE: to carry it is a breach that the record shows."))
    yes = tr("yes") if mine in interest.acknowledged else tr("not noted here")
    return page(
        words.fact(tr("An interest of"), words.party_name(view, interest.party)),
        lines(interest.text),
        terms,
        words.fact(tr("Acknowledged by us"), yes),
    )


def note(learned: Sequence[Learned], view: View) -> Content:
    """What was learned, beside what may be carried."""
    kept = _column([n for n in learned if not n.releasable], view)
    free = _column([n for n in learned if n.releasable], view)
    # Translators: the headings of two columns, at most 34 characters each.
    heads = row(cell(tr("LEARNED, stays here"), COLUMN, "bold"), words.head(tr("MAY BE CARRIED")))
    if not learned:
        return words.stack([heads, tr("Nothing yet: press t to note what you learned.")])
    return words.stack(
        [heads, *(row(cell(a, COLUMN), cell(b, COLUMN)) for a, b in zip_longest(kept, free, fillvalue=""))]
    )


def _column(learned: Sequence[Learned], view: View) -> list[str]:
    listed: list[str] = []
    for line in learned:
        text = told(words.party_short(view, line.party), one_line(line.text))
        listed += textwrap.wrap(text, COLUMN, initial_indent="• ", subsequent_indent="  ")
    return listed


PANE = Pane(
    mark("Interests"),
    rows,
    detail,
    mark("You know of no interest yet. Listen, and ask in a private meeting."),
    (wishes.DISCLOSE, wishes.RELAY, wishes.ACKNOWLEDGE, wishes.RELEASE, wishes.LEARNED),
    mark(
        "Why a party wants what it wants. You decide to whom you tell yours and on what terms; what you heard in "
        "confidence is marked."
    ),
)
