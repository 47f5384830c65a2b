"""Every event is told in one plain sentence."""

import types
import typing
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import Enum
from typing import Any

import pytest

from scenarios.model import Scenario
from simulator.debrief import details
from simulator.debrief.naming import Names, clock_text, cut, plain, quoted
from simulator.debrief.narration import sentence
from simulator.engine import Event, Moment
from simulator.engine import events as e
from simulator.engine.commands import ClauseDraft, CommitmentDraft, Fork, ReportLine, SynthesisPoint
from simulator.engine.words import Answer, Cause, OutcomeKind, Permission, Settled, Source

AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
WORDS = {
    "seat": "upper-head",
    "by": "mediator",
    "party": "upper",
    "phase": "exploration",
    "inject": "market-moved",
    "body": "table",
    "issue": "hours",
    "option": "shared-board",
    "interest": "upper.school",
    "clause": "hours",
    "pulse": "trust",
    "act": "call_caucus",
    "document": "",
    "hop": "visit",
}
SEVERAL = {
    "to": ("lower-head", "mediator"),
    "seats": ("mediator", "upper-head"),
    "issues": ("hours", "keeper"),
    "parties": ("upper", "mediation"),
    "clean": ("hours",),
    "people": ("Ada",),
    "carry_to": ("lower",),
    "observations": (3,),
    "numbers": (2, 5),
    "points": (SynthesisPoint(text="Water for all.", inputs=(1, 2)),),
}
KINDS = [pytest.param(kind, id=str(kind.__struct_config__.tag)) for kind in typing.get_args(Event)]


def made(kind: type[Any], **changes: Any) -> Any:
    """An event of a kind in which every field says something."""
    hints = typing.get_type_hints(kind)
    values = {name: _value(name, hint) for name, hint in hints.items() if name in kind.__struct_fields__}
    return kind(**values | changes)


def _value(name: str, hint: Any) -> Any:
    if isinstance(hint, types.UnionType):
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    origin = typing.get_origin(hint) or hint
    if origin is CommitmentDraft:
        return CommitmentDraft(actor="The elder", action="opens the lid", days=3, after=(1, 2), if_not="The district")
    if origin is Fork:
        return Fork(after=3, seconds=60, outcome=OutcomeKind.AGREEMENT, terms={"keeper": "elder-keeps"})
    if origin is datetime:
        return AT
    if origin is tuple:
        return SEVERAL[name]
    if issubclass(origin, Mapping):
        value = typing.get_args(hint)[1]
        if name == "wordings":
            return {"hours": "The hours of the well"}
        if name == "parts":
            return {"batna": "The parts in words", "questions": "More of them"}
        if value is ReportLine:
            return {"keeper": ReportLine(settled=Settled.AGREED, option="elder-keeps")}
        return {"keeper": ClauseDraft(option="elder-keeps")} if value is ClauseDraft else _terms(value)
    if issubclass(origin, Enum):
        return next(iter(origin))
    if origin is str:
        return WORDS.get(name, f"the {name} in words")
    return {bool: True, int: 3, float: 67.0}[origin]


def _terms(value: type[object]) -> Mapping[str, object]:
    return {"1": 3} if value is int else {"hours": "shared-board", "keeper": "elder-keeps"}


def told(event: Event, well: Scenario, sources: Mapping[str, Source] | None = None) -> str:
    return sentence(Moment(1, 67.0, "exploration", event), well, sources)


@pytest.mark.parametrize("kind", KINDS)
def test_every_event_is_one_sentence_with_names_instead_of_ids(kind: type[Any], well: Scenario) -> None:
    said = told(made(kind), well)
    assert said.endswith((".", "”", ")"))
    assert said[0].isupper() or said[0] == "“"
    assert "\n" not in said
    ids = {*well.parties, *well.seats, *well.phases, *well.events, *well.bodies, "shared-board", "elder-keeps"}
    words = set(said.replace(",", " ").replace(".", " ").replace("(", " ").replace(")", " ").split())
    assert not words & {name for name in ids if "-" in name or name in ("upper", "lower")}
    assert "<" not in said


@pytest.mark.parametrize("kind", KINDS)
def test_ids_that_the_scenario_does_not_know_are_told_as_they_are(kind: type[Any], well: Scenario) -> None:
    unknown = {
        name: "nowhere" for name in kind.__struct_fields__ if name in WORDS and name not in ("phase", "interest")
    }
    assert told(made(kind, **unknown), well)


def test_a_commitment_says_what_it_says_and_no_more(well: Scenario) -> None:
    assert told(made(e.CommitmentRecorded), well) == (
        "Ines Korrigan (Team) recorded commitment 3 under Hours: The elder: opens the lid; within 3 days of signature; "
        "after 1 and 2; if not: The district."
    )
    bare = told(made(e.CommitmentRecorded, record=CommitmentDraft(action="opens the lid", days=0)), well)
    assert bare.endswith("nobody named: opens the lid; on the day of signature.")


