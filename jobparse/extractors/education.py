"""The lowest degree that is enough, and whether experience may stand in for it."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ..candidates import Candidate, Standing
from ..document import Document, Fact, Line, Span
from ..patterns import lazy
from ..record import Education, EducationLevel
from ..vocab.lists import any_word, read_lists, words

FIELDS = ("education",)
LEVELS: tuple[EducationLevel, ...] = ("high_school", "associate", "bachelor", "master", "doctorate")

_WORDS = "education.txt"
_NAMED = {entry: heading for heading in (*LEVELS, "any degree") for entry in read_lists(_WORDS)[heading]}
_CAPITALS = frozenset(read_lists(_WORDS)["capitals"])
_IN_CAPITALS = frozenset(map(str.lower, _CAPITALS))
_NO_DEGREE = read_lists(_WORDS)["no degree"]
_DEGREE = any_word(dict.fromkeys((*_NAMED, *_NO_DEGREE)))

_IN_WORDS = {"ged", "msc", "bsc", "mba", "bba", "meng", "beng", "bcom"}
"""Short names that many words hold; they are looked for behind a blank or a slash."""

TRIGGERS = (
    *(entry.rstrip("*") for entry in _NAMED if entry not in _IN_WORDS),
    *(f"{mark}{entry}" for entry in sorted(_IN_WORDS) for mark in " /("),
)

_OUTSIDE = {"benefits", "diversity", "legal", "process", "company", "salary"}
"""Sections in which a degree is a perk or a fact about others."""

_ASKING = {"requirements", "nice_to_have", "skills"}

_BEFORE, _AFTER = 60, 160
"""Characters around a degree in which the words about it stand."""

_CLOSE = 15
"""Characters after a degree in which a word that refuses it must begin."""

_YEARS_INSTEAD = lazy(
    r"\bor\s(?:at\sleast\s|an?\s|have\s)?\+?(?:\d{1,2}|two|three|four|five|six|eight|ten)\+?\s?"
    r"(?:\(\d{1,2}\)\s?)?(?:-\s?\d{1,2}\s?)?\+?\s?years",
    re.IGNORECASE,
)
_INSTEAD_OF_YEARS = lazy(r"\byears?\b'?[^.;,]{0,30}\bor\s(?:an?\s)?$", re.IGNORECASE)
"""Before a degree that may stand in for experience: `3+ years' experience or a PhD`."""
_BEGINS = lazy(r"[\s*•·-]{0,12}(?:an?\s)?(?:(?:earned|completed|relevant|terminal|accredited)\s)?", re.IGNORECASE)
_ANOTHER = lazy(r"[,;(]|\b(?:with|required|ideally|preferably)\b")
"""What stands between two degrees where the words after the second do not speak of the first."""

_OF_FIELD = lazy(r"(?:preferably|ideally|idealerweise)\s(?:in|im)\s", re.IGNORECASE)
"""Behind a degree: its field is preferred, the degree is asked for."""

_CLAUSE = lazy(r"[.;!?](?:\s|$)")


class _Degree(NamedTuple):
    """A degree at `text[start:end]`; `level` is an index into `LEVELS`, `None` where the text does not say."""

    level: int | None
    start: int
    end: int


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """One candidate a line that names a degree asked for: the lowest one in it."""
    for fact in document.facts_of("education"):
        yield from _of_fact(document, fact)
    for line in lines:
        candidate = _of_line(document, line)
        if candidate is not None:
            yield candidate


def _of_fact(document: Document, fact: Fact) -> Iterator[Candidate]:
    text = document.view[fact.span.start : fact.span.end]
    degrees = _degrees(text)
    found = _lowest(degrees)
    if found:
        span = Span(fact.span.start + found.start, fact.span.start + found.end)
        required = not (_softened(text, found) or _preferred(text, found, degrees))
        denied = words(_WORDS, "refuses").match(text.lstrip())
        refused = f"'{denied[0]}': no degree that is asked for" if denied else ""
        yield Candidate("education", Education(_named(found), required), (span,), "education.fact", "stated", refused)


def _of_line(document: Document, line: Line) -> Candidate | None:
    degrees = _degrees(line.text)
    found = _lowest(degrees)
    if found is None:
        return None
    refused = _refusal(line, found)
    if not refused and not _asked(line, found):
        return None
    preferred = line.section == "nice_to_have" or _preferred(line.text, found, degrees)
    near = line.text[max(0, found.start - _BEFORE) : found.end + _AFTER]
    softened = _softened(near, found) or _softened_below(document, line)
    if found == degrees[0]:  # not `a PhD and 3 years or a master's and 8 years`
        softened = softened or _INSTEAD_OF_YEARS.search(line.text, max(0, found.start - _BEFORE), found.start) is not None
    value = Education(_named(found), not (preferred or softened))
    standing: Standing = "inferred" if preferred else "pattern"
    rule = f"education.{'preferred' if preferred else 'degree'}"
    return Candidate("education", value, (line.span(found.start, found.end),), rule, standing, refused)


def _refusal(line: Line, found: _Degree) -> str:
    hit = words(_WORDS, "refuses").search(line.text, max(0, found.start - _BEFORE // 2), found.end + 2 * _CLOSE)
    if hit and hit.start() < found.end + _CLOSE:
        return f"'{hit[0]}': no degree that is asked for"
    if line.section in _OUTSIDE:
        return f"stands in the part about {line.section}"
    return ""


def _asked(line: Line, found: _Degree) -> bool:
    """Whether the part, the bullet or the sentence asks for it; a line that begins with a degree is a bullet, too."""
    if line.section in _ASKING or line.block == "item" or _BEGINS.fullmatch(line.text[: found.start]):
        return True
    return bool(words(_WORDS, "asked").search(line.text, max(0, found.start - 80), found.end + _BEFORE))


def _preferred(text: str, found: _Degree, degrees: list[_Degree]) -> bool:
    """Whether this degree is only preferred: 'bachelor's required, master's preferred' prefers another one."""
    low, high = max(0, found.start - 40), found.end + _AFTER - 20
    before = max([low, *(stop.end() for stop in _CLAUSE.finditer(text, low, found.start))])
    stops = (stop.start() for stop in _CLAUSE.finditer(text, found.end, high))
    high = next((at for at in stops if not any(degree.start <= at <= degree.end for degree in degrees)), high)  # `B.Sc. or M.Sc. in`
    for other in degrees:
        another = _ANOTHER.search(text, found.end, other.start) if other.start >= found.end else None
        high = min(high, another.start()) if another else high
    piece = text[before:high]
    hits = words(_WORDS, "prefers").finditer(piece)
    return any(before + hit.start() < found.end or not _OF_FIELD.match(piece, hit.start()) for hit in hits)


def _softened(text: str, found: _Degree) -> bool:
    """Whether experience may stand in; an equivalent degree is a degree, and so is `high school diploma or equivalent`."""
    school = found.level == LEVELS.index("high_school")
    for hit in words(_WORDS, "equivalent").finditer(text):
        if not _A_DEGREE.match(text, hit.end()) and not (school and _OTHER_PAPER.match(text, hit.start())):
            return True
    return _YEARS_INSTEAD.search(text) is not None


_A_DEGREE = lazy(r"\s(?:[a-z]{4,12}\s)?(?:degrees?|diplomas?)\b(?!\s(?:or|and/or)\s)", re.IGNORECASE)
_OTHER_PAPER = lazy(
    r"or\s(?:an?\s|the\s)?equivalent(?!,?\s(?:[a-z]{2,12}\s){0,3}(?:experience|combination|training|background|skill|knowledge))",
    re.IGNORECASE,
)


def _softened_below(document: Document, line: Line) -> bool:
    """Whether the next line is nothing but `OR equivalent experience.`"""
    if line.number + 1 >= len(document.line_starts):
        return False
    start, end = document.line_span(line.number + 1)
    return end - start <= _SHORT and _OR_ELSE.match(document.view, start, end) is not None


_SHORT = 60
_OR_ELSE = lazy(r"\W{0,8}or\s(?:an\s)?equivalent\s(?:[a-z]{3,12}\s){0,2}experience", re.IGNORECASE)


def _degrees(text: str) -> list[_Degree]:
    """The degrees that a text names, in order."""
    found = []
    for match in _DEGREE.finditer(text):
        written = " ".join(match[0].split())
        heading = _heading_of(written.lower())
        if not heading or (written.lower() in _IN_CAPITALS and written not in _CAPITALS):
            continue
        if written.endswith(" with") and not _YEARS.match(text, match.end()):
            continue
        found.append(_Degree(None if heading == "any degree" else LEVELS.index(heading), *match.span()))
    return found


_YEARS = lazy(r"\s(?:at\sleast\s|a\sminimum\sof\s|over\s)?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|ten|some|no)\b", re.IGNORECASE)
"""Behind `MS with`, which is a degree before years of experience: `Boston, MA with` is a place."""


def _lowest(degrees: list[_Degree]) -> _Degree | None:
    """The lowest of those whose level is told, else the first."""
    told = [degree for degree in degrees if degree.level is not None]
    return min(told, key=lambda degree: degree.level or 0, default=next(iter(degrees), None))


def _named(degree: _Degree) -> EducationLevel:
    """The level; an unnamed degree is a bachelor's."""
    return "bachelor" if degree.level is None else LEVELS[degree.level]


@cache
def _heading_of(name: str) -> str:
    """The heading whose entry a match is, empty for what is no degree."""
    starred = [entry for entry in (*_NO_DEGREE, *_NAMED) if entry.endswith("*") and name.startswith(entry[:-1])]
    entry = name if name in _NAMED or name in _NO_DEGREE else max(starred, key=len)
    return "" if entry in _NO_DEGREE else _NAMED[entry]
