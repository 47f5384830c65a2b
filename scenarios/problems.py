"""What is wrong with a written case: where it stands, why it matters, and what to do about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal, NamedTuple, Protocol

from scenarios.texts import tr, trc, trn

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a rule has found at a dotted path of the scenario, not yet located in the file."""

    code: str
    severity: Severity
    path: str
    """Where: keys and numbers joined by dots, `parties.north.values.water.weight`; empty for the whole file."""
    message: str
    """What is wrong, as one sentence without a full stop."""
    remedy: str
    """What to do, as one sentence."""
    suggestion: str | None = None
    """The nearest known name."""
    at_key: bool = False
    """Whether the key itself is at fault, and not the value behind it."""


class Place(NamedTuple):
    """Where a key and its value stand in the text; lines and columns count from 1."""

    line: int
    column: int
    key_line: int
    key_column: int
    scalar: bool
    """Whether the value is a single text or number; otherwise the fault is shown at its key."""
    file: str = ""
    """The piece in which it stands, as problems call it; empty for the scenario's own file."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding at its line and column."""

    code: str
    severity: Severity
    message: str
    remedy: str
    file: str
    line: int
    column: int
    excerpt: str
    """The line of the source as it stands there, without its line break; `render` makes it safe to print."""
    path: str
    suggestion: str | None = None

    def __str__(self) -> str:
        return shown(f"{self.file}:{self.line}:{self.column}: {self.code} {self.message}")

    def render(self) -> str:
        """The whole message: place, what is wrong, the line with a caret, the nearest name, what to do."""
        lines = [str(self)]
        if self.excerpt.strip():
            excerpt, column = _window(shown(self.excerpt), self.column)
            lines += [f"    {excerpt}", f"    {' ' * (column - 1)}^"]
        if self.suggestion is not None:
            lines.append(shown("    " + tr("did you mean `{name}`?", name=self.suggestion)))
        lines.append(shown(f"    {self.remedy}"))
        return "\n".join(lines)

    def as_json(self) -> dict[str, Any]:
        """The problem for editors and other programs."""
        return {
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            "remedy": self.remedy,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "excerpt": self.excerpt,
            "path": self.path,
            "suggestion": self.suggestion,
        }


class Located(Protocol):
    """A text that was read, with the places of its keys: what `locate` needs of a reading."""

    @property
    def name(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def positions(self) -> Mapping[str, Place]: ...
    @property
    def pieces(self) -> Mapping[str, str]:
        """The texts of its pieces, by what problems call them."""
        ...


def locate(findings: Iterable[Finding], reading: Located) -> tuple[Problem, ...]:
    """Each finding at its line and column, in the order of the file; what is not written stands at its parent."""
    lines = {"": reading.text.split("\n")}
    problems = [_located(finding, reading, lines) for finding in findings]
    return in_order(problems, reading.name)


def in_order(problems: Iterable[Problem], file: str) -> tuple[Problem, ...]:
    """Problems by file, line and column; those of the scenario's own file come first."""
    return tuple(sorted(problems, key=lambda p: (p.file != file, p.file, p.line, p.column)))


def shown(text: str) -> str:
    """One line that is safe to print: what cannot be seen, or acts on a terminal, is replaced one for one."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else " " if char in "\t\u00a0\u202f" else "\ufffd" for char in text)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that `name` was probably meant to be."""
    folded = {other.casefold(): other for other in known if other != name}
    close = get_close_matches(name.casefold()[:100], folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def listed(names: Iterable[str], limit: int = 12) -> str:
    """Names for a sentence: `a`, `b`, `c`."""
    quoted = [f"`{name}`" for name in names]
    if not quoted:
        return trc("names", "none")
    first = tr(", ").join(quoted[:limit])
    more = len(quoted) - limit
    return trn("{names} and {n} more", "{names} and {n} more", more, names=first) if more > 0 else first


def _located(finding: Finding, reading: Located, texts: dict[str, list[str]]) -> Problem:
    file, line, column = _spot(finding, reading.positions)
    lines = texts.get(file)
    if lines is None:
        lines = texts[file] = reading.pieces.get(file, "").split("\n")
    return Problem(
        code=finding.code,
        severity=finding.severity,
        message=finding.message,
        remedy=finding.remedy,
        file=file or reading.name,
        line=line,
        column=column,
        excerpt=lines[line - 1] if line <= len(lines) else "",
        path=finding.path,
        suggestion=finding.suggestion,
    )


OF_A_WHOLE = frozenset({"FORM-TYPE", "FORM-LENGTH"})
"""Faults of a whole list or mapping that are told where it begins, as language servers mark them; others at its key."""


def _spot(finding: Finding, positions: Mapping[str, Place]) -> tuple[str, int, int]:
    path = finding.path
    at_key = finding.at_key
    while path and path not in positions:
        path, at_key = path.rpartition(".")[0], True
    place = positions.get(path)
    if place is None or not path:
        return "", 1, 1
    if at_key or not (place.scalar or finding.code in OF_A_WHOLE):
        return place.file, place.key_line, place.key_column
    return place.file, place.line, place.column


def _window(excerpt: str, column: int, width: int = 110) -> tuple[str, int]:
    """The part of a long line around the column, and the column in it."""
    if len(excerpt) <= width:
        return excerpt, column
    start = max(0, column - 1 - width // 2)
    cut = excerpt[start : start + width]
    return ("…" if start else "") + cut + ("…" if start + width < len(excerpt) else ""), column - start + bool(start)
