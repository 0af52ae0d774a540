"""Phrases by kind, found in a text as whole words: all lists of a vocabulary file in one pass."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from ..letters import FIRST_CJK, lowered
from ..literals import Literals
from ..patterns import lazy
from ..vocab.lists import read_lists

VOID = "void"
"""Heading of the phrases inside which nothing counts."""


_GAP = lazy(r"(?<=\S) {2,}(?=\S)")
"""The blanks left where marks around a word were."""

_new = tuple.__new__
"""Makes a named tuple of a tuple, in half the time of its own constructor: there are forty cues in a post."""


class Cue(NamedTuple):
    """One phrase found: the heading it stands under, and where it stands."""

    kind: str
    start: int
    end: int


class Lexicon:
    """The lists of `vocab/<name>`; a phrase that ends in `*` stands for all words that begin so."""

    def __init__(self, name: str) -> None:
        lists = read_lists(name)
        self._kinds = (VOID, *(kind for kind in lists if kind != VOID))
        ranks: dict[str, list[int]] = {}
        for kind, phrases in lists.items():
            for phrase in phrases:
                ranks.setdefault(phrase.lower(), []).append(self._kinds.index(kind))
        self.phrases = tuple(phrase.rstrip("*") for phrase in ranks)
        self._open = [phrase.endswith("*") for phrase in ranks]
        self._ranks = list(ranks.values())
        self._literals = Literals(self.phrases)

    def find(self, text: str) -> list[Cue]:
        """The phrases of a text, by place; a longer phrase of a kind hides shorter ones inside it."""
        low = lowered(text)
        if "  " in low and (gaps := _GAP.search(low)):
            return self._across_gaps(low, gaps.start())
        return self._found(low)

    def _across_gaps(self, low: str, first: int) -> list[Cue]:
        """The phrases of a text with more than one blank between words, as where emphasis was marked: `**experience** with`."""
        at, parts, last = list(range(first)), [low[:first]], first
        for gap in _GAP.finditer(low, first):
            parts.append(low[last : gap.start() + 1])
            at.extend(range(last, gap.start() + 1))
            last = gap.end()
        parts.append(low[last:])
        at.extend(range(last, len(low)))
        return [_new(Cue, (kind, at[start], at[end - 1] + 1)) for kind, start, end in self._found("".join(parts))]

    def _found(self, low: str) -> list[Cue]:
        hits = self._literals.find(low)
        if not hits:
            return []
        size = len(low)
        found: list[tuple[int, int, int]] = []
        for pattern, start, end in hits:
            if start and low[start - 1].isalnum() and low[start] < FIRST_CJK and low[start].isalnum():
                continue
            if end < size and low[end].isalnum() and not self._open[pattern] and low[end - 1] < FIRST_CJK:
                continue
            for rank in self._ranks[pattern]:
                found.append((start, -end, rank))
        found.sort()
        return self._outer(found)

    def _outer(self, found: Sequence[tuple[int, int, int]]) -> list[Cue]:
        """Those that no longer one of their kind covers, nor a phrase in which nothing counts (rank 0)."""
        cues: list[Cue] = []
        reach = [0] * len(self._kinds)
        for start, minus_end, rank in found:
            end = -minus_end
            if end > reach[rank]:
                reach[rank] = end
                if rank and end > reach[0]:
                    cues.append(_new(Cue, (self._kinds[rank], start, end)))
        return cues


@cache
def lexicon(name: str) -> Lexicon:
    """The lexicon of a vocabulary file, built once."""
    return Lexicon(name)


def last_before(text: str, cues: Sequence[Cue], start: int, kinds: Collection[str]) -> int:
    """Where the last cue of some kinds ends that stands before `start` in its sentence; -1 where there is none."""
    for cue in reversed(cues):
        if cue.end <= start and cue.kind in kinds:
            return -1 if _SENTENCE_ENDS.search(text, cue.end, start) else cue.end
    return -1


_SENTENCE_ENDS = lazy(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bz\.b)(?<!\bex)[.!?;]\s", re.IGNORECASE)
