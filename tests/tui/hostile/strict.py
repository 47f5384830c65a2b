"""A terminal that allows only what a program of ours may send: everything else is told with what stood around it."""

import re
from collections.abc import Iterator

MODES = frozenset({7, 25, 1000, 1003, 1004, 1006, 1015, 1016, 1049, 2004, 2026, 2048})
"""What Textual switches: wrapping, cursor, mouse, focus, the alternate screen, pasting, whole frames, size."""

_CSI = re.compile(r"\x1b\[([<>=?]?)([0-9;:]*)([ -/]*)([@-~])")

_POINTER = re.compile(r"\x1b\]22;[a-z-]{1,20}\x07")
"""The shape of the mouse pointer."""

_FORBIDDEN = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def _allowed(mark: str, numbers: str, between: str, final: str) -> bool:
    given = [int(n) for n in re.split("[;:]", numbers) if n]
    match mark, between, final:
        case "", "", "m":  # colours and weights
            return True
        case "", "", "H" | "A" | "B" | "C" | "D":  # the cursor
            return True
        case "", "", "J" | "K":
            return False
        case "?", "", "h" | "l":
            return all(n in MODES for n in given)
        case "?", "$", "p":  # does the terminal know whole frames and sizes?
            return all(n in MODES for n in given)
        case ((">" | "<" | "="), "", "u"):  # kitty's keys, asked for and given back
            return True
        case _:
            return False


def acts(output: bytes) -> Iterator[str]:
    """What in the output is not allowed, each with its surroundings."""
    text = output.decode("utf-8", errors="surrogateescape")
    at = 0
    while at < len(text):
        char = text[at]
        if char == "\x1b":
            found = _CSI.match(text, at)
            pointer = _POINTER.match(text, at)
            if pointer is not None:
                at = pointer.end()
            elif found is None or not _allowed(*found.groups()):
                yield f"a sequence: {text[max(0, at - 40) : at + 60]!r}"
                at += 1
            else:
                at = found.end()
            continue
        if _FORBIDDEN.match(char) or 0xDC80 <= ord(char) < 0xDD00:
            yield f"a character: {text[max(0, at - 40) : at + 60]!r}"
        at += 1


def modes_left(output: bytes) -> set[int]:
    """The modes that were switched on and never off again."""
    on: set[int] = set()
    for mark, numbers, _, final in _CSI.findall(output.decode("utf-8", errors="replace")):
        if mark == "?" and final in "hl":
            for n in (int(number) for number in numbers.split(";") if number):
                (on.add if final == "h" else on.discard)(n)
    return on - {7, 25}
