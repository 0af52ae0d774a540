"""The short lines under a title that stands alone: `Acme · Berlin, Germany (Hybrid)`, as pages of ads show them."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..document import Document, Span
from ..patterns import lazy
from .places import Place, read_places
from .top import read_top


class Part(NamedTuple):
    """A part of such a line: its places, where it is nothing but places, and whether it tells the mode of work."""

    span: Span
    line: int
    places: tuple[Place, ...]
    mode: bool


_MOST_LINES, _REACH = 4, 9
"""Lines that are read, and lines down to which they are looked for, blank ones included."""
_LONGEST = 120
_PARTED = lazy(r"\s{0,4}[·•|\t]\s{0,4}|\s-\s")
_ENDS = ".!?:"
_NO_CARD = ("heading", "item", "table", "code", "rule")
_BESIDE = lazy(
    r"(?:[\W_]|\b(?:or|and|remote|hybrid|on-?site|in-?office|in-?person|greater|area|metropolitan|metro|bay|full[ -]?time)\b){0,60}",
    re.IGNORECASE,
)
_MODE = lazy(r"\b(?:remote|hybrid|on-?site|in-?office|in-?person)\b", re.IGNORECASE)
_ONLY_MODE = lazy(
    r"(?:(?:fully|100%)\s)?(?:remote|hybrid|on-?site|in-?office|in-?person)(?:\s(?:position|role|job|work))?", re.IGNORECASE
)


@lru_cache(maxsize=1)
def read_card(document: Document) -> tuple[Part, ...]:
    """The parts of the lines under the title, in order; `()` where no line is a title. Kept: several fields ask for them."""
    top = read_top(document)
    if top is None or top.title is None or top.source not in ("heading", "line"):
        return ()
    return tuple(_parts(document, document.line_of(top.title.end)))


def _parts(document: Document, title: int) -> Iterator[Part]:
    given = 0
    for number in range(title + 1, min(title + _REACH, len(document.line_starts))):
        start, end = document.line_span(number)
        line = document.view[start:end].strip()
        if not line:
            continue
        block = document.block_at(start + document.view[start:end].index(line[0]))
        if len(line) > _LONGEST or line[-1] in _ENDS or (block and block.kind in _NO_CARD):
            return
        yield from _of_line(document, number, start, end)
        given += 1
        if given == _MOST_LINES:
            return


def _of_line(document: Document, number: int, start: int, end: int) -> Iterator[Part]:
    cuts = [start, *(at for match in _PARTED.finditer(document.view, start, end) for at in match.span()), end]
    for first, stop in zip(cuts[::2], cuts[1::2], strict=True):
        text = document.view[first:stop]
        lead = len(text) - len(text.lstrip())
        text = text.strip()
        if text:
            places = read_places(text, document.country, strict=True)
            told = tuple(place for place in places if place.country) if _is_covered(text, places) else ()
            mode = bool(_ONLY_MODE.fullmatch(text) or (told and _MODE.search(text)))
            yield Part(Span(first + lead, first + lead + len(text)), number, told, mode)


def _is_covered(text: str, places: Sequence[Place]) -> bool:
    """Whether nothing is left of a text without its places but separators and words for where one works."""
    rest, at = "", 0
    for place in places:
        rest += text[at : place.start] + ","
        at = place.end
    return bool(places) and _BESIDE.fullmatch(rest + text[at:]) is not None
