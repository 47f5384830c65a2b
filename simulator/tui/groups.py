"""Several groups of one exercise: the sessions of one journal that one trainer runs together."""

from collections.abc import Iterable, Mapping
from typing import Any

from scenarios.texts import language, tr
from simulator.engine import TRAINER, Refused, Session, View, view
from simulator.engine.commands import Intent
from simulator.engine.events import SessionOpened
from simulator.engine.words import Source
from simulator.journal.errors import JournalError
from simulator.journal.live import LiveSession
from simulator.journal.pins import new_pin, set_pin
from simulator.journal.presence import Presence
from simulator.journal.store import Journal
from simulator.journal.wall import now
from simulator.rehearsal import StandIns
from simulator.tui.desk import PACE, STAND_IN_EVERY


def exercise_of(journal: Journal, session: str) -> str:
    """The exercise that a session belongs to as one of several groups; empty where it stands alone."""
    first = next(iter(journal.events(session, until=1)), None) if journal.session(session).events else None
    return first.exercise if isinstance(first, SessionOpened) else ""


def groups_of(journal: Journal, exercise: str) -> tuple[str, ...]:
    """The sessions of an exercise, in the order in which they were set up."""
    found = [info for info in journal.sessions() if exercise_of(journal, info.id) == exercise]
    return tuple(info.id for info in reversed(found))


class Group:
    """One group: its session, the stand-ins that play in it, and whether this terminal plays them."""

    def __init__(self, journal: Journal, session: str) -> None:
        self.live = LiveSession(journal, session, language())
        self.trouble = ""
        """Why it could not be read or written last; empty where it could."""
        self._presence = Presence(journal, session)
        self._stand_ins = StandIns(PACE)
        self._looked = 0.0
        self._said = False

    @property
    def session(self) -> Session:
        """All that is true of it."""
        return self.live.session

    def view(self) -> View:
        """What exercise control knows of it."""
        return view(self.session, TRAINER, now())

    def tick(self, touched: float) -> None:
        """Take in what others did, let happen what is due, and play the stand-ins where no other console does."""
        self.live.refresh()
        if not self.session.clock.running:
            return
        self.live.tick(now())
        has = any(seat.source is Source.STAND_IN for seat in self.session.seats.values())
        if not has:
            return
        self._said = True
        if self._presence.say(TRAINER, touched, True):
            self._play()

    def _play(self) -> None:
        at = now()
        if at.timestamp() - self._looked < STAND_IN_EVERY:
            return
        self._looked = at.timestamp()
        command = self._stand_ins.next_command(self.session, at)
        if command is None:
            return
        try:
            self.live.issue(command)
        except Refused:
            self._stand_ins.refused(self.session, command.by, at)

    def leave(self) -> None:
        """Let go of it, so that another console may play its stand-ins."""
        if self._said:
            self._said = False
            self._presence.leave()


class Groups:
    """The groups of one exercise. A desk holds one session for its seats; this holds several for exercise control."""

    def __init__(self, journal: Journal, exercise: str) -> None:
        """Open all groups of an exercise. Raises JournalError."""
        self.exercise = exercise
        self._journal = journal
        self.all: dict[str, Group] = {name: Group(journal, name) for name in groups_of(journal, exercise)}

    def name(self, session: str) -> str:
        """What a group is called."""
        called = self.all[session].session.name or session
        return called.removeprefix(f"{self.exercise}: ")

    def tick(self, touched: float, but: str = "") -> tuple[str, ...]:
        """Bring every group up to date, except one that is open elsewhere in this terminal; what one cannot do keeps no
        other from it. The groups in which the stop word was said since the last time."""
        stopped = []
        for name, group in self.all.items():
            before = group.session.stopped
            try:
                if name == but:
                    group.leave()
                    group.live.refresh()
                else:
                    group.tick(touched)
                group.trouble = ""
            except (JournalError, Refused) as error:
                group.trouble = str(error)
            if group.session.stopped and not before:
                stopped.append(name)
        return tuple(stopped)

    def ask(self, wanted: Iterable[str], do: type[Intent], **fields: Any) -> dict[str, str]:
        """Ask the same of several groups at the same moment: why not, by group, where one refused; empty where it did
        it. One refusal keeps no other from it."""
        at = now()
        said: dict[str, str] = {}
        for name in wanted:
            try:
                self.all[name].live.issue(do(at=at, by=TRAINER, **fields))  # type: ignore[arg-type]
            except Refused as refused:
                said[name] = f"{refused.why} {refused.instead}".strip()
            except JournalError as error:
                said[name] = str(error)
            else:
                said[name] = ""
        return said

    def make_pins(self) -> Mapping[tuple[str, str], str]:
        """New PINs for every seat that a person plays in every group, and one for the trainer that opens them all."""
        made: dict[tuple[str, str], str] = {}
        trainer = new_pin()
        for name, group in self.all.items():
            people = [seat for seat, state in group.session.seats.items() if state.source is Source.HUMAN]
            for seat in (TRAINER, *people):
                pin = trainer if seat == TRAINER else new_pin()
                set_pin(self._journal, name, seat, pin)
                made[name, seat] = pin
        return made

    def leave(self) -> None:
        """Let go of all groups."""
        for group in self.all.values():
            try:
                group.leave()
            except JournalError:
                continue  # the journal is gone: there is nothing to let go of


def group_name(exercise: str, number: int) -> str:
    """What a group is called in the list of sessions."""
    # Translators: the name of a group: the exercise, and a letter for its table.
    return tr("{exercise}: Table {letter}", exercise=exercise, letter=chr(ord("A") + number))
