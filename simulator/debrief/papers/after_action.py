"""The after-action report of the trainer: objectives and evidence, time, events, people, measures, what to mend."""

from scenarios.texts import listing, tr, trn
from scoring.findings import Band
from scoring.sentences import figure
from simulator.debrief import drawn
from simulator.debrief.after_action import AfterAction, Objective, after_action
from simulator.debrief.contents import Known
from simulator.debrief.injects import Planned
from simulator.debrief.papers import parts
from simulator.debrief.timeline import Line
from simulator.engine.words import Source
from simulator.printing import Block, Boxes, Bullets, Document, Fields, Heading, PageBreak, Paragraph, Run, Table, Words


def paper(known: Known, beside_the_room: bool = False) -> Document:
    """What the training team is handed, and keeps; beside the paper for the room without the measures that it has."""
    page = after_action(known)
    blocks: list[Block] = [
        *_purpose(known, page),
        *_objectives(page),
        *_events(page),
        *_time(known, page),
        *_people(known, page),
        *_moments(page),
        *_improve(known, page),
        *_author(page),
        *_raters(known, page),
        *_learning(known, page),
        *_privacy(page),
        PageBreak(),
        *_measures(known, page, beside_the_room),
        PageBreak(),
        Heading(tr("The whole course")),
        *(parts.stretches(page.timeline, {}) or (parts.no(tr("Nothing is in the record.")),)),
        parts.edition(known.head),
    ]
    made = Document(
        title=tr("After action: {title}", title=known.head.title),
        case=known.head.title,
        language=known.language,
        blocks=tuple(blocks),
        subtitle=parts.played(known.head),
        confidential=tr("For the training team only"),
        notice=parts.foot(known.head),
        contents=True,
    )
    lead = tr("The events that this paper rests on and its timeline leaves out. All of them: goodoffices replay.")
    return parts.evidenced(made, page.entries, lead)


def _measures(known: Known, page: AfterAction, beside_the_room: bool) -> tuple[Block, ...]:
    told = page.shared if beside_the_room else frozenset()
    cards = [card for card in page.cards if card.id != "M12" and card.id not in told]
    lead = tr("The rows of single seats are for you and for the person in the seat, never for the group.")
    if told:
        lead += " " + tr("All other measures stand in the debriefing for the room.")
    return (
        Heading(tr("Measures, with what single people did")),
        Paragraph(lead, "lead"),
        *(() if told else parts.drawing(drawn.balance(known))),
        *(block for card in cards for block in parts.finding(card)),
    )


def _purpose(known: Known, page: AfterAction) -> tuple[Block, ...]:
    head, scenario = known.head, known.scenario
    facts = [
        tr("Case: {title}, version {version}, seed {seed}.", title=head.title, version=head.version, seed=head.seed),
        tr("Level: {level}. Planned for {minutes} minutes.", level=page.level, minutes=scenario.minutes),
        tr(
            "The talks ended with {outcome} after {minutes} minutes.",
            outcome=head.outcome,
            minutes=figure(head.minutes),
        ),
        tr(
            "Seats: {people} played by people, {stands} by stand-ins, {empty} empty.",
            people=sum(c.source is Source.HUMAN for c in known.cast),
            stands=head.stand_ins,
            empty=head.empty,
        ),
    ]
    return (Heading(tr("Purpose, people and case")), *parts.listed(facts))


def _objectives(page: AfterAction) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading(tr("Objectives and evidence"))]
    for objective in page.objectives:
        blocks += (Heading(objective.text, 2), *parts.listed(_evidence(objective)))
    return tuple(blocks) if page.objectives else (*blocks, parts.no(tr("The scenario names no objective.")))


def _evidence(objective: Objective) -> list[str]:
    lines = [_served(inject) for inject in objective.injects] or [tr("No event serves this objective.")]
    return [*lines, *(tr("Ask: {question}", question=ask) for ask in objective.questions)]


def _served(inject: Planned) -> str:
    if inject.actual:
        said = tr("{event}: {clauses}", event=inject.title, clauses=inject.actual)
    elif inject.sent:
        said = tr("{event}: sent, and nothing was expected or recorded", event=inject.title)
    else:
        said = tr("{event}: not sent", event=inject.title)
    return f"{said} {parts.events([inject.number] if inject.number else [])}".strip()


