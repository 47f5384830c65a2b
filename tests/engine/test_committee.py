"""Reports of sub-committees, contradictions between them, and disputes over the reference text."""

from datetime import timedelta

import pytest

from scenarios.model import DecisionRule, RuleKind, Scenario
from simulator.engine import Session, begin, evolve, view
from simulator.engine import commands as c
from simulator.engine.commands import ReportLine
from simulator.engine.words import DisputeKind, OutcomeKind, Say, Settled
from tests.engine.committee import agreed, all_say, blocked, security, start
from tests.engine.story import Story, scenario


@pytest.fixture(scope="module")
def case() -> Scenario:
    return scenario("committee")


@pytest.fixture
def sitting(case: Scenario) -> Story:
    return start(case)


@pytest.fixture
def plenary(sitting: Story) -> Story:
    """Both reports lie before the plenary: security agreed, institutions blocked."""
    security(sitting)
    lines = {"councils": blocked("They do not agree on what progressively means.")}
    sitting.do(c.DeliverReport, "councils-chair", body="institutions", lines=lines)
    return sitting.wait(8).phase("reports")


# -- reports ----------------------------------------------------------------------------------------------------------


def test_two_sub_committees_sit_at_once_and_each_chair_delivers_the_report_of_its_own(sitting: Story) -> None:
    floors = sitting.session.floors
    assert floors["security"].state == floors["institutions"].state == "open"
    sitting.when(
        c.DeliverReport, "security-chair", body="security", lines={"guards": agreed("hundred")}, text=" We met. "
    ).then(("report_delivered", {"report": 1, "to": "plenary", "text": "We met."}))
    sitting.when(c.DeliverReport, "security-chair", body="institutions", lines={"councils": agreed("later")})
    sitting.refuses("NO-RIGHT")
    sitting.when(c.DeliverReport, "gov-head", body="institutions", lines={"councils": agreed("later")})
    sitting.refuses("NO-RIGHT")


def test_who_keeps_the_record_of_a_body_delivers_its_report(sitting: Story) -> None:
    sitting.when(c.DeliverReport, "secretary", body="institutions", lines={"councils": agreed("later")})
    sitting.then("report_delivered")
    sitting.when(c.DeliverReport, "secretary", body="heads", lines={"councils": agreed("later")})
    sitting.refuses("NOT-IN-BODY")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (ReportLine(settled=Settled.AGREED), "NOTHING-AGREED"),
        (ReportLine(settled=Settled.BRACKETED, text=" "), "EMPTY-BRACKET"),
        (ReportLine(settled=Settled.BLOCKED, option="hundred"), "NO-REASON"),
        (agreed("nobody-knows"), "UNKNOWN"),
        (agreed("hundred", lorries=3), "UNKNOWN"),
        (agreed("hundred", officers=-1), "OUT-OF-RANGE"),
        (agreed(text="x" * 1001), "TOO-LONG"),
    ],
)
def test_a_line_that_says_too_little_or_too_much_is_refused(sitting: Story, line: ReportLine, code: str) -> None:
    sitting.when(c.DeliverReport, "security-chair", body="security", lines={"guards": line}).refuses(code)


def test_a_report_speaks_of_the_issues_of_its_body_and_goes_to_somebody(sitting: Story) -> None:
    sitting.when(c.DeliverReport, "security-chair", body="security", lines={}).refuses("EMPTY-REPORT")
    lines = {"councils": agreed("later")}
    sitting.when(c.DeliverReport, "security-chair", body="security", lines=lines).refuses("NOT-THEIRS")
    sitting.when(c.DeliverReport, "lead", body="plenary", lines=lines).refuses("NO-REPORT")
    sitting.when(c.DeliverReport, "lead", body="heads", lines=lines).refuses("NOT-SAT")
    sitting.when(c.DeliverReport, "lead", body="nowhere", lines=lines).refuses("UNKNOWN")


