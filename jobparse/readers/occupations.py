"""Which words name an occupation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from ..letters import FIRST_CJK
from ..patterns import lazy
from ..vocab.lists import read_lists

LETTERS = lazy(r"[^\W\d_]+")
class Words(NamedTuple):
    """The vocabulary of occupations, read once."""

    firm: frozenset[str]  # name a person wherever they stand
    loose: frozenset[str]  # only in a title
    vague: frozenset[str]  # only in a title that has no other: surnames, adjectives
    posts: frozenset[str]  # `internship`: vague too, only in the singular
    ranks: frozenset[str]  # name a level, alone no occupation
    romance: frozenset[str]  # their qualifiers follow: `analista de suporte`
    endings: tuple[str, ...]
    chinese: tuple[str, ...]  # endings too
    not_after: frozenset[str]
    after_posts: frozenset[str]
    students: frozenset[str]
    no_person: tuple[str, ...]  # endings that only look like one


@cache
def words() -> Words:
    """The vocabulary (`vocab/occupations.txt`)."""
    lists = read_lists("occupations.txt")
    romance = frozenset(word for name in ("french", "spanish", "portuguese", "italian") for word in lists[name])
    firm = [word for name in ("english", "german", "dutch") for word in lists[name]]
    endings = tuple(word[1:] for word in firm if word.startswith("-"))
    return Words(
        frozenset(word for word in firm if not word.startswith("-")) | romance,
        frozenset(lists["english, in titles only"]),
        frozenset(lists["other languages, in titles only"]),
        frozenset(lists["posts"]),
        frozenset(lists["ranks"]),
        romance,
        endings,
        lists["chinese"],
        frozenset(lists["not after"]),
        frozenset(lists["after posts"]),
        frozenset(lists["students"]),
        lists["no person"],
    )


@lru_cache(maxsize=2048)
def is_occupation(word: str, *, loose: bool = True, vague: bool = False) -> bool:
    """Whether one word (letters only) names an occupation; `loose` takes words too that do so only in a
    title, `vague` those that do so only where no other word does."""
    known, low = words(), word.casefold()
    if low in known.firm or (loose and low in known.loose) or (vague and low in known.vague | known.posts):
        return True
    if low[-1:] >= FIRST_CJK:
        return low.endswith(known.chinese) and (loose or low.endswith(_PERSONS))
    for ending in _ENDINGS:
        if low.endswith(ending):
            stem = low.removesuffix(ending)
            if stem in known.firm or (loose and stem in known.loose) or (vague and stem in known.vague):
                return True
    if low.endswith("es") and low[:-2] in known.romance:
        return True  # `programadores`, but no German `enges`
    low = _compound(low)
    return len(low) > 7 and low.endswith(known.endings) and not low.endswith(known.no_person)


_PERSONS = ("师", "師", "员", "員", "家", "经理", "經理", "总监", "總監")
"""How Chinese words end that name persons and nothing else."""

_ENDINGS = ("s", "in", "innen")
"""Of the plural, and of women's names of occupations."""


def _compound(low: str) -> str:
    return low.removesuffix("innen") if low.endswith("innen") else low.removesuffix("in")


@lru_cache(maxsize=1024)
def names_occupation(text: str, *, loose: bool = True, vague: bool = False) -> bool:
    """Whether a title or a part of it names an occupation: `Backend Engineer`, but not `Developer
    Relations`."""
    return any(True for _ in heads(text, loose=loose, vague=vague))


def names_vaguely(text: str) -> bool:
    """Whether a title names an occupation, if only by `Praktikum` or `Richter`."""
    return names_occupation(text, vague=True)


def heads(text: str, *, loose: bool = True, vague: bool = False) -> Iterator[re.Match[str]]:
    """The words of a text that name an occupation."""
    found = list(LETTERS.finditer(text))
    not_after = words().not_after
    for number, word in enumerate(found):
        if not (
            is_occupation(word[0], loose=loose, vague=vague)
            or (loose and _in_a_field(found, number))
            or (number and is_student(found[number - 1][0], word[0]))
        ):
            continue
        after = found[number + 1] if number + 1 < len(found) else None
        if not (after and after[0].casefold() in not_after and text[word.end() : after.start()].isspace()):
            yield word


def is_student(before: str, word: str) -> bool:
    """Whether two words name the post of a student: `PhD student`."""
    return word.casefold() in ("student", "candidate") and before.casefold() in words().students


def _in_a_field(found: list[re.Match[str]], number: int) -> bool:
    """Whether a post's word has its field behind it: `Estágio em Redes`."""
    if found[number][0].casefold() not in words().posts or number + 2 >= len(found):
        return False
    return found[number + 1][0] in words().after_posts and found[number + 2][0][0].isupper()


def plural_letters(word: str) -> int:
    """How many letters the plural of an occupation's word adds: 1 in `engineers`, 2 in `programadores`."""
    low, known = word.casefold(), words()
    if not low.endswith("s") or low in known.firm:
        return 0
    if low[:-1] in known.firm or low[:-1] in known.loose:
        return 1
    return 2 if low.endswith("es") and low[:-2] in known.romance else 0
