"""The occupation's name at some place of running text: `an experienced Backend Engineer in Berlin`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..patterns import lazy
from ..vocab.lists import read_lists
from .occupations import LETTERS, is_occupation, is_student, names_occupation, plural_letters, words

_TOKEN = lazy(
    r"[^\s,;:!?|()\[\]\"]+(?::(?:innen|in|en|er|n|r|e)(?![^\W_]))?"
    r"(?:\((?:e|a|o|r|n|s|es|as|os|in|fe|ne|ve|se|le|ère|euse|trice|rice|teuse)\)(?![^\W_]))?"
)
_GENDER = lazy(r"[*:/·_](?:innen|in|en|er|n|r|e|se)$")  # `engagierte*n`
_HARD = lazy(r"[,;:!?|()\[\]\"]|\.(?:\s|$)|\s[-–—]\s")
_BRACKET = lazy(r"[ \t]?\([^()\n]{1,30}\)")
_MORE = lazy(
    r"""
    (?: , | [ ][-–—] ) [ ]      # `Scientist, Quantitative Translational Sciences in`
    ( (?: (?: [A-Z][\w&/-]{0,30} | & | and | of ) [ ] ){0,5} [A-Z][\w&/-]{0,30} )
    (?= ,?[ ] (?: (?: in | at | to | who | for | with | on | you | based | will | is | plays
                      | position | role ) \b
                | \( ) )
    """,
    re.VERBOSE,
)
_NUMERAL = lazy(r"(?:I{1,3}|IV|V|[1-5])$")
_TECHNICAL = lazy(r"[A-Z][A-Za-z]*[A-Z.#+\d]|[A-Z]{2,}|\.[A-Z]|[A-Z][a-z]+\.?[jJ][sS]$|[A-Z#+.]+$")

LONGEST_NAME = 8
"""Words before an occupation's head word at most: `Senior Full-Stack Cloud Infrastructure Software
Engineer` has six."""


_REACH = 240
"""Characters that one phrase may reach, praise included; it never leaves its line."""


_GLUED = lazy(r"an?(?=[A-Z][a-z]{2,20}[ ])")
"""An article that lost its blank: `aData Engineer`."""


class Name(NamedTuple):
    """An occupation named in a text: `text[start:end]`."""

    start: int
    end: int
    plural: int  # letters of the plural's ending: 1 in `engineers`, none in `engineer`
    many: bool  # another occupation is named beside it


def name_at(text: str, at: int) -> Name | None:
    """The occupation named by the words that begin at an offset: articles and praise are passed over.

    `an experienced Backend Engineer specialising in Go` gives the place of `Backend Engineer`; None where no
    occupation is named there, or only as part of something else (`a team of engineers`).
    """
    tokens = _tokens(text, at)
    first = _skip_praise(tokens)
    last = _last_head(text, tokens, first)
    if last is None:
        return None
    first = _after_article(tokens, first, last)
    end = _qualified(text, tokens, last)
    start = tokens[first].start()
    glued = _GLUED.match(text, start)
    start = glued.end() if glued else start
    plural = plural_letters(LETTERS.findall(tokens[last][0])[-1])
    end = tokens[last].end() if plural else end
    second = _another(text, end)
    if second and not plural and _same_person(tokens[last][0], second.name):
        return name_at(text, second.start)  # `une développeuse ou un développeur web`
    if (
        second
        and second.joined
        and not plural
        and any(token[0].lower() in ("a", "an", "un", "um", "einen") for token in tokens[:first])
    ):
        return Name(start, second.end, 0, False)  # `a data manager and analyst` is one person
    joined = bool(plural) and any(token[0] in ("and", "or") for token in tokens[first:last])
    return Name(start, end, plural, joined or second is not None)


def _tokens(text: str, at: int) -> list[re.Match[str]]:
    """The next words, as far as one phrase may reach."""
    found = []
    end = text.find("\n", at, at + _REACH)
    for token in _TOKEN.finditer(text, at, end if end >= 0 else min(len(text), at + _REACH)):
        found.append(token)
        if len(found) == 2 * LONGEST_NAME + 4:
            break
    return found


def _after_article(tokens: list[re.Match[str]], first: int, last: int) -> int:
    """Index of the name's first word where an article stands within: `zum Zeitpunkt einen erfahrenen
    Entwickler`."""
    for index in range(last - 1, first - 1, -1):
        if tokens[index][0].casefold() in _hiring()["indefinite articles"]:
            return index + 1 + _skip_praise(tokens[index + 1 : last + 1])
    return first


def _skip_praise(tokens: list[re.Match[str]]) -> int:
    """Index of the first word that may belong to the name."""
    hiring = _hiring()
    for index, token in enumerate(tokens):
        word = token[0]
        low = word.casefold().rstrip(".")
        low = low if low in hiring["articles"] else _GENDER.sub("", low)
        if low in hiring["ordinals"] and _counts(tokens, index):
            continue
        always = word[0].islower() or low in hiring["praise even with a capital"]
        somewhere = low.endswith("-based") and word[0].isupper() and index + 1 < len(tokens) and tokens[index + 1][0].islower()
        praised = low in hiring["articles"] or (always and low in hiring["adjectives"]) or somewhere  # `a Leeds-based cook`
        if not (
            praised
            or (
                word.islower()
                and low.endswith(("ly", "-driven", "-oriented", "-minded", "-motivated", "-focused"))
            )
        ):
            return index
    return len(tokens)


def _counts(tokens: list[re.Match[str]], index: int) -> bool:
    """Whether `first` tells that nobody has the post yet: `our first designer`, `the first Data Analyst`; not `first aid`."""
    token = tokens[index]
    before = token.string[max(0, token.start() - _LONGEST_BEFORE) : token.start()].split()[-1:]
    owned = bool(before) and before[0].casefold() in _hiring()["before an ordinal"]
    return owned or (token[0].islower() and _capital_next(tokens, index))


_LONGEST_BEFORE = 10
"""Letters of the word before an ordinal, with the blank."""


def _last_head(text: str, tokens: list[re.Match[str]], first: int) -> int | None:
    """Index of the word that names the occupation: the last one before the phrase stops."""
    last, stops, after = None, _hiring()["stops"], words().not_after
    for index in range(first, min(len(tokens), first + LONGEST_NAME)):
        low = tokens[index][0].casefold().rstrip(".")
        if low in ("and", "&", "/", "or") and last is None and index > first and (
            (_capital_next(tokens, index) and low != "or") or _joins_fields(tokens, index)
        ):
            continue  # `Housekeeping and Laundry Aide`
        if low in stops or (index > first and _broken(text, tokens[index - 1], tokens[index])):
            break
        if last is not None and low in after:
            return None
        if last is not None and tokens[last][0].casefold() in words().romance:
            break
        if _is_head(tokens, first, index):
            last = index
    return last


def _capital_next(tokens: list[re.Match[str]], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1][0][0].isupper()


def _joins_fields(tokens: list[re.Match[str]], index: int) -> bool:
    """Whether two fields of one person's work stand around a word: `sales and marketing manager`."""
    fields = _hiring()["fields side by side"]
    return index + 1 < len(tokens) and {tokens[index - 1][0].casefold(), tokens[index + 1][0].casefold()} <= fields


def _broken(text: str, before: re.Match[str], token: re.Match[str]) -> bool:
    """Whether a comma, a full stop or a dash parts two words (`Sr. Engineer` is whole)."""
    between = text[before.end() : token.start()]
    if before[0].endswith(".") and len(before[0]) > 4:
        return True
    return bool(_HARD.search(between)) or before[0] in "-–—" or token[0] in "-–—"


def _is_head(tokens: list[re.Match[str]], first: int, index: int) -> bool:
    letters = LETTERS.findall(tokens[index][0])
    if any(is_occupation(word, loose=False) for word in letters):
        return True
    if index > first and letters and is_student(tokens[index - 1][0].replace(".", ""), letters[0]):
        return True
    after = tokens[index + 1][0] if index + 1 < len(tokens) else ""
    if (
        letters
        and letters[-1].casefold() in _hiring()["ranks of something"]
        and tokens[index][0][0].isupper()
        and after == "of"
    ):
        return _capital_next(tokens, index + 1)  # `Director of Engineering`
    if index > first and letters and letters[-1].casefold() in ("manager", "managers", "director"):
        return True  # `account manager`
    titled = index > first and all(_capital(token[0]) for token in tokens[first : index + 1])
    return titled and any(is_occupation(word) for word in letters)


def _capital(word: str) -> bool:
    return not word[0].islower() or word.casefold() in ("of", "and", "de", "da", "do")


def _qualified(text: str, tokens: list[re.Match[str]], last: int) -> int:
    """Where the name ends: numerals, levels, `of …`, a Romance head's qualifiers and a bracket belong to
    it."""
    head = tokens[last]
    letters = [word.casefold() for word in LETTERS.findall(head[0])]
    romance, rank = (
        any(word in words().romance for word in letters),
        any(word in words().ranks for word in letters),
    )
    end, index = head.end() - (head[0].endswith(".") and len(head[0]) > 3), last + 1
    while index < len(tokens) and index < last + 6 and not _broken(text, tokens[index - 1], tokens[index]):
        taken = _continues(tokens, index, romance, rank)
        if not taken:
            break
        index += taken
        end = tokens[index - 1].end() - tokens[index - 1][0].endswith(".")
    bracket = _BRACKET.match(text, end)
    more = None if bracket else _MORE.match(text, end)
    if more and not names_occupation(more[1]) and (" " in more[1] or text[end] != ","):
        return more.end()
    return bracket.end() if bracket else end


def _continues(tokens: list[re.Match[str]], index: int, romance: bool, rank: bool) -> int:
    """How many of the next words still belong to the name."""
    word = tokens[index][0].rstrip(".")
    low, hiring = word.casefold(), _hiring()
    after = tokens[index + 1][0] if index + 1 < len(tokens) else ""
    if _NUMERAL.match(word) or low in hiring["levels after the occupation"]:
        return 1
    if low in hiring["connectors"] and after and after.casefold() not in hiring["stops"]:
        wanted = romance if low != "of" else rank or after[0].isupper()
        return 2 if wanted else 0
    if rank and low in ("and", "&", ",") and after and after[0].isupper():
        return 2  # `Director of Training and Development`
    if low in hiring["stops"]:
        return 0
    if rank and word[:1].isupper() and _after_of(tokens, index):
        return 1
    if romance and (word[:1].isupper() or low in hiring["qualifiers after the occupation"]):
        return 1
    return bool(_TECHNICAL.match(word)) and word.isupper()


def _after_of(tokens: list[re.Match[str]], index: int) -> bool:
    """Whether `of` stands among the few words before: `Director of Sales Operations`."""
    return any(token[0] in ("of", "and", "&") for token in tokens[max(0, index - 3) : index])


class _Second(NamedTuple):
    """Another occupation beside the first; `joined` where it follows `and` without an article of its own."""

    end: int
    joined: bool
    start: int
    name: str  # the word that names it


_LINK = lazy(r"[ ]?(?:,|/|&|\b(?:and|or|und|oder|et|ou|y|e)\b)(?:[ ](?:and|or))?[ ]")


def _another(text: str, end: int) -> _Second | None:
    """A second occupation right beside the first: `… and a Data Engineer`."""
    link = _LINK.match(text, end)
    if link is None:
        return None
    tokens = _tokens(text, link.end())
    first = _skip_praise(tokens)
    last = _last_head(text, tokens, first)
    if last is None:
        return None
    return _Second(
        tokens[last].end(),
        first == 0 and link[0].strip().lower() in ("and", "und", "et", "y", "e", "&"),
        tokens[first].start(),
        tokens[last][0],
    )


_SHORTEST_STEM = 4
"""Letters that two words begin with which name a man and a woman of one occupation."""


def _same_person(one: str, other: str) -> bool:
    """Whether two words name one occupation of either gender: `développeuse`, `développeur`."""
    one, other = one.casefold().rstrip("."), other.casefold().rstrip(".")
    common = next((at for at, pair in enumerate(zip(one, other, strict=False)) if len(set(pair)) > 1), None)
    common = min(len(one), len(other)) if common is None else common
    return (
        one != other
        and common >= max(_SHORTEST_STEM, min(len(one), len(other)) - 5)
        and not {one, other}.isdisjoint(_gendered())
    )


@cache
def _gendered() -> frozenset[str]:
    """Occupations of languages that have a word for each gender."""
    lists = read_lists("occupations.txt")
    return words().romance | frozenset(lists["german"])


@cache
def _hiring() -> dict[str, frozenset[str]]:
    return {name: frozenset(entries) for name, entries in read_lists("hiring.txt").items()}
