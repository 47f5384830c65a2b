"""What options are worth to a party: points for each, curves over amounts, and what options are worth together."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from scenarios.model.terms import Amount, Id, Model, Points, Unfit
from scenarios.texts import mark

CURVES = ("linear", "peak", "steps")
"""The keys of the curves."""


class Linear(Model):
    """Points that rise in a straight line, 0 at one amount and 100 at another."""

    worst: Amount = Field(description="The amount that is worth 0 points; beyond it stays 0.")
    best: Amount = Field(description="The amount that is worth 100 points; beyond it stays 100.")

    @model_validator(mode="after")
    def _differ(self) -> "Linear":
        if self.worst == self.best:
            raise Unfit(mark("the worst and the best amount must differ"))
        return self

    def at(self, amount: int) -> int:
        """The points of an amount, from 0 to 100, rounded to a whole point, halves up."""
        return _share(amount - self.worst, self.best - self.worst)


class Peak(Model):
    """Points that are highest at one amount and fall on both sides of it."""

    best: Amount = Field(description="The amount that is worth 100 points.")
    worst: tuple[Amount, Amount] = Field(
        strict=False, description="The amounts below and above it that are worth 0 points."
    )

    @model_validator(mode="after")
    def _in_order(self) -> "Peak":
        if not self.worst[0] < self.best < self.worst[1]:
            raise Unfit(mark("the best amount must lie between the two worst ones"))
        return self

    def at(self, amount: int) -> int:
        """The points of an amount, from 0 to 100, rounded to a whole point, halves up."""
        end = self.worst[0] if amount <= self.best else self.worst[1]
        return _share(amount - end, self.best - end)


class Step(Model):
    """Points from an amount on."""

    from_: Amount = Field(alias="from", description="The smallest amount that is worth these points.")
    points: Points = Field(description="The points, up to the next step.")


class IssueValues(Model):
    """What an issue is worth to a party: its weight, and points for each of its options or a curve over amounts."""

    # `_flat` turns what was read from JSON into Python values, where a strict tuple would refuse a list.

    weight: Points = Field(description="The share of this issue in the party's 100 priority points.")
    options: dict[Id, Points] = Field(
        default_factory=dict, description="Points from 0 (worst) to 100 (best) for every option."
    )
    linear: Linear | None = Field(None, description="Points that rise in a straight line with the amount.")
    peak: Peak | None = Field(None, description="Points that are highest at one amount.")
    steps: tuple[Step, ...] = Field(
        (), strict=False, max_length=24, description="Points that jump; below the first step, 0."
    )

    @model_validator(mode="before")
    @classmethod
    def _flat(cls, data: Any) -> Any:
        """Read `{weight: 20, share-10: 0, ...}` as a weight and its options."""
        if isinstance(data, dict) and "options" not in data:
            own = {key: value for key, value in data.items() if _names_a_field(key, value)}
            return {**own, "options": {key: value for key, value in data.items() if key not in own}}
        return data

    @model_validator(mode="after")
    def _one_way(self) -> "IssueValues":
        if sum((self.linear is not None, self.peak is not None, bool(self.steps))) > 1:
            raise Unfit(mark("an issue has one curve: linear, peak or steps"))
        starts = [step.from_ for step in self.steps]
        if starts != sorted(set(starts)):
            raise Unfit(mark("the steps must rise, each from its own amount"))
        return self

    @property
    def curve(self) -> str | None:
        """The key of the curve that gives the points of options that have an amount; None without one."""
        return next((key for key in CURVES if getattr(self, key)), None)

    def at(self, amount: int) -> int:
        """The points of an amount on the curve, rounded to a whole point, halves up."""
        if self.linear is not None:
            return self.linear.at(amount)
        if self.peak is not None:
            return self.peak.at(amount)
        return max(
            (step for step in self.steps if step.from_ <= amount), key=lambda s: s.from_, default=_NOTHING
        ).points

    def over(self, amounts: Mapping[str, int | None]) -> "IssueValues":
        """With points for every option that has an amount; points that are written go before the curve's."""
        if self.curve is None:
            return self
        drawn = {option: self.at(amount) for option, amount in amounts.items() if amount is not None}
        return self.model_copy(update={"options": {**drawn, **self.options}})

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Editors see the flat form, because that is how it is written."""
        made = handler.resolve_ref_schema(handler(core))
        ((pattern, points),) = made["properties"]["options"]["patternProperties"].items()
        named = {key: made["properties"][key] for key in ("weight", *CURVES)}
        return {
            "title": made["title"],
            "description": made["description"],
            "type": "object",
            "properties": named,
            "patternProperties": {
                pattern.replace("^", f"^(?!(?:weight|options|{'|'.join(CURVES)})$)", 1): {
                    **points,
                    "description": "From 0 (worst) to 100 (best) for this option.",
                }
            },
            "additionalProperties": False,
            "required": ["weight"],
        }


class Linkage(Model):
    """What options of different issues are worth together, beyond what each is worth alone."""

    options: dict[Id, Id] = Field(
        min_length=2, max_length=6, description="The options, one an issue, that a package must have all together."
    )
    points: int = Field(ge=-100, le=100, description="Points that such a package gains, or loses, for this party.")


def raw_sum(values: Mapping[str, IssueValues], linkages: Iterable[Linkage], package: Mapping[str, str]) -> int:
    """What a complete package is worth, in hundredths of a point. Raises KeyError for an option without points.

    Additive values (Keeney & Raiffa, Decisions with Multiple Objectives, 1976, ch. 3) with terms for options that
    depend on each other, as in hypercube utilities (Ito, Hattori & Klein, IJCAI 2007).
    """
    total = sum(values[issue].weight * values[issue].options[option] for issue, option in package.items())
    together = sum(
        link.points for link in linkages if all(package.get(i) == option for i, option in link.options.items())
    )
    return total + 100 * together


_NOTHING = Step.model_construct(from_=0, points=0)


def _names_a_field(key: Any, value: Any) -> bool:
    return key == "weight" or isinstance(value, dict | list) or (key in CURVES and not isinstance(value, int))


def _share(part: int, whole: int) -> int:
    """A part of a whole in hundredths, from 0 to 100, halves up; in integers, because there may be many amounts."""
    if whole < 0:
        part, whole = -part, -whole
    return min(100, max(0, (200 * part + whole) // (2 * whole)))
