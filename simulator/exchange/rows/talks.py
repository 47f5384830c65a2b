"""How people talked: turns on the floor, private meetings."""

from typing import Annotated

from scenarios.texts import mark
from simulator.exchange.rows.row import Row, column


class TurnRow(Row, frozen=True, kw_only=True):
    """A turn on the floor."""

    body: Annotated[str, column(mark("The id of the body."))]
    body_name: Annotated[str, column(mark("Its name."))]
    given_by: Annotated[str, column(mark("The seat that gave the floor, or `trainer`."))]
    limit_seconds: Annotated[int | None, column(mark("How long it was meant to be at most."), mark("seconds"))]
    seconds: Annotated[
        float | None, column(mark("How long it was; empty where nobody ended it."), mark("seconds of the play clock"))
    ]
    ended_event: Annotated[int | None, column(mark("The event that ended it."))]


class CaucusRow(Row, frozen=True, kw_only=True):
    """A private meeting."""

    caucus: Annotated[int, column(mark("The number of the private meeting."))]
    seats: Annotated[tuple[str, ...], column(mark("The seats that were asked in, the caller's among them."))]
    parties: Annotated[tuple[str, ...], column(mark("Their parties."))]
    mediated: Annotated[bool, column(mark("Whether a mediation team was among them."))]
    place: Annotated[str, column(mark("Where it was called to."))]
    state: Annotated[str, column(mark("How far it came: requested, granted, open, declined or closed."))]
    opened_event: Annotated[int | None, column(mark("The event that opened it."))]
    opened_minute: Annotated[float | None, column(mark("When it was opened."), mark("minutes"))]
    closed_event: Annotated[int | None, column(mark("The event that ended it."))]
    seconds: Annotated[
        float | None, column(mark("How long it was; empty where nobody ended it."), mark("seconds of the play clock"))
    ]
