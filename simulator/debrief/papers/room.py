"""The paper for the room: what happened, what was hidden, the three panels, the questions, the record."""

from scenarios.texts import listing, tr, trn
from simulator.debrief import drawn
from simulator.debrief.cards import Card
from simulator.debrief.contents import Known, Room, room
from simulator.debrief.incidents import Incident
from simulator.debrief.papers import parts
from simulator.debrief.reveal import Holder, Secret
from simulator.engine.words import Source
from simulator.printing import Block, Bullets, Document, Heading, Note, PageBreak, Paragraph, Run, Table, Words, prose


def paper(known: Known) -> Document:
    """All that everybody may read when everybody is themselves again."""
    page = room(known)
    blocks: list[Block] = [
        Paragraph(page.hook, "lead"),
        Paragraph(tr("The question to take to dinner"), "small"),
        *stand_ins(known),
        *_happened(known, page),
        *_moments(page),
        *_incidents(page),
        *_hidden(known, page),
        *_process(known, page),
        *_outcome(known, page),
        *_relationship(known, page),
        *_questions(page),
        *_topics(page),
        parts.edition(known.head),
    ]
    lead = tr(
        "The events that this paper rests on and its timeline leaves out. What people wrote for themselves, answered "
        "in self-reports or said to stop is named and not shown."
    )
    made = Document(
        title=tr("Debriefing: {title}", title=known.head.title),
        case=known.head.title,
        language=known.language,
        blocks=tuple(blocks),
        subtitle=parts.played(known.head),
        notice=parts.foot(known.head),
        contents=True,
    )
    return parts.evidenced(made, page.entries, lead)


def stand_ins(known: Known) -> tuple[Block, ...]:
    """Which seats programs played; nothing where people played them all."""
    head = known.head
    if not head.stand_ins:
        return ()
    if not head.people:
        return (parts.no(tr("A rehearsal: stand-ins, which are programs and not people, played every seat.")),)
    seats = tr(", ").join(f"{one.character} ({one.party})" for one in known.cast if one.source is Source.STAND_IN)
    return (
        parts.no(
            tr(
                "Stand-ins, which are programs and not people, played {seats}. They are labelled wherever they are "
                "named.",
                seats=seats,
            )
        ),
    )


def _happened(known: Known, page: Room) -> tuple[Block, ...]:
    lead = tr(
        "Facts before judgement. Build the line together first, then look at this one. The number at the end of a "
        "line is that of its event."
    )
    return (
        Heading(tr("What happened")),
        Paragraph(lead, "lead"),
        *parts.drawing(drawn.plan(known)),
        *(parts.stretches(page.timeline, page.marked) or (parts.no(tr("Nothing is in the record.")),)),
    )


def _moments(page: Room) -> tuple[Block, ...]:
    if not page.pivots:
        said = tr("The record shows no moment at which the talks turned. What did the room see?")
        return (Heading(tr("Moments worth talking about")), Paragraph(said))
    return (
        Heading(tr("Moments worth talking about")),
        Paragraph(tr("Choose three. “I saw …, I thought …, I wonder …”"), "lead"),
        *parts.pivots(page.pivots),
    )


# -- incidents --------------------------------------------------------------------------------------------------------


def _incidents(page: Room) -> tuple[Block, ...]:
    if not page.incidents:
        return ()
    lead = tr(
        "What was reported, what each said about it, and what was found. Read the versions side by side before you "
        "ask who was right."
    )
    blocks: list[Block] = [Heading(tr("Incidents")), Paragraph(lead, "lead")]
    for incident in page.incidents:
        blocks += _incident(incident)
    return tuple(blocks)


def _incident(incident: Incident) -> tuple[Block, ...]:
    title = tr("{n}. {title}", n=incident.number, title=incident.title)
    blocks: list[Block] = [
        Heading(title, 2),
        Paragraph(tr(", ").join(each for each in (incident.state, incident.place) if each), "small", keep=True),
        *prose(incident.report, 3),
    ]
    if incident.versions:
        silent = tr("Put no version into the record.")
        header = tuple(version.party for version in incident.versions)
        said: tuple[Words, ...] = tuple(version.said or silent for version in incident.versions)
        blocks.append(Table(header, (said,), (1,) * len(header)))
    if incident.visited:
        unclear = tr("It could not be established what happened.") if incident.inconclusive else ""
        blocks.append(parts.labelled(tr("The joint visit."), f"{incident.finding} {unclear}".strip()))
    if incident.found:
        blocks.append(parts.labelled(tr("Recorded as found."), incident.found))
    if incident.handled:
        blocks.append(parts.labelled(tr("Agreed about it."), incident.handled))
    late = " ◆ " + tr("Late")
    blocks += parts.listed(
        f"{step.time} · {step.text}{late if step.late else ''} {parts.events([step.number])}" for step in incident.steps
    )
    return tuple(blocks)


