"""The parts of a title beside the role: `[Barueri/SP]`, `(Remote, Berlin)`, what stands after the last dash."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..document import Document, Span
from ..patterns import lazy

_BRACKET = lazy(r"[\[(（【]([^\[\]()（）【】]{2,80})[\])）】]")
_TAIL = lazy(
    r"(?:\s[-–—|·•]\s?|\s?[|]\s?|\sin\s(?=[A-Z][\w. ]{1,40},\s[A-Z])|,\s)"
    r"([^-–—|@·•\[\](),]{2,60}(?:,\s[^-–—|@·•\[\](),]{2,40}){0,2})\s*$"
)
_SUFFIX = lazy(r"\s[-–—|]\s(?:Vaga de Emprego|Jobs?|Careers?)\s*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def title_tails(document: Document) -> tuple[Span, ...]:
    """Spans of the brackets and of the tail of the title, and of the heading that stands for one. Kept: several fields ask."""
    found: list[Span] = []
    for start, text in _titles(document):
        end = _SUFFIX.search(text)
        text = text[: end.start()] if end else text
        spans = [match.span(1) for match in _BRACKET.finditer(text)]
        outside = _BRACKET.sub(lambda m: "\0" * len(m[0]), text).rstrip(" \0")
        tail = _TAIL.search(outside)
        if tail:
            spans.append(tail.span(1))
        found += [Span(start + a, start + b) for a, b in spans]
    return tuple(found)


def _titles(document: Document) -> Iterator[tuple[int, str]]:
    """Where a title starts and its text: the title fact, else the first heading."""
    facts = document.facts_of("title")
    for fact in facts:
        yield fact.span.start, fact.value
    if not facts:
        for block in document.blocks[:3]:
            if block.kind == "heading" and block.level <= 2:
                yield block.inner.start, document.view[block.inner.start : block.inner.end]
                return
