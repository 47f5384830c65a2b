"""The observer's form: what to look at, what each level looks like, and room for what was seen."""

from scenarios.texts import number, tr
from scoring.rubric import DIMENSIONS, INSUFFICIENT, LEVELS
from simulator.kit.case import Case
from simulator.printing import Document, Fields, Heading, PageBreak, Paragraph, Run, Table, Words


def rubric_form(case: Case) -> Document:
    """The dimensions that the case uses, with their anchors."""
    rows: list[tuple[Words, ...]] = []
    for dimension in case.public.rubric:
        anchors = DIMENSIONS[dimension]
        name = (Run(f"{dimension.value} ", bold=True), Run(tr(anchors.name), bold=True))
        rows.append((name, *(tr(level) for level in anchors.levels), ""))
    levels = (tr("{n}: {level}", n=number(n), level=tr(said)) for n, said in LEVELS.items())
    header = (tr("Dimension"), *levels, tr("Level"))
    blocks = (
        Fields((tr("Whom you observe"), tr("Your name"))),
        Paragraph(
            tr(
                "First write down what you saw and heard, with the minute; choose a level only at the end. “{none}” "
                "is an answer, and no level is a mark. Levels are never added up.",
                none=tr(INSUFFICIENT),
            )
        ),
        Table(header, tuple(rows), (1.9, 2.1, 2.1, 2.1, 2.1, 0.8)),
        PageBreak(),
        Heading(tr("What you saw and heard")),
        Table(
            # Translators: heads of the columns of an observer's notes; "for" is the dimension that a note is for.
            (tr("Minute"), tr("Who"), tr("What was said or done, in their words"), tr("For"), tr("What followed")),
            (("", "", "", "", ""),) * 12,
            (0.8, 1.4, 5, 0.8, 3),
            tall=True,
        ),
    )
    return case.document(tr("Observer's form"), blocks, subtitle=case.scenario.title, landscape=True)
