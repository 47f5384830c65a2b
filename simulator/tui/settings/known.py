"""Every key of the screens with the id by which the settings name it, and what is wrong with a keymap."""

from collections import defaultdict
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module

from textual.binding import Binding
from textual.dom import DOMNode

from scenarios.texts import tr
from simulator.tui import keymap
from simulator.tui.deeds import NO_KEY
from simulator.tui.settings.reading import Found, Wrong, line_of
from simulator.tui.widgets.listing import Listing


@dataclass(frozen=True, slots=True)
class Known:
    """A key that the settings can change."""

    id: str
    keys: str
    """The usual keys, with commas; empty where there is none."""
    label: str


def known() -> dict[str, Known]:
    """Every key, by its id."""
    import_module("simulator.tui.app")  # all screens come with it
    found: dict[str, Known] = {}
    for node in keymap.own_nodes():
        for one in Binding.make_bindings(node.__dict__.get("BINDINGS", ())):
            if one.id is None:
                continue
            before = found.get(one.id)
            keys = [k for k in (before.keys.split(",") if before else []) if k]
            keys += [k for k in one.key.split(",") if k not in keys and k != NO_KEY]
            found[one.id] = Known(one.id, ",".join(keys), one.description or (before.label if before else ""))
    return dict(sorted(found.items()))


def wrong_keys(found: Found) -> list[Wrong]:
    """What in the user's keymap is not as it should be."""
    if not found.settings.keys:
        return []
    there = known()
    rows = found.file.read_text(encoding="utf-8").splitlines() if found.there else []
    wrong: list[Wrong] = []
    for name, keys in found.settings.keys.items():
        line = line_of(rows, name)
        if name not in there:
            near = get_close_matches(name, there, n=1, cutoff=0.5)
            remedy = tr("Did you mean “{name}”?", name=near[0]) if near else ""
            remedy = remedy or tr("`goodoffices settings --sample` lists all ids.")
            wrong.append(Wrong(line, tr("Nothing has the id “{name}”.", name=name), remedy))
            continue
        for key in keys.split(","):
            why = keymap.untypable(key)
            if why is not None:
                wrong.append(Wrong(line, why, tr("Keys are written as a, A, f1, ctrl+k, space or question_mark.")))
    return [*wrong, *_clashes(found, rows)]


def _keys_of(node: type[DOMNode]) -> list[tuple[str, Binding]]:
    merged = node._merged_bindings
    return list(merged) if merged is not None else []


def _clashes(found: Found, rows: list[str]) -> list[Wrong]:
    """Two things of one screen on one key, where the screen has them apart."""
    wrong: dict[tuple[str, str], Wrong] = {}
    in_lists = {key: one.id for key, one in _keys_of(Listing) if one.id is not None}
    for name, keys in found.settings.keys.items():
        for key in (keymap.typed(k) for k in keys.split(",")):
            taken = in_lists.get(key, name)
            if taken != name and not name.startswith("list.") and taken not in found.settings.keys:
                what = tr("In lists “{key}” is the key of “{other}”.", key=key, other=taken)
                remedy = tr("There it stays that; give “{other}” another key.", other=taken)
                wrong[name, taken] = Wrong(line_of(rows, name), what, remedy)
    for node in keymap.own_nodes():
        usual, now = defaultdict(set), defaultdict(set)
        for key, one in _keys_of(node):
            if one.id is None:
                continue
            usual[key].add(one.id)
            for mine in found.settings.keys.get(one.id, key).split(","):
                now[keymap.typed(mine)].add(one.id)
        for key, ids in now.items():
            moved = sorted(i for i in ids if i in found.settings.keys)
            others = sorted(ids - set(moved)) or moved[1:]
            if moved and others and not ids <= usual[key] and key != NO_KEY:
                pair = moved[0], others[0]
                what = tr("“{key}” is the key of “{one}” and of “{other}”.", key=key, one=pair[0], other=pair[1])
                remedy = tr("The first one has it now; give “{other}” another key.", other=pair[1])
                wrong.setdefault(pair, Wrong(line_of(rows, pair[0]), what, remedy))
    return list(wrong.values())
