"""What every screen of a session has: a view, deeds with their keys, a menu, a footer and help."""

from collections.abc import Sequence
from dataclasses import replace
from inspect import isawaitable
from typing import Any, ClassVar, Protocol, cast

from textual.binding import BindingType
from textual.content import Content
from textual.css.query import NoMatches
from textual.reactive import reactive
from textual.screen import Screen
from textual.style import Style

from scenarios.texts import INTERFACE, LANGUAGES, language, mark, tr
from simulator.engine import Moment, Refused, View
from simulator.engine.commands import Intent
from simulator.tui.asking import Asked
from simulator.tui.deeds import Deed, bindings
from simulator.tui.dialogs.acts import Acts, Help
from simulator.tui.everywhere import EVERYWHERE, HELP, MENU, PLAIN
from simulator.tui.going import Speak
from simulator.tui.widgets.listing import Listing
from simulator.tui.widgets.panes import Panes, pane_deed
from simulator.tui.widgets.possible import Possible

LANGUAGE = Deed(
    "language", "l", mark("Language"), hint=mark("Speak another language at this terminal."), footer=False, place="app"
)
"""For screens that anybody may stand before; `tongues` shows what can be chosen."""


def tongues(deed: Deed = LANGUAGE) -> Content:
    """The languages of the terminal with their key; the one that is spoken stands in brackets."""
    parts = [Content.styled(f" {deed.keycap} ", "bold reverse").stylize(_click("deed", LANGUAGE.id))]
    for code in INTERFACE:
        spoken = code == language()
        name = f"[{LANGUAGES[code]}]" if spoken else LANGUAGES[code]
        parts.append(Content.styled(name, "bold" if spoken else "").stylize(_click("speak", code)))
    return Content(" ").join(parts)


def _click(action: str, value: str) -> Style:
    return Style.from_meta({"@click": f"screen.{action}('{value}')"})