# -- what was hidden --------------------------------------------------------------------------------------------------


def _hidden(known: Known, page: Room) -> tuple[Block, ...]:
    lead = tr("The sides tell first, and the mediators guess before they do. Then turn this page.")
    blocks: list[Block] = [PageBreak(), Heading(tr("What was hidden")), Paragraph(lead, "lead")]
    blocks += parts.drawing(drawn.interests(known))
    for holder in page.reveal:
        blocks += _holder(holder)
    blocks += _behind(page)
    if page.promises:
        blocks.append(Heading(tr("How far promises really were"), 2))
        blocks += parts.listed(
            tr("{promise}: {truth}", promise=promise.text, truth=promise.truth) for promise in page.promises
        )
    return tuple(blocks)


def _holder(holder: Holder) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading(holder.name, 2)]
    for secret in holder.secrets:
        blocks += _secret(secret)
    facts: list[Paragraph] = []
    if holder.batna:
        facts.append(parts.labelled(tr("Without an agreement."), holder.batna))
    if holder.reservation:
        facts.append(parts.labelled(tr("Reservation."), f"{holder.reservation}."))
    if holder.red_lines:
        label = trn("Red line.", "Red lines.", len(holder.red_lines))
        facts.append(parts.labelled(label, tr("; ").join(holder.red_lines) + "."))
    if holder.together:
        facts.append(parts.labelled(tr("Worth more or less together."), tr("; ").join(holder.together) + "."))
    if facts:
        blocks.append(Note("", tuple(facts)))
    blocks += (
        parts.labelled(tr("How they read {article}.", article=heading), reading) for heading, reading in holder.readings
    )
    blocks += (parts.labelled(f"{name}.", line) for name, line in holder.factions)
    return tuple(blocks)


def _secret(secret: Secret) -> tuple[Block, ...]:
    signs = ["× " + tr("Not recorded as told") if secret.missed else "✓ " + tr("Told"), parts.kept(secret.kept)]
    if secret.key:
        signs.append(tr("key"))
    if secret.acknowledged:
        signs.append("✓ " + tr("Acknowledged"))
    if secret.served is not None:
        signs.append(
            "✓ " + tr("Served by the agreement") if secret.served else "× " + tr("Not served by the agreement")
        )
    blocks: list[Block] = [Paragraph(secret.text, "quote", keep=True), Paragraph(" · ".join(signs), "small")]
    told = [
        tr(
            "{time}: {by} to {to}, {how} (event {n})",
            time=telling.time,
            by=telling.by,
            to=telling.to,
            how=telling.how,
            n=parts.event(telling.number),
        )
        for telling in secret.told
    ]
    told += [
        tr("Acknowledged by {party} (event {n})", party=party, n=parts.event(number))
        for number, party in secret.acknowledged
    ]
    blocks += parts.listed(told)
    if secret.serves:
        blocks.append(parts.labelled(tr("What serves it."), secret.serves))
    if secret.missed and secret.hint:
        blocks.append(parts.labelled(tr("What a good listener may have noticed."), secret.hint))
    if secret.missed and secret.discovery:
        blocks.append(parts.labelled(tr("How it can be found."), secret.discovery))
    return tuple(blocks)


def _behind(page: Room) -> tuple[Block, ...]:
    hidden = [incident for incident in page.incidents if incident.hidden]
    if not hidden:
        return ()
    blocks: list[Block] = [Heading(tr("What lay behind the incidents"), 2)]
    for incident in hidden:
        title = tr("{n}. {title}", n=incident.number, title=incident.title)
        inner: list[Block] = [
            parts.labelled(tr("{party} knew.", party=version.party), version.knew)
            for version in incident.versions
            if version.knew
        ]
        if incident.truth:
            inner.append(parts.labelled(tr("What happened."), incident.truth))
        blocks.append(Note(title, tuple(inner)))
    return tuple(blocks)


# -- the three panels -------------------------------------------------------------------------------------------------


