"""Phrases by kind, found in a text as whole words: all lists of a vocabulary file in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from ..vocab.lists import read_lists

_FIRST_CJK = "\u2e80"
"""Chinese and Japanese are written without blanks."""

VOID = "void"
"""Heading of the phrases inside which nothing counts."""


class Cue(NamedTuple):
    """One phrase found: the heading it stands under, and where it stands."""

    kind: str
    start: int
    end: int


class Lexicon:
    """The lists of `vocab/<name>`; a phrase that ends in `*` stands for all words that begin so."""

    def __init__(self, name: str) -> None:
        kinds: dict[str, list[str]] = {}
        for kind, phrases in read_lists(name).items():
            for phrase in phrases:
                kinds.setdefault(phrase.lower(), []).append(kind)
        self.phrases = tuple(phrase.rstrip("*") for phrase in kinds)
        self._open = [phrase.endswith("*") for phrase in kinds]
        self._kinds = list(kinds.values())
        self._automaton = AhoCorasick(list(self.phrases))

    def find(self, text: str) -> list[Cue]:
        """The phrases of a text, by place; a longer phrase of a kind hides shorter ones inside it."""
        lowered = text.replace("İ", "i").lower()
        size = len(lowered)
        found: list[tuple[int, int, str]] = []
        for pattern, start, end in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            if (
                start
                and lowered[start - 1].isalnum()
                and lowered[start] < _FIRST_CJK
                and lowered[start].isalnum()
            ):
                continue
            if (
                end < size
                and lowered[end].isalnum()
                and not self._open[pattern]
                and lowered[end - 1] < _FIRST_CJK
            ):
                continue
            found.extend([(start, -end, kind) for kind in self._kinds[pattern]])
        return _outer(sorted(found, key=lambda cue: (cue[0], cue[1], cue[2] != VOID)))


def _outer(found: Sequence[tuple[int, int, str]]) -> list[Cue]:
    cues: list[Cue] = []
    reach: dict[str, int] = {}
    for start, minus_end, kind in found:
        if -minus_end > max(reach.get(kind, 0), reach.get(VOID, 0)):
            cues.append(Cue(kind, start, -minus_end))
        reach[kind] = max(reach.get(kind, 0), -minus_end)
    return [cue for cue in cues if cue.kind != VOID]


@cache
def lexicon(name: str) -> Lexicon:
    """The lexicon of a vocabulary file, built once."""
    return Lexicon(name)
