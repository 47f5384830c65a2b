"""When a body has decided: the decision rules of `domain.md` section 3.4."""

from collections.abc import Mapping
from enum import StrEnum
from typing import assert_never

from scenarios.model import DecisionRule, RuleKind, Scenario
from simulator.engine.session import Session
from simulator.engine.words import Consent, Verdict


class Standing(StrEnum):
    """Where a question put to the parties stands."""

    OPEN = "open"
    MET = "met"
    IMPOSSIBLE = "impossible"


def rule_of(scenario: Scenario) -> DecisionRule:
    """The rule for packages, agenda and text: that of the first plenary body."""
    bodies = scenario.bodies.values()
    return next((b.rule for b in bodies if b.kind == "plenary"), next(iter(bodies)).rule)


def entitled(scenario: Scenario) -> tuple[str, ...]:
    """The parties that have a say under the rule, in the order of the scenario."""
    rule = rule_of(scenario)
    return tuple(p for p in scenario.parties if p in scenario.deciding() or p in rule.essential)


def standing(session: Session, says: Mapping[str, bool]) -> Standing:
    """Where a question stands when each party that answered says yes or no.

    Under silence an objection breaks it, and it need not run out when everybody has said yes. Where the chair declares,
    answers alone never meet the rule.
    """
    scenario = session.scenario
    rule, deciding = rule_of(scenario), scenario.deciding()
    yes = {party for party, agrees in says.items() if agrees}
    no = {party for party, agrees in says.items() if not agrees}
    match rule.kind:
        case RuleKind.CONSENSUS:
            present = {p for p in deciding if session.consent[p].consent not in (Consent.OUT, Consent.SUSPENDED)}
            return _all_of(present or set(deciding), yes, no)
        case RuleKind.UNANIMITY_OF_SIDES:
            return _all_of(set(deciding), yes, no)
        case RuleKind.SIDES_PLUS_GUARANTORS:
            return _all_of({*deciding, *rule.essential}, yes, no)
        case RuleKind.SUFFICIENT_CONSENSUS | RuleKind.MAJORITY:
            needed = rule.needed or len(deciding) // 2 + 1
            return _enough(set(rule.essential), set(deciding), needed, yes, no)
        case RuleKind.SILENCE:
            return Standing.IMPOSSIBLE if no else _all_of(set(entitled(scenario)), yes, no)
        case RuleKind.CHAIR_DECLARES:
            return Standing.OPEN
        case _:
            assert_never(rule.kind)


def on_the_text(session: Session, verdicts: Mapping[str, Verdict]) -> Standing:
    """Where the adoption of the text stands: who has left the talks without adopting it has refused."""
    says = {p: False for p, c in session.consent.items() if c.consent in (Consent.OUT, Consent.SUSPENDED)}
    return standing(session, says | {p: verdict is not Verdict.REFUSE for p, verdict in verdicts.items()})


def _all_of(needed: set[str], yes: set[str], no: set[str]) -> Standing:
    if needed & no:
        return Standing.IMPOSSIBLE
    return Standing.MET if needed <= yes else Standing.OPEN


def _enough(essential: set[str], deciding: set[str], needed: int, yes: set[str], no: set[str]) -> Standing:
    if essential & no or len(deciding - no) < needed:
        return Standing.IMPOSSIBLE
    return Standing.MET if essential <= yes and len(yes & deciding) >= needed else Standing.OPEN
