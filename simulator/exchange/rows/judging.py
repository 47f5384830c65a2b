"""What is made of it: measures, ratings and what raters saw."""

from typing import Annotated

from scenarios.texts import mark
from simulator.exchange.rows.row import Row, column


class MeasureRow(Row, frozen=True, kw_only=True):
    """A measure."""

    measure: Annotated[str, column(mark("Its id, as on the page of measures."))]
    title: Annotated[str, column(mark("What it is called."))]
    panel: Annotated[str, column(mark("`process`, `outcome` or `relationship`."))]
    observed: Annotated[bool, column(mark("Whether it could be seen in this session. Not observed is not zero."))]
    value: Annotated[float | None, column(mark("Its value; empty where it was not observed or has none."))]
    unit: Annotated[str, column(mark("What the value is counted in."))]
    band: Annotated[str, column(mark("`as_planned` or `worth_a_look`; it colours a card and judges nobody."))]
    n: Annotated[int, column(mark("How many events it rests on."))]
    evidence: Annotated[tuple[int, ...], column(mark("Their numbers."))]
    reading: Annotated[str, column(mark("How to read it, in a sentence."))]
    caution: Annotated[str, column(mark("How it misleads, in a sentence."))]


class CellRow(Row, frozen=True, kw_only=True):
    """A cell of the table of a measure."""

    measure: Annotated[str, column(mark("Its id, as on the page of measures."))]
    row: Annotated[int, column(mark("The row of the table, from 1."))]
    column: Annotated[str, column(mark("The column of the table."))]
    cell: Annotated[str | int | float | None, column(mark("What stands there."))]
    evidence: Annotated[tuple[int, ...], column(mark("The events that the row of the table rests on."))]


class RatingRow(Row, frozen=True, kw_only=True):
    """The latest rating of a rater for a seat and a dimension."""

    rater: Annotated[str, column(mark("Who rated: `rater-1` and so on, or a seat; names where they were asked for."))]
    dimension: Annotated[str, column(mark("`D1` to `D12`."))]
    dimension_name: Annotated[str, column(mark("What the dimension is called."))]
    level: Annotated[int | None, column(mark("1 to 4; empty for insufficient evidence, which is no level."))]
    level_name: Annotated[str, column(mark("What the level is called."))]
    observations: Annotated[tuple[int, ...], column(mark("The numbers of the observations that it rests on."))]
    locked: Annotated[bool, column(mark("Whether the rater's sheet was closed before the debriefing could colour it."))]


class ObservationRow(Row, frozen=True, kw_only=True):
    """What a rater saw or heard."""

    observation: Annotated[int, column(mark("Its number."))]
    rater: Annotated[str, column(mark("Who rated: `rater-1` and so on, or a seat; names where they were asked for."))]
    dimension: Annotated[str, column(mark("The dimension that it belongs to; empty where none was said."))]
    text: Annotated[str, column(mark("What was seen, in the rater's words."))]
    about_event: Annotated[int | None, column(mark("The event that it is about, where the rater named one."))]
