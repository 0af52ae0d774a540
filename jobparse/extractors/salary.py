"""Base pay: what a header or a `Salary:` line states, and the sums in running text that words or their shape tell to be pay.

A sum is pay where the last telling word before it in its clause is one of pay (`base salary range`), and is not where that
word, or the noun right behind it, is one of something else (`$1,000 home office stipend`). Sums without any such word
count only where they stand alone in a line or a segment, in the shape of a yearly or hourly range.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from msgspec import structs

from ..candidates import Candidate, Standing
from ..document import Document, Fact, Line, Span
from ..readers.money import A_YEAR, Money, currency_of, is_plausible, period_of_size, period_words, read_money
from ..readers.numbers import read_number
from ..record import Period, Salary
from ..vocab.pay import pattern, pay

FIELDS = ("salary",)
TRIGGERS = (
    "$", "€", "£", "¥", "￥", "₹", "₱", "₩", "₪", "₺", "₽", "₴", "฿", "₫", "₦", "元", "万", "萬", "zł", "kč",
    "usd", " eur", "eur ", "gbp", "inr", " cad", " aud", "chf", "pln", "sgd", "brl", "czk", "sek", "nok", "dkk", "myr", "ron ", "huf",
    "salar", "pay", "compensation", "comp:", "remuner", "wage", "earn", "gehalt", "vergüt", "lohn", "verdien", "brutto", "salaire",
    "rémunér", "brut", "sueldo", "salári", "faixa", "valor", "bolsa", "薪", "待遇", "工资", "lpa", "lakh", "lac ", "tjm",
    "0k", "1k", "2k", "3k", "4k", "5k", "6k", "7k", "8k", "9k", "/hr", "per hour", "euro", "dollar", "dólar", "pounds", "rupee", "reais",
    "+ equity", "+ bonus",
)

_BEFORE, _AFTER = 160, 90
"""Characters of a clause that are looked at before and after a sum."""

_NOUN = 45
"""Characters behind a sum in which the noun that it belongs to must begin."""

_CLOSE = 40
"""Characters between a pay word and a number without any sign of money, at most."""

_SHORT_LINE = 150
"""A longer line is prose, not a figure standing alone."""

_SHORT_VALUE = 60
"""A longer value without any figure is prose that happens to stand in a part on pay."""

_SHORT_REST = 16
"""Characters that may follow a figure that stands alone (`Currency: CAD`)."""


class _Words(NamedTuple):
    telling: re.Pattern[str]
    reasons: dict[str, str]
    beside: re.Pattern[str]
    breaks: re.Pattern[str]
    dollars: re.Pattern[str]


@cache
def _words() -> _Words:
    """The vocabulary's patterns, compiled when the first sum is weighed."""
    table = pay().words
    reasons = {f"r{n}": reason for n, reason in enumerate(table["refused"])}
    refused = "|".join(rf"(?P<{name}>{pattern(table['refused'][reason])})" for name, reason in reasons.items())
    telling = rf"(?P<no>{pattern(table['pay']['not_pay'])})|{refused}|(?P<pay>{pattern(table['pay']['words'])})"
    dollars = "|".join(rf"(?P<{code}>{pattern(words)})" for code, words in table["dollars"].items())
    return _Words(
        telling=re.compile(telling, re.IGNORECASE),
        reasons=reasons,
        beside=re.compile(rf"(?:\+|&|{pattern(table['breaks']['beside'])})[ ]{{0,2}}(?:[^\W\d_]{{2,14}}[ ])?$", re.IGNORECASE),
        breaks=re.compile(rf"[,;:.()+&|*\[\]]|-[ ]|{pattern(table['breaks']['words'])}", re.IGNORECASE),
        dollars=re.compile(dollars, re.IGNORECASE),
    )


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """One candidate a sum; sums that were weighed and turned down carry the reason."""
    found = [*_of_bounds(document), *dict.fromkeys(_of_facts(document))]
    taken = [candidate.spans[0] for candidate in found]
    for line in lines:
        if any(c.isdecimal() for c in line.text) or "thousand" in line.text:
            found.extend(c for c in _of_line(document, line) if not any(_overlap(c.spans[0], span) for span in taken))
    yield from _completed(found)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


# --- stated ------------------------------------------------------------------------------------------------------


