"""The trainer's menu line by line: what an exercise cannot do without. The console has the rest."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from scenarios.texts import mark, tr, trc, trn
from simulator.debrief.script import LENGTHS, SCRIPT, USUAL
from simulator.debrief.told.debriefing import step_name
from simulator.engine import TRAINER, View
from simulator.engine import commands as c
from simulator.engine.words import DebriefStep, OutcomeKind, Source
from simulator.tui.boards import calls, line, prepared, seats
from simulator.tui.named import named
from simulator.tui.plain.forms import fill
from simulator.tui.plain.lines import Back, plainly
from simulator.tui.plain.room import Room
from simulator.tui.safe import one_line
from simulator.tui.seat import record
from simulator.tui.seat.fields import Form, NotNow, Number, Pick, Telling, Writing

HELP = mark("""The trainer's menu in lines has what an exercise cannot do without.
For the rest open the console on another terminal: tables of packages, ratings, branches, what the debriefing shows.
Enter alone says what is new; b goes back.""")

COMING = ("planned", "armed", "held")
"""States of an event that can still be sent."""

Maker = Callable[[View], tuple[type[c.Intent], Form]]


def run_clock(view: View) -> tuple[type[c.Intent], Form]:
    """Start, pause, go on: whatever comes next."""
    state = view.clock.state
    if state == "ended":
        raise NotNow(tr("The session has ended."))
    if state == "stopped":
        asked = tr("Somebody said the stop word. Ask whether everybody wants to go on.")
        return c.ResumeClock, Form(tr("Let play go on?"), (Telling(asked, warning=True),))
    ways: dict[str, type[c.Intent]] = {"ready": c.StartClock, "running": c.PauseClock}
    do = ways.get(state, c.ResumeClock)
    return do, Form(tr("Clock"))


def go_on(view: View) -> tuple[type[c.Intent], Form]:
    """The next phase."""
    if not view.clock.next:
        raise NotNow(tr("This is the last phase."))
    told = () if view.clock.done else (Telling(tr("This phase has not reached yet what it is for.")),)
    return c.EnterPhase, Form(tr("Go on to which phase?"), (*told, _phases(view, view.clock.onward)))


def go_back(view: View) -> tuple[type[c.Intent], Form]:
    """An earlier phase, with a reason."""
    if not view.clock.back:
        raise NotNow(tr("There is no way back from this phase."))
    why = Writing("reason", tr("Why go back?"), rows=1, needed=False)
    return c.EnterPhase, Form(tr("Go back to which phase?"), (_phases(view, view.clock.back), why))


def _phases(view: View, ways: Sequence[str]) -> Pick:
    names = {p.id: one_line(p.name) for p in view.clock.plan}
    return Pick("phase", tr("Phase"), tuple((way, names.get(way, way)) for way in ways), ways[0])


def send(view: View) -> tuple[type[c.Intent], Form]:
    """A prepared event, now."""
    listed = tuple((i.id, one_line(line.series((i.title, i.due)))) for i in _injects(view) if i.state.state in COMING)
    if not listed:
        raise NotNow(tr("Every event has been sent or skipped."))
    return c.SendInject, Form(tr("Send which event?"), (Pick("inject", tr("Event"), listed),))


def _injects(view: View) -> Sequence[Any]:
    return view.control.injects if view.control else ()


def more_time(view: View) -> tuple[type[c.Intent], Form]:
    """More minutes of play."""
    return c.ExtendPlay, Form(
        tr("How many more minutes of play?"), (Number("minutes", tr("Minutes"), low=1, high=120, value=5),)
    )


def answer(view: View) -> tuple[type[c.Intent], Form]:
    """The call that waits longest, as the capital or the expert."""
    assert view.control is not None
    control = view.control
    waiting = [("capital", call) for call in control.pending_capital]
    waiting += [("expert", call) for call in control.pending_expert]
    if not waiting:
        raise NotNow(tr("No call waits for an answer."))
    kind, call = min(waiting, key=lambda pair: pair[1].asked)
    told = Telling(plainly(calls.detail(view, f"{kind}:{call.number}")))
    own = Writing("text", tr("In your own words"), rows=4)
    if kind == "capital":
        title = tr("You are the capital of {party} (call {n})", party=line.short(view, call.party), n=call.number)
        return c.AnswerCapital, Form(title, (told, own), {"call": call.number})
    title = tr("You are the expert (call {n})", n=call.number)
    return c.AnswerExpert, Form(title, (told, own), {"call": call.number})


def outcome(view: View) -> tuple[type[c.Intent], Form]:
    """How the talks ended."""
    if view.outcome is not None:
        raise NotNow(tr("The outcome is recorded."))
    kinds = tuple((kind, named(kind)) for kind in OutcomeKind)
    packages = tuple((p.package.number, tr("Package {n}", n=p.package.number)) for p in reversed(view.packages))
    fields: tuple[Any, ...] = (Pick("kind", tr("How did the talks end?"), kinds),)
    if packages:
        fields += (Pick("package", tr("On which terms?"), packages, none=tr("What the adopted text says")),)
    return c.DeclareOutcome, Form(
        tr("How did the talks end?"), (*fields, Writing("note", tr("A word on it?"), rows=1, needed=False))
    )


def cast(view: View) -> tuple[type[c.Intent], Form]:
    """Who plays a seat."""
    chairs = tuple(
        (name, one_line(line.series((seat.name, line.people(view, name))))) for name, seat in view.seats.items()
    )
    sources = (
        (Source.HUMAN, tr("a person")), (Source.STAND_IN, tr(line.STAND_IN)), (Source.EMPTY, trc("a seat", "empty")),
    )  # fmt: skip

    def finish(values: Any) -> Any:
        people = tuple(name.strip() for name in str(values.get("people") or "").split(",") if name.strip())
        return {"seat": values["seat"], "source": values["source"], "people": people}

    return c.CastSeat, Form(
        tr("Who plays it?"),
        (
            Pick("seat", tr("Seat"), chairs),
            Pick("source", tr("Who plays it?"), sources),
            Writing("people", tr("Names of the people, with commas"), rows=1, needed=False),
        ),
        finish=finish,
    )


def stop(view: View) -> tuple[type[c.Intent], Form]:
    """The stop word."""
    return c.InvokeStop, Form(tr("Stop play"))


def debrief(view: View) -> tuple[type[c.Intent], Form]:
    """The script of the debriefing: its length, then one step after the other, each on the wall."""
    assert view.control is not None
    state = view.control.debrief
    if not state.minutes:
        lengths = tuple((n, trn("{n} minute", "{n} minutes", n)) for n in LENGTHS)
        return c.BeginDebrief, Form(
            tr("How long is the debriefing?"), (Pick("minutes", tr("Minutes"), lengths, USUAL),)
        )
    steps = tuple((step, step_name(step)) for step in DebriefStep)
    places = [step for step, _ in steps]
    at = places.index(state.step) if state.step is not None else -1
    following = places[min(at + 1, len(places) - 1)]
    told = Telling("\n".join(tr(said) for said in SCRIPT[following].say))
    return c.TakeDebriefStep, Form(tr("Go on to which step?"), (told, Pick("step", tr("Step"), steps, following)))


def all_out(view: View) -> tuple[type[c.Intent], Form]:
    """That everybody has left their role, also who did not say so."""
    assert view.control is not None
    if not view.control.in_role:
        raise NotNow(tr("Everybody has left their role."))
    names = line.series(view.seats[seat].name for seat in view.control.in_role)
    told = Telling(tr("In their role still: {names}", names=names), warning=True)
    return c.ConfirmRolesLeft, Form(tr("Has everybody left their role?"), (told,))


def end(view: View) -> tuple[type[c.Intent], Form]:
    """The end of the session."""
    told = Telling(tr("Nothing can be added to a session that has ended."), warning=True)
    return c.EndSession, Form(tr("End the session?"), (told,))


DEEDS: tuple[tuple[str, Maker], ...] = (
    (mark("Start, pause or go on"), run_clock),
    (mark("Next phase"), go_on),
    (mark("Back to an earlier phase"), go_back),
    (mark("Send an event"), send),
    (mark("Answer a call to the capital or to the expert"), answer),
    (mark("More time"), more_time),
    (mark("Cast a seat"), cast),
    (mark("Stop word: play stops for everybody"), stop),
    (mark("Record how the talks ended"), outcome),
    (mark("Everybody has left their role"), all_out),
    (mark("Debriefing: begin, or the next step"), debrief),
    (mark("End the session"), end),
)
"""What the trainer can ask, in the order of the menu."""

READ: tuple[tuple[str, str], ...] = (
    (mark("Who waits, and for what"), "waits"),
    (mark("Prepared events"), "events"),
    (mark("Record"), "record"),
    (mark("New PINs for the seats of people"), "pins"),
)
"""What the trainer can read or have."""


class ControlTalk:
    """What the trainer says and is told, until the menu is left."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.lines = room.lines

    def talk(self) -> None:
        """Ask and answer until the trainer goes back."""
        self.lines.say(tr("Exercise control"))
        self.lines.say(self.room.clock(self.room.view))
        self._menu()
        while True:
            self.room.tell_news()
            prompt = tr("Exercise control, 1 to {n}, k the clock, ? help, b back:", n=len(DEEDS) + len(READ))
            try:
                given = self.lines.ask(prompt)
                if not given and not self.room.tell_news():
                    self.lines.say(tr("Nothing new."))
                elif given:
                    self._do(given)
            except Back:
                return

    def _menu(self) -> None:
        names = [name for name, _ in (*DEEDS, *READ)]
        self.lines.page("\n".join(f"{n} {tr(name)}" for n, name in enumerate(names, 1)))

    def _do(self, given: str) -> None:
        if given == "?":
            self.lines.page(tr(HELP))
            self._menu()
        elif given == "k":
            self.lines.say(self.room.clock(self.room.view))
        elif given.isdecimal() and 1 <= int(given) <= len(DEEDS):
            self._ask(DEEDS[int(given) - 1][1])
        elif given.isdecimal() and len(DEEDS) < int(given) <= len(DEEDS) + len(READ):
            self._read(READ[int(given) - len(DEEDS) - 1][1])
        else:
            self.lines.say(tr("That is not understood. ? for help."))

    def _ask(self, maker: Maker) -> None:
        values: dict[str, Any] = {}
        refusal = ""
        while True:
            try:
                do, form = maker(self.room.view)
            except NotNow as why:
                self.lines.say(str(why))
                return
            made = fill(self.lines, form, values, refusal) if form.asks else form.command_fields({})
            if made is None or isinstance(made, str):
                return
            refusal = self.room.ask(do, **made)
            if not refusal:
                return
            if not form.asks:
                self.lines.say(refusal)
                return

    def _read(self, what: str) -> None:
        view = self.room.view
        if what == "pins":
            self._pins()
            return
        with line.aloud():
            if what == "events":
                rows = prepared.rows(view)
            elif what == "record":
                rows = list(record.rows(view, self.room.desk.narrate))
            else:
                rows = [*seats.rows(view), *(row for row in calls.rows(view) if self._open_call(view, row[0]))]
        told = [" ".join(plainly(content).split()) for _, content in rows]
        self.lines.page("\n".join(told) or tr("Nothing yet."))

    @staticmethod
    def _open_call(view: View, name: str) -> bool:
        found = calls.find(view, name)
        return found is not None and found[1].answer is None and found[1].card is None

    def _pins(self) -> None:
        """PINs for the seats of people that have none, and for the trainer; read out once."""
        desk = self.room.desk
        pinned = desk.pinned()
        people = [s for s, seat in desk.session.seats.items() if seat.source is Source.HUMAN and s not in pinned]
        missing = tuple(people) if TRAINER in pinned else (TRAINER, *people)
        if not missing:
            self.lines.say(tr("Every seat of a person has its PIN."))
            return
        asked = tr("PINs are told this once, and stay where this terminal keeps its lines. Nobody should look. Go on?")
        if not self.lines.yes(asked):
            return
        for seat, pin in desk.make_pins(missing).items():
            name = tr("You, the trainer") if seat == TRAINER else desk.scenario.seats[seat].name
            self.lines.say(tr("{name}: {text}", name=name, text=f"{pin[:3]} {pin[3:]}"))
        with suppress(Back):
            self.lines.ask(
                tr("Enter when they are written down; then what was shown is cleared, where that can be done:")
            )
        self.lines.clear()
