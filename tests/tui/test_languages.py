"""Other languages: nothing that the program says stays in English, and a switch loses nothing."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from scenarios.reading import read as read_case
from scenarios.texts import language, speak
from scenarios.translation import filled, texts
from simulator.engine import TRAINER
from simulator.engine import commands as c
from simulator.engine.words import Answer, Consent, Move, Permission, Resolution, Source, Verdict
from simulator.journal.live import LiveSession
from simulator.journal.pins import set_pin
from simulator.journal.store import Journal
from simulator.tui.app import GoodOffices
from simulator.tui.dialogs import TextQuestion
from simulator.tui.screens.console import ConsoleScreen
from simulator.tui.screens.curtain import CurtainScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.widgets.listing import Listing
from tests.pseudo import foreign, not_said, said, strange, typed

TESTED = Path(__file__).parents[1] / "cases" / "well-tested" / "scenario.yaml"
SMALL = (80, 24)
IDS = ("hours", "keeper", "shared-board", "elder-keeps", "upper.school", "no-board", "flow")
"""Names of things in the scenario, where a table or a list shows them as they are written."""

ALLOWED = ("Good", "Offices", "English", "Français", "en", "fr", *IDS)
"""The name of the program, what languages call themselves, and codes."""

MakeApp = Callable[..., GoodOffices]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Read = Callable[["App[None]"], str]
Issue = Callable[..., None]


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shelf with the tested Well, in Greek letters."""
    folder = tmp_path / "shelf" / "well-tested"
    folder.mkdir(parents=True)
    (folder / "scenario.yaml").write_text(strange(TESTED.read_text(encoding="utf-8")), encoding="utf-8")
    monkeypatch.setattr("scenarios.shelf.folders", lambda: (folder.parent,))
    return folder.parent


@pytest.fixture
def session(journal: Path, shelf: Path) -> str:
    """A session of it, opened and cast."""
    text = (shelf / "well-tested" / "scenario.yaml").read_text(encoding="utf-8")
    with Journal.open(journal) as opened:
        made = opened.new_session(typed("Table one"), text, 7)
        live = LiveSession(opened, made)
        live.issue(c.OpenSession(at=datetime.now(UTC), by=TRAINER, name=typed("Table one")))
        for seat in ("upper-head", "lower-head", "mediator"):
            live.issue(
                c.CastSeat(at=datetime.now(UTC), by=TRAINER, seat=seat, source=Source.HUMAN, people=(typed("Ana"),))
            )
        live.issue(c.CastSeat(at=datetime.now(UTC), by=TRAINER, seat="engineer", source=Source.STAND_IN))
        return made


@pytest.fixture
def talks(session: str, issue: Issue) -> str:
    """The session in the middle of things: a little of everything has happened."""
    issue(c.StartClock)
    issue(c.EnterPhase, phase="exploration")
    issue(c.GiveConsent, by="upper-head", consent=Consent.IN)
    issue(c.GiveConsent, by="lower-head", consent=Consent.CONDITIONAL, conditions=typed("The lid stays shut"))
    issue(c.RequestFloor, by="upper-head", body="table")
    issue(c.GiveFloor, by="mediator", body="table", seat="lower-head", limit=120)
    issue(c.TagMove, seat="lower-head", move=Move.REFRAME)
    issue(c.ProposeAgenda, by="mediator", issues=("hours", "keeper"))
    issue(c.SendInject, inject="message-home")
    issue(c.CallCaucus, by="mediator", seats=("upper-head",))
    issue(c.AcceptCaucus, by="upper-head", caucus=1)
    issue(c.DiscloseInterest, by="upper-head", interest="upper.school", to=("mediator",), permission=Permission.CLOSED)
    issue(c.CloseCaucus, by="mediator", caucus=1)
    issue(c.FrameIssues, by="mediator", issues=("hours",))
    issue(c.ProposeOption, by="upper-head", issue="hours", option="shared-board")
    issue(c.AskCapital, by="upper-head", text=typed("May we share"))
    issue(c.AskExpert, by="mediator", text=typed("How much water"))
    issue(c.WriteNote, text=typed("They look at the clock"))
    issue(c.AdmitRater, rater="r1")
    issue(c.EnterPhase, phase="convergence")
    issue(c.TablePackage, by="upper-head", terms={"hours": "shared-board", "keeper": "elder-keeps"})
    issue(c.AnswerPackage, by="lower-head", package=1, answer=Answer.CONDITIONAL, text=typed("If noon is free"))
    drafts = {"hours": c.ClauseDraft(option="shared-board"), "keeper": c.ClauseDraft(option="elder-keeps")}
    issue(c.IssueVersion, by="mediator", clauses=drafts)
    issue(c.BracketClause, by="lower-head", clause="hours", wording=typed("at noon"))
    return session


