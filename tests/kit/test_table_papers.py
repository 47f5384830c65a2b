"""The papers of bodies, incidents, agreements in force and inputs: whole for whom they are, and for nobody else."""

from collections.abc import Iterator

import pytest

from scenarios.model import Scenario
from simulator.kit import kit
from tests.conformance.cases import SHIPPED, load


def own(case: Scenario) -> Iterator[tuple[str, str]]:
    """What only one party may read before play, with the party; an empty party for the trainer alone."""
    for incident in case.incidents.values():
        yield from ((party, version) for party, version in incident.versions.items())
        yield from (("", text) for text in (incident.report, incident.truth, incident.finding) if text)
    for article in case.reference.articles.values() if case.reference else ():
        yield from article.readings.items()
    for name, party in case.parties.items():
        yield from ((name, faction.line) for faction in party.factions.values())
    yield from ((card.by, card.text) for card in case.inputs.values())
    yield from (("", item.trainer) for item in case.agenda_items.values() if item.trainer)


def plain(text: str) -> str:
    """A text without line breaks and marks of lists."""
    return " ".join(text.replace("- ", " ").replace("## ", " ").split())


@pytest.mark.parametrize("name", SHIPPED)
def test_no_paper_tells_what_is_for_another_party(name: str) -> None:
    case = load(name)
    secrets = [(party, plain(text)[:60]) for party, text in own(case)]
    for paper in kit(case):
        if paper.name.startswith("control/"):
            continue
        said = plain(paper.document.text())
        seat = paper.name.removeprefix("seats/confidential-")
        reader = case.seats[seat].party if seat in case.seats else None
        for party, secret in secrets:
            assert party == reader or secret not in said, (paper.name, party, secret)


@pytest.mark.parametrize("name", SHIPPED)
def test_what_a_party_has_of_its_own_is_in_its_briefs(name: str) -> None:
    case = load(name)
    briefs = {p.name.removeprefix("seats/confidential-"): plain(p.document.text()) for p in kit(case, only=("seats",))}
    told = [(card.by, card.title) for card in case.inputs.values()]
    told += [(n, f.name) for n, party in case.parties.items() for f in party.factions.values()]
    for party, text in told:
        for seat in case.seats_of(party):
            assert plain(text) in briefs[seat], (seat, text)


def test_a_case_with_bodies_has_a_paper_of_them() -> None:
    names = {name: {paper.name for paper in kit(load(name), only=("table", "behind"))} for name in SHIPPED}
    for name, found in names.items():
        case = load(name)
        assert ("08-on-the-table" in found) == bool(
            len(case.bodies) > 1 or case.agenda_items or case.reference or case.follow_up or case.texts
        ), name
