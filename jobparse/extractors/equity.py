"""Whether the post offers a share in the company: stock, options, RSUs, ESOP and their like.

Names of a grant count wherever pay and benefits are told, the bare word 'equity' only beside words of pay;
fairness ('diversity, equity and inclusion'), the trade ('private equity') and what the company sells do not.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ..candidates import Candidate
from ..document import Document, Fact, Line, Span
from ..patterns import lazy
from ..vocab.kinds import Kinds, Told
from ..vocab.pay import pattern
from ..vocab.shipped import table_of

FIELDS = ("equity",)
TRIGGERS = (
    "equity", "stock", "share ", "share-", "shares", "sharesave", "shareholder", "esop", "espp",
    " rsu", "(rsu", "/rsu", "rsus", "rsu ", "rsu'",  # not in `pursue`
    "vsop", "bspce", "bsa", "emi ", "options p", "option p",
    "options in the ", "option scheme", "options scheme", "option grant", "own a ", "owning a",
    "owner in", "part owner", "co-owner", "shared owner", "co owner",  # not `product owner`, `ownership of tasks`
    " ltip", "(ltip", "/ltip", "ltip ", "ltip:", "ltip,",  # not in `multiple`
    "long-term incentive", "long term incentive", "profits interest", "phantom", "virtual s", "virtual o", "aktien",
    "beteiligung", "anteil",
    "virtuell", "actions gratuites", "actionnariat", "plan d'actions", "parts de l'entreprise",
    "acciones", "accionaria", "participación en", "opções", "opção", "ações", "acionária",
    "societária", "期权", "股权", "股票", "持股", "配股",
)

_ABOUT_WORK = frozenset({"responsibilities", "requirements", "nice_to_have", "skills"})
_ABOUT_OTHERS = frozenset({"company", "diversity", "legal"})
_ON_PAY = frozenset({"benefits", "salary"})
_ADJECTIVES = 3
"""Words that may stand before the name at the head of an item (`Generous early stage equity`)."""

_NEAR = 110
"""Characters at either side of a word in which the words must stand that tell whether it is offered."""

_SHORT = 45
"""A line of at most so many characters is an item of a list, not a sentence."""


class _Words(NamedTuple):
    names: Kinds  # `grant`, `bare` (the word equity alone), `other`
    cues: re.Pattern[str]
    pay: re.Pattern[str]
    left_out: re.Pattern[str]
    none: re.Pattern[str]
    work: re.Pattern[str]


@cache
def _words() -> _Words:
    """The vocabulary's patterns, compiled when the first line is read."""
    table = table_of("equity.toml")
    cues, pay, left_out, work = (
        lazy(pattern(table[name]), re.IGNORECASE) for name in ("cues", "pay", "left_out", "work")
    )
    none = rf"(?:{pattern(table['none'])})[ ](?:[^\W\d_]{{2,14}}[ ])?$"
    names = Kinds({"other": table["others"], "grant": table["grants"], "bare": ["equity"]})
    return _Words(names, cues, pay, left_out, lazy(none, re.IGNORECASE), work)


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """`True` for each place that offers it; what only sounds so carries the reason."""
    for fact in document.facts_of("equity", "salary"):
        yield from _of_fact(document, fact)
    for line in lines:
        for told in _words().names.find(line.text):
            rule = "equity.grant" if told.kind == "grant" else "equity.word"
            yield Candidate("equity", True, (line.span(told.start, told.end),), rule, "pattern", _against(line, told))


_DENIED = frozenset({"no", "none", "false", "0", "0%", "0 %", "nein", "non", "não", "n/a", "na", "tbd", "-"})


def _of_fact(document: Document, fact: Fact) -> Iterator[Candidate]:
    """`equity: 0.5%`, `Equity: yes`, and `salary: $150k + equity`."""
    text = document.view[fact.span.start : fact.span.end]
    if fact.field == "equity":
        refused = "said to be none" if text.strip(" .!").lower() in _DENIED else ""
        yield Candidate("equity", True, (fact.span,), "equity.fact", "stated", refused)
    elif fact.origin != "label":  # labelled lines are read as lines
        named = next((told for told in _words().names.find(text) if told.kind != "other"), None)
        if named:
            span = Span(fact.span.start + named.start, fact.span.start + named.end)
            yield Candidate("equity", True, (span,), "equity.fact", "stated")


def _against(line: Line, told: Told) -> str:
    """Why a word offers nothing, empty where it does."""
    if told.kind == "other":
        return "not a share in the company"
    words = _words()
    before = _last_clause(line.text[max(0, told.start - _NEAR) : told.start])
    after = line.text[told.end : told.end + _NEAR]
    denied = after.strip(" :=.!").lower() in (_DENIED if after.lstrip()[:1] in (":", "=") else _DENIED - {"-"})
    if denied or words.left_out.search(before[-60:]) or words.none.search(before):
        return "said to be left out or not given"
    if _ADDED.search(before):
        return ""
    near = f"{before} {after}"
    if line.section in _ABOUT_OTHERS:
        offered = words.pay.search(near) and not words.work.search(near)
        return "" if offered else "told of others, not of the person hired"
    return "" if _offered(line, before, near, told.kind) else "no word says that it is offered"


_ADDED = lazy(r"(?:\+|➕|\bplus\b|\d ?%)[ ]{0,3}(?:[^\W\d_]{2,14}[ -]){0,2}$", re.IGNORECASE)
"""`$100k-120k + equity`, `plus meaningful equity`, `1% equity`."""


def _offered(line: Line, before: str, near: str, kind: str) -> bool:
    words = _words()
    if words.cues.search(near):
        return True
    short, about_work = len(line.text.strip()) <= _SHORT, line.section in _ABOUT_WORK
    heads = len(before.split()) <= _ADJECTIVES and (short or line.section in _ON_PAY)
    if heads and not about_work:
        return True
    return kind == "grant" and (short or not about_work) and not words.work.search(near)


_STOP = lazy(r"[.!?;|](?=[ ]|$)")


def _last_clause(before: str) -> str:
    stops = [match.end() for match in _STOP.finditer(before)]
    return before[stops[-1] :] if stops else before
