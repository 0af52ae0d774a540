"""Location statements: what is read, and what is no place."""
from __future__ import annotations

import time

import pytest

from jobparse.readers.place_cues import leading_places
from jobparse.readers.places import read_places
from jobparse.readers.time_zones import read_offsets
from jobparse.vocab import gazetteer
from jobparse.vocab.gazetteer import fold

PLACES = {
    "Ithaca, NY, USA": "Ithaca|NY|US",
    "United Kingdom (Remote)": "-|-|GB",
    "Camden, London, UK": "London|-|GB",
    "Dublin, County Dublin, Ireland": "Dublin|-|IE",
    "Remote,Bochum, Germany": "Bochum|-|DE",
    "remote,India - Hyderabad": "Hyderabad|-|IN",
    "remote,California - Fresno": "Fresno|California|US",
    "Portugal - Lisbon": "Lisbon|-|PT",
    "New York City, NY": "New York|NY|US",
    "New York, New York, United States": "New York|New York|US",
    "NYC or Remote": "New York|-|US",
    "US-Remote, Chicago": "Chicago|-|US",
    "US-CA-San Diego": "San Diego|CA|US",
    "Remote US": "-|-|US",
    "Remote within the U.S. and Canada": "-|-|US; -|-|CA",
    "Denver, CO, Tampa, FL, or Remote within Canada": "Denver|CO|US; Tampa|FL|US; -|-|CA",
    "Toronto, CA": "Toronto|-|CA",
    "Vancouver, BC, Canada": "Vancouver|BC|CA",
    "Remote, TX": "-|TX|US",
    "Wilmington, DE": "Wilmington|DE|US",
    "Berlin, DE": "Berlin|-|DE",
    "Indianapolis, IN": "Indianapolis|IN|US",
    "Pune, IN": "Pune|-|IN",
    "Atlanta, Georgia": "Atlanta|Georgia|US",
    "Tbilisi, Georgia": "Tbilisi|-|GE",
    "Georgia, USA": "-|Georgia|US",
    "California, USA": "-|California|US",
    "Washington, D.C.": "Washington|D.C.|US",
    "Washington, District of Columbia": "Washington|District of Columbia|US",
    "München, BY, Germany": "Munich|-|DE",
    "Milan, MI, Italy": "Milan|-|IT",
    "Barcelona, CT, Spain": "Barcelona|-|ES",
    "Austin, TX, Canada": "Austin|TX|US; -|-|CA",
    "Berlin, UK, Germany": "Berlin|-|DE; -|-|GB; -|-|DE",
    "Portland, OR or Remote": "Portland|OR|US",
    "Los Angeles CA": "Los Angeles|CA|US",
    "Cut Off, LA 70345": "Cut Off|LA|US",
    "Larksville Junction, MD": "Larksville Junction|MD|US",
    "10115 Berlin": "Berlin|-|DE",
    "Barueri/SP": "Barueri|SP|BR",
    "Goiânia-GO - Presencial": "Goiânia|GO|BR",
    "Remoto em SP ou RJ": "-|SP|BR; -|RJ|BR",
    "Híbrido- São Paulo": "São Paulo|-|BR",
    "München, Deutschland": "Munich|-|DE",
    "Köln / Remote": "Cologne|-|DE",
    "Muenster": "Münster|-|DE",
    "Hamburg-Altona": "Hamburg|-|DE",
    "Berlin-Mitte": "Berlin|-|DE",
    "Freiburg, Germany": "Freiburg|-|DE",
    "Granada, Nicaragua": "Granada|-|NI",
    "Valencia, CA": "Valencia|CA|US",
    "Valencia": "Valencia|-|ES",
    "Ipswich, Massachusetts, United States": "Ipswich|Massachusetts|US",
    "Toronto, Texas": "Toronto|-|CA; -|Texas|US",
    "New England Ovens, Salem, Massachusetts": "Salem|Massachusetts|US",
    "Wien": "Vienna|-|AT",
    "Bruxelles, Belgique": "Brussels|-|BE",
    "Barcelona, Cataluña, España": "Barcelona|Catalonia|ES",
    "Bangalore": "Bengaluru|-|IN",
    "CDMX": "Mexico City|-|MX",
    "Bay Area": "San Francisco|-|US",
    "Saigon": "Ho Chi Minh City|-|VN",
    "Hybrid – Lisbon or Porto": "Lisbon|-|PT; Porto|-|PT",
    "Bosnia and Herzegovina": "-|-|BA",
    "Sofia, Bulgaria; Bucharest, Romania": "Sofia|-|BG; Bucharest|-|RO",
    "Poland-Remote, Poland": "-|-|PL",
    "SanFrancisco,NewYork,orRemote": "San Francisco|-|US; New York|-|US",
    "berlin, germany": "Berlin|-|DE",
    "台北市信義區": "Taipei|-|TW",
    "台灣台北市": "Taipei|-|TW",
    "上海": "Shanghai|-|CN",
    "Nice, France": "Nice|-|FR",
    "Singapore, Singapore": "Singapore|-|SG",
    "Springfield, Illinois": "Springfield|Illinois|US",
}
AREAS = {
    "Remote, EMEA": ("EMEA",),
    "Anywhere": ("Worldwide",),
    "Remote-AMER": ("Americas",),
    "Remote, anywhere in LATAM": ("LATAM",),
    "Nordics": ("DK", "FI", "IS", "NO", "SE"),
    "DACH": ("AT", "CH", "DE"),
    "EU or South Korea": ("EU", "KR"),
    "Slovakia, Central Europe": ("SK", "Europe"),
}
NO_PLACES = [
    "Remote", "Home Office", "", "Remote OK", "Hybrid", "Full-remote", "Multiple Locations", "Remote - CA", "N/A", "on-site",
    "us", "the office", "---", "(((", "100% remoto", "Not specified", "12345", "@@@", "Work From Home",
]  # fmt: skip


