"""One pass over the view that finds the vocabulary's names and the extractors' trigger literals together.

A post's cost hardly grows with the number of names or extractors: one Aho-Corasick automaton knows them all.
"""
from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from .document import Document, Line, Name, Span
from .vocab.skills import REFUSED, Form, normalise

_FIRST_CJK = "\u2e80"

_LETTER = re.compile(r"[A-Z](?!\w)(?<!\w.)")
"""A capital that stands alone: names of one letter (`R`) would hit the automaton in every word."""

NO_NAME = -2


class Scanner:
    """The automaton for the vocabulary's forms and the extractors' triggers.

    Hyphens and blanks are one, in forms, triggers and text: `docker-compose` is `Docker Compose`.
    """

    def __init__(self, forms: Mapping[str, Form], triggers: Mapping[str, Sequence[str]]) -> None:
        self._letters = {form.exact: form for key, form in forms.items() if len(key) == 1}
        forms = {key: form for key, form in forms.items() if len(key) > 1}
        patterns = {form: at for at, form in enumerate(forms)}
        self._owners = [form.entry for form in forms.values()]
        self._spellings = [form.exact for form in forms.values()]
        self._plurals = [form.plural for form in forms.values()]
        self._needs = [form.needs for form in forms.values()]
        self._masks: list[int] = [0] * len(forms)
        self._extractors = tuple(triggers)
        for bit, literals in enumerate(triggers.values()):
            for literal in literals:
                at = patterns.setdefault(normalise(literal), len(patterns))
                if at == len(self._masks):
                    self._masks.append(0)
                    self._owners.append(NO_NAME)
                    self._spellings.append("")
                    self._plurals.append(False)
                    self._needs.append("")
                self._masks[at] |= 1 << bit
        self._automaton = AhoCorasick(list(patterns)) if patterns else None

    def scan(self, document: Document) -> Scan:
        """Names in the whole view, and for each extractor the body's lines that hold one of its triggers."""
        if self._automaton is None:
            return Scan((), {})
        view = document.view
        hits = self._automaton.find_matches_as_indexes(normalise(view), overlapping=True)
        masks, owners, starts = self._masks, self._owners, document.line_starts
        wanted: dict[int, int] = {}
        names = []
        for pattern, start, end in hits:
            if masks[pattern] and start >= document.body_start:
                number = bisect_right(starts, start) - 1
                wanted[number] = wanted.get(number, 0) | masks[pattern]
            if owners[pattern] != NO_NAME:
                end = self._end_of_name(view, pattern, start, end)
                if end:
                    names.append((start, -end, owners[pattern], self._needs[pattern]))
        for letter in _LETTER.finditer(view) if self._letters else ():
            if letter[0] in self._letters:
                form = self._letters[letter[0]]
                names.append((letter.start(), -letter.end(), form.entry, form.needs))
        return Scan(_leftmost_longest(names), self._lines(document, wanted))

    def _end_of_name(self, view: str, pattern: int, start: int, end: int) -> int:
        """Where a hit ends that is a word of its own, in a spelling it may have; 0 where it is none."""
        if start and view[start].isalnum() and _in_word(view[start - 1]):
            return 0
        exact = self._spellings[pattern]
        if exact and view[start:end].replace("-", " ") != exact:
            return 0
        if end < len(view) and view[end - 1].isalnum() and _in_word(view[end]):
            if not self._plurals[pattern] or view[end] not in "sS":
                return 0
            end += 1
            return end if end == len(view) or not _in_word(view[end]) else 0
        return end

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
    """Letters, digits and `_` glue words; those of Chinese and Japanese, written without blanks, do not."""
    return (character.isalnum() and character < _FIRST_CJK) or character == "_"


def _leftmost_longest(hits: list[tuple[int, int, int, str]]) -> tuple[Name, ...]:
    """Of overlapping hits the one that begins first, of those the longest."""
    names, free = [], 0
    for start, minus_end, owner, needs in sorted(hits):
        if start >= free:
            free = -minus_end
            if owner != REFUSED:
                names.append(Name(owner, Span(start, free), needs))
    return tuple(names)
