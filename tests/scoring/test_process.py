"""The measures of the process, against tables computed by hand on records of the Well."""

from collections.abc import Callable
from datetime import UTC, datetime
from math import log
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import json

from scenarios.model import Scenario
from scenarios.reading import read
from scoring import process
from scoring.findings import Band, Finding
from scoring.process import Course
from scoring.process.caucuses import caucus_balance
from scoring.process.consent import consent_course
from scoring.process.floor import evenness, talk_share
from scoring.process.interests import discovery_to_use, interest_discovery, interests_acknowledged
from scoring.process.milestones import milestones, planned
from scoring.process.offers import Step, concession_curves, concessions, step
from simulator.engine import events as e
from simulator.engine.commands import ClauseDraft
from simulator.engine.events import Event
from simulator.engine.session import Record
from simulator.engine.words import Consent, Move, OutcomeKind, Permission

Cells = tuple[Any, ...]


def cells(finding: Finding) -> list[Cells]:
    assert finding.table is not None
    return [row.cells for row in finding.table.rows]


@pytest.fixture
def mixed(script: Any) -> Any:
    """Ten minutes on the floor: team 4 (the engineer 1 of them), upper 4, lower 2."""
    return script.speak(0, "mediator", 3).speak(3, "upper-head", 4).speak(7, "lower-head", 2).speak(9, "engineer", 1)


# -- the floor --------------------------------------------------------------------------------------------------------


def test_talk_share_of_parties_kinds_and_seats(mixed: Any) -> None:
    finding = talk_share(mixed.course())
    assert finding.value == pytest.approx(0.4)
    assert finding.band is Band.WORTH_A_LOOK
    assert finding.reading == "The mediators had 40 % of the 10 minutes on the floor in plenary."
    assert cells(finding) == [
        ("party", "upper", 1, 4.0, 0.4),
        ("party", "lower", 1, 2.0, 0.2),
        ("party", "mediation", 2, 4.0, 0.4),
        ("kind", "side", 2, 6.0, 0.6),
        ("kind", "mediation", 2, 4.0, 0.4),
        ("seat", "upper-head", 1, 4.0, 0.4),
        ("seat", "lower-head", 1, 2.0, 0.2),
        ("seat", "mediator", 1, 3.0, 0.3),
        ("seat", "engineer", 1, 1.0, 0.1),
    ]


def test_talk_share_within_the_band(script: Any) -> None:
    finding = talk_share(script.speak(0, "mediator", 2).speak(2, "upper-head", 6).course())
    assert (finding.value, finding.band) == (0.25, Band.AS_PLANNED)
    assert finding.evidence == (3, 4, 5, 6)


def test_evenness_is_entropy_over_the_deciding_sides(mixed: Any) -> None:
    finding = evenness(mixed.course())
    assert finding.value == pytest.approx(-(2 / 3 * log(2 / 3) + 1 / 3 * log(1 / 3)) / log(2))
    assert finding.band is Band.AS_PLANNED
    assert cells(finding) == [("upper", 1, 4.0, 0.667), ("lower", 1, 2.0, 0.333)]


def test_one_side_that_speaks_alone_is_as_uneven_as_can_be(script: Any) -> None:
    finding = evenness(script.speak(0, "lower-head", 6).course())
    assert (finding.observed, finding.value, finding.band) == (True, 0.0, Band.WORTH_A_LOOK)


def test_five_to_one_is_worth_a_look(script: Any) -> None:
    finding = evenness(script.speak(0, "lower-head", 5).speak(5, "upper-head", 1).course())
    assert finding.value == pytest.approx(0.6500, abs=1e-4)
    assert finding.band is Band.WORTH_A_LOOK


def test_nobody_on_the_clock_is_not_nobody_spoke(script: Any) -> None:
    for finding in (talk_share(script.course()), evenness(script.course())):
        assert (finding.observed, finding.value, finding.band) == (False, None, None)
        assert "clock" in finding.reading


def test_only_mediators_on_the_clock(script: Any) -> None:
    course = script.speak(0, "mediator", 2).course()
    assert talk_share(course).value == 1.0
    assert not evenness(course).observed


