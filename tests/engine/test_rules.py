"""The decision rules: what it takes to agree, one after another, with three sides and a guarantor."""

import json
from typing import Any

import pytest

from scenarios.model import Scenario
from simulator.engine import begin
from simulator.engine import commands as c
from simulator.engine.commands import ClauseDraft
from simulator.engine.words import Answer, Consent, OutcomeKind, Source, Verdict
from tests.engine.story import Story

TERMS = {"hours": "mornings-upper", "keeper": "elder-keeps"}
KEEPER = {"keeper": ClauseDraft(option="elder-keeps")}
BOTH = {"hours": ClauseDraft(option="mornings-lower"), **KEEPER}


def story_of(well: Scenario, **rule: Any) -> Story:
    """The Well with a third side and a guarantor who only has a say where the rule names it, in convergence."""
    written = json.loads(well.model_dump_json(by_alias=True, exclude_none=True))
    written["parties"]["middle"] = {**written["parties"]["lower"], "name": "Middle Ardel", "short": "Middle"}
    written["seats"]["middle-head"] = {**written["seats"]["lower-head"], "name": "Sana Odd", "party": "middle"}
    written["parties"]["guarantor"] = {
        "name": "The district",
        "short": "District",
        "kind": "neighbour",
        "summary": "It pays for the pump.",
        "brief": "You pay.",
    }
    seat = {"name": "Ruta Malk", "title": "Prefect", "party": "guarantor", "brief": "You sign last."}
    written["seats"]["prefect"] = {**seat, "archetype": "head-of-neighbour"}
    written["bodies"]["table"]["rule"] = rule
    story = Story(begin(Scenario.model_validate_json(json.dumps(written)), 1))
    story.do(c.OpenSession, "trainer", name="By the rule")
    for name in story.session.scenario.seats:
        story.do(c.CastSeat, "trainer", seat=name, source=Source.HUMAN)
    story.do(c.StartClock, "trainer").phase("exploration")
    for name in ("upper", "lower", "middle"):
        story.do(c.GiveConsent, f"{name}-head", consent=Consent.IN)
    return story.phase("convergence")


def put(story: Story, clauses: dict[str, ClauseDraft] = BOTH) -> Story:
    """A text put to adoption."""
    return story.do(c.IssueVersion, "mediator", clauses=clauses).do(c.PutToAdoption, "mediator")


def adopt(story: Story, seat: str, verdict: Verdict = Verdict.ADOPT) -> list[str]:
    """The names of what an answer makes happen."""
    story.do(c.AnswerAdoption, seat, verdict=verdict)
    return [type(event).__name__ for event in story.last]


def test_consensus_wants_everybody_who_is_in_the_room(well: Scenario) -> None:
    story = put(story_of(well, kind="consensus"))
    assert adopt(story, "upper-head") == ["AdoptionAnswered"]
    assert adopt(story, "lower-head") == ["AdoptionAnswered"]
    assert adopt(story, "middle-head")[1:] == ["TextAdopted", "OutcomeRecorded"]
    assert story.outcome.kind is OutcomeKind.AGREEMENT


def test_consensus_does_not_wait_for_who_has_left(well: Scenario) -> None:
    story = story_of(well, kind="consensus").do(c.WalkOut, "middle-head")
    put(story)
    adopt(story, "upper-head")
    assert adopt(story, "lower-head")[1:] == ["TextAdopted", "OutcomeRecorded"]


def test_unanimity_of_sides_waits_for_every_side_and_one_refusal_ends_it(well: Scenario) -> None:
    story = put(story_of(well, kind="unanimity_of_sides"))
    adopt(story, "upper-head")
    assert adopt(story, "lower-head", Verdict.REFUSE)[1:] == ["AdoptionFailed"]
    story.when(c.AnswerAdoption, "middle-head", verdict=Verdict.ADOPT).refuses("NOT-PUT")
    story.when(c.AnswerAdoption, "prefect", verdict=Verdict.ADOPT).refuses("HEAD-ONLY")


def test_a_guarantor_may_hold_it_up(well: Scenario) -> None:
    story = put(story_of(well, kind="sides_plus_guarantors", essential=["guarantor"]))
    for seat in ("upper-head", "lower-head", "middle-head"):
        assert adopt(story, seat) == ["AdoptionAnswered"]
    assert adopt(story, "prefect", Verdict.REFUSE)[1:] == ["AdoptionFailed"]


