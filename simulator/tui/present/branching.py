"""Playing a branch with stand-ins beside the screen, with how far it is, and with a way to stop it."""

from typing import ClassVar

from textual import work
from textual.worker import Worker, WorkerCancelled, get_current_worker

from scenarios.texts import tr
from simulator.engine import Record, Refused
from simulator.engine.commands import Fork
from simulator.rehearsal import play_on
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import YesNo
from simulator.tui.present.pane import PresentScreen
from simulator.tui.present.what_if import FORK, fork_of


class BranchingDeeds(PresentScreen):
    """What if."""

    DEEDS: ClassVar[tuple[Deed, ...]] = ()
    played: Worker[None] | None = None
    """The branch that is played."""

    async def play_branch(self) -> None:
        """Ask, and let stand-ins play on from the moment under the cursor."""
        if self.picked is None or self.sources is None:
            return
        number = int(self.picked) - 1
        if number < 1:
            return
        title = tr("Let stand-ins play on from just before this moment?")
        prompt = tr("They take every seat and play to the end of the talks. The session itself stays as it is.")
        if await self.app.push_screen_wait(YesNo(title, prompt)):
            self.branching = 0.0
            self.played = self.branch(self.sources.record, number)
            self.show_pane()

    @work(thread=True, exclusive=True, group="branch", exit_on_error=False)
    def branch(self, record: Record, number: int) -> None:
        """Play the branch; what is pressed meanwhile is heard."""
        worker = get_current_worker()

        def progress(seconds: float) -> None:
            if worker.is_cancelled:
                raise WorkerCancelled
            self.app.call_from_thread(self.show_branching, seconds)

        try:
            found: Fork | None = fork_of(play_on(record, number, progress), number)
            told = ""
        except Refused as refused:
            found, told = None, str(refused)
        except WorkerCancelled:
            found, told = None, tr("The branch was stopped.")
        self.app.call_from_thread(self.branched, found, told)

    def show_branching(self, seconds: float) -> None:
        """Say how far the branch is."""
        if self.is_there and self.played is not None:
            self.branching = seconds
            self.show_pane()

    def branched(self, fork: Fork | None, told: str) -> None:
        """Take in how it ended."""
        self.branching, self.played = None, None
        if fork is not None:
            self.forks = (*self.forks, fork)
        if not self.is_there:
            return
        if told:
            self.app.notify(told, markup=False)
        self.show_pane()
        if fork is not None and self.open_pane.id == "what_if":
            self.go_to(f"{FORK}{len(self.forks) - 1}")

    def stop_branch(self) -> None:
        """Stop it; nothing of it stays."""
        if self.played is not None:
            self.played.cancel()
