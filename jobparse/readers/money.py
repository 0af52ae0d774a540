"""Sums of money in a text: amounts and ranges, their currency and period, with the offsets they stand at.

Order is policy: number, then what multiplies it, then the sign or code at either side, then `/hour` or `per
year` right behind it; two amounts that a dash or a word joins are one range. What it pays for is not asked.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..letters import FIRST_CJK
from ..patterns import lazy
from ..record import Period
from ..vocab.pay import pattern, pay
from .numbers import DIGITS, WORDS, read_number

Number = int | float

PERIODS: tuple[Period, ...] = ("hour", "day", "week", "month", "year")


class Money(NamedTuple):
    """One amount (`low == high`) or range at `text[start:end]`.

    `low` is `None` for 'up to', `high` for 'from' and '+'. `currency` is an ISO 4217 code where the text is
    clear, else `sign` holds what it gives: a sign of several currencies (`$`, `kr`), or nothing. `period`:
    only from words beside the sum. `scaled`: a magnitude such as `k` or `万` was written: it is no count.
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
    """Every sum of a text in order, numbers without any sign of money too (no `currency`, no `sign`)."""
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


# --- one amount --------------------------------------------------------------------------------------------

_NUMBER = lazy(DIGITS)
_THOUSANDS = r"[ ](?:thousand|tausend|mil|mille|lakhs?)\b"
_THOUSAND = lazy(_THOUSANDS, re.IGNORECASE)
_NUMBER_WORDS = lazy(
    rf"\b{WORDS}(?={_THOUSANDS}|[ ]?(?:-|to|and|bis|und|à|et|a|y|e)[ ]?{WORDS}{_THOUSANDS})", re.IGNORECASE
)
_IN_NUMBER = frozenset("0123456789.,")
_RETIREMENT = lazy(r"\s?\(?[kKbB]\)?(?![^\W_])")
"""401k and 403b are plans, not sums."""

_RUNS_ON = lazy(r"[kKwW万]?[-–—~]")
_THOUSANDS_OF_WORD = frozenset("kKwW万")
_EVEN = lazy(r"[.,][-–—]{1,2}(?!\d)")
"""`45.000,- €`: no cents."""

_ADDED = r"(?:equity|bonus|benefits|stock|shares?|options|commission|ote|super)"
_PLUS = lazy(
    rf"\+(?![ ]?(?:[^\W\d_]{{1,20}}[- ]){{0,2}}{_ADDED}\b)|[ ]\+(?=[ ]{{0,4}}(?:[,;.)|\]]|$))", re.IGNORECASE
)
"""`$140,000+` is a lower end; `£60k + equity` is not."""

_LONGEST_PREFIX = 18
"""Characters before a number in which its code and sign stand: `(USD) $`, and blanks where marks stood."""

_NO_SIGN = frozenset("-~/:;,+*#|'\"=<>[](0123456789")
"""Characters with which no sign or code ends."""

_CODE = lazy(r"[A-Z]{3}(?![^\W_])")
_LOWER_CODES = frozenset({
    "usd", "eur", "gbp", "cad", "aud", "inr", "chf", "pln", "sgd", "brl", "sek", "myr", "Usd", "Eur",
})
_WEIGHTS = frozenset({"pound", "pounds", "pfund", "libras"})
_NAME = lazy(r"[^\W\d_]{1,20}(?:[ -][^\W\d_]{1,20}){0,2}")

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
    # `USD`'s last letters are no sign, nor are those of a word; a label may have lost its blank: `Wage$16.50`
    lettered = rf"(?:(?<![^\W\d_])(?:{signs})|(?<=[a-z]{{3}})[$€£])"
    magnitudes = "|".join(re.escape(word) for word in sorted(table.magnitudes, key=len, reverse=True))
    lowest, highest, after = (pattern(table.bounds[name]) for name in ("lowest", "highest", "lowest_after"))
    code = r"(?:(?<![^\W_])\(?(?P<code>[A-Za-z]{3})\)?[ ]?)?"
    return _Patterns(
        magnitude=lazy(rf"(?:[ ]|-(?=[bmt]r?illion))?(?P<word>{magnitudes})(?![a-zA-ZÀ-ɏ0-9])"),
        before=lazy(rf"{code}(?P<sign>{lettered})?[ ]{{0,8}}$"),
        sign=lazy(rf"(?:{signs})(?![a-zA-ZÀ-ɏ]|[ ]?\d)"),
        period=_period_after(),
        lowest=lazy(rf"(?:{lowest})[ :]{{0,3}}$", re.IGNORECASE),
        highest=lazy(rf"(?:{highest})[ :]{{0,3}}$", re.IGNORECASE),
        lowest_after=lazy(rf"[ ]?(?:{after})", re.IGNORECASE),
    )


