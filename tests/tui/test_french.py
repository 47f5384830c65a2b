"""The flagship in French at the smallest terminal: what is said fits, and every button and key can be seen."""

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Button, Input

from scenarios.texts import language, speak
from simulator.journal.pins import set_pin
from simulator.journal.store import Journal
from simulator.tui.app import GoodOffices
from simulator.tui.widgets.panes import Panes
from simulator.tui.widgets.possible import Possible

LIBRARY = Path(__file__).parents[2] / "scenarios" / "library"
SMALL = (80, 24)

Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Read = Callable[["App[None]"], str]


@pytest.fixture(autouse=True)
def french(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A French terminal, with the shipped cases alone on its shelf."""
    monkeypatch.setattr("scenarios.shelf.folders", lambda: (LIBRARY,))
    before = language()
    speak("fr")
    yield
    speak(before)


def in_sight(app: "App[None]", screen: str) -> None:
    """Fail where a button lies outside the screen or is cut, or the footer or the panes do not fit their line."""
    for button in app.screen.query(Button):
        assert app.screen.region.contains_region(button.region), (button, screen)
        assert str(button.label).strip() in screen, (button, screen)
    for footer in app.screen.query(Possible):
        said = footer.render().plain
        assert cell_len(said) <= app.size.width, said
        assert all(deed.keycap in said for deed in footer.last), said
    for panes in app.screen.query(Panes):
        assert all(name in screen for name in panes.names[:9]), screen


async def test_from_home_to_a_seat(journal: Path, shows: Shows, read: Read) -> None:
    async with GoodOffices(journal).run_test(size=SMALL) as pilot:

        async def step(words: str, *keys: str) -> None:
            await pilot.press(*keys)
            await shows(pilot, words)
            in_sight(pilot.app, read(pilot.app))

        await step("Les sources de Kalindra")
        await step("9-24 pers.")
        await step("Personnes à la table", "n")
        await step("Préparation\u00a0: qui joue quoi", "ctrl+s", "enter")
        await step("sans code")
        await step("1 Phases", "o")
        await step("Envoyer quel événement\u202f?", "s")
        await step("1 Phases", "escape")
        await step("2 Évts", "2")

    with Journal.open(journal) as opened:
        (session,) = opened.sessions()
        set_pin(opened, session.id, "front-head", "271828")
    seated = GoodOffices(journal, session=session.id, seat="front-head", start="curtain")
    async with seated.run_test(size=SMALL) as pilot:
        await shows(pilot, "Code")
        in_sight(seated, read(seated))
        seated.screen.query_one(Input).value = "271828"
        await pilot.press("enter")
        await shows(pilot, "1 Table")
        in_sight(seated, read(seated))
        await pilot.press("2", "b")
        await shows(pilot, "CONFIDENTIEL")
        await shows(pilot, "vétérinaire")
        in_sight(seated, read(seated))
        await pilot.press("n")
        await shows(pilot, "Une note privée")
        in_sight(seated, read(seated))
