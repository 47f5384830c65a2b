"""Which key does what: the user's own keys stand before those that the screens come with, wherever keys are shown.

A screen's key has an id (`console.run`); the settings give ids other keys. Footer, menu, help and the keys themselves
ask here, so that they cannot say different things.
"""

from collections.abc import Mapping

from textual.binding import Binding, BindingsMap, KeymapApplyResult
from textual.dom import DOMNode
from textual.keys import KEY_ALIASES, Keys, _character_to_key

from scenarios.texts import tr, trc

FIGURES = ("ampersand", "é", "quotation_mark", "apostrophe", "left_parenthesis", "minus", "è", "underscore", "ç")
"""The keys of 1 to 9 where a French keyboard has them, so that nobody needs Shift."""
NOUGHT = "0,à"
SIGNS = {
    "question_mark": "?", "plus": "+", "minus": "-", "slash": "/", "exclamation_mark": "!", "semicolon": ";",
    "comma": ",", "full_stop": ".", "left_square_bracket": "[", "right_square_bracket": "]", "colon": ":",
    "right": "→", "left": "←",
}  # fmt: skip

_chosen: dict[str, str] = {}


def choose(keys: Mapping[str, str]) -> None:
    """Let these keys hold from now on, by the ids of what they do."""
    _chosen.clear()
    _chosen.update({name: ",".join(typed(key) for key in said.split(",")) for name, said in keys.items()})
    BindingsMap.apply_keymap = _apply  # type: ignore[method-assign, assignment]  # parameters are named otherwise


def chosen() -> Mapping[str, str]:
    """The user's own keys."""
    return _chosen


def keys_of(name: str, usual: str) -> str:
    """The keys of what has this id: the user's, else the usual ones."""
    return _chosen.get(name, usual)


def typed(key: str) -> str:
    """A key as the screens name it: `?` is `question_mark`."""
    key = key.strip()
    if len(key) == 1:
        return _character_to_key(key)
    *held, last = key.split("+")
    return "+".join([*(h.lower() for h in held), _character_to_key(last) if len(last) == 1 else last.lower()])


def keycap(keys: str) -> str:
    """The first of some keys as it is printed."""
    first = keys.split(",")[0]
    if first in SIGNS:
        return SIGNS[first]
    if first == "escape":
        # Translators: what is printed on the key, at most 5 characters.
        return trc("key", "Esc")
    if first == "enter":
        # Translators: what is printed on the key, at most 6 characters.
        return trc("key", "Enter")
    if first == "space":
        # Translators: what is printed on the key, at most 6 characters.
        return trc("key", "Space")
    return first.replace("ctrl+", "^").upper() if len(first) > 1 else first


def untypable(key: str) -> str | None:
    """Why no terminal can be counted on to send a key, or None."""
    *held, last = typed(key).split("+")
    if not last or any(h not in ("ctrl", "shift", "alt") for h in held):
        return tr("“{key}” is no key.", key=key)
    if len(last) > 1 and last not in _NAMED:
        return tr("“{key}” is no key.", key=key)
    if held == ["ctrl"] and last in _SAME:
        return tr("A terminal sends the same for “{key}” and for “{other}”.", key=key, other=_SAME[last])
    if held and (held != ["ctrl"] or len(last) > 1 or not last.isascii() or not last.isalpha()):
        if held == ["shift"] and last in ("tab", "up", "down", "left", "right", "home", "end"):
            return None
        return tr("Many terminals never send “{key}”: take a letter, a sign, or Ctrl with a letter.", key=key)
    return None


_SAME = {"i": "tab", "m": "enter", "h": "backspace", "j": "enter"}
_NAMED = {key.value for key in Keys} | {_character_to_key(chr(n)) for n in range(33, 0x250)} | set(KEY_ALIASES)


def _apply(bindings: BindingsMap, keymap: Mapping[str, str]) -> KeymapApplyResult:
    """Give bindings the user's keys.

    Textual's own way drops every other binding of a key that is given up or taken; here panes share letters, and each
    binding is asked in turn whether it means anything now.
    """
    mine: dict[str, list[Binding]] = {}
    usual: dict[str, list[Binding]] = {}
    moved: set[tuple[str, str]] = set()
    for key, there in bindings.key_to_bindings.items():
        for binding in there:
            said = keymap.get(binding.id or "")
            if said is None:
                usual.setdefault(key, []).append(binding)
            elif (binding.id or "", binding.action) not in moved:
                moved.add((binding.id or "", binding.action))
                for wanted in said.split(","):
                    mine.setdefault(wanted, []).append(binding.with_key(key=wanted, key_display=None))
    bindings.key_to_bindings = {key: [*mine.get(key, ()), *usual.get(key, ())] for key in {**mine, **usual}}
    return KeymapApplyResult(set())


def own_nodes() -> list[type[DOMNode]]:
    """The classes of this program that may have keys."""
    found: list[type[DOMNode]] = []
    waiting: list[type[DOMNode]] = [DOMNode]
    while waiting:
        node = waiting.pop()
        waiting += node.__subclasses__()
        if node.__module__.startswith("simulator.") and node not in found:
            found.append(node)
    return sorted(found, key=lambda n: (n.__module__, n.__qualname__))
