"""What a screen offers: one table gives its keys, its footer, its menu of acts and its help."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from roles.acts import Act

KEYS = {
    "question_mark": "?",
    "escape": "Esc",
    "enter": "Enter",
    "plus": "+",
    "minus": "-",
    "slash": "/",
    "space": "Space",
}


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that a screen does: `do_<id>` is its method."""

    id: str
    key: str
    """Textual's name of the key, or several with commas; empty where only the menu has it."""
    label: str
    """One or two words, for the footer."""
    area: str = "Screen"
    """The heading in the menu."""
    hint: str = ""
    """A sentence, for the menu and the help."""
    act: Act | None = None
    """The act that must be possible for the seat."""
    footer: bool = True
    """Whether it may stand in the footer."""

    @property
    def keycap(self) -> str:
        """The key as it is printed."""
        first = self.key.split(",")[0]
        if first in KEYS:
            return KEYS[first]
        return first.replace("ctrl+", "^").upper() if len(first) > 1 else first


def bindings(deeds: Sequence[Deed]) -> list[BindingType]:
    """The bindings of a screen's deeds, each with an id for the user's own key map."""
    return [Binding(d.key, f"deed('{d.id}')", d.label, show=False, id=d.id) for d in deeds if d.key]
