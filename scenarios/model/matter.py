"""What the talks are about: issues, options, and the single negotiating text."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, model_validator

from scenarios.model.bodies import DecisionRule
from scenarios.model.terms import FOR_PEOPLE, Amount, Id, Model, Prose, Unfit, Words
from scenarios.texts import mark

Criterion = Annotated[str, Field(pattern=r"^Q([1-9]|1[0-2])$")]
"""One of the twelve criteria of agreement quality, Q1 to Q12."""

Level = Annotated[int, Field(ge=0, le=3)]
"""0 absent, 1 mentioned, 2 workable, 3 complete and checkable."""

MOST_OPTIONS = 12
"""Options that an issue may write out."""
MOST_AMOUNTS = 101
"""Options that an issue may have over a range of amounts."""


class Commitment(Model):
    """A commitment record: who does what by when, and how one will know. What is left out is left open."""

    actor: Words | None = Field(None, description="Who does it: one named body.")
    action: Words = Field(description="What it does, beginning with a verb: opens the customs post at Vel.")
    deadline: Words | None = Field(None, description="By when, in words.")
    days: Annotated[int, Field(ge=0, le=7300)] | None = Field(None, description="Days after the signature, if told.")
    place: Words | None = Field(None, description="Where.")
    verifier: Words | None = Field(None, description="Who verifies it.")
    method: Words | None = Field(None, description="How it is verified, and with what access.")
    after: tuple[Words, ...] = Field((), max_length=6, description="What has to come before it.")
    resources: Words | None = Field(None, description="Who pays, from which budget.")
    if_not: Words | None = Field(None, description="What happens when it is not done.")


class Option(Model):
    """One way to settle an issue."""

    label: Words = Field(description="The short name on the board.")
    text: Prose = Field(description="The full wording, as it would stand in a clause of the agreement.")
    known_to: tuple[Id, ...] | None = Field(
        None,
        description="Parties that know this option before it is on the board; leave out for an option on the board "
        "from the start. It comes on the board when somebody who knows it proposes it or puts it in a paper.",
    )
    amount: Amount | None = Field(None, description="The number that it stands for, on an issue that is counted.")
    includes: tuple[Literal["women", "youth", "displaced", "minorities", "civil-society"], ...] = Field(
        (), description="Whom it gives a seat or a benefit, beyond the parties."
    )
    norm_flags: tuple[Words, ...] = Field(
        (), description="Norms that it touches, such as an amnesty for grave crimes. A person judges."
    )
    harm: Words | None = Field(None, description="Whom it would hurt among those who have no vote, and how.")
    uses: dict[Id, int] = Field(
        default_factory=dict,
        description="What it takes of what several bodies share, by the id under `shared`: an amount, or a day.",
    )
    quality: dict[Criterion, Level] = Field(
        default_factory=dict,
        description="What its text alone gives the agreement on a criterion of quality, Q1 to Q12, from 0 to 3.",
    )
    commitments: tuple[Commitment, ...] = Field(
        (), max_length=6, description="Commitments that its text already holds; the pen-holder may record others."
    )


Side = Annotated[str, Field(min_length=1, max_length=300, pattern=r"^[^\r\n]*\s*$"), FOR_PEOPLE]
"""The words on one side of an amount."""


class Range(Model):
    """The amounts that an issue is counted in; each becomes an option."""

    from_: Amount = Field(alias="from", description="The smallest amount.")
    to: Amount = Field(description="The largest amount.")
    step: Annotated[int, Field(ge=1, le=1_000_000_000)] = Field(1, description="From one amount to the next.")
    before: Side | None = Field(None, description="The words before the amount in a clause: `The levy is`.")
    after: Side | None = Field(None, description="The words after the amount in a clause: `per cent of the price.`")
    unit: Annotated[str, Field(min_length=1, max_length=12, pattern=r"^[^\r\n]*\s*$"), FOR_PEOPLE] | None = Field(
        None, description="What stands after the amount on the board: `%`, `days`, `km`."
    )

    @model_validator(mode="after")
    def _counts(self) -> "Range":
        if self.to <= self.from_:
            raise Unfit(mark("the largest amount must be above the smallest"))
        if (self.to - self.from_) % self.step:
            raise Unfit(mark("the step must lead from the smallest amount exactly to the largest"))
        if (self.to - self.from_) // self.step >= MOST_AMOUNTS:
            raise Unfit(mark("at most {n} amounts; take a larger step"), n=MOST_AMOUNTS)
        return self

    def options(self) -> dict[str, Option]:
        """An option for every amount; its id is `at-40`, or `at-minus-5` below nothing."""
        return {
            amount_id(amount): Option(label=counted(amount, self.unit), text=self._clause(amount), amount=amount)
            for amount in range(self.from_, self.to + 1, self.step)
        }

    def _clause(self, amount: int) -> str:
        if self.before is None and self.after is None:
            return counted(amount, self.unit)
        words = f"{self.before} {counted(amount)}" if self.before is not None else counted(amount)
        if self.after is None:
            return words
        return words + ("" if self.after[0] in ".,;:!?)" else "\N{NO-BREAK SPACE}") + self.after


def counted(amount: int, unit: str | None = None) -> str:
    """An amount for people, in groups of three digits: `2 500 km`."""
    number = f"{amount:,}".replace(",", "\N{NO-BREAK SPACE}")
    return f"{number}\N{NO-BREAK SPACE}{unit}" if unit else number


def amount_id(amount: int) -> str:
    """The id of the option for an amount."""
    return f"at-{amount}" if amount >= 0 else f"at-minus-{-amount}"


class Issue(Model):
    """One question that the parties have to settle."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["options"]}, {"required": ["range"]}]})

    title: Words = Field(description="The short name on the board.")
    question: Words = Field(description="The neutral framing: a question that no side has to refuse.")
    kind: Literal["distributive", "compatible", "trade", "identity", "inclusion", "security", "procedure"] = Field(
        description="What this issue teaches: a pie to cut, a hidden common wish, a trade with another issue, ..."
    )
    background: Prose = Field(description="What everybody at the table knows about it.")
    options: dict[Id, Option] = Field(
        default_factory=dict,
        description=f"The ways to settle it, in order, from 2 to {MOST_OPTIONS}; or a `range` instead.",
        json_schema_extra={"minProperties": 2, "maxProperties": MOST_OPTIONS},
    )
    range: Range | None = Field(
        None, description=f"Amounts instead of options, at most {MOST_AMOUNTS}; each becomes the option `at-40`."
    )
    default: Id = Field(description="What holds for this issue when an agreement leaves it out.")

    @model_validator(mode="after")
    def _options_or_range(self) -> "Issue":
        if self.range is not None:
            made = self.range.options()
            if self.options and self.options != made:
                raise Unfit(mark("an issue has either `options` or a `range`, and not both"))
            self.__dict__["options"] = made
        elif not 2 <= len(self.options) <= MOST_OPTIONS:
            raise Unfit(mark("an issue has from 2 to {n} `options`, or a `range` of amounts"), n=MOST_OPTIONS)
        return self


