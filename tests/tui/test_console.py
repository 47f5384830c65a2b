"""The console: the trainer runs a session from it."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from simulator.engine import Session
from simulator.engine.commands import CastSeat, EnterPhase, StartClock
from simulator.engine.words import OutcomeKind, Source
from simulator.tui.app import GoodOffices
from simulator.tui.control.panes import ALL, PANES
from simulator.tui.screens.console import ConsoleScreen, homes_of
from simulator.tui.widgets.listing import Listing
from simulator.tui.widgets.possible import Possible

MakeApp = Callable[..., GoodOffices]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Issue = Callable[..., None]
Now = Callable[[], Session]

FIRST = (80, 24)


@pytest.fixture
def console(make_app: MakeApp, session: str, issue: Issue) -> GoodOffices:
    """The console of a session that runs."""
    for seat in ("upper-head", "lower-head", "mediator"):
        issue(CastSeat, seat=seat, source=Source.HUMAN, people=("Ana",))
    issue(StartClock)
    return make_app(session=session, start="console")


async def test_it_shows_clock_phase_and_plan(console: GoodOffices, shows: Shows) -> None:
    async with console.run_test(size=FIRST, notifications=True) as pilot:
        await shows(pilot, "running")
        await shows(pilot, "▶ 00:00    Briefing")
        await shows(pilot, "Play ends at 20:00")


async def test_space_pauses_and_resumes(console: GoodOffices, shows: Shows, now: Now) -> None:
    async with console.run_test(size=FIRST, notifications=True) as pilot:
        await shows(pilot, "Pause")
        await pilot.press("space")
        await shows(pilot, "PAUSED")
        assert not now().clock.running
        await pilot.press("space")
        await shows(pilot, "running")
        assert now().clock.running


async def test_next_asks_where_to_while_the_phase_is_not_done(console: GoodOffices, shows: Shows, now: Now) -> None:
    async with console.run_test(size=FIRST, notifications=True) as pilot:
        await shows(pilot, "running")
        await pilot.press("n")
        await shows(pilot, "Go on to which phase?")
        await pilot.press("enter")
        await shows(pilot, "▶ 00:0")
        await shows(pilot, "Exploration: ")
        assert now().phase == "exploration"


async def test_an_event_is_sent_held_and_armed(console: GoodOffices, shows: Shows, now: Now) -> None:
    async with console.run_test(size=FIRST, notifications=True) as pilot:
        await shows(pilot, "running")
        await pilot.press("2")
        await shows(pilot, "The market comes early")
        await pilot.press("o")
        await shows(pilot, "‖ held")
        await pilot.press("r")
        await shows(pilot, "▸ armed")
        await pilot.press("enter")
        await shows(pilot, "By the plan it")
        await pilot.press("n")
        await pilot.pause()
        assert now().injects["market-moved"].state == "armed", "nobody sends what was not meant"
        await pilot.press("enter")
        await shows(pilot, "Send “The market comes early” now?")
        await pilot.press("y")
        await shows(pilot, "✓ sent")
        assert now().injects["market-moved"].state == "sent"


async def test_talks_that_have_ended_are_led_out_of_play(console: GoodOffices, shows: Shows, now: Now) -> None:
    async with console.run_test(size=FIRST, notifications=True) as pilot:
        await shows(pilot, "running")
        await pilot.press("n")
        await shows(pilot, "Go on to which phase?")
        await shows(pilot, "a jump ahead")
        await pilot.press("escape", "O")
        await shows(pilot, "How did the talks end?")
        await pilot.press("enter")
        await shows(pilot, "A word on it?")
        await pilot.press("enter")
        await shows(pilot, "No package is agreed")
        assert isinstance(pilot.app.screen, ConsoleScreen), "nothing is offered where nothing was recorded"
        await pilot.press("O")
        await shows(pilot, "How did the talks end?")
        await pilot.press("down", "down", "enter")
        await shows(pilot, "A word on it?")
        await pilot.press("enter")
        await shows(pilot, "Go to Leaving the role now?")
        assert now().phase == "briefing"
        await pilot.press("enter")
        await shows(pilot, "Leaving the role: ")
        outcome = now().outcome
        assert outcome is not None
        assert outcome.kind is OutcomeKind.NO_AGREEMENT


async def test_what_cannot_be_done_says_why_in_the_menu(console: GoodOffices, shows: Shows) -> None:
    async with console.run_test(size=(120, 60), notifications=True) as pilot:
        await shows(pilot, "running")
        await pilot.press("ctrl+p")
        await shows(pilot, "Events: Arm  not now: No event is held.")
        await shows(pilot, "Clock: Back  not now: There is no way back from this phase.")


async def test_the_stop_word_is_seen_on_every_pane(console: GoodOffices, shows: Shows) -> None:
    async with console.run_test(size=FIRST, notifications=True) as pilot:
        await shows(pilot, "running")
        await pilot.press("X", "5")
        await shows(pilot, "STOP: play has stopped for everybody.")
        await pilot.press("space")
        await shows(pilot, "Let play go on?")
        await pilot.press("y")
        await shows(pilot, "running")


async def test_the_floor_is_given(console: GoodOffices, shows: Shows, issue: Issue, now: Now) -> None:
    issue(EnterPhase, phase="exploration")
    async with console.run_test(size=FIRST, notifications=True) as pilot:
        await shows(pilot, "Exploration: ")
        await pilot.press("g")
        await shows(pilot, "Who gets the floor?")
        await pilot.press("enter")
        await shows(pilot, "For how many seconds?")
        await pilot.press("enter")
        await pilot.press("3")
        await shows(pilot, "Dalia Venn (Upper) 00:0")
        (floor,) = [f for f in now().floors.values() if f.speaker]
        assert floor.limit == 120


async def test_a_seat_is_cast_during_play(console: GoodOffices, shows: Shows, now: Now) -> None:
    async with console.run_test(size=FIRST, notifications=True) as pilot:
        await shows(pilot, "running")
        await pilot.press("4", "enter")
        await shows(pilot, "played by the program")
        await pilot.press("down", "enter")
        await shows(pilot, "⚙ stand-in")
        assert now().seats["upper-head"].source is Source.STAND_IN


async def test_a_note_is_kept_when_it_is_cancelled(console: GoodOffices, shows: Shows, now: Now) -> None:
    async with console.run_test(size=FIRST, notifications=True) as pilot:
        await shows(pilot, "running")
        await pilot.press("w")
        await shows(pilot, "A note for the debriefing")
        await pilot.press(*"Lower hesitates", "escape")
        await pilot.press("w")
        await shows(pilot, "Lower hesitates")
        await pilot.press("ctrl+s")
        await pilot.press("8")
        await shows(pilot, "Lower hesitates")
        assert [text for _, text in now().notes["trainer"]] == ["Lower hesitates"]


async def test_enter_in_the_log_begins_a_session_from_that_moment(
    console: GoodOffices, shows: Shows, session: str
) -> None:
    async with console.run_test(size=FIRST, notifications=True) as pilot:
        await shows(pilot, "running")
        await pilot.press("9")
        await shows(pilot, "The phase Briefing began.")
        await pilot.press("down", "down", "enter")
        await shows(pilot, "Begin a new session after event 4?")
        await pilot.press("y")
        await shows(pilot, "not started")
        assert console.desk.live is not None
        assert console.desk.live.id != session


async def test_a_terminal_nearby_is_seen(console: GoodOffices, shows: Shows, issue: Issue) -> None:
    async with console.run_test(size=FIRST, notifications=True) as pilot:
        await shows(pilot, "running")
        issue(EnterPhase, phase="exploration")
        await shows(pilot, "Exploration: ")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)], ids=str)
async def test_every_pane_fits_the_terminal(console: GoodOffices, shows: Shows, size: tuple[int, int]) -> None:
    async with console.run_test(size=size, notifications=True) as pilot:
        await shows(pilot, "running")
        for number, (name, _, _) in enumerate(PANES, start=1):
            await pilot.press(str(number))
            await shows(pilot, f" {number} {name} ")
            for strip in pilot.app.screen._compositor.render_strips():
                assert strip.cell_length == size[0]
            foot = pilot.app.screen._compositor.render_strips()[-1].text
            assert "Acts" in foot
            assert "Help" in foot


async def test_the_screens_use_a_wide_terminal(console: GoodOffices, shows: Shows) -> None:
    async with console.run_test(size=(200, 60), notifications=True) as pilot:
        await shows(pilot, "Latest")
        await shows(pilot, "The clock was started.")
        await shows(pilot, "▶ 00:00    Briefing")


async def test_quitting_a_session_that_runs_asks_first(console: GoodOffices, shows: Shows) -> None:
    async with console.run_test(size=FIRST, notifications=True) as pilot:
        await shows(pilot, "running")
        await pilot.press("ctrl+q")
        await shows(pilot, "Leave Good Offices?")
        await pilot.press("n")
        await shows(pilot, "running")
        assert console.is_running


async def test_stand_ins_play_while_the_console_is_open(
    make_app: MakeApp, session: str, issue: Issue, shows: Shows, now: Now
) -> None:
    for seat in ("upper-head", "lower-head", "mediator", "engineer"):
        issue(CastSeat, seat=seat, source=Source.STAND_IN)
    issue(StartClock)
    issue(EnterPhase, phase="exploration")
    app = make_app(session=session, start="console")
    async with app.run_test(size=FIRST, notifications=True) as pilot:
        await shows(pilot, "running")
        assert app.desk.drives
        for _ in range(100):
            await pilot.pause(0.1)
            if any(m.event.by != "trainer" for m in now().log):
                return
        raise AssertionError("no stand-in did anything")


@pytest.mark.parametrize("width", [60, 80, 100, 120, 170, 200])
async def test_the_footer_is_never_cut_silently(console: GoodOffices, shows: Shows, width: int) -> None:
    async with console.run_test(size=(width, 24), notifications=True) as pilot:
        await shows(pilot, "running")
        for number in range(1, len(PANES) + 1):
            await pilot.press(str(number))
            await pilot.pause()
            footer = console.screen.query_one(Possible)
            foot = console.screen._compositor.render_strips()[-1].text
            whole = [d for d in footer.deeds if f" {d.keycap}  {d.label} " in foot]
            assert whole == list(footer.deeds[: len(whole)]), "the most useful ones"
            assert len(whole) >= 2
            more = len(footer.deeds) - len(whole)
            assert (f"+{more} " in foot) is bool(more)
            assert foot.rstrip().endswith(" a  Acts  ?  Help")


async def test_a_huge_terminal_has_the_latest_under_the_list(console: GoodOffices, shows: Shows) -> None:
    async with console.run_test(size=(170, 40), notifications=True) as pilot:
        await shows(pilot, "Latest")
        body, detail = console.screen.query_one("#body").region, console.screen.query_one("#detail").region
        latest, listed = console.screen.query_one("#latest").region, console.screen.query_one("#list").region
        assert (latest.x, latest.width) == (listed.x, listed.width)
        assert latest.y == listed.bottom
        assert detail.height == body.height
        assert detail.width >= 80


async def test_an_empty_list_takes_no_room(console: GoodOffices, shows: Shows) -> None:
    async with console.run_test(size=FIRST, notifications=True) as pilot:
        await shows(pilot, "running")
        await pilot.press("8")
        await shows(pilot, "Nobody has called the capital")
        assert console.screen.query_one("#detail").region.height > 15


@pytest.mark.parametrize("size", [(59, 24), (80, 19)], ids=str)
async def test_a_terminal_that_is_too_small_says_so_and_loses_nothing(
    console: GoodOffices, shows: Shows, size: tuple[int, int]
) -> None:
    async with console.run_test(size=FIRST, notifications=True) as pilot:
        await shows(pilot, "running")
        await pilot.press("w")
        await shows(pilot, "A note for the debriefing")
        await pilot.press(*"Lower")
        await pilot.resize_terminal(*size)
        await shows(pilot, "Terminal too small")
        await shows(pilot, "60 x 20")
        await pilot.press("ctrl+q")
        await shows(pilot, "Leave Good Offices?")
        await pilot.resize_terminal(*FIRST)
        await pilot.press("n")
        await shows(pilot, "A note for the debriefing")
        await shows(pilot, "Lower")
        await pilot.press("escape")
        await shows(pilot, "running")


async def test_a_screen_that_comes_while_there_is_no_room_is_covered_too(console: GoodOffices, shows: Shows) -> None:
    async with console.run_test(size=(50, 15), notifications=True) as pilot:
        await shows(pilot, "Terminal too small: 50 x 15")
        await shows(pilot, "Terminal too small")
        await pilot.resize_terminal(*FIRST)
        await shows(pilot, "Exercise control")


async def test_the_course_goes_with_the_phase(console: GoodOffices, shows: Shows, issue: Issue) -> None:
    async with console.run_test(size=FIRST, notifications=True) as pilot:
        await shows(pilot, "Planned: 00:00")
        issue(EnterPhase, phase="exploration")
        await shows(pilot, "Exploration: ")
        listing = console.screen.query_one(Listing)
        assert listing.picked == "exploration"
        await pilot.press("2")
        issue(EnterPhase, phase="convergence")
        await shows(pilot, "Convergence: ")
        await pilot.press("1")
        assert listing.picked == "convergence"
        await pilot.press("home")
        await pilot.pause(1.2)
        assert listing.picked == "briefing", "the trainer reads where the trainer wants to"


@pytest.mark.parametrize("pane", range(len(ALL)), ids=[name for name, _, _ in ALL])
def test_no_key_has_two_deeds_in_a_pane(pane: int) -> None:
    deeds = [deed for kind in ConsoleScreen.__mro__ for deed in kind.__dict__.get("DEEDS", ())]
    here = [deed for deed in deeds if not homes_of(deed.id) or pane in homes_of(deed.id)]
    keys = [key for deed in here for key in deed.key.split(",") if key]
    assert sorted(keys) == sorted(set(keys))
    assert not {"a", "j", "k", "question_mark", *"0123456789"} & set(keys)
