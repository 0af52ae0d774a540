"""What only several fields together tell: the scope of remote work from the places, a bare `$` from the country.

Runs after resolving; whatever it sets keeps the evidence of the fields it was read from.
"""
from __future__ import annotations

from msgspec import structs

from .record import Location, RemoteScope, Salary
from .resolve import Outcome


def derive(outcomes: dict[str, Outcome]) -> dict[str, Outcome]:
    """The outcomes with scope and currency settled; the mapping given is left as it was."""
    settled = dict(outcomes)
    _scope(settled)
    _currency(settled)
    return settled


def _scope(outcomes: dict[str, Outcome]) -> None:
    """A scope belongs to remote work only; without a stated one, the countries of the stated places are it."""
    mode = outcomes.get("work_mode")
    if mode is None or mode.value != "remote":
        outcomes.pop("remote_scope", None)
        return
    scope, places = outcomes.get("remote_scope"), outcomes.get("locations")
    offered = any(candidate.rule.endswith(".choice") for candidate in mode.winners)
    if scope is not None and (scope.value.countries or scope.value.regions):
        return
    if places is None or offered:
        return
    countries = list(dict.fromkeys(place.country for place in places.value if place.country))
    if not countries:
        return
    known: RemoteScope = scope.value if scope else RemoteScope()
    winners = (*(scope.winners if scope else ()), *places.winners)
    outcomes["remote_scope"] = Outcome(structs.replace(known, countries=countries), winners)


def _currency(outcomes: dict[str, Outcome]) -> None:
    """A bare `$`, `kr` or `¥` is the money of the one country that the post names for the job."""
    pay, places = outcomes.get("salary"), outcomes.get("locations")
    if pay is None or places is None:
        return
    value: Salary = pay.value
    found: list[Location] = places.value
    countries = {place.country for place in found if place.country}
    bare = all(".bare" in candidate.rule for candidate in pay.winners)
    if bare and len(countries) == 1:
        from .readers.money import currency_of

        currency = currency_of(_sign(value.raw), countries.pop())
        if currency:
            outcomes["salary"] = pay._replace(value=structs.replace(value, currency=currency))


def _sign(raw: str) -> str:
    """The bare currency sign of a quote."""
    return next((sign for sign in ("$", "¥", "￥", "kr") if sign in raw.lower()), "")
