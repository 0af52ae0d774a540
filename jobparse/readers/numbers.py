"""Numbers as people write them: digits in the world's styles of grouping, and words in five languages."""
from __future__ import annotations

import re
from collections.abc import Iterable

from ..patterns import lazy
from ..vocab.shipped import text_of

DIGITS = r"(?:\d{1,3}(?:[ ]\d{3}){1,3}(?:[.,]\d{1,2})?(?!\d)|\d(?:[\d.,'’]{0,14}\d)?)"
"""Source of a pattern for a number in digits, with grouping (`1.200,50`, `12,50,000`, `85'000`, `1 200 000`).

It has no groups. What it matches may still be no number (`2019.04.01`): `read_digits` tells.
"""

_GROUPED = lazy(
    r"""
      \d{1,3} (?: (?P<mark>[.,'’ ]) \d{3} ) (?: (?P=mark) \d{3} ){0,4}   # 1,200  70.000  1 200 000
    | \d{1,2} (?: , \d{2} ){1,4} , \d{3}                                  # 12,50,000 as in India
    """,
    re.VERBOSE,
)
_NO_DIGIT = lazy(r"\D")


def read_digits(text: str) -> int | float | None:
    """The value of a number in digits, `None` where grouping and decimals make no sense.

    A single mark before exactly three digits groups them (`70.000` → 70000), before one or two it is decimal.
    """
    if text.isdecimal():
        return int(text)
    if _GROUPED.fullmatch(text) and text[0] != "0":
        return int(_NO_DIGIT.sub("", text))
    at = max(text.rfind("."), text.rfind(","))
    whole, mark, part = text[:at], text[at : at + 1], text[at + 1 :]
    if not (part.isdecimal() and len(part) <= 2):
        return _long_fraction(text)
    if not whole.isdecimal() and not (_GROUPED.fullmatch(whole) and mark not in whole):
        return None
    return _plain(float(f"{_NO_DIGIT.sub('', whole)}.{part}"))


def _long_fraction(text: str) -> int | float | None:
    """`138400.0000` or `0.125`: a point that cannot group."""
    try:
        return _plain(float(text.replace(",", ".")))
    except ValueError:
        return None


def _plain(value: float) -> int | float:
    return int(value) if value.is_integer() else value


def _read_words() -> dict[str, int]:
    found: dict[str, int] = {}
    for line in text_of("numbers.txt").splitlines():
        if line and not line.startswith("#"):
            value, _, words = line.partition(":")
            found.update(dict.fromkeys(words.split(), int(value)))
    return found


_WORDS = _read_words()


def _one_of(words: Iterable[str]) -> str:
    """Source of a pattern for any of some words, grouped by first letter: most are passed over at once."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())


_ONE = _one_of(_WORDS)

WORDS = rf"(?:(?:{_ONE})(?:(?:und|[ ]y[ ]|[ ]e[ ]|[- ])(?:{_ONE}))?)(?![^\W\d_])"
"""Source of a pattern for a number in words, without groups; put a word boundary before it, ignore case."""

FIRST_WORDS = rf"(?:{_ONE})(?:und[^\W\d_]{{3,9}})?(?![^\W\d_])"
"""As `WORDS`, but of `twenty-five` only `twenty`: quick to compile, enough to know where such a number begins."""

_COMPOUND = lazy(rf"(?P<first>{_ONE})(?P<joint>und|[ ]y[ ]|[ ]e[ ]|[- ])(?P<second>{_ONE})")


def read_words(text: str) -> int | None:
    """The value of a number word (`five`, `vingt-cinq`, `fünfundzwanzig`, `treinta y cinco`), else `None`."""
    word = text.strip().lower()
    if word in _WORDS:
        return _WORDS[word]
    match = _COMPOUND.fullmatch(word)
    if match is None:
        return None
    first, second = _WORDS[match["first"]], _WORDS[match["second"]]
    if match["joint"] == "und":
        first, second = second, first
    return first + second if 20 <= first < 100 and first % 10 == 0 and 0 < second < 10 else None


def read_number(text: str) -> int | float | None:
    """The value of a number in digits or in words, `None` for any other text."""
    text = text.strip()
    return read_digits(text) if text[:1].isdecimal() else read_words(text)
