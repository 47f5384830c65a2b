"""The small words of the format: ids, texts, points, and the base of every model."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from scenarios.texts import tr


class Model(BaseModel):
    """Base of every part of a scenario: frozen, strict, and closed to unknown keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, populate_by_name=True, str_strip_whitespace=True, defer_build=True
    )


class Unfit(ValueError):
    """Values that do not go together; the sentence is said in the language that is spoken when it is read."""

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values

    def __str__(self) -> str:
        return tr(self.sentence, **self.values)


Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=48)]
"""A name that never changes and is never shown alone: lower-case words joined by hyphens."""


@dataclass(frozen=True, slots=True)
class ForPeople:
    """Marks a text that people read: it is said in every language of the case."""


FOR_PEOPLE = ForPeople()

Words = Annotated[str, Field(min_length=1, max_length=300, pattern=r"^[^\r\n]*\s*$"), FOR_PEOPLE]
"""One line for people."""

Prose = Annotated[str, Field(min_length=1, max_length=16_000), FOR_PEOPLE]
"""Paragraphs for people, with blank lines between; a line with `- ` is a list item, one with `## ` a heading."""

Points = Annotated[int, Field(ge=0, le=100)]
"""Integer points from 0 to 100."""

Amount = Annotated[int, Field(ge=-1_000_000_000, le=1_000_000_000)]
"""A whole number of something that an issue is counted in: per cent, days, kilometres."""

Minutes = Annotated[int, Field(ge=0, le=720)]
"""Whole minutes, of a clock or of a length that may be nothing."""

Length = Annotated[int, Field(ge=1, le=720)]
"""A length of at least one minute."""
