"""Trying: the course as a graph, the papers of the case, rehearsals with stand-ins."""

from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.message import Message
from textual.worker import Worker, get_current_worker

from scenarios.model import Scenario
from scenarios.texts import LANGUAGES, language, mark, percent, spoken_in, tr, trn
from scenarios.translation import in_language, languages
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import NumberQuestion
from simulator.tui.dialogs.case import Graph, Order, WhatToPrint
from simulator.tui.studio import panes
from simulator.tui.studio.at_hand import CaseScreen
from simulator.tui.studio.trials import MOST, Trial, Trials

AREA = mark("Try")
FEW = 5
"""Rehearsals that are proposed."""


class Doing(Message):
    """Something goes on in the background, or has ended where nothing is said."""

    def __init__(self, what: str, said: str = "") -> None:
        super().__init__()
        self.what = what
        self.said = said


class Ended(Message):
    """A rehearsal has ended."""

    def __init__(self, trials: Trials, trial: Trial) -> None:
        super().__init__()
        self.trials = trials
        self.trial = trial


class Printed(Message):
    """The papers are written, or not."""

    def __init__(self, said: str, *, trouble: bool = False) -> None:
        super().__init__()
        self.said = said
        self.trouble = trouble


class TryingDeeds(CaseScreen):
    """What a designer tries a case with."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("rehearse", "r", mark("Rehearse"), AREA, mark("Let stand-ins play the case, as often as you want.")),
        Deed("print", "p", mark("Print"), AREA, mark("Write the papers of the case to a folder.")),
        Deed("graph", "g", mark("Graph"), AREA, mark("Show the course as lines or in Mermaid, and save it.")),
        Deed("stop", "x", mark("Stop"), AREA, mark("Stop printing or rehearsing; what is done stays.")),
    )

    trials: tuple[Trial, ...] = ()
    """The rehearsals of the case that is open."""
    going: Trials | None = None
    """The rehearsals that go on."""
    printing: Worker[None] | None = None
    """The printing that goes on."""

    def why_not(self, deed: Deed) -> str | None:
        """Why not now."""
        if deed.id == "graph":
            readable = self.known is not None and self.known.case is not None
            return self.not_open() or (None if readable else tr("The case cannot be read yet."))
        if deed.id == "stop":
            return None if self.going is not None or self.printing is not None else tr("Nothing is going on.")
        if deed.id == "rehearse" and self.going is not None:
            return tr("Rehearsals are going on: X stops them.")
        if deed.id == "print" and self.printing is not None:
            return tr("The papers are being written: X stops that.")
        if deed.id in ("rehearse", "print"):
            return self.not_playable()
        return super().why_not(deed)

    def stop_all(self) -> None:
        """Stop whatever goes on."""
        if self.going is not None:
            self.going.stop()
        if self.printing is not None:
            self.printing.cancel()

    def do_stop(self) -> None:
        """Stop whatever goes on."""
        self.stop_all()

    # -- the course ---------------------------------------------------------------------------------------------------

    def do_graph(self) -> None:
        """Show the course."""
        from simulator.engine import diagrams

        if self.known is not None and self.known.case is not None:
            case = self.known.case
            file = Path.cwd() / f"{case.id}.mmd"
            self.app.push_screen(Graph(diagrams.course_lines(case), diagrams.course(case), file))

    # -- rehearsals ---------------------------------------------------------------------------------------------------

    async def do_rehearse(self) -> None:
        """Ask how often, and begin."""
        known = self.known
        if known is None or known.reading is None:
            return
        prompt = tr("Each has another seed. A long case takes half a minute each time; you can go on working.")
        many = await self.app.push_screen_wait(
            NumberQuestion(tr("How many rehearsals?"), prompt, low=1, high=MOST, value=FEW)
        )
        if many is None or self.not_playable() is not None:
            return
        first = max((trial.seed for trial in self.trials), default=0) + 1
        self.going = Trials(known.reading.bound, range(first, first + many))
        self.action_pane(panes.PLAY + 1)
        self.post_message(Doing("rehearse", tr("Rehearsing: {share}. X stops.", share=percent(0))))
        self._rehearse(self.going)

    @work(thread=True, group="rehearse")
    def _rehearse(self, trials: Trials) -> None:
        def told(share: float) -> None:
            self.post_message(Doing("rehearse", tr("Rehearsing: {share}. X stops.", share=percent(share))))

        try:
            trials.run(told, lambda trial: self.post_message(Ended(trials, trial)))
        except OSError as error:
            self.post_message(
                Printed(tr("Nothing can be rehearsed: {why}.", why=error.strerror or str(error)), trouble=True)
            )
        self.post_message(Doing("rehearse"))

    @on(Ended)
    def ended(self, message: Ended) -> None:
        """Keep how a rehearsal ended; one of another case is forgotten."""
        if message.trials is self.going:
            self.trials = (*self.trials, message.trial)
            self.show_case()

    # -- the papers ---------------------------------------------------------------------------------------------------

    async def do_print(self) -> None:
        """Ask what to print, and begin."""
        from simulator.printing.writing import FORMATS, usual

        known = self.known
        if known is None or known.reading is None or known.case is None:
            return
        reading, case = known.reading, known.case
        there = [code for code in languages(case, reading.folder) if code in LANGUAGES]
        there.sort(key=lambda code: code != language())
        formats = (usual(), *(name for name in FORMATS if name != usual()))
        question = WhatToPrint(Path.cwd() / f"{case.id}-kit", formats, there or [language()])
        order = await self.app.push_screen_wait(question)
        if order is not None:
            self.printing = self._print(in_language(case, reading.folder, order.language), order)

    @work(thread=True, group="print", exclusive=True)
    def _print(self, case: Scenario, order: Order) -> None:
        from simulator.kit import kit
        from simulator.printing.errors import Unprintable
        from simulator.printing.writing import makers, written

        worker = get_current_worker()
        done = 0
        self.post_message(Doing("print", tr("Preparing the papers … X stops.")))
        try:
            make = makers("a4")
            with spoken_in(order.language):
                papers = list(kit(case))
            for number, paper in enumerate(papers):
                if worker.is_cancelled:
                    break
                told = tr("Writing paper {n} of {all}. X stops.", n=number + 1, all=len(papers))
                self.post_message(Doing("print", told))
                with spoken_in(order.language):
                    made = [(suffix, make[suffix](paper.document)) for suffix in order.formats]
                done += len(written(paper.name, made, order.folder))
        except (Unprintable, OSError) as error:
            why = getattr(error, "strerror", None) or str(error)
            self.post_message(Printed(tr("The papers could not be written: {why}", why=why), trouble=True))
        else:
            said = trn("{n} file is in {folder}.", "{n} files are in {folder}.", done, folder=order.folder)
            if done < len(papers) * len(order.formats):
                said = tr("Stopped. {what}", what=said)
            self.post_message(Printed(said))
        self.post_message(Doing("print"))

    @on(Printed)
    def printed(self, message: Printed) -> None:
        """Say what became of the papers."""
        self.tell(message.said, trouble=message.trouble)
