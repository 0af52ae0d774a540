"""Lists of names in a text: a member of a list of skills is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..patterns import lazy
from .mentions import ABSTRACT, LISTS_OF_SKILLS, SENTENCE_END, WORD, Mention, Reading, words_of

_SEPARATOR = lazy(
    r"[,/|&+;•·()、，；\[\]]|\b(?:and|or|und|oder|et|ou|y|e|o|u|sowie|bzw|and/or|as well as|plus)\b"
)
_PLAIN = frozenset(
    {
        ", ",
        " and ",
        " or ",
        "/",
        ",",
        ", and ",
        " & ",
        " / ",
        " und ",
        " oder ",
        " et ",
        " ou ",
        " y ",
        " e ",
        " | ",
    }
)
"""What mostly stands between two members of a list."""

_LINK = lazy(
    r"\s(?:with|in|on|using|via|by|for|under|mit|in|avec|en|sous|con|com|em)\s(?:the\s)?$", re.IGNORECASE
)
_LINK_REACH = 12

_GAP = 45
"""Letters between two names of one list, at most."""

_MANY, _SOME = 3, 2
"""Ambiguous names in one list from which on they are skills: anywhere, and in lists of skills."""


def carry_along_lists(read: Reading, barred: Sequence[bool], used: list[bool]) -> None:
    """Carry usage along lists, and to what stands `with` or `in` a skill."""
    listed = [_are_listed(read.text, one.end, other.start) for one, other in pairwise(read.mentions)]
    if True in listed:
        _count_lists(read, listed, barred, used)
    _count_families(read.mentions, barred, used)
    _spread(listed, barred, used)
    if False in used and _follow(read, barred, used):
        _spread(listed, barred, used)


def _are_listed(text: str, start: int, end: int) -> bool:
    """Whether two names stand in one list: a comma, slash or `and` between, and at most one other word."""
    if end - start > _GAP:
        return False
    between = text[start:end]
    if between in _PLAIN:
        return True
    if SENTENCE_END.search(between) or not _SEPARATOR.search(between.lower()):
        return False
    small = words_of("small")
    others = [word for word in WORD.findall(between) if word.lower() not in small and not word[0].isdigit()]
    return not others or (len(others) == 1 and any(mark in between for mark in ",/|;、，"))


def _count_lists(read: Reading, listed: Sequence[bool], barred: Sequence[bool], used: list[bool]) -> None:
    """Enough ambiguous names in a row with their capitals are sure: `Elixir, Phoenix and Ecto`."""
    mentions, enough = read.mentions, _SOME if read.place.section in LISTS_OF_SKILLS else _MANY
    start = 0
    while start < len(mentions):
        stop = start + 1
        while stop < len(mentions) and listed[stop - 1]:
            stop += 1
        row = range(start, stop)
        named = [
            at
            for at in row
            if mentions[at].category not in ABSTRACT and read.text[mentions[at].start].isupper()
        ]
        if len(named) >= enough:
            for at in named:
                used[at] = used[at] or not barred[at]
        start = stop


def _count_families(mentions: Sequence[Mention], barred: Sequence[bool], used: list[bool]) -> None:
    """A doubtful name beside one of its families makes both sure: `Elixir and Phoenix`."""
    places = {mention.name: at for at, mention in enumerate(mentions)}
    for at, mention in enumerate(mentions):
        if barred[at] or mention.category in ABSTRACT:
            continue
        for family in mention.families:
            other = places.get(family)
            if other is not None:
                used[at] = True
                used[other] = used[other] or not barred[other]


def _spread(listed: Sequence[bool], barred: Sequence[bool], used: list[bool]) -> None:
    """A member of a list of skills is one: carry usage along the list, forth and back."""
    pairs = [at for at, together in enumerate(listed) if together]
    for at in pairs:
        used[at + 1] = used[at + 1] or (used[at] and not barred[at + 1])
    for at in reversed(pairs):
        used[at] = used[at] or (used[at + 1] and not barred[at])


def _follow(read: Reading, barred: Sequence[bool], used: list[bool]) -> bool:
    """Names with their capital behind a skill and `with` or `in`: `unit tests with Jest`. Whether any was."""
    ends = {mention.end for mention, ok in zip(read.mentions, used, strict=True) if ok}.union(read.tails.values())
    if not ends:
        return False
    found = False
    for at, mention in enumerate(read.mentions):
        if not used[at] and not barred[at] and read.text[mention.start].isupper():
            link = _LINK.search(read.text, max(0, mention.start - _LINK_REACH), mention.start)
            used[at] = link is not None and link.start() in ends
            found = found or used[at]
    return found
