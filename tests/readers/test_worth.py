"""Currencies of signs in countries, and what the size of a sum tells."""
from __future__ import annotations

import pytest

from jobparse.readers.worth import currency_of, in_country, is_plausible, period_of_size, period_words
from jobparse.record import Salary


@pytest.mark.parametrize(("sign", "country", "currency"), [
    ("$", None, "USD"), ("$", "US", "USD"), ("$", "CA", "CAD"), ("$", "AU", "AUD"), ("$", "DE", "USD"),
    ("$", "BR", "USD"),
    ("£", None, "GBP"), ("€", "US", "EUR"), ("kr", None, None), ("kr", "SE", "SEK"), ("kr", "DK", "DKK"),
    ("¥", None, None),
    ("¥", "JP", "JPY"), ("¥", "CN", "CNY"), ("Rs", "PK", "PKR"), ("元", "TW", "TWD"), ("", "PL", "PLN"),
    ("", None, None),
    ("R$", None, "BRL"), ("nonsense", None, None),
])
def test_currency_of(sign: str, country: str | None, currency: str | None) -> None:
    assert currency_of(sign, country) == currency


def test_a_local_reading_that_makes_no_pay_is_not_taken() -> None:
    assert currency_of("$", "MX", 30_000, 35_000) == "MXN"
    assert currency_of("$", "MX", 2_000, 2_500) == "USD"


@pytest.mark.parametrize(("low", "high", "currency", "period"), [
    (120_000, 150_000, "USD", "year"), (20, 25, "USD", "hour"), (4_000, 6_000, "USD", None),
    (3_000, 4_000, "EUR", "month"),
    (8_000, 12_000, "PLN", "month"), (232_000, 348_000, "PLN", "year"), (120_000, 180_000, "PKR", "month"),
    (800_000, 1_200_000, "INR", "year"), (None, 90_000, "GBP", "year"), (450, 450, "GBP", None),
    (5_000, 6_000, None, None),
])
def test_period_of_size(low: float | None, high: float, currency: str | None, period: str | None) -> None:
    assert period_of_size(low, high, currency) == period


@pytest.mark.parametrize(("value", "currency", "period"), [
    (0, "USD", None), (2_000_000_000, "USD", None), (1_200, "USD", "year"), (1, "USD", "hour"),
    (196, "TWD", "month"),
])
def test_no_pay_by_size(value: float, currency: str, period: str | None) -> None:
    assert not is_plausible(value, value, currency, period)  # type: ignore[arg-type]


@pytest.mark.parametrize(("value", "currency", "period"), [
    (45, "USD", "hour"), (500, "EUR", "day"), (1_800, "USD", "week"), (900, "BRL", "month"),
    (30_000, "EUR", "year"),
    (5_000, "XAF", "month"),
])
def test_pay_by_size(value: float, currency: str, period: str | None) -> None:
    assert is_plausible(value, value, currency, period)  # type: ignore[arg-type]


def test_period_words() -> None:
    assert period_words("the annual salary, paid per month") == ["year", "month"]
    assert period_words("Bruttojahresgehalt") == ["year"]


def test_in_country_reads_currency_and_period_anew() -> None:
    bare = Salary(30_000, 35_000, "USD", "year", "$30,000 - $35,000")
    assert in_country(bare, "MX", sized=True) == Salary(30_000, 35_000, "MXN", "month", "$30,000 - $35,000")
    assert in_country(bare, "CA", sized=False).currency == "CAD"
    assert in_country(bare, "DE", sized=True) == bare
