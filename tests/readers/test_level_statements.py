"""Levels that running text states."""

from __future__ import annotations

import pytest

from jobparse.readers.level_statements import find_statements


def told(text: str) -> list[str]:
    return [found.level for found in find_statements(text) if not found.refused]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("This is an entry-level opening NOT in a call center.", "junior"),
        ("We are open to candidates from mid - to staff level.", "staff"),
        ("Buscamos profissional de nível pleno", "mid"),
        ("a Backend Engineer at a senior or principal level", "principal"),
        ("a mid-level Frontend Developer", "mid"),
    ],
)
def test_told(text: str, level: str) -> None:
    assert told(text) == [level]


@pytest.mark.parametrize(
    "text",
    [
        "speak to senior level stakeholders",
        "mentor junior-level analysts",
        "working at a senior level, with a team",
        "junior/senior-level elective courses",
        "knowledge at an intermediate level",
    ],
)
def test_not_told(text: str) -> None:
    assert told(text) == []
