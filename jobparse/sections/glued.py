"""Posts whose line breaks were lost: the headings, items and sentences inside one long line."""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..document import Block, Document, Row, Span
from ..patterns import lazy
from ..vocab.headings import read_bare

GLUED = 800
"""Letters of a line from which on it is looked at: hardly any honest paragraph is longer."""

RANK = 8
"""Rank of a heading found inside a line."""

_MOST_WORDS = 6
"""Words of the longest heading that is looked for."""

_WORD = lazy(r"(?:[A-Z]{2,40}(?![a-z])|[A-Z]?[^\W_A-Z]{1,40}|[A-Z])(?:['’][a-z]{1,9})?[\d&/+-]{0,9}|\w")
"""A word; `othersEducation` are two."""
_ENDS_SENTENCE = lazy(r"[.!?;:)\]*•]")
_BULLETS = (
    lazy(r"(?:and)?#149;"),  # `&#149;`, also with its ampersand spelled out
    lazy(r"(?<=\s)[*·](?=\s)|[•●▪]"),
    lazy(r"(?<=\s)bull(?=\s[A-Z])"),
    lazy(r"(?<=[.;:\s])\s-(?=\s[A-Z])"),
)
_SIGNS = (("#149;",), ("*", "•", "·", "●", "▪"), (" bull ",), (" - ",))
"""For each font of bullets what stands in every text that has it."""

_COLON = lazy(r":(?!//)")
_FRESH = lazy(r"(?:^|(?<=[.!?)])\s{0,3})(?=[A-Z])")
_LONGEST = 60
"""Letters of the longest heading that is looked for."""

_FEWEST_BULLETS = 3
_SENTENCE_END = lazy(r"(?<=[a-z0-9)%][.!?])\s+(?=[A-Z])")


def parted(document: Document, rows: Sequence[Row]) -> list[Row]:
    """The rows, long ones parted at the headings and bullets inside them."""
    if not [1 for _, text, _, gap in rows if gap == 0 or len(text) >= GLUED]:
        return list(rows)
    result: list[Row] = []
    for at, row in enumerate(rows):
        beside = at + 1 < len(rows) and rows[at + 1].gap == 0  # the next item stands in the same line
        if len(row.text) >= GLUED or beside:
            result.extend(piece for piece in _pieces(row, beside) if piece.text)
        else:
            result.append(row)
    return result


def _pieces(row: Row, beside: bool) -> Iterator[Row]:
    """Headings, items and what is left of one row."""
    bullets = _bullets(row.text)
    heads = _heads(row.text, bullets, beside) or (_last_sentence(row.text) if beside else [])
    if not heads and not bullets:
        yield row
        return
    at = 0
    for start, end in heads:
        yield from _content(row, at, start, bullets)
        yield _row(row, "heading", RANK, start, end)
        at = end
    yield from _content(row, at, len(row.text), bullets)


def _last_sentence(text: str) -> list[tuple[int, int]]:
    """`… on time. Soft skills:` before more bullets: its last sentence is a heading, known or not."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)] if text[-1] == ":" else []
    return [(ends[-1], len(text))] if ends else []


def _content(row: Row, start: int, end: int, bullets: Sequence[tuple[int, int]]) -> Iterator[Row]:
    """What stands between two headings: items where there are bullets, else sentences."""
    inside = bullets[bisect_left(bullets, (start, 0)) : bisect_left(bullets, (end, 0))]
    first = inside[0][0] if inside else end
    if first > start:
        yield from _prose(row, start, first)
    for (_, begin), (stop, _) in pairwise([*inside, (end, end)]):
        yield _row(row, "item", 1, begin, stop)


def _prose(row: Row, start: int, end: int) -> Iterator[Row]:
    """The sentences under a heading; what stands before the first heading is one piece."""
    kind, level = row.block.kind, row.block.level
    cuts = [match.end() for match in _SENTENCE_END.finditer(row.text, start, end)] if start else []
    for begin, stop in pairwise([start, *cuts, end]):
        if row.text[begin:stop].strip(" :-"):
            yield _row(row, kind, level, begin, stop)


def _row(row: Row, kind: str, level: int, start: int, end: int) -> Row:
    piece = row.text[start:end]
    lead = len(piece) - len(piece.lstrip(" :-"))
    shown = piece.strip() if lead == 0 else piece[lead:].rstrip()
    begin = row.start + start + lead
    span = Span(begin, begin + len(shown))
    return Row(Block(kind, level, span, span), shown, begin, row.gap if start == 0 else 0)


def _bullets(text: str) -> list[tuple[int, int]]:
    """Where bullets of one font stand, if there are enough of them."""
    for pattern, signs in zip(_BULLETS, _SIGNS, strict=True):
        if any(sign in text for sign in signs):
            found = [match.span() for match in pattern.finditer(text)]
            if len(found) >= _FEWEST_BULLETS:
                return found
    return []


def _heads(text: str, bullets: Sequence[tuple[int, int]], beside: bool) -> list[tuple[int, int]]:
    """Known headings: before `:` or a bullet; where there are any, behind the end of a sentence too."""
    stops = [match.start() for match in _COLON.finditer(text)] + [start for start, _ in bullets]
    found = [head for stop in [*stops, *[len(text)] * beside] if (head := _head_before(text, stop))]
    if found or bullets:
        found += [head for match in _FRESH.finditer(text) if (head := _head_after(text, match.end()))]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda head: (head[0], -head[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _head_before(text: str, stop: int) -> tuple[int, int] | None:
    """The longest heading that ends at an offset."""
    words = [match.span() for match in _WORD.finditer(text, max(0, stop - _LONGEST), stop)][-_MOST_WORDS:]
    for start, _ in words:
        if text[start].isupper() and read_bare(text[start : words[-1][1]]):
            return start, words[-1][1]
    return None


def _head_after(text: str, start: int) -> tuple[int, int] | None:
    """The longest heading of at least two words, all with a capital, that begins at an offset."""
    ends: list[int] = []
    for word in _WORD.finditer(text, start, start + _LONGEST):
        capital = word[0][0].isupper() or (ends and len(word[0]) <= 3)
        if not capital or _ENDS_SENTENCE.search(text, start, word.start()):
            break
        ends.append(word.end())
    for end in reversed(ends[1:_MOST_WORDS]):
        if not text[end : end + 2].strip().islower() and read_bare(text[start:end]):
            return start, end
    return None
