"""Where the job is based or may be done from. Cue words in vocab/locations.txt, names in vocab/places."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ..candidates import Candidate, Standing
from ..document import Document, Fact, Line, Span
from ..patterns import lazy
from ..readers.clauses import sentence_around
from ..readers.hn_parts import head_parts
from ..readers.pins import find_pins
from ..readers.place_atoms import BIG
from ..readers.place_cues import leading_places
from ..readers.place_statements import (
    find_city_and_state,
    find_place_statements,
    is_employers,
    is_street,
    leaves_choice,
    names_language,
    town_below,
    without_seat,
)
from ..readers.places import Place, read_places
from ..readers.title_parts import title_tails
from ..readers.top_card import is_only_places, read_card
from ..record import Location
from ..vocab.gazetteer import cities, fold, is_common_word
from ..vocab.phrases import Phrases, Sheet, phrases

FIELDS = ("locations",)
TRIGGERS = (
    *(f"based {where}" for where in ("in", "at", "out of", "from", "near", "within", ":")), "locat", "relocat", "residing in",
    *(f"{living} {where}" for living in ("reside", "resides", "live", "lives", "living") for where in ("in", "at", "near", "within")),
    *(f"{who} {where}" for who in ("candidates", "applicants") for where in ("in", "from", "within", "across")), "open to",
    "looking for", "seeking", "join ", *(f"hiring {whom}" for whom in ("a", "our", "for", "someone")),
    *(f"{hires} hiring" for hires in ("is", "are", "now", "currently", "we're")),
    *(f"remote {where}" for where in ("in", "from", "within", "across", "throughout", "based", "anywhere", "friendly", "(")), "remotely",
    *(f"anywhere {where}" for where in ("in", "within", "across")), "hybrid", "on-site", "onsite", "role in", "position in",
    "job in", "move to", "office", "facility", "facilities", "studio", "campus", "headquarters", " hq",
    *(f"{part} of" for part in ("heart", "center", "centre", "middle")),
    "standort", "büro", "arbeitsort", "einsatzort", "in unserem", "in unserer", "für unser", "team in", "stelle in",
    "woche in", "week in", "dich bei", "jetzt bei", "工作城市", "坐标", "工作地点", "arbeitsumfeld", "arbeitsplatz", "suchen", "teams in",
    "kantoor", "gevestigd", "gehuisvest", "zitten in", "standplaats", "werkplek", "werklocatie", "zoeken", "sede",
    "uffici", "lavorer", "travaill", "présence", "pourvoir", "ouverte", "ouvert à", "déroule", "poste en", "bureau",
    "locaux", "residencia", "buscamos", "procuramos", "trabalhar", "opening", "vacanc", "to work", "basé", "situé",
    "localisé", "agence", "équipe", "ubicad", "oficina", "vacante", "puesto", "basad", "modalidad", "aplica", "residir",
    "localizad", "escritório", "presencial", "morar", "basead", "híbrid",
    *(f"{job} {where}" for job in ("vaga", "remoto", "remota") for where in ("para", "en", "em", "no", "na", "desde", "a partir de")),
)  # fmt: skip

_REACH = 90  # characters after a cue in which the place may stand
_LISTS, _LIST_REACH = (" one of", " any of", " the following", " these"), 260  # a list of countries or states may run on
_TOP = 15  # lines at the beginning of the body in which a line that is an address is the job's

_HEADQUARTERS = lazy(r"headquarter|hq", re.IGNORECASE)
_WORK_FROM = lazy(r"work(?:ing)?\s(?:full[- ]time\s)?(?:from|in|at|out\sof)\s[^.;]{0,20}offices?\b", re.IGNORECASE)
_ADDRESS = lazy(
    r"^\W{0,6}(?:\d{1,6}\s[^,\n]{3,50},\s)?([A-Z][\w.'’-]{1,20}(?:\s[A-Z][\w.'’-]{1,20}){0,3},\s?[A-Z]{2})"
    r"[\s,]{1,3}\d{5}(?:-\d{4})?(?:,\s?(?:USA?|U\.S\.(?:A\.)?|United\sStates(?:\sof\sAmerica)?))?\W{0,4}$"
)
_CODE, _STATE_AND_CODE = lazy(r"\d{5}"), lazy(r"[A-Z]{2}[\s,]{1,3}\d{5}")
_OUR_OFFICE = lazy(
    r"(?P<of>[oOtT](?:ur|he(?:ir)?)|(?<=\b(?:in|at)\s)[A-Z][\w&.-]{1,25}'s)\s(?P<place>[A-Z][^.;:!?\n]{1,60}?)"
    r"\s(?i:offices?|location|headquarters|hq|site|studio|hub|facility|campus|lab|branch|plant|store|metro\sarea|(?P<team>teams?))\b"
)
_INTO = lazy(r"\b(?:in|at|from|to|of|for|into|near|joining|join)\s(?P<one>one\sof\s)?$", re.IGNORECASE)
_JOIN = lazy(r"join", re.IGNORECASE)
"""`join our Leeds team` names the place to work, `report to our Leeds team` does not."""
_CALL = lazy(r"join|seeking\b", re.IGNORECASE)
"""What follows is the job, whoever calls: `Heron Partners is seeking a clerk in Leeds`."""
_THERE = lazy(r"in|at|join", re.IGNORECASE)
"""`report to their Leeds office` names another's place."""
_STATE = lazy(r",\s[A-Z]{2}\b")
_CITY_STATE = lazy(r"\b(?:in|at|near|for)\s(?=(?:[A-Z][\w.'’-]{1,20}\s){0,3}[A-Z][\w.'’-]{1,20},\s[A-Z]{2}\b)")
"""`in Grand Forks, ND`: so exact a place that it is hardly anything but the job's, where no other's is told of."""


