"""From bytes to text: encoding, newlines, mojibake, byte order mark, split letters, control characters; and what was mended.

What comes out has only `\\n` for newlines, no lone surrogates and no control characters but tab and newline.
Offsets exist only from here on.
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from .binary import why_not_text
from .document import Note, Span
from .encodings import Characters, joined, read_characters
from .mojibake import repair_mojibake
from .patterns import lazy

MOST_MENDED = 500_000
"""Characters in which mojibake is looked for: ten times what is analysed of a post, a second at worst."""


class Decoded(NamedTuple):
    """A file's text, the encoding it was in, what was mended, and what was lost or guessed.

    `encoding` is `utf-8`, `cp1252`, `mac-roman`, `utf-16-le`, … `repairs` holds, in the order of doing:
    `surrogates`, `mixed-encoding`, `invalid-bytes`, `mojibake:macroman`, `mojibake:cp1252`, `bom`,
    `decomposed-letters`, `control-characters`. Newlines of another kind are no fault and not named.
    """

    text: str
    encoding: str
    repairs: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


class NotText(ValueError):
    """The bytes cannot be a text; the message says what they are and what to do."""


def decode(data: bytes) -> Decoded:
    """The text of a file. Raises NotText for PDF, Word, pictures, archives and other binary data only."""
    if reason := why_not_text(data):
        raise NotText(reason)
    return _mended(read_characters(data))


def decode_text(text: str) -> Decoded:
    """As `decode`, for what is known to be a text: whatever it begins with, no encoding is guessed. Never raises."""
    return _mended(joined(text) or Characters(text, "utf-8"))


def _mended(characters: Characters) -> Decoded:
    text, encoding, repairs, guessed = characters
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        mended, undone = repair_mojibake(text[:MOST_MENDED])
        text, repairs = mended + text[MOST_MENDED:], repairs + undone
        if text.startswith("\ufeff"):
            text, repairs = text.lstrip("\ufeff"), (*repairs, "bom")
        if (whole := _composed(text)) != text:
            text, repairs = whole, (*repairs, "decomposed-letters")
    if _holds_controls(text.encode()):
        text, repairs = _without_controls(text), (*repairs, "control-characters")
    if guessed or repairs or "\ufffd" in text:
        return Decoded(text, encoding, repairs, tuple(_notes(text, encoding, repairs, guessed)))
    return Decoded(text, encoding)


_DECOMPOSED = lazy(r"[^\W\d_][\u0300-\u036f\u3099\u309a]{1,4}|[\u1100-\u11ff]{2,4}")
"""A letter and the marks that some systems write behind it, of which a whole one can be made: `e` and its accent; parts of a
Korean syllable."""


def _composed(text: str) -> str:
    """The text with letters in one piece, as everybody writes them; other signs stay as they are."""
    if unicodedata.is_normalized("NFC", text):
        return text
    return _DECOMPOSED.sub(lambda parts: unicodedata.normalize("NFC", parts[0]), text)


_C0_AND_DEL = bytes({*range(32), 127} - set(b"\t\n\r"))
_C1 = lazy("[\x80-\x9f]")
_ASCII = bytes(range(128))
_FOREIGN_IN_UTF8 = re.compile(b"\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]")
"""C1 controls, and separators of lines and paragraphs."""

_TERMINAL_STYLE = lazy(r"\x1b\[[0-9;]{0,20}[A-Za-z]")
_BLANKED = dict.fromkeys([*_C0_AND_DEL, 0x2028, 0x2029], " ")
"""Vertical tabs, form feeds and separators become blanks, no newlines: lines keep the file's numbers."""


def _holds_controls(utf8: bytes) -> bool:
    if len(utf8.translate(None, _C0_AND_DEL)) != len(utf8):
        return True
    return _FOREIGN_IN_UTF8.search(utf8.translate(None, _ASCII)) is not None


def _without_controls(text: str) -> str:
    """Terminal colours taken out, C1 controls made what Windows-1252 has in their place, others blanks."""
    text = _C1.sub(lambda control: bytes([ord(control[0])]).decode("cp1252", "ignore") or " ", text)
    return _TERMINAL_STYLE.sub("", text).translate(_BLANKED)


def _notes(text: str, encoding: str, repairs: tuple[str, ...], guessed: bool) -> Iterator[Note]:
    if guessed:
        yield Note("encoding-guessed", f"the encoding is not certain; read as {encoding}")
    if "mixed-encoding" in repairs:
        yield Note("mixed-encoding", "some bytes are no UTF-8 like the rest; read as Windows-1252")
    if "control-characters" in repairs:
        yield Note("control-characters", "control characters became blanks")
    if lost := text.count("\ufffd"):
        first = text.index("\ufffd")
        ours = not {"invalid-bytes", "surrogates"}.isdisjoint(repairs)
        how = "could not be read" if ours else "were lost before the file was written"
        code = "invalid-bytes" if ours else "lost-characters"
        yield Note(code, f"{lost} characters {how}", Span(first, first + 1))
