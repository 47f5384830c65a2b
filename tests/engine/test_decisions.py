"""The nine decision rules, put through the real commands: who was there, what they said, and what it comes to.

A step is a party and a sign: `east+` agrees, `east-` refuses, `east0` abstains, `east?` agrees subject to its capital,
`east>` leaves the talks, `east)` leaves the body. What stands before the bar happens before the question is put.
"""

from typing import Any

import pytest

from roles.acts import Act
from scenarios.model import BodyRights, DecisionRule, Scenario
from simulator.engine import begin
from simulator.engine import commands as c
from simulator.engine.words import Answer, Consent, Source, Verdict
from tests.engine.story import Story, scenario

HEADS = {"east": "east-head", "west": "west-head", "island": "island-head", "camp": "camp-head", "crown": "envoy"}
CLAUSES = {"crossing": c.ClauseDraft(option="daylight"), "repair": c.ClauseDraft(option="joint")}
ANSWERS = {"+": Answer.ACCEPT, "-": Answer.REJECT, "0": Answer.ABSTAIN}
VERDICTS = {"+": Verdict.ADOPT, "-": Verdict.REFUSE, "0": Verdict.ABSTAIN, "?": Verdict.AD_REFERENDUM}


@pytest.fixture(scope="module")
def banks() -> Scenario:
    """The Ford with a fourth party that decides and a crown that guarantees and does not decide."""
    ford = scenario("ford")
    east, head, houses = ford.parties["east"], ford.seats["east-head"], ford.parties["houses"]
    parties = {
        **ford.parties,
        "camp": east.model_copy(update={"name": "Camp", "short": "Camp"}),
        "crown": houses.model_copy(update={"name": "Crown", "short": "Crown"}),
    }
    seats = {
        **ford.seats,
        "camp-head": head.model_copy(update={"party": "camp"}),
        "envoy": head.model_copy(update={"party": "crown", "archetype": "head-of-neighbour"}),
    }
    return ford.model_copy(update={"parties": parties, "seats": seats})


def meeting(banks: Scenario, **rule: Any) -> Story:
    """In the first round, with this rule for the meeting, and everybody in."""
    body = banks.bodies["meeting"].model_copy(update={"rule": DecisionRule.model_validate(rule, strict=False)})
    written = banks.model_copy(update={"bodies": {**banks.bodies, "meeting": body}})
    story = Story(begin(written, seed=1)).do(c.OpenSession, "trainer", name="Test")
    for seat in written.seats:
        story.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN, people=("Somebody",))
    story.do(c.StartClock, "trainer").wait(4).phase("round-1")
    for party in written.deciding():
        story.do(c.GiveConsent, HEADS[party], consent=Consent.IN)
    return story


def leave(story: Story, step: str) -> None:
    story.do(c.WalkOut, HEADS[step[:-1]], body="meeting" if step.endswith(")") else "")


def offer(story: Story, steps: str) -> Story:
    """Put a package that is nobody's own, and let the parties answer in turn."""
    before, _, after = steps.rpartition("|")
    for step in before.split():
        leave(story, step)
    story.do(c.TablePackage, "first", terms={"crossing": "daylight"})
    for step in after.split():
        if step[-1] in ANSWERS:
            story.do(c.AnswerPackage, HEADS[step[:-1]], package=1, answer=ANSWERS[step[-1]])
        else:
            leave(story, step)
    return story


def paper(story: Story, steps: str) -> Story:
    """Put a text to adoption, and let the parties answer in turn, as long as it is asked for."""
    before, _, after = steps.rpartition("|")
    for step in before.split():
        leave(story, step)
    story.do(c.IssueVersion, "first", clauses=CLAUSES).do(c.PutToAdoption, "first")
    for step in after.split():
        if step[-1] in VERDICTS:
            story.do(c.AnswerAdoption, HEADS[step[:-1]], verdict=VERDICTS[step[-1]])
        else:
            leave(story, step)
    return story