def test_a_turn_that_nobody_ends_counts_until_its_phase_ends(script: Any) -> None:
    course = script.speak(2, "upper-head", None).phase(5, "convergence").end(9, OutcomeKind.NO_AGREEMENT).course()
    (turn,) = course.turns
    assert (turn.seconds, turn.ended) == (180.0, False)
    assert "1 turn that nobody ended" in talk_share(course).caution


def test_a_turn_that_is_ended_after_the_talks_counts_until_they_end(script: Any) -> None:
    (turn,) = script.speak(4, "upper-head", 5).end(6, OutcomeKind.ABORTED).course().turns
    assert (turn.seconds, turn.ended) == (120.0, True)


def test_the_next_speaker_ends_a_turn(script: Any) -> None:
    first, second = script.speak(0, "upper-head", None).speak(2, "lower-head", 1).course().turns
    assert (first.seconds, first.ended, second.seconds) == (120.0, True, 60.0)


def test_what_is_said_in_the_debriefing_is_no_talk_share(script: Any) -> None:
    course = script.end(5, OutcomeKind.ABORTED).phase(7, "debrief").speak(8, "upper-head", 3).course()
    assert not talk_share(course).observed


# -- caucuses ---------------------------------------------------------------------------------------------------------


def test_caucus_balance(script: Any) -> None:
    script.meet(1, 1, "upper-head", "mediator", minutes=4).meet(6, 2, "mediator", "lower-head", minutes=3)
    script.meet(10, 3, "mediator", "upper-head", "engineer", minutes=2)
    script.meet(13, 4, "mediator", "upper-head", "lower-head", minutes=5)  # both sides: not alone
    script.meet(13, 5, "upper-head", "lower-head", minutes=5)  # no mediator
    script.at(14, e.CaucusCalled, "lower-head", caucus=6, seats=("lower-head", "mediator"))
    finding = caucus_balance(script.at(14.5, e.CaucusDeclined, "mediator", caucus=6).course())
    assert finding.value == pytest.approx((6 - 3) / 4.5)
    assert finding.band is Band.WORTH_A_LOOK
    assert cells(finding) == [
        ("upper", 2, 6.0, 1, 1, 0, 1.0, "1, 3"),
        ("lower", 1, 3.0, 1, 1, 1, 6.0, "2"),
    ]
    assert "Upper first" in finding.reading


def test_a_caucus_that_nobody_closes_counts_until_its_phase_ends(script: Any) -> None:
    script.meet(1, 1, "mediator", "upper-head", minutes=3).meet(5, 2, "mediator", "lower-head", minutes=None)
    finding = caucus_balance(script.phase(8, "convergence").course())
    assert (finding.value, finding.band) == (0.0, Band.AS_PLANNED)
    assert "1 meeting that nobody closed" in finding.caution


def test_one_side_met_and_the_other_not(script: Any) -> None:
    finding = caucus_balance(script.meet(1, 1, "mediator", "upper-head", minutes=3).course())
    assert finding.value == pytest.approx(3 / 1.5)
    assert cells(finding)[1] == ("lower", 0, 0.0, 0, 0, 0, None, "")


def test_no_caucus_is_not_a_balanced_one(script: Any) -> None:
    finding = caucus_balance(script.course())
    assert (finding.observed, finding.value) == (False, None)


# -- interests --------------------------------------------------------------------------------------------------------


def asked(script: Any) -> Any:
    return script.at(5.5, e.MoveTagged, "engineer", seat="mediator", move=Move.OPEN_QUESTION)


def test_an_interest_is_elicited_after_a_question_and_acknowledged(script: Any) -> None:
    asked(script).tell(6, "upper.school", "upper-head", "mediator")
    script.at(10, e.InterestAcknowledged, "lower-head", interest="upper.school", party="lower")
    course = script.phase(14, "convergence").course()
    finding = interest_discovery(course)
    assert (finding.value, finding.band, finding.evidence) == (1.0, Band.AS_PLANNED, (4,))
    assert cells(finding) == [
        ("upper.school", "hidden", 6.0, "upper-head", "mediator", "open_question", "mediator", "lower")
    ]
    acknowledged = interests_acknowledged(course)
    assert acknowledged.value == 1.0
    assert cells(acknowledged) == [("upper.school", "lower", "yes", 10.0, 4.0)]