@pytest.fixture
def agreed(talks: str, issue: Issue) -> str:
    """The session after the agreement, with a shock at it."""
    issue(c.LiftBracket, by="lower-head", clause="hours", bracket=1, resolution=Resolution.WITHDRAWN)
    issue(c.PutToAdoption, by="mediator")
    for seat in ("upper-head", "lower-head"):
        issue(c.AnswerAdoption, by=seat, verdict=Verdict.ADOPT)
    issue(c.EnterPhase, phase="month-after")
    issue(c.ThrowShock)
    return talks


@pytest.fixture
def check(read: Read) -> Callable[["Pilot[None]"], Awaitable[None]]:
    """Fail on what the screen does not say in the other language."""

    async def look(pilot: "Pilot[None]") -> None:
        before, screen = "", " "
        while before != screen:
            await pilot.pause(0.03)
            before, screen = screen, read(pilot.app)
        assert not not_said(screen, ALLOWED), screen

    return look


Check = Callable[["Pilot[None]"], Awaitable[None]]


# -- the language of tests --------------------------------------------------------------------------------------------


def test_a_sentence_comes_out_in_other_letters_and_its_values_as_they_are() -> None:
    assert said("{name} has the floor.", name="Ana") == "Ana хас тхе флоорр."
    assert foreign("{n} of {{all}}") == "{n} оф {{алл}}"


def test_what_was_not_translated_is_found_with_its_line() -> None:
    assert not_said(" Тхе флоор  ~ Pause ") == ["Pause: Тхе флоор  ~ Pause"]
    assert not_said("Omar Tills…", allowed=("Omar", "Tillsand")) == []


def test_a_scenario_in_greek_letters_keeps_its_names_of_things() -> None:
    assert '"title": "Τηε Ϝελλ"' in strange("id: well\nversion: '1.0'\ntitle: The Well\nkind: head-of-side\n")
    assert '"kind": "head-of-side"' in strange("id: well\nkind: head-of-side\n")


# -- every screen -----------------------------------------------------------------------------------------------------


async def walk(pilot: "Pilot[None]", check: Check, steps: Iterable[str]) -> None:
    """Press keys, several for a step where a space is between them, and look after each step."""
    for keys in steps:
        await pilot.press(*keys.split())
        await check(pilot)


async def test_home_says_everything(pseudo: str, make_app: MakeApp, session: str, shows: Shows, check: Check) -> None:
    async with make_app().run_test(size=SMALL, notifications=True) as pilot:
        await shows(pilot, typed("Table one"))
        await shows(pilot, "3-4 ")
        await check(pilot)
        await walk(pilot, check, ("question_mark", "escape", "a", "escape", "enter", "escape", "n"))
        pilot.app.screen.query_one("#seed", Input).value = "-1"
        await walk(pilot, check, ("ctrl+s enter", "escape", "tab", "n", "escape", "ctrl+c", "ctrl+q"))


async def test_the_set_up_says_everything(
    pseudo: str, make_app: MakeApp, session: str, shows: Shows, check: Check
) -> None:
    async with make_app(session=session, start="setup").run_test(size=SMALL, notifications=True) as pilot:
        await shows(pilot, said("Set-up: who plays what"))
        await check(pilot)
        steps = ("question_mark", "escape", "a", "escape", "down", "down down", "z", "escape", "c", "enter", "escape")
        await walk(pilot, check, steps)
        await walk(pilot, check, ("p", "enter", "escape", "space", "ctrl+q"))


async def test_the_curtain_says_everything(
    pseudo: str, make_app: MakeApp, session: str, journal: Path, shows: Shows, check: Check
) -> None:
    with Journal.open(journal) as opened:
        set_pin(opened, session, "upper-head", "271828")
        set_pin(opened, session, TRAINER, "1414")
    async with make_app(session=session, start="curtain").run_test(size=SMALL, notifications=True) as pilot:
        await shows(pilot, said("Who sits down here?"))
        await check(pilot)
        await walk(
            pilot, check, ("question_mark", "escape", "a", "escape", "enter", "1 enter", "escape", "T", "escape")
        )
        await walk(pilot, check, ("down enter", "escape", "down down down enter"))


async def test_the_console_says_everything(
    pseudo: str, make_app: MakeApp, talks: str, shows: Shows, check: Check
) -> None:
    async with make_app(session=talks, start="console").run_test(size=SMALL, notifications=True) as pilot:
        await shows(pilot, foreign("Course"))
        screen = pilot.app.screen
        assert isinstance(screen, ConsoleScreen)
        for number in range(1, 10):
            await walk(pilot, check, (str(number),))
            rows = screen.query_one("#list", Listing).option_count
            await walk(pilot, check, ("home", *["down"] * min(rows - 1, 12)))
        await walk(pilot, check, ("question_mark", "end", "escape", "a", "end", "escape"))


