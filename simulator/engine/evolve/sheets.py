"""What happens with sheets that others do not see."""

from msgspec.structs import replace

from simulator.engine import events as e
from simulator.engine.evolve.change import put
from simulator.engine.session import Belief, Session, Sheet, Tick


def sheet_written(session: Session, event: e.SheetWritten) -> Session:
    before = session.sheets.get(event.party, Sheet())
    parts = {name: text for name, text in {**before.parts, **event.parts}.items() if text}
    return replace(session, sheets=put(session.sheets, event.party, replace(before, parts=parts, by=event.by)))


def sheet_filed(session: Session, event: e.SheetFiled) -> Session:
    before = session.sheets.get(event.party, Sheet())
    filed = replace(before, filed=session.clock.read(event.at), plan=before.parts)
    return replace(session, sheets=put(session.sheets, event.party, filed))


def belief_noted(session: Session, event: e.BeliefNoted) -> Session:
    before = session.beliefs.get(event.belief)
    earlier = () if before is None else before.before
    if before is not None and before.text != event.text:
        earlier = (*earlier, before.text)
    belief = Belief(
        number=event.belief,
        by=event.by,
        team=_party(session, event.by),
        party=event.party,
        text=event.text,
        sure=event.sure,
        seconds=session.clock.read(event.at),
        issue=event.issue,
        learned_from=event.learned_from,
        interest=event.interest,
        before=earlier,
    )
    return replace(session, beliefs=put(session.beliefs, event.belief, belief))


def belief_struck(session: Session, event: e.BeliefStruck) -> Session:
    before = session.beliefs.get(event.belief)
    if before is None:
        return session
    struck = replace(before, struck=True, reason=event.reason)
    return replace(session, beliefs=put(session.beliefs, event.belief, struck))


def conduct_marked(session: Session, event: e.ConductMarked) -> Session:
    team = _party(session, event.by)
    ticks = dict(session.conduct.get(team, {}))
    if event.done:
        ticks[event.item] = Tick(event.by, session.clock.read(event.at), event.text)
    else:
        ticks.pop(event.item, None)
    return replace(session, conduct=put(session.conduct, team, ticks))


def _party(session: Session, seat: str) -> str:
    found = session.scenario.seats.get(seat)
    return found.party if found else ""
