"""The only door for a post's text to a terminal: nothing in it may move the cursor, colour, hide or run anything."""
from __future__ import annotations

import unicodedata

_KEPT_FORMATS = frozenset("\u200d\ufe0f\ufe0e")  # joiner and variation selectors: emoji fall apart without them


def printable(text: str) -> str:
    """The text on one line: white space and newlines become blanks, controls and bidi marks become `\ufffd`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_safe(character) for character in text)


def _safe(character: str) -> str:
    if character.isprintable() or character in _KEPT_FORMATS:
        return character
    if character.isspace():
        return " "
    # what is left: controls, surrogates, bidi overrides, private use, unassigned
    return "" if unicodedata.category(character) == "Cf" else "\ufffd"
