"""The script of a debriefing: its steps, how long each takes, what is asked, and what the trainer can say."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from scenarios.model import DebriefQuestion, Scenario
from scenarios.texts import mark, tr
from simulator.engine.words import DebriefStep

LENGTHS = (30, 55, 60, 90)
"""Minutes for which there is a script."""

USUAL = 55
"""Minutes of the script that is proposed where the plan of the exercise does not say."""


@dataclass(frozen=True, slots=True)
class Written:
    """A step as it is written; its words are in English, and `tr` says them."""

    name: str
    minutes: tuple[int, int, int, int]
    """In the order of `LENGTHS`; 0 where a short script leaves the step out."""
    cue: str
    """What is asked where the case asks nothing."""
    say: tuple[str, ...]
    """What the trainer can say or has to mind."""


SCRIPT: Mapping[DebriefStep, Written] = MappingProxyType(
    {
        DebriefStep.DE_ROLE: Written(
            mark("Out of the roles"),
            (2, 3, 3, 4),
            mark("Who were you? What do you leave on the chair?"),
            (
                mark("“Stand up, take the badge off, say your own name, take another chair.”"),
                mark("“Anybody may pass, in every round. We speak of roles, not of people, and it stays here.”"),
                mark("Nothing hidden comes on the wall before everybody has left their role."),
            ),
        ),
        DebriefStep.REACTIONS: Written(
            mark("Reactions"),
            (4, 6, 6, 8),
            mark("One word each. What was hardest?"),
            (
                mark("One word each, without a comment; then two minutes for each side."),
                mark("Feelings before analysis: nobody has to explain anything yet, nor do you."),
            ),
        ),
        DebriefStep.FACTS: Written(
            mark("What happened"),
            (6, 8, 9, 14),
            mark("What came first, what then? Where do your versions differ?"),
            (
                mark("Collect what people remember first, and show the timeline after."),
                mark("Where versions differ keep both: what each could know was different."),
            ),
        ),
        DebriefStep.REVEAL: Written(
            mark("What was hidden"),
            (4, 5, 6, 12),
            mark("What do you guess that the others kept back? What did you keep back, and why?"),
            (
                mark("The mediators guess first; then whoever held it tells; then the wall shows it."),
                mark("“What would it have cost you to say it? What would have made it possible?”"),
            ),
        ),
        DebriefStep.ANALYSIS: Written(
            mark("Three moments"),
            (8, 14, 16, 28),
            mark("What did somebody do just before it moved? What else was possible?"),
            (
                mark("“I saw …, I thought …, I wonder …”: what you saw, what you made of it, an open question."),
                mark("First what went well, then what else was possible, and the data last."),
                mark("At most three data cards: the question first, the numbers when people have guessed."),
            ),
        ),
        DebriefStep.GENERALISE: Written(
            mark("What we learned"),
            (3, 8, 8, 10),
            mark("What do you know now that you did not know this morning?"),
            (mark("One sentence each. Ask which fundamental of mediation was at stake."),),
        ),
        DebriefStep.RELATE: Written(
            mark("The real world"),
            (0, 5, 5, 6),
            mark("Where have you seen this? Who was missing from our table?"),
            (mark("The conflicts of people's own countries are not settled here; say so when one comes up."),),
        ),
        DebriefStep.WHAT_IF: Written(
            mark("What if"),
            (0, 4, 4, 5),
            mark("Change one thing. What would have followed?"),
            (mark("Change one thing only. Stand-ins show one way that it could have gone, and prove nothing."),),
        ),
        DebriefStep.WHAT_NEXT: Written(
            mark("What next"),
            (3, 2, 3, 3),
            mark("Which one thing will you try within a month, and who will ask you about it?"),
            (mark("Each writes it down: one behaviour, one date, one person who will ask."),),
        ),
    }
)
"""The steps in their order."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the debriefing with its questions."""

    id: str
    name: str
    minutes: int
    cue: str
    questions: tuple[DebriefQuestion, ...]
    say: tuple[str, ...] = ()
    """What the trainer can say or has to mind."""


def minutes(step: DebriefStep, length: int) -> int:
    """How long a step takes in the script of so many minutes; the usual script for a length that has none."""
    return SCRIPT[step].minutes[LENGTHS.index(length if length in LENGTHS else USUAL)]


def script(scenario: Scenario, length: int = USUAL) -> tuple[Step, ...]:
    """The steps that a script of so many minutes has, with the questions of the case, in the language spoken now."""
    return tuple(
        Step(
            id=step.value,
            name=tr(written.name),
            minutes=minutes(step, length),
            cue=tr(written.cue),
            questions=tuple(q for q in scenario.debrief.questions if q.step == step.value),
            say=tuple(tr(said) for said in written.say),
        )
        for step, written in SCRIPT.items()
        if minutes(step, length)
    )


def steps(scenario: Scenario) -> tuple[Step, ...]:
    """The steps of the usual script after the roles were left, for a document."""
    return tuple(step for step in script(scenario) if step.id != DebriefStep.DE_ROLE)


def nearest(planned: int) -> int:
    """The longest script that fits into so many minutes, or the shortest there is."""
    return max((length for length in LENGTHS if length <= planned), default=LENGTHS[0])
