"""Wishes for interests: tell, release, carry, acknowledge, note."""

from collections.abc import Callable, Mapping
from typing import Any

from roles.acts import Act
from simulator.engine import commands as c
from simulator.engine.view.shapes import InterestView, View
from simulator.engine.words import EVERYBODY, Permission, Source
from simulator.tui.safe import one_line
from simulator.tui.seat import names, words
from simulator.tui.seat.fields import Field, Form, NotNow, Pick, Several, Telling, Tick, Values, Writing
from simulator.tui.seat.wishes.wish import Wish, picked

PUBLIC = ("released", "public")
"""States of an interest that everybody knows."""


def _interest(view: View, pick: str | None, fits: Callable[[InterestView], bool], why: str) -> tuple[InterestView, ...]:
    """The interests that fit, the picked one first."""
    found = tuple(i for i in view.interests if fits(i))
    if not found:
        raise NotNow(why)
    at = picked(pick, "own") or picked(pick, "heard")
    return tuple(sorted(found, key=lambda i: i.id != at))


def _options(view: View, interests: tuple[InterestView, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((i.id, f"{words.interest_owner(view, i)}: {_short(i.text, 90)}") for i in interests)


def _short(text: str, most: int) -> str:
    line = one_line(text)
    return line if len(line) <= most else line[: most - 1] + "…"


def _hearers(view: View, but: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Seats of other parties; everybody at the end."""
    in_meeting = view.caucus.seats if view.caucus else ()
    seats = tuple(
        (s, words.seat_line(view, s) + (" (in this meeting)" if s in in_meeting else ""))
        for s in sorted(view.seats, key=lambda s: s not in in_meeting)
        if view.seats[s].party not in but and view.seats[s].source is not Source.EMPTY
    )
    return (*seats, (EVERYBODY, "EVERYBODY: said in public"))


def _to(values: Values) -> tuple[str, ...]:
    return (EVERYBODY,) if EVERYBODY in values["to"] else tuple(values["to"])


def _mine(view: View) -> str:
    return view.party.id if view.party else ""


def _present(view: View) -> tuple[str, ...]:
    """The other seats of the private meeting in which this seat sits."""
    seats = view.caucus.seats if view.caucus else ()
    return tuple(s for s in seats if s in view.seats and view.seats[s].party != _mine(view))


def _disclose(view: View, pick: str | None) -> Form:
    own = _interest(
        view, pick, lambda i: i.own and i.state not in PUBLIC, "Your party has no interest that is not public already."
    )

    def finish(values: Values) -> Mapping[str, Any]:
        return {"interest": values["interest"], "to": _to(values), "permission": values["permission"]}

    permissions = tuple((p, text) for p, text in names.PERMISSIONS.items())
    return Form(
        "Tell an interest of your party",
        (
            Pick("interest", "Interest", _options(view, own), own[0].id),
            Several("to", "To whom", _hearers(view, (_mine(view),)), _present(view)),
            Pick("permission", "On what terms", permissions, Permission.CLOSED),
        ),
        finish=finish,
        send="Tell",
    )


def _release(view: View, pick: str | None) -> Form:
    own = _interest(
        view,
        pick,
        lambda i: i.own and bool(i.told) and i.state == "elicited",
        "No interest of yours was told in confidence.",
    )
    return Form(
        "Let an interest be carried",
        (
            Pick("interest", "Interest", _options(view, own), own[0].id),
            Telling("Those who heard it in private may then carry it to others."),
        ),
        send="Release",
    )


def _relay(view: View, pick: str | None) -> Form:
    heard = _interest(
        view, pick, lambda i: not i.own and i.state not in PUBLIC, "You have heard nothing that could be carried."
    )
    first = heard[0]
    fields: tuple[Field, ...] = (
        Pick("interest", "Interest", _options(view, heard), first.id),
        Several("to", "To whom", _hearers(view, (_mine(view), first.party))),
    )
    if all(i.permission is Permission.RELEASABLE for i in heard):
        return Form("Carry an interest", fields, finish=_carried({}), send="Carry")
    confided = {i.id: i.permission is not Permission.RELEASABLE for i in heard}
    marks = "; ".join(_short(i.text, 60) for i in heard if confided[i.id])
    warning = (
        Telling(
            f"Told IN CONFIDENCE: {marks}. Carrying this breaks a confidence, and the record will show the breach. "
            "Its owner can be asked to release it first.",
            warning=True,
        ),
        Tick("despite_confidence", "I carry it although it was told in confidence"),
    )
    return Form("Carry an interest", (*fields, *warning), finish=_carried(confided), send="Carry")


def _carried(confided: Mapping[str, bool]) -> Callable[[Values], Mapping[str, Any] | str]:
    def finish(values: Values) -> Mapping[str, Any] | str:
        breach = confided.get(values["interest"], False)
        if breach and not values.get("despite_confidence"):
            return "It was told in confidence. Tick the warning if you carry it all the same, or ask its owner first."
        return {"interest": values["interest"], "to": _to(values), "despite_confidence": breach}

    return finish


def _acknowledge(view: View, pick: str | None) -> Form:
    heard = _interest(
        view,
        pick,
        lambda i: not i.own and _mine(view) not in i.acknowledged,
        "You have heard no interest of others that your party has not acknowledged.",
    )
    return Form(
        "Acknowledge an interest: say that you have understood it",
        (
            Pick("interest", "Interest", _options(view, heard), heard[0].id),
            Telling("To understand is not to agree."),
        ),
        send="Acknowledge",
    )


def _learned(view: View, pick: str | None) -> Form:
    heard = tuple(i for i in view.interests if not i.own)
    at = picked(pick, "heard")
    first = next((i for i in heard if i.id == at), None)
    parties = tuple((p, one_line(party.name)) for p, party in view.parties.items() if p != _mine(view))

    def finish(values: Values) -> Mapping[str, Any]:
        return {k: v for k, v in values.items() if v is not None}

    return Form(
        "Add to the two-column note",
        (
            Pick("party", "From which party", parties, first.party if first else None),
            Writing("text", "What you learned", rows=3),
            Tick("releasable", "May be carried to others"),
            Pick("interest", "The interest behind it", _options(view, heard), first.id if first else None, none="none"),
        ),
        finish=finish,
        send="Note it",
    )


DISCLOSE = Wish(
    "disclose_interest", "d", "Tell", "Interests", "Tell an interest of your party: to whom, on what terms.",
    Act.DISCLOSE, c.DiscloseInterest, _disclose, rows=("own",))  # fmt: skip
RELEASE = Wish(
    "permit_release", "r", "Release", "Interests", "Let those who heard it in private carry it.", Act.DISCLOSE,
    c.PermitRelease, _release, rows=("own",))  # fmt: skip
RELAY = Wish(
    "relay_interest", "c", "Carry", "Interests", "Carry an interest of another party; it warns of a breach.", Act.RELAY,
    c.RelayInterest, _relay, rows=("heard",))  # fmt: skip
ACKNOWLEDGE = Wish(
    "acknowledge_interest", "g", "Acknowledge", "Interests", "Say that you have understood another's interest.",
    Act.ACKNOWLEDGE, c.AcknowledgeInterest, _acknowledge, rows=("heard",))  # fmt: skip
LEARNED = Wish(
    "record_learned", "t", "Note learned", "Interests", "Add a line to the mediators' two-column note.",
    Act.RECORD_LEARNED, c.RecordLearned, _learned, rows=("heard", "note"))  # fmt: skip

INTERESTS = (DISCLOSE, RELEASE, RELAY, ACKNOWLEDGE, LEARNED)
