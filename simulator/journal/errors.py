"""What the journal says when it cannot keep or read a session."""

from scenarios.texts import trn


class JournalError(Exception):
    """Nothing was saved, or nothing could be read; the message says why and what to do."""


class Away(JournalError):
    """The store does not answer, or cannot write, for now: what is asked again later may succeed.

    Whether what was under way was saved is not known. Who asks again gives the same command id.
    """


class Gone(JournalError):
    """The session was deleted: there is nothing to come back to."""


class Rewritten(JournalError):
    """The record of the session was written anew since it was read, without who people were."""


class Stale(JournalError):
    """Somebody else wrote first: look again, decide again."""

    def __init__(self, session: str, expected: int, found: int) -> None:
        super().__init__(
            trn(
                "Session {session} has {n} event, not {expected}: another terminal wrote first.",
                "Session {session} has {n} events, not {expected}: another terminal wrote first.",
                found,
                session=session,
                expected=expected,
            )
        )
        self.expected = expected
        self.found = found


class Unwritable(JournalError):
    """A text, number or time that cannot be kept as it is, or read back; the message is a clause."""
