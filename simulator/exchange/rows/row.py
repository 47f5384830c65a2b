"""What every row has, and how a column is described."""

from typing import Annotated

from msgspec import Meta, Struct

from scenarios.texts import mark


def column(meaning: str, unit: str = "") -> Meta:
    """A column: what it means, in English, and what its numbers are counted in."""
    return Meta(description=meaning, extra_json_schema={"unit": unit} if unit else None)


class Row(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of a table; the same columns come first in every one."""

    session: Annotated[str, column(mark("The session's id."))]
    event: Annotated[
        int | None,
        column(mark("The number of the event in the session, from 1; rows of different tables are joined by it.")),
    ]
    play_seconds: Annotated[float | None, column(mark("What the play clock showed then."), mark("seconds"))]
    play_minute: Annotated[float | None, column(mark("The same in minutes."), mark("minutes"))]
    phase: Annotated[str, column(mark("The id of the phase; empty before the clock starts."))]
    seat: Annotated[str, column(mark("The id of the seat that the row is about; empty where there is none."))]
    party: Annotated[str, column(mark("The id of its party."))]
    people: Annotated[
        tuple[str, ...],
        column(
            mark("Who played the seat then: `person-1` and so on, or names if they were wanted; none for stand-ins.")
        ),
    ]
