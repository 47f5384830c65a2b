"""Conditions as data: what must hold before an event is sent or a phase is left."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from scenarios.model.terms import Id, Minutes, Model

ConsentWord = Literal["unasked", "in", "conditional", "suspended", "out"]
Share = Annotated[int, Field(ge=0, le=100)]


class Condition(Model):
    """All the keys that are written must hold together; `all`, `any` and `not` combine conditions."""

    all: tuple[Condition, ...] | None = Field(None, description="Every one of these conditions holds.")
    any: tuple[Condition, ...] | None = Field(None, description="At least one of these conditions holds.")
    not_: Condition | None = Field(None, alias="not", description="This condition does not hold.")
    phase: Id | None = Field(None, description="The session is in this phase.")
    minute: Minutes | None = Field(None, description="The play clock shows at least this minute.")
    after: Minutes | None = Field(None, description="At least so many minutes have passed since the phase began.")
    consent: dict[Id, tuple[ConsentWord, ...]] | None = Field(
        None, description="The consent of each named party is one of the words given for it."
    )
    ready: Literal["everybody", "sides"] | None = Field(
        None, description="Everybody, or every deciding party's head, has said to be ready."
    )
    prepared: tuple[Id, ...] | None = Field(None, description="Each of these parties has filed its preparation sheet.")
    agenda: Literal["proposed", "adopted"] | None = Field(None, description="How far the agenda is.")
    framed: Share | None = Field(None, description="At least this share of the issues is framed, in percent.")
    optioned: Share | None = Field(
        None, description="At least this share of the issues has two options or more proposed, in percent."
    )
    caucus_with: tuple[Id, ...] | None = Field(None, description="The mediators have met each of these parties alone.")
    disclosed: tuple[str, ...] | None = Field(
        None, description="Each of these interests (`party.interest`) has been disclosed to somebody outside its party."
    )
    text_version: int | None = Field(None, ge=0, description="The negotiating text is at this version or a later one.")
    clauses_settled: bool | None = Field(
        None, description="Every clause of the text is clean, bracketed or parked (true), or not yet (false)."
    )
    package: Literal["tabled", "agreed"] | None = Field(None, description="A package has been tabled, or agreed.")
    outcome: Literal["recorded"] | None = Field(None, description="The outcome of the talks has been recorded.")
    agendas: dict[Id, Literal["proposed", "adopted"]] | None = Field(
        None, description="How far the agenda of each of these bodies is."
    )
    texts: (
        dict[Id, Literal["none", "under_reading", "clean", "in_adoption", "ad_referendum", "adopted", "failed"]] | None
    ) = Field(None, description="Where each of these other texts stands.")
    reported: tuple[Id, ...] | None = Field(None, description="Each of these bodies has delivered a report.")
    reports_settled: bool | None = Field(
        None, description="Every report is adopted, or what it leaves open was lifted (true), or not yet (false)."
    )
    inputs: int | None = Field(None, ge=0, description="At least so many inputs have been handed in.")
    synthesis: Literal["issued"] | None = Field(None, description="The synthesis has been issued.")
    incidents: Literal["acknowledged", "verified", "handled", "closed"] | None = Field(
        None, description="Every incident that was reported is at least so far."
    )
    away: tuple[Id, ...] | None = Field(None, description="Each of these parties has left the talks or a body.")
    sent: tuple[Id, ...] | None = Field(None, description="Each of these events has been sent.")
    pulses: tuple[Id, ...] | None = Field(None, description="Everybody has answered each of these pulses.")
    deroled: Literal["everybody"] | None = Field(None, description="Everybody has left their role.")
