"""The vocabulary of items: words by which a list item or a paragraph tells what it is without a heading."""
from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from .headings import plain

_PLACES = ("verbs", "begins", "anywhere", "ends")
_EVERYDAY = frozenset({
    "have", "would", "will", "with", "that", "must", "required", "given", "great", "good", "essential",
    "experience", "knowledge", "skills", "degree", "points",
})
"""Words that say nothing by themselves about whether one of their phrases stands in a text."""

_MARKS = str.maketrans(dict.fromkeys("!\"#$%()*+,-./:;<=>?@[\\]^_`{|}~&\t\n•–—…“”«»·、，。；：（）", " "))
_CJK = "\u2e80"
_LONGEST = 8
"""Words of the longest phrase, with room."""


class Phrases(NamedTuple):
    """First word → the other words of a phrase and its kind, longest first; phrases without blanks."""

    first: dict[str, list[tuple[tuple[str, ...], str]]]
    unspaced: list[tuple[str, str]]


class Cues(NamedTuple):
    """What betrays a kind: an item's first words, words anywhere in it, the last word of its first clause."""

    begins: Phrases
    anywhere: Phrases
    ends: frozenset[str]
    stems: tuple[str, ...]  # one of them stands in every wish (`… is a plus`)


def words_of(text: str) -> list[str]:
    """The words of a text, in lower case and without accents or marks."""
    return plain(text).translate(_MARKS).split()


def begin(phrases: Phrases, words: Sequence[str]) -> set[str]:
    """Kinds of the phrases with which the words begin."""
    if not words:
        return set()
    after = tuple(words[1:_LONGEST])
    found = {kind for rest, kind in phrases.first.get(words[0], ()) if after[: len(rest)] == rest}
    if words[0][0] >= _CJK:
        found |= {kind for phrase, kind in phrases.unspaced if words[0].startswith(phrase)}
    return found


def within(phrases: Phrases, words: Sequence[str]) -> list[tuple[str, int, int]]:
    """Kind, first word and number of words of every phrase among the words."""
    first, found = phrases.first, []
    for at, word in enumerate(words):
        for rest, kind in first.get(word, ()):
            if not rest or tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                found.append((kind, at, 1 + len(rest)))
    for at, word in enumerate(words):
        if word[0] >= _CJK:
            found += [(kind, at, 1) for phrase, kind in phrases.unspaced if phrase in word]
    return found


@cache
def cues() -> Cues:
    """The vocabulary, read once.

    Raises ValueError with the line number where a line stands under no head of the form `[kind place]`.
    """
    found = Cues(Phrases({}, []), Phrases({}, []), frozenset(), ())
    ends: set[str] = set()
    wishes: list[list[str]] = []
    kind = place = ""
    text = files(__package__).joinpath("items.txt").read_text("utf-8")
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
                _enter(found.anywhere if place == "anywhere" else found.begins, line, kind, place == "verbs")
    return found._replace(ends=frozenset(ends), stems=_stems(wishes))


def _enter(phrases: Phrases, line: str, kind: str, verb: bool) -> None:
    words = words_of(line)
    if words[0][0] >= _CJK:
        phrases.unspaced.append((words[0], kind))
        return
    for form in _forms(words[0]) if verb else (words[0],):
        known = phrases.first.setdefault(form, [])
        if (tuple(words[1:]), kind) not in known:
            known.append((tuple(words[1:]), kind))
            known.sort(key=lambda pair: -len(pair[0]))


def _forms(verb: str) -> tuple[str, ...]:
    """design → design, designs, designing: the spellings of an English verb, and some that harm nothing."""
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    third = verb[:-1] + "ies" if verb[-1] == "y" and verb[-2] not in "aeou" else verb + "s"
    hissing = verb + "es" if verb.endswith(("s", "x", "ch", "sh")) else third
    return tuple(dict.fromkeys((verb, hissing, stem + "ing", stem + stem[-1] + "ing")))


def _tells(word: str) -> bool:
    return word not in _EVERYDAY and (len(word) > 3 or word[0] >= _CJK)


def _stems(wishes: list[list[str]]) -> tuple[str, ...]:
    """For each wish its last telling word, or the whole wish where all its words are everyday ones."""
    stems = {next(filter(_tells, reversed(words)), " ".join(words)) for words in wishes}
    return tuple(sorted(stem for stem in stems if not any(other in stem for other in stems if other != stem)))
