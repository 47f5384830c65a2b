"""What the chapters of the presenter know of its screen."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

from textual.content import Content

from scenarios.texts import trc
from simulator.debrief.script import nearest
from simulator.debrief.sources import Sources
from simulator.engine import Session
from simulator.engine.commands import Fork
from simulator.engine.session import Slide
from simulator.journal.live import LiveSession
from simulator.tui.boards.findings import Rows, Story
from simulator.tui.present import data, hidden, moments, panels, questions, script, timeline, what_if
from simulator.tui.present.stage import Stage
from simulator.tui.screen import SessionScreen


class Pane(NamedTuple):
    """A pane: its rows, what it says of one, and what it puts on the wall."""

    id: str
    rows: Callable[[Stage], Rows]
    detail: Callable[[Stage, str | None], Content]
    slide: Callable[[Stage, str | None], Slide | None]


def now() -> datetime:
    """The time of day."""
    return datetime.now(UTC)


def _script_slide(stage: Stage, name: str | None) -> Slide | None:
    item = script.item_of(stage, name)
    return item.slide if item is not None else None


def _nothing(stage: Stage, name: str | None) -> Slide | None:
    return None


PANES = (
    Pane("script", lambda stage: script.rows(stage, now()), script.detail, _script_slide),
    Pane("timeline", timeline.rows, timeline.detail, timeline.slide),
    Pane("moments", moments.rows, moments.detail, moments.slide),
    Pane("hidden", hidden.rows, hidden.detail, hidden.slide),
    Pane("cards", data.rows, data.detail, data.slide),
    Pane("questions", questions.rows, questions.detail, questions.slide),
    Pane("what_if", what_if.rows, what_if.detail, what_if.slide),
    Pane("findings", panels.rows, panels.detail, panels.slide),
    Pane("raters", panels.raters, panels.rated, _nothing),
)
"""The panes in their order."""


def pane_names() -> tuple[str, ...]:
    """What the panes are called, in their order."""
    return (
        # Translators: the names of nine panes stand on one line: at most 51 letters together, or they become numbers.
        trc("one of nine panes, short", "Script"),
        trc("one of nine panes, short", "Board"),
        trc("one of nine panes, short", "Moments"),
        trc("one of nine panes, short", "Hidden"),
        trc("one of nine panes, short", "Cards"),
        trc("one of nine panes, short", "Ask"),
        trc("one of nine panes, short", "What if"),
        trc("one of nine panes, short", "Panels"),
        trc("one of nine panes, short", "Raters"),
    )


class PresentScreen(SessionScreen):
    """A screen with panes, a script, and a wall to put things on."""

    PLACE = "debrief"
    live: LiveSession
    sources: Sources | None = None
    """What the pages are made of; none while the record is scored."""
    story: Story | None = None
    by_goal = False
    speed = 0
    forks: tuple[Fork, ...] = ()
    branching: float | None = None
    wanted = 0
    """The length of the script that was chosen here before it began; 0 for the one that the plan has room for."""

    @property
    def session(self) -> Session:
        """The session that is debriefed, as it is now."""
        return self.live.session

    @property
    def length(self) -> int:
        """Minutes of the script: as it began, as it was chosen, or as the plan has room for."""
        closing = [phase.minutes[1] for phase in self.session.scenario.phases.values() if phase.kind == "closing"]
        return self.session.debrief.minutes or self.wanted or nearest(sum(closing))

    def stage(self) -> Stage:
        """What the panes know."""
        return Stage(
            session=self.session,
            length=self.length,
            sources=self.sources,
            story=self.story,
            columns=self.columns,
            by_goal=self.by_goal,
            speed=self.speed,
            forks=self.forks,
            branching=self.branching,
        )

    @property
    def columns(self) -> int:
        """Columns of the detail."""
        return max(30, self.query_one("#detail").size.width - 3)

    @property
    def open_pane(self) -> Pane:
        """The open pane."""
        raise NotImplementedError

    @property
    def picked(self) -> str | None:
        """The row under the cursor."""
        raise NotImplementedError

    def show_pane(self) -> None:
        """Bring the open pane up to date."""
        raise NotImplementedError

    def go_to(self, row: str | None) -> None:
        """Put the cursor on a row."""
        raise NotImplementedError

    def put(self, slide: Slide) -> None:
        """Put a page on the wall."""
        raise NotImplementedError
