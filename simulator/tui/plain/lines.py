"""A terminal that knows lines only: it is written to and read from line by line, and nothing moves on it."""

import codecs
import os
import re
import select
import signal
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import monotonic
from types import FrameType

from rich.cells import cell_len
from textual.content import Content

from scenarios.texts import mark, tr
from simulator.tui.safe import clean

WAIT = 0.5
"""Seconds between two looks at what happened elsewhere while a line is awaited."""

NARROWEST = 20
WIDTH = 80
"""Columns where nobody says how many there are."""

PAGED = mark("Enter goes on, b stops:")
YES = mark("y for yes, n for no:")


_GAPS = re.compile(" {2,}")


class Back(Exception):
    """Whoever types wants to go back: b, or Ctrl+D."""


class Lock(Exception):
    """The seat is to be locked."""


class Gone(Exception):
    """Nothing more can be read: the terminal or the pipe has ended."""


def wrapped(line: str, width: int) -> Iterator[str]:
    """A line broken between words; a word that is longer than the line is broken where it must be."""
    if cell_len(line) <= width:
        yield line
        return
    so_far = ""
    for given in line.split(" "):
        word = given
        if so_far and cell_len(so_far) + 1 + cell_len(word) > width:
            yield so_far
            so_far = ""
        while cell_len(word) > width:
            cut = width
            while cell_len(word[:cut]) > width:
                cut -= 1
            yield word[:cut]
            word = word[cut:]
        so_far = f"{so_far} {word}" if so_far else word
    yield so_far


def plainly(content: Content | str) -> str:
    """What a widget would show, as lines: what only aligns columns is left out."""
    text = content if isinstance(content, str) else content.plain
    return "\n".join(
        " ".join(line.split(" ")) if "  " not in line else " ".join(line.split()) for line in text.split("\n")
    )


@dataclass(slots=True)
class Idle:
    """What happens when nobody enters a line for long."""

    after: float = float("inf")
    """Seconds."""
    begins: Callable[[], object] = bool
    """Done while the line is still awaited."""
    ends: Callable[[], object] = bool
    """Done before the line counts; may raise Lock."""


