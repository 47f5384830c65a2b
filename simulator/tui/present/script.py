"""The script: the running order with its clock, and what can be said at each step."""

from datetime import datetime

from textual.content import Content

from scenarios.texts import tr
from simulator.debrief.posters import made
from simulator.debrief.posters.asked import ASKED, asked
from simulator.debrief.script import SCRIPT, minutes
from simulator.engine.decide.debriefing import in_role, tells_secrets
from simulator.engine.session import Slide
from simulator.tui.boards.findings import Rows
from simulator.tui.boards.line import cell, clock, page, row, series, words
from simulator.tui.present.clock import spent
from simulator.tui.present.order import Item, order, place
from simulator.tui.present.preview import preview
from simulator.tui.present.stage import Stage


def rows(stage: Stage, now: datetime) -> Rows:
    """One row an item: the steps with their minutes, and under each what it puts on the wall."""
    took, items = spent(stage.session.debrief, now), order(stage)
    on = place(items, stage.shown)
    return [(item.id, _row(stage, item, took.get(item.step), at == on)) for at, item in enumerate(items)]


def _row(stage: Stage, item: Item, took: float | None, on: bool) -> Content:
    sign = "▶" if on else " "
    if not item.heads:
        return row(cell(sign, 1), words(f"   {item.words}"))
    here = item.step is stage.session.debrief.step
    planned = clock(60.0 * minutes(item.step, stage.length))
    time = f"{clock(took)}/{planned}" if took is not None else planned
    return row(cell(sign, 1), cell(time, 11), words(item.words, "bold reverse" if here else "bold"))


def first(stage: Stage) -> str | None:
    """The row that is on the wall, else the one of the step that the debriefing is at."""
    items = order(stage)
    on = place(items, stage.shown)
    if on is not None:
        return items[on].id
    return next((item.id for item in items if item.step is stage.session.debrief.step), None)


def item_of(stage: Stage, name: str | None) -> Item | None:
    """The item of a row."""
    return next((item for item in order(stage) if item.id == name), None)


def following(stage: Stage) -> Item | None:
    """What comes after what is on the wall; None at the end."""
    items = order(stage)
    on = place(items, stage.session.debrief.shown)
    if on is None:
        here = stage.session.debrief.step
        on = max((at for at, item in enumerate(items) if item.step is here and item.heads), default=-1)
    return items[on + 1] if on + 1 < len(items) else None


def detail(stage: Stage, name: str | None) -> Content:
    """The page as the wall shows it, then what the trainer can say."""
    item = item_of(stage, name)
    if item is None:
        return Content("")
    said = [words(f"• {tr(each)}") for each in SCRIPT[item.step].say] if item.heads else []
    return page(held_back(stage, item.slide), shown(stage, item.slide), Content("\n").join(said))


def shown(stage: Stage, slide: Slide) -> Content | None:
    """A page as the wall shows it."""
    if slide.page in ASKED:
        return preview(asked(slide, stage.session.scenario), stage.columns)
    if stage.sources is None:
        return words(tr("Scoring …"))
    return preview(made(slide, stage.sources), stage.columns)


def held_back(stage: Stage, slide: Slide) -> Content | None:
    """Who has to leave their role before a page can be shown."""
    still = in_role(stage.session)
    if not still or not tells_secrets(stage.session, slide):
        return None
    names = series(stage.session.scenario.seats[seat].name for seat in still)
    return words(tr("Not on the wall yet, for these are still in role: {names}.", names=names), "bold")