def test_without_tags_what_came_before_is_not_known(script: Any) -> None:
    script.at(1, e.MoveTagged, seat="mediator", move=Move.SUMMARY)  # more than five minutes before
    script.at(6.9, e.MoveTagged, seat="upper-head", move=Move.THREAT)  # of the owner's own party
    finding = interest_discovery(script.tell(7, "upper.school", "upper-head", "all").course())
    assert cells(finding)[0][5:] == (None, None, None)
    unheard = interests_acknowledged(script.course())
    assert (unheard.value, cells(unheard)) == (0.0, [("upper.school", None, None, None, None)])


def test_a_late_disclosure_is_worth_a_look(script: Any) -> None:
    finding = interest_discovery(script.tell(12, "upper.school", "upper-head", "mediator").course())
    assert (finding.value, finding.band) == (1.0, Band.WORTH_A_LOOK)  # the mark is 70 / 180 of 30 minutes: 11.7


@pytest.mark.parametrize(
    ("tell", "minute"),
    [
        (("upper.herds", "upper-head", "mediator"), 5.0),  # open from the start
        (("upper.school", "upper-head", "upper-head"), 5.0),  # nobody outside the party
        (("upper.school", "upper-head", "all"), 16.0),  # in the debriefing
    ],
)
def test_what_is_no_discovery(script: Any, tell: tuple[str, ...], minute: float) -> None:
    finding = interest_discovery(script.tell(minute, *tell).end(15, OutcomeKind.NO_AGREEMENT).course())
    assert (finding.observed, finding.value, finding.band) == (True, 0.0, Band.WORTH_A_LOOK)


def test_three_minutes_are_too_few_to_say_that_nothing_was_found(script: Any) -> None:
    finding = interest_discovery(script.end(3, OutcomeKind.ABORTED).course())
    assert (finding.observed, finding.value, finding.band) == (False, None, None)


def test_without_key_interests_all_that_is_kept_back_is_sought(script: Any) -> None:
    parties = dict(script.scenario.parties)
    school = parties["upper"].interests["school"].model_copy(update={"key": False})
    parties["upper"] = parties["upper"].model_copy(
        update={"interests": {**parties["upper"].interests, "school": school}}
    )
    script.scenario = script.scenario.model_copy(update={"parties": parties})
    finding = interest_discovery(script.tell(3, "lower.thefts", "lower-head", "mediator").course())
    assert finding.value == 0.5
    assert [row[0] for row in cells(finding)] == ["upper.school", "lower.thefts"]


def propose(script: Any) -> Any:
    return script.at(9, e.OptionProposed, "mediator", issue="hours", option="shared-board")


def table(script: Any) -> Any:
    return script.offer(9, 1, "mediator", True, hours="shared-board")


def draft(script: Any) -> Any:
    clauses = {"purpose": ClauseDraft(wording="…"), "hours": ClauseDraft(option="shared-board")}
    return script.at(9, e.VersionIssued, "mediator", version=1, clauses=clauses)


@pytest.mark.parametrize(("use", "how"), [(propose, "option"), (table, "package"), (draft, "version")])
def test_an_interest_that_is_told_leads_to_something(script: Any, use: Callable[[Any], Any], how: str) -> None:
    use(script.tell(6, "upper.school", "upper-head", "mediator"))
    finding = discovery_to_use(script.course())
    assert finding.value == 1.0
    assert cells(finding) == [("upper.school", 6.0, "used", how, "hours.shared-board", "mediator", 3.0)]


def test_what_was_proposed_before_is_no_use(script: Any) -> None:
    finding = discovery_to_use(
        propose(script).tell(10, "upper.school", "upper-head", "mediator").phase(30, "convergence").course()
    )
    assert (finding.value, cells(finding)[0][2]) == (0.0, "not_used")


def test_what_is_proposed_after_twenty_minutes_is_no_use(script: Any) -> None:
    script.tell(2, "upper.school", "upper-head", "mediator")
    finding = discovery_to_use(script.offer(22.1, 1, "upper-head", hours="shared-board").course())
    assert finding.value == 0.0