def _of_bounds(document: Document) -> Iterator[Candidate]:
    """`salary_min`, `salary_max`, `currency`, `period` of a front matter or JSON-LD, as one figure."""
    facts = document.facts_of("salary.min", "salary.max", "salary.value", "salary.currency", "salary.period")
    first: dict[str, Fact] = {}
    for fact in facts:
        first.setdefault(fact.field, fact)
    low, high, one = (_number(first.get(f"salary.{name}")) for name in ("min", "max", "value"))
    low, high = (low, high) if low or high else (one, one)
    figures = [first[name] for name in ("salary.min", "salary.max", "salary.value") if name in first]
    if not figures:
        return
    spans = tuple(fact.span for fact in figures)
    currency = _code(first.get("salary.currency")) or _sign(figures, document.country)
    period = _unit(first.get("salary.period")) or period_of_size(low, high, currency)
    value = Salary(low, high, currency, period, " - ".join(fact.value for fact in figures))
    refused = "" if low or high else "a filler, no figure"
    yield Candidate("salary", value, spans, "salary.bounds", "stated", refused)


def _number(fact: Fact | None) -> int | float | None:
    """The figure of a key; a board's 0 means that it knows none."""
    if fact is None:
        return None
    sums = read_money(fact.value)
    value = sums[0].high or sums[0].low if len(sums) == 1 else read_number(fact.value)
    return value or None


def _code(fact: Fact | None) -> str | None:
    if fact is None:
        return None
    code = fact.value.strip().upper()
    return code if code in pay().codes else currency_of(fact.value.strip(), None)


def _sign(figures: Sequence[Fact], country: str | None) -> str | None:
    for fact in figures:
        for sum_ in read_money(fact.value):
            if sum_.currency or sum_.sign:
                return sum_.currency or currency_of(sum_.sign, country)
    return currency_of("", country)


def _unit(fact: Fact | None) -> Period | None:
    if fact is None:
        return None
    words = period_words(fact.value)
    unit = fact.value.strip().lower().rstrip("s").removeprefix("per ").removesuffix("ly")
    return words[0][1] if words else next((n for n, w in pay().periods.items() if unit in w["units"]), None)  # type: ignore[return-value]


def _of_facts(document: Document) -> Iterator[Candidate]:
    """`salary: …` of a header, a badge, a labelled line, or what stands under a heading that is such a label."""
    for fact in document.facts_of("salary"):
        text = document.view[fact.span.start : fact.span.end]
        if text.strip().lower() in pay().words["pay"]["fillers"]:
            yield Candidate("salary", None, (fact.span,), "salary.fact", "stated", "a filler, no figure")
            continue
        sums = [s for s in read_money(text) if s.currency or s.sign or s.scaled or s.period or _is_value(text, s)]
        if not sums and len(text) <= _SHORT_VALUE:
            yield Candidate("salary", None, (fact.span,), "salary.fact", "stated", "names no figure")
        for sum_ in sums:
            before, after = _clause(text, sum_)
            reason = _reason_after(after, sum_) or _governor(before)[1] or _size(sum_, document.country)
            yield _candidate(document, sum_, text, fact.span.start, "salary.fact", "stated", reason, fact.key)


def _is_value(text: str, sum_: Money) -> bool:
    """Whether a plain number is what a field says and no part of a sentence."""
    return (sum_.high or sum_.low or 0) >= 1000 and not any(c.isalpha() for c in text[: sum_.start])


def _size(sum_: Money, country: str | None) -> str:
    currency = sum_.currency or currency_of(sum_.sign, country)
    return "" if is_plausible(sum_.low, sum_.high, currency, sum_.period) else "too small or too large for pay"


# --- running text ------------------------------------------------------------------------------------------------


def _of_line(document: Document, line: Line) -> Iterator[Candidate]:
    text, last = line.text, 0
    for sum_ in read_money(text):
        told, on_top = bool(sum_.currency or sum_.sign), bool(last and _ON_TOP.fullmatch(text, last, sum_.start))
        last = sum_.end
        if not told and not sum_.scaled and not sum_.period and (sum_.high or sum_.low or 0) < 1000:
            continue
        weighed = _weigh(document, line, sum_, told)
        if weighed is not None:
            rule, standing, reason = weighed
            reason = reason or ("comes on top of the pay" if on_top else "")
            yield _candidate(document, sum_, text, line.start, rule, standing, reason, _heading(document, line))


