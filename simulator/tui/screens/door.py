"""Door: it asks for the join code, and says nothing of any session before."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Center, Horizontal, Middle, Vertical
from textual.widgets import Button, Input, Static

from scenarios.texts import mark, tr
from simulator.journal.codes import LENGTH
from simulator.journal.errors import JournalError
from simulator.journal.store import Journal
from simulator.tui.deeds import Deed
from simulator.tui.going import Go, Place
from simulator.tui.joining import EXAMPLE, Shut, enter
from simulator.tui.safe import safe
from simulator.tui.screen import DeedScreen, tongues
from simulator.tui.widgets.possible import Possible

HELP = Deed("help", "f1,ctrl+g", mark("Help"), hint=mark("This page."))
LANGUAGE = Deed("language", "f2,ctrl+r", mark("Language"), hint=mark("Speak another language at this terminal."))
"""Function keys: letters are typed into the field."""


class Capitals(Input):
    """A field that shows capitals, as codes are written."""

    def replace(self, text: str, start: int, end: int) -> None:
        """Put in what was typed or pasted."""
        super().replace(text.upper(), start, end)


class DoorScreen(DeedScreen):
    """One field for the code; a code that fits leads to the curtain of its session."""

    CSS_PATH = "door.tcss"
    DEEDS = (
        Deed("join", "enter", mark("Join"), mark("Session"), mark("Go to the session that has this code.")),
        LANGUAGE,
    )
    HELP_TEXT = mark("""## Door
Type the join code that the trainer says or shows, and press Enter. Capitals, dashes and spaces do not matter.

Then you choose your seat, which opens with your own PIN. A code that does not open any more was changed: ask for the \
new one.""")

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self.journal = journal
        self.said = ""
        """What was wrong with the last code."""
        self.typed = ""

    def compose(self) -> ComposeResult:
        """The field, and what was wrong."""
        with Horizontal(classes="title"):
            yield Static("Good Offices")
            yield Static(tongues(LANGUAGE), id="tongues")
        with Middle(), Center(), Vertical(id="door"):
            yield Static(tr("Join a session"), id="what")
            yield Static(tr("Type the join code that the trainer gives you, then press Enter."), id="asked")
            yield Capitals(self.typed, placeholder=EXAMPLE, max_length=LENGTH * 4, id="code")
            yield Static(safe(self.said), id="said")
            yield Button(safe(tr("Join")), variant="primary", id="join", compact=True)
        yield Possible()

    def on_mount(self) -> None:
        """Start in the field."""
        super().on_mount()
        self.query_one(Input).focus()

    def show_possible(self) -> None:
        """Only keys that are not typed into the field."""
        for footer in self.query(Possible):
            footer.show(self.DEEDS, (HELP,))

    @on(Input.Submitted)
    @on(Button.Pressed)
    async def sent(self) -> None:
        """Enter in the field, or the button."""
        await self.action_deed("join")

    def do_join(self) -> None:
        """Try the code."""
        field = self.query_one(Input)
        self.typed = field.value.strip()
        if not self.typed:
            self.say(tr("Type the code first."))
            return
        try:
            session = enter(self.journal, self.typed)
        except (Shut, JournalError) as error:
            self.say(str(error))
            field.select_all()
            return
        self.typed = ""
        self.say("")
        self.post_message(Go(Place.CURTAIN, session))

    def say(self, said: str) -> None:
        """Say what was wrong, under the field."""
        self.said = said
        self.query_one("#said", Static).update(safe(said))
