"""JSON-LD that tells of one thing in two places: `{"@id": "#acme"}` here, and what `#acme` is elsewhere in its graph."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_MOST = 200
"""References of a post that are followed: a job has three, its employer, its place and the address of that."""

_FARTHEST = 4
"""References that lead on from one another."""

_MOST_NODES = 20_000
_DEEPEST = 12
"""Objects that are looked at, and levels below the post: both as in `jsontree`."""


def followed(node: Any, root: Any) -> Any:
    """A node of a tree with what the tree says elsewhere of what it refers to; neither is changed."""
    named: dict[str, Any] = {}
    for known in _objects(root):
        if len(known) > 1 and (id := _id(known)):
            named.setdefault(id, known)
    return _filled(node, named, [_MOST], 0) if named else node


def _objects(root: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [root], 0
    while waiting and seen < _MOST_NODES:
        node, seen = waiting.pop(), seen + 1
        if isinstance(node, dict):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def _id(node: Mapping[str, Any]) -> str:
    """The name that an object has; a leaf of `jsontree` prints as its value."""
    id = node.get("@id")
    value = getattr(id, "value", id)
    return value if isinstance(value, str) else ""


def _filled(node: Any, named: Mapping[str, Any], left: list[int], followed: int, depth: int = 0) -> Any:
    if depth >= _DEEPEST:
        return node
    if isinstance(node, dict):
        target = named.get(_id(node)) if len(node) == 1 and left[0] and followed < _FARTHEST else None
        if target is not None:
            left[0] -= 1
            node, followed = target, followed + 1
        filled = node.__class__()
        for key, child in node.items():
            filled[key] = _filled(child, named, left, followed, depth + 1)
        return filled
    if type(node) is list:  # a leaf of `jsontree` is a tuple
        return [_filled(child, named, left, followed, depth + 1) for child in node]
    return node
