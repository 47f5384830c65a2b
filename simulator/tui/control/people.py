"""Who plays, during play: a stand-in for a while, two people who change places, somebody who comes late."""

from typing import ClassVar, cast

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import View
from simulator.engine.commands import CastSeat, SwapSeats
from simulator.engine.events import SeatCast
from simulator.engine.words import Source
from simulator.journal.presence import Terminal
from simulator.tui.boards import attendance
from simulator.tui.boards.line import people, who
from simulator.tui.control.pane import PaneScreen
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import Choice, ChooseOne, LineQuestion
from simulator.tui.going import CatchUp, Reseat
from simulator.tui.screen import Teller

AREA = mark("Seats")


class PeopleDeeds(PaneScreen):
    """Their keys work while the pane of the seats is open."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("stand_in", "U", mark("Stand-in"), AREA,
             mark("Let a stand-in play the seat under the cursor for a while."), Act.CONTROL),
        Deed("give_back", "R", mark("Give back"), AREA,
             mark("Give the seat back to the person who sat there before the stand-in."), Act.CONTROL),
        Deed("swap", "W", mark("Swap"), AREA, mark("Let the people of two seats change places."), Act.CONTROL),
        Deed("newcomer", "G", mark("Late-comer"), AREA,
             mark("Give a seat to somebody who comes late: name, PIN, and a page to catch up."), Act.CONTROL),
        Deed("catch_up", "K", mark("Catch-up page"), AREA,
             mark("Write the page that brings the seat under the cursor up to date, to print."), Act.CONTROL),
    )  # fmt: skip

    terminals: tuple[Terminal, ...]

    def people_why_not(self, deed: Deed, view: View) -> str | None:
        """Why a change of people is not possible now."""
        if view.clock.state == "ended":
            return tr("The session has ended.")
        seat = view.seats.get(self.picked_row("Seats") or "")
        if deed.id == "newcomer":
            return None
        if seat is None:
            return tr("Go to the seats (4) and put the cursor on a seat.")
        if deed.id == "stand_in" and seat.source is Source.STAND_IN:
            return tr("A stand-in plays it already; R gives it back.")
        if deed.id == "give_back" and seat.source is Source.HUMAN:
            return tr("A person plays it.")
        if deed.id == "give_back" and self._before(seat.id) is None:
            return tr("Nobody played it before: cast a person (c).")
        return None

    def _before(self, seat: str) -> tuple[str, ...] | None:
        """The people who played a seat last; None where nobody ever did."""
        for moment in reversed(cast("Teller", self.app).moments()):
            event = moment.event
            if isinstance(event, SeatCast) and event.seat == seat and event.source is Source.HUMAN:
                return event.people
        return None

    def do_stand_in(self) -> None:
        """Seat a stand-in; the PIN stays for when the person comes back."""
        self.post_message(Reseat(CastSeat, seat=self.picked_row("Seats"), source=Source.STAND_IN, people=()))

    def do_give_back(self) -> None:
        """Give the seat back."""
        seat = self.picked_row("Seats") or ""
        self.post_message(Reseat(CastSeat, seat=seat, source=Source.HUMAN, people=self._before(seat) or ()))

    async def do_swap(self) -> None:
        """Ask with whom."""
        assert self.view is not None
        seat = self.picked_row("Seats") or ""
        others = [s for s in self.view.seats.values() if s.id != seat and s.source is not Source.EMPTY]
        choices = [Choice(s.id, who(self.view, s.id), self._sits(s.id)) for s in others]
        prompt = tr("Each knows the papers of the seat that they leave. Both seats lock; PINs are made anew.")
        title = tr("{name}: change places with whom?", name=who(self.view, seat))
        other = await self.app.push_screen_wait(ChooseOne(title, choices, prompt))
        if other is not None:
            self.post_message(Reseat(SwapSeats, (seat, other), seat=seat, other=other))

    async def do_newcomer(self) -> None:
        """Ask for the seat and the name; seats that nobody loses stand first."""
        assert self.view is not None
        order = sorted(self.view.seats.values(), key=lambda s: s.source is Source.HUMAN)
        choices = [Choice(s.id, who(self.view, s.id), self._sits(s.id)) for s in order]
        free = next((s.id for s in order if s.source is not Source.HUMAN), None)
        here = self.view.seats.get(self.picked_row("Seats") or "")
        at = here.id if here is not None and here.source is not Source.HUMAN else free
        prompt = tr("1 of 3: the seat. The name and the PIN follow, then a page to hand over.")
        seat = await self.app.push_screen_wait(ChooseOne(tr("Which seat for the late-comer?"), choices, prompt, at=at))
        if seat is None:
            return
        title = tr("Who sits down as {name}?", name=self.view.seats[seat].name)
        said = await self.app.push_screen_wait(LineQuestion(title, tr("2 of 3: the name."), longest=80))
        if said is not None:
            names = tuple(n.strip() for n in said.split(",") if n.strip())
            self.post_message(Reseat(CastSeat, newcomer=seat, seat=seat, source=Source.HUMAN, people=names))

    def do_catch_up(self) -> None:
        """Write the page."""
        self.post_message(CatchUp(self.picked_row("Seats") or ""))

    def _sits(self, seat: str) -> str:
        """Who sits there, and at which terminal the seat is open."""
        assert self.view is not None
        there = any(t.seat == seat for t in self.terminals)
        played = people(self.view, seat)
        return f"{played}, {attendance.opened(self.terminals, seat)}" if there else played
