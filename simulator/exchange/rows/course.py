"""The session, its cast, and all that happened."""

from typing import Annotated, Any

from msgspec import Struct

from scenarios.texts import mark
from simulator.exchange.rows.row import Row, column


class SessionRow(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The session."""

    session: Annotated[str, column(mark("The session's id."))]
    name: Annotated[str, column(mark("What the trainer called it."))]
    exercise: Annotated[str, column(mark("The exercise that it belongs to as one of several groups."))]
    scenario: Annotated[str, column(mark("The scenario's id."))]
    version: Annotated[str, column(mark("The scenario's version."))]
    title: Annotated[str, column(mark("The scenario's title."))]
    language: Annotated[str, column(mark("The language that the session was opened in."))]
    seed: Annotated[int, column(mark("What chance was drawn from."))]
    opened_at: Annotated[str, column(mark("When it was opened, UTC."), "ISO 8601")]
    last_at: Annotated[str, column(mark("When its last event happened, UTC."), "ISO 8601")]
    events: Annotated[int, column(mark("How many events it has."))]
    clock_minutes: Annotated[float, column(mark("How long the play clock ran."), mark("minutes"))]
    talks_minutes: Annotated[float, column(mark("How long it ran until the talks were over."), mark("minutes"))]
    outcome: Annotated[str, column(mark("How the talks ended; empty where no outcome was recorded."))]
    outcome_event: Annotated[int | None, column(mark("The event that recorded it."))]
    ended: Annotated[bool, column(mark("Whether the session was closed."))]
    people: Annotated[int, column(mark("How many people were cast, all told."))]
    names: Annotated[bool, column(mark("Whether these files have the names of people."))]


class CastRow(Row, frozen=True, kw_only=True):
    """Who played a seat for a while."""

    seat_name: Annotated[str, column(mark("The character's name."))]
    seat_title: Annotated[str, column(mark("The character's function."))]
    party_name: Annotated[str, column(mark("The party's name."))]
    archetype: Annotated[str, column(mark("The archetype that gives the seat its rights."))]
    played_by: Annotated[str, column(mark("`human`, `stand_in` or `empty`."))]
    until_event: Annotated[int | None, column(mark("The event that cast somebody else; empty where it stayed so."))]
    clock_minutes: Annotated[float, column(mark("How long the play clock ran meanwhile."), mark("minutes"))]
    ready_minute: Annotated[float | None, column(mark("When the seat said that it was ready."), mark("minutes"))]
    left_role_minute: Annotated[float | None, column(mark("When it left its role."), mark("minutes"))]
    acts: Annotated[
        int, column(mark("How many events it brought about; self-reports and the stop word are not counted."))
    ]
    spoken_seconds: Annotated[float, column(mark("How long it had the floor, in all bodies."), mark("seconds"))]


class EventRow(Row, frozen=True, kw_only=True):
    """Something that happened."""

    at: Annotated[str, column(mark("When it happened by the wall clock, UTC."), "ISO 8601")]
    kind: Annotated[str, column(mark("What happened, as on the page of events."))]
    by: Annotated[
        str,
        column(
            mark(
                "`human`, `stand_in` or `trainer`: who acted. Empty for self-reports and the stop word, told of nobody."
            )
        ),
    ]
    to: Annotated[tuple[str, ...], column(mark("The seats that it reached, where it names any; `all` for everybody."))]
    body: Annotated[str, column(mark("The id of the body."))]
    issue: Annotated[str, column(mark("The id of the issue."))]
    option: Annotated[str, column(mark("The id of the option."))]
    package: Annotated[int | None, column(mark("The number of the package."))]
    caucus: Annotated[int | None, column(mark("The number of the private meeting."))]
    clause: Annotated[str, column(mark("The id of the article."))]
    document: Annotated[str, column(mark("The id of the text; empty for the main one."))]
    interest: Annotated[str, column(mark("The id of the interest, as `party.interest`."))]
    inject: Annotated[str, column(mark("The id of the event of exercise control."))]
    text: Annotated[str, column(mark("What somebody typed with it; never the text of a private note."))]
    data: Annotated[dict[str, Any], column(mark("All its fields, as a JSON object."))]
