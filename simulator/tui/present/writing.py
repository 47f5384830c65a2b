"""Writing the documents beside the screen."""

from pathlib import Path
from typing import ClassVar

from textual import work
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker, get_current_worker

from scenarios.texts import mark, tr
from simulator.engine import Record
from simulator.journal.errors import JournalError
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import LineQuestion
from simulator.tui.present.pane import PresentScreen


class WritingDeeds(PresentScreen):
    """The documents of the debriefing."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("write", "w", mark("Write documents"), mark("Debriefing"),
             mark("Write the debriefing's documents to a folder."), footer=False),
    )  # fmt: skip
    writing: Worker[None] | None = None
    """The writing of documents that goes on."""

    async def do_write(self) -> None:
        """Ask where, and write in the background: charts and PDF take their time."""
        folder = str(Path.cwd() / f"debriefing-{self.live.id}")
        question = LineQuestion(tr("Write the documents to which folder?"), text=folder, longest=400)
        said = await self.app.push_screen_wait(question)
        if said is not None:
            record = self.record()
            if record is not None:
                self.writing = self.write_documents(record, Path(said).expanduser())
                self.show_writing(0)

    def record(self) -> Record | None:
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
        # The template engine and the typesetter are loaded when they are needed.
        from simulator.debrief.documents import in_role, to_hand_out, writing
        from simulator.printing.errors import Unprintable

        worker = get_current_worker()
        paths: list[Path] = []
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            card = self.sources.known.scorecard if self.sources is not None else None
            for path in writing(record, folder, card, to_hand_out()):
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
        except Unprintable as error:
            told = str(error)
        else:
            names = "\n".join(f"- {p.name}" for p in paths)
            told = tr("Written to {folder}:", folder=folder) + f"\n{names}"
            if in_role(record):
                told += "\n" + tr("Somebody is in role still: only the trainer's document was written.")
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

    def written(self, told: str) -> None:
        """Say where the documents are."""
        self.writing = None
        self.show_writing(0)
        if self.is_there:
            self.query_one("#about", Static).update(Content(told))
            self.app.notify(told.splitlines()[0], markup=False)
