"""Sessions to draw, and what can be read in a drawing."""

import re
from collections.abc import Callable, Iterable
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from scenarios.model import Scenario
from simulator.debrief import drawn
from simulator.debrief.contents import Known
from simulator.debrief.drawn.looks import FAINT
from simulator.engine import Record, begin
from simulator.engine import commands as c
from simulator.engine.words import OutcomeKind, Source
from simulator.printing import Figure
from tests.debrief.conftest import FAIR, GREEDY, Play, begun
from tests.playthroughs.test_playthroughs import play

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def every(known: Known) -> tuple[Figure, ...]:
    """All drawings of a session."""
    found: list[Figure] = []
    for name in drawn.__all__:
        made = getattr(drawn, name)(known)
        found += made if isinstance(made, tuple) else [made] if made is not None else []
    return tuple(found)


def parsed(figure: Figure) -> Element:
    """A drawing as a tree; raises ParseError for what is no XML."""
    return fromstring(figure.svg)


def texts(figure: Figure) -> list[str]:
    """The words in a drawing."""
    return [node.text or "" for node in parsed(figure).iter(f"{SVG}text")]


def numbers(figure: Figure) -> set[str]:
    """The numbers that stand in a drawing beside what they count: without those along its axes and inside names."""
    return {
        number
        for node in parsed(figure).iter(f"{SVG}text")
        if node.get("fill") != FAINT and not re.search(r"[^\W\d_]{2}", node.text or "")
        for number in NUMBER.findall(node.text or "")
    }


@pytest.fixture(scope="session")
def kalindra() -> Known:
    """A played session that has all the drawings, with three deciding parties."""
    return Known.of(play("sources-of-kalindra")[0])


@pytest.fixture(scope="session")
def tabling(well: Scenario) -> Callable[..., Known]:
    """Makes The Well with so many packages, so many minutes apart."""

    def made(packages: int, apart: float = 0.0) -> Known:
        play = begun(well)
        for n in range(packages):
            play.do(c.TablePackage, ("upper-head", "lower-head")[n % 2], terms=(GREEDY, FAIR)[n // 2 % 2])
            play.wait(apart)
        return Known.of(play.record())

    return made


def records(well: Scenario) -> Iterable[tuple[str, Record]]:
    """Sessions of which little can be drawn, each with its name."""
    yield "nothing happened", Record(well, 7, ())
    play = Play(begin(well, seed=7)).do(c.OpenSession, "trainer", name="x")
    yield "opened", play.record()
    for seat in well.seats:
        play.do(c.CastSeat, "trainer", seat=seat, source=Source.STAND_IN)
    yield "started", play.do(c.StartClock, "trainer").record()
    yield "aborted in minute three", play.wait(3).do(c.DeclareOutcome, "trainer", kind=OutcomeKind.ABORTED).record()
    yield "no package", begun(well).record()
    yield "one package", begun(well).do(c.TablePackage, "upper-head", terms=GREEDY).record()
    for name, parties in odd_parties(well):
        scenario = well.model_copy(update={"parties": parties})
        played = begun(well).do(c.TablePackage, "upper-head", terms=GREEDY).do(c.TablePackage, "lower-head", terms=FAIR)
        yield name, Record(scenario, 7, tuple(played.events))


def odd_parties(well: Scenario) -> Iterable[tuple[str, dict[str, Any]]]:
    """The parties of The Well, changed."""
    parties = well.parties
    yield "one party decides", parties | {"upper": parties["upper"].model_copy(update={"decides": False})}
    yield "nobody decides", {name: p.model_copy(update={"decides": False}) for name, p in parties.items()}
    yield "no values", {name: p.model_copy(update={"values": {}}) for name, p in parties.items()}
    yield "no interests", {name: p.model_copy(update={"interests": {}}) for name, p in parties.items()}
    high = {name: p.model_copy(update={"reservation": 100}) if p.decides else p for name, p in parties.items()}
    yield "nothing acceptable", high
