"""One pass over the view that finds the vocabulary's names and the extractors' trigger literals together.

A post's cost hardly grows with the number of names or of extractors: one Aho-Corasick automaton knows them all.
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from .document import Document, Line, Name, Span

_FIRST_CJK = "\u2e80"


class Scanner:
    """The automaton for some names (lower-cased alias → entry, and the only spellings it may have) and triggers."""

    def __init__(
        self,
        aliases: Sequence[str],
        owners: Sequence[int],
        spellings: Sequence[frozenset[str] | None],
        triggers: Mapping[str, Sequence[str]],
    ) -> None:
        patterns = {alias: at for at, alias in enumerate(aliases)}
        self._owners, self._spellings = list(owners), list(spellings)
        self._masks: list[int] = [0] * len(aliases)
        self._extractors = tuple(triggers)
        for bit, literals in enumerate(triggers.values()):
            for literal in literals:
                at = patterns.setdefault(literal, len(patterns))
                if at == len(self._masks):
                    self._masks.append(0)
                    self._owners.append(-1)
                    self._spellings.append(None)
                self._masks[at] |= 1 << bit
        self._automaton = AhoCorasick(list(patterns)) if patterns else None

    def scan(self, document: Document) -> Scan:
        """Names in the whole view, and for each extractor the body's lines that hold one of its triggers."""
        if self._automaton is None:
            return Scan((), {})
        view = document.view
        # 'İ' is the only letter whose lower case is longer than itself; offsets must stay
        hits = self._automaton.find_matches_as_indexes(view.replace("İ", "i").lower(), overlapping=True)
        masks, owners, starts = self._masks, self._owners, document.line_starts
        wanted: dict[int, int] = {}
        names = []
        for pattern, start, end in hits:
            if masks[pattern] and start >= document.body_start:
                number = bisect_right(starts, start) - 1
                wanted[number] = wanted.get(number, 0) | masks[pattern]
            if owners[pattern] >= 0 and self._is_name(view, pattern, start, end):
                names.append((start, -end, owners[pattern]))
        return Scan(_leftmost_longest(names), self._lines(document, wanted))

    def _is_name(self, view: str, pattern: int, start: int, end: int) -> bool:
        """Whether a hit is a word of its own, in a spelling it may have."""
        if start and view[start].isalnum() and _in_word(view[start - 1]):
            return False
        if end < len(view) and view[end - 1].isalnum() and _in_word(view[end]):
            return False
        spellings = self._spellings[pattern]
        return spellings is None or view[start:end] in spellings

    def _lines(self, document: Document, wanted: dict[int, int]) -> dict[str, tuple[Line, ...]]:
        lines: list[list[Line]] = [[] for _ in self._extractors]
        for number in sorted(wanted):
            line, mask = document.line(number), wanted[number]
            for bit, found in enumerate(lines):
                if mask >> bit & 1:
                    found.append(line)
        return {name: tuple(found) for name, found in zip(self._extractors, lines, strict=True)}


@dataclass(frozen=True, slots=True)
class Scan:
    """What a pass found: names in reading order, and lines by extractor."""

    names: tuple[Name, ...]
    lines: Mapping[str, tuple[Line, ...]]


def _in_word(character: str) -> bool:
    """Letters, digits and `_` glue words together; Chinese and Japanese are written without blanks, so they do not."""
    return (character.isalnum() and character < _FIRST_CJK) or character == "_"


def _leftmost_longest(hits: list[tuple[int, int, int]]) -> tuple[Name, ...]:
    """Of overlapping hits the one that begins first, of those the longest."""
    names, free = [], 0
    for start, minus_end, owner in sorted(hits):
        if start >= free:
            free = -minus_end
            names.append(Name(owner, Span(start, free)))
    return tuple(names)
