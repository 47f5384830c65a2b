"""Lines end where a language lets them."""

from textual.app import App
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Static

from simulator.tui.safe import one_line
from simulator.tui.terminal import ToughApp
from simulator.tui.wrapping import hold_words_together

SAID = "Ils demandent\u00a0: «\u202fQu’en disent les villages\u202f?\u202f»"


def test_no_line_ends_before_a_french_mark() -> None:
    hold_words_together()
    for width in range(12, len(SAID) + 1):
        for line in Content(SAID).wrap(width):
            assert line.plain.strip()[0] not in ":?»", (width, line)
            assert line.plain.strip()[-1] != "«", (width, line)


async def test_an_app_holds_words_together() -> None:
    class Small(ToughApp):
        """One line that does not fit."""

        def compose(self):  # type: ignore[no-untyped-def]
            """Say it."""
            yield Static(Content(SAID))

    def drawn(pilot: "Pilot[None]") -> list[str]:
        app: App[None] = pilot.app
        return ["".join(s.text for s in strip).strip() for strip in app.screen._compositor.render_strips()]

    async with Small().run_test(size=(16, 8)) as pilot:
        assert drawn(pilot)[:3] == ["Ils demandent\u00a0:", "«\u202fQu’en disent", "les villages\u202f?\u202f»"]


def test_one_line_keeps_the_spaces_that_hold() -> None:
    assert one_line("  10\u202f% \n\t dit\u00a0: «\u202foui\u202f» ") == "10\u202f% dit\u00a0: «\u202foui\u202f»"
