"""Preparation: the sheet of one's party, part by part, and the plan that was filed."""

from collections.abc import Sequence

from textual.content import Content

from scenarios.texts import mark, tr, trc, trn
from simulator.engine.view.shapes import View
from simulator.engine.view.sheets import PartView, PreparationView
from simulator.tui.boards.line import cell, page, row
from simulator.tui.safe import lines, one_line, safe
from simulator.tui.seat import words
from simulator.tui.seat.pane import Pane, Row
from simulator.tui.seat.wishes import preparation as wishes


def rows(view: View) -> Sequence[Row]:
    """The sheet as a whole, then its parts."""
    sheet = wishes.own_sheet(view)
    if sheet is None:
        return []
    # Translators: the heading of the preparation sheet, at most 34 characters.
    top = row(cell(tr("The sheet"), 34, "bold"), safe(state(sheet)))
    return [("sheet:", top), *((f"part:{part.id}", _row(part)) for part in sheet.parts)]


def _row(part: PartView) -> Content:
    text = safe(one_line(part.text)) if part.text else words.quiet(trc("a part of the sheet", "nothing yet"))
    return row(cell(part.title, 34), text)


def state(sheet: PreparationView) -> str:
    """How far the sheet is, in words."""
    written = sum(bool(part.text) for part in sheet.parts)
    if sheet.filed is None:
        said = trn("{n} of {all} parts written, not filed", "{n} of {all} parts written, not filed", written,
                   all=len(sheet.parts))  # fmt: skip
        return tr("{state}; the exercise waits for it", state=said) if sheet.asked else said
    if sheet.changed:
        return tr("filed at {time}, changed since", time=words.hms(sheet.filed))
    return tr("filed at {time}", time=words.hms(sheet.filed))


def detail(view: View, pick: str | None) -> Content:
    """A part with what it asks, or the whole sheet."""
    sheet = wishes.own_sheet(view)
    if sheet is None:
        return Content("")
    name = (pick or "").removeprefix("part:")
    part = next((p for p in sheet.parts if p.id == name), None)
    if part is not None:
        changed = sheet.filed is not None and part.planned != part.text
        return page(
            words.stack([words.head(part.title), words.quiet(part.ask)]),
            lines(part.text) if part.text else words.quiet(tr("Nothing yet: press {key} to write.", key="w")),
            words.head(tr("As it was filed")) + Content("\n") + lines(part.planned or tr("nothing"))
            if changed
            else None,
        )
    written = [words.head(p.title) + Content("\n") + lines(p.text) for p in sheet.parts if p.text]
    by = words.fact(trc("a sheet", "Written last by"), words.seat_name(view, sheet.by)) if sheet.by else None
    return page(words.stack([words.head(state(sheet)), by or ""]), *written)


PANE = Pane(
    mark("Preparation"),
    rows,
    detail,
    mark("Your role has no preparation sheet."),
    (wishes.WRITE, wishes.FILE),
    mark(
        "What your party plans: for your party alone, from the first minute to the last. Every seat of the party "
        "writes on the same sheet. Nothing has to be filled in; what you file is kept as your plan for the debriefing."
    ),
    shown=lambda view: bool(view.preparation) and view.party is not None,
)
