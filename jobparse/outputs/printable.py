"""The only door for a post's text to a terminal: nothing in it may move the cursor, colour, hide or run anything."""
from __future__ import annotations

import re
import unicodedata

_KEPT_FORMATS = frozenset("\u200d\ufe0f\ufe0e")  # joiner and variation selectors: emoji fall apart without them


def printable(text: str) -> str:
    """The text on one line: white space and newlines become blanks, controls and bidi marks become `\ufffd`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_safe(character) for character in text)


_HIDDEN = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8b-\x8f\xa8-\xae]|\xe2\x81[\xa0-\xaf]|\xef\xbb\xbf")
"""DEL, C1 controls, bidi marks, separators and zero-width characters, in UTF-8."""


def escaped(json: bytes) -> bytes:
    """The same JSON with what a terminal would obey or hide as `\\u…` escapes; C0 controls are such already."""
    return _HIDDEN.sub(lambda match: b"\\u%04x" % ord(match[0].decode()), json)


def _safe(character: str) -> str:
    if character.isprintable() or character in _KEPT_FORMATS:
        return character
    if character.isspace():
        return " "
    # what is left: controls, surrogates, bidi overrides, private use, unassigned
    return "" if unicodedata.category(character) == "Cf" else "\ufffd"
