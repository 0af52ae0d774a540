"""What a sum can be worth: a sign's currency in a country, the period that a size leaves no doubt about."""
from __future__ import annotations

from functools import cache

from msgspec import structs

from ..record import Period, Salary
from ..vocab.kinds import Kinds
from ..vocab.pay import pay
from .money import Number, read_money

A_YEAR: dict[str, float] = {"hour": 2080, "day": 250, "week": 52, "month": 12, "year": 1}
"""How many paid hours, days, weeks and months a year of full-time work has; to judge sizes only."""

_UNKNOWN_MONEY = (5, 100_000_000)
"""Between these a sum of a currency without a row of sizes may be pay."""

_ALIKE = 3
"""Two moneys of which one buys no more than so many times the other are told apart by the country alone."""

_PART_TIME = 0.3
"""The share of the least beyond-doubt yearly pay that part-time work may bring."""


def currency_of(
    sign: str, country: str | None, low: Number | None = None, high: Number | None = None
) -> str | None:
    """The currency of a sign in a country's posts, ISO 4217; `None` where it stays open.

    `$` is the dollar of a country that has one, else of the United States; `kr` needs a country. No sign at
    all is the country's own money. With figures given, a local reading that makes no pay of them is left.
    """
    table = pay()
    local = table.of_country.get((country or "").upper())
    if sign not in table.shared:
        return table.signs.get(sign, table.names.get(sign)) if sign else local
    bearers = table.shared[sign]
    default = bearers[0] if bearers[0] != "?" else None
    if local in bearers and (low is high is None or default is None or _reads_as(local, default, low, high)):
        return local
    return default


def _reads_as(local: str | None, default: str, low: Number | None, high: Number | None) -> bool:
    """Whether figures make sense in the local money: worth about as much, or its sizes leave no doubt."""
    sizes = pay().sizes
    alike = local in sizes and sizes[local].year[0] < _ALIKE * sizes[default].year[0]
    return alike or period_of_size(low, high, local) is not None


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


def period_of_size(low: Number | None, high: Number | None, currency: str | None) -> Period | None:
    """The period that the size of a sum leaves no doubt about, `None` where it does."""
    sizes = pay().sizes.get(currency or "")
    figures = [value for value in (low, high) if value is not None]
    if sizes is None or not figures:
        return None
    rows: tuple[tuple[Period, tuple[float, float] | None], ...] = (
        ("hour", sizes.hour), ("month", sizes.month), ("year", sizes.year),
    )
    least, most = min(figures), max(figures)
    return next((p for p, limits in rows if limits and limits[0] <= least and most <= limits[1]), None)


def is_plausible(
    low: Number | None, high: Number | None, currency: str | None, period: Period | None
) -> bool:
    """Whether a sum can be somebody's pay, by its currency's sizes, with room for part-time and low pay."""
    figures = [value for value in (low, high) if value is not None]
    if not figures or min(figures) <= 0:
        return False
    sizes = pay().sizes.get(currency or "")
    if sizes is None:
        return _UNKNOWN_MONEY[0] <= max(figures) <= _UNKNOWN_MONEY[1]
    hour, month, year = sizes
    if period is None:
        least = hour[0] if hour else (month or year)[0] / 10
        return least <= min(figures) and max(figures) <= year[1]
    lows = (year[0] * _PART_TIME, month[0] * 6 if month else year[0], hour[0] * 1040 if hour else year[0])
    factor = A_YEAR[period]
    return min(lows) <= max(figures) * factor and min(figures) * factor <= year[1] * 1.5


def period_words(text: str) -> list[Period]:
    """The periods that words of a text name (`annual`, `Stundenlohn`, `per month`), in order."""
    return [told.kind for told in _period_words().find(text) if told.kind]  # type: ignore[misc]


@cache
def _period_words() -> Kinds:
    return Kinds({"": pay().no_period, **{name: words["words"] for name, words in pay().periods.items()}})
