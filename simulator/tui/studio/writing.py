"""Writing: the designer's own editor at the right line, a new case, a copy of one's own."""

import os
import subprocess
from pathlib import Path
from typing import ClassVar

from textual.app import SuspendNotSupported

from scenarios.folder import CASE_FILE, Folder
from scenarios.reading import read
from scenarios.starting import CannotBegin, begin, fit_id, renamed, template
from scenarios.texts import SOURCE, language, mark, tr
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import Choice, ChooseOne
from simulator.tui.dialogs.case import Begun, NewCase
from simulator.tui.studio import editors, shelf
from simulator.tui.studio.at_hand import CaseScreen

AREA = mark("Write")


class WritingDeeds(CaseScreen):
    """What a designer does to the text of a case."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("edit", "e", mark("Edit"), AREA,
             mark("Open your editor (VISUAL or EDITOR) at the line of what is under the cursor.")),
        Deed("new", "n", mark("New case"), AREA, mark("Begin a case from a template, and open it.")),
        Deed("copy", "c", mark("Copy place"), AREA, mark("Copy file, line and column to the clipboard."),
             footer=False),
        Deed("own", "o", mark("Own copy"), AREA, mark("Copy this case under another name, and open the copy."),
             footer=False),
    )  # fmt: skip

    def why_not(self, deed: Deed) -> str | None:
        """Why not now."""
        if deed.id in ("edit", "copy") and self.spot() is None:
            return self.not_open() or tr("Open the case first: press Enter.")
        if deed.id == "own" and (self.known is None or self.known.good is None):
            return self.not_open() or tr("The case cannot be read yet.")
        return super().why_not(deed)

    async def do_edit(self) -> None:
        """Open the editor; of what is not one's own a copy is offered first."""
        at = self.spot()
        if at is None:
            return
        file, line, column = at
        try:
            editor = editors.chosen()
        except editors.NoEditor as trouble:
            self.tell(str(trouble), trouble=True)
            return
        if (self._is_foreign(file) or not os.access(file, os.W_OK)) and file.exists():
            way = await self.app.push_screen_wait(self._foreign(file))
            if way == "copy":
                await self.do_own()
            if way != "edit":
                return
        self._edit(editor, file, line, column)

    def _is_foreign(self, file: Path) -> bool:
        return shelf.is_shipped(file)

    def _foreign(self, file: Path) -> ChooseOne:
        readable = self.known is not None and self.known.good is not None
        choices = [
            Choice("copy", tr("Copy it under a name of your own, and write there"),
                   why_not=None if readable else tr("It cannot be read.")),
            Choice("edit", tr("Write into it all the same"),
                   why_not=None if os.access(file, os.W_OK) else tr("You may not write there.")),
        ]  # fmt: skip
        if self._is_foreign(file):
            prompt = tr("It comes with the program, whose next version overwrites what is written into it.")
        else:
            prompt = tr("You may not write to {file}.", file=file)
        return ChooseOne(tr("This case is not yours"), choices, prompt)

    def _edit(self, editor: tuple[str, ...], file: Path, line: int, column: int) -> None:
        argv = editors.at_line(editor, file, line, column)
        try:
            if editors.has_window(editor):
                subprocess.Popen(
                    argv,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
                self.tell(tr("{editor} opens it. It is checked here whenever you save.", editor=editor[0]))
                return
            with self.app.suspend():
                status = subprocess.run(argv, check=False).returncode
        except SuspendNotSupported:
            said = tr("No editor can be opened on this terminal. Edit {file} elsewhere: it is checked here.", file=file)
            self.tell(said, trouble=True)
            return
        except OSError as error:
            why = error.strerror or str(error)
            self.tell(tr("{editor} cannot be opened: {why}.", editor=editor[0], why=why), trouble=True)
            return
        self.app.refresh(layout=True)
        if status:
            self.tell(tr("{editor} ended with status {n}.", editor=editor[0], n=status), trouble=True)

    def do_copy(self) -> None:
        """Copy the place."""
        at = self.spot()
        if at is not None:
            place = ":".join(map(str, at))
            self.app.copy_to_clipboard(place)
            self.tell(tr("Copied: {place}", place=place))

    async def do_new(self) -> None:
        """Begin a case from a template."""
        question = NewCase(tr("A new case"), "my-case", shelf.own_folder())
        self._begin(await self.app.push_screen_wait(question))

    async def do_own(self) -> None:
        """Begin a case from the one that is open."""
        if self.known is None or self.known.case is None:
            return
        name = fit_id(f"my-{self.known.case.id}")
        question = NewCase(tr("A copy of {title}", title=self.known.case.title), name, shelf.own_folder(), copy=True)
        self._begin(await self.app.push_screen_wait(question))

    def _begin(self, begun: Begun | None) -> None:
        if begun is None:
            return
        try:
            if begun.template:
                folder = _template(begun.template)
            else:
                assert self.known is not None
                folder = read(self.known.place).folder
            begin(begun.folder / begun.name, renamed(folder, begun.name))
        except CannotBegin as trouble:
            self.tell(str(trouble), trouble=True)
            return
        place = begun.folder / begun.name / CASE_FILE
        self.open_case(place)
        self.read_shelf()
        self.tell(tr("Written to {place}. E opens your editor.", place=place.parent))


def _template(name: str) -> Folder:
    """A template in the language of the terminal, or in English."""
    try:
        return template(name, language())
    except CannotBegin:
        return template(name, SOURCE)
