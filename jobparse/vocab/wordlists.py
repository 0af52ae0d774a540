"""Small word lists by heading: `[name]` lines open a list, every other line is one phrase of it.

A phrase ending in `*` stands for all words that begin so. Compared without case, as whole words.
"""
from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def lists(name: str) -> dict[str, tuple[str, ...]]:
    """The lists of `vocab/<name>.txt`, heading → phrases in order, lower-cased; `#` begins a comment line."""
    found: dict[str, list[str]] = {}
    entries: list[str] = []
    for line in files(__package__).joinpath(f"{name}.txt").read_text("utf-8").splitlines():
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            entries = found.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            entries.append(line.lower())
    return {heading: tuple(phrases) for heading, phrases in found.items()}


@cache
def words(name: str, heading: str) -> re.Pattern[str]:
    """One pattern that finds any phrase of a list as whole words, the longest first."""
    phrases = sorted(lists(name)[heading], key=len, reverse=True)
    alternatives = "|".join(re.escape(p[:-1]) + r"\w{0,20}" if p.endswith("*") else re.escape(p) for p in phrases)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)
