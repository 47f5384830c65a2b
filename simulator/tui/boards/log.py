"""Log: every event as a sentence, those of a seat, a party, a kind or a phase alone where the trainer wants."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import get_args

from textual.content import Content

from scenarios.texts import mark, tr, trn
from simulator.engine import TRAINER, Moment, View
from simulator.engine import events as e
from simulator.tui.boards.kept import Kept
from simulator.tui.boards.line import cell, clock, row, series, short, who, words

KINDS: dict[str, tuple[str, tuple[type[e.Fact], ...]]] = {
    "floor": (mark("floor"), (e.FloorRequested, e.RequestWithdrawn, e.FloorGiven, e.FloorYielded,
                              e.PointOfOrderRaised, *get_args(e.SittingEvent))),
    "caucus": (mark("private meetings"), (e.CaucusCalled, e.CaucusAccepted, e.CaucusOpened, e.CaucusDeclined,
                                          e.CaucusClosed)),
    "offers": (mark("offers"), (e.OptionProposed, e.PackageTabled, e.PackageAnswered, e.PackageSuperseded,
                                e.PackageWithdrawn, e.PackageAgreed, e.PackageRejected)),
    "text": (mark("text"), (*get_args(e.TextEvent), e.CommitmentRecorded, e.CommitmentStruck)),
    "interests": (mark("interests"), (e.InterestDisclosed, e.InterestRelayed, e.InterestAcknowledged,
                                      e.ReleasePermitted, e.LearnedRecorded, e.OptionUnlocked)),
    "events": (mark("events and calls"), (e.InjectSent, e.InjectImprovised, e.InjectPutOff, e.InjectHeld, e.InjectArmed,
                                          e.InjectSkipped, e.InjectMet, e.InjectMissed, e.InjectMarked,
                                          e.InjectAnswered, e.PaperOpened, e.CapitalAsked, e.CapitalAnswered,
                                          e.ExpertAsked, e.ExpertAnswered)),
    "process": (mark("clock, phases, consent"), (e.ClockStarted, e.ClockPaused, e.ClockResumed, e.ClockJumped,
                                                 e.PhaseEntered, e.PhaseCut, e.PlayExtended, e.ConsentChanged,
                                                 e.PartyWalkedOut, e.PartyReturned, e.StopInvoked, e.OutcomeRecorded,
                                                 e.SessionEnded)),
    "notes": (mark("notes and tags"), (e.NoteWritten, e.MoveTagged)),
}  # fmt: skip
"""Kinds of events that can be looked at alone."""


MOST = 300
"""Events that stand in the list at once."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What the log shows: all, or what has one property."""

    by: str = ""
    """`seat`, `party`, `kind` or `phase`; empty for everything."""
    name: str = ""

    def passes(self, view: View, moment: Moment) -> bool:
        """Whether an event is shown."""
        match self.by:
            case "seat":
                return self.name in _seats(moment.event)
            case "party":
                there = _seats(moment.event)
                return any(view.seats[s].party == self.name for s in there if s in view.seats) or (
                    getattr(moment.event, "party", None) == self.name
                )
            case "kind":
                return isinstance(moment.event, KINDS[self.name][1])
            case "phase":
                return moment.phase == self.name
        return True

    def said(self, view: View) -> str:
        """What it shows, in words."""
        match self.by:
            case "seat":
                return tr("Exercise control") if self.name == TRAINER else who(view, self.name)
            case "party":
                return short(view, self.name)
            case "kind":
                return tr(KINDS[self.name][0])
            case "phase":
                return next((p.name for p in view.clock.plan if p.id == self.name), self.name)
        return ""


def _seats(event: e.Event) -> set[str]:
    """The seats that an event names: who did it, and whom it is about or reached."""
    found = {event.by, str(getattr(event, "seat", ""))}
    for field in ("to", "seats"):
        found |= set(getattr(event, field, ()) or ())
    return found


def rows(
    view: View,
    narrate: Callable[[Moment], str],
    kept: Kept | None = None,
    moments: Sequence[Moment] | None = None,
    only: Filter | None = None,
    until: int | None = None,
) -> list[tuple[str, Content]]:
    """The events up to a number, newest first, at most `MOST`: a list of thousands would follow each event too slowly.

    A note of the trainer has a mark. `kept` spares sentences that were written before.
    """

    def line(moment: Moment) -> Content:
        noted = isinstance(moment.event, e.NoteWritten) and moment.event.by == TRAINER
        sign = cell("✎" if noted else "", 1, "bold")
        return row(cell(f"{moment.number}", 5, "dim"), cell(clock(moment.seconds), 8), sign, words(narrate(moment)))

    shown: Iterable[Moment] = reversed(view.log if moments is None else moments)
    if only is not None and only.by:
        shown = (moment for moment in shown if only.passes(view, moment))
    if until is not None:
        shown = (moment for moment in shown if moment.number <= until)
    return (kept or Kept()).rows(((str(moment.number), moment) for moment in islice(shown, MOST)), line)


def hidden(view: View, only: Filter, shown: int, all_of_them: int) -> str:
    """What is shown, and how much is not; empty where everything is."""
    if shown >= all_of_them:
        return ""
    left_out = trn("{n} event hidden", "{n} events hidden", all_of_them - shown)
    if not only.by:
        return tr("{hidden} (N goes to a phase)", hidden=left_out)
    return series((tr("Only: {what}", what=only.said(view)), tr("{hidden} (q changes it)", hidden=left_out)))
