"""Chance plays all seats through their forms: nothing breaks, little is refused, and no secret is drawn."""

import random
from pathlib import Path
from typing import Any

import pytest

from simulator.debrief.narration import sentence
from simulator.engine import TRAINER, Refused
from simulator.engine import commands as c
from simulator.engine.words import Source
from simulator.tui.seat import record
from simulator.tui.seat.fields import Form, Number, Pick, Several, Telling, Tick
from simulator.tui.seat.panes import ALL
from simulator.tui.seat.standing import standing
from simulator.tui.seat.waiting import waiting
from simulator.tui.seat.wishes import WISHES

KALINDRA = Path(__file__).parents[3] / "scenarios" / "library" / "sources-of-kalindra" / "scenario.yaml"
LAST = ("leave_role", "stop", "declare_outcome")
"""Wishes that end play."""


def by_chance(rng: random.Random, form: Form) -> dict[str, Any]:
    """Any answers to a form."""
    values: dict[str, Any] = {}
    for one in form.fields:
        match one:
            case Telling():
                continue
            case Pick():
                keys = [key for key, _ in one.options] + ([None] if one.none else [])
                values[one.name] = rng.choice(keys) if keys else None
            case Several():
                keys = [key for key, _ in one.options]
                values[one.name] = tuple(rng.sample(keys, rng.randint(0, min(3, len(keys)))))
            case Tick():
                values[one.name] = rng.random() < 0.5
            case Number():
                values[one.name] = rng.choice([None, 30, 90])
            case _:
                values[one.name] = rng.choice(["", "Some words", "[b]x[/]"])
    return values


def drawn(table: Any, seat: str) -> str:
    """Everything that the screen of a seat can show, as one text."""
    view = table.view(seat)
    texts = [standing(view, 1, 78).plain, waiting(view, 1).plain]
    for pane in ALL:
        for name, row in pane.rows(view):
            texts += [row.plain, pane.detail(view, name).plain]
    narrated = record.rows(view, lambda moment: sentence(moment, table.session.scenario))
    texts += [row.plain for _, row in narrated]
    for wish in WISHES:
        if wish.why_not(view, None) is None:
            texts.append(repr(wish.form(view, None)))
    return "\n".join(texts)


def secrets(table: Any, seat: str) -> list[str]:
    """What this seat must not see: briefs of others, and interests that nobody told it."""
    scenario, view = table.session.scenario, table.view(seat)
    known = {i.id for i in view.interests}
    mine = scenario.seats[seat].party
    kept = [other.brief for name, other in scenario.seats.items() if name != seat]
    for name, party in scenario.parties.items():
        if name != mine:
            kept.append(party.brief)
            kept += [party.batna] if party.batna else []
            kept += [i.text for short, i in party.interests.items() if f"{name}.{short}" not in known]
    return [" ".join(text.split())[:60] for text in kept]


@pytest.mark.parametrize("seed", [1, 2])
def test_chance_at_every_seat(exploring: Any, seed: int) -> None:
    rng = random.Random(seed)
    table = type(exploring)(KALINDRA).do(c.OpenSession, TRAINER, name="By chance")
    for seat in table.session.scenario.seats:
        table.do(c.CastSeat, TRAINER, seat=seat, source=Source.HUMAN, people=("Somebody",))
    table.do(c.StartClock, TRAINER)
    phases = [name for name, phase in table.session.scenario.phases.items() if phase.kind != "closing"][1:]
    taken = refused = 0
    for step in range(400):
        if step % 45 == 44 and phases:
            table.phase(phases.pop(0))
        seat = rng.choice(list(table.session.scenario.seats))
        view = table.view(seat)
        rows = [name for pane in ALL for name, _ in pane.rows(view)]
        pick = rng.choice([*rows, None])
        possible = [w for w in WISHES if w.id not in LAST and w.why_not(view, pick) is None]
        if not possible:
            continue
        wish = rng.choice(possible)
        form = wish.form(view, pick)
        made = form.command_fields(by_chance(rng, form))
        if isinstance(made, str):
            assert made.endswith((".", "?"))
            continue
        try:
            table.do(wish.do, seat, **made)
            taken += 1
        except Refused:
            refused += 1
        if step % 20 == 0:
            shown = " ".join(drawn(table, seat).split())
            own = " ".join(table.session.scenario.seats[seat].brief.split())[:60]
            assert own in shown, "the text that is looked at must hold what the seat may see"
            assert not [text for text in secrets(table, seat) if text in shown], seat
    assert taken > 10 * refused
