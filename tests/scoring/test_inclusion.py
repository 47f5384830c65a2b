"""Civil society heard or not, and what came of it, against tables computed by hand on records of the Well."""

from typing import Any

import pytest

from roles.rights import Kind
from scenarios.model import Interest, Party, Seat
from scoring.findings import Band
from scoring.process.inclusion import first_contact, inclusive_terms, presence, uptake, women
from simulator.engine import events as e
from simulator.engine.commands import ClauseDraft
from simulator.engine.words import OutcomeKind, Permission, Resolution, Source

SHARED = {"hours": "shared-board", "keeper": "elder-keeps"}


def cells(finding: Any) -> list[tuple[Any, ...]]:
    return [row.cells for row in finding.table.rows]


@pytest.fixture
def voiced(script: Any) -> Any:
    """The Well with a committee of mothers: no vote, a seat, and one interest that an elder with the key serves."""
    well = script.scenario
    token = Interest(text="A calm lid.", kept="guarded", served_by={"keeper": ("elder-keeps",)})
    silent = Interest(text="Shade.", kept="open")
    party = Party(
        name="Committee of mothers",
        short="Mothers",
        kind=Kind.CIVIL_SOCIETY,
        summary="They carry the jars.",
        brief="Speak.",
        interests={"calm": token, "shade": silent},
    )
    seat = Seat(
        name="Asta", title="Speaker", party="mothers", archetype="civil-society", gender="woman", brief="Be heard."
    )
    script.scenario = well.model_copy(
        update={"parties": {**well.parties, "mothers": party}, "seats": {**well.seats, "asta": seat}}
    )
    return script


def test_no_civil_society_in_the_case(script: Any) -> None:
    for measure in (presence, first_contact, uptake):
        finding = measure(script.speak(0, "upper-head", 2).course())
        assert (finding.observed, finding.value, finding.band) == (False, None, None)
        assert finding.reading == "This scenario has no seat for civil society."


def test_a_seat_that_nobody_plays_is_no_silence(voiced: Any) -> None:
    finding = presence(voiced.speak(0, "upper-head", 2).course())
    assert (finding.observed, finding.reading) == (False, "Nobody played the seats of civil society.")


def test_presence_beside_influence(voiced: Any) -> None:
    """Ten minutes on the floor, one of them theirs; one meeting; two inputs, of which one is in the agreement."""
    voiced.speak(0, "mediator", 4).speak(4, "upper-head", 5).speak(9, "asta", 1)
    voiced.meet(11, 1, "mediator", "asta", minutes=2)
    voiced.tell(12, "mothers.calm", "asta", "mediator")
    voiced.at(13, e.OptionProposed, "asta", issue="hours", option="own-1", text="By lot.")
    finding = presence(voiced.end(20, OutcomeKind.AGREEMENT, terms=SHARED).course())
    assert finding.value == pytest.approx(0.1)
    assert cells(finding) == [("mothers", 1, 1.0, 0.1, 1, 2, 1)]
    assert finding.reading == (
        "Mothers had the floor for 10 % of 10 minutes, had 1 meeting with mediators and put in 2 inputs, of which what "
        "stood in the end reflects 1."
    )


def test_nobody_spoke(voiced: Any) -> None:
    voiced.at(0, e.SeatCast, seat="asta", source=Source.HUMAN)
    finding = presence(voiced.course())
    assert (finding.observed, finding.value) == (False, None)
    assert "Nobody had the floor on the speaking clock" in finding.reading
    met = presence(voiced.meet(1, 1, "mediator", "asta", minutes=2).course())
    assert (met.observed, met.value) == (True, None)
    assert cells(met) == [("mothers", 0, 0.0, None, 1, 0, 0)]


def test_first_contact_before_and_after_work_on_the_text(voiced: Any) -> None:
    early = first_contact(voiced.meet(4, 1, "mediator", "asta", minutes=2).phase(8, "convergence").course())
    assert (early.value, early.band) == (4.0, Band.AS_PLANNED)
    assert early.reading == (
        "The mediators first met, or heard in private, Mothers in minute 4; work on the text began in minute 8."
    )


