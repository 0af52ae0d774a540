"""The heading vocabulary: which kind of section a heading opens."""
from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from ..patterns import lazy
from .shipped import text_of

_REMEMBERED = 2048
"""Headings whose kind is kept: the same few thousand come back in every folder of posts."""

_MOST_WORDS = 9
"""Words of a heading up to which a hint is believed: a longer one is a sentence."""

_MOST_BETWEEN = 14
"""Words of a heading up to which its beginning and end are believed together."""

_ASCII_MARKS = bytes(code if chr(code).isalnum() or chr(code) == "'" else 32 for code in range(256))
"""ASCII with blanks for marks: over bytes this costs a tenth of `str.translate`."""

_ACCENTS = dict(zip("áàâãäåéèêëíìîïóòôõöúùûüçñ’‘", "aaaaaaeeeeiiiiooooouuuucn''", strict=True))
_ACCENTED = lazy(f"[{''.join(_ACCENTS)}]")  # a few in a text: faster than `str.translate`
_NOT_WORDS = lazy(r"[^\w']+|_+")
_SHORT_FORMS = lazy(r"'(ll|re|ve|d)\b|\b(what|here|it|who|that|there|where|how)'s\b")
_LONG_FORMS = {"ll": " will", "re": " are", "ve": " have", "d": " would"}
_SENTENCE_MARKS = (".", ",", ";", "。", "；")
_JOINTS = frozenset({"and", "und", "et", "e"})
_JOINT = lazy(rf"(?:^| )(?:{'|'.join(sorted(_JOINTS))})(?: |$)")
_CLOSING = (")", "]", "）", "】")
_ASIDE = lazy(r"[(\[（【][^()\[\]（）【】]{0,80}[)\]）】][\s:]{0,9}$")


_MORE = "more"
"""The kind of the section before (`And what else we offer`); all else that the words tell wins over it."""

_LISTS = {"nice_to_have", "benefits", "requirements", "responsibilities", "skills"}
"""Kinds that one heading may join: `Skills & Benefits`."""


_LOOSE = frozenset({"company", "role", "other"})
"""Kinds whose beginnings say less than the end of a heading that announces a list: `Our company offers benefits, including`."""

_ANNOUNCES = (" include", " includes", " including", " following", " are", " have")
"""Last words of a heading that announces a list."""

_WISHED = {"requirements", "skills", _MORE}
"""Kinds of headings which a remark such as `(optional)` turns into wishes."""


class Match(NamedTuple):
    """The kind of section a heading opens; `sure` is False where only a hint says so."""

    kind: str
    sure: bool


class Headings(NamedTuple):
    """Whole headings; beginnings with the end they ask for; ends; hints; hints of scripts without blanks."""

    whole: dict[str, str]
    begins: dict[str, list[tuple[str, str]]]
    ends: dict[str, str]
    hints: dict[str, list[tuple[list[str], str]]]  # by their first word
    unspaced: dict[str, str]
    order: dict[str, int]


def plain(text: str) -> str:
    """A text in lower case, without the accents of Latin letters, with straight apostrophes."""
    text = text.lower()
    return text if text.isascii() else _ACCENTED.sub(lambda match: _ACCENTS[match[0]], text)


def blanked(text: str) -> str:
    """An ASCII text with blanks for its marks, but for `'`."""
    return text.encode().translate(_ASCII_MARKS).decode()


def normalise(heading: str) -> str:
    """A heading without case, accents, marks and short forms: `What You'll Do:` is `what you will do`."""
    if heading.isascii() and heading.replace(" ", "").isalpha():  # most are
        return " ".join(heading.lower().split())
    text = plain(heading).replace("&", " and ")
    text = blanked(text) if text.isascii() else _NOT_WORDS.sub(" ", text)
    if "'" not in text:
        return " ".join(text.split())
    text = _SHORT_FORMS.sub(lambda m: _LONG_FORMS[m[1]] if m[1] else f"{m[2]} is", text)
    return " ".join(word.strip("'") for word in text.split())


@lru_cache(_REMEMBERED)
def read_heading(heading: str) -> Match | None:
    """The kind of section that a line opens which is known to be a heading."""
    more = ""
    whole = normalise(heading)
    if _is_optional(heading):
        return Match("nice_to_have", True)
    for words in filter(None, (whole, _without_aside(heading))):
        found = _whole(words) or _begins(words)
        if found == _MORE:
            found, more = "", _MORE
        if found in _LOOSE and words.endswith(_ANNOUNCES) and (end := _ends(words)) in _LISTS:
            found = end
        if found := found or _ends(words) or _joined(heading, whole):
            return Match(found, True)
    sentence = heading.rstrip()[-1:] in _SENTENCE_MARKS and not heading.rstrip().endswith("...")
    hint = more if sentence else _hint(whole) or more
    return Match(hint, False) if hint else None


