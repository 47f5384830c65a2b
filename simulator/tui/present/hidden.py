"""The reveal: party by party, interest by interest, and what was known of incidents."""

from textual.content import Content

from scenarios.texts import tr
from simulator.debrief.posters import made
from simulator.engine.session import Slide
from simulator.engine.words import DebriefPage
from simulator.tui.boards import findings
from simulator.tui.boards.findings import Rows
from simulator.tui.boards.line import cell, page, row, words
from simulator.tui.present.preview import preview
from simulator.tui.present.script import held_back
from simulator.tui.present.stage import Stage

PARTY = "party:"
"""Before the id of a party whose reveal a row is."""


def rows(stage: Stage) -> Rows:
    """The parties with something to reveal, then every interest and incident with what became of it."""
    revealed = [
        (f"{PARTY}{name}", row(cell(tr("reveal"), 12), cell(party.short, 12, "bold"), words(party.name)))
        for name, party in stage.session.scenario.parties.items()
        if party.interests
    ]
    return [*revealed, *findings.hidden(stage.session)]


def slide(stage: Stage, name: str | None) -> Slide | None:
    """The reveal of a party, which asks first; or both versions of an incident. A second time it tells."""
    if name is None:
        return None
    scenario = stage.session.scenario
    if name.startswith("incident:"):
        prepared = name.removeprefix("incident:")
        number = next((n for n, state in stage.session.incidents.items() if state.prepared == prepared), None)
        asks = None if number is None else Slide(DebriefPage.INCIDENT, number=number)
    else:
        party = name.removeprefix(PARTY).partition(".")[0]
        asks = Slide(DebriefPage.REVEAL, party) if party in scenario.parties else None
    return answered(stage, asks)


def answered(stage: Stage, asks: Slide | None) -> Slide | None:
    """The page that asks; the one that answers where the question is on the wall already."""
    if asks is None or stage.shown != asks:
        return asks
    return Slide(asks.page, asks.ref, asks.number, 1)


def detail(stage: Stage, name: str | None) -> Content:
    """What was hidden, in full."""
    here = slide(stage, name)
    note = None if here is None else held_back(stage, here)
    if name is None or not name.startswith(PARTY):
        return page(note, findings.reveal(stage.session, name))
    if stage.sources is None:
        return words(tr("Scoring …"))
    told = Slide(DebriefPage.REVEAL, name.removeprefix(PARTY), part=1)
    return page(note, preview(made(told, stage.sources), stage.columns))
