"""Dates as posts write them → ISO 8601: ISO itself, Unix times, `13 May 2024`, `May 13, 2024`, `13.05.2024`, `5/13/24`.

Relative dates ('posted 3 days ago') are no dates: the answer must not depend on the day of reading.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from typing import NamedTuple

from ..patterns import lazy
from ..vocab.lists import read_lists

_EARLIEST, _LATEST = 1990, 2100
"""Years outside say that the number was no date of a job post."""

_LEAP = 2000
"""A year that has all days."""

_MONTH_FIRST = frozenset({"US", "PH", "CA"})
"""Countries that write the month before the day; Canada does both, and its posts follow the United States."""


class FoundDate(NamedTuple):
    """A date at `text[start:end]`; `iso` is `None` where day and month cannot be told apart."""

    iso: str | None
    start: int
    end: int


_DATE = lazy(
    r"""
    (?<![\d.,/-]) (?:
        (?P<iso> (?P<y>\d{4}) [-/.] (?P<m>\d{1,2}) [-/.] (?P<d>\d{1,2}) ) (?= \D | $ )
      | (?P<unix> \d{10} | \d{13} ) (?= \D | $ )
      | (?P<dmy> (?P<day>\d{1,2}) (?: st | nd | rd | th | er | º | \. )? [ ,/-]{0,2} (?: (?: de | of ) (?=[ ]) )? [ ]?
            (?P<month> [^\W\d_]{3,10} ) \.? [,/-]? [ ]? (?: del? (?=[ ]) )? [ ]{0,2} (?P<year> \d{4} ) ) (?= \D | $ )
      | (?P<numbers> (?P<a>\d{1,2}) (?P<sep>[./-]) (?P<b>\d{1,2}) (?P=sep) (?P<c>\d{4}|\d{2}) ) (?= \D | $ )
      | (?P<zh> (?P<zy>\d{4}) [ ]? 年 [ ]? (?P<zm>\d{1,2}) [ ]? 月 [ ]? (?P<zd>\d{1,2}) [ ]? 日? )
    )
    |
    (?<! [^\W_] ) (?P<mdy> (?P<month2> [^\W\d_]{3,10} ) \.? [ ] (?P<day2>\d{1,2}) (?: st | nd | rd | th )?
        [ ]? ,? [ ]{0,2} (?P<year2> \d{4} ) ) (?= \D | $ )
    """,
    re.VERBOSE | re.IGNORECASE,
)


class FoundDay(NamedTuple):
    """A day without its year at `text[start:end]`."""

    month: int
    day: int
    start: int
    end: int


def find_days(text: str) -> Iterator[FoundDay]:
    """Each day and month without a year, in order."""
    for match in _day().finditer(text):
        month = _months()[(match["month"] or match["month2"]).lower()]
        day = int(match["day"] or match["day2"])
        if _iso(_LEAP, month, day):
            yield FoundDay(month, day, *match.span())


def next_date(month: int, day: int, after: str) -> str:
    """The next such day on or after an ISO date, empty where there is none within a year (29 February)."""
    year = int(after[:4])
    return next((iso for iso in (_iso(year, month, day), _iso(year + 1, month, day)) if iso >= after), "")


def find_dates(text: str, country: str | None = None) -> Iterator[FoundDate]:
    """Each date of a text, in order; `country` (ISO 3166-1 alpha-2) tells `3/4/2024` apart."""
    for match in _DATE.finditer(text):
        found = _read(match, country)
        if found != "":
            yield FoundDate(found, *match.span())


def _read(match: re.Match[str], country: str | None) -> str | None:
    """ISO date, `None` where undecided, empty where it is no date at all."""
    if match["iso"]:
        return _iso(match["y"], match["m"], match["d"])
    if match["unix"]:
        return _of_unix(match["unix"])
    if match["dmy"]:
        return _iso(match["year"], _months().get(match["month"].lower(), 0), match["day"])
    if match["mdy"]:
        return _iso(match["year2"], _months().get(match["month2"].lower(), 0), match["day2"])
    if match["zh"]:
        return _iso(match["zy"], match["zm"], match["zd"])
    return _of_numbers(match["a"], match["b"], match["c"], match["sep"], country)


def _of_numbers(a: str, b: str, c: str, sep: str, country: str | None) -> str | None:
    """`13.05.2024`: dots are day first; a number over twelve tells; else the country; else undecided."""
    year = c if len(c) == 4 else f"20{c}"
    if int(a) > 12 or sep == "." or a == b:
        return _iso(year, b, a)
    if int(b) > 12:
        return _iso(year, a, b)
    if not (_iso(year, a, b) or _iso(year, b, a)):
        return ""
    if country is None:
        return None
    return _iso(year, a, b) if country in _MONTH_FIRST else _iso(year, b, a)


def _of_unix(digits: str) -> str:
    """Seconds or milliseconds since 1970, read in UTC."""
    seconds = int(digits) / (1000 if len(digits) == 13 else 1)
    moment = datetime.fromtimestamp(seconds, UTC)
    return _iso(moment.year, moment.month, moment.day)


def _iso(year: str | int, month: str | int, day: str | int) -> str:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return ""
    return found.isoformat() if _EARLIEST <= found.year <= _LATEST else ""


@cache
def _day() -> re.Pattern[str]:
    month = "|".join(sorted(_months(), key=len, reverse=True))
    return lazy(
        rf"""
        (?<![\w.,/-]) (?:
            (?P<day>\d{{1,2}}) (?: st | nd | rd | th | er | º | \. )? [ ] (?: de[ ] | of[ ] )? (?P<month>{month})
          | (?P<month2>{month}) \.? [ ] (?: the[ ] )? (?P<day2>\d{{1,2}}) (?: st | nd | rd | th )?
        ) (?!\w) (?! \.? ,? [ ]? (?: de[ ] | del[ ] )? \d{{4}} )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _months() -> dict[str, int]:
    """Name of a month → its number."""
    return {name: int(number) for number, names in read_lists("months.txt").items() for name in names}
