"""What if: stand-ins play on from a moment, and both ends stand side by side."""

from textual.content import Content

from scenarios.texts import tr
from scoring.what_if import ending
from simulator.debrief.posters import made
from simulator.engine import Record
from simulator.engine.commands import Fork
from simulator.engine.session import Slide
from simulator.engine.words import DebriefPage, OutcomeKind
from simulator.tui.boards.findings import Rows
from simulator.tui.boards.line import cell, clock, page, row, words
from simulator.tui.named import named
from simulator.tui.present.preview import preview
from simulator.tui.present.script import held_back
from simulator.tui.present.stage import Stage

FORK = "fork:"
"""Before the place of a branch that was played."""


def fork_of(branch: Record, events: int) -> Fork:
    """How a branch ended that has so many events in common with its session."""
    end = ending(branch)
    issues = branch.scenario.issues
    terms = {} if end.terms is None else end.terms.options
    known = {issue: o for issue, o in terms.items() if issue in issues and o in issues[issue].options}
    return Fork(events, int(end.minute * 60), end.outcome or OutcomeKind.NO_AGREEMENT, known)


def rows(stage: Stage) -> Rows:
    """The branches that were played, then the moments from which one can be."""
    found: Rows = [
        (f"{FORK}{at}", row(cell(tr("played"), 8), cell(named(fork.outcome), 20, "bold"), words(_begins(stage, fork))))
        for at, fork in enumerate(stage.forks)
    ]
    if stage.card is None or stage.story is None:
        return found
    for moment in stage.card.moments:
        told = stage.story.get(moment.number)
        time = clock(told.seconds if told else moment.minute * 60)
        found.append((str(moment.number), row(cell(time, 8), words(told.words if told else moment.why))))
    return found


def _begins(stage: Stage, fork: Fork) -> str:
    told = stage.story.get(fork.after) if stage.story is not None else None
    return tr("from {time} on", time=clock(told.seconds)) if told is not None else ""


def slide(stage: Stage, name: str | None) -> Slide | None:
    """The page of a branch that was played; None for a moment from which one can be."""
    if name is None or not name.startswith(FORK):
        return None
    at = int(name.removeprefix(FORK))
    return Slide(DebriefPage.WHAT_IF, fork=stage.forks[at]) if at < len(stage.forks) else None


def detail(stage: Stage, name: str | None) -> Content:
    """How both ended; or what Enter does."""
    here = slide(stage, name)
    if stage.branching is not None:
        return words(tr("Stand-ins play on: {time}. X stops.", time=clock(stage.branching)), "bold")
    if here is not None and stage.sources is not None:
        return page(held_back(stage, here), preview(made(here, stage.sources), stage.columns))
    told = stage.story.get(int(name)) if stage.story is not None and name is not None and here is None else None
    return page(
        None if told is None else words(told.line),
        words(tr("Enter lets stand-ins play on from just before this moment, at every seat, to the end of the talks.")),
        words(tr("It is one way that it could have gone. It proves nothing about the people who played.")),
    )
