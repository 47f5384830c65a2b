"""What was asked while the journal was away: kept, and asked again under the same id until it is answered."""

import secrets
from time import monotonic

from scenarios.texts import tr, trn
from simulator.engine import Command, Event, Refused
from simulator.journal.errors import Away, JournalError
from simulator.journal.live import LiveSession

AGAIN = 0.5
"""Seconds between two attempts."""


class Kept(Away):
    """The journal is away; what was asked is kept, and will be asked again."""


class Pending:
    """Acts in the order in which they were asked for."""

    def __init__(self) -> None:
        self._acts: list[tuple[LiveSession, Command, str]] = []
        self._not_before = 0.0

    def __len__(self) -> int:
        return len(self._acts)

    def ask(self, live: LiveSession, command: Command) -> tuple[Event, ...]:
        """Ask, or keep what is asked; nothing overtakes what waits. Raises Kept, Refused and JournalError."""
        command_id = secrets.token_hex(8)
        try:
            if self._acts:
                raise Away(tr("What was asked before waits for the journal."))
            return live.issue(command, command_id)
        except Away as away:
            self._acts.append((live, command, command_id))
            kept = tr("What you asked is kept, and asked again when the journal is back.")
            raise Kept(f"{away} {kept}") from away

    def again(self) -> list[str]:
        """Ask again what waits; what was refused meanwhile comes back in words. Raises Away."""
        if not self._acts or monotonic() < self._not_before:
            return []
        told: list[str] = []
        while self._acts:
            live, command, command_id = self._acts[0]
            try:
                live.issue(command, command_id)
            except Away:
                self._not_before = monotonic() + AGAIN
                raise
            except Refused as refused:
                said = tr("What waited for the journal was refused:")
                told.append(f"{said} {refused.why} {refused.instead}".strip())
            except JournalError as error:
                told.append(str(error))
            del self._acts[0]
        return told

    def said(self) -> str:
        """How much waits, for people; empty where nothing does."""
        if not self._acts:
            return ""
        return trn(
            "{n} act waits here and counts once: do not repeat it.",
            "{n} acts wait here and count once each: do not repeat them.",
            len(self._acts),
        )
