"""What a job board's page has around a post, where a person copied the whole page: buttons, alerts, other jobs."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..vocab.lists import read_lists

_FILE = "board_lines.txt"
_LONGEST = 120
"""Letters of a line that may be one of a page's."""

_FIRST_PART = 0.25
"""Of the text: what stands in it cannot end the post."""

_FEWEST = 3
"""Lines of a page from which on a text is taken for a copied one: `Apply` alone may be a heading of the post's own."""

_MARKS = " \t·:."
_OWN = ("#", "**")
"""What a heading of the post's own begins with."""


def around(text: str, start: int) -> list[tuple[int, int]]:
    """Spans of the lines from `start` on that belong to the page and not to the post."""
    if _buttons().isdisjoint(text.split("\n")):
        return []
    found: list[tuple[int, int]] = []
    over, fewest = False, _FEWEST
    least = start + (len(text) - start) * _FIRST_PART
    for begin, end in _lines(text, start):
        seen = text[begin:end].lstrip() if end - begin <= _LONGEST else ""
        line = seen.strip(_MARKS).lower()
        if seen.startswith(_OWN) or _again().fullmatch(line):
            over = False
        elif "@" in seen or "http" in line:
            continue
        elif line in _list("end") and begin >= least and len(found) >= fewest:
            over = True
            found.append((begin, end))
        elif line in _list("sure"):
            fewest = 1
            found.append((begin, end))
        elif over or line in _list("around") or _begins().match(line):
            found.append((begin, end))
    return found if len(found) >= fewest else []


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start:
            yield start, end
        start = end + 1


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(read_lists(_FILE)[name])


@cache
def _begins() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of('begins')})(?!\w)")


@cache
def _again() -> re.Pattern[str]:
    return re.compile(_any_of("again"))


def _any_of(name: str) -> str:
    entries = map(re.escape, read_lists(_FILE)[name])
    return "|".join(
        entry.replace(r"\*", r"[^\n]{1,60}?").replace(r"\#", r"[\d.,]{1,9}").replace(r"\$", r"(?=$|\s?·)") for entry in entries
    )


@cache
def _buttons() -> frozenset[str]:
    """Whole lines as pages write them, without one of which nobody copied a page: quicker told than the small letters of all."""
    entries = (*read_lists(_FILE)["sure"], *read_lists(_FILE)["around"])
    return frozenset(form for entry in entries for form in (entry, entry.capitalize(), entry.title()))
