"""What the documents cite: every quotation stands in an event that is cited beside it, and every number leads there."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import msgspec
import pytest

from simulator.debrief.contents import Known
from simulator.debrief.documents import documents
from simulator.debrief.feedback.growth import growth
from simulator.debrief.feedback.point import Own
from simulator.debrief.feedback.strengths import strengths
from simulator.debrief.naming import plain
from simulator.engine import Event, Record
from simulator.engine.session import Moment
from simulator.printing import Run, Table
from simulator.printing.document import runs
from tests.debrief.conftest import out_of_role
from tests.playthroughs.test_playthroughs import play

QUOTED = re.compile("“([^“”]+)”")
OURS = re.compile(r"Try:")
"""Behind it stands a sentence to say, which quotes nobody."""


@pytest.fixture(scope="module")
def flagship() -> Known:
    """The scripted session of the flagship, closed."""
    return Known.of(out_of_role(play("sources-of-kalindra")[0]))


def said(value: Any) -> Iterator[str]:
    """All that stands in an event."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from said(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from said(inner)


def words_of(event: Event) -> str:
    """The words of an event on one line."""
    return " ".join(plain(" ".join(said(msgspec.to_builtins(event)))).split())


def together(value: Any) -> Iterator[tuple[Run, ...]]:
    """The words that stand together: paragraphs, items, cells, and rows of cells."""
    if isinstance(value, Table):
        for row in value.rows:
            yield tuple(run for cell in row for run in runs(cell))
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from together(getattr(value, each.name))
    elif isinstance(value, tuple) and value and all(isinstance(one, Run) for one in value):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from together(one)


def test_every_quotation_stands_in_an_event_cited_beside_it(flagship: Known) -> None:
    events = {moment.number: moment.event for moment in flagship.course.moments}
    written = {inject.text for inject in flagship.scenario.events.values()}
    seen = 0
    for paper in documents(flagship):
        for words in together(paper.document.blocks):
            cited = [int(run.leads_to[1:]) for run in words if run.leads_to]
            if not cited:
                continue
            text = OURS.split("".join(run.text for run in words))[0]
            known = " ".join(words_of(events[number]) for number in cited)
            for quotation in QUOTED.findall(text):
                passage = quotation.removesuffix("…").rstrip(" .,;:")
                named = " ".join([known, *written, *_titles(flagship)])
                assert passage in " ".join(named.split()), f"{paper.name}: {quotation!r} is not in {cited}"
                seen += passage in known
    assert seen > 10


def _titles(known: Known) -> list[str]:
    """What sentences put into quotation marks without quoting anybody: names and texts of the scenario."""
    return [
        *(text for text in said(known.scenario.model_dump(mode="json"))),
        *(rater for moment in known.course.moments if (rater := getattr(moment.event, "rater", ""))),
    ]


def test_every_number_leads_to_a_row_of_the_same_paper_or_to_an_event(flagship: Known) -> None:
    last = len(flagship.course.moments)
    for paper in documents(flagship):
        for words in together(paper.document.blocks):
            for run in words:
                if run.leads_to:
                    assert run.leads_to == f"e{run.text}", paper.name
                    assert 1 <= int(run.text) <= last, paper.name
        if paper.name in ("debrief", "trainer"):
            assert paper.document.leads() <= paper.document.anchors()


def test_what_somebody_is_told_of_themselves_they_did(flagship: Known) -> None:
    events: dict[int, Moment] = {moment.number: moment for moment in flagship.course.moments}
    found = 0
    for seat in flagship.scenario.seats:
        own = Own.of(flagship, seat)
        for point in (*strengths(own), *growth(own)):
            assert own.may_cite.issuperset(point.evidence)
            if point.said:
                (quotation,) = QUOTED.findall(point.said)
                passage = quotation.removesuffix("…")
                mine = [events[n].event for n in point.evidence if events[n].event.by == seat]
                assert any(passage in words_of(event) for event in mine), point
                found += 1
    assert found > 3


def test_two_growth_points_each_with_a_sentence_to_say(flagship: Known) -> None:
    for seat in flagship.scenario.seats:
        points = growth(Own.of(flagship, seat))
        assert len(points) == 2
        assert all(point.instead.startswith("“") and point.instead.endswith("”") for point in points)


def test_a_session_without_anything_gives_no_point_that_cites(flagship: Known) -> None:
    bare = Known.of(Record(flagship.scenario, 1))
    for seat in flagship.scenario.seats:
        own = Own.of(bare, seat)
        assert strengths(own) == ()
        assert not [point for point in growth(own) if point.evidence]
