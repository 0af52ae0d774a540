"""Names of organisations in running text, and the words beside them that tell who hires."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from ..vocab.lists import read_lists
from .occupations import is_occupation, names_occupation
from .phrases import FirstWords, Hit, Phrases, lowered

_LIST = "companies.txt"


class Mention(NamedTuple):
    """A name at `text[start:end]` and how strongly its cue says that it is the one that hires (5 best)."""

    start: int
    end: int
    cue: str
    weight: int


_STOP = (
    r"(?!(?:We|You|Our|Your|The|It|Is|Are|Was|Has|Have|This|That|They|There|If|As|At|In|On|For|From|With|Who|What|Why|How|To|By|And|Or|But|Will|Can|"
    r"Founded|Wir|Nous|Job|Position|Role|Location|Company|Overview|Description)(?![^\W_]))"
)
_WORD = r"(?:[^\W\d_a-zß-öø-ÿ]|\d(?=\w{0,20}[^\W\d_])|[a-z]{1,2}(?=[A-Z]))[\w&+-]{0,30}"
_WORD += r"(?:[.'’][^\W\d_]\w{0,20}){0,3}"
_SMALL = r"(?:of|the|and|for|de|da|do|dos|du|des|la|y|und|et|&|\+)"
_LEGAL = "|".join(
    re.escape(form) for form in ("Inc.", "Inc", "LLC", "Ltd.", "Ltd", "Corp.", "Corp", "GmbH", "AG", "Co.")
)
_NAME = re.compile(
    rf"""
    {_STOP}{_WORD} (?: [ ] (?: {_SMALL} [ ] ){{0,2}} {_STOP}{_WORD} ){{0,6}}
    (?: , [ ] (?: {_LEGAL}) (?![^\W_]) )?
    """,
    re.VERBOSE,
)
_SENTENCE = re.compile(
    r"(?:[.!?:][ \t]|[•*]|^)[ \t*•_#>\"'“(-]{0,6}(?=[^\W_a-z]|[a-z]{1,2}[A-Z])", re.MULTILINE
)
_THE = ("The ", "A ", "O ")
_SUFFIX = re.compile(r"[ \t]?[®™©](?![^\W_])|[ \t]{1,4}\([^()\n]{1,60}\)|,[ ][^,.\n]{2,50},(?=[ ])")
_FIRST_WORD = re.compile(r"[^\W_][\w'’]{0,30}")
_WORDS_AFTER = re.compile(r"[^\W_][\w'’-]{0,20}")
_POSSESSIVE = re.compile(r"(?:'s|’s)$")
_OWN = re.compile(r"(?:'s|’s)[ \t]{1,4}([a-z]{3,14})")
_LINE_END = re.compile(r"[^\w\n]{0,4}(?:\n|$)")
_TRAILING = re.compile(r"(?:\s(?:of|the|and|for|de|da|do|du|la|y|und|et|&|\+)){1,3}$")
_LAST_WORD = re.compile(r"([^\W\d_]+)[^\w\n]{0,2}$")
_YEAR_FIRST = re.compile(r"[\w ]{0,12}[ ](?:1[89]|20)\d\d[^.,;\n]{0,60},[ ]{1,4}(?=[A-Z0-9])")
_DOES = re.compile(r"[ \t]{1,4}(?:[a-z]{3,14}s[ ][a-z]|is[ ](?:[a-z]{3,12}ly[ ])?[a-z]{3,14}ing[ ])")
_NAME_BEFORE = re.compile(r"(?:^|(?<=[\s(]))(?:[A-Z0-9][\w&+-]{0,30}[ ]){1,5}$")
_STATE = re.compile(r",[ ][A-Z]{2}(?![^\W_])")

LONGEST = 60
"""Characters of the longest name."""


def find_mentions(text: str, low: str, start: int = 0) -> Iterator[Mention]:
    """The names in a text, from an offset on, that a cue calls the organisation that hires; `low` is it in
    small letters."""
    for match in _SENTENCE.finditer(text, start):
        yield from _of_sentence(text, low, match.end())
    for hit in _cues().find(low, start):
        yield from _FINDERS[hit.group](text, hit)


def _of_sentence(text: str, low: str, at: int) -> Iterator[Mention]:
    """A sentence that begins with the name: `Acme is looking for`, `Acme is a`, `Acme's mission`."""
    at += next((len(article) for article in _THE if text.startswith(article, at)), 0)
    name = _name_at(text, at) if _may_begin_name(text, low, at) else None
    if name is None:
        return
    start, end = name
    own = _OWN.match(text, end)
    if own:
        if own[1] in _entries("own"):
            yield Mention(start, end, "own", 2)
        return
    suffix = _SUFFIX.match(text, end)
    after = suffix.end() if suffix else end
    words = _WORDS_AFTER.findall(low, after, min(len(low), after + 60))
    if text[after : after + 1] not in (" ", "\t") or "\n" in text[after : after + 2]:
        return
    if _first_words("sentence: hires").match(words):
        yield Mention(start, end, "hires", 5)
    elif size := _first_words("sentence: is").match(words):
        reach = after + sum(len(word) + 1 for word in words[:size]) + 120
        yield Mention(start, end, "is", 4 if _is_organisation(low, after, reach) else 3)
    elif _DOES.match(text, after):
        doing = low.startswith(" is ", after)
        yield Mention(start, end, "is" if doing else "does", 3 if doing else 1)


def _may_begin_name(text: str, low: str, at: int) -> bool:
    """Whether a sentence's first word is no common one, or a capital follows it (`City of`, `First Bank`)."""
    first = _FIRST_WORD.match(low, at)
    if first is None or first[0] in _entries("never first"):
        return False
    follows = text[first.end() + 1 : first.end() + 4]
    return first[0] not in _common_words() or follows[:1].isupper() or follows == "of "


