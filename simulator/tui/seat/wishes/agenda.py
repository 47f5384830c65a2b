"""Wishes on the agenda of a body: propose, agree, object, go on without everybody, take up an item."""

from collections.abc import Callable, Mapping
from typing import Any

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import commands as c
from simulator.engine.view.bodies import BodyView
from simulator.engine.view.shapes import View
from simulator.tui.boards.line import agenda_item
from simulator.tui.safe import one_line
from simulator.tui.seat.fields import Field, Form, NotNow, Pick, Several, Telling, Values, Writing
from simulator.tui.seat.wishes.wish import Wish, picked


def _agenda_at(view: View, pick: str | None, fits: Callable[[BodyView], bool], act: Act, why: str) -> BodyView:
    """The body whose agenda is meant: that of the picked row where it fits, otherwise the first that does."""
    mine = [body for body in view.bodies.values() if body.main or (body.mine and body.sits)]
    found = [body for body in mine if fits(body) and body.can.get(act, "") is None] or [b for b in mine if fits(b)]
    if not found:
        raise NotNow(why)
    at = picked(pick, "agenda")
    return next((body for body in found if body.id == at), found[0])


def _of(view: View, body: BodyView) -> dict[str, Any]:
    """The field of a command that names a body; the first plenary is not named."""
    return {} if body.main else {"body": body.id}


def _where(view: View, body: BodyView) -> tuple[Telling, ...]:
    """Which body a form is about, where there are several."""
    return (Telling(tr("In: {body}", body=one_line(body.name))),) if len(view.bodies) > 1 else ()


def _propose_agenda(view: View, pick: str | None) -> Form:
    why = tr("The agenda has been adopted.")
    body = _agenda_at(view, pick, lambda b: b.agenda.adopted is None, Act.PROPOSE_AGENDA, why)
    told = Telling(tr("The order in which you mark them is the order of the agenda."))
    listed = tuple((item, agenda_item(view, body.id, item)) for item in body.items)
    plain_ones = all(item is None for item in body.items.values())
    label = tr("Issues") if plain_ones else tr("Items")
    marked = () if plain_ones else body.agenda.proposed
    fields: tuple[Field, ...] = (*_where(view, body), told, Several("issues", label, listed, marked))
    if plain_ones and not body.agenda.objections:
        return Form(tr("Propose an agenda"), fields, _of(view, body), send=tr("Propose"))
    known = {item: said for item in body.items if (said := _wordings(view, body, item))}
    fields += tuple(
        Pick(
            f"words {item}",
            tr("Words for “{item}”", item=agenda_item(view, body.id, item)),
            tuple((text, one_line(text)) for text in said),
            body.agenda.wordings.get(item),
            none=tr("as the case has it"),
        )
        for item, said in known.items()
    )
    fields += (
        Pick("own", tr("An item in words of your own"), listed, none=tr("none")),
        Writing("own words", tr("Those words"), rows=2, needed=False),
    )

    def finish(values: Values) -> Mapping[str, Any] | str:
        issues = tuple(values["issues"])
        wordings = {item: text for item in known if item in issues and (text := values.get(f"words {item}"))}
        own, text = values.get("own"), str(values.get("own words", "")).strip()
        if text and not own:
            return tr("Pick the item that is to have your words.")
        if own and text:
            wordings[str(own)] = text
        return {"issues": issues, "wordings": wordings}

    return Form(tr("Propose an agenda"), fields, _of(view, body), finish=finish, send=tr("Propose"))


def _wordings(view: View, body: BodyView, item: str) -> tuple[str, ...]:
    """Other words for an item: the scenario's, those that are proposed, and those that somebody asked for."""
    written = body.items.get(item)
    found = list(written.wordings) if written is not None else []
    found += [text for text in (body.agenda.wordings.get(item),) if text]
    found += [said.wording for said in body.agenda.objections.get(item, ()) if said.wording]
    return tuple(dict.fromkeys(found))


def _agenda_in_words(view: View, body: BodyView) -> str:
    listed = body.agenda.proposed
    return tr("; ").join(f"{n}. {agenda_item(view, body.id, i)}" for n, i in enumerate(listed, 1))


def _proposed(body: BodyView) -> bool:
    return body.agenda.adopted is None and bool(body.agenda.proposed)


def _no_proposal(view: View) -> str:
    adopted = view.agenda.adopted is not None
    return tr("The agenda has been adopted.") if adopted else tr("Nobody has proposed an agenda.")


def _agreed(view: View, body: BodyView) -> bool:
    return view.party is not None and view.party.id in body.agenda.endorsed


