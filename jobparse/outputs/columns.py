"""Fields by name (`title`, `salary.min`, `skills.name`, `metadata.team`): which there are, and what a post holds."""
from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import msgspec

from ..record import FIELDS, JobPost

DEFAULT = tuple(name for name in FIELDS if name not in {"sections", "metadata", "evidence", "warnings"})
"""Columns of CSV and TSV when none are asked for; nested values are split, see `spread`."""


class UnknownField(ValueError):
    """A field name that no record has; the message lists those there are."""


def parse_fields(text: str) -> tuple[str, ...]:
    """`title, salary.min` → names, each checked. Raises UnknownField."""
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    for name in names:
        if name not in paths() and not name.startswith("metadata."):
            raise UnknownField(f"no field {name!r}; known are {', '.join(FIELDS)}, and parts such as salary.min, skills.name")
    return names


@cache
def paths() -> tuple[str, ...]:
    """Every field and every part of a field, in the record's order."""
    return tuple(_paths(JobPost))


def _paths(struct: type, prefix: str = "") -> Iterator[str]:
    for name, hint in typing.get_type_hints(struct).items():
        yield prefix + name
        inner = _struct_in(hint)
        if inner is not None and not prefix:
            yield from _paths(inner, f"{name}.")


def _struct_in(hint: Any) -> type | None:
    """The struct that a hint holds, alone, optional or in a list."""
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return hint
    if typing.get_origin(hint) in (list, types.UnionType, typing.Union):
        return next((found for arg in typing.get_args(hint) if (found := _struct_in(arg))), None)
    return None


@cache
def columns(fields: tuple[str, ...] | None) -> tuple[str, ...]:
    """The columns of CSV and TSV: the fields asked for, or the default ones with nested values split."""
    return spread(DEFAULT) if fields is None else fields


def spread(names: Sequence[str]) -> tuple[str, ...]:
    """Single nested values split into their parts (`salary` → `salary.min`, …): one column each."""
    spread_names: list[str] = []
    for name in names:
        parts = [path for path in paths() if path.startswith(f"{name}.")]
        single = not isinstance(getattr(_EMPTY, name, None), list) and not name.startswith("metadata")
        spread_names.extend(parts if parts and single else [name])
    return tuple(spread_names)


_EMPTY = JobPost()


def pick(post: JobPost, path: str) -> Any:
    """The value at a path; over a list, the list of each item's part."""
    name, _, part = path.partition(".")
    value = getattr(post, name)
    if not part or value is None:
        return value
    if isinstance(value, dict):
        return value.get(part)
    if isinstance(value, list):
        return [getattr(item, part) for item in value]
    return getattr(value, part)


_SHORT = {"locations": "raw", "skills": "name", "languages": "code", "contacts": "email"}
"""Field → the part that stands for an item in one cell."""


def cell(post: JobPost, path: str) -> str:
    """The value at a path as one cell of text: lists joined by `; `, nested values as JSON, nothing as an empty text."""
    value = pick(post, f"{path}.{_SHORT[path]}" if path in _SHORT else path)
    return text_of(value)


def text_of(value: Any) -> str:
    """A value as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and all(isinstance(item, str | int | float | None) for item in value):
        return "; ".join(text_of(item) for item in value if item is not None)
    if isinstance(value, str | int | float):
        return str(value)
    return msgspec.json.encode(value).decode()
