"""The seat's screen: what it shows, what it asks, what it hides."""

import asyncio
import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.errors import NoWidget
from textual.pilot import Pilot
from textual.widgets import Select, Static, TextArea

from simulator.engine import TRAINER, View
from simulator.engine import commands as c
from simulator.engine.words import Answer, Consent, Move, Resolution, Source
from simulator.tui.dialogs.acts import Acts, Help
from simulator.tui.keymap import FIGURES
from simulator.tui.seat.form import FormPage
from simulator.tui.seat.panes import PANES
from simulator.tui.seat.pulse import PulsePage
from simulator.tui.widgets.listing import Listing
from simulator.tui.widgets.possible import Possible

TESTS = Path(__file__).parents[2]
SMALL, LARGE = (80, 24), (200, 60)
SECRET = "You dug the well with your father."
SCHOOL = "Our schoolmistress leaves"

Sit = Callable[..., Any]


async def keys(pilot: Pilot[None], *pressed: str) -> None:
    await pilot.press(*pressed)
    await pilot.pause()


def button_in_sight(app: Any) -> bool:
    """Whether the mouse can reach the button of a form."""
    region = app.screen.query_one("#yes").region
    try:
        widget, _ = app.screen.get_widget_at(region.x + 1, region.y)
    except NoWidget:
        return False
    return widget.id == "yes" or "yes" in {w.id for w in widget.ancestors}


async def settles(pilot: Any, holds: Callable[[Any], bool]) -> bool:
    """Whether something comes to hold on the screen once the layout has settled."""
    for _ in range(50):
        await pilot.pause()
        if holds(pilot.app):
            return True
        await asyncio.sleep(0.02)
    return False


def footer(app: Any) -> list[str]:
    return [str(d.label) for d in (*app.screen.query_one(Possible).deeds, *app.screen.query_one(Possible).last)]


# -- always in sight ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [SMALL, LARGE, (60, 20), (110, 30)])
async def test_what_must_always_be_in_sight_is(converging: Any, sit: Sit, size: tuple[int, int]) -> None:
    app = sit(converging, "upper-head")
    async with app.run_test(size=size) as pilot:
        for n in range(1, 10):
            await keys(pilot, str(n))
            shown = app.words()
            assert "Convergence" in shown
            assert "left" in shown
            assert "Dalia Venn" in shown
            assert "Upper ~ conditional" in shown
            assert "Lower ? unasked" in shown
            assert "stop word: s" in shown
            assert "Speaks: Omar Tillsand (stand-in)" in shown


async def test_time_that_runs_over_says_so_in_words(converging: Any, sit: Sit) -> None:
    app = sit(converging.wait(3600), "upper-head")
    async with app.run_test(size=SMALL):
        assert "OVER" in app.words()