def test_an_option_in_somebodys_own_words_becomes_words_in_the_report(sitting: Story) -> None:
    sitting.do(c.ProposeOption, "pla-head", issue="roads", text="Drivers choose their escort.")
    sitting.do(c.DeliverReport, "security-chair", body="security", lines={"roads": agreed("own-1")})
    line = sitting.session.reports[1].lines["roads"]
    assert (line.option, line.text) == (None, "Drivers choose their escort.")


def test_a_report_waits_for_the_plenary_and_is_adopted_under_its_rule(sitting: Story) -> None:
    security(sitting).when(c.AnswerReport, "gov-head", report=1, say=Say.YES).refuses("NOT-SITTING")
    sitting.wait(8).phase("reports")
    sitting.when(c.AnswerReport, "gov-head", report=1, say=Say.YES, text="Well done.").then(
        ("report_answered", {"party": "government", "text": "Well done."})
    )
    sitting.when(c.AnswerReport, "gov-head", report=1, say=Say.YES, text="Well done.").refuses("ALREADY")
    sitting.when(c.AnswerReport, "gov-officer", report=1, say=Say.YES).refuses("NO-RIGHT")
    sitting.when(c.AnswerReport, "lead", report=1, say=Say.YES).refuses("NO-RIGHT")
    sitting.do(c.AnswerReport, "coo-head", report=1, say=Say.ABSTAINS)
    sitting.when(c.AnswerReport, "pla-head", report=1, say=Say.YES).then("report_answered", "report_adopted")
    assert sitting.session.agreed_terms() == {"guards": "hundred", "roads": "escorts"}
    sitting.when(c.AnswerReport, "gov-head", report=1, say=Say.NO).refuses("REPORT-STATE")


def test_an_objection_returns_a_report_and_a_new_one_takes_its_place(plenary: Story) -> None:
    plenary.when(c.AnswerReport, "coo-head", report=1, say=Say.NO, text="A hundred is nothing.")
    plenary.then("report_answered", ("report_returned", {"reason": "A hundred is nothing."}))
    security(plenary, "two-hundred", "army")
    assert [r.state for r in plenary.session.reports.values()] == ["replaced", "delivered", "delivered"]
    all_say(plenary, 3).then("report_answered", "report_adopted")
    assert plenary.session.agreed_terms()["guards"] == "two-hundred"


def test_the_chair_of_the_plenary_returns_a_report_with_a_reason(plenary: Story) -> None:
    plenary.when(c.ReturnReport, "lead", report=1, reason=" ").refuses("EMPTY-TEXT")
    plenary.when(c.ReturnReport, "security-chair", report=1, reason="No.").refuses("NO-RIGHT")
    plenary.when(c.ReturnReport, "lead", report=1, reason="Who pays?").then(
        ("report_returned", {"reason": "Who pays?"})
    )
    plenary.when(c.ReturnReport, "lead", report=7, reason="Who pays?").refuses("UNKNOWN")


def test_what_is_blocked_is_lifted_to_the_heads_who_report_on_it(plenary: Story) -> None:
    plenary.when(c.LiftMatter, "lead", report=1, issue="guards").refuses("NOT-BLOCKED")
    plenary.when(c.LiftMatter, "lead", report=2, issue="councils", to="security").refuses("NOT-HEADS")
    plenary.when(c.LiftMatter, "lead", report=2, issue="councils").then(
        ("matter_lifted", {"to": "heads", "issue": "councils"})
    )
    plenary.when(c.LiftMatter, "lead", report=2, issue="councils").refuses("ALREADY")
    plenary.do(c.DeliverReport, "lead", body="heads", lines={"councils": agreed("three-regions")})
    all_say(plenary, 3).then("report_answered", "report_adopted")
    all_say(plenary, 1)
    assert plenary.session.agreed_terms() == {"guards": "hundred", "councils": "three-regions", "roads": "escorts"}
    plenary.do(c.DeclareOutcome, "lead", kind=OutcomeKind.AGREEMENT)
    assert plenary.outcome.kind is OutcomeKind.AGREEMENT
    assert plenary.outcome.package is None
    assert plenary.outcome.version is None


