"""Pages that need nothing but the case: a step, a question, the hook, the real world."""

from scenarios.model import Scenario
from scenarios.texts import tr
from simulator.debrief.posters.shape import GAP, Poster, big, head, poster, quiet, said
from simulator.debrief.script import SCRIPT
from simulator.engine.session import Slide
from simulator.engine.words import DebriefPage, DebriefStep

ASKED = (DebriefPage.STEP, DebriefPage.QUESTION, DebriefPage.HOOK, DebriefPage.WORLD)
"""The pages that are made here."""


def asked(slide: Slide, scenario: Scenario) -> Poster | None:
    """One of these pages; None where there is no such step or question."""
    bank = scenario.debrief
    match slide.page:
        case DebriefPage.STEP if slide.ref in set(DebriefStep):
            written = SCRIPT[DebriefStep(slide.ref)]
            return poster(tr(written.name), big(tr(written.cue)))
        case DebriefPage.QUESTION if 1 <= slide.number <= len(bank.questions):
            question = bank.questions[slide.number - 1]
            first = quiet(tr("Ask first: {people}", people=question.to)) if question.to else None
            title = tr(SCRIPT[DebriefStep(question.step)].name)
            return poster(title, big(question.ask), GAP if first else None, first)
        case DebriefPage.HOOK:
            return poster(tr("The question for dinner"), big(bank.hook))
        case DebriefPage.WORLD:
            told = said(bank.real_world or tr("Where have you seen this? Who was missing from our table?"))
            return poster(tr("In the real world"), head(scenario.title), GAP, told)
        case _:
            return None
