"""TOML front matter between `+++` lines."""
from __future__ import annotations

import datetime
import math
import re
import tomllib
from collections.abc import Iterator
from typing import Any

from ..document import Note, Span
from ..patterns import lazy
from .header import DEEPEST, Header

_TOO_DEEP = "nested too deeply"
_LINE = lazy(
    r"""^[ \t]{0,40} ( [A-Za-z0-9_.\-]{1,80} | "[^"\n]{1,80}" | '[^'\n]{1,80}' ) [ \t]{0,20} = [ \t]{0,20}""",
    re.MULTILINE | re.VERBOSE,
)

_STRING = lazy(r""" "(?:[^"\\\n]|\\.)*+" | '[^'\n]*+' """, re.VERBOSE)
_DOTTED = lazy(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{DEEPEST}}}")
"""A key of so many parts: tomllib takes the square of their number to read it."""


def read_toml(text: str, start: int, end: int) -> Header:
    """The header in `text[start:end]`; where it is no TOML, its `key = value` lines. Never raises."""
    header = Header()
    try:
        tree = _loaded(text[start:end])
    except (ValueError, RecursionError) as error:
        tree = _by_lines(text, start, end)
        message = f"the front matter is no TOML ({_TOO_DEEP if isinstance(error, RecursionError) else error}); read line by line"
        header.notes.append(Note("header-not-toml", message, Span(start, start)))
    header.metadata = tree
    at = start
    for path, value in _leaves(tree, ""):
        found, at = _place(text, path, value, at, end)
        header.say(path, value, *found)
    return header


def _loaded(source: str) -> dict[str, Any]:
    """The header as JSON has it. Raises ValueError, RecursionError."""
    if _DOTTED.search(_STRING.sub("x", source)):
        raise ValueError(_TOO_DEEP)
    tree: dict[str, Any] = _json_safe(tomllib.loads(source), 0)
    return tree


def _by_lines(text: str, start: int, end: int) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for match in _LINE.finditer(text, start, end):
        stop = text.find("\n", match.end(), end)
        value = text[match.end() : end if stop < 0 else stop].strip().strip("\"'")
        if value:
            tree.setdefault(match[1].strip("\"'"), value)
    return tree


def _leaves(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _leaves(child, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for child in value:
            yield from _leaves(child, path)
    else:
        yield path, str(value).lower() if isinstance(value, bool) else str(value)


def _place(text: str, path: str, value: str, at: int, end: int) -> tuple[tuple[int, int], int]:
    """Where a value stands: quoted literally after its key, else the rest of the key's line."""
    key = path.rpartition(".")[2]
    for match in _LINE.finditer(text, at, end):
        if match[1].strip("\"'").rpartition(".")[2] == key:
            break
    else:
        match = None
    begin = match.end() if match else at
    found = text.find(value, begin, end) if value else -1
    if found >= 0:
        return (found, found + len(value)), (match.start() if match else at)
    stop = text.find("\n", begin, end)
    return (begin, end if stop < 0 else stop), at


def _json_safe(value: Any, depth: int) -> Any:
    if depth > DEEPEST:
        raise ValueError(_TOO_DEEP)
    if isinstance(value, dict):
        return {key: _json_safe(child, depth + 1) for key, child in value.items()}
    if isinstance(value, list):
        return [_json_safe(child, depth + 1) for child in value]
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value
