"""What people typed into events, told from ids, numbers and choices."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from msgspec import Struct

from simulator.engine import Event
from simulator.engine.commands import ClauseDraft, CommitmentDraft
from simulator.engine.commands.inputs import SynthesisPoint
from simulator.engine.events import (
    AgendaProposed,
    CommitmentRecorded,
    FollowUpAdded,
    NoteWritten,
    PackageTabled,
    SeatCast,
    SheetWritten,
    SynthesisIssued,
    VersionIssued,
)
from simulator.engine.typed import TYPED, is_typed, retyped, typed_in
from simulator.engine.words import Source

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)

IDS = frozenset(
    {
        *("act", "against", "answers", "article", "beside", "body", "by", "card", "carry_to", "clause", "clauses"),
        *("clean", "criterion", "document", "hop", "inject", "interest", "issue", "issues", "item", "language"),
        *(
            "learned_from",
            "levels",
            "lines",
            "option",
            "parties",
            "party",
            "phase",
            "prepared",
            "pulse",
            "rater",
            "ref",
        ),
        *("seat", "seats", "shock", "terms", "to", "uses", "FollowUpAdded.actor"),
    }
)
"""The fields that hold ids and words of the program; `rater` is a name in the form of one."""


def _holds_text(kind: Any) -> bool:
    if kind is str:
        return True
    return not (isinstance(kind, type) and issubclass(kind, Struct)) and any(map(_holds_text, get_args(kind)))


def _structs(kind: Any) -> Iterator[type[Struct]]:
    if isinstance(kind, type) and get_origin(kind) is None and issubclass(kind, Struct):
        yield kind
        for inner in get_type_hints(kind).values():
            yield from _structs(inner)
    for part in get_args(kind):
        yield from _structs(part)


FIELDS = sorted(
    {(s.__name__, name) for s in _structs(Event) for name, kind in get_type_hints(s).items() if _holds_text(kind)}
)


def test_every_field_with_words_is_either_typed_or_an_id() -> None:
    """A new event says what its texts are before any record can be anonymised."""
    assert len(FIELDS) > 200
    undecided = [f"{s}.{f}" for s, f in FIELDS if is_typed(s, f) == (f in IDS or f"{s}.{f}" in IDS)]
    assert undecided == []


def test_nothing_is_listed_that_no_event_has() -> None:
    there = {field for _, field in FIELDS} | {f"{struct}.{field}" for struct, field in FIELDS}
    assert (TYPED | IDS) - there == set()


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (NoteWritten(at=AT, by="a", text="x", seat="x"), NoteWritten(at=AT, by="a", text="[x]", seat="x")),
        (
            SeatCast(at=AT, by="t", seat="x", source=Source.HUMAN, people=("x", "y")),
            SeatCast(at=AT, by="t", seat="x", source=Source.HUMAN, people=("[x]", "[y]")),
        ),
        (
            AgendaProposed(at=AT, by="a", issues=("x",), wordings={"x": "x"}),
            AgendaProposed(at=AT, by="a", issues=("x",), wordings={"x": "[x]"}),
        ),
        (
            SheetWritten(at=AT, by="a", party="x", parts={"x": "x"}),
            SheetWritten(at=AT, by="a", party="x", parts={"x": "[x]"}),
        ),
        (
            VersionIssued(at=AT, by="a", version=1, clauses={"x": ClauseDraft(option="x", wording="x")}),
            VersionIssued(at=AT, by="a", version=1, clauses={"x": ClauseDraft(option="x", wording="[x]")}),
        ),
        (
            CommitmentRecorded(
                at=AT, by="a", commitment=1, clause="x", record=CommitmentDraft(actor="x", action="x", days=1)
            ),
            CommitmentRecorded(
                at=AT,
                by="a",
                commitment=1,
                clause="x",
                record=CommitmentDraft(
                    actor="[x]",
                    action="[x]",
                    deadline="[]",
                    place="[]",
                    verifier="[]",
                    method="[]",
                    resources="[]",
                    if_not="[]",
                    days=1,
                ),
            ),
        ),
        (
            SynthesisIssued(at=AT, by="a", version=1, points=(SynthesisPoint(text="x", inputs=(1,)),)),
            SynthesisIssued(at=AT, by="a", version=1, points=(SynthesisPoint(text="[x]", inputs=(1,)),)),
        ),
        (
            FollowUpAdded(at=AT, by="a", entry=1, text="x", actor="x"),
            FollowUpAdded(at=AT, by="a", entry=1, text="[x]", actor="x", due="[]"),
        ),
        (
            PackageTabled(at=AT, by="a", package=1, party="x", terms={"x": "x"}, text="x"),
            PackageTabled(at=AT, by="a", package=1, party="x", terms={"x": "x"}, text="[x]"),
        ),
    ],
    ids=lambda event: type(event).__name__,
)
def test_what_was_typed_is_put_through_and_nothing_else(event: Event, said: Event) -> None:
    assert retyped(event, lambda text: f"[{text}]") == said


def test_an_event_in_which_nothing_changes_is_the_same() -> None:
    event = VersionIssued(at=AT, by="a", version=1, clauses={"x": ClauseDraft(wording="x")})
    assert retyped(event, str) is event
    assert list(typed_in(event)) == ["x"]


def test_a_mapping_that_did_not_change_stays_what_it_is() -> None:
    parts: Mapping[str, str] = {"x": "x"}
    event = SheetWritten(at=AT, by="a", party="x", parts=parts)
    assert retyped(event, lambda text: text).parts is parts
