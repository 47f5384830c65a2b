"""Axes reach as far as there is something, in round steps, and never have a crowd of ticks."""

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.debrief.drawn.axes import Axis, counted, playing, spread, worth


def milliseconds(n: int) -> float:
    return n / 1000


def checked(axis: Axis, *values: float) -> Axis:
    assert axis.least <= min(values)
    assert max(values) <= axis.most
    assert 1 <= len(axis.ticks) <= 12
    assert all(axis.least <= at <= axis.most for at, _ in axis.ticks)
    return axis


@settings(max_examples=50)
@given(st.integers(0, 10**9).map(milliseconds), st.integers(0, 10**9).map(milliseconds))
def test_minutes(start: float, length: float) -> None:
    checked(playing(start, start + max(length, 300)), start, start + length)


@settings(max_examples=50)
@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_points_and_counts(one: float, other: float) -> None:
    checked(worth((one, other), "points"), 0, 100, one, other)
    checked(spread((one, other), "points"), 0, one, other)
    checked(counted(abs(one), "minutes"), 0, abs(one))


def test_points_are_read_off_a_hundred() -> None:
    assert [label for _, label in worth((3.0, 97.5), "points").ticks] == ["0", "25", "50", "75", "100"]
    assert [label for _, label in playing(70 * 60, 115 * 60).ticks] == [str(n) for n in range(70, 116, 5)]
