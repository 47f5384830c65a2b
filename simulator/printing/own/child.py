"""The process in which a template of the trainer's own is filled in: a sandbox, and limits that the system keeps.

It is started as a file and imports nothing of the program. It reads one request as JSON and answers with a line of
JSON, after which the page stands. The arguments are the folders of Jinja.
"""

import sys

sys.path += sys.argv[1:]

import json
import signal
from collections.abc import Generator
from types import FrameType
from typing import Any, NoReturn

from jinja2 import DictLoader, StrictUndefined, TemplateNotFound, TemplateRuntimeError, TemplateSyntaxError
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

EARLY = r"""{{ "\n" }}{{ "a" | wordwrap }}{{ "&lt;" | striptags }}{{ 1 | pprint }}"""
"""Makes Jinja load what it loads when it is first used: later no file can be opened any more."""


class Spent(BaseException):
    """The time is used up. Nothing in Jinja catches it."""


class TooLarge(Exception):
    """The page is larger than a page may be."""


class Missing(StrictUndefined):
    """Something that is not there; what goes wrong with it is told by its name alone."""

    __slots__ = ()

    def __init__(
        self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = UndefinedError
    ) -> None:
        super().__init__(hint, obj, name, exc if name is not None else TemplateRuntimeError)

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_hint if self._undefined_name is None else self._undefined_name)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which `block.items` is what the block calls so and not a method of Python."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What an object has under a name."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Leave what went wrong as it is: Jinja would load more of itself to rewrite it."""
        raise


def main() -> None:
    """Answer the one request."""
    asked = json.loads(sys.stdin.buffer.read())
    Sandbox().from_string(EARLY).render()
    try:
        limit(asked["seconds"], asked["memory"])
    except (ImportError, OSError, ValueError):
        answer, page = {"wrong": "limits"}, ""
    else:
        try:
            answer, page = {}, filled(asked)
        except BaseException as error:
            answer, page = told(error), ""
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + page.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def limit(seconds: int, memory: int) -> None:
    """Let this process compute and hold only so much, and open, write and start nothing. Raises OSError, ValueError."""
    import resource

    def at_most(kind: int, soft: int, hard: int) -> None:
        before = resource.getrlimit(kind)[1]
        if before != resource.RLIM_INFINITY:
            soft, hard = min(soft, before), min(hard, before)
        resource.setrlimit(kind, (soft, hard))

    signal.signal(signal.SIGXCPU, spent)
    # Where a single operation takes all the time, no line of Python runs any more; a second later the system ends it.
    at_most(resource.RLIMIT_CPU, seconds, seconds + 1)
    at_most(resource.RLIMIT_AS, memory, memory)
    at_most(resource.RLIMIT_FSIZE, 0, 0)
    at_most(resource.RLIMIT_NOFILE, 3, 3)  # the three that are open: no file, no socket
    at_most(resource.RLIMIT_NPROC, 0, 0)
    at_most(resource.RLIMIT_CORE, 0, 0)


def spent(number: int, frame: FrameType | None) -> NoReturn:
    """Stop where the template is."""
    raise Spent


def drawing(block: dict[str, Any]) -> Markup:
    """A drawing as a part of the page."""
    return Markup(block["svg"])


def filled(asked: dict[str, Any]) -> str:
    """The page."""
    sandbox = Sandbox(
        loader=DictLoader(asked["templates"]),
        autoescape=asked["markup"],
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # The same document makes the same page.
    del sandbox.filters["random"], sandbox.globals["lipsum"]
    sandbox.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    if asked["markup"]:
        sandbox.globals["drawing"] = drawing
    template = sandbox.get_template(asked["name"])
    # Not by `render`, which rewrites what is needed to tell the line.
    stream: Generator[str, None, None] = template.root_render_func(template.new_context(asked["data"]))  # type: ignore[assignment]
    parts, length = [], 0
    for part in stream:
        length += len(part)
        if length > asked["largest"]:
            stream.throw(TooLarge())  # where the template is
        parts.append(part)
    return "".join(parts)


def told(error: BaseException) -> dict[str, Any]:
    """What went wrong, and in which line of which template."""
    name, line = place(error)
    what = str(error)
    match error:
        case TemplateSyntaxError():
            wrong, name, line, what = "syntax", error.name or name, error.lineno, error.message or what
        case TemplateNotFound():
            wrong = "absent"
        case SecurityError():
            wrong = "forbidden"
        case UndefinedError():
            wrong = "undefined"
        case Spent():
            wrong = "time"
        case MemoryError():
            wrong = "memory"
        case TooLarge():
            wrong = "size"
        case RecursionError() | SyntaxError():
            wrong = "nested"
        case _:
            wrong, what = "other", what or type(error).__name__
    return {"wrong": wrong, "name": name, "line": line, "what": what[:300]}


def place(error: BaseException) -> tuple[str | None, int | None]:
    """The last line of a template that was reached."""
    name = line = None
    step = error.__traceback__
    while step is not None:
        template = step.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            name, line = template.name, template.get_corresponding_lineno(step.tb_lineno)
        step = step.tb_next
    return name, line


if __name__ == "__main__":
    main()
