"""What every screen can do: menu, jumping, searching, messages, themes, keys of one's own, copying."""

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from textual.app import App
from textual.binding import Binding
from textual.pilot import Pilot
from textual.widgets import Input

from simulator.engine.commands import CastSeat
from simulator.engine.words import Source
from simulator.tui import keymap
from simulator.tui.app import GoodOffices
from simulator.tui.deeds import NO_KEY
from simulator.tui.dialogs.acts import Acts
from simulator.tui.dialogs.jump import JumpPage
from simulator.tui.screen import DeedScreen
from simulator.tui.settings import Found, Settings, read
from simulator.tui.widgets.listing import Listing

MakeApp = Callable[..., GoodOffices]
Read = Callable[["App[None]"], str]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Issue = Callable[..., None]
SIZE = (100, 40)
MOVES = {
    "app.menu", "pane.more", "pane.before", "pane.after", "home.other", "seat.back",
}  # fmt: skip
"""Keys that are not in the menu: they open it, or move where the menu names every place to move to."""


@pytest.fixture(autouse=True)
def _usual_keys() -> Iterator[None]:
    """Leave no key behind."""
    yield
    keymap.choose({})


@pytest.fixture
def settled(tmp_path: Path, make_app: MakeApp) -> Callable[..., GoodOffices]:
    """An app whose settings lie in a file."""

    def make(text: str = "", **options: object) -> GoodOffices:
        file = tmp_path / "settings.toml"
        file.write_text(text, encoding="utf-8")
        return make_app(found=read(file, {}), **options)

    return make


@pytest.fixture
def seated(make_app: MakeApp, session: str, issue: Issue) -> GoodOffices:
    """An app behind whose curtain a seat without a PIN waits."""
    issue(CastSeat, seat="upper-head", source=Source.HUMAN)
    issue(CastSeat, seat="lower-head", source=Source.HUMAN)
    return make_app(session=session, start="curtain")


async def menu_of(pilot: "Pilot[None]") -> Acts:
    """Open the menu."""
    await pilot.press("ctrl+p")
    for _ in range(40):
        await pilot.pause(0.02)
        if isinstance(pilot.app.screen, Acts):
            return pilot.app.screen
    raise AssertionError("no menu")


@pytest.mark.parametrize("start", ["home", "setup", "console", "curtain", "seat", "studio"])
async def test_the_menu_has_whatever_a_key_does(
    make_app: MakeApp, session: str, issue: Issue, shows: Shows, start: str
) -> None:
    issue(CastSeat, seat="upper-head", source=Source.HUMAN)
    options = {} if start in ("home", "studio") else {"session": session}
    app = make_app(start="curtain" if start == "seat" else start, **options)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Help")
        if start == "seat":
            await shows(pilot, "Dalia Venn")
            await pilot.press("enter")
            await shows(pilot, "1 Board")
        screen = app.screen
        assert isinstance(screen, DeedScreen)
        menu = await menu_of(pilot)
        there = {deed.name for deed, _ in menu.deeds}
        offered = {deed.name for deed in screen.offered()}
        assert offered <= there
        for node in (screen, app):
            for _, one in node._bindings:
                assert isinstance(one, Binding)
                deed = one.action.startswith("deed(")
                if one.id is None or one.key == NO_KEY or one.id in MOVES or (deed and one.id not in offered):
                    continue  # a deed that is not offered is another role's, or of a pane that this exercise has not
                pane = one.id.startswith("pane.") and start == "studio"  # no case is open, so there are no panes
                assert pane or one.id in there, f"{one.id} ({one.key}) is not in the menu"


async def test_what_was_done_last_stands_on_top_and_accents_do_not_matter(make_app: MakeApp, shows: Shows) -> None:
    async with make_app().run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "The Well")
        await menu_of(pilot)
        await pilot.press(*"méssàges")
        await pilot.press("enter")
        await shows(pilot, "Nothing was said yet")
        await pilot.press("escape")
        menu = await menu_of(pilot)
        first = next(o for o in menu.query_one("#list").options if not o.disabled)  # type: ignore[attr-defined]
        assert "Messages" in str(first.prompt)


async def test_the_users_keys_hold_and_are_shown(settled: MakeApp, shows: Shows, read: Read) -> None:
    app = settled('[keys]\n"home.new" = "y"\n"app.menu" = "ctrl+g"\n')
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "The Well")
        await shows(pilot, " y  New session")
        await shows(pilot, "^G  Acts")
        await pilot.press("y")
        await shows(pilot, "New session: The Well")
        await pilot.press("escape")
        await pilot.press("n")
        await pilot.pause()
        assert "New session: The Well" not in read(app)
        await pilot.press("question_mark")
        await shows(pilot, "y  New session: Begin")
        await shows(pilot, "You have chosen keys of your own")


async def test_giving_a_key_away_leaves_the_others_of_that_key_alone(settled: MakeApp, shows: Shows) -> None:
    app = settled('[keys]\n"home.studio" = "n"\n')
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "“n” is the key of")
        await pilot.press("o")
        await shows(pilot, "There is no session yet")


