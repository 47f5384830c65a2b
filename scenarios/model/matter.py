"""What the talks are about: issues, options, and the single negotiating text."""

from typing import Literal

from pydantic import Field, model_validator

from scenarios.model.terms import Id, Model, Prose, Words


class Option(Model):
    """One way to settle an issue."""

    label: Words = Field(description="The short name on the board.")
    text: Prose = Field(description="The full wording, as it would stand in a clause of the agreement.")
    known_to: tuple[Id, ...] | None = Field(
        None,
        description="Parties that know this option before it is on the board; leave out for an option on the board "
        "from the start. It comes on the board when somebody who knows it proposes it or puts it in a paper.",
    )


class Issue(Model):
    """One question that the parties have to settle."""

    title: Words = Field(description="The short name on the board.")
    question: Words = Field(description="The neutral framing: a question that no side has to refuse.")
    kind: Literal["distributive", "compatible", "trade", "identity", "inclusion", "security", "procedure"] = Field(
        description="What this issue teaches: a pie to cut, a hidden common wish, a trade with another issue, ..."
    )
    background: Prose = Field(description="What everybody at the table knows about it.")
    options: dict[Id, Option] = Field(min_length=2, max_length=12, description="The ways to settle it, in order.")
    default: Id = Field(description="What holds for this issue when an agreement leaves it out.")


class Clause(Model):
    """An article of the text under negotiation."""

    heading: Words = Field(description="The heading of the article.")
    issue: Id | None = Field(None, description="The issue whose option it writes down; none for a general article.")
    wording: Prose | None = Field(None, description="The wording of a general article in the first version.")

    @model_validator(mode="after")
    def _says_something(self) -> "Clause":
        if (self.issue is None) == (self.wording is None):
            raise ValueError("an article needs either an issue or a wording, and not both")
        return self


class NegotiatingText(Model):
    """The single negotiating text: one pen, many critics."""

    title: Words = Field(description="The title of the agreement.")
    pen_holder: tuple[Id, ...] = Field(min_length=1, description="The seats that may issue a version.")
    preamble: Prose = Field(description="The words before the first article.")
    clauses: dict[Id, Clause] = Field(min_length=1, description="The articles, in order.")
