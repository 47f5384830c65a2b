"""Things that a command names: found, or refused with the nearest known name."""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches

from scenarios.model import Body, Issue, ReferenceText
from scenarios.texts import tr
from simulator.engine.legal import instead, party_of
from simulator.engine.names import listed
from simulator.engine.refused import Refused
from simulator.engine.session import Package, Session
from simulator.engine.words import EVERYBODY, TRAINER


def _unknown(said: str, name: str, known: Collection[str]) -> Refused:
    near = get_close_matches(name, list(known), n=1)
    why = " ".join((said, tr("Did you mean “{name}”?", name=near[0]))) if near else said
    return Refused("UNKNOWN", why, tr("Known: {known}.", known=", ".join(list(known)[:20])))


def issue(session: Session, name: str) -> Issue:
    """The issue of that id."""
    if name not in session.scenario.issues:
        raise _unknown(tr("There is no issue “{name}”.", name=name[:60]), name, session.scenario.issues)
    return session.scenario.issues[name]


def seat(session: Session, name: str) -> str:
    """The seat, if the scenario has it."""
    if name not in session.scenario.seats:
        raise _unknown(tr("There is no seat “{name}”.", name=name[:60]), name, session.scenario.seats)
    return name


def seats(session: Session, names: tuple[str, ...]) -> tuple[str, ...]:
    """The seats without doubles, in the order given; `all` may stand alone."""
    if EVERYBODY in names:
        return (EVERYBODY,)
    return tuple(dict.fromkeys(seat(session, name) for name in names))


def party(session: Session, name: str) -> str:
    """The party, if the scenario has it."""
    if name not in session.scenario.parties:
        raise _unknown(tr("There is no party “{name}”.", name=name[:60]), name, session.scenario.parties)
    return name


def body(session: Session, name: str) -> str:
    """The body, if the scenario has it."""
    if name not in session.scenario.bodies:
        raise _unknown(tr("There is no body “{name}”.", name=name[:60]), name, session.scenario.bodies)
    return name


def sitting(session: Session, name: str) -> Body:
    """The body, if it sits in this phase."""
    scenario = session.scenario
    body(session, name)
    here = scenario.phases[session.phase].in_ if session.phase else ()
    if name not in here:
        now = listed(scenario.bodies[b].name for b in here)
        raise Refused(
            "NOT-SITTING",
            tr("{body} does not sit now.", body=scenario.bodies[name].name),
            tr("Sitting now: {now}.", now=now),
        )
    return scenario.bodies[name]


def members(session: Session, body: Body) -> tuple[str, ...]:
    """The seats of a body, those that only observe it left out."""
    seats = tuple(session.scenario.seats) if body.members == "all" else body.members
    return tuple(seat for seat in seats if seat not in body.observers) if body.observers else seats


def demand_member(session: Session, by: str, name: str) -> None:
    """Raise Refused where a seat neither sits in a body nor chairs it nor is the trainer."""
    body = session.scenario.bodies[name]
    if by == TRAINER or by in members(session, body) or by in session.floors[name].chair:
        return
    if by in body.observers:
        raise Refused(
            "OBSERVER",
            tr("You observe {body}: you speak in it when its chair invites you, and decide nothing.", body=body.name),
            instead(session, by),
        )
    raise Refused("NOT-A-MEMBER", tr("You do not sit in {body}.", body=body.name), instead(session, by))


def package(session: Session, number: int) -> Package:
    """The package of that number."""
    if number not in session.packages:
        raise _unknown(
            tr("There is no package “{name}”.", name=str(number)[:60]), str(number), [str(n) for n in session.packages]
        )
    return session.packages[number]


def article(reference: ReferenceText, name: str) -> str:
    """The article, if the agreement in force has it."""
    if name not in reference.articles:
        raise Refused(
            "UNKNOWN",
            tr("“{title}” has no article “{name}”.", title=reference.title, name=name[:60]),
            tr("Articles: {known}.", known=listed(list(reference.articles)[:20])),
        )
    return name


def no_clause(name: str, known: Iterable[str]) -> Refused:
    """The refusal of a clause that a text does not have."""
    return Refused(
        "UNKNOWN", tr("There is no clause “{name}”.", name=name[:60]), tr("Clauses: {known}.", known=listed(known))
    )


def knows_option(session: Session, by: str, issue_id: str, option: str) -> bool:
    """Whether a seat knows an option: it is on the board, or its party knows it."""
    state = session.issues[issue_id]
    return option in state.board or party_of(session, by) in state.known.get(option, frozenset())


def option(session: Session, by: str, issue_id: str, name: str) -> str:
    """An option of the scenario that the seat knows; refused as unknown otherwise, so that asking tells nothing."""
    matter = issue(session, issue_id)
    if name not in matter.options or not knows_option(session, by, issue_id, name):
        known = [o for o in matter.options if knows_option(session, by, issue_id, o)]
        raise _unknown(
            tr("There is no option for “{issue}” “{name}”.", issue=matter.title, name=name[:60]), name, known
        )
    return name


def terms(session: Session, by: str, given: Mapping[str, str]) -> Mapping[str, str]:
    """The terms in the order of the issues, every option known to the seat."""
    for name, choice in given.items():
        option(session, by, name, choice)
    return {name: given[name] for name in session.scenario.issues if name in given}