def test_talks_that_end_cut_the_twenty_minutes_off(script: Any) -> None:
    finding = discovery_to_use(script.tell(6, "upper.school", "upper-head", "all").end(9, OutcomeKind.ABORTED).course())
    assert (finding.observed, finding.value) == (False, None)
    assert cells(finding) == [("upper.school", 6.0, "cut_off", None, None, None, None)]


def test_an_option_that_was_there_before_is_no_use(script: Any) -> None:
    script.offer(3, 1, "mediator", True, hours="shared-board").tell(6, "upper.school", "upper-head", "mediator")
    script.offer(9, 2, "mediator", True, hours="shared-board", keeper="elder-keeps").phase(29, "convergence")
    finding = discovery_to_use(script.course())
    assert finding.value == 0.0
    assert cells(finding)[0][2:] == ("again", "package", "hours.shared-board", "mediator", 3.0)
    assert finding.reading.endswith("; 1 was served only by what had been there before.")


def test_what_was_tagged_in_another_room_came_not_before(script: Any) -> None:
    script.meet(2, 1, "mediator", "upper-head", minutes=4)
    script.at(3, e.MoveTagged, "engineer", seat="mediator", move=Move.OPEN_QUESTION)
    script.at(4, e.MoveTagged, "mediator", seat="engineer", move=Move.SUMMARY)  # not in the meeting
    told = {"interest": "upper.school", "to": ("mediator",), "permission": Permission.CLOSED, "caucus": 1}
    script.at(5, e.InterestDisclosed, "upper-head", **told)
    row = cells(interest_discovery(script.course()))[0]
    assert row[5:7] == ("open_question", "mediator")


def test_what_was_tagged_before_a_meeting_came_not_before_what_is_told_in_it(script: Any) -> None:
    script.at(1, e.MoveTagged, "engineer", seat="mediator", move=Move.OPEN_QUESTION)
    script.meet(2, 1, "mediator", "upper-head", minutes=4)
    told = {"interest": "upper.school", "to": ("mediator",), "permission": Permission.CLOSED, "caucus": 1}
    assert cells(interest_discovery(script.at(3, e.InterestDisclosed, "upper-head", **told).course()))[0][5] is None


def test_mediators_who_understand_are_told_apart_from_the_other_side(script: Any) -> None:
    script.tell(6, "upper.school", "upper-head", "mediator")
    script.at(7, e.InterestAcknowledged, "mediator", interest="upper.school", party="mediation")
    finding = interests_acknowledged(script.course())
    assert finding.value == 0.0
    assert cells(finding) == [("upper.school", "mediation", "no", 7.0, 1.0)]


# -- offers -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("own", "others", "kind"),
    [
        (-1, 1, Step.CONCESSION),
        (-1, 0, Step.CONCESSION),
        (1, -1, Step.SELFISH),
        (1, 0, Step.SELFISH),
        (1, 1, Step.FORTUNATE),
        (-1, -1, Step.UNFORTUNATE),
        (0, -1, Step.UNFORTUNATE),
        (0, 1, Step.NICE),
        (0, 0, Step.SILENT),
    ],
)
def test_the_sign_table(own: int, others: int, kind: Step) -> None:
    assert step(own, others) is kind


@pytest.fixture
def dance(script: Any) -> Any:
    """Upper 100 → 88 → 72 for itself; lower 100 → 85 → 85, the last step at the cost of upper."""
    script.offer(4, 1, "upper-head", hours="mornings-upper", keeper="upper-keeps")
    script.offer(5, 2, "lower-head", hours="mornings-lower", keeper="lower-keeps")
    script.offer(8, 3, "upper-head", hours="shared-board", keeper="upper-keeps")
    script.offer(9, 4, "lower-head", hours="shared-board", keeper="lower-keeps")
    script.offer(10, 5, "upper-head", True, hours="mornings-upper", keeper="upper-keeps")  # floated
    script.offer(11, 6, "upper-head", hours="mornings-upper")  # not complete
    script.offer(12, 7, "upper-head", hours="shared-board", keeper="elder-keeps")
    script.offer(13, 8, "lower-head", hours="mornings-lower", keeper="elder-keeps")
    return script.end(14, OutcomeKind.NO_AGREEMENT)


