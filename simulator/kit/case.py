"""A case before the first minute: the scenario, and what each seat may know of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from roles.rights import Archetype
from scenarios.archetypes import archetypes
from scenarios.model import Scenario
from scenarios.texts import tr
from simulator.engine import TRAINER, Session, View, begin, view
from simulator.kit.occasion import Occasion
from simulator.printing import Block, Document


@dataclass(frozen=True)
class Case:
    """A scenario with the session that is about to begin. Papers for a seat are written from its view alone."""

    scenario: Scenario
    occasion: Occasion
    language: str

    @cached_property
    def session(self) -> Session:
        """The session before its first event."""
        return begin(self.scenario, 0)

    @cached_property
    def _views(self) -> Mapping[str, View]:
        return {seat: view(self.session, seat) for seat in (*self.scenario.seats, TRAINER)}

    def seen_by(self, seat: str) -> View:
        """All that a seat may know before the exercise begins."""
        return self._views[seat]

    def archetype(self, seat: str) -> Archetype:
        """The standard role of a seat."""
        return archetypes()[self.scenario.seats[seat].archetype]

    @property
    def public(self) -> View:
        """What anybody may know: a view of which public papers use only what every view has."""
        return self._views[next(iter(self.scenario.seats))]

    def document(
        self,
        title: str,
        blocks: tuple[Block, ...],
        *,
        subtitle: str = "",
        confidential: str | None = None,
        landscape: bool = False,
        bare: bool = False,
    ) -> Document:
        """A document of this case, in the language of the kit."""
        return Document(
            title=title,
            subtitle=subtitle,
            case=self.scenario.title,
            language=self.language,
            blocks=blocks,
            confidential=confidential,
            notice=tr("For training only. The parties, places and people are invented."),
            landscape=landscape,
            bare=bare,
        )


def only_for(name: str) -> str:
    """The line on every page of a confidential document."""
    return tr("CONFIDENTIAL – for {name} only", name=name)


def for_control() -> str:
    """The line on every page of the trainer's documents."""
    return tr("EXERCISE CONTROL – not for participants")
