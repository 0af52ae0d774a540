"""Facts that a layout states: rows of two cells (`| Salary | 50k |`), terms with a definition."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..document import Block, Fact, Span
from ..patterns import lazy
from ..view import words
from ..vocab.keys import keys, normalise

_LONGEST_KEY, _LONGEST_VALUE = 40, 300
"""Characters of the longest label and of the longest value of a fact: what is longer is a table of prose."""

_HTML_CELL = lazy(r"<t[dh](?=[\s>])[^<>]{0,500}>", re.IGNORECASE)
_BORDER = lazy(r"(?<!\\)\|")
_TERM = lazy(r"<dt(?=[\s>])[^<>]{0,500}>", re.IGNORECASE)
_DEFINITION = lazy(r"<dd(?=[\s>])[^<>]{0,500}>", re.IGNORECASE)
_END = lazy(r"</?d[dtl](?=[\s>])", re.IGNORECASE)


def pairs(text: str, view: str, blocks: Iterable[Block], start: int = 0) -> Iterator[Fact]:
    """Label and value of rows of two cells and of terms, from `start` on, where the label means a field."""
    for block in blocks:
        if block.kind == "table":
            cells = list(_cells(text, view, block))
            if len(cells) == 2:
                yield from _fact(text, view, *cells)
    if "<d" in text or "<D" in text:
        for term in _TERM.finditer(text, start):
            key = _until_end(text, term.end())
            definition = _DEFINITION.search(text, key.end, key.end + _LONGEST_VALUE)
            if definition:
                yield from _fact(text, view, key, _until_end(text, definition.end()))


def _cells(text: str, view: str, block: Block) -> Iterator[Span]:
    """The cells of a row that show something."""
    start, end = block.inner
    cell = _HTML_CELL if "</t" in text[start : block.span.end].lower() else _BORDER
    bounds = [start, *(match.end() for match in cell.finditer(text, start, end))]
    for at, after in zip(bounds, [*bounds[1:], end], strict=True):
        if view[at:after].strip():
            yield Span(at, after)


def _until_end(text: str, at: int) -> Span:
    end = _END.search(text, at, at + 2 * _LONGEST_VALUE)
    return Span(at, end.start() if end else at)


def _fact(text: str, view: str, key: Span, value: Span) -> Iterator[Fact]:
    """The fact, unless its value is a label too: then the row is a table's head."""
    label = " ".join(view[key.start : key.end].split()).rstrip(" :")
    seen = view[value.start : value.end]
    known = keys().label
    if len(label) > _LONGEST_KEY or normalise(label) not in known or normalise(seen) in known:
        return
    span = Span(value.start + len(seen) - len(seen.lstrip()), value.start + len(seen.rstrip()))
    if 0 < span.end - span.start <= _LONGEST_VALUE:
        yield Fact(label, "", words(text[span.start : span.end], view[span.start : span.end]), span, "label")
