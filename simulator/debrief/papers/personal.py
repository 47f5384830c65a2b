"""The two pages of a trainee: the own role and way, what to build on and to try, the own plan, and what comes next."""

from collections.abc import Sequence

from scenarios.texts import listing, tr, trn
from simulator.debrief import timeline
from simulator.debrief.contents import Known
from simulator.debrief.feedback.growth import growth
from simulator.debrief.feedback.others import others
from simulator.debrief.feedback.plan import plan
from simulator.debrief.feedback.point import Own, Point
from simulator.debrief.feedback.strengths import strengths
from simulator.debrief.papers import parts
from simulator.debrief.personal import JOURNAL, Personal, Rated, personal
from simulator.engine import events as e
from simulator.printing import Block, Bullets, Document, Fields, Heading, Paragraph, Run, Table, Words

LINES = 9
"""Lines of the own way."""
ALIKE = 3
"""Lines of one kind of act in it."""
RECAP = 400
"""Characters of the role in brief."""
STATEMENTS = 5
"""Statements of a self-report."""
LINE = 160
"""Characters of a line of the own way."""
SEEN = 90
"""Characters of what a rater saw, and of what a plan said."""

WEIGHT: tuple[tuple[type[e.Fact], ...], ...] = (
    (e.PackageTabled, e.PartyWalkedOut, e.PartyReturned, e.OutcomeRecorded, e.TextAdopted, e.AdoptionAnswered),
    (e.InterestDisclosed, e.InterestAcknowledged, e.InterestRelayed, e.ConsentChanged, e.VersionIssued, e.IssueFramed),
    (e.PackageAnswered, e.OptionProposed, e.ClauseBracketed, e.BracketLifted, e.PositionStated, e.AgendaProposed),
)
"""What stands in the own way first, where there is not room for all."""


def paper(known: Known, seat: str) -> Document:
    """Two pages for a seat; its whole record is a paper of its own."""
    page, own = personal(known, seat), Own.of(known, seat)
    blocks: tuple[Block, ...] = (
        *_role(page),
        *_way(own, page.timeline),
        *_strengths(strengths(own)),
        *_growth(growth(own)),
        *_plan(own),
        *_rated(page.rated),
        *_others(own),
        *_next(page),
    )
    return Document(
        title=tr("{name}, {title}", name=page.seat.name, title=page.seat.title),
        case=known.head.title,
        language=known.language,
        blocks=blocks,
        subtitle=tr("{party} · {outcome}", party=page.party.name, outcome=known.head.outcome),
        confidential=alone(page),
        notice=parts.foot(known.head),
        dense=True,
    )


def alone(page: Personal) -> str:
    """For whose eyes a paper is."""
    return tr("For {who} alone", who=listing(page.played.people) if page.played.people else page.seat.name)


def _role(page: Personal) -> tuple[Block, ...]:
    brief = parts.recap(_prose(page.seat.brief) or _prose(page.party.brief), RECAP)
    return (Heading(tr("Your role")), Paragraph(brief)) if brief else ()


def _prose(text: str) -> str:
    """A text without its headings."""
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("## "))


def _way(own: Own, stretches: Sequence[timeline.Stretch]) -> tuple[Block, ...]:
    """The lines of the timeline that the seat itself brought about, the weightiest where there are too many."""
    kinds = {moment.number: moment.event for moment in own.known.course.moments}
    lines = [line for stretch in stretches for line in stretch.lines if kinds[line.number].by == own.seat]
    heading = Heading(tr("Your way through the talks"))
    if not lines:
        return (heading, parts.no(tr("The record shows no act of yours that a timeline would hold.")))

    def weight(number: int) -> int:
        return next((place for place, each in enumerate(WEIGHT) if isinstance(kinds[number], each)), len(WEIGHT))

    found: list[timeline.Line] = []
    for line in sorted(lines, key=lambda line: (weight(line.number), line.number)):
        alike = sum(type(kinds[one.number]) is type(kinds[line.number]) for one in found)
        if alike < ALIKE and len(found) < LINES:
            found.append(line)
    chosen = sorted(found, key=lambda line: line.number)
    rows = tuple((line.time, parts.recap(line.text, LINE), parts.leading(parts.event(line.number))) for line in chosen)
    blocks: list[Block] = [heading, Table((tr("Time"), tr("What happened"), tr("Event")), rows, (1.1, 9, 0.9), (2,))]
    if len(lines) > len(chosen):
        left = len(lines) - len(chosen)
        blocks.append(
            parts.no(trn("{n} more line stands in your record.", "{n} more lines stand in your record.", left))
        )
    return tuple(blocks)


