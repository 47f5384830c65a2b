"""Strict YAML: one document, one mapping, plain data, and the place of every key.

libyaml only cuts the text into events; what the events mean is decided here, so that a file means the same on every
machine, and a hostile one is refused before it has cost anything.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from scenarios.problems import Place, Problem
from scenarios.texts import number, tr, trn
from scenarios.yamlsyntax import explained
from scenarios.yamlwords import FORBIDDEN, FORBIDDEN_IN_VALUES, character, harmless, meaning, short

DEEPEST = 24
MOST_VALUES = 10_000
LONGEST_VALUE = 64 * 1024
LONGEST_KEY = 120
MOST_COMPLAINTS = 400
"""After so many there is nothing to be learnt from going on."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class _Node:
    line: int
    column: int
    text: str | None = None
    plain: bool = False
    items: list[_Node] | None = None
    pairs: list[tuple[_Node, _Node]] | None = None


@dataclass(slots=True)
class Parsed:
    """Plain data (texts, whole numbers, truths, lists, mappings), or None when there is no mapping to speak of."""

    data: dict[str, Any] | None = None
    positions: dict[str, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    doubtful: set[str] = field(default_factory=set)
    """Paths whose value is already complained about: no rule should complain again."""


def parse(text: str, name: str) -> Parsed:
    """The data in `text`; `name` is the file's name in the problems. Never raises for what the text holds."""
    return _Parse(text, name).run()


class _Stop(Exception):
    """Nothing more can be learnt from this text."""


class _Parse:
    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.lines = text.split("\n")
        self.parsed = Parsed()
        self.values = 0
        self.anchors: set[str] = set()

    def run(self) -> Parsed:
        try:
            root = self.compose(self.printable())
            if root.pairs is None:
                what = (
                    tr("a scenario is a mapping of keys, and this is a list")
                    if root.items is not None
                    else tr("a scenario is a mapping of keys, and this is a single text")
                )
                remedy = tr("Start with `format: 1` and write one `key: value` a line.")
                raise self.stop("YAML-TOP", root.line, root.column, what, remedy)
            self.parsed.data = self.build(root, "")
        except yaml.MarkedYAMLError as error:
            if not self.parsed.problems:
                self.complain(*explained(error, self.lines))
        except (yaml.YAMLError, ValueError, OverflowError, IndexError, RecursionError, MemoryError):
            remedy = tr("Compare it with a shipped scenario.")
            self.complain("YAML-SYNTAX", 1, 1, tr("this is not YAML that can be read"), remedy)
        except _Stop:
            pass
        return self.parsed

    def complain(self, code: str, line: int, column: int, message: str, remedy: str, path: str = "") -> None:
        if len(self.parsed.problems) == MOST_COMPLAINTS:
            raise _Stop
        excerpt = self.lines[line - 1] if line <= len(self.lines) else ""
        self.parsed.problems.append(Problem(code, "error", message, remedy, self.name, line, column, excerpt, path))

    def stop(self, code: str, line: int, column: int, message: str, remedy: str) -> _Stop:
        self.complain(code, line, column, message, remedy)
        return _Stop()

    def printable(self) -> str:
        """The text with tabs and forbidden characters replaced one for one, after complaining about them."""
        tabs = [row for row, line in enumerate(self.lines, 1) if "\t" in line] if "\t" in self.text else []
        if tabs:
            column = self.lines[tabs[0] - 1].index("\t") + 1
            message = (
                trn("a tab stands here (and in {n} more line)", "a tab stands here (and in {n} more lines)", more)
                if (more := len(tabs) - 1)
                else tr("a tab stands here")
            )
            self.complain("YAML-TAB", tabs[0], column, message, tr("Use spaces: two for each step in."))
        if harmless(self.text) or FORBIDDEN.search(self.text) is None:
            return self.text.replace("\t", " ")
        for row, line in enumerate(self.lines, 1):
            found = FORBIDDEN.search(line)
            if found is not None:
                self.complain("YAML-CHARACTER", row, found.start() + 1, *_unseen(found.group()))
        return FORBIDDEN.sub("\ufffd", self.text).replace("\t", " ")

    def compose(self, text: str) -> _Node:
        """The events of the one document as a tree, without recursion.

        Anchors, aliases and tags are complained about and otherwise passed over.
        """
        loader = _Loader(text)
        try:
            root = self.tree(loader.get_event)
        finally:
            loader.dispose()
        if root is None or (root.plain and not root.text):
            raise self.stop(
                "YAML-EMPTY", 1, 1, tr("the file is empty"),
                tr("Start with `format: 1`, or with a copy of a shipped scenario.")
            )  # fmt: skip
        return root

    def tree(self, next_event: Callable[[], Any]) -> _Node | None:
        """The first node of a stream of events, with all that is in it."""
        root: _Node | None = None
        open_nodes: list[_Node] = []
        keys: list[_Node | None] = []
        documents = 0
        while True:
            event = next_event()
            kind = event.__class__
            if kind is yaml.SequenceEndEvent or kind is yaml.MappingEndEvent:
                open_nodes.pop()
                keys.pop()
                continue
            mark = event.start_mark
            line, column = mark.line + 1, mark.column + 1
            if kind is yaml.ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    self.marked(event, line, column)
                node = self.leaf(event, line, column)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if event.anchor is not None or event.tag is not None:
                    self.marked(event, line, column)
                node = (
                    _Node(line, column, pairs=[]) if kind is yaml.MappingStartEvent else _Node(line, column, items=[])
                )
            elif kind is yaml.AliasEvent:
                self.marked(event, line, column)
                self.count(line, column)
                node = _Node(line, column, text="", plain=True)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                self.document(event, documents, line, column)
                continue
            elif kind is yaml.StreamEndEvent:
                return root
            else:
                continue
            if open_nodes:
                parent = open_nodes[-1]
                if parent.items is not None:
                    parent.items.append(node)
                elif (key := keys[-1]) is None:
                    keys[-1] = node
                elif parent.pairs is not None:
                    parent.pairs.append((key, node))
                    keys[-1] = None
            else:
                root = node
            if node.text is None:
                open_nodes.append(node)
                keys.append(None)
                if len(open_nodes) > DEEPEST:
                    raise self.stop(
                        "YAML-DEPTH", line, column,
                        tr("more than {n} levels stand inside each other", n=DEEPEST),
                        tr("Look for brackets or dashes that are not closed; no part of a scenario is that deep.")
                    )  # fmt: skip

    def document(self, event: Any, documents: int, line: int, column: int) -> None:
        """Complain about directives, and about any document but the first."""
        if documents > 1:
            raise self.stop(
                "YAML-DOCUMENTS", line, column, tr("a second document starts here"),
                tr("Keep one scenario in one file, and remove the line `---`.")
            )  # fmt: skip
        if event.version not in (None, (1, 2)) or event.tags:
            first = next((row for row, line in enumerate(self.lines, 1) if line.startswith("%")), 1)
            remedy = tr("Remove the line that starts with `%`.")
            self.complain("YAML-DIRECTIVE", first, 1, tr("this directive changes what the file means"), remedy)

    def marked(self, event: Any, line: int, column: int) -> None:
        """Complain about an anchor, an alias or a tag."""
        anchor, tag = event.anchor, getattr(event, "tag", None)
        if anchor is not None and anchor not in self.anchors:
            self.anchors.add(anchor)
            self.complain(
                "YAML-ANCHOR", line, column,
                tr("`{name}` is an anchor or an alias and has no place here", name=short(anchor)),
                tr("Write the value out where it is needed; put a text that starts with `&` or `*` in quotes.")
            )  # fmt: skip
        if tag is not None:
            self.complain(
                "YAML-TAG", line, column, tr("`{name}` is a tag, which scenarios do not use", name=short(tag)),
                tr("Remove the word with `!`, or put the text in quotes if it starts with `!`.")
            )  # fmt: skip

    def count(self, line: int, column: int) -> None:
        """Count a value, and stop at one too many."""
        self.values += 1
        if self.values > MOST_VALUES:
            raise self.stop(
                "YAML-SIZE", line, column, tr("there are more than {n} values", n=number(MOST_VALUES)),
                tr("Make the scenario smaller: no exercise can use that much.")
            )  # fmt: skip

    def leaf(self, event: Any, line: int, column: int) -> _Node:
        """The node of a scalar."""
        self.count(line, column)
        text = event.value
        if len(text) > LONGEST_VALUE:
            self.complain(
                "YAML-SIZE", line, column, tr("this text is longer than {n} KB", n=LONGEST_VALUE // 1024),
                tr("Shorten it.")
            )  # fmt: skip
            return _Node(line, column, text="…")
        return _Node(line, column, text, not event.style and event.implicit[0])

    def build(self, node: _Node, path: str) -> Any:
        """The data of a node, noting the places of all that is in it."""
        if node.pairs is not None:
            return self.table(node.pairs, path)
        if node.items is not None:
            rows = []
            for at, item in enumerate(node.items):
                inner = f"{path}.{at}"
                self.parsed.positions[inner] = Place(
                    item.line, item.column, item.line, item.column, item.text is not None
                )
                rows.append(self.build(item, inner))
            return rows
        text = node.text or ""
        value: str | int | bool | None = text
        if node.plain:
            value, code, message, remedy = meaning(text)
            if code is not None:
                self.parsed.doubtful.add(path)
                self.complain(code, node.line, node.column, message, remedy, path)
        return self.clean(value, node, path) if isinstance(value, str) else value

    def clean(self, value: str, node: _Node, path: str) -> str:
        """A text in one way of writing its letters, after complaining about characters that may not be in it."""
        if not harmless(value) and (found := FORBIDDEN_IN_VALUES.search(value)) is not None:
            self.parsed.doubtful.add(path)
            self.complain("YAML-CHARACTER", node.line, node.column, *_unseen(found.group()), path)
            value = FORBIDDEN_IN_VALUES.sub("\ufffd", value)
        return value if value.isascii() else unicodedata.normalize("NFC", value)

    def table(self, pairs: list[tuple[_Node, _Node]], path: str) -> dict[str, Any]:
        data: dict[str, Any] = {}
        seen: dict[str, int] = {}
        for key_node, value_node in pairs:
            key = self.key(key_node, path)
            if key is None:
                continue
            inner = f"{path}.{key}" if path else key
            if key in seen:
                message = tr(
                    "`{name}` is written a second time; the first is in line {line}", name=short(key), line=seen[key]
                )
                remedy = tr("Keep one of the two, or give one of them another name.")
                self.complain("YAML-DUPLICATE", key_node.line, key_node.column, message, remedy, inner)
                continue
            seen[key] = key_node.line
            self.parsed.positions[inner] = Place(
                value_node.line, value_node.column, key_node.line, key_node.column, value_node.text is not None
            )
            data[key] = self.build(value_node, inner)
        return data

    def key(self, node: _Node, path: str) -> str | None:
        """The name of a key, folded so that two spellings of the same letters are one name; None if it has none."""
        text = node.text
        if node.plain and text and len(text) <= LONGEST_KEY and text.isascii() and text.isprintable():
            value, code, message, remedy = meaning(text)
            if value is text and code is None:
                return text
        if text is None or len(text) > LONGEST_KEY or FORBIDDEN_IN_VALUES.search(text) or "\n" in text:
            self.complain(
                "YAML-KEY", node.line, node.column, tr("a key is a short name, and this is not"),
                tr("Write `name: value`, with a name of letters, digits and hyphens."), path
            )  # fmt: skip
            return None
        value, code, message, remedy = meaning(text) if node.plain else (text, None, "", "")
        if text == "<<":
            code = "YAML-MERGE"
            message = tr("`<<` merges another mapping into this one, which scenarios do not use")
            remedy = tr("Write the keys out where they are needed.")
        elif code is None and (not isinstance(value, str) or not value):
            code, message = "YAML-KEY", tr("the key `{name}` is not a name", name=short(text))
            remedy = tr("Start the name with a letter, or put it in quotes.")
        if code is not None:
            self.complain(code, node.line, node.column, message, remedy, path)
            return None
        return unicodedata.normalize("NFC", text)


def _unseen(char: str) -> tuple[str, str]:
    remedy = tr("Delete it; it cannot be seen, and it can act on a terminal or turn the writing around.")
    return tr("the character {name} may not stand in a scenario", name=character(char)), remedy
