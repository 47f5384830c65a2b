"""What every event carries."""

from datetime import datetime

from msgspec import Struct

from simulator.engine.commands.intent import tag


class Fact(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="event", tag=tag):
    """Base of the events."""

    at: datetime
    by: str