def _is_organisation(low: str, start: int, end: int) -> bool:
    """Whether one of the words is what organisations are called: `a company`, `the leading provider`."""
    known = _entries("what organisations are")
    line = low.find("\n", start, end)
    return any(
        word in known for word in _WORDS_AFTER.findall(low, start, line if line >= 0 else min(end, len(low)))
    )


def _of_heading(text: str, hit: Hit) -> Iterator[Mention]:
    """`About Acme` alone in a line, or at its beginning."""
    if not _begins_line(text, hit.start):
        return
    name = _name_at(text, hit.end, heading=True)
    if name and _LINE_END.match(text, name[1]):
        yield Mention(*name, "heading", 5)
    elif name and text[hit.start].isupper():
        yield Mention(*name, "beginning", 3)


def _of_anywhere(text: str, hit: Hit) -> Iterator[Mention]:
    """`join the team at Acme`."""
    name = _name_at(text, hit.end)
    if name:
        yield Mention(*name, "anywhere", 3)


def _of_at(text: str, hit: Hit) -> Iterator[Mention]:
    """`At Acme, we …`; `Backend Engineer at Acme`; `days at Acme are`."""
    name = _name_at(text, hit.end)
    if name is None or _STATE.match(text, name[1]):
        return
    if text[hit.start].isupper():
        words = _WORDS_AFTER.findall(text[name[1] : name[1] + 24].lower())
        if text.startswith(",", name[1]) or (words and words[0] in _entries("pronouns")):
            yield Mention(*name, "at", 4)
        elif (words and hit.end - hit.start != 2) or text[hit.start : hit.end].lower() in ("en", "na", "no"):
            yield Mention(*name, "at", 3)  # `En Acme trabajamos`
    elif hit.end - hit.start == 2:
        before = _LAST_WORD.search(text, max(0, hit.start - 30), hit.start)
        role = before is not None and is_occupation(before[1], loose=False)
        yield Mention(*name, "role at", 4) if role else Mention(*name, "somewhere", 2)


def _of_founded(text: str, hit: Hit) -> Iterator[Mention]:
    """`Founded in 1977, Acme …`."""
    after = _YEAR_FIRST.match(text, hit.end)
    name = _name_at(text, after.end()) if after else None
    if name:
        yield Mention(*name, "founded", 4)


def _of_hiring(text: str, hit: Hit) -> Iterator[Mention]:
    """`… Acme is hiring a …` within a line that lost its breaks."""
    before = _NAME_BEFORE.search(text, max(0, hit.start - 60), hit.start)
    name = _name_at(text, before.start()) if before else None
    if (
        name is None
        or name[1] != hit.start - 1
        or text.endswith((" of ", " and ", " & ", " for "), 0, name[0])
    ):
        return
    if text[max(0, name[0] - 3) : name[0]].strip(" \t*_") not in (".", "!", "?", ":", "•", "\n", ""):
        yield Mention(*name, "hires", 5)


