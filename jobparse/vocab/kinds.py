"""Words of several kinds, found in a text in one go and without a regular expression: that of hundreds takes long to build."""
from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..letters import FIRST_CJK, lowered
from ..literals import Literals

_LONGEST_BLANK, _LONGEST_ENDING = 3, 24
"""Blanks or hyphens between two words; letters that `*` stands for."""


class Told(NamedTuple):
    """A word of a kind at `text[start:end]`."""

    kind: str
    start: int
    end: int


class _Word(NamedTuple):
    rank: int  # of two that begin at one place the one with the lower rank counts
    rest: tuple[str, ...]  # what follows its first word
    open: bool
    bounded: bool


class Kinds:
    """Words as pay.toml writes them: a blank stands for hyphens too, `*` at the end for any further letters."""

    def __init__(self, kinds: Mapping[str, Iterable[str]]) -> None:
        self._exact: dict[str, str] = {}
        for kind, words in kinds.items():
            for word in words:
                self._exact.setdefault(word, kind)
        self._stems = sorted((word[:-1] for word in self._exact if word.endswith("*")), key=len, reverse=True)
        under: dict[str, list[_Word]] = {}
        for rank, word in enumerate(sorted(self._exact, key=len, reverse=True)):
            first, *rest = word.rstrip("*").split(" ")
            under.setdefault(first, []).append(_Word(rank, tuple(rest), word[-1] == "*", word[0] < FIRST_CJK))
        self._under = list(under.values())
        self._literals = Literals(under)

    def find(self, text: str, end: int = sys.maxsize) -> list[Told]:
        """Each word that begins and ends before an offset, the longest where several begin at one place; never raises."""
        low = lowered(text[:end])
        found = []
        for number, start, stop in self._literals.find(low):
            inside = start > 0 and low[start - 1].isalnum()
            for rank, rest, open_, bounded in self._under[number]:
                if not bounded:
                    found.append((start, rank, stop))
                elif not inside and (last := _end(low, stop, rest, open_)):
                    found.append((start, rank, last))
        told, free = [], 0
        for start, _, last in sorted(found):
            if start >= free:
                free = last
                told.append(Told(self._kind(" ".join(low[start:last].replace("-", " ").split())), start, last))
        return told

    def _kind(self, word: str) -> str:
        kind = self._exact.get(word)
        if kind is None:
            kind = self._exact[next(stem for stem in self._stems if word.startswith(stem)) + "*"]
        return kind


def _end(low: str, at: int, rest: Iterable[str], open_: bool) -> int:
    """Where a word ends whose first part ends at an offset, 0 where it does not stand there."""
    for part in rest:
        blank = at
        while low[at : at + 1] in (" ", "-"):
            at += 1
        if not 0 < at - blank <= _LONGEST_BLANK or not low.startswith(part, at):
            return 0
        at += len(part)
    stop = min(len(low), at + _LONGEST_ENDING) if open_ else at
    while at < stop and _is_letter(low[at]):
        at += 1
    return 0 if at < len(low) and _is_letter(low[at]) else at


def _is_letter(sign: str) -> bool:
    return sign.isalnum() and not sign.isdecimal()
