"""Levels that running text states for the job: `this is an entry-level position`, `candidates from mid to
staff level`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..patterns import lazy
from ..record import Seniority
from .occupations import heads, names_occupation
from .seniority import highest


class Statement(NamedTuple):
    """A level and where its words stand; `refused` tells why it is not the job's."""

    level: Seniority
    start: int
    end: int
    refused: str = ""


_LEVEL: dict[str, Seniority] = {
    "entry": "junior",
    "junior": "junior",
    "beginner": "junior",
    "mid": "mid",
    "middle": "mid",
    "medior": "mid",
    "intermediate": "mid",
    "mid-senior": "senior",
    "senior": "senior",
    "staff": "staff",
    "principal": "principal",
    "lead": "lead",
    "director": "director",
    "executive": "executive",
    "júnior": "junior",
    "pleno": "mid",
    "sênior": "senior",
    "sénior": "senior",
    "confirmé": "mid",
    "débutant": "junior",
}
_WORDS = "|".join(sorted(_LEVEL, key=len, reverse=True))
_STATED = lazy(
    rf"""
    (?<![^\W_])
    (?: ({_WORDS}) (?: \s?[-–]?\s? (?: to|or|and|/|,|ou|through )\s?[-–]?\s? (?:the\s)? ({_WORDS}) ){{0,1}}
        [\s-]? levels?
      | (?:n[íi]vel|niveau)\s (?:de\s)? ({_WORDS}) (?: \s (?:ou|e|/|et|o|y) \s ({_WORDS}) )? )
    (?![^\W_])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ALONE = lazy(
    r"\W{0,8}(sênior|pleno|júnior)(?:\W{1,3}(?:ou|e)?\W{0,3}(sênior|pleno|júnior))?\W{0,4}", re.IGNORECASE
)
_JOB = lazy(
    r"""
    [\s,)]{1,2} (?: [\w'&/+#.-]{1,18} \s ){0,3}
    (?: positions? | roles? | jobs? | opportunit(?:y|ies) | openings? | hires? | candidates? | applicants?
      | contributors? | vagas? )
    (?![^\W_])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OTHERS = lazy(
    r"""
    \b(?: mentor\w* | coach\w* | lead\w* | manag\w* | train\w* | support\w* | with | by | all | other
        | develop\w* | guid\w* | experienced?(?:\s\w{1,12}){0,3}\s(?:with|at|in|of) | not | alongside
        | report\w*\sto | communicat\w* | c )
    \s(?: [\w'-]{1,14}\s ){0,2}$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AT = lazy(r"\b(?:at|from)\s(?:an?\s|the\s)?$|\bopen to\b.{0,40}$|\bem\s$|\bde\s$", re.IGNORECASE)
_LATER = lazy(
    r"""
    \b(?: (?:transition|grow|develop|advance|progress|move|evolve|promot\w+)\s(?:up\s)?(?:in)?to | (?:path|promotion|route)\sto(?:wards?)? )
    \s(?: [\w'-]{1,14}\s ){0,2}$
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Before a level that the job may lead to: `the potential to transition into a director-level position`."""

_SCHOOL = lazy(
    r"\s(?:[\w-]{1,14}\s){0,2}(?:courses?|classes|students?|electives?|stakeholders?|leaders?|management|executives?"
    r"|salar(?:y|ies)|wages?|pay|compensation|stipend)\b",
    re.IGNORECASE,
)
_AFTER = 60


def find_statements(text: str) -> Iterator[Statement]:
    """The levels that one line states; those which belong to colleagues or to experience are told as
    refused."""
    alone = _ALONE.fullmatch(text) if len(text) < 40 else None
    if alone:  # a board's label: `👨 Pleno / Sênior`
        level = highest({_LEVEL[word.lower()] for word in alone.groups() if word})
        if level is not None:
            yield Statement(level, alone.start(1), alone.end(1))
    low = text.lower()
    for match in _STATED.finditer(text) if any(map(low.__contains__, _LEVEL)) else ():
        level = highest({_LEVEL[word.lower()] for word in match.groups() if word})
        if level is not None:
            yield Statement(level, *match.span(), refused=_reason(text, match))


def _reason(text: str, match: re.Match[str]) -> str:
    before = text[max(0, match.start() - 40) : match.start()]
    after = text[match.end() : match.end() + _AFTER]
    if _OTHERS.search(before) or _SCHOOL.match(after):
        return "somebody else's level"
    if _LATER.search(before):
        return "a level that may come later"
    if (
        sum(word is not None for word in match.groups()) > 1
        or match[3]
        or _JOB.match(after)
        or _names_someone(after)
    ):
        return ""
    at = _AT.search(before)
    if at and (at[0].lower().startswith("open") or names_occupation(before[: at.start()], loose=False)):
        return ""  # `a Backend Engineer at a senior level`
    return "nothing says that it is the job's level"


def _names_someone(after: str) -> bool:
    """Whether an occupation follows within five words."""
    stop = re.search(r"[.,;:!?()]", after)
    piece = after[: stop.start()] if stop else after
    return any(True for _ in heads(" ".join(piece.split()[:5]), loose=False))
