"""A new case: begun from a template of a process format, or from a case that there is."""

import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from shutil import rmtree
from typing import Any
from unicodedata import normalize

from scenarios import schema
from scenarios.folder import CASE_FILE, Folder
from scenarios.texts import mark, tr

SCHEMA = ".scenario.schema.json"
"""The schema beside a new case: a copy, so that the case can be carried to a machine on which the program is not."""

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST = 48


@dataclass(frozen=True, slots=True)
class Template:
    """A small complete case that shows a process format."""

    called: str
    """The format in a few words."""
    lacks: str = ""
    """What of the format cannot be played yet, as a sentence."""


TEMPLATES: Mapping[str, Template] = {
    "classic": Template(mark("a mediation, from soundings to one text")),
    "multilateral_text": Template(
        mark("many parties, one text, adopted by consensus"),
        mark("Not played yet: written inputs with a deadline, and any number of readings."),
    ),
    "committee": Template(
        mark("a follow-up committee with sub-committees"),
        mark("Not played yet: minutes and commitments carried on from session to session."),
    ),
    "incident": Template(
        mark("a mechanism for incidents, with a hotline"),
        mark("Not played yet: the timers of a hotline, and a record of incidents with both versions."),
    ),
    "quiet_diplomacy": Template(
        mark("visits, recommendations in confidence, a warning"),
        mark("Not played yet: indicators that move from round to round, and levels of alert."),
    ),
    "shuttle": Template(
        mark("mediators between two rooms, one table at the end"),
        mark("Not played yet: messages with a travel time, and what became of their words."),
    ),
    "conciliation": Template(
        mark("a commission that hears and proposes"),
        mark("Not played yet: a clock of thirty days (ten minutes stand for it), and arbitration."),
    ),
    "dialogue": Template(
        mark("a dialogue without an agreement as its aim"),
        mark("Not played yet: a dialogue without values; the case says what each sentence is worth."),
    ),
}
"""The templates by the name of their format."""


class CannotBegin(Exception):
    """A case that cannot be begun so; the message says why, and what can be done."""


def template(name: str, language: str = "en") -> Folder:
    """The files of a template. Raises CannotBegin for a language that it is not written in."""
    ending = ".yaml" if language == "en" else f".{language}.yaml"
    place = files("scenarios").joinpath("templates")
    file = place.joinpath(f"{name}{ending}")
    if not file.is_file():
        there = [known for known in TEMPLATES if place.joinpath(f"{known}{ending}").is_file()]
        raise CannotBegin(
            tr(
                "The template {name} is not written in the language {language}. Templates that are: {there}.",
                name=name,
                language=language,
                there=", ".join(there) or tr("none"),
            )
        )
    return Folder({CASE_FILE: file.read_text(encoding="utf-8")})


def fit_id(name: str) -> str:
    """The nearest name that can be the id of a case: lower-case words joined by hyphens."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    while words and words[0].isdigit():
        words.append(words.pop(0)) if any(not word.isdigit() for word in words) else words.clear()
    near = "-".join(words).lstrip("0123456789-")[:_LONGEST].strip("-")
    return near or "my-case"


def is_id(name: str) -> bool:
    """Whether a name can be the id of a case."""
    return len(name) <= _LONGEST and _ID.fullmatch(name) is not None


def renamed(folder: Folder, id: str, title: str | None = None) -> Folder:
    """The same case under another id, its comments as they stand; the schema line leads to the copy beside it."""
    made = {}
    for name, text in folder.files.items():
        if name.endswith((".yaml", ".yml")):
            text = _line(text, "id", id)
            if title is not None:
                text = _line(text, "title", _quoted(title))
            text = _with_schema(text, "../" * name.count("/") + SCHEMA, top=name == CASE_FILE)
        made[name] = text
    return Folder(made)


def begin(place: Path, folder: Folder) -> tuple[Path, ...]:
    """Write a new case into a folder that is not there yet: all of it, or nothing. Raises CannotBegin."""
    if place.exists() or place.is_symlink():
        raise CannotBegin(tr("{place} is there already. Choose another name, or remove it.", place=place))
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
        try:
            made.chmod(0o755)
            for name, text in {**folder.files, SCHEMA: schema.text()}.items():
                file = made / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            made.rename(place)
        except BaseException:
            rmtree(made, ignore_errors=True)
            raise
    except OSError as error:
        raise CannotBegin(tr("{place} cannot be written: {why}.", place=place, why=error.strerror or error)) from error
    return tuple(place / name for name in (*folder.files, SCHEMA))


def _line(text: str, key: str, value: str) -> str:
    """The text with another value for a key at its top level; what stands behind it as a note stays."""
    return re.sub(
        rf"^{key}:[ \t]*(?:'(?:[^'\n]|'')*'|\"(?:[^\"\\\n]|\\.)*\"|[^\n#]*?)([ \t]+#[^\n]*)?$(?:\n[ \t]+\S[^\n]*)*",
        lambda found: f"{key}: {value}{found[1] or ''}",
        text,
        count=1,
        flags=re.M,
    )


def _with_schema(text: str, path: str, top: bool) -> str:
    """The text with its schema lines leading to `path`; a scenario without them gets them."""
    text, changed = re.subn(r"^(# yaml-language-server: \$schema=|# \$schema: ).*$", rf"\g<1>{path}", text, flags=re.M)
    if changed or not top:
        return text
    return f"# yaml-language-server: $schema={path}\n# $schema: {path}\n{text}"


def _quoted(title: str) -> Any:
    """A title as a value of YAML."""
    return "'" + title.replace("'", "''") + "'"
