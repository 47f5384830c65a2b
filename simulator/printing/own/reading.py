"""A trainer's template as a file, and the templates beside it that it may include."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from scenarios.texts import tr
from simulator.printing.errors import Unprintable

SUFFIX = ".j2"

ENDINGS = ("html", "htm", "xml", "md", "txt")
"""What a template may make; its name says which, as `page.html.j2` does."""

LARGEST = 1_000_000
"""Bytes of a template."""

MOST = 50
"""Templates in a folder."""


def ending(template: Path) -> str:
    """The ending of the files that a template makes. Raises Unprintable where its name does not say one."""
    inner = Path(template.name.removesuffix(SUFFIX)).suffix[1:].lower()
    if not template.name.endswith(SUFFIX) or inner not in ENDINGS:
        examples = ", ".join(f"page.{each}{SUFFIX}" for each in ENDINGS)
        raise Unprintable(
            tr("{name}: a template is named for what it makes, as one of these: {examples}.", name=template.name,
               examples=examples)
        )  # fmt: skip
    return inner


def sources(template: Path) -> Mapping[str, str]:
    """The template and those that lie beside it, each by its name. Raises Unprintable.

    A link beside it is passed over: it could lead to any file of this computer.
    """
    found = {template.name: _text(template)}
    if not found[template.name].strip():
        raise Unprintable(tr("{name} is empty.", name=template.name))
    try:
        beside = [
            path
            for path in sorted(template.parent.iterdir())
            if path.name != template.name and path.name.endswith(SUFFIX) and stat.S_ISREG(path.lstat().st_mode)
        ]
    except OSError as error:
        raise _unreadable(template.parent.name, error) from error
    if len(beside) >= MOST:
        raise Unprintable(
            tr("More than {n} templates lie in the folder of {name}. Give it a folder of its own.", name=template.name,
               n=MOST)
        )  # fmt: skip
    return found | {path.name: _text(path, os.O_NOFOLLOW) for path in beside}


def _text(path: Path, flags: int = 0) -> str:
    """What is written in a file; never waits for a pipe or reads a device."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | flags)
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise Unprintable(tr("{name} is not a file.", name=path.name))
            with os.fdopen(handle, "rb", closefd=False) as file:
                content = file.read(LARGEST + 1)
        finally:
            os.close(handle)
    except (OSError, ValueError) as error:
        raise _unreadable(path.name, error) from error
    if len(content) > LARGEST:
        raise Unprintable(tr("{name} is too large for a template.", name=path.name))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Unprintable(
            tr("{name}, line {line}: this is not UTF-8. Save the file as UTF-8 in your editor.", name=path.name,
               line=line)
        ) from error  # fmt: skip


def _unreadable(name: str, error: OSError | ValueError) -> Unprintable:
    return Unprintable(tr("{name} cannot be read: {why}.", name=name, why=getattr(error, "strerror", None) or error))
