"""Every extractor against its cases: `<field>.toml` beside this file, read through the whole program.

A case has `kind` (wild: a shape seen in real posts, in our words; made-up; negative: must not give the field;
known-failure: what we would want and do not give yet), `text`, and `want`: the value, of which only the given keys are
compared, and "null" stands for null; without it nothing may be found.
"""
from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest

import jobparse

HERE = Path(__file__).parent
KINDS = {"wild", "made-up", "negative", "known-failure"}


def load() -> list[Any]:
    found = []
    for path in sorted(HERE.glob("*.toml")):
        for number, case in enumerate(tomllib.loads(path.read_text("utf-8"))["case"], 1):
            failing = pytest.mark.xfail(reason="known failure", strict=True) if case["kind"] == "known-failure" else ()
            found.append(pytest.param(path.stem, case, id=f"{path.stem}-{number}", marks=failing))
    return found


def agrees(want: Any, got: Any) -> bool:
    """Whether what was found holds all that is wanted."""
    if want == "null":
        return got is None
    if isinstance(want, dict):
        return isinstance(got, dict) and all(agrees(value, got.get(key)) for key, value in want.items())
    if isinstance(want, list) and isinstance(got, list):
        return len(want) == len(got) and all(agrees(a, b) for a, b in zip(want, got, strict=True))
    return bool(want == got)


@pytest.mark.parametrize(("field", "case"), load())
def test_case(field: str, case: dict[str, Any]) -> None:
    assert case["kind"] in KINDS
    options = {key: case[key] for key in ("country", "format") if key in case}
    record = msgspec.to_builtins(jobparse.parse_text(case["text"], **options))
    got = record[field]
    if "want" not in case:
        assert got in (None, []), f"nothing should be found, got {got!r}"
    else:
        assert agrees(case["want"], got), f"want {case['want']!r}, got {got!r}"


@pytest.mark.parametrize("path", sorted(HERE.glob("*.toml")), ids=lambda path: path.stem)
def test_enough_cases(path: Path) -> None:
    cases = tomllib.loads(path.read_text("utf-8"))["case"]
    assert sum("want" in case for case in cases) >= 5, "at least five cases that must give the field"
    assert sum("want" not in case or case["kind"] == "negative" for case in cases) >= 5, "and five that must not"