def _events(page: AfterAction) -> tuple[Block, ...]:
    heading = Heading(tr("Events, expected and actual"))
    if not page.injects:
        return (heading, parts.no(tr("The scenario prepares none.")))
    header = (tr("Event, and what it tests"), tr("Expected"), tr("Actual"))
    rows: tuple[tuple[Words, ...], ...] = tuple(
        ((Run(f"{each.title}. ", bold=True), Run(each.tests)), each.expected or "–", _came(each))
        for each in page.injects
    )
    return (heading, Table(header, rows, (3, 3.2, 4)))


def _came(planned: Planned) -> tuple[Run, ...]:
    """When an event was sent, what came of it, and what was done where it did not come."""
    told = [(tr("Sent"), " ".join((planned.sent, parts.events([planned.number])))) if planned.sent else ("", "")]
    told += [("", planned.actual), (tr("Contingency"), planned.contingency)]
    runs: list[Run] = [] if planned.sent else [Run(tr("not sent"))]
    for what, words in told:
        if words:
            said = tr("{what}: {words}", what=what, words=words) if what else words
            runs += [Run(" · ")] if runs else []
            runs += parts.leading(said)
    return tuple(runs)


def _time(known: Known, page: AfterAction) -> tuple[Block, ...]:
    header = (tr("Phase"), tr("From"), tr("Planned"), tr("Played"), tr("Over"))
    rows = tuple(
        (
            each.name + " " + tr("(once more)") if each.loop else each.name,
            each.since,
            "–" if each.planned is None else str(each.planned),
            figure(each.minutes),
            "–" if each.over is None else parts.signed(each.over),
        )
        for each in page.spent
    )
    blocks: list[Block] = [Heading(tr("Time, planned and played")), *parts.drawing(drawn.plan(known))]
    blocks.append(
        Table(header, rows, (4, 1.4, 1.2, 1.2, 1), numbers=(2, 3, 4)) if rows else parts.no(tr("No phase was entered."))
    )
    blocks += parts.listed(map(_at, page.changes)) or (
        parts.no(tr("The clock ran through, and nothing was cut or extended.")),
    )
    if page.milestones:
        blocks += parts.finding(page.milestones)
    return tuple(blocks)


def _at(line: Line) -> str:
    return tr("{time}: {words}", time=line.time, words=line.text) + " " + parts.events([line.number])


def _people(known: Known, page: AfterAction) -> tuple[Block, ...]:
    def who(source: Source, people: tuple[str, ...]) -> str:
        if source is Source.STAND_IN:
            return tr("stand-in")
        return "–" if source is Source.EMPTY else listing(people) if people else tr("a person")

    rows = tuple(
        (tr("{name}, {title}", name=one.character, title=one.title), one.party, who(one.source, one.people))
        for one in known.cast
    )
    blocks: list[Block] = [Heading(tr("People and notes"))]
    blocks.append(Table((tr("Character"), tr("Party"), tr("Played by")), rows, (4, 2, 3)))
    if page.stops:
        blocks += (
            Heading(tr("The stop word"), 2),
            Paragraph(tr("Talk to who said it before anything else, and alone.")),
            *parts.listed(map(_at, page.stops)),
        )
    if known.scenario.sensitivities:
        blocks += (Heading(tr("Sensitivities"), 2), *parts.listed(known.scenario.sensitivities))
    if page.pulses:
        blocks += (
            Heading(tr("Self-reports"), 2),
            *parts.listed(_pulse(*each) for each in page.pulses),
            *parts.drawing(drawn.pulses(known)),
        )
    if page.notes:
        blocks += (Heading(tr("Your notes"), 2), *parts.listed(map(_at, page.notes)))
    if page.seat_notes:
        blocks += (
            Heading(tr("Notes of the seats"), 2),
            Paragraph(tr("Their words are theirs; this is only how many there are.")),
            *parts.listed(tr("{seat}: {n}", seat=seat, n=count) for seat, count in page.seat_notes),
        )
    return tuple(blocks)


def _pulse(name: str, asked: str, answered: int) -> str:
    if asked:
        return trn(
            "{pulse}: asked at {time}, {n} answer",
            "{pulse}: asked at {time}, {n} answers",
            answered,
            pulse=name,
            time=asked,
        )
    return trn("{pulse}: not asked, {n} answer", "{pulse}: not asked, {n} answers", answered, pulse=name)


def _moments(page: AfterAction) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading(tr("Moments worth talking about"))]
    blocks += parts.pivots(page.pivots) or (parts.no(tr("None that the record shows.")),)
    if page.watch_for:
        blocks += (Heading(tr("What the author asks you to watch for"), 2), *parts.listed(page.watch_for))
    return tuple(blocks)


