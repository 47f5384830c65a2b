"""The Levy from its file to its scores: stand-ins play values with curves and linkages, and the record keeps them."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from scenarios.model import Scenario
from scenarios.reading import read
from scoring.preferences import raw_value
from scoring.scorecard import score
from simulator.debrief.documents import write
from simulator.engine import Record, Session, begin, moments, replay, view
from simulator.engine import events as e
from simulator.engine.instructions import instruction
from simulator.engine.words import Answer, Verdict
from simulator.journal import Journal, export_session, import_session, read_record, write_record
from simulator.rehearsal import rehearsal, stand_in
from simulator.rehearsal.bargaining import best, worth_of

LEVY = Path(__file__).parents[1] / "cases" / "levy"
SEEDS = range(1, 5)


@pytest.fixture(scope="module")
def levy() -> Scenario:
    """The smallest case with curves, a range and linkages."""
    reading = read(LEVY)
    assert reading.problems == ()
    assert reading.scenario is not None
    return reading.scenario


@pytest.fixture(scope="module")
def records(levy: Scenario) -> dict[int, Record]:
    """Rehearsed sessions by their seed."""
    return {seed: rehearsal(levy, seed).record for seed in SEEDS}


def worth(scenario: Scenario, party: str, terms: dict[str, str]) -> float:
    """Points of terms, counted from the written values."""
    full = {name: terms.get(name, issue.default) for name, issue in scenario.issues.items()}
    return scenario.worth(party, full) / 100


def consents(record: Record) -> Iterator[tuple[Session, str, dict[str, str], float]]:
    """Every yes of a party, with the session before it, the terms, and the play second."""
    before = begin(record.scenario, record.seed)
    for moment, after in moments(record):
        match moment.event:
            case e.PackageAnswered(answer=Answer.ACCEPT) as event:
                yield before, event.party, dict(before.packages[event.package].terms), moment.seconds
            case e.PackageTabled(floated=False) as event if record.scenario.parties[event.party].decides:
                yield before, event.party, dict(event.terms), moment.seconds
            case e.AdoptionAnswered() as event if event.verdict is not Verdict.REFUSE:
                clauses = record.scenario.text.clauses
                terms = {
                    str(clauses[name].issue): clause.option
                    for name, clause in before.text.clauses.items()
                    if clause.option is not None and clause.state != "parked"
                }
                yield before, event.party, terms, moment.seconds
        before = after


def test_stand_ins_play_it_to_an_end_and_say_yes_to_what_is_worth_it(records: dict[int, Record]) -> None:
    yes, linked = 0, 0
    for record in records.values():
        outcome = replay(record).outcome
        assert outcome is not None
        for session, party, terms, now in consents(record):
            points = worth(record.scenario, party, terms)
            assert points >= instruction(session, party, now).reservation
            yes += 1
            linked += (
                points
                != sum(
                    value.weight * value.options[terms.get(issue, record.scenario.issues[issue].default)]
                    for issue, value in record.scenario.parties[party].values.items()
                )
                / 100
            )
    assert yes > 8
    assert linked > 0, "no rehearsal looked at a package with a linkage"


def test_a_party_wants_what_is_worth_most_together(levy: Scenario) -> None:
    """A linkage that makes up for two options that are not the best ones alone is the party's best package."""
    fishers = levy.parties["fishers"]
    link = fishers.linkages[0].model_copy(update={"options": {"levy": "at-30", "start": "at-once"}, "points": 90})
    parties = {**levy.parties, "fishers": fishers.model_copy(update={"linkages": (link,)})}
    for case, wanted in (
        (levy, {"levy": "at-10", "start": "next-year", "books": "nobody"}),
        (levy.model_copy(update={"parties": parties}), {"levy": "at-30", "start": "at-once", "books": "nobody"}),
    ):
        seen = view(begin(case, 1), "fishers-head")
        assert dict(best(seen)) == wanted
        assert worth_of(seen, wanted) == worth(case, "fishers", wanted)


def test_the_linkages_and_curves_of_others_change_nothing(records: dict[int, Record], levy: Scenario) -> None:
    for own in levy.deciding():
        parties = {
            name: party
            if name == own
            else party.model_copy(
                update={
                    "linkages": (),
                    "values": {
                        issue: value.model_copy(
                            update={
                                "options": {option: 100 - points for option, points in value.options.items()},
                                "linear": None,
                                "peak": None,
                                "steps": (),
                            }
                        )
                        for issue, value in party.values.items()
                    },
                }
            )
            for name, party in levy.parties.items()
        }
        changed = Record(levy.model_copy(update={"parties": parties}), 1, records[1].events)
        for (_, here), (_, there) in islice(zip(moments(records[1]), moments(changed), strict=True), 20, None, 9):
            for seat in levy.seats_of(own):
                assert view(here, seat) == view(there, seat)
                assert stand_in(view(here, seat)) == stand_in(view(there, seat))


def test_the_scores_count_curves_and_linkages(records: dict[int, Record], levy: Scenario) -> None:
    agreed = {seed: out for seed, r in records.items() if (out := replay(r).outcome) is not None and out.terms}
    assert agreed
    for seed, outcome in agreed.items():
        (found,) = (f for f in score(records[seed]).findings if f.id == "outcome.value")
        assert found.table is not None
        points = {str(row.cells[found.table.columns.index("party")]): row.cells for row in found.table.rows}
        for party in levy.deciding():
            assert raw_value(levy, party, outcome.terms) == 100 * worth(levy, party, dict(outcome.terms))
            assert worth(levy, party, dict(outcome.terms)) in points[party]


def test_a_record_is_the_same_after_a_file_and_a_journal(records: dict[int, Record], tmp_path: Path) -> None:
    record, text = records[1], (LEVY / "scenario.yaml").read_text("utf-8")
    write_record(record, text, tmp_path / "out.jsonl")
    again, _ = read_record(tmp_path / "out.jsonl")
    assert again == record
    assert replay(again) == replay(record)
    assert score(again).as_text() == score(record).as_text()
    with Journal.open(tmp_path / "journal.db") as journal:
        export_session(journal, import_session(journal, tmp_path / "out.jsonl"), tmp_path / "back.jsonl")
    assert (tmp_path / "back.jsonl").read_bytes() == (tmp_path / "out.jsonl").read_bytes()


def test_the_debriefing_tells_what_was_worth_more_together(records: dict[int, Record], tmp_path: Path) -> None:
    write(records[1], tmp_path)
    page = (tmp_path / "debrief.md").read_text("utf-8").replace("\u00a0", " ")
    assert "**Worth more or less together.** The levy: 20 %; The books: Both read them = +8 points." in page
    assert (
        "**Worth more or less together.** The levy: 10 %; The first day: Next year = \N{MINUS SIGN}10 points." in page
    )
