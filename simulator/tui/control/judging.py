"""Shocks at the text, judgements, and raters who sit on no seat."""

from typing import ClassVar

from roles.acts import Act
from scenarios.texts import mark, tr, trn
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
from simulator.tui.control.pane import PaneScreen
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import Choice, ChooseOne, LineQuestion, YesNo
from simulator.tui.going import MakePins
from simulator.tui.named import named
from simulator.tui.seat.fields import Form, NotNow
from simulator.tui.seat.form import FormPage
from simulator.tui.seat.wishes import rating

BY_LOT = ""
TEST, RATERS = mark("Test"), mark("Raters")


class JudgingDeeds(PaneScreen):
    """Throw and judge shocks, judge the agreement, admit raters and type in what they saw."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("throw", "h", mark("Throw shock"), TEST, mark("Throw a shock at the text, by lot or by name."),
             Act.CONTROL, footer=False),
        Deed("shock", "H", mark("Judge shock"), TEST, mark("Judge how well the text answered a shock."), Act.RATE,
             footer=False),
        Deed("quality", "Q", mark("Judge text"), TEST, mark("Judge the agreement on a criterion."), Act.RATE,
             footer=False),
        Deed("admit", "A", mark("Admit rater"), RATERS, mark("Let somebody rate who sits on no seat."), Act.CONTROL,
             footer=False),
        Deed("observe", "f", mark("Observe"), RATERS, mark("Note what a rater saw."), Act.RATE, footer=False),
        Deed("rate", "z", mark("Rate"), RATERS, mark("Rate a seat on a dimension for a rater."), Act.RATE,
             footer=False),
        Deed("lock", "L", mark("Lock ratings"), RATERS, mark("Close a rater's ratings for good."), Act.RATE,
             footer=False),
    )  # fmt: skip

    def judging_why_not(self, deed: Deed, view: View) -> str | None:
        """Why a deed is not possible now."""
        stress, control = view.stress, view.control
        if deed.id in ("throw", "shock") and stress is None:
            return tr("This exercise has no test of the text.")
        if deed.id == "throw" and stress is not None:
            if view.clock.phase is None or view.clock.phase.id != stress.phase:
                return tr("Shocks are thrown in the phase of the test.")
            if not stress.settled:
                return tr("Nothing was agreed that a shock could test.")
        if deed.id == "shock" and stress is not None and not stress.shocks:
            return tr("No shock has been thrown.")
        if deed.id == "quality":
            try:
                rating.judged_agreement(view)
            except NotNow as why:
                return str(why)
        if deed.id in ("observe", "rate", "lock") and control is not None:
            if not control.admitted:
                return tr("Nobody is admitted: press A and give the rater a short name.")
            if all(control.sheets[rater].locked for rater in control.admitted):
                return tr("All ratings are locked.")
        return None

    async def do_throw(self) -> None:
        """Throw a shock by lot, or one of those that are left."""
        assert self.view is not None
        control = self.view.control
        left = [shock for shock in (control.shocks if control else ()) if shock.state == "ready"]
        choices = [Choice(BY_LOT, tr("By lot")), *(Choice(s.id, s.title, named(s.kind)) for s in left)]
        picked = await self.app.push_screen_wait(ChooseOne(tr("Throw which shock?"), choices))
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
        prompt = tr("A short name, such as ana or rater-1. The documents of the trainer show it, and no others.")
        name = await self.app.push_screen_wait(LineQuestion(tr("Who rates?"), prompt, longest=40))
        if name is not None:
            rater = "-".join(name.lower().split())
            self.ask(AdmitRater, rater=rater)
            sits = tr("Will {rater} sit at a terminal? It opens with a PIN, by R at the curtain.", rater=rater)
            if await self.app.push_screen_wait(YesNo(tr("A PIN for {rater}?", rater=rater), sits)):
                self.post_message(MakePins((rater,)))

    async def do_observe(self) -> None:
        """Note what a rater saw."""
        assert self.view is not None
        sheet = await self._sheet(tr("Who saw it?"))
        if sheet is not None:
            given = await self._form(rating.observation(self.view, sheet.rater, self.picked_row("Seats")))
            if given is not None:
                self.ask(NoteObservation, **given)

    async def do_rate(self) -> None:
        """Rate a seat for a rater."""
        assert self.view is not None
        sheet = await self._sheet(tr("Who rates?"))
        if sheet is None:
            return
        try:
            form = rating.rating(self.view, sheet, self.picked_row("Seats"))
        except NotNow as why:
            title = tr("{act}: not now", act=tr("Rate"))
            self.app.notify(str(why), title=title, severity="warning", markup=False)
            return
        given = await self._form(form)
        if given is not None:
            self.ask(RateSeat, **given)

    async def do_lock(self) -> None:
        """Close a rater's ratings, after a question."""
        sheet = await self._sheet(tr("Lock whose ratings?"))
        if sheet is None:
            return
        n = len(sheet.ratings)
        prompt = trn(
            "{n} rating. Nothing can be changed after this.", "{n} ratings. Nothing can be changed after this.", n
        )
        question = YesNo(tr("Lock the ratings of {rater}?", rater=sheet.rater), prompt, safest=True)
        if await self.app.push_screen_wait(question):
            self.ask(LockRatings, rater=sheet.rater)

    async def _sheet(self, title: str) -> RatingSheet | None:
        assert self.view is not None
        assert self.view.control is not None
        sheets = self.view.control.sheets
        open_ones = [rater for rater in self.view.control.admitted if not sheets[rater].locked]
        picked = (self.picked_row("Seats") or "").removeprefix("rater:")
        if picked in open_ones or len(open_ones) == 1:
            return sheets[picked if picked in open_ones else open_ones[0]]
        seen = {rater: len(sheets[rater].observations) for rater in open_ones}
        choices = [Choice(rater, rater, trn("{n} observation", "{n} observations", n)) for rater, n in seen.items()]
        rater = await self.app.push_screen_wait(ChooseOne(title, choices))
        return None if rater is None else sheets[rater]

    async def _form(self, form: Form) -> dict[str, object] | None:
        given = await self.app.push_screen_wait(FormPage(form))
        return None if given is None else dict(given)
