"""Many literals found in one pass, by an automaton that is quick to build and later by one that is quick to use."""
from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, Implementation

_OFTEN = 200
"""Searches after which the swift automaton, which takes six times as long to build, is worth it."""


class Literals:
    """Some hundreds of literals, none of them empty."""

    def __init__(self, literals: Iterable[str]) -> None:
        self._literals = list(literals) or ["\0"]
        self._automaton = AhoCorasick(self._literals, implementation=Implementation.ContiguousNFA)
        self._left = _OFTEN

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Number, start and end of each literal in a text, overlapping too, in the order of their ends."""
        if self._left:
            self._left -= 1
            if not self._left:
                self._automaton = AhoCorasick(self._literals, implementation=Implementation.DFA)
        return self._automaton.find_matches_as_indexes(text, overlapping=True)
