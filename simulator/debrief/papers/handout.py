"""The handout for the room: two pages to talk from, with one chart, one package and the questions."""

from scenarios.texts import tr
from simulator.debrief import drawn
from simulator.debrief.contents import Known, Pivot, room
from simulator.debrief.papers import parts
from simulator.debrief.papers.room import worth
from simulator.printing import Block, Document, Heading, Note, Paragraph, Run, Table

MOMENTS = 8
"""Moments in the short course."""
ASKED = ("analysis", "generalise", "relate", "what_next")
"""The steps whose questions stand on it."""


def paper(known: Known) -> Document:
    """What everybody may take home when everybody is themselves again."""
    page = room(known)
    blocks: list[Block] = [Note("", (Paragraph(page.hook, "lead"),))]
    blocks.append(Heading(tr("What happened")))
    if page.pivots:
        rows = tuple(
            (pivot.time, (Run(f"{pivot.text} "), Run(pivot.ask, italic=True))) for pivot in _in_order(page.pivots)
        )
        blocks.append(Table((tr("Time"), tr("What happened, and what to ask")), rows, (1, 9)))
    else:
        blocks.append(parts.no(tr("The record shows no moment at which the talks turned. What did the room see?")))
    outcome = [*worth(page), *drawn.values(known)[:1]]
    blocks.append(Heading(tr("How it ended")))
    blocks.append(Paragraph(tr("The talks ended with {outcome}.", outcome=known.head.outcome)))
    blocks += outcome
    if page.better and page.better.observed:
        blocks.append(Note(tr("What else was possible"), (Paragraph(page.better.reading), *parts.table(page.better))))
    blocks.append(Heading(tr("Questions")))
    blocks += parts.listed(
        question.ask for step in page.steps if step.id in ASKED for question in step.questions[:2]
    ) or (parts.no(tr("The scenario has no questions for these steps.")),)
    if page.reading:
        blocks += (Heading(tr("To read on")), *parts.listed(page.reading))
    return Document(
        title=tr("To talk about: {title}", title=known.head.title),
        case=known.head.title,
        language=known.language,
        blocks=tuple(blocks),
        subtitle=parts.played(known.head),
        notice=parts.foot(known.head),
    )


def _in_order(pivots: tuple[Pivot, ...]) -> list[Pivot]:
    return sorted(pivots[:MOMENTS], key=lambda pivot: pivot.number)
