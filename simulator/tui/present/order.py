"""The running order: all that the script puts on the wall, step by step."""

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.texts import tr
from scoring.outcome.settlement import AGREED
from simulator.debrief.posters import CARDS, three
from simulator.debrief.script import Step, script
from simulator.engine.decide.debriefing import MOST_MOMENTS
from simulator.engine.session import Slide
from simulator.engine.words import DebriefPage, DebriefStep
from simulator.tui.present.stage import Stage


@dataclass(frozen=True, slots=True)
class Item:
    """Something that the script puts on the wall."""

    id: str
    step: DebriefStep
    slide: Slide
    words: str

    @property
    def heads(self) -> bool:
        """Whether it begins a step."""
        return self.slide.page is DebriefPage.STEP


def order(stage: Stage) -> tuple[Item, ...]:
    """The items of the script of this length, in their order; without what needs a score while there is none."""
    found: list[Item] = []
    for step in script(stage.session.scenario, stage.length):
        name = DebriefStep(step.id)
        pages = [(Slide(DebriefPage.STEP, step.id), step.name), *_questions(stage, step), *_pages(stage, name)]
        found += [Item(f"{name}:{at}", name, slide, words) for at, (slide, words) in enumerate(pages)]
    return tuple(found)


def _questions(stage: Stage, step: Step) -> Iterator[tuple[Slide, str]]:
    bank = stage.session.scenario.debrief.questions
    for number, question in enumerate(bank, 1):
        if question.step == step.id:
            yield Slide(DebriefPage.QUESTION, number=number), question.ask


def _pages(stage: Stage, step: DebriefStep) -> Iterator[tuple[Slide, str]]:
    """What a step shows besides its questions."""
    match step:
        case DebriefStep.FACTS:
            yield from _facts(stage)
        case DebriefStep.REVEAL:
            yield from _reveal(stage)
        case DebriefStep.ANALYSIS:
            yield from _analysis(stage)
        case DebriefStep.RELATE if stage.session.scenario.debrief.real_world:
            yield Slide(DebriefPage.WORLD), tr("In the real world")
        case DebriefStep.WHAT_IF:
            for fork in stage.forks[-1:]:
                yield Slide(DebriefPage.WHAT_IF, fork=fork), tr("How it ended in the branch")
        case DebriefStep.WHAT_NEXT:
            yield Slide(DebriefPage.HOOK), tr("The question for dinner")


def _facts(stage: Stage) -> Iterator[tuple[Slide, str]]:
    yield Slide(DebriefPage.TIMELINE), tr("The timeline, with the moments that turned")
    for number, incident in stage.session.incidents.items():
        yield Slide(DebriefPage.INCIDENT, number=number), tr("Both versions: {title}", title=incident.title)


def _reveal(stage: Stage) -> Iterator[tuple[Slide, str]]:
    for name, party in stage.session.scenario.parties.items():
        if party.interests:
            yield Slide(DebriefPage.REVEAL, name), tr("{party}: guess", party=party.short)
            yield Slide(DebriefPage.REVEAL, name, part=1), tr("{party}: what was hidden", party=party.short)
    for number, incident in stage.session.incidents.items():
        yield Slide(DebriefPage.INCIDENT, number=number, part=1), tr("What happened: {title}", title=incident.title)


def _analysis(stage: Stage) -> Iterator[tuple[Slide, str]]:
    for number in talked_about(stage):
        told = stage.story.get(number) if stage.story is not None else None
        yield Slide(DebriefPage.MOMENT, number=number), told.line if told else tr("event {n}", n=number)
    for card in cards(stage):
        yield Slide(DebriefPage.CARD, card), tr("Card “{title}”: the question", title=tr(CARDS[card].title))
        yield Slide(DebriefPage.CARD, card, part=1), tr("Card “{title}”: the numbers", title=tr(CARDS[card].title))
    yield Slide(DebriefPage.VALUES), tr("What it was worth to each side")
    yield Slide(DebriefPage.VALUES, part=1), tr("One package that would have been better")
    if agreed(stage):
        yield Slide(DebriefPage.AGREEMENT), tr("The quality of the agreement, and its gaps")


def agreed(stage: Stage) -> bool:
    """Whether the talks ended with an agreement."""
    outcome = stage.session.outcome
    return outcome is not None and outcome.kind in AGREED


def cards(stage: Stage) -> tuple[str, ...]:
    """The three data cards of this debriefing."""
    return three(agreed(stage))


def talked_about(stage: Stage) -> tuple[int, ...]:
    """The moments that are talked about: those chosen, else the three that weigh most, in the order of events."""
    if stage.session.debrief.moments:
        return tuple(sorted(stage.session.debrief.moments))
    if stage.card is None:
        return ()
    weighty = sorted(stage.card.moments, key=lambda moment: -moment.weight)[:MOST_MOMENTS]
    return tuple(sorted(moment.number for moment in weighty))


def place(items: tuple[Item, ...], slide: Slide) -> int | None:
    """Where a page stands in the running order; None where it is none of it."""
    return next((at for at, item in enumerate(items) if item.slide == slide), None)
