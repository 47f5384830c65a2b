"""Debriefing: three panels that are never added up, what was hidden, the moments, the questions, the documents."""

from collections.abc import Mapping
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import OptionList, Static
from textual.worker import Worker, get_current_worker

from scenarios.texts import mark, tr, trc, trn
from scoring.findings import Panel
from scoring.scorecard import Scorecard, score
from simulator.debrief.naming import Names
from simulator.debrief.narration import narrate
from simulator.engine import Record, Session, View, moments
from simulator.engine.words import Source
from simulator.journal.errors import JournalError
from simulator.journal.live import LiveSession
from simulator.tui.boards import findings
from simulator.tui.boards.findings import Story, Told
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import LineQuestion
from simulator.tui.going import Go, Place
from simulator.tui.screen import SessionScreen
from simulator.tui.widgets.head import Head
from simulator.tui.widgets.listing import Listing
from simulator.tui.widgets.panes import Panes, pane_keys
from simulator.tui.widgets.possible import Possible

PANES = 7
AREA = mark("Debriefing")
PANELS = (Panel.PROCESS, Panel.OUTCOME, Panel.RELATIONSHIP)


def pane_names() -> tuple[str, ...]:
    """What the panes are called, in their order."""
    return (
        # Translators: the names of seven panes stand on one line: at most 57 letters together, or they become numbers.
        trc("one of seven panes, short", "Process"),
        trc("one of seven panes, short", "Outcome"),
        trc("one of seven panes, short", "Relationship"),
        trc("one of seven panes, short", "Hidden"),
        trc("one of seven panes, short", "Moments"),
        trc("one of seven panes, short", "Questions"),
        trc("one of seven panes, short", "Raters"),
    )


