"""Bold, dim and colour for lines that are put together by hand, or none of them."""
from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

_CODES = {"bold": "1", "dim": "2", "green": "32", "yellow": "33", "red": "31", "cyan": "36"}


class Style(NamedTuple):
    """`Style(True)("text", "bold", "cyan")`; with colour off every text stays as it is."""

    color: bool

    def __call__(self, text: str, *names: str) -> str:
        """The text in the styles named."""
        if not self.color or not text or not names:
            return text
        return f"\033[{';'.join(_CODES[name] for name in names)}m{text}\033[0m"


def width_of(text: str) -> int:
    """Columns that a text takes in a terminal: wide characters take two, combining ones none."""
    return len(text) if text.isascii() else sum(map(_width, text))


@lru_cache(4096)
def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, width: int, *, from_left: bool = False) -> str:
    """The text in at most `width` columns, with `…` where it was cut."""
    if from_left:
        return cut(text[::-1], width)[::-1]
    if width <= 0:
        return ""
    used, room = 0, 0  # columns so far; characters that leave a column for `…`
    for at, character in enumerate(text):
        used += _width(character)
        if used < width:
            room = at + 1
        if used > width or at >= _MARKS * width:
            return text[:room] + "…"
    return text


_MARKS = 16
"""Characters a column after which a text is cut: letters may bear marks, not thousands of them."""


def pad(text: str, width: int) -> str:
    """The text filled with blanks to `width` columns."""
    return text + " " * max(0, width - width_of(text))
