"""Numbers in digits and in words."""
from __future__ import annotations

import re

import pytest

from jobparse.readers.numbers import DIGITS, WORDS, read_number


@pytest.mark.parametrize(("text", "value"), [
    ("5", 5), ("144,500", 144_500), ("106400.0", 106_400), ("20.50", 20.5), ("12,5", 12.5),
    ("57,582.12", 57_582.12),
    ("70.000", 70_000), ("1.200,50", 1_200.5), ("8.000,00", 8_000), ("12,50,000", 1_250_000),
    ("85'000", 85_000),
    ("1 200 000", 1_200_000), ("0.125", 0.125), (" 42 ", 42),
])
def test_digits(text: str, value: float) -> None:
    assert read_number(text) == value
    assert re.fullmatch(DIGITS, text.strip())


@pytest.mark.parametrize("text", ["2019.04.01", "1.2.3", "10,20,30", "1,234.5.6", "", "five years", "$"])
def test_no_number(text: str) -> None:
    assert read_number(text) is None


def test_whole_numbers_are_integers() -> None:
    assert isinstance(read_number("8.000,00"), int)
    assert isinstance(read_number("20.50"), float)


@pytest.mark.parametrize(("text", "value"), [
    ("five", 5), ("Fünf", 5), ("cinq", 5), ("cinco", 5), ("dez", 10), ("três", 3), ("twenty-five", 25),
    ("twenty five", 25),
    ("fünfundzwanzig", 25), ("vingt-cinq", 25), ("treinta y cinco", 35), ("vinte e cinco", 25),
    ("hundert", 100),
])
def test_words(text: str, value: int) -> None:
    assert read_number(text) == value
    assert re.fullmatch(WORDS, text, re.IGNORECASE)


@pytest.mark.parametrize("text", ["five ten", "twenty twelve", "fivefold", "often"])
def test_no_number_word(text: str) -> None:
    assert read_number(text) is None


def test_spaces_group_only_behind_up_to_three_digits() -> None:
    assert [match[0] for match in re.finditer(DIGITS, "in 2024 500 of 1 500")] == ["2024", "500", "1 500"]
