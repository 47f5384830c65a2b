"""Who spoke how long on the floor, and whom the mediators met alone."""

from scenarios.texts import tr
from scoring.findings import Table
from scoring.sentences import figure, lasting, parted
from simulator.debrief.contents import Known
from simulator.debrief.drawn import axes
from simulator.debrief.drawn.forms import Row, rows
from simulator.debrief.drawn.lettering import tidy
from simulator.debrief.drawn.looks import Sign
from simulator.printing import Figure


def balance(known: Known) -> Figure | None:
    """Minutes on the floor of every party, and alone with the mediators of those that decide, as M1 and M3 count them.

    None where nobody spoke on the speaking clock and the mediators met nobody alone.
    """
    spoken = {
        str(cells[1]): _minutes(cells[3])
        for cells in _cells(known, "M1")
        if cells[0] == "party" and str(cells[1]) in known.scenario.parties
    }
    alone = {str(cells[0]): _minutes(cells[2]) for cells in _cells(known, "M3")}
    if not any(spoken.values()) and not any(alone.values()):
        return None
    seated = {seat.party for seat in known.scenario.seats.values()}
    parties = [party for party in known.scenario.parties if party in seated]
    shown: list[Row] = []
    said: list[str] = []
    for party in parties:
        name = tidy(known.names.short(party))
        floor = figure(spoken.get(party, 0.0), 1)
        if party in alone:
            meetings = figure(alone[party], 1)
            shown.append(Row(name, (spoken.get(party, 0.0), alone[party]), (floor, meetings)))
            said.append(
                # Translators: in a list parted by semicolons: how long a party spoke and met; each is like "5 minutes".
                tr(
                    "{party}: {floor} on the floor, {alone} alone with the mediators",
                    party=name,
                    floor=lasting(60 * spoken.get(party, 0.0)),
                    alone=lasting(60 * alone[party]),
                )
            )
        else:
            shown.append(Row(name, (spoken.get(party, 0.0), None), (floor, "")))
            # Translators: in a list parted by semicolons: how long a party spoke, like "5 minutes".
            said.append(tr("{party}: {floor} on the floor", party=name, floor=lasting(60 * spoken.get(party, 0.0))))
    key = [Sign(tr("on the floor"), fill="solid")]
    if alone:
        # Translators: in the key of a drawing: minutes in private meetings of one side with the mediators.
        key.append(Sign(tr("alone with the mediators"), fill="hatched"))
    most = max((*spoken.values(), *alone.values()))
    return Figure(
        tr("Minutes on the floor and alone with the mediators"),
        rows(shown, ("solid", "hatched"), axes.counted(most, tr("minutes")), key),
        # Translators: {parties} is a list of clauses about parties, parted by semicolons.
        tr("Party by party: {parties}.", parties=parted(said)),
    )


def _cells(known: Known, measure: str) -> list[tuple[object, ...]]:
    """The table of a measure, row by row."""
    table: Table | None = next((f.table for f in known.scorecard.findings if f.id == measure), None)
    return [] if table is None else [tuple(row.cells) for row in table.rows]


def _minutes(cell: object) -> float:
    return float(cell) if isinstance(cell, int | float) else 0.0