@pytest.mark.parametrize(("statement", "want"), PLACES.items())
def test_places(statement: str, want: str) -> None:
    found = read_places(statement)
    assert "; ".join("|".join(part or "-" for part in place[2:5]) for place in found) == want


@pytest.mark.parametrize(("statement", "want"), AREAS.items())
def test_areas(statement: str, want: tuple[str, ...]) -> None:
    named = [(*p.areas, *p.countries, *([p.country] if p.country else [])) for p in read_places(statement)]
    assert tuple(name for names in named for name in names) == want


@pytest.mark.parametrize("statement", NO_PLACES)
def test_no_place(statement: str) -> None:
    assert read_places(statement) == []


@pytest.mark.parametrize("statement", [*PLACES, *AREAS])
def test_offsets_quote_the_statement(statement: str) -> None:
    for place in read_places(statement):
        assert 0 <= place.start < place.end <= len(statement)
        assert statement[place.start : place.end].strip() == statement[place.start : place.end]


@pytest.mark.parametrize("word", ["Mobile", "Reading", "Nice", "Split", "Most", "Of", "Phoenix", "Enterprise", "GTM", "ACME AI Lab"])
def test_prose_takes_no_common_word(word: str) -> None:
    assert read_places(word, strict=True) == []


def test_a_hint_decides_between_homonyms() -> None:
    assert read_places("Birmingham")[0].country == "GB"
    assert read_places("Birmingham", "US")[0].country == "US"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (" the beautiful city of Porto, with us", ["Porto"]),
        (" 12 Canal Street, Utica, NY as a nurse", ["Utica"]),
        (" Austin or Lisbon and you will lead", ["Austin", "Lisbon"]),
        (" Eastern time zone", []),
        (" the U.S. healthcare system", []),
        (" a team that lives in Berlin", []),
        (" marketing. Berlin is nice", []),
    ],
)
def test_leading_places(text: str, want: list[str]) -> None:
    assert [place.city for place in leading_places(text)] == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("between EST and CET", (-5, 1)),
        ("UTC-5 to UTC+1", (-5, 1)),
        ("UTC -8 to +2", (-8, 2)),
        ("located between GMT+3 and GMT -7", (-7, 3)),
        ("Remote (CET ±3)", (-2, 4)),
        ("CET hours +/- 4", (-3, 5)),
        ("within 3 hours of CET", (-2, 4)),
        ("must overlap at least 4 hours with CET", (-3, 5)),
        ("PT, MT, CT, or ET time zones", (-8, -5)),
        ("the EST timezone", (-5, -5)),
        ("REMOTE (CET)", (1, 1)),
        ("US time zones", (-8, -5)),
        ("apply by Friday @ 5PM EST", None),
        ("the outcome of the cat and the mountain", None),
        ("several time zones", None),
        ("from USA to Europe", None),
    ],
)
def test_offsets(text: str, want: tuple[float, float] | None) -> None:
    found = read_offsets(text)
    assert (found and (found.low, found.high)) == want


def test_fold_is_the_same_for_all_spellings() -> None:
    assert fold("São  Paulo") == fold("sao-paulo") == "sao paulo"
    assert fold("St. Louis") == "st louis"
    assert fold("Łódź") == "lodz"


def test_the_table_is_sorted_so_that_bisection_finds_every_line() -> None:
    lines = gazetteer._city_table().decode().splitlines()
    keys = [line.partition("|")[0] + "|" for line in lines]
    assert keys == sorted(keys)
    for line in (*lines[:50], *lines[len(lines) // 2 :: 2000], *lines[-50:]):
        key, _, country, _, people = line.split("|")
        assert any((c.country, c.people) == (country, int(people)) for c in gazetteer._listed(key)), line


def test_every_alias_of_a_city_names_a_known_region() -> None:
    listed = {line.partition("|")[0] for lines in gazetteer._region_lines()[0].values() for line in lines}
    for key, city in gazetteer.aliases().cities.items():
        if city.country in listed:
            assert any(region.country == city.country for region in gazetteer.regions_of_code(city.region)), key


@pytest.mark.parametrize("bad", ["[cities]\nx = y", "[areas]\nEurope europe"])
def test_a_broken_alias_is_told_with_its_line(bad: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer, "_lines", lambda _name: bad.split("\n"))
    with pytest.raises(ValueError, match=r"aliases\.txt:2"):
        gazetteer.aliases.__wrapped__()


@pytest.mark.parametrize("attack", ["a, ", "A ", "A-", "Berlin, ", "CA, ", "(", " or ", "Remote ", "São ", "北"])
def test_reading_is_bounded(attack: str) -> None:
    text = attack * 20_000
    started = time.perf_counter()
    read_places(text)
    read_places(text, strict=True)
    leading_places(text[:4000])
    read_offsets(text[:4000])
    assert time.perf_counter() - started < 0.5
