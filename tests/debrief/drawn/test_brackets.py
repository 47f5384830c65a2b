"""The curve of brackets is what stood in the text."""

import re

from simulator.debrief.contents import Known
from simulator.debrief.drawn import brackets
from simulator.debrief.naming import clock_text
from simulator.engine import Record, moments
from tests.debrief.drawn.conftest import texts


def test_the_curve_is_what_stood_in_the_text(kalindra: Known) -> None:
    drawn = brackets(kalindra)
    assert drawn is not None
    told = re.findall(r"(\d[\d:]+) (?:version \d+ issued, )?(\d+) brackets? open", drawn.told)
    stood = {}
    for moment, session in moments(kalindra.record):
        stood[clock_text(moment.seconds)] = sum(len(each.open_brackets) for each in session.text.clauses.values())
    assert told
    assert {time: int(count) for time, count in told} == {time: stood[time] for time, _ in told}
    assert max(int(count) for _, count in told) > 0
    assert "v1" in texts(drawn)


def test_a_bracket_put_and_lifted(agreed: Record) -> None:
    drawn = brackets(Known.of(agreed))
    assert drawn is not None
    counts = re.findall(r"(\d+) brackets? open", drawn.told)
    assert counts == ["0", "1", "1", "0", "0"]
