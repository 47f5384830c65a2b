"""What a seat sees of the inputs, the synthesis and the non-papers."""

from collections.abc import Mapping
from dataclasses import dataclass

from roles.acts import Family
from scenarios.model import InputCard
from simulator.engine.clock import MINUTE
from simulator.engine.commands import SynthesisPoint
from simulator.engine.decide.lookup import knows_option
from simulator.engine.legal import party_of
from simulator.engine.session import InputState, NonPaper, Session
from simulator.engine.words import EVERYBODY, TRAINER, Uptake


@dataclass(frozen=True, slots=True)
class InputView:
    """An input that was handed in, and what became of it."""

    number: int
    by: str
    party: str
    title: str
    """What its card asks for in a few words; empty for an input in own words alone."""
    text: str
    issues: tuple[str, ...]
    serves: Mapping[str, tuple[str, ...]]
    """The options that take up a prepared input, issue by issue, as far as this seat knows them."""
    uptake: Uptake | None
    document: str
    clause: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class InputsView:
    """Inputs and what became of them, as a seat sees them."""

    filed: tuple[InputView, ...]
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
    used: bool
    """Whether the scenario has prepared inputs or a synthesis, or somebody handed an input in."""
    messages: bool
    """Whether some phase opens messengers, non-papers and the press."""
    travel: float
    """Play seconds that a message is on its way."""


def inputs(session: Session, seat: str) -> InputsView:
    """Inputs, synthesis and non-papers for a seat."""
    scenario, party = session.scenario, party_of(session, seat)
    filed = {state.card for state in session.inputs.values()}
    synthesis = scenario.synthesis
    return InputsView(
        filed=tuple(_input(session, seat, state) for state in session.inputs.values()),
        cards={
            name: card if seat == TRAINER else card.model_copy(update={"serves": _known(session, seat, card.serves)})
            for name, card in scenario.inputs.items()
            if name not in filed and (seat == TRAINER or card.by == party)
        },
        syntheses=session.syntheses,
        words=synthesis.words if synthesis else 0,
        writers=synthesis.by if synthesis else (),
        non_papers=tuple(p for p in session.non_papers if seat in (TRAINER, p.by) or EVERYBODY in p.to or seat in p.to),
        used=bool(scenario.inputs or synthesis or session.inputs),
        travel=scenario.travel * MINUTE,
        messages=any(Family.MESSAGES in phase.allows for phase in scenario.phases.values()),
    )


def _input(session: Session, seat: str, state: InputState) -> InputView:
    card = session.scenario.inputs.get(state.card) if state.card is not None else None
    serves = card.serves if card is not None else {}
    return InputView(
        number=state.number,
        by=state.by,
        party=state.party,
        title=card.title if card is not None else "",
        text=state.text or (card.text if card is not None else ""),
        issues=state.issues,
        serves=_known(session, seat, serves),
        uptake=state.uptake,
        document=state.document,
        clause=state.clause,
        reason=state.reason,
    )


def _known(session: Session, seat: str, serves: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """The options that take up an input, as far as a seat knows them."""
    return {
        issue: tuple(o for o in options if seat == TRAINER or knows_option(session, seat, issue, o))
        for issue, options in serves.items()
    }
