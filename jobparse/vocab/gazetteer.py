"""Names of places: cities, first-level regions, countries, world regions. Tables in `places/`, read when first asked.

cities.txt, regions.txt and countries.txt are written by tools/make_gazetteer.py from GeoNames (CC BY 4.0) and CLDR;
aliases.txt is kept by hand.
"""
from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from .shipped import bytes_of, text_of

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "’": "'", "‘": "'", "ʻ": "'"}
)
_JOINTS = str.maketrans({"-": " ", ".": " ", "'": "", ",": " ", "/": " ", "|": " ", "&": " ", "–": " "})


class City(NamedTuple):
    """A city: usual English name, ISO 3166-1 alpha-2, the region's ISO 3166-2 code after the dash, thousands of people."""

    name: str
    country: str
    region: str
    people: int


class Region(NamedTuple):
    """A state, province or the like: usual English name, ISO 3166-1 alpha-2, ISO 3166-2 code after the dash."""

    name: str
    country: str
    code: str


class Aliases(NamedTuple):
    """aliases.txt by part; keys are folded."""

    areas: dict[str, str]  # → world region of the record
    groups: dict[str, tuple[str, ...]]  # → countries
    countries: dict[str, str]
    cities: dict[str, City]
    regions: dict[str, Region]
    alone: dict[str, str]  # code as written → country
    filler: frozenset[str]
    not_city: frozenset[str]
    unclear: frozenset[str]  # codes that mean a state as often as a country


@lru_cache(maxsize=2048)
def fold(name: str) -> str:
    """The key of a name: `São  Paulo` → `sao paulo`, `St. Louis` → `st louis`, `Baden-Baden` → `baden baden`."""
    if name.isascii():
        if name.replace(" ", "").isalnum():
            return " ".join(name.lower().split())
        return " ".join(name.lower().translate(_JOINTS).split())
    bare = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(letters.translate(_LETTERS).translate(_JOINTS).split())


@lru_cache(maxsize=256)
def cities(key: str) -> tuple[City, ...]:
    """The cities of a folded name, biggest first; the one that aliases.txt names before those of other countries."""
    alias = aliases().cities.get(key)
    if alias:
        return (alias, *(city for city in _listed(key) if city.country != alias.country))
    return _listed(key) or _listed(_respelled(key))


def _listed(key: str) -> tuple[City, ...]:
    """The lines of cities.txt that begin with a key, biggest first as they stand there."""
    wanted = f"\n{key}|".encode("utf-8", "replace")
    page = _page(wanted[1:4]) if key else b""
    found = []
    at = page.find(wanted)
    while at >= 0:
        end = page.find(b"\n", at + 1)
        _, name, country, region, people = page[at + 1 : end].decode().split("|")
        found.append(City(name or key.title(), country, region, int(people)))
        at = end if page.startswith(wanted, end) else -1
    return tuple(found)


@lru_cache(maxsize=1024)
def _page(letters: bytes) -> bytes:
    """The lines of cities.txt that begin with three letters, a newline before each; found by bisection."""
    table = _city_table()
    return b"\n" + table[_first_from(letters) : _first_from(letters + b"\xff")]


def _first_from(wanted: bytes) -> int:
    """Where the first line of cities.txt begins that is no less than some letters."""
    table = _city_table()
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.find(b"\n", start) + 1
        if table[start:end] < wanted:
            low = end
        else:
            high = start
    return low


def _respelled(key: str) -> str:
    """Another way to write the same name: `muenster` → `munster`, `saint louis` → `st louis`; empty for none."""
    other = key.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    for long, short in (("saint ", "st "), ("sankt ", "st "), ("mount ", "mt "), ("fort ", "ft ")):
        if key.startswith(long):
            other = short + key[len(long) :]
        elif key.startswith(short):
            other = long + key[len(short) :]
    if key.endswith(" city"):
        other = key.removesuffix(" city")
    return "" if other == key else other


def regions(key: str) -> tuple[Region, ...]:
    """The regions of a folded name, in any country."""
    alias = aliases().regions.get(key)
    return (alias,) if alias else tuple(map(_region, _region_lines()[0].get(key, ())))


