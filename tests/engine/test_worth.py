"""The score sheet: what options are worth together is counted, and known only where all of them are."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.model import Linear, Peak, Scenario, Step
from simulator.engine import TRAINER, Session, begin, view
from simulator.engine import commands as c
from simulator.engine.view import WorthView
from simulator.engine.words import Consent, Source
from tests.conformance.discretion import assert_nothing_leaks
from tests.conformance.table import Table
from tests.engine.story import Story, scenario


@pytest.fixture(scope="session")
def levy() -> Scenario:
    """The smallest case with curves, a range and linkages; only the harbour knows that both may read the books."""
    return scenario("levy")


@pytest.fixture
def talking(levy: Scenario) -> Story:
    """In the talks, both sides in."""
    story = Story(begin(levy, seed=1)).do(c.OpenSession, "trainer", name="Test")
    for seat in levy.seats:
        story.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN, people=("Somebody",))
    story.do(c.StartClock, "trainer").wait(4).phase("talks")
    story.do(c.GiveConsent, "harbour-head", consent=Consent.IN)
    return story.do(c.GiveConsent, "fishers-head", consent=Consent.IN)


def sheet(session: Session, seat: str) -> WorthView:
    found = view(session, seat).worth
    assert found is not None
    return found


def test_a_linkage_shows_with_the_last_of_its_options(talking: Story) -> None:
    assert sheet(talking.session, "fishers-head").linkages == ()
    assert "both-read" not in sheet(talking.session, "fishers-head").issues["books"].points
    talking.do(c.ProposeOption, "harbour-head", issue="books", option="both-read")
    (link,) = sheet(talking.session, "fishers-head").linkages
    assert (dict(link.options), link.points) == ({"levy": "at-20", "books": "both-read"}, 8)
    assert _control(talking)["fishers"].linkages == (link,)


def _control(story: Story) -> dict[str, WorthView]:
    control = view(story.session, TRAINER).control
    assert control is not None
    return dict(control.worth)


def test_only_the_own_linkages_show(talking: Story) -> None:
    talking.do(c.ProposeOption, "harbour-head", issue="books", option="both-read")
    (own,) = sheet(talking.session, "harbour-head").linkages
    assert (dict(own.options), own.points) == ({"levy": "at-10", "start": "next-year"}, -10)
    assert "'at-20', 'books'" not in repr(view(talking.session, "harbour-head"))
    assert "points=8" not in repr(view(talking.session, "harbour-head"))
    assert view(talking.session, "mediator").worth is None
    for points in (8, -10):
        assert f"points={points})" not in repr(view(talking.session, "mediator"))


def test_curves_show_to_their_party(talking: Story) -> None:
    fishers, harbour = (sheet(talking.session, seat).issues for seat in ("fishers-head", "harbour-head"))
    assert fishers["levy"].curve == Peak(best=10, worst=(-10, 40))
    assert harbour["levy"].curve == Linear(worst=0, best=40)
    assert harbour["levy"].unit == "%"
    assert fishers["start"].curve == (
        Step.model_validate({"from": 6, "points": 65}),
        Step.model_validate({"from": 12, "points": 100}),
    )
    assert fishers["start"].unit is None
    assert fishers["books"].curve is None


def test_a_package_is_worth_more_with_its_linkage_for_its_party_alone(talking: Story) -> None:
    talking.do(c.ProposeOption, "harbour-head", issue="books", option="both-read")
    terms = {"levy": "at-20", "start": "after-winter", "books": "both-read"}
    talking.do(c.TablePackage, "harbour-head", terms=terms)
    worth = {seat: view(talking.session, seat).packages[0] for seat in ("harbour-head", "fishers-head", "mediator")}
    # fishers: (50·67 + 25·65 + 25·100) / 100 + 8; harbour: (50·50 + 20·50 + 30·70) / 100
    assert worth["fishers-head"].points == 82.75
    assert worth["harbour-head"].points == 56.0
    assert worth["mediator"].points is None


def test_the_sheet_and_the_case_agree_on_every_package_that_the_party_knows(talking: Story, levy: Scenario) -> None:
    # 10 × 4 packages have the option that the fishers do not know at first; an issue may also be left out.
    assert unknown(talking.session, levy) == 40
    talking.do(c.ProposeOption, "harbour-head", issue="books", option="both-read")
    assert unknown(talking.session, levy) == 0


def unknown(session: Session, levy: Scenario) -> int:
    """How many packages a party cannot value; all others it values as the case does."""
    found = 0
    for party, seat in (("harbour", "harbour-head"), ("fishers", "fishers-head")):
        seen = view(session, seat)
        for picked in product(*((None, *issue.options) for issue in levy.issues.values())):
            terms = {name: option for name, option in zip(levy.issues, picked, strict=True) if option is not None}
            whole = {name: terms.get(name, issue.default) for name, issue in levy.issues.items()}
            assert seen.worth is not None
            points = seen.worth.points(terms, seen.defaults())
            found += points is None
            assert points is None or points == levy.worth(party, whole) / 100
    return found


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_whatever_people_do_no_linkage_leaks(seed: int) -> None:
    table = Table(scenario("levy"), seed)
    for number in range(160):
        table.step()
        if number % 40 == 39:
            assert_nothing_leaks(table.session)
            for seat, chair in table.scenario.seats.items():
                seen = view(table.session, seat)
                words = repr(seen)
                own = table.scenario.parties[chair.party].linkages
                for party in table.scenario.parties.values():
                    for link in party.linkages:
                        shown = f"Linked(options={link.options!r}, points={link.points})"
                        boards = [table.session.issues[issue] for issue in link.options]
                        known = all(
                            option in board.board
                            or option == table.scenario.issues[issue].default
                            or chair.party in board.known.get(option, frozenset())
                            for board, (issue, option) in zip(boards, link.options.items(), strict=True)
                        )
                        assert (shown in words) == (link in own and known)
