"""What a folder of posts holds: formats, languages, places, modes, levels, months, pay, experience, education."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec import Struct

from ..record import JobPost, Salary
from .tally import NOT_STATED

HOURS_A_YEAR = {"hour": 2080, "day": 260, "week": 52, "month": 12, "year": 1}
"""Pay periods in a year: 40 hours a week, 5 days a week, 52 weeks; told wherever a yearly view is shown."""

COUNTED = (
    "format",
    "language",
    "country",
    "city",
    "work_mode",
    "seniority",
    "employment",
    "month",
    "education",
    "experience",
    "equity",
    "visa_sponsorship",
)
"""What is counted, in the order shown."""


class Share(Struct, frozen=True):
    """One value of one field: posts that have it, and their share of all posts."""

    field: str
    value: str
    posts: int
    share: float


class Pay(Struct, frozen=True):
    """Pay of one currency and period: posts, quartiles of the middle of each range, the lowest and highest bound."""

    currency: str
    period: str
    posts: int
    lowest: float
    quartile1: float
    median: float
    quartile3: float
    highest: float


@dataclass
class Stats:
    """Counts that grow post by post. Pay keeps two numbers a post that states it; all else only counts."""

    posts: int = 0
    counts: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in COUNTED})
    pay: dict[tuple[str, str], list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, post: JobPost) -> None:
        """One more post."""
        self.posts += 1
        for name, values in _values(post).items():
            self.counts[name].update(set(values) or {NOT_STATED})
        if post.salary is not None and (post.salary.min is not None or post.salary.max is not None):
            key = post.salary.currency or NOT_STATED, post.salary.period or NOT_STATED
            self.pay[key].append(_bounds(post.salary))

    def shares(self, name: str) -> list[Share]:
        """Values of a counted field, the commonest first, 'not stated' last; months in order of time."""

        def order(item: tuple[str, int]) -> tuple[Any, ...]:
            value, posts = item
            return (value == NOT_STATED, value if name in ("month", "experience") else -posts, value)

        return [
            Share(name, value, posts, round(posts / self.posts, 4))
            for value, posts in sorted(self.counts[name].items(), key=order)
        ]

    def pay_rows(self) -> list[Pay]:
        """Pay by currency and stated period, the commonest first."""
        rows = [_pay(currency, period, bounds) for (currency, period), bounds in self.pay.items()]
        return sorted(rows, key=lambda row: (-row.posts, row.currency, row.period))

    def yearly(self) -> list[Pay]:
        """All pay of a currency in years, by the assumed hours of `HOURS_A_YEAR`; pay without a period is left out."""
        merged: dict[str, list[tuple[float, float]]] = defaultdict(list)
        for (currency, period), bounds in self.pay.items():
            times = HOURS_A_YEAR.get(period)
            if times:
                merged[currency] += [(low * times, high * times) for low, high in bounds]
        rows = [_pay(currency, "year", bounds) for currency, bounds in merged.items()]
        return sorted(rows, key=lambda row: (-row.posts, row.currency))

    def histogram(self, currency: str, bins: int = 8) -> list[tuple[float, float, int]]:
        """Yearly pay of a currency in bins of one round width: from, to, posts."""
        middles = sorted(
            (low + high) / 2 * HOURS_A_YEAR[period]
            for (code, period), bounds in self.pay.items()
            if code == currency and period in HOURS_A_YEAR
            for low, high in bounds
        )
        if not middles:
            return []
        width = _round_width((middles[-1] - middles[0]) / bins)
        first = middles[0] // width * width
        found = Counter(int((middle - first) // width) for middle in middles)
        return [(first + at * width, first + (at + 1) * width, found[at]) for at in range(max(found) + 1)]


def _values(post: JobPost) -> dict[str, list[str]]:
    """The values of a post for each counted field."""
    experience = post.experience_years
    return {
        "format": [post.source.format],
        "language": _one(post.language),
        "country": [place.country for place in post.locations if place.country],
        "city": [f"{place.city}, {place.country}" for place in post.locations if place.city],
        "work_mode": _one(post.work_mode),
        "seniority": _one(post.seniority),
        "employment": list(post.employment_types),
        "month": _one(post.date_posted[:7] if post.date_posted else None),
        "education": _one(post.education.level if post.education else None),
        "experience": _one(_band(experience.min) if experience and experience.min is not None else None),
        "equity": _one("offered" if post.equity else None),
        "visa_sponsorship": _one({True: "offered", False: "refused", None: None}[post.visa_sponsorship]),
    }


def _one(value: str | None) -> list[str]:
    return [value] if value else []


_BANDS = ((1, "0 (under 1 year)"), (3, "1–2 years"), (5, "3–4 years"), (8, "5–7 years"), (11, "8–10 years"))
"""Upper limit → label; the labels sort by themselves."""


def _band(years: float) -> str:
    return next((label for limit, label in _BANDS if years < limit), "over 10 years")


def _bounds(salary: Salary) -> tuple[float, float]:
    """Both bounds; a missing one is taken as the other."""
    low = salary.min if salary.min is not None else salary.max
    high = salary.max if salary.max is not None else salary.min
    return float(low or 0), float(high or 0)


def _pay(currency: str, period: str, bounds: Sequence[tuple[float, float]]) -> Pay:
    middles = sorted((low + high) / 2 for low, high in bounds)
    return Pay(
        currency,
        period,
        len(bounds),
        lowest=round(min(low for low, _ in bounds), 2),
        quartile1=round(quantile(middles, 0.25), 2),
        median=round(quantile(middles, 0.5), 2),
        quartile3=round(quantile(middles, 0.75), 2),
        highest=round(max(high for _, high in bounds), 2),
    )


def quantile(ordered: Sequence[float], part: float) -> float:
    """The value below which a part (0 to 1) of the ordered values lies, interpolated linearly (NumPy's default)."""
    at = part * (len(ordered) - 1)
    below = int(at)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (at - below)


def _round_width(width: float) -> float:
    """The next of 1, 2, 5, 10, 20, 50 … that is not smaller."""
    step = 1.0
    while True:
        for factor in (1, 2, 5):
            if step * factor >= width:
                return step * factor
        step *= 10
