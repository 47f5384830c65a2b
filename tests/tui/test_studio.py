"""The Studio: what is wrong as it is saved, panes for the case, the editor at the line, papers and rehearsals."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from scenarios.texts import speak
from simulator.tui.app import GoodOffices
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.studio import StudioScreen
from simulator.tui.widgets.listing import Listing
from tests.pseudo import foreign, not_said, said, strange

MakeApp = Callable[..., GoodOffices]
Read = Callable[["App[None]"], str]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
SIZES = ((80, 24), (120, 40))


@pytest.fixture
def case(shelf: Path) -> Path:
    """The file that is written."""
    return shelf / "well" / "scenario.yaml"


@pytest.fixture
def app(make_app: MakeApp, case: Path) -> GoodOffices:
    """The app with that case open in the Studio."""
    return make_app(start="studio", scenario=str(case))


def change(case: Path, old: str, new: str) -> None:
    """Save the file with other words in it, as editors do: another file that is renamed into place."""
    beside = case.with_name(".scenario.yaml.swp")
    beside.write_text(case.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    beside.rename(case)


def studio(app: "App[None]") -> StudioScreen:
    """The screen."""
    assert isinstance(app.screen, StudioScreen)
    return app.screen


async def until(pilot: "Pilot[None]", true: Callable[[], bool]) -> None:
    """Wait until something is true."""
    for _ in range(200):
        await pilot.pause()
        if true():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it never came true")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("1", "W2"),
        ("2", "Village of Upper Ardel: side"),
        ("3", "What it teaches:"),
        ("4", "What the values do to the exercise"),
        ("5", "The goats must drink"),
        ("6", "minutes are planned"),
        ("7", "as written"),
        ("8", "Nobody has rehearsed this case here yet. Press R."),
    ],
)
async def test_every_pane_shows_its_part(
    app: GoodOffices, shows: Shows, size: tuple[int, int], key: str, words: str
) -> None:
    async with app.run_test(size=size, notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        await pilot.press(key)
        await shows(pilot, words)


async def test_the_shelf_says_what_there_is_to_know(make_app: MakeApp, shows: Shows) -> None:
    app = make_app(start="studio")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "The Well                     30 min  3-4 people    en")
        await pilot.press("enter")
        await shows(pilot, "Studio: The Well")
        await pilot.press("escape")
        await shows(pilot, "3-4 people")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))


async def test_home_opens_the_studio_with_the_scenario_under_the_cursor(make_app: MakeApp, shows: Shows) -> None:
    async with make_app().run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "The Well")
        await pilot.press("t")
        await shows(pilot, "Studio: The Well")


async def test_a_designer_without_a_case_is_told_the_key(
    make_app: MakeApp, shows: Shows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scenarios.shelf.folders", lambda: ())
    async with make_app(start="studio").run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "No scenario of your own yet. Press N to begin one.")
        await pilot.press("3")
        await shows(pilot, "No case is open")


async def test_a_problem_shows_as_soon_as_it_is_saved_and_goes_when_it_is_mended(
    app: GoodOffices, case: Path, shows: Shows, read: Read
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        change(case, "decides: true", "decides: maybe")
        await shows(pilot, "1 error")
        await shows(pilot, "decides: maybe")
        await shows(pilot, "Unreadable now: the panes show the last version that could be read.")
        await pilot.press("2")
        await shows(pilot, "Village of Upper Ardel")
        change(case, "decides: maybe", "decides: true")
        await shows(pilot, "4 warnings")
        await until(pilot, lambda: "Unreadable" not in read(app))


async def test_the_cursor_stays_on_its_problem_when_lines_move(app: GoodOffices, case: Path, shows: Shows) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        await pilot.press("end")
        await shows(pilot, "scenario.yaml:166:")
        change(case, "parties:\n", "\n\nparties:\n")
        await shows(pilot, "scenario.yaml:168:")


async def test_a_file_that_goes_is_waited_for(app: GoodOffices, case: Path, shows: Shows) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        text = case.read_text(encoding="utf-8")
        case.unlink()
        await shows(pilot, "The file is gone; waiting.")
        await pilot.press("r")
        await shows(pilot, "The file is gone.")
        case.write_text(text[: len(text) // 2], encoding="utf-8")
        await shows(pilot, "Unreadable now")
        case.write_text(text, encoding="utf-8")
        await shows(pilot, "4 warnings")
        await shows(pilot, "Checked at")


async def test_the_list_has_the_keys_whenever_it_has_rows(app: GoodOffices, case: Path, shows: Shows) -> None:
    def has_the_keys() -> bool:
        return isinstance(app.focused, Listing) and app.focused.id == "list"

    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        await until(pilot, has_the_keys)
        await pilot.press("8")
        await shows(pilot, "Nobody has rehearsed this case here yet.")
        await pilot.press("2")
        await shows(pilot, "Village of Upper Ardel")
        await until(pilot, has_the_keys)


async def test_enter_says_what_a_problem_means(app: GoodOffices, shows: Shows) -> None:
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        await pilot.press("enter")
        await shows(pilot, "Arrows scroll; Esc goes back.")
        await shows(pilot, "Why:")
        await shows(pilot, "> 36 │ parties:")


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A vim that writes its words to a file."""
    said = tmp_path / "said"
    script = tmp_path / "bin" / "vim"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {said}\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(script))
    monkeypatch.setattr(GoodOffices, "suspend", lambda self: nullcontext())
    return said