def test_first_contact_in_the_drafting_is_late(voiced: Any) -> None:
    late = first_contact(voiced.phase(8, "convergence").tell(9, "mothers.calm", "asta", "mediator").course())
    assert (late.value, late.band) == (9.0, Band.WORTH_A_LOOK)
    assert cells(late) == [("mothers", 9.0, "convergence")]


def test_a_contact_that_never_came(voiced: Any) -> None:
    voiced.speak(1, "asta", 1).phase(8, "convergence")
    never = first_contact(voiced.end(20, OutcomeKind.NO_AGREEMENT).course())
    assert (never.observed, never.value, never.band) == (True, None, Band.WORTH_A_LOOK)
    assert never.reading == "The mediators never met Mothers; work on the text began in minute 8."


def test_a_contact_that_had_no_time_to_come(voiced: Any) -> None:
    finding = first_contact(voiced.speak(1, "asta", 1).end(3, OutcomeKind.ABORTED).course())
    assert (finding.observed, finding.value, finding.band) == (False, None, None)
    assert "the talks ended before work on the text began" in finding.reading


def test_a_meeting_with_a_side_alone_is_no_contact_of_the_mediators(voiced: Any) -> None:
    voiced.meet(2, 1, "upper-head", "asta", minutes=2).phase(8, "convergence")
    assert first_contact(voiced.course()).value is None


def test_inputs_and_what_became_of_them(voiced: Any) -> None:
    """In the end: hours shared-board, keeper elder-keeps.

    2  interest calm, served by elder-keeps, which nobody had named: reflected
    3  option shared-board, which Upper had taken as its position at 1: tabled before
    4  option of their own: not reflected
    5  interest shade, which no option serves: cannot be seen
    11 comment on hours; the clause changes at 13: reflected
    12 comment on keeper; it stays: not reflected
    12 bracket 1 on keeper, withdrawn: not reflected; 14 bracket 2 on hours, merged: reflected
    """
    voiced.at(1, e.PositionStated, "upper-head", party="upper", issue="hours", text="So.", option="shared-board")
    voiced.tell(2, "mothers.calm", "asta", "mediator")
    voiced.at(3, e.OptionProposed, "asta", issue="hours", option="shared-board")
    voiced.at(4, e.OptionProposed, "asta", issue="keeper", option="own-1", text="A lock with a number.")
    voiced.at(5, e.InterestDisclosed, "asta", interest="mothers.shade", to=("all",), permission=Permission.CLOSED)
    first = {"hours": ClauseDraft(option="mornings-upper"), "keeper": ClauseDraft(option="elder-keeps")}
    voiced.at(10, e.VersionIssued, "mediator", version=1, clauses=first)
    voiced.at(11, e.ClauseCommented, "asta", clause="hours", text="And noon?")
    voiced.at(12, e.ClauseCommented, "asta", clause="keeper", text="Which elder?")
    voiced.at(12.5, e.ClauseBracketed, "asta", clause="keeper", bracket=1, party="mothers", wording="Two elders.")
    voiced.at(13, e.VersionIssued, "mediator", version=2, clauses={"hours": ClauseDraft(option="shared-board")})
    voiced.at(13.5, e.BracketLifted, "asta", clause="keeper", bracket=1, resolution=Resolution.WITHDRAWN)
    voiced.at(14, e.ClauseBracketed, "asta", clause="hours", bracket=1, party="mothers", wording="With a bell.")
    merged = {"resolution": Resolution.MERGED, "wording": "One board, one bell.", "option": "shared-board"}
    voiced.at(15, e.BracketLifted, "asta", clause="hours", bracket=1, **merged)
    finding = uptake(voiced.end(18, OutcomeKind.AGREEMENT, terms=SHARED, version=2).course())
    assert [(row[1], row[5], row[6]) for row in cells(finding)] == [
        ("interest", 2.0, "reflected"),
        ("option", 3.0, "tabled_before"),
        ("option", 4.0, "not_reflected"),
        ("interest", 5.0, "cannot_be_seen"),
        ("comment", 11.0, "reflected"),
        ("comment", 12.0, "not_reflected"),
        ("bracket", 12.5, "not_reflected"),
        ("bracket", 14.0, "reflected"),
    ]
    assert finding.value == pytest.approx(4 / 7)
    assert finding.reading == (
        "Of 7 inputs (2 interests, 2 options, 2 comments and 2 brackets filed), the agreement reflects 4, 1 of them by "
        "what others had put forward before."
    )


