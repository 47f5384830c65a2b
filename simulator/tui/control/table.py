"""The table: who speaks, who sits where, what was seen."""

from typing import ClassVar

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import View
from simulator.engine.commands import (
    CastSeat,
    ChangeChair,
    CloseSitting,
    DeclareOutcome,
    EndSession,
    EnterPhase,
    GiveFloor,
    Intent,
    OpenSitting,
    ResumeSitting,
    SuspendSitting,
    TagMove,
    WriteNote,
    YieldFloor,
)
from simulator.engine.session import Package
from simulator.engine.view.shapes import PhaseView
from simulator.engine.words import Move, OutcomeKind, Source
from simulator.tui.boards.line import STAND_IN, people, series, short, who
from simulator.tui.control.pane import PaneScreen
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import Choice, ChooseOne, LineQuestion, NumberQuestion, TextQuestion, YesNo
from simulator.tui.going import Reseat
from simulator.tui.named import named
from simulator.tui.seat.names import MOVES

_SITTING: dict[str, type[Intent]] = {
    "open": OpenSitting,
    "suspend": SuspendSitting,
    "resume": ResumeSitting,
    "close": CloseSitting,
}

LIMIT = 120
"""Seconds of a turn that are proposed."""

FLOOR, NOTES, END = mark("Floor"), mark("Notes"), mark("End")


def _opened(view: View) -> bool:
    """Whether the trainer may also open and close sittings."""
    return any(view.bodies[body].opens == "by_chair" for body in view.floors)


