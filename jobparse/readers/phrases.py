"""Many phrases of a vocabulary found in one pass over a text, whatever their number."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

from ..letters import FIRST_CJK
from ..literals import Literals

_new = tuple.__new__
"""Makes a named tuple of a tuple, in half the time of its own constructor."""


class Hit(NamedTuple):
    """A phrase at `text[start:end]` and the group that it belongs to."""

    start: int
    end: int
    group: str


class Phrases:
    """Groups of phrases in small letters; a blank in one stands for a blank or a hyphen.

    Where two begin at one place the longer one counts; a phrase in two groups belongs to the first. A blank must
    stand behind those of the groups that are `followed`: short ones stand in every other word.
    """

    def __init__(self, groups: Mapping[str, Iterable[str]], followed: Container[str] = ()) -> None:
        owners: dict[str, str] = {}
        for group, phrases in groups.items():
            for phrase in phrases:
                for form in (phrase, phrase.replace(" ", "-")) if phrase.count(" ") == 1 else (phrase,):
                    owners.setdefault(form, group)
        self.phrases = tuple(owners)
        self._groups = list(owners.values())
        self._blank = [group in followed for group in self._groups]
        self._literals = Literals(form + " " * blank for form, blank in zip(owners, self._blank, strict=True))

    def find(self, low: str, start: int = 0) -> list[Hit]:
        """The phrases in a text in small letters from an offset on: whole words, leftmost and longest, in
        order."""
        found = []
        text = low[start:] if start else low
        for pattern, begin, end in self._literals.find(text):
            end -= self._blank[pattern]
            if not (text[end : end + 1].isalnum() or text[begin - 1 : begin].isalnum()) or text[begin] >= FIRST_CJK:
                found.append((begin, -end, pattern))
        return self._leftmost(sorted(found), start)

    def _leftmost(self, found: list[tuple[int, int, int]], offset: int) -> list[Hit]:
        hits, free = [], 0
        for begin, minus_end, pattern in found:
            if begin >= free:
                free = -minus_end
                hits.append(_new(Hit, (begin + offset, free + offset, self._groups[pattern])))
        return hits


class FirstWords:
    """Phrases looked up by the words that stand at some place, longest first: `is looking` in `… is looking
    for`."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._known = frozenset(phrases)
        self.first = frozenset(phrase.split(" ", 1)[0] for phrase in self._known)
        self._longest = max((phrase.count(" ") + 1 for phrase in self._known), default=0)

    def match(self, words: list[str]) -> int:
        """How many of the words, from the first on, make a phrase; 0 where none does."""
        if not words or words[0] not in self.first:
            return 0
        for size in range(min(self._longest, len(words)), 0, -1):
            if " ".join(words[:size]) in self._known:
                return size
        return 0
