"""Natural languages asked of the candidate, with the level where one is told."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..candidates import Candidate
from ..document import Document, Fact, Line, Span
from ..record import Language
from ..vocab.lists import read_lists, words

FIELDS = ("languages",)


@cache
def _table() -> dict[str, str]:
    """Name (`*` for any ending) → code."""
    return {name: code for code, names in read_lists("languages.txt").items() for name in names}


TRIGGERS = tuple(name.rstrip("*") for name in _table())
_AROUND_BEFORE, _AROUND_AFTER = 60, 60
"""Characters around a language's name in which its level and its meaning stand."""

_OUTSIDE = {"diversity", "legal", "benefits"}
_CEFR = re.compile(r"(?<!\w)(?:[ABC][12])(?:[ ]?[-/+][ ]?[ABC]?[12])?(?!\w)")
_CLAUSE = re.compile(r"[.;!?•](?:\s|$)|\s-\s")
_CODE_LANGUAGE = re.compile(r"\b(?:sql|python|java|code|program)", re.IGNORECASE)
_LEVELS = ("native", "fluent", "working", "basic")


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """One candidate a mention."""
    for fact in document.facts_of("languages"):
        yield from _of_fact(document, fact)
    for line in lines:
        if line.section not in _OUTSIDE:
            yield from _of_line(line)


def _of_fact(document: Document, fact: Fact) -> Iterator[Candidate]:
    text = document.view[fact.span.start : fact.span.end]
    for match in _names().finditer(text):
        span = Span(fact.span.start + match.start(), fact.span.start + match.end())
        level, required = _level(text, match), not _preferred(text, match)
        yield Candidate("languages", Language(_code(match), level, required), (span,), "languages.fact", "stated")


def _of_line(line: Line) -> Iterator[Candidate]:
    for match in _names().finditer(line.text):
        around = _around(line.text, match)
        level = _level(around, match)
        if level is None and not words("language_levels.txt", "asked").search(around):
            continue
        refusal = words("language_levels.txt", "refuses").search(line.text[max(0, match.start() - 12) : match.end() + 22])
        refused = f"'{refusal[0]}': not asked of the candidate" if refusal else ""
        if not match[0][0].isupper() and match[0].isascii() and line.text[match.start()].islower() and _code(match) in _ENGLISH_ONLY:
            refused = refused or "an everyday word here"
        preferred = line.section == "nice_to_have" or _preferred(around, match)
        value = Language(_code(match), level, not preferred)
        yield Candidate("languages", value, (line.span(*match.span()),), "languages.sentence", "pattern", refused)


_ENGLISH_ONLY = {"pl"}
"""`polish` in lower case is what one does to a product."""


def _around(text: str, match: re.Match[str]) -> str:
    """The language's own clause, cut to its neighbourhood."""
    before = text[max(0, match.start() - _AROUND_BEFORE) : match.start()]
    after = text[match.end() : match.end() + _AROUND_AFTER]
    stops = [stop.end() for stop in _CLAUSE.finditer(before)]
    stop = _CLAUSE.search(after)
    return (before[stops[-1] :] if stops else before) + match[0] + (after[: stop.start()] if stop else after)


def _level(around: str, match: re.Match[str]) -> str | None:
    cefr = _CEFR.search(around)
    if cefr:
        return cefr[0].replace(" ", "")
    return next((level for level in _LEVELS if words("language_levels.txt", level).search(around)), None)


def _preferred(around: str, match: re.Match[str]) -> bool:
    return words("language_levels.txt", "prefers").search(around) is not None


@cache
def _names() -> re.Pattern[str]:
    names = sorted(_table(), key=len, reverse=True)
    alternatives = "|".join(
        re.escape(n[:-1]) + r"\w{0,12}" if n.endswith("*") else re.escape(n) + ("" if n[0] > "⺀" else r"(?!\w)") for n in names
    )
    return re.compile(rf"(?<![^\W\d_])(?:{alternatives})", re.IGNORECASE)


def _code(match: re.Match[str]) -> str:
    name = match[0].lower()
    table = _table()
    if name in table:
        return table[name]
    return next(code for known, code in table.items() if known.endswith("*") and name.startswith(known[:-1]))
