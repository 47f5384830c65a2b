"""Inputs, the synthesis and messages at a seat, at eighty columns and on a large terminal."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine.words import TRAINER, Source, Uptake
from simulator.tui.boards import inputs, messages
from simulator.tui.seat.fields import NotNow, Telling, Writing
from simulator.tui.seat.panes import ALL
from simulator.tui.seat.wishes import WISHES, Wish
from simulator.tui.seat.wishes.inputs import points_of

HEARD = Path(__file__).parents[2] / "cases" / "well-heard" / "scenario.yaml"


def wish(name: str) -> Wish:
    return next(w for w in WISHES if w.id == name)


def fields(view: Any, name: str, pick: str | None = None, /, **given: Any) -> Any:
    """The command's fields when the form's own values stand but for those given."""
    form = wish(name).form(view, pick)
    values = {f.name: f.value for f in form.fields if not isinstance(f, Telling)}
    assert set(given) <= set(values), values
    return form.command_fields({**values, **given})


@pytest.fixture
def heard(exploring: Any) -> Any:
    """Two inputs of the platform, one in own words, a message on its way, something of everything."""
    table = type(exploring)(HEARD).do(c.OpenSession, TRAINER, name="Tuesday")
    for seat in table.session.scenario.seats:
        table.do(c.CastSeat, TRAINER, seat=seat, source=Source.HUMAN, people=("Ann",))
    table.do(c.StartClock, TRAINER).phase("exploration")
    table.do(c.FileInput, "speaker", card="noon-for-school")
    table.do(c.FileInput, "upper-head", text="A bench for who waits at the lid", issues=("hours",))
    table.do(c.SendMessenger, "mediator", seat="runner", to=("lower-head",), text="Open the lid by Friday.")
    table.do(c.IssueNonPaper, "lower-head", title="Six hours each", text="A thought.", to=("mediator",))
    table.do(c.PublishReport, "observer", text="The lid is as it was.", levels={"1": 0})
    return table.do(c.IssueStatement, "reporter", text="The lid stays shut.")


@pytest.fixture
def drafted(heard: Any) -> Any:
    """The same with a first version of the text."""
    return heard.phase("convergence").do(
        c.IssueVersion, "mediator", clauses={"keeper": c.ClauseDraft(option="elder-keeps")}
    )


async def open_pane(pilot: Any, name: str) -> None:
    for _ in range(4):
        await pilot.press("0")
        await pilot.pause()
        if pilot.app.seat_screen.open_pane.name == name:
            return
    raise AssertionError(name)


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_the_platform_sees_what_it_has_handed_in_and_what_it_can_hand_in(
    heard: Any, sit: Any, size: tuple[int, int]
) -> None:
    async with sit(heard, "speaker").run_test(size=size) as pilot:
        await open_pane(pilot, "Inputs")
        assert "not written yet" in pilot.app.shown()
        assert "+ A key that is in neither village" in pilot.app.shown()
        assert "1. An hour at noon for the school" in pilot.app.shown()
        assert "What the truck costs" not in pilot.app.shown()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "Hand in an input" in pilot.app.shown()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert pilot.app.asked[-1] == (
            c.FileInput, {"card": "key-with-neither", "text": "", "issues": ()})  # fmt: skip
        assert "3. A key that is in neither village" in pilot.app.shown()


async def test_an_exercise_without_inputs_has_no_such_panes(exploring: Any, sit: Any) -> None:
    async with sit(exploring, "mediator").run_test(size=(80, 24)) as pilot:
        view = pilot.app.seat_screen.view
        assert "Inputs" not in [pane.name for pane in ALL if pane.shown(view)]
        assert not [d for d in pilot.app.seat_screen.offered() if d.id in ("issue_synthesis", "issue_statement")]


async def test_the_page_is_written_with_its_words_counted(heard: Any, sit: Any) -> None:
    async with sit(heard, "mediator").run_test(size=(80, 24)) as pilot:
        await open_pane(pilot, "Inputs")
        await pilot.press("y")
        await pilot.pause()
        assert "one page of 60 words" in pilot.app.words()
        assert "0 of 60 words" in pilot.app.words()
        await pilot.press(*"Noon for the school [1]".replace(" ", "_").replace("_", " "))
        await pilot.pause()
        assert "4 of 60 words; 1 point; in no point: 2" in pilot.app.words()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert pilot.app.asked[-1][1] == {"points": (c.SynthesisPoint(text="Noon for the school", inputs=(1,)),)}
        assert "version 1, 4 of 60 words" in pilot.app.words()


def test_the_page_says_what_is_wrong_before_it_goes_out(heard: Any) -> None:
    view = heard.view("mediator")
    assert fields(view, "issue_synthesis", page0="word " * 61) == "1 word too many for the page."
    assert fields(view, "issue_synthesis", page0="Noon [7]") == "There is no input 7."
    assert fields(view, "issue_synthesis", page0="[1]") == "A point has numbers of inputs and no words."
    live = wish("issue_synthesis").form(view, None).live
    assert live is not None
    assert live({"page0": "word " * 62}).plain.strip().startswith("62 of 60 words: 2 words too many")
    with pytest.raises(NotNow, match="written by Ines Korrigan"):
        wish("issue_synthesis").form(heard.view("runner"), None)


@pytest.mark.parametrize(
    ("page", "points"),
    [
        ("Noon [1, 3]\n\nThe key [2]", [("Noon", (1, 3)), ("The key", (2,))]),
        ("Noon [hours]", [("Noon [hours]", ())]),
        ("Noon [1; 3] ", [("Noon", (1, 3))]),
        ("", []),
    ],
)
def test_a_point_is_a_line_with_its_inputs_at_the_end(page: str, points: list[Any]) -> None:
    assert [(p.text, p.inputs) for p in points_of(page)] == points


def test_a_long_page_has_several_fields_and_comes_back_as_it_was(heard: Any) -> None:
    page = tuple(c.SynthesisPoint(text=f"Point {n} " + "word " * 18, inputs=(1,)) for n in range(3))
    heard.do(c.IssueSynthesis, "mediator", points=page)
    page0 = wish("issue_synthesis").form(heard.view("mediator"), None).fields[0]
    assert isinstance(page0, Writing)
    assert [p.inputs for p in points_of(page0.value)] == [(1,), (1,), (1,)]
    view = heard.view("mediator")
    large = replace(view, inputs=replace(view.inputs, words=1000))
    pages = [f.name for f in wish("issue_synthesis").form(large, None).fields if isinstance(f, Writing)]
    assert pages == ["page0", "page1", "page2"]
    made = fields(large, "issue_synthesis", None, page1="The key [2]")
    assert [p.inputs for p in made["points"]] == [(1,), (1,), (1,), (2,)]


async def test_a_writer_traces_the_input_of_the_row(drafted: Any, sit: Any) -> None:
    view = drafted.view("mediator")
    assert fields(view, "trace_input", "input:2", uptake=Uptake.TAKEN_UP, clause=None) == (
        "Pick the clause that it went into.")  # fmt: skip
    assert fields(view, "trace_input", "input:2", uptake=Uptake.NOT_TAKEN_UP) == "Say why it was not taken up."
    made = fields(view, "trace_input", "input:1", uptake=Uptake.IN_PART)
    assert made == {"input": 1, "uptake": Uptake.IN_PART, "document": "", "clause": "hours", "reason": ""}
    drafted.do(c.TraceInput, "mediator", **made)
    with pytest.raises(NotNow):
        wish("trace_input").form(drafted.view("runner"), "input:1")
    async with sit(drafted, "speaker").run_test(size=(80, 24)) as pilot:
        await open_pane(pilot, "Inputs")
        await pilot.press("down", "down")
        await pilot.pause()
        assert "taken up in part" in pilot.app.shown()
        assert "It went into: Hours." in pilot.app.words()


async def test_a_messenger_delivers_in_other_words(heard: Any, sit: Any) -> None:
    async with sit(heard, "runner").run_test(size=(80, 24)) as pilot:
        await open_pane(pilot, "Messages")
        assert "on its way" in pilot.app.shown()
        assert "Six hours each" not in pilot.app.shown()
        await pilot.press("enter")
        await pilot.pause()
        assert "Open the lid by Friday." in pilot.app.words()
        await pilot.press(*"Soon.")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "still on your way" in pilot.app.words()
        heard.wait(60)
        pilot.app.look()
        assert heard.view("runner").inputs.travel == 60
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert pilot.app.asked[-1] == (c.DeliverMessage, {"message": 1, "text": "Soon."})
    async with sit(heard, "lower-head").run_test(size=(80, 24)) as pilot:
        assert "A messenger has brought you a message. Press 0." in pilot.app.words()
        await open_pane(pilot, "Messages")
        await pilot.press("end")
        await pilot.pause()
        assert "message" in pilot.app.words()
        assert "Friday" not in pilot.app.shown()
        assert "compliance" in pilot.app.shown()
        assert "The lid stays shut." in pilot.app.shown()


def test_wishes_for_messages_make_commands(heard: Any) -> None:
    view = heard.view("mediator")
    made = fields(view, "send_messenger", seat="runner", to=("lower-head",), text="Come.")
    heard.do(c.SendMessenger, "mediator", **made)
    made = fields(view, "issue_non_paper", to=("all",), title="Noon", text="A thought.")
    heard.do(c.IssueNonPaper, "mediator", **made)
    made = fields(heard.view("observer"), "publish_report", None, text="Seen.", **{"level:2": 3})
    assert made == {"text": "Seen.", "levels": {"1": 0, "2": 3}}
    heard.do(c.PublishReport, "observer", **made)
    heard.do(c.IssueStatement, "reporter", **fields(heard.view("reporter"), "issue_statement", text="Open!"))
    with pytest.raises(NotNow):
        wish("deliver_message").form(view, None)
    assert fields(view, "tag_input", "input:2", issues=("keeper",)) == {"input": 2, "issues": ("keeper",)}
    assert fields(view, "file_input", text="", issues=()) == "Write what you ask for."


async def test_what_is_confidential_stays_off_the_column_that_is_always_in_sight(heard: Any, sit: Any) -> None:
    async with sit(heard, "runner").run_test(size=(200, 50)) as pilot:
        assert "told the press" in pilot.app.words()
        assert "Friday" not in pilot.app.shown()


def test_the_trainer_sees_all_of_it(drafted: Any) -> None:
    drafted.wait(60).do(c.DeliverMessage, "runner", message=1, text="Could you open it?")
    view = drafted.view(TRAINER)
    listed = [content.plain for _, content in (*inputs.rows(view), *messages.rows(view))]
    for words in ("What the truck costs", "A key that is in neither", "A bench for who waits", "Six hours each"):
        assert any(words in line for line in listed), words
    card = inputs.detail(view, "card:key-with-neither").plain
    assert "The key: An elder of both" in card
    assert "The key" not in inputs.detail(drafted.view("speaker"), "card:noon-for-school").plain
    both = messages.detail(view, "message:1").plain
    assert "Open the lid by Friday." in both
    assert "Could you open it?" in both
    assert "0 of 3, not at all" in messages.detail(view, "said:0").plain
    assert messages.detail(view, "said:9").plain == ""