CONSENSUS: dict[str, Any] = {"kind": "consensus"}
MINUS_ONE: dict[str, Any] = {"kind": "consensus", "objections": 1}
UNANIMITY: dict[str, Any] = {"kind": "unanimity_of_sides"}
GUARANTEED: dict[str, Any] = {"kind": "sides_plus_guarantors", "essential": ("crown",)}
SUFFICIENT: dict[str, Any] = {"kind": "sufficient_consensus", "essential": ("east",), "needed": 3}
CROWNED: dict[str, Any] = {"kind": "sufficient_consensus", "essential": ("crown",), "needed": 2}
VETO: dict[str, Any] = {"kind": "k_of_n_with_veto_holders", "veto": ("west",), "needed": 3}
CROWN_VETO: dict[str, Any] = {"kind": "k_of_n_with_veto_holders", "veto": ("crown",), "needed": 3}
MAJORITY: dict[str, Any] = {"kind": "majority"}
PAIR: dict[str, Any] = {"kind": "majority", "parties": ("east", "west")}
SILENCE: dict[str, Any] = {"kind": "silence", "minutes": 5}
CHAIR: dict[str, Any] = {"kind": "chair_declares"}
CAPITALS: dict[str, Any] = {"kind": "ad_referendum", "minutes": 5}

AGREED, REJECTED, OPEN = "agreed", "rejected", "tabled"
ADOPTED, FAILED, ASKED, NOT_PUT = "adopted", "failed", "in_adoption", "not put"

