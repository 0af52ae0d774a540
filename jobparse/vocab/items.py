"""The vocabulary of items: words by which a list item or a paragraph tells what it is without a heading."""
from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from ..letters import FIRST_CJK
from ..patterns import lazy
from .headings import blanked, plain
from .shipped import text_of

_PLACES = ("verbs", "begins", "anywhere", "ends")
_EVERYDAY = frozenset({
    "have", "would", "will", "with", "that", "must", "required", "given", "great", "good", "essential",
    "experience", "knowledge", "skills", "degree", "points",
})
"""Words that say nothing by themselves about whether one of their phrases stands in a text."""

_REMEMBERED = 256
"""Texts of which is kept what the cues tell: those of a post or two, where each is asked for up to four times."""

_MARKS = lazy(r"[!\"#$%()*+,\-./:;<=>?@\[\\\]^_`{|}~&\t\n•–—…“”«»·、，。；：（）]+")
_SMALL_WORDS = blanked("".join(map(chr, range(128)))).lower().encode().ljust(256)
"""ASCII in small letters, with blanks for marks: a table for `bytes.translate`."""


_new = tuple.__new__
"""Makes a named tuple of a tuple, in half the time of its own constructor."""


class Phrases(NamedTuple):
    """Telling word → the phrases with it, a blank before and behind each of their words, and their kinds.

    `unspaced` holds phrases of scripts that write without blanks.
    """

    told_by: dict[str, list[tuple[str, str]]]
    unspaced: list[tuple[str, str]]


class Said(NamedTuple):
    """The words of a text, and the same in one line, a blank before and behind each."""

    words: list[str]
    line: str


class Told(NamedTuple):
    """Kinds of the phrases with which a text begins, and of those that stand anywhere in it."""

    first: Set[str]
    anywhere: Set[str]


class Cues(NamedTuple):
    """What betrays a kind: an item's first words, words anywhere in it, the last word of its first clause."""

    begins: Phrases
    anywhere: Phrases
    ends: frozenset[str]
    stems: AhoCorasick  # one of them stands in every wish (`… is a plus`)


def words_of(text: str) -> list[str]:
    """The words of a text, in lower case and without accents or marks."""
    if text.isascii():
        return text.encode().translate(_SMALL_WORDS).decode().split()
    text = plain(text)
    return (blanked(text) if text.isascii() else _MARKS.sub(" ", text)).split()


def said(text: str) -> Said:
    """What a text says, to be asked for phrases."""
    words = words_of(text)
    return Said(words, f" {' '.join(words)} ")


@lru_cache(_REMEMBERED)
def told(text: str) -> Told:
    """What the cues tell of a text."""
    known, words = cues(), words_of(text)
    telling = known.anywhere.told_by.keys() & words
    if not words or (not telling and words[0] not in known.begins.told_by and text.isascii()):
        return _NOTHING
    said = _new(Said, (words, f" {' '.join(words)} "))
    return _new(Told, (begin(known.begins, said), kinds_within(known.anywhere, said, telling)))


_NOTHING = Told(frozenset(), frozenset())


_LONGEST_WORD = 40


def may_begin(text: str, kind: str) -> bool:
    """Whether the first word of a text is that of a phrase of one kind with which texts begin; asks less than `told`."""
    words = words_of(text[:_LONGEST_WORD])
    if not words or words[0][0] >= FIRST_CJK:
        return bool(words)
    known = cues().begins.told_by.get(words[0])
    return known is not None and any(told == kind for _, told in known)


def begin(phrases: Phrases, said: Said) -> set[str]:
    """Kinds of the phrases with which a text begins; their telling word is their first."""
    words, line = said
    first = words[0]
    found = {kind for phrase, kind in phrases.told_by.get(first, ()) if line.startswith(phrase)}
    if first[0] >= FIRST_CJK:
        found |= {kind for phrase, kind in phrases.unspaced if first.startswith(phrase)}
    return found


