"""A real browser: somebody joins by the code, opens a seat, and acts."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from simulator.engine import Session
from simulator.engine.words import Consent
from simulator.tui.web.hosted import Hosted
from tests.tui.web.chromium import FOUND, Page, browser
from tests.tui.web.conftest import Room

pytestmark = pytest.mark.skipif(FOUND is None, reason="there is no Chromium on this machine")


async def until(page: Page, script: str) -> None:
    for _ in range(200):
        if await page.value(script):
            return
        await asyncio.sleep(0.05)
    raise AssertionError(script)


READY = "document.body.classList.contains('-first-byte') && document.activeElement.tagName === 'TEXTAREA'"


async def test_somebody_joins_opens_a_seat_and_acts(
    hosted: Hosted, room: Room, now: Callable[[], Session], tmp_path: Path
) -> None:
    async with browser(tmp_path / "profile") as chromium:
        page = await chromium.page()
        await page.open(f"{hosted.url}?fontsize=14&ping=http://evil.example/&delay=1", 900, 600)
        await until(page, READY)
        assert await page.value("document.title") == "Good Offices"
        assert await page.value("document.querySelector('.textual-terminal').dataset.fontSize") == "14"
        assert await page.value("window.open('http://evil.example/')") is None
        await page.shows("Join a session")
        assert "The Well" not in page.drawn
        await page.type(f"{room.code.lower()}\r")  # no click before: the first key has to arrive
        await page.shows("Dalia Venn")
        await page.type("\r")  # the first seat is that of the upper head
        await page.shows("your PIN")
        await page.type(f"{room.pin}\r")
        await page.shows("Position")  # the last in the footer
        await page.type("c")
        await page.shows("Your party")
        await page.type("\r")
        await page.shows("We take part")
        await page.type("↓\r")
        for _ in range(30):
            await asyncio.sleep(0.3)
            if now().consent["upper"].consent is not Consent.UNASKED:
                break
            await page.type("\x13")  # again, where the list was not closed yet
        assert now().consent["upper"].consent is not Consent.UNASKED
        await page.ask("Page.reload")
        await until(page, READY)
        await page.shows("Join a session")  # a page loaded anew begins at the door
        ours = urlsplit(hosted.url).netloc
        assert len(page.requested) > 6
        assert {urlsplit(asked).netloc for asked in page.requested} == {ours}
        assert page.complaints == []
        await page.close()
