"""Letters: the small ones of a text, in its length, and the scripts that are written without blanks."""
from __future__ import annotations

from .patterns import lazy

FIRST_CJK = "\u2e80"
"""From here on letters are Chinese, Japanese or Korean: words are not parted by blanks, and no edge of theirs can be told."""

HAN = lazy(r"[\u4e00-\u9fff]")
"""A Chinese sign."""


def lowered(text: str) -> str:
    """A text in small letters, as long as before ('İ' is the only letter whose small form is longer)."""
    return text.replace("İ", "i").lower()
