"""What a screen offers: one table gives its keys, its footer, its menu of acts and its help."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from roles.acts import Act
from scenarios.texts import mark
from simulator.tui import keymap


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
    place: str = ""
    """The screen that has it; empty where the screen's own table says so."""
    action: str = ""
    """The action that does it, where it is not a deed of the screen."""
    binding: str = ""
    """The id of its key, where that is not its place and its own id."""

    @property
    def name(self) -> str:
        """The id of its key, for the user's own keymap."""
        return self.binding or f"{self.place}.{self.id}"

    @property
    def keys(self) -> str:
        """The keys that do it now: the user's own, else the usual ones."""
        return keymap.keys_of(self.name, self.key)

    @property
    def keycap(self) -> str:
        """The key as it is printed; empty where there is none."""
        return keymap.keycap(self.keys)


def bindings(deeds: Sequence[Deed]) -> list[BindingType]:
    """The bindings of a screen's deeds, each with an id for the user's own keymap.

    A deed that only the menu has gets a key that no keyboard sends, so that a keymap can give it one.
    """
    return [Binding(d.key or NO_KEY, d.action or f"deed('{d.id}')", d.label, show=False, id=d.name) for d in deeds]


NO_KEY = "f63"
"""A key that no keyboard sends."""
