"""Currency and period of a sum from what stands around it."""
from __future__ import annotations

import pytest

from jobparse.readers.money import read_money
from jobparse.readers.pay_value import pay_of


def read(text: str, label: str = "", country: str | None = None) -> tuple[str | None, str | None, str]:
    value, suffix = pay_of(read_money(text)[0], text, label, country)
    return value.currency, value.period, suffix


@pytest.mark.parametrize(("text", "currency", "period", "suffix"), [
    ("$90,000 USD per year", "USD", "year", ""),
    ("$90,000 (gross, in CAD)", "CAD", "year", ".by-size"),
    ("CAN base pay range per year: $90,000", "CAD", "year", ""),
    ("US residents: $90,000", "USD", "year", ".by-size"),
    ("$90,000 a year", "USD", "year", ".bare-dollar"),
    ("hourly rate of $25", "USD", "hour", ".bare-dollar"),
    ("450 000 kr", None, None, ".bare-kr"),
    ("80k - 90k", None, None, ".bare"),
    ("薪资 15k-25k", "CNY", "month", ".by-size"),
    ("薪資 40,000 元/月", "TWD", "month", ""),
    ("196 元/月", "CNY", None, ""),
])
def test_pay_of(text: str, currency: str | None, period: str | None, suffix: str) -> None:
    assert read(text) == (currency, period, suffix)


def test_label_and_country_help() -> None:
    assert read("$61,000 to $87,000", label="ANNUAL SALARY") == ("USD", "year", ".bare-dollar")
    assert read("$90,000", country="CA") == ("CAD", "year", ".bare-dollar.by-size")
    assert read("80k - 90k", country="DE") == ("EUR", "year", ".bare.by-size")