def test_steps_between_complete_offers(dance: Any) -> None:
    finding = concessions(dance.course())
    assert finding.value == 4.0
    assert cells(finding) == [
        ("upper", 1, 3, 8.0, -12.0, 35.0, "concession"),
        ("upper", 3, 7, 12.0, -16.0, 30.0, "concession"),
        ("lower", 2, 4, 9.0, -15.0, 48.0, "concession"),
        ("lower", 4, 8, 13.0, 0.0, -24.0, "unfortunate"),
    ]
    assert finding.reading.startswith(
        "Steps between own offers: Upper 2 concessions; Lower 1 concession and 1 unfortunate"
    )


def test_the_curve_says_when_half_was_given(dance: Any) -> None:
    assert cells(concession_curves(dance.course())) == [
        ("upper", 3, 100.0, 72.0, 28.0, 0.8, "deadline"),  # 14 of 28 by minute 12 of 4 to 14
        ("lower", 3, 100.0, 85.0, 15.0, 0.444, "steady"),  # 7.5 of 15 by minute 9 of 5 to 14
    ]


def test_who_asks_for_more_gives_nothing(script: Any) -> None:
    script.offer(4, 1, "upper-head", hours="shared-board", keeper="upper-keeps")
    course = script.offer(8, 2, "upper-head", hours="mornings-upper", keeper="upper-keeps").course()
    assert cells(concession_curves(course)) == [("upper", 2, 88.0, 100.0, -12.0, None, "none")]
    assert cells(concessions(course))[0][6] == "selfish"


def test_one_offer_each_shows_no_step(script: Any) -> None:
    course = script.offer(4, 1, "upper-head", hours="shared-board", keeper="upper-keeps").course()
    for finding in (concessions(course), concession_curves(course)):
        assert (finding.observed, finding.value) == (False, None)


def test_three_parties_take_the_mean_of_the_others(table_scenario: Any) -> None:
    scenario = table_scenario(
        {"land": 2},
        {
            "north": {"w": [100], "v": [[100, 40]]},
            "south": {"w": [100], "v": [[0, 50]]},
            "west": {"w": [100], "v": [[0, 75]]},
        },
    )
    events = tuple(
        e.PackageTabled(
            at=datetime(2026, 1, 5, tzinfo=UTC),
            by="head-north",
            package=number,
            party="north",
            terms={"land": f"o{number}"},
        )
        for number in (1, 2)
    )
    finding = concessions(Course.of(Record(scenario, 0, events)))
    assert cells(finding) == [("north", 1, 2, 0.0, -60.0, 62.5, "concession")]


# -- milestones and consent -------------------------------------------------------------------------------------------


def test_planned_minutes_come_from_the_phases(well: Scenario) -> None:
    assert planned(well, "issues_framed") == 13  # asked for by `leave_when` of exploration: 5 + 8
    assert planned(well, "agenda_adopted") == 13  # exploration is the first to open the family
    assert planned(well, "first_package") == planned(well, "outcome") == 20


def test_milestones_beside_the_plan(script: Any) -> None:
    script.at(3, e.AgendaAdopted, "mediator", issues=("hours", "keeper"))
    script.at(6, e.IssueFramed, "mediator", issue="hours").at(8, e.IssueFramed, "mediator", issue="keeper")
    script.phase(9, "convergence").phase(12, "exploration", loop=True).phase(13, "convergence")
    script.offer(14, 1, "mediator", True, hours="shared-board")
    finding = milestones(script.end(21, OutcomeKind.NO_AGREEMENT).course())
    assert finding.value == 4.0
    assert cells(finding) == [
        ("agenda_adopted", 3.0, 13, -10.0, "exploration"),
        ("issues_framed", 8.0, 13, -5.0, "exploration"),
        ("first_version", None, 20, None, None),
        ("second_version", None, 20, None, None),
        ("first_package", 14.0, 20, -6.0, "convergence"),
        ("package_agreed", None, 20, None, None),
        ("text_adopted", None, 20, None, None),
        ("outcome", 21.0, 20, 1.0, "convergence"),
        ("loop_back", 12.0, None, None, "exploration"),
    ]
    assert "1 time" in finding.reading


