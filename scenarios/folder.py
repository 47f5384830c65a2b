"""The written case as a folder of texts: the scenario, the pieces that it extends, and its translations."""

import json
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from scenarios.texts import tr

CASE_FILE = "scenario.yaml"
LARGEST = 512 * 1024
"""Bytes of one file."""
LARGEST_FOLDER = 2 * 1024 * 1024
"""Bytes of all files of a folder that are read."""
MOST_FILES = 40

BOUND = '{"good-offices-folder":'
"""How a bound folder begins, and no scenario."""

_CATALOGUE = re.compile(r"[a-z]{2}\.po")
_NAME = re.compile(r"[^/\\~:\s][^/\\:]{0,99}(/[^/\\:]{1,100}){0,7}")
_MOST_ENTRIES = 10_000
"""How many names of a folder are looked at for translations."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The texts of a case by their names in its folder: `scenario.yaml`, `pieces/people.yaml`, `fr.po`."""

    files: Mapping[str, str]

    @property
    def text(self) -> str:
        """The scenario's own file."""
        return self.files[CASE_FILE]

    def catalogues(self) -> dict[str, str]:
        """The translations by their language."""
        return {name[:2]: text for name, text in self.files.items() if _CATALOGUE.fullmatch(name)}


class NotRead(Exception):
    """A file that cannot be read: the code and the words of a problem."""

    def __init__(self, code: str, message: str, remedy: str, line: int = 1, column: int = 1, text: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy
        self.line = line
        self.column = column
        self.text = text


class Source(Protocol):
    """Where the texts of a case come from."""

    def fetch(self, name: str) -> str:
        """The text of a name in the folder. Raises NotRead."""
        ...

    def shown(self, name: str) -> str:
        """What a file is called in problems."""
        ...

    def catalogues(self) -> tuple[str, ...]:
        """The names of the translations."""
        ...


@dataclass(slots=True)
class OnDisk:
    """A folder of the disk, out of which no name leads."""

    root: Path
    _left: int = LARGEST_FOLDER
    _files: int = field(default=0)

    def fetch(self, name: str) -> str:
        """The text of a name in the folder. Raises NotRead."""
        if not inward(name):
            raise _outside(name)
        real = os.path.realpath(self.root)
        place = os.path.realpath(os.path.join(real, name))
        if os.path.commonpath((real, place)) != real:
            raise _outside(name)
        self._files += 1
        if self._files > MOST_FILES:
            raise NotRead(
                "FILE-SIZE",
                tr("there are more than {n} files", n=MOST_FILES),
                tr("Put pieces together; no scenario needs so many."),
            )
        text = written_at(Path(place), os.O_NOFOLLOW, tr("Check the name: it counts from the scenario's folder."))
        self._left -= len(text.encode("utf-8", "surrogatepass"))
        if self._left < 0:
            raise NotRead(
                "FILE-SIZE",
                tr("all files together are larger than {n} KB", n=LARGEST_FOLDER // 1024),
                tr("No scenario needs that much; are these the right files?"),
            )
        return text

    def shown(self, name: str) -> str:
        """Its path."""
        return str(self.root / name)

    def catalogues(self) -> tuple[str, ...]:
        """The names of the translations beside the scenario."""
        found = []
        try:
            with os.scandir(self.root) as entries:
                for number, entry in enumerate(entries):
                    if number == _MOST_ENTRIES:
                        break
                    if _CATALOGUE.fullmatch(entry.name):
                        found.append(entry.name)
        except OSError:
            return ()
        return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class InHand:
    """A folder that is held already, as a record holds it."""

    files: Mapping[str, str]

    def fetch(self, name: str) -> str:
        """The text of a name in the folder. Raises NotRead."""
        if not inward(name):
            raise _outside(name)
        if name not in self.files:
            raise NotRead(
                "FILE-UNREADABLE",
                tr("there is no file `{name}`", name=name),
                tr("Check the name: it counts from the scenario's folder."),
            )
        return self.files[name]

    def shown(self, name: str) -> str:
        """The name itself."""
        return name

    def catalogues(self) -> tuple[str, ...]:
        """The names of the translations."""
        return tuple(sorted(name for name in self.files if _CATALOGUE.fullmatch(name)))


def inward(name: str) -> bool:
    """Whether a name can only lead into a folder: relative, without `..`, `~`, `:` and backslashes, and printable."""
    return (
        _NAME.fullmatch(name) is not None
        and name.isprintable()
        and all(part not in (".", "..") for part in name.split("/"))
    )


def bind(folder: Folder) -> str:
    """A folder as one text: the YAML itself where there is nothing else, and a JSON object otherwise."""
    if set(folder.files) == {CASE_FILE} and not folder.text.startswith(BOUND):
        return folder.text
    files = json.dumps(dict(folder.files), ensure_ascii=False, sort_keys=True, indent=0, separators=(",", ":"))
    return f'{BOUND}1,"files":{files}}}'


def unbind(text: str) -> Folder:
    """The folder of a bound text; any other text is the scenario itself. Raises NotRead for a bound text that is not
    one that `bind` makes."""
    if not text.startswith(BOUND):
        return Folder({CASE_FILE: text})
    if len(text) > 3 * LARGEST_FOLDER:
        raise _unsound(tr("it is too large"))
    try:
        data = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise _unsound(tr("it is not JSON, or a key stands twice in it")) from error
    version, files = data.get("good-offices-folder"), data.get("files")
    if isinstance(version, int) and version > 1:
        raise _unsound(tr("a newer program has bound it"))
    if version != 1 or isinstance(version, bool) or not isinstance(files, dict) or len(data) != 2:
        raise _unsound(tr("it does not hold files"))
    if len(files) > MOST_FILES or CASE_FILE not in files:
        raise _unsound(tr("it holds too many files, or no {name}", name=CASE_FILE))
    for name, content in files.items():
        if not inward(name) or not isinstance(content, str) or len(content) > LARGEST:
            raise _unsound(tr("a file in it has no possible name or no possible content"))
    if sum(map(len, files.values())) > LARGEST_FOLDER:
        raise _unsound(tr("it is too large"))
    return Folder(files)


def written_at(path: Path, flags: int = 0, remedy: str | None = None) -> str:
    """The text of a file, its lines ended by line feeds; never waits for a pipe or reads a device. Raises NotRead."""
    try:
        data = _bytes(path, flags)
    except (OSError, ValueError) as error:
        raise NotRead(
            "FILE-UNREADABLE",
            tr("the file cannot be read: {reason}", reason=getattr(error, "strerror", None) or str(error)),
            remedy or tr("Check the name and the permissions."),
        ) from error
    if len(data) > LARGEST:
        raise too_large()
    return _decoded(data)


def too_large() -> NotRead:
    """What is said of a file that is larger than any scenario."""
    return NotRead(
        "FILE-SIZE",
        tr("the file is larger than {n} KB", n=LARGEST // 1024),
        tr("No scenario needs that much; is this the right file?"),
    )


def _bytes(path: Path, flags: int) -> bytes:
    """The file's bytes, at most one more than allowed."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | flags)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise NotRead(
                "FILE-UNREADABLE",
                tr("this is not a regular file"),
                tr("Give a scenario's folder or its YAML file."),
            )
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(LARGEST + 1)
    finally:
        os.close(handle)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]:
        raise NotRead(
            "FILE-ENCODING", tr("the file is written in UTF-16 or UTF-32, or is not a text"), tr("Save it as UTF-8.")
        )
    try:
        return plain_lines(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = plain_lines(data[: error.start].decode("utf-8", "replace"))
        raise NotRead(
            "FILE-ENCODING",
            tr("the file is not UTF-8: byte {n} is {byte}", n=error.start + 1, byte=f"0x{data[error.start]:02X}"),
            tr("Save it as UTF-8 in your editor."),
            before.count("\n") + 1,
            len(before) - before.rfind("\n"),
            data.decode("utf-8", "replace"),
        ) from error


def plain_lines(text: str) -> str:
    """The text with line feeds at the ends of its lines."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _outside(name: str) -> NotRead:
    return NotRead(
        "FILE-OUTSIDE",
        tr("`{name}` does not lead to a file in the scenario's folder", name=name[:60]),
        tr("Name a file in the scenario's folder, with `/` between folders: `pieces/people.yaml`."),
    )


def _unsound(reason: str) -> NotRead:
    return NotRead(
        "FILE-FOLDER",
        tr("this is not a scenario's folder as a record holds it: {reason}", reason=reason),
        tr("Export the session again, or give the scenario's folder itself."),
    )
