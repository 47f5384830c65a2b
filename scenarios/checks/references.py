"""Every id that is named somewhere must exist: one table of places, and the names that each may hold.

The table is applied to the plain data rather than to the model, so that unknown names are told together with faults
of form, and not one round later.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from pydantic import ValidationError

from scenarios.archetypes import archetypes
from scenarios.model import CURVES, Range
from scenarios.problems import Finding, listed, nearest
from scenarios.texts import mark, tr
from scenarios.yamlwords import short

Data = Mapping[str, Any]
Steps = tuple[str, ...]


class _Names(NamedTuple):
    unknown: str
    """The sentence about a name that is not known."""
    known: list[str]
    issue: str = ""


class _Spot(NamedTuple):
    steps: Steps
    value: Any
    at_key: bool


Pool = Callable[[Data, Steps], _Names | None]
"""The names that may stand at a place, or None when an earlier fault leaves that open."""


def references(data: Data) -> Iterator[Finding]:
    """Unknown, doubled and ambiguous ids in the plain data of a scenario, whatever its form."""
    for pattern, pool in PLACES:
        yield from _checked(data, _spots(data, pattern.split(".")), pool)
    for steps, condition in _conditions(data):
        for pattern, pool in IN_CONDITIONS:
            yield from _checked(data, _spots(condition, pattern.split("."), steps), pool)
    yield from _ambiguous(data)


def _checked(data: Data, spots: Iterator[_Spot], pool: Pool) -> Iterator[Finding]:
    seen: set[tuple[Steps, str]] = set()
    for spot in spots:
        names = pool(data, spot.steps)
        if names is None or not isinstance(spot.value, str):
            continue
        path = ".".join(spot.steps)
        if spot.value not in names.known:
            message = tr(names.unknown, name=short(spot.value), issue=names.issue)
            remedy = tr("Known: {names}.", names=listed(names.known, 24))
            suggestion = _nearest_amount(spot.value, names.known) or nearest(spot.value, names.known)
            yield Finding("REF-UNKNOWN", "error", path, message, remedy, suggestion, spot.at_key)
        elif spot.steps[-1].isdigit() and (spot.steps[:-1], spot.value) in seen:
            message = tr("`{name}` stands in this list twice", name=spot.value)
            yield Finding("REF-TWICE", "error", path, message, tr("Remove one of the two."))
        seen.add((spot.steps[:-1], spot.value))


def _spots(node: Any, pattern: list[str], steps: Steps = ()) -> Iterator[_Spot]:
    """What stands at the places of a pattern: `*` is any key or entry, a final `#` the keys themselves."""
    if not pattern:
        yield _Spot(steps, node, False)
        return
    head, *rest = pattern
    if head == "#":
        if isinstance(node, Mapping):
            for key in node:
                yield _Spot((*steps, key), key, True)
    elif head == "*":
        for key, inner in _entries(node):
            yield from _spots(inner, rest, (*steps, key))
    elif isinstance(node, Mapping) and head in node:
        yield from _spots(node[head], rest, (*steps, head))


def _entries(node: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(node, Mapping):
        yield from node.items()
    elif isinstance(node, list):
        yield from ((str(number), item) for number, item in enumerate(node))


def _conditions(data: Data) -> Iterator[tuple[Steps, Data]]:
    """Every condition with its place, those inside others as well."""
    for pattern in ("phases.*.leave_when", "events.*.when"):
        for spot in _spots(data, pattern.split(".")):
            yield from _nested(spot.steps, spot.value)


def _nested(steps: Steps, node: Any) -> Iterator[tuple[Steps, Data]]:
    if not isinstance(node, Mapping):
        return
    yield steps, node
    yield from _nested((*steps, "not"), node.get("not"))
    for word in ("all", "any"):
        for key, inner in _entries(node.get(word)):
            yield from _nested((*steps, word, key), inner)


def _keys(data: Any, *steps: str) -> list[str]:
    for step in steps:
        data = data.get(step) if isinstance(data, Mapping) else None
    return [key for key in data] if isinstance(data, Mapping) else []


def _options(data: Data, issue: str) -> list[str]:
    """The ids of an issue's options, written out or made by its range."""
    written = _keys(data, "issues", issue, "options")
    if written or "range" not in _keys(data, "issues", issue):
        return written
    span = data["issues"][issue]["range"]
    if not isinstance(span, Mapping):
        return []
    ends = span.get("from"), span.get("to"), span.get("step", 1)
    return list(_amounts(*ends)) if all(type(end) is int for end in ends) else []


@lru_cache(maxsize=256)
def _amounts(start: int, end: int, step: int) -> tuple[str, ...]:
    try:
        return tuple(Range.model_validate({"from": start, "to": end, "step": step}).options())
    except ValidationError:
        return ()


