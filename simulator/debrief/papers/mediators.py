"""The paper of the mediation team: background, entry, approach, what worked, lessons, and what comes next."""

from roles.rights import Kind
from scenarios.texts import listing, tr, trn
from scoring.findings import Band
from scoring.process.course import minutes
from scoring.sentences import figure
from simulator.debrief.cards import card
from simulator.debrief.contents import Known
from simulator.debrief.feedback.growth import growth
from simulator.debrief.feedback.plan import sheet
from simulator.debrief.feedback.point import Own, Point
from simulator.debrief.feedback.strengths import strengths
from simulator.debrief.naming import clock_text, quoted
from simulator.debrief.papers import parts
from simulator.engine import events as e
from simulator.engine.words import Consent, Source
from simulator.printing import Block, Bullets, Document, Fields, Heading, Paragraph, Run, Table, Words

CARDS = ("M1", "M2", "M3", "M6", "M7", "M9", "M10", "M11")
"""Measures that speak of how the talks were led."""
BACKGROUND = 900
"""Characters of the situation."""


def team(known: Known) -> tuple[str, ...]:
    """The seats of the mediation team that people played."""
    scenario = known.scenario
    return tuple(
        each.seat
        for each in known.cast
        if each.source is Source.HUMAN and scenario.parties[scenario.seats[each.seat].party].kind is Kind.MEDIATION
    )


def paper(known: Known) -> Document | None:
    """What the team hands on; nothing where programs led the talks."""
    seats = team(known)
    if not seats:
        return None
    owns = [Own.of(known, seat) for seat in seats]
    blocks: tuple[Block, ...] = (
        *_background(known),
        *_entry(known),
        *_approach(known, owns),
        *_worked(owns),
        *_lessons(known, owns),
        *_beliefs(known),
        Heading(tr("What comes next")),
        Fields((tr("What we will do otherwise:"), tr("Whom we tell of it, and when:")), 2),
    )
    return Document(
        title=tr("The mediation team: what we hand on"),
        case=known.head.title,
        language=known.language,
        blocks=blocks,
        subtitle=parts.played(known.head),
        confidential=tr("For the mediation team and the training team"),
        notice=parts.foot(known.head),
    )


def _background(known: Known) -> tuple[Block, ...]:
    brief = parts.recap(
        "\n".join(line for line in known.scenario.brief.splitlines() if not line.startswith("## ")), BACKGROUND
    )
    sides = tr("; ").join(
        party.name for name, party in known.scenario.parties.items() if name in known.scenario.deciding()
    )
    return (Heading(tr("Background")), Paragraph(brief), parts.labelled(tr("Who decided."), f"{sides}."))


def _entry(known: Known) -> tuple[Block, ...]:
    names = known.names
    lines: list[str] = []
    for moment, event in known.course.every(e.ConsentChanged):
        if event.consent in (Consent.IN, Consent.CONDITIONAL):
            how = tr("on conditions") if event.consent is Consent.CONDITIONAL else tr("takes part")
            if event.conditions:
                how = f"{how} {quoted(event.conditions)}"
            said = tr("{party}: {how}", party=names.party(event.party), how=how)
            lines.append(f"{clock_text(moment.seconds)} · {said} {parts.events([moment.number])}")
    blocks = parts.listed(lines) or (
        parts.no(tr("No consent was recorded. Who had agreed to be mediated, and by whom?")),
    )
    return (Heading(tr("Entry")), *blocks)


def _approach(known: Known, owns: list[Own]) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading(tr("Approach"))]
    planned = sheet(owns[0])
    if planned:
        blocks += parts.listed(quoted(text) for text in planned.values())
    met = [
        one for one in known.course.meetings if one.opened is not None and any(own.seat in one.seats for own in owns)
    ]
    if met:
        rows: list[tuple[Words, ...]] = []
        mine = {own.seat for own in owns}
        for one in met:
            if one.opened is not None:
                others = known.names.seats(seat for seat in one.seats if seat not in mine)
                rows.append(
                    (clock_text(one.opened.seconds), parts.cited(others, one.opened.number), clock_text(one.seconds))
                )
        header = (tr("Time"), tr("Private meeting with"), tr("Length"))
        blocks.append(Table(header, tuple(rows), (1, 6, 1), numbers=(2,)))
    else:
        blocks.append(parts.no(tr("The team held no private meeting.")))
    steps: list[str] = []
    for moment in known.course.any_of(e.AgendaAdopted, e.VersionIssued, e.TextAdopted, e.PackageAgreed):
        steps.append(
            f"{_what(moment.event)} {parts.events([moment.number])}".replace("\x03", figure(minutes(moment.seconds), 0))
        )
    return (*blocks, *parts.listed(steps))


def _what(event: e.Event) -> str:
    if isinstance(event, e.AgendaAdopted):
        return tr("Minute {minute}: the agenda was adopted.", minute="\x03")
    if isinstance(event, e.VersionIssued):
        return tr("Minute {minute}: version {n} of the text was issued.", minute="\x03", n=event.version)
    if isinstance(event, e.TextAdopted):
        return tr("Minute {minute}: the text was adopted.", minute="\x03")
    return tr("Minute {minute}: a package was agreed.", minute="\x03")


def _worked(owns: list[Own]) -> tuple[Block, ...]:
    found = [(own, point) for own in owns for point in strengths(own)]
    heading = Heading(tr("What worked"))
    if not found:
        return (heading, parts.no(tr("The record shows too little for that. What do the sides say?")))
    return (heading, Bullets(tuple(_said(point, own) for own, point in found)))


def _lessons(known: Known, owns: list[Own]) -> tuple[Block, ...]:
    items: list[Words] = []
    for finding in known.scorecard.findings:
        if finding.id in CARDS and finding.observed and finding.band is Band.WORTH_A_LOOK:
            shown = card(finding, known.names)
            items.append(parts.cited(f"{shown.title}. {shown.reading}", *shown.evidence[:3]))
    found: dict[Point, list[Own]] = {}
    for own in owns:
        for point in growth(own):
            if point.evidence:
                found.setdefault(point, []).append(own)
    items += [(*_said(point, *of), parts.try_it(), Run(point.instead, italic=True)) for point, of in found.items()]
    heading = Heading(tr("Lessons"))
    if not items:
        return (heading, parts.no(tr("Nothing stands out in the record. What would you do otherwise?")))
    return (heading, Bullets(tuple(items)))


def _said(point: Point, *of: Own) -> tuple[Run, ...]:
    who = listing(own.known.names.seat(own.seat) for own in of)
    return (Run(f"{who}. ", bold=True), *parts.cited(point.text, *point.evidence))


def _beliefs(known: Known) -> tuple[Block, ...]:
    """The map of the conflict: what the team believed, beside what the parties kept."""
    struck = {event.belief for _, event in known.course.every(e.BeliefStruck)}
    latest = {event.belief: (moment, event) for moment, event in known.course.every(e.BeliefNoted)}
    rows: list[tuple[Words, ...]] = []
    for number, (moment, event) in latest.items():
        if number in struck:
            continue
        truth = known.names.interest(event.interest) if event.interest else "–"
        rows.append((known.names.short(event.party), parts.cited(quoted(event.text), moment.number), truth))
    if not rows:
        return ()
    header = (tr("Party"), tr("What we believed"), tr("Which of its interests that was"))
    care = trn("{n} belief stood at the end.", "{n} beliefs stood at the end.", len(rows))
    return (Heading(tr("What we believed of the parties")), parts.no(care), Table(header, tuple(rows), (1.5, 4, 4)))
