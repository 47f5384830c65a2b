"""Strict YAML: one document, one mapping, plain data, and the place of every key.

libyaml only cuts the text into events; what the events mean is decided here, so that a file means the same on every
machine, and a hostile one is refused before it has cost anything.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from scenarios.problems import Place, Problem
from scenarios.yamlsyntax import explained
from scenarios.yamlwords import FORBIDDEN, FORBIDDEN_IN_VALUES, character, meaning, short

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
                what = "a list" if root.items is not None else "a single text"
                raise self.stop(
                    "YAML-TOP", root.line, root.column, f"a scenario is a mapping of keys, and this is {what}",
                    "Start with `format: 1` and write one `key: value` a line."
                )  # fmt: skip
            self.parsed.data = self.build(root, "")
        except yaml.MarkedYAMLError as error:
            if not self.parsed.problems:
                self.complain(*explained(error, self.lines))
        except (yaml.YAMLError, ValueError, OverflowError, IndexError, RecursionError, MemoryError):
            self.complain(
                "YAML-SYNTAX", 1, 1, "this is not YAML that can be read", "Compare it with a shipped scenario."
            )
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
        tabs = [number for number, line in enumerate(self.lines, 1) if "\t" in line]
        if tabs:
            more = f" (and in {len(tabs) - 1} more lines)" if len(tabs) > 1 else ""
            column = self.lines[tabs[0] - 1].index("\t") + 1
            self.complain("YAML-TAB", tabs[0], column, f"a tab stands here{more}", "Use spaces: two for each step in.")
        if FORBIDDEN.search(self.text) is None:
            return self.text.replace("\t", " ")
        for number, line in enumerate(self.lines, 1):
            found = FORBIDDEN.search(line)
            if found is not None:
                self.complain("YAML-CHARACTER", number, found.start() + 1, *_unseen(found.group()))
        return FORBIDDEN.sub("\ufffd", self.text).replace("\t", " ")

    def events(self, text: str) -> Iterator[Any]:
        """The events of the one document; anchors, aliases and tags are complained about and otherwise passed over."""
        documents = 0
        event: Any
        for event in yaml.parse(text, Loader=_Loader):
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self.stop(
                        "YAML-DOCUMENTS", line, column, "a second document starts here",
                        "Keep one scenario in one file, and remove the line `---`."
                    )  # fmt: skip
                if event.version not in (None, (1, 2)) or event.tags:
                    first = next((number for number, row in enumerate(self.lines, 1) if row.startswith("%")), 1)
                    remedy = "Remove the line that starts with `%`."
                    self.complain("YAML-DIRECTIVE", first, 1, "this directive changes what the file means", remedy)
                continue
            anchor = getattr(event, "anchor", None)
            if anchor is not None and anchor not in self.anchors:
                self.anchors.add(anchor)
                self.complain(
                    "YAML-ANCHOR", line, column, f"`{short(anchor)}` is an anchor or an alias and has no place here",
                    "Write the value out where it is needed; put a text that starts with `&` or `*` in quotes."
                )  # fmt: skip
            tag = getattr(event, "tag", None)
            if tag is not None:
                self.complain(
                    "YAML-TAG", line, column, f"`{short(tag)}` is a tag, which scenarios do not use",
                    "Remove the word with `!`, or put the text in quotes if it starts with `!`."
                )  # fmt: skip
            if not isinstance(event, (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent)):
                yield event

    def compose(self, text: str) -> _Node:
        """The events as a tree, without recursion."""
        root: _Node | None = None
        open_nodes: list[_Node] = []
        keys: list[_Node | None] = []
        for event in self.events(text):
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
            if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
                open_nodes.pop()
                keys.pop()
                continue
            node = self.leaf(event, line, column)
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
                        "YAML-DEPTH", line, column, f"more than {DEEPEST} levels stand inside each other",
                        "Look for brackets or dashes that are not closed; no part of a scenario is that deep."
                    )  # fmt: skip
        if root is None or (root.plain and not root.text):
            raise self.stop(
                "YAML-EMPTY", 1, 1, "the file is empty", "Start with `format: 1`, or with a copy of a shipped scenario."
            )
        return root

    def leaf(self, event: Any, line: int, column: int) -> _Node:
        """The node of an event; a list or a mapping is empty yet."""
        if isinstance(event, yaml.SequenceStartEvent):
            return _Node(line, column, items=[])
        if isinstance(event, yaml.MappingStartEvent):
            return _Node(line, column, pairs=[])
        self.values += 1
        if self.values > MOST_VALUES:
            raise self.stop(
                "YAML-SIZE", line, column, f"there are more than {MOST_VALUES:,} values",
                "Make the scenario smaller: no exercise can use that much."
            )  # fmt: skip
        if isinstance(event, yaml.AliasEvent):
            return _Node(line, column, text="", plain=True)
        if len(event.value) > LONGEST_VALUE:
            self.complain(
                "YAML-SIZE", line, column, f"this text is longer than {LONGEST_VALUE // 1024} KB", "Shorten it."
            )
            return _Node(line, column, text="…")
        return _Node(line, column, text=event.value, plain=not event.style and event.implicit[0])

    def build(self, node: _Node, path: str) -> Any:
        """The data of a node, noting the places of all that is in it."""
        if node.pairs is not None:
            return self.table(node.pairs, path)
        if node.items is not None:
            rows = []
            for number, item in enumerate(node.items):
                inner = f"{path}.{number}"
                self.parsed.positions[inner] = Place(
                    item.line, item.column, item.line, item.column, item.text is not None
                )
                rows.append(self.build(item, inner))
            return rows
        text = node.text or ""
        value, code, message, remedy = meaning(text) if node.plain else (text, None, "", "")
        if code is not None:
            self.parsed.doubtful.add(path)
            self.complain(code, node.line, node.column, message, remedy, path)
        if isinstance(value, str):
            found = FORBIDDEN_IN_VALUES.search(value)
            if found is not None:
                self.parsed.doubtful.add(path)
                self.complain("YAML-CHARACTER", node.line, node.column, *_unseen(found.group()), path)
                value = FORBIDDEN_IN_VALUES.sub("\ufffd", value)
            return unicodedata.normalize("NFC", value)
        return value

    def table(self, pairs: list[tuple[_Node, _Node]], path: str) -> dict[str, Any]:
        data: dict[str, Any] = {}
        seen: dict[str, int] = {}
        for key_node, value_node in pairs:
            key = self.key(key_node, path)
            if key is None:
                continue
            inner = f"{path}.{key}" if path else key
            if key in seen:
                self.complain(
                    "YAML-DUPLICATE", key_node.line, key_node.column,
                    f"`{short(key)}` is written a second time; the first is in line {seen[key]}",
                    "Keep one of the two, or give one of them another name.", inner
                )  # fmt: skip
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
        if text is None or len(text) > LONGEST_KEY or FORBIDDEN_IN_VALUES.search(text) or "\n" in text:
            self.complain(
                "YAML-KEY", node.line, node.column, "a key is a short name, and this is not",
                "Write `name: value`, with a name of letters, digits and hyphens.", path
            )  # fmt: skip
            return None
        value, code, message, remedy = meaning(text) if node.plain else (text, None, "", "")
        if text == "<<":
            code, message = "YAML-MERGE", "`<<` merges another mapping into this one, which scenarios do not use"
            remedy = "Write the keys out where they are needed."
        elif code is None and (not isinstance(value, str) or not value):
            code, message = "YAML-KEY", f"the key `{short(text)}` is not a name"
            remedy = "Start the name with a letter, or put it in quotes."
        if code is not None:
            self.complain(code, node.line, node.column, message, remedy, path)
            return None
        return unicodedata.normalize("NFC", text)


def _unseen(char: str) -> tuple[str, str]:
    remedy = "Delete it; it cannot be seen, and it can act on a terminal or turn the writing around."
    return f"the character {character(char)} may not stand in a scenario", remedy