def test_a_contested_framing_has_to_be_framed_again(script: Any) -> None:
    script.at(3, e.AgendaAdopted, "mediator", issues=("hours",)).at(4, e.IssueFramed, "mediator", issue="keeper")
    script.at(5, e.FramingContested, "upper-head", issue="hours", reason="Unfair.")
    finding = milestones(script.at(6, e.IssueFramed, "mediator", issue="hours").course())
    assert cells(finding)[1][:2] == ("issues_framed", 6.0)


def test_consent_walk_out_and_return(script: Any) -> None:
    script.at(1, e.ConsentChanged, "lower-head", party="lower", consent=Consent.CONDITIONAL, conditions="No press.")
    script.at(3, e.ConsentChanged, "lower-head", party="lower", consent=Consent.IN)
    script.at(5, e.PartyWalkedOut, "lower-head", party="lower")
    script.at(5, e.ConsentChanged, "lower-head", party="lower", consent=Consent.SUSPENDED)
    script.at(8, e.PartyReturned, "lower-head", party="lower")
    script.at(8, e.ConsentChanged, "lower-head", party="lower", consent=Consent.IN)
    script.at(9, e.PartyWalkedOut, "upper-head", party="upper")
    finding = consent_course(script.end(14, OutcomeKind.COLLAPSED).course())
    assert finding.value == 2.0
    assert cells(finding) == [
        ("upper", 0, 1, 5.0, "no", 0, 0, None),
        ("lower", 3, 1, 3.0, "yes", 1, 1, "in"),
    ]


# -- all together -----------------------------------------------------------------------------------------------------


def test_an_empty_record_shows_nothing(well: Scenario) -> None:
    for finding in process.findings(Course.of(Record(well, 0))):
        assert (finding.observed, finding.value, finding.band) == (False, None, None)
        assert finding.reading.endswith(".")


def test_aborted_in_minute_three(script: Any) -> None:
    found = process.findings(script.end(3, OutcomeKind.ABORTED).course())
    assert [finding.id for finding in found if finding.observed] == ["M12", "M22"]


@pytest.fixture(scope="module")
def played() -> Record:
    """A session of the flagship case, as it was played."""
    root = Path(__file__).parents[2]
    scenario = read(root / "scenarios" / "library" / "sources-of-kalindra").scenario
    assert scenario is not None
    lines = (root / "tests/playthroughs/sources-of-kalindra/record.jsonl").read_bytes().splitlines()
    return Record(scenario, 1, tuple(json.decode(line, type=Event) for line in lines))


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_record_may_break_off_anywhere(played: Record, data: st.DataObject) -> None:
    """What is not observed has no value, and evidence is told in order, from what has happened so far."""
    kept = data.draw(st.integers(0, len(played.events)))
    for finding in process.findings(Course.of(Record(played.scenario, played.seed, played.events[:kept]))):
        assert finding.observed or (finding.value, finding.band) == (None, None)
        rows = finding.table.rows if finding.table else ()
        for evidence in (finding.evidence, *(row.evidence for row in rows)):
            assert all(1 <= number <= kept for number in evidence), finding.id
        assert all(len(row.cells) == len(finding.table.columns) for row in rows if finding.table)
        assert finding.reading.endswith("."), finding.id


def test_a_party_whose_seats_nobody_plays(script: Any) -> None:
    """Lower Ardel has no seat: it has no minute, no meeting and no offer, and nothing breaks."""
    seats = {name: seat for name, seat in script.scenario.seats.items() if seat.party != "lower"}
    script.scenario = script.scenario.model_copy(update={"seats": seats})
    script.speak(0, "mediator", 1).speak(1, "upper-head", 2).meet(4, 1, "mediator", "upper-head", minutes=2)
    script.offer(7, 1, "upper-head", hours="mornings-upper", keeper="upper-keeps")
    course = script.offer(8, 2, "upper-head", hours="shared-board", keeper="elder-keeps").course()
    assert cells(evenness(course)) == [("upper", 1, 2.0, 1.0), ("lower", 0, 0.0, 0.0)]
    assert cells(caucus_balance(course))[1] == ("lower", 0, 0.0, 0, 0, 0, None, "")
    assert cells(concessions(course)) == [("upper", 1, 2, 8.0, -28.0, 65.0, "concession")]
    for finding in process.findings(course):
        assert finding.reading.endswith("."), finding.id
