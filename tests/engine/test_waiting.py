"""The answers that are owed: by whom, and until when."""

from simulator.engine import commands as c
from simulator.engine.waiting import Owed, _unready, owed
from simulator.engine.words import TRAINER, Source
from tests.engine.story import Story

TERMS = {"hours": "mornings-lower", "keeper": "upper-keeps"}


def test_an_invitation_and_a_package_are_owed_by_who_has_to_answer(converging: Story) -> None:
    converging.do(c.TablePackage, "lower-head", terms=TERMS)
    tabled = converging.session.packages[1].tabled
    converging.do(c.AskCapital, "upper-head", text="How many hours?")
    asked = converging.session.capital_calls[1].asked
    assert owed(converging.session) == (
        Owed("upper-head", "package", "1", tabled),
        Owed(TRAINER, "capital", "1", asked),
    )
    converging.do(c.AnswerCapital, TRAINER, call=1, text="Six.")
    assert [one.kind for one in owed(converging.session)] == ["package"]


def test_after_play_nobody_owes_what_play_asked(converging: Story) -> None:
    converging.do(c.TablePackage, "lower-head", terms=TERMS)
    converging.do(c.EnterPhase, TRAINER, phase="de-role")
    assert {one.kind for one in owed(converging.session)} == {"pulse"}
    assert {one.seat for one in owed(converging.session)} == set(converging.session.scenario.seats)


def test_people_are_waited_for_before_stand_ins(opened: Story) -> None:
    opened.do(c.CastSeat, TRAINER, seat="lower-head", source=Source.STAND_IN)
    opened.do(c.StartClock, TRAINER)
    assert "lower-head" not in _unready(opened.session, "ready", "all").seats
    opened.do(c.SayReady, "upper-head")
    assert _unready(opened.session, "ready", "sides").seats == ("lower-head",), "the one side that is left is named"
