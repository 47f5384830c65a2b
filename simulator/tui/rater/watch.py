"""The talks as a rater follows them: moments, with own tags and notes among them."""

from collections.abc import Callable, Sequence

from textual.content import Content

from scenarios.texts import tr, trn
from simulator.debrief.naming import MOVES
from simulator.engine.session import Moment
from simulator.engine.view.shapes import View
from simulator.engine.words import Source
from simulator.tui.boards.line import cell, clock, row, told, who, words
from simulator.tui.rater.keys import TAGS
from simulator.tui.safe import one_line

MOST = 150
"""Moments that are listed."""

_OWN = ("move_tagged", "tag_withdrawn", "observation_noted", "observation_withdrawn", "seat_rated", "note_written")
"""Events that are shown as what they left, and not as having happened."""


def rows(view: View, narrate: Callable[[Moment], str]) -> list[tuple[str, Content]]:
    """Moments, tags and notes in order, the latest last."""
    timed: list[tuple[float, int, str, Content]] = [
        (m.seconds, m.number, f"moment:{m.number}", words(narrate(m)))
        for m in view.log[-MOST:]
        if str(m.event.__struct_config__.tag) not in _OWN
    ]
    timed += [
        (tag.seconds, tag.number, f"tag:{tag.number}",
         words(tr("TAG {move}: {seat}", move=tr(MOVES[tag.move]), seat=who(view, tag.seat)), "bold"))
        for tag in view.tags
    ]  # fmt: skip
    sheet = view.sheet
    for seen in sheet.observations.values() if sheet is not None else ():
        about = f" ({who(view, seen.seat)})" if seen.seat else ""
        said = tr("NOTE {n}: {text}", n=seen.number, text=one_line(seen.text) + about)
        timed.append((seen.seconds, 10**9 + seen.number, f"note:{seen.number}", words(said, "bold")))
    return [(name, row(cell(clock(at), 8), said)) for at, _, name, said in sorted(timed, key=lambda t: t[:2])][-MOST:]


def speaker(view: View) -> str | None:
    """Who has the floor."""
    return next((floor.speaker for floor in view.floors.values() if floor.speaker and floor.open), None)


def persons(view: View) -> Sequence[str]:
    """Whom a rater may mark: seats that somebody plays, without the rater's own."""
    return [s for s, chair in view.seats.items() if chair.source is not Source.EMPTY and s != view.seat]


def table(columns: int) -> Content:
    """The keys of the moves, as many beside each other as there is room for."""
    width = max((len(tr(MOVES[move])) for _, move in TAGS), default=10) + 6
    many = max(1, columns // width)
    cells = [
        Content("").join([Content.styled(f" {key} ", "bold reverse"), Content(f" {tr(MOVES[move])}".ljust(width - 3))])
        for key, move in TAGS
    ]
    lines = [Content("").join(cells[at : at + many]) for at in range(0, len(cells), many)]
    return Content("\n").join(lines)


def target_line(view: View, target: str | None, follows: bool) -> Content:
    """On whom the next tag goes, and how many there are."""
    tags = trn("{n} tag", "{n} tags", len(view.tags))
    if target is None:
        nobody = tr("Nobody has the floor: mark somebody with Left and Right.")
        return words(f"{nobody}   {tags}", "italic")
    how = tr("has the floor") if follows else tr("marked by you")
    return Content("   ").join([words(told(tr("Tags go to"), f"{who(view, target)}, {how}"), "bold"), words(tags)])