def test_an_option_that_came_with_its_interest_is_one_input(voiced: Any) -> None:
    """Said in public, an interest puts what it unlocks on the board: one input, not two."""
    voiced.at(2, e.InterestDisclosed, "asta", interest="mothers.calm", to=("all",), permission=Permission.CLOSED)
    opened = {"issue": "hours", "option": "shared-board"}
    voiced.at(2, e.OptionUnlocked, "asta", **opened, interest="mothers.calm", parties=("lower",))
    voiced.at(2, e.OptionProposed, "asta", **opened)
    finding = uptake(voiced.end(9, OutcomeKind.AGREEMENT, terms=SHARED).course())
    assert [row[1] for row in cells(finding)] == ["interest"]


def test_no_input_and_nothing_to_reflect_it(voiced: Any) -> None:
    voiced.speak(0, "asta", 1)
    none = uptake(voiced.course())
    assert (none.observed, none.reading) == (
        False,
        "No option, comment, bracket or interest of Mothers is recorded.",
    )
    early = uptake(voiced.tell(2, "mothers.calm", "asta", "mediator").end(3, OutcomeKind.ABORTED).course())
    assert (early.observed, early.value) == (False, None)
    assert early.reading == "1 input, but nothing on the table that could reflect it."


def test_without_agreement_the_last_package_counts(voiced: Any) -> None:
    voiced.tell(2, "mothers.calm", "asta", "mediator").offer(9, 1, "upper-head", **SHARED)
    finding = uptake(voiced.end(15, OutcomeKind.NO_AGREEMENT).course())
    assert (finding.value, "the last package, package 1, reflects 1" in finding.reading) == (1.0, True)


def test_women_on_the_floor(script: Any) -> None:
    """Dalia (Upper) and Ines (mediator) are women, Omar is a man, the engineer unstated: 2 + 3 of 10 stated minutes."""
    script.speak(0, "upper-head", 2).speak(2, "lower-head", 5).speak(7, "mediator", 3).speak(10, "engineer", 4)
    finding = women(script.course())
    assert finding.value == pytest.approx(0.5)
    assert cells(finding) == [
        ("woman", 2, 2, 2, 5.0, 0.5),
        ("man", 1, 1, 1, 5.0, 0.5),
        ("unstated", 1, 1, 1, 4.0, None),
    ]
    assert finding.reading == "Women had 2 of 3 seats with a stated gender; 2 of them spoke, for 50 % of the time."


def test_women_who_say_nothing_and_women_who_are_not_there(script: Any) -> None:
    script.at(0, e.FloorGiven, "lower-head", body="table", seat="lower-head").phase(5, "convergence")
    assert women(script.course()).reading == "No seat that was played is a woman's."
    silent = women(script.at(1, e.SeatReady, "upper-head").course())
    assert (silent.observed, silent.value) == (True, 0.0)


def test_no_floor_says_nothing_about_women(script: Any) -> None:
    finding = women(script.at(1, e.SeatReady, "upper-head").course())
    assert (finding.observed, finding.value) == (False, None)
    assert "nobody had the floor" in finding.reading


def test_terms_that_include_others(script: Any) -> None:
    well = script.scenario
    keeper = well.issues["keeper"]
    options = {
        **keeper.options,
        "elder-keeps": keeper.options["elder-keeps"].model_copy(update={"includes": ("women",)}),
    }
    issues = {**well.issues, "keeper": keeper.model_copy(update={"options": options})}
    assert not inclusive_terms(script.course()).observed
    script.scenario = well.model_copy(update={"issues": issues})
    assert inclusive_terms(script.course()).reading == "Nothing was on the table."
    agreed = inclusive_terms(script.end(9, OutcomeKind.AGREEMENT, terms=SHARED).course())
    assert (agreed.value, cells(agreed)) == (1.0, [("keeper", "elder-keeps", "women")])
