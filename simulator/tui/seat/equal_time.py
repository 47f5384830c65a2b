"""Equal time: how often and how long the mediators have met each party in private, and whom they have not met."""

from collections.abc import Sequence

from textual.content import Content

from roles.acts import Act
from roles.rights import Kind
from scenarios.texts import tr, trn
from simulator.engine.session import Caucus
from simulator.engine.view.shapes import View
from simulator.tui.boards.line import bar, cell, page, row, series
from simulator.tui.safe import safe
from simulator.tui.seat import words
from simulator.tui.seat.pane import Row
from simulator.tui.seat.wishes.meetings import CALL

BAR = 14
SOON = 120
"""Seconds before its cap from which a meeting is said to end soon."""


def kept(view: View) -> bool:
    """Whether this seat keeps an eye on equal time: mediators who call private meetings."""
    return view.party is not None and view.party.kind is Kind.MEDIATION and Act.CALL_CAUCUS in view.can


def met(view: View, party: str) -> tuple[Caucus, ...]:
    """The private meetings of the own team with a party that were opened, in order."""
    return tuple(
        c for c in view.caucuses if c.state in ("open", "closed") and {_mine(view), party} <= set(_parties(view, c))
    )


def _mine(view: View) -> str:
    return view.party.id if view.party else ""


def _parties(view: View, caucus: Caucus) -> tuple[str, ...]:
    return tuple(dict.fromkeys(view.seats[s].party for s in caucus.seats if s in view.seats))


def seconds(view: View, caucus: Caucus) -> float:
    """How long a meeting has lasted."""
    until = caucus.closed if caucus.state == "closed" else view.clock.seconds
    return until - caucus.opened


def lasted(view: View, caucus: Caucus) -> str:
    """How long an open meeting has lasted against its cap, in words."""
    cap = view.caucus_minutes * 60
    so_far, left = seconds(view, caucus), cap - seconds(view, caucus)
    if left < 0:
        return tr("{time} of {limit}, OVER TIME", time=words.ms(so_far), limit=words.ms(cap))
    if left <= SOON:
        return tr("{time} of {limit}, ENDS SOON", time=words.ms(so_far), limit=words.ms(cap))
    return tr("{time} of {limit}", time=words.ms(so_far), limit=words.ms(cap))


def _to_meet(view: View) -> tuple[str, ...]:
    """The parties that decide, and others that were met."""
    others = [p for p, party in view.parties.items() if p != _mine(view) and party.seats]
    return tuple(p for p in others if view.parties[p].decides or met(view, p))


def rows(view: View) -> Sequence[Row]:
    """A row a party, those with least time first; nothing for seats that do not mediate."""
    if not kept(view):
        return ()
    total = {p: sum(seconds(view, c) for c in met(view, p)) for p in _to_meet(view)}
    most = max(total.values(), default=0.0) or 1.0
    order = sorted(total, key=lambda p: total[p])
    return [(f"meet:{p}", _row(view, p, total[p], most)) for p in order]


def _row(view: View, party: str, total: float, most: float) -> Content:
    found = met(view, party)
    open_ = next((c for c in found if c.state == "open"), None)
    # Translators: how often the mediators met a party in private, at most 11 characters.
    many = trn("{n} meeting", "{n} meetings", len(found)) if found else tr("not met yet")
    asked = any(c.state in ("requested", "granted") and party in _parties(view, c) for c in view.caucuses)
    now = ""
    if open_ is not None:
        now = tr("NOW {time}", time=lasted(view, open_))
    elif asked:
        now = tr("asked for")
    return row(
        cell(words.party_short(view, party), 14, "bold"),
        cell(many, 11, "" if found else "bold"),
        cell(words.ms(total) if found else "", 7),
        words.head(now) if now else Content(""),
        bar(total / most, BAR),
    )


def detail(view: View, party: str) -> Content:
    """A party's meetings, and the time of all parties beside each other."""
    found = met(view, party)
    meetings = [safe(f"• {words.caucus_line(view, c)}") for c in reversed(found)]
    total = sum(seconds(view, c) for c in found)
    missing = [words.party_short(view, p) for p in _to_meet(view) if not met(view, p)]
    open_ = next((c for c in found if c.state == "open"), None)
    why = CALL.why_not(view, f"meet:{party}")
    return page(
        words.stack(
            [
                words.head(words.party_name(view, party)),
                words.fact(tr("In private so far"), words.ms(total)) if found else "",
                words.fact(tr("Open now"), lasted(view, open_)) if open_ is not None else "",
                *(meetings or [safe(tr("Your team has not met this party in private yet."))]),
            ]
        ),
        words.stack([words.head(tr("Equal time, least first")), *(line for _, line in rows(view))]),
        words.fact(tr("Not met yet"), series(missing)) if missing else None,
        safe(why or tr("Press {key}, or Enter on the row, to call a private meeting with them.", key=CALL.deed.keycap)),
    )
