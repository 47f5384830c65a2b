"""Wishes of mediators: what they believe of the parties, and their own code of conduct."""

from collections.abc import Mapping
from typing import Any

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import commands as c
from simulator.engine.session import Belief
from simulator.engine.view.shapes import View
from simulator.engine.view.sheets import ConductView
from simulator.tui.boards.names import sure
from simulator.tui.safe import one_line
from simulator.tui.seat import words
from simulator.tui.seat.fields import Form, NotNow, Pick, Telling, Values, Writing
from simulator.tui.seat.wishes.wish import Wish, picked, plain


def others(view: View) -> tuple[str, ...]:
    """The parties that the map is about: those with seats, beside one's own team."""
    mine = view.party.id if view.party else ""
    return tuple(p for p, party in view.parties.items() if p != mine and party.seats)


def _form(view: View, title: str, start: Belief | None, party: str | None, issue: str | None) -> Form:
    parties = tuple((p, words.party_name(view, p)) for p in others(view))
    issues = tuple((i, words.issue_title(view, i)) for i in view.issues)
    how_sure = tuple((n, text) for n, text in sure().items())
    heard = tuple(
        (i.id, tr("{party}: {interest}", party=words.party_short(view, i.party), interest=one_line(i.text)[:90]))
        for i in view.interests
        if not i.own
    )
    fields: list[Any] = [
        Pick("party", tr("What does this party need?"), parties, start.party if start else party),
        Writing("text", tr("In your own words: what, and why"), rows=3, value=start.text if start else ""),
        Pick("issue", tr("On which issue"), issues, start.issue if start else issue, none=tr("in general")),
        Pick("sure", tr("How sure are you"), how_sure, start.sure if start else 1),
        Pick(
            "learned_from",
            tr("From whom"),
            parties,
            start.learned_from if start else None,
            none=tr("nobody said so: our own guess"),
        ),
    ]
    if heard:
        fields.append(
            Pick("interest", tr("The interest behind it, as it was told"), heard, start.interest if start else None,
                 none=tr("not told yet"))
        )  # fmt: skip

    def finish(values: Values) -> Mapping[str, Any] | str:
        interest = values.get("interest")
        if interest is not None and interest.split(".", 1)[0] != values.get("party"):
            return tr("That interest is another party's.")
        return {k: v for k, v in values.items() if v is not None}

    fixed = {"belief": start.number} if start else {}
    return Form(title, tuple(fields), fixed, finish=finish, send=tr("Note it"))


def _note(view: View, pick: str | None) -> Form:
    at = (picked(pick, "cell") or ":").split(":")
    party = at[0] if at[0] in view.parties else None
    return _form(view, tr("What we believe"), None, party, at[1] if at[1] in view.issues else None)


def _belief(view: View, pick: str | None) -> Belief:
    number = picked(pick, "belief")
    found = next((b for b in view.beliefs if str(b.number) == number and not b.struck), None)
    if found is None:
        raise NotNow(tr("Put the cursor on a belief that stands."))
    return found


def _change(view: View, pick: str | None) -> Form:
    belief = _belief(view, pick)
    return _form(view, tr("What we believe now"), belief, None, None)


def _strike(view: View, pick: str | None) -> Form:
    belief = _belief(view, pick)
    return Form(
        tr("Strike a belief"),
        (Telling(one_line(belief.text)), Writing("reason", tr("What showed that it is wrong"), rows=2, needed=False)),
        {"belief": belief.number},
        send=tr("Strike it"),
    )


def own_code(view: View) -> tuple[ConductView, ...]:
    """The code of conduct of the seat's team."""
    return view.conduct.get(view.party.id, ()) if view.party is not None else ()


def _item(view: View, pick: str | None) -> ConductView:
    items = own_code(view)
    at = picked(pick, "conduct")
    found = next((i for i in items if i.id == at), None) or next((i for i in items if i.tick is None), None)
    if found is None:
        raise NotNow(tr("Every item is ticked; put the cursor on one to take it back."))
    return found


def _tick(view: View, pick: str | None) -> Form:
    item = _item(view, pick)
    return plain(tr("Tick"), item=item.id, done=item.tick is None)


def _remark(view: View, pick: str | None) -> Form:
    item = _item(view, pick)
    text = item.tick.text if item.tick is not None else ""
    return Form(
        tr("Tick, with a word"),
        (Telling(one_line(item.text)), Writing("text", tr("With whom, how, what was said"), rows=3, value=text)),
        {"item": item.id, "done": True},
        send=tr("Tick it"),
    )


BELIEVE = Wish(
    "note_belief", "t", mark("Note belief"), mark("Conflict map"), mark("Note what you believe a party needs."),
    Act.MAP_CONFLICT, c.NoteBelief, _note, rows=("cell",))  # fmt: skip
CHANGE = Wish(
    "change_belief", "e", mark("Change"), mark("Conflict map"), mark("Change a belief, or how sure you are of it."),
    Act.MAP_CONFLICT, c.NoteBelief, _change, rows=("belief",))  # fmt: skip
STRIKE = Wish(
    "strike_belief", "x", mark("Strike"), mark("Conflict map"), mark("Take a belief off the map: it proved wrong."),
    Act.MAP_CONFLICT, c.StrikeBelief, _strike, rows=("belief",))  # fmt: skip
TICK = Wish(
    "mark_conduct", "t", mark("Tick"), mark("Conduct"), mark("Tick an item of your code of conduct, or untick it."),
    Act.KEEP_CONDUCT, c.MarkConduct, _tick, rows=("conduct",))  # fmt: skip
REMARK = Wish(
    "remark_conduct", "e", mark("With a word"), mark("Conduct"), mark("Tick an item with a word to it."),
    Act.KEEP_CONDUCT, c.MarkConduct, _remark, rows=("conduct",))  # fmt: skip

CONFLICT = (BELIEVE, CHANGE, STRIKE)
CONDUCT = (TICK, REMARK)