_ON_TOP = re.compile(r"[ ]{0,3}(?:plus|\+)[ ]{0,3}", re.IGNORECASE)


def _weigh(document: Document, line: Line, sum_: Money, told: bool) -> tuple[str, Standing, str] | None:
    """Rule, standing and reason against a sum; `None` where nothing at all speaks for pay."""
    before, after = _clause(line.text, sum_)
    reason = _reason_after(after, sum_)
    distance, against = _governor(before)
    size = _size(sum_, document.country)
    if reason or against:
        return ("salary.words", "pattern", reason or against) if told else None
    if distance is not None:
        sure = told or (distance <= _CLOSE and (sum_.scaled or sum_.period or sum_.low != sum_.high))
        return ("salary.words", "pattern", size) if sure else None
    if size:
        return None
    if not told:
        return _without_currency(document, line, sum_, after)
    if _pay_follows(after):
        return "salary.words", "pattern", ""
    return _by_place(document, line, sum_, before, after)


def _by_place(document: Document, line: Line, sum_: Money, before: str, after: str) -> tuple[str, Standing, str] | None:
    """A sum with a currency of which no word in its clause says anything."""
    is_range = sum_.low != sum_.high
    shaped = is_range and (sum_.period is not None or _yearly(sum_, document.country))
    if (is_range or sum_.period) and _says_pay(document, line, sum_):
        return "salary.section", "pattern", ""
    if line.section == "company":
        return None
    if len(line.text) <= _SHORT_LINE and _stands_alone(before, after) and (shaped or _full_time(sum_, document.country, after)):
        return "salary.line", "pattern" if shaped else "inferred", ""
    if _in_segment(line.text, sum_) and (shaped or sum_.scaled):
        return "salary.segment", "inferred", ""
    if line.block == "heading" and (is_range or sum_.scaled):
        return "salary.heading", "inferred", ""
    told = sum_.period or _OFFER.match(after) or _THIS_ROLE.search(before) or _pay_in(line.text[: sum_.start])
    if (shaped and told) or (is_range and _GROSS.match(after)):
        return "salary.range", "inferred", ""
    if not sum_.scaled and _yearly(sum_, document.country) and _pay_in(line.text[: sum_.start]):
        return "salary.earlier", "inferred", ""
    return ("salary.range", "inferred", "nothing says that it is pay") if shaped else None


_OFFER = re.compile(
    r"[ ,(]{0,3}(?:\+|plus|and|&|DOE|OTE|base|cash|equity|depending)\b", re.IGNORECASE
)
_GROSS = re.compile(r"[ ,(]{0,3}(?:gross|net|brutt?o|netto|brut|CLT|PJ|B2B)\b", re.IGNORECASE)
_THIS_ROLE = re.compile(r"\b(?:for|of|in)[ ](?:this|the)[ ](?:role|position|job|opportunity|opening)\b", re.IGNORECASE)
_AND_MORE = re.compile(r"[ ,(]{0,3}(?:\+|plus)[ ]{0,2}(?:equity|bonus|benefits|\d[\d.,]{0,4}%|stock|shares|super\b)", re.IGNORECASE)
_HAN = re.compile(r"[一-鿿]")


def _without_currency(document: Document, line: Line, sum_: Money, after: str) -> tuple[str, Standing, str] | None:
    """`Up to 200k + equity`, `[120,050 - 156,070] + equity`, `15k-30k` in a Chinese heading."""
    figure = sum_.high or sum_.low or 0
    if _AND_MORE.match(after.lstrip("] ")) and 10_000 <= figure <= 1_000_000:
        return "salary.offer", "inferred", ""
    chinese = sum_.scaled and sum_.low != sum_.high and 2_000 <= figure <= 2_000_000 and _HAN.search(line.text)
    if chinese and (line.block == "heading" or sum_.period or len(line.text) < 60):
        return "salary.line", "inferred", ""
    return None


