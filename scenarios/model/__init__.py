"""The scenario as a value: frozen, complete, and the source of the JSON Schema.

One module a chapter of the YAML file; `Scenario` ties them together.
"""

from scenarios.model.bodies import AgendaItem, Body, BodyRights, DecisionRule, RuleKind, Shared
from scenarios.model.cast import Capital, Casting, CostOfDelay, Faction, Interest, Party, Seat
from scenarios.model.conditions import Condition
from scenarios.model.course import (
    Effect,
    Expectation,
    Inject,
    Phase,
    Pulse,
    Shock,
    StressTest,
)
from scenarios.model.incidents import Article, FollowUp, Hotline, Incident, ReferenceText
from scenarios.model.inputs import InputCard, Synthesis
from scenarios.model.matter import Clause, Commitment, Issue, NegotiatingText, Option, Range, amount_id, counted
from scenarios.model.scenario import Debrief, DebriefQuestion, Expert, Mandate, Scenario
from scenarios.model.terms import Id, Model, Prose, Words
from scenarios.model.values import CURVES, IssueValues, Linear, Linkage, Peak, Step

__all__ = [
    "CURVES",
    "AgendaItem",
    "Article",
    "Body",
    "BodyRights",
    "Capital",
    "Casting",
    "Clause",
    "Commitment",
    "Condition",
    "CostOfDelay",
    "Debrief",
    "DebriefQuestion",
    "DecisionRule",
    "Effect",
    "Expectation",
    "Expert",
    "Faction",
    "FollowUp",
    "Hotline",
    "Id",
    "Incident",
    "Inject",
    "InputCard",
    "Interest",
    "Issue",
    "IssueValues",
    "Linear",
    "Linkage",
    "Mandate",
    "Model",
    "NegotiatingText",
    "Option",
    "Party",
    "Peak",
    "Phase",
    "Prose",
    "Pulse",
    "Range",
    "ReferenceText",
    "RuleKind",
    "Scenario",
    "Seat",
    "Shared",
    "Shock",
    "Step",
    "StressTest",
    "Synthesis",
    "Words",
    "amount_id",
    "counted",
]
