"""Deleting a session from the list of sessions: the trainer's PIN, a question that says what is lost, the act."""

from collections.abc import Sequence
from datetime import date

from textual.app import App

from scenarios.texts import tr, trn
from simulator.engine import TRAINER
from simulator.journal import forgetting
from simulator.journal.errors import JournalError
from simulator.journal.pins import pinned
from simulator.journal.shelf import SessionInfo
from simulator.journal.store import Journal
from simulator.tui.desk import try_pin
from simulator.tui.dialogs import PinQuestion, YesNo


async def forget(app: App[None], journal: Journal, info: SessionInfo) -> None:
    """Delete a session where whoever is here may and wants to, and say what came of it."""
    try:
        copies = forgetting.branches(journal, info.id)
        forgetting.demand_closed(journal, [info.id])
        if not await _is_trainer(app, journal, info.id) or not await app.push_screen_wait(_sure(info, copies)):
            return
        forgetting.demand_closed(journal, [info.id])
        forgetting.delete(journal, [info.id], date.today())
        try:
            forgetting.finish(journal)
        except JournalError as trouble:
            left = tr(
                "No verb shows it any more, but its bytes are still in the files. Then: goodoffices forget --finish"
            )
            app.notify(f"{trouble}\n{left}", severity="warning", timeout=30, markup=False)
            return
    except JournalError as error:
        app.notify(str(error), severity="error", timeout=20, markup=False)
    else:
        said = tr("Deleted. Documents and exports that were written to folders stay there: delete them, too.")
        app.notify(said, timeout=20, markup=False)


async def _is_trainer(app: App[None], journal: Journal, session: str) -> bool:
    """Ask for the trainer's PIN of that session, if it has one, until it fits or nobody wants to go on."""
    said: str | None = "" if TRAINER in pinned(journal, session) else None
    while said is not None:
        pin = await app.push_screen_wait(PinQuestion(tr("The trainer's PIN"), said))
        if pin is None:
            return False
        said = try_pin(journal, session, TRAINER, pin)
    return True


def _sure(info: SessionInfo, copies: Sequence[SessionInfo]) -> YesNo:
    lost = trn(
        "{n} event, its PINs and its join code go for good. Nothing brings them back.",
        "{n} events, its PINs and its join code go for good. Nothing brings them back.",
        info.events,
    )
    if copies:
        named = ", ".join(copy.name for copy in copies)
        lost += "\n" + tr("Branches hold copies of its events and stay: {sessions}.", sessions=named)
    if not info.ended:
        lost += "\n" + tr("It has not ended.")
    return YesNo(tr("Delete “{session}”?", session=info.name or info.title), lost, yes=tr("Delete"), safest=True)
