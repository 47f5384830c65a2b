"""The driver of screens that a browser shows."""

import asyncio

from textual import events
from textual.drivers.web_driver import WebDriver


class BrowserDriver(WebDriver):
    """Textual's web driver, which has the focus from the first key on and ends when nobody is there any more."""

    def start_application_mode(self) -> None:
        """Begin; the parent takes the focus away until the page is clicked."""
        self._going = asyncio.get_running_loop()
        super().start_application_mode()
        self._app.call_later(self._app.post_message, events.AppFocus())

    def run_input_thread(self) -> None:
        """Read until the server has gone, then leave: nobody could see the screens any more."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._going.call_soon_threadsafe(self._app.exit, None, 129)
