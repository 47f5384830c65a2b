"""Minutes by party are those of the scorecard."""

from scoring.sentences import figure
from simulator.debrief.contents import Known
from simulator.debrief.drawn import balance
from tests.debrief.drawn.conftest import texts


def test_the_minutes_are_those_of_the_measures(kalindra: Known) -> None:
    drawn = balance(kalindra)
    assert drawn is not None
    tables = {f.id: f.table for f in kalindra.scorecard.findings if f.id in ("M1", "M3")}
    floor, alone = tables["M1"], tables["M3"]
    assert floor is not None
    assert alone is not None
    spoken = {row.cells[1]: row.cells[3] for row in floor.rows if row.cells[0] == "party"}
    met = {row.cells[0]: row.cells[2] for row in alone.rows}
    assert set(met) == set(kalindra.scenario.deciding())
    for minutes in (*spoken.values(), *met.values()):
        assert isinstance(minutes, float)
        assert figure(minutes, 1) in texts(drawn)
    for party in kalindra.scenario.parties:
        assert f"{kalindra.names.short(party)}: " in drawn.told
