"""The moments worth talking about: few, in order, of many kinds."""

from collections import Counter
from random import Random
from typing import Any

import pytest

from scenarios.model import Pulse
from scoring.moments import MOST, WEIGHT, Turned, TurningPoint, turning_points
from simulator.engine import events as e
from simulator.engine.commands import ClauseDraft
from simulator.engine.words import Cause, Consent, OutcomeKind, Resolution, Source


def kinds(script: Any) -> list[tuple[Turned, float]]:
    return [(point.kind, point.minute) for point in turning_points(script.course())]


def walk_out(script: Any, minute: float, party: str) -> Any:
    script.at(minute, e.PartyWalkedOut, f"{party}-head", party=party)
    return script.at(minute, e.ConsentChanged, f"{party}-head", party=party, consent=Consent.SUSPENDED)


def test_nothing_happened(script: Any) -> None:
    assert turning_points(script.course()) == ()


def test_each_kind_once_when_there_is_room(script: Any) -> None:
    script.at(1, e.ConsentChanged, "upper-head", party="upper", consent=Consent.IN)
    script.tell(3, "upper.school", "upper-head", "mediator")
    script.at(4, e.InterestRelayed, "mediator", interest="upper.school", to=("lower-head",), breach=True)
    walk_out(script, 5, "upper").at(7, e.PartyReturned, "upper-head", party="upper")
    script.at(7, e.ConsentChanged, "upper-head", party="upper", consent=Consent.IN)
    script.at(8, e.InjectMissed, inject="market-moved")
    script.at(9, e.VersionIssued, "mediator", version=1, clauses={})
    script.at(10, e.ConsentChanged, "upper-head", party="upper", consent=Consent.CONDITIONAL)
    assert kinds(script) == [
        (Turned.FIRST_INTEREST, 3.0),
        (Turned.BREACH, 4.0),
        (Turned.WALK_OUT, 5.0),
        (Turned.RETURN, 7.0),
        (Turned.INJECT_MISSED, 8.0),
        (Turned.FIRST_VERSION, 9.0),
        (Turned.CONSENT_DROP, 10.0),
    ]
    points = turning_points(script.course())
    assert all(point.why.endswith(".") and point.ask.endswith("?") for point in points)
    assert points[4].why == "The response that the event “The market comes early” asked for did not come in time."


def test_the_best_offer_that_lay_open_to_a_side(script: Any) -> None:
    """What a side asks for itself is no offer to it: the best open ones are

    minute  tabled            to Upper   to Lower
    3       1 by Upper        none       5
    4       2 by Lower        0          5
    5       3 by the team     72         70
    6       3 is rejected     0          5         (2 and 1 are still open)
    7       4 by the team     84         35
    """
    script.offer(3, 1, "upper-head", hours="mornings-upper", keeper="upper-keeps")  # 100, 5
    script.offer(4, 2, "lower-head", hours="mornings-lower", keeper="lower-keeps")  # 0, 100
    script.offer(5, 3, "mediator", True, hours="shared-board", keeper="elder-keeps")  # 72, 70
    (swing,) = turning_points(script.course())
    assert (swing.kind, swing.minute, swing.number, swing.weight) == (Turned.SWING, 5.0, 5, 1.0)
    assert swing.why == (
        "The best offer of others to Upper rose from 0 to 72 points with package 3 of Team; "
        "its best and worst are 100 apart."
    )
    after = turning_points(script.at(6, e.PackageRejected, "lower-head", package=3).course())
    assert [(point.kind, point.number) for point in after] == [(Turned.SWING, 5), (Turned.PACKAGE_DECIDED, 6)]
    again = script.offer(7, 4, "mediator", True, hours="mornings-upper", keeper="elder-keeps")  # 84, 35
    second = points_of(again, Turned.SWING)[1]
    assert "to Upper rose from 0 to 84 points with package 4 of Team" in second.why


def test_what_a_side_asks_for_itself_is_no_swing(script: Any) -> None:
    script.offer(3, 1, "upper-head", hours="mornings-upper", keeper="upper-keeps")
    script.offer(4, 2, "lower-head", hours="mornings-lower", keeper="lower-keeps")
    assert kinds(script) == []


