"""The question bank, by step or by what people should learn."""

from textual.content import Content

from simulator.engine.session import Slide
from simulator.engine.words import DebriefPage
from simulator.tui.boards import findings, names
from simulator.tui.boards.findings import Rows
from simulator.tui.boards.line import cell, page, row, words
from simulator.tui.present.script import held_back
from simulator.tui.present.stage import Stage

NO_GOAL = "–"


def rows(stage: Stage) -> Rows:
    """The bank in the order of the script, or goal by goal."""
    scenario = stage.session.scenario
    if not stage.by_goal:
        return findings.questions(scenario)
    goals = list(scenario.objectives)
    bank = sorted(
        enumerate(scenario.debrief.questions),
        key=lambda pair: goals.index(pair[1].objective) if pair[1].objective in goals else len(goals),
    )
    return [
        (str(at), row(cell(scenario.objectives.get(q.objective or "", NO_GOAL), 24, "bold"),
                      cell(names.step(q.step), 11), words(q.ask)))
        for at, q in bank
    ]  # fmt: skip


def slide(stage: Stage, name: str | None) -> Slide | None:
    """The page of a question."""
    return Slide(DebriefPage.QUESTION, number=int(name) + 1) if name is not None else None


def detail(stage: Stage, name: str | None) -> Content:
    """A question, and what else the case has for the debriefing."""
    here = slide(stage, name)
    return page(None if here is None else held_back(stage, here), findings.question(stage.session.scenario, name))
