"""What bodies agreed to talk about, what was said against it, and how far they got: M29."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from scenarios.model import Scenario
from scenarios.texts import mark, tr, trn
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.sentences import sentence
from simulator.engine.events import AgendaAdopted, AgendaProposed, ItemObjected, ItemTakenUp, PhaseEntered
from simulator.engine.session import Moment, main_body

AGENDAS = Finding(
    id="M29",
    title=mark("Agendas"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark("An agenda that nobody adopts can be the fairest record of a dispute, and a quick one can hide it."),
    fundamentals=(Fundamental.PREPAREDNESS, Fundamental.CONSENT),
)


@dataclass(slots=True)
class _Agenda:
    """The agenda of a body in one round."""

    body: str
    phase: str
    since: float
    proposals: int = 0
    objections: int = 0
    how: str = ""
    """`adopted`, `imposed` or nothing."""
    adopted: float | None = None
    items: int = 0
    taken: set[str] = field(default_factory=set)
    evidence: list[int] = field(default_factory=list)


def _by_agenda(scenario: Scenario) -> bool:
    """Whether bodies work by agendas in this case, and not only the talks as a whole."""
    rounds = any(phase.new_agenda for phase in scenario.phases.values())
    return rounds or bool(scenario.agenda_items) or any(b.opens == "by_chair" for b in scenario.bodies.values())


def agendas(course: Course) -> Finding | None:
    """M29: proposals, objections and adoption of each agenda, and the items taken up, by body and round.

    The value is the share of the proposed agendas that were adopted by the rule of their body. None where the case has
    no agendas but that of the talks.
    """
    if not _by_agenda(course.scenario):
        return None
    found = [agenda for agenda in tuple(_agendas(course)) if agenda.proposals]
    if not found:
        return replace(AGENDAS.said, reading=tr("Nobody proposed an agenda."))
    adopted = [agenda for agenda in found if agenda.how == "adopted"]
    imposed = sum(agenda.how == "imposed" for agenda in found)
    left = sum(not agenda.how for agenda in found)
    objections = sum(agenda.objections for agenda in found)
    how = trn("{n} agenda was adopted", "{n} agendas were adopted", len(adopted))
    against = trn("{n} imposed", "{n} imposed", imposed) if imposed else ""
    never = trn("{n} never adopted", "{n} never adopted", left) if left else ""
    said = trn("there was {n} objection to an item", "there were {n} objections to items", objections)
    return replace(
        AGENDAS.said,
        observed=True,
        value=len(adopted) / len(found),
        reading=sentence(how, against, never, said if objections else tr("nobody objected to an item")),
        evidence=tuple(sorted(number for agenda in found for number in agenda.evidence)),
        table=Table(
            ("body", "phase", "proposals", "objections", "agenda", "minutes_until", "items", "items_taken_up"),
            tuple(
                Row(
                    (
                        agenda.body,
                        agenda.phase,
                        agenda.proposals,
                        agenda.objections,
                        agenda.how or "not adopted",
                        None if agenda.adopted is None else minutes(agenda.adopted - agenda.since),
                        agenda.items,
                        len(agenda.taken),
                    ),
                    tuple(agenda.evidence),
                )
                for agenda in found
            ),
        ),
    )


def _agendas(course: Course) -> Iterator[_Agenda]:
    """The agendas in the order in which their rounds began."""
    scenario, now = course.scenario, dict[str, _Agenda]()
    for moment in course.any_of(PhaseEntered, AgendaProposed, AgendaAdopted, ItemObjected, ItemTakenUp):
        event = moment.event
        if isinstance(event, PhaseEntered):
            phase = scenario.phases.get(event.phase)
            for body in phase.in_ if phase is not None else ():
                if body not in now or (phase is not None and phase.new_agenda):
                    now[body] = _Agenda(body, event.phase, course.running(moment))
                    yield now[body]
        elif isinstance(event, AgendaProposed | AgendaAdopted | ItemObjected | ItemTakenUp):
            body = event.body or main_body(scenario)
            if body not in now:
                now[body] = _Agenda(body, moment.phase or "", course.running(moment))
                yield now[body]
            _note(now[body], moment, event, course.running(moment))


def _note(
    agenda: _Agenda, moment: Moment, event: AgendaProposed | AgendaAdopted | ItemObjected | ItemTakenUp, at: float
) -> None:
    agenda.evidence.append(moment.number)
    match event:
        case AgendaProposed():
            agenda.proposals += 1
        case ItemObjected():
            agenda.objections += 1
        case AgendaAdopted():
            agenda.how, agenda.adopted = "imposed" if event.imposed else "adopted", at
            agenda.items = len(event.issues)
        case ItemTakenUp():
            agenda.taken.add(event.item)