class TableDeeds(PaneScreen):
    """The floor, the seats, notes and tags, the outcome and the end."""

    _declared = False
    """Whether an outcome was declared here and is not in the record yet."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("give", "g", mark("Give floor"), FLOOR, mark("Give a seat the floor."), Act.GIVE_FLOOR),
        Deed("yield", "y", mark("End turn"), FLOOR, mark("End the turn of who speaks."), Act.GIVE_FLOOR),
        Deed("sitting", "u", mark("Suspend"), FLOOR, mark("Suspend a body, or let it sit again."), Act.SUSPEND),
        Deed("chair", "F", mark("Chair"), FLOOR, mark("Give the chair of a body to somebody else."), Act.PRESIDE,
             footer=False),
        Deed("cast", "c", mark("Cast"), mark("Seats"), mark("Say who plays a seat, also during play."), Act.CONTROL),
        Deed("note", "w", mark("Note"), NOTES, mark("Write a note with its time, for the debriefing."), Act.NOTE),
        Deed("tag", "t", mark("Tag"), NOTES, mark("Tag what a seat just did."), Act.TAG_MOVE),
        Deed("outcome", "O", mark("Outcome"), END, mark("Record how the talks ended."), Act.DECLARE_OUTCOME,
             footer=False),
        Deed("end", "E", mark("End session"), END, mark("Close the session after the debriefing."), Act.CONTROL,
             footer=False),
    )  # fmt: skip

    def table_why_not(self, deed: Deed, view: View) -> str | None:
        """Why a deed at the table is not possible now."""
        floors = view.floors
        if deed.id in ("give", "yield", "sitting") and not floors:
            return tr("No body sits in this phase.")
        if deed.id == "yield" and all(f.speaker is None for f in floors.values()):
            return tr("Nobody has the floor.")
        if deed.id == "outcome" and view.outcome is not None:
            return tr("The outcome is recorded.")
        if deed.id == "end" and view.clock.state == "ended":
            return tr("The session has ended.")
        if deed.id == "end" and view.clock.phase is not None and view.clock.phase.kind != "closing":
            return tr("Play goes on: go to the phases after play first (N).")
        return None

    async def _body(self, title: str) -> str | None:
        assert self.view is not None
        picked = (self.picked_row("Floor") or "").removeprefix("body:")
        if picked in self.view.floors:
            return picked
        if len(self.view.floors) == 1:
            return next(iter(self.view.floors))
        choices = [Choice(b, self.view.body_names.get(b, b)) for b in self.view.floors]
        return await self.app.push_screen_wait(ChooseOne(title, choices))

    async def _seat(self, title: str, first: tuple[str, ...] = ()) -> str | None:
        assert self.view is not None
        order = dict.fromkeys((*first, *self.view.seats))
        choices = [
            Choice(s, who(self.view, s), tr("waits to speak") if s in first else people(self.view, s)) for s in order
        ]
        return await self.app.push_screen_wait(ChooseOne(title, choices, at=self.picked_row("Seats")))

    async def do_give(self) -> None:
        """Give the floor: who waits stands first."""
        assert self.view is not None
        body = await self._body(tr("The floor of which body?"))
        if body is None:
            return
        seat = await self._seat(tr("Who gets the floor?"), self.view.floors[body].queue)
        if seat is None:
            return
        title, prompt = tr("For how many seconds?"), tr("0 means no limit.")
        question = NumberQuestion(title, prompt, low=0, high=1800, value=LIMIT)
        limit = await self.app.push_screen_wait(question)
        if limit is not None:
            self.ask(GiveFloor, body=body, seat=seat, limit=limit or None)

    async def do_yield(self) -> None:
        """End a turn."""
        assert self.view is not None
        speaking = [b for b, f in self.view.floors.items() if f.speaker is not None]
        body = speaking[0] if len(speaking) == 1 else await self._body(tr("End the turn in which body?"))
        if body is not None:
            self.ask(YieldFloor, body=body)

    async def do_sitting(self) -> None:
        """Open, suspend, resume or close a body."""
        assert self.view is not None
        body = await self._body(tr("Which sitting?") if _opened(self.view) else tr("Suspend or resume which body?"))
        if body is None:
            return
        ways = self._ways(body)
        way = ways[0].id if len(ways) == 1 else None
        if way is None:
            way = await self.app.push_screen_wait(ChooseOne(self.view.body_names.get(body, body), ways))
        if way is not None:
            self.ask(_SITTING[str(way)], body=body)

    def _ways(self, body: str) -> list[Choice]:
        """What the trainer can do with a sitting; only one that its chair opens is closed by hand."""
        assert self.view is not None
        floor, opens = self.view.floors[body], self.view.bodies[body].opens
        if not floor.open and not floor.suspended:
            return [Choice("open", tr("Open it"))]
        first = Choice("resume", tr("Let it sit again")) if floor.suspended else Choice("suspend", tr("Suspend it"))
        return [first, Choice("close", tr("Close it"))] if opens == "by_chair" else [first]

    async def do_chair(self) -> None:
        """Give the chair of a body to one seat."""
        assert self.view is not None
        bodies = [
            Choice(name, body.name, tr("Chair: {chairs}", chairs=series(who(self.view, s) for s in body.chair)))
            for name, body in self.view.bodies.items()
        ]
        picked = (self.picked_row("Floor") or "").removeprefix("body:")
        at = picked if picked in self.view.bodies else None
        body = bodies[0].id if len(bodies) == 1 else at
        if body is None:
            body = await self.app.push_screen_wait(ChooseOne(tr("The chair of which body?"), bodies))
        if body is None:
            return
        there = self.view.bodies[str(body)]
        seat = await self._seat(tr("Who takes the chair?"), (*there.members, *there.observers))
        if seat is None:
            return
        reason = await self.app.push_screen_wait(LineQuestion(tr("Why?"), longest=300, may_be_empty=True))
        if reason is not None:
            self.ask(ChangeChair, body=body, seats=(seat,), reason=reason)

    async def do_cast(self) -> None:
        """Say who plays a seat."""
        assert self.view is not None
        picked = self.picked_row("Seats")
        seat = picked if picked in self.view.seats else await self._seat(tr("Cast which seat?"))
        if seat is None:
            return
        choices = [
            Choice(Source.HUMAN, tr("A person"), tr("with a name or two")),
            Choice(Source.STAND_IN, tr(STAND_IN), tr("played by the program")),
            Choice(Source.EMPTY, tr("Nobody")),
        ]
        now = self.view.seats[seat]
        source = await self.app.push_screen_wait(ChooseOne(who(self.view, seat), choices, at=now.source))
        if source is None:
            return
        names: tuple[str, ...] = ()
        if source == Source.HUMAN:
            prompt = tr("One name, or two with a comma between them.")
            question = LineQuestion(tr("Who plays it?"), prompt, text=", ".join(now.people))
            said = await self.app.push_screen_wait(question)
            if said is None:
                return
            names = tuple(n.strip() for n in said.split(",") if n.strip())
        other = bool(now.people) and source == Source.HUMAN and names != now.people
        if other:
            said = tr("Then a PIN that the seat had opens it no more, and a new one is made.")
            asked = YesNo(tr("Is this another person?"), said, no=tr("The same one"))
            other = await self.app.push_screen_wait(asked) is True
        renew = (seat,) if other else ()
        self.post_message(Reseat(CastSeat, renew, seat=seat, source=Source(source), people=names))

    async def do_note(self) -> None:
        """Write a note."""
        question = TextQuestion(
            tr("A note for the debriefing"),
            tr("You alone read it, here and in the debriefing's document for trainers."),
            draft="note",
            yes=tr("Write it down (Ctrl+S)"),
        )
        text = await self.app.push_screen_wait(question)
        if text is not None:
            self.ask(WriteNote, text=text)

    async def do_tag(self) -> None:
        """Tag a move; who speaks stands first."""
        assert self.view is not None
        speakers = tuple(f.speaker for f in self.view.floors.values() if f.speaker is not None)
        order = dict.fromkeys((*speakers, *self.view.seats))
        seats = [Choice(s, who(self.view, s), tr("speaks now") if s in speakers else "") for s in order]
        seat = await self.app.push_screen_wait(ChooseOne(tr("Who did it?"), seats))
        if seat is None:
            return
        moves = [Choice(move, tr(MOVES[move])) for move in Move]
        move = await self.app.push_screen_wait(ChooseOne(tr("What did {name} do?", name=who(self.view, seat)), moves))
        if move is not None:
            self.ask(TagMove, seat=seat, move=Move(move))

    async def do_outcome(self) -> None:
        """Record how the talks ended, with the package where there is one."""
        assert self.view is not None
        kinds = [Choice(kind, named(kind)) for kind in OutcomeKind]
        kind = await self.app.push_screen_wait(ChooseOne(tr("How did the talks end?"), kinds))
        if kind is None:
            return
        package: int | None = None
        if kind in (OutcomeKind.AGREEMENT, OutcomeKind.PARTIAL_AGREEMENT) and self.view.packages:
            reported = tr("What adopted reports and agreed packages say together")
            offers = [Choice("", reported if self.view.committee.settled else tr("What the adopted text says"))]
            offers += [
                Choice(str(p.package.number), tr("Package {n}", n=p.package.number), self._package(p.package))
                for p in reversed(self.view.packages)
            ]
            picked = await self.app.push_screen_wait(ChooseOne(tr("On which terms?"), offers))
            if picked is None:
                return
            package = int(picked) if picked else None
        note = await self.app.push_screen_wait(LineQuestion(tr("A word on it?"), longest=400, may_be_empty=True))
        if note is not None:
            self._declared = True
            self.ask(DeclareOutcome, kind=OutcomeKind(kind), package=package, note=note)

    def after_outcome(self, view: View) -> None:
        """Offer the way out of play once an outcome that was declared here stands in the record, and not before."""
        here = view.clock.phase
        if self._declared and view.outcome is not None:
            self._declared = False
            after = next((p for p in view.clock.plan if p.kind == "closing" and p.state == "ahead"), None)
            if after is not None and here is not None and here.kind != "closing":
                self.run_worker(self._offer_to_end(after), group="deed")

    async def _offer_to_end(self, after: PhaseView) -> None:
        """Talks that have ended need no more play: ask whether the phases that are left are skipped."""
        prompt = tr("The phases between are skipped. With No play goes on, and n leads there when you like.")
        if await self.app.push_screen_wait(YesNo(tr("Go to {phase} now?", phase=after.name), prompt)):
            self.ask(EnterPhase, phase=after.id)

    def _package(self, package: Package) -> str:
        assert self.view is not None
        return tr("{state}, by {party}", state=named(package.state), party=short(self.view, package.party))

    async def do_end(self) -> None:
        """Close the session, after a question."""
        prompt = tr("Nothing can be added to a closed session. Everything in it stays and can be debriefed.")
        if await self.app.push_screen_wait(YesNo(tr("Close the session?"), prompt, safest=True)):
            self.ask(EndSession)
