"""Texts beside the main one: each with its pen, its rule and its end, while the main text alone settles the outcome."""

import pytest

from scenarios.model import RuleKind, Scenario
from simulator.engine import begin, view
from simulator.engine import commands as c
from simulator.engine.commands import ClauseDraft
from simulator.engine.words import OutcomeKind, Resolution, Source, Verdict
from tests.engine.story import Story
from tests.texts import well_with_texts

MINUTES, RULES, PRESS, CHAIR = "minutes", "modalities", "communique", "conclusions"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    """The Well with four other texts."""
    return well_with_texts(tmp_path_factory.mktemp("texts"))


@pytest.fixture
def story(written: Scenario) -> Story:
    """In the phase of convergence."""
    return converging(written)


def converging(scenario: Scenario) -> Story:
    story = Story(begin(scenario, 1)).do(c.OpenSession, "trainer", name="Texts")
    for seat in scenario.seats:
        story.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN)
    return story.do(c.StartClock, "trainer").wait(5).phase("exploration").wait(3).phase("convergence")


def ruled(scenario: Scenario, document: str, **rule: object) -> Scenario:
    """The same case with another rule for a text."""
    text = scenario.texts[document]
    assert text.rule is not None
    changed = text.model_copy(update={"rule": text.rule.model_copy(update=rule)})
    return scenario.model_copy(update={"texts": {**scenario.texts, document: changed}})


def state(story: Story, document: str) -> str:
    return story.session.texts[document].state


def test_a_text_that_lies_on_the_table_is_at_its_first_version(story: Story) -> None:
    known = view(story.session, "lower-head").texts
    assert [(text.id, text.version, text.state) for text in known.values()] == [
        (MINUTES, 1, "under_reading"), (RULES, 0, "none"), (PRESS, 0, "none"), (CHAIR, 0, "none"),
    ]  # fmt: skip
    assert known[MINUTES].clauses[0].text == "Upper Ardel asked for the mornings."


def test_a_text_that_there_is_not_is_refused_with_the_names_of_those_there_are(story: Story) -> None:
    for command, fields in (
        (c.IssueVersion, {}),
        (c.CommentClause, {"clause": "said", "text": "x"}),
        (c.BracketClause, {"clause": "said"}),
        (c.PutToAdoption, {}),
        (c.CloseReading, {}),
    ):
        story.when(command, "mediator", document="nowhere", **fields).refuses("UNKNOWN")
    story.when(c.AnswerAdoption, "upper-head", document="nowhere", verdict=Verdict.ADOPT).refuses("UNKNOWN")
    assert "minutes" in story.refusal.instead


def test_contested_minutes_are_corrected_in_brackets_and_adopted_in_silence(story: Story) -> None:
    correction = "Upper Ardel asked for the early mornings."
    story.when(c.BracketClause, "upper-head", document=MINUTES, clause="said", wording=correction).then(
        ("clause_bracketed", {"document": MINUTES, "bracket": 1})
    )
    story.when(c.PutToAdoption, "mediator", document=MINUTES).refuses("BRACKETS")
    story.do(
        c.LiftBracket, "upper-head", document=MINUTES, clause="said", bracket=1,
        resolution=Resolution.CHOSE_ALTERNATIVE,
    )  # fmt: skip
    assert story.session.texts[MINUTES].clauses["said"].wording == correction
    story.when(c.PutToAdoption, "mediator", document=MINUTES).then("reading_closed", "adoption_opened")
    story.tick(2.9)
    assert state(story, MINUTES) == "in_adoption"
    story.tick(0.1).then(("text_adopted", {"document": MINUTES}))
    assert story.session.outcome is None
    assert story.session.text.version == 0


@pytest.mark.parametrize(("seconds", "broken"), [(179, True), (180, False), (181, False)])
def test_a_silence_is_broken_before_its_deadline_and_not_after(story: Story, seconds: int, broken: bool) -> None:
    story.do(c.PutToAdoption, "mediator", document=MINUTES).wait(seconds / 60)
    story.when(c.AnswerAdoption, "lower-head", document=MINUTES, verdict=Verdict.REFUSE, text="It was noon.")
    if broken:
        story.then("adoption_answered", "adoption_failed")
        assert state(story, MINUTES) == "failed"
    else:
        story.refuses("TOO-LATE")
        story.tick().then("text_adopted")


def test_who_has_no_say_does_not_break_a_silence(story: Story) -> None:
    story.do(c.PutToAdoption, "mediator", document=MINUTES)
    story.when(c.AnswerAdoption, "mediator", document=MINUTES, verdict=Verdict.REFUSE).refuses("NO-RIGHT")
    story.when(c.AnswerAdoption, "engineer", document=MINUTES, verdict=Verdict.REFUSE).refuses("NO-RIGHT")
    story.do(c.AnswerAdoption, "upper-head", document=MINUTES, verdict=Verdict.ABSTAIN)
    story.tick(3).then("text_adopted")


