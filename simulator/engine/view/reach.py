"""What the talks can still settle on: for exercise control, whose boards weigh it."""

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.model import Scenario
from simulator.engine.instructions import Instruction, instruction
from simulator.engine.session import Session


@dataclass(frozen=True, slots=True)
class ReachView:
    """The case with all its value tables, what parties hold out for now, and since when each option is at hand."""

    scenario: Scenario
    told: Mapping[str, Instruction]
    """By deciding party, with what events changed and what delay cost so far."""
    board: Mapping[str, Mapping[str, float]]
    """By issue, the options that everybody sees and the default, each with the play second since which it is so."""
    known: Mapping[str, Mapping[str, float]]
    """By issue, further options that a party knows, each with the play second since which one does."""


def reach(session: Session, now: float) -> ReachView:
    """What is within reach at a play second."""
    scenario = session.scenario
    board, known = {}, {}
    for name, issue in session.issues.items():
        written = scenario.issues[name]
        board[name] = {written.default: 0.0} | {
            option: shown.since for option, shown in issue.board.items() if option in written.options
        }
        known[name] = {
            option: issue.unlocked.get(option, 0.0)
            for option, parties in issue.known.items()
            if parties and option in written.options and option not in board[name]
        }
    return ReachView(
        scenario,
        {party: instruction(session, party, now) for party in scenario.deciding()},
        board,
        known,
    )
