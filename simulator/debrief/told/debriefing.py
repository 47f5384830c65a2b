"""The course of the debriefing itself."""

from collections.abc import Mapping

from scenarios.texts import mark, tr, trn
from scoring.sentences import lasting
from simulator.debrief.naming import Names, clock_text, quoted
from simulator.debrief.script import SCRIPT
from simulator.engine import events as e
from simulator.engine.words import DebriefPage, DebriefStep

PAGES: Mapping[DebriefPage, str] = {
    DebriefPage.NONE: mark("The wall's own pages"),
    DebriefPage.STEP: mark("A step"),
    DebriefPage.QUESTION: mark("A question"),
    DebriefPage.HOOK: mark("The question for dinner"),
    DebriefPage.WORLD: mark("In the real world"),
    DebriefPage.TIMELINE: mark("The timeline"),
    DebriefPage.MOMENT: mark("A moment"),
    DebriefPage.MINUTE: mark("The board as it was"),
    DebriefPage.INCIDENT: mark("Both versions of an incident"),
    DebriefPage.REVEAL: mark("What was hidden"),
    DebriefPage.CARD: mark("A data card"),
    DebriefPage.VALUES: mark("What the terms were worth"),
    DebriefPage.AGREEMENT: mark("The quality of the agreement"),
    DebriefPage.WHAT_IF: mark("What if"),
}
"""What the pages are called, in English."""


def sentence(event: e.DebriefEvent, names: Names) -> str:
    """What happened, in a sentence."""
    match event:
        case e.DebriefBegun():
            return tr("The debriefing goes by the script of {length}.", length=lasting(60 * event.minutes))
        case e.DebriefStepTaken():
            return tr("The debriefing went on: {step}.", step=step_name(event.step))
        case e.DebriefShown():
            return tr("Exercise control chose for the wall: {page}.", page=_page(event, names))
        case e.MomentsChosen():
            return trn(
                "Exercise control chose {n} moment to talk about.",
                "Exercise control chose {n} moments to talk about.",
                len(event.numbers),
            )
        case e.RolesLeftConfirmed():
            return tr("Exercise control confirmed that everybody has left their role.")


def step_name(step: DebriefStep) -> str:
    """What a step is called."""
    return tr(SCRIPT[step].name)


def _page(event: e.DebriefShown, names: Names) -> str:
    name = tr(PAGES[event.page])
    match event.page:
        case DebriefPage.STEP if event.ref in set(DebriefStep):
            return step_name(DebriefStep(event.ref))
        case DebriefPage.QUESTION if 1 <= event.number <= len(names.scenario.debrief.questions):
            return quoted(names.scenario.debrief.questions[event.number - 1].ask)
        case DebriefPage.REVEAL:
            return tr("{page}, {what}", page=name, what=names.short(event.ref))
        case DebriefPage.MINUTE:
            return tr("{page}, {what}", page=name, what=clock_text(event.number))
        case _:
            return name
