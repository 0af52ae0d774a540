"""The language a post is written in: the script decides, and among Latin letters the little words vote."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from ..candidates import Candidate
from ..document import Document, Line
from ..patterns import lazy
from ..vocab.lists import read_lists

FIELDS = ("language",)
TRIGGERS = ()

_ENOUGH = 1500
"""Characters of the body that vote: more of them changed no verdict."""

_FEWEST_LETTERS = 40
"""Shorter texts say too little to tell their language."""

_FEWEST_VOTES = 3
"""Little words that a Latin-script verdict needs at least."""

_FOREIGN = re.compile(rb"[\xcd-\xdf\xe0\xe1\xe3-\xed]")
"""First bytes, in UTF-8, of letters that are not Latin, quick to compile; typography has another."""
_SCRIPTS = (
    ("ja", lazy(r"[぀-ヿ]")),
    ("ko", lazy(r"[가-힣]")),
    ("zh", lazy(r"[一-鿿]")),
    ("el", lazy(r"[α-ωά-ώ]")),
    ("he", lazy(r"[א-ת]")),
    ("ar", lazy(r"[ء-ي]")),
    ("hi", lazy(r"[अ-ह]")),
    ("th", lazy(r"[ก-ฮ]")),
    ("ru", lazy(r"[а-яё]")),
)
_LETTERS_A_WORD = {"zh": 2, "ja": 2, "ko": 3}
"""Letters that carry as much as one word of a script with blanks; 5 for the others."""

_WORD = lazy(r"\S")
_UKRAINIAN = lazy(r"[іїєґ]")


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """One candidate where the text is long enough and one language clearly leads."""
    text = document.low[document.body_start : document.body_start + _ENOUGH]
    if len(text) < _FEWEST_LETTERS and document.header:
        text = document.low
    code = detect(text)
    if code:
        first = _WORD.search(document.view, document.body_start)
        line = document.line_span(document.line_of(first.start() if first else 0))
        yield Candidate("language", code, (line,), "language.words", "pattern")


def detect(text: str) -> str | None:
    """ISO 639-1 code of a lower-cased text, `None` where it is too short or undecided."""
    words = text.split()
    if len(words) < _FEWEST_LETTERS and sum(map(len, words)) < _FEWEST_LETTERS:
        return None
    foreign = "" if text.isascii() or not _FOREIGN.search(text.encode("utf-8", "surrogatepass")) else _script(text, words)
    return foreign or _vote(words)


def _script(text: str, words: list[str]) -> str:
    """A script that holds at least as many words as all Latin letters together."""
    latin = sum(1 for word in words if "a" <= word[0] < "ɐ")
    for code, letters in _SCRIPTS:
        found = len(letters.findall(text)) / _LETTERS_A_WORD.get(code, 5)
        if found > max(latin, 5):
            return "uk" if code == "ru" and len(_UKRAINIAN.findall(text)) > 3 else code
        if code == "ja" and found > 10 and not latin:
            return code
    return ""


def _vote(words: list[str]) -> str | None:
    """The language with the most little words, `None` where they are few or two languages have as many."""
    little = _little_words()
    votes: dict[str, int] = {}
    for word, count in Counter(filter(little.__contains__, words)).items():
        for code in little[word]:
            votes[code] = votes.get(code, 0) + count
    most = max(votes.values(), default=0)
    first = [code for code, count in votes.items() if count == most]
    return first[0] if most >= _FEWEST_VOTES and len(first) == 1 else None


@cache
def _little_words() -> dict[str, tuple[str, ...]]:
    """Word → the languages whose little word it is."""
    found: dict[str, tuple[str, ...]] = {}
    for code, words in read_lists("stopwords.txt").items():
        for word in words:
            found[word] = (*found.get(word, ()), code)
    return found
