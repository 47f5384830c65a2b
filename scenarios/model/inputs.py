"""Inputs to a text, and the synthesis made of them."""

from typing import Annotated

from pydantic import Field

from scenarios.model.terms import Id, Model, Prose, Words


class InputCard(Model):
    """An input that somebody hands in: a proposal, a worry, evidence."""

    title: Words = Field(description="What it asks for, in a few words.")
    by: Id = Field(description="The party that hands it in.")
    text: Prose = Field(description="What it says.")
    issues: tuple[Id, ...] = Field(min_length=1, description="The issues that it is about.")
    serves: dict[Id, tuple[Id, ...]] = Field(
        default_factory=dict, description="The options that take it up, issue by issue."
    )


class Synthesis(Model):
    """What is made of the inputs: one page."""

    words: Annotated[int, Field(ge=50, le=2000)] = Field(350, description="How many words fit the page.")
    by: tuple[Id, ...] = Field(min_length=1, description="The seats that write it, and trace inputs to clauses.")