def _clause(text: str, sum_: Money) -> tuple[str, str]:
    """What stands before and after a sum in its own clause."""
    before = text[max(0, sum_.start - _BEFORE) : sum_.start]
    after = text[sum_.end : sum_.end + _AFTER]
    cut = max((match.end() for match in _BOUNDARY.finditer(before)), default=0)
    stop = _BOUNDARY.search(after)
    return _BRACKETS.sub(" ", before[cut:]), after[: stop.start()] if stop else after


_BOUNDARY = re.compile(r"(?<!\bca)(?<!\b[Cc]irca)(?<!approx)(?<!aprox)(?<!\bmin)(?<!\bmax)(?<!\bmind)(?<!\benv)[.!?](?=[ ]{1,3}[A-ZÀ-Þ(¿¡\"'*]|[ ]{0,3}$)|[;；。|•·●▪]|[ ]{5,}")
_BRACKETS = re.compile(r"\([^()]{0,80}\)")


def _governor(before: str) -> tuple[int | None, str]:
    """The last telling word of a clause: its distance from the sum if it is one of pay, the reason if it is not."""
    distance, reason = None, ""
    words = _words()
    for match in words.telling.finditer(before):
        kind = match.lastgroup or ""
        if kind == "pay":
            distance, reason = len(before) - match.end(), ""
        elif kind != "no" and not (distance is not None and words.beside.search(before, 0, match.start())):
            distance, reason = None, words.reasons[kind]
    return distance, reason


_EACH = re.compile(r"[ ]?(?:per|each|/)[ ]?(?!net|gross|brut|bruto|base|DOE)(?P<what>[a-z]{3,20})", re.IGNORECASE)


def _reason_after(after: str, sum_: Money) -> str:
    """Why the noun right behind a sum says that it is no pay, empty where it does not."""
    each = _EACH.match(after)
    if each and sum_.period is None:
        return "a price for each piece, not pay for time"
    stop = _words().breaks.search(after)
    noun = after[: min(_NOUN, stop.start() if stop else _NOUN)]
    for match in _words().telling.finditer(noun):
        if match.lastgroup == "pay":
            return ""
        if match.lastgroup != "no":
            return _words().reasons[match.lastgroup or ""]
    return ""


def _pay_follows(after: str) -> bool:
    """`$95,000 salary`, `$80k-100k annual base`."""
    match = _words().telling.search(after[:_NOUN])
    return match is not None and match.lastgroup == "pay"


def _pay_in(text: str) -> bool:
    """Whether the text last speaks of pay."""
    return _governor(text[-2 * _BEFORE :])[0] is not None


def _yearly(sum_: Money, country: str | None) -> bool:
    currency = sum_.currency or currency_of(sum_.sign, country)
    return period_of_size(sum_.low, sum_.high, currency) in ("year", "month" if currency != "EUR" else "year")


def _full_time(sum_: Money, country: str | None, after: str) -> bool:
    """A single figure, told by the hour or worth a year of work, or with something on top of it."""
    currency = sum_.currency or currency_of(sum_.sign, country)
    if sum_.period is None:
        return bool(_AND_MORE.match(after)) and _yearly(sum_, country)
    sizes, figure = pay().sizes.get(currency or ""), sum_.high or sum_.low or 0
    return sum_.period == "hour" or (sizes is not None and figure * A_YEAR[sum_.period] >= sizes.year[0])


def _says_pay(document: Document, line: Line, sum_: Money) -> bool:
    """Whether the section, its heading or the line before speaks of pay and the sum begins the line."""
    if line.section == "salary":
        return True
    if len(line.text[: sum_.start].strip(" -*:[(")) > 60:
        return False
    previous = line.number - 1
    while previous >= 0 and previous >= line.number - 2:
        text = document.line(previous).text.strip()
        if text:
            return len(text) <= _SHORT_LINE and _pay_in(text)
        previous -= 1
    return False


def _stands_alone(before: str, after: str) -> bool:
    """A line that is nothing but the sum, a label in front of it and what comes on top."""
    lead, rest = before.strip(" -*~([,"), after.strip(" .*_)]")
    labelled = lead[-1:] in ":-=" or not any(c.isalnum() for c in lead)
    return labelled and (not rest or rest[0] in "+➕(/,|" or len(rest) <= _SHORT_REST)