def test_sufficient_consensus_wants_the_essential_ones_and_so_many_in_all(well: Scenario) -> None:
    rule = {"kind": "sufficient_consensus", "essential": ["upper"], "needed": 2}
    story = put(story_of(well, **rule))
    assert adopt(story, "lower-head") == ["AdoptionAnswered"]
    assert adopt(story, "middle-head") == ["AdoptionAnswered"]
    assert adopt(story, "upper-head")[1:] == ["TextAdopted", "OutcomeRecorded"]
    story = put(story_of(well, **rule))
    assert adopt(story, "lower-head", Verdict.REFUSE) == ["AdoptionAnswered"]
    assert adopt(story, "upper-head", Verdict.REFUSE)[1:] == ["AdoptionFailed"]


@pytest.mark.parametrize("kind", ["majority", "sufficient_consensus"])
def test_a_guarantor_is_not_counted_among_the_deciding_parties(well: Scenario, kind: str) -> None:
    story = put(story_of(well, kind=kind, essential=["guarantor"], needed=2))
    assert adopt(story, "prefect") == ["AdoptionAnswered"]
    assert adopt(story, "upper-head") == ["AdoptionAnswered"]
    assert adopt(story, "lower-head")[1:] == ["TextAdopted", "OutcomeRecorded"]
    story = put(story_of(well, kind=kind, essential=["guarantor"], needed=2))
    adopt(story, "upper-head", Verdict.REFUSE)
    assert adopt(story, "lower-head", Verdict.REFUSE)[1:] == ["AdoptionFailed"]


def test_a_majority_is_more_than_half_and_a_veto_is_a_veto(well: Scenario) -> None:
    story = put(story_of(well, kind="majority"))
    assert adopt(story, "upper-head", Verdict.REFUSE) == ["AdoptionAnswered"]
    assert adopt(story, "lower-head") == ["AdoptionAnswered"]
    assert adopt(story, "middle-head")[1:] == ["TextAdopted", "OutcomeRecorded"]
    story = put(story_of(well, kind="majority", essential=["middle"]))
    adopt(story, "upper-head")
    assert adopt(story, "lower-head") == ["AdoptionAnswered"]
    assert adopt(story, "middle-head", Verdict.REFUSE)[1:] == ["AdoptionFailed"]


def test_silence_agrees_when_its_time_is_over(well: Scenario) -> None:
    story = put(story_of(well, kind="silence", minutes=2))
    assert adopt(story, "upper-head") == ["AdoptionAnswered"]
    assert story.tick(1.9).session.outcome is None
    story.do(c.PauseClock, "trainer").wait(10).do(c.ResumeClock, "trainer")
    assert story.tick().session.outcome is None
    story.tick(0.2).then("text_adopted", "outcome_recorded")
    assert story.outcome.terms == {"hours": "mornings-lower", "keeper": "elder-keeps"}


def test_an_objection_breaks_the_silence(well: Scenario) -> None:
    story = put(story_of(well, kind="silence", minutes=2))
    assert adopt(story, "lower-head", Verdict.REFUSE)[1:] == ["AdoptionFailed"]
    assert story.tick(3).session.outcome is None
    assert story.session.text.state == "failed"
    story.do(c.IssueVersion, "mediator", clauses=KEEPER).when(c.PutToAdoption, "mediator").then(
        "reading_closed", "adoption_opened"
    )


def test_an_objection_after_the_silence_is_too_late(well: Scenario) -> None:
    story = put(story_of(well, kind="silence", minutes=2)).wait(2.1)
    story.when(c.AnswerAdoption, "lower-head", verdict=Verdict.REFUSE).refuses("TOO-LATE")
    assert story.tick().outcome.kind is OutcomeKind.AGREEMENT


def test_setting_the_clock_shortens_no_silence(well: Scenario) -> None:
    story = put(story_of(well, kind="silence", minutes=2)).wait(1).do(c.JumpClock, "trainer", minute=10)
    assert story.tick(0.9).session.outcome is None
    assert story.tick(0.2).outcome.kind is OutcomeKind.AGREEMENT


