"""One pass over the view that finds the vocabulary's names and the extractors' trigger literals together.

A post's cost hardly grows with the number of names or extractors: one Aho-Corasick automaton knows them all.
"""
from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from .document import Document, Line, Name, Span
from .letters import FIRST_CJK
from .vocab.skill_forms import OR, REFUSED, Form
from .vocab.skills import normalise

_SHORT = re.compile("[A-Z][A-Za-z]?")
"""Names that would hit the automaton in every other word: `R`, `Go`. A pattern finds them by their capitals."""

_SHORTEST = 3
"""Letters of a form from which the automaton looks for it; a shorter one counts only in one spelling."""

_LONG = 50_000
"""Characters of a text from which the whole automaton is cheap beside it."""

_TOLD = ("requirements", "nice_to_have")
"""Keys of a header whose text is read like a part of the body of that kind."""

_WRITTEN_BREAK = re.compile(r"(?:\\[nr])+")
"""Newlines as a quoted value of a header writes them."""

_new = tuple.__new__
"""Makes a named tuple of a tuple, in half the time of its own constructor."""

_HEAD = 4
"""First letters by which texts are passed over that cannot stand in the first one."""


class Scanner:
    """The automaton for the vocabulary's forms and the extractors' triggers.

    Hyphens and blanks are one, in forms, triggers and text: `docker-compose` is `Docker Compose`.
    """

    def __init__(self, forms: Mapping[str, Form], triggers: Mapping[str, Sequence[str]]) -> None:
        short = {key: forms[key] for key in forms if len(key) < _SHORTEST}
        self._short = {form.exact: form for form in short.values() if _SHORT.fullmatch(form.exact)}
        self._shorts = _standing_alone(self._short)
        masks: dict[str, int] = {}
        for bit, literals in enumerate(triggers.values()):
            for literal in normalise("\0".join(literals)).split("\0") if literals else ():
                masks[literal] = masks.get(literal, 0) | 1 << bit
        # Names first, triggers last, what is both in between: a hit's number tells what to look up.
        named = [key for key in forms if key not in short or not _SHORT.fullmatch(short[key].exact)]
        both = {key for key in named if key in masks}
        self._names = [*(key for key in named if key not in both), *both]
        self._texts = [*self._names, *(key for key in masks if key not in both)]
        self._first_mask = len(self._names) - len(both)
        self._masks = [masks[text] for text in self._texts[self._first_mask :]]
        self._forms = forms
        self._found: list[Form | None] = [None] * len(self._names)  # by number, each read when it is first hit
        self._extractors = tuple(triggers)
        self._automaton: AhoCorasick | None = None
        self._scans = 0

    def scan(self, document: Document) -> Scan:
        """Names in the whole view, and for each extractor the body's lines that hold one of its triggers."""
        view, body, starts = document.view, document.body_start, document.line_starts
        forms, masks, named, first_mask = self._found, self._masks, len(self._names), self._first_mask
        wanted: dict[int, int] = {}
        told = _told_in_header(document)
        names = []
        for pattern, start, end in self._hits(document.low.replace("-", " ")):  # the view as `normalise` has it
            if pattern >= first_mask and (told or start >= body):
                number = bisect_right(starts, end - 1) - 1  # a trigger may begin with the newline before
                if start >= body or number in told:
                    wanted[number] = wanted.get(number, 0) | masks[pattern - first_mask]
            if pattern < named:
                if start and (before := view[start - 1]) not in _OUTSIDE and _in_word(before) and view[start].isalnum():
                    continue
                form = forms[pattern] or self._form(pattern)
                end = _end_of_name(view, form, start, end)
                if end:
                    names.append((start, -end, form.skill, form.needs))
        for match in self._shorts.finditer(view):
            short = self._short.get(match[0])
            if short is not None:
                names.append((match.start(), -match.end(), short.skill, short.needs))
        return Scan(_leftmost_longest(names), self._lines(document, wanted, told))

    def _hits(self, text: str) -> list[tuple[int, int, int]]:
        """Number, start and end of each text that stands in this one, overlapping too.

        The automaton is made for the second text: for the first, often the only one, it takes longer than all else.
        """
        self._scans += 1
        if self._scans == 1 and len(text) < _LONG:
            heads = {text[at : at + size] for size in range(1, _HEAD + 1) for at in range(len(text))}
            possible = [number for number, known in enumerate(self._texts) if known[:_HEAD] in heads]
            few = _automaton([self._texts[number] for number in possible])
            hits = few.find_matches_as_indexes(text, overlapping=True)
            return [(possible[found], start, end) for found, start, end in hits]
        if self._automaton is None:
            self._automaton = _automaton(self._texts)
        return self._automaton.find_matches_as_indexes(text, overlapping=True)

    def _form(self, number: int) -> Form:
        form = self._found[number] = self._forms[self._names[number]]
        return form

    def _lines(
        self, document: Document, wanted: dict[int, int], told: Mapping[int, list[Line]],
    ) -> dict[str, tuple[Line, ...]]:
        lines: list[list[Line]] = [[] for _ in self._extractors]
        for number in sorted(wanted):
            found, mask = told.get(number) or [document.line(number)], wanted[number]
            while mask:
                bit = mask & -mask
                lines[bit.bit_length() - 1] += found
                mask ^= bit
        return {name: tuple(found) for name, found in zip(self._extractors, lines, strict=True)}


