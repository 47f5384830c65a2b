"""The moments worth talking about: few, in order, of many kinds."""

from typing import Any

from scoring.moments import MOST, Turned, turning_points
from simulator.engine import events as e
from simulator.engine.words import Consent, OutcomeKind


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
    assert points[4].why == "Nobody answered the event “The market comes early” in time."


def test_the_largest_swing_of_the_standing_package(script: Any) -> None:
    script.offer(3, 1, "upper-head", hours="mornings-upper", keeper="upper-keeps")  # 100, 5
    script.offer(4, 2, "lower-head", hours="mornings-lower", keeper="lower-keeps")  # 0, 100
    script.offer(5, 3, "mediator", True, hours="shared-board", keeper="elder-keeps")  # 72, 70
    (swing,) = turning_points(script.course())
    assert (swing.kind, swing.minute) == (Turned.SWING, 4.0)
    assert "-100 points for Upper" in swing.why


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
