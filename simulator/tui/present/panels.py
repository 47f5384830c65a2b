"""Process, outcome and relationship, which are never added up; and what raters saw."""

from collections.abc import Mapping

from textual.content import Content

from scenarios.texts import tr
from scoring.findings import Panel
from simulator.engine import Session
from simulator.engine.session import Slide
from simulator.engine.words import DebriefPage
from simulator.tui.boards import findings
from simulator.tui.boards.findings import Rows
from simulator.tui.boards.line import page, words
from simulator.tui.present.hidden import answered
from simulator.tui.present.script import held_back
from simulator.tui.present.stage import Stage

HEAD = "panel:"
"""Before the name of a panel, whose row is a heading."""


def rows(stage: Stage) -> Rows:
    """The findings of the three panels, each panel under its name."""
    if stage.card is None:
        return []
    found: Rows = []
    named = {Panel.PROCESS: tr("Process"), Panel.OUTCOME: tr("Outcome"), Panel.RELATIONSHIP: tr("Relationship")}
    for panel, name in named.items():
        found.append((f"{HEAD}{panel.value}", words(name, "bold underline")))
        found += findings.rows(stage.card, panel)
    return found


def slide(stage: Stage, name: str | None) -> Slide | None:
    """A finding as a data card: its question, and a second time its numbers."""
    if name is None or name.startswith(HEAD):
        return None
    return answered(stage, Slide(DebriefPage.CARD, name))


def detail(stage: Stage, name: str | None) -> Content:
    """A finding in full."""
    if stage.card is None or stage.story is None:
        return words(tr("Scoring …"))
    if name is None or name.startswith(HEAD):
        said = tr("Three panels, and no number over all of them. What was not observed is not zero.")
        return words(said)
    here = slide(stage, name)
    return page(
        None if here is None else held_back(stage, here),
        findings.detail(stage.card, name, stage.story, called(stage.session)),
    )


def raters(stage: Stage) -> Rows:
    """Where raters differ, how far they agree, what was rated."""
    return findings.ratings(stage.card) if stage.card is not None else []


def rated(stage: Stage, name: str | None) -> Content:
    """A finding about ratings, for the training team alone."""
    if stage.card is None or stage.story is None:
        return words(tr("Scoring …"))
    return findings.detail(stage.card, name, stage.story, called(stage.session))


def called(session: Session) -> Mapping[str, str]:
    """What the parties and seats of the tables are called."""
    scenario = session.scenario
    parties = {name: party.short for name, party in scenario.parties.items()}
    return parties | {name: seat.name for name, seat in scenario.seats.items()}