def kinds_within(phrases: Phrases, said: Said, telling: Set[str]) -> set[str]:
    """Kinds of the phrases that stand anywhere in a text; `telling` are those of its words that tell of any."""
    told_by, (words, line) = phrases.told_by, said
    found = {kind for word in telling for phrase, kind in told_by[word] if phrase in line}
    if not line.isascii():
        unspaced = [word for word in words if max(word) >= FIRST_CJK]  # `native开发者优先`, too
        found |= {kind for word in unspaced for phrase, kind in phrases.unspaced if phrase in word}
    return found


def within(phrases: Phrases, said: Said, kind: str) -> Iterator[range]:
    """Where the phrases of one kind stand in the line of what is said, but for unspaced ones."""
    told_by, (words, line) = phrases.told_by, said
    for phrase in [phrase for word in told_by.keys() & words for phrase, told in told_by[word] if told == kind]:
        at = line.find(phrase)
        while at >= 0:
            yield range(at, at + len(phrase) - 1)
            at = line.find(phrase, at + 1)


@cache
def cues() -> Cues:
    """The vocabulary, read once.

    Raises ValueError with the line number where a line stands under no head of the form `[kind place]`.
    """
    anywhere, begins = Phrases({}, []), Phrases({}, [])
    ends: set[str] = set()
    wishes: list[list[str]] = []
    kind = place = ""
    text = text_of("items.txt")
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if line.startswith("["):
            kind, _, place = line[1:-1].partition(" ")
        elif line and not line.startswith("#"):
            if place not in _PLACES:
                raise ValueError(f"items.txt:{number}: {line!r} stands under no [kind place]")
            if kind == "nice_to_have":
                wishes.append(words_of(line))
            if place == "ends":
                ends.update(words_of(line)[-1:])
            else:
                _enter(anywhere if place == "anywhere" else begins, line, kind, place)
    return Cues(begins, anywhere, frozenset(ends), AhoCorasick(_stems(wishes)))


_BESIDE_WISHES = frozenset({
    "highly", "strongly", "very", "be", "sehr", "ware", "ist", "tres", "soit", "muy", "muito", "seria", "molto", "zeer",
})
"""Words that wishes are stressed or joined with."""


@cache
def wish_words() -> frozenset[str]:
    """The words of all wishes: `preferred`, `a`, `plus`, `would`, `helpful`."""
    known = cues()
    spoken = {
        word
        for phrases in known.anywhere.told_by.values()
        for phrase, kind in phrases
        if kind == "nice_to_have"
        for word in phrase.split()
    }
    unspaced = {phrase for phrase, kind in known.anywhere.unspaced if kind == "nice_to_have"}
    return frozenset(spoken | unspaced | known.ends | _BESIDE_WISHES)


def _enter(phrases: Phrases, line: str, kind: str, place: str) -> None:
    words = words_of(line)
    if words[0][0] >= FIRST_CJK:
        phrases.unspaced.append((words[0], kind))
        return
    for form in _forms(words[0]) if place == "verbs" else (words[0],):
        phrase = [form, *words[1:]]
        telling = max(phrase, key=len) if place == "anywhere" else form
        known = phrases.told_by.setdefault(telling, [])
        if (entry := (f" {' '.join(phrase)} ", kind)) not in known:
            known.append(entry)


def _forms(verb: str) -> tuple[str, ...]:
    """design → design, designs, designing: the spellings of an English verb, and some that harm nothing."""
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    third = verb[:-1] + "ies" if verb[-1] == "y" and verb[-2] not in "aeou" else verb + "s"
    hissing = verb + "es" if verb.endswith(("s", "x", "ch", "sh")) else third
    return tuple(dict.fromkeys((verb, hissing, stem + "ing", stem + stem[-1] + "ing")))


def _tells(word: str) -> bool:
    return word not in _EVERYDAY and (len(word) > 3 or word[0] >= FIRST_CJK)


def _stems(wishes: list[list[str]]) -> list[str]:
    """For each wish its last telling word, or the whole wish where all its words are everyday ones."""
    stems = {next(filter(_tells, reversed(words)), " ".join(words)) for words in wishes}
    return [stem for stem in stems if not any(other in stem for other in stems if other != stem)]
