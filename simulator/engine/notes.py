"""What the record says in ids, where nobody typed a reason: said as a sentence when it is read."""

from scenarios.model import Scenario
from scenarios.texts import tr, trn
from simulator.engine.events import OutcomeRecorded, PhaseEntered
from simulator.engine.words import Cause

NOTHING_TO_TEST = "nothing-to-test"
"""The reason of a phase of shocks that is entered where the talks ended without terms."""


def note_of(outcome: OutcomeRecorded, scenario: Scenario) -> str:
    """What is noted about an outcome: what somebody typed, or which parties it hangs on."""
    if outcome.note or not outcome.parties:
        return outcome.note
    names = ", ".join(scenario.parties[p].name if p in scenario.parties else p for p in outcome.parties)
    if outcome.cause is not Cause.COLLAPSE:
        return tr("Ad referendum: {parties}.", parties=names)
    return trn(
        "{party} stayed out for more than {n} minute.",
        "{party} stayed out for more than {n} minutes.",
        scenario.consent_grace,
        party=names,
    )


def reason_of(entered: PhaseEntered) -> str:
    """Why a phase was entered: what somebody typed, or that it has nothing to do."""
    return tr("Nothing was agreed that a shock could test.") if entered.reason == NOTHING_TO_TEST else entered.reason
