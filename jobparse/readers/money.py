"""Sums of money in a piece of text: amounts and ranges, their currency and period, with the offsets they stand at.

Order is policy: number, then what multiplies it, then the sign or code at either side, then `/hour` or `per year` right
behind it; two amounts that a dash or a word joins are one range. What a sum is paid for is not asked here.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from msgspec import structs

from ..record import Period, Salary
from ..vocab.pay import pattern, pay
from .numbers import DIGITS, WORDS, read_number

Number = int | float

_PERIODS: tuple[Period, ...] = ("hour", "day", "week", "month", "year")

A_YEAR: dict[str, float] = {"hour": 2080, "day": 250, "week": 52, "month": 12, "year": 1}
"""How many paid hours, days, weeks and months a year of full-time work is counted with, to judge sizes only."""


class Money(NamedTuple):
    """One amount (`low == high`) or range at `text[start:end]`.

    `low` is `None` for 'up to', `high` for 'from' and '+'. `currency` is an ISO 4217 code where the text is clear, else
    `sign` holds what it gives: a sign of several currencies (`$`, `kr`), or nothing. `period` only from words beside the sum.
    `scaled`: a magnitude such as `k` or `万` was written, so that it is no mere count.
    """

    low: Number | None
    high: Number | None
    currency: str | None
    sign: str
    period: Period | None
    start: int
    end: int
    scaled: bool


class _Amount(NamedTuple):
    value: Number
    scale: int
    money: str  # code, shared sign, or nothing
    period: Period | None
    plus: bool
    start: int
    end: int


def read_money(text: str) -> list[Money]:
    """Every sum of a text in order, numbers without any sign of money too (`currency` and `sign` are then empty)."""
    found: list[Money] = []
    amounts = list(_amounts(text))
    at = 0
    while at < len(amounts):
        chain = [amounts[at]]
        while at + 1 < len(amounts) and _joined(text, chain[0], amounts[at], amounts[at + 1]):
            at += 1
            chain.append(amounts[at])
        found.append(_range(text, chain))
        at += 1
    return found


# --- one amount --------------------------------------------------------------------------------------------------

_NUMBER = re.compile(rf"(?<![\d.,])(?<!\d[ ])(?:{DIGITS})")
_THOUSANDS = r"[ ](?:thousand|tausend|mil|mille|lakhs?)\b"
_NUMBER_WORDS = re.compile(
    rf"\b{WORDS}(?={_THOUSANDS}|[ ]?(?:-|to|and|bis|und|à|et|a|y|e)[ ]?{WORDS}{_THOUSANDS})", re.IGNORECASE
)
_RETIREMENT = re.compile(r"\s?\(?[kKbB]\)?(?![^\W_])")
"""401k and 403b are plans, not sums."""

_PLUS = re.compile(
    r"\+(?![ ]?(?:[^\W\d_]+[- ]){0,2}(?:equity|bonus|benefits|stock|shares?|options|commission|ote|super)\b)|[ ]\+(?=[ ]*(?:[,;.)|\]]|$))",
    re.IGNORECASE,
)
"""`$140,000+` is a lower end; `£60k + equity` is not."""

_LONGEST_PREFIX = 18
_CODE = re.compile(r"[A-Z]{3}(?![^\W_])")
_LOWER_CODES = frozenset({"usd", "eur", "gbp", "cad", "aud", "inr", "chf", "pln", "sgd", "brl", "sek", "myr", "Usd", "Eur", "Euro", "euro"})
_WEIGHTS = frozenset({"pound", "pounds", "pfund", "libras"})
_NAME = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,2}")


class _Patterns(NamedTuple):
    magnitude: re.Pattern[str]
    before: re.Pattern[str]
    sign: re.Pattern[str]
    period: re.Pattern[str]
    lowest: re.Pattern[str]
    highest: re.Pattern[str]
    lowest_after: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """The patterns that hold the vocabulary's words, compiled when the first text is read."""
    table = pay()
    signs = "|".join(re.escape(sign) for sign in sorted(table.signs, key=len, reverse=True))
    lettered = rf"(?<![^\W\d_])(?:{signs})"  # `USD`'s last letters are no sign, nor are those of a word
    magnitudes = "|".join(re.escape(word) for word in sorted(table.magnitudes, key=len, reverse=True))
    return _Patterns(
        magnitude=re.compile(rf"(?:[ ]|-(?=[bmt]r?illion))?(?P<word>{magnitudes})(?![a-zA-ZÀ-ɏ0-9])"),
        before=re.compile(rf"(?:(?<![^\W_])\(?(?P<code>[A-Za-z]{{3}})\)?[ ]?)?(?P<sign>{lettered})?[ ]{{0,8}}$"),
        sign=re.compile(rf"(?:{signs})(?![a-zA-ZÀ-ɏ]|[ ]?\d)"),
        period=_period_after(),
        lowest=re.compile(rf"(?:{pattern(table.bounds['lowest'])})[ :]{{0,3}}$", re.IGNORECASE),
        highest=re.compile(rf"(?:{pattern(table.bounds['highest'])})[ :]{{0,3}}$", re.IGNORECASE),
        lowest_after=re.compile(rf"[ ]?(?:{pattern(table.bounds['lowest_after'])})", re.IGNORECASE),
    )


