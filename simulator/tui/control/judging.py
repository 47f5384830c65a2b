"""Shocks at the text, judgements, and raters who sit on no seat."""

from typing import ClassVar

from roles.acts import Act
from simulator.engine import View
from simulator.engine.commands import (
    AdmitRater,
    JudgeAgreement,
    JudgeShock,
    LockRatings,
    NoteObservation,
    RateSeat,
    ThrowShock,
)
from simulator.engine.session import RatingSheet
from simulator.tui.boards.line import count
from simulator.tui.control.pane import PaneScreen
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import Choice, ChooseOne, LineQuestion, YesNo
from simulator.tui.seat.fields import Form, NotNow
from simulator.tui.seat.form import FormPage
from simulator.tui.seat.wishes import rating

BY_LOT = ""


class JudgingDeeds(PaneScreen):
    """Throw and judge shocks, judge the agreement, admit raters and type in what they saw."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("throw", "h", "Throw shock", "Test", "Throw a shock at the text, by lot or by name.", Act.CONTROL,
             footer=False),
        Deed("shock", "H", "Judge shock", "Test", "Judge how well the text answered a shock.", Act.RATE, footer=False),
        Deed("quality", "Q", "Judge text", "Test", "Judge the agreement on a criterion.", Act.RATE, footer=False),
        Deed("admit", "A", "Admit rater", "Raters", "Let somebody rate who sits on no seat.", Act.CONTROL,
             footer=False),
        Deed("observe", "f", "Observe", "Raters", "Note what a rater saw.", Act.RATE, footer=False),
        Deed("rate", "z", "Rate", "Raters", "Rate a seat on a dimension for a rater.", Act.RATE, footer=False),
        Deed("lock", "L", "Lock ratings", "Raters", "Close a rater's ratings for good.", Act.RATE, footer=False),
    )  # fmt: skip

    def judging_why_not(self, deed: Deed, view: View) -> str | None:
        """Why a deed is not possible now."""
        stress, control = view.stress, view.control
        if deed.id in ("throw", "shock") and stress is None:
            return "This exercise has no test of the text."
        if deed.id == "throw" and stress is not None:
            if view.clock.phase is None or view.clock.phase.id != stress.phase:
                return "Shocks are thrown in the phase of the test."
            if not stress.settled:
                return "Nothing was agreed that a shock could test."
        if deed.id == "shock" and stress is not None and not stress.shocks:
            return "No shock has been thrown."
        if deed.id == "quality":
            try:
                rating.judged_agreement(view)
            except NotNow as why:
                return str(why)
        if deed.id in ("observe", "rate", "lock") and control is not None:
            if not control.admitted:
                return "Nobody is admitted: press A and give the rater a short name."
            if all(control.sheets[rater].locked for rater in control.admitted):
                return "All ratings are locked."
        return None

    async def do_throw(self) -> None:
        """Throw a shock by lot, or one of those that are left."""
        assert self.view is not None
        control = self.view.control
        left = [shock for shock in (control.shocks if control else ()) if shock.state == "ready"]
        choices = [Choice(BY_LOT, "By lot"), *(Choice(s.id, s.title, s.kind.replace("-", " ")) for s in left)]
        picked = await self.app.push_screen_wait(ChooseOne("Throw which shock?", choices))
        if picked is not None:
            self.ask(ThrowShock, shock=picked or None)

    async def do_shock(self) -> None:
        """Judge the answer of the text to a shock."""
        assert self.view is not None
        assert self.view.stress is not None
        at = (self.picked_row("Text") or "").removeprefix("shock:")
        given = await self._form(rating.judged_shock(self.view.stress.shocks, at))
        if given is not None:
            self.ask(JudgeShock, **given)

    async def do_quality(self) -> None:
        """Judge the agreement on a criterion."""
        assert self.view is not None
        given = await self._form(rating.judged_agreement(self.view))
        if given is not None:
            self.ask(JudgeAgreement, **given)

    async def do_admit(self) -> None:
        """Ask for the rater's short name."""
        prompt = "A short name, such as ana or rater-1. The documents of the trainer show it, and no others."
        name = await self.app.push_screen_wait(LineQuestion("Who rates?", prompt, longest=40))
        if name is not None:
            self.ask(AdmitRater, rater="-".join(name.lower().split()))

    async def do_observe(self) -> None:
        """Note what a rater saw."""
        assert self.view is not None
        sheet = await self._sheet("Who saw it?")
        if sheet is not None:
            given = await self._form(rating.observation(self.view, sheet.rater, self.picked_row("Seats")))
            if given is not None:
                self.ask(NoteObservation, **given)

    async def do_rate(self) -> None:
        """Rate a seat for a rater."""
        assert self.view is not None
        sheet = await self._sheet("Who rates?")
        if sheet is None:
            return
        try:
            form = rating.rating(self.view, sheet, self.picked_row("Seats"))
        except NotNow as why:
            self.app.notify(str(why), title="Rate: not now", severity="warning", markup=False)
            return
        given = await self._form(form)
        if given is not None:
            self.ask(RateSeat, **given)

    async def do_lock(self) -> None:
        """Close a rater's ratings, after a question."""
        sheet = await self._sheet("Lock whose ratings?")
        if sheet is None:
            return
        prompt = f"{count(len(sheet.ratings), 'rating')}. Nothing can be changed after this."
        if await self.app.push_screen_wait(YesNo(f"Lock the ratings of {sheet.rater}?", prompt, safest=True)):
            self.ask(LockRatings, rater=sheet.rater)

    async def _sheet(self, title: str) -> RatingSheet | None:
        assert self.view is not None
        assert self.view.control is not None
        sheets = self.view.control.sheets
        open_ones = [rater for rater in self.view.control.admitted if not sheets[rater].locked]
        picked = (self.picked_row("Seats") or "").removeprefix("rater:")
        if picked in open_ones or len(open_ones) == 1:
            return sheets[picked if picked in open_ones else open_ones[0]]
        choices = [Choice(rater, rater, count(len(sheets[rater].observations), "observation")) for rater in open_ones]
        rater = await self.app.push_screen_wait(ChooseOne(title, choices))
        return None if rater is None else sheets[rater]

    async def _form(self, form: Form) -> dict[str, object] | None:
        given = await self.app.push_screen_wait(FormPage(form))
        return None if given is None else dict(given)