def _in_segment(text: str, sum_: Money) -> bool:
    """Between two bars, as posts in one line have it: `Acme | Berlin | $100k-120k + equity | Remote`."""
    left, right = text.rfind("|", 0, sum_.start), text.find("|", sum_.end)
    if left < 0 and right < 0:
        return False
    return sum_.start - left <= 25 and (right < 0 or right - sum_.end <= 60)


# --- the value ---------------------------------------------------------------------------------------------------


def _heading(document: Document, line: Line) -> str:
    section = document.section_at(line.start)
    return section.heading if section and len(section.heading) < 60 else ""


def _candidate(
    document: Document, sum_: Money, text: str, offset: int, rule: str, standing: Standing, reason: str, label: str
) -> Candidate:
    currency, bare = _currency(sum_, text, label, document.country)
    period, sized = _period(sum_, text, label, currency, bool(reason))
    span = Span(offset + sum_.start, offset + sum_.end)
    value = Salary(sum_.low, sum_.high, currency, period, document.quote(span))
    return Candidate("salary", value, (span,), f"{rule}{bare}{sized}", standing, reason)


_BARE = {"$": ".bare-dollar", "kr": ".bare-kr", "kr.": ".bare-kr", "": ".bare"}
_CODE = re.compile(r"(?<![^\W_])[A-Z]{3}(?![^\W_])")


def _currency(sum_: Money, text: str, label: str, country: str | None) -> tuple[str | None, str]:
    """Currency and, where only the country can tell it, the rule's suffix."""
    if sum_.currency:
        return sum_.currency, ""
    near = f"{label} {text[max(0, sum_.start - 60) : sum_.start]}"
    behind = text[sum_.end : sum_.end + 40]
    bearers = pay().shared.get(sum_.sign) or tuple(pay().sizes)
    for code in (*_CODE.findall(behind), *reversed(_CODE.findall(near))):
        if code in bearers:
            return code, ""
    if sum_.sign == "$":
        named = {m.lastgroup for m in _words().dollars.finditer(near)}
        if len(named) == 1:
            return named.pop(), ""
    if sum_.sign in ("", "元") and _HAN.search(label + text):
        local = currency_of("元", country)
        return local or ("TWD" if _TAIWAN.search(label + text) else "CNY"), ""
    return currency_of(sum_.sign, country, sum_.low, sum_.high), _BARE.get(sum_.sign, ".bare-sign")


_TAIWAN = re.compile(r"[資獎臺台時萬]")
"""Letters of the traditional script."""


def _period(sum_: Money, text: str, label: str, currency: str | None, refused: bool) -> tuple[Period | None, str]:
    """Period and, where only the size tells it, the rule's suffix; a written one that makes no pay of the sum is a slip."""
    if sum_.period:
        sound = refused or is_plausible(sum_.low, sum_.high, currency, sum_.period)
        return (sum_.period if sound else None), ""
    before, after = _clause(text, sum_)
    told = [period for _, period in reversed(period_words(before))]
    told += [period for _, period in period_words(after[:60])]
    told += [period for _, period in period_words(label)]
    for period in told:
        if is_plausible(sum_.low, sum_.high, currency, period):
            return period, ""
    sized = period_of_size(sum_.low, sum_.high, currency)
    return sized, ".by-size" if sized else ""


_GUESSED = re.compile(r"\.bare[a-z-]*")


def _completed(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """A figure told twice, once without its period or with a bare sign only, is one figure and takes the other's words."""
    taken = [c for c in found if c.value is not None and not c.refused]
    for candidate in found:
        if candidate in taken:
            twins = [c for c in taken if (c.value.min, c.value.max) == (candidate.value.min, candidate.value.max)]
            candidate = _from_twins(candidate, twins) if len(twins) > 1 else candidate
        yield candidate


def _from_twins(candidate: Candidate, twins: Sequence[Candidate]) -> Candidate:
    value, rule = candidate.value, candidate.rule
    currency = next((c.value.currency for c in twins if c.value.currency and ".bare" not in c.rule), None)
    if currency and (".bare" in rule or not value.currency):
        value, rule = structs.replace(value, currency=currency), _GUESSED.sub("", rule)
    period = next((c.value.period for c in twins if c.value.period and ".by-size" not in c.rule), None)
    if period and (".by-size" in rule or not value.period):
        value, rule = structs.replace(value, period=period), rule.replace(".by-size", "")
    return candidate._replace(value=value, rule=rule)
