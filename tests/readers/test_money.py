"""Sums of money: amounts, ranges, currency, period, open ends, and where they stand."""
from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobparse.readers.money import read_money


def read(text: str) -> list[tuple[Any, ...]]:
    """What a text says, without offsets."""
    return [(m.low, m.high, m.currency or m.sign, m.period) for m in read_money(text)]


SHAPES = [
    ("$144,500 - $171,000/yr", 144_500, 171_000, "$", "year"),
    ("USD 106400.0~138400.0", 106_400, 138_400, "USD", None),
    ("40-50K€", 40_000, 50_000, "EUR", None),
    ("50,000 - 70,000 EUR / year", 50_000, 70_000, "EUR", "year"),
    ("£450 per day", 450, 450, "GBP", "day"),
    ("$120-150k", 120_000, 150_000, "$", None),
    ("$123,684—$254,644 USD", 123_684, 254_644, "USD", None),
    ("RM 1,500 - RM 1,800 per month", 1_500, 1_800, "MYR", "month"),
    ("₹25-35 LPA", 2_500_000, 3_500_000, "INR", "year"),
    ("12-18 lakhs", 1_200_000, 1_800_000, "INR", "year"),
    ("R$ 8.000,00", 8_000, 8_000, "BRL", None),
    ("25k*16", 25_000, 25_000, "", "month"),
    ("15-25万", 150_000, 250_000, "", None),
    ("31,000 ~ 34,000 元/月", 31_000, 34_000, "元", "month"),
    ("$20.50 an hour", 20.5, 20.5, "$", "hour"),
    ("12.50€/h", 12.5, 12.5, "EUR", "hour"),
    ("between 60 and 70 thousand euros", 60_000, 70_000, "EUR", None),
    ("between sixty and seventy thousand euros a year", 60_000, 70_000, "EUR", "year"),
    ("$65k DOE", 65_000, 65_000, "$", None),
    ("CA$140,000-CA$210,000/year", 140_000, 210_000, "CAD", "year"),
    ("7000 up to 22.000 PLN/month", 7_000, 22_000, "PLN", "month"),
    ("$21.10-$25.40-$29.90 per hour", 21.10, 29.90, "$", "hour"),
    ("MIN: $98,400 - MID: $121,500 - MAX: $144,600", 98_400, 144_600, "$", None),
    ("17.25 (Min) - 30.50 (Max) Hourly", 17.25, 30.5, "", "hour"),
    ("R$5.200 a 6.900", 5_200, 6_900, "BRL", None),
    ("19,85 $/heure", 19.85, 19.85, "$", "hour"),
    ("EUR €70.000~€95.000", 70_000, 95_000, "EUR", None),
    ("CHF 85'000 - 95'000 brutto pro Jahr", 85_000, 95_000, "CHF", "year"),
    ("37.000€ - 39.500€ Bruttojahresgehalt", 37_000, 39_500, "EUR", "year"),
    ("42K à 60K €", 42_000, 60_000, "EUR", None),
    ("60-80T€", 60_000, 80_000, "EUR", None),
    ("£40k–£60k", 40_000, 60_000, "GBP", None),
    ("(USD) $138,000~$260,000", 138_000, 260_000, "USD", None),
    ("60 000 dólares canadienses", 60_000, 60_000, "CAD", None),
    ("12,00,000 - 18,00,000 INR per annum", 1_200_000, 1_800_000, "INR", "year"),
    ("$131,000-180", 131_000, 180_000, "$", None),
    ("$171,000 - $144,500", 144_500, 171_000, "$", None),
    ("$21.107 per hour", 21.107, 21.107, "$", "hour"),
    ("Ksh 80,000", 80_000, 80_000, "KES", None),
    ("90.000 Kč", 90_000, 90_000, "CZK", None),
]


@pytest.mark.parametrize(("text", "low", "high", "money", "period"), SHAPES)
def test_shapes(text: str, low: float, high: float, money: str, period: str | None) -> None:
    assert read(text) == [(low, high, money, period)]


@pytest.mark.parametrize(("text", "low", "high"), [
    ("up to $118,000", None, 118_000), ("bis zu 60.000 €", None, 60_000), ("até R$ 5.000", None, 5_000),
    ("from 6000 EUR", 6_000, None), ("ab 48.000 EUR", 48_000, None), ("desde 30.000 €", 30_000, None),
    ("$140,000+", 140_000, None), ("34,000 元 起", 34_000, None), ("at least $50k", 50_000, None),
    ("from $85,000 to $100,000", 85_000, 100_000),
])
def test_open_ends(text: str, low: float | None, high: float | None) -> None:
    assert [(m.low, m.high) for m in read_money(text)] == [(low, high)]


@pytest.mark.parametrize("text", ["£60k + equity", "£60k + early equity", "$100k+equity", "$90,000 + bonus"])
def test_what_comes_on_top_is_no_open_end(text: str) -> None:
    assert read_money(text)[0].high is not None


def test_two_ranges_stay_two() -> None:
    ranges = [(44_200, 55_100, "$", None), (51_300, 64_800, "$", None)]
    assert read("$44,200 to $55,100 and $51,300 to $64,800") == ranges


def test_two_currencies_stay_two() -> None:
    assert [m[2] for m in read("USD $105,000 - $140,000 (€90,000 - €120,000 EUR)")] == ["USD", "EUR"]


@pytest.mark.parametrize("text", ["401k match", "a 403(b) plan", "B2B", "h264", "up 10% a year", "#42"])
def test_no_sum_at_all(text: str) -> None:
    assert read_money(text) == []


@pytest.mark.parametrize("text", ["lift 50 pounds", "pay grade 9b", "3 years", "level 5 m"])
def test_no_money(text: str) -> None:
    assert all(not (m.currency or m.sign or m.scaled) for m in read_money(text))


def test_offsets_quote_the_sum() -> None:
    text = "We pay £40k–£60k a year, and more."
    (found,) = read_money(text)
    assert text[found.start : found.end] == "£40k–£60k a year"


@given(st.text(alphabet="0123456789.,'kKmM $€£-–~+/()toandperyearhUSD万\\", max_size=60))
def test_never_raises(text: str) -> None:
    for found in read_money(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.low is None or found.high is None or found.low <= found.high
