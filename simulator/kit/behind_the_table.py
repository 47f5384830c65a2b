"""What only the trainer reads about incidents, the agreement in force, agendas, promises and factions."""

from collections.abc import Iterator, Mapping

from scenarios.model import Scenario
from scenarios.texts import listing, tr
from simulator.kit.case import Case, for_control
from simulator.printing import Block, Document, Heading, Note, Paragraph, Table, prose


def behind_the_table(case: Case) -> Document | None:
    """What only the trainer reads about incidents, agenda items, readings and promises; None where there are none."""
    scenario = case.scenario
    blocks = [
        *_incidents(scenario),
        *_readings(scenario),
        *_wordings(scenario),
        *_truths(scenario),
        *_factions(scenario),
    ]
    if not blocks:
        return None
    return case.document(tr("Behind the table"), tuple(blocks), confidential=for_control())


def _incidents(scenario: Scenario) -> Iterator[Block]:
    if scenario.incidents:
        yield Heading(tr("Incidents"))
    for incident in scenario.incidents.values():
        yield Heading(incident.title, 2)
        if incident.truth:
            yield Note(tr("What happened"), prose(incident.truth, 3))
        if incident.finding:
            yield Note(tr("What a joint visit finds"), prose(incident.finding, 3))
        yield from _by_party(scenario, incident.versions)


def _readings(scenario: Scenario) -> Iterator[Block]:
    articles = scenario.reference.articles.values() if scenario.reference is not None else ()
    disputed = [article for article in articles if article.readings]
    if disputed:
        yield Heading(tr("How the parties read the agreement"))
    for article in disputed:
        yield Heading(article.heading, 2)
        yield from _by_party(scenario, article.readings)


def _wordings(scenario: Scenario) -> Iterator[Block]:
    sore = [item for item in scenario.agenda_items.values() if item.trainer or item.wordings]
    if sore:
        yield Heading(tr("Wordings on the agenda"))
    for item in sore:
        yield Heading(item.title, 2)
        if item.wordings:
            wordings = listing(tr("“{words}”", words=wording) for wording in item.wordings)
            yield Paragraph(tr("From the sorest to the most neutral: {wordings}.", wordings=wordings))
        if item.trainer:
            yield Paragraph(item.trainer, "small")


def _truths(scenario: Scenario) -> Iterator[Block]:
    true = [(entry.what, entry.truth) for entry in scenario.follow_up.values() if entry.truth]
    if true:
        yield Heading(tr("Follow-up list"))
        # Translators: heads of the columns of a table for the trainer.
        header = (tr("Promise"), tr("How far it really is"))
        yield Table(header, tuple((what, truth or "") for what, truth in true), (1, 1))


def _factions(scenario: Scenario) -> Iterator[Block]:
    factions = [(party.short, faction) for party in scenario.parties.values() for faction in party.factions.values()]
    if factions:
        yield Heading(tr("Factions"))
    for short, faction in factions:
        yield Heading(tr("{party}: {faction}", party=short, faction=faction.name), 2)
        yield from prose(faction.line, 3)


def _by_party(scenario: Scenario, said: Mapping[str, str]) -> tuple[Block, ...]:
    return tuple(Note(scenario.parties[party].name, prose(words, 3)) for party, words in said.items())
