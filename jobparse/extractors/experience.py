"""Years of experience asked for; never the company's age, a contract's length or the time until a sabbatical."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..candidates import Candidate, Standing
from ..document import Document, Fact, Line, Span
from ..patterns import lazy
from ..readers.years import Years, find_years
from ..record import ExperienceYears
from ..vocab.lists import read_lists, words

FIELDS = ("experience_years",)
TRIGGERS = (
    "year", "yrs", "yr.", "yoe", "jahr", "anos", "ano ", "años", "año ", " ans", " an d'", "année", "month", "monat", "mois",
    "meses", "年", "jährig", " jaar", " jaren", " anni", " maanden", " mesi",
)

_WORDS = "experience.txt"

_AFTER, _BEFORE = 90, 60
"""Characters around the number in which the words that tell its meaning begin."""

_NEAR_AFTER, _NEAR_BEFORE, _NEAR_STUDY = 14, 28, 25
"""Characters in which words begin that speak against a number although its sentence asks for something."""

_ASKING = {"requirements", "nice_to_have", "skills"}
_TELLING = {"company", "benefits", "diversity", "legal", "process", "salary"}
"""Sections in which a bare number of years is, or is not, about the candidate."""

_LONG = 16
"""Years from here on are believed only where somebody is asked for them outright."""

_BRACKETS = lazy(r"\([^()]{0,200}\)?")
_CLAUSE = lazy(r"[.;!?](?:\s|$)")
_MUST_HAVE = lazy(
    r"""
    (?: ^ | \b (?:you|candidates?|applicants?|voc[eê]|candidat[oa]s?|profissional) \b [ ] | [,:*•-][ ] ) \W{0,6}
    (?: must | should | need[ ]to | deve | devem | deverá | precisa | debes? | deberás? ) [ ] (?:[\w-]{2,12}[ ])?
    (?: have | possess | ter | possuir | tener | contar[ ]con )
    [ ] (?: at[ ]least | a[ ]minimum[ ]of | minimum | over | more[ ]than | (?:pelo|ao)[ ]menos | no[ ]less[ ]than
        | (?:no|um)?[ ]?mínimo(?:[ ]de)? | al[ ]menos | mais[ ]de | más[ ]de )?
    \s{0,2} $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WITH = lazy(r"\+?\s(?:with|using|com|con|usando)\s(?!us\b|no\b|a\sclean\b|the\b|nós\b|nosotros\b|l?a\sempresa\b)", re.IGNORECASE)
"""`You must have at least three years with Rust` means experience, though the word is not said; `deve ter 18 anos` is an age."""
_BESIDE = lazy(r"\+?'?\s{0,2}")
_OR, _PART_TIME = lazy(r"\bor\s(?:equivalent\s)?$"), lazy(r"\s(?:of\s)?(?:paid\s)?part[- ]time\b", re.IGNORECASE)


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
        value = ExperienceYears(round(int(fact.value) / 12, 1))
        yield Candidate("experience_years", value, (fact.span,), "experience.fact", "stated")
        return
    text = document.view[fact.span.start : fact.span.end]
    years = next(find_years(text), None)
    if years is not None:
        span = Span(fact.span.start + years.start, fact.span.start + years.end)
        refused = _told_of_others(text, years, *_around(text, years))
        if (years.min or 0) >= _LONG:
            refused = refused or "too many years for a requirement"
        yield Candidate("experience_years", _value(years), (span,), "experience.fact", "stated", refused)


def _weigh(line: Line, years: Years) -> Candidate | None:
    """What a number of years in a line means: asked for, preferred, refused, or nothing to do with experience."""
    text = line.text
    low, high = _around(text, years)
    asking = line.section in _ASKING
    before, after = text[low : years.start], text[years.end : high]
    about = words(_WORDS, "about").search(after) is not None
    asks_before = words(_WORDS, "asks").search(before) is not None
    told_here = asking and (asks_before or _of_doing(after) or not after.strip())
    told_here = told_here or ((years.min or _LONG) < _LONG and _WITH.match(after) is not None and _MUST_HAVE.search(before) is not None)
    if not (about or told_here or words(_WORDS, "about").search(before)):
        return None
    refused = _told_of_others(text, years, max(low, years.start - _NEAR_BEFORE) if about or asking else low, high)
    compares = read_lists(_WORDS)["more than"]
    outright = any(hit[0].lower() not in compares for hit in words(_WORDS, "asks").finditer(before))
    refused = refused or _too_much(line, years, after if not about else "", outright)
    if ", " in after and _FIRM_NEXT.match(text, years.end):
        refused = refused or "the firm's own years"
    if ("lieu" in after or "nstead" in after or "place of" in after or "ubstitute" in after) and _INSTEAD.search(after):
        refused = refused or "instead of a degree"
    if _PART_TIME.match(text, years.end) and _OR.search(before):
        refused = refused or "the same experience in part time"
    asked = asking or asks_before or words(_WORDS, "asks").search(after) is not None
    bullet = line.block == "item" and line.section not in _TELLING
    if not (asked or bullet or line.section in {"responsibilities", "role", "header", "other"}):
        refused = refused or "nobody is asked for it here"
    preferred = line.section == "nice_to_have" or _preferred(before, after)
    standing: Standing = "inferred" if preferred else "pattern"
    span, rule = line.span(years.start, years.end), f"experience.{'preferred' if preferred else 'years'}"
    return Candidate("experience_years", _value(years), (span,), rule, standing, refused)