async def test_a_paper_is_new_until_it_is_read(converging: Any, sit: Sit) -> None:
    app = sit(converging, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        assert "1 new paper: 8" in app.words()
        await keys(pilot, "W")
        assert "1 new paper reached you. Press 8." in app.words()
        await keys(pilot, "escape", "8")
        assert "new paper" not in app.words()
        assert "The truck costs twice as much" in app.words()


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
async def test_the_footer_fits(converging: Any, sit: Sit, width: int) -> None:
    app = sit(converging, "mediator")
    async with app.run_test(size=(width, 24)) as pilot:
        for n in range(1, 10):
            await keys(pilot, str(n))
            last = app.shown().splitlines()[-1]
            assert len(last.rstrip()) <= width
            assert " ?  Help" in last
            assert " l  Lock" in last
            if width <= 80:
                keycaps = app.screen.query_one(Possible).render().spans
                assert sum(1 for s in keycaps if "reverse" in str(s.style)) <= 7


# -- panes ------------------------------------------------------------------------------------------------------------

EXPECTED = {
    1: "Consent and agenda",
    2: "Your papers are hidden",
    3: "The table under the tree",
    4: "No. 1",
    5: "told in confidence",
    6: "BELOW our",
    7: "[Noon belongs to the school. — Upper]",
    8: "A message from home",
    9: "Which elder?",
}


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_panes_open_by_their_keys(converging: Any, sit: Sit, size: tuple[int, int]) -> None:
    app = sit(converging, "upper-head")
    async with app.run_test(size=size) as pilot:
        for n, words in EXPECTED.items():
            await keys(pilot, str(n))
            assert words in app.words(), PANES[n - 1].name


async def test_the_panes_open_by_the_figures_of_a_french_keyboard(converging: Any, sit: Sit) -> None:
    app = sit(converging, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        for n, key in enumerate(FIGURES):
            await keys(pilot, key)
            assert app.screen.pane == n


async def test_the_panes_open_by_the_mouse(converging: Any, sit: Sit) -> None:
    app = sit(converging, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.click(
            "Panes",
            offset=(next(row for row in app.shown().splitlines() if "5 Interests" in row).index("5 Interests"), 0),
        )
        assert app.screen.pane == 4
        at = app.shown().splitlines()[-1].index("Tell")
        await pilot.click("Possible", offset=(at, 0))
        await pilot.pause()
        assert isinstance(app.screen, FormPage)


async def test_the_cursor_comes_back_to_its_row(converging: Any, sit: Sit) -> None:
    app = sit(converging, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        await keys(pilot, "7", "down", "j", "1", "7")
        assert app.seat_screen.picked == "clause:hours"
        app.look()
        await pilot.pause()
        assert app.seat_screen.picked == "clause:hours"
        assert "Lower Ardel draws water until noon" in app.words()


async def test_a_pane_without_rows_names_the_next_key_or_why_there_is_none(exploring: Any, sit: Sit) -> None:
    app = sit(exploring, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        await keys(pilot, "4")
        assert "Press c to call one." in app.words()
        await keys(pilot, "6")
        assert "No package is on the table. “Exploration” is not the phase" in app.words()
        exploring.phase("convergence")
        app.look()
        await pilot.pause()
        assert "No package is on the table. Press t to build one." in app.words()


async def test_options_that_only_our_party_knows_are_marked(exploring: Any, sit: Sit) -> None:
    for seat, there in (("upper-head", True), ("lower-head", False)):
        app = sit(exploring, seat)
        async with app.run_test(size=LARGE) as pilot:
            await keys(pilot, "1", "down")
            assert ("NOT ON THE BOARD" in app.words()) is there
            assert ("A board with hours" in app.words()) is there


async def test_a_long_record_is_capped(converging: Any, sit: Sit) -> None:
    for n in range(260):
        converging.do(c.WriteNote, "upper-head", text=f"Note {n}")
    app = sit(converging, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        await keys(pilot, "9")
        assert len(app.screen.query_one(Listing).rows) <= 400
        assert len(app.screen.query("*")) < 60, "never one widget a message"
        assert "MY NOTE: Note 259" in app.words()


# -- secrecy ----------------------------------------------------------------------------------------------------------


async def test_the_brief_shows_on_request_and_hides_on_any_change(converging: Any, sit: Sit) -> None:
    app = sit(converging, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        for leave in ("1", "escape", "b"):
            assert SECRET not in app.words()
            await keys(pilot, "b")
            assert app.screen.pane == 1
            assert SECRET in app.words()
            await keys(pilot, leave)
            assert SECRET not in app.words()
        await keys(pilot, "b", "down", "down")
        assert "weight 60" in app.words()
        assert "never “Lower Ardel” on The key" in app.words()


async def test_the_brief_hides_after_a_minute(converging: Any, sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.tui.screens.seat.SHOWN", 0.1)
    app = sit(converging, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        app.seat_screen.do_brief()
        assert app.seat_screen.brief_shown
        assert any(SECRET in str(w.content) for w in app.screen.query(Static))
        for _ in range(50):
            await pilot.pause(0.1)
            if SECRET not in app.words():
                break
        assert SECRET not in app.words()
        assert not any(SECRET in str(w.content) for w in app.screen.query(Static))


async def test_nothing_confidential_stands_outside_the_panes(converging: Any, sit: Sit) -> None:
    app = sit(converging, "upper-head")
    async with app.run_test(size=LARGE) as pilot:
        for n in (1, 2, 3, 4, 6, 7):
            await keys(pilot, str(n))
            assert SCHOOL not in app.words(), n
            assert "The truck costs" not in app.words(), n
        assert app.title == "SeatApp"
        assert not any(w.tooltip for w in app.screen.query("*"))


async def test_l_asks_for_the_lock_and_leaves_nothing(converging: Any, sit: Sit) -> None:
    app = sit(converging, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        await keys(pilot, "b", "l")
        assert app.locked == 1
        screen = app.seat_screen
        await app.pop_screen()
        assert not list(screen.query("*"))


# -- asking -----------------------------------------------------------------------------------------------------------


async def test_a_plain_wish_is_asked_at_once(exploring: Any, sit: Sit) -> None:
    app = sit(exploring, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        await keys(pilot, "3", "r")
        assert app.asked == [(c.RequestFloor, {"body": "table"})]
        assert "Ask floor" not in footer(app)
        await keys(pilot, "w")
        assert app.asked[-1] == (c.WithdrawRequest, {"body": "table"})


async def test_a_key_of_another_pane_does_nothing_here(converging: Any, sit: Sit) -> None:
    app = sit(converging, "upper-head", rules=False)
    async with app.run_test(size=SMALL) as pilot:
        await keys(pilot, "8", "w", "v", "z")
        assert {do for do, _ in app.asked} <= {c.OpenPaper}  # the paper under the cursor is open
        assert app.screen is app.seat_screen


async def test_what_is_not_possible_says_why(converging: Any, sit: Sit) -> None:
    app = sit(converging, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        await keys(pilot, "7", "y")
        assert app.asked == []
        assert [n.message for n in app._notifications] == ["No text is put to adoption."]


async def test_walking_out_asks_first(converging: Any, sit: Sit) -> None:
    app = sit(converging, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        await keys(pilot, "1", "w")
        assert isinstance(app.screen, FormPage)
        assert "Take care. Everybody sees your party leave." in app.words()
        await keys(pilot, "escape")
        assert app.asked == []
        await keys(pilot, "w", *"Bye", "ctrl+s")
        assert app.asked == [(c.WalkOut, {"reason": "Bye"})]
        assert "Upper ! walked out" in app.words()


async def test_a_package_is_built_with_its_worth_and_a_refusal_keeps_it(converging: Any, sit: Sit) -> None:
    app = sit(converging, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        await keys(pilot, "6", "t", "enter", "down", "enter")
        assert app.screen.query_one("#f0", Select).value == "mornings-upper"
        assert "100 points" in app.words()
        app.screen.query_one(TextArea).focus()
        await keys(pilot, *"if")
        converging.do(c.PauseClock, TRAINER)
        await keys(pilot, "ctrl+s")
        assert isinstance(app.screen, FormPage), "a refused form opens again"
        assert "The clock is paused." in app.words()
        assert app.screen.query_one(TextArea).text == "if"
        assert app.screen.query_one("#f0", Select).value == "mornings-upper"
        converging.do(c.ResumeClock, TRAINER)
        await keys(pilot, "ctrl+s")
        assert app.asked[-1][0] is c.TablePackage
        assert app.asked[-1][1]["text"] == "if"
        assert app.screen is app.seat_screen
        assert "No. 2" in app.words()


async def test_what_was_typed_is_there_after_esc_resize_and_another_screen(converging: Any, sit: Sit) -> None:
    app = sit(converging, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        await keys(pilot, "7", "down", "c", *"wrong")
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert app.screen.query_one(TextArea).text == "wrong"
        await keys(pilot, "escape", "c")
        assert app.screen.query_one(TextArea).text == "wrong"
        await keys(pilot, "escape")
        app.seat_screen._kept.clear()  # what is left after a lock
        await keys(pilot, "c")
        assert app.screen.query_one(TextArea).text == "wrong"
        await keys(pilot, "ctrl+s")
        assert app.asked[-1][1]["text"] == "wrong"
        await keys(pilot, "c")
        assert app.screen.query_one(TextArea).text == ""


async def test_a_form_names_what_is_missing_and_stays(converging: Any, sit: Sit) -> None:
    app = sit(converging, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        await keys(pilot, "7", "down", "c", "ctrl+s")
        assert isinstance(app.screen, FormPage)
        assert "Write something" in app.words()


async def test_carrying_a_confidence_needs_a_tick(converging: Any, sit: Sit) -> None:
    app = sit(converging, "mediator")
    async with app.run_test(size=(100, 40)) as pilot:
        await keys(pilot, "5")
        assert "IN CONFIDENCE" in app.words()
        await keys(pilot, "c", "space", "ctrl+s")
        assert "It was told in confidence. Tick the warning" in app.words()
        await keys(pilot, "tab", "space")
        assert "[x] I carry it although" in app.words()
        await keys(pilot, "ctrl+s")
        assert app.asked == [
            (c.RelayInterest, {"interest": "upper.school", "to": ("lower-head",), "despite_confidence": True})
        ]


async def test_marks_are_numbered_in_their_order(exploring: Any, sit: Sit) -> None:
    app = sit(exploring, "mediator")
    async with app.run_test(size=SMALL) as pilot:
        await keys(pilot, "1", "g", "down", "space", "up", "enter", "ctrl+s")
        assert app.asked == [(c.ProposeAgenda, {"issues": ("keeper", "hours")})]


async def test_enter_does_what_the_row_is_for(converging: Any, sit: Sit) -> None:
    app = sit(converging, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        await keys(pilot, "6", "enter")
        assert "Accept package no. 1" in app.words()
        await keys(pilot, "ctrl+s")
        assert app.asked == [(c.AnswerPackage, {"package": 1, "answer": Answer.ACCEPT, "text": ""})]


async def test_an_invitation_is_announced_and_accepted(exploring: Any, sit: Sit) -> None:
    exploring.do(c.CallCaucus, "mediator", seats=("upper-head",))
    app = sit(exploring, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        assert "An invitation to a private meeting waits. Press 4." in app.words()
        await keys(pilot, "4", "enter")
        assert app.asked == [(c.AcceptCaucus, {"caucus": 1})]
        assert "In private meeting no. 1" in app.words()


async def test_a_tag_takes_one_key(converging: Any, sit: Sit) -> None:
    app = sit(converging, "mediator")
    async with app.run_test(size=SMALL) as pilot:
        await keys(pilot, "9", "down", "down", "R")
        do, fields = app.asked[-1]
        assert do is c.TagMove
        assert fields["move"] is Move.REFRAME


async def test_the_menu_lists_everything_with_the_reason(converging: Any, sit: Sit) -> None:
    app = sit(converging, "upper-head")
    async with app.run_test(size=(120, 60)) as pilot:
        await keys(pilot, "a")
        assert type(app.screen) is Acts
        await keys(pilot, *"adoption")
        assert "7 Text: Answer adoption not now: No text is put to adoption." in app.words()
        await keys(pilot, "escape", "a", *"walk", "enter")
        assert "Walk out of the talks" in app.words()


async def test_the_menu_leaves_out_what_a_role_never_does(converging: Any, sit: Sit) -> None:
    app = sit(converging, "engineer")
    async with app.run_test(size=(120, 60)) as pilot:
        await keys(pilot, "a", *"expert")
        assert "Answer as expert" in app.words()
        await keys(pilot, "escape", "a", *"walk")
        assert "Walk out" not in app.words()
        await keys(pilot, "escape", "1", "w")
        assert [n.message for n in app._notifications] == ["Your role does not have this act."]


async def test_help_is_about_the_open_pane(converging: Any, sit: Sit) -> None:
    for key in ("question_mark", "f1"):
        app = sit(converging, "upper-head")
        async with app.run_test(size=(120, 60)) as pilot:
            await keys(pilot, "6", key)
            assert isinstance(app.screen, Help)
            assert "Offers over several issues." in app.words()
            assert "Withdraw" in app.words()
            await keys(pilot, "escape")
            assert app.screen is app.seat_screen


async def test_the_stop_word_is_one_key_away_everywhere(converging: Any, sit: Sit) -> None:
    app = sit(converging, "engineer")
    async with app.run_test(size=SMALL) as pilot:
        await keys(pilot, "5", "s", "enter")
        assert app.asked == [(c.InvokeStop, {"reason": ""})]
        assert "STOP" in app.words()


# -- before and after play --------------------------------------------------------------------------------------------


async def test_a_seat_says_that_it_is_ready(sit: Sit, exploring: Any) -> None:
    table = type(exploring)().do(c.OpenSession, TRAINER, name="T")
    for seat in table.session.scenario.seats:
        table.do(c.CastSeat, TRAINER, seat=seat, source=Source.HUMAN, people=("Ann",))
    table.do(c.StartClock, TRAINER)
    app = sit(table, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        assert "Ready" in footer(app)
        await keys(pilot, "y")
        assert app.asked == [(c.SayReady, {})]


async def test_after_play_the_role_is_left_and_the_seat_locks(
    converging: Any, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.tui.screens.seat.GOODBYE", 0.2)
    converging.phase("de-role")
    app = sit(converging, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        assert "Play is over" in app.words()
        assert "[ ] Leave the role: press e" in app.words()
        assert "A short self-report waits" in app.words()
        assert "stop word" not in app.words()
        assert "Upper + in" not in app.words()
        await keys(pilot, "5", "b", "6")
        assert SCHOOL not in app.words()
        assert SECRET not in app.words()
        await keys(pilot, "e")
        assert app.asked == []
        await keys(pilot, "enter")
        assert app.asked[-1] == (c.LeaveRole, {})
        assert "[x] You have left the role" in app.words()
        await keys(pilot, "p")
        assert isinstance(app.screen, PulsePage)
        await keys(pilot, "6", "3", "enter")
        assert app.asked[-1] == (c.AnswerPulse, {"pulse": "trust", "answers": {"heard": 6, "fair": 3}})
        assert "Everything is in order." in app.words()
        await pilot.pause(0.5)
        assert app.locked == 1


async def test_a_self_report_is_not_sent_by_halves(converging: Any, sit: Sit) -> None:
    converging.phase("de-role")
    app = sit(converging, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        await keys(pilot, "p", "6", "enter", "ctrl+s")
        assert isinstance(app.screen, PulsePage)
        assert "1 left to answer" in app.words()
        await pilot.click("#figures", offset=(11, 0))
        await pilot.pause()
        assert app.screen.values == {"heard": 6, "fair": 1}


# -- hostile texts ----------------------------------------------------------------------------------------------------

_TEXTS = {
    "name", "title", "short", "summary", "conditions", "text", "label", "question", "background", "contested",
    "reason", "place", "wording", "heading", "preamble", "sender", "answer", "public", "rules", "mandate", "purpose",
    "batna",
}  # fmt: skip


def poisoned(value: Any, text: str, depth: int = 0) -> Any:
    """A view in which everything that people write says something hostile."""
    if isinstance(value, dict):
        return {k: poisoned(v, text, depth) for k, v in value.items()}
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(poisoned(v, text, depth) for v in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    changes: dict[str, Any] = {}
    for one in dataclasses.fields(value):
        now = getattr(value, one.name)
        if isinstance(now, str) and type(now) is str and one.name in _TEXTS and not (one.name == "name" and depth == 0):
            changes[one.name] = text
        elif not isinstance(now, str | int | float | None):
            changes[one.name] = poisoned(now, text, depth + 1)
    return dataclasses.replace(value, **changes)


def hostile(view: View, text: str) -> View:
    """The view of a seat, with hostile texts where people write."""
    made: View = poisoned(view, text)
    return dataclasses.replace(made, name=text, title=text, notes=((5.0, text),))


async def test_hostile_texts_are_shown_as_they_are_on_every_pane(
    converging: Any, sit: Sit, payloads: dict[str, str]
) -> None:
    converging.do(c.CallCaucus, "mediator", seats=("upper-head",))
    app = sit(converging, "upper-head", rules=False)
    base = converging.view("upper-head")
    async with app.run_test(size=SMALL) as pilot:
        texts = list(payloads.values())
        for first in range(0, len(texts), 8):
            app.seat_screen.view = hostile(base, " | ".join(texts[first : first + 8]))
            for n in range(1, 10):
                app.seat_screen.action_pane(n)
                if n == 2:
                    app.seat_screen.do_brief()
                await pilot.pause()
                shown = app.shown()
                assert not any(ord(ch) < 32 and ch != "\n" for ch in shown), (first, n)
                assert not any(0x7F <= ord(ch) < 0xA0 or 0x202A <= ord(ch) <= 0x202E for ch in shown), (first, n)
        assert {do for do, _ in app.asked} <= {c.OpenPaper}


@pytest.mark.parametrize("text", ["[@click=app.quit]x[/]", pytest.param("A[/nope]B$w{0}<b>", marks=pytest.mark.soak)])
async def test_markup_is_literal_everywhere(converging: Any, sit: Sit, text: str) -> None:
    app = sit(converging, "upper-head", rules=False)
    async with app.run_test(size=LARGE) as pilot:
        app.seat_screen.view = hostile(converging.view("upper-head"), text)
        for n in range(1, 10):
            await keys(pilot, str(n), *(["b"] if n == 2 else []))
            assert text in app.words(), PANES[n - 1].name
        for pane, key in (
            ("1", "t"),
            ("1", "o"),
            ("4", "c"),
            ("5", "d"),
            ("6", "t"),
            ("7", "e"),
            ("7", "r"),
            ("8", "y"),
        ):
            await keys(pilot, pane, key)
            assert isinstance(app.screen, FormPage), (pane, key)
            await keys(pilot, "escape")
        await keys(pilot, "a", "escape", "question_mark", "escape")
        assert app.screen is app.seat_screen


async def test_arabic_and_wide_letters_keep_the_columns(converging: Any, sit: Sit) -> None:
    app = sit(converging, "upper-head", rules=False)
    async with app.run_test(size=SMALL) as pilot:
        app.seat_screen.view = hostile(converging.view("upper-head"), "ساعات 你好 👨‍👩‍👧")
        await keys(pilot, "1", "3", "6")
        assert app.seat_screen.is_attached


async def test_consent_is_told_by_a_sign_and_a_word(exploring: Any, sit: Sit) -> None:
    exploring.do(c.GiveConsent, "upper-head", consent=Consent.IN)
    app = sit(exploring, "mediator")
    async with app.run_test(size=SMALL):
        assert "Upper + in" in app.words()


@pytest.mark.parametrize("seat", ["upper-head", pytest.param("mediator", marks=pytest.mark.soak), "engineer"])
async def test_the_button_of_every_form_is_in_sight(converging: Any, sit: Sit, seat: str) -> None:
    app = sit(converging, seat, rules=False)
    view = converging.view(seat)
    async with app.run_test(size=SMALL) as pilot:
        for n, pane in enumerate(PANES, 1):
            for wish in pane.wishes:
                if wish.key and wish.footer and wish.why_not(view, None) is None:
                    await keys(pilot, str(n), wish.key)
                    if wish.form(view, app.seat_screen.picked).asks:
                        assert await settles(pilot, button_in_sight), wish.id
                        await keys(pilot, "escape")
                    assert app.screen is app.seat_screen


@pytest.mark.parametrize("size", [SMALL, (60, 20)])
async def test_a_builder_over_many_issues_keeps_its_worth_and_its_button_in_sight(
    exploring: Any, sit: Sit, size: tuple[int, int]
) -> None:
    table = type(exploring)(TESTS.parent / "scenarios" / "library" / "sources-of-kalindra" / "scenario.yaml")
    table.do(c.OpenSession, TRAINER, name="All")
    for seat in table.session.scenario.seats:
        table.do(c.CastSeat, TRAINER, seat=seat, source=Source.HUMAN, people=("Somebody",))
    table.do(c.StartClock, TRAINER)
    for name in list(table.session.scenario.phases)[1:8]:
        table.phase(name)
    app = sit(table, "front-head")
    async with app.run_test(size=size) as pilot:
        await keys(pilot, "6", "t", "enter", "down", "down", "enter", "tab", "enter", "down", "enter")
        await pilot.pause()
        assert "For us" in app.words()
        assert await settles(pilot, button_in_sight)


async def test_the_standing_takes_one_row_where_three_parties_decide(exploring: Any, sit: Sit) -> None:
    table = type(exploring)(TESTS.parent / "scenarios" / "library" / "sources-of-kalindra" / "scenario.yaml")
    table.do(c.OpenSession, TRAINER, name="All")
    for seat in table.session.scenario.seats:
        table.do(c.CastSeat, TRAINER, seat=seat, source=Source.HUMAN, people=("Somebody",))
    table.do(c.StartClock, TRAINER)
    for name in list(table.session.scenario.phases)[1:5]:
        table.phase(name)
    app = sit(table, "government-head")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        first, second, third, panes = app.shown().splitlines()[:4]
        assert "The Sources of Kalindra" in first
        assert "Oriela Vashenne (GOV)" in first
        assert "Exploration: " in second
        assert "Nobody speaks | GOV ? unasked | FNS ? unasked | TAR ? unasked | stop word: s" in third
        assert "1 Board" in panes


async def test_what_is_missing_does_not_push_the_button_away(exploring: Any, sit: Sit) -> None:
    table = type(exploring)(TESTS.parent / "scenarios" / "library" / "sources-of-kalindra" / "scenario.yaml")
    table.do(c.OpenSession, TRAINER, name="All")
    for seat in table.session.scenario.seats:
        table.do(c.CastSeat, TRAINER, seat=seat, source=Source.HUMAN, people=("Somebody",))
    table.do(c.StartClock, TRAINER)
    for name in list(table.session.scenario.phases)[1:8]:
        table.phase(name)
    app = sit(table, "special-envoy")
    async with app.run_test(size=SMALL) as pilot:
        await keys(pilot, "7", "v", "ctrl+s", "v", "ctrl+s")
        await pilot.pause()
        assert "This version changes nothing yet." in app.words()
        assert await settles(pilot, button_in_sight)


async def test_a_form_that_has_gone_is_not_measured_any_more(exploring: Any, sit: Sit) -> None:
    app = sit(exploring, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        await keys(pilot, "1", "c")
        page = app.screen
        assert isinstance(page, FormPage)
        await keys(pilot, "escape")
        page._fit()
        assert app.screen is app.seat_screen


async def test_whoever_adopts_sees_what_the_text_means_for_them(converging: Any, sit: Sit) -> None:
    converging.do(c.LiftBracket, "upper-head", clause="hours", bracket=1, resolution=Resolution.WITHDRAWN)
    converging.do(c.CloseReading, "mediator").do(c.PutToAdoption, "mediator")
    app = sit(converging, "upper-head")
    async with app.run_test(size=SMALL) as pilot:
        await keys(pilot, "7", "y")
        assert "Adopt version 1?" in app.words()
        assert "For us: " in app.words()
        assert "BELOW our reservation" in app.words()
        assert await settles(pilot, button_in_sight)