class Lines:
    """Standard input and output, one line after the other."""

    def __init__(self, source: int = 0, sink: int = 1) -> None:
        self._source, self._sink = source, sink
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._read = ""
        self._ended = False
        self._waits = False
        self._broken_off = False
        self._since = 0.0
        self._idles = False
        self.typed = os.isatty(source)
        """Whether a person types, and no script."""
        self.shown = os.isatty(sink)
        """Whether the output goes to a terminal."""
        self.meanwhile: Callable[[], str] = str
        """What is done while a line is awaited; what it gives is said at once."""
        self.idle = Idle()
        self._charset = "utf-8" if (sys.stdout.encoding or "").lower().replace("-", "") == "utf8" else "ascii"

    @property
    def width(self) -> int:
        """The columns of a line."""
        with suppress(OSError, ValueError):
            columns = os.get_terminal_size(self._sink).columns
            return max(NARROWEST, columns) if columns else WIDTH
        return WIDTH

    @property
    def height(self) -> int:
        """The lines that are said before somebody asks for more; none where nobody can ask."""
        with suppress(OSError, ValueError):
            return max(5, os.get_terminal_size(self._sink).lines - 2) if self.typed else 0
        return 0

    # -- saying -------------------------------------------------------------------------------------------------------

    def say(self, said: Content | str = "") -> None:
        """Lines, all at once."""
        self._write("".join(line + "\n" for line in self._lines(plainly(said))))

    def page(self, said: Content | str) -> None:
        """Lines, a screen at a time where somebody types."""
        rows, most = list(self._lines(plainly(said))), self.height
        while rows:
            here, rows = (rows, []) if not most or len(rows) <= most + 1 else (rows[:most], rows[most:])
            self._write("".join(line + "\n" for line in here))
            if rows:
                try:
                    self.ask(tr(PAGED))
                except Back:
                    return

    def clear(self) -> bool:
        """Clear the screen and what was scrolled away, where the terminal can; whether it did."""
        sequence = clearing(self.shown)
        if sequence:
            with suppress(OSError):
                os.write(self._sink, sequence)
        return bool(sequence)

    def _lines(self, text: str) -> Iterator[str]:
        width = self.width
        for line in text.split("\n"):
            # Here everything passes that is said: what people wrote drives no terminal.
            yield from wrapped(clean(line.replace("\n", " ")).replace("\n", " "), width)

    def _write(self, text: str) -> None:
        data = text.encode(self._charset, errors="replace")
        while data:
            data = data[os.write(self._sink, data) :]

    # -- asking -------------------------------------------------------------------------------------------------------

    def ask(self, prompt: str) -> str:
        """A line without the spaces around it. Raises Back for `b` and at the end of a terminal's input, and Gone."""
        given = self.text(prompt).strip()
        if given.lower() == "b":
            raise Back
        return given

    def yes(self, question: str) -> bool:
        """A question that is answered with yes or no; whoever goes back says no."""
        while True:
            try:
                given = self.ask(f"{question} {tr(YES)}").lower()
            except Back:
                return False
            # Translators: the letters for yes and for no that somebody may type.
            if given in (tr("y"), "y"):
                return True
            if given in (tr("n"), "n", ""):
                return False

    def text(self, prompt: str) -> str:
        """A line as it was typed. Raises Back at the end of a terminal's input, and Gone at that of a pipe."""
        while True:
            self._broken_off = False
            self._prompt(prompt)
            self._since, self._idles, idle = monotonic(), False, self.idle
            try:
                line = self._line(prompt)
                if self._idles or monotonic() - self._since > idle.after:
                    idle.ends()
                return line
            except KeyboardInterrupt:
                self._read = ""
                with suppress(termios.error):
                    termios.tcflush(self._source, termios.TCIFLUSH)
                self._write("\n")

    def hidden(self, prompt: str) -> str:
        """A line that nobody sees, where the terminal can hide it; otherwise a warning comes first."""
        with self._silent() as silent:
            if not silent and self.typed:
                self.say(tr("This terminal shows what you type: nobody should look."))
            given = self.text(prompt)
            if silent:
                self._write("\n")
        return given.strip()

    @contextmanager
    def _silent(self) -> Iterator[bool]:
        try:
            before = termios.tcgetattr(self._source)
        except termios.error:
            yield False
            return
        now = termios.tcgetattr(self._source)
        now[3] &= ~termios.ECHO
        termios.tcsetattr(self._source, termios.TCSAFLUSH, now)
        try:
            yield True
        finally:
            with suppress(termios.error):  # the terminal has gone
                termios.tcsetattr(self._source, termios.TCSAFLUSH, before)

    def _prompt(self, prompt: str) -> None:
        *above, last = self._lines(plainly(prompt))
        self._write("".join(line + "\n" for line in above) + last + " ")

    def _line(self, prompt: str) -> str:
        bad = False
        while "\n" not in self._read:
            if self._ended:
                if self._read:
                    break
                raise Gone
            data = self._bytes(prompt)
            if not data and self.typed and not self._gone():
                self._write("\n")
                if self._read:  # Ctrl+D behind some letters sends them
                    break
                raise Back
            self._ended = not data
            before = self._read.count("\ufffd")
            self._read += self._decoder.decode(data, final=not data)
            bad = bad or self._read.count("\ufffd") > before
        line, _, self._read = self._read.partition("\n")
        if bad and "\ufffd" in line:
            self.say(tr("Some of what came in was no text. It stands as “{sign}”.", sign="\ufffd"))
        return line.removesuffix("\r")

    def _bytes(self, prompt: str) -> bytes:
        """What comes next; meanwhile news may be said. Only here Ctrl+C breaks in."""
        while True:
            ready = self._ready()
            if ready:
                try:
                    return os.read(self._source, 65536)
                except OSError:  # the terminal has gone
                    return b""
            news = self.meanwhile()
            if not self._idles and monotonic() - self._since > self.idle.after:
                self._idles = True
                self.idle.begins()
                self._prompt(prompt)
            elif news:
                self._write("\n")
                self.say(news)
                self._prompt(prompt)

    def _ready(self) -> bool:
        try:
            self._waits = True
            if self._broken_off:
                raise KeyboardInterrupt
            return bool(select.select([self._source], [], [], WAIT)[0])
        finally:
            self._waits = False

    def _gone(self) -> bool:
        """Whether the terminal itself was closed: one that is there can still be asked."""
        watch = select.poll()
        watch.register(self._source, select.POLLIN)
        return any(flags & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, flags in watch.poll(0))

    def interrupted(self, number: int, frame: FrameType | None) -> None:
        """Ctrl+C: gives the prompt again, if need be once the line is waited for; breaks into nothing that is saved."""
        if self._waits:
            raise KeyboardInterrupt
        self._broken_off = True

    def edited(self, command: str, file: str) -> bool:
        """Let an editor have the terminal with a file; whether it ended well."""
        with suppress(OSError, ValueError):
            return subprocess.run([*command.split(), file], check=False).returncode == 0
        return False


def clearing(shown: bool) -> bytes:
    """What clears the terminal and its scrolled lines, from its own description; nothing where it cannot."""
    if not shown or os.environ.get("TERM", "") in ("", "dumb", "unknown"):
        return b""
    import curses

    with suppress(curses.error):
        curses.setupterm()
        return (curses.tigetstr("clear") or b"") + (curses.tigetstr("E3") or b"")
    return b""


def moves_no_cursor() -> bool:
    """Whether the terminal says of itself that it can only print."""
    name = os.environ.get("TERM", "")
    if name in ("", "dumb", "unknown"):
        return True
    import curses

    try:
        curses.setupterm(name)
    except curses.error:  # a terminal that is not described here, as a new one: the screens work on most
        return False
    return not curses.tigetstr("cup")


def end_cleanly(number: int, frame: FrameType | None) -> None:
    """SIGTERM and SIGHUP: everything that was said is saved, so there is nothing to do but to end."""
    raise SystemExit(128 + number)


@contextmanager
def heeded(lines: Lines) -> Iterator[None]:
    """While it runs, signals mean what they should on a terminal of lines."""
    kept = {n: signal.getsignal(n) for n in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP)}
    signal.signal(signal.SIGINT, lines.interrupted)
    signal.signal(signal.SIGTERM, end_cleanly)
    signal.signal(signal.SIGHUP, end_cleanly)
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)  # a shell behind an open seat would be a way round its PIN
    try:
        yield
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)