def test_a_shock_that_no_article_answers_is_told_so(well: Scenario) -> None:
    said = told(made(e.ShockAnswered, clause=None, who="", when="", how="We look"), well)
    assert said.endswith("no article answers it; how one knows: “We look”.")


def test_insufficient_evidence_is_a_rating(well: Scenario) -> None:
    said = told(made(e.SeatRated, level=None, observations=(), rater="ana"), well)
    assert said == "The rater “ana” rated Dalia Venn (Upper) on D1: insufficient evidence."


def test_the_words_for_people_are_in_it(well: Scenario) -> None:
    assert told(made(e.PackageAnswered, answer=Answer.CONDITIONAL, text="If noon is safe."), well) == (
        "Village of Upper Ardel accepts package 3 on a condition, saying “If noon is safe.”"
    )
    assert told(made(e.PackageTabled, by="upper-head", floated=False, counter_to=None, text=""), well) == (
        "Dalia Venn (Upper) tabled package 3 for Village of Upper Ardel: Hours at the well: A board with hours; "
        "The key: An elder of both."
    )
    assert told(made(e.InterestDisclosed, by="upper-head", to=("mediator",), permission=Permission.CLOSED), well) == (
        "Dalia Venn (Upper) told Ines Korrigan (Team) an interest of Village of Upper Ardel, in confidence: "
        "“Our schoolmistress leaves if the children have no water at noon, and then the school closes.”"
    )
    assert told(made(e.InjectSent, by="trainer", to=tuple(well.seats), cause=Cause.TIME, text=""), well) == (
        "“The market comes early”, a letter from The market warden, reached everybody, sent when its time had come."
    )


def test_a_stand_in_is_labelled_where_the_sources_are_known(well: Scenario) -> None:
    event = made(e.FloorGiven, limit=None)
    assert told(event, well) == "Dalia Venn (Upper) was given the floor in The table under the tree."
    assert "Dalia Venn (Upper, stand-in)" in told(event, well, {"upper-head": Source.STAND_IN})
    assert "a stand-in" in told(made(e.SeatCast, source=Source.STAND_IN), well)


def test_private_notes_and_answers_are_not_told(well: Scenario) -> None:
    assert "secret" not in told(made(e.NoteWritten, by="upper-head", text="secret"), well)
    assert "4" not in told(made(e.PulseAnswered, by="upper-head"), well)
    assert "for the hot wash" in told(made(e.NoteWritten, by="trainer", text="for the hot wash"), well)


def test_long_texts_are_cut_and_lines_joined() -> None:
    assert cut("a\nb\t c") == "a b c"
    assert len(cut("word " * 100)) <= 160
    assert quoted("x" * 1_000_000).endswith("…”")


def test_nothing_in_a_text_drives_a_screen() -> None:
    assert plain("a\x1b[2Jb") == "a\u241b[2Jb"
    assert plain("\u202eabc\u200b\U000e0041") == "abc"
    assert plain("e" + "\u0301" * 70) == "e" + "\u0301" * 4
    assert plain("\x9b\ud800\ufffe") == "\ufffd" * 3


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (67, "1:07"), (3909, "1:05:09"), (-67, "-1:07"), (-0.4, "0:00"), (59.9, "0:59")]
)
def test_clock_text(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text


# -- packages that lay there before -----------------------------------------------------------------------------------

OFFERS = {
    1: {"a": "1", "b": "1", "c": "1", "d": "1"},
    2: {"a": "2", "b": "1", "c": "1", "d": "1"},
    3: {"a": "2", "b": "2", "c": "1", "d": "1"},
    4: {"a": "9", "b": "9", "c": "9", "d": "1"},
    5: {"a": "2", "b": "1", "c": "1", "d": "1"},
    6: {"a": "1", "b": "1"},
    7: {"a": "1", "b": "2"},
}


@pytest.mark.parametrize(
    ("package", "against", "said"),
    [
        (1, None, "a: 1; b: 1; c: 1; d: 1"),
        (2, None, "the terms of package 1, but for a: 2"),
        (3, None, "the terms of package 2, but for b: 2"),
        (3, 1, "against package 1: the same terms, but for a: 2; b: 2"),
        (4, None, "a: 9; b: 9; c: 9; d: 1"),
        (4, 3, "against package 3: a: 9; b: 9; c: 9; d: 1"),
        (5, None, "the terms of package 2"),
        (5, 2, "against package 2: the terms of package 2"),
        (7, 6, "against package 6: a: 1; b: 2"),
    ],
)
def test_of_a_package_that_lay_there_before_it_is_told_what_is_otherwise(
    package: int, against: int | None, said: str, well: Scenario
) -> None:
    offer = made(e.PackageTabled, package=package, terms=OFFERS[package], counter_to=against, floated=True, text="")
    told_so = details.tabled(offer, Names(well, packages=OFFERS))
    assert told_so.endswith(f" {said}"), told_so
