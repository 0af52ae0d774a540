"""Which encoding a file is in, and its characters: UTF-8 with its faults, UTF-16, UTF-32, western, others."""
from __future__ import annotations

import codecs
import re
from itertools import islice
from typing import NamedTuple

from .patterns import lazy


class Characters(NamedTuple):
    """What bytes say: newlines, byte order marks in the text and control characters are still as they were.

    `repairs` may hold `surrogates`, `mixed-encoding` (some bytes within UTF-8 were read as Windows-1252) and
    `invalid-bytes` (some are U+FFFD now). `guessed`: the encoding is no more than likely.
    """

    text: str
    encoding: str
    repairs: tuple[str, ...] = ()
    guessed: bool = False


def read_characters(data: bytes) -> Characters:
    """The characters of a text in whatever encoding; never raises."""
    if wide := wide_encoding(data):
        return _wide(data, wide)
    try:
        return Characters(data.decode(), "utf-8")
    except UnicodeDecodeError:
        return _surrogates(data) or _mostly_utf8(data) or _one_byte(data)


# --- UTF-16 and UTF-32 --------------------------------------------------------------------------------------

_WIDE_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32-le",  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_SAMPLE = 4096  # bytes that are enough to know wide characters by; a multiple of four
_COMMON_SHARE = 0.04  # of ASCII and CJK punctuation; random or swapped bytes have 0.002
_ODD_SHARE = 0.02  # of NULs and undecodable characters; none is the rule


def _wide(data: bytes, encoding: str) -> Characters:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd") > data.count("\ufffd".encode(encoding))
    return Characters(text.removeprefix("\ufeff"), encoding, ("invalid-bytes",) if lost else ())