def _period_after() -> re.Pattern[str]:
    """`/hr`, `per hour`, `an hour`, `hourly`, behind an amount and at most two words such as `gross`."""
    kinds = []
    for name, words in pay().periods.items():
        units = "|".join(re.escape(unit) for unit in sorted(words["units"], key=len, reverse=True))
        joints = r"/|per|an?|each|every|pro|je|im|par|por|ao?|al|de[ ]l'|l'|la|le"
        kinds.append(rf"(?P<{name}>(?:{joints})[ ]{{0,2}}(?:{units})(?![^\W\d_])|{pattern(words['words'])})")
    filler = r"\(?(?:max(?:imum)?|gross|net|brutto|netto|brut|bruto|l[íi]quido|in[ ]USD|USD|EUR|GBP|CAD|base|salary|cash|pay|total)\b\)?"
    months = r"(?P<pay_months>[*×xX·][ ]?1[2-9](?!\d))"
    return re.compile(rf"[ ,(/]{{0,3}}(?:{filler}[ ]{{0,2}}){{0,2}}(?:{months}|{'|'.join(kinds)})", re.IGNORECASE)


def _amounts(text: str) -> Iterator[_Amount]:
    matches = [*_NUMBER.finditer(text), *_NUMBER_WORDS.finditer(text)]
    free = 0
    for match in sorted(matches, key=lambda m: m.start()):
        value = read_number(match[0])
        if value is None or match.start() < free:
            continue
        amount = _amount(text, value, match.start(), match.end())
        if amount is not None:
            free = amount.end
            yield amount


def _amount(text: str, value: Number, start: int, end: int) -> _Amount | None:
    """The number with what stands around it, `None` where it is part of a word (`B2B`, `401k`, `h264`)."""
    if (value in (401, 403) and _RETIREMENT.match(text, end)) or text[end : end + 1] == "%":
        return None
    before, money = _money_before(text, start)
    if before == start and start and (text[start - 1].isalnum() and text[start - 1] < "\u2e80" or text[start - 1] in "_#"):
        return None
    patterns = _patterns()
    scale = 1
    if magnitude := patterns.magnitude.match(text, end):
        word = magnitude["word"]
        if money or word not in ("b", "m"):  # pay grade `9b`, `5m`
            scale = pay().magnitudes[word]
            end = magnitude.end() - (1 if word == "T€" else 0)
    indian = scale == 100_000 and not money
    plus = _PLUS.match(text, end)
    end = plus.end() if plus else end
    behind, end = _money_after(text, end, value * scale)
    money = money if money in pay().codes else behind if behind in pay().codes else money or behind
    plus = plus or _PLUS.match(text, end)
    end = max(end, plus.end()) if plus else end
    period, end = _period(text, end)
    if indian and (period in (None, "year")):
        money, period = money or "INR", "year"
    return _Amount(value, scale, money, period, bool(plus), before, end)


def _money_before(text: str, start: int) -> tuple[int, str]:
    """Where the sign or code before a number begins, and which money it is."""
    match = _patterns().before.search(text, max(0, start - _LONGEST_PREFIX), start)
    if match is None:
        return start, ""
    code, sign = match["code"] or "", match["sign"] or ""
    known = code in pay().codes or code in _LOWER_CODES
    if known:
        return match.start(), code.upper()
    if code in pay().signs and not sign:
        return match.start(), pay().signs[code]
    return (match.start("sign"), pay().signs[sign]) if sign else (start, "")


