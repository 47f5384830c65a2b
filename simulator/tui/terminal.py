"""The terminal itself: bad bytes, signals, crashes, and hooks from the environment."""

import asyncio
import os
import selectors
import signal
from codecs import getincrementaldecoder
from contextlib import suppress
from functools import partial
from traceback import walk_tb

from rich.console import RenderableType
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import Worker, WorkerState

from scenarios.texts import tr
from simulator.tui.guarding import report_crash
from simulator.tui.safe import NoControls
from simulator.tui.wrapping import hold_words_together


class ToughDriver(LinuxDriver):
    """Textual's driver, which survives bytes that are no UTF-8 and ends when its terminal has gone.

    The loop is the parent's with another decoder: the parent's thread dies at the first bad byte and leaves a
    screen that answers to nothing (Textualize/textual#6456).
    """

    def _run_input_thread(self) -> None:
        """Report a death of the thread like any other crash, where the parent prints a traceback."""
        try:
            self.run_input_thread()
        except Exception as error:  # whatever it is, the app must end: nobody could answer it any more
            self._loop.call_soon_threadsafe(self._app._handle_exception, error)

    def run_input_thread(self) -> None:
        """Wait for input and dispatch events."""
        selector = selectors.SelectSelector()
        selector.register(self.fileno, selectors.EVENT_READ)
        parser = XTermParser(self._debug)
        decoder = getincrementaldecoder("utf-8")(errors="replace")
        try:
            while not self.exit_event.is_set():
                for _key, mask in selector.select(0.1):
                    if mask & selectors.EVENT_READ:
                        data = self._read()
                        if not data:
                            # Not call_from_thread: it waits for an app that may be waiting for this thread.
                            self._loop.call_soon_threadsafe(partial(self._app.exit, return_code=129))
                            return
                        # Half a character gives no text yet, and no text would mean the end to the parser.
                        text = decoder.decode(data)
                        for event in parser.feed(text) if text else ():
                            self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
        finally:
            selector.close()

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""


class ToughApp(App[None]):
    """An app that leaves its terminal clean whatever happens, and shows nobody what only one seat may see."""

    def __init__(self, dev: bool = False) -> None:
        super().__init__()
        hold_words_together()
        self._filters.append(NoControls())
        self.dev = dev
        """Whether a crash may show everything, to who develops this."""

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver, hardened, where there is a terminal."""
        found = super().get_driver_class()
        return ToughDriver if found is LinuxDriver else found

    def way_back(self) -> str:
        """The command that leads back here, for whoever has to begin again."""
        return "goodoffices"

    def action_help_quit(self) -> None:
        """Ctrl+C does not quit: say what does."""
        self.notify(tr("Press Ctrl+Q to leave Good Offices."), markup=False)

    def heed_signals(self, heed: bool) -> None:
        """Leave the alternate screen on SIGTERM and SIGHUP; or let go of them again."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            try:
                if heed:
                    loop.add_signal_handler(number, self.exit, None, 128 + number)
                else:
                    loop.remove_signal_handler(number)
            except (NotImplementedError, RuntimeError, ValueError):  # not the main thread: somebody else's app
                break

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A question that was taken away with its screen is no error."""
        if event.state is WorkerState.CANCELLED:
            event.stop()

    def _handle_exception(self, error: Exception) -> None:
        """Crash, but not because a question was left before it was there: that one looks for what is gone with it."""
        if not (isinstance(error, NoMatches) and self._left(error)):
            super()._handle_exception(error)

    def _left(self, error: Exception) -> bool:
        """Whether an error comes from a screen that nobody sees any more, or from a widget that is taken away."""
        looked = [frame.f_locals.get("self") for frame, _ in walk_tb(error.__traceback__)]
        nodes = [one for one in looked if isinstance(one, Widget)]
        if not nodes:
            return False
        house = nodes[-1].ancestors_with_self
        screens = [one for one in house if isinstance(one, Screen)]
        return any(one._pruning for one in house) or not screens or screens[-1] not in self.screen_stack

    def _fatal_error(self) -> None:
        """Leave after a crash with one sentence: a traceback would show what only one seat may see."""
        if self.dev:
            super()._fatal_error()
            return
        report = report_crash(self._exception)
        said = tr(
            "Good Offices had to stop. Everything that was saved is in the journal. Where it happened: {file}",
            file=report,
        )
        back = ""
        with suppress(Exception):  # what is broken may break this too
            back = self.way_back()
        self._exit_renderables[:] = [f"{said}\n" + tr("To go on: {command}", command=back) if back else said]
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """The same for errors that draw themselves."""
        if self.dev:
            super().panic(*renderables)
        else:
            self._fatal_error()
