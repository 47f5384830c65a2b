"""The whole written case."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from scenarios.model.bodies import AgendaItem, Body, Shared
from scenarios.model.cast import Casting, CostOfDelay, Party, Seat
from scenarios.model.course import Inject, Phase, Pulse, StressTest
from scenarios.model.incidents import FollowUp, Hotline, Incident, ReferenceText
from scenarios.model.inputs import InputCard, Synthesis
from scenarios.model.matter import Issue, NegotiatingText
from scenarios.model.terms import Id, Length, Minutes, Model, Prose, Words
from scenarios.model.values import raw_sum
from scenarios.once import once

Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
"""The two letters of a language."""

WarningCode = Annotated[str, Field(pattern=r"^W[1-9][0-9]?$")]
"""The code of a warning; errors cannot be accepted."""

Reason = Annotated[str, Field(min_length=10, max_length=300, pattern=r"^[^\r\n]*$")]
"""One line for designers, which is not translated."""

Piece = Annotated[str, Field(min_length=1, max_length=200)]
"""The name of a file in the scenario's folder."""


class Mandate(Model):
    """Who sent the mediators, to do what, within which limits."""

    issued_by: Words = Field(description="The issuing body.")
    text: Prose = Field(description="The mandate, as it was given.")
    limits: tuple[Words, ...] = Field((), description="What the mediators may not do.")


class Expert(Model):
    """The expert on call: a limited number of questions, answered in private."""

    seat: Id | None = Field(None, description="The seat that answers; the trainer when it is empty.")
    calls: int = Field(ge=0, le=20, description="How many questions the mediators have.")
    cards: dict[Id, Prose] = Field(default_factory=dict, description="Prepared answers, by subject.")


class DebriefQuestion(Model):
    """A question for the debriefing, at its step."""

    step: Literal["reactions", "facts", "reveal", "analysis", "generalise", "relate", "what_if", "what_next"] = Field(
        description="The step of the debriefing script."
    )
    ask: Words = Field(description="The question.")
    to: Words | None = Field(None, description="Whom to ask first.")
    objective: Id | None = Field(None, description="The learning objective that it serves.")


class Debrief(Model):
    """What the trainer needs after play."""

    hook: Words = Field(description="The one question that people will still discuss at dinner.")
    questions: tuple[DebriefQuestion, ...] = Field(description="The question bank.")
    watch_for: tuple[Words, ...] = Field((), description="Moments worth noting while people play.")
    real_world: Prose | None = Field(None, description="How real formats handle it.")
    reading: tuple[Words, ...] = Field((), description="Where to read on.")


