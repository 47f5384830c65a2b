"""Finds texts in the source that look as if they were written for people, and that no language can say."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

SAID = {"tr", "trn", "trc", "mark"}
"""What a text for people stands in."""

FOR_PROGRAMMERS = {
    *(
        "AssertionError",
        "AttributeError",
        "ImportError",
        "IndexError",
        "KeyError",
        "LookupError",
        "NotImplementedError",
    ),
    *("RuntimeError", "TypeError", "ValueError"),
}
"""What is raised where the program itself is wrong: nobody at the table reads it."""

ABOUT_STRINGS = {
    # asked of a text
    *("count", "encode", "endswith", "find", "index", "partition", "removeprefix", "removesuffix", "replace", "rfind"),
    *("rpartition", "rsplit", "split", "startswith", "strip", "lstrip", "rstrip", "strftime", "strptime", "translate"),
    # names of things
    *("getattr", "hasattr", "setattr", "getenv", "import_module", "joinpath", "open", "Path", "NewType", "TypeVar"),
    *("query", "query_one", "query_children", "query_exactly_one", "get_child_by_id", "run_action"),
    *("picked_row", "cast", "Binding"),  # screens show their deeds, and no bindings
    *("add_class", "remove_class", "set_class", "toggle_class", "has_class", "stylize", "Style"),
    *("execute", "executemany", "executescript"),
    # what a lot is drawn for
    *("chance", "draw", "nature"),
}
"""Calls whose strings are names, patterns, styles and formats."""

NOT_SAID = {
    *("alias", "classes", "id", "key", "metavar", "pattern", "prog_name", "tag", "tag_field", "envvar"),
    *("encoding", "errors", "mode", "type", "action", "language", "draft"),
    "epilog",  # examples of commands
    "unit",  # a code, which cards put into words
    *("style", "border_style", "title_style", "header_style", "caption_style", "justify"),
}
"""Keywords whose strings are names and styles."""

NAMES = {"CSS", "DEFAULT_CSS", "CSS_PATH", "__all__", "__slots__", "__match_args__"}
"""What is assigned to these is no sentence."""

PROGRAM = "Good Offices"
"""The name of the program, the same in all languages."""

_MARKUP = re.compile(r"\[/?[a-z$#@][^\[\]]*\]|\[/\]")
_PLACE = re.compile(r"\{[^{}]*\}")
_SQL = re.compile(
    r"^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|ALTER|DROP|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|WITH|VACUUM|ATTACH)\b"
    r"|\b(ORDER BY|WHERE)\b"
)
_STYLE = re.compile(
    r"(not|on|bold|dim|italic|underline|reverse|strike|none|[$#][\w-]+"
    r"|(bright_)?(red|green|blue|yellow|cyan|magenta|white|black)|\s)+"
)
_TAGS = re.compile(r"\s*<.*>\s*", re.DOTALL)
_COMMAND = re.compile(r"(goodoffices:?|--[a-z]+) [a-z{][^.]*$")
_PREFIX = re.compile(r"[a-z_]+[.:]")
_WORD = r"[^\W\d_]{2,}"
_END = r"(\{\}|\b[aA]\b)"
_TWO_WORDS = re.compile(rf"{_WORD}[^\w<>/]*\s[^\w]*({_WORD}|{_END})|{_END}[^\w<>/]*\s[^\w]*{_WORD}")
_CAPITAL = re.compile(r"[^\w]*[A-ZÀ-Þ][a-zß-ÿ]+[^\w]*")
_ENDS = re.compile(rf"^{_WORD}.*[.!?:…]$|^\s.*{_WORD}|{_WORD}.*\s$", re.DOTALL)


def for_people(text: str) -> bool:
    """Whether a text looks as if it was written for people: words, not names."""
    bare = _PLACE.sub("{}", _MARKUP.sub("", text))
    if (
        bare == PROGRAM
        or _SQL.search(bare)
        or any(kind.fullmatch(bare.strip()) for kind in (_STYLE, _TAGS, _COMMAND, _PREFIX))
    ):
        return False
    return bool(_TWO_WORDS.search(bare) or _CAPITAL.fullmatch(bare) or _ENDS.search(bare))


@dataclass(frozen=True)
class Finding:
    """A text for people that no language can say; `{}` stands for what is filled in."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text!r}"