def test_a_small_swing_weighs_little(script: Any) -> None:
    script.offer(3, 1, "lower-head", hours="shared-board", keeper="elder-keeps")  # 72 to Upper
    script.offer(4, 2, "lower-head", hours="mornings-upper", keeper="elder-keeps")  # 84 to Upper
    (swing,) = turning_points(script.course())
    assert swing.weight == pytest.approx(12 / 50)


def test_packages_that_are_worth_the_same_do_not_swing(script: Any) -> None:
    for number, seat in enumerate(("upper-head", "lower-head"), 1):
        script.offer(number, number, seat, hours="shared-board", keeper="elder-keeps")
    assert kinds(script) == []


def test_an_event_that_the_trainer_found_answered_is_no_moment(script: Any) -> None:
    script.at(8, e.InjectMissed, inject="market-moved").end(18, OutcomeKind.NO_AGREEMENT)
    assert kinds(script.at(19, e.InjectMarked, inject="market-moved", met=True)) == []


def test_there_are_at_most_two_of_a_kind_and_the_order_is_time(script: Any) -> None:
    for minute in range(2, 14):
        walk_out(script, minute, "upper")
    script.at(14, e.PackageRejected, "lower-head", package=1).offer(1, 1, "upper-head", hours="shared-board")
    script.at(15, e.VersionIssued, "mediator", version=1, clauses={}).at(16, e.AdoptionFailed, "lower-head", version=1)
    found = kinds(script)
    assert len(found) == 5 < MOST
    assert found == sorted(found, key=lambda entry: entry[1])
    assert {kind for kind, _ in found} >= {Turned.PACKAGE_DECIDED, Turned.ADOPTION, Turned.FIRST_VERSION}
    assert [kind for kind, _ in found].count(Turned.WALK_OUT) == 2


def points_of(script: Any, kind: Turned) -> list[TurningPoint]:
    return [point for point in turning_points(script.course()) if point.kind is kind]


def test_a_key_interest_comes_before_one_that_was_told_earlier(script: Any) -> None:
    script.tell(2, "lower.thefts", "lower-head", "mediator").tell(5, "upper.school", "upper-head", "mediator")
    (first,) = points_of(script, Turned.FIRST_INTEREST)
    assert (first.minute, first.weight) == (5.0, WEIGHT["the first key interest"])
    assert first.why == "Upper told an interest that it had kept hidden, the first key interest to be told."


def test_another_interest_counts_where_no_key_one_was_told(script: Any) -> None:
    script.tell(1, "upper.herds", "upper-head", "mediator")  # open
    (first,) = points_of(script.tell(2, "lower.thefts", "lower-head", "mediator"), Turned.FIRST_INTEREST)
    assert (first.minute, first.weight) == (2.0, WEIGHT["the first other interest"])


def test_an_interest_is_understood_by_a_side_and_not_by_the_mediators(script: Any) -> None:
    script.tell(2, "upper.school", "upper-head", "mediator", "lower-head")
    script.at(3, e.InterestAcknowledged, "mediator", interest="upper.school", party="mediation")
    script.at(6, e.InterestAcknowledged, "lower-head", interest="upper.school", party="lower")
    (found,) = points_of(script, Turned.ACKNOWLEDGED)
    assert found.minute == 6.0
    assert found.why == "Lower said that it understood what Upper had kept back, 4 minutes after it was told."


def test_consent_that_rises_without_a_return(script: Any) -> None:
    for minute, consent in ((1, Consent.CONDITIONAL), (4, Consent.IN)):
        script.at(minute, e.ConsentChanged, "upper-head", party="upper", consent=consent)
    (rise,) = turning_points(script.course())
    assert (rise.kind, rise.minute, rise.weight) == (Turned.CONSENT_RISE, 4.0, 0.5)  # one of two steps


def test_a_return_weighs_by_how_long_the_talks_waited(script: Any) -> None:
    walk_out(script, 5, "upper").at(9, e.PartyReturned, "upper-head", party="upper")
    (back,) = points_of(script, Turned.RETURN)
    assert (back.weight, back.why) == (0.8, "Upper came back after 4 minutes.")  # of the five minutes of grace