TABLE: tuple[tuple[str, dict[str, Any], str, str, str], ...] = (
    ("consensus: all agree", CONSENSUS, "east+ west+ island+ camp+", AGREED, ADOPTED),
    ("consensus: an abstention is no objection", CONSENSUS, "east+ west0 island+ camp+", AGREED, ADOPTED),
    ("consensus: who is silent is waited for", CONSENSUS, "east+ west+ island+", OPEN, ASKED),
    ("consensus: one objection is enough", CONSENSUS, "east+ west-", REJECTED, FAILED),
    ("consensus: who had left the talks is not asked", CONSENSUS, "west> | east+ island+ camp+", AGREED, ADOPTED),
    ("consensus: who had left the body is not asked", CONSENSUS, "west) | east+ island+ camp+", AGREED, ADOPTED),
    ("consensus: leaving while asked for a text refuses it", CONSENSUS, "| east+ island+ west>", OPEN, FAILED),
    ("consensus: leaving the body does so too", CONSENSUS, "| east+ island+ west)", OPEN, FAILED),
    ("minus one: one objection is borne", MINUS_ONE, "east- west+ island+ camp+", AGREED, ADOPTED),
    ("minus one: two are not", MINUS_ONE, "east- west-", REJECTED, FAILED),
    ("minus one: an abstention is none of them", MINUS_ONE, "east- west0 island+ camp+", AGREED, ADOPTED),
    ("minus one: everybody is heard", MINUS_ONE, "east- west+ island+", OPEN, ASKED),
    ("minus one: who leaves is the one", MINUS_ONE, "| west> east+ island+ camp+", AGREED, ADOPTED),
    ("minus one: who leaves counts for a text", MINUS_ONE, "| west> east-", OPEN, FAILED),
    ("unanimity: all agree", UNANIMITY, "east+ west+ island+ camp+", AGREED, ADOPTED),
    ("unanimity: an abstention is not agreement", UNANIMITY, "east+ west0", REJECTED, FAILED),
    ("unanimity: who is silent is waited for", UNANIMITY, "east+ west+ island+", OPEN, ASKED),
    ("unanimity: a refusal", UNANIMITY, "west-", REJECTED, FAILED),
    ("unanimity: who has left has not agreed", UNANIMITY, "west> | east+ island+ camp+", OPEN, NOT_PUT),
    ("unanimity: nor who has left the body", UNANIMITY, "west) | east+ island+ camp+", OPEN, NOT_PUT),
    ("unanimity: leaving while asked", UNANIMITY, "east+ west>", OPEN, FAILED),
    ("guarantors: all and the crown", GUARANTEED, "east+ west+ island+ camp+ crown+", AGREED, ADOPTED),
    ("guarantors: without a word of the crown", GUARANTEED, "east+ west+ island+ camp+", OPEN, ASKED),
    ("guarantors: the crown refuses", GUARANTEED, "crown-", REJECTED, FAILED),
    ("guarantors: the crown abstains", GUARANTEED, "crown0", REJECTED, FAILED),
    ("guarantors: a side abstains", GUARANTEED, "crown+ east0", REJECTED, FAILED),
    ("guarantors: a side has left", GUARANTEED, "east) | crown+ west+ island+ camp+", OPEN, NOT_PUT),
    ("sufficient: the essential one and two more", SUFFICIENT, "east+ west+ island+", AGREED, ADOPTED),
    ("sufficient: three without the essential one", SUFFICIENT, "camp+ west+ island+", OPEN, ASKED),
    ("sufficient: the essential one refuses", SUFFICIENT, "west+ east-", REJECTED, FAILED),
    ("sufficient: the essential one abstains", SUFFICIENT, "west+ east0", REJECTED, FAILED),
    ("sufficient: one refusal is borne", SUFFICIENT, "west- east+ island+ camp+", AGREED, ADOPTED),
    ("sufficient: two are too many", SUFFICIENT, "west- island0", REJECTED, FAILED),
    ("sufficient: one has left", SUFFICIENT, "west> | east+ island+ camp+", AGREED, ADOPTED),
    ("sufficient: the essential one has left", SUFFICIENT, "east> | west+ island+ camp+", OPEN, NOT_PUT),
    ("sufficient: a guarantor that does not decide", CROWNED, "crown+ east+ west+", AGREED, ADOPTED),
    ("sufficient: and does not count among the two", CROWNED, "crown+ east+", OPEN, ASKED),
    ("sufficient: two without the guarantor", CROWNED, "east+ west+ island+", OPEN, ASKED),
    ("sufficient: the guarantor refuses", CROWNED, "east+ crown-", REJECTED, FAILED),
    ("veto: three, the holder among them", VETO, "east+ west+ island+", AGREED, ADOPTED),
    ("veto: the holder is silent and waited for", VETO, "east+ island+ camp+", OPEN, ASKED),
    ("veto: the holder refuses", VETO, "east+ island+ camp+ west-", REJECTED, FAILED),
    ("veto: the holder abstains and does not use it", VETO, "east+ island+ camp+ west0", AGREED, ADOPTED),
    ("veto: the holder had left and has not used it", VETO, "west> | east+ island+ camp+", AGREED, ADOPTED),
    ("veto: the holder had left the body", VETO, "west) | east+ island+ camp+", AGREED, ADOPTED),
    ("veto: the holder leaves while asked for a text", VETO, "east+ west>", OPEN, FAILED),
    ("veto: too few are left", VETO, "east- island0", REJECTED, FAILED),
    ("veto: a holder that does not decide, silent", CROWN_VETO, "east+ west+ island+ camp+", OPEN, ASKED),
    ("veto: a holder that does not decide, abstaining", CROWN_VETO, "crown0 east+ west+ island+", AGREED, ADOPTED),
    ("veto: a holder that does not decide, agreeing", CROWN_VETO, "crown+ east+ west+", OPEN, ASKED),
    ("veto: a holder that does not decide, refusing", CROWN_VETO, "east+ crown-", REJECTED, FAILED),
    ("majority: three of four", MAJORITY, "east+ west+ island+", AGREED, ADOPTED),
    ("majority: a tie is no majority", MAJORITY, "east+ west+ island- camp-", REJECTED, FAILED),
    ("majority: abstentions are not yes", MAJORITY, "east+ west+ island0 camp0", REJECTED, FAILED),
    ("majority: who is silent may still decide it", MAJORITY, "east+ west+ island-", OPEN, ASKED),
    ("majority: who has left counts among all", MAJORITY, "camp> | east+ west+ island+", AGREED, ADOPTED),
    ("majority: two have left", MAJORITY, "camp> island) | east+ west+", OPEN, NOT_PUT),
    ("majority: leaving while asked", MAJORITY, "| east- west)", OPEN, FAILED),
    ("named parties: both", PAIR, "east+ west+", AGREED, ADOPTED),
    ("named parties: a tie", PAIR, "east+ west-", REJECTED, FAILED),
    ("silence: everybody says yes before", SILENCE, "east+ west+ island+ camp+", AGREED, ADOPTED),
    ("silence: an objection breaks it", SILENCE, "east+ west-", REJECTED, FAILED),
    ("silence: an abstention does not", SILENCE, "east+ west0 island+ camp+", OPEN, ASKED),
    ("silence: who has left has objected", SILENCE, "west> | east+", OPEN, NOT_PUT),
    ("silence: leaving breaks it", SILENCE, "east+ west)", OPEN, FAILED),
    ("chair: answers alone decide nothing", CHAIR, "east+ west+ island+ camp+", OPEN, "declared"),
    ("capitals: all agree", CAPITALS, "east+ west+ island+ camp+", AGREED, ADOPTED),
    ("capitals: an abstention is not agreement", CAPITALS, "east+ west0", REJECTED, FAILED),
    ("capitals: who has left has not agreed", CAPITALS, "west> | east+ island+ camp+", OPEN, NOT_PUT),
)


