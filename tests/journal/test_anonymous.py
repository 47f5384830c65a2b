"""Records without who people were."""

from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

import msgspec
import pytest

from scenarios.model import Scenario
from scenarios.reading import read
from scoring.scorecard import score
from simulator.engine import TRAINER, Event, Record, replay, view
from simulator.engine.events import (
    NoteWritten,
    ObservationNoted,
    PositionStated,
    RaterAdmitted,
    RatingsLocked,
    SeatCast,
    SeatRated,
    SessionOpened,
    StopInvoked,
)
from simulator.engine.typed import retyped, typed_in
from simulator.engine.words import Cause, Dimension, Source
from simulator.journal.anonymous import TAKEN_OUT, Finder, fold, names_in, story, without
from tests.debrief.conftest import agreement

ROOT = Path(__file__).parents[2]
PLAYED = ROOT / "tests/playthroughs"
CASES = {**{p.parent.name: p for p in (ROOT / "scenarios/library").glob("*/scenario.yaml")}}
AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
PEOPLE = ("Amina Ségolène", "Bojan", "نور", "Jean-Pierre Quux", "Zed Quux")


def cast(*people: str, seat: str = "upper-head") -> SeatCast:
    return SeatCast(at=AT, by=TRAINER, seat=seat, source=Source.HUMAN, people=people)


def said(text: str) -> PositionStated:
    return PositionStated(at=AT, by="upper-head", party="upper", issue="hours", text=text)


def texts(events: list[Event]) -> list[str]:
    return [text for event in events if isinstance(event, PositionStated) for text in typed_in(event)]


# -- who is looked for ------------------------------------------------------------------------------------------------


def test_people_get_signs_in_the_order_in_which_they_came() -> None:
    names = names_in([cast("Amina", "Bojan"), cast("bojan ", seat="lower-head"), cast("Chen")], "")
    assert names.people == {"Amina": "P1", "Bojan": "P2", "bojan ": "P2", "Chen": "P3"}


def test_a_name_is_looked_for_by_its_parts_unless_the_case_says_them_too() -> None:
    names = names_in([cast("Amina Mountain", "Dr. Li Quux")], "The mountain has a well.")
    assert names.words == {"Amina Mountain": "P1", "Amina": "P1", "Dr. Li Quux": "P2", "Quux": "P2"}


@pytest.mark.parametrize("typed", ["Quux, Li <l.quux@example.org>", "Li Quux l.quux@example.org"])
@pytest.mark.parametrize("text", ["Li Quux", "quux li l.quux@example.org".title(), "L.Quux@Example.org", "QUUX"])
def test_an_address_and_the_other_order_are_looked_for(typed: str, text: str) -> None:
    play: list[Event] = [cast(typed), said(f"{text} said no")]
    events, _ = without(play, names_in(play, ""))
    assert "quux" not in texts(events)[0].casefold()
    assert "example" not in texts(events)[0].casefold()
    assert "P1" in texts(events)[0]


def test_a_name_that_the_case_says_too_is_told() -> None:
    names = names_in([cast("Chen")], "Chen keeps the key.", also=("key",))
    assert names.words == {"Chen": "P1", "key": TAKEN_OUT}
    assert names.in_case == ("Chen", "key")


def test_what_two_people_are_called_is_neither_of_them() -> None:
    names = names_in([cast("Ada Quux", "Bilal Quux")], "")
    assert names.words["Quux"] == TAKEN_OUT


def test_words_that_stay_are_not_looked_for() -> None:
    names = names_in([cast("May Quux")], "", keep=("may",))
    assert set(names.words) == {"May Quux", "Quux"}


def test_one_letter_is_no_name_to_look_for() -> None:
    play: list[Event] = [cast("A", "?"), said("A well? A well.")]
    events, _ = without(play, names_in(play, ""))
    assert isinstance(events[0], SeatCast)
    assert events[0].people == ("P1", "P2")
    assert texts(events) == ["A well? A well."]


def test_raters_get_names_that_raters_may_have_and_no_seat_has() -> None:
    admitted = [RaterAdmitted(at=AT, by=TRAINER, rater=name) for name in ("amina-quux", "bojan")]
    names = names_in([cast(seat="rater-1"), *admitted], "")
    assert names.raters == {"amina-quux": "rater-2", "bojan": "rater-3"}
    rated = ObservationNoted(at=AT, by=TRAINER, observation=1, rater="bojan", text="Amina agreed.", seconds=1.0)
    level = SeatRated(at=AT, by=TRAINER, rater="amina-quux", seat="upper-head", dimension=Dimension.D1, level=3)
    locked = RatingsLocked(at=AT, by=TRAINER, rater="upper-head", cause=Cause.AUTOMATIC)
    events, taken = without([*admitted, rated, level, locked], names)
    assert [getattr(event, "rater", "") for event in events] == [
        "rater-2",
        "rater-3",
        "rater-3",
        "rater-2",
        "upper-head",
    ]
    assert list(typed_in(events[2])) == ["rater-2 agreed."]
    assert (taken.raters, dict(taken.places)) == (2, {"amina": 1})


