"""The occupations that a line of running text names, and by what words: `we are looking for a …`, `as a …, you will`."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from ..vocab.lists import read_lists
from .occupations import Name, name_at
from .seniority import any_of

How = Literal["seeking", "as", "position", "subject"]


class Call(NamedTuple):
    """An occupation that a text names as the job, and how."""

    how: How
    name: Name


_ARTICLE = re.compile(r"(?<![^\W_])(?:the|this|our|an?)\s(?=[^\W\d_.])", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:^|[.!?:•]\s{1,3}|^\W{1,6})$")
_TO_READER = re.compile(r",?\s(?:you|the\ssuccessful)\b", re.IGNORECASE)
_DOES = re.compile(r"\s(?:[a-z]{3,16}ly\s)?[a-z]{3,16}s\s(?=[a-z])")
_WORK = re.compile(r"\s(?:are|will|work|in|at|on)\s")
_TO_SOMEONE = re.compile(r"(?:\bto|\bwith|\bby|\bof|\bunder|\bfrom|\band)\s$", re.IGNORECASE)


def find_calls(text: str) -> Iterator[Call]:
    """The occupations that one line names as the job it is about."""
    for match in _seeking().finditer(text):
        if not _not_sought().search(text, max(0, match.start() - 14), match.start()):
            name = name_at(text, match.end())
            if name:
                yield Call("seeking", name)
    for match in _as().finditer(text):
        name = name_at(text, match.end()) if match[0][0].isupper() else None
        if name and (_SENTENCE.search(text[max(0, match.start() - 8) : match.start()]) or _TO_READER.match(text, name.end)):
            yield Call("as", name)
    yield from _by_article(text)
    name = name_at(text, 0) if text[:1].isupper() else None
    if name and name.plural and name.start == 0 and _is_titled(text, name) and _WORK.match(text, name.end):
        yield Call("subject", name)  # `Data Scientists in our group work …`


def _by_article(text: str) -> Iterator[Call]:
    """`The Data Analyst will …`, `in this Data Analyst role`."""
    for match in _ARTICLE.finditer(text):
        name = name_at(text, match.end())
        if name is None or name.plural or name.many:
            continue
        if _called_role().match(text, name.end):
            if not _TO_SOMEONE.search(text, max(0, match.start() - 6), match.start()) or text[: match.start()].endswith(("of ", "for ")):
                yield Call("position", name)
        elif (_says().match(text, name.end) or _is_titled(text, name) and _DOES.match(text, name.end)) and _begins(text, match, name):
            yield Call("subject", name)


def _is_titled(text: str, name: Name) -> bool:
    """Whether a name has two words or more, all capitalised."""
    found = text[name.start : name.end].split()
    return len(found) > 1 and all(not word[0].islower() for word in found)


def _begins(text: str, article: re.Match[str], name: Name) -> bool:
    """Whether the article begins a sentence, or the main clause after a comma (`Under direction, a Vocational Worker will`)."""
    before = text[max(0, article.start() - 8) : article.start()]
    if article[0][0].isupper():
        return bool(_SENTENCE.search(before))
    return before.endswith(", ") and text[name.start].isupper()


@cache
def _seeking() -> re.Pattern[str]:
    return re.compile(any_of(read_lists("hiring.txt")["seeking"]).pattern + r"\s*:?\s", re.IGNORECASE)


@cache
def _not_sought() -> re.Pattern[str]:
    return re.compile(any_of(read_lists("hiring.txt")["not sought"]).pattern + r"\s$", re.IGNORECASE)


@cache
def _as() -> re.Pattern[str]:
    return re.compile(any_of(read_lists("hiring.txt")["as"]).pattern + r"\s", re.IGNORECASE)


@cache
def _called_role() -> re.Pattern[str]:
    return re.compile(r"\s" + any_of(read_lists("hiring.txt")["called a role"]).pattern, re.IGNORECASE)


@cache
def _says() -> re.Pattern[str]:
    return re.compile(r",?\s" + any_of(read_lists("hiring.txt")["says of the role"]).pattern, re.IGNORECASE)
