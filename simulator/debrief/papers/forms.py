"""Forms for afterwards: the reflection of the same evening, and the questions after three months."""

from scenarios.texts import mark, tr
from simulator.debrief.contents import Known
from simulator.debrief.papers import parts
from simulator.debrief.personal import JOURNAL
from simulator.printing import Block, Boxes, Document, Fields, Heading, Paragraph

FOLLOW_UP = (
    mark("What did you set out to try after the exercise? Did you try it, where, and how often?"),
    mark("Describe one conversation or meeting in which you did something differently. What happened then?"),
    mark("Who noticed it, and what did they say?"),
    mark("What kept you from trying it, if you did not?"),
    mark("Which sentence from the exercise do you still use?"),
    mark("What would you need from us, from your office or from a colleague to go on?"),
)
"""Questions after three months, on conduct at work: the third level of Kirkpatrick, Evaluating Training Programs, 1994.

In own words and in English.
"""

USED = (
    mark("asked what lies behind a position"),
    mark("said back what I had understood"),
    mark("thought through what happens without an agreement"),
    mark("asked for a private meeting"),
    mark("put several issues into one package"),
    mark("worked on one text with others"),
    mark("checked a report before I spoke about it"),
)
"""What somebody may have done since, to tick."""


def reflection(known: Known) -> Document:
    """A sheet for the evening after the exercise."""
    blocks: list[Block] = [
        Paragraph(
            tr("For yourself. Nobody collects this sheet. Take a quarter of an hour, and write before you talk."),
            "lead",
        ),
        Fields((tr("The role that I played:"),)),
    ]
    for name, ask in JOURNAL:
        blocks += (Heading(tr(name), 2), Paragraph(tr(ask), keep=True), Fields(("",), 3))
    blocks += (
        Heading(tr("What I will try within a month")),
        Fields((tr("One thing that I will do:"), tr("Who will ask me about it, and on which day:"))),
    )
    return _document(known, tr("Reflection"), blocks)


def follow_up(known: Known) -> Document:
    """A questionnaire for three months later."""
    lead = tr(
        "Three months after “{title}”. What you write goes to the training team without your name.",
        title=known.head.title,
    )
    blocks: list[Block] = [Paragraph(lead, "lead")]
    for number, ask in enumerate(FOLLOW_UP, 1):
        blocks += (Paragraph(f"{number}. " + tr(ask), keep=True), Fields(("",), 3))
    blocks += (Heading(tr("Since then, at work, I have …"), 2), Boxes(tuple(map(tr, USED))))
    return _document(known, tr("Three months later"), blocks)


def _document(known: Known, title: str, blocks: list[Block]) -> Document:
    return Document(title, known.head.title, known.language, tuple(blocks), notice=parts.foot(known.head))
