"""Base pay: what a header or a `Salary:` line states, and the sums in running text that are pay.

A sum is pay where the words of its clause say so. Without any such word it counts only where it stands alone
in a line or a segment, in the shape of a yearly or hourly range. What was turned down carries the reason.
"""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import structs

from ..candidates import Candidate, Standing
from ..document import Document, Fact, Line, Span
from ..letters import has_han
from ..patterns import lazy
from ..readers.money import Money, read_money
from ..readers.numbers import read_number
from ..readers.pay_value import pay_of
from ..readers.pay_words import (
    clause_around,
    governor,
    gross_follows,
    hired_as_follows,
    pay_follows,
    reason_behind,
    speaks_of_pay,
)
from ..readers.worth import A_YEAR, currency_of, is_plausible, period_of_size, period_words
from ..record import Period, Salary
from ..vocab.pay import pay

FIELDS = ("salary",)
TRIGGERS = (
    "$", "€", "£", "¥", "￥", "₹", "₱", "₩", "₪", "₺", "₽", "₴", "฿", "₫", "₦", "元", "万", "萬", "zł",
    "kč",
    "usd", " eur", "eur ", "gbp", "inr", " cad", " aud", "chf", "pln", "sgd", "brl", "czk", "sek", "nok",
    "dkk", "myr", "ron ", "huf", "euro", "dollar", "dólar", "pounds", "rupee", "reais", "lpa", "lakh",
    "php ", "idr", "thb", "aed ", "egp", " zar ", "mxn", "clp", "nzd", "hkd", "ngn", "pkr", "vnd", "jpy",
    "krw", "cny", "rmb", "twd", "ksh", "円", "lac ", "tjm", "salar", "compensation", "comp:", "remuner",
    "wage",
    "gehalt", "vergüt", "lohn", "entgelt", "brutto", "salaire", "rémunér", "sueldo", "salári", "faixa",
    "bolsa", "薪", "待遇", "工资",
    "0k", "1k", "2k", "3k", "4k", "5k", "6k", "7k", "8k", "9k", "/hr", "per hour", "+ equity", "+ bonus",
)

_CLOSE = 40
"""Characters between a pay word and a number without any sign of money, at most."""

_LEAD = 70
"""Characters of its clause before a sum that only its shape and period speak for, at most."""

_SHORT_LINE = 150
"""A longer line is prose, not a figure standing alone."""

_SHORT_LABEL = 60
"""Characters before a figure that a line of pay begins with, and of a heading that says what it is."""

_SHORT_VALUE = 60
"""A longer value without any figure is prose that happens to stand in a part on pay."""

_SHORT_REST = 16
"""Characters that may follow a figure that stands alone (`Currency: CAD`)."""

_MOST_SUMS = 60
"""A line with more of them is a price list."""

_SMALLEST_BARE = 1000
"""Smaller plain numbers without currency, magnitude or period are counts."""

_DIGIT = lazy(r"\d")


class _Verdict(NamedTuple):
    rule: str
    standing: Standing
    reason: str = ""


_TOTAL = _Verdict("salary.total", "inferred")
"""All that is earned, with bonus and shares: any base pay goes before."""


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """One candidate a sum."""
    found = [*_of_bounds(document), *dict.fromkeys(_of_facts(document))]
    stated: dict[int, list[Span]] = defaultdict(list)
    for candidate in found:
        stated[document.line_of(candidate.spans[0].start)].append(candidate.spans[0])
    for line in lines:
        if _DIGIT.search(line.text) or "thousand" in line.text or "tausend" in line.text:
            found += [c for c in _of_line(document, line) if not _overlaps(c.spans[0], stated.get(line.number, ()))]
    return _completed(found)


