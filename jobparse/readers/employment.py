"""Kinds of employment in a statement (`Full-time, permanent`), a title and running text (`this is a
full-time role`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, get_args

from ..letters import lowered
from ..patterns import lazy
from ..record import EmploymentType
from ..vocab.lists import read_lists
from .occupations import heads, plural_letters
from .phrases import Hit, Phrases

KINDS: tuple[EmploymentType, ...] = get_args(EmploymentType)


class Found(NamedTuple):
    """A kind and where its words stand; `refused` tells why the text does not mean the job by them."""

    kind: EmploymentType
    start: int
    end: int
    refused: str = ""


_WINDOW = 60
"""How many characters before and after a word may tell what it is about."""

_SHORT_LINE, _FEW_WORDS, _VERY_FEW_WORDS = 80, 7, 4
"""A line with no more characters and words may be a statement that stands alone; the fewest where it does not
begin with the word."""

_IN_CONTEXT: frozenset[EmploymentType] = frozenset(
    {"full_time", "part_time", "contract", "temporary", "permanent"}
)
"""Kinds whose words count in running text beside a word such as `position`; the others need a phrase of
their own."""

_TERMS: frozenset[EmploymentType] = frozenset({"permanent", "temporary", "contract"})
_HOURS: frozenset[EmploymentType] = frozenset({"full_time", "part_time"})

_OFFERED = _HOURS | {"permanent", "temporary"}
"""Kinds that an item offers by an article alone: `Een jaarcontract`; `Ein Freelancer` is a person."""
_ITEM_ARTICLE = lazy(r"[\W_]{0,12}(?:une?|eine?n?|een|una?|uma?)\s[ \t*_]{0,3}", re.IGNORECASE)

_SENTENCE_END = lazy(r"[.!?;•|]\s|\n")
_LABEL = lazy(r"[ \t*_]{0,4}[:：]")
_ONLY = lazy(r"[ \t]?(?:only\b|[.,;|/]|$)", re.IGNORECASE)
_ARTICLE = lazy(r"(?:\b(?:an?|eine?n?|une?|uma?|una)|\bour)[ \t]{1,4}$", re.IGNORECASE)
_THIS = lazy(
    r"\b(?:this|our|an?|the|is|paid|unpaid|seeking|summer|diese[srm]?|ce|esta|este)[ \t]"
    r"(?:[\w-]{1,12}[ \t]){0,2}$",
    re.IGNORECASE,
)
_POSITION = lazy(
    r"[ \t](?:positions?|roles?|opportunity|opportunities|openings?|program(?:me)?|cohort)(?![^\W_])",
    re.IGNORECASE,
)
_OF_OTHERS = lazy(
    r"""
    \b (?: (?:currently|are|is|be|been|were)\s employed | employed\s(?:by|in|at) | authori[sz]ed
         | (?<!\d-) (?: years? | months? )  # not `a 6-month, part-time contract`
         | experience | degree
         | whether | mentors? | students? | jahre | anos | años | ans ) \b
    [^.;:|]{0,50}$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ANNOUNCED = lazy(
    r"""
    (?: \b(?:this|it|position|role|job|vaga|stelle)\s(?:is|will\sbe|'s|é|ist)\s(?:an?\s|both\s)?
        (?:[\w-]{1,14},?\s){0,3}
      | \b(?:seeking|hiring|hire|add|looking\sfor|need|recruiting)\s(?:an?\s)?(?:[\w-]{1,14},?\s){0,2}
      | \b(?:join\s(?:us|our\steam|them|the\steam)|work\s(?:with\sus|for\sus))\s(?:[\w-]{1,14}\s){0,4}
      | \bon\san?\s | \b(?:als|como|en|em)\s | \bopen\sto\s(?:both\s)?(?:[\w-]{1,14}[\s/]){0,4}
      | (?-i:As)\san?\s
      | \b(?:position|role|job)\sis\s[^.;:\n]{1,40}\sand\sis\s
    )[ \t*_]{0,3}$
    """,
    re.VERBOSE | re.IGNORECASE,
)


# --- statements and titles ------------------------------------------------------------------------


def read_statement(value: str) -> Iterator[Found]:
    """The kinds that a header's or label's value names."""
    for hit in _stated().find(lowered(value)):
        if hit.group != "another":
            yield Found(_kind(hit), hit.start, hit.end)


