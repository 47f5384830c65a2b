"""A seat line by line: the panes, the wishes and the forms of the seat's screen, by numbers and letters."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from scenarios.texts import mark, tr, trn
from simulator.engine import View
from simulator.engine.commands import AnswerPulse
from simulator.tui.boards.line import aloud, series
from simulator.tui.plain.forms import fill
from simulator.tui.plain.lines import Back, Lock, plainly
from simulator.tui.plain.room import Room
from simulator.tui.seat import history, leaving, record
from simulator.tui.seat.fields import NotNow
from simulator.tui.seat.pane import Pane
from simulator.tui.seat.panes import ALL, BRIEF, HISTORY, PANES, RECORD
from simulator.tui.seat.scale import SCALE
from simulator.tui.seat.waiting import open_pulse
from simulator.tui.seat.wishes import LEAVE, NOTE, RATING, READY, STOP, WISHES, Wish

ANYWHERE = frozenset("?abjklnpsw")
"""Letters that mean the same in every pane; a wish with such a key is asked by its number."""

HELP = mark("""At any prompt:
? this help and what can be opened here
a what you can do now, with numbers
w what waits for you
k the clock and the phase
n a private note
p the self-report, where one waits
s the stop word: play stops for everybody, and nobody has to say why
j news at once, or only after Enter
l lock the seat
b back
Enter alone: what is new
In a pane a number reads a row, and the letters that are told do what they say.""")

CONFIDENTIAL = mark(
    "This paper is confidential. What is printed here can be read by scrolling back; the lock cannot take it from a "
    "terminal that keeps or prints its lines. Read it now?"
)


class SeatTalk:
    """What somebody in a seat says and is told, until the seat is locked."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.lines = room.lines
        self.pane: int | None = None
        """The open pane, from 0; none at the table of contents."""
        self.pick: str | None = None
        """The row that was read last."""
        self._shown: list[str] = []
        self._sat = room.desk.session.number
        """How many events there were when the seat was opened."""
        self._agreed = False
        self._parted = False

    @property
    def view(self) -> View:
        """What the seat may know now."""
        return self.room.view

    # -- the loop -----------------------------------------------------------------------------------------------------

    def talk(self) -> None:
        """Ask and answer until the seat is locked."""
        with suppress(Lock):
            self._talk()

    def _talk(self) -> None:
        self._greet()
        while True:
            self.room.tell_news()
            if leaving.is_over(self.view) and self._over():
                return
            if self._recast():
                return
            try:
                given = self.lines.ask(self._prompt())
            except Back:
                if self.pane is None:
                    if self.lines.yes(tr("Lock the seat?")):
                        return
                    continue
                self.pane, self.pick = None, None
                continue
            self.room.tick()
            if self._recast():
                return
            self._do(given)

    def _recast(self) -> bool:
        """Whether the seat is somebody else's now; says so."""
        recast = self.room.desk.recast(self.room.seat, self._sat)
        if recast:
            self.lines.say(tr("The seat was locked: the trainer has given it to somebody."))
        return recast

    def _greet(self) -> None:
        view = self.view
        if view.me is not None:
            party = view.party.name if view.party else ""
            self.lines.say(tr("You are {name}, {title}. {party}.", name=view.me.name, title=view.me.title, party=party))
        self.lines.say(self.room.clock(view))
        waits = self.room.waiting(view)
        if waits:
            self.lines.say(waits)
        self.contents()

    def _over(self) -> bool:
        """After play there is one page, and nothing of the role; whether nothing is left to do."""
        self.pane = self.pick = None
        done = leaving.is_done(self.view)
        if done or not self._parted:
            self._parted = True
            self.lines.page(leaving.page(self.view))
        return done

    def _prompt(self) -> str:
        view = self.view
        if leaving.is_over(view):
            return tr("e leaves the role, p self-report, a what you can do, l locks, ? help:")
        if self.pane is None:
            return tr("A pane 1 to {n}, a what you can do, ? help:", n=len(self._there()))
        name = tr(ALL[self.pane].name)
        if self._shown:
            return tr("{pane}, a row 1 to {n}, a what you can do, b back, ? help:", pane=name, n=len(self._shown))
        return tr("{pane}, a what you can do, b back, ? help:", pane=name)

    def _do(self, given: str) -> None:
        """One line of somebody in the seat."""
        view, letter = self.view, given if len(given) == 1 else ""
        if not given:
            if not self.room.tell_news():
                self.lines.say(tr("Nothing new."))
        elif given.isdecimal():
            self._number(int(given))
        elif letter == "?":
            self.lines.page(tr(HELP))
            if self.pane is None:
                self.contents()
            else:
                self.rows()
        elif letter == "w":
            self.lines.say(self.room.waiting(view) or tr("Nothing waits for you."))
        elif letter == "k":
            self.lines.say(self.room.clock(view))
        elif letter == "j":
            self.room.at_once = not self.room.at_once
            self.lines.say(tr("News is said at once.") if self.room.at_once else tr("News is said after Enter."))
        elif letter == "l":
            raise Lock
        elif letter == "p":
            self.pulse()
        elif letter == "a":
            self.acts()
        elif letter in ("s", "n"):
            self.wish(STOP if letter == "s" else NOTE)
        elif (wish := next((w for w in self._own() if letter and w.key == letter), None)) is not None:
            self.wish(wish)
        else:
            self.lines.say(tr("That is not understood. ? for help."))

    def _number(self, number: int) -> None:
        if leaving.is_over(self.view):
            self.lines.say(tr("You have left your role.") if self._left() else tr("Play is over."))
        elif self.pane is None:
            there = self._there()
            if number == 0 and len(there) > len(PANES):
                number = len(PANES) + 1  # the screens open the further panes with 0
            if 1 <= number <= len(there):
                self.open(there[number - 1])
            else:
                self.lines.say(tr("There is no such pane. ? for help."))
        elif 1 <= number <= len(self._shown):
            self.pick = self._shown[number - 1]
            self.detail()
        else:
            self.lines.say(tr("There is no such row. ? for help."))

    def _left(self) -> bool:
        me = self.view.me
        return me is not None and me.left_role

    # -- reading ------------------------------------------------------------------------------------------------------

    def _there(self) -> list[int]:
        """The numbers of the panes that this exercise has."""
        view = self.view
        return [n for n, pane in enumerate(ALL) if pane.shown(view)]

    def contents(self) -> None:
        """The panes with their numbers."""
        if leaving.is_over(self.view):
            return
        self.lines.page("\n".join(f"{n} {tr(ALL[at].name)}" for n, at in enumerate(self._there(), 1)))

    def open(self, pane: int) -> None:
        """Open a pane and read its rows."""
        self.pane, self.pick = pane, None
        self.lines.say(tr(ALL[pane].name))
        self.rows()

    @property
    def _open(self) -> Pane:
        return ALL[self.pane or 0]

    def _rows(self, view: View) -> Sequence[tuple[str, str]]:
        with aloud():
            rows = record.rows(view, self.room.desk.narrate) if self.pane == RECORD else self._open.rows(view)
        return [(name, " ".join(plainly(content).split())) for name, content in rows]

    def rows(self) -> None:
        """The rows of the open pane with their numbers."""
        view = self.view
        rows = self._rows(view)
        self._shown = [name for name, _ in rows]
        if rows:
            self.lines.page("\n".join(f"{n} {text}" for n, (_, text) in enumerate(rows, 1)))
        elif self.pane == BRIEF:
            self.lines.say(tr("You have no papers."))
        else:
            about = self._open.detail(view, None)
            self.lines.page(about if about.plain.strip() else self._open.nothing(view))

    def detail(self) -> None:
        """What stands behind the row, and what can be done about it."""
        view = self.view
        if self.pane == BRIEF and not self._may_read():
            return
        if self.pane == RECORD:  # the sentence was cut nowhere; what follows is who and when
            self.lines.say(dict(self._rows(view)).get(self.pick or "", ""))
        if self.pane == HISTORY:
            self.lines.page(history.detail(view, self.pick, self.room.desk.narrate))
        else:
            self.lines.page(self._open.detail(view, self.pick))
        kind, _, name = (self.pick or "").partition(":")
        if kind == "paper":
            self.room.read.setdefault(self.room.seat, set()).add(name)
        possible = [w for w in self._own() if w.is_about(self.pick) and w.why_not(view, self.pick) is None]
        said = series(f"{w.key} {tr(w.label)}" for w in possible if w.key and w.key not in ANYWHERE)
        if said:
            self.lines.say(tr("Possible here: {acts}. All that is possible: a.", acts=said))

    def _may_read(self) -> bool:
        confidential = (self.pick or "").removeprefix("brief:") not in ("public", "mandate", "rules")
        if confidential and not self._agreed:
            self._agreed = self.lines.yes(tr(CONFIDENTIAL))
        return self._agreed or not confidential

    # -- acting -------------------------------------------------------------------------------------------------------

    def _own(self) -> tuple[Wish, ...]:
        """The wishes of the open pane."""
        view = self.view
        if leaving.is_over(view):
            return (LEAVE, *RATING) if view.sheet is not None else (LEAVE,)
        here = self._open.wishes if self.pane is not None else ()
        more = (READY,) if READY.why_not(view, None) is None else ()
        return tuple(dict.fromkeys((*here, *more)))

    def _all(self) -> list[Wish]:
        """Every wish that the role knows and the exercise has a pane for, those of the open pane first."""
        view = self.view
        homes = {wish: [pane for pane in ALL if wish in pane.wishes] for wish in WISHES}
        known = [w for w in WISHES if w.act is None or w.act in view.can]
        there = [w for w in known if not homes[w] or any(pane.shown(view) for pane in homes[w])]
        return (
            there if leaving.is_over(view) else list(dict.fromkeys((*(w for w in self._own() if w in there), *there)))
        )

    def acts(self) -> None:
        """Everything that can be done now; on request what cannot, and why."""
        view = self.view
        reasons = [(wish, wish.why_not(view, self.pick)) for wish in self._all() if wish.footer or wish in self._own()]
        possible = [wish for wish, why in reasons if why is None]
        barred = [(wish, why) for wish, why in reasons if why is not None]
        self.lines.page("\n".join(f"{n} {tr(w.label)}: {tr(w.hint)}" for n, w in enumerate(possible, 1)))
        prompt = tr("A number from 1 to {n}, x for what is not possible and why, b back:", n=len(possible))
        while True:
            try:
                given = self.lines.ask(prompt)
            except Back:
                return
            if given.isdecimal() and 1 <= int(given) <= len(possible):
                self.wish(possible[int(given) - 1])
                return
            if not given:
                return
            if given == "x":
                self.lines.page(
                    "\n".join(f"{tr(w.label)}: {why}" for w, why in barred) or tr("Everything is possible.")
                )
            else:
                self.lines.say(tr("That is not understood. {expected}, please.", expected=prompt.rstrip(":")))

    def wish(self, wish: Wish) -> None:
        """Ask a wish: its form first, and again as it was where the rules say no."""
        key = self.room.seat, wish.id, self.pick if wish.is_about(self.pick) else None
        values: dict[str, Any] = self.room.kept.pop(key, {})
        refusal = ""
        while True:
            view = self.view
            why = wish.why_not(view, self.pick)
            if why is not None:
                self._keep(key, values)
                self.lines.say(tr("{act}: not now. {why}", act=tr(wish.label), why=why))
                return
            try:
                form = wish.form(view, self.pick)
            except NotNow as not_now:
                self.lines.say(str(not_now))
                return
            try:
                made = fill(self.lines, form, values, refusal) if form.asks else form.command_fields({})
            except Lock:
                self._keep(key, values)
                raise
            if made is None or isinstance(made, str):
                self._keep(key, values)
                if isinstance(made, str):
                    self.lines.say(made)
                return
            refusal = self.room.ask(wish.do, **made)
            if not refusal:
                return
            if not form.asks:
                self.lines.say(refusal)
                return

    def _keep(self, key: tuple[str, str, str | None], values: dict[str, Any]) -> None:
        if values:
            self.room.kept[key] = values

    def pulse(self) -> None:
        """Answer the self-report that waits, statement by statement."""
        pulse = open_pulse(self.view)
        if pulse is None:
            self.lines.say(tr("No self-report waits."))
            return
        self.lines.say(pulse.name)
        self.lines.say(tr(SCALE))
        answers: dict[str, int] = {}
        left = list(pulse.items.items())
        while left:
            name, text = left[0]
            self.lines.say(text)
            try:
                given = self.lines.ask(trn("1 to 7, {n} left:", "1 to 7, {n} left:", len(left)))
            except Back:
                return
            if given in tuple("1234567"):
                answers[name] = int(given)
                left.pop(0)
        refusal = self.room.ask(AnswerPulse, pulse=pulse.id, answers=answers)
        if refusal:
            self.lines.say(refusal)
