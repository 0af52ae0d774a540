"""What the words around a sum make of it."""
from __future__ import annotations

import pytest

from jobparse.readers.money import read_money
from jobparse.readers.pay_words import (
    clause_around,
    governor,
    pay_follows,
    reason_behind,
    speaks_of_pay,
    whose_dollar,
)


def weigh(text: str) -> tuple[bool, str]:
    """Whether words of pay govern the first sum of a text, and the reason against it."""
    sum_ = read_money(text)[0]
    before, after = clause_around(text, sum_)
    word = governor(before)
    return word.distance is not None, reason_behind(after, sum_) or word.reason


@pytest.mark.parametrize("text", [
    "The base salary range is $100,000", "pay rate of $20/hr", "Das Gehalt liegt bei 50.000 €",
    "la rémunération est de 45k€",
    "salario de 30.000 €", "remuneração de R$ 5.000", "Base pay (excluding bonus) is $90,000",
    "base pay plus commission is $90,000",
    "we are paying $120k", "Salary: ca. 50.000 €",
])
def test_pay(text: str) -> None:
    assert weigh(text) == (True, "")


@pytest.mark.parametrize(("text", "reason"), [
    ("a signing bonus of $5,000", "bonus"), ("$1,000 home office stipend", "allowance"),
    ("$5-$10 gift card", "gift"),
    ("we raised $12M", "company"), ("revenue of $3 - $5 million", "company"), ("OTE $120k", "target"),
    ("refer a friend: $500", "referral"),
    ("401k match up to $4,500", "retirement"), ("Life insurance of $50,000", "insurance"),
    ("$40 per article", "piece"),
    ("a fine of €500", "price"), ("salary plus annual bonus up to $20,000", "bonus"),
    ("Vale alimentação de R$ 800", "allowance"),
    ("Weiterbildungsbudget von 2.000 €", "allowance"), ("Prime de cooptation de 1000€", "bonus"),
])
def test_no_pay(text: str, reason: str) -> None:
    assert reason in weigh(text)[1]


def test_another_sentence_does_not_govern() -> None:
    assert weigh("Our salary is good. Visit $50,000 places") == (False, "")


def test_whose_dollar() -> None:
    assert whose_dollar("Canadian employees: ") == "CAD"
    assert whose_dollar("for US residents ") == "USD"
    assert whose_dollar("in the US and Canada ") is None
    assert whose_dollar("for all ") is None


def test_pay_follows() -> None:
    assert pay_follows(" annual base salary")
    assert not pay_follows(" of funding")
    assert speaks_of_pay("ANNUAL SALARY")
    assert not speaks_of_pay("minimum wage")
