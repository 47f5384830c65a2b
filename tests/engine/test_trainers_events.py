"""What the trainer does with events beyond the plan: other words, other addressees, later, improvised."""

import pytest

from simulator.engine import commands as c
from simulator.engine import view
from simulator.engine.view.audience import may_know
from simulator.engine.words import TRAINER, Cause
from tests.engine.story import Story

WORDS = "The market opens at dawn, and nobody knows who let it."


def paper(story: Story, seat: str, inject: str) -> str:
    """What a seat reads of an event; nothing where none reached it."""
    return next((p.text for p in view(story.session, seat, story.at).papers if p.inject == inject), "")


def test_an_event_is_sent_in_other_words_to_other_seats(exploring: Story) -> None:
    exploring.when(c.SendInject, TRAINER, inject="market-moved", to=("upper",), text=f" {WORDS} ").then(
        ("inject_sent", {"text": WORDS, "to": ("upper-head",), "cause": Cause.BY_HAND})
    )
    assert paper(exploring, "upper-head", "market-moved") == WORDS
    assert paper(exploring, "lower-head", "market-moved") == ""
    assert exploring.session.scenario.events["market-moved"].text != WORDS, "the plan stays for the debriefing"


def test_the_words_that_are_written_are_no_change(exploring: Story) -> None:
    written = exploring.session.scenario.events["market-moved"].text
    exploring.when(c.SendInject, TRAINER, inject="market-moved", text=written).then(("inject_sent", {"text": ""}))


@pytest.mark.parametrize("to", [("nobody",), ("upper", "nobody")], ids=str)
def test_an_addressee_that_nobody_knows_is_refused(exploring: Story, to: tuple[str, ...]) -> None:
    exploring.when(c.SendInject, TRAINER, inject="market-moved", to=to).refuses("UNKNOWN")
    assert "nobody" in exploring.refusal.why


def test_an_event_that_was_put_off_comes_then_whatever_it_waited_for(exploring: Story) -> None:
    due = exploring.session.clock.read(exploring.at) + 600
    exploring.when(c.PutOffInject, TRAINER, inject="market-moved", minutes=10).then(
        ("inject_put_off", {"seconds": due})
    )
    exploring.tick(9.9).then()
    exploring.tick(0.1)
    assert [type(e).__name__ for e in exploring.last][:1] == ["InjectSent"]
    assert exploring.session.injects["market-moved"].cause is Cause.TIME


def test_an_event_by_hand_that_was_put_off_comes_by_itself_until_it_is_held(exploring: Story) -> None:
    by_hand = next(n for n, e in exploring.session.scenario.events.items() if e.when is None)
    exploring.do(c.PutOffInject, TRAINER, inject=by_hand, minutes=1).do(c.HoldInject, TRAINER, inject=by_hand)
    exploring.tick(2)
    assert exploring.session.injects[by_hand].state == "held"
    exploring.do(c.PutOffInject, TRAINER, inject=by_hand, minutes=1).tick(1)
    assert exploring.session.injects[by_hand].state == "sent"


@pytest.mark.parametrize("minutes", [0, -1, 241])
def test_an_event_is_put_off_by_minutes_that_an_exercise_has(exploring: Story, minutes: int) -> None:
    exploring.when(c.PutOffInject, TRAINER, inject="market-moved", minutes=minutes).refuses("OUT-OF-RANGE")


def test_what_was_sent_is_not_put_off(exploring: Story) -> None:
    exploring.do(c.SendInject, TRAINER, inject="market-moved")
    exploring.when(c.PutOffInject, TRAINER, inject="market-moved", minutes=5).refuses("INJECT-STATE")


def improvise(story: Story, to: tuple[str, ...] = ("mediator",)) -> Story:
    """Something that the scenario does not have."""
    fields = {"title": "A journalist calls", "sender": "The Evening Post", "text": WORDS, "tests": "Do they confer?"}
    return story.when(c.ImproviseInject, TRAINER, to=to, **fields)


def test_an_improvised_event_reaches_its_seats_and_is_answered(exploring: Story) -> None:
    improvise(exploring).then(("inject_improvised", {"inject": "+1", "to": ("mediator",)}))
    assert paper(exploring, "mediator", "+1") == WORDS
    assert paper(exploring, "upper-head", "+1") == ""
    exploring.do(c.AnswerInject, "mediator", inject="+1", text="We do not comment.").tick(30)
    improvise(exploring, ("all",)).then(("inject_improvised", {"inject": "+2"}))
    exploring.do(c.MarkInject, TRAINER, inject="+1", met=True)
    listed = [i for i in view(exploring.session, TRAINER, exploring.at).control.injects if i.improvised]  # type: ignore[union-attr]
    assert [(i.id, i.state.response, len(i.state.answers)) for i in listed] == [("+1", "met", 1), ("+2", "", 0)]


def test_why_an_event_was_improvised_is_known_to_the_trainer_alone(exploring: Story) -> None:
    improvise(exploring, ("all",))
    (event,) = exploring.last
    assert may_know(event, exploring.session, TRAINER)
    for seat in exploring.session.scenario.seats:
        assert not may_know(event, exploring.session, seat)
        assert "Do they confer?" not in repr(view(exploring.session, seat, exploring.at))


def test_an_event_needs_a_title_and_an_addressee(exploring: Story) -> None:
    improvise(exploring, ()).refuses("UNKNOWN")
    exploring.when(c.ImproviseInject, TRAINER, title=" ", sender="X", text="Y", to=("all",)).refuses("EMPTY-TEXT")


def test_only_the_trainer_improvises_and_puts_off(exploring: Story) -> None:
    exploring.when(c.ImproviseInject, "mediator", title="A", sender="B", text="C", to=("all",)).refuses("CONTROL-ONLY")
    exploring.when(c.PutOffInject, "mediator", inject="market-moved", minutes=5).refuses("CONTROL-ONLY")


def test_a_paper_is_opened_once_by_those_whom_it_reached(exploring: Story) -> None:
    exploring.do(c.SendInject, TRAINER, inject="market-moved", to=("upper-head",))
    exploring.when(c.OpenPaper, "lower-head", inject="market-moved").refuses("UNKNOWN")
    exploring.when(c.OpenPaper, "upper-head", inject="market-moved").then("paper_opened")
    exploring.when(c.OpenPaper, "upper-head", inject="market-moved").then()
    assert exploring.session.injects["market-moved"].opened == ("upper-head",)
    (moment,) = [m for m in exploring.session.log if type(m.event).__name__ == "PaperOpened"]
    assert [s for s in exploring.session.scenario.seats if may_know(moment.event, exploring.session, s)] == [
        "upper-head"
    ]