def _nearest_amount(name: str, known: list[str]) -> str | None:
    """The option of a range whose amount is nearest to a name that stands for another amount."""
    meant = _amount(name)
    amounts = {option: _amount(option) for option in known}
    if meant is None or None in amounts.values():
        return None
    return min(amounts, key=lambda option: abs((amounts[option] or 0) - meant), default=None)


def _amount(name: str) -> int | None:
    found = re.fullmatch(r"(?:at-)?(minus-|-)?(\d{1,10})", name)
    return None if found is None else int(found[2]) * (-1 if found[1] else 1)


def _of(chapter: str, unknown: str) -> Pool:
    return lambda data, steps: _Names(unknown, _keys(data, chapter))


def _option_of(*, up: int, extra: tuple[str, ...] = ()) -> Pool:
    """Options of the issue that is named `up` steps before the place."""

    def pool(data: Data, steps: Steps) -> _Names | None:
        issue = steps[-1 - up]
        known = _options(data, issue)
        return (
            _Names(mark("`{name}` is not an option of the issue `{issue}`"), [*known, *extra], issue) if known else None
        )

    return pool


def _any_option(data: Data, steps: Steps) -> _Names:
    known = [f"{issue}.{option}" for issue in _keys(data, "issues") for option in _options(data, issue)]
    return _Names(mark("`{name}` is not an option, written `issue.option`"), known)


def _any_interest(data: Data, steps: Steps) -> _Names:
    parties = _keys(data, "parties")
    known = [f"{party}.{interest}" for party in parties for interest in _keys(data, "parties", party, "interests")]
    return _Names(mark("`{name}` is not an interest, written `party.interest`"), known)


def _addressees(data: Data, steps: Steps) -> _Names:
    known = ["all", *_keys(data, "parties"), *_keys(data, "seats")]
    return _Names(mark("`{name}` is not `all`, a party or a seat"), known)


def _article(data: Data, steps: Steps) -> _Names:
    return _Names(mark("`{name}` is not an article of the reference text"), _keys(data, "reference", "articles"))


def _faction(data: Data, steps: Steps) -> _Names | None:
    """Factions of the party that the seat sits for."""
    seat = data["seats"][steps[1]]
    party = seat.get("party") if isinstance(seat, Mapping) else None
    if not isinstance(party, str) or party not in _keys(data, "parties"):
        return None
    return _Names(mark("`{name}` is not a faction of its party"), _keys(data, "parties", party, "factions"))


def _matters(data: Data, steps: Steps) -> _Names:
    known = [*_keys(data, "issues"), *_keys(data, "agenda_items")]
    return _Names(mark("`{name}` is neither an issue nor an agenda item"), known)


def _archetypes(data: Data, steps: Steps) -> _Names:
    return _Names(mark("`{name}` is not an archetype"), list(archetypes()))


_party = _of("parties", mark("`{name}` is not a party"))
_seat = _of("seats", mark("`{name}` is not a seat"))
_issue = _of("issues", mark("`{name}` is not an issue"))
_body = _of("bodies", mark("`{name}` is not a body"))
_phase = _of("phases", mark("`{name}` is not a phase"))
_event = _of("events", mark("`{name}` is not an event"))
_pulse = _of("pulses", mark("`{name}` is not a pulse"))
_incident = _of("incidents", mark("`{name}` is not an incident"))
_shared = _of("shared", mark("`{name}` is not under `shared`"))
_text = _of("texts", mark("`{name}` is not under `texts`"))
_objective = _of("objectives", mark("`{name}` is not an objective"))

