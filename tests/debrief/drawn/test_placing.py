"""Labels cover neither each other nor a point, and one that finds no room is left out."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.debrief.drawn.lettering import width
from simulator.debrief.drawn.placing import Area, Label, labelled

FIELD: Area = (0.0, 0.0, 600.0, 180.0)


def placed(labels: list[Label]) -> list[tuple[Label, Area]]:
    dots = [(label.x - 6, label.y - 6, label.x + 6, label.y + 6) for label in labels]
    found = []
    for label, x, y, _ in labelled(labels, FIELD, 12):
        half = width(label.text, 12) / 2
        found.append((label, (x - half, y - 9, x + half, y + 2)))
    for _, area in found:
        assert all(apart(area, dot) for dot in dots)
    return found


def apart(one: Area, other: Area) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@settings(max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 600), st.integers(0, 180), st.booleans()), max_size=30))
def test_labels_cover_nothing(points: list[tuple[int, int, bool]]) -> None:
    areas = [area for _, area in placed([Label(x, y, str(n), bold) for n, (x, y, bold) in enumerate(points)])]
    assert all(apart(one, other) for one, other in combinations(areas, 2))


def test_points_at_one_place_share_a_label() -> None:
    shown = [label.text for label, _ in placed([Label(50, 90, str(n)) for n in range(1, 4)])]
    assert shown == ["1, 2, 3"]
    many = [label.text for label, _ in placed([Label(50, 90, str(n)) for n in range(1, 10)])]
    assert many == ["1, 2, 3, 4\N{NO-BREAK SPACE}…"]


def test_what_stands_in_bold_chooses_first() -> None:
    crowd = [Label(10 + 5 * (n % 40), 80 + 5 * (n // 40), str(n)) for n in range(200)]
    shown = placed([*crowd, Label(100, 90, "agreed", bold=True)])
    assert len(shown) < len(crowd)
    assert shown[0][0].text.endswith("agreed")
