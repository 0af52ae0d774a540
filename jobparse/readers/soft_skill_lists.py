"""Soft skills that a list shares one word for: `communication, organizational and analytical skills`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..patterns import lazy
from ..vocab.lists import read_lists
from .lexicon import VOID

ENDS = ("skills", "abilities", "fähigkeit", "kompetenz", "stärke", "geschick")
"""Letters without one of which no text has such a list."""

_END = lazy(
    r"\b(?:skills|abilities)\b|\b(?:Team|Kommunikations|Organisations|Konflikt|Verhandlungs|Sozial|Präsentations"
    r"|Problemlösungs|Führungs|Entscheidungs|Kooperations|Anpassungs)(?:fähigkeit(?:en)?|kompetenz(?:en)?|stärke|geschick)\b"
)
_PART = lazy(r"-?\s?[,/&]\s?(?:and\s|und\s)?|\s(?:and|or|und|oder)\s|-\s(?:und|oder)\s")
_WORD = lazy(r"[^\W\d_][\w-]{1,20}")

_REACH = 130
"""Letters before the shared word in which its list is looked for."""

_ARTICLES = frozenset({"a", "the", "our", "your", "this"})
"""Before a word these make it a thing: `leading a team, strong analytical skills`."""

_MOST_WORDS = 3
"""Words of a member: `strong verbal communication`; what has more begins the sentence."""


def read_soft_lists(text: str) -> Iterator[tuple[str, int, int]]:
    """Each soft skill of such lists, with where its word stands."""
    if not any(map(text.__contains__, ENDS)):
        return
    for end in _END.finditer(text):
        yield from _of_list(text, end.start())


def _of_list(text: str, head: int) -> Iterator[tuple[str, int, int]]:
    first = max(0, head - _REACH)
    bounds = [match.span() for match in _PART.finditer(text, first, head)]
    last = head
    for begin, close in [*reversed(bounds), (first, first)]:
        found = _of_member(text, close, last)
        words = len(text[close:last].split())
        if found:
            yield from found
        if words > _MOST_WORDS or (not found and words):
            return
        last = begin


def _of_member(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The skill that the last words of a member are: `strong verbal`, `problem solving`; none or one."""
    heads = _heads()
    words = list(_WORD.finditer(text, start, end))[-2:]
    if not words:
        return []
    last = words[-1]
    kind = heads.get("-".join(word[0].lower() for word in words)) if len(words) > 1 else None
    begin = words[0].start() if kind else last.start()
    if kind is None and words[0][0].lower() not in _ARTICLES:
        kind = heads.get(last[0].rstrip("-").lower())
    return [(kind, begin, last.end())] if kind and kind != VOID else []


@cache
def _heads() -> dict[str, str]:
    return {word.lower(): kind for kind, words in read_lists("soft_skill_heads.txt").items() for word in words}
