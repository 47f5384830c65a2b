"""The translators' files: gettext PO, where the context of an entry is the path of its text in the case.

Tools of translators write many dialects of it; what is read here is what a case needs: one text, one translation.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from scenarios.problems import Problem, Severity
from scenarios.texts import number, tr
from scenarios.yamlwords import FORBIDDEN_IN_VALUES, character, harmless, short

MOST_ENTRIES = 10_000
MOST_PROBLEMS = 20
"""After so many there is nothing to be learnt from going on."""

_FIELD = re.compile(r"(msgctxt|msgid|msgstr)(?=[ \t\"])[ \t]*")
_QUOTED = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"[ \t]*\Z')
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "r": ""}
_HEAD = re.compile(r"([A-Za-z-]{1,40}):[ \t]*(.*)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A text and how it is said in the other language."""

    context: str
    """The path of the text; empty where there is none."""
    source: str
    """The text that was translated."""
    said: str
    """The translation; empty where there is none yet."""
    fuzzy: bool = False
    """Whether the translator has to look at it again."""
    previous: str | None = None
    """What the text was when it was translated, where it has changed since."""
    comments: tuple[str, ...] = ()
    """What translators noted."""
    line: int = 0
    """Where it begins."""
    said_line: int = 0
    """Where the translation begins."""
    obsolete: bool = False
    """Whether the case has no such text any more."""


@dataclass(slots=True)
class Catalogue:
    """The translations of a case into a language."""

    name: str
    entries: dict[str, Entry] = field(default_factory=dict)
    """By the paths of their texts."""
    obsolete: list[Entry] = field(default_factory=list)
    header: dict[str, str] = field(default_factory=dict)
    comments: tuple[str, ...] = ()
    """What stands above the header."""
    problems: list[Problem] = field(default_factory=list)
    """What keeps it from being read."""
    lines: list[str] = field(default_factory=list)

    def problem(
        self, code: str, severity: Severity, message: str, remedy: str, line: int, column: int = 1, path: str = ""
    ) -> Problem:
        """What is wrong at a line of the file."""
        excerpt = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Problem(code, severity, message, remedy, self.name, line, column, excerpt, path)


def read_po(text: str, name: str) -> Catalogue:
    """The catalogue in a text; `name` is the file's name in problems. Never raises for what the text holds."""
    made = Catalogue(name, lines=text.split("\n"))
    for entry in _Reader(made).entries():
        if entry.obsolete:
            made.obsolete.append(entry)
        elif not entry.context and not entry.source:
            made.comments = entry.comments
            _head(made, entry)
        elif not entry.context:
            _complain(
                made,
                "PO-SYNTAX",
                tr("this entry has no `msgctxt`, which says what text of the case it is"),
                tr("Remove it; `goodoffices translate` writes an entry for every text."),
                entry.line,
            )
        elif entry.context in made.entries:
            _complain(
                made,
                "PO-TWICE",
                tr(
                    "`{name}` is translated a second time; the first is in line {line}",
                    name=short(entry.context),
                    line=made.entries[entry.context].line,
                ),
                tr("Keep one of the two."),
                entry.line,
            )
        else:
            made.entries[entry.context] = entry
    return made


class _Stop(Exception):
    """Nothing more can be learnt from this file."""


def _complain(made: Catalogue, code: str, message: str, remedy: str, line: int, column: int = 1) -> None:
    if len(made.problems) < MOST_PROBLEMS:
        made.problems.append(made.problem(code, "error", message, remedy, line, column))


