"""What is always in sight: whose turn it is, who takes part, what waits, how to stop."""

from textual.content import Content

from scenarios.texts import tr, trn
from simulator.engine.view.shapes import View
from simulator.tui.safe import safe
from simulator.tui.seat import words
from simulator.tui.seat.floor import turn

SEPARATOR = " | "


def standing(view: View, unread: int, width: int) -> Content:
    """The lines between the head and the panes, broken only between their parts."""
    # Translators: new papers, and the key that leads to them.
    papers = [words.head(trn("{n} new paper: 8", "{n} new papers: 8", unread))] if unread else []
    return Content("\n").join(
        _lines([safe(whose_turn(view)), *consent(view), *papers, safe(tr("stop word: s"))], width)
    )


def _lines(parts: list[Content], width: int) -> list[Content]:
    """As many parts on a line as fit."""
    found: list[list[Content]] = [[]]
    for part in parts:
        if found[-1] and Content(SEPARATOR).join([*found[-1], part]).cell_length > width:
            found.append([])
        found[-1].append(part)
    return [Content(SEPARATOR).join(line) for line in found]


def whose_turn(view: View) -> str:
    """Who has the floor, in the first body where somebody has it."""
    if view.caucus is not None:
        return tr(
            "In private meeting no. {number}, {time}",
            number=view.caucus.number,
            time=words.ms(view.clock.seconds - view.caucus.opened),
        )
    for floor in view.floors.values():
        if floor.speaker is not None:
            if floor.speaker == view.seat:
                return tr("YOU speak, {turn}", turn=turn(view, floor))
            return tr("Speaks: {seat}, {turn}", seat=words.seat_name(view, floor.speaker), turn=turn(view, floor))
    if any(floor.suspended for floor in view.floors.values()):
        return tr("Sitting suspended")
    return tr("Nobody speaks") if view.floors else tr("No sitting now")


def consent(view: View) -> list[Content]:
    """Every deciding party's consent, with a sign and a word."""
    return [safe(words.party_line(party)) for party in view.parties.values() if party.decides]