def read_title(title: str) -> Iterator[Found]:
    """The kinds that a title names: `Freelance Designer`, `Analyst (Part-Time)`, but not `Contract Manager`.

    A word that may belong to the occupation counts only in brackets or alone between separators.
    """
    clear = read_lists("employment.txt")["clear in titles"]
    for hit in _stated().find(lowered(title)):
        if hit.group == "another":
            continue
        kind = _kind(hit)
        doubtful = (kind in _IN_CONTEXT and kind != "part_time") or kind == "volunteer"
        if not doubtful or title[hit.start : hit.end].lower() in clear or _apart(title, hit):
            yield Found(kind, hit.start, hit.end)


_APART_BEFORE = lazy(r"(?:^|[(\[|,;:/–—-])\s*(?:[\w-]{1,12}\s)?$")
_APART_AFTER = lazy(r"\s*(?:$|[)\]|,;:/–—-]|\s(?:position|role|job)\b)")


def _apart(title: str, hit: Hit) -> bool:
    """Whether a word stands alone in brackets or between separators."""
    return bool(_APART_BEFORE.search(title[: hit.start]) and _APART_AFTER.match(title, hit.end))


# --- running text ---------------------------------------------------------------------------------


def read_text(text: str, low: str, start: int = 0) -> Iterator[Found]:
    """The kinds that running text gives the job, from an offset on; other mentions are told as refused.

    `low` is the text in small letters.
    """
    hits = [hit for hit in _in_text().find(low, start) if hit.group != "another"]
    reasons = ["" if hit.group.endswith("in text") else _reason(text, hit) for hit in hits]
    for at, hit in enumerate(hits):
        beside = [
            other for other in (at - 1, at + 1) if 0 <= other < len(hits) and _joined(text, hits, at, other)
        ]
        told = any(not reasons[other] for other in beside)  # `(full-time and part-time) position`
        told = told or (at > 0 and text[hits[at - 1].end : hit.start].strip() == "?")  # the answer
        asked = text[max([hit.end, *(hits[other].end for other in beside)]) :][:1] == "?"  # `Full-time or part-time? Full-time`
        yield Found(_kind(hit), hit.start, hit.end, "a question" if asked else "" if told else reasons[at])


_JOINT = lazy(
    r"[ ]{0,3}(?:/|,|&|-|–|•|\||\(|à|\b(?:and|or|and/or|und|oder|et|ou|y|e|in|en)\b)[ ]{0,3}(?:or[ ])?"
)


def _joined(text: str, hits: list[Hit], one: int, other: int) -> bool:
    """Whether two kinds stand side by side: `full-time or part-time`, `permanent, full-time`."""
    first, second = sorted((hits[one], hits[other]))
    between = text[first.end : second.start]
    kinds = {_kind(first), _kind(second)}
    joined = between == " " and (  # `CDI à temps plein`, `CDD temps plein`
        second.group.endswith("in text") or (bool(kinds & _TERMS) and bool(kinds & _HOURS))
    )
    return kinds <= _IN_CONTEXT and (joined or _JOINT.fullmatch(between) is not None)


def _reason(text: str, hit: Hit) -> str:
    """Why a word is not about the job, or nothing."""
    line, end = text.rfind("\n", 0, hit.start) + 1, text.find("\n", hit.end)
    end = len(text) if end < 0 else end
    before, after = (
        text[max(line, hit.start - _WINDOW) : hit.start],
        text[hit.end : min(end, hit.end + _WINDOW)],
    )
    stop = _SENTENCE_END.search(after)
    after = after[: stop.start()] if stop else after
    if _LABEL.match(after):
        return "a label, not its value"
    if _OF_OTHERS.search(before):
        return "not about this job"
    if _kind(hit) not in _IN_CONTEXT:
        told = (_POSITION.match(after) and _THIS.search(before)) or (
            _ARTICLE.search(before) and _names_person(after)
        )
        return "" if told else "nothing says that it is about the job"
    if _ARTICLE.search(before) and _names_person(after):
        return ""
    if _turned_down_before().search(before) or _turned_down_after().match(after):
        return "not about this job"
    first = not any(letter.isalnum() for letter in before)
    if (
        (first and _ONLY.match(after))
        or _alone(text[line:end], first)
        or _parted(hit, text[line : hit.start], text[hit.end : end])
        or _names_job(hit, after)
        or _ANNOUNCED.search(before)
        or (_kind(hit) in _OFFERED and _ITEM_ARTICLE.fullmatch(before))
    ):
        return ""
    return "nothing says that it is about the job"


