"""Names of organisations in running text, and the words beside them that tell who hires."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..vocab.lists import read_lists
from .occupations import is_occupation, names_occupation

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
_WORD = r"(?:[^\W\d_a-zß-öø-ÿ]|\d(?=\w{0,20}[^\W\d_]))[\w&+-]{0,30}(?:[.'’][^\W\d_]\w{0,20}){0,3}"
_SMALL = r"(?:of|the|and|for|de|da|do|dos|du|des|la|y|und|et|&|\+)"
_LEGAL = "|".join(re.escape(form) for form in ("Inc.", "Inc", "LLC", "Ltd.", "Ltd", "Corp.", "Corp", "GmbH", "AG", "Co."))
_NAME = re.compile(
    rf"""
    {_STOP}{_WORD} (?: \s (?: {_SMALL} \s ){{0,2}} {_STOP}{_WORD} ){{0,6}}
    (?: , \s (?: {_LEGAL}) (?![^\W_]) )?
    """,
    re.VERBOSE,
)
_SENTENCE = re.compile(r"(?:^\W{0,4}|(?<=[.!?:])\s{1,3}|[•*]\s{1,3})(?:The\s{1,4}|A\s|O\s)?(?=[^\W_a-z])")
_POSSESSIVE = re.compile(r"(?:'s|’s)$")
_OWN = re.compile(r"(?:'s|’s)\s{1,4}")
_PRONOUN = re.compile(
    r"""
    , | ,?\s{1,4} (?: we | you | our | it | you'll | you’ll | we're | we’re | we've | we’ve | we'll | everyone | people | employees | all | every
             | your | each | there | wir | nous | você | nossa | nosso | somos | temos ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LINE_END = re.compile(r"\W{0,4}$")
_TRAILING = re.compile(r"(?:\s(?:of|the|and|for|de|da|do|du|la|y|und|et|&|\+)){1,3}$")
_LAST_WORD = re.compile(r"([^\W\d_]+)\W{0,2}$")
_YEAR_FIRST = re.compile(r"[\w ]{0,12}\s(?:1[89]|20)\d\d[^.,;\n]{0,60},\s{1,4}(?=[A-Z0-9])")
_NAME_BEFORE = re.compile(r"(?:^|(?<=[\s(]))(?:[A-Z0-9][\w&+-]{0,30}\s){1,5}$")
_STATE = re.compile(r",\s[A-Z]{2}(?![^\W_])")
_DOES = re.compile(r"\s{1,4}[a-z]{3,14}s\s[a-z]")

LONGEST = 60
"""Characters of the longest name."""


def find_mentions(text: str) -> Iterator[Mention]:
    """The names in one line that a cue calls the organisation that hires."""
    for match in _SENTENCE.finditer(text):
        name = _name_at(text, match.end())
        if name:
            yield from _of_sentence(text, *name)
    yield from _of_heading(text)
    yield from _of_middle(text)
    for match in _after("anywhere").finditer(text):
        name = _name_at(text, match.end())
        if name:
            yield Mention(*name, "anywhere", 3)
    yield from _of_at(text)
    for match in _after("founded").finditer(text):
        after = _YEAR_FIRST.match(text, match.end() - 1)
        name = _name_at(text, after.end()) if after else None
        if name:
            yield Mention(*name, "founded", 4)


def _of_sentence(text: str, start: int, end: int) -> Iterator[Mention]:
    """A sentence that begins with the name: `Acme is looking for`, `Acme is a`, `Acme's mission`."""
    own = _OWN.match(text, end)
    if _says("sentence: hires").match(text, end):
        yield Mention(start, end, "hires", 5)
    elif says := _says("sentence: is").match(text, end):
        yield Mention(start, end, "is", 4 if _organisation().search(text, says.end(), says.end() + 120) else 3)
    elif own and _owned().match(text, own.end()):
        yield Mention(start, end, "own", 2)
    elif _DOES.match(text, end):
        yield Mention(start, end, "does", 1)


def _of_middle(text: str) -> Iterator[Mention]:
    """`… Acme is hiring a …` within a line that lost its breaks, and `the Acme team`."""
    for match in _hiring().finditer(text):
        before = _NAME_BEFORE.search(text, max(0, match.start() - 60), match.start() + 1)
        name = _name_at(text, before.start()) if before else None
        if name and name[1] == match.start() and not _SENTENCE.match(text, max(0, name[0] - 2)):
            yield Mention(*name, "hires", 5)
    for match in _THE_TEAM.finditer(text):
        name = _name_at(text, match.start(1))
        if name:
            yield Mention(*name, "team", 2)


_THE_TEAM = re.compile(r"\bthe\s{1,4}((?:[A-Z0-9][\w&+-]{0,30}\s){1,4})(?:team|family)\b")


def _of_heading(text: str) -> Iterator[Mention]:
    """`About Acme` alone in a line, or at its beginning."""
    match = _heading().match(text)
    name = _name_at(text, match.end(), heading=True) if match else None
    if match is None or name is None:
        return
    if _LINE_END.match(text, name[1]):
        yield Mention(*name, "heading", 5)
    elif match["word"][0].isupper():
        yield Mention(*name, "beginning", 3)


def _of_at(text: str) -> Iterator[Mention]:
    """`At Acme, we …`; `Backend Engineer at Acme`; `days at Acme are`."""
    for match in _after("at").finditer(text):
        name = _name_at(text, match.end())
        if name is None or _STATE.match(text, name[1]):
            continue
        if match[0][0].isupper():
            if _PRONOUN.match(text, name[1]):
                yield Mention(*name, "at", 4)
        elif match[0].lower() == "at ":
            before = _LAST_WORD.search(text, max(0, match.start() - 30), match.start())
            role = before is not None and is_occupation(before[1], loose=False)
            yield Mention(*name, "role at", 4) if role else Mention(*name, "somewhere", 2)


# --- names -------------------------------------------------------------------------------------------------------


def _name_at(text: str, at: int, *, heading: bool = False) -> tuple[int, int] | None:
    """The name that begins at an offset, without `The`, a possessive ending and words such as `Team`."""
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
    not_names = _entries("not names")
    if all(word in not_names for word in words) or words[0] in _entries("never first") or (words[0] in _COUNTS and not heading):
        return False
    return has_legal_form(text) or not (names_occupation(text, loose=False) or words[-1] in _RANKS)


_RANKS = frozenset("manager director lead leader intern president supervisor managers leaders interns".split())
_COUNTS = frozenset("one two three first second next last".split())


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


# --- the vocabulary ----------------------------------------------------------------------------------------------


@cache
def _entries(name: str) -> frozenset[str]:
    return frozenset(read_lists(_LIST)[name])


@cache
def _phrases(name: str) -> str:
    ordered = sorted(read_lists(_LIST)[name], key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in ordered)


@cache
def _says(name: str) -> re.Pattern[str]:
    """Words after a name, past a bracket or an inserted clause: `Acme (formerly Bolt), a bank, is looking for`."""
    doing = r"|is\s(?:[a-z]{3,12}ly\s)?[a-z]{3,14}ing" if name == "sentence: is" else ""
    return re.compile(
        rf"(?:\s?[®™©])?(?:\s\([^()\n]{{1,60}}\))?(?:,\s[^,\n]{{2,50}},)?\s{{1,4}}(?:{_phrases(name)}{doing})(?![^\W_])", re.IGNORECASE
    )


@cache
def _after(name: str) -> re.Pattern[str]:
    """Words right before a name."""
    return re.compile(rf"(?:^|(?<=[\s(•*]))(?:{_phrases(name)})\s{{1,4}}(?=[^\W_])", re.IGNORECASE)


@cache
def _hiring() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_phrases('sentence: hires')})(?![^\W_])")


@cache
def _organisation() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{_phrases('what organisations are')})(?![^\W_])", re.IGNORECASE)


def is_whole_name(name: str, text_after: str = "") -> bool:
    """Whether a longer name (`Acme Robotics`) is the organisation's own, not a product or a department of `Acme`."""
    last = name.split()[-1].strip(".,").casefold()
    return has_legal_form(name) or last in _entries("organisation words") or bool(_organisation().search(text_after))


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,6}}(?P<word>{_phrases('heading')})\s{{1,4}}(?=[^\W_])", re.IGNORECASE)


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(rf"(?:{_phrases('own')})(?![^\W_])", re.IGNORECASE)


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_phrases('endings')})$", re.IGNORECASE)
