"""The start in lines: a session to join, to go on with or to begin."""

import sys
from pathlib import Path
from typing import Any, Literal

from scenarios.reading import read
from scenarios.shelf import NotOnShelf, entries, find
from scenarios.texts import language, tr
from scenarios.translation import languages
from simulator.engine import TRAINER, Refused
from simulator.journal.errors import JournalError
from simulator.tui.desk import Desk, new_seed
from simulator.tui.going import NewSession
from simulator.tui.guarding import close_hooks, report_crash
from simulator.tui.plain.curtain import Curtain
from simulator.tui.plain.forms import field
from simulator.tui.plain.lines import Back, Gone, Lines, heeded
from simulator.tui.plain.room import Room
from simulator.tui.safe import one_line
from simulator.tui.seat.fields import Pick, Writing
from simulator.tui.settings import read as read_settings

Start = Literal["home", "console", "curtain", "setup", "studio"]


def run(
    journal_path: Path | str | None,
    session: str | None = None,
    seat: str | None = None,
    start: Start = "home",
    scenario: str | None = None,
) -> int:
    """Talk in lines until somebody leaves; gives the exit status. Raises JournalError without a journal."""
    close_hooks()
    lines = Lines()
    desk = Desk(journal_path, read_settings().settings.keep_days)
    try:
        with heeded(lines):
            Evening(Room(desk, lines)).spend(session, seat, start, scenario)
    except (Gone, BrokenPipeError):
        pass
    except Exception as error:  # whatever it is: a traceback would show what only one seat may see
        file = report_crash(error)
        said = tr(
            "Good Offices had to stop. Everything that was saved is in the journal. Where it happened: {file}",
            file=file,
        )
        print(said, file=sys.stderr)
        return 1
    finally:
        desk.journal.close()
    return 0


class Evening:
    """From the first line to the last."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.lines = room.lines

    def spend(self, session: str | None, seat: str | None, start: Start, scenario: str | None) -> None:
        """Go where it begins, and from there on until somebody leaves."""
        self.lines.say(tr("Good Offices, in lines. At every prompt ? helps and b goes back."))
        if session is not None:
            self._join(session, seat, console=start in ("console", "setup"))
            return
        if start == "studio":
            self.lines.say(
                tr("The Studio has no lines. Write the case in an editor, and check it with: goodoffices check")
            )
            return
        while True:
            try:
                chosen = self._sessions(scenario)
            except Back:
                if not self.lines.typed or self.lines.yes(tr("Leave Good Offices?")):
                    return
                continue
            if chosen is not None:
                self._join(chosen, None, console=True)

    def _join(self, session: str, seat: str | None, *, console: bool) -> None:
        desk = self.room.desk
        desk.open(session)
        curtain = Curtain(self.room)
        try:
            if console and (TRAINER not in desk.pinned() or curtain.opens(TRAINER, tr("The trainer's PIN:"))):
                curtain.take_control()
                if TRAINER not in desk.pinned() and not self._own_pin():
                    return
            curtain.stay(seat)
        finally:
            desk.leave()

    def _own_pin(self) -> bool:
        """Before somebody else sits down the trainer needs a PIN; whether there is one now."""
        desk = self.room.desk
        said = tr(
            "Whoever sits here next must not reach the console. Choose 4 to 8 digits; you need them to come back."
        )
        while True:
            self.lines.say(said)
            try:
                pin = self.lines.hidden(tr("Choose your own PIN, b to leave:"))
                if pin in ("", "b"):
                    return False
                desk.set_pin(TRAINER, pin)
            except Back:
                return False
            except JournalError as error:
                said = str(error)
            else:
                return True

    def _sessions(self, scenario: str | None) -> str | None:
        """A session of the journal, or a new one. Raises Back."""
        known = [one for one in self.room.desk.journal.sessions() if not one.ended]
        if scenario is not None:
            wanted = read(find(scenario)).scenario
            known = [one for one in known if wanted is not None and one.scenario_id == wanted.id]
        options = tuple((one.id, one_line(f"{one.name}, {one.title}")) for one in known)
        which = Pick("session", tr("Which session?"), options, none=tr("a new session"))
        values: dict[str, Any] = {"session": None}
        if options:
            field(self.lines, which, values)
        return values["session"] or self._new(scenario)

    def _new(self, scenario: str | None) -> str | None:
        """Begin a session of a scenario; None where that was not possible."""
        shelf = {} if scenario is not None else {e.id: one_line(e.title) for e in entries()}
        try:
            values: dict[str, Any] = {"scenario": scenario}
            if scenario is None:
                field(self.lines, Pick("scenario", tr("Which scenario?"), tuple(shelf.items())), values)
            reading = read(find(values["scenario"]))
            case = reading.scenario
            if case is None:
                raise JournalError(tr("The scenario cannot be read: goodoffices check says why."))
            field(self.lines, Writing("name", tr("Name, for your list"), rows=1), values)
            sizes = tuple((one.people, one_line(f"{one.people} {one.advice or ''}")) for one in case.casting)
            if sizes:
                asked = Pick("people", tr("People at the table (other seats: stand-ins)"), sizes, sizes[-1][0])
                field(self.lines, asked, values)
            asked_for = NewSession(
                str(values["scenario"]),
                one_line(str(values["name"])) or one_line(case.title),
                int(values.get("people") or len(case.seats)),
                new_seed(),
                language() if language() in languages(case, reading.folder) else case.language,
            )
            return self.room.desk.begin(asked_for)
        except Back:
            return None
        except (JournalError, NotOnShelf, Refused) as error:
            self.lines.say(str(error))
            return None
