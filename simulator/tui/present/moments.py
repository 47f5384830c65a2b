"""The moments worth talking about, of which three are chosen."""

from textual.content import Content

from scenarios.texts import tr, trn
from scoring.terms import word
from simulator.debrief.posters import made
from simulator.engine.session import Slide
from simulator.engine.words import DebriefPage
from simulator.tui.boards import findings
from simulator.tui.boards.findings import Rows
from simulator.tui.boards.line import cell, clock, page, row, words
from simulator.tui.present.order import talked_about
from simulator.tui.present.preview import preview
from simulator.tui.present.script import held_back
from simulator.tui.present.stage import Stage


def rows(stage: Stage) -> Rows:
    """The suggested moments; those that are talked about have a cross."""
    if stage.card is None or stage.story is None:
        return []
    chosen = talked_about(stage)
    found = []
    for moment in stage.card.moments:
        told = stage.story.get(moment.number)
        time = clock(told.seconds if told else moment.minute * 60)
        mark = "[x]" if moment.number in chosen else "[ ]"
        said = words(told.words if told else moment.why)
        found.append((str(moment.number), row(cell(mark, 3), cell(time, 8), cell(word(moment.kind), 16, "bold"), said)))
    return found


def slide(stage: Stage, name: str | None) -> Slide | None:
    """The page of a moment."""
    return Slide(DebriefPage.MOMENT, number=int(name)) if name is not None else None


def toggled(stage: Stage, number: int) -> tuple[int, ...]:
    """The moments that are talked about when this one is put in, or taken out."""
    chosen = talked_about(stage)
    return tuple(each for each in chosen if each != number) if number in chosen else (*chosen, number)


def detail(stage: Stage, name: str | None) -> Content:
    """A moment in full, with its question."""
    if stage.card is None or stage.story is None or stage.sources is None:
        return words(tr("Scoring …"))
    at = next((at for at, m in enumerate(stage.card.moments) if str(m.number) == name), None)
    many = len(talked_about(stage))
    chosen = trn("{n} moment is talked about; m puts one in or takes it out.",
                 "{n} moments are talked about; m puts one in or takes it out.", many)  # fmt: skip
    full = findings.moment(stage.card, None if at is None else str(at), stage.story)
    here = slide(stage, name)
    wall = None if here is None else preview(made(here, stage.sources), stage.columns)
    return page(None if here is None else held_back(stage, here), full, words(chosen, "italic"), wall)