class Clause(Model):
    """An article of the text under negotiation."""

    heading: Words = Field(description="The heading of the article.")
    issue: Id | None = Field(None, description="The issue whose option it writes down; none for a general article.")
    wording: Prose | None = Field(None, description="The wording of a general article in the first version.")

    @model_validator(mode="after")
    def _says_something(self) -> "Clause":
        if (self.issue is None) == (self.wording is None):
            raise Unfit(mark("an article needs either an issue or a wording, and not both"))
        return self


class NegotiatingText(Model):
    """A text under negotiation: one pen, many critics."""

    kind: Literal["agreement", "modalities", "minutes", "conclusions", "communique"] = Field(
        "agreement", description="What it becomes."
    )
    body: Id | None = Field(None, description="The body that adopts it; the first plenary where it is left out.")
    rule: DecisionRule | None = Field(None, description="How it is adopted, where that is not the rule of its body.")
    on_table: bool = Field(
        False, description="Whether its first version lies on the table from the beginning, as minutes do."
    )
    title: Words = Field(description="The title of the agreement.")
    pen_holder: tuple[Id, ...] = Field(min_length=1, description="The seats that may issue a version.")
    preamble: Prose = Field(description="The words before the first article.")
    clauses: dict[Id, Clause] = Field(min_length=1, description="The articles, in order.")
