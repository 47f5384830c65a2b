"""The session again, minute by minute: the board as it was."""

from textual.content import Content

from scenarios.texts import tr
from simulator.debrief.posters import made
from simulator.engine.session import Slide
from simulator.engine.words import DebriefPage
from simulator.tui.boards.findings import Rows
from simulator.tui.boards.line import cell, clock, page, row, words
from simulator.tui.present.preview import preview
from simulator.tui.present.script import held_back
from simulator.tui.present.stage import Stage

MINUTE = 60
SPEEDS = (1, 2, 4, 8, 16)
"""How many times as fast the session is played again."""


def rows(stage: Stage) -> Rows:
    """One row a minute, with the first thing that mattered in it."""
    if stage.sources is None:
        return []
    told = stage.sources.minutes
    last = -int(-stage.end // MINUTE)
    on = stage.shown
    return [
        (
            str(minute),
            row(
                cell("▶" if on.page is DebriefPage.MINUTE and on.number == minute * MINUTE else " ", 1),
                cell(clock(minute * MINUTE), 8),
                words(told.get(minute, "")),
            ),
        )
        for minute in range(last + 1)
    ]


def slide(stage: Stage, name: str | None) -> Slide | None:
    """The page of a minute."""
    return Slide(DebriefPage.MINUTE, number=int(name) * MINUTE) if name is not None else None


def detail(stage: Stage, name: str | None) -> Content:
    """The board as it was."""
    chosen = slide(stage, name)
    if stage.sources is None or chosen is None:
        return words(tr("Scoring …"))
    runs = words(tr("Played again {speed} times as fast; p stops.", speed=stage.speed), "bold") if stage.speed else None
    return page(held_back(stage, chosen), runs, preview(made(chosen, stage.sources), stage.columns))
