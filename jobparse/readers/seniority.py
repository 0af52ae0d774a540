"""The level that a title or a statement names: `Sr. Engineer` → `senior`, `Engineer II` → `mid`."""

from __future__ import annotations

import re
from functools import cache
from typing import get_args

from ..literals import Gated
from ..patterns import lazy
from ..record import Seniority
from ..vocab.lists import any_word, gated, read_lists
from .occupations import is_occupation, names_occupation

LEVELS: tuple[Seniority, ...] = get_args(Seniority)
"""Lowest first; of several the highest counts."""

_NUMERAL = lazy(
    r"(?<![^\W\d_])([^\W\d_]{1,30})[.)]?\s(?:[Ll]evel\s)?(I{1,3}|IV|V|[1-5])(?:\s?(?:[/&–-]|to|or)\s?(II|III|IV|V))?"
    r"(?=$|[\s,:;/|()&–—-])"
)
_OF_NUMERAL: dict[str, Seniority] = {"I": "junior", "1": "junior", "II": "mid", "2": "mid"}
_NOT_NUMBERED = frozenset(
    {
        "phase",
        "type",
        "class",
        "title",
        "tier",
        "part",
        "grade",
        "war",
        "step",
        "stage",
        "web",
        "top",
        "fortune",
    }
)
_PART_ENDS = lazy(r"\s?(?:[-–—,|(/:@]|$|(?:at|in|na|no|em)\s)")
_ELSEWHERE = lazy(r"@|\b(?:at|to|reporting)\s", re.IGNORECASE)
_AIM = lazy(r"\b(?:for|für|pour|para)\s[^,;:|/()\[\]–—]{1,200}?(?=$|[,;:|()\[\]–—]|\s[/-])", re.IGNORECASE)
_INTERNSHIP = lazy(
    r"""
    (?: ^ | \s [-–—|] \s | [(/:] \s? ) stage (?= \s? (?: \s [-–—|] | [:,/)] | $ ) | \s (?: de | en | d['’] | pfe | m[12] | alternance ) )
    | ^ (?: offre \s de \s )? stage \s (?= développe | ingénieur | assistant | chargé | data | marketing | communication )
    | ^ (?: (?! \s [-–—|@] \s | [:,] | \b(?:food|credit|street|grocery|housing|farm)\b ) . ){2,60} \s co-?op
      (?= \s? (?: $ | [,(/–—-] | student | position | placement | program | term | intern ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""`Chargé de projet (stage)`, `Software Developer Co-op`."""
_MANAGER_FIRST = lazy(
    r"(?:^|[-–—|(/]\s?)(?:(?:senior|sr\.?|junior|assistant)\s)?manager\b(?!\s?[-–—]?\s?trainee)",
    re.IGNORECASE,
)


def highest(levels: set[Seniority]) -> Seniority | None:
    """The highest of some levels."""
    return max(levels, key=LEVELS.index, default=None)


def read_seniority(title: str) -> Seniority | None:
    """The highest level that a title names; None where it names none.

    Words in phrases such as `Senior Living` are no level, nor is what stands after `at`, `@` or `to`
    (`Assistant to the CEO`).
    """
    place = _ELSEWHERE.search(title, 1)
    whole = _without_aim(title[: place.start()] if place else title)
    text = _no_level().sub(lambda match: " " * len(match[0]), whole)
    found = {_level_of()[_key(match[0])] for match in level_words().finditer(text)}
    found |= {
        _OF_NUMERAL.get(match[3] or match[2], "senior") for match in _NUMERAL.finditer(text) if _numbered(match, text)
    }
    if _MANAGER_FIRST.search(whole) or _people_manager().search(whole):
        found.add("manager")
    if _junior_associate().search(text):
        found.add("junior")
    if _INTERNSHIP.search(whole):
        found.add("intern")
    return highest(found)


def _without_aim(title: str) -> str:
    """A title without whom or what it is for: of `Assistant for the Director (part-time)` the words around."""
    for aim in _AIM.finditer(title, 1):
        if names_occupation(title[: aim.start()]):
            return title[: aim.start()] + " " + title[aim.end() :]
    return title


def without_numerals(title: str) -> str:
    """A title without the numeral of its level: `Engineer II` → `Engineer`."""
    for match in reversed(list(_NUMERAL.finditer(title))):
        if _numbered(match, title):
            title = title[: match.end(1)] + title[match.end() :]
    return title


def without_levels(title: str, *, nouns: bool) -> str:
    """A title without words such as `Senior`; with `nouns` also without `Intern` or `Team Lead`."""
    text = (
        _junior_associate().sub(
            lambda match: match[0][: match[0].lower().index("associate")] + match["after"], title
        )
        if nouns
        else title
    )
    return _removable(nouns).sub(lambda match: match["kept"] or " ", text)


def _numbered(match: re.Match[str], text: str) -> bool:
    """Whether a numeral numbers a job: it follows an occupation, or ends a part of the title."""
    if is_occupation(match[1]):
        return True
    last = match.end() == len(text) or bool(_PART_ENDS.match(text, match.end()))
    return last and match[2] in ("II", "III", "IV") and match[1].casefold() not in _NOT_NUMBERED


def _key(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())


@cache
def _level_of() -> dict[str, Seniority]:
    lists = read_lists("titles.txt")
    return {_key(word): level for level in LEVELS for word in lists[level]}


@cache
def level_words() -> Gated:
    """Any word or phrase that names a level."""
    return any_word(_level_of())


@cache
def _no_level() -> Gated:
    return any_word(read_lists("titles.txt")["no level"])


@cache
def _removable(nouns: bool) -> Gated:
    """One level word or several joined ones (`Pleno/Sênior`), or a phrase in which they are kept."""
    lists = read_lists("titles.txt")
    stay = {_key(word) for word in (*lists["levels that stay"], *(() if nouns else lists["nouns of level"]))}
    removed = [entry for entry in _level_of() if entry not in stay]
    word = (
        any_word(removed).pattern
        + r"(?:\+|\.)?(?:\([ao]\))?(?:[\s-]levels?(?![^\W_]))?"
    )
    joint = r"\s?(?:/|&|,|-|\+|\bor\b|\bou\b|\be\b|\band\b|\bto\b|\bund\b|\bet\b|\bo\b|\by\b|\bbis\b)\s?"
    kept = any_word(lists["no level"]).pattern
    return gated(rf"(?P<kept>{kept})|{word}(?:{joint}{word}){{0,3}}", removed)


@cache
def _people_manager() -> Gated:
    people = any_word(read_lists("titles.txt")["people manager"])
    return gated(people.pattern + r"\.?\smanager\b", ["manager"])


@cache
def _junior_associate() -> Gated:
    before = any_word(read_lists("titles.txt")["junior associate"]).pattern
    return gated(rf"(?:^|[-–—|(/]\s?)associate\s(?P<after>{before})", ["associate"])