def test_several_silences_run_at_once_and_move_with_the_clock(written: Scenario) -> None:
    story = converging(ruled(written, PRESS, kind=RuleKind.SILENCE, minutes=2, objections=0))
    story.do(c.IssueVersion, "mediator", document=PRESS).do(c.PutToAdoption, "mediator", document=PRESS)
    story.wait(1).do(c.PutToAdoption, "mediator", document=MINUTES)
    story.do(c.JumpClock, "trainer", minute=12)
    story.tick(1).then(("text_adopted", {"document": PRESS}))
    story.tick(2).then(("text_adopted", {"document": MINUTES}))


def test_a_silence_longer_than_play_adopts_nothing(written: Scenario) -> None:
    story = converging(ruled(written, MINUTES, minutes=20))
    story.do(c.PutToAdoption, "mediator", document=MINUTES).tick(20)
    assert story.session.phase == "de-role"
    assert state(story, MINUTES) == "in_adoption"


def test_a_silence_does_not_run_out_in_a_phase_in_which_nobody_can_break_it(story: Story) -> None:
    story.do(c.PutToAdoption, "mediator", document=MINUTES).phase("exploration").tick(4)
    assert state(story, MINUTES) == "in_adoption"
    story.phase("convergence").tick().then("text_adopted")


def referred(story: Story) -> Story:
    """The modalities, agreed by both, by Lower Ardel subject to its capital."""
    story.do(c.IssueVersion, "mediator", document=RULES).do(c.PutToAdoption, "mediator", document=RULES)
    story.do(c.AnswerAdoption, "lower-head", document=RULES, verdict=Verdict.AD_REFERENDUM)
    return story.when(c.AnswerAdoption, "upper-head", document=RULES, verdict=Verdict.ADOPT)


def test_a_text_agreed_ad_referendum_waits_for_the_capitals(story: Story) -> None:
    referred(story).then("adoption_answered", ("text_referred", {"parties": ("lower",)}))
    assert state(story, RULES) == "ad_referendum"
    story.when(c.IssueVersion, "mediator", document=RULES).refuses("TEXT-STATE")
    story.when(c.AnswerReferral, "trainer", document=RULES, party="upper", agrees=True).refuses("NOT-REFERRED")
    story.when(c.AnswerReferral, "trainer", document=RULES, party="lower", agrees=True, text="Go.").then(
        "referral_answered", "text_adopted"
    )
    assert story.session.outcome is None


def test_a_capital_that_refuses_opens_the_text_again(story: Story) -> None:
    referred(story).when(c.AnswerReferral, "trainer", document=RULES, party="lower", agrees=False).then(
        "referral_answered", "adoption_failed"
    )
    assert state(story, RULES) == "failed"


@pytest.mark.parametrize(("unanswered", "end"), [("refuses", "adoption_failed"), ("agrees", "text_adopted")])
def test_a_capital_that_never_answers_counts_as_the_rule_says(written: Scenario, unanswered: str, end: str) -> None:
    story = referred(converging(ruled(written, RULES, unanswered=unanswered)))
    story.tick(3.9)
    assert state(story, RULES) == "ad_referendum"
    story.wait(0.1).when(c.AnswerReferral, "trainer", document=RULES, party="lower", agrees=True).refuses("TOO-LATE")
    story.tick().then(("referral_answered", {"in_time": False, "agrees": unanswered == "agrees"}), end)


def test_capitals_have_no_longer_than_play_lasts(written: Scenario) -> None:
    story = referred(converging(ruled(written, RULES, minutes=60))).tick(14)
    names = [type(event).__struct_config__.tag for event in story.last]
    assert names[:2] == ["referral_answered", "adoption_failed"]


def test_a_clause_that_waits_for_a_capital_goes_with_the_whole_text_under_that_rule(story: Story) -> None:
    story.do(c.IssueVersion, "mediator", document=RULES)
    story.do(c.ReferClause, "upper-head", document=RULES, clause="turns")
    story.do(c.PutToAdoption, "mediator", document=RULES)
    story.do(c.AnswerAdoption, "lower-head", document=RULES, verdict=Verdict.ADOPT)
    story.when(c.AnswerAdoption, "upper-head", document=RULES, verdict=Verdict.ADOPT).then(
        "adoption_answered", ("text_referred", {"parties": ("upper",)})
    )
    story.when(c.AnswerReferral, "trainer", document=RULES, party="upper", agrees=False, clause="turns").then(
        "referral_answered", "adoption_failed", ("clause_bracketed", {"party": "upper", "clause": "turns"})
    )


def test_the_main_text_ends_the_talks_when_its_capitals_agree(written: Scenario) -> None:
    bodies = {
        name: body.model_copy(update={"rule": written.texts[RULES].rule}) for name, body in written.bodies.items()
    }
    story = converging(written.model_copy(update={"bodies": bodies}))
    drafts = {"hours": ClauseDraft(option="mornings-upper"), "keeper": ClauseDraft(option="elder-keeps")}
    story.do(c.IssueVersion, "mediator", clauses=drafts).do(c.PutToAdoption, "mediator")
    story.do(c.AnswerAdoption, "upper-head", verdict=Verdict.ADOPT)
    story.when(c.AnswerAdoption, "lower-head", verdict=Verdict.AD_REFERENDUM).then("adoption_answered", "text_referred")
    story.when(c.AnswerReferral, "trainer", party="lower", agrees=True).then(
        "referral_answered", "text_adopted", ("outcome_recorded", {"kind": OutcomeKind.AGREEMENT, "parties": ()})
    )


