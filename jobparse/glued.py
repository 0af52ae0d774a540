"""Posts whose line breaks were lost: the headings, items and sentences inside one long line."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .document import Block, Document, Span
from .rows import Row
from .vocab.headings import read_bare

GLUED = 800
"""Letters of a line from which on it is looked at: hardly any honest paragraph is longer."""

RANK = 8
"""Rank of a heading found inside a line."""

_MOST_WORDS = 6
"""Words of the longest heading that is looked for."""

_WORD = re.compile(r"(?:[A-Z]{2,40}(?![a-z])|[A-Z]?[^\W_A-Z]{1,40}|[A-Z])[\d'&/+-]{0,9}|\w")
"""A word; `othersEducation` are two."""
_ENDS_SENTENCE = re.compile(r"[.!?;:)\]*•]")
_BULLETS = (
    re.compile(r"and#149;"),  # `&#149;` with its ampersand spelled out
    re.compile(r"(?<=\s)[*•●▪·](?=\s)|[•●▪]"),
    re.compile(r"(?<=\s)bull(?=\s[A-Z])"),
    re.compile(r"(?<=[.;:\s])\s-(?=\s[A-Z])"),
)
_FEWEST_BULLETS = 3
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)%][.!?])\s+(?=[A-Z])")


def parted(document: Document, rows: Sequence[Row]) -> list[Row]:
    """The rows, long ones parted at the headings and bullets inside them."""
    if not any(len(row.text) >= GLUED or row.gap == 0 for row in rows):
        return list(rows)
    result: list[Row] = []
    for at, row in enumerate(rows):
        beside = at + 1 < len(rows) and rows[at + 1].gap == 0  # the next item stands in the same line
        if len(row.text) >= GLUED or beside:
            result.extend(_pieces(row, beside))
        else:
            result.append(row)
    return result


def _pieces(row: Row, beside: bool) -> Iterator[Row]:
    """Headings, items and what is left of one row."""
    bullets = _bullets(row.text)
    heads = list(_heads(row.text, {start for start, _ in bullets} | ({len(row.text)} if beside else set())))
    if not heads and not bullets:
        yield row
        return
    at = 0
    for start, end in heads:
        yield from _content(row, at, start, bullets, sentences=at > 0)
        yield _row(row, "heading", RANK, start, end)
        at = end
    yield from _content(row, at, len(row.text), bullets, sentences=at > 0)


def _content(row: Row, start: int, end: int, bullets: Sequence[tuple[int, int]], sentences: bool) -> Iterator[Row]:
    """What stands between two headings: items where there are bullets, else sentences."""
    inside = [(a, b) for a, b in bullets if start <= a < end]
    first = inside[0][0] if inside else end
    if first > start:
        yield from _prose(row, start, first, sentences)
    for (_, begin), (stop, _) in pairwise([*inside, (end, end)]):
        yield _row(row, "item", 1, begin, stop)


def _prose(row: Row, start: int, end: int, sentences: bool) -> Iterator[Row]:
    kind, level = row.block.kind, row.block.level
    cuts = [match.end() for match in _SENTENCE_END.finditer(row.text, start, end)] if sentences else []
    for begin, stop in pairwise([start, *cuts, end]):
        if row.text[begin:stop].strip(" :-"):
            yield _row(row, kind, level, begin, stop)


def _row(row: Row, kind: str, level: int, start: int, end: int) -> Row:
    piece = row.text[start:end]
    lead = len(piece) - len(piece.lstrip(" :-"))
    shown = piece.strip() if lead == 0 else piece[lead:].rstrip()
    begin = row.start + start + lead
    gap = row.gap if start == 0 else 0
    return Row(Block(kind, level, Span(begin, begin + len(shown)), Span(begin, begin + len(shown))), shown, begin, gap)


def _bullets(text: str) -> list[tuple[int, int]]:
    """Where bullets of one font stand, if there are enough of them."""
    for pattern in _BULLETS:
        found = [match.span() for match in pattern.finditer(text)]
        if len(found) >= _FEWEST_BULLETS:
            return found
    return []


def _heads(text: str, stops: set[int]) -> Iterator[tuple[int, int]]:
    """Known headings: before `:` or a bullet, or with capitals behind the end of a sentence."""
    words = [match.span() for match in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        size = _head_at(text, words, at, stops) if text[words[at][0]].isupper() else 0
        if size:
            yield words[at][0], words[at + size - 1][1]
        at += size or 1


def _head_at(text: str, words: Sequence[tuple[int, int]], at: int, stops: set[int]) -> int:
    """How many words from `at` on are a heading, 0 where none are."""
    start = words[at][0]
    fresh = at == 0 or _ENDS_SENTENCE.search(text, words[at - 1][1], start) is not None
    for size in range(min(_MOST_WORDS, len(words) - at), 0, -1):
        end = words[at + size - 1][1]
        gap_end = words[at + size][0] if at + size < len(words) else len(text)
        between = text[end:gap_end]
        shown = len(between) - len(between.lstrip())
        closed = between[shown : shown + 1] == ":" or end + shown in stops
        if not closed and not (fresh and size > 1 and _all_capital(text, words[at : at + size])):
            continue
        if _ENDS_SENTENCE.search(text, start, end) is None and read_bare(text[start:end]):
            return size
    return 0


def _all_capital(text: str, words: Sequence[tuple[int, int]]) -> bool:
    return all(text[start].isupper() or end - start <= 3 for start, end in words)
