"""What only several fields together tell: the scope of remote work from the places, a bare `$` from the country.

Runs after resolving; whatever it sets keeps the evidence of the fields it was read from.
"""
from __future__ import annotations

from msgspec import structs

from .readers.own_products import read_own
from .record import Location, RemoteScope
from .resolve import Outcome


def derive(outcomes: dict[str, Outcome]) -> dict[str, Outcome]:
    """The outcomes with scope and currency settled; the mapping given is left as it was."""
    settled = dict(outcomes)
    _scope(settled)
    _currency(settled)
    _own_products(settled)
    _own_name(settled)
    return settled


def _scope(outcomes: dict[str, Outcome]) -> None:
    """A scope belongs to remote work only; without a stated one, the countries of the stated places are it."""
    mode = outcomes.get("work_mode")
    if mode is None or mode.value != "remote":
        outcomes.pop("remote_scope", None)
        return
    scope, places = outcomes.get("remote_scope"), outcomes.get("locations")
    offered = any(candidate.rule.endswith(".choice") for candidate in mode.winners)
    if places is None or offered or (scope is not None and not _tells_hours_alone(scope.value)):
        return
    countries = list(dict.fromkeys(place.country for place in places.value if place.country))
    if not countries:
        return
    told = structs.replace(scope.value, countries=countries) if scope else RemoteScope(countries=countries)
    outcomes["remote_scope"] = Outcome(told, (*places.winners, *(scope.winners if scope else ())), scope.losers if scope else ())


_ONE_COUNTRY = 3.0
"""Hours from the first to the last zone that one country has; a wider span is a scope of its own."""


def _tells_hours_alone(scope: RemoteScope) -> bool:
    low, high = scope.utc_offset_min, scope.utc_offset_max
    return not (scope.countries or scope.regions) and low is not None and high is not None and high - low <= _ONE_COUNTRY


def _currency(outcomes: dict[str, Outcome]) -> None:
    """A bare `$`, `kr` or `¥`, or a figure without any, is the money of the country that the post names for the job."""
    pay, places = outcomes.get("salary"), outcomes.get("locations")
    if pay is None or places is None or not all(".bare" in candidate.rule for candidate in pay.winners):
        return
    from .readers.worth import in_country

    found: list[Location] = places.value
    sized = any(".by-size" in candidate.rule for candidate in pay.winners)
    countries = {place.country for place in found if place.country}
    values = [in_country(pay.value, country, sized) for country in countries]
    if values and all(value == values[0] for value in values):
        outcomes["salary"] = pay._replace(value=values[0])


def _own_products(outcomes: dict[str, Outcome]) -> None:
    """The company itself and what bears its name are no skills: `GitLab` and `GitLab CI` in a post of GitLab."""
    company, found = outcomes.get("company"), outcomes.get("skills")
    if company is None or found is None:
        return
    own = read_own(company.value, [skill.name for skill in found.value])
    if not own:
        return
    kept = [skill for skill in found.value if skill.name not in own]
    others = tuple(candidate for candidate in found.winners if candidate.value.name not in own)
    if kept:
        outcomes["skills"] = Outcome(kept, others, found.losers)
    else:
        del outcomes["skills"]


def _own_name(outcomes: dict[str, Outcome]) -> None:
    """A title such as `Acme: Full-time` leaves the company's name where the occupation should be: that is no role."""
    company, role = outcomes.get("company"), outcomes.get("role")
    if company is None or role is None or role.value.casefold() != company.value.casefold():
        return
    from .readers.occupations import names_occupation

    if not names_occupation(role.value):
        del outcomes["role"]
