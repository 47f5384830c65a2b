"""Wall: what the projector shows to the room; it gets the room's view and no seat's, and leads nowhere."""

from time import monotonic

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from scenarios.texts import mark, tr
from simulator.debrief.posters import Kind, Line, Poster
from simulator.engine.session import Slide
from simulator.engine.words import DebriefPage, WallPage
from simulator.tui.deeds import Deed
from simulator.tui.going import Go, Place
from simulator.tui.screen import LANGUAGE, DeedScreen
from simulator.tui.wall import clocks, slides
from simulator.tui.wall.pages import NAMES, Sheet, Space, sheets
from simulator.tui.wall.shown import Shown
from simulator.tui.widgets.head import ends
from simulator.tui.widgets.possible import Possible

TURN = 12.0
"""Seconds that a page stays before the next one."""

HELD = 60.0
"""Seconds that a page stays that somebody chose with a key."""


class WallScreen(DeedScreen):
    """Clocks, phase, announcements, and one page after another."""

    CSS_PATH = "wall.tcss"
    DEEDS = (
        Deed("turn", "0,à", mark("All in turn"), mark("Wall"), mark("Show all pages in turn.")),
        Deed("agenda", "1,ampersand", mark("Agenda"), mark("Wall"), mark("Show the agenda.")),
        Deed("speakers", "2,é", mark("Speakers"), mark("Wall"), mark("Show who speaks and who waits.")),
        Deed("text", "3,quotation_mark", mark("Text"), mark("Wall"), mark("Show the text, article by article.")),
        Deed("news", "4,apostrophe", mark("News"), mark("Wall"), mark("Show what everybody was told.")),
        Deed("after", "right,down,pagedown,space", mark("Next page"), mark("Wall"), footer=False),
        Deed("before", "left,up,pageup", mark("Page before"), mark("Wall"), footer=False),
        Deed("trainer", "T,escape", mark("Trainer"), mark("Wall"), mark("Leave the wall, with the trainer's PIN.")),
        LANGUAGE,
    )
    HELP_TEXT = mark("""## Wall
This page is for the projector: it shows what everybody in the room may know, and nothing else. No key on it opens \
anything but its own pages; only the trainer's PIN leads away from it.

The pages follow each other by themselves. The figures 0 to 4 choose a page, the arrows turn it; what the trainer \
chooses at the console counts more.

Make the letters of this terminal large enough to be read from the back: at 80 columns and 24 lines they are as large \
as can be. From 120 columns on, names and announcements are drawn in blocks.""")

    known: reactive[Shown | None] = reactive(None, layout=False, init=False)
    """All that this screen may know."""

    def __init__(self) -> None:
        super().__init__()
        self.page = WallPage.TURN
        self._chosen: object = None
        self._at = 0
        self._turned = monotonic()
        self._stays = TURN
        self._slide = Slide()
        self._drawn: dict[str, Content] = {}

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Static(id="head", markup=False)
        yield Static(id="clocks", markup=False)
        yield Static(id="phase", markup=False)
        yield Static(id="banner", markup=False)
        with Vertical(id="page"):
            yield Static(id="sheet", markup=False)
        yield Static(id="foot", markup=False)
        yield Possible()

    def on_mount(self) -> None:
        """Begin to turn the pages."""
        super().on_mount()
        self._drawn.clear()
        if not self._timers_run:
            self._timers_run = True
            self.set_interval(1.0, self.turn)
        self.watch_known()

    _timers_run = False

    def on_resize(self) -> None:
        """Everything depends on the room there is."""
        self.watch_known()

    def watch_known(self) -> None:
        """Show what changed."""
        known = self.known
        if known is None or not self.is_there or not self.size.width:
            return
        room = known.room
        if (room.page, room.hall.id) != self._chosen:  # the trainer chose at the console
            self._chosen, self.page, self._at, self._stays = (room.page, room.hall.id), room.page, 0, TURN
        space = Space(self.size.width - 2, self.size.height, self._has_blocks)
        if room.slide.page is not DebriefPage.NONE:
            self._show_slide(known, space)
            return
        titles = dict.fromkeys((room.title, known.beside.title if known.beside else room.title))
        self._draw("head", ends(" / ".join(titles), room.hall.name, space.columns, "bold"))
        top = clocks.figures(room, space)
        named, banner = clocks.phase(room, known.beside, space), clocks.banners(room, space)
        speaks = clocks.speaking(room)
        above = [*named, *([speaks] if speaks is not None and self.page is not WallPage.SPEAKERS else [])]
        self._draw("clocks", Content("\n").join(top))
        self._draw("phase", Content("\n").join(above))
        self._draw("banner", Content("\n").join(banner))
        used = 1 + len(top) + len(above) + len(banner) + 4
        shown = sheets(room, self.page, Space(space.columns, max(3, self.size.height - used), space.blocks))
        self._at %= len(shown)
        sheet = shown[self._at]
        self._draw("sheet", Content("\n").join([Content.styled(sheet.title, "bold underline"), sheet.content]))
        self._draw("foot", ends(self._places(shown), self._news(known), space.columns))

    def _show_slide(self, known: Shown, space: Space) -> None:
        """A page of the debriefing has the whole wall: play is over, and nobody needs its clock."""
        if known.room.slide != self._slide:
            self._slide, self._at, self._turned = known.room.slide, 0, monotonic()
        page = known.poster or Poster(tr("Debriefing"), (Line(Kind.TEXT, tr("One moment …")),))
        banner = clocks.announced(known.room, space)
        for name, rows in (("clocks", []), ("phase", []), ("banner", banner)):
            self._draw(name, Content("\n").join(rows))
        self._draw("head", ends(known.room.title, page.title, space.columns, "bold"))
        room_left = max(3, space.lines - 4 - len(banner))
        shown = slides.sheets(page, Space(space.columns, room_left, space.blocks))
        if known.also is not None:
            shown += slides.sheets(known.also, Space(space.columns, room_left, space.blocks))
        self._at %= len(shown)
        self._draw("sheet", shown[self._at].content)
        at = f"{self._at + 1}/{len(shown)}" if len(shown) > 1 else ""
        self._draw("foot", ends(at, self._news(known), space.columns))

    def _places(self, shown: list[Sheet]) -> str:
        name = tr(NAMES[self.page])
        return f"{name}  {self._at + 1}/{len(shown)}" if len(shown) > 1 else name

    @staticmethod
    def _news(known: Shown) -> str:
        return tr("NO CONNECTION: last news {time}", time=known.lost) if known.lost else ""

    @property
    def _has_blocks(self) -> bool:
        """Whether the terminal's letters have block signs."""
        return not self.app.console.options.ascii_only

    def _draw(self, name: str, content: Content) -> None:
        """Draw a part anew where it changed: a wall that is drawn anew every second flickers."""
        before = self._drawn.get(name)
        if before is not None and before.plain == content.plain and before.spans == content.spans:
            return
        self._drawn[name] = content
        part = self.query_one(f"#{name}", Static)
        part.update(content)
        part.display = bool(content.plain)

    def turn(self) -> None:
        """Turn the page when it is time."""
        if monotonic() - self._turned >= self._stays:
            self._go_to(self._at + 1, TURN)

    def _go_to(self, at: int, stays: float) -> None:
        self._at, self._stays, self._turned = at, stays, monotonic()
        self.watch_known()

    def _choose(self, page: WallPage) -> None:
        self.page = page
        self._go_to(0, TURN if page is WallPage.TURN else HELD)

    def do_turn(self) -> None:
        """All pages in turn."""
        self._choose(WallPage.TURN)

    def do_agenda(self) -> None:
        """The agenda."""
        self._choose(WallPage.AGENDA)

    def do_speakers(self) -> None:
        """Who speaks and who waits."""
        self._choose(WallPage.SPEAKERS)

    def do_text(self) -> None:
        """The text."""
        self._choose(WallPage.TEXT)

    def do_news(self) -> None:
        """What everybody was told."""
        self._choose(WallPage.NEWS)

    def do_after(self) -> None:
        """The next page, which stays for a while."""
        self._go_to(self._at + 1, HELD)

    def do_before(self) -> None:
        """The page before."""
        self._go_to(self._at - 1, HELD)

    def do_trainer(self) -> None:
        """Away from the wall; the app asks for the trainer's PIN."""
        self.post_message(Go(Place.CONSOLE))
