"""Wishes for the preparation sheet: write a part, file it."""

from collections.abc import Mapping
from typing import Any

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import commands as c
from simulator.engine.view.shapes import View
from simulator.engine.view.sheets import PreparationView
from simulator.tui.seat.fields import Form, NotNow, Telling, Values, Writing
from simulator.tui.seat.wishes.wish import Wish, picked


def own_sheet(view: View) -> PreparationView | None:
    """The preparation sheet of the seat's party."""
    return view.preparation.get(view.party.id) if view.party is not None else None


def _sheet(view: View) -> PreparationView:
    sheet = own_sheet(view)
    if sheet is None:
        raise NotNow(tr("Your role has no preparation sheet."))
    return sheet


def _write(view: View, pick: str | None) -> Form:
    sheet = _sheet(view)
    at = picked(pick, "part")
    parts = sorted(sheet.parts, key=lambda p: (p.id != at, bool(p.text)))
    part = parts[0]

    def finish(values: Values) -> Mapping[str, Any] | str:
        text = values.get("text", "")
        if text == part.text:
            return tr("This is what your preparation sheet says.")
        return {"parts": {part.id: text}}

    return Form(
        part.title,
        (Telling(part.ask), Writing("text", tr("For your party only"), rows=8, value=part.text, needed=False)),
        finish=finish,
        send=tr("Keep it"),
    )


def _file(view: View, pick: str | None) -> Form:
    sheet = _sheet(view)
    written = sum(bool(part.text) for part in sheet.parts)
    if not written:
        raise NotNow(tr("There is nothing on your preparation sheet."))
    if sheet.filed is not None and not sheet.changed:
        raise NotNow(tr("It is filed as it stands."))
    told = tr(
        "{n} of {all} parts are written. Filing keeps them as your plan, to be read beside what happened in the "
        "debriefing. You can change and file it again.",
        n=written,
        all=len(sheet.parts),
    )
    return Form(tr("File the preparation sheet"), (Telling(told),), send=tr("File"))


WRITE = Wish(
    "write_sheet", "w", mark("Write"), mark("Preparation"), mark("Write a part of your party's preparation sheet."),
    Act.PREPARE, c.WriteSheet, _write, rows=("part",))  # fmt: skip
FILE = Wish(
    "file_sheet", "f", mark("File"), mark("Preparation"), mark("File the sheet: it is the plan that you begin with."),
    Act.PREPARE, c.FileSheet, _file, rows=("sheet",))  # fmt: skip

PREPARATION = (WRITE, FILE)
