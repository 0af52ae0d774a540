"""Dates of posts."""
from __future__ import annotations

import pytest

from jobparse.readers.dates import find_dates, find_days, next_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-05-13", "2024-05-13"),
        ("2024-05-13T08:00:00Z", "2024-05-13"),
        ("2024/5/3", "2024-05-03"),
        ("1715558400", "2024-05-13"),
        ("1715558400000", "2024-05-13"),
        ("13 May 2024", "2024-05-13"),
        ("13th of May, 2024", "2024-05-13"),
        ("May 13, 2024", "2024-05-13"),
        ("MAY 13th 2024", "2024-05-13"),
        ("Sept. 3, 2024", "2024-09-03"),
        ("13. März 2024", "2024-03-13"),
        ("1er août 2024", "2024-08-01"),
        ("13 de mayo de 2024", "2024-05-13"),
        ("13 de março de 2024", "2024-03-13"),
        ("13.05.2024", "2024-05-13"),
        ("13/05/2024", "2024-05-13"),
        ("5/13/24", "2024-05-13"),
        ("04/04/2024", "2024-04-04"),
        ("2024年5月13日", "2024-05-13"),
        ("31 December 2024", "2024-12-31"),
        ("31. Dezember 2024", "2024-12-31"),
        ("1 Dec 2024", "2024-12-01"),
        ("13 maggio 2024", "2024-05-13"),
        ("5 settembre 2024", "2024-09-05"),
        ("15 februari 2024", "2024-02-15"),
        ("1 maart 2024", "2024-03-01"),
        ("13 mei 2024", "2024-05-13"),
        ("3 augusti 2024", "2024-08-03"),
    ],
)
def test_dates(text: str, iso: str) -> None:
    assert [found.iso for found in find_dates(text)] == [iso]


@pytest.mark.parametrize(
    "text",
    ["3 days ago", "2024", "May 2024", "31.02.2024", "13/13/2024", "version 1.2.3", "555-010-2024",
     "0000000000", "12 people 2024"],
)
def test_no_dates(text: str) -> None:
    assert list(find_dates(text)) == []


def test_day_and_month_that_cannot_be_told_apart() -> None:
    assert [found.iso for found in find_dates("due 3/4/2024")] == [None]
    assert [found.iso for found in find_dates("due 3/4/2024", "US")] == ["2024-03-04"]
    assert [found.iso for found in find_dates("due 3/4/2024", "DE")] == ["2024-04-03"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Closes 19th February.", [(2, 19)]),
        ("until February 19th at noon", [(2, 19)]),
        ("bis 3. Mai", [(5, 3)]),
        ("até 7 de março", [(3, 7)]),
        ("on 19 February 2024", []),
        ("on February 19, 2024", []),
        ("31 February", []),
        ("maybe 19 marching people", []),
    ],
)
def test_days_without_a_year(text: str, found: list[tuple[int, int]]) -> None:
    assert [(day.month, day.day) for day in find_days(text)] == found


def test_the_next_such_day() -> None:
    assert next_date(2, 19, "2018-01-31") == "2018-02-19"
    assert next_date(1, 5, "2018-12-20") == "2019-01-05"
    assert next_date(1, 31, "2018-01-31") == "2018-01-31"
    assert next_date(2, 29, "2018-03-01") == ""