def wide_encoding(data: bytes) -> str | None:
    """The UTF-16 or UTF-32 that data is in: by its mark, or by its abundant common characters."""
    for mark, encoding in _WIDE_MARKS.items():
        if data.startswith(mark):
            return encoding
    return _unmarked(data[: min(_SAMPLE, len(data) // 4 * 4)]) if b"\0" in data else None


def _unmarked(head: bytes) -> str | None:
    shares = {}
    for encoding in _WIDE_MARKS.values():
        sample = head.decode(encoding, "replace")
        if sum(map(sample.count, "\0\ufffd")) <= _ODD_SHARE * len(sample):
            common = sum(char.isascii() or char in "，。、：（）" for char in sample)
            shares[encoding] = common / (len(sample) or 1)
    likeliest = max(shares, key=shares.__getitem__, default=None)
    return likeliest if likeliest and shares[likeliest] > _COMMON_SHARE else None


# --- UTF-8 with faults --------------------------------------------------------------------------------------


def _surrogates(data: bytes) -> Characters | None:
    """UTF-8 with surrogates, as Java and some databases write emoji: pairs are joined, lone ones lost."""
    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return joined(text)


def joined(text: str) -> Characters | None:
    """The text with its surrogates joined or lost, `None` where it has none."""
    try:
        text.encode()
    except UnicodeEncodeError:
        whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return Characters(whole, "utf-8", ("surrogates",))
    return None


_CUT_OFF = re.compile(rb"(?:[\xc2\xc3]|[\xe0-\xef][\x80-\xbf]{1,2}|[\xf0-\xf4][\x80-\xbf]{1,3})\Z")


def _mostly_utf8(data: bytes) -> Characters | None:
    """UTF-8 with a few bad bytes, or cut off in its last character; `None` where the bad are most."""
    strict = data.decode("utf-8", "replace")
    lost_before = data.count("\ufffd".encode())
    bad = strict.count("\ufffd") - lost_before
    good = len(strict) - len(strict.encode("ascii", "ignore")) - bad
    if good < bad and not (bad == 1 and _CUT_OFF.search(data)):
        return None
    text = data.decode("utf-8", "jobparse.stray")
    lost = text.count("\ufffd") - lost_before
    return Characters(text, "utf-8", ("mixed-encoding",) * (lost < bad) + ("invalid-bytes",) * (lost > 0))


_STRAY_SIGNS = "€…‘’“”•–—™\u00a0£§©«®°·»".encode("cp1252")


def _read_stray(error: UnicodeError) -> tuple[str, int]:
    """Handler of decoding errors: a lone byte that makes sense in Windows-1252 is read so, else it is U+FFFD.

    Files are glued together from both encodings; `don\\x92t` within UTF-8 leaves no doubt.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data, start, end = error.object, error.start, error.end
    before, stray, after = data[max(start - 1, 0) : start], data[start:end], data[end : end + 1]
    cut_off = error.reason == "unexpected end of data"
    if len(stray) == 1 and before.isascii() and after.isascii() and not cut_off:
        letter = stray[0] >= 0xC0 and (before.isalpha() or after.isalpha())
        if letter or stray in _STRAY_SIGNS:
            return stray.decode("cp1252"), end
    return "\ufffd", end


codecs.register_error("jobparse.stray", _read_stray)

# --- one byte a character, and the rest ---------------------------------------------------------------------

NATURAL = 0.5
"""From here a western reading needs no second opinion: right ones have 0.8 to 1.5, wrong ones 0."""

_WESTERN = ("cp1252", "iso-8859-15", "mac-roman")  # of equals, the first


def _one_byte(data: bytes) -> Characters:
    """The western encoding whose characters stand most naturally, or chardet's opinion where none stand so.

    Latin-1 is read as the Windows-1252 that it is part of.
    """
    readings = {encoding: data.decode(encoding, "replace") for encoding in _WESTERN}
    scores = {encoding: naturalness(text) for encoding, text in readings.items()}
    encoding = max(scores, key=scores.__getitem__)
    text, doubtful = readings[encoding], scores[encoding] < NATURAL
    if doubtful and (detected := _detected(data)):
        encoding, text = detected, data.decode(detected, "replace")
    return Characters(text, encoding, ("invalid-bytes",) if "\ufffd" in text else (), guessed=doubtful)


_DETECTABLE = 65_536  # bytes that chardet is shown; more changes nothing and costs time


def _detected(data: bytes) -> str | None:
    """What chardet takes the encoding for; `None` where it does not know or says what was ruled out."""
    import chardet  # only for the few files that are neither Unicode nor western

    name = chardet.detect(data[:_DETECTABLE])["encoding"] or "ascii"
    try:
        return None if name.lower() in ("ascii", "utf-8") else codecs.lookup(name).name
    except LookupError:
        return None


_LETTERS = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüßœ")
_OPENING = frozenset("“‘„‚«¿¡")
_CLOSING = frozenset("”’“‘»´")
_DASHES = frozenset("–—")
_AFTER_DIGITS = frozenset("°ºª²³½¼")
_APOSTROPHE = lazy(r"[a-z]’(?:s|t|re|ll|ve|d|m)\b | \b(?:[ldnsjcmt]|qu)’\w", re.VERBOSE | re.IGNORECASE)


_ENOUGH = 5_000  # characters that are enough to judge by


def naturalness(text: str) -> float:
    """How much of what is not ASCII stands as in western text: all: 1, none: -1; apostrophes count double."""
    foreign = [match.start() for match in islice(re.finditer(r"[^\x00-\x7f]", text), _ENOUGH)]
    padded = f" {text} "
    good = sum(_stands_well(padded[at], padded[at + 1], padded[at + 2]) for at in foreign)
    apostrophes = sum(1 for _ in islice(_APOSTROPHE.finditer(text), _ENOUGH))
    return (2 * good + apostrophes - len(foreign)) / (len(foreign) or 1)


def _stands_well(before: str, char: str, after: str) -> bool:
    if char.lower() in _LETTERS:
        return _letter_stands_well(before, char, after)
    if char in _OPENING and not before.isalnum() and not after.isspace():
        return True
    if char in _CLOSING:
        return not before.isspace() and (char in "’´" or not after.isalnum())
    if char in _DASHES:
        return before.isspace() == after.isspace() or not before.isalpha()
    if char in "•·":
        return before.isspace() or after.isspace()
    if char in _AFTER_DIGITS:
        return before.isdigit()
    if char in "€£":
        return before.isdigit() or after.isdigit() or before.isspace() or after.isspace()
    if char in "…™®©":
        return not before.isspace() or not after.isspace()
    return char == "\u00a0" or (char == "§" and not before.isalpha())


def _letter_stands_well(before: str, char: str, after: str) -> bool:
    """In a word, no capital after a small letter, or alone, as *à* and *é*; ASCII on one side at least."""
    if not before.isascii() and not after.isascii():
        return False
    if char.isupper():
        return not before.islower() and (before.isalpha() or after.isalpha())
    alone = before.isspace() and after.isspace() and char in "àèéó"
    return alone or (not after.isupper() and (before.isalpha() or after.isalpha()))
