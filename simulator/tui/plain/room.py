"""What a terminal of lines knows of a session: who sits here, what is new, and how to ask the rules."""

import secrets
from typing import Any

from scenarios.texts import language, tr, trn
from simulator.engine import TRAINER, Refused, View
from simulator.engine.commands import Intent
from simulator.journal.errors import Gone, JournalError
from simulator.tui.boards.timing import phase_line, time_line
from simulator.tui.desk import Desk, now
from simulator.tui.plain.lines import Back, Lines
from simulator.tui.safe import one_line
from simulator.tui.seat.waiting import waiting

MOST_NEWS = 20
"""Sentences of news at once; the record has them all."""


class Room:
    """A desk and a terminal of lines, with whoever sits before it."""

    def __init__(self, desk: Desk, lines: Lines) -> None:
        self.desk = desk
        self.lines = lines
        self.seat = ""
        """Who sits here: the trainer, a seat, or nobody (empty)."""
        self.at_once = False
        """Whether news is said while a line is awaited, and not only after Enter."""
        self.kept: dict[tuple[str, str, str | None], dict[str, Any]] = {}
        """What seats began to answer, by seat, wish and row."""
        self.read: dict[str, set[str]] = {}
        """The papers that each seat has opened here."""
        self.tongues: dict[str, str] = {}
        """The language in which each seat last sat here."""
        self._told = 0
        self._clock: tuple[str, str] = "", ""
        self._waits = ""
        self._away = ""
        lines.meanwhile = self.meanwhile

    @property
    def view(self) -> View:
        """What whoever sits here may know now."""
        return self.desk.view(self.seat)

    # -- what is new --------------------------------------------------------------------------------------------------

    def sit(self, seat: str) -> None:
        """Somebody sits down: what happened before is in the record, and is no news."""
        self.seat = seat
        view = self.view
        self._told, self._clock, self._waits = view.number, self._state(view), ""

    def meanwhile(self) -> str:
        """Let happen what is due while a line is awaited; news only for those who want it at once."""
        before = self._away
        self.tick()
        if self._away != before:
            return self._away or tr("The journal answers again.")
        return "\n".join(self.news()) if self.at_once and self.seat else ""

    def tick(self) -> None:
        """Take in what happened elsewhere, and let happen what is due."""
        if self.desk.live is None:
            return
        try:
            self.desk.tick()
            self._away = ""
        except Gone as gone:
            self._away = str(gone)
        except (JournalError, Refused) as error:
            self._away = " ".join((str(error), tr("What you write is kept, and it is tried again.")))

    def tell_news(self) -> bool:
        """Say what is new; whether there was anything."""
        self.tick()
        news = [self._away] if self._away else self.news()
        for sentence in news:
            self.lines.say(sentence)
        return bool(news)

    def news(self) -> list[str]:
        """What happened since it was last said: sentences, the clock where it changed, what waits now."""
        if not self.seat or self.desk.live is None:
            return []
        view = self.view
        fresh = [m for m in view.log if m.number > self._told and str(m.event.__struct_config__.tag) != "note_written"]
        self._told = max(self._told, view.number)
        told = [one_line(self.desk.narrate(moment)) for moment in fresh]
        said = [sentence for sentence in told if sentence]
        if len(said) > MOST_NEWS:
            more = len(said) - MOST_NEWS
            said = [trn("{n} thing more is in the record.", "{n} things more are in the record.", more), *said[more:]]
        if self._state(view) != self._clock:
            self._clock = self._state(view)
            said.append(self.clock(view))
        waits = self.waiting(view)
        if waits and waits != self._waits:
            said.append(waits)
        self._waits = waits
        return said

    @staticmethod
    def _state(view: View) -> tuple[str, str]:
        return view.clock.state, view.clock.phase.id if view.clock.phase else ""

    @staticmethod
    def clock(view: View) -> str:
        """The clock and the phase in a sentence."""
        said = tr("Clock: {time}. {phase}.", time=one_line(time_line(view.clock)), phase=phase_line(view.clock))
        stop = tr("STOP: play has stopped for everybody. Nobody has to say why.")
        return f"{said} {stop}" if view.clock.state == "stopped" else said

    def waiting(self, view: View) -> str:
        """What waits for whoever sits here."""
        return "" if self.seat in ("", TRAINER) else waiting(view, self.unread(view)).plain.strip()

    def unread(self, view: View) -> int:
        """How many papers reached the seat and were neither opened here nor answered."""
        read = self.read.get(self.seat, set())
        return sum(1 for paper in view.papers if not paper.answered and paper.inject not in read)

    # -- asking the rules ---------------------------------------------------------------------------------------------

    def ask(self, do: type[Intent], **fields: Any) -> str:
        """Ask something of the rules; what they say no to comes back, with the way on.

        While the journal is away the same command is asked again as often as somebody wants: it counts once.
        """
        live = self.desk.live
        assert live is not None
        command, command_id = do(at=now(), by=self.seat, **fields), secrets.token_hex(8)
        while True:
            try:
                live.issue(command, command_id)  # type: ignore[arg-type]  # a kind of command, not Intent itself
            except Refused as refused:
                return f"{refused.why} {refused.instead}".strip()
            except JournalError as error:
                self.lines.say(str(error))
                try:
                    self.lines.ask(tr("Enter tries again, and it counts only once; b goes back:"))
                except Back:
                    return str(error)
            else:
                if not self.tell_news():
                    self.lines.say(tr("Done."))
                return ""

    # -- the language -------------------------------------------------------------------------------------------------

    def greet(self, seat: str) -> None:
        """Speak with a seat as it spoke before."""
        code = self.tongues.get(seat, language())
        if code != language():
            self.desk.speak(code)