PLACES: tuple[tuple[str, Pool], ...] = (
    ("parties.*.positions.#", _issue),
    ("parties.*.interests.*.served_by.#", _issue),
    ("parties.*.interests.*.served_by.*.*", _option_of(up=1)),
    ("parties.*.interests.*.unlocks.*", _any_option),
    ("parties.*.values.#", _issue),
    ("parties.*.values.*.#", _option_of(up=1, extra=("weight", "options", *CURVES))),
    ("parties.*.values.*.options.#", _option_of(up=2)),
    ("parties.*.linkages.*.options.#", _issue),
    ("parties.*.linkages.*.options.*", _option_of(up=0)),
    ("parties.*.red_lines.*.#", _issue),
    ("parties.*.red_lines.*.*", _option_of(up=0)),
    ("seats.*.party", _party),
    ("seats.*.archetype", _archetypes),
    ("casting.*.empty.*", _seat),
    ("casting.*.doubled.*", _seat),
    ("issues.*.default", _option_of(up=1)),
    ("issues.*.options.*.known_to.*", _party),
    ("text.pen_holder.*", _seat),
    ("text.clauses.*.issue", _issue),
    ("bodies.*.members.*", _seat),
    ("bodies.*.chair.*", _seat),
    ("bodies.*.observers.*", _seat),
    ("bodies.*.rule.essential.*", _party),
    ("bodies.*.rule.parties.*", _party),
    ("bodies.*.rule.veto.*", _party),
    ("bodies.*.issues.*", _issue),
    ("bodies.*.agenda.*", _matters),
    ("bodies.*.reports_to", _body),
    ("bodies.*.lifts_to", _body),
    ("bodies.*.rights.#", _archetypes),
    ("text.body", _body),
    ("text.rule.essential.*", _party),
    ("text.rule.parties.*", _party),
    ("text.rule.veto.*", _party),
    ("texts.*.body", _body),
    ("texts.*.pen_holder.*", _seat),
    ("texts.*.clauses.*.issue", _issue),
    ("texts.*.rule.essential.*", _party),
    ("texts.*.rule.parties.*", _party),
    ("texts.*.rule.veto.*", _party),
    ("agenda_items.*.issue", _issue),
    ("parties.*.factions.*.breaks_on.*.#", _issue),
    ("parties.*.factions.*.breaks_on.*.*", _option_of(up=0)),
    ("parties.*.factions.*.leaves_without.#", _issue),
    ("parties.*.factions.*.leaves_without.*.*", _option_of(up=1)),
    ("seats.*.faction", _faction),
    ("issues.*.options.*.uses.#", _shared),
    ("incidents.*.versions.#", _party),
    ("incidents.*.parties.*", _party),
    ("incidents.*.issue", _issue),
    ("hotline.keepers.*", _seat),
    ("reference.articles.*.readings.#", _party),
    ("follow_up.*.actor", _party),
    ("follow_up.*.article", _article),
    ("inputs.*.by", _party),
    ("inputs.*.issues.*", _issue),
    ("inputs.*.serves.#", _issue),
    ("inputs.*.serves.*.*", _option_of(up=1)),
    ("synthesis.by.*", _seat),
    ("phases.*.in.*", _body),
    ("phases.*.next.*", _phase),
    ("phases.*.back.*", _phase),
    ("expert.seat", _seat),
    ("appeals.#", _seat),
    ("events.*.to.*", _addressees),
    ("events.*.versions.#", _party),
    ("events.*.objective", _objective),
    ("events.*.expect.by.*", _party),
    ("events.*.contingency", _event),
    ("events.*.incident", _incident),
    ("events.*.chairs.#", _body),
    ("events.*.chairs.*.*", _seat),
    ("events.*.effects.*.party", _party),
    ("events.*.effects.*.red_line.#", _issue),
    ("events.*.effects.*.red_line.*", _option_of(up=0)),
    ("events.*.effects.*.unless.#", _issue),
    ("events.*.effects.*.unless.*", _option_of(up=0)),
    ("pulses.*.phase", _phase),
    ("stress_test.phase", _phase),
    ("stress_test.shocks.*.issue", _issue),
    ("debrief.questions.*.objective", _objective),
)

IN_CONDITIONS: tuple[tuple[str, Pool], ...] = (
    ("phase", _phase),
    ("consent.#", _party),
    ("caucus_with.*", _party),
    ("prepared.*", _party),
    ("disclosed.*", _any_interest),
    ("sent.*", _event),
    ("pulses.*", _pulse),
    ("agendas.#", _body),
    ("texts.#", _text),
    ("reported.*", _body),
    ("away.*", _party),
)


def _ambiguous(data: Data) -> Iterator[Finding]:
    """An event is sent `to` parties, seats or all: one name must not mean two of them; nor an option a weight."""
    parties = _keys(data, "parties")
    for seat in _keys(data, "seats"):
        if seat in parties:
            message = tr("`{name}` is a party and a seat, so an event sent to it has two meanings", name=seat)
            remedy = tr("Give the seat another id.")
            yield Finding("REF-AMBIGUOUS", "error", f"seats.{seat}", message, remedy, at_key=True)
    for chapter in ("parties", "seats"):
        for name in _keys(data, chapter):
            if name in ("all", "trainer"):
                yield _reserved(f"{chapter}.{name}", name)
    for issue in _keys(data, "issues"):
        for option in _keys(data, "issues", issue, "options"):
            if option in ("weight", "options"):
                yield _reserved(f"issues.{issue}.options.{option}", option)


def _reserved(path: str, name: str) -> Finding:
    message = tr("`{name}` is a word of the format and cannot be an id here", name=name)
    return Finding("REF-AMBIGUOUS", "error", path, message, tr("Give it another id."), at_key=True)
