"""How events and commands are written down: JSON that reads back exactly, sealed in a chain."""

import hashlib
import json
import re
from typing import Any, NoReturn

import msgspec

from scenarios.texts import number as number_
from scenarios.texts import tr
from simulator.engine import Command, Event
from simulator.journal.errors import Unwritable

LONGEST = 256 * 1024
"""Bytes of one event; no act needs a hundredth of it."""

_UNKEPT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""What no text may hold: control characters (but line break and tab), half characters."""

_COMMAND_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")


class _Kind(msgspec.Struct):
    event: str


_decoder: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)
_encoder = msgspec.json.Encoder()


def sound(text: str, what: str) -> str:
    """The text, if every store and terminal can hold it. Raises Unwritable."""
    bad = _UNKEPT.search(text)
    if bad:
        raise Unwritable(
            tr("{what} holds the character {code}, which cannot be kept", what=what, code=f"U+{ord(bad.group()):04X}")
        )
    return text


def known_id(command_id: str) -> str:
    """The id of a command, if it has the form of one. Raises Unwritable."""
    if not _COMMAND_ID.fullmatch(command_id):
        raise Unwritable(tr("a command's id is made of 1 to 64 ASCII letters, digits and . _ : -"))
    return command_id


def written(event: Event) -> str:
    """An event as one line of JSON. Raises Unwritable for what would not read back as the same event."""
    try:
        text = _encoder.encode(event).decode()
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise Unwritable(tr("this event cannot be written down: {reason}", reason=error)) from error
    if read(text) != event:
        raise Unwritable(tr("this event would not read back as it is: it holds a number or time that JSON has not"))
    return text


def read(text: str) -> Event:
    """The event of a line. Raises Unwritable for unknown kinds, wrong fields, double keys, unsound texts, depth."""
    if len(text) > LONGEST:
        raise Unwritable(
            tr("an event of {n} characters is longer than {limit}", n=number_(len(text)), limit=number_(LONGEST))
        )
    try:
        event = _decoder.decode(text)
        json.loads(text, object_pairs_hook=_sound_object, parse_constant=_no_constant)
    except RecursionError as error:
        raise Unwritable(tr("it is nested too deeply")) from error
    except (msgspec.MsgspecError, UnicodeError, json.JSONDecodeError) as error:
        raise Unwritable(_plain(str(error))) from error
    if event.at.tzinfo is None:
        raise Unwritable(tr("its time does not say its zone; times are kept in UTC"))
    return event


def digest(command: Command) -> str:
    """What a command asks, whenever it is asked: a retry after a crash has the same digest, another command has not."""
    asked = msgspec.to_builtins(command)
    asked.pop("at", None)
    return hashlib.sha256(json.dumps(asked, sort_keys=True, allow_nan=False).encode()).hexdigest()


def first_seal(*facts: object) -> bytes:
    """The seal of a session before its first event, over what it is made of."""
    return hashlib.sha256(json.dumps(facts).encode()).digest()


def next_seal(before: bytes, number: int, command_id: str, text: str) -> bytes:
    """The seal of an event: it covers the event and the seal before, so that no event changes unseen.

    It finds failing disks and editing by hand. It does not stop somebody who rewrites the whole chain.
    """
    head = f"{number}\n{command_id}\n".encode()
    return hashlib.sha256(before + head + text.encode("utf-8", "surrogatepass")).digest()


def kind_of(text: str) -> str:
    """The wire name of the kind of an event, known or not."""
    return str(msgspec.json.decode(text, type=_Kind).event)


def _sound_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise Unwritable(tr("the key `{key}` stands twice", key=key[:40]))
        found[key] = value
        sound(key, tr("a key"))
        for part in value if isinstance(value, list) else (value,):
            if isinstance(part, str):
                sound(part, f"`{key[:40]}`")
    return found


def _no_constant(name: str) -> NoReturn:
    raise Unwritable(tr("{name} is not a number", name=name))


def _plain(said: str) -> str:
    """The library's message as a clause: an unknown tag is a kind of event that this program does not know."""
    unknown = re.match(r"Invalid value '(.{0,60})' - at `\$\.event`", said)
    if unknown:
        return tr(
            "it is an event of a kind that this program does not know, `{kind}`: a newer one wrote it",
            kind=unknown.group(1),
        )
    return said[:200]
