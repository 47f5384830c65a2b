"""The whole record of a seat: its papers, everything that it could know, its ratings and notes; nothing of others."""

from scenarios.texts import tr, trn
from simulator.debrief.contents import Known
from simulator.debrief.papers import parts
from simulator.debrief.papers.personal import alone
from simulator.debrief.personal import Given, Meeting, Personal, Rated, Told, personal
from simulator.printing import Block, Bullets, Document, Heading, Paragraph, Run, Table, Words, prose


def paper(known: Known, seat: str) -> Document:
    """What belongs to the two pages of a seat, in full."""
    page = personal(known, seat)
    blocks: list[Block] = [
        Paragraph(
            tr(
                "This paper is for you. Of what your seat could know it holds what concerned it, and nothing that "
                "others kept to themselves."
            ),
            "lead",
        ),
        *_role(page),
        Heading(tr("Your way through the talks")),
        *(parts.stretches(page.timeline, {}) or (parts.no(tr("Nothing is in the record.")),)),
        *_shown(page),
        *_rated(page.rated),
        *_worths(page),
        *_notes(page),
        *_questions(page),
    ]
    return Document(
        title=tr("The record of {name}", name=page.seat.name),
        case=known.head.title,
        language=known.language,
        blocks=tuple(blocks),
        subtitle=tr("{title}, {party}", title=page.seat.title, party=page.party.name),
        confidential=alone(page),
        notice=parts.foot(known.head),
    )


def _role(page: Personal) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading(tr("Your role")), *prose(page.seat.brief, 2)]
    if page.interests:
        blocks.append(Heading(tr("What your side cared about"), 2))
        items = []
        for interest in page.interests:
            key = tr(", ") + tr("key") if interest.key else ""
            items.append(f"{interest.text} ({parts.kept(interest.kept)}{key})")
        blocks.append(Bullets(tuple(items)))
    return tuple(blocks)


def _shown(page: Personal) -> tuple[Block, ...]:
    if page.turns:
        floor = trn(
            "On the floor: {spoken} in {n} turn, the longest {length}.",
            "On the floor: {spoken} in {n} turns, the longest {length}.",
            page.turns,
            spoken=page.spoken,
            length=page.longest,
        )
    else:
        floor = tr("On the floor: the speaking clock never ran for you.")
    blocks: list[Block] = [Heading(tr("What the record shows of you")), Paragraph(floor)]
    blocks += _list(
        tr("Private meetings: {n}", n=len(page.meetings)),
        tr("Private meetings: none that you sat in"),
        [_meeting(each) for each in page.meetings],
    )
    blocks += _list(
        tr("Interests that you told: {n}", n=len(page.told)),
        tr("Interests that you told: none that was recorded"),
        [_told(tr("{time} to {whom}:", time=each.time, whom=each.who), each) for each in page.told],
    )
    blocks += _list(
        tr("Interests that you heard: {n}", n=len(page.heard)),
        tr("Interests that you heard: none that was recorded"),
        [_told(tr("{time} from {whom}:", time=each.time, whom=each.who), each) for each in page.heard],
    )
    if page.moves:
        tags = tr(", ").join(f"{move} {count}" for move, count in page.moves)
        blocks.append(Paragraph(tr("What somebody tagged while you spoke: {tags}", tags=tags)))
    return tuple(blocks)


def _list(some: str, none: str, items: list[str]) -> tuple[Block, ...]:
    if not items:
        return (Paragraph(none),)
    return (Paragraph(some, keep=True), *parts.listed(items))


def _meeting(each: Meeting) -> str:
    said = tr("{time} with {others}, {length}", time=each.time, others=each.others, length=each.length)
    return f"{said} {parts.events([each.number])}"


def _told(when: str, each: Told) -> str:
    return f"{when} {each.text} {parts.events([each.number])}"


def _rated(rated: tuple[Rated, ...]) -> tuple[Block, ...]:
    if not rated:
        return ()
    lead = tr(
        "Read what was seen before the level. Levels run from 1, not yet, to 4, exemplary; they are not marks, and "
        "they are never added. Where two people rated, both are told, and where they differ, they may have seen "
        "different moments."
    )
    care = tr(
        "Read with care: a rater sees some moments of one person from one chair. “Insufficient evidence” says that too "
        "little was seen, and nothing about you."
    )
    blocks: list[Block] = [Heading(tr("What raters saw")), Paragraph(lead)]
    for each in rated:
        blocks.append(Paragraph((Run(each.dimension, bold=True),), keep=True))
        blocks.append(Bullets(tuple(line for given in each.given for line in _given(given))))
    return (*blocks, parts.no(care))


def _given(given: Given) -> list[Words]:
    level = tr("{level}: {anchor}", level=given.level, anchor=given.anchor) if given.anchor else given.level
    return [level, *(tr("{time}: {words}", time=time, words=text) for time, text in given.observations)]


def _worths(page: Personal) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if page.worths:
        lead = tr(
            "In points of your own instructions; your reservation stood at {points} in the end.",
            points=page.reservation,
        )
        header = (tr("Package"), tr("Time"), tr("Tabled by"), tr("Terms"), tr("Points"), tr("Could you sign?"))
        rows: tuple[tuple[Words, ...], ...] = tuple(
            (
                str(each.package),
                each.time,
                each.by,
                parts.cited(each.terms, each.number),
                each.value,
                tr("yes") if each.acceptable else tr("no"),
            )
            for each in page.worths
        )
        blocks += (
            Heading(tr("What the packages were worth to your side"), 2),
            Paragraph(lead),
            Table(header, rows, (1.2, 1.2, 2, 5, 1, 1.4), numbers=(4,)),
        )
    if page.final:
        said = tr(
            "The agreement is worth {points} points to your side, against a reservation of {reservation}.",
            points=page.final,
            reservation=page.reservation,
        )
        blocks.append(Paragraph((Run(said, bold=True),)))
    return tuple(blocks)


def _notes(page: Personal) -> tuple[Block, ...]:
    if not page.notes:
        return ()
    items = tuple(tr("{time}: {words}", time=time, words=text) for time, text in page.notes)
    return (Heading(tr("Your notes")), Bullets(items))


def _questions(page: Personal) -> tuple[Block, ...]:
    asks = [question.ask for step in page.steps for question in step.questions]
    blocks: list[Block] = []
    if asks:
        blocks += (Heading(tr("Questions from the debriefing")), *parts.listed(asks))
    if page.reading:
        blocks += (Heading(tr("To read on")), *parts.listed(page.reading))
    return tuple(blocks)