def test_a_silence_ends_with_play(well: Scenario) -> None:
    story = story_of(well, kind="silence", minutes=5).wait(17)
    put(story).tick(4)
    assert (story.outcome.kind, story.outcome.cause) == (OutcomeKind.NO_AGREEMENT, "deadline")
    story.tick(3)
    assert story.outcome.kind is OutcomeKind.NO_AGREEMENT
    assert story.session.text.state == "in_adoption"


def test_a_silence_that_would_outlast_play_does_not_agree_when_the_clock_is_late(well: Scenario) -> None:
    story = story_of(well, kind="silence", minutes=5).wait(17)
    assert put(story).tick(8).outcome.kind is OutcomeKind.NO_AGREEMENT


def test_a_walk_out_breaks_the_silence(well: Scenario) -> None:
    story = put(story_of(well, kind="silence", minutes=2))
    story.when(c.WalkOut, "lower-head").then("party_walked_out", "consent_changed", "adoption_failed")


def test_where_the_chair_declares_the_text_is_adopted_at_once(well: Scenario) -> None:
    story = story_of(well, kind="chair_declares").do(c.IssueVersion, "mediator", clauses=BOTH)
    story.when(c.PutToAdoption, "mediator").then(
        "reading_closed", "adoption_opened", "text_adopted", ("outcome_recorded", {"kind": OutcomeKind.AGREEMENT})
    )


def test_where_the_chair_declares_the_chair_declares_a_package_agreed(well: Scenario) -> None:
    story = story_of(well, kind="chair_declares").do(c.TablePackage, "upper-head", terms=TERMS)
    story.do(c.AnswerPackage, "lower-head", package=1, answer=Answer.ACCEPT)
    assert story.session.packages[1].state == "tabled"
    story.when(c.DeclareOutcome, "mediator", kind=OutcomeKind.AGREEMENT).refuses("NOT-AGREED")
    story.when(c.DeclareOutcome, "mediator", kind=OutcomeKind.AGREEMENT, package=1).then(
        ("package_agreed", {"package": 1}), ("outcome_recorded", {"package": 1, "terms": TERMS})
    )


@pytest.mark.parametrize("kind", ["silence", "chair_declares"])
def test_what_everybody_says_yes_to_needs_no_silence_and_no_chair(well: Scenario, kind: str) -> None:
    rule = {"kind": kind, "minutes": 2} if kind == "silence" else {"kind": kind}
    story = story_of(well, **rule).do(c.EnterPhase, "trainer", phase="exploration")
    story.do(c.ProposeAgenda, "mediator", issues=("hours",))
    for seat in ("upper-head", "lower-head"):
        story.when(c.AdoptAgenda, seat).then("agenda_endorsed")
    if kind == "silence":
        story.when(c.AdoptAgenda, "middle-head").then("agenda_endorsed", "agenda_adopted")
        put(story.phase("convergence"))
        adopt(story, "upper-head")
        adopt(story, "lower-head")
        assert adopt(story, "middle-head")[1:] == ["TextAdopted", "OutcomeRecorded"]
    else:
        story.when(c.AdoptAgenda, "middle-head").then("agenda_endorsed")


def test_a_package_that_all_accept_is_agreed_under_silence_too(well: Scenario) -> None:
    story = story_of(well, kind="silence", minutes=2).do(c.TablePackage, "upper-head", terms=TERMS)
    story.do(c.AnswerPackage, "lower-head", package=1, answer=Answer.ACCEPT)
    story.when(c.AnswerPackage, "middle-head", package=1, answer=Answer.ACCEPT).then(
        "package_answered", "package_agreed"
    )


def test_a_text_is_not_adopted_after_the_outcome(well: Scenario) -> None:
    story = put(story_of(well, kind="unanimity_of_sides"))
    adopt(story, "upper-head")
    story.do(c.DeclareOutcome, "mediator", kind=OutcomeKind.NO_AGREEMENT)
    story.when(c.AnswerAdoption, "lower-head", verdict=Verdict.ADOPT).refuses("NOT-PUT")


