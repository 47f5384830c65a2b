"""Stand-ins play a committee: they report, answer, lift, dispute and settle, and ask for nothing that is refused."""

from collections import Counter

from simulator.rehearsal import rehearsal
from tests.engine.story import scenario


def test_stand_ins_play_a_committee_to_its_end() -> None:
    played = rehearsal(scenario("committee"), 0)
    happened = Counter(type(event).__name__ for event in played.record.events)
    assert played.session.ended
    assert played.session.outcome is not None
    for kind in ("ReportDelivered", "ReportAnswered", "ReportAdopted", "DisputeRaised", "ReadingProposed"):
        assert happened[kind], kind
    assert played.refusals == {}
