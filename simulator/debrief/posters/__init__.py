"""What each page of the debriefing says, as plain lines for the wall and for the trainer's own screen.

A page about people is made from the record through `discretion`: no private note, no real name, no rating of a person.
"""

from typing import assert_never

from scenarios.texts import tr
from simulator.debrief.posters import hidden, numbers, past
from simulator.debrief.posters.asked import ASKED, asked
from simulator.debrief.posters.numbers import CARDS, three
from simulator.debrief.posters.shape import Kind, Line, Poster, poster, said
from simulator.debrief.sources import Sources
from simulator.engine.session import Slide
from simulator.engine.words import DebriefPage

__all__ = ["ASKED", "CARDS", "Kind", "Line", "Poster", "asked", "made", "three"]


def made(slide: Slide, sources: Sources) -> Poster | None:
    """A page; None for the wall's own pages. Scores the record where the page needs it, so ask in a thread."""
    if slide.page is DebriefPage.NONE:
        return None
    page = asked(slide, sources.record.scenario) if slide.page in ASKED else _made(slide, sources)
    return page or poster(tr("Debriefing"), said(tr("There is nothing to show here.")))


def _made(slide: Slide, sources: Sources) -> Poster | None:
    match slide.page:
        case DebriefPage.TIMELINE:
            return past.timeline(sources)
        case DebriefPage.MOMENT:
            return past.moment(slide, sources)
        case DebriefPage.MINUTE:
            return past.minute(slide, sources)
        case DebriefPage.INCIDENT:
            return past.incident(slide, sources)
        case DebriefPage.REVEAL:
            return hidden.reveal(slide, sources)
        case DebriefPage.CARD:
            return numbers.data_card(slide, sources)
        case DebriefPage.VALUES:
            return numbers.values(slide, sources)
        case DebriefPage.AGREEMENT:
            return numbers.agreement(sources)
        case DebriefPage.WHAT_IF:
            return numbers.what_if(slide, sources)
        case DebriefPage.NONE | DebriefPage.STEP | DebriefPage.QUESTION | DebriefPage.HOOK | DebriefPage.WORLD:
            return None
        case _:
            assert_never(slide.page)