@pytest.mark.soak
async def test_the_console_is_as_strange_on_a_large_terminal(
    pseudo: str, make_app: MakeApp, agreed: str, shows: Shows, check: Check
) -> None:
    async with make_app(session=agreed, start="console").run_test(size=(200, 60), notifications=True) as pilot:
        await shows(pilot, foreign("Course"))
        for number in range(1, 10):
            await walk(pilot, check, (str(number), "down", "down"))


ASKING = ("nbeJgyucw", "tOEiIdsor", "xmvhHQAfz", "L")
"""The keys of the console's deeds that ask something or say why not, in portions."""


@pytest.mark.parametrize("keys", [pytest.param(keys, marks=pytest.mark.soak) for keys in ASKING[:2]] + [*ASKING[2:]])
async def test_the_questions_of_the_console_say_everything(
    pseudo: str, keys: str, make_app: MakeApp, talks: str, shows: Shows, check: Check
) -> None:
    async with make_app(session=talks, start="console").run_test(size=SMALL, notifications=True) as pilot:
        await shows(pilot, foreign("Course"))
        for key in keys:
            await walk(pilot, check, (key, "enter", "enter"))
            while not isinstance(pilot.app.screen, ConsoleScreen):
                await walk(pilot, check, ("escape",))


async def test_the_ways_from_the_console_say_everything(
    pseudo: str, make_app: MakeApp, talks: str, shows: Shows, check: Check
) -> None:
    async with make_app(session=talks, start="console").run_test(size=SMALL, notifications=True) as pilot:
        await shows(pilot, foreign("Course"))
        await walk(pilot, check, ("B", "9", "down", "B", "escape", "escape", "n", "escape", "C", "1 2 enter", "escape"))
        await walk(pilot, check, ("space", "escape", "P"))


async def test_the_debriefing_says_everything(
    pseudo: str, make_app: MakeApp, agreed: str, issue: Issue, shows: Shows, check: Check
) -> None:
    issue(c.EnterPhase, phase="de-role")
    async with make_app(session=agreed, start="console").run_test(size=SMALL, notifications=True) as pilot:
        await shows(pilot, foreign("Course"))
        await pilot.press("D")
        await shows(pilot, foreign("Script"))
        screen = pilot.app.screen
        assert isinstance(screen, DebriefScreen)
        for _ in range(200):
            await pilot.pause(0.05)
            if screen.card is not None:
                break
        for number in range(1, 10):
            await walk(pilot, check, (str(number), *["down"] * 12))
        await walk(pilot, check, ("question_mark", "escape", "a", "escape"))
        await pilot.press("w")
        await shows(pilot, said("Write the documents to which folder?"))
        pilot.app.screen.query_one(Input).value = typed("papers")
        await walk(pilot, check, ("escape",))


async def test_a_small_terminal_says_so(pseudo: str, make_app: MakeApp, shows: Shows, check: Check) -> None:
    async with make_app().run_test(size=(50, 15), notifications=True) as pilot:
        await shows(pilot, said("Terminal too small: {width} x {height}.", width=50, height=15))
        await check(pilot)


# -- the switch -------------------------------------------------------------------------------------------------------


@pytest.fixture
def english(pseudo: str) -> None:
    """A terminal that speaks English, and could speak the language that nobody speaks."""
    speak("en")


async def test_home_is_said_anew_and_the_cursor_stays(
    english: None, make_app: MakeApp, session: str, journal: Path, shows: Shows, read: Read, check: Check
) -> None:
    with Journal.open(journal) as opened:
        opened.new_session(typed("Table two"), strange(TESTED.read_text(encoding="utf-8")), 1)
    async with make_app().run_test(size=SMALL, notifications=True) as pilot:
        await shows(pilot, typed("Table two"))
        await shows(pilot, "3-4 people")
        await pilot.press("down")
        sessions = pilot.app.screen.query_one("#sessions", Listing)
        before = sessions.picked
        await pilot.press("l")
        await shows(pilot, said("Sessions"))
        await shows(pilot, "[Français]")
        await check(pilot)
        anew = pilot.app.screen.query_one("#sessions", Listing)
        assert anew is not sessions
        assert pilot.app.focused is anew
        assert anew.picked == before
        await pilot.press("l")
        await shows(pilot, "Sessions")
        assert said("Sessions") not in read(pilot.app)