# -- what to mend -----------------------------------------------------------------------------------------------------


def _improve(known: Known, page: AfterAction) -> tuple[Block, ...]:
    """Observations with a recommendation and who may see to it; days are written by hand."""
    author, training = tr("the author"), tr("the training team")
    rows: list[tuple[Words, ...]] = []
    for spent in page.spent:
        if spent.over is not None and spent.planned and abs(spent.over) >= max(3.0, 0.25 * spent.planned):
            minutes = figure(abs(spent.over))
            discussion = tr(
                "It was planned for {planned} minutes and lasted {minutes}.",
                planned=spent.planned,
                minutes=figure(spent.minutes),
            )
            advice = (
                tr("Plan {minutes} minutes more, or send one event less in it.", minutes=minutes)
                if spent.over > 0
                else tr("Plan {minutes} minutes less, or give the room more to do in it.", minutes=minutes)
            )
            rows.append((tr("Time of “{phase}”", phase=spent.name), discussion, advice, training, ""))
    for inject in page.injects:
        if inject.expected and inject.sent and inject.missed:
            text = parts.cited(inject.actual, inject.number)
            advice = tr("Ask the room what it saw; next time send it earlier, or brief those who should act on it.")
            rows.append((inject.title, text, advice, training, ""))
        elif not inject.sent and inject.expected:
            rows.append(
                (
                    inject.title,
                    tr("It was not sent."),
                    tr("Decide whether the exercise needs it; if so, give it a condition that comes true."),
                    author,
                    "",
                )
            )
    for finding in known.scorecard.findings:
        if finding.observed and finding.band is Band.WORTH_A_LOOK:
            advice = tr("Bring it to the room as a question, and watch for it in the next exercise.")
            rows.append((finding.title, parts.cited(finding.reading, *finding.evidence[:3]), advice, training, ""))
    for advised in page.advice:
        rows.append((advised.code, f"{advised.message}.", advised.remedy, author, ""))
    rows += [("", "", "", "", "")] * 2
    header = (tr("Issue"), tr("Discussion"), tr("Recommendation"), tr("Owner"), tr("Date"))
    return (Heading(tr("To improve")), Table(header, tuple(rows), (2, 3.4, 3.2, 1.4, 1.1), tall=len(rows) < 6))


def _author(page: AfterAction) -> tuple[Block, ...]:
    severities = {"error": tr("error"), "warning": tr("warning")}
    blocks: list[Block] = [Heading(tr("For the author of the scenario"))]
    blocks += parts.listed(
        tr(
            "{code} ({severity}): {message}. {remedy}",
            code=each.code,
            severity=severities.get(each.severity, each.severity),
            message=each.message,
            remedy=each.remedy,
        )
        for each in page.advice
    ) or (parts.no(tr("The value tables raise no finding.")),)
    if page.unused:
        blocks += (Heading(tr("What played no part this time"), 2), *parts.listed(page.unused))
    return tuple(blocks)


def _raters(known: Known, page: AfterAction) -> tuple[Block, ...]:
    ids = {finding.id for finding in known.scorecard.ratings}
    cards = [each for each in page.cards if each.id in ids and each.observed]
    said = [(Run(f"{each.title}. ", bold=True), *parts.cited(each.reading, *each.evidence[:3])) for each in cards]
    blocks: tuple[Block, ...] = (Bullets(tuple(said)),) if said else (parts.no(tr("Nobody rated.")),)
    return (Heading(tr("How far the raters agree")), *blocks)


def _learning(known: Known, page: AfterAction) -> tuple[Block, ...]:
    """Reaction, learning, conduct: the levels after Kirkpatrick, Evaluating Training Programs (1994)."""
    answered = sum(count for _, _, count in page.pulses)
    reaction = trn("Reaction: {n} self-report was answered.", "Reaction: {n} self-reports were answered.", answered)
    met = sum(bool(inject.sent and inject.expected and not inject.missed) for inject in page.injects)
    asked = sum(bool(inject.sent and inject.expected) for inject in page.injects)
    learning = tr("Learning: {met} of {asked} events were answered as a trained team would.", met=met, asked=asked)
    later = tr("Conduct: send the questionnaire of three months later (forms/follow-up).")
    lines = Fields((tr("Hot wash of the team, in one sentence:"), tr("What we change before the next group:")), 2)
    return (Heading(tr("What was learned")), *parts.listed((reaction, learning, later)), lines)


def _privacy(page: AfterAction) -> tuple[Block, ...]:
    return (Heading(tr("Privacy")), Boxes(page.privacy))
