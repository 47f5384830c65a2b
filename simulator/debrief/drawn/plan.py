"""How long the phases lasted, beside what was planned."""

from scenarios.texts import tr
from scoring.sentences import figure, lasting, parted
from simulator.debrief.contents import Known
from simulator.debrief.drawn import axes
from simulator.debrief.drawn.forms import Row, rows
from simulator.debrief.drawn.lettering import tidy
from simulator.debrief.drawn.looks import Sign
from simulator.debrief.timeline import Stretch, stretches
from simulator.printing import Figure

MOST = 30
"""With more stays in phases than this, those in the same phase are drawn as one."""


def plan(known: Known) -> Figure | None:
    """Planned and actual minutes of every stay in a phase; None where the clock never ran."""
    stays = [each for each in stretches(known.lived, known.names, _nothing) if each.phase is not None]
    if not any(stay.minutes for stay in stays):
        return None
    timed = [(stay.name, stay.planned, stay.minutes) for stay in stays]
    if len(timed) > MOST:
        timed = _by_phase(stays)
    shown: list[Row] = []
    said: list[str] = []
    for place, (name, planned, actual) in enumerate(timed, 1):
        name, lasted = tidy(name), figure(actual, 1)
        if planned is None:
            shown.append(Row(f"{place}\N{NO-BREAK SPACE} {name}", (None, actual), ("", lasted)))
            # Translators: in a list parted by semicolons: a phase that the plan does not have; {length} is like
            # "5 minutes".
            said.append(tr("{phase}: {length}, not planned", phase=name, length=lasting(60 * actual)))
            continue
        due = figure(planned, 1)
        shown.append(Row(f"{place}\N{NO-BREAK SPACE} {name}", (planned, actual), (due, lasted)))
        said.append(
            # Translators: in a list parted by semicolons: how long a phase lasted, and was planned to; each is like
            # "5 minutes".
            tr(
                "{phase}: {length}, {planned} planned",
                phase=name,
                length=lasting(60 * actual),
                planned=lasting(60 * planned),
            )
        )
    most = max(max(planned or 0, actual) for _, planned, actual in timed)
    drawn = rows(
        shown,
        ("hollow", "solid"),
        # Translators: below the axis of a drawing, on which lengths stand.
        axes.counted(most, tr("minutes")),
        # Translators: in the key of a drawing: the length of a phase by the plan, and as it was.
        (Sign(tr("as planned, after cuts"), fill="hollow"), Sign(tr("as it was"), fill="solid")),
    )
    return Figure(
        tr("Plan and actual time, phase by phase"),
        drawn,
        # Translators: {phases} is a list of clauses about phases, parted by semicolons.
        tr("Phase by phase: {phases}.", phases=parted(said)),
    )


def _nothing(*_: object) -> None:
    return None


def _by_phase(stays: list[Stretch]) -> list[tuple[str, int | None, float]]:
    found: dict[str, tuple[int | None, float]] = {}
    for stay in stays:
        planned, actual = found.get(stay.name, (None, 0.0))
        if stay.planned is not None:
            planned = (planned or 0) + stay.planned
        found[stay.name] = planned, round(actual + stay.minutes, 1)
    return [(name, planned, actual) for name, (planned, actual) in found.items()]