class _Reader:
    """The lines of a file, put together to entries."""

    def __init__(self, made: Catalogue) -> None:
        self.made = made
        self.clear()

    def clear(self) -> None:
        """Begin another entry."""
        self.parts: dict[str, list[str]] = {}
        self.previous: list[str] = []
        self.comments: list[str] = []
        self.fuzzy = self.obsolete = False
        self.into: list[str] | None = None
        self.line = self.said_line = 0

    def entries(self) -> Iterator[Entry]:
        """Every entry, the header among them."""
        count = 0
        try:
            for at, line in enumerate(self.made.lines, start=1):
                if line[:1] == '"' and self.into is not None and not self.obsolete:
                    self.into.append(self.quoted(line, at, 0))
                    continue
                stripped = line.strip(" \t")
                if "msgstr" in self.parts and not stripped.startswith('"') and not self._goes_on(stripped):
                    yield self.entry(at)
                    count += 1
                    if count > MOST_ENTRIES:
                        self.wrong(tr("there are more than {n} entries", n=number(MOST_ENTRIES)), at, code="PO-SIZE")
                        return
                if stripped:
                    self.take(stripped, at, len(line) - len(line.lstrip(" \t")))
            if self.parts:
                yield self.entry(len(self.made.lines))
        except _Stop:
            return

    def _goes_on(self, line: str) -> bool:
        """Whether an obsolete entry has another piece of its translation here."""
        return self.obsolete and re.match(r'#~[ \t]*"', line) is not None

    def entry(self, at: int) -> Entry:
        """The entry that is complete now."""
        if "msgid" not in self.parts or "msgstr" not in self.parts:
            self.wrong(tr("an entry needs `msgid` and `msgstr`, and this one ends without"), self.line or at)
        made = Entry(
            context="".join(self.parts.get("msgctxt", ())),
            source=_plain("".join(self.parts.get("msgid", ()))),
            said=_plain("".join(self.parts.get("msgstr", ()))),
            fuzzy=self.fuzzy,
            previous=_plain("".join(self.previous)) if self.previous else None,
            comments=tuple(self.comments),
            line=self.line,
            said_line=self.said_line,
            obsolete=self.obsolete,
        )
        self.clear()
        return made

    def take(self, line: str, at: int, indent: int) -> None:
        """A line of the file."""
        if line[0] != "#":
            self.piece(line, at, indent)
        elif line.startswith("#~"):
            self.obsolete = True
            line = line[2:].lstrip(" \t")
            if line.startswith("|"):
                self.before(line[1:].lstrip(" \t"), at, indent + 3)
            elif line:
                self.piece(line, at, indent + 3)
        elif line.startswith("#|"):
            self.before(line[2:].lstrip(" \t"), at, indent + 2)
        elif line.startswith("#,"):
            self.fuzzy = self.fuzzy or "fuzzy" in [flag.strip() for flag in line[2:].split(",")]
        elif line[1:2] not in (".", ":"):
            self.comments.append(line[1:].strip())

    def before(self, line: str, at: int, indent: int) -> None:
        """What a text was before: only its words matter."""
        found = _FIELD.match(line)
        if found is None:
            self.previous.append(self.quoted(line, at, indent))
        elif found.group(1) == "msgid":
            self.previous = [self.quoted(line[found.end() :], at, indent + found.end())]

    def piece(self, line: str, at: int, indent: int) -> None:
        """A keyword with its text, or more of the text."""
        found = _FIELD.match(line)
        if found is None:
            if not line.startswith('"') or self.into is None:
                self.wrong(tr("`{word}` is not a line of an entry", word=short(line.split(" ")[0])), at, indent + 1)
            else:
                self.into.append(self.quoted(line, at, indent))
            return
        name = found.group(1)
        if name in self.parts or (name == "msgctxt" and "msgid" in self.parts):
            self.wrong(tr("`{word}` stands where an entry cannot have it", word=name), at, indent + 1)
        self.line = self.line or at
        if name == "msgstr":
            self.said_line = at
        self.into = self.parts[name] = [self.quoted(line[found.end() :], at, indent + found.end())]

    def quoted(self, text: str, at: int, indent: int) -> str:
        """The text between the quotes."""
        if len(text) > 1 and text[0] == text[-1] == '"':  # nearly every line, and much faster
            body = text[1:-1]
            if '"' not in body:
                if "\\" not in body:
                    return body
                if body.endswith("\\n") and "\\" not in body[:-2]:
                    return body[:-2] + "\n"
        found = _QUOTED.match(text)
        if found is None:
            self.wrong(
                tr("the text does not stand between two quotes"),
                at,
                indent + 1,
                remedy=tr(
                    'Each line begins and ends with `"`; a quote inside is written `\\"`, and a new line `\\n`. '
                    "Nothing of the file is used until it is mended."
                ),
            )
            return ""
        said = found.group(1)
        if "\\" not in said:
            return said
        odd = next((m for m in _ESCAPE.finditer(said) if m.group(1) not in _ESCAPES), None)
        if odd is not None:
            wrong = tr("`\\{letter}` in a text means nothing", letter=short(odd.group(1)))
            self.wrong(wrong, at, indent + 2 + odd.start())
            return ""
        return _ESCAPE.sub(lambda m: _ESCAPES[m.group(1)], said)

    def wrong(self, message: str, at: int, column: int = 1, code: str = "PO-SYNTAX", remedy: str = "") -> None:
        """Complain, and stop after too many complaints."""
        remedy = remedy or tr(
            "Mend it in a translator's program or a text editor; nothing of the file is used until then."
        )
        _complain(self.made, code, message, remedy, at, column)
        if len(self.made.problems) >= MOST_PROBLEMS:
            raise _Stop


def sound(catalogue: Catalogue, entry: Entry) -> Problem | None:
    """What is wrong with the characters of a translation."""
    if harmless(entry.said):
        return None
    found = FORBIDDEN_IN_VALUES.search(entry.said)
    if found is None:
        return None
    return catalogue.problem(
        "PO-CHARACTER",
        "error",
        tr("the character {name} may not stand in a translation", name=character(found.group())),
        tr("Delete it; it cannot be seen, and it can act on a terminal or turn the writing around."),
        entry.said_line,
        path=entry.context,
    )


def renewed(entry: Entry, source: str) -> Entry:
    """The entry of a text that is `source` now: after a change the translator has to look at it again."""
    if entry.source == source:
        return entry
    if not entry.said:
        return replace(entry, source=source, fuzzy=False, previous=None)
    before = entry.previous if entry.fuzzy and entry.previous is not None else entry.source
    if before == source:  # changed, and changed back
        return replace(entry, source=source, fuzzy=False, previous=None)
    return replace(entry, source=source, fuzzy=True, previous=before)


def _plain(text: str) -> str:
    text = text.strip()
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _head(made: Catalogue, entry: Entry) -> None:
    """What the header says; a file in another encoding than UTF-8 would be misread."""
    for line in entry.said.split("\n"):
        found = _HEAD.fullmatch(line.strip())
        if found is not None:
            made.header[found.group(1)] = found.group(2)
    kind = made.header.get("Content-Type", "")
    charset = re.search(r"charset=([\w-]+)", kind)
    if charset is not None and charset.group(1).lower() not in ("utf-8", "utf8", "charset", "us-ascii"):
        _complain(
            made,
            "PO-SYNTAX",
            tr("the header says that the file is in {charset}", charset=short(charset.group(1))),
            tr("Save it as UTF-8, and say so in the header: `charset=UTF-8`."),
            entry.said_line,
        )
