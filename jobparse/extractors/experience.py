"""Years of experience asked for; never the company's age, a contract's length or the time until a sabbatical."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..candidates import Candidate, Standing
from ..document import Document, Fact, Line, Span
from ..readers.years import Years, find_years
from ..record import ExperienceYears
from ..vocab.lists import words

FIELDS = ("experience_years",)
TRIGGERS = ("year", "yrs", "yr.", "yoe", "jahr", "anos", "ano ", "años", "año ", " ans", "année", "month", "monat", "mois", "meses", "年")

_AFTER, _BEFORE = 90, 60
"""Characters around the number in which the words that tell its meaning stand."""

_ASKING = {"requirements", "nice_to_have", "skills"}
_TELLING = {"company", "benefits", "diversity", "legal", "process", "salary"}
"""Sections in which a bare number of years is, or is not, about the candidate."""

_OF_DOING = re.compile(
    r"\s*\+?'?\s{0,2}(?:of|in|as|with|on|using|doing|leading|managing|building|developing|working|writing|designing|shipping|programming|relevant|"
    r"related|prior|previous|total|full|post|de|em|en|com|con|no|na|dans|comme|als|mit|im)\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]{0,200}\)?")
_CLAUSE = re.compile(r"[.;!?](?:\s|$)")
_LONG = 16
"""Years from here on are believed only where somebody is asked for them outright."""

_DEGREE = re.compile(r"\b(?:degree|diploma|college|university|program|bachelor|course|undergraduate|studium|school|apprenticeship|ausbildung|graduação)\b", re.IGNORECASE)


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """One candidate a number of years; resolving takes the largest minimum of the required ones."""
    for fact in document.facts_of("experience"):
        yield from _of_fact(document, fact)
    for line in lines:
        for years in find_years(line.text):
            candidate = _weigh(line, years)
            if candidate is not None:
                yield candidate


def _of_fact(document: Document, fact: Fact) -> Iterator[Candidate]:
    if fact.key.lower().endswith("monthsofexperience") and fact.value.isdecimal():
        yield Candidate("experience_years", ExperienceYears(round(int(fact.value) / 12, 1)), (fact.span,), "experience.fact", "stated")
        return
    quoted = document.view[fact.span.start : fact.span.end]
    for years in find_years(quoted):
        span = Span(fact.span.start + years.start, fact.span.start + years.end)
        yield Candidate("experience_years", _value(years), (span,), "experience.fact", "stated")
        return


def _weigh(line: Line, years: Years) -> Candidate | None:
    """What a number of years in a line means: asked for, preferred, refused, or nothing to do with experience."""
    before, after = _around(line.text, years)
    about_after, about_before = words("experience.txt", "about").search(after), words("experience.txt", "about").search(before)
    asking = line.section in _ASKING
    refused = _refusal(line, years, before, after, bool(about_after))
    doing = _OF_DOING.match(after) is not None
    if not (about_after or about_before or (asking and (doing or not after.strip()))):
        return None
    asked = asking or words("experience.txt", "asks").search(before) or words("experience.txt", "asks").search(after)
    bullet = line.block == "item" and line.section not in _TELLING
    if not (asked or bullet or line.section in {"responsibilities", "role", "header", "other"}):
        refused = refused or "nobody is asked for it here"
    preferred = line.section == "nice_to_have" or _preferred(before, after)
    standing: Standing = "inferred" if preferred else "pattern"
    span = line.span(years.start, years.end)
    return Candidate("experience_years", _value(years), (span,), f"experience.{'preferred' if preferred else 'years'}", standing, refused)


def _around(text: str, years: Years) -> tuple[str, str]:
    """What stands before and after the number in its own sentence."""
    before = text[max(0, years.start - _BEFORE) : years.start]
    after = text[years.end : years.end + _AFTER]
    stops = [match.end() for match in _CLAUSE.finditer(before)]
    stop = _CLAUSE.search(after)
    return before[stops[-1] :] if stops else before, after[: stop.start()] if stop else after


def _refusal(line: Line, years: Years, before: str, after: str, about: bool) -> str:
    """Why the number is not about the candidate, empty where nothing speaks against it."""
    near = before[-28:] if about or line.section in _ASKING else before
    hit = words("experience.txt", "refuses").search(near)
    if hit:
        return f"'{hit[0].strip()}' before it: not the candidate's experience"
    hit = words("experience.txt", "refuses").search(after[:14])
    if hit:
        return f"'{hit[0].strip()}' after it: not the candidate's experience"
    if _DEGREE.search(after[:25]) and not about:
        return "the length of a course of study"
    if (years.min or 0) >= _LONG and not words("experience.txt", "asks").search(before):
        return "too many years for a requirement that nobody states"
    if line.section == "company" and not words("experience.txt", "asks").search(before):
        return "told of the company"
    return ""


def _preferred(before: str, after: str) -> bool:
    """Whether the number itself is only preferred; brackets qualify something else."""
    after = _BRACKETS.sub(" ", after)
    found = words("experience.txt", "prefers before").search(before) or words("experience.txt", "prefers").search(after)
    return found is not None


def _value(years: Years) -> ExperienceYears:
    return ExperienceYears(years.min, years.max)
