"""Plain words for the parser's own complaints."""

from collections.abc import Sequence

import yaml

_COLON = "mapping values are not allowed"
_START = "cannot start any token"

# What the parser says (libyaml's words or PyYAML's), what it mostly means, and what to do.
_SAYINGS: tuple[tuple[str, str, str, str], ...] = (
    (
        "quoted scalar", "YAML-QUOTE", "a quote is opened here and never closed",
        "Close it on the same line; a text with quotes inside stands best as a block, with `|` and indented lines.",
    ),
    (
        _COLON, "YAML-COLON", "a colon followed by a space starts a second value here",
        "Put the whole text in quotes, or write it as a block: `|` and indented lines. Check the indentation as well.",
    ),
    (
        _START, "YAML-START", "no text can start with this character",
        "Put the whole text in quotes.",
    ),
    (
        "escape", "YAML-ESCAPE", "a backslash in double quotes starts a code that does not exist",
        "Use single quotes, or write the backslash twice.",
    ),
    (
        "hex", "YAML-ESCAPE", "a backslash in double quotes starts a code that does not exist",
        "Use single quotes, or write the backslash twice.",
    ),
    (
        "unicode", "YAML-ESCAPE", "a backslash in double quotes names a character that does not exist",
        "Use single quotes, or write the character itself.",
    ),
    (
        "could not find expected ':'", "YAML-COLON", "a key without a colon",
        "Write `name: value`; the lines of a longer text stand deeper than its key.",
    ),
    (
        "flow", "YAML-BRACKET", "a bracket is opened here and not closed where it should be",
        "Close it, and separate the values with commas.",
    ),
    (
        "expected ',' or", "YAML-BRACKET", "a bracket is opened here and not closed where it should be",
        "Close it, and separate the values with commas.",
    ),
    (
        "directive", "YAML-DIRECTIVE", "a line that starts with `%` is a directive",
        "Remove the line, or put the text in quotes.",
    ),
    (
        "incompatible", "YAML-DIRECTIVE", "this directive asks for another version of YAML",
        "Remove the line.",
    ),
    (
        "block", "YAML-INDENT", "this line does not stand under the line that it belongs to",
        "Give all keys of one part the same number of spaces, two more than the key above them.",
    ),
)  # fmt: skip


def explained(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[str, int, int, str, str]:
    """Code, line, column, message and remedy for what stopped the parser."""
    said = f"{error.problem or ''} {error.context or ''}"
    mark = error.problem_mark or error.context_mark
    for words, code, message, remedy in _SAYINGS:
        if words in said:
            # What was opened and never closed is found where it was opened.
            if code in ("YAML-QUOTE", "YAML-BRACKET") and error.context_mark is not None:
                if (code == "YAML-QUOTE" and "escape" in said) or "hex" in said or "unicode" in said:
                    continue
                mark = error.context_mark
            return code, *_spot(mark, lines), message, remedy
    message = f"the parser stops here: {error.problem or 'not YAML'}"
    return (
        "YAML-SYNTAX",
        *_spot(mark, lines),
        message,
        "Compare this line and the one before it with a shipped scenario.",
    )


def _spot(mark: yaml.Mark | None, lines: Sequence[str]) -> tuple[int, int]:
    if mark is None:
        return 1, 1
    if mark.line >= len(lines) or (mark.line == len(lines) - 1 and not lines[-1] and len(lines) > 1):
        last = len(lines) - (2 if not lines[-1] and len(lines) > 1 else 1)
        return last + 1, len(lines[last]) + 1
    return mark.line + 1, mark.column + 1