async def test_the_editor_opens_at_the_line_of_the_problem(
    app: GoodOffices, case: Path, shows: Shows, editor: Path
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        await pilot.press("end", "e")
        await until(pilot, editor.exists)
        assert editor.read_text(encoding="utf-8").splitlines() == ["+166", str(case)]


async def test_the_editor_opens_at_the_line_of_a_party(
    app: GoodOffices, case: Path, shows: Shows, editor: Path
) -> None:
    lines = case.read_text(encoding="utf-8").splitlines()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        await pilot.press("2")
        await shows(pilot, "Lower")
        await pilot.press("down", "e")
        await until(pilot, editor.exists)
        assert editor.read_text(encoding="utf-8").splitlines()[0] == f"+{lines.index('  lower:') + 1}"


async def test_without_an_editor_it_says_how_to_name_one(
    app: GoodOffices, shows: Shows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "no-such-editor")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        await pilot.press("e")
        await shows(pilot, "no-such-editor")


async def test_what_comes_with_the_program_is_copied_before_it_is_changed(
    app: GoodOffices, shelf: Path, shows: Shows, editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.tui.studio.shelf.is_shipped", lambda place: "my-" not in str(place))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        await pilot.press("e")
        await shows(pilot, "This case is not yours")
        await pilot.press("enter")
        await shows(pilot, "A copy of The Well")
        await pilot.press("enter")
        await until(pilot, (shelf / "my-well" / "scenario.yaml").exists)
        await shows(pilot, "Checked at")
        assert studio(app).known is not None
        assert "id: my-well\n" in (shelf / "my-well" / "scenario.yaml").read_text(encoding="utf-8")
        assert not editor.exists()


async def test_a_new_case_is_begun_and_opened(app: GoodOffices, shelf: Path, shows: Shows) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        await pilot.press("n")
        await shows(pilot, "A new case")
        app.screen.query_one("#name", Input).value = "Not An Id"
        await pilot.press("enter")
        await shows(pilot, "not-an-id")
        app.screen.query_one("#name", Input).value = "river"
        await pilot.press("enter")
        await until(pilot, (shelf / "river" / "scenario.yaml").exists)
        await until(pilot, lambda: studio(app).known is not None and "river" in str(studio(app).known))


async def test_the_place_of_a_problem_is_copied(app: GoodOffices, case: Path, shows: Shows) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        await pilot.press("c")
        await shows(pilot, "Copied:")
        assert app.clipboard == f"{case}:36:1"


async def test_the_course_is_shown_and_saved(app: GoodOffices, tmp_path: Path, shows: Shows) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        await pilot.press("g")
        await shows(pilot, "on to:")
        await pilot.press("m")
        await shows(pilot, "flowchart TD")
        await pilot.press("s")
        await shows(pilot, "Save the course to which file?")
        app.screen.query_one(Input).value = str(tmp_path / "course.mmd")
        await pilot.press("enter")
        await until(pilot, (tmp_path / "course.mmd").exists)
        assert (tmp_path / "course.mmd").read_text(encoding="utf-8").startswith("flowchart TD\n")


@pytest.fixture
def html_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """HTML is what is printed usually: the quickest."""
    monkeypatch.setattr("simulator.printing.writing.usual", lambda: "html")


async def test_the_papers_are_written(app: GoodOffices, tmp_path: Path, shows: Shows, html_only: None) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        await pilot.press("p")
        await shows(pilot, "Write them to which folder?")
        app.screen.query_one("#folder", Input).value = str(tmp_path / "kit")
        await pilot.press("enter")
        await shows(pilot, "files are in")
        assert (tmp_path / "kit" / "01-public-brief.html").exists()
        await until(pilot, lambda: not studio(app).doing)


async def test_printing_can_be_stopped(
    app: GoodOffices, tmp_path: Path, shows: Shows, html_only: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    go = threading.Event()

    def slow(*args: object) -> dict[str, Callable[[object], bytes]]:
        return {"html": lambda document: str(go.wait(5)).encode()}

    monkeypatch.setattr("simulator.printing.writing.makers", slow)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        await pilot.press("p")
        await shows(pilot, "Write them to which folder?")
        app.screen.query_one("#folder", Input).value = str(tmp_path / "kit")
        await pilot.press("enter")
        await shows(pilot, "Writing paper 1 of")
        await pilot.press("x")
        go.set()
        await shows(pilot, "Stopped. 1 file is in")
        assert len([path for path in (tmp_path / "kit").rglob("*") if path.is_file()]) == 1


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> int:
    """More rehearsals than end while a test looks, however fast the machine is."""
    monkeypatch.setattr("simulator.tui.studio.trying.MOST", 5000)
    return 5000


async def test_rehearsals_say_how_they_ended_and_can_be_stopped(app: GoodOffices, shows: Shows, many: int) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        await pilot.press("r")
        await shows(pilot, "How many rehearsals?")
        app.screen.query_one(Input).value = str(many)
        await pilot.press("enter")
        await shows(pilot, "X stops.")
        await until(pilot, lambda: bool(studio(app).trials))
        await pilot.press("x")
        await until(pilot, lambda: studio(app).going is None and not studio(app).doing)
        assert len(studio(app).trials) < many
        await shows(pilot, "seed 1")
        await shows(pilot, "agreement")
        await pilot.press("1", "r")
        await shows(pilot, "How many rehearsals?")


async def test_a_case_with_errors_is_neither_rehearsed_nor_printed(app: GoodOffices, case: Path, shows: Shows) -> None:
    change(case, "decides: true", "decides: maybe")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "1 error")
        await pilot.press("2")
        await shows(pilot, "The case cannot be read yet. Press 1")
        await pilot.press("p")
        await shows(pilot, "mend them")


async def test_hostile_texts_are_shown_as_they_are_written(
    app: GoodOffices, case: Path, shows: Shows, read: Read
) -> None:
    change(case, "name: Village of Upper Ardel", 'name: "[bold]Upper[/bold] [@click=app.quit]x[/]"')
    change(case, "short: Upper", 'short: "[red]Up"')
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        for key in "12345678":
            await pilot.press(key)
            await pilot.pause()
        await pilot.press("2")
        await shows(pilot, "[bold]Upper[/bold] [@click=app.quit]x[/]")
        await shows(pilot, "[red]Up")


async def test_the_help_tells_the_keys(app: GoodOffices, shows: Shows) -> None:
    async with app.run_test(size=(100, 50)) as pilot:
        await shows(pilot, "4 warnings")
        await pilot.press("f1")
        await shows(pilot, "e  Edit: Open your editor")
        await shows(pilot, "x  Stop: Stop printing or rehearsing")


async def test_a_pane_and_a_key_can_be_clicked(app: GoodOffices, shows: Shows) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        await pilot.click(offset=(13, 1))
        await shows(pilot, "Village of Upper Ardel")
        await pilot.click("Possible", offset=(28, 0))
        await until(pilot, lambda: app.screen is not app.screen_stack[1])


async def test_another_size_shows_the_same_case(app: GoodOffices, shows: Shows, read: Read) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        await pilot.press("2", "down")
        await shows(pilot, "Village of Lower Ardel: side")
        assert "Scenarios" not in read(app)
        await pilot.resize_terminal(170, 45)
        await shows(pilot, "Scenarios")
        await shows(pilot, "Village of Lower Ardel: side")
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "Scenarios" not in read(app))
        await shows(pilot, "Village of Lower Ardel: side")


async def test_another_language_keeps_the_case_the_pane_and_the_cursor(
    app: GoodOffices, shows: Shows, pseudo: str
) -> None:
    speak("en")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        await pilot.press("2", "down")
        await shows(pilot, "Village of Lower Ardel: side")
        await pilot.press("l")
        await shows(pilot, said("{name}: {text}", name="Village of Lower Ardel", text=foreign("side")))
        assert studio(app).pane == 1


async def test_nothing_goes_on_after_the_studio_is_left(app: GoodOffices, shows: Shows, many: int) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "4 warnings")
        await pilot.press("r")
        await shows(pilot, "How many rehearsals?")
        app.screen.query_one(Input).value = str(many)
        await pilot.press("enter")
        await shows(pilot, "X stops.")
        going = studio(app).going
        assert going is not None
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen) and going.over)


