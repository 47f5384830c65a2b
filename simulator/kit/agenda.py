"""The course of the day: for the wall, and at the end of the public brief."""

from scenarios.texts import number, tr, trn
from simulator.engine.clock import MINUTE
from simulator.kit.case import Case
from simulator.kit.wording import when
from simulator.printing import Block, Document, Paragraph, Run, Table


def agenda(case: Case) -> Document:
    """The phases with their times and purposes."""
    return case.document(
        tr("Agenda"), (*timetable(case), *_notes(case)), subtitle=case.occasion.name or case.scenario.subtitle or ""
    )


def timetable(case: Case) -> tuple[Block, ...]:
    """A row for each phase; the optional ones stand below it."""
    start = case.occasion.start
    clock = case.public.clock
    rows = tuple(
        (
            (Run(when(slot.start / MINUTE, start) if start else number(slot.start / MINUTE), bold=True),),
            number(slot.minutes),
            (Run(slot.name, bold=True),),
            slot.purpose,
        )
        for slot in clock.plan
        if slot.minutes
    )
    table = Table(
        # Translators: heads of the columns of the agenda.
        (tr("Begins") if start else tr("Minute"), tr("Length"), tr("Phase"), tr("What should be reached")),
        rows,
        (1.1, 0.9, 2.6, 6),
        numbers=(1,) if start else (0, 1),
    )
    return (table,)


def _notes(case: Case) -> tuple[Block, ...]:
    notes: list[Block] = []
    clock = case.public.clock
    optional = [slot.name for slot in clock.plan if not slot.minutes]
    for name in optional:
        notes.append(Paragraph(tr("“{name}” is optional: the trainer enters it if there is time.", name=name), "small"))
    total = trn("The exercise takes {n} minute.", "The exercise takes {n} minutes.", clock.total)
    kept = tr("The time after play is kept free for the debriefing.")
    notes.append(Paragraph(f"{total} {kept}", "small"))
    return tuple(notes)
