"""How the screens look: contrast as it is drawn, footers at every width, what is said without colour."""

import re
from collections.abc import Awaitable, Callable

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.color import Color
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widgets import Button, Input, Select

from scenarios.texts import speak
from simulator.engine.commands import CastSeat
from simulator.engine.words import Source
from simulator.tui import themes
from simulator.tui.app import GoodOffices
from simulator.tui.screens.small import TooSmall
from simulator.tui.widgets.possible import Possible

MakeApp = Callable[..., GoodOffices]
Read = Callable[["App[None]"], str]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Issue = Callable[..., None]
FLOORS = {"contrast": 7.0}
"""What the contrast of words must be at least; 4.5 where nothing else is said (WCAG 2.2, 1.4.3 and 1.4.6)."""


def luminance(color: tuple[int, int, int]) -> float:
    """The relative luminance of a colour."""
    linear = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in color]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """The contrast of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def faint(app: App[None], region: Region, floor: float) -> dict[str, float]:
    """Words in a region of the screen, as they are drawn, whose contrast is below a floor."""
    found: dict[str, float] = {}
    behind = Color.parse("#000000")
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        if not region.y <= y < region.bottom:
            continue
        segments = list(strip.crop(region.x, region.right))
        for one in app._filters:
            segments = one.apply(segments, behind) if one.enabled else segments
        for text, style, _ in segments:
            words = re.sub(r"[\u2500-\u259f]", "", text).strip()
            if not words or style is None or style.color is None or style.bgcolor is None:
                continue
            front, back = style.color.triplet, style.bgcolor.triplet
            assert front is not None, text
            assert back is not None, text
            measured = contrast(front, back)
            if measured < floor:
                found[f"{words} {front.hex} on {back.hex}"] = round(measured, 2)
    return found


@pytest.mark.parametrize("theme", [theme.name for theme in themes.ALL if not theme.ansi])
async def test_words_stand_out_in_every_theme(
    make_app: MakeApp, session: str, issue: Issue, shows: Shows, theme: str
) -> None:
    floor = FLOORS.get(theme, 4.5)
    issue(CastSeat, seat="upper-head", source=Source.HUMAN)
    app = make_app(session=session, start="console")
    async with app.run_test(size=(120, 30)) as pilot:
        app.theme = theme
        await shows(pilot, "1 Course")
        for key, words in (("4", "Dalia Venn"), ("7", "7 Text"), ("9", "9 Log")):
            await pilot.press(key)
            await shows(pilot, words)
            assert faint(app, app.screen.region, floor) == {}
        await pilot.press("question_mark")
        await pilot.pause(0.1)
        assert faint(app, app.screen.query_one("#help").region, floor) == {}
        await pilot.press("escape", "a")
        await pilot.pause(0.1)
        assert faint(app, app.screen.query_one("#acts").region, floor) == {}
        await pilot.press("escape", "w")
        await shows(pilot, "A note for the debriefing")
        await pilot.press(*"word")
        box = app.screen.query_one("#question").region
        for button in app.screen.query(Button):
            button.focus()
            await pilot.pause()
            assert faint(app, box, floor) == {}


async def test_the_measure_finds_faint_words(make_app: MakeApp, shows: Shows) -> None:
    """A control: the measure does find what cannot be read."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "The Well")
        for label in app.screen.query(".heading"):
            label.styles.color = Color.parse("#333333")
        await pilot.pause(0.1)
        assert faint(app, app.screen.region, 4.5)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("start", ["home", "setup", "console", "curtain"])
async def test_footers_never_overflow_and_say_how_many_more_there_are(
    make_app: MakeApp, session: str, shows: Shows, read: Read, start: str, language: str
) -> None:
    speak(language)
    try:
        app = make_app(**({} if start == "home" else {"session": session, "start": start}))
        async with app.run_test(size=(80, 24)) as pilot:
            for width in (60, 80, 100, 120, 200):
                await pilot.resize_terminal(width, 24)
                await pilot.pause(0.1)
                footer = app.screen.query_one(Possible)
                line = footer.render().plain
                assert cell_len(line) <= width, line
                caps = [deed.keycap for deed in footer.deeds if f" {deed.keycap}  " in line]
                hidden = re.search(r"\+(\d+) ", line)
                assert len(caps) + (int(hidden[1]) if hidden else 0) >= len(footer.deeds), line
                assert all(f" {deed.keycap} " in line for deed in footer.last), line
                shown = sum(1 for span in footer.render().spans if "reverse" in str(span.style))
                assert width > 80 or shown <= 7, line
    finally:
        speak("en")


async def test_a_resize_in_a_dialog_keeps_what_was_typed(make_app: MakeApp, shows: Shows, read: Read) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await shows(pilot, "The Well")
        await pilot.press("n")
        await shows(pilot, "New session: The Well")
        app.screen.query_one("#name", Input).value = "Monday, in the small hall"
        for size in ((60, 20), (50, 12), (200, 60), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause(0.1)
            if size == (50, 12):
                assert isinstance(app.screen, TooSmall)
                await shows(pilot, "Nothing is lost")
        await shows(pilot, "Monday, in the small hall")


async def test_a_drop_down_shows_its_focus_without_colour(make_app: MakeApp, shows: Shows) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "The Well")
        await pilot.press("n")
        await shows(pilot, "New session: The Well")
        field = app.screen.query(Select).first()
        for focus in (True, False):
            field.focus() if focus else app.screen.query_one(Input).focus()
            await pilot.pause(0.1)
            assert bool(field.query_one("#label").rich_style.reverse) is focus


async def test_lines_that_are_pasted_into_one_line_are_kept(make_app: MakeApp, shows: Shows) -> None:
    from textual.events import Paste

    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "The Well")
        await pilot.press("n")
        await shows(pilot, "New session: The Well")
        field = app.screen.query_one("#name", Input)
        field.value = ""
        field.focus()
        await pilot.pause()
        app.post_message(Paste("Monday\r\nin the\tsmall hall\n"))
        await pilot.pause(0.1)
        assert field.value == "Monday in the small hall"
