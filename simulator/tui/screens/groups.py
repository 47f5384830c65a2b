"""Groups: several sessions of one exercise on one screen, started, paused and moved together."""

from collections.abc import Mapping
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static

from scenarios.texts import mark, tr, trn
from simulator.engine import TRAINER, View
from simulator.engine.commands import (
    EndSession,
    EnterPhase,
    Intent,
    InvokeStop,
    PauseClock,
    ResumeClock,
    SendInject,
    StartClock,
)
from simulator.tui.boards import groups as board
from simulator.tui.boards.line import page, series, told, words
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import Choice, ChooseOne, YesNo
from simulator.tui.dialogs.pins import PinSheet
from simulator.tui.going import Go, Place
from simulator.tui.groups import Groups
from simulator.tui.screen import DeedScreen
from simulator.tui.widgets.listing import Listing
from simulator.tui.widgets.possible import Possible

TOGETHER, ONE = mark("All groups, or those marked"), mark("The group under the cursor")
LOOK = 0.5
"""Seconds between two looks at the groups."""


class Look(Message):
    """Bring the groups up to date: the app does it, which has them."""


class GroupsScreen(DeedScreen):
    """A row a group; what is asked goes to all of them, or to those that are marked."""

    CSS_PATH = "groups.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    DEEDS = (
        Deed("console", "o,enter", mark("Console"), ONE, mark("Open the console of the group under the cursor.")),
        Deed("run", "space", mark("Start"), TOGETHER,
             mark("Pause the groups that run; where none runs, start or resume them, at the same moment.")),
        Deed("next", "n", mark("Next phase"), TOGETHER, mark("Move the groups to another phase.")),
        Deed("send", "s", mark("Send"), TOGETHER, mark("Send a prepared event to the groups.")),
        Deed("mark", "x", mark("Mark"), ONE,
             mark("Mark the group under the cursor; where none is marked, all are meant.")),
        Deed("stop", "X", mark("Stop all"), TOGETHER, mark("Stop play in the groups at once.")),
        Deed("pins", "P", mark("New PINs"), TOGETHER,
             mark("New PINs for all groups, with one for you that opens them all."), footer=False),
        Deed("end", "E", mark("End sessions"), TOGETHER, mark("Close the sessions after the debriefing."),
             footer=False),
        Deed("home", "escape", mark("Home"), mark("Go"), mark("Leave the groups; the sessions stay."), footer=False),
    )  # fmt: skip
    HELP_TEXT = mark("""## Groups
Several groups play the same exercise, each at its own table. A row is a group: how late it is, how many sides take \
part, how many packages stand and brackets are open, and what it waits for.

What you ask goes to all groups at the same moment, or to those that you marked with x. What one group refuses is told \
with its reason and keeps no other from it. The stop word stops its own group alone; X stops all.

Enter opens the console of a group; F4 there comes back. The clocks of the other groups and their stand-ins go on \
meanwhile.""")

    def __init__(self, groups: Groups, at: str | None = None) -> None:
        super().__init__()
        self.groups = groups
        self.at = at
        """The group to start at."""
        self.marked: set[str] = set()
        self.said: dict[str, str] = {}
        """What came of what was asked last, by group."""

    def compose(self) -> ComposeResult:
        """Title, a line for what must be seen at once, the groups, the one under the cursor, footer."""
        yield Static(id="exercise", classes="title")
        yield Static(id="alarm")
        yield Static(board.heads(), id="heads", classes="heading")
        with Vertical(id="body"):
            yield Listing(id="list")
            with VerticalScroll(id="detail"):
                yield Static(id="about", markup=False)
        yield Possible()

    def on_mount(self) -> None:
        """Look at the groups, now and twice a second."""
        super().on_mount()
        self.show_groups()
        listing = self.query_one(Listing)
        listing.focus()
        self.call_after_refresh(listing.go_to, self.at)
        self.set_interval(LOOK, lambda: self.post_message(Look()))

    # -- what is shown ------------------------------------------------------------------------------------------------

    def show_groups(self) -> None:
        """Show every group as it is now."""
        if not self.is_there:
            return
        views = self.views()
        title = next(iter(views.values())).title if views else ""
        self.query_one("#exercise", Static).update(words(series((self.groups.exercise, title))))
        stopped = [self.groups.name(name) for name, view in views.items() if view.clock.state == "stopped"]
        alarm = self.query_one("#alarm", Static)
        alarm.display = bool(stopped)
        alarm.update(
            words(tr("STOP WORD in {groups}. The others go on; X stops all.", groups=series(stopped)), "bold reverse")
        )
        self.query_one(Listing).show(
            [
                (name, board.line(view, self.groups.name(name), name in self.marked, self.groups.all[name].trouble))
                for name, view in views.items()
            ]
        )
        self.show_detail()
        self.show_possible()

    def views(self) -> Mapping[str, View]:
        """Every group as exercise control knows it."""
        return {name: group.view() for name, group in self.groups.all.items()}

    def show_detail(self) -> None:
        """Show the group under the cursor, and how the exercise is compared when all have ended."""
        name = self.query_one(Listing).picked
        if name is None:
            self.query_one("#about", Static).update(words(tr("This exercise has no groups.")))
            return
        group = self.groups.all[name]
        self.query_one("#about", Static).update(
            page(
                self._refusals(),
                board.detail(group.view(), self.groups.name(name), group.trouble, self.said.get(name, "")),
                self._compare(),
            )
        )

    def _refusals(self) -> Content | None:
        refused = {name: why for name, why in self.said.items() if why}
        if not refused:
            return None
        return Content("\n").join([words("! " + told(self.groups.name(n), why), "bold") for n, why in refused.items()])

    def _compare(self) -> Content | None:
        """How to see the groups side by side, once one of them has an outcome."""
        if not any(group.session.outcome for group in self.groups.all.values()):
            return None
        command = "goodoffices compare " + " ".join(self.groups.all)
        return Content("\n").join([words(tr("After the end, how far the groups spread is told by:")), words(command)])

    @on(OptionList.OptionHighlighted)
    def moved(self) -> None:
        """The detail follows the cursor."""
        self.show_detail()

    @on(OptionList.OptionSelected)
    def entered(self) -> None:
        """Enter opens the console."""
        self.do_console()

    # -- what is possible ---------------------------------------------------------------------------------------------

    def wanted(self) -> list[str]:
        """The groups that are marked, or all where none is."""
        return [name for name in self.groups.all if name in self.marked] or list(self.groups.all)

    def why_not(self, deed: Deed) -> str | None:
        """Why something cannot be asked of any of the groups."""
        if not self.groups.all:
            return None if deed.id == "home" else tr("This exercise has no groups.")
        if deed.id in ("next", "send") and not any(self.groups.all[name].session.visits for name in self.wanted()):
            return tr("The clock has not started: press Space.")
        if deed.id == "run" and all(self.groups.all[name].session.ended for name in self.wanted()):
            return tr("The sessions have ended.")
        return None

    def ask(self, wanted: list[str], do: type[Intent], **fields: Any) -> None:
        """Ask the same of several groups, and tell what came of it."""
        found = self.groups.ask(wanted, do, **fields)
        self.said = found
        done = sum(1 for why in found.values() if not why)
        refused = {name: why for name, why in found.items() if why}
        said = trn("{n} group did it.", "{n} groups did it.", done)
        for name, why in refused.items():
            said += "\n" + told(self.groups.name(name), why)
        self.app.notify(said, severity="warning" if refused else "information", markup=False)
        self.show_groups()

    # -- what is done -------------------------------------------------------------------------------------------------

    def do_mark(self) -> None:
        """Mark a group, or take the mark off."""
        name = self.query_one(Listing).picked
        if name is not None:
            self.marked ^= {name}
            self.show_groups()

    async def do_run(self) -> None:
        """Pause what runs; else start and resume, and after a stop word only when that is wanted."""
        views = {name: view for name, view in self.views().items() if name in self.wanted()}
        states = {name: view.clock.state for name, view in views.items()}
        running = [name for name, state in states.items() if state == "running"]
        if running:
            self.ask(running, PauseClock)
            return
        ready = [name for name, state in states.items() if state == "ready"]
        on = [name for name, state in states.items() if state == "paused"]
        stopped = [name for name, state in states.items() if state == "stopped"]
        if stopped:
            said = tr("Somebody said the stop word in {groups}. Ask whether everybody wants to go on.",
                      groups=series(self.groups.name(name) for name in stopped))  # fmt: skip
            if await self.app.push_screen_wait(YesNo(tr("Let play go on there too?"), said, safest=True)):
                on += stopped
        found = self.groups.ask(ready, StartClock) | self.groups.ask(on, ResumeClock)
        if found:
            self._tell(found)

    def _tell(self, found: dict[str, str]) -> None:
        self.said = found
        done = sum(1 for why in found.values() if not why)
        said = trn("{n} group plays.", "{n} groups play.", done)
        refused = {name: why for name, why in found.items() if why}
        for name, why in refused.items():
            said += "\n" + told(self.groups.name(name), why)
        self.app.notify(said, severity="warning" if refused else "information", markup=False)
        self.show_groups()

    async def do_next(self) -> None:
        """Move the groups to a phase that one of them can go to."""
        wanted = self.wanted()
        views = {name: view for name, view in self.views().items() if name in wanted}
        ways: dict[str, list[str]] = {}
        names: dict[str, str] = {}
        for name, view in views.items():
            names |= {phase.id: phase.name for phase in view.clock.plan}
            for phase in (*view.clock.onward, *view.clock.back):
                ways.setdefault(phase, []).append(self.groups.name(name))
        choices = [
            Choice(phase, names.get(phase, phase), tr("possible in {groups}", groups=series(there)))
            for phase, there in ways.items()
        ]
        picked = await self.app.push_screen_wait(ChooseOne(tr("Which phase, for all of them?"), choices))
        if picked is not None:
            self.ask(wanted, EnterPhase, phase=picked)

    async def do_send(self) -> None:
        """Send a prepared event to the groups."""
        wanted = self.wanted()
        titles: dict[str, str] = {}
        sent: dict[str, int] = {}
        for name, view in self.views().items():
            for inject in view.control.injects if view.control and name in wanted else ():
                titles[inject.id] = inject.title
                sent[inject.id] = sent.get(inject.id, 0) + (inject.state.state == "sent")
        choices = [
            Choice(
                inject,
                title,
                trn("sent in {n} group", "sent in {n} groups", sent[inject]) if sent[inject] else "",
                tr("sent in all of them") if sent[inject] == len(wanted) else None,
            )
            for inject, title in titles.items()
        ]
        picked = await self.app.push_screen_wait(ChooseOne(tr("Send which event to the groups?"), choices))
        if picked is not None:
            self.ask(wanted, SendInject, inject=picked)

    def do_stop(self) -> None:
        """Stop at once: no question may stand in the way."""
        self.ask(self.wanted(), InvokeStop)

    async def do_end(self) -> None:
        """Close the sessions, after a question."""
        prompt = tr("Nothing can be added to a closed session. Everything in it stays and can be debriefed.")
        if await self.app.push_screen_wait(YesNo(tr("Close the sessions?"), prompt, safest=True)):
            self.ask(self.wanted(), EndSession)

    async def do_pins(self) -> None:
        """Make PINs for all groups and show them, this once."""
        prompt = tr("The PINs that there are now open nothing any more.")
        if not await self.app.push_screen_wait(YesNo(tr("New PINs for all groups?"), prompt, safest=True)):
            return
        pins, names = {}, {}
        for (group, seat), pin in self.groups.make_pins().items():
            key = f"{group}/{seat}"
            called = (
                self.groups.all[group].session.scenario.seats[seat].name if seat != TRAINER else tr("You, the trainer")
            )
            pins[key], names[key] = pin, told(self.groups.name(group), called)
        self.app.push_screen(PinSheet(pins, names, self.groups.exercise))

    def do_console(self) -> None:
        """Open the console of a group."""
        name = self.query_one(Listing).picked
        if name is not None:
            self.post_message(Go(Place.CONSOLE, name))

    async def do_home(self) -> None:
        """Leave the groups, after a question while a clock runs."""
        running = [name for name, view in self.views().items() if view.clock.state == "running"]
        prompt = tr("The clocks run on. Events that are due come when a console of the session is open again.")
        question = YesNo(tr("Leave the groups?"), prompt)
        sure = await self.app.push_screen_wait(question) if running else True
        if sure:
            self.post_message(Go(Place.HOME))
