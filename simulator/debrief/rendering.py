"""From contents to text: the only module that knows the template library."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from scenarios.texts import RIGHT_TO_LEFT, language, number, on_one_line, tr, trc, trn
from scoring.sentences import figure
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
    line = on_one_line(plain(str(value)))
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


def _sayings(finalize: Callable[[object], object]) -> Mapping[str, Callable[..., Markup]]:
    """What templates say in the language that is spoken: only the values are escaped, a sentence may hold markup."""

    def filled(said: str, values: Mapping[str, object]) -> Markup:
        return Markup(said).format(**{name: finalize(value) for name, value in values.items()})

    def one(message: str, /, **values: object) -> Markup:
        return filled(tr(message), values)

    def counted(single: str, several: str, many: int, /, **values: object) -> Markup:
        return filled(
            trn(single, several, many, n="{n}", **{name: f"{{{name}}}" for name in values}),
            {"n": number(many), **values},
        )

    def in_context(context: str, message: str, /, **values: object) -> Markup:
        return filled(trc(context, message), values)

    return {"tr": one, "trn": counted, "trc": in_context}


def _escape_start(found: re.Match[str]) -> str:
    space, sign = found.groups()
    return f"{space}{sign[:-1]}\\{sign[-1]}"


def _for_html(value: object) -> object:
    """Text without what turns lines around; markup and numbers as they are."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _with_sign(value: float) -> str:
    return ("" if value < 0 else "+") + figure(value)


def _direction() -> str:
    """Which way the language that is spoken is written."""
    return "rtl" if language() in RIGHT_TO_LEFT else "ltr"


@cache
def _environment(form: str) -> Environment:
    finalize = for_markdown if form == "markdown" else _for_html
    environment = Environment(
        loader=PackageLoader("simulator.debrief"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["blocks"] = blocks
    environment.filters["figure"] = figure
    environment.filters["signed"] = _with_sign
    environment.filters["commas"] = lambda parts: tr(", ").join(parts)
    environment.filters["semicolons"] = lambda parts: tr("; ").join(parts)
    environment.globals |= {**_sayings(finalize), "language": language, "direction": _direction}
    return environment
