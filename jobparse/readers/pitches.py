"""Paragraphs that stand among demands or tasks and are none: they tell of the job, the team, the company."""
from __future__ import annotations

import re

from ..patterns import lazy
from ..vocab.items import told
from .items import read_item, read_opening

_SHORT = 200
"""Letters of a paragraph up to which it may be an item, though it speaks of the company."""

_SEEKS = lazy(
    r"\b(?:[Ww]e(?:'re| are)|is) (?:looking|seeking|hiring)\b.{0,80}"
    r"\b(?:to (?:join|help|lead|build|drive|grow|support|manage|run)|who will)\b"
)
"""A paragraph that tells the role in general, under whatever heading."""

_SEEKS_WORDS = ("e are ", "e're ", "is looking ", "is seeking ", "is hiring ")

_ON_THE_JOB = lazy(
    r"""
    (?: This | The ) \s (?: role | position | job ) \s (?: does \s not \s have | has \s no | maps \s to | location \s is ) \b
    | Our \s (?: current \s )? (?: team | stack | tech \s stack | company ) \b
    """,
    re.VERBOSE,
)
_PITCH = lazy(
    r"""
    (?: As \s an? \s [\w -]{2,40}? ,? \s )? [Yy]ou (?: 'll | \s will ) \s (?: also \s )?
    (?: get \s to | have \s the \s (?: chance | opportunity ) ) \b
    | (?: Are | Do ) \s you \s (?: looking \s (?: for | to ) | ready \s (?: for | to \s (?: join | take ) )
      | hungry | searching | tired | want \s to | appreciate ) \b
      [^?]{0,300} \? $
    | Are \s we \s a \b
    """,
    re.VERBOSE,
)
"""Paragraphs that tell of the job, the team or what it brings, under whatever heading; the second among demands."""

_SEEKING = lazy(
    r"\b(?:we(?:'re|\sare)|is)\s(?:looking\sfor|seeking|hiring)\b|\balla\sricerca\b|\b(?:wir\ssuchen|suchen\swir)\b"
    r"|\b(?:recherchons|buscamos|procuramos)\b|\bop\szoek\snaar\b",
    re.IGNORECASE,
)
_EARLY = 120
"""Letters of a paragraph in which it says that somebody is sought, if it is no task."""


def tells_company(text: str) -> bool:
    """A long paragraph on the company under a heading that promises a list."""
    if len(text) <= _SHORT or " you" in text.lower():
        return False
    return read_opening(text) == "company"


def tells_job(text: str, field: str) -> bool:
    """Whether a paragraph among the items of a field tells of the job, the team or what it brings."""
    more = _PITCH.match(text) if field == "requirements" else _SEEKING.search(text, 0, _EARLY)
    return _ON_THE_JOB.match(text) is not None or more is not None


def seeks(text: str) -> bool:
    """Whether a paragraph tells the role in general: `We are looking for a baker to join us`."""
    return any(words in text for words in _SEEKS_WORDS) and _SEEKS.search(text) is not None


_TO_YOU = frozenset({"you", "you're", "you've", "must", "vous", "tu", "du", "sie", "você", "usted"})
_OURS = frozenset({
    "we", "our", "us", "we're", "wir", "uns", "unser", "unsere", "unserer", "nous", "notre", "nos", "nós", "nosso", "nossa",
})
_DOUBTFUL = frozenset({"currently", "effective", "valid", "good", "creative", "is", "are", "has", "have", "should", "strong", "highly"})
_ON_OTHERS = ("?", " above", "apply", "welcome to")
"""What a paragraph between bullets holds that speaks of them, or to those who have not all of it."""


def asks_in_prose(text: str) -> bool:
    """Whether a paragraph beside bullets asks for something as they do: `You have baked for two years.`"""
    words = text.lower().split()
    if any(sign in text for sign in _ON_OTHERS) or tells_job(text, "requirements") or read_item(text) == "benefits":
        return False
    if words[0] not in _TO_YOU and (words[0] in _DOUBTFUL or not _OURS.isdisjoint(words)):
        return False  # `Currently we are twelve`, `Good luck to all of you`
    return "requirements" in told(text).first