def _strengths(points: Sequence[Point]) -> tuple[Block, ...]:
    heading = Heading(tr("What to build on"))
    if not points:
        said = tr("The record shows too little of you for that. What did the others see? Ask them.")
        return (heading, parts.no(said))
    blocks: list[Block] = [heading, Bullets(tuple(_point(point) for point in points), numbered=True)]
    if len(points) < 3:
        blocks.append(parts.no(tr("The record shows no more; what people saw of you is not all in it.")))
    return tuple(blocks)


def _growth(points: Sequence[Point]) -> tuple[Block, ...]:
    items = tuple((*_point(point), parts.try_it(), Run(point.instead, italic=True)) for point in points)
    return (Heading(tr("What to try")), Bullets(items, numbered=True))


def _point(point: Point) -> tuple[Run, ...]:
    # Translators: {quotation} is a time, a colon and words in quotation marks.
    said = tr("You wrote at {quotation}", quotation=point.said) if point.said else ""
    return parts.cited(f"{point.text} {said}".rstrip(), *point.evidence)


def _plan(own: Own) -> tuple[Block, ...]:
    heading = Heading(tr("Your plan and the record"))
    kept = plan(own)
    if not kept:
        return (heading, parts.no(tr("The record shows nothing of it.")))
    if not any(one.planned for one in kept):
        shown: tuple[tuple[Words, ...], ...] = tuple((one.part, parts.cited(one.shown, *one.evidence)) for one in kept)
        empty = parts.no(tr("Your preparation sheet is empty; this is what the record shows."))
        return (heading, empty, Table((tr("Your plan"), tr("The record shows")), shown, (2, 5)))
    rows: tuple[tuple[Words, ...], ...] = tuple(
        (one.part, parts.recap(one.planned, SEEN) or "–", parts.cited(one.shown, *one.evidence)) for one in kept
    )
    return (heading, Table((tr("Your plan"), tr("It said"), tr("The record shows")), rows, (2.2, 3.2, 4)))


def _rated(rated: Sequence[Rated]) -> tuple[Block, ...]:
    heading = Heading(tr("What raters saw"))
    if not rated:
        return (heading, parts.no(tr("Nobody rated you, which says nothing about you.")))
    rows: list[tuple[Words, ...]] = []
    for each in rated:
        for given in each.given:
            seen = (
                tr(
                    "{time}: {words}",
                    time=given.observations[0][0],
                    words=parts.recap(given.observations[0][1], SEEN),
                )
                if given.observations
                else ""
            )
            rows.append((each.dimension, given.level, seen or parts.recap(given.anchor, SEEN) or "–"))
    care = tr("Levels run from 1, not yet, to 4, exemplary; they are not marks. Read what was seen first.")
    return (heading, Table((tr("Dimension"), tr("Level"), tr("Seen")), tuple(rows), (3, 1.6, 5)), parts.no(care))


def _others(own: Own) -> tuple[Block, ...]:
    heading = Heading(tr("How the others experienced it"))
    felt = others(own)
    if not felt:
        return (heading, parts.no(tr("Fewer than three people of other parties answered a self-report.")))
    last = sorted((one for one in felt if one.pulse == felt[-1].pulse), key=lambda one: one.score)
    chosen = last if len(last) <= STATEMENTS else [*last[:2], *last[2 - STATEMENTS :]]
    rows = tuple((one.statement, one.mean, str(one.answers)) for one in reversed(chosen))
    header = (tr("What people of other parties said"), tr("Mean, of 7"), tr("Answers"))
    blocks: tuple[Block, ...] = (heading, Table(header, rows, (7, 1.3, 1.2), numbers=(1, 2)))
    if len(last) > len(chosen):
        return (
            *blocks,
            parts.no(tr("The statements with the highest and the lowest means; all of them: the trainer.")),
        )
    return blocks


def _next(page: Personal) -> tuple[Block, ...]:
    prompts = tuple((Run(tr(name) + ". ", bold=True), Run(tr(ask))) for name, ask in JOURNAL)
    blocks: list[Block] = [
        Heading(tr("What to make of it")),
        Bullets(prompts),
        Heading(tr("What I will try within a month")),
    ]
    blocks.append(Fields((tr("One thing that I will do:"), tr("Who will ask me about it, and on which day:"))))
    if page.reading:
        read = tr("; ").join(each.rstrip(".") for each in page.reading[:3])
        blocks.append(Paragraph((Run(tr("To read on:") + " ", bold=True), Run(read)), "small"))
    return tuple(blocks)
