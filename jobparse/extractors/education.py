"""The lowest degree that is enough, and whether experience may stand in for it."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..candidates import Candidate, Standing
from ..document import Document, Fact, Line, Span
from ..record import Education, EducationLevel
from ..vocab.lists import read_lists, words

FIELDS = ("education",)
LEVELS: tuple[EducationLevel, ...] = ("high_school", "associate", "bachelor", "master", "doctorate")

_PHRASES = [phrase for heading in (*LEVELS, "any degree") for phrase in read_lists("education.txt")[heading]]
TRIGGERS = tuple(phrase.rstrip("*") for phrase in _PHRASES)

_OUTSIDE = {"benefits", "diversity", "legal", "process", "company", "salary"}
"""Sections in which a degree is a perk or a fact about others."""

_ASKING = {"requirements", "nice_to_have", "skills"}

_NAMED_CASE = re.compile(r"\b(?:BS|BA|MS|MA|BE|AA|AS|MD|JD|GED|BTS|DUT|ba/bs)\b")
"""Short degrees count only in capitals: `as`, `be`, `ms` are words."""

_SHORT = {"bs in", "ba in", "ba or", "bs or", "bs degree", "ba degree", "be/", "ms in", "ms or", "ma in", "as degree", "aa degree", "ged", "bts", "dut", "licence"}

_ASKED = re.compile(
    r"\b(?:require|must|need|minimum|you (?:have|hold|are)|candidate|applicant|hold(?:s|ing)?|possess|looking for|seeking|qualif|education|with an?|abgeschlossen|titulaire|formation|"
    r"formação|buscamos|requisito|poss)",
    re.IGNORECASE,
)


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """One candidate a line that names a degree asked for: the lowest one in it."""
    for fact in document.facts_of("education"):
        yield from _of_fact(document, fact)
    for line in lines:
        candidate = _of_line(line)
        if candidate is not None:
            yield candidate


def _of_fact(document: Document, fact: Fact) -> Iterator[Candidate]:
    text = document.view[fact.span.start : fact.span.end]
    found = _lowest(text)
    if found:
        level, start, end = found
        span = Span(fact.span.start + start, fact.span.start + end)
        yield Candidate("education", Education(level, not _softened(text)), (span,), "education.fact", "stated")


def _of_line(line: Line) -> Candidate | None:
    found = _lowest(line.text)
    if found is None:
        return None
    level, start, end = found
    span = line.span(start, end)
    near = line.text[max(0, start - 60) : end + 160]
    refusal = words("education.txt", "refuses").search(line.text[max(0, start - 30) : end + 15])
    refused = f"'{refusal[0]}': no degree that is asked for" if refusal else ""
    if not refused and line.section in _OUTSIDE:
        refused = f"stands in the part about {line.section}"
    if not refused and line.section not in _ASKING and not (line.block == "item" or _ASKED.search(line.text[max(0, start - 80) : end + 60])):
        return None
    preferred = line.section == "nice_to_have" or bool(words("education.txt", "prefers").search(line.text[max(0, start - 40) : end + 140]))
    standing: Standing = "inferred" if preferred else "pattern"
    value = Education(level, not (preferred or _softened(near)))
    return Candidate("education", value, (span,), f"education.{'preferred' if preferred else 'degree'}", standing, refused)


def _softened(text: str) -> bool:
    """Whether experience may stand in."""
    return words("education.txt", "equivalent").search(text) is not None


def _lowest(text: str) -> tuple[EducationLevel, int, int] | None:
    """The lowest level that a text names, with its offsets; an unnamed degree is a bachelor's."""
    best: tuple[int, int, int] | None = None
    general: tuple[int, int] | None = None
    for match in _degrees().finditer(text):
        name = match[0].lower()
        if name in _SHORT and not _NAMED_CASE.search(match[0]):
            continue
        at = _level_of(name)
        if at is None:
            general = general or match.span()
        elif best is None or at < best[0]:
            best = (at, *match.span())
    if best is not None:
        return LEVELS[best[0]], best[1], best[2]
    return ("bachelor", *general) if general else None


@cache
def _degrees() -> re.Pattern[str]:
    """All degrees at once, the longest name first."""
    phrases = sorted(_PHRASES, key=len, reverse=True)
    alternatives = "|".join(re.escape(p[:-1]) + r"\w{0,12}" if p.endswith("*") else re.escape(p) for p in phrases)
    return re.compile(rf"(?<![\w.])(?:{alternatives})(?!\w)", re.IGNORECASE)


@cache
def _level_of(name: str) -> int | None:
    """Index of the level whose phrase a match is, `None` for a degree without level."""
    for at, level in enumerate(LEVELS):
        for phrase in read_lists("education.txt")[level]:
            if name == phrase or (phrase.endswith("*") and name.startswith(phrase[:-1])):
                return at
    return None
