"""Headers that are no YAML, line by line: an unquoted colon in a title is the commonest fault."""
from __future__ import annotations

import re
from typing import Any

from ..patterns import lazy
from .header import NULLS, Header, scalar

KEY = lazy(
    r"""
    ^ ( [ \t]{0,40} ) ( -[ \t]{1,20} )?
    ( "[^"\n]{1,80}" | '[^'\n]{1,80}' | [^\s:\#"'\[\]{}|>*&!%@`,.-] [^:\n]{0,60}? )
    [ \t]{0,20} : (?: [ \t]+ | $ )
    """,
    re.VERBOSE | re.MULTILINE,
)
"""`key: ` at the beginning of a line: indentation, the dash of a list, the key."""

_DASH = lazy(r"^([ \t]{0,40})-(?:[ \t]+|$)", re.MULTILINE)
_BLOCK = lazy(r"[|>][-+0-9]{0,2}[ \t]*$")
_TAG = lazy(r"!\S{0,100}[ \t]+|&\S{1,60}[ \t]+")


def read_lines(text: str, start: int, end: int) -> Header:
    """The header in `text[start:end]`, as well as its lines tell. Never raises."""
    reader, at = _Reader(text), start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        reader.line(at, stop)
        at = stop + 1
    reader.finish()
    return reader.header


class _Reader:
    """Which keys are open, and the leaf whose value may still go on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.header = Header()
        self.open: list[tuple[int, str]] = []  # (column, key) of the keys above
        self.path: tuple[str, ...] = ()  # of the pending leaf
        self.listed = self.block = False  # whether the pending leaf is an element of a list, a block of lines
        self.start = self.stop = -1  # where the pending leaf's value stands
        self.column = 0

    def line(self, at: int, stop: int) -> None:
        """The next line."""
        text = self.text
        content = text[at:stop].strip()
        if not content:
            return None
        column = len(text[at:stop]) - len(text[at:stop].lstrip())
        if self.block and column > self.column:
            return self._extend(at + column, at + column + len(content))
        if content.startswith("#") or self._goes_on(column, content, at):
            return None
        key, dash = KEY.match(text, at, stop), _DASH.match(text, at, stop)
        if key:
            self._key(key, stop)
        elif dash:
            self._element(dash, stop)
        elif self.start >= 0:
            self._extend(at + column, at + column + len(content))
        return None

    def _goes_on(self, column: int, content: str, at: int) -> bool:
        """Inside quotes that the value's first line opened, everything is text up to the closing one."""
        if self.start < 0 or self.stop <= self.start:
            return False
        quote = self.text[self.start]
        if quote not in "\"'" or (self.stop - self.start > 1 and self.text[self.stop - 1] == quote):
            return False
        if KEY.match(self.text, at) and column == 0:
            return False  # the quotes were never closed
        self._extend(at + column, at + column + len(content))
        return True

    def _extend(self, start: int, stop: int) -> None:
        if self.start < 0:
            self.start = start
        self.stop = stop

    def _key(self, match: re.Match[str], stop: int) -> None:
        self.finish()
        column = len(match[1]) + len(match[2] or "")
        self._climb(column)
        key = match[3].strip("\"'").strip()
        self.path = (*(name for _, name in self.open), key)
        self.open.append((column, key))
        self.column, self.listed = len(match[1]), False
        self._begin(match.end(), stop)

    def _element(self, match: re.Match[str], stop: int) -> None:
        self.finish()
        self._climb(len(match[1]) + 1)
        self.path = tuple(name for _, name in self.open)
        self.column, self.listed = len(match[1]), True
        self._begin(match.end(), stop)

    def _climb(self, column: int) -> None:
        while self.open and self.open[-1][0] >= column:
            self.open.pop()

    def _begin(self, start: int, stop: int) -> None:
        tag = _TAG.match(self.text, start, stop)
        start = tag.end() if tag else start
        value = self.text[start:stop].rstrip()
        self.block = bool(_BLOCK.match(value))
        self.start, self.stop = (start, start + len(value)) if value and not self.block else (-1, -1)

    def finish(self) -> None:
        """The pending leaf is complete."""
        if not self.path:
            return
        if self.start >= 0:
            self._leaf()
        elif not self.listed:
            _put(self.header.metadata, self.path, None, False)
        self.path, self.start, self.stop, self.block = (), -1, -1, False

    def _leaf(self) -> None:
        start, stop = self.start, self.stop
        value = self.text[start:stop]
        if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
            quoted, start, stop = True, start + 1, stop - 1
        elif not self.block and value[0] == "[" and value[-1] == "]" and "\n" not in value:
            return self._flow(start + 1, stop - 1)
        else:
            quoted = self.block
        value = self.text[start:stop]
        if value in NULLS and not quoted:
            _put(self.header.metadata, self.path, None, self.listed)
            return None
        lines = [" ".join(line.split()) for line in value.split("\n")]
        said = ("\n" if self.block else " ").join(lines)
        self.header.say(".".join(self.path), said, start, stop)
        _put(self.header.metadata, self.path, said if quoted else scalar(said), self.listed)
        return None

    def _flow(self, start: int, stop: int) -> None:
        at = start
        for part in self.text[start:stop].split(","):
            lead = len(part) - len(part.lstrip(" \t\"'"))
            value = part.strip(" \t\"'")
            if value:
                self.header.say(".".join(self.path), value, at + lead, at + lead + len(value))
                _put(self.header.metadata, self.path, value, True)
            at += len(part) + 1


def _put(tree: dict[str, Any], path: tuple[str, ...], value: Any, listed: bool) -> None:
    """Into the nested mapping; where the lines contradict themselves the first value stays."""
    for key in path[:-1]:
        branch = tree.get(key)
        if branch is None:
            branch = tree[key] = {}
        if not isinstance(branch, dict):
            return
        tree = branch
    key = path[-1]
    if listed:
        if tree.get(key) is None:
            tree[key] = []
        if isinstance(tree[key], list):
            tree[key].append(value)
    else:
        tree.setdefault(key, value)
