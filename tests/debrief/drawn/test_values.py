"""What packages were worth over time: every one of them, the reservation, and who tabled it by its sign."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from scoring.preferences import points
from scoring.process.offers import worth
from scoring.sentences import figure
from simulator.debrief.contents import Known
from simulator.debrief.drawn import values
from simulator.debrief.drawn.looks import INK, PAPER
from simulator.debrief.naming import clock_text
from simulator.engine import Record
from tests.debrief.drawn.conftest import SVG, parsed, texts


def signs(root: Element, fill: str, tag: str) -> int:
    return sum(node.get("fill") == fill for node in root.iter(f"{SVG}{tag}"))


def test_a_drawing_for_every_side_that_decides(agreed: Record) -> None:
    known = Known.of(agreed)
    upper, lower = values(known)
    assert [figure.title.rpartition(" ")[2] for figure in (upper, lower)] == ["Upper", "Lower"]
    for party, drawn in (("upper", upper), ("lower", lower)):
        for moment, event in known.course.offers():
            raw = worth(known.scenario, event.terms)
            assert raw is not None
            assert f"at {clock_text(moment.seconds)}: {figure(points(raw[party]))} point" in drawn.told
            assert any(text.startswith(f"{event.package}\N{NO-BREAK SPACE}· ") for text in texts(drawn))


def test_own_others_and_agreed_have_signs_of_their_own(agreed: Record) -> None:
    upper, lower = map(parsed, values(Known.of(agreed)))
    # Each sign once more in the key: package 1 is of Upper, 2 of Lower, 3 was agreed.
    for root in (upper, lower):
        assert signs(root, INK, "circle") == 2
        assert signs(root, PAPER, "circle") == 2
        assert signs(root, INK, "path") == 2
    assert "package 3, agreed, tabled by Upper" in values(Known.of(agreed))[0].told


def test_a_reservation_that_moved_is_a_line_in_steps(refused: Record) -> None:
    known = Known.of(refused)
    told = values(known)[0].told
    assert "The reservation stood at " in told
    assert figure(points(known.settlement.floor("upper"))) in texts(values(known)[0])
    root = parsed(values(known)[0])
    assert any(node.get("stroke-dasharray") for node in root.iter(f"{SVG}path"))


def test_many_packages_are_numbered_only(tabling: Callable[..., Known]) -> None:
    drawn = values(tabling(12, 0.1))[0]
    assert {"1", "12"} <= set(texts(drawn))
    assert not any("·" in text for text in texts(drawn))
