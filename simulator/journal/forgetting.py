"""The one door through which a record is taken out of a journal, or loses who people were.

Everything else only ever adds. Here a session goes as a whole or loses all its names, in one transaction; then the
store is written anew, so that its own files hold nothing of it. What was cut off between the two is finished later.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from scenarios.texts import tr, trn
from simulator.engine import Record, replay
from simulator.journal import writing
from simulator.journal.anonymous import Finder, Names, Taken, names_in, story, without
from simulator.journal.database import Hand
from simulator.journal.errors import JournalError
from simulator.journal.keeping import NOTHING_SAID, Keeping, keeping
from simulator.journal.presence import open_at
from simulator.journal.shelf import SessionId, SessionInfo
from simulator.journal.store import Journal

_BESIDE = ("pins", "codes", "terminals")
"""What lies beside a session, and goes when it loses its names."""


def branches(journal: Journal, session: SessionId) -> tuple[SessionInfo, ...]:
    """The sessions of this journal that begin with events of a session, or with events of one that does."""
    there = journal.sessions()
    found: dict[SessionId, SessionInfo] = {}
    parents = {session}
    while parents:
        children = [info for info in there if info.parent in parents and info.id not in found and info.id != session]
        found |= {info.id: info for info in children}
        parents = {info.id for info in children}
    return tuple(found.values())


def demand_closed(journal: Journal, sessions: Iterable[SessionId]) -> None:
    """Make sure that nobody plays these sessions. Raises JournalError, which names the terminals."""
    for session in sessions:
        hosts = open_at(journal, session)
        if hosts:
            raise JournalError(
                trn(
                    "Session {session}: {n} terminal is open ({hosts}). Close it first.",
                    "Session {session}: {n} terminals are open ({hosts}). Close them first.",
                    len(hosts),
                    session=session,
                    hosts=", ".join(dict.fromkeys(hosts)),
                )
            )


def delete(journal: Journal, sessions: Sequence[SessionId], today: date) -> None:
    """Take sessions out of a journal, with all that lies beside them: all of them or none. Raises JournalError.

    What is left is the id of each, which is not given again, and the day; and what `finish` overwrites.
    """
    for session in sessions:
        journal.session(session)
    with journal.database.forgetting(sessions) as hand:
        for session in sessions:
            _remember(hand, session, deleted=today.isoformat())
            for table in (*_BESIDE, "commands", "events"):
                hand.execute(f"DELETE FROM {table} WHERE session = ?", (session,))
            hand.execute("DELETE FROM sessions WHERE id = ?", (session,))


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a record is to lose its names."""

    also: tuple[str, ...] = ()
    """Further names and words to take out of what people typed."""
    keep: tuple[str, ...] = ()
    """Words that stay, though somebody is called so."""
    name: str | None = None
    """What the first session is called from now on; without it, a session's name loses the names in it."""


NAMES = Wanted()
"""What can be known from the record itself."""


def names_of(journal: Journal, session: SessionId, wanted: Wanted = NAMES) -> Names:
    """Who would be taken out of a record. Raises JournalError."""
    record = journal.record(session)
    return names_in(record.events, story(record), wanted.also, wanted.keep)


def taken_from(journal: Journal, session: SessionId, names: Names) -> Taken:
    """What would be taken out of a record; nothing is changed. Raises JournalError."""
    return without(journal.events(session), names)[1]


def anonymise(
    journal: Journal, sessions: Sequence[SessionId], today: date, wanted: Wanted = NAMES
) -> tuple[Taken, ...]:
    """Take out of records who people were: of all of these sessions or of none. Raises JournalError.

    Names of people and raters become signs, also where somebody typed them; private notes, the reasons for the stop
    word, PINs and join codes go. Numbers and times of events stay, and so does all that is counted. `finish` overwrites
    what was there before.
    """
    with journal.database.forgetting(sessions) as hand:
        first = _anonymise(journal, hand, sessions[0], today, wanted)
        others = replace(wanted, name=None)
        return first, *(_anonymise(journal, hand, session, today, others) for session in sessions[1:])


def finish(journal: Journal) -> None:
    """Write the store anew, so that nothing is left of what was taken away. Raises Away where it is kept from that."""
    journal.database.scrub()
    with journal.database.writing("sessions") as hand:
        hand.execute("UPDATE keeping SET wiped = 1 WHERE wiped = 0")


def unfinished(journal: Journal) -> tuple[SessionId, ...]:
    """The sessions of which the files of the store may still hold something that was taken away."""
    try:
        rows = journal.database.rows("SELECT session FROM keeping WHERE wiped = 0 ORDER BY session")
    except JournalError:  # a journal of an older layout, from which nothing was ever taken
        return ()
    return tuple(str(session) for (session,) in rows)


def still_named(journal: Journal, names: Names, but: Sequence[SessionId] = ()) -> tuple[SessionId, ...]:
    """Other sessions of the journal in whose events, name or case the same names stand."""
    finder = Finder(names.words)
    found = []
    for info in journal.sessions():
        if info.id not in but and any(finder.count(text) for text in _all_texts(journal, info)):
            found.append(info.id)
    return tuple(found)


def _all_texts(journal: Journal, info: SessionInfo) -> Iterator[str]:
    yield info.name
    for _, _, text in journal.lines(info.id):
        yield text


def _anonymise(journal: Journal, hand: Hand, session: SessionId, today: date, wanted: Wanted) -> Taken:
    info, lines, record = journal.session(session), journal.lines(session), journal.record(session)
    names = names_in(record.events, story(record), wanted.also, wanted.keep)
    title = Finder(names.words).without(info.name) if wanted.name is None else wanted.name
    events, taken = without(record.events, names, wanted.name)
    try:
        replay(Record(record.scenario, record.seed, tuple(events), record.told))
    except Exception as error:  # whatever it is, the record stays as it is
        raise JournalError(
            tr("Session {session} would not replay without the names: {reason}.", session=session, reason=repr(error))
        ) from error
    hand.execute("UPDATE sessions SET name = ? WHERE id = ?", (writing.sound(title, tr("the session's name")), session))
    hand.execute("UPDATE commands SET digest = '' WHERE session = ?", (session,))
    seal = journal.seal(session)
    rows = []
    for event, (number, command, _) in zip(events, lines, strict=True):
        text = writing.written(event)
        seal = writing.next_seal(seal, number, command, text)
        rows.append((text, seal, session, number))
    hand.executemany("UPDATE events SET event = ?, seal = ? WHERE session = ? AND number = ?", rows)
    for table in _BESIDE:
        hand.execute(f"DELETE FROM {table} WHERE session = ?", (session,))
    _remember(hand, session, keeping(journal, session), anonymised=today)
    return taken


def _remember(
    hand: Hand, session: SessionId, known: Keeping = NOTHING_SAID, anonymised: date | None = None, deleted: str = ""
) -> None:
    """Write down what was done. A day that was due is kept by losing the names."""
    until = "" if known.until is None or (anonymised and known.is_due(anonymised)) else known.until.isoformat()
    hand.execute("DELETE FROM keeping WHERE session = ?", (session,))
    hand.execute(
        "INSERT INTO keeping (session, until, anonymised, deleted, wiped) VALUES (?, ?, ?, ?, 0)",
        (session, until, anonymised.isoformat() if anonymised else "", deleted),
    )