def test_brackets_that_fall_and_jump(script: Any) -> None:
    """Three articles, so that one and a half brackets are a large change.

    9, 10: +2 (a jump by minute 10); 12: -1; 23: -1, after a pause of more than ten minutes.
    """
    script.at(8, e.VersionIssued, "mediator", version=1, clauses={"hours": ClauseDraft(option="mornings-upper")})
    for minute, seat, number in ((9, "upper-head", 1), (10, "lower-head", 2)):
        party = seat.partition("-")[0]
        script.at(minute, e.ClauseBracketed, seat, clause="hours", bracket=number, party=party, wording="No.")
    for minute, number in ((12, 1), (23, 2)):
        script.at(
            minute, e.BracketLifted, "upper-head", clause="hours", bracket=number, resolution=Resolution.WITHDRAWN
        )
    jump, fall = points_of(script, Turned.BRACKETS)
    assert (jump.minute, jump.weight, jump.why) == (10.0, 1.0, "Open brackets rose from 0 to 2 in 1 minute.")
    assert (fall.minute, fall.weight, fall.why) == (12.0, 0.6667, "Open brackets fell from 2 to 1.")


@pytest.fixture
def pulsed(script: Any) -> Any:
    """The Well with two self-reports in play that ask the same."""
    items = {"heard": "The others understood", "fair": "The process was fair"}
    raw = {name: {"name": name, "minute": minute, "items": items} for name, minute in (("one", 5), ("two", 15))}
    pulses = {name: Pulse.model_validate(each) for name, each in raw.items()}
    script.scenario = script.scenario.model_copy(update={"pulses": pulses})
    return script


def answer(script: Any, minute: float, pulse: str, scores: list[int]) -> None:
    script.at(minute, e.PulseOpened, pulse=pulse)
    for seat, score in zip(script.scenario.seats, scores, strict=False):
        script.at(minute + 1, e.PulseAnswered, seat, pulse=pulse, answers={"heard": score, "fair": score})


def test_trust_that_falls_between_two_self_reports(pulsed: Any) -> None:
    answer(pulsed, 5, "one", [6, 6, 5, 5])  # mean 5.5
    answer(pulsed, 15, "two", [4, 4, 5, 5])  # mean 4.5
    (fall,) = points_of(pulsed, Turned.PULSE)
    assert (fall.minute, fall.weight) == (15.0, 0.5)  # one of two steps
    assert fall.why == "Everybody's mean fell by 1.0 of 6 steps over 2 statements since the self-report before."
    assert isinstance(pulsed.course().moments[fall.number - 1].event, e.PulseOpened)


def test_three_answers_are_too_few(pulsed: Any) -> None:
    answer(pulsed, 5, "one", [7, 7, 7, 7])
    answer(pulsed, 15, "two", [1, 1, 1])
    assert turning_points(pulsed.course()) == ()


def test_stand_ins_feel_nothing(pulsed: Any) -> None:
    for seat in pulsed.scenario.seats:
        pulsed.at(0, e.SeatCast, seat=seat, source=Source.STAND_IN)
    answer(pulsed, 5, "one", [7, 7, 7, 7])
    answer(pulsed, 15, "two", [1, 1, 1, 1])
    assert turning_points(pulsed.course()) == ()


def test_shocks_answered_or_not(script: Any) -> None:
    script.end(20, OutcomeKind.AGREEMENT)
    script.at(21, e.ShockThrown, shock="unpaid", cause=Cause.AUTOMATIC)
    script.at(22, e.ShockThrown, shock="incident", cause=Cause.BY_HAND)
    script.at(23, e.ShockAnswered, "upper-head", shock="incident", clause="keeper", who="The elder")
    unanswered, answered = turning_points(script.course())
    assert (unanswered.minute, unanswered.weight, answered.minute, answered.weight) == (21.0, 1.0, 22.0, 0.5)
    assert answered.why == "The shock “incident” came, and “The key” was named as the answer."