def _overlaps(one: Span, others: Sequence[Span]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


# --- stated ------------------------------------------------------------------------------------------------


_PARTS = ("salary.min", "salary.max", "salary.value", "salary.currency", "salary.period")


def _of_bounds(document: Document) -> Iterator[Candidate]:
    """`salary_min`, `salary_max`, `currency`, `period` of a front matter or JSON-LD, as one figure."""
    first: dict[str, Fact] = {}
    for fact in document.facts_of(*_PARTS):
        first.setdefault(fact.field.removeprefix("salary."), fact)
    figures = [first[part] for part in ("min", "max", "value") if part in first]
    if not figures:
        return
    low, high, one = (_number(first.get(part)) for part in ("min", "max", "value"))
    low, high = (low, high) if low or high else (one, one)
    currency = _code(first.get("currency")) or _sign(figures, document.country)
    period = _unit(first.get("period")) or period_of_size(low, high, currency)
    value = Salary(low, high, currency, period, " - ".join(fact.value for fact in figures))
    refused = "" if low or high else "a filler, no figure"
    yield Candidate("salary", value, tuple(fact.span for fact in figures), "salary.bounds", "stated", refused)


def _number(fact: Fact | None) -> int | float | None:
    """The figure of a key; a board's 0 means that it knows none."""
    if fact is None:
        return None
    sums = read_money(fact.value)
    return (sums[0].high or sums[0].low if len(sums) == 1 else read_number(fact.value)) or None


def _code(fact: Fact | None) -> str | None:
    if fact is None:
        return None
    code = fact.value.strip().upper()
    return code if code in pay().codes else currency_of(fact.value.strip(), None)


def _sign(figures: Sequence[Fact], country: str | None) -> str | None:
    """The currency that the figures themselves bear, else the country's."""
    sums = [sum_ for fact in figures for sum_ in read_money(fact.value)]
    bearing = next((s for s in sums if s.currency or s.sign), None)
    return (bearing and bearing.currency) or currency_of(bearing.sign if bearing else "", country)


def _unit(fact: Fact | None) -> Period | None:
    """`YEAR`, `per hour`, `monthly` of a period key."""
    return next(iter(period_words(f"per {fact.value.strip()} {fact.value}") if fact else ()), None)


def _of_facts(document: Document) -> Iterator[Candidate]:
    """`salary: …` of a header, a badge, a labelled line, or what stands under a heading that is a label."""
    for fact in document.facts_of("salary"):
        rule, text = f"salary.{fact.origin}", document.view[fact.span.start : fact.span.end]
        sums = [s for s in read_money(text) if _bears_money(s) or _is_value(text, s)]
        if text.strip().lower() in pay().words["pay"]["fillers"]:
            yield Candidate("salary", None, (fact.span,), rule, "stated", "a filler, no figure")
        elif not sums and len(text) <= _SHORT_VALUE:
            yield Candidate("salary", None, (fact.span,), rule, "stated", "names no figure")
        else:
            yield from (_of_stated(document, fact, rule, text, sum_) for sum_ in sums)


def _of_stated(document: Document, fact: Fact, rule: str, text: str, sum_: Money) -> Candidate:
    """A sum of a field that is pay by its key, unless its own words say otherwise."""
    before, after = clause_around(text, sum_)
    reason = reason_behind(after, sum_) or governor(before).reason or _size(sum_, document.country)
    verdict = _TOTAL if governor(f"{fact.key} {before}").total else _Verdict(rule, "stated")
    return _candidate(document, sum_, text, fact.span.start, verdict._replace(reason=reason), fact.key)


def _bears_money(sum_: Money) -> bool:
    return bool(sum_.currency or sum_.sign or sum_.scaled or sum_.period)


def _is_value(text: str, sum_: Money) -> bool:
    """Whether a plain number is what a field says and no part of a sentence, and no span of years."""
    if sum_.low != sum_.high and all(1990 <= (end or 0) <= 2040 for end in (sum_.low, sum_.high)):
        return False
    return (sum_.high or sum_.low or 0) >= _SMALLEST_BARE and not any(c.isalpha() for c in text[: sum_.start])


def _size(sum_: Money, country: str | None) -> str:
    currency = sum_.currency or currency_of(sum_.sign, country)
    sound = is_plausible(sum_.low, sum_.high, currency, sum_.period)
    return "" if sound else "too small or too large for pay"


# --- running text ------------------------------------------------------------------------------------------

_ON_TOP = lazy(r"(?:(?:base|basic|fix|salary|pay)[ ]{1,3})?(?:plus|\+)", re.IGNORECASE)
_LEADING = " ,(]"
"""What may stand between a sum and the words that go with it."""


def _of_line(document: Document, line: Line) -> Iterator[Candidate]:
    text, last = line.text, 0
    for sum_ in read_money(text)[:_MOST_SUMS]:
        on_top = last and _ON_TOP.fullmatch(text[last : sum_.start].strip())
        last = sum_.end
        if not _bears_money(sum_) and (sum_.high or sum_.low or 0) < _SMALLEST_BARE:
            continue
        verdict = _weigh(document, line, sum_)
        if verdict is not None:
            if on_top and not verdict.reason:
                verdict = verdict._replace(reason="comes on top of the pay")
            yield _candidate(document, sum_, text, line.start, verdict, _heading(document, line))


def _weigh(document: Document, line: Line, sum_: Money) -> _Verdict | None:
    """What speaks for a sum as pay and what against it; `None` where nothing at all does."""
    told = bool(sum_.currency or sum_.sign)
    before, after = clause_around(line.text, sum_)
    word = governor(before)
    reason = reason_behind(after, sum_) or word.reason
    if reason:
        return _Verdict("salary.words", "pattern", reason) if told else None
    size = _size(sum_, document.country)
    if word.distance is not None:
        close = word.distance <= _CLOSE and (sum_.scaled or sum_.period or sum_.low != sum_.high)
        rule = _TOTAL if word.total else _Verdict("salary.words", "pattern")
        return rule._replace(reason=size) if told or close else None
    if size:
        return None
    if pay_follows(after) and (told or (sum_.scaled and sum_.low != sum_.high)):
        return _Verdict("salary.words", "pattern")
    if not told:
        return _without_currency(line, sum_, after)
    return _by_place(document, line, sum_, before, after)


_OFFER = lazy(
    r"(?:[+&]|(?:plus|and|DOE|OTE|base|cash|equity|depending|W2|C2C|contract)\b)", re.IGNORECASE
)
_OFFERED = lazy(
    r"""
    \b (?: (?: for | of | in ) [ ] (?: this | the ) [ ] (?: role | position | job | opportunity | opening ) \b
        | (?: offer(?:s|ing|ed)? | bieten | ofrecemos | oferecemos | offrons | proposons ) [ ]{1,3} $ )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _by_place(document: Document, line: Line, sum_: Money, before: str, after: str) -> _Verdict | None:
    """A sum with a currency of which no word in its clause says anything."""
    country = document.country
    is_range, yearly = sum_.low != sum_.high, _yearly(sum_, country)
    shaped = is_range and bool(sum_.period or yearly or period_words(before))
    if (is_range or sum_.period) and _stands_under_pay(document, line, sum_):
        return _Verdict("salary.section", "pattern")
    alone = len(line.text) <= _SHORT_LINE and _stands_alone(before, after)
    if alone and (shaped or _full_time(sum_, country, after)):
        return _Verdict("salary.line", "pattern" if shaped else "inferred")
    if line.section == "company":
        return None
    bare = alone and is_range and not (before + after).strip()
    if bare and not governor(_line_before(document, line)).reason:
        return _Verdict("salary.line", "inferred")
    if _in_segment(line.text, sum_) and (shaped or sum_.scaled):
        return _Verdict("salary.segment", "inferred")
    if line.block == "heading" and (is_range or sum_.scaled):
        return _Verdict("salary.heading", "inferred")
    earlier, more = speaks_of_pay(line.text[: sum_.start]), after.lstrip(_LEADING)
    periodic = sum_.period is not None and len(before) <= _LEAD
    if shaped and (periodic or earlier or _OFFER.match(more) or _OFFERED.search(before)):
        return _Verdict("salary.range", "inferred")
    if is_range and gross_follows(more):
        return _Verdict("salary.range", "inferred")
    if yearly and hired_as_follows(more):
        return _Verdict("salary.hired_as", "inferred")
    if yearly and earlier and not sum_.scaled:
        return _Verdict("salary.earlier", "inferred")
    return _Verdict("salary.range", "inferred", "nothing says that it is pay") if shaped else None


_AND_MORE = lazy(
    r"(?:\+|plus)[ ]{0,2}(?:equity|bonus|benefits|\d[\d.,]{0,4}%|stock|shares|super\b)",
    re.IGNORECASE,
)


def _without_currency(line: Line, sum_: Money, after: str) -> _Verdict | None:
    """`Up to 200k + equity`, `[120,050 - 156,070] + equity`, `15k-30k` in a Chinese heading."""
    figure = sum_.high or sum_.low or 0
    if _AND_MORE.match(after.lstrip(_LEADING)) and 10_000 <= figure <= 1_000_000:
        return _Verdict("salary.offer", "inferred")
    scaled = sum_.scaled and sum_.low != sum_.high and 2_000 <= figure <= 2_000_000
    alone = line.block == "heading" or sum_.period or len(line.text) < _SHORT_LABEL
    if scaled and alone and has_han(line.text):
        return _Verdict("salary.line", "inferred")
    return None


def _yearly(sum_: Money, country: str | None) -> bool:
    """A size that only a year's pay has; a month's too, where the currency's figures leave no doubt."""
    currency = sum_.currency or currency_of(sum_.sign, country)
    sized = period_of_size(sum_.low, sum_.high, currency)
    return sized == "year" or (sized == "month" and currency != "EUR")


def _full_time(sum_: Money, country: str | None, after: str) -> bool:
    """A single figure, told by the hour or worth a year of work, or with something on top of it."""
    if sum_.period is None:
        return bool(_AND_MORE.match(after.lstrip(_LEADING))) and _yearly(sum_, country)
    sizes = pay().sizes.get(sum_.currency or currency_of(sum_.sign, country) or "")
    figure = (sum_.high or sum_.low or 0) * A_YEAR[sum_.period]
    return sum_.period == "hour" or (sizes is not None and figure >= sizes.year[0])


def _stands_under_pay(document: Document, line: Line, sum_: Money) -> bool:
    """Whether the section or the line before speaks of pay and the sum begins the line."""
    if line.section == "salary":
        return True
    if len(line.text[: sum_.start].strip(" -*:[(")) > _SHORT_LABEL:
        return False
    before = _line_before(document, line)
    return len(before) <= _SHORT_LINE and speaks_of_pay(before)


def _line_before(document: Document, line: Line) -> str:
    """The text above a line, at most one blank line away."""
    numbers = (number for number in (line.number - 1, line.number - 2) if number >= 0)
    return next((text for number in numbers if (text := document.line(number).text.strip())), "")


def _stands_alone(before: str, after: str) -> bool:
    """A line that is nothing but the sum, a label in front of it and what comes on top."""
    lead, rest = before.rstrip(" *~([,"), after.strip(" .*_)]")
    labelled = lead[-1:] in ":-=" or not any(c.isalnum() for c in lead)
    return labelled and (not rest or rest[0] in "+➕(/,|" or len(rest) <= _SHORT_REST)


def _in_segment(text: str, sum_: Money) -> bool:
    """Between two bars, as posts in one line have it: `Acme | Berlin | $100k-120k + equity | Remote`."""
    left, right = text.rfind("|", 0, sum_.start), text.find("|", sum_.end)
    if left < 0 and right < 0:
        return False
    return sum_.start - left <= 25 and (right < 0 or right - sum_.end <= _SHORT_LABEL)


# --- the value ---------------------------------------------------------------------------------------------


def _heading(document: Document, line: Line) -> str:
    section = document.section_at(line.start)
    above = _line_before(document, line) if line.block == "heading" else section.heading if section else ""
    return above if len(above) < _SHORT_LABEL else ""


def _candidate(
    document: Document, sum_: Money, text: str, offset: int, verdict: _Verdict, label: str
) -> Candidate:
    span = Span(offset + sum_.start, offset + sum_.end)
    value, suffix = pay_of(sum_, text, label, document.country, bool(verdict.reason))
    raw, rule = document.quote(span), f"{verdict.rule}{suffix}"
    return Candidate("salary", structs.replace(value, raw=raw), (span,), rule, verdict.standing, verdict.reason)


# --- a figure told twice -----------------------------------------------------------------------------------

_GUESSED = lazy(r"\.bare[a-z-]*")


def _completed(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """A figure told twice, once without its period or with a bare sign only, takes the other's words."""
    twins: dict[tuple[float | None, float | None], list[Candidate]] = defaultdict(list)
    valid = [c for c in found if c.value is not None and not c.refused]
    for candidate in valid:
        twins[candidate.value.min, candidate.value.max].append(candidate)
    told = {figures: _words_of(same) for figures, same in twins.items() if len(same) > 1}
    is_told = any(c.value.period and not _is_plain(c) for c in valid)
    for candidate in found:
        if candidate.value is None or candidate.refused:
            yield candidate
        elif words := told.get((candidate.value.min, candidate.value.max)):
            yield _from_twins(candidate, *words)
        else:
            yield candidate._replace(standing="inferred") if is_told and _is_plain(candidate) else candidate


def _is_plain(candidate: Candidate) -> bool:
    """A bare number (`salary: 35000`), which goes behind pay that the post tells with money and period."""
    return candidate.rule.endswith((".bare", ".bare.by-size"))


def _words_of(twins: Sequence[Candidate]) -> tuple[str | None, Period | None]:
    """The currency and the period that one of some candidates has from its own words."""
    currency = next((c.value.currency for c in twins if c.value.currency and ".bare" not in c.rule), None)
    period = next((c.value.period for c in twins if c.value.period and ".by-size" not in c.rule), None)
    return currency, period


def _from_twins(candidate: Candidate, currency: str | None, period: Period | None) -> Candidate:
    value, rule = candidate.value, candidate.rule
    if currency and (".bare" in rule or not value.currency):
        value, rule = structs.replace(value, currency=currency), _GUESSED.sub("", rule)
    if period and (".by-size" in rule or not value.period):
        value, rule = structs.replace(value, period=period), rule.replace(".by-size", "")
    return candidate._replace(value=value, rule=rule)
