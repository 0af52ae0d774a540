"""Spans of time in years or months as posts write them: `5+ years`, `3-5 Jahre`, `at least five (5) years`, `18 months`."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .numbers import WORDS, read_words

_LONGEST_CAREER = 40
"""More years than this are nobody's experience."""

_NUMBER = rf"(?:\d{{1,2}}(?:[.,]5)?|(?<![^\W\d_])(?:{WORDS}))"

_SPAN = re.compile(
    rf"""
    (?P<limit> (?:up[ ]to|less[ ]than|fewer[ ]than|under|maximum(?:[ ]of)?|bis[ ]zu|höchstens|jusqu'à|moins[ ]de|até|hasta|menos[ ]de) [ ] )?
    (?<![\w$€£.,/-]) (?P<plus_before>\+[ ]?)? (?P<low>{_NUMBER}) [ ]?
    (?: \( (?: (?P<again>\d{{1,2}}) | (?P<low_in>\d{{1,2}})-(?P<high_in>\d{{1,2}}) ) \+? \) [ ]? )?
    (?P<plus> \+ | [ ]?(?:or[ ]more|plus|ou[ ]mais|ou[ ]plus|o[ ]más|oder[ ]mehr)(?![\w]) )? [ ]?
    (?: (?:-|–|~|/|to|or|bis|a|à|ou|e|und|and) [ ]? (?P<high>{_NUMBER}) [ ]? (?P<plus_high>\+)? [ ]? (?:\( \d{{1,2}} \)[ ]?)? )?
    (?: or[ ]more [ ] )? (?:full[ ]|solid[ ]|good[ ])?
    (?P<unit> (?: years?' | years? | yrs?\.? | yoe | jahren? | jahre | ans | années? | an\b | anos? | años? | months? | monaten? | monate | mois | meses ) (?![^\W\d_]) | 年(?![代薪底度会月轻]) )
    (?P<plus_after>\+)?
    (?: [ ] (?:and[ ])? (?P<more>\d{{1,2}}) [ ] (?:months?|mois|meses|monate) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MONTHS = re.compile(r"m(?:on|ois|es)", re.IGNORECASE)


_UNIT = re.compile(
    r"(?:years?|yrs?|yoe|jahren?|jahre|ans|années?|anos?|años?|months?|monaten?|monate|mois|meses|mes)(?![^\W\d_])|an\b|年", re.IGNORECASE
)
_REACH_BEFORE, _REACH_AFTER = 60, 40
"""Characters around a unit that its number, a range and its qualifiers take."""


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
        for match in _SPAN.finditer(text, max(free, unit.start() - _REACH_BEFORE), unit.end() + _REACH_AFTER):
            free = match.end()
            found = _read(match)
            if found is not None:
                yield found


def _read(match: re.Match[str]) -> Years | None:
    low = _value(match["low_in"] or match["again"] or match["low"])
    high = _value(match["high_in"] or match["high"])
    if low is None or low > _LONGEST_CAREER * 12:
        return None
    if match["more"]:
        low += round(int(match["more"]) / 12, 1)
    if _MONTHS.match(match["unit"]):
        low, high = _of_months(low), None if high is None else _of_months(high)
    if high is not None and high < low or low > _LONGEST_CAREER:
        return None
    if match["limit"] and high is None:
        return Years(None, low, *match.span())
    if match["plus_high"]:
        high = None
    return Years(low, high, *match.span())


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
