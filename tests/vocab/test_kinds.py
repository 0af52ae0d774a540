"""Words of several kinds, as whole words, the longest first."""
from __future__ import annotations

import pytest

from jobparse.vocab.kinds import Kinds

KINDS = Kinds({"pay": ["pay", "base pay", "salar*", "401", "薪资"], "no": ["pay gap", "u.s. pay", "salary raise*"]})


@pytest.mark.parametrize(("text", "told"), [
    ("Base-Pay and pay", [("pay", 0, 8), ("pay", 13, 16)]),
    ("base   pay", [("pay", 0, 10)]),
    ("base    pay", [("pay", 8, 11)]),  # too far apart
    ("the pay gap", [("no", 4, 11)]),
    ("U.S. pay", [("no", 0, 8)]),
    ("salaries, salary raises", [("pay", 0, 8), ("no", 10, 23)]),
    ("repay payer prepay pay_", [("pay", 19, 22)]),
    ("401 401k 14012", [("pay", 0, 3)]),
    ("的薪资是", [("pay", 1, 3)]),
    ("İ pay", [("pay", 2, 5)]),
    ("", []),
])
def test_find(text: str, told: list[tuple[str, int, int]]) -> None:
    assert [tuple(found) for found in KINDS.find(text)] == told


def test_find_before() -> None:
    assert not KINDS.find("our pay", 6)
    assert [found.end for found in KINDS.find("our pay is", 7)] == [7]
