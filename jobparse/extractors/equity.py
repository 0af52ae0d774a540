"""Whether the post offers a share in the company: stock, options, RSUs, ESOP and their like in five languages.

Names of a grant count wherever pay and benefits are told, the bare word 'equity' only beside words of pay; fairness
('diversity, equity and inclusion'), the trade ('private equity') and what the company sells are something else.
"""
from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ..candidates import Candidate
from ..document import Document, Fact, Line, Span
from ..vocab.pay import pattern

FIELDS = ("equity",)
TRIGGERS = (
    "equity", "stock", "share ", "share-", "shares", "sharesave", "shareholder", "rsu", "esop", "espp", "vsop", "bspce", "bsa", "emi ", "options p", "option p",
    "option grant", "owner", "own a ", "owning a", "ltip", "long-term incentive", "long term incentive", "profits interest", "phantom", "virtual",
    "aktien", "beteiligung", "anteil", "virtuell", "action", "acciones", "accionaria", "participación", "opciones", "opções", "opção", "ações",
    "acionária", "societária", "期权", "股权", "股票", "持股", "配股",
)

_ABOUT_WORK = frozenset({"responsibilities", "requirements", "nice_to_have", "skills", "role"})
_ABOUT_OTHERS = frozenset({"company", "diversity", "legal"})
_ON_PAY = frozenset({"benefits", "salary"})
_ADJECTIVES = 3
"""Words that may stand before the name at the head of an item (`Generous early stage equity`)."""

_NEAR = 110
"""Characters at either side of a word in which the words must stand that tell whether it is offered."""

_SHORT = 45
"""A line of at most so many characters is an item of a list, not a sentence."""


class _Words(NamedTuple):
    found: re.Pattern[str]
    cues: re.Pattern[str]
    pay: re.Pattern[str]
    left_out: re.Pattern[str]
    none: re.Pattern[str]
    work: re.Pattern[str]


@cache
def _words() -> _Words:
    """The vocabulary's patterns, compiled when the first line is read."""
    table = tomllib.loads(files("jobparse.vocab").joinpath("equity.toml").read_text("utf-8"))
    names = rf"(?P<other>{pattern(table['others'])})|(?P<grant>{pattern(table['grants'])})|(?P<bare>(?<![^\W_])equity(?![^\W_]))"
    return _Words(
        found=re.compile(_loose(names), re.IGNORECASE),
        cues=re.compile(pattern(table["cues"]), re.IGNORECASE),
        pay=re.compile(pattern(table["pay"]), re.IGNORECASE),
        left_out=re.compile(pattern(table["left_out"]), re.IGNORECASE),
        none=re.compile(rf"(?:{pattern(table['none'])})[ ](?:[^\W\d_]{{2,14}}[ ])?$", re.IGNORECASE),
        work=re.compile(pattern(table["work"]), re.IGNORECASE),
    )


def _loose(source: str) -> str:
    """Commas may stand between the words of a phrase (`diversity, equity`)."""
    return source.replace("[ -]{1,3}", "[ ,/-]{1,3}")


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """`True` for each place that offers it; what only sounds so carries the reason."""
    for fact in document.facts_of("equity", "salary"):
        yield from _of_fact(document, fact)
    for line in lines:
        for match in _words().found.finditer(line.text):
            kind = match.lastgroup or ""
            reason = _against(line, match, kind)
            rule = "equity.grant" if kind == "grant" else "equity.word"
            yield Candidate("equity", True, (line.span(*match.span()),), rule, "pattern", reason)


_NO = re.compile(r"\s*(?:no|none|false|0 ?%?|nein|non|não|n/?a|tbd|-)?\s*[.!]?\s*", re.IGNORECASE)


def _of_fact(document: Document, fact: Fact) -> Iterator[Candidate]:
    """`equity: 0.5%`, `Equity: yes`, and `salary: $150k + equity`."""
    text = document.view[fact.span.start : fact.span.end]
    if fact.field == "equity":
        refused = "said to be none" if _NO.fullmatch(text) else ""
        yield Candidate("equity", True, (fact.span,), "equity.fact", "stated", refused)
    elif fact.origin != "label":  # labelled lines are read as lines
        match = next((m for m in _words().found.finditer(text) if m.lastgroup != "other"), None)
        if match:
            span = Span(fact.span.start + match.start(), fact.span.start + match.end())
            yield Candidate("equity", True, (span,), "equity.fact", "stated")


def _against(line: Line, match: re.Match[str], kind: str) -> str:
    """Why a word offers nothing, empty where it does."""
    if kind == "other":
        return "not a share in the company"
    words = _words()
    before = _last_clause(line.text[max(0, match.start() - _NEAR) : match.start()])
    after = line.text[match.end() : match.end() + _NEAR]
    if words.left_out.search(before[-60:]) or words.none.search(before):
        return "said to be left out or not given"
    if _ADDED.search(before):
        return ""
    near = f"{before} {after}"
    if line.section in _ABOUT_OTHERS:
        return "" if words.pay.search(near) and not words.work.search(near) else "told of others, not of the person hired"
    return "" if _offered(line, before, near, kind) else "no word says that it is offered"


_ADDED = re.compile(r"(?:\+|➕|\bplus\b|\d ?%)[ ]{0,3}(?:[^\W\d_]{2,14}[ -]){0,2}$", re.IGNORECASE)
"""`$100k-120k + equity`, `plus meaningful equity`, `1% equity`."""


def _offered(line: Line, before: str, near: str, kind: str) -> bool:
    words = _words()
    if words.cues.search(near):
        return True
    short = len(line.text.strip()) <= _SHORT
    if len(before.split()) <= _ADJECTIVES and line.section not in _ABOUT_WORK and (short or line.section in _ON_PAY):
        return True
    return kind == "grant" and (short or line.section not in _ABOUT_WORK) and not words.work.search(near)


_STOP = re.compile(r"[.!?;|](?=[ ]|$)")


def _last_clause(before: str) -> str:
    stops = [match.end() for match in _STOP.finditer(before)]
    return before[stops[-1] :] if stops else before
