"""One pass over the view that finds the vocabulary's names and the extractors' trigger literals together.

A post's cost hardly grows with the number of names or extractors: one Aho-Corasick automaton knows them all.
"""
from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from .document import Document, Line, Name, Span
from .vocab.skills import REFUSED, Form, normalise

_FIRST_CJK = "\u2e80"

_SHORT = re.compile(r"(?<![^\W_])[A-Z][A-Za-z]?(?![^\W_])")
"""One or two letters that stand alone, the first a capital: names as short as `R` and `Go` would hit the automaton in
every other word."""

_SHORTEST = 3
"""Letters of a form from which the automaton looks for it; a shorter one counts only in one spelling."""


class _Pattern(NamedTuple):
    """What a hit of the automaton means: lines for the extractors in `mask`, a name of `form`, or both."""

    mask: int
    form: Form | None


class Scanner:
    """The automaton for the vocabulary's forms and the extractors' triggers.

    Hyphens and blanks are one, in forms, triggers and text: `docker-compose` is `Docker Compose`.
    """

    def __init__(self, forms: Mapping[str, Form], triggers: Mapping[str, Sequence[str]]) -> None:
        self._short = {form.exact: form for key, form in forms.items() if _is_short(key, form)}
        named = {key: form for key, form in forms.items() if not _is_short(key, form)}
        masks: dict[str, int] = {}
        for bit, literals in enumerate(triggers.values()):
            for literal in map(normalise, literals):
                masks[literal] = masks.get(literal, 0) | 1 << bit
        texts = list({**named, **masks})
        self._extractors = tuple(triggers)
        self._patterns = [_Pattern(masks.get(text, 0), named.get(text)) for text in texts]
        self._automaton = AhoCorasick(texts or ["\0"])

    def scan(self, document: Document) -> Scan:
        """Names in the whole view, and for each extractor the body's lines that hold one of its triggers."""
        view, patterns = document.view, self._patterns
        body, starts = document.body_start, document.line_starts
        wanted: dict[int, int] = {}
        names = []
        for pattern, start, end in self._automaton.find_matches_as_indexes(normalise(view), overlapping=True):
            mask, form = patterns[pattern]
            if mask and start >= body:
                number = bisect_right(starts, start) - 1
                wanted[number] = wanted.get(number, 0) | mask
            if form is not None and (not start or not _in_word(view[start - 1]) or not view[start].isalnum()):
                end = _end_of_name(view, form, start, end)
                if end:
                    names.append((start, -end, form.entry, form.needs))
        for match in _SHORT.finditer(view):
            form = self._short.get(match[0])
            if form is not None:
                names.append((match.start(), -match.end(), form.entry, form.needs))
        return Scan(_leftmost_longest(names), self._lines(document, wanted))

    def _lines(self, document: Document, wanted: dict[int, int]) -> dict[str, tuple[Line, ...]]:
        lines: list[list[Line]] = [[] for _ in self._extractors]
        for number in sorted(wanted):
            line, mask = document.line(number), wanted[number]
            while mask:
                bit = mask & -mask
                lines[bit.bit_length() - 1].append(line)
                mask ^= bit
        return {name: tuple(found) for name, found in zip(self._extractors, lines, strict=True)}


def _is_short(key: str, form: Form) -> bool:
    return len(key) < _SHORTEST and _SHORT.fullmatch(form.exact) is not None


def _end_of_name(view: str, form: Form, start: int, end: int) -> int:
    """Where a hit ends that is a word of its own, in a spelling it may have; 0 where it is none."""
    if form.exact and view[start:end].replace("-", " ") != form.exact:
        return 0
    if end < len(view) and view[end - 1].isalnum() and _in_word(view[end]):
        if not form.plural or view[end] not in "sS":
            return 0
        end += 1
        return end if end == len(view) or not _in_word(view[end]) else 0
    return end


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
