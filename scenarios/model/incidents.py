"""Incidents and the hotline; the follow-up list; the reference text that they point to."""

from typing import Annotated, Literal

from pydantic import Field

from scenarios.model.terms import Id, Length, Model, Prose, Words

ComplianceLevel = Annotated[int, Field(ge=0, le=3)]
"""How far a provision is carried out: 0 not at all, 1 minimal, 2 intermediate, 3 full."""


class Incident(Model):
    """Something that happened, which the sides tell differently."""

    title: Words = Field(description="Its name in the record of incidents.")
    place: Words | None = Field(None, description="Where.")
    report: Prose = Field(description="What is reported at first.")
    versions: dict[Id, Prose] = Field(
        default_factory=dict, description="What each party knows or says about it; only that party reads it."
    )
    parties: tuple[Id, ...] = Field(
        (), description="Whom it concerns: they call back, and agree to a visit; none means every deciding party."
    )
    finding: Prose | None = Field(None, description="What a joint visit finds.")
    verifiable: bool = Field(True, description="Whether a joint visit can establish what happened.")
    issue: Id | None = Field(None, description="The issue that it touches.")
    truth: Prose | None = Field(None, description="For the trainer: what happened.")


class Hotline(Model):
    """The hotline: how long each step may take, in minutes of play."""

    acknowledge: Length = Field(2, description="From the report to the acknowledgement.")
    call_back: Length = Field(5, description="From the acknowledgement until every side concerned has called back.")
    visit: Length = Field(10, description="From the asking for a joint visit to the visit.")
    keepers: tuple[Id, ...] = Field((), description="The seats that keep the record of incidents.")


class Article(Model):
    """An article of the reference text."""

    heading: Words = Field(description="Its heading, with its number.")
    text: Prose = Field(description="Its words.")
    readings: dict[Id, Prose] = Field(
        default_factory=dict, description="How parties read it; only that party reads it."
    )


class ReferenceText(Model):
    """An agreement that is in force, to whose articles disputes and commitments point."""

    title: Words = Field(description="Its title.")
    date: Words | None = Field(None, description="When it was signed.")
    preamble: Prose | None = Field(None, description="The words before the first article.")
    articles: dict[Id, Article] = Field(min_length=1, max_length=64, description="The articles, in order.")


class FollowUp(Model):
    """What was promised before play, and how far it is."""

    what: Words = Field(description="What was promised, beginning with a verb.")
    actor: Id | None = Field(None, description="The party that promised it; none for all together.")
    article: Id | None = Field(None, description="The article of the reference text that it comes from.")
    due: Words | None = Field(None, description="By when.")
    verifier: Words | None = Field(None, description="Who verifies it.")
    progress: Literal["scheduled", "in_progress", "done", "blocked", "violated"] = Field(
        "scheduled", description="How far it is when play begins."
    )
    level: ComplianceLevel | None = Field(
        None, description="How far it was found to be carried out: 0 not at all, 1 minimal, 2 intermediate, 3 full."
    )
    truth: Words | None = Field(None, description="For the trainer and the independent observer: how far it really is.")
