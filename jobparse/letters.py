"""Letters: the small ones of a text, in its length, those that HTML spells, the scripts that are written without blanks."""
from __future__ import annotations

FIRST_CJK = "\u2e80"
"""From here on letters are Chinese, Japanese or Korean: words are not parted by blanks, and no edge of theirs can be told."""

_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"


def has_han(text: str) -> bool:
    """Whether a text holds a Chinese sign. No pattern: so wide a class takes a millisecond to compile."""
    return bool(text) and max(text) >= _FIRST_HAN and any(_FIRST_HAN <= sign <= _LAST_HAN for sign in text)


def lowered(text: str) -> str:
    """A text in small letters, as long as before ('İ' is the only letter whose small form is longer)."""
    return text.replace("İ", "i").lower()


def unescaped(text: str) -> str:
    """A text with what HTML's references (`&amp;`) stand for. Most posts hold none, and their table is slow to import."""
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)
