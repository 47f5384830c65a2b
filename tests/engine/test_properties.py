"""What holds whatever is asked: nonsense is refused with words, and never crashes."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from simulator.engine import TRAINER, Refused, decide, evolve
from simulator.engine import commands as c
from tests.conformance.cases import load
from tests.conformance.table import COMMANDS, Table

STRANGE: tuple[Any, ...] = (
    "",
    "\ud800",
    "x\udfff",
    "\x00",
    ".",
    "a.b",
    "own-1",
    "trainer",
    "e\u0301" * 3000,
    "x" * 9000,
)
NUMBERS: tuple[Any, ...] = (0, 1, -1, 2**63, 10**5000, -(10**5000), float("nan"), float("inf"), 1.5)
TIMES = (
    datetime(2026, 1, 5, 9, 1),
    datetime.min,
    datetime.max.replace(tzinfo=UTC),
    datetime.min.replace(tzinfo=UTC),
    datetime.max.replace(tzinfo=timezone(-timedelta(hours=23))),
    datetime.min.replace(tzinfo=timezone(timedelta(hours=23))),
)


def strange(hint: Any, table: Table) -> Any:
    """Something that has the type of a field, or nearly, and no sense; or a known name in the wrong place."""
    dice, inner = table.dice, get_args(hint)
    if get_origin(hint) is tuple:
        return tuple(strange(inner[0], table) for _ in range(dice.choice((0, 0, 1, 2, 40))))
    if get_origin(hint) is Mapping:
        return {strange(inner[0], table): strange(inner[1], table) for _ in range(dice.choice((0, 1, 3)))}
    if inner:
        return strange(dice.choice(inner), table)
    if isinstance(hint, type) and issubclass(hint, Struct):
        return hint(**{name: strange(inside, table) for name, inside in get_type_hints(hint).items()})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return dice.choice(list(hint))
    scenario = table.scenario
    names = (*scenario.seats, *scenario.parties, *scenario.issues, *scenario.bodies, *table.session.interests, "all")
    options = (option for issue in scenario.issues.values() for option in issue.options)
    known = (*names, *options, *scenario.text.clauses, *scenario.events, *scenario.phases)
    makers: Mapping[Any, tuple[Any, ...]] = {
        str: (*STRANGE, *known),
        int: NUMBERS,
        bool: (True, False),
        datetime: TIMES,
        type(None): (None,),
    }
    return dice.choice(makers[hint])


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_nonsense_is_refused_and_never_crashes(seed: int) -> None:
    table = Table(load("well"), seed)
    for _ in range(seed % 100):
        table.step()
    for number in range(300):
        kind = table.dice.choice([k for k in COMMANDS if k is not c.EndSession])
        fields = {name: strange(hint, table) for name, hint in get_type_hints(kind).items()}
        fields["by"] = table.dice.choice((TRAINER, *table.scenario.seats, *STRANGE[:3]))
        nonsense: Any = kind(**fields | ({} if number % 5 == 0 else {"at": table.at}))
        refused = None
        try:
            events = decide(nonsense, table.session)
        except Refused as refusal:
            refused, events = refusal, ()
        assert refused is None or (refused.why and len(str(refused)) < 2000)
        after = table.session
        for event in events:
            after = evolve(after, event)
        msgspec.json.encode(after.log)