@pytest.mark.parametrize("size", [SIZES[0], pytest.param(SIZES[1], marks=pytest.mark.soak)])
async def test_the_studio_is_translated(
    make_app: MakeApp, case: Path, pseudo: str, read: Read, size: tuple[int, int]
) -> None:
    case.write_text(strange(case.read_text(encoding="utf-8")), encoding="utf-8")
    app = make_app(start="studio", scenario=str(case))
    allowed = (*NAMES, *str(case).split(os.sep), *str(Path.cwd()).split(os.sep))
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(pilot, lambda: (known := studio(app).known) is not None and known.analysis is not None)
        for key in "12345678":
            await pilot.press(key)
            for _ in range(12):
                await pilot.pause()
                assert not_said(_without_source(read(app)), allowed) == []
                await pilot.press("down")
        for key in "gpnr":
            await pilot.press(key)
            await until(pilot, lambda: app.screen is not app.screen_stack[1])
            await pilot.pause()
            assert not_said(_without_source(read(app)), allowed) == []
            await pilot.press("escape")


NAMES = (
    *("Good", "Offices", "English", "Français", "en", "PDF", "DOCX", "HTML", "classic", "my", "case", "kit", "Nash"),
    *("flow", "hours", "keeper", "elder-keeps", "parties", "issues", "options", "values", "upper", "lower"),
)
"""The program's name, languages, formats, a person, and names of things in the scenario."""


def _without_source(screen: str) -> str:
    """The screen without the lines of the file that it shows."""
    return "\n".join(line for line in screen.splitlines() if " │ " not in line)
