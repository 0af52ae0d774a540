"""What a header says, flat and as it was: shared by YAML, TOML, JSON and line-by-line reading."""
from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

from ..document import Fact, Note, Span

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
