"""What a stand-in makes of its view: who is at the table, how late it is, and what happened last."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from random import Random

from roles.acts import Act
from roles.rights import Kind, Right
from scenarios.archetypes import archetypes
from simulator.engine import Command, Event, Moment, View
from simulator.engine.chance import draw
from simulator.engine.events import TextEvent
from simulator.engine.session import Caucus, Floor, Package
from simulator.engine.view import ClauseView
from simulator.engine.words import Consent, Source

Habit = Callable[[View], Command | None]
"""One thing that a stand-in does: a command where the moment for it has come."""

UNSTAMPED = datetime(1, 1, 1, tzinfo=UTC)
"""The time on a stand-in's command until somebody stamps it: a view knows play seconds only."""

MINUTE = 60.0


def chance(view: View, purpose: str) -> Random:
    """A generator for one purpose at this moment."""
    return draw(view.seed, view.number, purpose)


def nature(view: View, purpose: str) -> Random:
    """A generator for one purpose that stays the same for the whole session."""
    return draw(view.seed, 0, purpose)


def running(view: View) -> bool:
    """Whether the clock runs."""
    return view.clock.state == "running"


def closing(view: View) -> bool:
    """Whether play is over."""
    return view.clock.phase is not None and view.clock.phase.kind == "closing"


def talks_begin(view: View) -> float:
    """The play second at which the first phase of play begins or began."""
    return next((phase.start for phase in view.clock.plan if phase.kind == "play"), 0.0)


def talks_end(view: View) -> float:
    """The play second by which the talks need their outcome: the test of the text keeps its planned minutes."""
    test = view.stress.phase if view.stress is not None else None
    kept = next((phase.minutes for phase in view.clock.plan if phase.id == test and phase.state == "ahead"), 0)
    return view.clock.play_ends - kept * MINUTE


def share(view: View) -> float:
    """How much of the time for talks is gone, from 0 to 1."""
    begin = talks_begin(view)
    return max(0.0, min(1.0, (view.clock.seconds - begin) / max(1.0, talks_end(view) - begin)))


def left(view: View) -> float:
    """Play seconds until the end of the talks."""
    return talks_end(view) - view.clock.seconds


def tested(view: View) -> bool:
    """Whether the text is being tested."""
    return view.stress is not None and view.clock.phase is not None and view.clock.phase.id == view.stress.phase


def scale(view: View) -> float:
    """How the time for talks compares with that of an exercise of three hours: patience shrinks with it."""
    return max(0.15, min(1.0, (view.clock.play_ends - talks_begin(view)) / (90 * MINUTE)))


# -- who is there -----------------------------------------------------------------------------------------------------


def may(view: View, seat: str, act: Act) -> bool:
    """Whether the standard role of a seat may do an act unasked."""
    return archetypes()[view.seats[seat].archetype].right(act) is Right.MAY


def played(view: View, seat: str) -> bool:
    """Whether somebody plays a seat and is still in role."""
    chair = view.seats[seat]
    return chair.source is not Source.EMPTY and not chair.left_role


def deciding(view: View) -> tuple[str, ...]:
    """The parties whose agreement is needed."""
    return tuple(name for name, party in view.parties.items() if party.decides)


def away(view: View, party: str) -> bool:
    """Whether a party has left the talks."""
    return view.parties[party].consent in (Consent.SUSPENDED, Consent.OUT)


def head_of(view: View, party: str) -> str | None:
    """The seat that speaks for a party."""
    seats = [seat for seat in view.parties[party].seats if played(view, seat)]
    return next((seat for seat in seats if view.seats[seat].heads), seats[0] if seats else None)


def mediating(view: View, seat: str) -> bool:
    """Whether a seat belongs to the mediation team and may carry what it hears."""
    kind = view.parties[view.seats[seat].party].kind
    return kind is Kind.MEDIATION and may(view, seat, Act.RECORD_LEARNED)


def team(view: View) -> tuple[str, ...]:
    """The mediators that somebody plays, in the order of the scenario."""
    return tuple(seat for seat in view.seats if mediating(view, seat) and played(view, seat))


