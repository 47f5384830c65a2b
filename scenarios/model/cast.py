"""Who is at the table: parties with their interests and values, and the seats that play them."""

from typing import Annotated, Literal

from pydantic import Field

from roles.rights import Kind
from scenarios.model.terms import FOR_PEOPLE, Id, Length, Minutes, Model, Points, Prose, Words
from scenarios.model.values import IssueValues, Linkage


class Interest(Model):
    """Why a party wants what it wants: a token that can be disclosed, released and acknowledged."""

    text: Prose = Field(description="The interest, as its owner would say it in private.")
    hint: Words | None = Field(None, description="What a good listener may notice before it is said.")
    kept: Literal["open", "guarded", "hidden"] = Field(
        description="How closely it is kept: open (said in the first statement), guarded (said to who asks well), "
        "hidden (said only in trust)."
    )
    key: bool = Field(False, description="Whether the exercise is about discovering it.")
    served_by: dict[Id, tuple[Id, ...]] = Field(
        default_factory=dict, description="The options that serve it, issue by issue."
    )
    unlocks: tuple[str, ...] = Field(
        (),
        description="Options (`issue.option`) that whoever hears it knows from then on; said in public, it puts them "
        "on the board.",
    )
    discovery: Prose | None = Field(None, description="For the trainer: how it can be found out.")


class Capital(Model):
    """What the principal behind a party will answer, for the trainer who plays it."""

    name: Words = Field(description="Who answers: the Council of Ministers, the Command, ...")
    mood: Words = Field(description="In what mood, in a few words.")
    minutes: Minutes = Field(0, description="How late its answers come, in minutes of play.")
    instructions: Prose = Field(description="The true range on each issue, and what to answer when asked.")


class Faction(Model):
    """An institution or a faction inside a party, with a line of its own."""

    name: Words = Field(description="Its name.")
    line: Prose = Field(description="What it wants, and what it would do; only its party reads it.")
    breaks_on: tuple[dict[Id, Id], ...] = Field(
        (), description="Options over which it would leave its party: `{issue: option}`, all of them together."
    )
    leaves_without: dict[Id, tuple[Id, ...]] = Field(
        default_factory=dict, description="Options of which it needs one on each of these issues, or it leaves."
    )


class Party(Model):
    """A side, a mediation team or another group with one voice."""

    name: Words = Field(description="The full name.")
    short: Annotated[str, FOR_PEOPLE] = Field(
        min_length=2, max_length=12, description="The name where there is little room."
    )
    kind: Kind = Field(description="The class of role, for groupings.")
    decides: bool = Field(False, description="Whether its agreement is needed. Deciding parties have values.")
    summary: Words = Field(description="Who they are, in one public sentence.")
    brief: Prose = Field(description="The confidential brief that everybody in this party reads.")
    positions: dict[Id, Prose] = Field(default_factory=dict, description="What it says in public, issue by issue.")
    interests: dict[Id, Interest] = Field(default_factory=dict, description="Its interests, as tokens.")
    batna: Prose | None = Field(None, description="What it does if there is no agreement.")
    reservation: Points | None = Field(
        None, description="The points below which no agreement is better. For deciding parties only."
    )
    values: dict[Id, IssueValues] = Field(default_factory=dict, description="What each issue is worth.")
    linkages: tuple[Linkage, ...] = Field(
        (), max_length=24, description="What options of different issues are worth together, beyond their own points."
    )
    red_lines: tuple[dict[Id, Id], ...] = Field((), description="Options that it can never accept: `{issue: option}`.")
    cost_of_delay: int = Field(
        0, ge=0, le=20, description="Points that its reservation falls for every started round of delay."
    )
    capital: Capital | None = Field(None, description="Its principal, answered by the trainer.")
    factions: dict[Id, Faction] = Field(
        default_factory=dict, max_length=8, description="Institutions and factions inside it."
    )
    constituency: Words | None = Field(None, description="Whom it has to answer to at home.")


class Seat(Model):
    """One chair: a character with a name, an archetype of rights, and a confidential brief."""

    name: Words = Field(description="The character's name.")
    title: Words = Field(description="The character's function, as on the name plate.")
    party: Id = Field(description="The party it sits for.")
    archetype: Id = Field(description="The archetype in `roles/library` that gives its rights.")
    faction: Id | None = Field(None, description="The institution or faction of its party that it speaks for.")
    gender: Literal["woman", "man", "unstated"] = Field("unstated", description="The character's, never the player's.")
    optional: bool = Field(False, description="Whether the exercise can be played with this seat empty.")
    doubles: bool = Field(False, description="Whether two people may share it in a large group.")
    brief: Prose = Field(description="What only this character knows and wants.")
    first_moves: tuple[Words, ...] = Field((), description="Three things to do first, for a newcomer.")


class Casting(Model):
    """Which seats to fill for a number of participants."""

    people: int = Field(ge=1, le=64, description="The number of participants.")
    empty: tuple[Id, ...] = Field((), description="Seats left empty or played by a stand-in.")
    doubled: tuple[Id, ...] = Field((), description="Seats that two people share.")
    advice: Words | None = Field(None, description="What to know about this size.")


class CostOfDelay(Model):
    """When waiting starts to hurt, and how often."""

    from_minute: Minutes = Field(description="The minute of the play clock when the first round of delay begins.")
    every: Length = Field(description="The length of a round in minutes.")
