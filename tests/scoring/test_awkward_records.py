"""Findings on records that break off, or in which hardly anything happened: no sentence may say more than was seen."""

from collections.abc import Callable
from typing import Any

import pytest

from scoring import agreement, relationship
from scoring.agreement import criteria
from scoring.agreement.articles import Agreement
from scoring.agreement.criteria import Shown
from scoring.cohort import Cohort
from scoring.moments import turning_points
from scoring.outcome import Settlement
from scoring.process import Course, consent, drafting, interests, offers
from scoring.process.caucuses import caucus_balance
from scoring.process.confidence import breaches
from scoring.process.floor import evenness, talk_share
from scoring.process.mediators import question_profile
from scoring.process.milestones import milestones
from scoring.process.pressure import pressure
from scoring.process.responses import responses
from scoring.raters.concord import divergences
from scoring.raters.habits import leniency
from scoring.rubric import Rating, Ratings
from scoring.scorecard import score
from scoring.sentences import lasting, percent
from simulator.engine import Record, begin
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.words import (
    Answer,
    Cause,
    Consent,
    Dimension,
    Move,
    OutcomeKind,
    Permission,
    Resolution,
    Source,
    Verdict,
)
from tests.engine.story import Story, scenario

Blank = Callable[[], Any]


@pytest.fixture
def table() -> Story:
    """The Well with a test of its text, played by the rules, in the phase of convergence."""
    story = Story(begin(scenario("well-tested"), seed=1))
    story.do(c.OpenSession, "trainer", name="Test")
    for seat in story.session.scenario.seats:
        story.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN, people=("Somebody",))
    story.do(c.StartClock, "trainer").wait(5).phase("exploration")
    for head in ("upper-head", "lower-head"):
        story.do(c.GiveConsent, head, consent=Consent.IN)
    story.do(c.ProposeOption, "upper-head", issue="hours", option="shared-board")
    return story.wait(3).phase("convergence")


def ended(script: Any, minute: float, kind: OutcomeKind = OutcomeKind.NO_AGREEMENT) -> Any:
    """The talks end."""
    return script.at(minute, e.OutcomeRecorded, kind=kind, terms={})


def test_a_share_is_never_told_as_none_or_all_when_it_is_neither() -> None:
    told = [percent(share) for share in (0, 1e-15, 0.004, 0.005, 0.5, 0.995, 0.996, 1 - 1e-15, 1)]
    few, many = "less than 1 %", "more than 99 %"
    assert told == ["0 %", "0 %", few, few, "50 %", many, many, "100 %", "100 %"]


def test_a_length_has_its_noun_in_the_right_number() -> None:
    assert [lasting(seconds) for seconds in (0, 2, 60, 62, 90, 600)] == [
        "0 minutes", "less than 0.1 minutes", "1 minute", "1 minute", "1.5 minutes", "10 minutes",
    ]  # fmt: skip


def test_one_short_turn_has_no_band(script: Any) -> None:
    course = script.speak(0, "upper-head", 2).course()
    assert (talk_share(course).band, evenness(course).band) == (None, None)
    assert (talk_share(course).value, evenness(course).value) == (0.0, 0.0)


def test_a_meeting_that_has_just_opened_is_not_balanced(script: Any) -> None:
    script.at(1, e.CaucusCalled, "mediator", caucus=1, seats=("mediator", "upper-head"))
    finding = caucus_balance(script.at(1, e.CaucusOpened, "mediator", caucus=1).course())
    assert (finding.observed, finding.value, finding.band) == (True, None, None)
    assert finding.reading == (
        "The mediators met Upper 1 time (0 minutes) and Lower never, Upper first; too short to compare."
    )


