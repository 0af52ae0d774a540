"""A post in a few short words, for tables and cards: place, pay, mode, skills, as a person would note them down."""
from __future__ import annotations

from ..record import ExperienceYears, JobPost, Location, RemoteScope, Salary

SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "BRL": "R$", "CAD": "CA$", "AUD": "A$", "CNY": "CN¥", "CHF": "CHF "}
PERIODS = {"hour": "/h", "day": "/day", "week": "/wk", "month": "/mo", "year": "/yr"}

_THOUSANDS_FROM = 10_000
"""Amounts from here on are shown in thousands (`70k`)."""


def place(post: JobPost) -> str:
    """The job's places, the first two by name and the rest as a number; a remote scope where there are none."""
    names = [place_name(location) for location in post.locations]
    if not names and post.remote_scope:
        return scope(post.remote_scope)
    more = f" +{len(names) - 2}" if len(names) > 2 else ""
    return "; ".join(names[:2]) + more


def place_name(location: Location) -> str:
    """`Lisbon, PT`, `Texas, US`, `DE`, or the post's own words."""
    parts = [part for part in (location.city or location.region, location.country) if part]
    return ", ".join(parts) or location.raw


def scope(where: RemoteScope) -> str:
    """`EU, KR`, with the span of time zones where there is one."""
    zones = ""
    if where.utc_offset_min is not None and where.utc_offset_max is not None:
        zones = f"UTC{where.utc_offset_min:+g}…{where.utc_offset_max:+g}"
    return ", ".join(part for part in (*where.regions, *where.countries, zones) if part)


def pay(salary: Salary | None) -> str:
    """`€50k–70k/yr`, `≤ $45/h`, `≥ £90k/yr`."""
    if salary is None:
        return ""
    low, high = salary.min, salary.max
    if low is not None and high is not None and low >= 1000 and high >= _THOUSANDS_FROM:
        low, high = float(low), float(high)
        amount = f"{_thousands(low)}–{_thousands(high)}" if low != high else _thousands(low)
    elif low is not None and high is not None:
        amount = _amount(low) if low == high else f"{_amount(low)}–{_amount(high)}"
    elif low is not None:
        amount = f"{_amount(low)}+"
    elif high is not None:
        amount = f"≤{_amount(high)}"
    else:
        return ""
    code = salary.currency or ""
    return f"{SYMBOLS.get(code, f'{code} ' if code else '')}{amount}{PERIODS.get(salary.period or '', '')}"


def _amount(value: float) -> str:
    if value >= _THOUSANDS_FROM:
        return _thousands(value)
    return f"{value:,.2f}".removesuffix(".00")


def _thousands(value: float) -> str:
    return f"{value / 1000:,.1f}".removesuffix(".0") + "k"


def years(experience: ExperienceYears | None) -> str:
    """`3–5 years`, `5+ years`."""
    if experience is None:
        return ""
    low, high = experience.min, experience.max
    if low is not None and high is not None:
        return f"{low:g} years" if low == high else f"{low:g}–{high:g} years"
    return f"{low:g}+ years" if low is not None else f"up to {high:g} years"


def top_skills(post: JobPost, most: int = 6) -> str:
    """The skills asked for first, then the preferred, then the mentioned ones."""
    order = {"required": 0, "preferred": 1, "mentioned": 2}
    ranked = sorted(post.skills, key=lambda skill: order[skill.need])
    return ", ".join(skill.name for skill in ranked[:most])