def test_consensus_minus_keeps_the_objection_and_its_reason_in_the_record(story: Story) -> None:
    story.do(c.IssueVersion, "mediator", document=PRESS).do(c.PutToAdoption, "mediator", document=PRESS)
    story.do(c.AnswerAdoption, "upper-head", document=PRESS, verdict=Verdict.REFUSE, text="There may be no rain.")
    story.when(c.AnswerAdoption, "lower-head", document=PRESS, verdict=Verdict.ABSTAIN).then(
        "adoption_answered", "text_adopted"
    )
    verdicts = view(story.session, "mediator").texts[PRESS].verdicts
    assert verdicts == {"upper": ("refuse", "There may be no rain."), "lower": ("abstain", "")}


def test_a_position_is_explained_once_after_the_decision(story: Story) -> None:
    story.when(c.ExplainPosition, "upper-head", document=CHAIR, text="We wait.").refuses("TEXT-STATE")
    story.do(c.IssueVersion, "mediator", document=CHAIR)
    story.when(c.PutToAdoption, "mediator", document=CHAIR).then(
        "reading_closed", "adoption_opened", ("text_adopted", {"document": CHAIR})
    )
    story.when(c.ExplainPosition, "upper-head", document=CHAIR, text="").refuses("EMPTY-TEXT")
    story.when(c.ExplainPosition, "upper-head", document=CHAIR, text="After the market is late.").then(
        ("position_explained", {"party": "upper"})
    )
    story.when(c.ExplainPosition, "upper-head", document=CHAIR, text="Again.").refuses("ALREADY")
    assert view(story.session, "lower-head").texts[CHAIR].explanations == (("upper", "After the market is late."),)


def test_other_texts_go_on_after_the_outcome_and_settle_no_issue(story: Story) -> None:
    drafts = {"hours": ClauseDraft(option="mornings-upper"), "keeper": ClauseDraft(option="elder-keeps")}
    story.do(c.IssueVersion, "mediator", clauses=drafts).do(c.PutToAdoption, "mediator")
    for head in ("upper-head", "lower-head"):
        story.do(c.AnswerAdoption, head, verdict=Verdict.ADOPT)
    assert story.outcome.kind is OutcomeKind.AGREEMENT
    story.do(c.IssueVersion, "mediator", document=PRESS).do(c.PutToAdoption, "mediator", document=PRESS)
    for head in ("upper-head", "lower-head"):
        story.do(c.AnswerAdoption, head, document=PRESS, verdict=Verdict.ADOPT)
    assert state(story, PRESS) == "adopted"
    assert story.outcome.version == 1


def test_a_text_of_a_confidential_body_is_for_those_who_are_in_it(written: Scenario) -> None:
    closed = written.bodies["table"].model_copy(
        update={"name": "The closed room", "members": ("upper-head",), "confidential": True, "kind": "working_group"}
    )
    secret = written.texts[PRESS].model_copy(update={"body": "room"})
    case = written.model_copy(
        update={"bodies": {**written.bodies, "room": closed}, "texts": {**written.texts, PRESS: secret}}
    )
    story = converging(case).do(c.IssueVersion, "mediator", document=PRESS)
    assert PRESS not in view(story.session, "lower-head").texts
    assert not any(getattr(moment.event, "document", "") == PRESS for moment in view(story.session, "lower-head").log)
    story.when(c.BracketClause, "lower-head", document=PRESS, clause="water").refuses("UNKNOWN")
    assert PRESS not in story.refusal.instead
    story.do(c.BracketClause, "upper-head", document=PRESS, clause="water")


def test_who_is_not_in_the_body_of_a_text_does_not_bracket_it(written: Scenario) -> None:
    room = written.bodies["table"].model_copy(
        update={"name": "The small room", "members": ("upper-head",), "kind": "working_group"}
    )
    text = written.texts[PRESS].model_copy(update={"body": "room"})
    case = written.model_copy(
        update={"bodies": {**written.bodies, "room": room}, "texts": {**written.texts, PRESS: text}}
    )
    story = converging(case).do(c.IssueVersion, "mediator", document=PRESS)
    story.when(c.BracketClause, "lower-head", document=PRESS, clause="water").refuses("NOT-IN-BODY")
    story.do(c.PutToAdoption, "mediator", document=PRESS)
    story.when(c.AnswerAdoption, "lower-head", document=PRESS, verdict=Verdict.ADOPT).refuses("NO-SAY")
    story.when(c.AnswerAdoption, "upper-head", document=PRESS, verdict=Verdict.ADOPT).then(
        "adoption_answered", "text_adopted"
    )