_JOB_ITSELF = lazy(r"(?:role|position|job)\b", re.IGNORECASE)
"""Where the job itself is said to be somewhere, only words of the same clause can make the place another's."""
_JOB_IS = lazy(
    r"\b(?:role|position|job|post|vacanc|internship|fellowship)(?:s|y|ies)?\s(?:is|are|will\sbe)\s(?:based|located|situated|stationed|housed)\b",
    re.IGNORECASE,
)
"""`These posts will be based at the Department of …, in Ames, IA`: the department is the job's."""
_LONGER_NAME = lazy(r"[ ](?!Office|Head|Campus|Branch|Site|Plant|Department)[A-Z][\w'-]{2,20}[ ](?:for|of)[ ](?:the[ ])?[A-Z]")
"""What follows a place that begins an organisation's name: `join us at Ohio Alliance for Health`."""
_ELSEWHERE = lazy(r"headquarter|\bhq\b|remote|\bour\s|client|customer", re.IGNORECASE)
_LONGEST_TOP = 90  # characters of a line near the top that may hold a place among its parts
_PART = lazy(
    r"""
    (?: ^ [^\w\n(]{0,8} | [|·•–—] [ ]{0,3} | [ ]-[ ] )
    (?P<place> [A-Z][\w.'’-]{1,20} (?: [ ][A-Z][\w.'’-]{1,20} ){0,3}
        (?: ,[ ] (?!On\b|ON|Remote|REMOTE|Hybrid|HYBRID) [A-Z][\w.'’-]{1,20} (?: [ ][A-Z][\w.'’-]{1,20} ){0,2} ){1,2}
      | Washington,?[ ]D\.?C\.? )
    (?= [ ]{0,3} (?: $ | [|·•–—] | -[ ] | \([\w /-]{3,20}\)
        | ,[ ](?i:on[ ]?-?[ ]?site|remote|hybrid)\b[ ]{0,3}(?:$|[|·•(]) ) )
    """,
    re.VERBOSE | re.MULTILINE,
)
"""A part of a line that may be a place with its state or country."""


class _Found(NamedTuple):
    """A place of one statement: what the record would hold and where it stands."""

    location: Location
    span: Span


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """The places of the best statement as `stated`, those of the others beneath; where none names any, those of the text."""
    statements = [s for s in (*_of_keys(document), *_of_facts(document), *_of_head(document), *_of_pins(document)) if s]
    titles = [s for s in (_of_span(document, span, strict=True) for span in title_tails(document)) if s]
    best = _best([*statements, *titles]) if statements else []
    yield from _candidates(best, "locations.statement", "stated")
    yield from _candidates([f for s in statements if s is not best for f in s], "locations.statement", "inferred")
    yield from _candidates([f for s in titles if s is not best for f in s], "locations.title", "pattern")
    if not best:
        below = _below_title(document)
        yield from _candidates(below, "locations.below_title", "stated")
        if not below:
            yield from _of_addresses(document)
            yield from _of_top_lines(document)
        yield from _of_phrases(document)
        anywhere = _is_anywhere(document)
        for line in lines:
            yield from _of_line(document, line, anywhere)