async def test_a_click_on_its_name_speaks_a_language(english: None, make_app: MakeApp, shows: Shows) -> None:
    async with make_app().run_test(size=SMALL, notifications=True) as pilot:
        await shows(pilot, "[English] Français")
        await pilot.click("#tongues", offset=(15, 0))
        await shows(pilot, "English [Français]")
        assert language() == "fr"


async def test_the_set_up_is_said_anew(
    english: None, make_app: MakeApp, session: str, shows: Shows, check: Check
) -> None:
    async with make_app(session=session, start="setup").run_test(size=SMALL, notifications=True) as pilot:
        await shows(pilot, "Set-up: who plays what")
        await pilot.press("down", "l")
        await shows(pilot, said("Set-up: who plays what"))
        await check(pilot)
        assert pilot.app.screen.query_one("#list", Listing).picked == "lower-head"


async def test_the_case_is_told_in_the_language_as_well(
    english: None, make_app: MakeApp, shelf: Path, shows: Shows, check: Check
) -> None:
    folder = shelf / "well-tested"
    (folder / "scenario.yaml").write_text(TESTED.read_text(encoding="utf-8"), encoding="utf-8")
    written = read_case(folder)
    assert written.scenario is not None
    there = {text.path: typed(text.text) for text in texts(written.scenario)}
    (folder / "fr.po").write_text(filled(written, "fr", there)[0], encoding="utf-8")
    async with make_app().run_test(size=SMALL, notifications=True) as pilot:
        await shows(pilot, "The Well, put to the test")
        await pilot.press("l")
        await shows(pilot, typed("The Well, put to the test"))
        await pilot.press("n")
        await shows(pilot, said("New session: {title}", title=typed("The Well, put to the test")))
        pilot.app.screen.query_one("#name", Input).value = typed("Table one")
        await check(pilot)
        await pilot.press("enter")
        await shows(pilot, said("Set-up: who plays what"))
        await check(pilot)
        await pilot.press("down", "l")
        await shows(pilot, "Omar Tillsand, Speaker of Lower Ardel")
        await pilot.press("l")
        await shows(pilot, typed("Omar Tillsand"))
        await check(pilot)


async def test_each_seat_speaks_its_language_again(
    english: None, make_app: MakeApp, session: str, journal: Path, shows: Shows, read: Read
) -> None:
    with Journal.open(journal) as opened:
        for seat, pin in (("upper-head", "271828"), ("lower-head", "161803"), (TRAINER, "1414")):
            set_pin(opened, session, seat, pin)

    async def sit(pilot: "Pilot[None]", keys: str, pin: str) -> None:
        for _ in range(100):
            await pilot.pause(0.05)
            if isinstance(pilot.app.focused, Listing) and pilot.app.focused.rows:
                break
        await pilot.press(*keys.split())
        for _ in range(100):
            await pilot.pause(0.05)
            if pilot.app.screen.query(Input):
                break
        else:
            raise AssertionError(read(pilot.app))
        pilot.app.screen.query_one(Input).value = pin
        await pilot.press("enter")
        for _ in range(100):
            await pilot.pause(0.05)
            if pilot.app.seat and not pilot.app.screen.query(Input):  # type: ignore[attr-defined]
                return
        raise AssertionError(read(pilot.app))

    async def leave(pilot: "Pilot[None]") -> None:
        await pilot.press("ctrl+l")
        for _ in range(100):
            await pilot.pause(0.05)
            if isinstance(pilot.app.screen, CurtainScreen) and pilot.app.screen.known is not None:
                return
        raise AssertionError(read(pilot.app))

    async with make_app(session=session, start="curtain").run_test(size=SMALL, notifications=True) as pilot:
        await shows(pilot, "Who sits down here?")
        await pilot.press("l")
        await shows(pilot, said("Who sits down here?"))
        await sit(pilot, "enter", "271828")
        assert language() == "fr"
        await leave(pilot)
        await pilot.press("l")
        await shows(pilot, "Who sits down here?")
        await sit(pilot, "down enter", "161803")
        assert language() == "en"
        await leave(pilot)
        await sit(pilot, "enter", "271828")
        assert language() == "fr"


async def test_words_that_were_begun_are_there_in_another_language(
    english: None, make_app: MakeApp, talks: str, shows: Shows
) -> None:
    app = make_app(session=talks, start="console")
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await shows(pilot, "1 Course")
        await pilot.press("w")
        await shows(pilot, "A note for the debriefing")
        await pilot.press("x", "y", "escape")
        speak("fr")
        await pilot.press("w")
        await shows(pilot, said("A note for the debriefing"))
        assert isinstance(app.screen, TextQuestion)
        assert app.screen.query_one(TextArea).text == "xy"
