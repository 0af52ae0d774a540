"""What a header says, flat and as it was: shared by YAML, TOML, JSON and line-by-line reading."""
from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from ..document import Document, Fact, Note, Span

_DIGITS = 15
"""Longest number that every reader of JSON keeps exactly."""


@dataclass
class Header:
    """Facts in reading order, every key as it was, and what was doubtful."""

    facts: list[Fact] = field(default_factory=list)
    metadata: dict[str, Any] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def say(self, key: str, value: str, start: int, end: int) -> None:
        """One leaf: its dotted key, its text and where it stands."""
        self.facts.append(Fact(key, "", value, Span(start, end), "header"))


DEEPEST = 20
"""Levels of nesting that are read; real headers have four at most."""

MOST_KEYS, MOST_FACTS = 200, 1000
"""Keys of a header, or of a JSON record, and values of theirs, that are read: real ones have forty."""


def limited(document: Document) -> Document:
    """The document with as many keys and facts as count, and a note where there are more."""
    if len(document.metadata) <= MOST_KEYS and len(document.header) <= MOST_FACTS:
        return document
    return replace(
        document,
        metadata=dict(islice(document.metadata.items(), MOST_KEYS)),
        header=document.header[:MOST_FACTS],
        notes=(*document.notes, too_many()),
    )


def too_many() -> Note:
    """What is said of a header that holds more than is read."""
    return Note("header-cut", f"the header has more than {MOST_KEYS} keys or {MOST_FACTS} values; the others were left out")


NULLS = frozenset(("", "~", "null", "Null", "NULL"))


def scalar(text: str) -> Any:
    """An unquoted value: a number or boolean only where it prints back exactly as written, else a string."""
    if text in NULLS:
        return None
    if text in ("true", "false"):
        return text == "true"
    if len(text) <= _DIGITS and text[0] in "-0123456789":
        try:
            number = int(text)
            return number if str(number) == text else text
        except ValueError:
            pass
        try:
            real = float(text)
            return real if math.isfinite(real) and repr(real) == text else text
        except ValueError:
            pass
    return text