def _is_anywhere(document: Document) -> bool:
    """Whether a statement takes the whole world: where the firm is said to sit then is no place of the job."""
    return any("Worldwide" in place.areas for fact in document.facts_of("location") for place in read_places(fact.value))


# --- statements --------------------------------------------------------------------------------------------------


def _of_keys(document: Document) -> Iterator[list[_Found]]:
    """City, region and country that a header gives under keys of their own; several of each are read as they come."""
    cities, regions = document.facts_of("location.city"), document.facts_of("location.region")
    countries = document.facts_of("location.country")
    if not (cities or regions or countries):
        return
    told = _cities_of(document, [fact for fact in document.facts_of("location") if fact.origin == "header"])
    if told and (named := _cities_of(document, cities)) and not told & named:
        return  # of `location` and `city`, which name two cities, the former tells of the job
    found: list[_Found] = []
    for number in range(max(len(cities), 1 if regions or countries else 0)):
        parts = [facts[min(number, len(facts) - 1)] for facts in (cities, regions, countries) if facts]
        statement = ", ".join(part.value for part in parts)
        places = [place for place in read_places(statement) if place.country]
        if places:
            first = places[0]
            location = Location(parts[0].value, first.city, first.region, first.country)
            found.append(_Found(location, parts[0].span))
    if cities or not document.facts_of("location"):
        yield found


def _cities_of(document: Document, facts: Sequence[Fact]) -> set[str]:
    return {place.city for fact in facts for place in read_places(fact.value, document.country) if place.city}


def _of_facts(document: Document) -> Iterator[list[_Found]]:
    """What stands under `location` in a header, a badge or a labelled line; values of one key are one statement."""
    by_key: dict[tuple[str, str], list[_Found]] = {}
    for fact in document.facts_of("location"):
        by_key.setdefault((fact.origin, fact.key), []).extend(_of_fact(document, fact))
    yield from by_key.values()


def _of_fact(document: Document, fact: Fact) -> list[_Found]:
    if leaves_choice(fact.value):
        return []
    if document.quote(fact.span) == fact.value:
        if fact.origin == "label" and is_street(fact.value):
            below = town_below(document.view, fact.span.end)
            return _of_span(document, Span(*below)) if below else []
        return _of_span(document, fact.span)
    places = read_places(fact.value, document.country)
    return [_Found(_location(fact.value, place), fact.span) for place in places if place.country]


def _of_span(document: Document, span: Span, *, strict: bool = False) -> list[_Found]:
    """The places of a stretch of text that is one statement."""
    statement = without_seat(document.view[span.start : span.end])
    found = []
    for place in read_places(statement, document.country, strict=strict):
        if place.country:
            at = Span(span.start + place.start, span.start + place.end)
            found.append(_Found(_location(document.quote(at), place, whole=True), at))
    return found


def _of_head(document: Document) -> Iterator[list[_Found]]:
    """The parts of a first line such as `Acme | Engineer | Berlin or remote | ONSITE`, from the second on."""
    yield [place for part in head_parts(document) for place in _of_span(document, part, strict=True)]


def _below_title(document: Document) -> list[_Found]:
    """The places of the first short line under the title that names some: `Dayton, OH; Ghent, Belgium (Hybrid)`."""
    told = [part for part in read_card(document) if part.places]
    return [found for part in told if part.line == told[0].line for found in _of_span(document, part.span, strict=True)]


def _of_pins(document: Document) -> Iterator[list[_Found]]:
    """Lines near the top of which a pin or a flag says that they name the place: `📍 Lyon`, `* 🇲🇽 Monterrey`; a flag's
    is in its country, and its line tells nothing else."""
    last = min(document.line_of(document.body_start) + _TOP, len(document.line_starts)) - 1
    for start, end, flag in find_pins(document.view, document.body_start, document.line_span(last).end):
        value = document.view[start:end]
        places = read_places(value, document.country, strict=True)
        if not flag or (is_only_places(value, places) and not names_language(value) and all(p.country == flag for p in places)):
            yield _of_span(document, Span(start, end), strict=True)


