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
    if "relay" in view.can:
        listed.append(("carry:", row(cell(tr("To carry"), 12, "bold"), safe(_carry_line(view)))))
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
    if pick == "carry:":
        return carrying(view)
    found = next((i for i in view.interests if _id(i) == pick), None)
    return Content("") if found is None else _own(view, found) if found.own else _heard(view, found)


def _own(view: View, interest: InterestView) -> Content:
    hearers = [safe("• " + _hearer(view, interest, seat)) for seat in interest.told]
    carried = series(words.seat_line(view, s) for s in interest.carried)
    opens = [
        safe("• " + told(words.issue_title(view, issue), words.option_label(view.issues.get(issue), option)))
        for issue, option in interest.unlocks
    ]
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
                words.fact(trc("an interest", "Told to"), "" if hearers else tr("nobody in private")),
                *hearers,
                words.fact(trc("an interest", "Carried to"), carried) if carried else "",
                words.fact(trc("an interest", "Understood by"), understood or trc("understood by", "nobody yet")),
            ]
        ),
        words.head(tr("Served by")) + Content("\n") + words.stack(served) if served else None,
        words.head(tr("Who hears it, hears of")) + Content("\n") + words.stack(opens) if opens else None,
    )


def _hearer(view: View, interest: InterestView, seat: str) -> str:
    """A seat that was told, and on what terms."""
    who = words.seat_line(view, seat)
    if interest.terms.get(seat) is not Permission.RELEASABLE:
        return tr("{seat}, in confidence", seat=who)
    if interest.carry_to:
        parties = series(words.party_short(view, p) for p in interest.carry_to)
        return tr("{seat}, may carry it to {parties}", seat=who, parties=parties)
    return tr("{seat}, may carry it", seat=who)


def _knows(view: View, issue: str, option: str) -> bool:
    """Whether this seat knows an option yet."""
    return issue in view.issues and any(o.id == option for o in view.issues[issue].options)


def _heard(view: View, interest: InterestView) -> Content:
    mine = view.party.id if view.party else ""
    if interest.state in ("public", "released"):
        terms = safe(tr("Said in public."))
    elif interest.permission is Permission.RELEASABLE:
        terms = safe(tr("Told in private; you may carry it to others."))
        if interest.carry_to:
            parties = series(words.party_name(view, p) for p in interest.carry_to)
            terms = safe(tr("Told in private; you may carry it to: {parties}.", parties=parties))
    else:
        terms = words.loud(tr("! Heard IN CONFIDENCE: to carry it is a breach that the record shows."))
    yes = tr("yes") if mine in interest.acknowledged else tr("not noted here")
    return page(
        words.fact(tr("An interest of"), words.party_name(view, interest.party)),
        lines(interest.text),
        terms,
        words.stack(
            [
                words.fact(tr("Carried by us to"), series(words.seat_line(view, s) for s in interest.carried))
                if interest.carried
                else "",
                words.fact(tr("Acknowledged by us"), yes),
            ]
        ),
    )


def _carry_line(view: View) -> str:
    heard = [i for i in view.interests if not i.own and i.state == "heard"]
    free = sum(i.permission is Permission.RELEASABLE for i in heard)
    return tr("{free} to carry, {closed} in confidence", free=free, closed=len(heard) - free)


def carrying(view: View) -> Content:
    """What a mediator may carry to whom: party by party what may be said there, and what stays closed."""
    heard = [i for i in view.interests if not i.own and i.state == "heard"]
    if not heard:
        return lines(
            tr(
                "Nothing was told to you in private yet. What you may carry will stand here, by the party to tell it "
                "to."
            )
        )
    free = [i for i in heard if i.permission is Permission.RELEASABLE]
    mine = view.party.id if view.party else ""
    said = []
    for party in view.parties.values():
        here = [i for i in free if i.party != party.id and party.id in (i.carry_to or (party.id,))]
        if party.id != mine and party.seats and here and (party.decides or any(i.carry_to for i in here)):
            said.append(
                words.stack(
                    [words.head(tr("To {party}", party=party.name)), *(_to_say(view, i, party.seats) for i in here)]
                )
            )
    closed = [
        safe("• " + told(words.party_short(view, i.party), one_line(i.text)))
        for i in heard
        if i.permission is not Permission.RELEASABLE
    ]
    return page(
        *said,
        words.stack([words.loud(tr("IN CONFIDENCE: ask its owner before you carry it")), *closed]) if closed else None,
        words.quiet(tr("Put the cursor on an interest and press c to carry it.")),
    )


def _to_say(view: View, interest: InterestView, seats: Sequence[str]) -> Content:
    """An interest that may be said somewhere, and whether we said it there."""
    sign = tr("[said]") if any(seat in interest.carried for seat in seats) else "•"
    return safe(f"{sign} {told(words.party_short(view, interest.party), one_line(interest.text))}")


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
    (
        wishes.DISCLOSE,
        wishes.RELAY,
        wishes.ACKNOWLEDGE,
        wishes.RELEASE,
        wishes.FORBID,
        wishes.LEARNED,
    ),
    mark(
        "Why a party wants what it wants. You decide to whom you tell yours and on what terms; what you heard in "
        "confidence is marked."
    ),
)
