from __future__ import annotations

from jobparse.literals import _OFTEN, Literals


def test_it_finds_the_same_however_often_it_was_asked() -> None:
    literals = Literals(["he", "she", "his", "hers", "ö"])
    expected = [(1, 0, 3), (0, 1, 3), (3, 1, 5), (4, 6, 7)]
    assert all(literals.find("shers ö") == expected for _ in range(_OFTEN + 2))


def test_nothing_is_found_of_nothing() -> None:
    assert Literals([]).find("text") == []
