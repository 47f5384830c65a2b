"""What was hidden: who held which interest, who was told, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from scenarios.model import Interest
from scenarios.texts import tr, trn
from scoring.outcome import Settlement
from scoring.preferences import points
from scoring.process import Course
from scoring.sentences import figure, parted
from simulator.debrief.naming import Names, clock_text
from simulator.engine import events as e
from simulator.engine.words import EVERYBODY, Permission


@dataclass(frozen=True, slots=True)
class Telling:
    """A time at which an interest was told or carried."""

    number: int
    time: str
    by: str
    to: str
    how: str


@dataclass(frozen=True, slots=True)
class Secret:
    """An interest, and its way."""

    id: str
    """`party.interest`."""
    text: str
    kept: str
    key: bool
    hint: str
    discovery: str
    serves: str
    """The options that serve it."""
    told: tuple[Telling, ...]
    acknowledged: tuple[tuple[int, str], ...]
    """Event number and party."""
    missed: bool
    """Nobody outside its party was told."""
    served: bool | None
    """Whether the terms agreed serve it; None without agreement, or where no option serves it."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A party and what it kept to itself."""

    party: str
    name: str
    secrets: tuple[Secret, ...]
    batna: str
    reservation: str
    """At the start and, where it moved, at the end; empty for a party that decides nothing."""
    red_lines: tuple[str, ...]
    together: tuple[str, ...]
    """What options are worth together, beyond their own points."""
    factions: tuple[tuple[str, str], ...] = ()
    """Institutions and factions inside it, each with its line."""
    readings: tuple[tuple[str, str], ...] = ()
    """Articles of the reference text, each with how it read them."""


def reveal(course: Course, settlement: Settlement, names: Names) -> tuple[Holder, ...]:
    """Every party that kept something to itself, with all of it. For the debriefing, never during play."""
    holders: list[Holder] = []
    reference = course.scenario.reference
    articles = tuple(reference.articles.values()) if reference is not None else ()
    for name, party in course.scenario.parties.items():
        readings = tuple((article.heading, article.readings[name]) for article in articles if name in article.readings)
        if not (party.interests or party.batna or party.factions or readings):
            continue
        at_the_end = settlement.instructions.reservations.get(name)
        holders.append(
            Holder(
                party=name,
                name=party.name,
                secrets=tuple(
                    _secret(course, settlement, names, f"{name}.{interest}", written)
                    for interest, written in party.interests.items()
                ),
                batna=party.batna or "",
                reservation=_reservation(party.reservation, None if at_the_end is None else points(at_the_end)),
                red_lines=tuple(names.terms(line) for line in party.red_lines),
                together=tuple(f"{names.terms(link.options)} = {_points(link.points)}" for link in party.linkages),
                factions=tuple((faction.name, faction.line.strip()) for faction in party.factions.values()),
                readings=tuple((heading, text.strip()) for heading, text in readings),
            )
        )
    return tuple(holders)


def _reservation(start: int | None, end: float | None) -> str:
    if start is None:
        return ""
    if end is None or end == start:
        return tr("{n} points", n=figure(start))
    return tr("{start} points at the start, {end} at the end", start=figure(start), end=figure(end))


def _points(points: int) -> str:
    sign = "+" if points > 0 else "\N{MINUS SIGN}" if points < 0 else ""
    return trn("{n} point", "{n} points", abs(points), n=f"{sign}{abs(points)}")


def _secret(course: Course, settlement: Settlement, names: Names, id: str, written: Interest) -> Secret:
    told: list[Telling] = []
    acknowledged: list[tuple[int, str]] = []
    outside = False
    for moment in course.during:
        event = moment.event
        if isinstance(event, e.InterestDisclosed | e.InterestRelayed) and event.interest == id:
            owner = id.partition(".")[0]
            outside = outside or any(seat == EVERYBODY or course.party_of(seat) != owner for seat in event.to)
            time = clock_text(moment.seconds)
            told.append(Telling(moment.number, time, names.seat(event.by), names.seats(event.to), _how(event)))
        elif isinstance(event, e.InterestAcknowledged) and event.interest == id:
            acknowledged.append((moment.number, names.party(event.party)))
    return Secret(
        id=id,
        text=written.text,
        kept=written.kept,
        key=written.key,
        hint=written.hint or "",
        discovery=written.discovery or "",
        serves=parted(
            tr("{issue}: {option}", issue=names.issue(issue), option=_either(names, issue, options))
            for issue, options in written.served_by.items()
        ),
        told=tuple(told),
        acknowledged=tuple(acknowledged),
        missed=not outside,
        served=_served(settlement, written),
    )


def _either(names: Names, issue: str, options: Iterable[str]) -> str:
    return tr(" or ").join(names.option(issue, option) for option in options)


def _served(settlement: Settlement, written: Interest) -> bool | None:
    """Whether one of the options agreed serves an interest."""
    terms = settlement.terms
    if terms is None or not terms.agreed or not written.served_by:
        return None
    return any(terms.options.get(issue) in options for issue, options in written.served_by.items())


def _how(event: e.InterestDisclosed | e.InterestRelayed) -> str:
    if isinstance(event, e.InterestRelayed):
        return tr("carried without leave") if event.breach else tr("carried with leave")
    if EVERYBODY in event.to:
        return tr("said in public")
    if event.permission is Permission.CLOSED:
        return tr("told in confidence")
    return tr("told, and free to be carried")
