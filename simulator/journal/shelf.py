"""What a journal says of its sessions without reading them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

import msgspec

SessionId: TypeAlias = str


@dataclass(frozen=True, slots=True)
class SessionInfo:
    """A session on the shelf."""

    id: SessionId
    name: str
    scenario_id: str
    title: str
    seed: int
    created: datetime
    events: int
    last_at: datetime | None
    """When the last event happened."""
    outcome: str | None
    """How the talks ended, in the record's word; none while they go on."""
    ended: bool
    parent: SessionId | None
    parent_events: int
    """How many events it took over from its parent."""


class _Stamp(msgspec.Struct):
    at: datetime


class _Ending(msgspec.Struct):
    kind: str


QUESTION = """
SELECT s.id, s.name, s.scenario_id, s.title, s.seed, s.created,
  coalesce((SELECT max(number) FROM events WHERE session = s.id), 0),
  (SELECT event FROM events WHERE session = s.id ORDER BY number DESC LIMIT 1),
  (SELECT event FROM events WHERE session = s.id AND kind = 'outcome_recorded' ORDER BY number DESC LIMIT 1),
  EXISTS (SELECT 1 FROM events WHERE session = s.id AND kind = 'session_ended'),
  s.parent, s.parent_events
FROM sessions s"""


def info(row: tuple[Any, ...]) -> SessionInfo:
    """A row of the answer."""
    id_, name, scenario_id, title, seed, created, count, last, ending, ended, parent, parent_events = row
    try:
        last_at = None if last is None else msgspec.json.decode(last, type=_Stamp).at
        outcome = None if ending is None else msgspec.json.decode(ending, type=_Ending).kind
    except msgspec.MsgspecError:  # damaged: the shelf still shows the session, its record says what is wrong
        last_at = outcome = None
    return SessionInfo(
        id=id_,
        name=name,
        scenario_id=scenario_id,
        title=title,
        seed=seed,
        created=datetime.fromisoformat(created),
        events=count,
        last_at=last_at,
        outcome=outcome,
        ended=bool(ended),
        parent=parent,
        parent_events=parent_events,
    )