def _location(statement: str, place: Place, *, whole: bool = False) -> Location:
    raw = statement if whole else statement[place.start : place.end]
    return Location(" ".join(raw.split()), place.city, place.region, place.country)


def _best(statements: Sequence[list[_Found]]) -> list[_Found]:
    """The first statement, unless a later one says the same and more."""
    best = statements[0]
    for other in statements[1:]:
        if all(any(_covers(o.location, b.location) for o in other) for b in best) and _said(other) > _said(best):
            best = other
    return best


def _covers(one: Location, other: Location) -> bool:
    """Whether `one` is the same place as `other` or lies in it."""
    same = one.country == other.country
    return same and other.city in (None, one.city) and (bool(other.city) or other.region in (None, one.region))


def _said(statement: Sequence[_Found]) -> int:
    return sum(1 + bool(f.location.city) + bool(f.location.region) for f in statement)


def _candidates(found: Sequence[_Found], rule: str, standing: Standing, refused: str = "") -> Iterator[Candidate]:
    for location, span in found:
        yield Candidate("locations", location, (span,), rule, standing, refused)


# --- text --------------------------------------------------------------------------------------------------------


def _of_addresses(document: Document) -> Iterator[Candidate]:
    """A line near the top that is nothing but an address: `Springfield, MO 65806`."""
    first = document.line_of(document.body_start)
    _, stop = document.line_span(min(first + _TOP, len(document.line_starts)) - 1)
    code = _CODE.search(document.view, document.body_start, stop)  # rarer than capitals
    if code is None or not _STATE_AND_CODE.search(document.view, document.body_start, stop):
        return
    for number in range(first, min(first + _TOP, len(document.line_starts))):
        start, end = document.line_span(number)
        if end - start <= 120 and (match := _ADDRESS.match(document.view[start:end])):
            span = Span(start + match.start(1), start + match.end(1))
            yield from _candidates(_of_span(document, span), "locations.address", "pattern")


def _of_top_lines(document: Document) -> Iterator[Candidate]:
    """A short line near the top, or a part of it, that is nothing but a place: `Acme · Leeds, England (Hybrid)`."""
    first = document.line_of(document.body_start)
    for number in range(first, min(first + _TOP, len(document.line_starts))):
        start, end = document.line_span(number)
        if end - start > _LONGEST_TOP:
            continue
        for part in _PART.finditer(document.view, max(start, document.body_start), end):
            whole = Span(*part.span("place"))
            found = _of_span(document, whole, strict=True)
            if found and found[0].span == whole and found[0].location.city:
                yield from _candidates(found, "locations.top", "pattern")


def _of_line(document: Document, line: Line, anywhere: bool) -> Iterator[Candidate]:
    if line.section in ("legal", "diversity") or (line.section == "nice_to_have" and line.block == "item"):
        return
    sheet = _phrases().on(line.text)
    found = [*_behind_cues(document, line, sheet, "place follows")]
    found += () if anywhere else _behind_cues(document, line, sheet, "place follows weakly")
    found += _of_offices(document, line)
    for match in _CITY_STATE.finditer(line.text) if _STATE.search(line.text) else ():
        places = _leading(document, line, match.end(), line.text[match.end() : match.end() + _REACH])[:1]
        reason = _reason(line.text, match.start(), match.end(), weak=True)
        found += _candidates([p for p in places if p.location.city], "locations.city", "inferred", reason)
    yield from found


def _of_phrases(document: Document) -> Iterator[Candidate]:
    for city, state in find_city_and_state(document.view, document.low):
        name = document.view[slice(*city)]
        place = next(iter(read_places(f"{name}, {document.view[slice(*state)]}", "US")), None)
        if place and place.city and place.region:
            found = [_Found(_location(name, place, whole=True), Span(city[0], state[1]))]
            yield from _candidates(found, "locations.city_and_state", "pattern")
    for cue, start, stop, doubtful in find_place_statements(document.view, document.low, document.body_start):
        number = document.line_of(cue)
        begin, end = document.line_span(number)
        line = Line(number, begin, document.view[begin:end], "", "")
        places = _leading(document, line, start - begin, document.view[start:stop])
        reason = _reason(line.text, cue - begin, cue - begin + 1, weak=True) if doubtful else ""
        yield from _candidates([p for p in places if p.location.city], "locations.phrase", "pattern", reason)


