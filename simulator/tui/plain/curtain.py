"""The curtain line by line: who sits down, with which PIN; and the lock between two people."""

from functools import partial

from scenarios.texts import INTERFACE, LANGUAGES, language, tr, trn
from simulator.engine import TRAINER
from simulator.engine.words import Source
from simulator.journal.errors import JournalError
from simulator.tui.boards import line
from simulator.tui.plain.control import ControlTalk
from simulator.tui.plain.lines import Back, Idle, Lock
from simulator.tui.plain.room import Room
from simulator.tui.plain.seat import SeatTalk
from simulator.tui.safe import one_line

IDLE = 600.0
"""Seconds between two lines after which a seat asks for its PIN again; keys are not seen before Enter."""


class Curtain:
    """Between two people: a list of seats, and nothing of any of them."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.lines = room.lines

    def stay(self, seat: str | None = None) -> None:
        """Let people sit down one after the other, until somebody leaves."""
        if seat is not None:
            self.sit_down(seat)
        self._chairs()
        while True:
            try:
                given = self.lines.ask(tr("Your seat, 1 to {n}, t for the trainer, ? for the list, b to leave:",
                                          n=len(self.room.desk.scenario.seats)))  # fmt: skip
            except Back:
                return
            seats = list(self.room.desk.scenario.seats)
            if given.isdecimal() and 1 <= int(given) <= len(seats):
                self.sit_down(seats[int(given) - 1])
                self._chairs()
            elif given == "t":
                if self.opens(TRAINER, tr("The trainer's PIN:")):
                    self.take_control()
                    self._chairs()
            elif given in INTERFACE:
                self.room.desk.speak(given)
                self._chairs()
            elif given:
                if given != "?":
                    self.lines.say(tr("That is not understood."))
                self._chairs()

    def _chairs(self) -> None:
        """Who sits where; only what the whole room knows."""
        self.room.tick()
        view = self.room.desk.view(TRAINER)
        pinned = self.room.desk.pinned()
        self.lines.say(one_line(f"{view.title} · {view.name}" if view.name else view.title))
        self.lines.say(self.room.clock(view))
        rows = []
        for n, (name, seat) in enumerate(view.seats.items(), 1):
            facts = (f"{seat.name}, {seat.title}", line.short(view, seat.party), line.people(view, name))
            open_to_all = "" if name in pinned else tr("no PIN")
            rows.append(f"{n} {one_line(line.series((*facts, open_to_all)))}")
        self.lines.page("\n".join(rows))
        others = ", ".join(f"{code} {LANGUAGES[code]}" for code in INTERFACE if code != language())
        self.lines.say(tr("Another language: {languages}.", languages=others))

    def sit_down(self, seat: str) -> None:
        """Open a seat with its PIN, and close it again."""
        desk = self.room.desk
        chair = desk.session.seats[seat]
        if chair.source is Source.STAND_IN:
            self.lines.say(tr("A stand-in plays this seat. The trainer can cast a person."))
            return
        name = desk.scenario.seats[seat].name
        if seat in desk.pinned() and not self.opens(seat, tr("{name}: your PIN", name=name) + ":"):
            return
        self.room.greet(seat)
        self.room.sit(seat)
        if seat in desk.pinned():
            self.lines.idle = Idle(IDLE, self._idle, partial(self._come_back, seat))
        try:
            SeatTalk(self.room).talk()
        finally:
            self.lines.idle = Idle()
            self.room.tongues[seat] = language()
            self.room.seat = ""
        self._lock()

    def take_control(self) -> None:
        """Open the trainer's menu."""
        self.room.desk.drives = True
        self.room.sit(TRAINER)
        try:
            ControlTalk(self.room).talk()
        finally:
            self.room.seat = ""

    def _idle(self) -> None:
        self.lines.clear()
        minutes = int(IDLE // 60)
        said = trn("Nothing was entered for {n} minute: the seat is locked.",
                   "Nothing was entered for {n} minutes: the seat is locked.", minutes)  # fmt: skip
        self.lines.say(" ".join((said, tr("Press Enter, then type your PIN."))))

    def _come_back(self, seat: str) -> None:
        """After a long silence the line that came counts only with the PIN. Raises Lock."""
        idle, self.lines.idle = self.lines.idle, Idle()
        if not self.opens(seat, tr("{name}: your PIN", name=self.room.desk.scenario.seats[seat].name) + ":"):
            raise Lock
        self.lines.idle = idle

    def _lock(self) -> None:
        if self.lines.clear():
            self.lines.say(tr("The seat is locked and the screen cleared. A terminal may keep more than it shows."))
        else:
            said = tr("The seat is locked. What was printed above stays there: this terminal cannot clear it.")
            self.lines.say(said)

    def opens(self, seat: str, prompt: str) -> bool:
        """Ask for a PIN until it fits or nobody wants to go on."""
        desk = self.room.desk
        if seat not in desk.pinned():
            session = desk.live.id if desk.live else ""
            command = f"goodoffices join {session} --console --plain"
            self.lines.say(tr("No trainer's PIN was ever set. Leave, then: {command}", command=command))
            return False
        while True:
            try:
                pin = self.lines.hidden(prompt)
                if pin in ("", "b"):
                    return False
                wrong = desk.try_pin(seat, pin)
            except Back:
                return False
            except JournalError as error:
                wrong = str(error)
            if wrong is None:
                return True
            self.lines.say(wrong)
