"""Writing a text line by line: what was begun can be read again, changed line by line, or taken to an editor."""

import os
import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from scenarios.texts import mark, tr, trn
from simulator.tui.plain.lines import Back, Lines
from simulator.tui.safe import clean

HELP = mark("""Type your text, line by line.
. alone ends the text
.l reads out what is there, with the number of each line
.3 and words: these words are line 3 from now on
.-3 takes line 3 out
.x takes everything out
.e opens your editor (the variable EDITOR)
.b goes back; what you wrote is kept
A line that begins with a dot: type two dots.""")
"""What can be typed while a text is written; said with `tr`."""

_LINE = re.compile(r"\.(-?)([0-9]{1,4})(?: (.*))?")


def write(lines: Lines, label: str, text: str, rows: int, longest: int, keep: Callable[[str], None]) -> None:
    """Ask for a text; what is there stays where nothing is typed, and `keep` gets it line by line. Raises Back."""
    sheet = text.split("\n") if text else []
    if sheet:
        lines.say(tr("Written so far:"))
        lines.page(text)
    lines.say(_asked(label, rows, bool(sheet)))
    while True:
        given = clean(lines.text(">"))
        if given in (".", ""):
            if given == "." or rows == 1 or not sheet or sheet == text.split("\n"):
                break
            sheet.append("")
        elif given == ".b":
            raise Back
        elif given.startswith(".") and not given.startswith(".."):
            sheet = _do(lines, sheet, given)
        elif rows == 1:
            sheet = [_typed(given)]
            break
        else:
            sheet.append(_typed(given))
        keep("\n".join(sheet))
        length = len("\n".join(sheet))
        if length > longest:
            lines.say(trn("{n} character too many.", "{n} characters too many.", length - longest))
    keep("\n".join(sheet).strip())


def _asked(label: str, rows: int, begun: bool) -> str:
    if rows == 1:
        what = tr("{label} (one line)", label=label)
        keep = tr("Enter alone leaves it as it is.") if begun else tr("Enter alone leaves it empty.")
    else:
        what = tr("{label} (a line with a dot alone ends it)", label=label)
        keep = tr("A dot alone leaves it as it is.") if begun else tr("Enter alone leaves it empty.")
    return " ".join((what, keep, tr(".? for help.")))


def _typed(given: str) -> str:
    return given[1:] if given.startswith("..") else given


def _do(lines: Lines, sheet: list[str], given: str) -> list[str]:
    """What a line that begins with a dot asks for."""
    found = _LINE.fullmatch(given)
    if found is not None:
        out, number, words = found[1] == "-", int(found[2]), found[3]
        if not 1 <= number <= len(sheet) or (words is None and not out):
            lines.say(trn("There is {n} line.", "There are {n} lines.", len(sheet)))
            return sheet
        return [*sheet[: number - 1], *(() if out else (words or "",)), *sheet[number:]]
    match given:
        case ".?":
            lines.say(tr(HELP))
        case ".l":
            lines.page("\n".join(f"{n} {line}" for n, line in enumerate(sheet, 1)) or tr("Nothing is written yet."))
        case ".x":
            lines.say(tr("Nothing is written any more."))
            return []
        case ".e":
            return edited(lines, sheet)
        case _:
            lines.say(tr("That is not understood. .? for help."))
    return sheet


def edited(lines: Lines, sheet: list[str]) -> list[str]:
    """The text after somebody's own editor had it: in a file that only its owner reads, and that is removed."""
    command = os.environ.get("EDITOR", "")
    if not command or not lines.typed:
        lines.say(tr("No editor is set: the variable EDITOR names one."))
        return sheet
    with tempfile.TemporaryDirectory(prefix="goodoffices-") as folder:  # 0700
        file = Path(folder) / "text.txt"
        with os.fdopen(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as begun:
            begun.write("\n".join(sheet))
        done = lines.edited(command, str(file))
        after = ""
        with suppress(OSError):
            after = file.read_text(encoding="utf-8", errors="replace")
    if not done:
        lines.say(tr("The editor did not end well: your text is as it was."))
        return sheet
    text = clean(after).rstrip()
    lines.say(trn("Your text has {n} character.", "Your text has {n} characters.", len(text)))
    return text.split("\n") if text else []
