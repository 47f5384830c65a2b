"""What is made of it: measures, ratings and what raters saw."""

from collections.abc import Iterator, Sequence
from itertools import chain

from scenarios.texts import tr
from scoring import rubric
from scoring.findings import Row
from scoring.scorecard import DECIMALS
from simulator.engine import events as e
from simulator.exchange.rows import CellRow, MeasureRow, ObservationRow, RatingRow
from simulator.exchange.tables.known import Known


def measures(known: Known) -> Iterator[MeasureRow]:
    """Measures, those about raters last, at the first event that each rests on."""
    mask = known.people.without_names
    for finding in chain(known.scorecard.findings, known.scorecard.ratings):
        yield MeasureRow(
            **known.head(known.moment(finding.evidence[0]) if finding.evidence else None),
            measure=finding.id,
            title=finding.title,
            panel=finding.panel.value,
            observed=finding.observed,
            value=None if finding.value is None or not finding.observed else round(finding.value, DECIMALS) + 0.0,
            unit=finding.unit,
            band=finding.band.value if finding.band else "",
            n=len(finding.evidence),
            evidence=finding.evidence,
            reading=mask(finding.reading),
            caution=finding.caution,
        )


def measure_cells(known: Known) -> Iterator[CellRow]:
    """The cells of the measures' tables; ratings have tables of their own."""
    for finding in known.scorecard.findings:
        columns = finding.table.columns if finding.table else ()
        for number, row in enumerate(finding.table.rows if finding.table else (), 1):
            moment = known.moment(row.evidence[0]) if row.evidence else None
            head = known.head(moment, _seat(columns, row))
            for column, cell in zip(columns, row.cells, strict=True):
                yield CellRow(
                    **head,
                    measure=finding.id,
                    row=number,
                    column=column,
                    cell=_cell(known, cell),
                    evidence=row.evidence,
                )


def _seat(columns: Sequence[str], row: Row) -> str:
    """The seat that a row of a measure is about."""
    if "seat" in columns:
        return str(row.cells[columns.index("seat")])
    if "scope" in columns and row.cells[columns.index("scope")] == "seat":
        return str(row.cells[columns.index("scope") + 1])
    return ""


def _cell(known: Known, cell: str | int | float | None) -> str | int | float | None:
    if isinstance(cell, str):
        return known.people.without_names(cell)
    return round(cell, DECIMALS) + 0.0 if isinstance(cell, float) else cell


def ratings(known: Known) -> Iterator[RatingRow]:
    """The latest rating of each rater for each seat and dimension."""
    found = rubric.ratings(known.course)
    for rating in found.latest:
        name = rubric.INSUFFICIENT if rating.level is None else rubric.LEVELS.get(rating.level, "")
        yield RatingRow(
            **known.head(known.moment(rating.event), rating.seat),
            rater=known.people.rater(rating.rater),
            dimension=rating.dimension.value,
            dimension_name=rubric.DIMENSIONS[rating.dimension].name,
            level=rating.level,
            level_name=tr(name),
            observations=tuple(seen.number for seen in rating.observations),
            locked=rating.rater in found.locked,
        )


def observations(known: Known) -> Iterator[ObservationRow]:
    """What raters saw, in order, without what they took back."""
    gone = {
        moment.event.observation for moment in known.course.moments if isinstance(moment.event, e.ObservationWithdrawn)
    }
    for moment in known.course.moments:
        event = moment.event
        if isinstance(event, e.ObservationNoted) and event.observation not in gone:
            yield ObservationRow(
                **known.head(moment, event.seat or ""),
                observation=event.observation,
                rater=known.people.rater(event.rater),
                dimension=event.dimension.value if event.dimension else "",
                text=known.people.without_names(event.text),
                about_event=event.moment,
            )