def _names_job(hit: Hit, after: str) -> bool:
    """Whether a word for the job follows; of a contract it must be another one than `contractor`."""
    found = _job_after().match(after)
    return found is not None and not (
        hit.group == "contract" and found[0].lower().endswith(("contract", "contractor"))
    )


def _names_person(after: str) -> bool:
    """Whether one occupation follows within five words: `a full-time Site Reliability Engineer`."""
    words = re.split(r"[,;(]|\b(?:who|to|with|for)\b", after)[0].split()[:5]
    found = list(heads(" ".join(words), loose=False))
    return bool(found) and not plural_letters(found[-1][0])


def _alone(line: str, first: bool) -> bool:
    """Whether a line is too short to be more than a statement, and no sentence."""
    return (
        len(line) <= _SHORT_LINE
        and len(line.split()) <= (_FEW_WORDS if first else _VERY_FEW_WORDS)
        and (first or not line.rstrip().endswith("."))
    )


_PART_BEGINS = lazy(r"(?:^|\s[-–—/|·•])\s{0,3}$")
_PART_ENDS = lazy(r"\s{0,3}(?:$|\s[-–—/|·•]\s)")


def _parted(hit: Hit, before: str, after: str) -> bool:
    """Whether the hours are a whole part of a short line: `Ghent, Belgium / full-time`."""
    short = len(before) + len(after) <= _SHORT_LINE and before.strip(" *_-•\t") != ""
    return short and _kind(hit) in ("full_time", "part_time") and bool(_PART_BEGINS.search(before) and _PART_ENDS.match(after))


def _kind(hit: Hit) -> EmploymentType:
    return next(kind for kind in KINDS if hit.group.split(",")[0] == kind)


@cache
def _stated() -> Phrases:
    """What a statement may say; phrases of another kind come first, so that they are passed over."""
    lists = read_lists("employment.txt")
    groups = {"another": lists["of another kind"]}
    return Phrases(
        groups
        | {kind: lists[kind] + lists[f"{kind}, in text"] + lists.get(f"{kind}, stated", ()) for kind in KINDS}
    )


def text_phrases() -> tuple[str, ...]:
    """Literals without one of which running text tells no kind of employment: the phrases, the shortest of
    them as words (`intern`, not `internal`)."""
    return tuple(
        literal
        for phrase in _in_text().phrases
        for literal in ([phrase + sign for sign in _BEHIND] if phrase in _SHORT_WORDS else (phrase,))
    )


_SHORT_WORDS = ("intern", "temp", "perm", "pj", "cdi", "cdd", "prn")
"""They begin other words, or stand within them."""

_BEHIND = " ,.;:!?()[]{}/|&+=*_%#\"'•·<>\n"
"""What follows a word; the view has a hyphen for any dash, and the scan a blank for it."""


@cache
def _in_text() -> Phrases:
    lists = read_lists("employment.txt")
    sure = {f"{kind}, in text": lists[f"{kind}, in text"] for kind in KINDS}
    return Phrases({"another": lists["of another kind"]} | sure | {kind: lists[kind] for kind in KINDS})


def _choices(name: str) -> str:
    entries = sorted(read_lists("employment.txt")[name], key=len, reverse=True)
    choices = "|".join(re.escape(entry).replace(r"\ ", "[ -]") for entry in entries)
    return rf"(?<![^\W_])(?:{choices})(?![^\W_])"


@cache
def _job_after() -> re.Pattern[str]:
    """A word for the job within five words: `full-time, on-site senior faculty position`."""
    return lazy(
        rf"[\s,/&()*-]{{1,4}}(?:[\w'’/&.-]{{1,20}},?\s){{0,4}}{_choices('jobs')}(?!\slocations?)",
        re.IGNORECASE,
    )


@cache
def _turned_down_before() -> re.Pattern[str]:
    return lazy(_choices("turned down before") + r"(?:\s(?:an?|the))?\s$", re.IGNORECASE)


@cache
def _turned_down_after() -> re.Pattern[str]:
    return lazy(
        rf"\s(?:\([^()]{{0,30}}\)\s)?(?!employee\sbenefits){_choices('turned down after')}", re.IGNORECASE
    )