def test_coming_back_after_a_walk_out_meets_no_condition(script: Any) -> None:
    changed = e.ConsentChanged
    for minute, given in ((1, Consent.IN), (2, Consent.CONDITIONAL)):
        script.at(minute, changed, "upper-head", party="upper", consent=given, conditions="water")
    script.at(3, e.PartyWalkedOut, "upper-head", party="upper", reason="")
    script.at(3, changed, "upper-head", party="upper", consent=Consent.SUSPENDED, conditions="")
    script.at(5, e.PartyReturned, "upper-head", party="upper", step="")
    script.at(5, changed, "upper-head", party="upper", consent=Consent.IN, conditions="")
    table = consent.consent_course(script.course()).table
    assert table is not None
    row = dict(zip(table.columns, table.rows[0].cells, strict=True))
    assert (row["conditions_set"], row["conditions_met"]) == (1, 0)


def test_who_stays_out_without_walking_out_is_told(script: Any) -> None:
    for minute, given in ((1, Consent.IN), (4, Consent.OUT)):
        script.at(minute, e.ConsentChanged, "upper-head", party="upper", consent=given, conditions="")
    script.at(5, e.VersionIssued, "mediator", version=1, clauses={})
    course = script.course()
    assert consent.consent_course(course).reading == (
        "1 party said whether to take part, and consent changed 1 time after that; nobody walked out; "
        "Upper was away where the record breaks off."
    )
    away = drafting.draft_fairness(course)
    assert away.reading == "1 version reached every side at the same time; it came while a side was away."
    (point,) = [point for point in turning_points(course) if point.kind == "consent_drop"]
    assert point.why == "Upper, which had taken part, now stays out."
    assert course.name("upper") in consent.consent_course(ended(script, 6).course()).reading


@pytest.mark.parametrize("kind", [OutcomeKind.ABORTED, OutcomeKind.COLLAPSED])
def test_to_be_broken_off_is_no_milestone(script: Any, kind: OutcomeKind) -> None:
    finding = milestones(ended(script, 3, kind).course())
    assert finding.value == 0
    assert finding.reading == "0 of 8 milestones were reached; the talks never went back."


def test_interests_that_nobody_carried(script: Any) -> None:
    told = {"interest": "upper.school", "to": ("mediator",), "permission": Permission.CLOSED}
    script.at(2, e.InterestDisclosed, "upper-head", **told, caucus=None)
    assert breaches(script.course()).reading == (
        "1 interest was told in private, 1 of them in confidence; nobody carried any further."
    )


def test_a_record_that_breaks_off_does_not_say_that_the_talks_ended(blank: Blank) -> None:
    told = {"interest": "upper.school", "to": ("mediator",), "permission": Permission.CLOSED, "caucus": None}
    for over in (False, True):
        script = blank().at(2, e.InterestDisclosed, "upper-head", **told)
        script.at(2.5, e.VersionIssued, "mediator", version=1, clauses={"purpose": c.ClauseDraft(wording="Water.")})
        script.at(3, e.ClauseBracketed, "upper-head", clause="purpose", bracket=1, party="upper", wording="x")
        course = (ended(script, 5) if over else script).course()
        readings = [
            interests.discovery_to_use(course).reading,
            drafting.bracket_lives(course).reading,
            interests.interest_discovery(course).reading,
        ]
        assert [("talks ended" in said.lower() or "talks were over" in said) for said in readings] == [over] * 3
        assert [("record breaks off" in said.lower()) for said in readings] == [not over] * 3


def test_a_curve_needs_the_end_of_the_talks(blank: Blank) -> None:
    def two_offers() -> Any:
        script = blank()
        for number, hours in ((1, "mornings-upper"), (2, "shared-board")):
            terms = {"hours": hours, "keeper": "elder-keeps"}
            script.at(number, e.PackageTabled, "upper-head", package=number, party="upper", terms=terms)
        return script

    going_on = offers.concession_curves(two_offers().course())
    assert going_on.reading == "From first to last offer Upper gave 12 points."
    assert going_on.table is not None
    assert going_on.table.rows[0].cells[-2:] == (None, None)
    done = offers.concession_curves(ended(two_offers(), 10).course())
    assert done.reading == "From first to last offer Upper gave 12 points, most of it early."