def regions_of_code(code: str) -> tuple[Region, ...]:
    """The regions that bear an ISO 3166-2 code (`CA`: California), in any country."""
    return tuple(map(_region, _region_lines()[1].get(code, ())))


@lru_cache(maxsize=256)
def _region(line: str) -> Region:
    country, code, name, _ = line.split("|")
    return Region(name, country, code)


def country(key: str) -> str | None:
    """The alpha-2 code of a country's folded name in six languages, demonym or alpha-3 code."""
    return aliases().countries.get(key) or _countries()[0].get(key)


def is_country_code(code: str) -> bool:
    """Whether two capitals are an ISO 3166-1 code."""
    return code in _countries()[1]


def is_common_word(name: str) -> bool:
    """Whether a city's name is also a word that stands in many posts (`Mobile`, `Reading`)."""
    return fold(name) in aliases().not_city


# --- reading the tables ------------------------------------------------------------------------------------------


def _lines(name: str) -> list[str]:
    return text_of(f"places/{name}").split("\n")


@cache
def _city_table() -> bytes:
    """The sorted lines of cities.txt; nothing is built for the cities that nobody asks for."""
    table = bytes_of("places/cities.txt")
    head = table.rfind(b"\n#", 0, 1000)  # the last line of the head
    return table[table.find(b"\n", head + 1) + 1 :]


@cache
def _region_lines() -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    """The lines of regions.txt by folded name and by code."""
    by_name: dict[str, list[str]] = defaultdict(list)
    by_code: dict[str, list[str]] = defaultdict(list)
    for line in _lines("regions.txt"):
        if line and line[0] != "#":
            _, code, _, keys = line.split("|")
            by_code[code].append(line)
            for key in keys.split(";"):
                by_name[key].append(line)
    return by_name, by_code


@cache
def _countries() -> tuple[dict[str, str], frozenset[str]]:
    """Folded name → alpha-2, and all alpha-2 codes."""
    by_name: dict[str, str] = {}
    codes = set()
    for line in _lines("countries.txt"):
        if line and line[0] != "#":
            code, alpha3, _, keys = line.split("|")
            codes.add(code)
            for key in keys.split(";"):
                by_name.setdefault(key, code)
            by_name.setdefault(alpha3.lower(), code)
    return by_name, frozenset(codes)


@cache
def aliases() -> Aliases:
    """aliases.txt. Raises ValueError with the line number where a line has not the shape of its part."""
    part = ""
    found = Aliases({}, {}, {}, {}, {}, {}, frozenset(), frozenset(), frozenset())
    words: dict[str, set[str]] = {"filler": set(), "no city": set(), "unclear": set()}
    for number, line in enumerate(_lines("aliases.txt"), 1):
        line = line.strip()
        if not line or line.startswith("# ") or line == "#":
            continue
        if line.startswith("["):
            part = line[1:-1]
        elif part in words:
            words[part].update(line.replace(",", " ").split())
        else:
            _alias(found, part, line, f"aliases.txt:{number}")
    return found._replace(
        filler=frozenset(map(fold, words["filler"])),
        not_city=frozenset(map(fold, words["no city"])),
        unclear=frozenset(words["unclear"]),
    )


def _alias(found: Aliases, part: str, line: str, where: str) -> None:
    """Take a `value = name, name` line into its part."""
    value, equals, names = line.partition(" = ")
    columns = [column.strip() for column in value.split("|")]
    width = {"areas": 1, "groups": 1, "countries": 1, "cities": 3, "regions": 3, "alone": 1}.get(part)
    if not equals or len(columns) != width:
        raise ValueError(f"{where}: expected 'value = name, name' as the head of the file tells for [{part}]")
    for name in names.split(","):
        key = fold(name)
        if part == "areas":
            found.areas[key] = value.strip()
        elif part == "groups":
            found.groups[key] = tuple(value.split())
        elif part == "countries":
            found.countries[key] = value.strip()
        elif part == "cities":
            found.cities[key] = City(columns[0], columns[2], columns[1], 1000)
        elif part == "regions":
            found.regions[key] = Region(columns[0], columns[2], columns[1])
        else:
            found.alone[name.strip()] = value.strip()