def _money_after(text: str, end: int, value: Number) -> tuple[str, int]:
    """The sign, code or name behind a number, and where it ends; a few `pounds` are a weight."""
    at = end
    while at < len(text) and at < end + 2 and text[at] in " (":
        at += 1
    if match := _CODE.match(text, at):
        if match[0] in pay().codes:
            return match[0], match.end()
    if match := _patterns().sign.match(text, at):
        return pay().signs[match[0]], match.end()
    if match := _NAME.match(text, at):
        words = match[0].lower()
        while words and not (words in _WEIGHTS and value < 1000):
            if words in pay().names or words in _LOWER_CODES:
                return pay().names.get(words, words.upper()), at + len(words)
            words = words.rpartition(" ")[0]
    return "", end


def _period(text: str, end: int) -> tuple[Period | None, int]:
    match = _patterns().period.match(text, end)
    if match is None:
        return None, end
    if match.lastgroup == "pay_months":
        return "month", match.end()
    return next(name for name in _PERIODS if match[name]), match.end()


# --- ranges ------------------------------------------------------------------------------------------------------

_JOINT = re.compile(
    r"""
    [ \\]{0,6} (?: \( min(?:imum)? \) [ ]? )? (?:
        - | -- | ~ | 〜 | ～ | — | – | \.{2,3} | … | 至 | 到
      | to | bis | à | a | até | hasta | up[ ]to | through | o
      | [-,;/|]? [ ]{0,2} (?: mid(?:point|dle)? | max(?:imum)? ) [ ]? :?
      | (?P<pair> and | und | et | y | e )
    ) [ \\]{0,4}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:between|zwischen|entre|ranging|ranges|from|von|de)[ :]{1,5}$", re.IGNORECASE)
_WIDEST = 25
"""A range whose top is more than so many times its bottom is two figures."""


def _joined(text: str, first: _Amount, left: _Amount, right: _Amount) -> bool:
    """Whether two neighbouring amounts are the ends of one range."""
    joint = _JOINT.fullmatch(text, left.end, right.start)
    if joint is None or (left.money and right.money and not _same_money(left.money, right.money)):
        return False
    if joint["pair"] and not _BETWEEN.search(text, max(0, first.start - 14), first.start):
        return False
    low, high = _spread(left, right)
    return 0 < low <= high * _WIDEST and high <= low * _WIDEST


def _same_money(left: str, right: str) -> bool:
    """`$` and `CAD` may be the same money; `USD` and `CAD` are not."""
    table = pay()
    return left == right or left in table.shared or right in table.shared


def _spread(left: _Amount, right: _Amount) -> tuple[Number, Number]:
    """The values of both ends: in `120-150k` and `$1.2M-1.5` the magnitude is meant for both."""
    low, high = left.value * left.scale, right.value * right.scale
    if left.scale == 1 and right.scale > 1 and left.value < 1000:
        low = left.value * right.scale
    elif right.scale == 1 and left.scale > 1 and right.value < 1000:
        high = right.value * left.scale
    elif left.scale == right.scale == 1 and left.value >= 10_000 and right.value < 1000:
        high = right.value * 1000  # `$133,000-180`
    return low, high


def _range(text: str, chain: list[_Amount]) -> Money:
    first, last = chain[0], chain[-1]
    low, high = _spread(first, last) if len(chain) > 1 else (first.value * first.scale,) * 2
    low, high = _tidy(min(low, high)), _tidy(max(low, high))
    moneys = [amount.money for amount in chain if amount.money]
    money = next((m for m in moneys if m in pay().codes), moneys[0] if moneys else "")
    period = next((amount.period for amount in reversed(chain) if amount.period), None)
    if period == "hour" and money != "" and (finer := _decimals(text, chain)):
        low, high = finer
    bottom, top, end = _bounds(text, chain, low, high)
    code = money if money in pay().codes else None
    return Money(bottom, top, code, "" if code else money, period, first.start, end, any(a.scale > 1 for a in chain))


def _decimals(text: str, chain: list[_Amount]) -> tuple[Number, Number] | None:
    """`$31.417 per hour` is no thirty-one thousand: there the point does not group."""
    written = [re.search(r"\d{1,2}\.\d{3}(?!\d)", text[a.start : a.end]) for a in (chain[0], chain[-1])]
    if all(written):
        return float(written[0][0]), float(written[-1][0])  # type: ignore[index]
    return None


def _bounds(text: str, chain: list[_Amount], low: Number, high: Number) -> tuple[Number | None, Number | None, int]:
    """Which ends are open: only a single figure can be 'up to', 'from' or '+'."""
    first, end = chain[0], chain[-1].end
    if len(chain) > 1:
        return low, high, end
    patterns = _patterns()
    start = max(0, first.start - 24)
    if patterns.highest.search(text, start, first.start):
        return None, high, end
    after = patterns.lowest_after.match(text, end)
    if first.plus or after or patterns.lowest.search(text, start, first.start):
        return low, None, after.end() if after else end
    return low, high, end


def _tidy(value: Number) -> Number:
    """Whole numbers as integers, and no dust from multiplying (`37.8 * 1000`)."""
    value = round(value, 4)
    return int(value) if value == int(value) else value


# --- what words and sizes tell -----------------------------------------------------------------------------------


@cache
def _period_words() -> re.Pattern[str]:
    kinds = [rf"(?P<{name}>{pattern(words['words'])})" for name, words in pay().periods.items()]
    return re.compile("|".join(kinds), re.IGNORECASE)


def period_words(text: str) -> list[tuple[int, Period]]:
    """Words of a text that name a period (`annual`, `Stundenlohn`, `per month`), with their offsets."""
    return [(m.start(), next(name for name in _PERIODS if m[name])) for m in _period_words().finditer(text)]


def period_of_size(low: Number | None, high: Number | None, currency: str | None) -> Period | None:
    """The period that the size of a sum leaves no doubt about, `None` where it does."""
    sizes = pay().sizes.get(currency or "")
    figures = [value for value in (low, high) if value is not None]
    if sizes is None or not figures:
        return None
    for period, limits in (("hour", sizes.hour), ("month", sizes.month), ("year", sizes.year)):
        if limits and limits[0] <= min(figures) and max(figures) <= limits[1]:
            return period  # type: ignore[return-value]
    return None


def is_plausible(low: Number | None, high: Number | None, currency: str | None, period: Period | None) -> bool:
    """Whether a sum can be somebody's pay: by the sizes of its currency, with room for part-time and low pay."""
    figures = [value for value in (low, high) if value is not None]
    sizes = pay().sizes.get(currency or "")
    if not figures or min(figures) <= 0:
        return False
    if sizes is None:
        return 5 <= max(figures) <= 100_000_000
    least = min(limits[0] * factor for limits, factor in (
        (sizes.year, 0.3), (sizes.month or sizes.year, 6.0), (sizes.hour or sizes.year, 1040.0)))
    if period is None:
        lowest = sizes.hour[0] if sizes.hour else (sizes.month or sizes.year)[0] / 10
        return lowest <= min(figures) and max(figures) <= sizes.year[1]
    factor = A_YEAR[period]
    return least <= max(figures) * factor and min(figures) * factor <= sizes.year[1] * 1.5


def in_country(value: Salary, country: str, sized: bool) -> Salary:
    """Pay whose sign only a country can tell (`$`, `kr`, none), as that country's posts mean it.

    `sized` says that its period was told from the size alone and must be told anew in the other money.
    """
    sums = read_money(value.raw)
    currency = currency_of(sums[0].sign if sums else "", country, value.min, value.max)
    if currency is None or currency == value.currency:
        return value
    period = value.period
    if period is None or sized:
        period = period_of_size(value.min, value.max, currency)
    return structs.replace(value, currency=currency, period=period)


def currency_of(sign: str, country: str | None, low: Number | None = None, high: Number | None = None) -> str | None:
    """The currency of a sign in a country's posts, ISO 4217; `None` where it stays open.

    `$` is the dollar of a country that has one, else of the United States; `kr` needs a country. No sign at all is the
    country's own money. Where the figures are given, a local reading that makes no pay of them is not taken.
    """
    table = pay()
    local = table.of_country.get((country or "").upper())
    if sign not in table.shared:
        return table.signs.get(sign, table.names.get(sign)) if sign else local
    bearers = table.shared[sign]
    if local in bearers and (low is high is None or is_plausible(low, high, local, None)):
        return local
    return bearers[0] if bearers[0] != "?" else None
