"""What every command carries."""

from datetime import datetime

from msgspec import Struct


def tag(name: str) -> str:
    """The wire name of a class: `GiveFloor` is `give_floor`."""
    return "".join("_" + c.lower() if c.isupper() else c for c in name).lstrip("_")


class Intent(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag=tag):
    """Base of the commands."""

    at: datetime
    by: str