def _of_team(text: str, hit: Hit) -> Iterator[Mention]:
    """`the Acme team`."""
    before = _NAME_BEFORE.search(text, max(0, hit.start - 60), hit.start)
    if before is None:
        return
    begins = before[0].startswith("The ")
    if begins or text[max(0, before.start() - 4) : before.start()].lower() == "the ":
        name = _name_at(text, before.start() + 4 * begins)
        if name and name[1] == hit.start - 1:
            yield Mention(*name, "team", 2)


_FINDERS: dict[str, Callable[[str, Hit], Iterator[Mention]]] = {
    "heading": _of_heading,
    "anywhere": _of_anywhere,
    "at": _of_at,
    "founded": _of_founded,
    "sentence: hires": _of_hiring,
    "team": _of_team,
}


def _begins_line(text: str, at: int) -> bool:
    line = text.rfind("\n", max(0, at - 9), at) + 1
    return (line > 0 or at < 9) and not any(letter.isalnum() for letter in text[line:at])


# --- names ----------------------------------------------------------------------------------------


def _name_at(text: str, at: int, *, heading: bool = False) -> tuple[int, int] | None:
    """The name that begins at an offset, without `The`, a possessive ending and words such as `Team`."""
    at += len(text[at : at + 5]) - len(text[at : at + 5].lstrip(" \t*_"))
    if text.startswith(("the ", "The ", "THE "), at):
        at += 4
    match = _NAME.match(text, at)
    if match is None:
        return None
    start, end = match.span()
    for pattern in (_TRAILING, _POSSESSIVE, _ending()):
        trailing = pattern.search(text[start:end])
        end = start + trailing.start() if trailing and trailing.start() else end
    return (start, end) if is_name(text[start:end], heading=heading) else None


def is_name(text: str, *, heading: bool = False) -> bool:
    """Whether a capitalised phrase may be an organisation's name: no heading word, no occupation.

    A `heading` (`About One`) may name what would be a common word at the beginning of a sentence.
    """
    if not 1 < len(text) <= LONGEST or (" " not in text and text.endswith("ing") and not heading):
        return False
    words = [word.strip("'’.,").casefold() for word in text.split()]
    not_names = _common_words()
    if (
        all(word in not_names for word in words)
        or words[0] in _entries("never first")
        or (words[0] in _entries("counts") and not heading)
    ):
        return False
    return has_legal_form(text) or not (names_occupation(text, loose=False) or words[-1] in _entries("ranks"))


def has_legal_form(name: str) -> bool:
    """Whether a name ends in `Inc.`, `GmbH` or the like."""
    return name.split()[-1].strip(",") in _entries("legal forms")


def key_of(name: str) -> str:
    """The name without case, legal form, `The` and marks: two spellings of one organisation have one key."""
    words = name.replace("’", "'").replace(",", " ").split()
    while len(words) > 1 and words[-1] in _entries("legal forms"):
        words.pop()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    return re.sub(r"[^\w ]", "", " ".join(words).casefold()).strip()


def is_board(host: str) -> bool:
    """Whether a host belongs to a job board, an applicant tracking system or a social network."""
    parts = host.casefold().removeprefix("www.").split(".")
    return any(".".join(parts[at:]) in _entries("boards") for at in range(len(parts) - 1))


# --- the vocabulary -------------------------------------------------------------------------------


@cache
def _common_words() -> frozenset[str]:
    """Words of which alone no name is made: `Information Security`, but `Menlo Security`."""
    return _entries("not names") | _entries("departments")


@cache
def _entries(name: str) -> frozenset[str]:
    return frozenset(read_lists(_LIST)[name])


@cache
def _cues() -> Phrases:
    lists = read_lists(_LIST)
    return Phrases(
        {name: lists[name] for name in ("heading", "anywhere", "at", "founded", "sentence: hires", "team")}
    )


@cache
def _first_words(name: str) -> FirstWords:
    return FirstWords(read_lists(_LIST)[name])


@cache
def _ending() -> re.Pattern[str]:
    ordered = sorted(read_lists(_LIST)["endings"], key=len, reverse=True)
    return re.compile(rf"\s(?:{'|'.join(map(re.escape, ordered))})$", re.IGNORECASE)


def is_whole_name(name: str, text_after: str = "") -> bool:
    """Whether a longer name (`Acme Robotics`) is the organisation's own, not a product or a department of
    `Acme`."""
    last = name.split()[-1].strip(".,").casefold()
    low = lowered(text_after)
    return (
        has_legal_form(name) or last in _entries("organisation words") or _is_organisation(low, 0, len(low))
    )
