"""Spans of time zones: `between EST and CET`, `UTC-5 to UTC+1`, `CET ±3`, 'must overlap 4 hours with PST'."""
from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..patterns import lazy
from ..vocab.shipped import text_of

_DAY = 8
"""Hours of a working day: who must overlap four of them may sit four hours away."""


class Offsets(NamedTuple):
    """Hours from UTC at the ends of a span of time zones, and where the text tells it."""

    low: float
    high: float
    start: int
    end: int


def read_offsets(text: str) -> Offsets | None:
    """The first span of time zones that a text asks for; None where it names none."""
    if not _may_name_zones(text):
        return None
    for pattern, read in (
        (_patterns().around, _of_around), (_patterns().within, _of_around), (_patterns().overlap, _of_overlap),
        (_patterns().between, _of_between), (_patterns().listed, _of_listed),
    ):  # fmt: skip
        for match in pattern.finditer(text):
            if _CLOCK.search(text[max(0, match.start() - 12) : match.start()]):
                continue
            low, high = read(match)
            if low <= high < 99:
                return Offsets(max(low, -12.0), min(high, 14.0), *match.span())
    return None


def _may_name_zones(text: str) -> bool:
    """Without one of these no text names a zone; all else is looked for only then."""
    if "zone" in text or "Zone" in text or "ZONE" in text or "verlap" in text or _ZONE.search(text):
        return True
    timed = "time" in text or "Time" in text or "hours" in text or "Hours" in text
    return timed and _AREA_TIME.search(text) is not None


_CLOCK = lazy(r"\d\s?(?:am|pm|h|:\d\d)?\s*\(?$|\d(?:am|pm)\s", re.IGNORECASE)
"""An hour of the day before a zone: 'by 5 pm EST' is no place to sit."""


_ZONE = lazy(r"[A-Z]{1,3}(?:[A-Z]T|TC|EZ)(?![A-Za-z])")
_AREA_TIME = lazy(r"(?:ern|fic|ral|ain|ard)\s(?:[Tt]ime|[Hh]ours)")


class _Patterns(NamedTuple):
    around: re.Pattern[str]
    within: re.Pattern[str]
    overlap: re.Pattern[str]
    between: re.Pattern[str]
    listed: re.Pattern[str]


_AREAS = ("us", "u.s.", "eu", "usa", "emea")
"""Names of areas among the zones, which posts write in other ways than in capitals only."""


@cache
def _patterns() -> _Patterns:
    short = "|".join(re.escape(name.upper()) for name in _zones() if len(name) <= 4 and name.isalpha() and name not in _AREAS)
    by_length = sorted(_zones(), key=len, reverse=True)
    long = "|".join(re.escape(name) for name in by_length if len(name) > 4 or name in _AREAS)
    single = "|".join(re.escape(name) for name in by_length if len(name) > 4 and len(set(_zones()[name])) == 1)
    utc = r"(?:UTC|GMT)\s?(?:[+-]\s?\d{1,2}(?:[.:]\d{1,2})?)?"
    zone = rf"(?:(?<!\w)(?:{utc}|{short}|(?i:{long}))(?!\w))"
    exact = rf"(?:(?<!\w)(?:{utc}|{short}|(?i:{single}))(?!\w))"
    word = r"(?i:\s?(?:standard|daylight|coast)?\s?(?:time\s?zones?|timezones?|time|hours))"
    joint = r"\s?(?:,\s?(?:or|and)?|/|or|and|&)\s?(?:the\s)?"
    number = r"(?P<hours>\d{1,2}|one|two|three|four|five|six)"
    return _Patterns(
        lazy(rf"(?P<zone>{zone}){word}?\s?\(?(?:\+\s?/?\s?-|±|plus/minus)\s?(?P<hours>\d{{1,2}})(?!\d)"),
        lazy(
            rf"(?:within|\+/-|±)\s?(?:an?\s)?(?:\+/-|±)?{number}[\s-]?(?:h|hours?|hrs?)\b"
            rf"(?:\s(?:time\s?zone\s)?(?:difference|offset))?\s?(?:of|from|to)?\s(?:the\s)?(?P<zone>{zone})"
        ),
        lazy(
            rf"(?i:overlap)\w{{0,4}}\s[^.;!?\n]{{0,30}}?{number}\+?(?:\s?-\s?\d{{1,2}})?\s?(?:h|hours?|hrs?)\b"
            rf"[^.;!?\n]{{0,30}}?\b(?:with|of|in)\s(?:the\s|our\s)?(?P<zone>{zone})"
        ),
        lazy(
            rf"(?P<low>{exact}){word}?\s?(?:-|to|and|through|until|bis|à|&)\s?(?P<high>{exact}|[+-]\s?\d{{1,2}}(?!\d))"
        ),
        lazy(
            rf"(?P<zones>(?:{zone}{word}?{joint}){{0,5}}{zone}){word}(?!\w)|(?:(?i:remote)\s?)?\((?P<only>{utc}|{short})\)"
        ),
    )


@cache
def _zones() -> dict[str, tuple[float, float]]:
    """Name → hours from UTC, both ends."""
    found: dict[str, tuple[float, float]] = {}
    text = text_of("timezones.txt")
    for line in text.splitlines():
        if line and not line.startswith("//"):
            hours, _, names = line.partition(" = ")
            ends = [float(part) for part in hours.split()]
            found.update({name.strip(): (ends[0], ends[-1]) for name in names.split(",")})
    return found


def _of_zone(text: str) -> tuple[float, float]:
    """Hours of `UTC-5`, `+1` or a named zone."""
    name = " ".join(text.lower().split())
    if name in _zones():
        return _zones()[name]
    sign = re.search(r"([+-])\s?(\d{1,2})(?:[.:](\d{1,2}))?", name)
    if sign:
        hours = int(sign[2]) + (int(sign[3]) / 60 if sign[3] and len(sign[3]) == 2 else int(sign[3] or 0) / 10)
        return (hours, hours) if sign[1] == "+" else (-hours, -hours)
    return _zones().get(name, _NONE)


_NONE = (99.0, 99.0)
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def _hours(text: str) -> int:
    return int(text) if text.isdigit() else _WORDS[text.lower()]


def _of_around(match: re.Match[str]) -> tuple[float, float]:
    (low, high), hours = _of_zone(match["zone"]), _hours(match["hours"])
    return low - hours, high + hours


def _of_overlap(match: re.Match[str]) -> tuple[float, float]:
    (low, high), hours = _of_zone(match["zone"]), _DAY - min(_hours(match["hours"]), _DAY)
    return low - hours, high + hours


def _of_between(match: re.Match[str]) -> tuple[float, float]:
    ends = [*_of_zone(match["low"]), *_of_zone(match["high"])]
    return min(ends), max(ends)


def _of_listed(match: re.Match[str]) -> tuple[float, float]:
    if match["only"]:
        return _of_zone(match["only"])
    zones = re.split(r"\s?(?:,\s?(?:or|and)?|/|\bor\b|\band\b|&)\s?(?:the\s)?", match["zones"])
    spans = [_of_zone(_WORD.sub("", zone)) for zone in zones if zone]
    if len(spans) > 1 and all(low < high for low, high in spans):
        return _NONE  # `North American or European time zones` are two parts of the world
    return min(low for low, _ in spans), max(high for _, high in spans)


_WORD = lazy(r"\s?(?:standard|daylight|coast)?\s?(?:time\s?zones?|timezones?|time|hours)\s*$", re.IGNORECASE)
