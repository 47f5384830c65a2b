"""Packages, the single negotiating text, adoption."""

import json

from msgspec.structs import replace

from scenarios.model import Scenario
from simulator.engine import begin, view
from simulator.engine import commands as c
from simulator.engine.commands import ClauseDraft
from simulator.engine.words import Answer, OutcomeKind, Resolution, Source, Verdict
from tests.engine.story import Story

FAIR = {"hours": "shared-board", "keeper": "elder-keeps"}
GREEDY = {"hours": "mornings-upper", "keeper": "upper-keeps"}


def test_tabling_reveals_an_option_and_a_counter_answers(converging: Story) -> None:
    converging.when(c.TablePackage, "upper-head", terms=FAIR).then(
        ("option_proposed", {"option": "shared-board"}), ("package_tabled", {"package": 1, "party": "upper"})
    )
    converging.when(c.TablePackage, "lower-head", terms={"hours": "mornings-lower"}, counter_to=1).then(
        ("package_tabled", {"counter_to": 1}), ("package_answered", {"answer": Answer.COUNTER})
    )
    converging.when(c.AnswerPackage, "lower-head", package=1, answer=Answer.ACCEPT).then(
        "package_answered", "package_agreed"
    )


def test_a_newer_package_supersedes_and_a_refusal_rejects(converging: Story) -> None:
    converging.do(c.TablePackage, "upper-head", terms=GREEDY)
    converging.when(c.AnswerPackage, "lower-head", package=1, answer=Answer.REJECT).then(
        "package_answered", "package_rejected"
    )
    converging.when(c.TablePackage, "upper-head", terms=FAIR).then(
        "option_proposed", ("package_superseded", {"package": 1, "newer": 2}), "package_tabled"
    )
    converging.when(c.AnswerPackage, "upper-head", package=2, answer=Answer.ACCEPT).refuses("OWN-PACKAGE")


def test_a_package_of_the_mediators_is_floated_and_needs_both_sides(converging: Story) -> None:
    converging.do(c.ProposeOption, "upper-head", issue="hours", option="shared-board")
    converging.when(c.TablePackage, "mediator", terms=FAIR).then(("package_tabled", {"floated": True}))
    converging.when(c.AnswerPackage, "upper-head", package=1, answer=Answer.ACCEPT).then("package_answered")
    converging.when(c.AnswerPackage, "lower-head", package=1, answer=Answer.ACCEPT).then(
        "package_answered", "package_agreed"
    )
    converging.tick(12)
    assert converging.outcome.kind is OutcomeKind.AGREEMENT
    assert converging.outcome.terms == FAIR


def test_a_score_sheet_is_its_own_partys_only(converging: Story) -> None:
    converging.do(c.TablePackage, "upper-head", terms=FAIR)
    upper, lower = view(converging.session, "upper-head"), view(converging.session, "lower-head")
    assert (upper.packages[0].points, lower.packages[0].points) == (72.0, 70.0)
    assert upper.packages[0].acceptable
    assert view(converging.session, "mediator").worth is None
    assert view(converging.session, "mediator").packages[0].points is None


def test_waiting_costs(converging: Story) -> None:
    assert _reservation(converging) == 40
    converging.wait(3)
    assert _reservation(converging) == 38


def _reservation(story: Story) -> float:
    sheet = view(story.session, "upper-head", story.at).worth
    assert sheet is not None
    return sheet.reservation


def test_the_text_goes_from_draft_to_agreement(converging: Story) -> None:
    converging.when(c.IssueVersion, "upper-head").refuses("NO-RIGHT")
    converging.do(c.TablePackage, "upper-head", terms=FAIR)
    converging.when(c.IssueVersion, "mediator", package=1).then(("version_issued", {"version": 1}))
    assert [clause.id for clause in view(converging.session, "lower-head").text.clauses] == [
        "purpose",
        "hours",
        "keeper",
    ]
    converging.when(c.BracketClause, "lower-head", clause="hours", option="mornings-lower").then(
        ("clause_bracketed", {"bracket": 1})
    )
    converging.when(c.PutToAdoption, "mediator").refuses("BRACKETS")
    converging.when(c.LiftBracket, "upper-head", clause="hours", bracket=1, resolution=Resolution.WITHDRAWN).refuses(
        "NOT-YOURS"
    )
    converging.do(c.CommentClause, "upper-head", clause="hours", text="Noon is for the school.")
    converging.when(
        c.IssueVersion, "mediator", clauses={"hours": ClauseDraft(option="shared-board", wording="On one board.")}
    ).then(("reading_closed", {"clean": ("purpose", "keeper")}), ("version_issued", {"version": 2}))
    converging.do(c.LiftBracket, "lower-head", clause="hours", bracket=1, resolution=Resolution.WITHDRAWN)
    converging.when(c.PutToAdoption, "mediator").then("reading_closed", "adoption_opened")
    converging.when(c.AnswerAdoption, "upper-head", verdict=Verdict.ADOPT).then("adoption_answered")
    converging.when(c.AnswerAdoption, "lower-head", verdict=Verdict.AD_REFERENDUM).then(
        "adoption_answered",
        "text_adopted",
        ("outcome_recorded", {"kind": OutcomeKind.AGREEMENT, "terms": FAIR, "version": 2}),
    )
    assert converging.outcome.parties == ("lower",)


