"""What pushed the parties: M23."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from roles.rights import Kind
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, counted, listed, minutes
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
    title="Pressure",
    panel=Panel.PROCESS,
    observed=False,
    unit="acts",
    caution="Pressure may be rightful, and the worst of it is never tagged.",
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
        return replace(PRESSURE, reading="No pressure is recorded, and nobody tagged what was said.")
    kinds = Counter(kind for _, kind, _, _ in seen)
    reading = listed([f"{number} {_NAMES[kind][number != 1]}" for kind, number in kinds.items()])
    if not tagged:
        reading += "; nobody tagged what was said, so threats and promises are not known"
    elif not seen:
        reading = "No threat, promise or other pressure was recorded"
    return replace(
        PRESSURE,
        observed=True,
        value=float(len(seen)) if tagged else None,
        reading=reading[0].upper() + reading[1:] + ".",
        caution=(f"{_tags(len(course.every(MoveTagged)))} tagged. " if tagged else "") + PRESSURE.caution,
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


_NAMES = {
    "threat": ("threat", "threats"),
    "promise": ("promise", "promises"),
    "incentive": ("incentive of a third party", "incentives of third parties"),
    "walk_out": ("walk-out", "walk-outs"),
    "imposed_agenda": ("imposed agenda", "imposed agendas"),
    "silence_deadline": ("deadline of silence", "deadlines of silence"),
    "appeal": ("appeal of an elder", "appeals of elders"),
    "new_instructions": ("event with new instructions", "events with new instructions"),
}


def _tags(number: int) -> str:
    return f"{counted(number, 'move')} {'was' if number == 1 else 'were'}"


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
