"""What pushed the parties: M23."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from roles.rights import Kind
from scenarios.texts import listing, mark, tr, trn
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.sentences import begun, sentence
from simulator.engine.events import (
    AdoptionOpened,
    AgendaAdopted,
    AppealMade,
    InjectSent,
    MoveTagged,
    PartyWalkedOut,
)
from simulator.engine.session import Moment
from simulator.engine.words import TRAINER, Move

PRESSURE = Finding(
    id="M23",
    title=mark("Pressure"),
    panel=Panel.PROCESS,
    observed=False,
    unit="acts",
    caution=mark("Pressure may be rightful, and the worst of it is never tagged."),
    fundamentals=(Fundamental.CONSENT,),
)


def pressure(course: Course) -> Finding:
    """M23: threats and promises as tagged, walk-outs, imposed agendas, deadlines of silence, appeals, and events that
    change a party's instructions; the value counts them where moves were tagged.

    A promise of a party that neither decides nor mediates is an incentive of a third party.
    """
    seen = sorted(_acts(course), key=lambda act: act[0].number)
    tagged = bool(course.every(MoveTagged))
    if not seen and not tagged:
        return replace(PRESSURE.said, reading=tr("No pressure is recorded, and nobody tagged what was said."))
    kinds = Counter(kind for _, kind, _, _ in seen)
    acts = listing(_counted(kind, times) for kind, times in kinds.items())
    unknown = caution = ""
    if not tagged:
        unknown = tr("nobody tagged what was said, so threats and promises are not known")
    else:
        moves = len(course.every(MoveTagged))
        caution = trn("{n} move was tagged.", "{n} moves were tagged.", moves)
        if not seen:
            acts = tr("No threat, promise or other pressure was recorded")
    return replace(
        PRESSURE.said,
        observed=True,
        value=float(len(seen)) if tagged else None,
        reading=sentence(begun(acts), unknown),
        caution=f"{caution} {tr(PRESSURE.caution)}".lstrip(),
        evidence=tuple(moment.number for moment, _, _, _ in seen)
        or tuple(moment.number for moment, _ in course.every(MoveTagged)),
        table=Table(
            ("minute", "phase", "pressure", "party", "about"),
            tuple(
                Row((minutes(moment.seconds), moment.phase, kind, party, about), (moment.number,))
                for moment, kind, party, about in seen
            ),
        )
        if seen
        else None,
    )


def _counted(kind: str, times: int) -> str:
    """How many acts of a kind there were."""
    match kind:
        case "threat":
            return trn("{n} threat", "{n} threats", times)
        case "promise":
            return trn("{n} promise", "{n} promises", times)
        case "incentive":
            return trn("{n} incentive of a third party", "{n} incentives of third parties", times)
        case "walk_out":
            return trn("{n} walk-out", "{n} walk-outs", times)
        case "imposed_agenda":
            return trn("{n} imposed agenda", "{n} imposed agendas", times)
        case "silence_deadline":
            return trn("{n} deadline of silence", "{n} deadlines of silence", times)
        case "appeal":
            return trn("{n} appeal of an elder", "{n} appeals of elders", times)
    return trn("{n} event with new instructions", "{n} events with new instructions", times)


def _acts(course: Course) -> Iterator[tuple[Moment, str, str | None, str | None]]:
    """Moment, kind, who presses or, by new instructions, is pressed, and the issue or the event."""
    for moment, tag in course.every(MoveTagged):
        party = course.party_of(tag.seat)
        if tag.move is Move.THREAT:
            yield moment, "threat", party, tag.issue
        elif tag.move is Move.PROMISE:
            yield moment, "incentive" if _third(course, party) else "promise", party, tag.issue
    for moment, left in course.every(PartyWalkedOut):
        yield moment, "walk_out", left.party, None
    for moment, agenda in course.every(AgendaAdopted):
        if agenda.imposed:
            yield moment, "imposed_agenda", course.party_of(agenda.by) or TRAINER, None
    for moment, put in course.every(AdoptionOpened):
        if put.until is not None:
            yield moment, "silence_deadline", course.party_of(put.by) or TRAINER, None
    for moment, appeal in course.every(AppealMade):
        yield moment, "appeal", course.party_of(appeal.by), None
    for moment, sent in course.every(InjectSent):
        inject = course.scenario.events.get(sent.inject)
        pressed = dict.fromkeys(effect.party for effect in inject.effects) if inject is not None else {}
        if pressed:
            yield moment, "new_instructions", ", ".join(pressed), sent.inject


def _third(course: Course, party: str | None) -> bool:
    found = course.scenario.parties.get(party or "")
    return found is not None and not found.decides and found.kind is not Kind.MEDIATION
