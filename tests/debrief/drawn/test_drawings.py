"""What holds for every drawing: clean, told in words, the same every time, and never in the way of a document."""

import json
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from msgspec.structs import replace

from scenarios.model import Scenario
from scenarios.texts import spoken_in
from simulator.debrief import drawn
from simulator.debrief.contents import Known
from simulator.engine import Record
from simulator.printing import Document
from simulator.printing.html import html
from tests.debrief.drawn.conftest import NUMBER, SVG, every, numbers, parsed, records, texts

PAYLOADS: dict[str, str] = json.loads(
    (Path(__file__).parents[2] / "badinput" / "text_payloads.json").read_text("utf-8")
) | {"markup": "</text><script>alert(1)</script>&amp;", "long": "W" * 3000, "isolate": "\u2067\u2060x\u2069" * 9}
SHAPES = {"svg", "defs", "pattern", "rect", "circle", "path", "text"}
LOOKS = {
    *("viewBox", "direction", "font-family", "id", "width", "height", "x", "y", "cx", "cy", "r", "d", "patternUnits"),
    *("fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "paint-order"),
    *("font-size", "font-weight", "text-anchor"),
}


@pytest.fixture(params=["kalindra", "agreed", "refused"])
def known(request: pytest.FixtureRequest) -> Known:
    found = request.getfixturevalue(request.param)
    return found if isinstance(found, Known) else Known.of(found)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_drawing_is_shapes_and_words_and_nothing_that_acts(known: Known, language: str) -> None:
    with spoken_in(language):
        figures = every(known)
    ids: list[str] = []
    for figure in figures:
        root = parsed(figure)
        assert root.get("viewBox", "").startswith("0 0 660 ")
        assert {node.tag.removeprefix(SVG) for node in root.iter()} <= SHAPES
        assert {name for node in root.iter() for name in node.attrib} <= LOOKS
        own = [name for node in root.iter() if (name := node.get("id"))]
        used = {fill[5:-1] for node in root.iter() if (fill := node.get("fill", "")).startswith("url(#")}
        assert used == set(own)
        ids += own
        assert figure.svg.count("http") == 1
        assert len(figure.svg) < 40_000
        assert figure.title
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_number_of_a_drawing_is_told(known: Known, language: str) -> None:
    with spoken_in(language):
        for figure in every(known):
            shown = numbers(figure)
            assert shown, figure.title
            in_words = (
                {"0", "1", "2"} if language == "ar" else set()
            )  # no bracket, one minute, two points need no figure
            assert shown - in_words <= set(NUMBER.findall(figure.told)), figure.title


def test_the_words_of_a_drawing_stay_inside_it_and_off_each_other(known: Known) -> None:
    from simulator.debrief.drawn.lettering import width

    for figure in every(known):
        root = parsed(figure)
        tall = float(root.get("viewBox", "").split()[3])
        areas = []
        for node in root.iter(f"{SVG}text"):
            x, y, size = (float(node.get(name, "0")) for name in ("x", "y", "font-size"))
            wide = 0.85 * width(node.text or "", size)  # it is measured rather too wide than too narrow
            left = x - {"start": 0, "middle": wide / 2, "end": wide}[node.get("text-anchor", "start")]
            inside = left >= 0 and left + wide <= 660 and y - size * 0.7 > 0 and y < tall
            assert inside, (figure.title, node.text)
            areas.append((left, y - size * 0.7, left + wide, y, node.text))
        for one, other in combinations(areas, 2):
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (figure.title, one, other)


def test_the_same_record_gives_the_same_bytes_whatever_else_is_installed(agreed: Record) -> None:
    from pygal.etree import etree

    first = every(Known.of(agreed))
    etree.to_lxml()
    assert every(Known.of(agreed)) == first


def test_the_library_is_loaded_with_the_first_drawing_and_not_before() -> None:
    asked = "import sys, simulator.debrief.narration, simulator.debrief.drawn; sys.exit('pygal' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


def test_little_to_draw_is_no_trouble(well: Scenario) -> None:
    shown = {}
    for name, record in records(well):
        known = Known.of(record)
        for figure in every(known):
            parsed(figure)
            assert figure.told, name
        shown[name] = {each for each in drawn.__all__ if getattr(drawn, each)(known)}
    assert shown == {
        "nothing happened": {"frontier", "interests"},
        "opened": {"frontier", "interests"},
        "started": {"frontier", "interests"},
        "aborted in minute three": {"frontier", "interests", "plan"},
        "no package": {"balance", "frontier", "interests", "plan"},
        "one package": {"balance", "frontier", "interests", "plan", "values"},
        "one party decides": {"balance", "interests", "plan", "values"},
        "nobody decides": {"balance", "interests", "plan"},
        "no values": {"balance", "interests", "plan"},
        "no interests": {"balance", "frontier", "plan", "values"},
        "nothing acceptable": {"balance", "frontier", "interests", "plan", "values"},
    }


@pytest.mark.parametrize("apart", [0.0, 0.1])
def test_forty_packages_fit(tabling: Callable[..., Known], apart: float) -> None:
    known = tabling(40, apart)
    for figure in (*drawn.values(known), *drawn.frontier(known)):
        assert len(figure.svg) < 40_000
        assert numbers(figure) <= set(NUMBER.findall(figure.told))
        assert all(f" {n}, " in figure.told for n in range(1, 41))


@pytest.mark.parametrize("name", PAYLOADS)
def test_names_never_act(agreed: Record, name: str) -> None:
    text = PAYLOADS[name]
    known = Known.of(replace(agreed, scenario=called(agreed.scenario, text)))
    for figure in every(known):
        root = parsed(figure)
        assert {node.tag.removeprefix(SVG) for node in root.iter()} <= SHAPES
        assert {each for node in root.iter() for each in node.attrib} <= LOOKS
        shown = "".join(texts(figure))
        assert not set(shown) & set("\n\t\r\0\u2060\u202a\u202b\u202d\u202e\u2066\u2068")
        assert shown.count("\u2067") == shown.count("\u2069")
        assert len(figure.svg) < 40_000


def called(scenario: Scenario, text: str) -> Scenario:
    """A scenario in which everything is called the same."""
    parties = {n: party.model_copy(update={"short": text, "name": text}) for n, party in scenario.parties.items()}
    phases = {n: phase.model_copy(update={"name": text}) for n, phase in scenario.phases.items()}
    return scenario.model_copy(update={"parties": parties, "phases": phases})


def test_a_page_holds_drawings_as_they_are(kalindra: Known) -> None:
    figures = every(kalindra)
    page = html(Document("Drawings", "A case", "en", figures))
    assert page.count('<svg role="img"') == len(figures)
    assert "<style" not in "".join(figure.svg for figure in figures)


def test_words_from_right_to_left_are_held_together(agreed: Record) -> None:
    arabic = "حكومة كاليندرا (GOV)"
    known = Known.of(replace(agreed, scenario=called(agreed.scenario, arabic)))
    with spoken_in("ar"):
        figure = drawn.balance(known)
    assert figure is not None
    assert f"\u2067{arabic}\u2069" in texts(figure)
    assert parsed(figure).get("direction") == "ltr"
