"""What a screen offers: one table gives its keys, its footer, its menu of acts and its help."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from roles.acts import Act
from scenarios.texts import mark, trc

SIGNS = {"question_mark": "?", "plus": "+", "minus": "-", "slash": "/"}


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that a screen does: `do_<id>` is its method.

    Its words are marked for translation in the tables, and said with `tr` where they are shown.
    """

    id: str
    key: str
    """Textual's name of the key, or several with commas; empty where only the menu has it."""
    label: str
    """One or two words, for the footer."""
    area: str = mark("Screen")
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


def bindings(deeds: Sequence[Deed]) -> list[BindingType]:
    """The bindings of a screen's deeds, each with an id for the user's own key map."""
    return [Binding(d.key, f"deed('{d.id}')", d.label, show=False, id=d.id) for d in deeds if d.key]
