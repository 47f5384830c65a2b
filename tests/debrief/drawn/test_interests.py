"""Every interest counts once, where it came furthest."""

import re

from simulator.debrief.contents import Known
from simulator.debrief.drawn import interests
from simulator.engine import Record
from tests.debrief.drawn.conftest import texts


def test_an_interest_counts_where_it_came_furthest(agreed: Record) -> None:
    drawn = interests(Known.of(agreed))
    assert drawn is not None
    # The school was told, carried and acknowledged; what else there is stayed where it was.
    assert "Upper holds 2 interests (acknowledged by another party: 1 and not told outside the party: 1)" in drawn.told
    assert "Lower holds 2 interests (not told outside the party: 2)" in drawn.told
    assert {"Upper", "Lower", "1", "2"} <= set(texts(drawn))


def test_no_interest_is_lost(kalindra: Known) -> None:
    drawn = interests(kalindra)
    assert drawn is not None
    for name, party in kalindra.scenario.parties.items():
        found = re.search(rf"{re.escape(kalindra.names.short(name))} holds (\d+) interests? \(([^)]*)\)", drawn.told)
        assert (found is not None) == bool(party.interests)
        if found:
            assert int(found[1]) == len(party.interests) == sum(map(int, re.findall(r": (\d+)", found[2])))
