"""YAML front matter, read as strings with their places, behind guards.

A few kB of nested brackets crash libyaml past any `except`, aliases blow up, and YAML's types change facts
(`1.10`, `no`, `12:30:00`): so size and depth are bounded before, anchors and aliases are refused, tags are
ignored, and nothing is ever constructed.
"""
from __future__ import annotations

import re
from typing import Any

import yaml

from ..document import Note, Span
from ..patterns import lazy
from .header import DEEPEST, NULLS, Header, scalar

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # a build without libyaml: the pure loader is slower and agrees
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

_COMPACT = lazy(r"(?:[-?:][ \t]{1,20}){8}")
"""Levels opened on one line: `- - - - - - - - x`."""

_FEW_MARKERS = 60
"""So many signs that open a level cannot nest too deeply for the parser, however they stand."""

_REFERENCE = lazy(r"(?:^|[\s:,\[{?-])[&*][^\s*&]")
_TAGGED = lazy(r"!\S{0,100}[ \t]{0,20}")
_BLOCK_HEAD = lazy(r"[|>][^\n]{0,40}\n")


_IN_WORDS = {
    "mapping values are not allowed in this context": "a value with a colon in it needs quotes",
    "found character that cannot start any token": "a value that begins with `@` or a backtick needs quotes",
    "could not find expected ':'": "a line is no `key: value`",
    "did not find expected key": "a line is no `key: value`, or quotes are not closed",
    "found unexpected end of stream": "quotes are not closed",
}
"""libyaml's commonest complaints about real headers, for people."""


class NotYaml(ValueError):
    """The header cannot be read as YAML; `at` is the offset in it."""

    def __init__(self, problem: str, at: int = 0) -> None:
        super().__init__(problem)
        self.at = at


def read_yaml(text: str, start: int, end: int) -> Header:
    """The header in `text[start:end]`. Raises NotYaml, and nothing else."""
    source = text[start:end]
    root = _composed(source)
    if not isinstance(root, yaml.MappingNode):
        raise NotYaml("no mapping of keys to values")
    header = Header()
    header.metadata = _Walk(header, text, start).mapping(root, "", 0)
    return header


def _composed(source: str) -> Any:
    _guard(source)
    try:
        if ("&" in source or "*" in source) and _REFERENCE.search(source):
            _refuse_references(source)
        return yaml.compose(source, _Loader)
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark
        problem = error.problem or "not well formed"
        raise NotYaml(_IN_WORDS.get(problem, problem), mark.index if mark else 0) from None
    except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
        raise NotYaml(str(getattr(error, "reason", "")) or "characters that it forbids") from None


def _guard(source: str) -> None:
    markers = source.count("-") + source.count("?") + source.count(":")
    if markers > _FEW_MARKERS and _COMPACT.search(source):
        raise NotYaml("nested too deeply")
    if source.count("[") + source.count("{") > DEEPEST:
        depth = 0
        for bracket in re.findall(r"[\[\]{}]", source):
            depth += 1 if bracket in "[{" else -1
            if depth > DEEPEST:
                raise NotYaml("nested too deeply")


def _refuse_references(source: str) -> None:
    for event in yaml.parse(source, _Loader):
        if getattr(event, "anchor", None):
            mark: Any = event.start_mark
            raise NotYaml("anchors and aliases are not read", mark.index)


class _Walk:
    """Leaves of a node tree, in reading order."""

    def __init__(self, header: Header, text: str, offset: int) -> None:
        self.header, self.text, self.offset = header, text, offset

    def mapping(self, node: Any, path: str, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
            if key in found:
                at = self.offset + key_node.start_mark.index
                message = f"the key `{key}` stands twice; its first value was taken"
                self.header.notes.append(Note("header-duplicate-key", message, Span(at, at + 1)))
                continue
            found[key] = self.value(value, f"{path}.{key}" if path else key, depth + 1)
        return found

    def value(self, node: Any, path: str, depth: int) -> Any:
        if depth > DEEPEST:
            raise NotYaml("nested too deeply", node.start_mark.index)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, path, depth + 1) for child in node.value]
        return self.leaf(node, path)

    def leaf(self, node: Any, path: str) -> Any:
        text = node.value
        plain = not node.style  # None in the pure loader, '' in libyaml
        if plain and text in NULLS:
            return None
        start, end = self.offset + node.start_mark.index, self.offset + node.end_mark.index
        start, end = self.inner(start, end, node.style)
        self.header.say(path, text.strip("\n"), start, end)
        return scalar(text) if plain else text

    def inner(self, start: int, end: int, style: str | None) -> tuple[int, int]:
        """Where the value's own characters stand: without tag, quotes or the sign of a block."""
        tag = _TAGGED.match(self.text, start, end)
        if tag:
            start = tag.end()
        if style in ("'", '"'):
            return (start + 1, end - 1) if end - start >= 2 else (start, end)
        if style in ("|", ">"):
            head = _BLOCK_HEAD.match(self.text, start, end)
            start = head.end() if head else start
        piece = self.text[start:end]
        if not piece.strip():
            return start, start
        return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
