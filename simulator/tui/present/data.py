"""Data cards, values and the agreement: the question first, the numbers when people have guessed."""

from textual.content import Content

from scenarios.texts import tr, trn
from simulator.debrief.posters import CARDS, made
from simulator.engine.decide.debriefing import MOST_CARDS
from simulator.engine.session import Slide
from simulator.engine.words import DebriefPage
from simulator.tui.boards.findings import Rows
from simulator.tui.boards.line import cell, page, row, words
from simulator.tui.present.hidden import answered
from simulator.tui.present.order import agreed, cards
from simulator.tui.present.preview import preview
from simulator.tui.present.script import held_back
from simulator.tui.present.stage import Stage


def rows(stage: Stage) -> Rows:
    """The cards of this debriefing and those that were shown besides, then what it was worth, then the agreement."""
    listed = dict.fromkeys((*cards(stage), *stage.session.debrief.cards))
    found = [(f"card:{card}", row(cell(_state(stage, card), 8), words(_title(stage, card), "bold"))) for card in listed]
    worth = words(tr("What it was worth to each side, and one better package"), "bold")
    found.append(("values", row(cell("", 8), worth)))
    if agreed(stage):
        found.append(("agreement", row(cell("", 8), words(tr("The quality of the agreement, and its gaps"), "bold"))))
    return found


def _state(stage: Stage, card: str) -> str:
    return tr("shown") if card in stage.session.debrief.cards else ""


def _title(stage: Stage, card: str) -> str:
    if card in CARDS:
        return tr(CARDS[card].title)
    known = stage.card.findings if stage.card is not None else ()
    return next((finding.title for finding in known if finding.id == card), card)


def slide(stage: Stage, name: str | None) -> Slide | None:
    """The page that asks; a second time, the one with the numbers."""
    if name is None:
        return None
    if name == "agreement":
        return Slide(DebriefPage.AGREEMENT)
    asks = Slide(DebriefPage.VALUES) if name == "values" else Slide(DebriefPage.CARD, name.removeprefix("card:"))
    return answered(stage, asks)


def detail(stage: Stage, name: str | None) -> Content:
    """The numbers, for the trainer, before the room sees them."""
    here = slide(stage, name)
    if stage.sources is None or here is None:
        return words(tr("Scoring …"))
    left = MOST_CARDS - len(stage.session.debrief.cards)
    note = trn("{n} more data card can be shown. Enter asks, Enter again gives the numbers.",
               "{n} more data cards can be shown. Enter asks, Enter again gives the numbers.", left)  # fmt: skip
    asks = Slide(here.page, here.ref, here.number)
    told = Slide(here.page, here.ref, here.number, 1)
    pages = [preview(made(each, stage.sources), stage.columns) for each in dict.fromkeys((asks, told))]
    return page(held_back(stage, here), words(note, "italic"), *(pages if name != "agreement" else pages[:1]))
