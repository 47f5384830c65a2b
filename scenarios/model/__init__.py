"""The scenario as a value: frozen, complete, and the source of the JSON Schema.

One module a chapter of the YAML file; `Scenario` ties them together.
"""

from scenarios.model.cast import Capital, Casting, CostOfDelay, Interest, IssueValues, Party, Seat
from scenarios.model.conditions import Condition
from scenarios.model.course import Body, DecisionRule, Effect, Expectation, Inject, Phase, Pulse, RuleKind
from scenarios.model.matter import Clause, Issue, NegotiatingText, Option
from scenarios.model.scenario import Debrief, DebriefQuestion, Expert, Mandate, Scenario
from scenarios.model.terms import Id, Model, Prose, Words

__all__ = [
    "Body",
    "Capital",
    "Casting",
    "Clause",
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
    "Mandate",
    "Model",
    "NegotiatingText",
    "Option",
    "Party",
    "Phase",
    "Prose",
    "Pulse",
    "RuleKind",
    "Scenario",
    "Seat",
    "Words",
]
