"""When a body has decided: the decision rules of `domain.md` section 3.4."""

from collections.abc import Mapping
from enum import StrEnum
from typing import assert_never

from scenarios.model import DecisionRule, RuleKind, Scenario
from simulator.engine.session import Session, main_body, written_text
from simulator.engine.words import Consent, Say, Verdict

SAYS: Mapping[Verdict, Say] = {
    Verdict.ADOPT: Say.YES,
    Verdict.ADOPT_WITH_RESERVATION: Say.YES,
    Verdict.AD_REFERENDUM: Say.YES,
    Verdict.REFUSE: Say.NO,
    Verdict.ABSTAIN: Say.ABSTAINS,
}
"""What a verdict on a text says to the question whether it is adopted."""


class Standing(StrEnum):
    """Where a question put to the parties stands."""

    OPEN = "open"
    MET = "met"
    IMPOSSIBLE = "impossible"


def rule_of(scenario: Scenario, body: str = "") -> DecisionRule:
    """The rule of a body; none named: of the first plenary, whose rule packages, agenda and the main text follow."""
    return scenario.bodies[body or main_body(scenario)].rule


def body_of_text(scenario: Scenario, document: str) -> str:
    """The body that adopts a text."""
    return written_text(scenario, document).body or main_body(scenario)


def rule_of_text(scenario: Scenario, document: str) -> DecisionRule:
    """The rule by which a text is adopted: its own, or that of its body."""
    return written_text(scenario, document).rule or rule_of(scenario, body_of_text(scenario, document))


def deciders(scenario: Scenario, body: str = "", rule: DecisionRule | None = None) -> tuple[str, ...]:
    """Who decides in a body: whom the rule names, otherwise the deciding parties that have a seat in it."""
    name = body or main_body(scenario)
    written = scenario.bodies[name]
    rule = rule or written.rule
    if rule.parties:
        return tuple(p for p in scenario.parties if p in rule.parties)
    if written.members == "all" and not written.observers:
        return scenario.deciding()
    seats = scenario.seats if written.members == "all" else written.members
    inside = {scenario.seats[s].party for s in seats if s in scenario.seats and s not in written.observers}
    return tuple(p for p in scenario.deciding() if p in inside)


def entitled(scenario: Scenario, body: str = "", rule: DecisionRule | None = None) -> tuple[str, ...]:
    """The parties that have a say in a body under a rule, in the order of the scenario."""
    rule = rule or rule_of(scenario, body)
    say = {*deciders(scenario, body, rule), *rule.essential, *rule.veto}
    return tuple(p for p in scenario.parties if p in say)


def away(session: Session, party: str, body: str = "") -> bool:
    """Whether a party has left the talks, or left a body for all of its agenda or for the item that is taken up."""
    name = body or main_body(session.scenario)
    left = session.floors[name].away.get(party) if name in session.floors else None
    return _left_talks(session, party) or (left is not None and left in ("", session.agendas[name].item))


def gone(session: Session, party: str, body: str = "") -> bool:
    """Whether a party has left the talks or a body altogether; who left for one item keeps its say on the others."""
    name = body or main_body(session.scenario)
    return _left_talks(session, party) or (name in session.floors and session.floors[name].away.get(party) == "")


def _left_talks(session: Session, party: str) -> bool:
    consent = session.consent.get(party)
    return consent is not None and consent.consent in (Consent.SUSPENDED, Consent.OUT)


def standing(session: Session, says: Mapping[str, Say], body: str = "", rule: DecisionRule | None = None) -> Standing:
    """Where a question stands in a body after what each party said that answered.

    Under consensus an abstention is no objection, and who has left altogether has none. Where agreement is needed, an
    abstention is not agreement. Under silence an objection breaks it, and it need not run out when everybody has said
    yes. A veto has to be used: a veto holder that is away has not used it, and one that is there is waited for. Where
    the chair declares, answers alone never meet the rule.
    """
    scenario = session.scenario
    rule = rule or rule_of(scenario, body)
    decide = set(deciders(scenario, body, rule))
    there = {p for p in decide if not gone(session, p, body)}
    yes = {party for party, say in says.items() if say is Say.YES}
    no = {party for party, say in says.items() if say is Say.NO}
    not_yes = {party for party, say in says.items() if say is not Say.YES}
    match rule.kind:
        case RuleKind.CONSENSUS:
            return _consensus(there or decide, rule.objections, set(says), no)
        case RuleKind.UNANIMITY_OF_SIDES | RuleKind.AD_REFERENDUM:
            return _all_of(decide, yes, not_yes)
        case RuleKind.SIDES_PLUS_GUARANTORS:
            return _all_of({*decide, *rule.essential}, yes, not_yes)
        case RuleKind.SUFFICIENT_CONSENSUS | RuleKind.MAJORITY:
            needed = rule.needed or len(decide) // 2 + 1
            return _enough(set(rule.essential), decide, needed, yes, not_yes)
        case RuleKind.K_OF_N_WITH_VETO_HOLDERS:
            holders = {p for p in rule.veto if not gone(session, p, body)}
            if no & holders:
                return Standing.IMPOSSIBLE
            needed = rule.needed or len(decide) // 2 + 1
            reached = _enough(set(rule.essential), decide, needed, yes, not_yes)
            return Standing.OPEN if reached is Standing.MET and not holders <= set(says) else reached
        case RuleKind.SILENCE:
            say = set(entitled(scenario, body, rule))
            return Standing.IMPOSSIBLE if no & say else _all_of(say, yes, set())
        case RuleKind.CHAIR_DECLARES:
            return Standing.OPEN
        case _:
            assert_never(rule.kind)


def on_the_text(session: Session, verdicts: Mapping[str, Verdict], document: str = "") -> Standing:
    """Where the adoption of a text stands: who has left the talks without adopting it has refused."""
    scenario = session.scenario
    body, rule = body_of_text(scenario, document), rule_of_text(scenario, document)
    decide = set(deciders(scenario, body, rule))
    left = {p for p in scenario.parties if gone(session, p, body)}
    said = {p: SAYS[verdict] for p, verdict in verdicts.items()}
    refused = {p for p in decide if said.get(p) is Say.NO}
    if rule.kind is RuleKind.CONSENSUS and len(refused) > rule.objections:
        return Standing.IMPOSSIBLE
    return standing(session, dict.fromkeys(left, Say.NO) | said, body, rule)


def borne(session: Session, verdicts: Mapping[str, Verdict], document: str = "") -> bool:
    """Whether consensus on a text bears the objections to it."""
    rule = rule_of_text(session.scenario, document)
    return rule.kind is RuleKind.CONSENSUS and on_the_text(session, verdicts, document) is not Standing.IMPOSSIBLE


def _consensus(present: set[str], objections: int, said: set[str], no: set[str]) -> Standing:
    if len(present & no) > objections:
        return Standing.IMPOSSIBLE
    return Standing.MET if present <= said else Standing.OPEN


def _all_of(needed: set[str], yes: set[str], not_yes: set[str]) -> Standing:
    if needed & not_yes:
        return Standing.IMPOSSIBLE
    return Standing.MET if needed <= yes else Standing.OPEN


def _enough(essential: set[str], decide: set[str], needed: int, yes: set[str], not_yes: set[str]) -> Standing:
    if essential & not_yes or len(decide - not_yes) < needed:
        return Standing.IMPOSSIBLE
    return Standing.MET if essential <= yes and len(yes & decide) >= needed else Standing.OPEN
