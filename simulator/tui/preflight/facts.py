"""The facts of the pre-flight check, gathered from the journal, the case and the machine."""

from collections.abc import Collection
from functools import lru_cache

from roles.rights import Kind
from scenarios.reading import read_text
from scenarios.texts import INTERFACE, language, tr
from scenarios.translation.catalogue import compared
from scenarios.translation.po import read_po
from scenarios.translation.texts import texts
from scoring.checked import checked
from simulator.engine import TRAINER, Session
from simulator.engine.legal import archetype_of
from simulator.engine.words import Source
from simulator.journal import codes, wall
from simulator.journal.condition import condition
from simulator.journal.pins import pinned
from simulator.journal.store import Journal
from simulator.tui.preflight.rows import Chair, Facts


def gather(journal: Journal, name: str, session: Session, terminals: int, tongues: Collection[str] = ()) -> Facts:
    """All that the check looks at, now; `tongues` are languages that seats of this terminal spoke. Raises JournalError.

    Which language a seat speaks at another terminal is not in the record: any that the program and the case have.
    """
    pins = pinned(journal, name)
    errors, warnings, missing = _written(journal.scenario_text(name))
    case = session.scenario
    spoken = dict.fromkeys((session.language or case.language, language(), *tongues))
    spoken |= dict.fromkeys(code for code in INTERFACE if code in missing)
    admitted = [
        seat for seat, state in session.seats.items()
        if state.source is Source.HUMAN and archetype_of(session, seat).kind is Kind.RATER
    ]  # fmt: skip
    return Facts(
        session=name,
        scenario=case.id,
        started=session.clock.started,
        chairs=tuple(
            Chair(chair.name, session.seats[seat].source, chair.optional, seat in pins)
            for seat, chair in case.seats.items()
        ),
        trainer_pinned=TRAINER in pins,
        gaps=tuple((code, missing.get(code)) for code in spoken),
        errors=errors,
        warnings=warnings,
        now=wall.now().astimezone(),
        last=session.last_at,
        speed=wall.speed(),
        condition=condition(journal),
        terminals=terminals,
        raters=(*session.admitted, *(case.seats[seat].name for seat in admitted)),
        open_code=codes.code_of(journal, name) is not None,
    )


@lru_cache(maxsize=4)
def _written(text: str) -> tuple[int, int, dict[str, int]]:
    """What a check finds in a case: errors, warnings, and how many texts each of its languages lacks."""
    reading = read_text(text, tr("the record's scenario"))
    found = checked(reading)
    if reading.scenario is None:
        return found.errors, found.warnings, {}
    own = texts(reading.scenario)
    lacking = {
        code: len(compared(own, read_po(catalogue, f"{code}.po")).missing)
        for code, catalogue in reading.folder.catalogues().items()
    }
    return found.errors, found.warnings, {reading.scenario.language: 0, **lacking}
