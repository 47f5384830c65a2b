"""Plain words for the parser's own complaints."""

import re
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
        "sequence entries", "YAML-START", mark("a hyphen with a space behind it starts a list here"),
        mark("Put the whole text in quotes; the entries of a list stand on lines of their own."),
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

_KEY_ALONE = re.compile(r"[ \t]+[a-z][a-z0-9_-]*[ \t]*\Z")
"""What stands before the colon of a line that is a key, and not a sentence with a colon in it."""
_NO_SPACE = re.compile(r"[ \t]*(?:- +)?[A-Za-z][\w-]*:\S")
_QUOTED = re.compile(r"[ \t]*(?:- +)*(?:[^\s:'\"]+:[ \t]+)?(?:'[^']*'|\"[^\"]*\")[ \t]*\Z")


def explained(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[str, int, int, str, str]:
    """Code, line, column, message and remedy for what stopped the parser."""
    said = f"{error.problem or ''} {error.context or ''}"
    spot = error.problem_mark or error.context_mark
    slip = _slip(said, error, lines)
    if slip is not None:
        return slip
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


def _slip(said: str, error: yaml.MarkedYAMLError, lines: Sequence[str]) -> tuple[str, int, int, str, str] | None:
    """What the line itself tells better than the parser, which complains where it could not go on."""
    found = error.problem_mark
    begun = error.context_mark
    if found is None:
        return None
    line, column = _spot(found, lines)
    before = lines[line - 1][: column - 1]
    if _COLON in said and _KEY_ALONE.match(before):
        return (
            "YAML-INDENT",
            line,
            len(before) - len(before.lstrip()) + 1,
            tr("this line stands further in than the line above it, which has a value already"),
            tr("Give all keys of one part the same number of spaces; a text of several lines stands below a `|`."),
        )
    if "could not find expected ':'" in said and begun is not None:
        at, start = _spot(begun, lines)
        if _NO_SPACE.match(lines[at - 1]):
            what = tr("the space behind the colon is missing")
            return "YAML-COLON", at, start, what, tr("Write `name: value`, with a space behind the colon.")
        if ":" not in lines[at - 1]:
            what, remedy = next((what, remedy) for words, _, what, remedy in _SAYINGS if words in said)
            return "YAML-COLON", at, start, tr(what), tr(remedy)
    if "block" in said and _QUOTED.match(before):
        return (
            "YAML-QUOTE",
            line,
            column,
            tr("the quote before this closes the text, and here more of it follows"),
            tr(
                "Write the whole text as a block: `|` and indented lines. Or put all of it in quotes of the other kind."
            ),
        )
    return None


def _spot(spot: yaml.Mark | None, lines: Sequence[str]) -> tuple[int, int]:
    if spot is None:
        return 1, 1
    if spot.line >= len(lines) or (spot.line == len(lines) - 1 and not lines[-1] and len(lines) > 1):
        last = len(lines) - (2 if not lines[-1] and len(lines) > 1 else 1)
        return last + 1, len(lines[last]) + 1
    return spot.line + 1, spot.column + 1