def _behind_cues(document: Document, line: Line, sheet: Sheet, cues: str) -> Iterator[Candidate]:
    """The places right behind the cues of a list."""
    seen = 0
    for cue in sheet.every(cues):
        reach = line.text[cue.end() : cue.end() + (_LIST_REACH if line.text.startswith(_LISTS, cue.end()) else _REACH)]
        found = _leading(document, line, cue.end(), reach) if cue.end() > seen else []
        if found:
            seen = found[-1].span.end - line.start
            reason = _reason(line.text, cue.start(), cue.end(), weak=cues.endswith("weakly"))
            yield from _candidates(found, "locations.text", "pattern", reason)


def _of_offices(document: Document, line: Line) -> Iterator[Candidate]:
    """`in our Berlin office`, `at one of our Ohio plant sites`."""
    for cue in _OUR_OFFICE.finditer(line.text):
        into = _INTO.search(line.text, max(0, cue.start() - 20), cue.start())
        if into is None or (into["one"] and cue["of"][0] in "tT") or (cue["team"] and not (_JOIN.match(into[0]) and cue["of"][0] in "oO")):
            continue
        if cue["of"].lower() == "their" and not _THERE.match(into[0]):
            continue
        stated = [fact.value for fact in document.facts_of("company")]
        if cue["of"].endswith("'s") and not is_employers(cue["of"][:-2], stated, line.text, *cue.span()):
            continue
        places = _leading(document, line, cue.start("place"), cue["place"])
        if cue["team"] and not all(_is_known(place.location) for place in places):
            continue
        if not places and cue["of"][0] in "oO" and not into["one"]:
            places = _town(document, line, cue)
        if places and cue.end("place") - (places[-1].span.end - line.start) <= 2:
            reason = _reason(line.text, into.start(), cue.start("place"), weak=False)
            yield from _candidates(places, "locations.office", "pattern", reason)


def _is_known(location: Location) -> bool:
    """Whether a place is hardly a team's subject: `our Austin team`, but not `our Commerce team`."""
    named = cities(fold(location.city)) if location.city and not location.region else ()
    return bool(location.region) or any(city.people >= BIG and city.country == location.country for city in named)


def _town(document: Document, line: Line, cue: re.Match[str]) -> list[_Found]:
    """`at our Benton Harbor location`: a small town too, where the words are nothing but its name."""
    place = next(iter(read_places(cue["place"], document.country)), None)
    name = cue["place"]
    if not place or not place.city or len(name) != place.end or not cities(fold(name)):
        return []
    span = line.span(*cue.span("place"))
    return [] if is_common_word(name) else [_Found(_location(name, place), span)]


def _leading(document: Document, line: Line, start: int, statement: str) -> list[_Found]:
    """The places with which a stretch of prose begins."""
    found = []
    for place in leading_places(statement, document.country):
        if place.country and not _LONGER_NAME.match(statement, place.end):
            span = line.span(start + place.start, start + place.end)
            found.append(_Found(_location(document.quote(span), place, whole=True), span))
    return found


def _reason(text: str, start: int, end: int, *, weak: bool) -> str:
    """Why a place found behind a cue is not the job's; empty where it is."""
    begin, stop = sentence_around(text, start, end)
    if not weak and _JOB_ITSELF.match(text, start):
        begin = max(begin, text.rfind(", ", begin, start) + 1)
    if not weak and _CALL.match(text, start):
        begin = start
    job = _JOB_IS.search(text, begin, start) if weak else None
    if job and not _ELSEWHERE.search(text, job.end(), start):
        return ""
    sheet = _phrases().on(text[begin:end])
    other = sheet.search("not the job's")
    inside = other is not None and not weak and begin + other.start() >= start
    if other and inside and (_HEADQUARTERS.match(other[0]) or _WORK_FROM.match(text, start)):
        other = None  # 'a hybrid position at our headquarters in …', 'who can work from our offices in …'
    if other is None and weak:
        other = sheet.search("company")
    if other:
        return f"not where the job is: {other[0]!r}"
    if text[begin:stop].rstrip().endswith("?"):
        return "a question"
    return ""


@cache
def _phrases() -> Phrases:
    return phrases("locations")