def test_a_single_offer_is_not_a_side_without_concessions(script: Any) -> None:
    for number, (side, hours) in enumerate(
        (("upper", "mornings-upper"), ("lower", "mornings-lower"), ("upper", "shared-board")), 1
    ):
        terms = {"hours": hours, "keeper": "elder-keeps"}
        script.at(number, e.PackageTabled, f"{side}-head", package=number, party=side, terms=terms)
    assert offers.concessions(script.course()).reading == (
        "Steps between own offers: Upper 1 concession; Lower a single offer, so no step."
    )


def test_tags_without_a_question_make_no_rate(script: Any) -> None:
    script.speak(0, "mediator", 2).at(1, e.MoveTagged, seat="mediator", move=Move.SUMMARY)
    finding = question_profile(script.course())
    assert finding.reading == "No move of the mediators was tagged as a question."
    assert finding.caution.startswith("There is 1 tag for 1 turn of theirs on the floor.")
    assert finding.evidence
    assert pressure(script.course()).caution.startswith("1 move was tagged.")


def test_the_trainers_judgement_is_not_told_as_an_act_in_time(script: Any) -> None:
    script.at(1, e.InjectSent, inject="market-moved", to=("all",), cause=Cause.BY_HAND)
    script.at(9, e.InjectMissed, inject="market-moved")
    late = responses(script.course()).reading
    assert late == "After none of 1 event that asked for a response an expected act came in time."
    script.at(12, e.InjectMarked, inject="market-moved", met=True, note="late, and good")
    assert responses(script.course()).reading == (
        "1 of 1 event that asked for a response got one; the trainer judged 1, in the middle case after 11 minutes."
    )


@pytest.mark.parametrize(
    ("verdict", "how"),
    [
        (Verdict.ADOPT, ""),
        (Verdict.ADOPT_WITH_RESERVATION, ", with a reservation of Lower"),
        (Verdict.AD_REFERENDUM, ", subject to the capital of Lower"),
    ],
)
def test_how_a_text_was_adopted(script: Any, verdict: Verdict, how: str) -> None:
    script.at(1, e.VersionIssued, "mediator", version=1, clauses={})
    script.at(2, e.AdoptionOpened, "mediator", version=1)
    for party, given in (("upper", Verdict.ADOPT), ("lower", verdict)):
        script.at(3, e.AdoptionAnswered, f"{party}-head", party=party, verdict=given, text="x")
    script.at(3, e.TextAdopted, "lower-head", version=1)
    (point,) = [point for point in turning_points(script.course()) if point.kind == "adoption"]
    assert point.why == f"Version 1 of the text was adopted{how}."


def test_a_comparison_says_nothing_that_is_true_of_one_session_only(blank: Blank) -> None:
    def card(tags: int) -> Any:
        script = blank().speak(0, "mediator", 2)
        for number in range(tags):
            script.at(1 + number / 10, e.MoveTagged, seat="mediator", move=Move.OPEN_QUESTION)
        return score(script.record())

    cards = [card(1), card(3), card(2)]
    forward, back = Cohort.of(cards), Cohort.of(cards[::-1])
    assert forward == back
    (questions,) = [measure for measure in forward.measures if measure.id == "M5"]
    assert questions.caution == "Only what somebody tagged is here, and more checks late in the talks are normal."


def rated(levels: dict[str, int], units: int = 1) -> Ratings:
    """Levels by rater, on as many seats."""
    latest = tuple(
        Rating(rater, f"seat-{unit}", Dimension.D1, level, (), number)
        for unit in range(units)
        for number, (rater, level) in enumerate(levels.items(), 1 + unit * len(levels))
    )
    return Ratings(latest, (), tuple(levels), {})


def test_raters_with_too_few_shared_units_are_not_called_alike() -> None:
    assert leniency(rated({"ana": 1, "ben": 4})).reading.endswith("too few to speak of a soft or a hard hand.")
    assert leniency(rated({"ana": 3, "ben": 3}, 5)).reading.startswith("No rater with enough shared units")


def test_every_pair_of_thirty_raters_is_compared_once() -> None:
    found = divergences(rated({f"rater-{n}": 1 if n < 10 else 4 for n in range(30)}, 20))
    assert found.value == 20 * 10 * 20
    assert divergences(rated({"ana": 1, "ben": 4})).reading.startswith("1 pair of ratings lies two levels")