def leads(view: View, act: Act) -> bool:
    """Whether this seat is the first of the mediators to do an act; stand-ins leave it to people who come before."""
    return next((seat for seat in team(view) if may(view, seat, act)), None) == view.seat


def busy(view: View) -> frozenset[str]:
    """The seats that this seat knows to be in a private meeting."""
    return frozenset(seat for caucus in view.caucuses if caucus.state == "open" for seat in caucus.seats)


def meetings_with(view: View, party: str) -> tuple[Caucus, ...]:
    """The private meetings of mediators with a party that took place, wait, or go on."""
    return tuple(
        caucus
        for caucus in view.caucuses
        if caucus.state != "declined"
        if any(view.seats[seat].party == party for seat in caucus.seats)
        if any(mediating(view, seat) for seat in caucus.seats)
    )


# -- the floor --------------------------------------------------------------------------------------------------------


def speaking(view: View) -> tuple[str, Floor] | None:
    """The body in which this seat has the floor."""
    return next(((body, floor) for body, floor in view.floors.items() if floor.speaker == view.seat), None)


def sitting(view: View) -> tuple[str, Floor] | None:
    """The body in which this seat works now: the smallest one that is open, and that it neither observes nor left."""
    party = view.party.id if view.party else ""
    bodies = [
        body
        for body, floor in view.floors.items()
        if floor.open and (view.seat in view.members[body] or view.seat in floor.chair)
        if party not in view.bodies[body].left
    ]
    here = min(bodies, key=lambda body: len(view.members[body]), default=None)
    return None if here is None else (here, view.floors[here])


# -- what is on the table ---------------------------------------------------------------------------------------------


def latest(view: View, kind: type[Event], test: Callable[[Event], bool] = lambda event: True) -> Moment | None:
    """The latest event of a kind that this seat knows; of what happens with texts, one about the main text."""
    return latest_of(view, "", kind, test)


def latest_of(
    view: View, document: str, kind: type[Event], test: Callable[[Event], bool] = lambda event: True
) -> Moment | None:
    """The latest event of a kind about a text that this seat knows."""
    for moment in reversed(view.log):
        event = moment.event
        if isinstance(event, kind) and test(event) and _of(event, document):
            return moment
    return None


def _of(event: Event, document: str) -> bool:
    return not isinstance(event, TextEvent) or event.document == document


def about(field: str, value: object) -> Callable[[Event], bool]:
    """Whether an event says this in that field."""
    return lambda event: bool(getattr(event, field, None) == value)


def mine(view: View, kind: type[Event], test: Callable[[Event], bool] = lambda event: True) -> Moment | None:
    """The latest event of a kind that this seat brought about."""
    return latest(view, kind, lambda event: event.by == view.seat and test(event))


def waited(view: View, moment: Moment | None) -> float:
    """Play seconds since a moment; since ever, where there was none."""
    return view.clock.seconds - moment.seconds if moment else 1e9


def agreed(view: View) -> Package | None:
    """The package that is agreed."""
    return next((p.package for p in reversed(view.packages) if p.package.state == "agreed"), None)


def text_terms(view: View) -> Mapping[str, str]:
    """What the text settles as it stands: the option of every clause that is not parked."""
    return {
        clause.issue: clause.clause.option
        for clause in view.text.clauses
        if clause.issue is not None and clause.clause.option is not None and clause.clause.state != "parked"
    }


def contested(view: View) -> tuple[ClauseView, ...]:
    """The clauses in brackets."""
    return tuple(clause for clause in view.text.clauses if clause.clause.state == "bracketed")


def under_reading(view: View) -> bool:
    """Whether a text lies before the parties."""
    return view.text.version > 0 and view.text.state in ("under_reading", "clean") and view.outcome is None


def label(view: View, issue: str, option: str) -> str:
    """The short name of an option."""
    return next((known.label for known in view.issues[issue].options if known.id == option), option)