@pytest.mark.parametrize(("rule", "steps", "state"), [(r, s, p) for _, r, s, p, _ in TABLE], ids=[t[0] for t in TABLE])
def test_packages(banks: Scenario, rule: dict[str, Any], steps: str, state: str) -> None:
    assert offer(meeting(banks, **rule), steps).session.packages[1].state == state


TEXTS = [row for row in TABLE if row[4] not in (NOT_PUT, "declared")]
NOT_PUTS = [row for row in TABLE if row[4] == NOT_PUT]


@pytest.mark.parametrize(("rule", "steps", "state"), [(r, s, t) for _, r, s, _, t in TEXTS], ids=[t[0] for t in TEXTS])
def test_texts(banks: Scenario, rule: dict[str, Any], steps: str, state: str) -> None:
    assert paper(meeting(banks, **rule), steps).session.text.state == state


@pytest.mark.parametrize(("rule", "steps"), [(r, s) for _, r, s, *_ in NOT_PUTS], ids=[t[0] for t in NOT_PUTS])
def test_a_text_is_not_put_where_who_must_agree_has_left(banks: Scenario, rule: dict[str, Any], steps: str) -> None:
    story = meeting(banks, **rule)
    for step in steps.partition("|")[0].split():
        leave(story, step)
    story.do(c.IssueVersion, "first", clauses=CLAUSES).when(c.PutToAdoption, "first").refuses("PARTY-AWAY")


# -- who has no say ---------------------------------------------------------------------------------------------------

NO_SAY = (CONSENSUS, UNANIMITY, SUFFICIENT, VETO, MAJORITY, SILENCE, CHAIR, CAPITALS)


@pytest.mark.parametrize("rule", NO_SAY, ids=[str(rule["kind"]) for rule in NO_SAY])
def test_who_does_not_decide_answers_nothing(banks: Scenario, rule: dict[str, Any]) -> None:
    story = meeting(banks, **rule).do(c.TablePackage, "first", terms={"crossing": "daylight"})
    story.when(c.AnswerPackage, "envoy", package=1, answer="reject").refuses("HEAD-ONLY")
    story.when(c.AnswerPackage, "teacher", package=1, answer="reject").refuses("NO-RIGHT")
    if rule is CHAIR:
        return
    story.do(c.IssueVersion, "first", clauses=CLAUSES).do(c.PutToAdoption, "first")
    story.when(c.AnswerAdoption, "envoy", verdict=Verdict.REFUSE).refuses("HEAD-ONLY")
    story.when(c.AnswerAdoption, "teacher", verdict=Verdict.REFUSE).refuses("NO-RIGHT")
    story.when(c.AnswerAdoption, "east-herder", verdict=Verdict.REFUSE).refuses("NO-RIGHT")
    assert story.session.text.state == ASKED


