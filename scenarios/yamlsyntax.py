"""Plain words for the parser's own complaints."""

from collections.abc import Sequence

import yaml

from scenarios.texts import mark, tr

_COLON = "mapping values are not allowed"
_START = "cannot start any token"

# What the parser says (libyaml's words or PyYAML's), what it mostly means, and what to do.
_SAYINGS: tuple[tuple[str, str, str, str], ...] = (
    (
        "quoted scalar", "YAML-QUOTE", mark("a quote is opened here and never closed"),
        mark("Close it on the same line; a text with quotes inside stands best as a block, with `|` and "
             "indented lines."),
    ),
    (
        _COLON, "YAML-COLON", mark("a colon followed by a space starts a second value here"),
        mark("Put the whole text in quotes, or write it as a block: `|` and indented lines. "
             "Check the indentation as well."),
    ),
    (
        _START, "YAML-START", mark("no text can start with this character"),
        mark("Put the whole text in quotes."),
    ),
    (
        "escape", "YAML-ESCAPE", mark("a backslash in double quotes starts a code that does not exist"),
        mark("Use single quotes, or write the backslash twice."),
    ),
    (
        "hex", "YAML-ESCAPE", mark("a backslash in double quotes starts a code that does not exist"),
        mark("Use single quotes, or write the backslash twice."),
    ),
    (
        "unicode", "YAML-ESCAPE", mark("a backslash in double quotes names a character that does not exist"),
        mark("Use single quotes, or write the character itself."),
    ),
    (
        "could not find expected ':'", "YAML-COLON", mark("a key without a colon"),
        mark("Write `name: value`; the lines of a longer text stand deeper than its key."),
    ),
    (
        "flow", "YAML-BRACKET", mark("a bracket is opened here and not closed where it should be"),
        mark("Close it, and separate the values with commas."),
    ),
    (
        "expected ',' or", "YAML-BRACKET", mark("a bracket is opened here and not closed where it should be"),
        mark("Close it, and separate the values with commas."),
    ),
    (
        "directive", "YAML-DIRECTIVE", mark("a line that starts with `%` is a directive"),
        mark("Remove the line, or put the text in quotes."),
    ),
    (
        "incompatible", "YAML-DIRECTIVE", mark("this directive asks for another version of YAML"),
        mark("Remove the line."),
    ),
    (
        "block", "YAML-INDENT", mark("this line does not stand under the line that it belongs to"),
        mark("Give all keys of one part the same number of spaces, two more than the key above them."),
    ),
)  # fmt: skip


def explained(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[str, int, int, str, str]:
    """Code, line, column, message and remedy for what stopped the parser."""
    said = f"{error.problem or ''} {error.context or ''}"
    spot = error.problem_mark or error.context_mark
    for words, code, message, remedy in _SAYINGS:
        if words in said:
            # What was opened and never closed is found where it was opened.
            if code in ("YAML-QUOTE", "YAML-BRACKET") and error.context_mark is not None:
                if (code == "YAML-QUOTE" and "escape" in said) or "hex" in said or "unicode" in said:
                    continue
                spot = error.context_mark
            return code, *_spot(spot, lines), tr(message), tr(remedy)
    message = tr("the parser stops here: {said}", said=error.problem or tr("not YAML"))
    return (
        "YAML-SYNTAX",
        *_spot(spot, lines),
        message,
        tr("Compare this line and the one before it with a shipped scenario."),
    )


def _spot(spot: yaml.Mark | None, lines: Sequence[str]) -> tuple[int, int]:
    if spot is None:
        return 1, 1
    if spot.line >= len(lines) or (spot.line == len(lines) - 1 and not lines[-1] and len(lines) > 1):
        last = len(lines) - (2 if not lines[-1] and len(lines) > 1 else 1)
        return last + 1, len(lines[last]) + 1
    return spot.line + 1, spot.column + 1
