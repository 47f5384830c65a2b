"""The scenario as a value: frozen, complete, and the source of the JSON Schema.

One module a chapter of the YAML file; `Scenario` ties them together.
"""

from scenarios.model.cast import Capital, Casting, CostOfDelay, Interest, Party, Seat
from scenarios.model.conditions import Condition
from scenarios.model.course import (
    Body,
    DecisionRule,
    Effect,
    Expectation,
    Inject,
    Phase,
    Pulse,
    RuleKind,
    Shock,
    StressTest,
)
from scenarios.model.matter import Clause, Commitment, Issue, NegotiatingText, Option, Range, amount_id, counted
from scenarios.model.scenario import Debrief, DebriefQuestion, Expert, Mandate, Scenario
from scenarios.model.terms import Id, Model, Prose, Words
from scenarios.model.values import CURVES, IssueValues, Linear, Linkage, Peak, Step

__all__ = [
    "CURVES",
    "Body",
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
    "Id",
    "Inject",
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
    "RuleKind",
    "Scenario",
    "Seat",
    "Shock",
    "Step",
    "StressTest",
    "Words",
    "amount_id",
    "counted",
]