@pytest.mark.parametrize("rule", NO_SAY, ids=[str(rule["kind"]) for rule in NO_SAY])
def test_the_head_of_a_side_that_only_observes_has_no_say(banks: Scenario, rule: dict[str, Any]) -> None:
    watching = banks.bodies["meeting"].model_copy(update={"observers": ("teacher", "camp-head")})
    story = meeting(banks.model_copy(update={"bodies": {**banks.bodies, "meeting": watching}}), **rule)
    story.do(c.TablePackage, "first", terms={"crossing": "daylight"})
    story.when(c.AnswerPackage, "camp-head", package=1, answer="reject").refuses("NO-SAY")
    if rule is not CHAIR:
        story.do(c.IssueVersion, "first", clauses=CLAUSES).do(c.PutToAdoption, "first")
        story.when(c.AnswerAdoption, "camp-head", verdict=Verdict.REFUSE).refuses("NO-SAY")


def test_a_role_that_a_body_lets_answer_still_needs_a_say(banks: Scenario) -> None:
    rights = {"civil-society": BodyRights(may=(Act.ANSWER_PACKAGE,))}
    body = banks.bodies["meeting"].model_copy(update={"rights": rights, "observers": ()})
    story = meeting(banks.model_copy(update={"bodies": {**banks.bodies, "meeting": body}}), **SILENCE)
    story.do(c.TablePackage, "first", terms={"crossing": "daylight"})
    story.when(c.AnswerPackage, "teacher", package=1, answer="reject").refuses("HEAD-ONLY")


def test_parties_that_the_rule_does_not_name_have_no_say(banks: Scenario) -> None:
    story = offer(meeting(banks, **PAIR), "east+")
    story.when(c.AnswerPackage, "camp-head", package=1, answer="reject").refuses("NO-SAY")


# -- the clock --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "code", "state"), [(-1, None, FAILED), (0, "TOO-LATE", ADOPTED), (1, "TOO-LATE", ADOPTED)]
)
def test_silence_is_broken_before_its_deadline(banks: Scenario, seconds: int, code: str | None, state: str) -> None:
    story = paper(meeting(banks, **SILENCE), "east+").wait(5 + seconds / 60)
    story.when(c.AnswerAdoption, "west-head", verdict=Verdict.REFUSE)
    if code is not None:
        story.refuses(code)
    story.tick(0)
    assert story.session.text.state == state


@pytest.mark.parametrize(("seconds", "state"), [(-1, ASKED), (0, ADOPTED), (1, ADOPTED)])
def test_silence_runs_out_at_its_deadline(banks: Scenario, seconds: int, state: str) -> None:
    story = paper(meeting(banks, **SILENCE), "west0").tick(5 + seconds / 60)
    assert story.session.text.state == state


def test_nobody_without_a_say_breaks_a_silence(banks: Scenario) -> None:
    story = paper(meeting(banks, **SILENCE), "")
    for seat in ("teacher", "monitor", "envoy", "first"):
        story.when(c.AnswerAdoption, seat, verdict=Verdict.REFUSE)
        assert story.refused is not None
    assert story.tick(5).session.text.state == ADOPTED


# -- capitals ---------------------------------------------------------------------------------------------------------


def test_a_capital_agrees_in_time(banks: Scenario) -> None:
    story = paper(meeting(banks, **CAPITALS), "east? west+ island+ camp?")
    assert story.session.text.state == "ad_referendum"
    story.do(c.AnswerReferral, "trainer", party="east", agrees=True).wait(4)
    assert story.session.text.state == "ad_referendum"
    story.do(c.AnswerReferral, "trainer", party="camp", agrees=True)
    assert story.session.text.state == ADOPTED


def test_a_capital_refuses(banks: Scenario) -> None:
    story = paper(meeting(banks, **CAPITALS), "east? west+ island+ camp?")
    story.do(c.AnswerReferral, "trainer", party="east", agrees=False)
    assert story.session.text.state == FAILED