def test_choosing_the_alternative_changes_the_clause(converging: Story) -> None:
    converging.do(c.IssueVersion, "mediator", clauses={"keeper": ClauseDraft(option="upper-keeps")})
    converging.do(c.BracketClause, "lower-head", clause="keeper", option="elder-keeps")
    converging.do(c.LiftBracket, "lower-head", clause="keeper", bracket=1, resolution=Resolution.CHOSE_ALTERNATIVE)
    clause = converging.session.text.clauses["keeper"]
    assert (clause.option, clause.state) == ("elder-keeps", "proposed")


def test_what_is_parked_stays_open_and_makes_the_agreement_partial(converging: Story) -> None:
    converging.do(c.IssueVersion, "mediator", clauses={"keeper": ClauseDraft(option="elder-keeps")})
    converging.do(c.ParkClause, "mediator", clause="hours").do(c.PutToAdoption, "mediator")
    converging.do(c.AnswerAdoption, "upper-head", verdict=Verdict.ADOPT)
    converging.do(c.AnswerAdoption, "lower-head", verdict=Verdict.ADOPT)
    assert converging.outcome.kind is OutcomeKind.PARTIAL_AGREEMENT
    assert converging.outcome.terms == {"keeper": "elder-keeps"}


def test_a_refused_text_can_be_redrafted(converging: Story) -> None:
    converging.do(c.IssueVersion, "mediator", clauses={"keeper": ClauseDraft(option="elder-keeps")})
    converging.do(c.PutToAdoption, "mediator")
    converging.when(c.AnswerAdoption, "upper-head", verdict=Verdict.REFUSE).then("adoption_answered", "adoption_failed")
    converging.when(c.IssueVersion, "mediator", clauses={"keeper": ClauseDraft(option="upper-keeps")}).then(
        "version_issued"
    )


def test_own_words_go_into_the_text_and_not_into_a_package(converging: Story) -> None:
    converging.do(c.ProposeOption, "lower-head", issue="keeper", text="The key hangs at the mosque door.")
    converging.when(c.TablePackage, "lower-head", terms={"keeper": "own-1"}).refuses("OWN-WORDS")
    converging.do(c.IssueVersion, "mediator", clauses={"keeper": ClauseDraft(option="own-1")})
    assert converging.session.text.clauses["keeper"].wording == "The key hangs at the mosque door."


def test_agreement_is_not_declared_where_nothing_was_agreed(converging: Story) -> None:
    converging.when(c.DeclareOutcome, "mediator", kind=OutcomeKind.AGREEMENT).refuses("NOT-AGREED")
    converging.when(c.DeclareOutcome, "mediator", kind=OutcomeKind.NO_AGREEMENT, note="Tomorrow").then(
        ("outcome_recorded", {"kind": OutcomeKind.NO_AGREEMENT})
    )
    converging.when(c.DeclareOutcome, "trainer", kind=OutcomeKind.ABORTED).refuses("NO-OUTCOME")


def test_a_guarantor_has_a_say_where_the_rule_names_it(well: Scenario) -> None:
    written = json.loads(well.model_dump_json(by_alias=True, exclude_none=True))
    written["parties"]["guarantor"] = {
        "name": "The district",
        "short": "District",
        "kind": "neighbour",
        "summary": "It pays for the pump.",
        "brief": "You pay.",
    }
    seat = {"name": "Ruta Malk", "title": "Prefect", "party": "guarantor", "brief": "You sign last."}
    written["seats"]["prefect"] = {**seat, "archetype": "head-of-neighbour"}
    written["bodies"]["table"]["rule"] = {"kind": "sides_plus_guarantors", "essential": ["guarantor"]}
    story = Story(begin(Scenario.model_validate_json(json.dumps(written)), 1))
    story.do(c.OpenSession, "trainer", name="Guaranteed")
    for name in story.session.scenario.seats:
        story.do(c.CastSeat, "trainer", seat=name, source=Source.HUMAN)
    story.do(c.StartClock, "trainer").phase("exploration").phase("convergence")
    story.do(c.IssueVersion, "mediator", clauses={"keeper": ClauseDraft(option="elder-keeps")})
    story.do(c.PutToAdoption, "mediator")
    for name in ("upper-head", "lower-head"):
        story.when(c.AnswerAdoption, name, verdict=Verdict.ADOPT).then("adoption_answered")
    story.when(c.AnswerAdoption, "prefect", verdict=Verdict.ADOPT).then(
        "adoption_answered", "text_adopted", "outcome_recorded"
    )


def test_nothing_is_agreed_until_everything_is_where_the_case_says_so(converging: Story, well: Scenario) -> None:
    everything = well.model_copy(update={"early_harvest": False})
    converging.session = replace(converging.session, scenario=everything)
    converging.do(c.TablePackage, "upper-head", terms={"keeper": "elder-keeps"})
    converging.do(c.AnswerPackage, "lower-head", package=1, answer=Answer.ACCEPT)
    converging.when(c.DeclareOutcome, "mediator", kind=OutcomeKind.PARTIAL_AGREEMENT, package=1).refuses(
        "NOT-EVERYTHING"
    )
    converging.when(c.DeclareOutcome, "mediator", kind=OutcomeKind.PARTIAL_AGREEMENT).refuses("NOT-AGREED")
    converging.do(c.IssueVersion, "mediator", clauses={"keeper": ClauseDraft(option="elder-keeps")})
    converging.when(c.PutToAdoption, "mediator").refuses("NOT-EVERYTHING")
    converging.do(c.IssueVersion, "mediator", clauses={"hours": ClauseDraft(option="mornings-upper")})
    converging.when(c.PutToAdoption, "mediator").then("reading_closed", "adoption_opened")