def test_adopted_reports_alone_are_the_outcome_at_the_deadline(plenary: Story) -> None:
    all_say(plenary, 1)
    plenary.tick(60)
    assert plenary.outcome.kind is OutcomeKind.PARTIAL_AGREEMENT
    assert plenary.outcome.terms == {"guards": "hundred", "roads": "escorts"}


def test_what_is_agreed_in_own_words_counts_as_settled(sitting: Story) -> None:
    security(sitting)
    lines = {"councils": agreed(text="Councils are named where elders ask for them.")}
    sitting.do(c.DeliverReport, "councils-chair", body="institutions", lines=lines).wait(8).phase("reports")
    all_say(sitting, 1)
    all_say(sitting, 2)
    sitting.do(c.DeclareOutcome, "lead", kind=OutcomeKind.AGREEMENT)
    assert sitting.outcome.kind is OutcomeKind.AGREEMENT
    assert "councils" not in sitting.outcome.terms
    assert "councils" in sitting.session.agreed_in_words()


def test_a_report_of_blocked_matters_alone_is_no_agreement(plenary: Story) -> None:
    all_say(plenary, 2).then("report_answered", "report_adopted")
    plenary.when(c.DeclareOutcome, "lead", kind=OutcomeKind.AGREEMENT).refuses("NOT-AGREED")
    plenary.tick(60)
    assert plenary.outcome.kind is OutcomeKind.NO_AGREEMENT


def _ruled(case: Scenario, kind: RuleKind) -> Scenario:
    body = case.bodies["plenary"]
    ruled = body.model_copy(update={"rule": DecisionRule(kind=kind, minutes=3)})
    return case.model_copy(update={"bodies": {**case.bodies, "plenary": ruled}})


def test_silence_adopts_a_report_once_it_has_lain_before_the_body_for_its_time(case: Scenario) -> None:
    story = start(_ruled(case, RuleKind.SILENCE))
    security(story).tick(6)
    assert story.session.reports[1].state == "delivered"
    story.phase("reports").tick(2.99)
    assert story.session.reports[1].state == "delivered"
    story.when(c.Tick, "trainer").then()
    story.at += timedelta(seconds=1)
    story.when(c.Tick, "trainer").then("report_adopted")


def test_silence_is_broken_by_one_objection(case: Scenario) -> None:
    story = start(_ruled(case, RuleKind.SILENCE))
    security(story).wait(8).phase("reports")
    story.when(c.AnswerReport, "coo-head", report=1, say=Say.NO).then("report_answered", "report_returned")
    story.when(c.Tick, "trainer").then()


def test_where_the_chair_declares_the_chair_adopts(case: Scenario) -> None:
    story = start(_ruled(case, RuleKind.CHAIR_DECLARES))
    security(story).wait(8).phase("reports")
    story.when(c.AnswerReport, "gov-head", report=1, say=Say.YES).refuses("CHAIR-ONLY")
    story.when(c.AnswerReport, "lead", report=1, say=Say.YES).then("report_adopted")


# -- contradictions ---------------------------------------------------------------------------------------------------


def test_reports_that_take_more_than_there_is_contradict_each_other(sitting: Story) -> None:
    lines = {"guards": agreed("two-hundred")}
    sitting.do(c.DeliverReport, "security-chair", body="security", lines=lines)
    assert view(sitting.session, "gov-head").committee.contradictions == ()
    lines = {"councils": agreed("all-regions", officers=150)}
    sitting.do(c.DeliverReport, "councils-chair", body="institutions", lines=lines)
    amount, date = view(sitting.session, "gov-head").committee.contradictions
    assert (amount.shared, amount.uses, amount.available) == ("officers", {1: 200, 2: 150}, 300)
    assert (date.shared, date.uses) == ("start", {1: 30, 2: 60})
    sitting.wait(8).phase("reports")
    all_say(sitting, 1).then("report_answered", "report_adopted")
    sitting.do(c.ReturnReport, "lead", report=2, reason="There are not that many officers.")
    assert view(sitting.session, "gov-head").committee.contradictions == ()


