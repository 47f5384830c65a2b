"""A page of the debriefing on the trainer's own screen."""

from textual.content import Content

from simulator.debrief.posters import Poster
from simulator.tui.boards.line import words
from simulator.tui.wall import slides
from simulator.tui.wall.pages import Space

MOST = 400
"""Lines of a page that are shown."""


def preview(poster: Poster | None, columns: int) -> Content | None:
    """A page as the wall has it, in letters of one size."""
    if poster is None:
        return None
    space = Space(max(20, columns), MOST, blocks=False)
    rows = [row for line in poster.lines for row in slides.rows(line, space)]
    return Content("\n").join([words(poster.title, "bold underline"), *rows[:MOST]])
