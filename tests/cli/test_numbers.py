"""Numbers for people: nothing is rounded to nothing, or to all."""

import pytest

from simulator.cli.numbers import many, percent, signed


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [
        (0, 9, "0 %"),
        (0, 0, "0 %"),
        (6, 9, "66.7 %"),
        (973, 1000, "97.3 %"),
        (9, 9, "100 %"),
        (99_999, 100_000, "more than 99.9 %"),
        (1, 12**64, "8.6e-68 %"),
        (12**64 - 1, 12**64, "more than 99.9 %"),
        (1, 2000, "0.1 %"),
        (1, 2001, "0.05 %"),
    ],
)
def test_a_share(part: int, whole: int, told: str) -> None:
    assert percent(part, whole) == told


def test_a_count_and_a_difference() -> None:
    assert many(1296) == "1,296"
    assert many(5**20) == "95,367,431,640,625"
    assert many(12**64) == "about 1.1·10^69"
    assert (signed(850), signed(-1200), signed(0)) == ("+8.5", "-12", "0")
