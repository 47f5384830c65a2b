"""The certificate of attendance: who took part as whom and for how long, and what was evidenced; no grade."""

from scenarios.texts import listing, tr, trn
from scoring import rubric
from simulator.debrief.contents import Known
from simulator.debrief.feedback.point import Own
from simulator.debrief.feedback.strengths import skills
from simulator.debrief.papers import parts
from simulator.printing import Block, Bullets, Document, Fields, Heading, Paragraph

EVIDENCED = 3
"""The level of the rubric from which a competency counts as evidenced; the level itself is not told."""

MOST = 5
"""Competencies that the record evidences, on one page."""


def paper(known: Known, seat: str) -> Document:
    """A page for the person of a seat."""
    played = next(each for each in known.cast if each.seat == seat)
    people = listing(played.people) if played.people else ""
    said = tr(
        "took part in the mediation exercise “{title}” on {date}, as {name}, {function}, for {party}.",
        title=known.head.title,
        date=known.head.date or "–",
        name=played.character,
        function=played.title,
        party=known.scenario.parties[known.scenario.seats[seat].party].name,
    )
    blocks: list[Block] = []
    blocks.append(Heading(people) if people else Fields((tr("Name:"),)))
    blocks.append(Paragraph(said, "lead"))
    blocks.append(
        Paragraph(
            trn(
                "The exercise lasted {n} minute of play, followed by a debriefing. People talked face to face.",
                "The exercise lasted {n} minutes of play, followed by a debriefing. People talked face to face.",
                round(known.course.length / 60),
            )
        )
    )
    if known.scenario.objectives:
        blocks += (Heading(tr("What the exercise trained"), 2), Bullets(tuple(known.scenario.objectives.values())))
    shown = evidenced(known, seat)
    blocks.append(Heading(tr("Competencies evidenced"), 2))
    blocks.append(Bullets(shown) if shown else parts.no(tr("None was recorded, which says nothing about the person.")))
    blocks.append(
        parts.no(
            tr(
                "A certificate of attendance. It holds no grade: what is evidenced was seen, and what is not was not "
                "looked for."
            )
        )
    )
    blocks.append(Fields((tr("Place and date:"), tr("For the training team:"))))
    return Document(
        title=tr("Certificate of attendance"),
        case=known.head.title,
        language=known.language,
        blocks=tuple(blocks),
        subtitle=known.head.subtitle,
        notice=trn(
            "Session “{session}”, {n} event.",
            "Session “{session}”, {n} events.",
            known.head.events,
            session=known.head.session,
        ),
    )


def evidenced(known: Known, seat: str) -> tuple[str, ...]:
    """The dimensions in which raters saw a competent conduct, and the competencies that the record itself shows."""
    rated = rubric.ratings(known.course).of_seat(seat)
    seen = dict.fromkeys(one.dimension for one in rated if one.level is not None and one.level >= EVIDENCED)
    named = [rubric.DIMENSIONS[dimension].name for dimension in seen]
    return (*named, *skills(Own.of(known, seat), MOST))