def _period_after() -> re.Pattern[str]:
    """`/hr`, `per hour`, `an hour`, `hourly`, behind an amount and at most two words such as `gross`."""
    kinds = []
    for name, words in pay().periods.items():
        units = "|".join(re.escape(unit) for unit in sorted(words["units"], key=len, reverse=True))
        joints = r"/|per|an?|each|every|pro|je|im|par|por|ao?|al|de[ ]l'|l'|la|le"
        told = rf"(?:{joints})[ ]{{0,2}}(?:{units})(?![^\W\d_])"
        kinds.append(rf"(?P<{name}>{told}|(?:{words['short']})(?![^\W_])|{pattern(words['words'])})")
    filler = (
        r"\(?(?:max(?:imum)?|gross|net|brutto|netto|brut|bruto|l[íi]quido|in[ ]USD|USD|EUR|GBP|CAD|base"
        r"|salary|cash|pay|total)\b\)?"
    )
    months = r"(?P<pay_months>[*×xX·][ ]?1[2-9](?!\d))"  # `25k*16`: a month's pay, sixteen times a year
    lead = rf"[ ,(/_*]{{0,3}}(?:{filler}[ ]{{0,2}}){{0,2}}"
    return lazy(rf"{lead}(?:{months}|{'|'.join(kinds)})", re.IGNORECASE)


def _amounts(text: str) -> Iterator[_Amount]:
    matches = list(_NUMBER.finditer(text))
    if _THOUSAND.search(text):
        matches = sorted([*matches, *_NUMBER_WORDS.finditer(text)], key=re.Match.start)
    free = lost = 0
    for match in matches:
        start = match.start()
        if start < free or text[max(0, start - 1) : start] in _IN_NUMBER:
            continue
        if lost and _RUNS_ON.fullmatch(text, lost, start):
            continue  # the upper end of `JD30k-50k`, whose lower end is part of a word
        value = read_number(match[0])
        if value is None:
            continue
        amount = _amount(text, value, start, match.end())
        many = value >= 1000 or text[match.end() : match.end() + 1] in _THOUSANDS_OF_WORD
        lost = match.end() if amount is None and many else 0  # the level in `E9-55.000 €` is no lower end
        if amount is not None:
            free = amount.end
            yield amount


def _amount(text: str, value: Number, start: int, end: int) -> _Amount | None:
    """The number with what stands around it, `None` where it is part of a word (`B2B`, `401k`, `h264`)."""
    if (value in (401, 403) and _RETIREMENT.match(text, end)) or text[end : end + 1] == "%":
        return None
    before, money = _money_before(text, start)
    if before == start and start and _glued(text[start - 1]):
        return None
    if dash := _EVEN.match(text, end):
        end = dash.end()
    scale, end = _magnitude(text, end, bool(money))
    plain, indian = end, scale == 100_000 and not money
    early = end = _plus(text, end) or end
    behind, end = _money_after(text, end, value * scale)
    told = behind if behind == "pesos" else money or behind  # whose pesos they are, `$` tells no more
    money = next((m for m in (money, behind) if m in pay().codes), told)
    late = _plus(text, end)
    period, end = _period(text, late or end)
    if indian and period in (None, "year"):
        money, period = money or "INR", "year"
    return _Amount(value, scale, money, period, bool(late) or early > plain, before, end)


def _plus(text: str, end: int) -> int:
    """Where a plus that makes the number a lower end stops, 0 where there is none."""
    match = _PLUS.match(text, end) if text[end : end + 2].lstrip()[:1] == "+" else None
    return match.end() if match else 0


def _glued(character: str) -> bool:
    """Whether a character before a number makes one word with it."""
    return (character.isalnum() and character < FIRST_CJK) or character in "_#"


def _magnitude(text: str, end: int, has_sign: bool) -> tuple[int, int]:
    """What multiplies the number that ends here, and where that ends."""
    match = _patterns().magnitude.match(text, end)
    if match is None or (match["word"] in ("b", "m") and not has_sign):  # pay grade `9b`, `5m`
        return 1, end
    return pay().magnitudes[match["word"]], match.end() - (match["word"] == "T€")


