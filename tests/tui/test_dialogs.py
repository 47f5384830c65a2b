"""Typed questions: by key and by mouse, with Esc for nothing."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from textual.app import App
from textual.css.query import NoMatches
from textual.screen import ModalScreen
from textual.widgets import Button, Static, TextArea

from simulator.tui.app import GoodOffices
from simulator.tui.dialogs import (
    Choice,
    ChooseMany,
    ChooseOne,
    Drafts,
    LineQuestion,
    NumberQuestion,
    PinQuestion,
    TextQuestion,
    YesNo,
)
from simulator.tui.dialogs.words import LONGEST_ANSWER
from simulator.tui.seat.fields import Form, Pick
from simulator.tui.seat.form import FormPage
from simulator.tui.terminal import ToughApp

CHOICES = (Choice("a", "Apples"), Choice("b", "[b]Bread[/b]"), Choice("c", "Cheese", why_not="There is none."))
NOTHING = "nothing yet"


class Asking(App[None]):
    """An app that asks one question."""

    def __init__(self, question: ModalScreen[Any]) -> None:
        super().__init__()
        self.question = question
        self.given: object = NOTHING
        self.drafts = Drafts()
        self.seat = "upper"

    def on_mount(self) -> None:
        """Ask."""
        self.push_screen(self.question, self.answered)

    def answered(self, given: object) -> None:
        """Keep the answer."""
        self.given = given


@pytest.mark.parametrize(
    ("question", "keys", "given"),
    [
        (YesNo("Sure?"), ["y"], True),
        (YesNo("Sure?"), ["n"], False),
        (YesNo("Sure?"), ["escape"], False),
        (YesNo("Sure?"), ["enter"], True),
        (YesNo("Sure?", safest=True), ["enter"], False),
        (ChooseOne("Which?", CHOICES), ["enter"], "a"),
        (ChooseOne("Which?", CHOICES), ["down", "enter"], "b"),
        (ChooseOne("Which?", CHOICES), ["j", "enter"], "b"),
        (ChooseOne("Which?", CHOICES, at="b"), ["enter"], "b"),
        (ChooseOne("Which?", CHOICES), ["escape"], None),
        (ChooseMany("Which?", CHOICES), ["space", "down", "space", "ctrl+s"], ("a", "b")),
        (ChooseMany("Which?", CHOICES, picked=("b",)), ["ctrl+s"], ("b",)),
        (ChooseMany("Which?", CHOICES), ["ctrl+s"], NOTHING),
        (TextQuestion("Say"), [*"hello", "enter", *"you", "ctrl+s"], "hello\nyou"),
        (TextQuestion("Say"), ["ctrl+s"], NOTHING),
        (TextQuestion("Say"), ["a", "escape"], None),
        (LineQuestion("Say"), [*"hello", "enter"], "hello"),
        (LineQuestion("Say", may_be_empty=True), ["enter"], ""),
        (NumberQuestion("How many?", low=1, high=9), ["7", "enter"], 7),
        (NumberQuestion("How many?", low=1, high=9), ["9", "9", "enter"], NOTHING),
        (PinQuestion("PIN"), [*"12x34", "enter"], "1234"),
        (PinQuestion("PIN"), ["escape"], None),
    ],
    ids=lambda part: (
        part if isinstance(part, str) else " ".join(part) if isinstance(part, list) else type(part).__name__
    ),
)
async def test_a_question_gives_what_was_answered(
    question: ModalScreen[Any], keys: list[str], given: object
) -> None:  # fmt: skip
    app = Asking(question)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert app.given == given


async def test_a_question_is_answered_with_the_mouse() -> None:
    app = Asking(YesNo("Sure?"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click("#yes")
        await pilot.pause()
        assert app.given is True


async def test_a_text_that_is_too_long_is_counted_and_not_sent_and_not_lost() -> None:
    app = Asking(TextQuestion("Say"))
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one(TextArea).text = "x" * (LONGEST_ANSWER + 3)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert str(app.screen.query_one("#count", Static).render()) == "3 characters too many"
        assert app.screen.query_one("#yes", Button).disabled
        assert app.given is NOTHING
        assert len(app.screen.query_one(TextArea).text) == LONGEST_ANSWER + 3


async def test_what_was_typed_is_there_again_for_the_same_seat_only() -> None:
    app = Asking(TextQuestion("Say"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"half", "escape")
        await pilot.pause()
        app.push_screen(TextQuestion("Say"))
        await pilot.pause()
        assert app.screen.query_one(TextArea).text == "half"
        await pilot.press("escape")
        app.seat = "lower"
        app.push_screen(TextQuestion("Say"))
        await pilot.pause()
        assert app.screen.query_one(TextArea).text == ""


async def test_markup_in_a_choice_is_text() -> None:
    app = Asking(ChooseOne("[red]Which?[/]", CHOICES, "[@click=app.quit]x[/]"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = "\n".join("".join(s.text for s in strip) for strip in app.screen._compositor.render_strips())
        assert "[red]Which?[/]" in shown
        assert "[b]Bread[/b]" in shown
        assert "[@click=app.quit]x[/]" in shown
        assert "Cheese  not now: There is none." in shown


async def test_what_is_marked_says_so_by_a_sign() -> None:
    app = Asking(ChooseMany("Which?", CHOICES, picked=("b",)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

        def shown() -> str:
            return "\n".join("".join(s.text for s in strip) for strip in app.screen._compositor.render_strips())

        assert "[ ] Apples" in shown()
        assert "[x] [b]Bread[/b]" in shown()
        assert "[-] Cheese  not now: There is none." in shown()
        await pilot.press("space", "down", "down", "space")
        await pilot.pause()
        assert "[x] Apples" in shown()
        assert "[-] Cheese" in shown()
        await pilot.press("ctrl+s")
    assert app.given == ("a", "b")


async def test_a_question_that_is_left_before_it_is_there_is_no_crash(
    make_app: Callable[..., GoodOffices], session: str
) -> None:
    app = make_app(session=session, start="console")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        for _ in range(20):
            question = ChooseOne("Which?", [Choice("a", "A"), Choice("b", "B")])
            app.push_screen(question)
            question.dismiss(None)
            await pilot.pause()
        assert app.is_running
        assert app._exception is None


async def test_a_form_that_is_left_while_it_is_drawn_is_no_crash(
    make_app: Callable[..., GoodOffices], session: str
) -> None:
    app = make_app(session=session, start="console")
    form = Form("Which?", tuple(Pick(f"pick{n}", "Which?", (("a", "A"), ("b", "B"))) for n in range(4)))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        for steps in range(24):
            app.push_screen(FormPage(form))
            for _ in range(steps):
                await asyncio.sleep(0)
            app.pop_screen()
            await pilot.pause()
        assert app.is_running
        assert app._exception is None


def test_a_fault_of_what_is_no_screen_is_a_crash() -> None:
    with pytest.raises(NoMatches) as caught:
        raise NoMatches("nothing")
    assert not ToughApp()._left(caught.value)
