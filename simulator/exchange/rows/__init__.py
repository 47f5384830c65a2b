"""The rows of the tables. Every column is described where it stands: the codebook and the schema say the same."""

from typing import Annotated, get_args

from msgspec import Struct
from msgspec.structs import fields

from scenarios.texts import mark
from simulator.exchange.rows.course import CastRow, EventRow, SessionRow
from simulator.exchange.rows.judging import CellRow, MeasureRow, ObservationRow, RatingRow
from simulator.exchange.rows.matter import AnswerRow, CommitmentRow, InterestRow, PackageRow, TermRow, WorthRow
from simulator.exchange.rows.row import Row, column
from simulator.exchange.rows.talks import CaucusRow, TurnRow

__all__ = [
    "TABLES",
    "AnswerRow",
    "CastRow",
    "CaucusRow",
    "CellRow",
    "CommitmentRow",
    "EventRow",
    "InterestRow",
    "MeasureRow",
    "ObservationRow",
    "PackageRow",
    "RatingRow",
    "Row",
    "SessionRow",
    "Tables",
    "TermRow",
    "TurnRow",
    "WorthRow",
]


class Tables(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A session as tables."""

    session: Annotated[tuple[SessionRow, ...], column(mark("The session: one row."))]
    cast: Annotated[
        tuple[CastRow, ...], column(mark("Who played each seat: one row for each time that somebody else was cast."))
    ]
    events: Annotated[tuple[EventRow, ...], column(mark("All that happened: one row an event, by whoever acted."))]
    packages: Annotated[
        tuple[PackageRow, ...], column(mark("Packages: one row for each that was tabled, by whoever tabled it."))
    ]
    package_terms: Annotated[
        tuple[TermRow, ...], column(mark("What packages settle: one row for each issue of a package."))
    ]
    package_answers: Annotated[
        tuple[AnswerRow, ...], column(mark("Answers to packages: one row an answer, by whoever gave it."))
    ]
    package_values: Annotated[
        tuple[WorthRow, ...],
        column(mark("What packages are worth: one row for each package and deciding party. No player could see it.")),
    ]
    floor: Annotated[tuple[TurnRow, ...], column(mark("Turns on the floor: one row each, by whoever spoke."))]
    caucuses: Annotated[tuple[CaucusRow, ...], column(mark("Private meetings: one row each, by whoever called it."))]
    interests: Annotated[
        tuple[InterestRow, ...],
        column(
            mark("Each time that an interest was told, released, carried or acknowledged: one row, by whoever did it.")
        ),
    ]
    commitments: Annotated[
        tuple[CommitmentRow, ...],
        column(mark("Commitments under the articles: one row each, as it reads in the end, by whoever wrote it.")),
    ]
    measures: Annotated[
        tuple[MeasureRow, ...],
        column(mark("Measures: one row each, at the first event that it rests on. There is no grade, and no sum.")),
    ]
    measure_cells: Annotated[
        tuple[CellRow, ...], column(mark("What measures are made of: one row for each cell of their tables."))
    ]
    ratings: Annotated[
        tuple[RatingRow, ...],
        column(mark("Ratings: the latest of each rater for each seat and dimension. Levels are no marks.")),
    ]
    observations: Annotated[
        tuple[ObservationRow, ...],
        column(mark("What raters saw or heard: one row for each that was not taken back, about whoever was seen.")),
    ]


TABLES: tuple[tuple[str, type[Struct]], ...] = tuple(
    (field.name, get_args(get_args(field.type)[0])[0]) for field in fields(Tables)
)
"""Each table by the name of its file, and what its rows are."""
