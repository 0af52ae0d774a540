from __future__ import annotations

import re

from jobparse.literals import Gated, Literals


def test_all_are_found_overlapping_too() -> None:
    literals = Literals(["he", "she", "his", "hers", "ö"])
    expected = [(1, 0, 3), (0, 1, 3), (3, 1, 5), (4, 6, 7)]
    assert literals.find("shers ö") == expected


def test_nothing_is_found_of_nothing() -> None:
    assert Literals([]).find("text") == []


def test_a_gate_changes_nothing_but_the_time() -> None:
    source, texts = r"(?<!\w)(?:senior|jr)\b", ["A SENIOR role", "no rank", "Jr. and senior", "İ jr", "seniors"]
    plain = re.compile(source, re.IGNORECASE)

    def fresh() -> Gated:
        return Gated(source, re.IGNORECASE, ["Senior", "jr"])

    for text in texts:
        assert [match.span() for match in fresh().finditer(text)] == [match.span() for match in plain.finditer(text)]
        assert fresh().sub("-", text) == plain.sub("-", text)
        for method in ("search", "match", "fullmatch"):
            assert str(getattr(fresh(), method)(text)) == str(getattr(plain, method)(text))
        assert str(fresh().search(text, 3)) == str(plain.search(text, 3))
        assert str(fresh().match(text, 2, 4)) == str(plain.match(text, 2, 4))


def test_an_open_gate_stays_open() -> None:
    gated = Gated("senior", re.IGNORECASE, ["senior"])
    assert [bool(gated.search(text)) for text in ("junior", "Senior", "junior", "senior")] == [False, True, False, True]