def test_an_event_that_was_missed_weighs_more_when_another_followed(script: Any) -> None:
    script.at(8, e.InjectMissed, inject="market-moved")
    assert points_of(script, Turned.INJECT_MISSED)[0].weight == WEIGHT["an event missed"]
    script.at(8, e.InjectSent, inject="children-waiting", cause=Cause.CONTINGENCY, to=("upper-head",))
    (missed,) = points_of(script, Turned.INJECT_MISSED)
    assert missed.weight == WEIGHT["an event missed, and another one sent for it"]


def test_packages_weigh_by_the_issues_that_they_settle(script: Any) -> None:
    script.offer(3, 1, "upper-head", hours="shared-board").at(4, e.PackageAgreed, "lower-head", package=1)
    (agreed,) = turning_points(script.course())
    assert (agreed.weight, agreed.why) == (0.45, "Package 1, on 1 of 2 issues, was agreed.")


def test_the_heaviest_eight_stay(script: Any) -> None:
    """Ten moments of six kinds: two refused packages (0.4) and the first version (0.4) weigh least."""
    walk_out(script, 1, "upper").at(3.5, e.PartyReturned, "upper-head", party="upper")  # 1, 0.5
    walk_out(script, 5, "lower").at(9, e.PartyReturned, "lower-head", party="lower")  # 1, 0.8
    script.tell(10, "upper.school", "upper-head", "mediator")  # 0.9
    script.at(10.5, e.InterestRelayed, "mediator", interest="upper.school", to=("lower-head",), breach=True)  # 1
    script.at(11, e.VersionIssued, "mediator", version=1, clauses={})  # 0.4
    for number, minute in ((1, 12), (2, 13)):
        script.offer(minute, number, "mediator", True, hours="shared-board", keeper="elder-keeps")
        script.at(minute + 0.5, e.PackageRejected, "lower-head", package=number)  # 0.4
    script.at(15, e.AdoptionFailed, "lower-head", version=1).at(16, e.TextAdopted, "lower-head", version=1)  # 0.75, 1
    found = turning_points(script.course())
    assert len(found) == MOST
    assert sorted(point.weight for point in found) == [0.5, 0.75, 0.8, 0.9, 1.0, 1.0, 1.0, 1.0]
    assert {point.kind for point in found}.isdisjoint({Turned.FIRST_VERSION, Turned.PACKAGE_DECIDED})
    assert all(0 <= point.weight <= 1 for point in found)


@pytest.mark.parametrize("seed", range(20))
def test_whatever_happens_the_moments_are_few_in_order_and_weighed(script: Any, seed: int) -> None:
    chance = Random(seed)
    well = script.scenario
    for minute in range(1, 40):
        seat = chance.choice(("upper-head", "lower-head", "mediator"))
        party = well.seats[seat].party
        match chance.randrange(7):
            case 0:
                script.at(minute, e.PartyWalkedOut, seat, party=party)
            case 1:
                script.at(minute, e.PartyReturned, seat, party=party)
            case 2:
                script.at(minute, e.ConsentChanged, seat, party=party, consent=chance.choice(list(Consent)))
            case 3:
                interest = chance.choice(("upper.school", "upper.herds", "lower.thefts"))
                to = ("mediator", "engineer")
                script.at(minute, e.InterestRelayed, seat, interest=interest, to=to, breach=chance.random() < 0.5)
            case 4:
                terms = {name: chance.choice(list(issue.options)) for name, issue in well.issues.items()}
                script.offer(minute, minute, seat, party == "mediation", **terms)
                answered = chance.choice((e.PackageAgreed, e.PackageRejected, e.PackageWithdrawn))
                script.at(minute + 0.5, answered, seat, package=minute)
            case 5:
                script.tell(minute, "upper.school", "upper-head", "mediator", "lower-head")
                script.at(minute, e.InterestAcknowledged, "lower-head", interest="upper.school", party="lower")
            case _:
                script.at(minute, e.InjectMissed, inject="market-moved")
    course = script.course()
    found = turning_points(course)
    assert found == turning_points(course)
    assert 0 < len(found) <= MOST
    assert [point.number for point in found] == sorted({point.number for point in found})
    assert max(Counter(point.kind for point in found).values()) <= 2
    assert all(0 <= point.weight <= 1 for point in found)
    assert all(course.moments[point.number - 1].phase == point.phase for point in found)
