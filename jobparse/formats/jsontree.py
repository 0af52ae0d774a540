"""JSON with places: where each value stands in the text, for pages that carry their facts in scripts.

Forgiving where pages sin: comments, control characters in strings, commas too many. No recursion, linear.
"""
from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..patterns import lazy
from .header import scalar


class Number(str):
    """A number as it is written."""


class Leaf(NamedTuple):
    """A string, a number as written, `True`, `False` or `None`, and where its own characters stand."""

    value: Any
    start: int
    end: int


_TOKEN = lazy(
    r"""
      (?P<string> "(?: [^"\\] | \\. )*+" )
    | (?P<number> -?[0-9][0-9.eE+-]* )
    | (?P<word> [A-Za-z]+ )
    | (?P<sign> [\[\]{}:,] )
    | (?P<comment> /\*(?:[^*]|\*(?!/))*+\*/ | //[^\n]* | <!-- | --> )
    | (?P<stop> " | /\* )  # a string or a comment that never ends
    """,
    re.VERBOSE | re.DOTALL,
)
_WORDS = {"true": True, "false": False, "null": None}
_MOST_LEAVES = 20_000
"""Values of one script that are read: a job has some fifty."""


def parse(text: str, start: int, end: int) -> Any:
    """The value in `text[start:end]` as dicts, lists and leaves; `None` where there is none.

    What comes after a fault is left out; a key that stands twice keeps its first value.
    """
    root: list[Any] = []
    stack: list[Any] = [root]
    key: str | None = None
    pending: Leaf | None = None  # a string that becomes a key when `:` follows
    leaves = 0
    for match in _TOKEN.finditer(text, start, end):
        kind, token = match.lastgroup, match[0]
        if kind == "comment":
            continue
        if kind == "stop":
            break
        if token == ":" and pending is not None:
            key, pending = str(pending.value), None
            continue
        if pending is not None:
            _put(stack[-1], key, pending)
            key, pending = None, None
        if kind == "string":
            pending = Leaf(_unquoted(token), match.start() + 1, match.end() - 1)
            leaves += 1
        elif kind in ("number", "word"):
            value = _WORDS.get(token, token) if kind == "word" else Number(token)
            _put(stack[-1], key, Leaf(value, *match.span()))
            key = None
            leaves += 1
        elif token in "{[":
            child: Any = {} if token == "{" else []
            _put(stack[-1], key, child)
            stack.append(child)
            key = None
        elif token in "}]" and len(stack) > 1:
            stack.pop()
            key = None
        if leaves > _MOST_LEAVES:
            break
    if pending is not None:
        _put(stack[-1], key, pending)
    return root[0] if root else None


def _put(parent: Any, key: str | None, value: Any) -> None:
    if isinstance(parent, list):
        parent.append(value)
    elif key is not None:
        parent.setdefault(key, value)


def _unquoted(token: str) -> str:
    try:
        return readable(str(json.loads(token, strict=False)))
    except ValueError:
        return token[1:-1]


def readable(text: str) -> str:
    """The text with halves of surrogate pairs joined, and lonely ones replaced."""
    if text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


_DEEPEST = 12
"""Levels below a node in which leaves are looked for."""


def leaves(node: Any, path: str = "", depth: int = 0) -> Iterator[tuple[str, Leaf]]:
    """Dotted key and leaf, in order; elements of a list share their key; `@type` and such are left out."""
    if isinstance(node, Leaf):
        yield path, node
    elif depth < _DEEPEST and isinstance(node, dict):
        for key, child in node.items():
            if not key.startswith("@"):
                yield from leaves(child, f"{path}.{key}" if path else key, depth + 1)
    elif depth < _DEEPEST and isinstance(node, list):
        for child in node:
            yield from leaves(child, path, depth + 1)


def plain(node: Any, depth: int = 0) -> Any:
    """The same tree with values instead of leaves; deeper levels are left out."""
    if isinstance(node, Leaf):
        return scalar(str(node.value)) if isinstance(node.value, Number) else node.value
    if depth >= _DEEPEST:
        return None
    if isinstance(node, dict):
        return {key: plain(child, depth + 1) for key, child in node.items()}
    return [plain(child, depth + 1) for child in node]


def find(node: Any, kind: str) -> Iterator[dict[str, Any]]:
    """Every object whose `@type` is, or holds, `kind`; not below such an object."""
    waiting, seen = [node], 0
    while waiting and seen < _MOST_LEAVES:
        node, seen = waiting.pop(0) if len(waiting) < 64 else waiting.pop(), seen + 1
        if isinstance(node, dict):
            if _is_a(node.get("@type"), kind):
                yield node
            else:
                waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def _is_a(types: Any, kind: str) -> bool:
    if isinstance(types, list):
        return any(_is_a(one, kind) for one in types)
    return isinstance(types, Leaf) and isinstance(types.value, str) and types.value.rpartition("/")[2] == kind