@lru_cache(_REMEMBERED)
def read_bare(heading: str) -> str:
    """The kind of section where the whole line is a known heading, else `""`: for lines without any mark."""
    words = normalise(heading)
    if _is_optional(heading) and _whole(_without_aside(heading)):
        return "nice_to_have"
    return _whole(words) or _joined(heading, words) or _whole(_without_aside(heading))


def _without_aside(heading: str) -> str:
    """The heading without its last remark in brackets; `""` where it has none."""
    aside = _ASIDE.search(heading) if heading.rstrip(" :")[-1:] in _CLOSING else None
    return normalise(heading[: aside.start()]) if aside else ""


def _is_optional(heading: str) -> bool:
    """Whether a heading's last remark calls what it names a wish: `Skills (optional)`, `Experience (nice to have)`."""
    aside = _ASIDE.search(heading) if heading.rstrip(" :")[-1:] in _CLOSING else None
    if aside is None or _whole(normalise(aside[0])) != "nice_to_have":
        return False
    rest = normalise(heading[: aside.start()])
    return (_whole(rest) or _begins(rest) or _ends(rest)) in _WISHED


def _joined(heading: str, words: str) -> str:
    """The kind of two known headings in one: `Qualifications & Education`, `Duties / Tasks`."""
    if "/" not in heading and _JOINTS.isdisjoint(words.split()):
        return ""
    wholes = [normalise(part) for part in heading.split("/")] if "/" in heading else [words]
    kinds = {_whole(part) for whole in wholes for part in _JOINT.split(whole)}
    if "" in kinds or (len(kinds) > 1 and not kinds <= _LISTS):
        return ""
    return min(kinds, key=lambda kind: headings().order[kind])


def _whole(words: str) -> str:
    return headings().whole.get(words, "")


def _begins(words: str) -> str:
    """The kind of the longest beginning."""
    begins, cut = headings().begins, len(words)
    short = words.count(" ") < _MOST_BETWEEN
    while cut > 0:
        for end, kind in begins.get(words[:cut], ()):
            if not end or (short and words.endswith(end)):
                return kind
        cut = words.rfind(" ", 0, cut)
    return ""


def _ends(words: str) -> str:
    """The kind of the longest end."""
    ends = headings().ends
    cut = words.find(" ")
    while cut > 0:
        if kind := ends.get(words[cut + 1 :]):
            return kind
        cut = words.find(" ", cut + 1)
    return ""


def _hint(text: str) -> str:
    """The kind of the longest hint; of several alike, the one whose kind stands first in the file."""
    book, words = headings(), text.split()
    if len(words) > _MOST_WORDS:
        return ""
    found = [
        (len(phrase), -book.order[kind], kind)
        for at, word in enumerate(words)
        for phrase, kind in book.hints.get(word, ())
        if words[at : at + len(phrase)] == phrase
    ]
    found += [(1, -book.order[kind], kind) for phrase, kind in book.unspaced.items() if phrase in text]
    return max(found)[2] if found else ""


@cache
def headings() -> Headings:
    """The vocabulary, read once.

    Raises ValueError with the line number where a phrase stands twice.
    """
    book = Headings({}, {}, {}, {}, {}, {})
    seen: dict[str, str] = {}
    kind = ""
    text = text_of("headings.txt")
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if line.startswith("["):
            kind = line[1:-1]
            book.order[kind] = len(book.order)
        elif line and not line.startswith("#"):
            if line in seen:
                raise ValueError(f"headings.txt:{number}: {line!r} already stands under {seen[line]}")
            seen[line] = kind
            _enter(book, line, kind)
    return book


def _enter(book: Headings, line: str, kind: str) -> None:
    if line.isascii() and line.replace(" ", "").isalpha():  # most are
        book.whole[line] = kind
    elif line.startswith("~"):
        phrase = normalise(line[1:])
        if phrase.isascii():
            words = phrase.split()
            book.hints.setdefault(words[0], []).append((words, kind))
        else:
            book.unspaced[phrase] = kind
    elif "..." in line:
        begin, end = (normalise(part) for part in line.split("...", 1))
        if begin:
            book.begins.setdefault(begin, []).append((end, kind))
            book.begins[begin].sort(key=lambda pair: -len(pair[0]))
        else:
            book.ends[end] = kind
    else:
        book.whole[normalise(line)] = kind
