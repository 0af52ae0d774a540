"""Spans of time in years or months as posts write them: `5+ years`, `3-5 Jahre`, `five (5) years`, `18 months`."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..patterns import lazy
from .numbers import FIRST_WORDS, WORDS, read_words

_LONGEST_CAREER = 40
"""More years than this are nobody's experience."""

_REACH_BEFORE, _REACH_AFTER = 50, 40
"""Characters around a unit that its number, a range and its qualifiers take."""

_REACH_OF_WORD = 24
"""Characters between a number in words and its unit or its digits: 'twenty-five or more years', 'five (5) years'."""

_UNIT = lazy(
    r"""
    [yYjJaAmM年] (?: (?<=年) | (?<=j)ährig | (?<![^\W\d_].) (?i:   # a letter that few words begin with: the rest is passed over
        (?<=y) (?:ears?|rs?|oe) | (?<=j) (?:ahren?|ahre?|aar|aren) | (?<=a) (?:ns|nni|nn[ée]es?|nos?|n\b) | (?<=a) ños?
        | (?<=m) (?:onths?|onaten?|onate|ois|es(?:es)?|aanden|esi) ) (?![^\W\d_]) )
    """,
    re.VERBOSE,
)
_YEAR_OF_SPAN = r"年(?! [代薪底度会月轻内来终假] | 后(?![端台]) | 前(?![端台]) )"
"""`3年后端经验` is experience on the back end, `3年后` is in three years."""
_HAN = {digit: value for value, digit in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_HAN_SPAN = lazy(
    rf"(?<![第每近前去十一二三四五六七八九0-9])(?P<low>[{''.join(_HAN)}]) (?:[-~至到][ ]?(?P<high>[{''.join(_HAN)}]))? [ ]?{_YEAR_OF_SPAN}",
    re.VERBOSE,
)
_LONGEST_HAN = 6
"""Letters of `三 ~ 五 年` before the last."""
_DIGITS = r"\d{1,2}(?:[.,]5)?"
_FIRST_DIGIT, _FIRST_WORD = lazy(r"\d"), lazy(rf"(?<![^\W\d_]){FIRST_WORDS}", re.IGNORECASE)


def _span(number: str) -> re.Pattern[str]:
    return lazy(
        rf"""
        (?: (?<![\w$€£./-])(?<!\d,) | (?<= [a-zäöü]{{5}} )    # after a word, too, whose blank was lost: 'mindestens2 Jahre'
            | (?<= \w ) (?<! [\x00-\x7fà-ÿ第每] ) )    # after a Chinese sign; their whole class takes two milliseconds to compile
        (?P<low>{number}) [ ]?
        (?: \( (?: (?P<again>\d{{1,2}}) | (?P<low_in>\d{{1,2}})-(?P<high_in>\d{{1,2}}) | {number} ) \+? \) [ ]? )?
        (?: \+ | [ ]?(?:or[ ]more|plus|ou[ ]mais|ou[ ]plus|o[ ]más|oder[ ]mehr|of[ ]meer|o[ ]più)(?![\w]) )? [ ]?
        (?: (?:-|–|~|/|to|or|bis|tot|a|à|ou|o|e|y|und|and|至|到) [ ]?
            (?P<high>{number}) [ ]? (?P<plus_high>\+)? [ ]? (?:\( \d{{1,2}} \)[ ]?)? )?
        (?: or[ ]more [ ] )? (?:full[ ]|solid[ ]|good[ ])?
        (?: (?: years?' | years? | -years?(?=[ ](?:of[ ])?(?:[a-z]{{2,14}}[ ]){{0,2}}experience)
            | yrs?\.? | yoe | jahren? | jahre? | -?jährige[mnrs]?
            | jaar | jaren | anni | ans | années? | an\b | anos? | años?
            | (?P<months> months? | monaten? | monate | mois | mes(?:es)? | maanden | mesi ) )
            (?![^\W\d_]) | {_YEAR_OF_SPAN} )
        \+?
        (?: [ ] (?:and[ ])? (?P<more>\d{{1,2}}) [ ] (?:months?|mois|meses|monate) )?
        """,
        re.VERBOSE | re.IGNORECASE,
    )


_SPAN, _SPAN_IN_DIGITS = _span(rf"(?:{_DIGITS}|(?<![^\W\d_])(?:{WORDS}))"), _span(_DIGITS)
"""The words of the numbers are nine tenths of the first, and most posts have none."""

_LIMIT = lazy(
    r"(?<!\w)(?:up to|less than|fewer than|under|maximum(?: of)?|bis zu|höchstens|weniger als"
    r"|jusqu'à|moins de|até|hasta|menos de|fino a|meno di|maximaal|hooguit|tot)\s$",
    re.IGNORECASE,
)
_LONGEST_LIMIT = 14

_EXPERIENCE_NEXT = lazy(
    r"[ (]{1,2}(?:[a-zäöüß-]{2,25}[,)]{0,2}[ ]){0,2}(?:[A-ZÄÖÜ][a-zäöüß]{0,25})?(?:[Ee]rfahrung|[Pp]raxis|[Tt]ätigkeit)"
)
_OURS = lazy(r"\b(?:wir(?!\s(?:erwarten|suchen|wünschen|fordern)\b)|unser\w{0,2})\b", re.IGNORECASE)
_CLAUSE, _CLAUSE_END = 80, lazy(r"[.;!?](?=\s|$)|\n")
"""Characters around `5-jährige` that say whose years they are, and what ends them."""


class Years(NamedTuple):
    """A span of years at `text[start:end]`; an open end is `None`."""

    min: float | int | None
    max: float | int | None
    start: int
    end: int


def find_years(text: str) -> Iterator[Years]:
    """Each span of years or months in a text, in order."""
    free = 0
    for unit in _UNIT.finditer(text):
        if unit.start() < free:
            continue
        if unit[0] == "年" and (spelt := _HAN_SPAN.search(text, max(free, unit.start() - _LONGEST_HAN), unit.end() + 2)):
            free = spelt.end()
            yield Years(_HAN[spelt["low"]], _HAN[spelt["high"]] if spelt["high"] else None, *spelt.span())
            continue
        start, end = _number_before(text, free, unit.start()), unit.end() + _REACH_AFTER
        span = _SPAN if _FIRST_WORD.search(text, start, end) else _SPAN_IN_DIGITS
        for match in span.finditer(text, start, end):
            free = match.end()
            found = _read(match, text)
            if found is not None:
                yield found


def _number_before(text: str, free: int, unit: int) -> int:
    """Where the first number before a unit begins, the unit itself where there is none."""
    digit = _FIRST_DIGIT.search(text, max(free, unit - _REACH_BEFORE), unit)
    at = digit.start() if digit else unit
    word = _FIRST_WORD.search(text, max(free, at - _REACH_OF_WORD), at)
    return word.start() if word else at


def _read(match: re.Match[str], text: str) -> Years | None:
    low = _value(match["low_in"] or match["again"] or match["low"])
    high = _value(match["high_in"] or match["high"])
    if low is None or low > _LONGEST_CAREER * 12:
        return None
    if "jährig" in match[0].lower() and not _of_experience(text, match.end()):
        return None
    if match["more"]:
        low += round(int(match["more"]) / 12, 1)
    if match["months"]:
        low, high = _of_months(low), None if high is None else _of_months(high)
    if (high is not None and high < low) or low > _LONGEST_CAREER:
        return None
    start, end = match.span()
    limit = _LIMIT.search(text[max(0, start - _LONGEST_LIMIT) : start])
    if limit and high is None:
        return Years(None, low, start - len(limit[0]), end)
    return Years(low, None if match["plus_high"] else high, start, end)


def _of_experience(text: str, end: int) -> bool:
    """Whether `5-jährige` counts years of experience, and nobody calls it their own: `mit 9-jähriger Erfahrung sind wir`."""
    start, stop = max(0, end - _CLAUSE), min(len(text), end + _CLAUSE)
    start = max((mark.end() for mark in _CLAUSE_END.finditer(text, start, end)), default=start)
    mark = _CLAUSE_END.search(text, end, stop)
    return bool(_EXPERIENCE_NEXT.match(text, end)) and not _OURS.search(text, start, mark.start() if mark else stop)


def _value(text: str | None) -> float | int | None:
    if text is None:
        return None
    if text[0].isdigit():
        number = float(text.replace(",", "."))
        return int(number) if number.is_integer() else number
    return read_words(text)


def _of_months(months: float) -> float | int:
    years = round(months / 12, 2)
    return int(years) if years == int(years) else years
