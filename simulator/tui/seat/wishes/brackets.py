"""Wishes for brackets and what stands beside a clause: contest, narrow, support, lift, footnote, refer."""

from collections.abc import Mapping
from typing import Any

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import commands as c
from simulator.engine.session import Bracket
from simulator.engine.view.shapes import ClauseView, View
from simulator.engine.words import Resolution
from simulator.tui.boards import line
from simulator.tui.boards.texts import Place, attributed
from simulator.tui.safe import one_line
from simulator.tui.seat import names
from simulator.tui.seat.fields import Field, Form, NotNow, Pick, Telling, Values, Writing
from simulator.tui.seat.wishes.texts import brackets_of, clauses_to_pick, demand_open, of_a_text, options_of
from simulator.tui.seat.wishes.wish import Wish

Rows = tuple[tuple[ClauseView, Bracket], ...]


def _mine(view: View) -> str:
    return view.party.id if view.party else ""


def _named(view: View, rows: Rows) -> tuple[tuple[str, str], ...]:
    """Brackets as they are picked in a form, each with its clause."""
    return tuple((f"{cl.id}/{b.number}", line.told(one_line(cl.heading), attributed(view, cl, b))) for cl, b in rows)


def _first(here: Place, rows: Rows) -> str:
    """The bracket to begin with: the one that is picked, or the first of the clause that is."""
    own = [f"{cl.id}/{b.number}" for cl, b in rows if here.bracket is b]
    beside = [f"{cl.id}/{b.number}" for cl, b in rows if here.clause is cl]
    return (own or beside or [f"{cl.id}/{b.number}" for cl, b in rows])[0]


def _bracket(view: View, here: Place) -> Form:
    options, at = clauses_to_pick(view, here)
    alternatives = tuple((f"{cl.id}/{o}", line.told(one_line(cl.heading), label))
                         for cl in here.text.clauses for o, label in options_of(view, cl))  # fmt: skip
    others = brackets_of(
        here.text, lambda b: b.party != _mine(view) and b.inside is None and bool(b.option or b.wording)
    )
    fields: list[Field] = [
        Telling(tr("A bracket says: not agreed. It carries your alternative, and only your party lifts it.")),
        Pick("clause", tr("Clause"), options, at),
        *((Pick("option", tr("Alternative: an option"), alternatives, none=tr("none")),) if alternatives else ()),
        Writing("wording", tr("Alternative: own words"), rows=3, needed=False),
    ]
    if others:
        chosen = _first(here, others) if here.bracket is not None and here.bracket in [b for _, b in others] else None
        whole = tr("the clause as it stands")
        fields.append(Pick("inside", tr("What you contest"), _named(view, others), chosen, none=whole))

    def finish(values: Values) -> Mapping[str, Any] | str:
        made: dict[str, Any] = {"clause": values["clause"], "wording": str(values.get("wording", ""))}
        if values.get("inside"):
            clause, number = str(values["inside"]).rsplit("/", 1)
            made |= {"clause": clause, "inside": int(number)}
        if values.get("option"):
            clause, option = str(values["option"]).split("/", 1)
            if clause != made["clause"]:
                return tr("That option belongs to another clause.")
            made["option"] = option
        return made

    return Form(tr("Put a clause in brackets"), tuple(fields), finish=finish, send=tr("Bracket"))


def _own(view: View, here: Place) -> Rows:
    demand_open(here.text)
    own = brackets_of(here.text, lambda b: b.party == _mine(view))
    if not own:
        raise NotNow(tr("Your party has no open bracket."))
    if here.bracket is not None and here.bracket.resolution is None and here.bracket.party != _mine(view):
        raise NotNow(tr("That is not your party's bracket."))
    return own


def _lift(view: View, here: Place) -> Form:
    own = _own(view, here)

    def finish(values: Values) -> Mapping[str, Any] | str:
        clause, number = str(values["bracket"]).rsplit("/", 1)
        resolution, wording = values["resolution"], str(values.get("wording", "")).strip()
        if resolution in (Resolution.MERGED, Resolution.AMBIGUITY) and not wording:
            return tr("Write the wording that both sides can live with.")
        return {"clause": clause, "bracket": int(number), "resolution": resolution, "wording": wording}

    return Form(
        tr("Lift your bracket, and say how it was settled"),
        (
            Pick("bracket", tr("Bracket"), _named(view, own), _first(here, own)),
            Pick("resolution", tr("How"), tuple((r, text) for r, text in names.resolutions().items())),
            Writing("wording", tr("The new wording, where there is one"), rows=3, needed=False),
        ),
        finish=finish,
        send=tr("Lift"),
    )


