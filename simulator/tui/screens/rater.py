"""Rater: somebody who watches, tags with one key, notes, and rates by the rubric; only what their view holds."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.reactive import reactive
from textual.widgets import OptionList

from roles.acts import Act
from scenarios.texts import tr
from simulator.engine import View
from simulator.engine.commands import (
    AnswerPulse,
    JudgeAgreement,
    JudgeShock,
    LeaveRole,
    LockRatings,
    NoteObservation,
    RateSeat,
    TagMove,
    WithdrawObservation,
    WithdrawTag,
)
from simulator.engine.words import Dimension, Move
from simulator.tui.boards.line import who
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import LineQuestion, YesNo
from simulator.tui.going import Locked
from simulator.tui.rater import form, keys, watch
from simulator.tui.screen import SessionScreen
from simulator.tui.seat.fields import Form, NotNow
from simulator.tui.seat.form import FormPage
from simulator.tui.seat.pulse import PulsePage
from simulator.tui.seat.waiting import open_pulse
from simulator.tui.seat.wishes.rating import judged_agreement, judged_shock
from simulator.tui.widgets.head import Head
from simulator.tui.widgets.listing import Listing
from simulator.tui.widgets.possible import Possible
from simulator.tui.widgets.steady import Steady

MOVE_OF = {f"tag_{move.value}": move for _, move in keys.TAGS}
LEVEL_OF = {f"level_{n}": n for n in (1, 2, 3, 4)}


class Moments(Listing):
    """A list that leaves the letters to the tags, and Left and Right to the persons."""

    BINDINGS = [
        Binding("j", f"screen.deed('{keys.SHOCK.id}')", show=False, id="moments.shock"),
        Binding("k", "screen.deed('tag_check')", show=False, id="moments.check"),
        Binding("right", f"screen.deed('{keys.NEXT.id}')", show=False, id="moments.next"),
        Binding("left", f"screen.deed('{keys.BEFORE.id}')", show=False, id="moments.before"),
    ]


class RaterScreen(SessionScreen):
    """Head, whom tags go to, moments or the rubric, and what is possible now."""

    CSS_PATH = "rater.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    DEEDS: ClassVar[tuple[Deed, ...]] = keys.ALL
    HELP_TEXT = keys.HELP

    pane: reactive[str] = reactive("watch", layout=False, init=False)
    """`watch` or `rubric`."""

    def __init__(self) -> None:
        super().__init__()
        self.marked: str | None = None
        """Whom the rater marked; None to follow the floor."""

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Head()
        yield Steady(id="target")
        with Vertical(id="body"):
            yield Moments(id="list")
            with VerticalScroll(id="detail", can_focus=False):
                yield Steady(id="about")
        yield Steady(id="progress")
        yield Possible()

    def on_mount(self) -> None:
        """Start in the list, at the latest moment."""
        super().on_mount()
        self.query_one(Listing).focus()

    def on_resize(self) -> None:
        """The table of keys depends on the width."""
        if self.view is not None and self.is_there:
            self.refresh_view(self.view)

    # -- what is shown ------------------------------------------------------------------------------------------------

    @property
    def target(self) -> str | None:
        """Whom the next tag is about."""
        if self.view is None:
            return None
        return self.marked or watch.speaker(self.view)

    @property
    def picked(self) -> str | None:
        """The row under the cursor."""
        return self.query_one(Listing).picked

    @property
    def dimension(self) -> Dimension | None:
        """The dimension under the cursor."""
        kind, _, rest = (self.picked or "").partition(":")
        return Dimension(rest) if kind == "dimension" else None

    @property
    def is_over(self) -> bool:
        """Whether play is over."""
        phase = self.view.clock.phase if self.view is not None else None
        return phase is not None and phase.kind == "closing"

    def refresh_view(self, view: View) -> None:
        """Show what is known now; the cursor stays with the latest moment unless it was moved."""
        self.query_one(Head).view = view
        self.query_one("#target", Steady).update(watch.target_line(view, self.target, self.marked is None))
        listing = self.query_one(Listing)
        latest = listing.highlighted is None or listing.highlighted >= len(listing.rows) - 1
        if self.pane == "watch":
            listing.show(watch.rows(view, self.narrate))
            if latest and listing.rows:
                listing.highlighted = len(listing.rows) - 1
        else:
            listing.show(form.rows(view, self.target))
        self.query_one("#progress", Steady).update(form.progress(view))
        self.show_detail()

    def show_detail(self) -> None:
        """The keys of the moves, or the anchors."""
        if self.view is None:
            return
        about = self.query_one("#about", Steady)
        if self.pane == "watch":
            about.update(watch.table(max(30, self.query_one("#detail").size.width - 2)))
        else:
            about.update(form.detail(self.view, self.target, self.dimension))

    def watch_pane(self) -> None:
        """Show the other pane."""
        if self.view is not None:
            self.query_one(Listing).show([])
            self.refresh_view(self.view)
            self.show_possible()

    @on(OptionList.OptionHighlighted, "#list")
    def moved(self) -> None:
        """The anchors follow the cursor."""
        if self.pane == "rubric":
            self.show_detail()

    @on(OptionList.OptionSelected, "#list")
    async def entered(self) -> None:
        """Enter notes."""
        await self.action_deed("note")

    # -- what is possible ---------------------------------------------------------------------------------------------

    def offered(self) -> Sequence[Deed]:
        """What the open pane has; after play, how a role is left."""
        both = (keys.NOTE, keys.NEXT, keys.BEFORE, keys.FOLLOW)
        rest = (keys.LOCK, keys.SHOCK, keys.AGREEMENT, keys.CLOSE)
        if self.pane == "rubric":
            here: tuple[Deed, ...] = (keys.WATCH, keys.NO_EVIDENCE, *keys.LEVELS, *both, keys.UNDO, *rest)
        else:
            here = (keys.UNDO, keys.RUBRIC, *both, *(() if self.is_over else keys.TAG_DEEDS), *rest)
        if not self.is_over or self.view is None:
            return here
        return (keys.LEAVE, keys.PULSE, *here) if self.view.me is not None else here

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys of the other pane mean nothing here."""
        if action == "deed" and parameters and parameters[0] in {d.id for d in keys.ALL}:
            return parameters[0] in {d.id for d in self.offered()} or parameters[0] == "language"
        return super().check_action(action, parameters)

    def why_not(self, deed: Deed) -> str | None:
        """What the rules, or the state of things, say against a deed."""
        view = self.view
        if view is None or view.sheet is None:
            return tr("Your role does not rate.")
        if deed in keys.TAG_DEEDS:
            if self.target is None:
                return tr("Nobody has the floor: mark somebody with Left and Right.")
            return view.can.get(Act.TAG_MOVE, tr("Your role does not have this act."))
        writes = (keys.UNDO, keys.NOTE, keys.LOCK, keys.NO_EVIDENCE, *keys.LEVELS)
        if deed in writes and view.sheet.locked:
            return tr("Your ratings are locked.")
        if deed is keys.UNDO and not view.tags and not view.sheet.observations:
            return tr("There is nothing to take back.")
        if deed is keys.PULSE:
            return tr("No self-report waits.") if open_pulse(view) is None else None
        if deed is keys.LEAVE and view.me is not None and view.me.left_role:
            return tr("You have left your role.")
        if deed in (*keys.LEVELS, keys.NO_EVIDENCE):
            return self._rates_not(view)
        return self._judges_not(deed, view)

    def _rates_not(self, view: View) -> str | None:
        if self.target not in form.ratable(view):
            return tr("Mark somebody whom people play, with Left and Right.")
        return tr("Put the cursor on a dimension.") if self.dimension is None else None

    def _judges_not(self, deed: Deed, view: View) -> str | None:
        try:
            if deed is keys.SHOCK:
                judged_shock(view.stress.shocks if view.stress is not None else ())
            elif deed is keys.AGREEMENT:
                judged_agreement(view)
        except NotNow as why:
            return str(why)
        return None

    # -- what is done -------------------------------------------------------------------------------------------------

    async def action_deed(self, name: str) -> None:
        """A tag or a level is one key; anything else is a deed like on other screens."""
        deed = next((d for d in self.offered() if d.id == name), None)
        if deed is not None and (name in MOVE_OF or name in LEVEL_OF) and self.why_not(deed) is None:
            if name in MOVE_OF:
                self.tag(MOVE_OF[name])
            else:
                self.rate(LEVEL_OF[name])
            return
        await super().action_deed(name)

    def tag(self, move: Move) -> None:
        """Tag what the person did, at once: what was sent is not lost with this terminal."""
        self.ask(TagMove, seat=self.target, move=move)

    def rate(self, level: int | None) -> None:
        """Give a level; it rests on what was noted of the person."""
        assert self.view is not None
        assert self.view.sheet is not None
        seat, dimension = self.target, self.dimension
        if seat is None or dimension is None:
            return
        seen = form.evidence(self.view.sheet, seat, dimension)
        if level is not None and not seen:
            said = tr("A level rests on at least one observation. Press n and say what you saw.")
            self.app.notify(said, severity="warning", markup=False)
            return
        self.ask(
            RateSeat, rater=self.seat, seat=seat, dimension=dimension, level=level,
            observations=() if level is None else seen,
        )  # fmt: skip

    def do_insufficient(self) -> None:
        """Say that there was not enough to see."""
        self.rate(None)

    def do_undo(self) -> None:
        """Take back what is under the cursor, or the last tag."""
        assert self.view is not None
        kind, _, rest = (self.picked or "").partition(":")
        if self.pane == "watch" and kind == "note":
            self.ask(WithdrawObservation, rater=self.seat, observation=int(rest))
        elif self.pane == "watch" and kind == "tag":
            self.ask(WithdrawTag, tag=int(rest))
        elif self.view.tags:
            self.ask(WithdrawTag, tag=self.view.tags[-1].number)

    async def do_note(self) -> None:
        """Ask for one line, about the person and the moment."""
        assert self.view is not None
        target, kind = self.target, (self.picked or "").partition(":")
        moment = int(kind[2]) if kind[0] == "moment" else None
        dimension = self.dimension
        title = tr("What did you see?")
        if target is not None:
            title = tr("What did you see of {seat}?", seat=who(self.view, target))
        said = await self.app.push_screen_wait(LineQuestion(title, longest=1000))
        if said is not None:
            self.ask(
                NoteObservation, rater=self.seat, text=said, seat=target, dimension=dimension, moment=moment
            )  # fmt: skip

    def _step(self, by: int) -> None:
        assert self.view is not None
        people = list(form.ratable(self.view) if self.pane == "rubric" else watch.persons(self.view))
        if people:
            at = people.index(self.target) + by if self.target in people else 0 if by > 0 else -1
            self.marked = people[at % len(people)]
            self.refresh_view(self.view)
            self.show_possible()

    def do_person(self) -> None:
        """Mark the next person."""
        self._step(1)

    def do_person_before(self) -> None:
        """Mark the person before."""
        self._step(-1)

    def do_follow(self) -> None:
        """Follow the floor again."""
        self.marked = None
        if self.view is not None:
            self.refresh_view(self.view)
            self.show_possible()

    def do_watch(self) -> None:
        """The moments."""
        self.pane = "watch"

    def do_rubric(self) -> None:
        """The rubric of the person; the floor may pass on while it is filled in."""
        assert self.view is not None
        people = form.ratable(self.view)
        self.marked = self.target if self.target in people else next(iter(people), None)
        self.pane = "rubric"

    async def do_lock(self) -> None:
        """Close the ratings, after a look at what is there."""
        assert self.view is not None
        if await self.app.push_screen_wait(YesNo(tr("Lock your ratings?"), form.summary(self.view), safest=True)):
            self.ask(LockRatings, rater=self.seat)

    def do_close(self) -> None:
        """Hand the terminal over."""
        self.post_message(Locked())

    async def do_judge_shock(self) -> None:
        """Judge how the text answered a shock."""
        assert self.view is not None
        given = await self._form(judged_shock(self.view.stress.shocks if self.view.stress is not None else ()))
        if given is not None:
            self.ask(JudgeShock, **given)

    async def do_judge_agreement(self) -> None:
        """Judge the agreement."""
        assert self.view is not None
        given = await self._form(judged_agreement(self.view))
        if given is not None:
            self.ask(JudgeAgreement, **given)

    async def _form(self, asked: Form) -> dict[str, object] | None:
        given = await self.app.push_screen_wait(FormPage(asked))
        return None if given is None else dict(given)

    async def do_leave_role(self) -> None:
        """Be oneself again."""
        if await self.app.push_screen_wait(YesNo(tr("Leave the role"), tr("This cannot be undone."))):
            self.ask(LeaveRole)

    async def do_pulse(self) -> None:
        """Answer the self-report that waits."""
        pulse = open_pulse(self.view) if self.view is not None else None
        if pulse is not None:
            given = await self.app.push_screen_wait(PulsePage(pulse))
            if given is not None:
                self.ask(AnswerPulse, pulse=pulse.id, answers=given)
