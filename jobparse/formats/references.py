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

_MOST_COPIED = 20_000
_MOST_COPIED_IN_ALL = 200_000
"""Values of what is referred to that are copied into one post, and into all posts of a graph."""


class References:
    """What a tree says of the things that have names in it."""

    def __init__(self, root: Any) -> None:
        self._left = _MOST_COPIED_IN_ALL
        self._named: dict[str, Any] = {}
        for known in _objects(root):
            if len(known) > 1 and (id := _id(known)):
                self._named.setdefault(id, known)

    def followed(self, node: Any) -> Any:
        """A node of the tree with what the tree says elsewhere of what it refers to; neither is changed."""
        if not self._named:
            return node
        most = min(_MOST_COPIED, self._left)
        filling = _Filling(self._named, most)
        filled = filling.filled(node, 0)
        self._left -= most - max(filling.copies, 0)
        return filled


class _Filling:
    """One post with what may still be copied into it."""

    def __init__(self, named: Mapping[str, Any], copies: int) -> None:
        self.named, self.copies, self.references = named, copies, _MOST

    def filled(self, node: Any, followed: int, depth: int = 0) -> Any:
        """The node with its references followed; of a target as much as there is room for."""
        if depth >= _DEEPEST:
            return node
        if isinstance(node, dict):
            target = self._target(node) if len(node) == 1 and followed < _FARTHEST else None
            if target is not None:
                node, followed = target, followed + 1
            filled = node.__class__()
            for key, child in node.items():
                if followed and not self._room():
                    break
                filled[key] = self.filled(child, followed, depth + 1)
            return filled
        if type(node) is list:  # a leaf of `jsontree` is a tuple
            return [self.filled(child, followed, depth + 1) for child in node if not followed or self._room()]
        return node

    def _target(self, node: Mapping[str, Any]) -> Any:
        target = self.named.get(_id(node)) if self.references and self.copies > 0 else None
        self.references -= target is not None
        return target

    def _room(self) -> bool:
        self.copies -= 1
        return self.copies >= 0


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