def _narrow(view: View, here: Place) -> Form:
    own = _own(view, here)
    alternatives = tuple((f"{cl.id}/{o}", line.told(one_line(cl.heading), label))
                         for cl in dict(own) for o, label in options_of(view, cl))  # fmt: skip

    def finish(values: Values) -> Mapping[str, Any] | str:
        clause, number = str(values["bracket"]).rsplit("/", 1)
        made: dict[str, Any] = {"clause": clause, "bracket": int(number)}
        made["wording"] = str(values.get("wording", "")).strip()
        if values.get("option"):
            of, option = str(values["option"]).split("/", 1)
            if of != clause:
                return tr("That option belongs to another clause.")
            made["option"] = option
        if not made["wording"] and "option" not in made:
            return tr("Write the narrower words, or pick an option.")
        return made

    return Form(
        tr("Narrow your bracket"),
        (
            Telling(tr("Ask for less than before, in other words. Who supports it may take its name off.")),
            Pick("bracket", tr("Bracket"), _named(view, own), _first(here, own)),
            *((Pick("option", tr("Alternative: an option"), alternatives, none=tr("none")),) if alternatives else ()),
            Writing("wording", tr("Alternative: own words"), rows=3, needed=False),
        ),
        finish=finish,
        send=tr("Narrow"),
    )


def _support(view: View, here: Place) -> Form:
    demand_open(here.text)
    others = brackets_of(here.text, lambda b: b.party != _mine(view))
    if not others:
        raise NotNow(tr("No other party has an open bracket."))
    first = _first(here, others)
    clause, bracket = next((cl, b) for cl, b in others if f"{cl.id}/{b.number}" == first)
    supports = _mine(view) not in bracket.supporters
    said = tr("It cannot be lifted while your name is on it.")
    return Form(
        tr("Put your party's name to a bracket") if supports else tr("Take your party's name off a bracket"),
        (Telling(attributed(view, clause, bracket)), *((Telling(said),) if supports else ())),
        {"clause": clause.id, "bracket": bracket.number, "supports": supports},
        send=tr("Support it") if supports else tr("Take it off"),
    )


def _footnote(view: View, here: Place) -> Form:
    options, at = clauses_to_pick(view, here)
    return Form(
        tr("Put a footnote under a clause"),
        (
            Telling(tr("A footnote stays in the text, in the name of your party; it contests nothing.")),
            Pick("clause", tr("Clause"), options, at),
            Writing("text", tr("The footnote"), rows=2),
        ),
        send=tr("Put it"),
    )


def _refer(view: View, here: Place) -> Form:
    options, at = clauses_to_pick(view, here)
    fits = {cl.id for cl in here.text.clauses if cl.clause.state in ("proposed", "clean")}
    fits -= {cl.id for cl in here.text.clauses if _mine(view) in cl.clause.referred}
    if not fits:
        raise NotNow(tr("There is no clause to which you could agree ad referendum."))
    shown = tuple((name, label) for name, label in options if name in fits)
    return Form(
        tr("Agree to a clause ad referendum"),
        (
            Telling(tr("The clause is grey until your capital answers.")),
            Pick("clause", tr("Clause"), shown, at if at in fits else shown[0][0]),
        ),
        send=tr("Agree"),
    )


BRACKET = Wish(
    "bracket_clause", "e", mark("Bracket"), mark("Text"), mark("Contest a clause, with your alternative."), Act.BRACKET,
    c.BracketClause, of_a_text(_bracket), rows=("clause",))  # fmt: skip
LIFT = Wish(
    "lift_bracket", "r", mark("Lift"), mark("Text"), mark("Close your party's bracket, and say how."), Act.BRACKET,
    c.LiftBracket, of_a_text(_lift), rows=("bracket",))  # fmt: skip
NARROW = Wish(
    "narrow_bracket", "u", mark("Narrow"), mark("Text"), mark("Ask for less in your party's bracket."), Act.BRACKET,
    c.NarrowBracket, of_a_text(_narrow), rows=("bracket",))  # fmt: skip
SUPPORT = Wish(
    "support_bracket", "i", mark("Support"), mark("Text"),
    mark("Put your party's name to a bracket of others, or take it off."), Act.BRACKET, c.SupportBracket,
    of_a_text(_support), rows=("bracket",))  # fmt: skip
FOOTNOTE = Wish(
    "add_footnote", "f", mark("Footnote"), mark("Text"), mark("Put a footnote of your party under a clause."),
    Act.REFER_CLAUSE, c.AddFootnote, of_a_text(_footnote), rows=("clause",))  # fmt: skip
REFER = Wish(
    "refer_clause", "z", mark("Ad referendum"), mark("Text"), mark("Agree to a clause subject to your capital."),
    Act.REFER_CLAUSE, c.ReferClause, of_a_text(_refer), rows=("clause",))  # fmt: skip

BRACKETS = (BRACKET, LIFT, NARROW, SUPPORT, FOOTNOTE, REFER)
