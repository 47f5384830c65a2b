"""The board as it was at any minute of the session."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from simulator.debrief.naming import Names
from simulator.engine import moments
from simulator.engine.names import text_is
from simulator.engine.session import Record, Session
from simulator.engine.words import Consent

MINUTE = 60
STANDING = ("tabled", "agreed")


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that stood."""

    number: int
    party: str
    terms: str
    agreed: bool


@dataclass(frozen=True, slots=True)
class Article:
    """An article with the brackets that were open in it."""

    heading: str
    text: str
    brackets: tuple[tuple[str, str], ...]
    """(party, the words that it wanted; empty where it wanted them struck)"""


@dataclass(frozen=True, slots=True)
class Board:
    """What stood on the board at a play second."""

    seconds: int
    number: int
    """The last event before it; 0 before the first."""
    phase: str
    speaker: str
    """Empty where nobody had the floor."""
    away: tuple[tuple[str, Consent], ...]
    """Parties that did not take part, or on conditions, each with its consent."""
    meetings: tuple[str, ...]
    """Who sat in private meetings, one entry each."""
    offers: tuple[Offer, ...]
    text: str
    """How the text stood, as a sentence; empty before there was one."""
    articles: tuple[Article, ...]
    positions: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """By issue: what each party said that it wants."""

    @property
    def brackets(self) -> int:
        """How many brackets were open."""
        return sum(len(article.brackets) for article in self.articles)


@dataclass(frozen=True, slots=True)
class Past:
    """A session minute by minute: its events are folded once, and one state is kept for each minute."""

    names: Names
    seconds: tuple[float, ...]
    """The play seconds of the states, rising."""
    states: tuple[Session, ...]

    @classmethod
    def of(cls, record: Record) -> "Past":
        """Fold a record."""
        kept: dict[int, tuple[float, Session]] = {}
        latest = 0.0
        for moment, session in moments(record):
            latest = max(latest, moment.seconds)  # a clock that was set back does not hide what came after
            kept[_minute_after(latest)] = latest, session
        return cls(Names.of(record), tuple(s for s, _ in kept.values()), tuple(s for _, s in kept.values()))

    @property
    def last(self) -> int:
        """The play second of the last event."""
        return int(self.seconds[-1]) if self.seconds else 0

    def at(self, seconds: float) -> Session | None:
        """The session as it was at a play second, as of the last full minute; None before its first event."""
        place = bisect_right(self.seconds, seconds)
        return self.states[place - 1] if place else None

    def board(self, seconds: int) -> Board:
        """What stood on the board at a play second."""
        session, names = self.at(seconds), self.names
        if session is None:
            return Board(seconds, 0, names.phase(None), "", (), (), (), "", (), ())
        speakers = [floor.speaker for floor in session.floors.values() if floor.speaker is not None]
        return Board(
            seconds=seconds,
            number=session.number,
            phase=names.phase(session.phase),
            speaker=names.seats(speakers) if speakers else "",
            away=tuple(
                (names.short(party), state.consent)
                for party, state in session.consent.items()
                if state.consent not in (Consent.IN, Consent.UNASKED)
            ),
            meetings=tuple(names.seats(c.seats) for c in session.caucuses.values() if c.state == "open"),
            offers=tuple(
                Offer(p.number, names.short(p.party), names.terms(p.terms), p.state == "agreed")
                for p in session.packages.values()
                if p.state in STANDING
            ),
            text=text_is(session.text.state) if session.text.version else "",
            articles=_articles(session, names),
            positions=_positions(session, names),
        )


def _minute_after(seconds: float) -> int:
    """The full minute at which an event has happened."""
    return -int(-seconds // MINUTE)


def _articles(session: Session, names: Names) -> tuple[Article, ...]:
    if not session.text.version:
        return ()
    issues: Mapping[str, str | None] = {name: clause.issue for name, clause in session.scenario.text.clauses.items()}

    def words(clause: str, wording: str, option: str | None) -> str:
        issue = issues.get(clause)
        return wording or (names.option(issue, option) if issue and option else "")

    return tuple(
        Article(
            names.clause(name),
            words(name, state.wording, state.option),
            tuple((names.short(b.party), words(name, b.wording, b.option)) for b in state.open_brackets),
        )
        for name, state in session.text.clauses.items()
    )


def _positions(session: Session, names: Names) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    found = []
    for issue, state in session.issues.items():
        stated = tuple(
            (names.short(party), names.option(issue, stated.option) if stated.option else stated.text)
            for party, stated in state.positions.items()
        )
        if stated:
            found.append((names.issue(issue), stated))
    return tuple(found)
