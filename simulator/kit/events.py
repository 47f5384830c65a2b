"""What exercise control sends: the list with its reasons, and the slips that people get in their hands."""

from scenarios.model import Inject
from scenarios.texts import number, tr, trn
from simulator.engine import EVERYBODY
from simulator.engine.injects import addressees
from simulator.kit.case import Case, for_control
from simulator.kit.wording import CHANNELS, when
from simulator.printing import Block, Document, Heading, Paragraph, Run, Slip, Table, Words, prose


def event_list(case: Case) -> Document | None:
    """The main events list: when, what, to whom, why, and what a trained team does about it. For the trainer."""
    scenario = case.scenario
    if not scenario.events:
        return None
    numbers = {name: n for n, name in enumerate(scenario.events, 1)}
    rows: list[tuple[Words, ...]] = []
    for name, inject in scenario.events.items():
        rows.append(
            (
                number(numbers[name]),
                _due(case, inject),
                (Run(inject.title, bold=True), Run(f". {inject.sender}, {tr(CHANNELS[inject.channel])}.")),
                _to(case, inject),
                inject.tests,
                _expected(case, inject),
                _otherwise(case, inject, numbers),
                "",
            )
        )
    # Translators: heads of the columns of the list of events.
    header = (
        tr("No."), tr("When"), tr("Event"), tr("To"), tr("What it tests"), tr("What a trained team does"),
        tr("If it does not"), tr("Sent at, and what came of it"),
    )  # fmt: skip
    blocks: list[Block] = [
        Paragraph(
            tr("Hold an event back when the room does not need it. An event that is not sent is no event missed."),
            "small",
        ),
        Table(header, tuple(rows), (0.5, 1.3, 2.2, 1.4, 2.3, 2.7, 1.3, 1.9)),
    ]
    notes = [(name, inject) for name, inject in scenario.events.items() if inject.trainer]
    if notes:
        blocks.append(Heading(tr("Notes on the events")))
        for name, inject in notes:
            blocks.append(Heading(tr("{n}. {title}", n=number(numbers[name]), title=inject.title), 2))
            blocks += prose(inject.trainer or "", 3)
    return case.document(tr("Events list"), tuple(blocks), confidential=for_control(), landscape=True)


def event_slips(case: Case) -> Document | None:
    """A slip for every party that an event reaches, in the version that it gets, numbered as on the list."""
    scenario, view = case.scenario, case.public
    if not scenario.events:
        return None
    blocks: list[Block] = [
        Paragraph(
            tr("Cut the slips out and hand them over face down. The numbers are those of the events list."), "small"
        )
    ]
    for n, inject in enumerate(scenario.events.values(), 1):
        reached = addressees(case.scenario, inject.to)
        parties = dict.fromkeys(scenario.seats[seat].party for seat in reached)
        for party in parties:
            seats = [seat for seat in reached if scenario.seats[seat].party == party]
            whole = set(seats) == set(scenario.seats_of(party))
            to = view.parties[party].name if whole else tr(", ").join(view.seats[seat].name for seat in seats)
            facts = (
                (tr("To"), to),
                (tr("From"), inject.sender),
                (tr("Arrives"), tr(CHANNELS[inject.channel])),
                # Translators: the number of an event on the trainer's list, and how many people get this slip.
                (tr("Slip"), trn("no. {number}, {n} person", "no. {number}, {n} people", len(seats), number=number(n))),
            )
            text = inject.versions.get(party, inject.text)
            blocks.append(Slip(inject.title, facts, prose(text, 3)))
    return case.document(tr("Event slips"), tuple(blocks), confidential=for_control())


def shock_slips(case: Case) -> Document | None:
    """The shocks of the test of the text, one a slip, and what a good answer finds. None without such a test."""
    test = case.scenario.stress_test
    if test is None:
        return None
    blocks: list[Block] = [
        Paragraph(
            trn("{n} shock is drawn by lot.", "{n} shocks are drawn by lot.", test.draw)
            + " "
            + tr("Read each aloud; then: who acts, by when, and who sees it?")
        )
    ]
    blocks += [Slip(shock.title, (), prose(shock.text, 3)) for shock in test.shocks.values()]
    notes = [shock for shock in test.shocks.values() if shock.trainer]
    if notes:
        blocks.append(Heading(tr("What a good answer finds")))
    for shock in notes:
        issue = case.scenario.issues[shock.issue].title if shock.issue else tr("any article")
        blocks += [Heading(tr("{shock} ({issue})", shock=shock.title, issue=issue), 2), *prose(shock.trainer or "", 3)]
    return case.document(tr("Shocks for the test of the text"), tuple(blocks), confidential=for_control())


def _due(case: Case, inject: Inject) -> str:
    """When an event is due, in words."""
    if inject.contingency_only and inject.when is None:
        return tr("if a response does not come")
    minute = inject.when.minute if inject.when is not None else None
    time = "" if minute is None else when(minute, case.occasion.start)
    if inject.by_hand or inject.when is None:
        return tr("by hand, about {time}", time=time) if time else tr("by hand")
    if not time:
        return tr("on condition")
    if inject.when.model_dump(exclude_none=True, exclude={"minute", "phase"}):
        return tr("{time}, on condition", time=time)
    return time


def _to(case: Case, inject: Inject) -> str:
    if EVERYBODY in inject.to:
        return tr("everybody")
    parties, seats = case.scenario.parties, case.scenario.seats
    return tr(", ").join(parties[name].short if name in parties else seats[name].name for name in inject.to)


def _expected(case: Case, inject: Inject) -> str:
    if inject.expect is None:
        return ""
    who = tr(", ").join(case.scenario.parties[name].short for name in inject.expect.by)
    within = trn("{who}, within {n} minute.", "{who}, within {n} minutes.", inject.expect.within, who=who)
    return f"{within} {inject.expect.note}"


def _otherwise(case: Case, inject: Inject, numbers: dict[str, int]) -> str:
    if inject.contingency is None:
        return ""
    title = case.scenario.events[inject.contingency].title
    return tr("Send no. {n}, {title}.", n=number(numbers[inject.contingency]), title=title)
