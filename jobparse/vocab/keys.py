"""The key vocabulary: which names of front matter keys and line labels state which field of the record."""
from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from ..patterns import lazy
from .shipped import text_of

_NOT_IN_KEYS = lazy(r"[^\w.]|_")


class Keys(NamedTuple):
    """Normalised key → canonical field, for headers and for labelled lines; values that say nothing."""

    header: dict[str, str]
    label: dict[str, str]
    fillers: frozenset[str]


@lru_cache(2048)
def normalise(key: str) -> str:
    """A key without case, blanks and joints: `companyName`, `Company name` and `company_name` are one."""
    return _NOT_IN_KEYS.sub("", key).lower()


@cache
def keys() -> Keys:
    """The vocabulary, read once.

    Raises ValueError with the line number where a key stands under two fields.
    """
    header: dict[str, str] = {}
    label: dict[str, str] = {}
    fillers: set[str] = set()
    field, anywhere = "", True
    text = text_of("keys.txt")
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("# ") or line == "#":
            continue
        if line.startswith("["):
            field, _, scope = line[1:-1].partition(" ")
            anywhere = scope != "header"
        elif field == "filler":
            fillers.add(line.lower())
        else:
            key = normalise(line)
            if header.setdefault(key, field) != field:
                raise ValueError(f"keys.txt:{number}: {line!r} stands under {header[key]} and {field}; keep one")
            if anywhere:
                label[key] = field
    return Keys(header, label, frozenset(fillers))
