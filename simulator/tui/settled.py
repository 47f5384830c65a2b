"""The app as somebody has settled it: themes, keys, messages to read again, copying, jumping and searching."""

import os
from collections import deque
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.filter import DimFilter
from textual.widgets import Input, OptionList, Static, TextArea

from scenarios.texts import tr
from simulator.engine import TRAINER
from simulator.tui import keymap, themes
from simulator.tui.deeds import Deed, bindings
from simulator.tui.dialogs import LineQuestion
from simulator.tui.dialogs.jump import JumpPage, targets
from simulator.tui.dialogs.said import Said, SaidPage
from simulator.tui.dialogs.search import SearchLine
from simulator.tui.dialogs.themes import ThemeQuestion
from simulator.tui.everywhere import ALWAYS, COPY, JUMP, LOCK, SAVE, SEARCH
from simulator.tui.safe import clean
from simulator.tui.settings import Found, Settings, keep
from simulator.tui.settings.known import wrong_keys
from simulator.tui.terminal import ToughApp

REMEMBERED = 200
"""Messages that can be read again."""


class SettledApp(ToughApp):
    """An app that heeds the settings of who uses it, and what every screen can do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(b.key, b.action.removeprefix("app."), b.description, show=False, priority=True, id=b.id)
            for b in bindings(ALWAYS)
            if isinstance(b, Binding)
        ),
        Binding("ctrl+o", "jump", JUMP.label, show=False, priority=True, id=JUMP.name),
    ]

    def __init__(self, dev: bool = False, found: Found | None = None) -> None:
        super().__init__(dev)
        self.found = found
        """What the file of settings said; None where none is read, as in a test, and then none is written."""
        self.settings: Settings = found.settings if found is not None else Settings()
        self.seat = TRAINER
        """Who sits at this terminal; `trainer`, a seat, or nobody (empty) while the curtain is down."""
        self.said: deque[Said] = deque(maxlen=REMEMBERED)
        """The messages since somebody sat down here."""
        self.touched = monotonic()
        """When somebody last touched a key or the mouse here."""
        self.recent: list[str] = []
        """The deeds that were picked from the menu since somebody sat down here, the last one first."""
        for field in (Input, TextArea):
            vars(field)["cursor_blink"]._default = False  # a cursor that blinks is what somebody cannot look away from
        self._dim = DimFilter(themes.DIM)
        self._filters.insert(0, self._dim)  # before Textual's own, which take away more than half
        for theme in themes.ALL:
            self.register_theme(theme)
        self.theme = self.settings.theme
        if not self.settings.animations:
            self.animation_level = "none"
        keymap.choose(self.settings.keys)
        self.set_keymap(dict(keymap.chosen()))

    def watch_theme(self, theme: str) -> None:
        """Keep dim words legible in every theme."""
        self._dim.enabled = not self.current_theme.ansi  # the terminal's own colours are dimmed by the terminal
        self._dim.dim_factor = themes.DIM_IN_CONTRAST if theme == themes.CONTRAST.name else themes.DIM

    def tell_wrong_settings(self) -> None:
        """Say what in the settings is not heeded."""
        if self.found is None:
            return
        wrong = [*self.found.wrong, *wrong_keys(self.found)]
        if wrong:
            title = tr("Settings: {n} not heeded", n=len(wrong))
            more = tr("`goodoffices settings` says all of it.")
            self.notify(f"{wrong[0]}\n{more}", title=title, severity="warning", timeout=20, markup=False)

    def keep(self, name: str, value: str | bool) -> None:
        """Remember a choice, where settings are read at all."""
        if self.found is None:
            return
        try:
            keep(name, value, self.found.file)
        except OSError as error:
            said = tr("It holds until you leave: the settings cannot be written ({why}).", why=error.strerror or error)
            self.notify(said, severity="warning", markup=False)

    def forget_sitting(self) -> None:
        """Leave nothing of who sat here: no message, no copied word, no deed in the menu."""
        self.clear_notifications()
        self.said.clear()
        self.recent.clear()
        self._clipboard = ""

    # -- what was said ------------------------------------------------------------------------------------------------

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: Literal["information", "warning", "error"] = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say something for some seconds, and remember it."""
        self.said.append(Said(datetime.now().astimezone(), title, message, severity))
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def action_messages(self) -> None:
        """Show what was said."""
        if not isinstance(self.screen, SaidPage):
            self.push_screen(SaidPage(tuple(self.said)))

    # -- what is possible ---------------------------------------------------------------------------------------------

    def why_not(self, deed: Deed) -> str | None:
        """Why what every screen has is not possible now, or None."""
        if deed.id == LOCK.id and self.seat in ("", TRAINER):
            return tr("No seat is open at this terminal.")
        if deed.id in (COPY.id, SAVE.id):
            return self._why_not_copy()
        if deed.id == SEARCH.id and self._list() is None:
            return tr("There is no list here.")
        return None

    def _can(self, deed: Deed) -> bool:
        """Whether a deed is possible; where it is not, say why."""
        why = self.why_not(deed)
        if why is not None:
            self.notify(why, title=tr("{act}: not now", act=tr(deed.label)), severity="warning", markup=False)
        return why is None

    # -- where to go --------------------------------------------------------------------------------------------------

    def action_jump(self) -> None:
        """Put letters on what can be gone to."""
        if not isinstance(self.screen, JumpPage):
            there = targets(self.screen)
            if there:
                self.push_screen(JumpPage(there))

    def action_search(self) -> None:
        """Look for words in the list."""
        found = self._list()
        if found is not None and self._can(SEARCH):
            self.push_screen(SearchLine(found))

    def _list(self) -> OptionList | None:
        """The list that is meant: the one with the focus, else the first in sight."""
        screen = self.screen
        if isinstance(screen.focused, OptionList):
            return screen.focused
        return next((one for one in screen.query(OptionList) if one.display and one.region), None)

    # -- how it looks -------------------------------------------------------------------------------------------------

    def action_choose_theme(self) -> None:
        """Choose a theme."""
        self.run_worker(self._choose_theme(), group="look", exclusive=True)

    async def _choose_theme(self) -> None:
        before = self.theme
        picked = await self.push_screen_wait(ThemeQuestion(before))
        self.theme = picked or before
        if picked and self.seat == TRAINER:
            self.keep("theme", picked)

    def action_toggle_animations(self) -> None:
        """Let things move, or keep everything still."""
        moves = self.animation_level == "none"
        self.animation_level = "full" if moves else "none"
        said = tr("Things on the screen may move.") if moves else tr("Nothing on the screen moves by itself now.")
        self.notify(said, markup=False)
        if self.seat == TRAINER:
            self.keep("animations", moves)

    # -- copying ------------------------------------------------------------------------------------------------------

    def copy_to_clipboard(self, text: str) -> None:
        """Copy; at a seat only for pasting here: what leaves the program is read by whoever sits here next."""
        if self.seat == TRAINER:
            super().copy_to_clipboard(text)
        else:
            self._clipboard = text

    def action_help_quit(self) -> None:
        """Ctrl+C does not quit: say what does, and what it is for."""
        leave = tr("Press {key} to leave Good Offices.", key=keymap.keycap(keymap.keys_of("app.quit", "ctrl+q")))
        copies = tr("Ctrl+C copies what is marked with the mouse.")
        own = tr("Hold Shift (in iTerm2, Option) to mark with the terminal itself.")
        self.notify(f"{leave} {copies} {own}" if self.seat == TRAINER else leave, markup=False)

    def _why_not_copy(self) -> str | None:
        if self.seat != TRAINER:
            return tr("Nothing is copied while a seat is open: the next person here could read it.")
        return None if self._shown() else tr("There is no text beside a list here.")

    def _shown(self) -> str:
        """The text beside the list."""
        base = next((s for s in reversed(self.screen_stack) if s.query("#about")), None)
        try:
            return clean(str(base.query_one("#about", Static).content)).strip() if base is not None else ""
        except NoMatches:
            return ""

    def action_copy_shown(self) -> None:
        """Copy the text beside the list."""
        if self._can(COPY):
            self.copy_to_clipboard(self._shown())
            said = tr("Copied, where the terminal allows it. tmux and some terminals do not: “{save}” writes a file.",
                      save=tr(SAVE.label))  # fmt: skip
            self.notify(said, markup=False)

    def action_save_shown(self) -> None:
        """Write the text beside the list to a file."""
        if self._can(SAVE):
            self.run_worker(self._save_shown(self._shown()), group="look", exclusive=True)

    async def _save_shown(self, text: str) -> None:
        proposed = str(Path.cwd() / "good-offices.txt")
        said = await self.push_screen_wait(LineQuestion(tr("Save the text to which file?"), text=proposed, longest=400))
        if said is None:
            return
        file = Path(said).expanduser()
        try:
            handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as made:
                made.write(text + "\n")
        except FileExistsError:
            said = tr("{file} is there already: choose another name.", file=file)
            self.notify(said, severity="warning", markup=False)
        except OSError as error:
            said = tr("It cannot be written to {file}: {why}.", file=file, why=error.strerror or error)
            self.notify(said, severity="warning", markup=False)
        else:
            self.notify(tr("It is in {file}, for you alone to read.", file=file), markup=False)
