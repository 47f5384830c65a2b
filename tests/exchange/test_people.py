"""Who sat where, and what they are called outside."""

import pytest

from scenarios.model import Scenario
from simulator.engine import Record, begin
from simulator.engine import commands as c
from simulator.engine.words import Source
from simulator.exchange.people import Name, parted
from tests.debrief.conftest import Play
from tests.exchange.conftest import known


def cast(well: Scenario, *people: tuple[str, ...]) -> Play:
    play = Play(begin(well, seed=7)).do(c.OpenSession, "trainer", name="Cast")
    for seat, names in zip(well.seats, people, strict=False):
        play.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN, people=names)
    return play


def test_people_have_numbers_in_the_order_in_which_they_came(well: Scenario) -> None:
    play = cast(well, ("Ada Ng", "Bo Li"), ("Chen",))
    play.do(c.CastSeat, "trainer", seat="upper-head", source=Source.STAND_IN)
    play.do(c.CastSeat, "trainer", seat="lower-head", source=Source.HUMAN, people=("ada  NG", "Dee"))
    people = known(play.record()).people
    assert [people.playing("upper-head", number) for number in (1, 2, 4)] == [(), ("person-1", "person-2"), ()]
    assert [people.playing("lower-head", number) for number in (3, 5)] == [("person-3",), ("person-1", "person-4")]
    assert known(play.record(), named=True).people.playing("lower-head", 5) == ("Ada Ng", "Dee")


def test_casting_the_same_again_changes_nothing(well: Scenario) -> None:
    play = cast(well, ("Ada",)).do(c.CastSeat, "trainer", seat="upper-head", source=Source.HUMAN, people=("Ada",))
    (stretch,) = known(play.record()).people.stretches["upper-head"]
    assert stretch.until is None


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Ada Ng said no.", "person-1 said no."),
        ("ADA NG, ada ng and ada\nng", "person-1, person-1 and person-1"),
        ("Ada said no; Adage did not.", "person-1 said no; Adage did not."),
        ("write to ada@example.org", "write to person-1"),
        ("Will they? Yes, they will.", "person-2 they? Yes, they will."),
        ("Khan left.", "[name] left."),
        ("王小明说不。", "person-5说不。"),
        ("van Gogh", "van Gogh"),
        ("", ""),
    ],
)
def test_names_are_replaced_in_what_people_typed(well: Scenario, typed: str, left: str) -> None:
    play = cast(well, ("Ada Ng <ada@example.org>", "Will"), ("Ali Khan", "Sara van Khan"), ("王小明",))
    assert known(play.record()).people.without_names(typed) == left
    assert known(play.record(), named=True).people.without_names(typed) == typed


def test_without_people_nothing_is_replaced(well: Scenario) -> None:
    assert known(Record(well, 1)).people.without_names("Ada") == "Ada"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ada", Name("Ada", "")),
        ("Ada Ng", Name("Ada", "Ng")),
        ("Ng, Ada", Name("Ada", "Ng")),
        ("Ada Mae Ng", Name("Ada Mae", "Ng")),
        ("Ada van der Berg", Name("Ada", "van der Berg")),
        ("DE LA TOUR Jean-Pierre", Name("Jean-Pierre", "DE LA TOUR")),
        ("Ada NG TAN <ada@example.org>", Name("Ada", "NG TAN", "ada@example.org")),
        ("ada@example.org", Name("", "", "ada@example.org")),
        ("ADA NG", Name("ADA", "NG")),
        ("ada ng", Name("ada", "ng")),
        (",", Name("", "")),
        ("  ", Name("", "")),
    ],
)
def test_a_name_in_its_fields(typed: str, name: Name) -> None:
    assert parted(typed) == name