async def test_jump_goes_where_the_letter_stands(make_app: MakeApp, session: str, shows: Shows) -> None:
    app = make_app(session=session, start="console")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "1 Course")
        await pilot.press("semicolon")
        await shows(pilot, "Type a letter to go there")
        page = app.screen
        assert isinstance(page, JumpPage)
        letters = sorted(page.there, key=lambda one: (page.there[one].at.y, page.there[one].at.x))
        await pilot.press(letters[3])
        await shows(pilot, "4 Seats")
        assert app.screen.pane == 3  # type: ignore[attr-defined]


async def test_jump_works_in_a_form(make_app: MakeApp, shows: Shows) -> None:
    app = make_app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "The Well")
        await pilot.press("n")
        await shows(pilot, "New session: The Well")
        await pilot.press("ctrl+o")
        await shows(pilot, "Type a letter to go there")
        page = app.screen
        assert isinstance(page, JumpPage)
        await pilot.press(list(page.there)[-1])
        await pilot.pause(0.1)
        assert app.focused is not None
        assert app.focused.id == "no"


async def test_search_finds_rows_and_n_goes_on(make_app: MakeApp, session: str, shows: Shows) -> None:
    app = make_app(session=session, start="setup")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Dalia Venn")
        rows = app.screen.query_one(Listing)
        await pilot.press("slash", *"ardel")
        await pilot.pause()
        many = [at for at, (_, row) in enumerate(rows.rows) if "ardel" in row.plain.lower()]
        await pilot.press("enter")
        await pilot.pause()
        if len(many) > 1:
            first = rows.highlighted
            await pilot.press("n")
            assert rows.highlighted != first
        await pilot.press("escape")
        assert rows.sought == ""


async def test_messages_can_be_read_again_and_go_with_who_read_them(seated: GoodOffices, shows: Shows) -> None:
    async with seated.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Dalia Venn")
        await pilot.press("enter")
        await shows(pilot, "1 Board")
        seated.notify("the well is poisoned", markup=False)
        seated.copy_to_clipboard("the well is poisoned")
        await pilot.press("exclamation_mark")
        await shows(pilot, "Esc goes back.")
        await shows(pilot, "the well is poisoned")
        await pilot.press("ctrl+l")
        await shows(pilot, "Who sits down here?")
        await pilot.press("exclamation_mark")
        await shows(pilot, "Nothing was said yet since you sat down.")
        assert not any("poisoned" in one.text for one in seated.said)
        assert seated.clipboard == ""
        assert seated.recent == []


async def test_a_seat_copies_nothing_out_of_the_program(
    seated: GoodOffices, shows: Shows, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with seated.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Dalia Venn")
        await pilot.press("enter")
        await shows(pilot, "1 Board")
        wrote: list[str] = []
        assert seated._driver is not None
        monkeypatch.setattr(seated._driver, "write", wrote.append)
        seated.copy_to_clipboard("secret")
        assert seated.clipboard == "secret"
        seated.action_copy_shown()
        await shows(pilot, "Nothing is copied while a seat is open")
        assert not any("\x1b]52" in text for text in wrote)
        seated.seat = "trainer"
        seated.copy_to_clipboard("shown")
        assert any("\x1b]52" in text for text in wrote), "a control: the trainer's copies do go to the terminal"
        seated.seat = "upper-head"


async def test_the_text_beside_a_list_is_saved_for_its_owner(
    make_app: MakeApp, session: str, shows: Shows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = make_app(session=session, start="console")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "1 Course")
        app.action_save_shown()
        await shows(pilot, "Save the text to which file?")
        await pilot.press("enter")
        await shows(pilot, "It is in")
        file = tmp_path / "good-offices.txt"
        assert file.stat().st_mode & 0o777 == 0o600
        assert len(file.read_text(encoding="utf-8")) > 20
        app.action_save_shown()
        await shows(pilot, "Save the text to which file?")
        await pilot.press("enter")
        await shows(pilot, "choose another name")


async def test_a_theme_is_seen_before_it_is_chosen_and_remembered(settled: MakeApp, shows: Shows) -> None:
    app = settled("# mine\n")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "The Well")
        app.action_choose_theme()
        await shows(pilot, "The screen shows them while you choose.")
        await pilot.press("down")
        await pilot.pause()
        assert app.theme == "light"
        await pilot.press("escape")
        await pilot.pause()
        assert app.theme == "dark"
        app.action_choose_theme()
        await shows(pilot, "The screen shows them while you choose.")
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert app.found is not None
        assert app.found.file.read_text(encoding="utf-8") == '# mine\ntheme = "contrast"\n'


async def test_without_animations_nothing_moves(make_app: MakeApp) -> None:
    found = Found(Settings(animations=False), Path("nowhere.toml"))
    assert make_app(found=found).animation_level == "none"


async def test_no_cursor_blinks(make_app: MakeApp, shows: Shows) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, "The Well")
        await pilot.press("n")
        await shows(pilot, "New session: The Well")
        assert not any(field.cursor_blink for field in app.screen.query(Input))


async def test_ctrl_c_says_what_leaves_and_what_copies(make_app: MakeApp, shows: Shows) -> None:
    async with make_app().run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "The Well")
        await pilot.press("ctrl+c")
        await shows(pilot, "Press ^Q to leave Good Offices.")
