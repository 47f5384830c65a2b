"""Words of people on their way through a template.

Before the template sees them, every sign that would mean something in the file is exchanged for a character that stands
in no text, and after it for the sign as the file writes it. So no filter, no switch and no slip of a template makes
markup of what somebody wrote.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scenarios.texts import on_one_line
from simulator.printing.markdown import escaped
from simulator.printing.prose import plain

_FIRST = 0xFDD0
"""Of 32 code points that Unicode keeps free for this; `plain` lets none of them in."""


@dataclass(frozen=True, slots=True)
class Seal:
    """How one kind of file writes the words of people."""

    escape: Callable[[str], str]
    signs: Sequence[str] = ()
    """What the escaping puts in the place of single signs."""

    def sealed(self, text: str) -> str:
        """A text as a template gets it."""
        escaped_text = self.escape(text)
        if not self.signs:
            return escaped_text
        either = "|".join(map(re.escape, self.signs))
        return re.sub(either, lambda found: chr(_FIRST + self.signs.index(found[0])), escaped_text)

    def opened(self, page: str) -> str:
        """A page that a template made, as it stands in its file."""
        return page.translate({_FIRST + place: sign for place, sign in enumerate(self.signs)})


_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "=": "&#61;", "`": "&#96;"}
"""With what an attribute begins and ends where somebody forgot its quotes. The apostrophe, which people may want to
compare or to replace, is left to Jinja."""


def _html(text: str) -> str:
    return plain(text).translate({ord(sign): entity for sign, entity in _ENTITIES.items()})


def _apart(escape: Callable[[str], str]) -> Callable[[str], str]:
    """Keeps the spaces around words, which part them from the next ones in another weight."""

    def escaped_apart(text: str) -> str:
        inner = escape(text)
        return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if text[-1:].isspace() else ''}" if inner else inner

    return escaped_apart


HTML = Seal(_html, tuple(_ENTITIES.values()))
MARKDOWN = Seal(_apart(escaped), (*(f"\\{sign}" for sign in "\\`*_[]|~$-+#=.):@"), "&amp;", "&lt;", "&gt;"))
TEXT = Seal(_apart(lambda text: on_one_line(plain(text))))
"""Nothing means anything in plain text but the end of a line."""
