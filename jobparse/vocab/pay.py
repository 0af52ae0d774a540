"""The vocabulary of money: `currencies.txt` (from CLDR), `pay.toml` (what CLDR lacks), read when needed."""
from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from ..letters import FIRST_CJK
from .shipped import table_of, text_of


class Sizes(NamedTuple):
    """For one currency: from where to where a figure is beyond doubt an hour's, a month's or a year's pay."""

    hour: tuple[float, float] | None
    month: tuple[float, float] | None
    year: tuple[float, float]


class Pay(NamedTuple):
    """Tables by name; see the files for what each means."""

    codes: frozenset[str]
    signs: dict[str, str]  # sign or abbreviation → code, or the sign itself where several currencies share it
    shared: dict[str, tuple[str, ...]]  # sign → currencies that bear it, the one to assume first, or `?`
    names: dict[str, str]  # word after an amount → code or shared sign
    of_country: dict[str, str]  # ISO 3166-1 → ISO 4217
    magnitudes: dict[str, int]
    periods: dict[str, dict[str, Any]]
    no_period: list[str]
    bounds: dict[str, list[str]]
    words: dict[str, Any]  # `pay`, `refused`, `breaks`, `dollars`
    sizes: dict[str, Sizes]


@cache
def pay() -> Pay:
    """The vocabulary. Raises KeyError where a table is missing, ValueError where a line lacks columns."""
    data = table_of("pay.toml")
    rows = _rows(text_of("currencies.txt"))
    shared = {sign: tuple(codes) for sign, codes in data["shared"].items()}
    signs, names, of_country = _cldr(rows, shared)
    signs |= data["signs"] | {sign: sign for sign in shared}
    return Pay(
        codes=frozenset(row[0] for row in rows),
        signs=signs,
        shared=shared,
        names=names | data["names"],
        of_country=of_country,
        magnitudes=data["magnitudes"],
        periods=data["periods"],
        no_period=data["no_period"]["words"],
        bounds=data["bounds"],
        words={name: data[name] for name in ("pay", "refused", "breaks", "dollars")},
        sizes={code: _sizes(row) for code, row in data["sizes"].items()},
    )


def _rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line and line[0] != "#"]
    rows = [[part.strip() for part in line.split("|")] for line in lines]
    for row in rows:
        if len(row) != 4:
            raise ValueError(f"currencies.txt: {row[0]}: four columns are wanted, not {len(row)}")
    return rows


def _cldr(rows: list[list[str]], shared: Mapping[str, Any]) -> tuple[dict[str, str], ...]:
    """Codes by sign, by name and by country."""
    signs: dict[str, str] = {}
    names: dict[str, str] = {}
    of_country: dict[str, str] = {}
    for code, own, words, countries in rows:
        signs.update({sign: code for sign in own.split() if sign not in shared})
        names.update(dict.fromkeys(words.split("; "), code))
        for country in countries.split():
            of_country.setdefault(country, code)
    return signs, names, of_country


def _sizes(row: dict[str, list[float]]) -> Sizes:
    limits = {period: (low, high) for period, (low, high) in row.items()}
    return Sizes(limits.get("hour"), limits.get("month"), limits["year"])


def pattern(words: Iterable[str]) -> str:
    """Source of a pattern that matches any of some words as pay.toml writes them; for `re.IGNORECASE`."""
    latin = sorted((w for w in words if w[0] < FIRST_CJK), key=len, reverse=True)
    chinese = [re.escape(w) for w in words if w[0] >= FIRST_CJK]
    by_letter: dict[str, list[str]] = {}
    for word in latin:
        by_letter.setdefault(word[0], []).append(_source(word[1:]))
    # grouped by first letter, so that most words are passed over at one comparison
    grouped = [f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()]
    parts = [rf"(?<![^\W_])(?:{'|'.join(grouped)})(?![^\W\d_])"] if grouped else []
    return "|".join([*parts, *chinese])


def _source(rest: str) -> str:
    tail = r"[^\W\d_]{0,24}" if rest.endswith("*") else ""
    return re.escape(rest.rstrip("*")).replace(r"\ ", "[ -]{1,3}") + tail
