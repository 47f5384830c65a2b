"""Decision rules and bodies in words, as they stand on paper."""

from collections.abc import Callable, Mapping

from scenarios.model import DecisionRule, RuleKind
from scenarios.texts import listing, tr, trn

_RULES: Mapping[RuleKind, Callable[[], str]] = {
    RuleKind.CONSENSUS: lambda: tr("consensus: nobody who is there objects"),
    RuleKind.UNANIMITY_OF_SIDES: lambda: tr("unanimity: every party that decides agrees"),
    RuleKind.SIDES_PLUS_GUARANTORS: lambda: tr("every party that decides agrees, and every guarantor"),
    RuleKind.SUFFICIENT_CONSENSUS: lambda: tr("sufficient consensus"),
    RuleKind.K_OF_N_WITH_VETO_HOLDERS: lambda: tr("a number of parties, and no veto"),
    RuleKind.MAJORITY: lambda: tr("majority"),
    RuleKind.SILENCE: lambda: tr("silence: agreed when nobody who decides objects in time"),
    RuleKind.CHAIR_DECLARES: lambda: tr("the chair says what is agreed"),
    RuleKind.AD_REFERENDUM: lambda: tr("agreement subject to the capitals"),
}


def rule_in_words(rule: DecisionRule, party: Callable[[str], str]) -> str:
    """How a body decides, with its numbers; `party` gives the name of a party."""
    parts = [_RULES[rule.kind]()]
    if rule.needed is not None:
        parts.append(trn("{n} party has to agree", "{n} parties have to agree", rule.needed))
    if rule.essential:
        parts.append(tr("not without {parties}", parties=listing(party(p) for p in rule.essential)))
    if rule.veto:
        parts.append(tr("a veto for {parties}", parties=listing(party(p) for p in rule.veto)))
    if rule.objections:
        parts.append(trn("it bears {n} objection", "it bears {n} objections", rule.objections))
    if rule.minutes:
        parts.append(trn("{n} minute", "{n} minutes", rule.minutes))
    return tr("; ").join(parts)