def test_an_agreement_is_judged_once_a_card(monkeypatch: pytest.MonkeyPatch, table: Story) -> None:
    table.do(c.TablePackage, "upper-head", terms={"hours": "shared-board", "keeper": "elder-keeps"})
    table.do(c.AnswerPackage, "lower-head", package=1, answer=Answer.ACCEPT)
    table.do(c.DeclareOutcome, "trainer", kind=OutcomeKind.AGREEMENT, package=1)
    record = Record(table.session.scenario, 1, tuple(table.happened))
    settlement = Settlement.of(Course.of(record))
    each_alone = (measure(settlement, None) for measure in agreement.MEASURES)
    apart = tuple(finding for finding in each_alone if finding is not None)
    calls: list[str] = []
    counted = criteria.COUNTED["Q1"]

    def listening(each: Agreement) -> Shown:
        calls.append("Q1")
        return counted(each)

    monkeypatch.setattr(criteria, "COUNTED", {**criteria.COUNTED, "Q1": listening})
    assert agreement.findings(settlement) == apart
    assert len(calls) == 1


def test_a_record_cut_at_any_event_gets_a_card(table: Story) -> None:
    pen = table.session.scenario.text.pen_holder[0]
    clauses = {
        name: c.ClauseDraft(option=next(iter(table.session.issues[clause.issue].board)))
        if clause.issue
        else c.ClauseDraft(wording="As appropriate.")
        for name, clause in table.session.scenario.text.clauses.items()
    }
    table.do(c.TablePackage, "upper-head", terms={"keeper": "elder-keeps"}).wait(1)
    table.do(c.AnswerPackage, "lower-head", package=1, answer=Answer.REJECT).wait(1)
    table.do(c.IssueVersion, pen, clauses=clauses).wait(1)
    table.do(c.BracketClause, "lower-head", clause="purpose", wording="now").wait(1)
    table.do(c.LiftBracket, "lower-head", clause="purpose", bracket=1, resolution=Resolution.WITHDRAWN)
    table.do(c.CloseReading, pen).do(c.PutToAdoption, pen)
    table.do(c.AnswerAdoption, "upper-head", verdict=Verdict.ADOPT)
    table.do(c.AnswerAdoption, "lower-head", verdict=Verdict.AD_REFERENDUM)
    for end in range(len(table.happened) + 1):
        card = score(Record(table.session.scenario, 1, tuple(table.happened[:end])))
        over = any(isinstance(event, e.OutcomeRecorded) for event in table.happened[:end])
        for finding in (*card.findings, *card.ratings):
            assert all(1 <= number <= end for number in finding.evidence), finding.id
            assert finding.observed or finding.value is None
            if not over and not finding.id.startswith(("outcome.", "relationship.")):
                assert "talks were over" not in finding.reading, (end, finding.reading)
                assert "talks ended" not in finding.reading, (end, finding.reading)
    assert relationship.findings(Course.of(Record(table.session.scenario, 1, ())))


def test_a_rejected_package_is_no_result_beside_an_agreement(blank: Blank) -> None:
    def card(hours: str, kind: OutcomeKind) -> Any:
        terms = {"hours": hours, "keeper": "elder-keeps"}
        script = blank().at(1, e.PackageTabled, "mediator", package=1, party="mediation", terms=terms)
        agreed = kind is OutcomeKind.AGREEMENT
        number = 1 if agreed else None
        return score(script.at(2, e.OutcomeRecorded, kind=kind, terms=terms if agreed else {}, package=number).record())

    no = card("mornings-upper", OutcomeKind.NO_AGREEMENT)
    yes = card("shared-board", OutcomeKind.AGREEMENT)
    cohort = Cohort.of([yes, no, yes])
    (value,) = [measure for measure in cohort.measures if measure.id == "outcome.value"]
    assert value.spread.seen == 2
    upper = value.details["upper",]
    assert (upper.least, upper.most) == (72.0, 72.0)
    assert any("1 of 3 sessions ended without an agreement" in said for said in cohort.cautions)
