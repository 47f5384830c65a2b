"""What everybody reads: the case, the questions, the mandate, the rules, the people, the day."""

from roles.rights import Kind
from scenarios.texts import tr
from simulator.kit.agenda import timetable
from simulator.kit.case import Case
from simulator.kit.wording import options, span
from simulator.printing import Block, Bullets, Document, Heading, Paragraph, Run, Words, prose


def public_brief(case: Case) -> Document:
    """The public brief with all that goes with it."""
    view = case.public
    briefs = view.briefs
    assert briefs is not None  # a seat's view has briefs
    blocks: tuple[Block, ...] = (
        *prose(briefs.public),
        *_questions(case),
        Heading(tr("The mediators' mandate")),
        *prose(briefs.mandate, 2),
        Heading(tr("Rules of the exercise")),
        *prose(briefs.rules, 2),
        *_people(case),
        Heading(tr("Agenda")),
        *timetable(case),
    )
    return case.document(tr("Public brief"), blocks, subtitle=case.scenario.subtitle or "")


def _questions(case: Case) -> tuple[Block, ...]:
    blocks: list[Block] = [
        Heading(tr("The questions")),
        Paragraph(tr("These answers are on the board when the talks begin. Others are possible.")),
    ]
    for issue in case.public.issues.values():
        blocks += [
            Heading(issue.title, 2),
            Paragraph((Run(issue.question, italic=True),), keep=True),
            *prose(issue.background, 3),
        ]
        listed = options(issue, kept=False)
        if listed:
            blocks.append(Bullets(tuple(each.label for each in listed)))
        elif counted := span(issue):
            blocks.append(Paragraph(counted))
    return tuple(blocks)


def _people(case: Case) -> tuple[Block, ...]:
    view = case.public
    blocks: list[Block] = [Heading(tr("Who is at the table"))]
    for party in view.parties.values():
        if party.kind in (Kind.CONTROL, Kind.RATER):
            continue
        said = party.summary
        if party.decides:
            said = tr("{summary} Its consent is needed.", summary=said)
        blocks += [Heading(party.name, 2), Paragraph(said)]
        seats = [view.seats[name] for name in party.seats]
        if seats:
            items: list[Words] = [
                (
                    Run(seat.name, bold=True),
                    # Translators: behind somebody's name in bold: the function, and the role at the table.
                    Run(tr(", {title} ({role})", title=seat.title, role=tr(case.archetype(seat.id).name))),
                )
                for seat in seats
            ]
            blocks.append(Bullets(tuple(items)))
    return tuple(blocks)
