"""Kinds of employment in a statement (`Full-time, permanent`) and in running text (`this is a full-time role`)."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, get_args

from ..record import EmploymentType
from ..vocab.lists import read_lists
from .occupations import heads, is_plural

KINDS: tuple[EmploymentType, ...] = get_args(EmploymentType)


class Found(NamedTuple):
    """A kind and where its words stand; `refused` tells why running text does not mean the job by them."""

    kind: EmploymentType
    start: int
    end: int
    refused: str = ""


_WINDOW = 60
"""How many characters before and after a word may tell what it is about."""

_JOB_AFTER = 4
"""How many words may stand between `full-time` and `position`: `a full-time, on-site senior faculty position`."""

_SENTENCE_END = re.compile(r"[.!?;•|]\s|$")
_ALONE = re.compile(r"[^\W\d_]+")
_MOST_WORDS_ALONE = 7
_SHORTER = 80


def read_statement(value: str) -> Iterator[Found]:
    """The kinds that a header's or label's value, or a part of a title, names."""
    for match in _terms().finditer(value):
        if match.lastgroup and match.lastgroup != "another":
            yield Found(_kind(match.lastgroup), *match.span())


def read_title(title: str) -> Iterator[Found]:
    """The kinds that a title names: `Freelance Designer`, `Data Analyst (Part-Time)`, but not `Contract Manager`.

    A word that may belong to the occupation counts only in brackets or alone between separators.
    """
    for match in _terms().finditer(title):
        if match.lastgroup in (None, "another"):
            continue
        kind = _kind(match.lastgroup or "")
        if kind in ("contract", "temporary", "permanent", "volunteer", "full_time") and not _apart(title, match):
            if match[0].lower() not in _CLEAR_IN_TITLES:
                continue
        yield Found(kind, *match.span())


_CLEAR_IN_TITLES = frozenset(
    {"freelance", "freelancer", "full-time", "full time", "fulltime", "vollzeit", "contractor", "seasonal", "temporary", "fixed-term", "fixed term", "cdi", "cdd", "befristet", "unbefristet",
     "freiberuflich", "contract-to-hire", "contract to hire", "in vollzeit", "temps plein"}
)
_APART_BEFORE = re.compile(r"(?:^|[(\[|,;:/–—-])\s*(?:[\w-]{1,12}\s)?$")
_APART_AFTER = re.compile(r"\s*(?:$|[)\]|,;:/–—-]|\s(?:position|role|job)\b)")


def _apart(title: str, match: re.Match[str]) -> bool:
    """Whether a word stands alone in brackets or between separators."""
    return bool(_APART_BEFORE.search(title[: match.start()]) and _APART_AFTER.match(title, match.end()))


def read_text(text: str) -> Iterator[Found]:
    """The kinds that a line of running text gives the job; other mentions are told as refused."""
    alone = len(text) <= _SHORTER and len(_ALONE.findall(text)) <= _MOST_WORDS_ALONE
    for match in _in_text().finditer(text):
        if match.lastgroup == "another" or not match.lastgroup:
            continue
        kind = _kind(match.lastgroup)
        sure = match.lastgroup.endswith("_in_text")
        yield Found(kind, *match.span(), refused="" if sure else _reason(text, match, alone))


def _reason(text: str, match: re.Match[str], alone: bool) -> str:
    """Why a word is not about the job, or nothing."""
    before, after = text[max(0, match.start() - _WINDOW) : match.start()], text[match.end() : match.end() + _WINDOW]
    stop = _SENTENCE_END.search(after)
    after = after[: stop.start()] if stop else after
    if _LABEL.match(after):
        return "a label, not its value"
    if _OF_OTHERS.search(before):
        return "not about this job"
    if match.lastgroup not in _IN_CONTEXT:
        told = _position_after().match(after) and _THIS.search(before) or _ARTICLE.search(before) and _names_person(after)
        return "" if told else "nothing says that it is about the job"
    if _ARTICLE.search(before) and _names_person(after):
        return ""
    if _turned_down_before().search(before) or _turned_down_after().match(after):
        return "not about this job"
    if not before.strip(" *_-•") and _ONLY.match(after):
        return ""
    if alone and _states(text, match) or _job_after().match(after) or _ANNOUNCED.search(before):
        return ""
    return "nothing says that it is about the job"


def _names_person(after: str) -> bool:
    """Whether one occupation follows within five words: `a full-time Site Reliability Engineer`."""
    found = list(heads(" ".join(re.split(r"[,;(]|\b(?:who|to|with|for)\b", after)[0].split()[:5]), loose=False))
    return bool(found) and not is_plural(found[-1][0])


_IN_CONTEXT = ("full_time", "part_time", "contract", "temporary", "permanent")
_OF_OTHERS = re.compile(
    r"\b(?:(?:currently|are|is|be|been|were)\semployed|employed\s(?:by|in|at)|authori[sz]ed|years?|months?|experience|degree|whether|mentors?|students?|jahre|anos|años|ans)\b[^.;:|]{0,50}$", re.IGNORECASE
)
_LABEL = re.compile(r"\s{0,4}[:：]")
_ONLY = re.compile(r"\s?(?:only\b|[.,;|/]|$)", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:\b(?:an?|eine?n?|une?|uma?|una)|\bour)\s$", re.IGNORECASE)
_THIS = re.compile(r"\b(?:this|our|an?|the|is|paid|unpaid|seeking|summer|diese[srm]?|ce|esta|este)\s(?:[\w-]{1,12}\s){0,2}$", re.IGNORECASE)


def _states(text: str, match: re.Match[str]) -> bool:
    """Whether a short line is nothing but a statement: no verb-like tail, no list of duties."""
    return not text.rstrip().endswith(".") or match.start() < 3


_ANNOUNCED = re.compile(  # before the word
    r"""
    (?: \b(?:this|it|position|role|job|vaga|stelle)\s(?:is|will\sbe|'s|é|ist)\s(?:an?\s|both\s)?(?:[\w-]{1,14},?\s){0,3}
      | \b(?:seeking|hiring|looking\sfor|need|recruiting)\s(?:an?\s)?(?:[\w-]{1,14},?\s){0,2}
      | \b(?:join\s(?:us|our\steam|them|the\steam)|work\s(?:with\sus|for\sus))\s(?:[\w-]{1,14}\s){0,4}
      | \bon\san?\s | \b(?:als|como|en|em)\s | \bopen\sto\s(?:both\s)?(?:[\w-]{1,14}[\s/]){0,4}
      | (?-i:As)\san?\s
    )$
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _kind(group: str) -> EmploymentType:
    return next(kind for kind in KINDS if group.removesuffix("_in_text") == kind)


def _choices(entries: tuple[str, ...]) -> str:
    ordered = sorted(entries, key=len, reverse=True)
    return "|".join(re.escape(entry).replace(r"\ ", r"[\s-]") for entry in ordered)


def _bounded(inner: str) -> str:
    return rf"(?<![^\W_])(?:{inner})(?![^\W_])"


@cache
def _terms() -> re.Pattern[str]:
    """What a statement may say; phrases of another kind are matched first, so that they are passed over."""
    lists = read_lists("employment.txt")
    groups = [f"(?P<another>{_choices(lists['of another kind'])})"]
    groups += [f"(?P<{kind}>{_choices(_stated(lists, kind))})" for kind in KINDS]
    return re.compile(_bounded("|".join(groups)), re.IGNORECASE)


def _stated(lists: dict[str, tuple[str, ...]], kind: str) -> tuple[str, ...]:
    return lists[kind] + lists[f"{kind}, in text"] + lists.get(f"{kind}, stated", ())


@cache
def _in_text() -> re.Pattern[str]:
    lists = read_lists("employment.txt")
    groups = [f"(?P<another>{_choices(lists['of another kind'])})"]
    groups += [f"(?P<{kind}_in_text>{_choices(lists[f'{kind}, in text'])})" for kind in KINDS]
    groups += [f"(?P<{kind}>{_choices(lists[kind])})" for kind in KINDS]
    return re.compile(_bounded("|".join(groups)), re.IGNORECASE)


@cache
def _job_after() -> re.Pattern[str]:
    jobs = _choices(read_lists("employment.txt")["jobs"])
    return re.compile(rf"[\s,/&()-]{{1,3}}(?:[\w'’/&.-]{{1,20}},?\s){{0,{_JOB_AFTER}}}{_bounded(jobs)}(?!\slocations?)", re.IGNORECASE)


@cache
def _position_after() -> re.Pattern[str]:
    return re.compile(r"\s(?:positions?|roles?|opportunity|opportunities|openings?|program(?:me)?|cohort)(?![^\W_])", re.IGNORECASE)


@cache
def _turned_down_before() -> re.Pattern[str]:
    return re.compile(_bounded(_choices(read_lists("employment.txt")["turned down before"])) + r"(?:\s(?:an?|the))?\s$", re.IGNORECASE)


@cache
def _turned_down_after() -> re.Pattern[str]:
    after = _choices(read_lists("employment.txt")["turned down after"])
    return re.compile(rf"\s(?:\([^()]{{0,30}}\)\s)?(?!employee\sbenefits){_bounded(after)}", re.IGNORECASE)
