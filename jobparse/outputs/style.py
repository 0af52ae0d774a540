"""Bold, dim and colour for lines that are put together by hand, or none of them."""
from __future__ import annotations

import unicodedata
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
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, width: int, *, from_left: bool = False) -> str:
    """The text in at most `width` columns, with `…` where it was cut."""
    if width_of(text) <= width:
        return text
    if from_left:
        return "…" + cut(text[::-1], width - 1)[::-1].lstrip("…") if width > 1 else "…"[:width]
    kept, room = [], width - 1
    for character in text:
        room -= _width(character)
        if room < 0:
            break
        kept.append(character)
    return "".join(kept) + "…" if width > 0 else ""


def pad(text: str, width: int) -> str:
    """The text filled with blanks to `width` columns."""
    return text + " " * max(0, width - width_of(text))
