"""The table of issues by parties: what everybody could sign, a better package, and for whose eyes it is."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from scoring.zone import OnTable, count
from simulator.engine import TRAINER, Session, View, view
from simulator.engine import commands as c
from simulator.engine.words import Consent, Source
from simulator.tui.app import GoodOffices
from simulator.tui.boards import better, zone
from tests.engine.conftest import converging, exploring, opened, well
from tests.engine.story import Story
from tests.tui.conftest import screen_text

__all__ = ["converging", "exploring", "opened", "well"]

MakeApp = Callable[..., GoodOffices]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Issue = Callable[..., None]
Now = Callable[[], Session]

UPPER_BEST = {"hours": "mornings-upper", "keeper": "upper-keeps"}


def known(story: Story) -> View:
    return view(story.session, TRAINER, story.at)


def shown(story: Story, width: int = 78, first: int = 0) -> zone.Shown:
    return zone.Shown(count(OnTable.of(known(story))), 0.0, False, first, width)


def lines(story: Story, width: int = 78, first: int = 0) -> list[str]:
    return [content.plain for _, content in zone.rows(known(story), shown(story, width, first))]


def test_who_moved_and_what_the_package_gives_on_each_issue(converging: Story) -> None:
    converging.do(c.StatePosition, "upper-head", issue="hours", text="Mornings are ours.")
    converging.do(c.TablePackage, "upper-head", terms=UPPER_BEST)
    hours = next(line for line in lines(converging) if line.startswith("Hours"))
    assert "= 60/60" in hours
    assert "· 0/50" in hours
    converging.do(c.StatePosition, "upper-head", issue="hours", text="A board may share them.")
    assert "~ 60/60" in next(line for line in lines(converging) if line.startswith("Hours"))
    page = zone.detail(known(converging), "issue:hours", shown(converging)).plain
    assert "A board may share them." in page
    assert "Said something else 1 time before." in page


def test_the_zone_the_distance_and_the_better_package_are_told(converging: Story) -> None:
    converging.do(c.ProposeOption, "upper-head", issue="hours", option="shared-board")
    converging.do(c.TablePackage, "upper-head", terms=UPPER_BEST)
    rows = dict(zone.rows(known(converging), shown(converging)))
    assert "of the board" in rows[zone.ZONE].plain
    assert "on the board since" in rows[zone.BETTER].plain
    page = zone.detail(known(converging), zone.ZONE, shown(converging)).plain
    assert "RED LINE" in page
    assert "Distance to the frontier" in page
    assert "Nobody at the table could see this" in page
    found = zone.detail(known(converging), zone.BETTER, shown(converging)).plain
    assert "Every side could sign it" in found
    assert "nobody has put it forward" in found.lower()


def test_bars_are_read_without_colour() -> None:
    assert better.bar(50, None) == "█" * 10 + "·" * 10
    assert better.bar(50, 40) == "████████|█··········"
    assert better.bar(130, 0) == "|" + "█" * 19
    assert better.bar(-5, 100) == "·" * 19 + "|"


def test_more_parties_than_room_are_reached_by_moving_the_columns(converging: Story) -> None:
    heads = dict(zone.rows(known(converging), shown(converging, width=40)))[zone.HEAD].plain
    assert "Upper" in heads
    assert "Lower" not in heads
    assert heads.rstrip().endswith("1 >")
    heads = dict(zone.rows(known(converging), shown(converging, width=40, first=1)))[zone.HEAD].plain
    assert "Lower" in heads
    assert heads.rstrip().endswith("< 1")


def test_before_it_is_counted_it_says_so(converging: Story) -> None:
    waiting = zone.Shown(counting=True)
    assert "counting…" in dict(zone.rows(known(converging), waiting))[zone.ZONE].plain
    assert zone.detail(known(converging), zone.ZONE, waiting).plain == "counting…"


@pytest.fixture
def playing(session: str, issue: Issue) -> str:
    """The well in the phase of convergence, with a package on the table that crosses a red line."""
    for seat in ("upper-head", "lower-head", "mediator"):
        issue(c.CastSeat, seat=seat, source=Source.HUMAN, people=("Ana",))
    issue(c.StartClock)
    issue(c.EnterPhase, phase="exploration")
    issue(c.GiveConsent, by="upper-head", consent=Consent.IN)
    issue(c.GiveConsent, by="lower-head", consent=Consent.IN)
    issue(c.EnterPhase, phase="convergence")
    issue(c.TablePackage, by="upper-head", terms=UPPER_BEST)
    return session


async def test_0_opens_the_table_and_it_follows_what_happens(
    make_app: MakeApp, playing: str, shows: Shows, issue: Issue
) -> None:
    app = make_app(session=playing, start="console")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "running")
        await pilot.press("0")
        await shows(pilot, "No. 1 gives, of weight")
        await shows(pilot, "all could sign")
        await shows(pilot, "counted 0")
        issue(c.WithdrawPackage, by="upper-head", package=1)
        await shows(pilot, "No package stands")
        await shows(pilot, "package 1")  # the best so far, no longer on the table
        await pilot.press("down")
        await shows(pilot, "A package that every side could sign")


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 50), (200, 60)])
async def test_the_table_fits_the_terminal(
    make_app: MakeApp, playing: str, shows: Shows, size: tuple[int, int]
) -> None:
    app = make_app(session=playing, start="console")
    async with app.run_test(size=size, notifications=True) as pilot:
        await shows(pilot, "running")
        await pilot.press("0")
        await shows(pilot, "all could sign")
        head = next(line for line in screen_text(app).splitlines() if "gives, of weight" in line)
        assert "Upper" in head
        assert "Lower" in head


async def test_nothing_of_it_reaches_a_seat(make_app: MakeApp, playing: str, shows: Shows, now: Now) -> None:
    """Not in its view, and not on its screen, in any pane; a control shows that the console has it."""
    for seat in now().scenario.seats:
        assert view(now(), seat).control is None
    secrets = ("all could sign", "Distance to the frontier", "Every side could sign it", "gives, of weight")
    console = make_app(session=playing, start="console")
    async with console.run_test(size=(200, 60), notifications=True) as pilot:
        await pilot.press("0")
        await shows(pilot, "Distance to the frontier")
        frame = screen_text(console)
        assert secrets[0] in frame
    from simulator.journal.pins import set_pin
    from simulator.journal.store import Journal

    with Journal.open(console.desk.journal.database.where) as journal:
        set_pin(journal, playing, "lower-head", "4711")
        set_pin(journal, playing, TRAINER, "9999")
    seat_app = make_app(session=playing, start="curtain")
    async with seat_app.run_test(size=(200, 60), notifications=True) as pilot:
        await shows(pilot, "Lower")
        from simulator.tui.going import Go, Place

        seat_app.post_message(Go(Place.SEAT, playing, "lower-head"))
        await shows(pilot, "PIN")
        await pilot.press(*"4711", "enter")
        await shows(pilot, "stop word")
        for key in "1234567890" + "0" * 3:
            await pilot.press(key)
            await pilot.pause()
            assert not [words for words in secrets if words in screen_text(seat_app)]
