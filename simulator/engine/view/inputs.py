"""What a seat sees of the inputs, the synthesis and the non-papers."""

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.model import InputCard
from simulator.engine.commands import SynthesisPoint
from simulator.engine.legal import party_of
from simulator.engine.session import InputState, NonPaper, Session
from simulator.engine.words import EVERYBODY, TRAINER


@dataclass(frozen=True, slots=True)
class InputsView:
    """Inputs and what became of them, as a seat sees them."""

    filed: tuple[InputState, ...]
    cards: Mapping[str, InputCard]
    """Prepared inputs of this seat's party that it has not handed in; for the trainer, of all parties."""
    syntheses: tuple[tuple[SynthesisPoint, ...], ...]
    """Every version of the synthesis, latest last."""
    words: int
    """How many words fit the synthesis; 0 where the scenario has none."""
    writers: tuple[str, ...]
    """The seats that write it, and trace inputs to clauses."""
    non_papers: tuple[NonPaper, ...]
    """Those that reached this seat, or that it wrote."""


def inputs(session: Session, seat: str) -> InputsView:
    """Inputs, synthesis and non-papers for a seat."""
    scenario, party = session.scenario, party_of(session, seat)
    filed = {state.card for state in session.inputs.values()}
    synthesis = scenario.synthesis
    return InputsView(
        filed=tuple(session.inputs.values()),
        cards={n: c for n, c in scenario.inputs.items() if n not in filed and (seat == TRAINER or c.by == party)},
        syntheses=session.syntheses,
        words=synthesis.words if synthesis else 0,
        writers=synthesis.by if synthesis else (),
        non_papers=tuple(p for p in session.non_papers if seat in (TRAINER, p.by) or EVERYBODY in p.to or seat in p.to),
    )
