"""Sheets that others do not see: preparation, the mediators' map of the conflict, their code of conduct."""

from collections.abc import Mapping

from scenarios.model import Scenario
from scenarios.preparation import CONDUCT, parts
from scenarios.texts import tr
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.decide import lookup
from simulator.engine.decide.interests import knows_interest
from simulator.engine.legal import instead, party_of
from simulator.engine.names import listed
from simulator.engine.refused import Refused
from simulator.engine.session import Belief, Session, Sheet
from simulator.engine.speech import clean, need

LONGEST_PART = 2000
"""Characters of a part of a sheet."""

LONGEST_BELIEF = 1000
"""Characters of a belief."""

MOST_BELIEFS = 400
"""Beliefs that a session takes."""


def sheet_parts(scenario: Scenario, party: str) -> tuple[str, ...]:
    """The ids of the parts of a party's preparation sheet."""
    return tuple(part.id for part in parts(scenario.parties[party].kind)) if party else ()


def code_of_conduct(scenario: Scenario) -> Mapping[str, str]:
    """The items of the mediators' code of conduct: the scenario's, or the standard ones."""
    return scenario.code_of_conduct or {name: tr(text) for name, text in CONDUCT.items()}


def write_sheet(command: c.WriteSheet, session: Session) -> tuple[e.Event, ...]:
    party = party_of(session, command.by)
    known = sheet_parts(session.scenario, party)
    for name in command.parts:
        if name not in known:
            raise Refused(
                "UNKNOWN",
                tr("“{part}” is no part of your preparation sheet.", part=name[:60]),
                tr("Parts: {known}.", known=listed(known)),
            )
    written = {name: clean(text, LONGEST_PART) for name, text in command.parts.items()}
    before = session.sheets.get(party, Sheet()).parts
    changed = {name: text for name, text in written.items() if text != before.get(name, "")}
    if not changed:
        raise Refused("NO-CHANGE", tr("This is what your preparation sheet says."), tr("Change a part."))
    return (e.SheetWritten(at=command.at, by=command.by, party=party, parts=changed),)


def file_sheet(command: c.FileSheet, session: Session) -> tuple[e.Event, ...]:
    party = party_of(session, command.by)
    sheet = session.sheets.get(party, Sheet())
    if not sheet.parts:
        raise Refused("EMPTY-TEXT", tr("There is nothing on your preparation sheet."), tr("Write a part of it first."))
    if sheet.filed is not None and not sheet.changed:
        raise Refused("ALREADY", tr("It is filed as it stands."), tr("Change a part to file it anew."))
    return (e.SheetFiled(at=command.at, by=command.by, party=party),)


def note_belief(command: c.NoteBelief, session: Session) -> tuple[e.Event, ...]:
    team = party_of(session, command.by)
    party = lookup.party(session, command.party)
    if party == team:
        raise Refused("OWN-PARTY", tr("The map is about the other parties."), tr("Name another party."))
    if not 1 <= command.sure <= 3:
        raise Refused("OUT-OF-RANGE", tr("How sure you are is 1, 2 or 3."), tr("1 a guess, 2 likely, 3 sure."))
    if command.issue is not None:
        lookup.issue(session, command.issue)
    source = None if command.learned_from is None else lookup.party(session, command.learned_from)
    number = len(session.beliefs) + 1
    if command.belief is not None:
        number = _belief(session, command.by, command.belief).number
    elif number > MOST_BELIEFS:
        raise Refused("TOO-MANY", tr("The map is full."), tr("Change or strike what is on it."))
    if command.interest is not None:
        _told(session, command.by, command.interest, party)
    return (
        e.BeliefNoted(
            at=command.at,
            by=command.by,
            belief=number,
            party=party,
            text=need(command.text, tr("the belief"), LONGEST_BELIEF),
            sure=command.sure,
            issue=command.issue,
            learned_from=source,
            interest=command.interest,
        ),
    )


def _told(session: Session, by: str, interest: str, party: str) -> None:
    """Raise Refused where a seat has not heard an interest of the party."""
    heard = [i for i in session.interests if i.split(".", 1)[0] == party and knows_interest(session, by, i)]
    if interest not in heard:
        raise Refused(
            "UNKNOWN",
            tr("“{interest}” is no interest of that party that you have heard.", interest=interest[:80]),
            tr("Heard: {known}.", known=listed(heard)),
        )


def strike_belief(command: c.StrikeBelief, session: Session) -> tuple[e.Event, ...]:
    belief = _belief(session, command.by, command.belief)
    reason = clean(command.reason, LONGEST_BELIEF)
    return (e.BeliefStruck(at=command.at, by=command.by, belief=belief.number, reason=reason),)


def _belief(session: Session, by: str, number: int) -> Belief:
    """A belief of one's own team that stands. Raises Refused."""
    found = session.beliefs.get(number)
    if found is None or found.struck or found.team != party_of(session, by):
        stands = [n for n, b in session.beliefs.items() if b.team == party_of(session, by) and not b.struck]
        raise Refused(
            "UNKNOWN",
            tr("There is no belief {number} on your map.", number=number),
            tr("On it: {known}.", known=listed(stands)),
        )
    return found


def mark_conduct(command: c.MarkConduct, session: Session) -> tuple[e.Event, ...]:
    team = party_of(session, command.by)
    known = code_of_conduct(session.scenario)
    if command.item not in known:
        raise Refused(
            "UNKNOWN",
            tr("“{item}” is not in your code of conduct.", item=command.item[:60]),
            tr("Items: {known}.", known=listed(known)),
        )
    ticked = session.conduct.get(team, {})
    if command.done == (command.item in ticked) and not command.text:
        raise Refused("ALREADY", tr("This is how it stands already."), instead(session, command.by))
    return (
        e.ConductMarked(
            at=command.at,
            by=command.by,
            item=command.item,
            done=command.done,
            text=clean(command.text, LONGEST_BELIEF),
        ),
    )