class Scenario(Model):
    """A case that can be checked, played, scored and debriefed."""

    format: Literal[1] = Field(description="The number of this format.")
    id: Id = Field(description="The name of the scenario's folder.")
    version: Annotated[str, Field(pattern=r"^\d+(\.\d+)*$", max_length=16)] = Field(
        description="The version of this text, in quotes: `'1.0'`."
    )
    title: Words = Field(description="The title.")
    subtitle: Words | None = Field(None, description="A second line.")
    language: Language = Field(description="The language of this file.")
    languages: tuple[Language, ...] = Field(
        (),
        max_length=16,
        description="Languages that the whole exercise is complete in, besides its own.",
        examples=[["fr"], ["fr", "ar"]],
    )
    papers: tuple[Language, ...] = Field(
        (),
        max_length=16,
        description="Languages in which what is printed for participants is complete, besides its own.",
        examples=[["ar"]],
    )
    extends: Piece | tuple[Piece, ...] = Field(
        (),
        max_length=32,
        description="A file of this folder, or several, whose keys this file takes over: mappings are merged key by "
        "key, and what is written here counts before it. Names count from the scenario's folder.",
        examples=["pieces/people.yaml", ["pieces/people.yaml", "pieces/course.yaml"]],
    )
    accepts: dict[WarningCode, Reason] = Field(
        default_factory=dict,
        max_length=16,
        description="Warnings that the designer has weighed and wants to keep, each with the reason: `W4: why`.",
        examples=[{"W4": "The exercise is about finding this option, which nobody has on the list at first."}],
    )
    minutes: Annotated[int, Field(ge=15, le=720)] = Field(
        description="The whole exercise, from the welcome to the end of the debriefing."
    )
    level: Literal["introductory", "intermediate", "advanced"] = Field(description="For whom.")
    summary: Prose = Field(description="What it is, for a trainer who chooses.")
    objectives: dict[Id, Words] = Field(min_length=1, max_length=3, description="The learning objectives.")
    sensitivities: tuple[Words, ...] = Field((), description="What may hurt somebody in the room.")
    sources: tuple[Words, ...] = Field((), description="The formats and texts that it draws on.")
    brief: Prose = Field(description="The public brief that everybody reads, two pages.")
    rules: Prose = Field(description="The rules of the exercise, read out in the briefing.")
    mandate: Mandate = Field(description="The mediators' mandate.")
    parties: dict[Id, Party] = Field(min_length=1, max_length=24, description="Who is at the table.")
    seats: dict[Id, Seat] = Field(min_length=1, max_length=64, description="The chairs.")
    casting: tuple[Casting, ...] = Field((), description="Which seats to fill, from the smallest group to the largest.")
    issues: dict[Id, Issue] = Field(min_length=1, max_length=64, description="What is negotiated, in order.")
    text: NegotiatingText = Field(description="The single negotiating text.")
    texts: dict[Id, NegotiatingText] = Field(
        default_factory=dict,
        max_length=8,
        description="Other texts that are negotiated: modalities, minutes, a joint communiqué.",
    )
    reference: ReferenceText | None = Field(None, description="An agreement in force that the talks refer to.")
    follow_up: dict[Id, FollowUp] = Field(
        default_factory=dict, max_length=64, description="What was promised before play: the follow-up list."
    )
    inputs: dict[Id, InputCard] = Field(
        default_factory=dict, max_length=64, description="Inputs that parties hand in, as cards."
    )
    synthesis: Synthesis | None = Field(None, description="The page that is made of the inputs.")
    incidents: dict[Id, Incident] = Field(
        default_factory=dict, max_length=32, description="Incidents with several versions."
    )
    hotline: Hotline | None = Field(None, description="The hotline and its times.")
    shared: dict[Id, Shared] = Field(
        default_factory=dict, max_length=16, description="What several bodies dispose of, by which reports contradict."
    )
    agenda_items: dict[Id, AgendaItem] = Field(
        default_factory=dict, max_length=32, description="What can be on an agenda besides issues."
    )
    bodies: dict[Id, Body] = Field(min_length=1, max_length=32, description="The forums.")
    phases: dict[Id, Phase] = Field(min_length=1, max_length=40, description="The course; the first phase comes first.")
    consent_grace: Minutes = Field(10, description="Minutes a deciding party may stay out before the talks collapse.")
    early_harvest: bool = Field(
        True,
        description="Whether what is agreed counts while other issues stay open; if not, nothing is agreed until "
        "everything is agreed.",
    )
    return_needs_step: bool = Field(
        False, description="Whether a party that walked out returns only after a step by a chair or another party."
    )
    travel: Minutes = Field(0, description="Minutes that a message is on its way before it can be delivered.")
    caucus_minutes: Length = Field(6, description="The length of a caucus before its clock turns.")
    code_of_conduct: dict[Id, Words] = Field(
        default_factory=dict,
        max_length=24,
        description="The code of conduct that mediators check themselves against; leave it out for the standard one.",
    )
    delay: CostOfDelay | None = Field(None, description="When waiting starts to cost.")
    expert: Expert | None = Field(None, description="The expert on call.")
    appeals: dict[Id, int] = Field(default_factory=dict, description="How many appeals each elder's seat has.")
    events: dict[Id, Inject] = Field(default_factory=dict, max_length=64, description="What exercise control sends.")
    pulses: dict[Id, Pulse] = Field(default_factory=dict, description="Short self-reports.")
    stress_test: StressTest | None = Field(None, description="The optional test of the text after the outcome.")
    rubric: tuple[Annotated[str, Field(pattern=r"^D([1-9]|1[0-2])$")], ...] = Field(
        (), description="The dimensions that raters use in this exercise, D1 to D12."
    )
    debrief: Debrief = Field(description="What the trainer needs after play.")

    @model_validator(mode="after")
    def _curves_to_points(self) -> "Scenario":
        """Give every party points for the options that its curves value."""
        amounts = {
            name: {option: written.amount for option, written in issue.options.items()}
            for name, issue in self.issues.items()
        }
        self.__dict__["parties"] = {
            name: party.model_copy(
                update={"values": {issue: v.over(amounts.get(issue, {})) for issue, v in party.values.items()}}
            )
            if any(v.curve for v in party.values.values())
            else party
            for name, party in self.parties.items()
        }
        return self

    def worth(self, party: str, package: Mapping[str, str]) -> int:
        """What a complete package is worth to a party, in hundredths of a point. Raises KeyError for what has none."""
        written = self.parties[party]
        return raw_sum(written.values, written.linkages, package)

    def deciding(self) -> tuple[str, ...]:
        """The parties whose agreement is needed, in the order of the file."""
        return _deciding(self)

    def seats_of(self, party: str) -> tuple[str, ...]:
        """The seats of a party, in the order of the file."""
        return _seats(self).get(party, ())


@once
def _deciding(case: Scenario) -> tuple[str, ...]:
    return tuple(name for name, party in case.parties.items() if party.decides)


@once
def _seats(case: Scenario) -> Mapping[str, tuple[str, ...]]:
    seats: dict[str, tuple[str, ...]] = {}
    for name, seat in case.seats.items():
        seats[seat.party] = (*seats.get(seat.party, ()), name)
    return seats
