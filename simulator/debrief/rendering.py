"""From contents to text: the only module that knows the template library."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from simulator.debrief.naming import plain

_INLINE = re.compile(r"[\\`*_\[\]|~$]")
_START = re.compile(r"^(\s*)([-+](?!\d)|[#=]|\d+[.)](?=\s|$))")
_LINKS = re.compile(r"://|@|(?<=\bwww)\.", re.IGNORECASE)


def html(name: str, contents: Mapping[str, Any]) -> str:
    """A page. Everything that is put in is escaped."""
    return _environment("html").get_template(name).render(contents)


def markdown(name: str, contents: Mapping[str, Any]) -> str:
    """A page in Markdown. Everything that is put in is escaped, so that no text makes HTML, images or links."""
    text = _environment("markdown").get_template(name).render(contents)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def for_markdown(value: object) -> Markup:
    """A value on one line, in which nothing means anything to a Markdown reader.

    HTML is written as entities, the signs of Markdown are escaped, and addresses are broken for readers that would
    make links of them.
    """
    if isinstance(value, Markup):
        return value
    line = " ".join(plain(str(value)).split())
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _INLINE.sub(r"\\\g<0>", line)
    line = _LINKS.sub(lambda found: "".join(f"\\{sign}" if sign in ":@." else sign for sign in found[0]), line)
    return Markup(_START.sub(_escape_start, line))


def blocks(prose: str) -> list[tuple[str, list[str]]]:
    """Prose as headings (`h`), lists (`ul`) and paragraphs (`p`), each with its lines or items."""
    found: list[tuple[str, list[str]]] = []
    for part in re.split(r"\n\s*\n", plain(prose).strip()):
        kind = ""
        for line in (line.strip() for line in part.splitlines()):
            if line.startswith("## "):
                found.append(("h", [line[3:].strip()]))
                kind = ""
            elif line.startswith("- "):
                if kind != "ul":
                    found.append(("ul", []))
                found[-1][1].append(line[2:].strip())
                kind = "ul"
            elif line and kind in ("p", "ul"):
                found[-1][1][-1] += f" {line}"
            elif line:
                found.append(("p", [line]))
                kind = "p"
    return found


def _escape_start(found: re.Match[str]) -> str:
    space, sign = found.groups()
    return f"{space}{sign[:-1]}\\{sign[-1]}"


def _for_html(value: object) -> object:
    """Text without what turns lines around; markup and numbers as they are."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("simulator.debrief"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=for_markdown if language == "markdown" else _for_html,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["blocks"] = blocks
    return environment