def findings(source: str, file: str) -> Iterator[Finding]:
    """The texts for people in a module that stand outside `tr`, or are put together inside it.

    A text that the module also marks, or says in a context, is a name where it stands alone, as of a pane.
    """
    module = ast.parse(source)
    marked = set(_marked(module))
    for line, text, wrong in _texts(module):
        if wrong or (for_people(text) and text not in marked):
            yield Finding(file, line, text)


IDS = (ast.Constant, ast.Tuple, ast.Set, ast.List, ast.IfExp)
"""What texts are compared with, or looked up by, is most likely an id."""

Text = tuple[int, str, bool]
"""Line, text, and whether it is wrong whatever it says."""


def _marked(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        match node:
            case ast.Call(func=ast.Name(id="mark" | "trc"), args=[*_, ast.Constant(value=str(text))]):
                yield text


def _texts(node: ast.AST) -> Iterator[Text]:
    match node:
        case ast.Expr(value=ast.Constant(value=str())):
            return  # a docstring
        case ast.Constant(value=str(text)):
            yield node.lineno, text, False
        case ast.JoinedStr():
            yield node.lineno, _joined(node), False
            for value in node.values:
                if isinstance(value, ast.FormattedValue):
                    yield from _texts(value.value)
        case ast.AnnAssign(target=target, value=value):
            if value is not None and _name(target) not in NAMES:
                yield from _texts(value)
        case ast.Assign(targets=[target]) if _name(target) in NAMES:
            return
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            defaults = (default for default in node.args.kw_defaults if default is not None)
            for part in (*node.decorator_list, *node.args.defaults, *defaults, *node.body):
                yield from _texts(part)
        case ast.Compare() | ast.MatchValue() | ast.MatchMapping():
            for part in ast.iter_child_nodes(node):
                if not isinstance(part, IDS):
                    yield from _texts(part)
        case ast.Dict(keys=keys, values=values):
            for key, value in zip(keys, values, strict=True):
                if key is not None and not _is_number(value):
                    yield from _texts(key)
                yield from _texts(value)
        case ast.Subscript(value=value, slice=inside):
            yield from _texts(value)
            if not isinstance(inside, IDS) and _name(value) not in ("Literal", "Annotated"):
                yield from _texts(inside)
        case ast.Call():
            yield from _of_call(node)
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _texts(child)


def _of_call(call: ast.Call) -> Iterator[Text]:
    name = _name(call.func)
    yield from _texts(call.func)
    if name in FOR_PROGRAMMERS:
        return
    if name in SAID:
        for part in call.args[:2]:
            if isinstance(part, ast.JoinedStr | ast.BinOp):
                yield part.lineno, ast.unparse(part), True  # put together before it is said: nobody can translate it
        for part in call.args:
            if not isinstance(part, ast.Constant | ast.JoinedStr):
                yield from _texts(part)
    elif name not in ABOUT_STRINGS and not _is_of(call.func, "re", "logging", "logger", "_log"):
        for part in call.args:
            yield from _texts(part)
    for keyword in call.keywords:
        # Translators get the descriptions from the schema; examples stand as they are written there.
        described = name == "Field" and keyword.arg in ("description", "examples")
        if keyword.arg not in NOT_SAID and not described:
            yield from _texts(keyword.value)


def _is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float)


def _joined(node: ast.JoinedStr) -> str:
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)


def _is_of(node: ast.expr, *modules: str) -> bool:
    return isinstance(node, ast.Attribute) and _name(node.value) in modules


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""
