"""Spans of years and months."""
from __future__ import annotations

import pytest

from jobparse.readers.years import find_years

GIVEN = [
    ("5 years", 5, None),
    ("5+ years", 5, None),
    ("+5 years", 5, None),
    ("5 + years", 5, None),
    ("3-5 years", 3, 5),
    ("3 to 5 yrs", 3, 5),
    ("5-8+ years", 5, None),
    ("five years", 5, None),
    ("five (5) years", 5, None),
    ("five (3-5) years", 3, 5),
    ("two or more years", 2, None),
    ("one to two years", 1, 2),
    ("1.5 years", 1.5, None),
    ("18 months", 1.5, None),
    ("1 year 6 months", 1.5, None),
    ("up to 3 years", None, 3),
    ("less than 2 years", None, 2),
    ("3 Jahre", 3, None),
    ("zwei bis vier Jahre", 2, 4),
    ("mindestens2 Jahre", 2, None),
    ("2 à 4 ans", 2, 4),
    ("un an", 1, None),
    ("3 anos ou mais", 3, None),
    ("de 2 a 4 años", 2, 4),
    ("dos años", 2, None),
    ("3-5年", 3, 5),
    ("10 yoe", 10, None),
]

NONE = [
    "years of practice",
    "over the years",
    "2,000 years",
    "$5 years",
    "1990 years",
    "every year",
    "5 days",
    "8-5 years",
    "99 years",
    "many an engineer",
    "3 yearly reviews",
]


@pytest.mark.parametrize(("text", "low", "high"), GIVEN)
def test_years(text: str, low: float | None, high: float | None) -> None:
    (found,) = find_years(text)
    assert (found.min, found.max) == (low, high)


@pytest.mark.parametrize("text", NONE)
def test_no_years(text: str) -> None:
    assert list(find_years(text)) == []


def test_several_in_a_line_with_their_places() -> None:
    text = "At least 5 years of Java and up to 2 years of Go, but never one of Perl."
    found = [(text[years.start : years.end], years.min, years.max) for years in find_years(text)]
    assert found == [("5 years", 5, None), ("up to 2 years", None, 2)]
