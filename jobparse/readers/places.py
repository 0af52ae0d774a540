"""Read the places that a location statement names: `Hybrid – Lisbon or Porto`, `Remote (US only)`, `Barueri/SP`.

A statement is short and about places: a header's `location`, a badge, a labelled line, the tail of a title, the words
after 'based in'. Running prose is not one: 'Of', 'Most', 'Nice', 'Reading' and 'Mobile' are cities.

The statement is cut at separators into pieces, the pieces into atoms (names, each with all its readings), and runs of
atoms are fitted to the shapes in which people write one place (`city, region, country` and the like), longest first.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..patterns import lazy
from ..vocab import gazetteer
from ..vocab.gazetteer import City, Region, fold
from .place_atoms import BIG, STATES_OF, Atom, atoms_of


class Place(NamedTuple):
    """A place in a statement: `statement[start:end]` names it.

    `city` and `region` carry usual English names (a region's code stays as written), `country` is ISO 3166-1 alpha-2.
    A name that is no single place has them empty: `areas` then are world regions of the record (`EMEA`), `countries`
    those that one name stands for (`Nordics`).
    """

    start: int
    end: int
    city: str | None = None
    region: str | None = None
    country: str | None = None
    areas: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


_CITY_STATES = {"SG": "Singapore", "HK": "Hong Kong"}
_LONGEST_STATEMENT = 1200
"""Characters of a statement that are read, enough for a list of fifty countries: more is prose."""
_QUARTER = 150
"""Thousands of people below which a name behind a city and its state is taken for a part of it."""
_KNOWN = 15
"""Thousands of people of the smallest city that is taken for one in prose by its name alone."""
_REGIONS_KNOWN = frozenset(["US", "CA", "BR", "AU", "DE", "AT", "CH", "ES", "FR", "IT", "NL", "BE", "GB", "IN", "MX", "CN", "JP"])
"""Countries whose regions are known by their names alone."""
_PORTUGUESE = lazy(r"\b(?:em|remot[oa]s?|presencial|h[ií]brid[oa]|ou|vaga)\b", re.IGNORECASE)


def read_places(text: str, hint: str | None = None, *, strict: bool = False) -> list[Place]:
    """The places that a location statement names, in order; `[]` where it names none ('Remote').

    `hint` is the alpha-2 code of a country that decides between cities of one name. `strict` takes a city alone only
    where its name leaves no doubt (a big city, no common word) and a town that no table has only beside a state's code.
    """
    return list(_read(text[:_LONGEST_STATEMENT], hint, strict))


def is_big(place: Place) -> bool:
    """Whether a city is known widely enough not to be another word: `Lecturer in Drama` names none."""
    named = gazetteer.cities(fold(place.city)) if place.city else ()
    return any(city.people >= BIG and city.country == place.country for city in named)


@lru_cache(maxsize=1024)
def _read(statement: str, hint: str | None, strict: bool) -> tuple[Place, ...]:
    """As `read_places`; kept for a while, since several fields are read from one statement."""
    if "istrito " in statement or "airro " in statement:
        statement = _QUARTER_NAMED.sub(lambda quarter: " " * len(quarter[0]), statement)
    atoms = [atom for atom in atoms_of(statement, strict) if not (strict and _rare_code(atom))]
    known = {atom.country for atom in atoms if atom.country and not atom.code}
    known |= {atom.regions[0].country for atom in atoms if len(atom.regions) == 1 and not atom.cities and not atom.country}
    if hint:
        known.add(hint)
    elif not known and _PORTUGUESE.search(statement):
        known.add("BR")
    known |= _states_listed(atoms)
    return tuple(_each_once(_places(atoms, frozenset(known), strict)))


_QUARTER_NAMED = lazy(r"[-–,(]\s?(?:[Dd]istrito|[Bb]airro)\s(?:d[aeo]s?\s)?[A-ZÀ-Þ][\w']{1,20}(?:\s[A-ZÀ-Þ][\w']{1,20}){0,2}")
"""A part of the city before it, called so: `São Paulo - Distrito de Santo Amaro`."""


def _rare_code(atom: Atom) -> bool:
    """An ISO alpha-3 code that people do not write (`GTM` is sales before it is Guatemala)."""
    plain = len(atom.text) == 3 and atom.text.isupper() and bool(atom.country) and not atom.regions
    return plain and fold(atom.text) not in gazetteer.aliases().countries


def _each_once(places: Iterable[Place]) -> list[Place]:
    """Without repetitions."""
    found: dict[tuple[object, ...], Place] = {}
    for place in places:
        found.setdefault(place[2:], place)
    return list(found.values())


def _states_listed(atoms: Sequence[Atom]) -> set[str]:
    """The US where several atoms can only be its states' codes together (`CA, NY, TX`)."""
    states = [a for a in atoms if a.code and any(region.country == "US" for region in a.regions)]
    return {"US"} if len(states) >= 2 and any(not gazetteer.is_country_code(a.text) for a in states) else set()


# --- atoms → places ----------------------------------------------------------------------------------------------

_Draft = tuple[str | None, str | None, str | None]  # city, region, country

_SHAPES: tuple[tuple[str, ...], ...] = (
    ("local", "city", "region", "country"),
    ("city", "region", "country"),
    ("country", "region", "city"),
    ("country", "city", "region"),
    ("city", "other", "country"),
    ("local", "city", "country"),
    ("local", "city", "region"),
    ("city", "region"),
    ("city", "country"),
    ("region", "country"),
    ("country", "region"),
    ("country", "city"),
    ("region", "city"),
    ("town", "region", "country"),
    ("town", "region"),
    ("town", "country"),
)
"""How one place is written, longest and surest first. `local`: a quarter before its city, `other`: a county or the like
between city and country, `town`: a name that no table has."""


def _places(atoms: Sequence[Atom], known: frozenset[str], strict: bool) -> Iterator[Place]:
    at = 0
    before: Place | None = None
    while at < len(atoms):
        for shape in _SHAPES if _together(atoms[at : at + 2]) else ():
            run = atoms[at : at + len(shape)]
            draft = _fit(shape, run, strict) if len(run) == len(shape) and _together(run) else None
            if draft:
                city = [atom for kind, atom in zip(shape, run, strict=True) if kind not in ("local", "other")]
                yield (before := Place(city[0].start, city[-1].end, *draft))
                at += len(shape)
                at += _repeated(atoms, at, draft)
                break
        else:
            place = None if _of_a_name(atoms[at], atoms) else _alone(atoms[at], known, strict)
            if place and not _is_quarter(atoms[at], place, before) and not _is_province(atoms[at], before):
                yield (before := place)
            at += 1


def _of_a_name(atom: Atom, atoms: Sequence[Atom]) -> bool:
    """Whether a country or region is but a word of another's name, of which the place stands beside it:
    `New England Widgets, Salem, Massachusetts`."""
    whole = atom.doubtful and not atom.code and not atom.cities
    return whole and any(not other.doubtful and (other.cities or other.regions) for other in atoms if other is not atom)


def _is_quarter(atom: Atom, place: Place, before: Place | None) -> bool:
    """Whether a small name behind a city and its state is a part of that city: `São Paulo/SP - Ipiranga`."""
    told = before is not None and before.city is not None and before.region is not None
    small = bool(atom.cities) and atom.cities[0].people < _QUARTER
    return told and small and atom.joint != "hard" and before is not None and place.country == before.country


def _is_province(atom: Atom, before: Place | None) -> bool:
    """Whether a code behind a city is a province's that no table has: `Trento (TN)`."""
    return bool(atom.code) and atom.joint == "soft" and before is not None and bool(before.city) and before.country == "IT"


def _together(run: Sequence[Atom]) -> bool:
    return all(atom.joint == "soft" or (atom.joint == "slash" and (atom.code or atom.country)) for atom in run[1:])


def _repeated(atoms: Sequence[Atom], at: int, draft: _Draft) -> int:
    """How many of the next atoms only say the region or the country again (`Moema - São Paulo/SP`, `…, Philippines, Philippines`)."""
    again = 0
    for atom in atoms[at : at + 2]:
        region = bool(draft[0] and draft[1]) and any(r.country == draft[2] and draft[1] in (r.code, r.name) for r in atom.regions)
        region = region and (atom.code if atom.joint == "slash" else atom.joint == "soft" and not _city_first(atom))
        country = atom.joint == "soft" and atom.country == draft[2] and not atom.code
        if not (country or region):
            break
        again += 1
    return again


def _fit(shape: tuple[str, ...], run: Sequence[Atom], strict: bool) -> _Draft | None:
    """City, region and country, where the atoms can be read in a shape without contradiction."""
    by = dict(zip(shape, run, strict=True))
    city, region, country = by.get("city"), by.get("region"), by.get("country")
    if country and not country.country:
        return None
    land = country.country if country else None
    regions = [r for r in region.regions if land in (None, r.country)] if region else []
    if region and not regions:
        return None
    if "town" in by:
        told = country is None or not country.code or by["town"].end + _COMMA >= country.start or region is not None
        return _fit_town(by["town"], regions, region, land, strict) if told else None
    if city is None:
        apart = region is None or not regions or region.code or _city_first(region)
        return None if apart else (None, _written(region, regions), land)
    places = {(r.country, r.code) for r in regions}
    fitting = [c for c in city.cities if land in (None, c.country) and (not region or (c.country, c.region) in places)]
    if not fitting or not _plausible(shape, by, fitting[0]):
        return None
    found = fitting[0]
    if region and city.piece.endswith(_COUNTY):
        return None, _written(region, [r for r in regions if r.country == found.country]), found.country
    return found.name, _written(region, [r for r in regions if r.country == found.country]), found.country


def _plausible(shape: tuple[str, ...], by: dict[str, Atom], city: City) -> bool:
    """What a shape asks beyond agreement, so that lists of places are not taken for one."""
    named = by["city"]
    if named.doubtful and named.piece and city.people < BIG and len(named.piece.split()) <= 3:
        return False  # 'Annapolis Junction' is not Annapolis
    if not _city_first(named) and "region" not in by and (named.country or any(r.country == city.country for r in named.regions)):
        return False  # 'Limburg, Germany' is a city, though Limburg alone is a province elsewhere
    if shape[0] in ("country", "region"):
        return city.people * 5 >= named.cities[0].people and _city_first(named) and not named.code
    if "local" in by:
        local = by["local"]
        land = any(c.country == city.country for c in local.cities)
        return not (local.country or local.areas or local.countries or local.code or land) and (
            not local.cities or local.cities[0].people < 1000
        )
    other = by.get("other")
    if other is None or other.unknown or any(c.name == city.name for c in other.cities):
        return True
    return other.code and other.text not in gazetteer.aliases().alone and city == named.cities[0]  # `München, BY, Germany`


_COMMA = len(", ")
"""How far a country's code stands behind a town that no table has: not `Process: no HR`."""


_COUNTY = " County"
"""What makes a name no city's: `Orange County, CA`."""


def _fit_town(
    town: Atom, regions: Sequence[Region], region: Atom | None, land: str | None, strict: bool
) -> _Draft | None:
    """A town that no table has, known for one by the state or country behind it."""
    apart = region is not None and region.start - town.end == len(", ") and bool(land or not region.code)
    name = town.piece or (_namesake(town) if apart else "")
    if not name or (strict and not any(r.country in STATES_OF for r in regions)):
        return None
    if region is None:
        return (town.piece, None, land) if town.unknown and land and not strict else None
    if land is None and (len({r.country for r in regions}) > 1 or (region.code and region.country)):
        regions = [r for r in regions if r.country == "US"]
    named = None if name.endswith(_COUNTY) else _town_of(name, regions)
    return (named, _written(region, regions), regions[0].country) if regions else None


def _town_of(name: str, regions: Sequence[Region]) -> str:
    """The name without what stands before it that is a site's or firm's: `Heron Mills National City`, CA."""
    words = name.split()
    for first in range(1, len(words) - 1):
        town = " ".join(words[first:])
        if any((city.country, city.region) in {(r.country, r.code) for r in regions} for city in gazetteer.cities(fold(town))):
            return town
    return name


def _namesake(atom: Atom) -> str:
    """The name of smaller cities elsewhere, which a town of the state behind it may bear too: `Ipswich, Massachusetts`."""
    small = bool(atom.cities) and atom.cities[0].people < BIG
    return atom.text if small and not (atom.doubtful or atom.prose or atom.country or atom.regions or atom.code) else ""


def _city_first(atom: Atom) -> bool:
    """Whether a name that is a city's and a region's or a country's means the city (`New York`, not `California`)."""
    if not atom.cities:
        return False
    city = atom.cities[0]
    if atom.country:
        return atom.country in _CITY_STATES
    if not atom.regions or city.people >= 1000:
        return True
    inside = any(
        r.country == city.country and (r.code == city.region or r.country not in STATES_OF) for r in atom.regions
    )
    names = {fold(atom.text), *(fold(r.name) for r in atom.regions)}
    return inside and fold(city.name) in names  # 'Quebec' is the province, not Quebec City


def _written(region: Atom | None, regions: Sequence[Region]) -> str | None:
    """A region by its usual English name, a code as it stands."""
    if region is None or not regions:
        return None
    return region.text if region.code else regions[0].name


def _alone(atom: Atom, known: frozenset[str], strict: bool) -> Place | None:
    """What a name means by itself."""
    start, end = atom.start, atom.end
    if atom.areas or atom.countries:
        return Place(start, end, areas=atom.areas, countries=atom.countries)
    if strict and atom.doubtful and not atom.cities:
        return None
    if atom.code:
        return _code_alone(atom, known)
    if atom.country:
        if any(r.country in known - {atom.country} for r in atom.regions):  # Georgia, among places of the US
            return Place(start, end, None, atom.regions[0].name, atom.regions[0].country)
        doubtful = any(r.country == "US" for r in atom.regions)
        return None if doubtful else Place(start, end, _CITY_STATES.get(atom.country), None, atom.country)
    if atom.regions and not _city_first(atom):
        region = next((r for r in atom.regions if r.country in known), max(atom.regions, key=_weight))
        if strict and region.country not in _REGIONS_KNOWN | known:
            return None
        return Place(start, end, None, region.name, region.country)
    if not atom.cities:
        return None
    best = atom.cities[0]
    if (atom.doubtful and (strict or best.people < BIG)) or (atom.prose and not strict and best.people < BIG):
        return None
    city = next((c for c in atom.cities if c.country in known and c.people * 10 >= best.people), best)
    if strict and (city.people < _KNOWN or gazetteer.is_common_word(atom.text)):
        return None
    return Place(start, end, city.name, None, city.country)


def _weight(region: Region) -> bool:
    return region.country in STATES_OF


def _code_alone(atom: Atom, known: frozenset[str]) -> Place | None:
    """A code without its city: a state where the statement is about its country, else what it leaves no doubt of."""
    region = next((r for r in atom.regions if r.country in known), None)
    if region:
        return Place(atom.start, atom.end, None, atom.text, region.country)
    aliases = gazetteer.aliases()
    if atom.text in aliases.alone:
        return Place(atom.start, atom.end, None, None, aliases.alone[atom.text])
    states = [r for r in atom.regions if r.country in ("US", "CA")]
    if len(states) == 1 and atom.text not in aliases.unclear:
        return Place(atom.start, atom.end, None, atom.text, states[0].country)
    return None
