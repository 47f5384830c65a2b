"""Wishes for interests: tell, release, carry, acknowledge, note."""

from collections.abc import Callable, Mapping
from typing import Any

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import commands as c
from simulator.engine.view.shapes import InterestView, View
from simulator.engine.words import EVERYBODY, Permission, Source
from simulator.tui.boards import line
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
    return tuple((i.id, line.told(words.interest_owner(view, i), _short(i.text, 90))) for i in interests)


def _short(text: str, most: int) -> str:
    said = one_line(text)
    return said if len(said) <= most else said[: most - 1] + "…"


def _hearers(view: View, but: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Seats of other parties; everybody at the end."""
    in_meeting = view.caucus.seats if view.caucus else ()
    seats = tuple(
        (
            s,
            tr("{seat} (in this meeting)", seat=words.seat_line(view, s))
            if s in in_meeting
            else words.seat_line(view, s),
        )
        for s in sorted(view.seats, key=lambda s: s not in in_meeting)
        if view.seats[s].party not in but and view.seats[s].source is not Source.EMPTY
    )
    return (*seats, (EVERYBODY, tr("EVERYBODY: said in public")))


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
        view,
        pick,
        lambda i: i.own and i.state not in PUBLIC,
        tr("Your party has no interest that is not public already."),
    )

    def finish(values: Values) -> Mapping[str, Any] | str:
        carry_to = tuple(values.get("carry_to", ()))
        if carry_to and values["permission"] is Permission.CLOSED:
            return tr("It stays with whom you tell: unmark the parties, or let it be carried.")
        told = {"interest": values["interest"], "to": _to(values), "permission": values["permission"]}
        return {**told, "carry_to": carry_to} if carry_to else told

    permissions = tuple((p, text) for p, text in names.permissions().items())
    return Form(
        tr("Tell an interest of your party"),
        (
            Pick("interest", tr("Interest"), _options(view, own), own[0].id),
            Several("to", tr("To whom"), _hearers(view, (_mine(view),)), _present(view)),
            Pick("permission", tr("On what terms"), permissions, Permission.CLOSED),
            _only_to(view),
        ),
        finish=finish,
        send=tr("Tell"),
    )


def _release(view: View, pick: str | None) -> Form:
    own = _interest(
        view,
        pick,
        lambda i: i.own and bool(i.told) and i.state not in PUBLIC,
        tr("No interest of yours was told in confidence."),
    )

    def finish(values: Values) -> Mapping[str, Any]:
        carry_to = tuple(values.get("carry_to", ()))
        return {"interest": values["interest"], **({"carry_to": carry_to} if carry_to else {})}

    return Form(
        tr("Let an interest be carried"),
        (
            Pick("interest", tr("Interest"), _options(view, own), own[0].id),
            Telling(tr("Those who heard it in private may then carry it to others.")),
            _only_to(view),
        ),
        finish=finish,
        send=tr("Release"),
    )


def _only_to(view: View) -> Several:
    """The parties to whom an interest may be carried."""
    others = tuple((p, one_line(party.name)) for p, party in view.parties.items() if p != _mine(view) and party.seats)
    return Several("carry_to", tr("Carried only to; none marked: to anybody"), others, least=0)


def _forbid(view: View, pick: str | None) -> Form:
    own = _interest(
        view,
        pick,
        lambda i: i.own and i.state not in PUBLIC and Permission.RELEASABLE in i.terms.values(),
        tr("Nobody may carry an interest of yours."),
    )
    return Form(
        tr("Take back that an interest may be carried"),
        (
            Pick("interest", tr("Interest"), _options(view, own), own[0].id),
            Telling(tr("From now on it stays with those who know it. What was carried is not unheard.")),
        ),
        send=tr("Take back"),
    )


def _may_hear(view: View, interest: InterestView) -> tuple[str, ...]:
    """Those in this meeting to whom an interest may be carried, and to whom we have not carried it."""
    allowed = interest.carry_to or tuple(view.parties)
    return tuple(
        s
        for s in _present(view)
        if view.seats[s].party in allowed and view.seats[s].party != interest.party and s not in interest.carried
    )


def _relay(view: View, pick: str | None) -> Form:
    heard = _interest(
        view, pick, lambda i: not i.own and i.state not in PUBLIC, tr("You have heard nothing that could be carried.")
    )
    first = heard[0]
    fields: tuple[Field, ...] = (
        Pick("interest", tr("Interest"), _options(view, heard), first.id),
        Several("to", tr("To whom"), _hearers(view, (_mine(view), first.party)), _may_hear(view, first)),
    )
    if all(i.permission is Permission.RELEASABLE for i in heard):
        return Form(tr("Carry an interest"), fields, finish=_carried({}), send=tr("Carry"))
    confided = {i.id: i.permission is not Permission.RELEASABLE for i in heard}
    told = tr("; ").join(_short(i.text, 60) for i in heard if confided[i.id])
    warning = (
        Telling(
            tr(
                "Told IN CONFIDENCE: {interests}. Carrying this breaks a confidence, and the record will show the "
                "breach. Its owner can be asked to release it first.",
                interests=told,
            ),
            warning=True,
        ),
        Tick("despite_confidence", tr("I carry it although it was told in confidence")),
    )
    return Form(tr("Carry an interest"), (*fields, *warning), finish=_carried(confided), send=tr("Carry"))


def _carried(confided: Mapping[str, bool]) -> Callable[[Values], Mapping[str, Any] | str]:
    def finish(values: Values) -> Mapping[str, Any] | str:
        breach = confided.get(values["interest"], False)
        if breach and not values.get("despite_confidence"):
            return tr(
                "It was told in confidence. Tick the warning if you carry it all the same, or ask its owner first."
            )
        return {"interest": values["interest"], "to": _to(values), "despite_confidence": breach}

    return finish


def _acknowledge(view: View, pick: str | None) -> Form:
    heard = _interest(
        view,
        pick,
        lambda i: not i.own and _mine(view) not in i.acknowledged,
        tr("You have heard no interest of others that your party has not acknowledged."),
    )
    return Form(
        tr("Acknowledge an interest: say that you have understood it"),
        (
            Pick("interest", tr("Interest"), _options(view, heard), heard[0].id),
            Telling(tr("To understand is not to agree.")),
        ),
        send=tr("Acknowledge"),
    )


def _learned(view: View, pick: str | None) -> Form:
    heard = tuple(i for i in view.interests if not i.own)
    at = picked(pick, "heard")
    first = next((i for i in heard if i.id == at), None)
    parties = tuple((p, one_line(party.name)) for p, party in view.parties.items() if p != _mine(view))

    def finish(values: Values) -> Mapping[str, Any]:
        return {k: v for k, v in values.items() if v is not None}

    return Form(
        tr("Add to the two-column note"),
        (
            Pick("party", tr("From which party"), parties, first.party if first else None),
            Writing("text", tr("What you learned"), rows=3),
            Tick("releasable", tr("May be carried to others")),
            Pick(
                "interest",
                tr("The interest behind it"),
                _options(view, heard),
                first.id if first else None,
                none=tr("none"),
            ),
        ),
        finish=finish,
        send=tr("Note it"),
    )


DISCLOSE = Wish(
    "disclose_interest", "d", mark("Tell"), mark("Interests"),
    mark("Tell an interest of your party: to whom, on what terms."), Act.DISCLOSE, c.DiscloseInterest, _disclose,
    rows=("own",))  # fmt: skip
RELEASE = Wish(
    "permit_release", "r", mark("Release"), mark("Interests"), mark("Let those who heard it in private carry it."),
    Act.DISCLOSE, c.PermitRelease, _release, rows=("own",))  # fmt: skip
FORBID = Wish(
    "withdraw_release", "f", mark("Take back"), mark("Interests"), mark("Take back that an interest may be carried."),
    Act.DISCLOSE, c.WithdrawRelease, _forbid, rows=("own",))  # fmt: skip
RELAY = Wish(
    "relay_interest", "c", mark("Carry"), mark("Interests"),
    mark("Carry an interest of another party; it warns of a breach."), Act.RELAY, c.RelayInterest, _relay,
    rows=("heard",))  # fmt: skip
ACKNOWLEDGE = Wish(
    "acknowledge_interest", "g", mark("Acknowledge"), mark("Interests"),
    mark("Say that you have understood another's interest."), Act.ACKNOWLEDGE, c.AcknowledgeInterest, _acknowledge,
    rows=("heard",))  # fmt: skip
LEARNED = Wish(
    "record_learned", "t", mark("Note learned"), mark("Interests"),
    mark("Add a line to the mediators' two-column note."), Act.RECORD_LEARNED, c.RecordLearned, _learned,
    rows=("heard", "note"))  # fmt: skip

INTERESTS = (DISCLOSE, RELEASE, FORBID, RELAY, ACKNOWLEDGE, LEARNED)
