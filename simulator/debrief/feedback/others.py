"""How the others experienced the talks that a seat was part of: together, from three answers on."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from scoring.sentences import figure
from simulator.debrief.feedback.point import Own
from simulator.engine import events as e
from simulator.engine.words import Source

FEWEST = 3
"""Answers of others from which their mean is told."""


@dataclass(frozen=True, slots=True)
class Felt:
    """What the others answered to a statement of a self-report."""

    pulse: str
    statement: str
    score: float
    """Their mean, from 1, not at all, to 7, fully."""
    answers: int

    @property
    def mean(self) -> str:
        """The mean as it is told."""
        return figure(self.score, 1)


def others(own: Own) -> tuple[Felt, ...]:
    """The means of what people of other parties answered, statement by statement, from three answers on."""
    scenario, seats = own.known.scenario, own.known.course.talks.seats
    answers: dict[tuple[str, str], dict[str, int]] = {}
    for moment in own.known.course.moments:
        event = moment.event
        if not isinstance(event, e.PulseAnswered) or event.pulse not in scenario.pulses:
            continue
        seat = scenario.seats.get(event.by)
        state = seats.get(event.by)
        if seat is None or seat.party == own.party or state is None or state.source is not Source.HUMAN:
            continue
        for item, score in event.answers.items():
            answers.setdefault((event.pulse, item), {})[event.by] = score
    return tuple(_felt(own, pulse, one) for pulse, items in _by_pulse(answers).items() for one in items)


def _by_pulse(answers: Mapping[tuple[str, str], Mapping[str, int]]) -> dict[str, list[tuple[str, list[int]]]]:
    found: dict[str, list[tuple[str, list[int]]]] = {}
    for (pulse, item), given in answers.items():
        if len(given) >= FEWEST:
            found.setdefault(pulse, []).append((item, list(given.values())))
    return found


def _felt(own: Own, pulse: str, answered: tuple[str, list[int]]) -> Felt:
    item, scores = answered
    written = own.known.scenario.pulses[pulse]
    return Felt(written.name, written.items.get(item, item), fmean(scores), len(scores))