@pytest.mark.parametrize(("unanswered", "state"), [("refuses", FAILED), ("agrees", ADOPTED)])
@pytest.mark.parametrize("seconds", [-1, 0, 1])
def test_a_capital_that_never_answers(banks: Scenario, unanswered: str, state: str, seconds: int) -> None:
    story = paper(meeting(banks, **CAPITALS, unanswered=unanswered), "east? west+ island+ camp+")
    story.tick(5 + seconds / 60)
    assert story.session.text.state == ("ad_referendum" if seconds < 0 else state)


@pytest.mark.parametrize(("seconds", "code"), [(-1, None), (0, "TOO-LATE"), (1, "TOO-LATE")])
def test_a_capital_that_answers_late(banks: Scenario, seconds: int, code: str | None) -> None:
    story = paper(meeting(banks, **CAPITALS), "east? west+ island+ camp+").wait(5 + seconds / 60)
    story.when(c.AnswerReferral, "trainer", party="east", agrees=True)
    if code is not None:
        story.refuses(code)
    assert story.tick().session.text.state == (ADOPTED if code is None else FAILED)


def test_only_exercise_control_answers_as_a_capital(banks: Scenario) -> None:
    story = paper(meeting(banks, **CAPITALS), "east? west+ island+ camp+")
    story.when(c.AnswerReferral, "east-head", party="east", agrees=True).refuses("CONTROL-ONLY")
    story.when(c.AnswerReferral, "trainer", party="west", agrees=True).refuses("NOT-REFERRED")


def test_ad_referendum_is_a_yes_under_other_rules(banks: Scenario) -> None:
    story = paper(meeting(banks, **CONSENSUS), "east? west+ island+ camp+")
    assert story.session.text.state == ADOPTED
    assert story.outcome.parties == ("east",)


# -- the chair declares -----------------------------------------------------------------------------------------------


def test_the_chair_declares_what_is_agreed(banks: Scenario) -> None:
    story = offer(meeting(banks, **CHAIR), "east+ west-")
    story.when(c.DeclareOutcome, "first", kind="agreement", package=1).then("package_agreed", "outcome_recorded")


def test_where_the_chair_declares_a_text_is_adopted_as_it_is_put(banks: Scenario) -> None:
    story = meeting(banks, **CHAIR).do(c.IssueVersion, "first", clauses=CLAUSES)
    story.when(c.PutToAdoption, "first").then("reading_closed", "adoption_opened", "text_adopted", "outcome_recorded")


# -- agendas follow the rule of their body ----------------------------------------------------------------------------

AGENDAS = (
    (CONSENSUS, "east+ west+ island+ camp+", True),
    (CONSENSUS, "east+ west+ island+", False),
    (MINUS_ONE, "east+ west- island+ camp+", True),
    (MINUS_ONE, "east+ west- island+ camp-", False),
    (UNANIMITY, "east+ west+ island+ camp-", False),
    (GUARANTEED, "east+ west+ island+ camp+ crown+", True),
    (SUFFICIENT, "east+ west+ island- camp+", True),
    (VETO, "east+ island+ camp+ west-", False),
    (MAJORITY, "east+ west- island+ camp+", True),
    (SILENCE, "east+ west+ island+ camp+", True),
    (CHAIR, "east+ west+ island+ camp+", False),
    (CAPITALS, "east+ west+ island+ camp+", True),
)


@pytest.mark.parametrize(("rule", "steps", "stands"), AGENDAS)
def test_agendas(banks: Scenario, rule: dict[str, Any], steps: str, stands: bool) -> None:
    story = meeting(banks, **rule).do(c.ProposeAgenda, "first", issues=("name", "crossing"))
    for step in steps.split():
        if step.endswith("+"):
            story.do(c.AdoptAgenda, HEADS[step[:-1]])
        else:
            story.do(c.ObjectToItem, HEADS[step[:-1]], item="name", reason="Not that name.")
    assert (story.session.agenda.adopted is not None) == stands
