"""goodoffices settings: what somebody chose once for all sessions."""

from typing import Any

import click

from scenarios.texts import mark, tr
from simulator.cli.talk import FOUND, put, put_json, say
from simulator.tui.settings import KEYS, Found, read


@click.command(
    "settings",
    epilog="Examples: goodoffices settings  |  goodoffices settings --sample > settings.toml  |  "
    'GOODOFFICES_CONFIG=room.toml goodoffices settings  |  $EDITOR "$(goodoffices settings --path)"',
)
@click.option("--path", "as_path", is_flag=True, help=mark("Only the name of the file."))
@click.option("--sample", is_flag=True, help=mark("A whole file with every setting and every key, to begin from."))
@click.option("--json", "as_json", is_flag=True, help=mark("An object for programs."))
def command(as_path: bool, sample: bool, as_json: bool) -> int:
    """Show the settings that hold, their file, and what in it is not heeded.

    Options go before the environment, and the environment before the file. The exit status is 1 when something in the
    file is not heeded.
    """
    found = read()
    if as_path:
        put(str(found.file))
        return 0
    if sample:
        put(_sample())
        return 0
    from simulator.tui.settings.known import wrong_keys

    wrong = (*found.wrong, *wrong_keys(found))
    if as_json:
        put_json(_data(found) | {"wrong": [{"line": w.line, "what": w.what, "remedy": w.remedy} for w in wrong]})
        return FOUND if wrong else 0
    put(str(found.file) if found.there else tr("{file} (not there: everything is as usual)", file=found.file))
    for key in KEYS:
        put(f"{key.name} = {_said(getattr(found.settings, key.name))}")
    for name, keys in found.settings.keys.items():
        put("keys." + _said(name) + " = " + _said(keys))
    for one in wrong:
        say(f"{found.file}: {one}")
    return FOUND if wrong else 0


def _data(found: Found) -> dict[str, Any]:
    settings = {key.name: getattr(found.settings, key.name) for key in KEYS}
    return {"file": str(found.file), "there": found.there, "settings": settings, "keys": dict(found.settings.keys)}


def _said(value: object) -> str:
    if value is None:
        return '""'
    return str(value).lower() if isinstance(value, bool) else str(value) if isinstance(value, int) else f'"{value}"'


def _sample() -> str:
    """A file in which every line is there and none holds before somebody takes its sign away."""
    from simulator.tui.settings import Settings
    from simulator.tui.settings.known import known

    rows = ["# " + tr("Settings of Good Offices. Take the sign # away before a line that is to hold."), ""]
    for key in KEYS:
        can = ", ".join(key.choices) or (
            tr("{low} to {high}", low=key.low, high=key.high) if key.high else ", ".join(map(_said, (True, False)))
        )
        rows += [f"# {tr(key.meaning)} ({can})", f"# {key.name} = {_said(getattr(Settings(), key.name))}", ""]
    rows += [
        "[keys]",
        "# " + tr("What is left of the sign = is an id; right of it stand keys, with commas between them."),
        "# " + tr("Keys are written as a, A, f1, ctrl+k, space or question_mark."),
    ]
    place = ""
    for one in known().values():
        if one.id.split(".")[0] != place:
            place = one.id.split(".")[0]
            rows.append("")
        label = f"  # {tr(one.label)}" if one.label else ""
        rows.append(f'# "{one.id}" = "{one.keys}"{label}')
    return "\n".join(rows)