def _process(known: Known, page: Room) -> tuple[Block, ...]:
    lead = tr(
        "How the talks were led. A band says where to look, never how good anybody was. What nobody recorded counts "
        "as not observed, never as zero."
    )
    figures = (*parts.drawing(drawn.balance(known)), *parts.drawing(drawn.brackets(known)))
    return (PageBreak(), Heading(tr("Process")), Paragraph(lead, "lead"), *figures, *_findings(page.process))


def _outcome(known: Known, page: Room) -> tuple[Block, ...]:
    lead = tr(
        "Points are a teaching device that no player could see. They do not weigh what the scenario did not foresee."
    )
    blocks: list[Block] = [PageBreak(), Heading(tr("Outcome")), Paragraph(lead, "lead")]
    if page.no_deal:
        blocks.append(Heading(tr("What lay on the table last, and the reservations: was no right?"), 2))
        blocks += (Paragraph(page.no_deal.reading), *parts.table(page.no_deal))
        care = (Run(tr("Read with care:"), bold=True), Run(f" {page.no_deal.caution}"))
        blocks.append(Paragraph(care, "small"))
    blocks += worth(page)
    blocks += (*drawn.values(known), *drawn.frontier(known))
    if page.better:
        blocks += (Heading(tr("What else was possible"), 2), *parts.finding(page.better, 3))
    return (*blocks, *_findings(page.outcome))


def worth(page: Room) -> tuple[Block, ...]:
    """What the terms at the end are worth to each side, beside reservations and the Nash package."""
    if page.weighed is None:
        return ()
    title = (
        tr("What the agreement is worth to each side")
        if page.weighed.agreed
        else tr("{what}, which was not agreed", what=page.weighed.what)
    )
    header = (tr("Side"), tr("Points"), tr("Reservation"), tr("Nash"), tr("Reading"))
    rows = tuple((side.name, side.value, side.floor, side.nash or "–", side.verdict) for side in page.weighed.sides)
    return (Heading(title, 2), Table(header, rows, (2, 1, 1.3, 1, 3), numbers=(1, 2, 3)))


def _relationship(known: Known, page: Room) -> tuple[Block, ...]:
    lead = tr(
        "How people felt, from their own short reports. Shown for groups of four or more, and never for one person."
    )
    heading = Heading(tr("Relationship"))
    return (heading, Paragraph(lead, "lead"), *parts.drawing(drawn.pulses(known)), *_findings(page.relationship))


def _findings(cards: tuple[Card, ...]) -> tuple[Block, ...]:
    seen = [block for card in cards if card.observed for block in parts.finding(card)]
    unseen = tuple((Run(f"{card.title}. ", bold=True), Run(card.reading)) for card in cards if not card.observed)
    if not unseen:
        return tuple(seen)
    return (*seen, Heading(tr("Not observed"), 2), Bullets(unseen))


# -- questions --------------------------------------------------------------------------------------------------------


def _questions(page: Room) -> tuple[Block, ...]:
    lead = tr("First leave the role: say your own name, change the chair, put the badge down. Anybody may pass.")
    blocks: list[Block] = [PageBreak(), Heading(tr("Questions by step")), Paragraph(lead, "lead")]
    for step in page.steps:
        length = trn("{n} minute", "{n} minutes", step.minutes)
        blocks.append(Heading(f"{step.name} ({length})", 2))
        blocks.append(Paragraph((Run(step.cue, italic=True),), keep=bool(step.questions)))
        blocks += parts.listed(
            question.ask + (" " + tr("(first: {whom})", whom=question.to) if question.to else "")
            for question in step.questions
        )
    if page.real_world:
        blocks += (Heading(tr("In the real world")), *prose(page.real_world, 2))
    if page.reading:
        blocks += (Heading(tr("To read on")), *parts.listed(page.reading))
    return tuple(blocks)


def _topics(page: Room) -> tuple[Block, ...]:
    lead = tr(
        "An index to the cards by the fundamentals of the United Nations Guidance for Effective Mediation. It is a "
        "list of topics, and no score."
    )
    nothing = tr("nothing that a record can show: ask the room")
    rows = tuple(
        (
            name,
            listing(card.title if card.observed else card.title + " " + tr("(not observed)") for card in cards)
            if cards
            else nothing,
        )
        for name, cards in page.fundamentals
    )
    header = (tr("Fundamental"), tr("Cards"))
    return (Heading(tr("Eight topics of mediation")), Paragraph(lead, "lead"), Table(header, rows, (1, 3)))
