"""The instructor's guide: why, with whom, how, what usually happens, and how to talk about it afterwards."""

from collections.abc import Sequence

from scenarios.model import Casting, Phase, Scenario
from scenarios.texts import listing, mark, number, on_one_line, tr, trc, trn
from simulator.engine.clock import MINUTE
from simulator.kit.case import Case, for_control
from simulator.kit.value_facts import value_facts
from simulator.kit.wording import subject, when
from simulator.printing import Block, Bullets, Document, Heading, Note, Paragraph, Run, Table, Words, prose

LEVELS = {
    "introductory": mark("introductory"),
    "intermediate": mark("intermediate"),
    "advanced": mark("advanced"),
}

STEPS = {
    "reactions": mark("Reactions"),
    "facts": mark("What happened"),
    "reveal": mark("What was hidden"),
    "analysis": mark("Three moments"),
    "generalise": mark("What we learned"),
    "relate": mark("The real world"),
    "what_if": mark("What if"),
    "what_next": mark("What next"),
}
"""The steps of the debriefing, in order."""


def guide(case: Case) -> Document:
    """All that a trainer needs who runs the case for the first time."""
    scenario = case.scenario
    blocks = (
        *_overview(case),
        *_casting(case),
        *_interests(scenario),
        *_course(case),
        *value_facts(scenario),
        *_calls(scenario),
        *_debriefing(scenario),
    )
    return case.document(
        tr("Instructor's guide"),
        blocks,
        subtitle=scenario.subtitle or "",
        confidential=for_control(),
    )


def _overview(case: Case) -> tuple[Block, ...]:
    scenario = case.scenario
    seats = len(scenario.seats)
    needed = seats - sum(seat.optional for seat in scenario.seats.values())
    facts = (
        trn("{n} minute", "{n} minutes", scenario.minutes),
        tr("level: {level}", level=tr(LEVELS[scenario.level])),
        trn("{n} seat", "{n} seats", seats),
        trn("{n} of them must be filled", "{n} of them must be filled", needed),
    )
    blocks: list[Block] = [
        Paragraph(" · ".join(facts), "small"),
        *prose(scenario.summary),
        Heading(tr("Learning objectives")),
        Bullets(tuple(scenario.objectives.values()), numbered=True),
    ]
    if scenario.sensitivities:
        blocks.append(Note(tr("Sensitivities"), (Bullets(scenario.sensitivities),)))
    blocks += [
        Heading(tr("Before the day")),
        Bullets(
            (
                tr("Print the public brief for everybody, and each confidential brief once, for the person it names."),
                tr("Give each deciding party its score sheet. Keep this guide and the folder “control” to yourself."),
                tr("Fold the table signs, cut out the badges, the join cards and the event slips."),
                tr("Cast with care: look at the sensitivities, and let people refuse a role without giving reasons."),
                tr("Say the stop word in the briefing. It stops everything at once, for anybody."),
            )
        ),
    ]
    return tuple(blocks)


def _casting(case: Case) -> tuple[Block, ...]:
    scenario = case.scenario
    rows: list[tuple[Words, ...]] = []
    for name, seat in scenario.seats.items():
        notes = [tr("may stay empty")] * seat.optional + [tr("two people may share it")] * seat.doubles
        played = case.occasion.people.get(name, ())
        rows.append(
            (
                (Run(seat.name, bold=True), Run(tr(", {title}", title=seat.title))),
                scenario.parties[seat.party].short,
                tr(case.archetype(name).name),
                tr("; ").join(notes),
                tr(", ").join(played),
            )
        )
    # Translators: heads of the columns of the casting table.
    header = (tr("Seat"), tr("Party"), tr("Role"), tr("Casting"), tr("Person"))
    blocks: list[Block] = [
        Heading(tr("Casting")),
        Table(header, tuple(rows), (3.4, 1.4, 1.8, 2.3, 1.6)),
    ]
    if scenario.casting:
        blocks.append(Heading(tr("For how many people"), 2))
        sizes: list[Words] = [
            (
                Run(trn("{n} participant: ", "{n} participants: ", size.people), bold=True),
                Run(" ".join(_size(scenario, size))),
            )
            for size in scenario.casting
        ]
        blocks.append(Bullets(tuple(sizes)))
    return tuple(blocks)


def _size(scenario: Scenario, size: Casting) -> list[str]:
    said = []
    if size.empty:
        names = listing(scenario.seats[seat].name for seat in size.empty)
        said.append(tr("Leave empty, or to stand-ins: {names}.", names=names))
    if size.doubled:
        names = listing(scenario.seats[seat].name for seat in size.doubled)
        said.append(tr("Two people each play: {names}.", names=names))
    if not size.empty and not size.doubled:
        said.append(tr("Every seat has one person."))
    if size.advice:
        said.append(size.advice)
    return said


