"""The parts of a hiring thread's first line: `Acme | Senior Engineer | Berlin or remote | ONSITE`."""
from __future__ import annotations

import re
from functools import lru_cache

from ..document import Document, Span
from ..patterns import lazy
from .top import read_top

_PART = lazy(r"[^|]+")
_LONGEST_LINE = 420
"""Characters of the line that are read: more is the post's text, its line breaks lost."""
_LONGEST_PART = 90
_CUT_PART = 40
"""What is read of a longer part: the text of the post follows it without a line break."""
_LINES_TRIED = 60
"""Lines of the body among which the first with two bars is looked for."""


@lru_cache(maxsize=1)
def head_parts(document: Document) -> tuple[Span, ...]:
    """The parts from the second on; `()` where no line is such a head. Kept: several fields ask for them."""
    return _between_bars(document) or _between_dashes(document)


def _between_dashes(document: Document) -> tuple[Span, ...]:
    """Those of a head whose parts dashes divide: `Acme - Senior Engineer - Berlin - ONSITE`."""
    top = read_top(document)
    return top.parts if top and top.source == "board_line" else ()


def _between_bars(document: Document) -> tuple[Span, ...]:
    if document.view.count("|", document.body_start) < 2:
        return ()
    first = document.line_of(document.body_start)
    for number in range(first, min(first + _LINES_TRIED, len(document.line_starts))):
        start, end = document.line_span(number)
        if document.view.count("|", start, end) >= 2:
            block = document.block_at(end)
            if block and block.kind in ("table", "code"):
                continue
            line = document.view[start : min(end, start + _LONGEST_LINE)]
            parts = list(_PART.finditer(line))[1:]
            return tuple(Span(start + p.start(), start + _end(p)) for p in parts)
    return ()


def _end(part: re.Match[str]) -> int:
    return part.end() if part.end() - part.start() <= _LONGEST_PART else part.start() + part[0].rfind(" ", 0, _CUT_PART)