def _told_in_header(document: Document) -> dict[int, list[Line]]:
    """By number, the lines of a header's keys that hold what the candidate must have: text as the body's is."""
    told: dict[int, list[Line]] = {}
    for fact in document.facts_of(*_TOLD):
        if fact.origin != "header" or fact.span.end > document.body_start:
            continue
        for number in range(document.line_of(fact.span.start), document.line_of(max(fact.span)) + 1):
            whole = document.line_span(number)
            start, end = max(whole.start, fact.span.start), min(whole.end, fact.span.end)
            for stop in (*_WRITTEN_BREAK.finditer(document.view, start, end), None):
                until = stop.start() if stop else end
                if start < until:
                    line = Line(number, start, document.view[start:until], fact.field, "item")
                    told.setdefault(number, []).append(line)
                start = stop.end() if stop else end
    return told


def _standing_alone(shorts: Iterable[str]) -> re.Pattern[str]:
    """One or two letters of some that stand alone, two or `C语言` beside Chinese too (`C端` is no language). The look
    behind comes second: only capitals are looked at."""
    first, second = ("".join(sorted({short[at : at + 1] for short in shorts})) or "\0" for at in (0, 1))
    glue = rf"(?:(?![^\0-{chr(ord(FIRST_CJK) - 1)}])[^\W_])"  # a class up to the last sign of all takes two milliseconds to compile
    return re.compile(rf"[{first}](?<!{glue}.)(?:[{second}](?!{glue})|(?=语言)|(?<![^\W_].)(?![^\W_]))")


def _automaton(texts: list[str]) -> AhoCorasick:
    return AhoCorasick(texts or ["\0"], implementation=Implementation.ContiguousNFA)


def _end_of_name(view: str, form: Form, start: int, end: int) -> int:
    """Where a hit ends that ends a word, in a spelling it may have; 0 where it does not."""
    stop = end
    if end < len(view) and view[end - 1].isalnum() and _in_word(view[end]):
        stop += 1
        if not form.plural or view[end] not in "sS" or (stop < len(view) and _in_word(view[stop])):
            return 0
    if form.exact and (written := view[start:end].replace("-", " ")) not in form.exact.split(OR):
        return stop if written.islower() and _is_beside_chinese(view, start, stop) else 0
    return stop


_BESIDE = 30
"""Letters around a name written small within which Chinese stands that it is a part of."""


def _is_beside_chinese(view: str, start: int, end: int) -> bool:
    """Whether Chinese touches a hit, or marks without a blank do, and Chinese is near: `react框架`, `vue,react等`."""
    before, after = view[start - 1 : start], view[end : end + 1]
    if before >= FIRST_CJK or after >= FIRST_CJK:
        return True
    tight = before in _TIGHT and after in _TIGHT
    return tight and max(view[max(0, start - _BESIDE) : end + _BESIDE]) >= FIRST_CJK


_TIGHT = frozenset(",/()\n")


class Scan(NamedTuple):
    """What a pass found: names in reading order, and lines by extractor."""

    names: tuple[Name, ...]
    lines: Mapping[str, tuple[Line, ...]]


_OUTSIDE = frozenset(" \n,.()/:;-")
"""The commonest signs outside of words."""


def _in_word(character: str) -> bool:
    """Letters, digits and `_` glue words; those of Chinese and Japanese, written without blanks, do not."""
    return (character.isalnum() and character < FIRST_CJK) or character == "_"


def _leftmost_longest(hits: list[tuple[int, int, str, str]]) -> tuple[Name, ...]:
    """Of overlapping hits the one that begins first, of those the longest."""
    names, free = [], 0
    for start, minus_end, skill, needs in sorted(hits):
        if start >= free:
            free = -minus_end
            if skill != REFUSED:
                names.append(_new(Name, (skill, _new(Span, (start, free)), needs)))
    return tuple(names)