# -- where they are found ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "without_it"),
    [
        ("Amina said no.", "P1 said no."),
        ("AMINA, amina and Amína", "P1, P1 and P1"),
        ("Ami\u0301na's d’Amina _Amina_", "P1's d’P1 _P1_"),
        ("Aminata and Benjamina stay", "Aminata and Benjamina stay"),
        ("Segolene, SÉGOLÈNE", "P1, P1"),
        ("Amina\n  Ségolène", "P1"),
        ("قالت نور ونور", "قالت P2 وP2"),
        ("نورا stays", "نورا stays"),
        ("王明说王明", "P3说P3"),
        ("Strasse 9, Straße 9", "P4, P4"),
    ],
)
def test_names_are_found_in_any_writing(text: str, without_it: str) -> None:
    play = [cast("Amina Ségolène", "نور", "王明", "Straße 9")]
    events, _ = without([said(text)], names_in(play, ""))
    assert texts(events) == [without_it]


def test_how_often_is_told() -> None:
    play: list[Event] = [cast("Amina Quux"), said("Amina, Amina Quux"), said("Quux"), said("nobody")]
    _, taken = without(play, names_in(play, ""))
    assert dict(taken.places) == {"Amina": 1, "Amina Quux": 1, "Quux": 1}
    assert taken.people == 1


def test_counting_and_replacing_find_the_same() -> None:
    finder = Finder({"Amina": "", "نور": "", "straße": ""})
    text = "AMINA نور, ونور STRASSE straße Ami\u0301na Aminata"
    counted = finder.count(text)
    finder.without(text)
    assert counted == finder.found == {"Amina": 2, "نور": 2, "straße": 2}


# -- what goes altogether ---------------------------------------------------------------------------------------------


def test_notes_and_reasons_go_and_what_is_empty_stays_so() -> None:
    play: list[Event] = [
        NoteWritten(at=AT, by="mediator", text="He sweats.", seat="upper-head"),
        StopInvoked(at=AT, by="mediator", reason="I felt ill."),
        StopInvoked(at=AT, by="mediator"),
    ]
    events, taken = without(play, names_in(play, ""))
    assert events == [
        NoteWritten(at=AT, by="mediator", text=TAKEN_OUT, seat="upper-head"),
        StopInvoked(at=AT, by="mediator", reason=TAKEN_OUT),
        play[2],
    ]
    assert (taken.notes, taken.stops) == (1, 1)


def test_the_session_gets_another_name() -> None:
    opened = SessionOpened(at=AT, by=TRAINER, name="Amina's group", language="en", exercise="Amina's day")
    names = names_in([cast("Amina")], "")
    assert without([opened], names)[0] == [
        SessionOpened(at=AT, by=TRAINER, name="P1's group", language="en", exercise="P1's day")
    ]
    [renamed], _ = without([opened], names, "Group 1")
    assert isinstance(renamed, SessionOpened)
    assert renamed.name == "Group 1"


def test_once_more_changes_nothing() -> None:
    play: list[Event] = [
        cast("Zoë Quux"),
        cast("Amina", seat="lower-head"),
        said("Amina and Zoë"),
        NoteWritten(at=AT, by="a", text="x"),
    ]
    once, _ = without(play, names_in(play, ""))
    again, taken = without(once, names_in(once, ""))
    assert again == once
    assert (taken.notes, dict(taken.places)) == (0, {})


# -- the course stays -------------------------------------------------------------------------------------------------


def peopled(record: Record) -> Record:
    """A record whose people have names, which stand wherever somebody typed anything."""
    people = {
        event.seat: PEOPLE[number % len(PEOPLE)]
        for number, event in enumerate(record.events)
        if isinstance(event, SeatCast) and event.source is Source.HUMAN
    }
    turn = cycle(people.values())

    def with_a_name(text: str) -> str:
        return f"{text} {next(turn).split()[0]}" if text else text

    events: list[Event] = []
    for event in record.events:
        if isinstance(event, SeatCast):
            name = people.get(event.seat) if event.source is Source.HUMAN else None
            events.append(msgspec.structs.replace(event, people=(name,) if name else ()))
        else:
            events.append(retyped(event, with_a_name))
    return Record(record.scenario, record.seed, tuple(events), record.told)


def played(name: str) -> Record:
    scenario = read(CASES[name]).scenario
    assert scenario is not None
    lines = (PLAYED / name / "record.jsonl").read_text(encoding="utf-8").splitlines()
    return Record(scenario, 1, tuple(msgspec.json.decode(line, type=Event) for line in lines))


def well() -> Record:
    scenario = read(ROOT / "tests/cases/well/scenario.yaml").scenario
    assert isinstance(scenario, Scenario)
    return agreement(scenario)


@pytest.mark.parametrize("name", ["well", *sorted(CASES)])
def test_a_record_without_names_has_the_same_scorecard_and_views(name: str) -> None:
    record = peopled(well() if name == "well" else played(name))
    names = names_in(record.events, story(record))
    events, taken = without(record.events, names)
    bare = Record(record.scenario, record.seed, tuple(events), record.told)
    whole = "\n".join(msgspec.json.encode(event).decode() for event in events)
    assert taken.people == min(len(PEOPLE), sum(isinstance(e, SeatCast) and bool(e.people) for e in record.events))
    assert sum(taken.places.values()) > 10
    assert not Finder(names.words).count(whole)
    assert not any(fold(person.split()[0]) in fold(whole) for person in PEOPLE)
    assert [(type(e), e.at, e.by) for e in events] == [(type(e), e.at, e.by) for e in record.events]
    finder = Finder(names.words)
    assert score(bare).as_text() == finder.without(score(record).as_text())
    then, now = replay(record), replay(bare)
    assert (then.phase, then.clock, then.number) == (now.phase, now.clock, now.number)
    assert {p: c.consent for p, c in then.consent.items()} == {p: c.consent for p, c in now.consent.items()}
    for seat in record.scenario.seats:
        assert len(view(then, seat).log) == len(view(now, seat).log)