class DebriefScreen(SessionScreen):
    """Seven panes for the hour after play."""

    CSS_PATH = ["console.tcss", "debrief.tcss"]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    BINDINGS = [
        *pane_keys(PANES),
    ]
    DEEDS = (
        Deed("write", "w", mark("Write documents"), AREA, mark("Write the debriefing's documents to a folder.")),
        Deed("stop", "x", mark("Stop"), AREA, mark("Stop writing the documents; what is written stays.")),
        Deed("again", "r", mark("Read again"), AREA, mark("Score the record again, with what happened since.")),
        Deed("console", "o", mark("Console"), mark("Go"), mark("Back to the console.")),
        Deed("home", "escape", mark("Home"), mark("Go"), mark("Leave the debriefing."), footer=False),
    )
    HELP_TEXT = mark("""## Debriefing
Process, outcome and relationship are three panels. There is no grade, and no number over all of them. Every finding \
says how it misleads, and which events it rests on. What was not observed is not zero.

- 1 to 3: the panels; “look” marks what is worth talking about
- 4 Hidden: every interest, and what became of it
- 5 Moments: where the talks turned, each with a question
- 6 Questions: the question bank, in the order of the script
- 7 Raters: where raters differ and how far they agree, for the training team and not for the wall

W writes the documents and says where they are.""")

    pane: reactive[int] = reactive(0, layout=False, init=False)
    """The open pane, from 0."""

    def __init__(self, live: LiveSession) -> None:
        super().__init__()
        self.live = live
        self.card: Scorecard | None = None
        self.story: Story = {}
        self.session: Session = live.session
        self.writing: Worker[None] | None = None
        """The writing of documents that goes on."""

    def compose(self) -> ComposeResult:
        """Head, panes, list and detail."""
        yield Head()
        yield Panes()
        yield Static(id="roles", classes="heading")
        with Vertical(id="body"):
            yield Listing(id="list")
            with VerticalScroll(id="detail"):
                yield Static(tr("Scoring …"), id="about", markup=False)
        yield Static(id="doing", markup=False)
        yield Possible()

    def on_mount(self) -> None:
        """Score in the background."""
        panes = self.query_one(Panes)
        panes.names = pane_names()
        super().on_mount()
        self.query_one("#doing").display = self.writing is not None
        self.query_one(Listing).focus()
        self.do_again()

    def refresh_view(self, view: View) -> None:
        """Clock, and who is still in role."""
        self.query_one(Head).view = view
        played = [s for s in view.seats.values() if s.source is Source.HUMAN]
        still = [s.name for s in played if not s.left_role]
        label = self.query_one("#roles", Static)
        label.display = bool(still)
        said = trn(
            "{n} of {all} has not left their role yet: do not reveal too early.",
            "{n} of {all} have not left their role yet: do not reveal too early.",
            len(still),
            all=len(played),
        )
        label.update(Content(said))

    def do_again(self) -> None:
        """Read the record here, where the journal is, and score it elsewhere."""
        record = self._record()
        if record is not None:
            self.session = self.live.session
            self.score(record)

    @work(thread=True, exclusive=True, group="score")
    def score(self, record: Record) -> None:
        """Score the record and put its events into words."""
        card = score(record)
        names = Names.of(record)
        said = {m.number: Told(m.number, m.seconds, narrate(m, names)) for m, _ in moments(record)}
        self.app.call_from_thread(self.show, card, said)

    def show(self, card: Scorecard, said: Story) -> None:
        """Show what was found."""
        if self.is_there:
            self.card, self.story = card, said
            self.show_pane()

    # -- the panes ----------------------------------------------------------------------------------------------------

    def show_pane(self) -> None:
        """The rows of the open pane."""
        self.query_one(Panes).chosen = self.pane
        if self.card is None:
            return
        if self.pane < 3:
            rows = findings.rows(self.card, PANELS[self.pane])
        elif self.pane == 3:
            rows = findings.hidden(self.session)
        elif self.pane == 4:
            rows = findings.moments(self.card, self.story)
        elif self.pane == 6:
            rows = findings.ratings(self.card)
        else:
            rows = findings.questions(self.session.scenario)
        self.query_one(Listing).show(rows)
        self.show_detail()

    @on(OptionList.OptionHighlighted)
    def show_detail(self) -> None:
        """What the row under the cursor is about."""
        if self.card is None:
            return
        picked = self.query_one(Listing).picked
        if self.pane < 3 or self.pane == 6:
            said = findings.detail(self.card, picked, self.story, self._names())
        elif self.pane == 3:
            said = findings.reveal(self.session, picked)
        elif self.pane == 4:
            said = findings.moment(self.card, picked, self.story)
        else:
            said = findings.question(self.session.scenario, picked)
        self.query_one("#about", Static).update(said)

    def _names(self) -> Mapping[str, str]:
        """What the parties and seats of the tables are called."""
        scenario = self.session.scenario
        parties = {name: party.short for name, party in scenario.parties.items()}
        return parties | {name: seat.name for name, seat in scenario.seats.items()}

    def action_pane(self, number: int) -> None:
        """Open a pane by its number, from 1."""
        self.pane = number - 1

    def action_step(self, by: int) -> None:
        """Open the pane before or after."""
        self.pane = (self.pane + by) % PANES

    def watch_pane(self) -> None:
        """Show the pane."""
        with self.prevent(OptionList.OptionHighlighted):
            self.query_one(Listing).show([])
            self.show_pane()
        self.query_one("#detail").scroll_home(animate=False)

    # -- the deeds ----------------------------------------------------------------------------------------------------

    async def do_write(self) -> None:
        """Ask where, and write in the background: charts and PDF take their time."""
        folder = str(Path.cwd() / f"debriefing-{self.live.id}")
        question = LineQuestion(tr("Write the documents to which folder?"), text=folder, longest=400)
        said = await self.app.push_screen_wait(question)
        if said is not None:
            record = self._record()
            if record is not None:
                self.writing = self.write_documents(record, Path(said).expanduser())
                self.show_writing(0)

    def _record(self) -> Record | None:
        """The record as it is in the journal; none while there is no journal to read."""
        try:
            self.live.refresh()
            return self.live.record()
        except JournalError as error:
            self.app.notify(str(error), severity="error", markup=False)
            return None

    @work(thread=True, exclusive=True, group="write")
    def write_documents(self, record: Record, folder: Path) -> None:
        """Write the documents one by one, and stop between two of them where somebody wants to."""
        from simulator.debrief.documents import writing  # the template engine is loaded when it is needed

        worker = get_current_worker()
        paths: list[Path] = []
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for path in writing(record, folder, self.card):
                paths.append(path)
                if worker.is_cancelled:
                    break
                self.app.call_from_thread(self.show_writing, len(paths))
        except OSError as error:
            told = tr(
                "The documents could not be written to {folder}: {error}. Choose another folder.",
                folder=folder,
                error=error.strerror,
            )
        else:
            names = "\n".join(f"- {p.name}" for p in paths)
            told = tr("Written to {folder}:", folder=folder) + f"\n{names}"
            if worker.is_cancelled:
                told = tr("Stopped. {what}", what=told)
        self.app.call_from_thread(self.written, told)

    def show_writing(self, done: int) -> None:
        """Say how far the documents are."""
        if self.is_there:
            label = self.query_one("#doing", Static)
            label.display = self.writing is not None
            label.update(Content(tr("Documents written: {n}. X stops.", n=done)))
            self.show_possible()

    def why_not(self, deed: Deed) -> str | None:
        """One writing at a time; only what goes on can be stopped."""
        if deed.id == "stop" and self.writing is None:
            return tr("Nothing is going on.")
        if deed.id == "write" and self.writing is not None:
            return tr("The documents are being written: X stops that.")
        return super().why_not(deed)

    def do_stop(self) -> None:
        """Stop writing; what is written stays."""
        if self.writing is not None:
            self.writing.cancel()

    def written(self, told: str) -> None:
        """Say where the documents are."""
        self.writing = None
        self.show_writing(0)
        if self.is_there:
            self.query_one("#about", Static).update(Content(told))
            self.app.notify(told.splitlines()[0], markup=False)

    def do_console(self) -> None:
        """Back to the console."""
        self.post_message(Go(Place.CONSOLE))

    def do_home(self) -> None:
        """Leave."""
        self.post_message(Go(Place.HOME))
