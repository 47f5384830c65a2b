"""Commands from plain data, for programs and scripts that have no screen."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, get_args

import msgspec

from scenarios.texts import tr
from simulator.engine.commands import Command, Intent

BY_NAME: Mapping[str, type[Intent]] = {str(kind.__struct_config__.tag): kind for kind in get_args(Command)}
"""Every command by its wire name."""


class NotACommand(ValueError):
    """Plain data that is no command; the message says what is wrong and what is known."""


def command_from(data: Mapping[str, Any]) -> Command:
    """The command that a mapping says: `do` names it, the rest are its fields. Raises NotACommand."""
    name = data.get("do")
    kind = BY_NAME.get(name) if isinstance(name, str) else None
    if kind is None:
        near = get_close_matches(str(name), BY_NAME, n=1)
        said = tr("There is no command “{name}”.", name=str(name)[:60])
        raise NotACommand(" ".join((said, _did_you_mean(near[0]))) if near else said)
    fields = [field.name for field in msgspec.structs.fields(kind)]
    for key in data:
        if key != "do" and key not in fields:
            near = get_close_matches(str(key), fields, n=1)
            said = tr("“{command}” has no field “{name}”.", command=name, name=str(key)[:60])
            guess = _did_you_mean(near[0]) if near else tr("Its fields: {fields}.", fields=", ".join(fields))
            raise NotACommand(" ".join((said, guess)))
    try:
        command: Command = msgspec.convert(dict(data), Command)
    except msgspec.ValidationError as wrong:
        raise NotACommand(f"“{name}”: {wrong}.") from wrong
    return command


def _did_you_mean(name: str) -> str:
    return tr("Did you mean “{name}”?", name=name)