def test_the_word_of_the_heads_counts_for_what_was_lifted_to_them(sitting: Story) -> None:
    bracketed = ReportLine(settled=Settled.BRACKETED, option="three-hundred")
    sitting.do(c.DeliverReport, "security-chair", body="security", lines={"guards": bracketed})
    sitting.wait(8).phase("reports")
    sitting.do(c.LiftMatter, "lead", report=1, issue="guards")
    sitting.do(c.DeliverReport, "lead", body="heads", lines={"guards": agreed("two-hundred")})
    assert view(sitting.session, "lead").committee.contradictions == ()


def test_a_confidential_report_stays_with_its_body_and_whom_it_reports_to(case: Scenario) -> None:
    closed = {
        name: body.model_copy(update={"confidential": True, "reports_to": "heads"}) if name == "security" else body
        for name, body in case.bodies.items()
    }
    story = security(start(case.model_copy(update={"bodies": closed})))
    story.do(c.DeliverReport, "councils-chair", body="institutions", lines={"councils": agreed("later")})

    def seen(seat: str) -> tuple[list[int], list[str]]:
        known = view(story.session, seat)
        told = [type(m.event).__name__ for m in known.log if type(m.event).__name__ == "ReportDelivered"]
        return [r.number for r in known.committee.reports], told

    assert seen("gov-head") == ([1, 2], ["ReportDelivered"] * 2)
    assert seen("gov-officer") == ([1, 2], ["ReportDelivered"] * 2)
    assert seen("councils-chair") == ([2], ["ReportDelivered"])


# -- disputes ---------------------------------------------------------------------------------------------------------


def raised(story: Story, **fields: str) -> Story:
    said = {"article": "a3", "text": "Not one council was named.", "against": "government", **fields}
    return story.when(c.RaiseDispute, "coo-head", kind=DisputeKind.INTERPRETATION, **said)


def test_a_dispute_points_to_an_article_and_is_settled_by_words_that_both_accept(sitting: Story) -> None:
    raised(sitting).then(("dispute_raised", {"dispute": 1, "article": "a3", "party": "coordination"}))
    sitting.when(c.AcceptReading, "gov-head", dispute=1).refuses("NO-READING")
    sitting.when(c.AnswerDispute, "coo-head", dispute=1, text="Yes.").refuses("OWN-DISPUTE")
    sitting.do(c.AnswerDispute, "gov-head", dispute=1, text="The regions are not safe.")
    sitting.when(c.ProposeReading, "gov-head", dispute=1, text="Now.").refuses("NO-RIGHT")
    sitting.do(c.ProposeReading, "lead", dispute=1, text="Three regions within a year.")
    sitting.when(c.AcceptReading, "pla-head", dispute=1).refuses("NO-SAY")
    sitting.when(c.AcceptReading, "coo-head", dispute=1).then("reading_accepted")
    sitting.do(c.ProposeReading, "lead", dispute=1, text="Three regions by June.")
    assert sitting.session.disputes[1].accepted == frozenset()
    sitting.do(c.AcceptReading, "coo-head", dispute=1)
    sitting.when(c.AcceptReading, "gov-head", dispute=1).then(
        "reading_accepted", ("dispute_settled", {"text": "Three regions by June."})
    )
    sitting.when(c.WithdrawDispute, "coo-head", dispute=1).refuses("DISPUTE-STATE")


