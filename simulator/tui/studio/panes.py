"""The panes of the Studio: what stands in each, line by line and in full."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from textual.content import Content

from scenarios.model import Scenario
from scenarios.texts import tr, trc, trn
from simulator.tui.boards.line import series, words
from simulator.tui.studio import course, interests, issues, languages, parties, problems, trials, values
from simulator.tui.studio.known import Known
from simulator.tui.studio.trials import Trial

Rows = list[tuple[str, Content]]
CHECK, LANGUAGES, PLAY = 0, 6, 7
"""The panes that are about more than the scenario."""


@dataclass(frozen=True, slots=True)
class Board:
    """What the panes show."""

    known: Known
    trials: tuple[Trial, ...] = ()


class Pane(NamedTuple):
    """What stands in a pane, for a list so many columns wide, and what its row under the cursor is about."""

    rows: Callable[[Board, int], Rows]
    detail: Callable[[Board, str | None], Content]


def pane_names() -> tuple[str, ...]:
    """What the panes are called, in their order."""
    return (
        # Translators: the names of eight panes stand on one line: at most 52 letters together, or they become numbers.
        trc("one of eight panes, short", "Check"),
        trc("one of eight panes, short", "Parties"),
        trc("one of eight panes, short", "Issues"),
        trc("one of eight panes, short", "Values"),
        trc("one of eight panes, short", "Interests"),
        trc("one of eight panes, short", "Course"),
        trc("one of eight panes, short", "Languages"),
        trc("one of eight panes, short", "Play"),
    )


def _of_case(rows: Callable[[Scenario, int], Rows], detail: Callable[[Scenario, str | None], Content]) -> Pane:
    """A pane about the scenario as it could be read last."""

    def all_rows(board: Board, width: int) -> Rows:
        return rows(board.known.case, width) if board.known.case is not None else []

    def in_full(board: Board, picked: str | None) -> Content:
        return detail(board.known.case, picked) if board.known.case is not None else unread(board.known)

    return Pane(all_rows, in_full)


def unread(known: Known) -> Content:
    """Why there is nothing to show."""
    if known.reading is None and not known.gone:
        return words(tr("Reading …"))
    return words(tr("The case cannot be read yet. Press 1: the pane Check says what is wrong."))


def _languages(board: Board, width: int) -> Rows:
    good = board.known.good
    return languages.rows(good, board.known.tongues) if good is not None else []


def _language(board: Board, picked: str | None) -> Content:
    good = board.known.good
    return languages.detail(good, board.known.tongues, picked) if good is not None else unread(board.known)


def _trials(board: Board, width: int) -> Rows:
    return trials.rows(board.known.case, board.trials) if board.known.case is not None else []


def _trial(board: Board, picked: str | None) -> Content:
    case = board.known.case
    return trials.detail(case, board.trials, picked) if case is not None else unread(board.known)


PANES = (
    Pane(lambda board, width: problems.rows(board.known, width), lambda board, at: problems.detail(board.known, at)),
    _of_case(parties.rows, parties.detail),
    _of_case(issues.rows, issues.detail),
    Pane(
        lambda board, width: values.rows(board.known, width),
        lambda board, at: values.detail(board.known, at) if board.known.case is not None else unread(board.known),
    ),
    _of_case(interests.rows, interests.detail),
    _of_case(course.rows, course.detail),
    Pane(_languages, _language),
    Pane(_trials, _trial),
)


def spot(pane: int, known: Known, picked: str | None) -> tuple[Path, int, int]:
    """The file, line and column of what is under the cursor of a pane."""
    if pane == CHECK:
        found = problems.place(known, picked)
        return found if found is not None else (known.place, 1, 1)
    if pane == LANGUAGES:
        return (known.place.parent / f"{picked}.po" if picked else known.place), 1, 1
    return known.line_of(picked or "") if pane != PLAY else (known.place, 1, 1)


def counted(known: Known) -> str:
    """How many errors and warnings there are, as far as it is known."""
    errors = known.errors
    warnings = len(known.problems) - errors
    if known.reading is None or known.gone:
        return ""
    if not errors and not warnings:
        return tr("no problems")
    return series(
        (
            trn("{n} error", "{n} errors", errors) if errors else "",
            trn("{n} warning", "{n} warnings", warnings) if warnings else "",
        )
    )


def state(known: Known) -> str:
    """Whether the panes show what lies on the disk."""
    if known.gone and known.is_old:
        return tr("The file is gone; waiting. The panes show the last version that was read.")
    if known.gone:
        return tr("The file is gone; waiting for it to come back.")
    if known.reading is None:
        return tr("Reading …")
    if known.is_old:
        return tr("Unreadable now: the panes show the last version that could be read.")
    if known.found is None:
        return tr("Checking …")
    at = known.at
    return tr("Checked at {time}; it is checked again whenever you save.", time=f"{at:%H:%M:%S}" if at else "")