def _interests(scenario: Scenario) -> tuple[Block, ...]:
    """What is hidden with whom, and how it can be found."""
    kept = {
        "open": trc("how hidden an interest is", "open"),
        "guarded": trc("how hidden an interest is", "guarded"),
        "hidden": trc("how hidden an interest is", "hidden"),
    }
    rows: list[tuple[Words, ...]] = []
    for party in scenario.parties.values():
        for interest in party.interests.values():
            how = kept[interest.kept]
            if interest.key:
                how = tr("{kept}; a key of the exercise", kept=how)
            found = on_one_line(interest.discovery or interest.hint or "")
            rows.append((party.short, on_one_line(interest.text), how, found))
    if not rows:
        return ()
    # Translators: heads of the columns of a table of interests.
    header = (tr("Party"), tr("Interest"), tr("How closely kept"), tr("How it can be found"))
    return (Heading(tr("What each party keeps to itself")), Table(header, tuple(rows), (1.4, 4.3, 1.5, 3.2)))


def _course(case: Case) -> tuple[Block, ...]:
    scenario, start = case.scenario, case.occasion.start
    begins = {slot.id: slot.start / MINUTE for slot in case.public.clock.plan}
    blocks: list[Block] = [Heading(tr("Phase by phase"))]
    for name, phase in scenario.phases.items():
        shortest, planned, longest = phase.minutes
        facts = [tr("from {time}", time=when(begins.get(name, 0), start))] * bool(planned)
        facts.append(_length(shortest, planned, longest))
        if phase.cut is not None:
            facts.append(tr("cut it to its minimum when time is short (order {n})", n=number(phase.cut)))
        if phase.decides:
            facts.append(tr("the talks must have an outcome by its end"))
        blocks += [
            Heading(phase.name, 2),
            Paragraph(" · ".join(facts), "small"),
            Paragraph((Run(phase.purpose, italic=True),)),
            *prose(phase.trainer or "", 3),
            *_sent_in(scenario, name, phase),
        ]
    return tuple(blocks)


def _length(shortest: int, planned: int, longest: int) -> str:
    if not planned:
        return trn("optional, up to {n} minute", "optional, up to {n} minutes", longest)
    if shortest == longest:
        return trn("{n} minute", "{n} minutes", planned)
    return trn(
        "{n} minute, from {shortest} to {longest}",
        "{n} minutes, from {shortest} to {longest}",
        planned,
        shortest=number(shortest),
        longest=number(longest),
    )


def _sent_in(scenario: Scenario, name: str, phase: Phase) -> tuple[Block, ...]:
    """The events that name this phase, or its planned minutes."""
    found = [
        tr("No. {n}, {title}", n=number(n), title=inject.title)
        for n, inject in enumerate(scenario.events.values(), 1)
        if inject.when is not None and inject.when.phase == name
    ]
    return (Paragraph(tr("Events in this phase: {events}.", events=tr("; ").join(found)), "small"),) if found else ()


def _calls(scenario: Scenario) -> tuple[Block, ...]:
    """What capitals and the expert answer when the trainer plays them."""
    blocks: list[Block] = []
    capitals = [(party, party.capital) for party in scenario.parties.values() if party.capital is not None]
    if capitals:
        blocks.append(Heading(tr("When a capital is asked")))
    for party, capital in capitals:
        title = tr("{party}: {capital}", party=party.name, capital=capital.name)
        blocks += [Heading(title, 2), Paragraph((Run(capital.mood, italic=True),)), *prose(capital.instructions, 3)]
    if scenario.expert is not None and scenario.expert.cards:
        blocks.append(Heading(tr("The expert's cards")))
        for name, card in scenario.expert.cards.items():
            blocks += [Heading(subject(name), 2), *prose(card, 3)]
    return tuple(blocks)


def _debriefing(scenario: Scenario) -> tuple[Block, ...]:
    script = scenario.debrief
    blocks: list[Block] = [
        Heading(tr("Debriefing")),
        Note(tr("The question that stays"), (Paragraph(script.hook, "lead"),)),
    ]
    if script.watch_for:
        blocks += [Heading(tr("Watch for, while they play"), 2), Bullets(script.watch_for)]
    for step, name in STEPS.items():
        asked: Sequence[Words] = [
            (Run(question.ask), Run(tr(" To: {whom}.", whom=question.to.rstrip(".")), italic=True))
            if question.to
            else question.ask
            for question in script.questions
            if question.step == step
        ]
        if asked:
            blocks += [Heading(tr(name), 2), Bullets(tuple(asked))]
    if script.real_world:
        blocks += [Heading(tr("How real formats handle it"), 2), *prose(script.real_world, 3)]
    reading = (*script.reading, *scenario.sources)
    if reading:
        blocks += [Heading(tr("Sources and reading"), 2), Bullets(reading)]
    return tuple(blocks)