def test_a_dispute_with_nobody_concerns_all_that_decide(sitting: Story) -> None:
    raised(sitting, against="")
    sitting.do(c.ProposeReading, "lead", dispute=1, text="Region by region.")
    for head in ("gov-head", "coo-head"):
        sitting.when(c.AcceptReading, head, dispute=1).then("reading_accepted")
    sitting.when(c.AcceptReading, "pla-head", dispute=1).then("reading_accepted", "dispute_settled")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"article": "a99"}, "UNKNOWN"),
        ({"against": "nobody"}, "UNKNOWN"),
        ({"against": "coordination"}, "OWN-PARTY"),
        ({"text": "  "}, "EMPTY-TEXT"),
    ],
)
def test_a_dispute_without_article_party_or_words_is_refused(sitting: Story, fields: dict[str, str], code: str) -> None:
    raised(sitting, **fields).refuses(code)


def test_a_dispute_is_raised_once(sitting: Story) -> None:
    raised(sitting)
    raised(sitting).refuses("ALREADY")


def test_where_no_agreement_is_in_force_nothing_can_be_disputed(case: Scenario) -> None:
    raised(start(case.model_copy(update={"reference": None}))).refuses("NO-REFERENCE")


def test_a_dispute_is_referred_to_a_body_whose_members_propose_words(sitting: Story) -> None:
    raised(sitting)
    sitting.when(c.ReferDispute, "lead", dispute=1, body="court").refuses("UNKNOWN")
    sitting.when(c.ReferDispute, "lead", dispute=1, body="institutions", reason="Theirs.").then("dispute_referred")
    sitting.when(c.ReferDispute, "lead", dispute=1, body="institutions").refuses("DISPUTE-STATE")
    sitting.when(c.ProposeReading, "security-chair", dispute=1, text="Now.").refuses("NOT-IN-BODY")
    sitting.when(c.ProposeReading, "councils-chair", dispute=1, text="Now.").then("reading_proposed")


def test_only_who_raised_a_dispute_takes_it_back(sitting: Story) -> None:
    raised(sitting)
    sitting.when(c.WithdrawDispute, "gov-head", dispute=1).refuses("NOT-YOURS")
    sitting.when(c.WithdrawDispute, "coo-head", dispute=1).then("dispute_withdrawn")
    sitting.when(c.AnswerDispute, "gov-head", dispute=1, text="Too late.").refuses("DISPUTE-STATE")


def test_parties_read_articles_and_factions_of_their_own_only(sitting: Story) -> None:
    def readings(seat: str) -> dict[str, set[str]]:
        reference = view(sitting.session, seat).committee.reference
        assert reference is not None
        return {name: set(article.readings) for name, article in reference.articles.items()}

    assert readings("gov-officer") == {"a3": {"government"}, "a7": set()}
    assert readings("lead") == {"a3": set(), "a7": set()}
    assert readings("trainer") == {"a3": {"government", "coordination"}, "a7": {"platform"}}
    assert set(view(sitting.session, "coo-head").committee.factions) == {"coordination"}
    assert view(sitting.session, "coo-head").committee.spokes == {"coo-head": "council", "coo-delegate": "wing"}
    assert view(sitting.session, "lead").committee.factions == {}
    assert set(view(sitting.session, "trainer").committee.factions) == {"government", "coordination"}


def test_options_that_a_party_does_not_know_are_left_out_of_what_its_factions_want(case: Scenario) -> None:
    councils = case.issues["councils"]
    hidden = councils.options["three-regions"].model_copy(update={"known_to": ("platform",)})
    changed = councils.model_copy(update={"options": {**councils.options, "three-regions": hidden}})
    story = start(case.model_copy(update={"issues": {**case.issues, "councils": changed}}))

    def wanted(seat: str) -> tuple[str, ...]:
        return view(story.session, seat).committee.factions["coordination"]["wing"].leaves_without["councils"]

    assert wanted("coo-delegate") == ("all-regions",)
    assert wanted("trainer") == ("three-regions", "all-regions")


def test_what_happened_is_replayed_to_the_same_state(plenary: Story, case: Scenario) -> None:
    all_say(plenary, 1)
    plenary.do(c.LiftMatter, "lead", report=2, issue="councils")
    raised(plenary)
    again: Session = begin(case, seed=1)
    for event in plenary.happened:
        again = evolve(again, event)
    assert again == plenary.session
