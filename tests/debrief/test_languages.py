"""Documents in another language: all that the program says in them is said in it, and turns round where it must."""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

import pytest
from msgspec.structs import replace

from scenarios.model import Scenario
from scenarios.reading import read_text
from scenarios.texts import spoken_in
from simulator.debrief.naming import Names, quoted
from simulator.debrief.narration import narrate, sentence
from simulator.engine import Moment, Record
from simulator.engine import events as e
from simulator.engine.commands import CommitmentDraft
from simulator.engine.words import Dimension
from tests.debrief.conftest import CASES, agreement, pages, refusal
from tests.debrief.test_hostile_text import poisoned
from tests.debrief.test_narration import AT, KINDS, made
from tests.playthroughs.test_playthroughs import CASES as PLAYED
from tests.playthroughs.test_playthroughs import play
from tests.pseudo import not_said, strange, typed

NAMES = ("Nash", "Kalai", "Smorodinsky", "janvier")
"""People whose names are written the same in the languages of the tests, and a month, which no sentence of ours is."""
CODES = re.compile(r"`[^`]*`|&\w+;|\\|\bM\d+\.\w+")
"""Quoted ids, entities and escapes of Markdown, and ids of findings."""


class Read(HTMLParser):
    """Reads what people read of a page, also aloud."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.in_style = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_style = tag == "style"
        self.said += [value or "" for name, value in attrs if name in ("aria-label", "title", "alt")]

    def handle_endtag(self, tag: str) -> None:
        self.in_style = False

    def handle_data(self, data: str) -> None:
        if not self.in_style:
            self.said.append(data)


def readable(name: str, text: str) -> str:
    """What people read of a document."""
    return CODES.sub(" ", "\n".join(Read(text).said) if name.endswith("html") else text)


@pytest.fixture(scope="module")
def strange_well() -> Scenario:
    """The Well in Greek letters."""
    reading = read_text(strange((CASES / "well" / "scenario.yaml").read_text(encoding="utf-8")))
    assert reading.scenario is not None, reading.problems
    return reading.scenario


@pytest.fixture(scope="module")
def records(strange_well: Scenario) -> Mapping[str, Record]:
    """Sessions in which everybody wrote in Greek letters."""
    words = typed("Nobody knows")
    case = PLAYED["sources-of-kalindra"] / "scenario.yaml"
    reading = read_text(strange(case.read_text(encoding="utf-8")))
    assert reading.scenario is not None, reading.problems
    long = Record(reading.scenario, 1, play("sources-of-kalindra")[0].events)
    return {
        "agreed": poisoned(rated(agreement(strange_well)), words),
        "refused": poisoned(refusal(strange_well), words),
        "long": poisoned(drafted(long), words),
    }


def drafted(record: Record) -> Record:
    """The same, with commitments in Greek letters."""
    events = (
        replace(event, record=DRAFT) if isinstance(event, e.CommitmentRecorded) else event for event in record.events
    )
    return Record(record.scenario, record.seed, tuple(events))


DRAFT = CommitmentDraft(actor="α", action="β", days=3, after=(1, 2), place="γ", if_not="δ")


def rated(record: Record) -> Record:
    """The same, with two raters who differ."""
    fields: Any = {"at": record.events[-1].at, "by": "trainer"}
    events = list(record.events)
    for number, rater in enumerate(("άννα", "βερν"), 1):
        events += [
            e.RaterAdmitted(**fields, rater=rater),
            e.ObservationNoted(**fields, observation=number, rater=rater, text="α", seconds=60.0, seat="mediator"),
            e.SeatRated(
                **fields, rater=rater, seat="mediator", dimension=Dimension.D4, level=2 * number, observations=(number,)
            ),
        ]
    return Record(record.scenario, record.seed, tuple(events))


@pytest.mark.parametrize("name", ["agreed", "refused", "long"])
def test_documents_say_everything_in_the_language(name: str, records: Mapping[str, Record], pseudo: str) -> None:
    for file, text in pages(records[name]).items():
        left = not_said(readable(file, text), allowed=NAMES)
        assert not left, f"{file}: " + "\n".join(left[:40])


@pytest.mark.parametrize("kind", KINDS)
def test_every_event_is_told_in_the_language(kind: type[Any], strange_well: Scenario, pseudo: str) -> None:
    for event in variants(kind):
        record = poisoned(Record(strange_well, 1, (event,)), typed("Nobody knows"))
        said = narrate(Moment(1, 60.0, "exploration", record.events[0]), Names(strange_well))
        assert not not_said(said), said


def variants(kind: type[Any]) -> Iterator[Any]:
    """An event of a kind in which every field says something in Greek, and the same the other way round."""
    event = made(kind)
    texts = {name: value for name in kind.__struct_fields__ if isinstance(value := getattr(event, name), str)}
    fields: dict[str, Any] = {
        name: typed(value) for name, value in texts.items() if value.endswith(" in words") or name == "rater"
    }
    if kind is e.CommitmentRecorded:
        fields["record"] = DRAFT
    if "wordings" in kind.__struct_fields__:
        fields["wordings"] = {issue: typed("Words of their own") for issue in event.issues}
    yield made(kind, **fields)
    turned = {name: not getattr(event, name) for name in yes_or_no(event)}
    if turned:
        yield made(kind, **fields | turned)


def yes_or_no(event: Any) -> list[str]:
    """The fields that are yes or no."""
    return [name for name in event.__struct_fields__ if isinstance(getattr(event, name), bool)]


def test_a_page_says_its_language_and_its_direction(records: Mapping[str, Record]) -> None:
    for code, direction in (("en", "ltr"), ("fr", "ltr"), ("ar", "rtl")):
        with spoken_in(code):
            page = pages(records["agreed"])["debrief.html"]
        assert f'<html lang="{code}" dir="{direction}">' in page


def test_the_language_of_one_document_is_not_that_of_the_next(records: Mapping[str, Record], pseudo: str) -> None:
    with spoken_in("en"):
        english = pages(records["refused"])
    foreign = pages(records["refused"])
    with spoken_in("en"):
        assert pages(records["refused"]) == english
    assert not [name for name, text in foreign.items() if text == english[name]]


def test_what_people_write_is_escaped_inside_a_sentence(records: Mapping[str, Record]) -> None:
    record = poisoned(records["agreed"], "<b>{name}</b> *x* 100%")
    made = pages(record)
    assert "&lt;b&gt;{name}&lt;/b&gt; *x* 100%" in made["debrief.html"]
    assert "<b>{name}" not in "".join(made.values())


def test_a_sentence_without_a_record_is_told_too(strange_well: Scenario, pseudo: str) -> None:
    started = e.ClockStarted(at=AT, by="trainer")
    assert not not_said(sentence(Moment(1, 0.0, None, started), strange_well))


def test_a_quotation_in_a_french_quotation_has_marks_of_its_own() -> None:
    words = "Sur «\u202fCessez-le-feu\u202f», nous tenons."
    with spoken_in("fr"):
        assert quoted(words) == "«\u202fSur “Cessez-le-feu”, nous tenons.\u202f»"
    assert quoted(words) == f"“{words}”"