_FIRM_NEXT = lazy(
    r"""
    [ ] (?: of[ ] | de[ ] | d['’] )? (?: [\w-]{1,15}[ ] ){0,2}
    (?: experience | experiência | experiencia | expérience | erfahrung | esperienza | ervaring ) (?: [ ][^,.;:\n]{1,60} )? ,[ ]
    (?-i: (?: the | a | o | la | el | le | die | das | der | il | het | de )[ ] )?
    (?-i: (?!You|Candidate|Applicant|This|The) [A-Z][\w&.'’-]{1,25} (?: [ ][A-Z][\w&.'’-]{1,25} ){0,3} ) [ ]
    (?: is | has | offers | provides | helps | delivers | é | tem | oferece | atua | es | tiene
      | ofrece | est | propose | ist | bietet | è | offre ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""`With over 15 years of experience, Acme is a maker of maps`."""

_INSTEAD = lazy(
    r"\b(?:in[ ]lieu|in[ ]place|instead|as[ ]a[ ]substitute)[ ](?:of|for)[ ](?:[\w'’-]{1,15}[ ]){0,3}(?:degree|diploma|education)\b",
    re.IGNORECASE,
)


def _around(text: str, years: Years) -> tuple[int, int]:
    """Where the number's own sentence begins and ends, cut to its neighbourhood between words."""
    low, high = max(0, years.start - _BEFORE), min(len(text), years.end + _AFTER)
    while low and high - low < 2 * (_BEFORE + _AFTER) and text[low - 1].isalnum() and text[low].isalnum():
        low -= 1
    while high < len(text) and high - low < 2 * (_BEFORE + _AFTER) and text[high].isalnum():
        high += 1
    low = max([low, *(stop.end() for stop in _CLAUSE.finditer(text, low, years.start))])
    stop = _CLAUSE.search(text, years.end, high)
    return low, stop.start() if stop else high


def _of_doing(after: str) -> bool:
    beside = _BESIDE.match(after)
    return beside is not None and words(_WORDS, "of doing").match(after, beside.end()) is not None


def _told_of_others(text: str, years: Years, low: int, high: int) -> str:
    """Why the words around the number give it to somebody else, empty where they do not."""
    for heading in ("refuses", "refuses before", "of the many"):
        hit = words(_WORDS, heading).search(text, low, years.start)
        if hit:
            return f"'{hit[0]}' before it: not the candidate's experience"
    hit = words(_WORDS, "refuses").search(text, years.end, high)
    if hit and hit.start() < years.end + _NEAR_AFTER:
        return f"'{hit[0]}' after it: not the candidate's experience"
    return ""


def _too_much(line: Line, years: Years, after: str, asks_before: bool) -> str:
    """Why the number itself or its place speaks against it; `after` is empty where experience is named there."""
    study = words(_WORDS, "study").search(after)
    if study and study.start() < _NEAR_STUDY:
        return "the length of a course of study"
    if (years.min or 0) >= _LONG and not asks_before:
        return "too many years for a requirement that nobody states"
    if line.section == "company" and not asks_before:
        return "told of the company"
    return ""


def _preferred(before: str, after: str) -> bool:
    """Whether the number itself is only preferred; brackets qualify something else."""
    after = _BRACKETS.sub(" ", after)
    return bool(words(_WORDS, "prefers before").search(before) or words(_WORDS, "prefers").search(after))


def _value(years: Years) -> ExperienceYears:
    return ExperienceYears(years.min, years.max)