def _money_before(text: str, start: int) -> tuple[int, str]:
    """Where the sign or code before a number begins, and which money it is."""
    near = text[max(0, start - _LONGEST_PREFIX) : start].rstrip(" ")[-1:]
    if not near or near in _NO_SIGN:
        return start, ""
    match = _patterns().before.search(text, max(0, start - _LONGEST_PREFIX), start)
    if match is None:
        return start, ""
    code, sign = match["code"] or "", match["sign"] or ""
    if code in pay().codes or code in _LOWER_CODES:
        return match.start(), code.upper()
    if code in pay().signs and not sign:
        return match.start(), pay().signs[code]
    return (match.start("sign"), pay().signs[sign]) if sign else (start, "")


def _money_after(text: str, end: int, value: Number) -> tuple[str, int]:
    """The sign, code or name behind a number, and where it ends; a few `pounds` are a weight."""
    at = end
    while at < len(text) and at < end + 2 and text[at] in " (":
        at += 1
    if (match := _CODE.match(text, at)) and match[0] in pay().codes:
        return match[0], match.end()
    if match := _patterns().sign.match(text, at):
        return pay().signs[match[0]], match.end()
    match = _NAME.match(text, at)
    words = match[0].lower() if match else ""
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
    return next(name for name in PERIODS if match[name]), match.end()


# --- ranges ------------------------------------------------------------------------------------------------

_JOINT = lazy(
    r"""
    (?: \( min(?:imum)? \) [ ]? )? (?:
        - | -- | ~ | 〜 | ～ | — | – | \.{2,3} | … | 至 | 到
      | to | bis | tot | à | a | até | hasta | up[ ]to | through | o
      | [-,;/|]? [ ]{0,2} (?: mid(?:point|dle)? | max(?:imum)? ) [ ]? :?
      | (?P<pair> and | und | et | y | e | en )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN = lazy(r"(?:between|zwischen|entre|tussen|tra|ranging|ranges|range|range[ ]of|from|von|de)[ :]{1,5}$", re.IGNORECASE)
_WIDEST = 25
"""A range whose top is more than so many times its bottom is two figures."""

_LONGEST_JOINT = 30
"""Characters between the two ends of a range, with the blanks that stand where marks stood."""

_BOUND = 24
"""Characters before a figure in which `up to` or `from` stand."""


def _joined(text: str, first: _Amount, left: _Amount, right: _Amount) -> bool:
    """Whether two neighbouring amounts are the ends of one range."""
    if right.start - left.end > _LONGEST_JOINT:
        return False
    joint = _JOINT.fullmatch(text[left.end : right.start].strip(" \\"))
    if joint is None or (left.money and right.money and not _same_money(left.money, right.money)):
        return False
    if joint["pair"] and not _BETWEEN.search(text, max(0, first.start - _BOUND), first.start):
        return False
    low, high = _spread(left, right)
    return 0 < low <= high * _WIDEST and high <= low * _WIDEST


def _same_money(left: str, right: str) -> bool:
    """`$` and `CAD` may be the same money; `USD` and `CAD` are not."""
    return left == right or left in pay().shared or right in pay().shared


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
    ends: tuple[Number, ...] = _spread(first, last) if len(chain) > 1 else (first.value * first.scale,)
    moneys = [amount.money for amount in chain if amount.money]
    money = next((m for m in moneys if m in pay().codes), moneys[0] if moneys else "")
    period = next((amount.period for amount in reversed(chain) if amount.period), None)
    if period == "hour" and money:
        ends = _decimals(text, chain) or ends
    low, high, end = _bounds(text, chain, _tidy(min(ends)), _tidy(max(ends)))
    code, scaled = money if money in pay().codes else None, any(a.scale > 1 for a in chain)
    return Money(low, high, code, "" if code else money, period, first.start, end, scaled)


_FINE = lazy(r"\d{1,2}\.\d{3}(?!\d)")


def _decimals(text: str, chain: list[_Amount]) -> tuple[float, ...]:
    """`$31.417 per hour` is no thirty-one thousand: there the point does not group."""
    written = [_FINE.search(text, amount.start, amount.end) for amount in (chain[0], chain[-1])]
    return tuple(float(match[0]) for match in written if match) if all(written) else ()


def _bounds(
    text: str, chain: list[_Amount], low: Number, high: Number
) -> tuple[Number | None, Number | None, int]:
    """Which ends are open: only a single figure can be 'up to', 'from' or '+'."""
    first, end = chain[0], chain[-1].end
    if len(chain) > 1:
        return low, high, end
    patterns, start = _patterns(), max(0, first.start - _BOUND)
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