@pytest.mark.parametrize("leave", [(c.WalkOut, {}), (c.GiveConsent, {"consent": Consent.OUT})])
@pytest.mark.parametrize("kind", ["consensus", "unanimity_of_sides"])
def test_who_leaves_instead_of_answering_refuses(well: Scenario, kind: str, leave: tuple[Any, Any]) -> None:
    story = put(story_of(well, kind=kind))
    adopt(story, "upper-head")
    adopt(story, "lower-head")
    story.do(leave[0], "middle-head", **leave[1])
    assert "AdoptionFailed" in [type(event).__name__ for event in story.last]
    assert story.session.text.state == "failed"
    story.do(c.IssueVersion, "mediator", clauses=KEEPER)


def test_who_leaves_where_a_majority_is_enough_does_not_hold_it_up(well: Scenario) -> None:
    story = put(story_of(well, kind="majority"))
    adopt(story, "upper-head")
    story.when(c.WalkOut, "middle-head").then("party_walked_out", "consent_changed")
    assert adopt(story, "lower-head")[1:] == ["TextAdopted", "OutcomeRecorded"]


def test_who_has_left_is_not_waited_for(well: Scenario) -> None:
    story = put(story_of(well, kind="majority").do(c.WalkOut, "middle-head"))
    assert adopt(story, "upper-head", Verdict.REFUSE)[1:] == ["AdoptionFailed"]


@pytest.mark.parametrize("kind", ["unanimity_of_sides", "silence"])
def test_a_text_is_not_put_while_somebody_is_away_who_must_agree(well: Scenario, kind: str) -> None:
    story = story_of(well, kind=kind).do(c.IssueVersion, "mediator", clauses=BOTH).do(c.WalkOut, "middle-head")
    story.when(c.PutToAdoption, "mediator").refuses("PARTY-AWAY")
    story.do(c.ReturnToTalks, "middle-head").do(c.PutToAdoption, "mediator")


def test_own_words_settle_an_issue_without_an_option(well: Scenario) -> None:
    story = put(story_of(well, kind="majority"), {"hours": ClauseDraft(wording="As the sun goes."), **KEEPER})
    adopt(story, "upper-head")
    adopt(story, "lower-head", Verdict.AD_REFERENDUM)
    assert story.outcome.kind is OutcomeKind.AGREEMENT
    assert story.outcome.terms == {"keeper": "elder-keeps"}
    assert story.outcome.parties == ("lower",)


def test_several_agreed_packages_are_agreed_together_the_later_word_counts(well: Scenario) -> None:
    story = story_of(well, kind="majority")
    story.do(c.TablePackage, "upper-head", terms={"hours": "mornings-upper"})
    story.do(c.TablePackage, "lower-head", terms={"hours": "mornings-lower", "keeper": "elder-keeps"})
    story.do(c.AnswerPackage, "middle-head", package=2, answer=Answer.ACCEPT)
    story.do(c.AnswerPackage, "middle-head", package=1, answer=Answer.ACCEPT)
    agreed = story.session.agreed_package()
    assert agreed is not None
    assert agreed.number == 1
    story.when(c.DeclareOutcome, "mediator", kind=OutcomeKind.AGREEMENT).then(
        ("outcome_recorded", {"package": 1, "terms": TERMS, "kind": OutcomeKind.AGREEMENT})
    )


def test_an_agreed_package_that_is_named_stands_alone(well: Scenario) -> None:
    story = story_of(well, kind="majority")
    story.do(c.TablePackage, "upper-head", terms={"hours": "mornings-upper"})
    story.do(c.TablePackage, "lower-head", terms={"keeper": "elder-keeps"})
    for number in (1, 2):
        story.do(c.AnswerPackage, "middle-head", package=number, answer=Answer.ACCEPT)
    story.when(c.DeclareOutcome, "mediator", kind=OutcomeKind.AGREEMENT, package=2).then(
        ("outcome_recorded", {"package": 2, "kind": OutcomeKind.PARTIAL_AGREEMENT, "terms": {"keeper": "elder-keeps"}})
    )


def test_a_parked_clause_that_is_drafted_again_is_still_contested(well: Scenario) -> None:
    story = story_of(well, kind="majority").do(c.IssueVersion, "mediator", clauses=BOTH)
    story.do(c.BracketClause, "lower-head", clause="keeper").do(c.ParkClause, "mediator", clause="keeper")
    story.do(c.IssueVersion, "mediator", clauses={"keeper": ClauseDraft(option="lower-keeps")})
    assert story.session.text.clauses["keeper"].state == "bracketed"
    story.when(c.PutToAdoption, "mediator").refuses("BRACKETS")