class DeedScreen(Screen[None]):
    """A screen whose keys, footer, menu and help come from one table of deeds.

    A deed is done by the method `do_<id>`, which may be a coroutine that asks questions with
    `await self.app.push_screen_wait(...)`. Yield a `Possible()` where the footer should be.
    """

    DEEDS: ClassVar[tuple[Deed, ...]] = ()
    HELP_TEXT: ClassVar[str] = ""
    PLACE: ClassVar[str] = ""
    """What the ids of its keys begin with; empty for the name of the class."""
    BINDINGS: ClassVar[list[BindingType]] = bindings((MENU, HELP, *PLAIN))
    ALLOW_SELECT = False

    def __init_subclass__(cls, **kwargs: Any) -> None:
        if "DEEDS" in cls.__dict__:
            place = cls.PLACE or cls.__name__.removesuffix("Screen").lower()
            cls.DEEDS = tuple(d if d.place else replace(d, place=place) for d in cls.DEEDS)
        # Textual lets the keys of a class replace the same keys of its bases; here one key has a deed in each pane.
        everything = dict.fromkeys(d for kind in cls.__mro__ for d in kind.__dict__.get("DEEDS", ()))
        cls.BINDINGS = [*cls.__dict__.get("BINDINGS", ()), *bindings(tuple(everything))]
        super().__init_subclass__(**kwargs)

    @property
    def is_there(self) -> bool:
        """Whether its widgets can be asked for: Textual calls a screen mounted that was taken away long ago."""
        return self.is_mounted and bool(self.query(Possible))

    def why_not(self, deed: Deed) -> str | None:
        """Why a deed is not possible now, or None. Screens add their own reasons."""
        return None

    def offered(self) -> Sequence[Deed]:
        """The deeds of this screen, most useful first; screens may leave some out or add some."""
        return self.DEEDS

    def on_mount(self) -> None:
        """Fill the footer."""
        self.show_possible()

    def show_possible(self) -> None:
        """Let the footer show what is possible now."""
        try:
            footer = self.query_one(Possible)
        except NoMatches:
            return
        now = [d for d in self.offered() if d.footer and d.keys and self.why_not(d) is None]
        footer.show(now, (MENU, HELP))

    async def action_deed(self, name: str) -> None:
        """Do a deed, or say why not."""
        if name == MENU.id:
            self.run_worker(self._menu(), group="menu", exclusive=True)
            return
        if name == HELP.id:
            self.app.push_screen(Help(tr(self.HELP_TEXT), [*self.offered(), MENU, HELP, *EVERYWHERE]))
            return
        deed = next((d for d in self.offered() if d.id == name), None)
        if deed is None:
            return
        why = self.why_not(deed)
        if why is not None:
            self.app.notify(why, title=tr("{act}: not now", act=tr(deed.label)), severity="warning", markup=False)
            return
        done = getattr(self, f"do_{deed.id}")()
        if isawaitable(done):
            self.run_worker(_finish(done), group="deed")

    def do_language(self) -> None:
        """Speak the next language."""
        self.action_speak(INTERFACE[(INTERFACE.index(language()) + 1) % len(INTERFACE)])

    def action_speak(self, code: str) -> None:
        """Speak a language."""
        if code != language():
            self.post_message(Speak(code))

    async def retell(self) -> None:
        """Say everything anew, as in another language; the focus and the cursors stay where they are."""
        focus = self.focused.id if self.focused is not None else None
        places = {listing.id: listing.picked for listing in self.query(Listing)}
        with self.app.batch_update():
            await self.recompose()
            self.on_mount()
            for listing in self.query(Listing):
                listing.go_to(places.get(listing.id))
            if focus is not None:
                self.query_one(f"#{focus}").focus()

    def panes(self) -> list[Deed]:
        """The ways to its panes, for the menu."""
        row = next(iter(self.query(Panes)), None)
        names = row.names if row is not None and row.display else ()
        return [pane_deed(at, name) for at, name in enumerate(names) if name]

    async def _menu(self) -> None:
        listed = [(d, self.why_not(d)) for d in (*self.offered(), *self.panes(), HELP)]
        why_not = getattr(self.app, "why_not", lambda deed: None)
        listed += [(d, why_not(d)) for d in EVERYWHERE]
        recent = getattr(self.app, "recent", [])
        picked = await self.app.push_screen_wait(Acts(listed, tuple(recent)))
        if picked is None:
            return
        if picked.name in recent:
            recent.remove(picked.name)
        recent.insert(0, picked.name)
        if picked.action:
            await self.run_action(picked.action)
        else:
            await self.action_deed(picked.id)


async def _finish(done: Any) -> None:
    await done


class Teller(Protocol):
    """What the app does for the screens of a session besides asking the rules."""

    def narrate(self, moment: Moment) -> str:
        """A moment as a sentence; whoever may know the moment may read it."""
        ...

    def moments(self) -> Sequence[Moment]:
        """Every event of the session, for the trainer alone."""
        ...


class SessionScreen(DeedScreen):
    """A screen that shows a session to one seat; the app sets `view` whenever the session or the clock moves on."""

    view: reactive[View | None] = reactive(None, layout=False, init=False)
    """All that this screen may know."""
    refusal: Refused | None = None
    """What the rules said no to last, until something is asked again."""

    @property
    def seat(self) -> str:
        """The seat at which this screen sits; empty before the first view."""
        return self.view.seat if self.view else ""

    def why_not(self, deed: Deed) -> str | None:
        """Why the rules do not allow a deed now, or None."""
        if deed.act is None or self.view is None:
            return None
        return self.view.can.get(deed.act, tr("Your role does not have this act."))

    def on_mount(self) -> None:
        """Show what is known already."""
        super().on_mount()
        if self.view is not None:
            self.refresh_view(self.view)

    def watch_view(self, view: View | None) -> None:
        """Show what changed."""
        if view is not None and self.is_there:
            self.refresh_view(view)
            self.show_possible()

    def refresh_view(self, view: View) -> None:
        """Bring every widget up to date; screens fill this in."""

    def narrate(self, moment: Moment) -> str:
        """A moment of the view as a sentence, in the app's words."""
        return cast("Teller", self.app).narrate(moment)

    def ask(self, do: type[Intent], **fields: Any) -> None:
        """Ask something of the rules."""
        self.post_message(Asked(do, **fields))
