"""What is timed gives the same answers as plain enumeration, so that the benchmark compares like with like."""

from pathlib import Path
from typing import Any

import pytest

from benchmarks import own
from benchmarks.cases import Case, least
from benchmarks.serving import digest
from benchmarks.solutions import CROSSED

ROOT = Path(__file__).resolve().parents[2]


def asked(case: Case) -> dict[str, Any]:
    tables = case.tables()
    return {"tables": tables, "reservations": least(tables)}


@pytest.mark.parametrize("parties", [2, 3, 6])
@pytest.mark.parametrize("data", ["ind", "opp"])
def test_ours_and_enumeration_agree(parties: int, data: Any) -> None:
    request = asked(Case(4, 4, parties, 100, data))
    ours = own.tell_ours(own.ours(request)())
    every = own.tell_enumeration(own.enumeration(request)())
    assert {name: ours[name] for name in ours if name != "method"} == {
        name: every[name] for name in every if name != "packages"
    }


def test_the_textbooks_point_where_the_peers_parts_from_it() -> None:
    """By hand: of (80, 60) and (55, 62) the first has the larger smallest share, the second the smaller difference."""
    found = own.tell_ours(own.ours({"tables": CROSSED, "reservations": [0, 0]})())
    assert found["front"] == 4
    assert found["kalai_smorodinsky"] == (80, 60)


def test_a_digest_is_of_the_set() -> None:
    assert digest([(1, 2), (3, 4), (1, 2)]) == digest([(3, 4), (1, 2)])
    assert digest([(1, 2)]) != digest([(2, 1)])


def test_the_peer_is_named_by_its_worker_alone() -> None:
    """Its licence is the AGPL: nothing that is shipped or tested may import it."""
    places = [*ROOT.glob("benchmarks/*.py"), *(p for top in PACKAGES for p in (ROOT / top).rglob("*.py"))]
    importing = [path.name for path in places if "import negmas" in (text := path.read_text()) or "from negmas" in text]
    assert importing == ["peer.py"]
    locks = [path.name for path in (ROOT / "requirements").glob("*.txt") if "negmas" in path.read_text()]
    assert locks == ["bench.txt"]


PACKAGES = ("roles", "scenarios", "simulator", "scoring", "docs")
