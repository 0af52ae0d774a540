"""What the words around a sum say that it is: pay, or a bonus, an allowance, the company's money …

The last telling word before a sum in its clause governs it (`base salary range`), the noun right behind it
may overrule (`$1,000 home office stipend`). Which words tell is the vocabulary's matter.
"""
from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..patterns import lazy
from ..vocab.kinds import Kinds, Told
from ..vocab.pay import pattern, pay
from .money import Money

_BEFORE, _AFTER = 160, 90
"""Characters of a clause that are looked at before and after a sum."""

_NOUN = 45
"""Characters behind a sum in which the noun that it belongs to must begin."""

PER_PIECE = "a price for each piece, not pay for time"


_PAY, _TOTAL, _NO = "pay", "total", "no"


class Governor(NamedTuple):
    """The word that governs a sum: how far before it a word of pay stands, or why the sum is no pay.

    Neither where no word governs. `total`: the word means all that is earned, with bonus or shares.
    """

    distance: int | None = None
    reason: str = ""
    total: bool = False


class _Words(NamedTuple):
    telling: Kinds  # `pay`, `total`, `no` (a pay word that means something else), or why a sum is no pay
    beside: re.Pattern[str]
    breaks: re.Pattern[str]
    dollars: Kinds


@cache
def _words() -> _Words:
    """The vocabulary's patterns, compiled when the first sum is weighed."""
    table = pay().words
    words = table["pay"]
    beside = rf"(?:\+|&|{pattern(table['breaks']['beside'])})[ ]{{0,2}}(?:[^\W\d_]{{2,14}}[ ])?$"
    return _Words(
        telling=Kinds(
            {_NO: words["not_pay"], **table["refused"], _TOTAL: words["total"], _PAY: words["words"]}
        ),
        beside=lazy(beside, re.IGNORECASE),
        breaks=lazy(rf"[,;:.()+&|*\[\]]|-[ ]|{pattern(table['breaks']['words'])}", re.IGNORECASE),
        dollars=Kinds(table["dollars"]),
    )


_SHORT_FORMS = ("ca", "Ca", "circa", "approx", "aprox", "min", "max", "mind", "env")
_BOUNDARY = lazy(
    r"[.!?]" + "".join(rf"(?<!\b{word}\.)" for word in _SHORT_FORMS)
    + r"(?=[ ]{1,3}[A-ZÀ-Þ(¿¡\"'*]|[ ]{0,3}$)|[;；。|•·●▪]|[ ]{5,20}"
)
_BRACKETS = lazy(r"\([^()]{0,80}\)")


def clause_around(text: str, sum_: Money) -> tuple[str, str]:
    """What stands before and after a sum in its own clause; brackets before it are left out."""
    before = text[max(0, sum_.start - _BEFORE) : sum_.start]
    after = text[sum_.end : sum_.end + _AFTER]
    cut = max((match.end() for match in _BOUNDARY.finditer(before)), default=0)
    stop = _BOUNDARY.search(after)
    return _BRACKETS.sub(" ", before[cut:]), after[: stop.start()] if stop else after


def governor(before: str) -> Governor:
    """The last telling word of a clause."""
    found = Governor()
    for told in _words().telling.find(before):
        if told.kind in (_PAY, _TOTAL):
            found = Governor(len(before) - told.end, total=told.kind == _TOTAL)
        elif told.kind != _NO and not (found.distance is not None and _beside(before, told)):
            found = Governor(reason=told.kind)
    return found


def speaks_of_pay(text: str) -> bool:
    """Whether a text last speaks of pay."""
    return governor(text[-2 * _BEFORE :]).distance is not None


_TELLS = lazy(r":|\b(?:is|are|be|ranges?|between|liegt|est|es|é)\b", re.IGNORECASE)


def _beside(before: str, told: Told) -> bool:
    """`base pay plus commission is expected to be …`: told beside the pay, and the sum is of both."""
    return bool(_words().beside.search(before, 0, told.start) and _TELLS.search(before, told.end))


_EACH = lazy(r"(?:[ ]?(?:per|each)[ ]|[ ]?/)(?!net|gross|brut|base)[a-z]{3,20}")


def reason_behind(after: str, sum_: Money) -> str:
    """Why the noun right behind a sum says that it is no pay, empty where it does not."""
    if sum_.period is None and _EACH.match(after):
        return PER_PIECE
    stop = _words().breaks.search(after)
    told = _words().telling.find(after, min(_NOUN, stop.start() if stop else _NOUN))
    kind = next((word.kind for word in told if word.kind != _NO), _PAY)
    return "" if kind in (_PAY, _TOTAL) else kind


def pay_follows(after: str) -> bool:
    """`$95,000 salary`, `$80k-100k annual base`."""
    return next((told.kind for told in _words().telling.find(after, _NOUN)), "") == _PAY


_GROSS = lazy(r"(?:gross|net|brutt?o|netto|brut|CLT|PJ|B2B)\b", re.IGNORECASE)


def gross_follows(after: str) -> bool:
    """`60.000 € brutto`, `R$ 9.000 - 11.000 PJ`."""
    return _GROSS.match(after) is not None


_HIRED_AS = lazy(
    r"[-(/|,: ]{0,4}(?:(?:na|no|em|como|por|de|modalidade|modelo|regime|contrato|contratação)[ ]{1,2}){0,4}(?:CLT|PJ)\b",
    re.IGNORECASE,
)


def hired_as_follows(after: str) -> bool:
    """What a Brazilian post puts behind pay: `R$ 9.000 na modalidade PJ`, `R$ 2.000 - CLT`."""
    return _HIRED_AS.match(after) is not None


def whose_dollar(text: str) -> str | None:
    """The one currency that places named beside a bare `$` speak for (`US residents`, `in Canada`)."""
    named = {told.kind for told in _words().dollars.find(text)}
    return named.pop() if len(named) == 1 else None
