"""Conditions and prepared events: what holds, and what is due."""

from collections.abc import Callable, Collection

from scenarios.model import Condition, Scenario
from simulator.engine.clock import MINUTE
from simulator.engine.decisions import away
from simulator.engine.session import Agenda, IncidentState, Session, Sheet, main_body, text_of
from simulator.engine.words import EVERYBODY, Settled, Source


def holds(condition: Condition, session: Session, now: float) -> bool:
    """Whether every key that is written in a condition holds at a play second."""
    c = condition
    return (
        (c.all is None or all(holds(part, session, now) for part in c.all))
        and (c.any is None or any(holds(part, session, now) for part in c.any))
        and (c.not_ is None or not holds(c.not_, session, now))
        and (c.phase is None or session.phase == c.phase)
        and (c.minute is None or now >= c.minute * MINUTE)
        and (c.after is None or (session.phase is not None and now - session.phase_since >= c.after * MINUTE))
        and _people_hold(c, session)
        and _matter_holds(c, session)
        and _table_holds(c, session)
    )


def _people_hold(c: Condition, session: Session) -> bool:
    return (
        (c.consent is None or all(session.consent[p].consent.value in words for p, words in c.consent.items()))
        and (c.ready is None or _ready(session, c.ready))
        and (c.prepared is None or all(session.sheets.get(p, Sheet()).filed is not None for p in c.prepared))
        and (c.caucus_with is None or all(met_alone(session, party) for party in c.caucus_with))
        and (c.disclosed is None or all(session.interests[i].first_told is not None for i in c.disclosed))
        and (c.sent is None or all(session.injects[i].state == "sent" for i in c.sent))
        and (c.pulses is None or all(_answered(session, pulse) for pulse in c.pulses))
        and (c.deroled is None or all(s.left_role for s in session.seats.values() if s.source is Source.HUMAN))
    )


def _matter_holds(c: Condition, session: Session) -> bool:
    return (
        (c.agenda is None or _agenda_of(session, main_body(session.scenario), c.agenda))
        and (c.framed is None or _share(session, _is_framed) >= c.framed)
        and (c.optioned is None or _share(session, _is_optioned) >= c.optioned)
        and (c.text_version is None or session.text.version >= c.text_version)
        and (c.clauses_settled is None or _settled(session) == c.clauses_settled)
        and (c.package is None or _package(session, c.package))
        and (c.outcome is None or session.outcome is not None)
    )


def _table_holds(c: Condition, session: Session) -> bool:
    return (
        (c.agendas is None or all(_agenda_of(session, body, how) for body, how in c.agendas.items()))
        and (c.texts is None or all(text_of(session, name).state == state for name, state in c.texts.items()))
        and (c.reported is None or set(c.reported) <= {report.body for report in session.reports.values()})
        and (c.reports_settled is None or _reports_settled(session) == c.reports_settled)
        and (c.inputs is None or len(session.inputs) >= c.inputs)
        and (c.synthesis is None or bool(session.syntheses))
        and (c.incidents is None or all(_so_far(i, c.incidents) for i in session.incidents.values()))
        and (c.away is None or all(_away(session, party) for party in c.away))
    )


_STEPS = ("reported", "acknowledged", "called_back", "unverified", "verified", "handled", "closed")


def _so_far(incident: IncidentState, least: str) -> bool:
    """Whether an incident is at least so far; what could not be verified counts as looked into."""
    least = "unverified" if least == "verified" else least
    return _STEPS.index(incident.state) >= _STEPS.index(least)


def _reports_settled(session: Session) -> bool:
    """Whether every report that stands is adopted, or all that it leaves open was lifted."""
    standing = [r for r in session.reports.values() if r.state not in ("returned", "replaced")]
    return bool(session.reports) and all(
        r.adopted or all(line.settled is Settled.AGREED or i in r.lifted for i, line in r.lines.items())
        for r in standing
    )


def _away(session: Session, party: str) -> bool:
    return any(away(session, party, body) for body in session.floors)


def _ready(session: Session, who: str) -> bool:
    if who == "sides":
        scenario = session.scenario
        return all(any(session.seats[s].ready for s in scenario.seats_of(p)) for p in scenario.deciding())
    return all(seat.ready for seat in session.seats.values() if seat.source is not Source.EMPTY)


def met_alone(session: Session, party: str) -> bool:
    """Whether the mediators have met a party in private, without another deciding party."""
    seats = session.scenario.seats
    deciding = set(session.scenario.deciding())
    for caucus in session.caucuses.values():
        if caucus.state not in ("open", "closed"):
            continue
        present = {seats[s].party for s in caucus.seats if s in seats}
        mediated = any(session.scenario.parties[p].kind.value == "mediation" for p in present)
        if mediated and party in present and not (present & deciding) - {party}:
            return True
    return False


def _answered(session: Session, pulse: str) -> bool:
    people = [name for name, seat in session.seats.items() if seat.source is Source.HUMAN]
    return all(name in session.pulses.get(pulse, {}) for name in people)


def _agenda_of(session: Session, body: str, how: str) -> bool:
    agenda = session.agendas.get(body, Agenda())
    return agenda.adopted is not None if how == "adopted" else bool(agenda.proposed)


def _share(session: Session, test: Callable[[Session, str], bool]) -> float:
    names = list(session.issues)
    return 100 * sum(1 for name in names if test(session, name)) / len(names)


def _is_framed(session: Session, issue: str) -> bool:
    return session.issues[issue].state not in ("unraised", "raised", "on_agenda")


def _is_optioned(session: Session, issue: str) -> bool:
    state = session.issues[issue]
    return len(state.board) >= 2 and _is_framed(session, issue)


def _settled(session: Session) -> bool:
    clauses = session.text.clauses.values()
    return bool(clauses) and all(c.state in ("clean", "bracketed", "parked", "closed") for c in clauses)


def _package(session: Session, how: str) -> bool:
    if how == "agreed":
        return session.agreed_package() is not None
    return bool(session.packages)


def addressees(scenario: Scenario, to: Collection[str]) -> tuple[str, ...]:
    """The seats that `all`, parties and seats name together, in the order of the scenario."""
    return tuple(name for name, seat in scenario.seats.items() if EVERYBODY in to or name in to or seat.party in to)
