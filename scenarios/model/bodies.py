"""The forums, and how they decide."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from roles.acts import Act
from scenarios.model.terms import Id, Minutes, Model, Words


class RuleKind(StrEnum):
    """How a body decides (`domain.md` calls them decision rules)."""

    CONSENSUS = "consensus"
    """Nobody who decides and is there objects; `objections` says how many objections it bears (consensus minus)."""
    UNANIMITY_OF_SIDES = "unanimity_of_sides"
    """Every deciding party agrees; mediators and observers have no say."""
    SIDES_PLUS_GUARANTORS = "sides_plus_guarantors"
    """Every deciding party and every party named in `essential` agree."""
    SUFFICIENT_CONSENSUS = "sufficient_consensus"
    """The parties named in `essential` and `needed` deciding parties in all agree."""
    K_OF_N_WITH_VETO_HOLDERS = "k_of_n_with_veto_holders"
    """`needed` deciding parties agree and none of the parties named in `veto` objects; `essential` have to agree."""
    MAJORITY = "majority"
    """More than half of the deciding parties agree; `needed` sets a higher number; `essential` have to agree."""
    SILENCE = "silence"
    """Agreed when nobody who may decide objects within `minutes`."""
    CHAIR_DECLARES = "chair_declares"
    """The chair says what is agreed."""
    AD_REFERENDUM = "ad_referendum"
    """Every deciding party agrees, some of them subject to their capitals, which have `minutes` to answer."""


class DecisionRule(Model):
    """What it takes to agree."""

    kind: RuleKind = Field(description="The rule.")
    parties: tuple[Id, ...] = Field(
        (), description="Who decides; leave out for the deciding parties that sit in the body."
    )
    essential: tuple[Id, ...] = Field((), description="Parties without which nothing is agreed.")
    veto: tuple[Id, ...] = Field((), description="Parties whose objection alone blocks.")
    needed: int | None = Field(None, ge=1, description="How many deciding parties must agree.")
    objections: int = Field(0, ge=0, le=8, description="How many objections consensus bears: consensus minus one, ...")
    minutes: Minutes | None = Field(
        None, description="The length of a silence procedure, or how long capitals have to answer."
    )
    unanswered: Literal["refuses", "agrees"] = Field(
        "refuses", description="What a capital counts as that has not answered in time."
    )


class BodyRights(Model):
    """What an archetype may do in a body, other than elsewhere."""

    may: tuple[Act, ...] = Field((), description="What it may do here.")
    on_invitation: tuple[Act, ...] = Field((), description="What it may do here with the chair's leave.")
    may_not: tuple[Act, ...] = Field((), description="What it may not do here.")


class Body(Model):
    """A forum: the plenary, a sub-committee, a working group, a delegation's room."""

    name: Words = Field(description="Its name.")
    kind: Literal["plenary", "working_group", "sub_committee", "contact_group", "heads"] = Field(
        "plenary", description="What it is."
    )
    members: Literal["all"] | tuple[Id, ...] = Field(description="`all`, or the seats that sit in it.")
    observers: tuple[Id, ...] = Field(
        (), description="Seats that hear what is said in it, and speak when its chair invites them."
    )
    chair: tuple[Id, ...] = Field(description="The seats that give the floor, the first one first.")
    rule: DecisionRule = Field(description="How it decides.")
    issues: tuple[Id, ...] = Field((), description="The issues it works on; none means all.")
    agenda: tuple[Id, ...] = Field(
        (), description="What its agenda may hold: issues and agenda items; none means all of them."
    )
    opens: Literal["with_phase", "by_chair"] = Field(
        "with_phase", description="Whether it sits as soon as its phase begins, or when its chair opens it."
    )
    confidential: bool = Field(
        False, description="Whether only its members and observers know what it has on its table."
    )
    reports_to: Id | None = Field(None, description="The body to which it hands its reports.")
    lifts_to: Id | None = Field(None, description="The body of heads that takes up what blocks it.")
    rights: dict[Id, BodyRights] = Field(
        default_factory=dict, description="What archetypes may do in it, other than elsewhere."
    )


class AgendaItem(Model):
    """Something on an agenda that is no issue: the minutes, incidents, the date of the next meeting."""

    title: Words = Field(description="Its wording on the agenda.")
    wordings: tuple[Words, ...] = Field(
        (), max_length=6, description="Other wordings that somebody may ask for, from the sorest to the most neutral."
    )
    issue: Id | None = Field(None, description="The issue that it is about, if it is about one.")
    trainer: Words | None = Field(None, description="Why it is sore, for the trainer.")


class Shared(Model):
    """Something of which several bodies dispose: money, officers, a date."""

    name: Words = Field(description="What it is.")
    kind: Literal["amount", "date"] = Field(
        "amount", description="An amount, which together may not pass what there is; or a date, which has to be one."
    )
    available: int | None = Field(None, ge=0, description="How much there is of it.")
    unit: Words | None = Field(None, description="What it is counted in: `million`, `officers`, `days`.")
