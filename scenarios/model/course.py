"""How the exercise runs: phases, events and pulses."""

from typing import Annotated, Literal

from pydantic import Field, field_validator

from roles.acts import Act, Family
from scenarios.model.conditions import Condition
from scenarios.model.terms import Id, Length, Minutes, Model, Prose, Unfit, Words
from scenarios.texts import mark


class Phase(Model):
    """A stretch of the exercise with a purpose, minutes and ways on."""

    name: Words = Field(description="Its name on every screen.")
    purpose: Words = Field(description="What should be reached in it.")
    minutes: Annotated[tuple[Minutes, Minutes, Minutes], Field(description="Shortest, planned and longest.")]
    kind: Literal["briefing", "play", "closing"] = Field(
        description="Before play, in role, or after play; the closing phases have reserved time."
    )
    in_: tuple[Id, ...] = Field((), alias="in", description="The bodies that sit in this phase.")
    allows: tuple[Family, ...] = Field((), description="The families of acts that it opens, besides notes and pulses.")
    next: tuple[Id, ...] = Field((), description="Phases to go on to.")
    back: tuple[Id, ...] = Field((), description="Phases to loop back to.")
    leave_when: Condition | None = Field(None, description="When it is done; the trainer may still leave it earlier.")
    auto: bool = Field(False, description="Go on by itself as soon as it is done.")
    cut: int | None = Field(None, ge=1, description="When time is short, cut this phase to its minimum, lowest first.")
    new_agenda: bool = Field(
        False, description="Whether the bodies that sit in it need a new agenda, as at the beginning of a round."
    )
    decides: bool = Field(False, description="Whether the talks must have an outcome by the end of this phase.")
    trainer: Prose | None = Field(None, description="What the trainer does and says in it.")

    @field_validator("minutes")
    @classmethod
    def _in_order(cls, minutes: tuple[int, int, int]) -> tuple[int, int, int]:
        if not minutes[0] <= minutes[1] <= minutes[2]:
            raise Unfit(mark("the minutes must be in order: shortest, planned, longest"))
        return minutes


class Expectation(Model):
    """What a trained team does about an event."""

    acts: tuple[Act, ...] = Field(min_length=1, description="Any one of these acts counts as an answer.")
    by: tuple[Id, ...] = Field(min_length=1, description="The parties whose act counts.")
    within: Length = Field(description="Minutes they have for it.")
    note: Words = Field(description="What the trainer looks for.")


class Effect(Model):
    """What an event changes in the instructions of a party."""

    party: Id = Field(description="The party whose instructions change.")
    red_line: dict[Id, Id] | None = Field(None, description="An option that it can no longer accept.")
    unless: dict[Id, Id] | None = Field(None, description="... except in a package that has these options.")
    reservation: int | None = Field(None, ge=-50, le=50, description="Points added to its reservation.")


class Inject(Model):
    """A prepared event that exercise control sends, by time, by condition or by hand."""

    title: Words = Field(description="Its name on the trainer's list.")
    when: Condition | None = Field(None, description="When it is due; leave out to send it by hand.")
    by_hand: bool = Field(False, description="Only the trainer sends it, `when` is advice.")
    sender: Words = Field(description="The fictional sender.")
    channel: Literal["paper", "radio", "phone", "messenger", "letter"] = Field("paper", description="How it arrives.")
    to: tuple[Id, ...] = Field(min_length=1, description="`all`, parties or seats.")
    text: Prose = Field(description="What they read.")
    versions: dict[Id, Prose] = Field(default_factory=dict, description="Another text for some of the parties.")
    tests: Words = Field(description="Why it is in the exercise: the learning reason.")
    objective: Id | None = Field(None, description="The learning objective that it serves.")
    expect: Expectation | None = Field(None, description="The response of a trained team.")
    contingency: Id | None = Field(None, description="The event to send when the expected response does not come.")
    contingency_only: bool = Field(False, description="Sent only as the contingency of another, or on its condition.")
    effects: tuple[Effect, ...] = Field((), description="What it changes in instructions.")
    incident: Id | None = Field(None, description="The incident that it reports on the hotline.")
    chairs: dict[Id, tuple[Id, ...]] = Field(
        default_factory=dict, description="Bodies whose chair changes with it, and the seats that take over."
    )
    trainer: Prose | None = Field(None, description="Notes for the trainer.")


class Pulse(Model):
    """A short self-report: a few statements, each answered from 1 (not at all) to 7 (fully)."""

    name: Words = Field(description="Its name.")
    minute: Minutes | None = Field(None, description="When it is asked.")
    phase: Id | None = Field(None, description="Asked on entering this phase, instead of at a minute.")
    items: dict[Id, Words] = Field(min_length=1, max_length=14, description="The statements.")


class Shock(Model):
    """Something that goes wrong after the signature, for the text to answer."""

    title: Words = Field(description="Its name on the trainer's list.")
    kind: Literal["missed-deadline", "incident", "unpaid"] = Field(
        description="A deadline passed, an incident with two versions, or money that did not come."
    )
    text: Prose = Field(description="What everybody reads.")
    issue: Id | None = Field(None, description="The issue whose article should answer it; none for any article.")
    trainer: Prose | None = Field(None, description="What a good answer finds in the text.")


class StressTest(Model):
    """A short phase after the outcome in which shocks are thrown at the text, and it has to answer."""

    phase: Id = Field(description="The phase in which it is played.")
    draw: int = Field(3, ge=1, le=6, description="How many shocks are drawn by lot.")
    shocks: dict[Id, Shock] = Field(min_length=1, max_length=12, description="The shocks to draw from.")
