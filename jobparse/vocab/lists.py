"""Vocabulary files that are lists: words under headings in brackets.

A line is a comment (`# …`), a heading (`[seniors]`), or one or more entries separated by commas.
"""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from ..letters import FIRST_CJK
from ..literals import Gated
from .shipped import text_of


@cache
def read_lists(name: str) -> dict[str, tuple[str, ...]]:
    """Heading → its entries, in the file's order, each once.

    Raises ValueError with the line number where entries stand before any heading or a heading stands twice.
    """
    lists: dict[str, dict[str, None]] = {}
    current: dict[str, None] | None = None
    for number, line in enumerate(text_of(name).splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            heading = line[1:-1].strip()
            if heading in lists:
                raise ValueError(f"{name}:{number}: the heading {heading!r} stands twice; put the entries together")
            current = lists[heading] = {}
        elif current is None:
            raise ValueError(f"{name}:{number}: {line!r} stands under no heading")
        else:
            current.update(dict.fromkeys(entry.strip() for entry in line.split(",") if entry.strip()))
    return {heading: tuple(entries) for heading, entries in lists.items()}


@cache
def words(name: str, heading: str) -> Gated:
    """A pattern for any entry of a list: without case, whole words, the longest first; `*` at its end is any ending."""
    return any_word(read_lists(name)[heading])


def any_word(entries: Iterable[str]) -> Gated:
    """As `words`, of any entries."""
    found = tuple(entries)
    return gated(whole_words(found), found)


def gated(source: str, entries: Iterable[str]) -> Gated:
    """A pattern, whatever the case, of which each match holds an entry of some; blanks in it may be any white space."""
    return Gated(source, re.IGNORECASE, [max(entry.rstrip("*").split(), key=len) for entry in entries])


def whole_words(entries: Iterable[str]) -> str:
    """The regular expression of entries as `words` reads them.

    Entries that begin alike share their first letter, for speed. Chinese and Japanese have no blanks between words.
    """
    by_letter: dict[str, list[str]] = defaultdict(list)
    for entry in sorted(entries, key=len, reverse=True):
        rest = re.escape(entry[1:-1]) + r"\w{0,20}" if entry.endswith("*") else re.escape(entry[1:])
        by_letter[entry[0]].append(rest.replace(r"\ ", r"\s"))
    branches = {letter: f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items()}
    bounded = "|".join(branch for letter, branch in branches.items() if letter < FIRST_CJK)
    free = "".join(f"|{branch}" for letter, branch in branches.items() if letter >= FIRST_CJK)
    return rf"(?:(?<![^\W_])(?:{bounded})(?![^\W_]){free})"