def _adopt_agenda(view: View, pick: str | None) -> Form:
    def fits(body: BodyView) -> bool:
        return _proposed(body) and (not _agreed(view, body) or bool(body.away))

    waits = any(_proposed(body) for body in view.bodies.values() if body.main or (body.mine and body.sits))
    why = tr("Your party has agreed to this agenda.") if waits else _no_proposal(view)
    body = _agenda_at(view, pick, fits, Act.ADOPT_AGENDA, why)
    telling: tuple[Field, ...] = (*_where(view, body), Telling(_agenda_in_words(view, body)))
    return Form(tr("Agree to the agenda"), telling, _of(view, body), send=tr("Agree"))


def _object(view: View, pick: str | None) -> Form:
    body = _agenda_at(view, pick, _proposed, Act.ADOPT_AGENDA, _no_proposal(view))
    listed = tuple((item, agenda_item(view, body.id, item)) for item in body.agenda.proposed)
    known = dict.fromkeys(text for item in body.agenda.proposed for text in _wordings(view, body, item))

    def finish(values: Values) -> Mapping[str, Any] | str:
        own = str(values.get("own words", "")).strip()
        wording = own or values.get("wording") or ""
        return {"item": values["item"], "reason": values["reason"], "wording": wording}

    fields: tuple[Field, ...] = (
        *_where(view, body),
        Pick("item", tr("Item"), listed, listed[0][0] if len(listed) == 1 else None),
        Writing("reason", tr("What is wrong with it for you"), rows=2),
    )
    if known:
        one_of = tuple((text, one_line(text)) for text in known)
        fields += (Pick("wording", tr("Words that you could live with"), one_of, none=tr("none of them")),)
    fields += (Writing("own words", tr("Words of your own for it"), rows=2, needed=False),)
    return Form(tr("Object to an item of the agenda"), fields, _of(view, body), finish=finish, send=tr("Object"))


def _impose_agenda(view: View, pick: str | None) -> Form:
    def fits(body: BodyView) -> bool:
        may = view.possible(Act.DECLARE_OUTCOME) if body.main else view.seat in body.chair
        return _proposed(body) and may

    body = _agenda_at(view, pick, fits, Act.PRESIDE, tr("No proposed agenda waits for agreement."))
    return Form(
        tr("Go on with the agenda without everybody"),
        (
            *_where(view, body),
            Telling(_agenda_in_words(view, body)),
            Telling(tr("The record will show that the agenda was imposed."), warning=True),
            Writing("reason", tr("Why"), rows=2),
        ),
        _of(view, body),
        send=tr("Impose"),
    )


def _take_up(view: View, pick: str | None) -> Form:
    def fits(body: BodyView) -> bool:
        chairs = view.seat in body.chair and body.state == "open"
        return chairs and body.agenda.adopted is not None and bool(set(body.agenda.adopted.issues) - {body.agenda.item})

    why = tr("No body that you chair has an item to take up: it must be open and have adopted an agenda.")
    body = _agenda_at(view, pick, fits, Act.PRESIDE, why)
    assert body.agenda.adopted is not None
    listed = tuple(
        (item, agenda_item(view, body.id, item)) for item in body.agenda.adopted.issues if item != body.agenda.item
    )
    ahead = next((item for item, _ in listed if item not in body.agenda.done), listed[0][0])
    fields: tuple[Field, ...] = (*_where(view, body), Pick("item", tr("Item"), listed, ahead))
    return Form(tr("Take up an item"), fields, _of(view, body), send=tr("Take up"))


PROPOSE_AGENDA = Wish(
    "propose_agenda", "g", mark("Agenda"), mark("Process"), mark("Propose the issues to talk about, in order."),
    Act.PROPOSE_AGENDA, c.ProposeAgenda, _propose_agenda, rows=("process", "agenda"))  # fmt: skip
ADOPT_AGENDA = Wish(
    "adopt_agenda", "d", mark("Agree agenda"), mark("Process"), mark("Agree to the proposed agenda for your party."),
    Act.ADOPT_AGENDA, c.AdoptAgenda, _adopt_agenda, rows=("process", "agenda"))  # fmt: skip
IMPOSE_AGENDA = Wish(
    "impose_agenda", "i", mark("Impose agenda"), mark("Process"),
    mark("Go on with the agenda without everybody's agreement."), Act.PRESIDE, c.ImposeAgenda, _impose_agenda,
    rows=("process", "agenda"))  # fmt: skip
TAKE_UP = Wish(
    "take_up_item", "u", mark("Take up"), mark("Process"), mark("Take up an item of the adopted agenda."), Act.PRESIDE,
    c.TakeUpItem, _take_up, rows=("process", "agenda"))  # fmt: skip
OBJECT = Wish(
    "object_to_item", "e", mark("Object"), mark("Process"),
    mark("Object to an item of the proposed agenda, or to its words."), Act.ADOPT_AGENDA, c.ObjectToItem, _object,
    rows=("process", "agenda"))  # fmt: skip

AGENDA = (PROPOSE_AGENDA, ADOPT_AGENDA, OBJECT, IMPOSE_AGENDA, TAKE_UP)
