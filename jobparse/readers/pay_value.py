"""A sum as pay: currency and period from its own words, else from those around it, from country and size.

What only the country or the size could tell is named by a suffix of the rule: it can be seen and undone.
"""
from __future__ import annotations

import re

from ..letters import has_han
from ..patterns import lazy
from ..record import Period, Salary
from ..vocab.pay import pay
from .money import Money
from .pay_words import clause_around, whose_dollar
from .worth import currency_of, is_plausible, period_of_size, period_words

_BEFORE, _AFTER = 60, 40
"""Characters around a sum in which a code or a place may tell whose dollar it is."""

_PERIOD_AFTER = 60
"""Characters behind a sum in which a word may tell its period."""

_STRETCH = lazy(
    r"[ ]?(?:/|per|for|over|für|pour|por)[ ]?(?:the[ ])?(?!12|twelve)(?:\d{1,2}|two|three|four|six|eight|nine|ten)[ -]?"
    r"(?:months|weeks|monate|wochen|mois|semaines|meses|semanas)\b",
    re.IGNORECASE,
)
"""Behind a sum that is paid for a stretch of time which a record does not know: `$25,000/6-months`."""



def pay_of(
    sum_: Money, text: str, label: str, country: str | None, refused: bool = False
) -> tuple[Salary, str]:
    """The pay, without its quote, and the rule's suffixes (`.bare-dollar`: by country; `.by-size`).

    `label` is the key or heading that the text stands under; `country` a hint, ISO 3166-1 alpha-2.
    """
    currency, bare = _currency(sum_, text, label, country)
    period, sized = _period(sum_, text, label, currency, refused)
    return Salary(sum_.low, sum_.high, currency, period), f"{bare}{sized}"


_BARE = {"$": ".bare-dollar", "kr": ".bare-kr", "kr.": ".bare-kr", "": ".bare"}
_CODE = lazy(r"(?<![^\W_])[A-Z]{3}(?![^\W_])")
_TAIWAN = lazy(r"[資獎臺台時萬]")
"""Letters of the traditional script."""


def _currency(sum_: Money, text: str, label: str, country: str | None) -> tuple[str | None, str]:
    """Currency and, where only the country can tell it, the rule's suffix."""
    if sum_.currency:
        return sum_.currency, ""
    near = f"{label} {text[max(0, sum_.start - _BEFORE) : sum_.start]}"
    bearers = pay().shared.get(sum_.sign) or tuple(pay().sizes)
    for code in (*_CODE.findall(text[sum_.end : sum_.end + _AFTER]), *reversed(_CODE.findall(near))):
        if code in bearers:
            return code, ""
    if sum_.sign == "$" and (named := whose_dollar(near)):
        return named, ""
    if sum_.sign in ("", "元") and has_han(label + text):
        return currency_of("元", country) or ("TWD" if _TAIWAN.search(label + text) else "CNY"), ""
    return currency_of(sum_.sign, country, sum_.low, sum_.high), _BARE.get(sum_.sign, ".bare-sign")


def _period(
    sum_: Money, text: str, label: str, currency: str | None, refused: bool
) -> tuple[Period | None, str]:
    """Period and, where only the size tells it, the rule's suffix; one that makes no pay is none."""
    if sum_.period:
        sound = refused or is_plausible(sum_.low, sum_.high, currency, sum_.period)
        return (sum_.period if sound else None), ""
    before, after = clause_around(text, sum_)
    told = (*reversed(period_words(before)), *period_words(after[:_PERIOD_AFTER]), *period_words(label))
    for period in told:
        if is_plausible(sum_.low, sum_.high, currency, period):
            return period, ""
    if _STRETCH.match(text, sum_.end):
        return None, ""
    sized = period_of_size(sum_.low, sum_.high, currency)
    if sized == "hour" and told:
        return None, ""  # `400 a month` is little, but no pay for an hour
    return sized, ".by-size" if sized else ""
