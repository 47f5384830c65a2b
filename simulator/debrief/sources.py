"""What the pages of a debriefing are made of, each part computed when a page first asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from simulator.debrief.board import MINUTE, Past
from simulator.debrief.contents import Known
from simulator.debrief.discretion import for_the_room
from simulator.debrief.incidents import Incident, incidents
from simulator.debrief.reach import Reach, within_reach
from simulator.debrief.reveal import Holder, reveal
from simulator.debrief.timeline import matters
from simulator.engine import replay
from simulator.engine.events import DebriefEvent
from simulator.engine.session import Record, Session


@dataclass
class Sources:
    """A record, and what is computed from it; scoring takes its time, so ask in a thread."""

    record: Record

    @cached_property
    def known(self) -> Known:
        """The scorecard and all that stands in the documents."""
        return Known.of(self.record)

    @cached_property
    def past(self) -> Past:
        """The session minute by minute."""
        return Past.of(self.record)

    @cached_property
    def minutes(self) -> Mapping[int, str]:
        """The first thing that mattered in each minute of the talks, as the room may read it."""
        told: dict[int, str] = {}
        for moment in self.known.course.during:
            minute = -int(-moment.seconds // MINUTE)
            if minute not in told and matters(moment.event):
                told[minute] = for_the_room(moment, self.known.names)
        return told

    @cached_property
    def session(self) -> Session:
        """The session as it is now."""
        return replay(self.record)

    @cached_property
    def holders(self) -> tuple[Holder, ...]:
        """What every party kept to itself."""
        return reveal(self.known.course, self.known.settlement, self.known.names)

    @cached_property
    def incidents(self) -> tuple[Incident, ...]:
        """The incidents with their versions."""
        return incidents(self.known.course, self.known.names)

    @cached_property
    def reach(self) -> Reach | None:
        """One better package, and since when it was within reach; None where there is none."""
        return within_reach(self.past, self.known)


def play_of(record: Record) -> Record:
    """The same session without the course of its debriefing, which changes nothing that is computed here."""
    events = tuple(event for event in record.events if not isinstance(event, DebriefEvent))
    return Record(record.scenario, record.seed, events, record.told)
