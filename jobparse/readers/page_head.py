"""The head of a board's page that a person copied: title, employer and place, each in a line of its own.

    Acme Robotics                                   Registered Nurse
    Senior Data Engineer                            Mercy Hospital
    London, UK · 2 weeks ago · 40 applicants        3.6
                                                    Sacramento, CA 95819
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..document import Document, Span
from ..patterns import lazy
from ..vocab.gazetteer import cities, fold
from ..vocab.lists import read_lists
from .company_names import clean_company
from .occupations import names_occupation
from .place_atoms import BIG
from .places import Place, read_places
from .top import read_top

_BELOW, _ABOVE = 4, 2
"""Lines below the title, and above it, among which employer and place are looked for."""

_LONGEST = 80
"""Letters of a line that may be one of them."""

_RATING = lazy(r"\d[.,]\d(?:\s(?:out of 5|von 5|★).{0,20})?|[\d,.]{1,6}\s(?:reviews?|Bewertungen)|★.{0,20}", re.IGNORECASE)

_AGE = lazy(
    r"""
    \s? [·•|-] \s (?: (?:re)?posted\s )? (?: over\s )?
    (?: (?:\d{1,3}\+?|an?|one) \s (?:minute|hour|day|week|month|year)s? \s ago
      | vor \s (?:\d{1,3}|einem|einer) \s (?:Minute|Stunde|Tag|Woche|Monat)e?n?
      | il\sy\sa \s \d{1,3} \s \w{3,9} | hace \s \d{1,3} \s \w{3,9} | há \s \d{1,3} \s \w{3,9} )
    \b .*
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Behind a place: how old the post is, and what else the board counts."""

_MODE = lazy(r"\s?\((?:remote|hybrid|on-?site|vor\sort|à\sdistance|h[íi]brid[oa]|remot[oa]|presencial)\)\s*$", re.IGNORECASE)
_BETWEEN = lazy(
    r"[\s,;/&+()·|-]|\d{4,5}(?:-\d{4})?|\b(?:and|or|und|oder|et|ou|y|o|area|metro|metropolitan|greater|region)\b", re.IGNORECASE
)
"""What may stand beside places in a line that is nothing but places."""

_NAME_AND_PLACE = lazy(r"(?P<name>[^·\n]{2,60})\s·\s(?P<place>[^·\n]{2,70})")


_LETTERS = lazy(r"[^\W\d_]{2}")


class PageHead(NamedTuple):
    """Where the employer and the place stand; either may be missing."""

    company: Span | None
    place: Span | None


_NOTHING = PageHead(None, None)


@lru_cache(maxsize=1)
def read_page_head(document: Document) -> PageHead:
    """Employer and place around the title line; nothing where the lines are otherwise. Kept: two fields ask for it."""
    top = read_top(document)
    if top is None or top.title is None or top.source not in ("line", "heading"):
        return _NOTHING
    lines = list(_near(document, document.line_of(top.title.start)))
    below = [line for number, line in lines if number > 0]
    above = [line for number, line in lines if number < 0]
    for at, line in enumerate(below[:2]):
        place = _place(document, line)
        if place is not None:
            return PageHead(_company(document, below[:at] or above[-1:]), place)
        joined = _NAME_AND_PLACE.match(document.view, line.start, line.end)
        if joined and (place := _place(document, Span(joined.start("place"), line.end))):
            return PageHead(_company(document, [Span(*joined.span("name"))]), place)
    return _NOTHING


def _near(document: Document, title: int) -> Iterator[tuple[int, Span]]:
    """The short lines above and below a line, by how far they are, without blank ones and ratings."""
    labelled = {document.line_of(fact.span.start) for fact in document.facts if fact.origin == "label"}
    for step, most in ((-1, _ABOVE), (1, _BELOW)):
        number = title
        found: list[tuple[int, Span]] = []
        while len(found) < most and 0 <= (number := number + step) < len(document.line_starts):
            start, end = document.line_span(number)
            if start < document.body_start:
                break
            text = document.view[start:end]
            bare = text.strip(" \t*_#")
            if not bare or _RATING.fullmatch(bare):
                continue
            if len(bare) > 2 * _LONGEST or number in labelled:
                break
            at = start + text.index(bare)
            found.append((number - title, Span(at, at + len(bare))))
        yield from reversed(found) if step < 0 else found


def _place(document: Document, line: Span) -> Span | None:
    """The line, but for its end on the post's age, where it is nothing but places."""
    text = document.view[line.start : line.end]
    age = _AGE.search(text)
    text = text[: age.start()] if age else text
    mode = _MODE.search(text)
    text = text[: mode.start()] if mode else text
    if not 2 <= len(text) <= _LONGEST:
        return None
    places = read_places(text, document.country, strict=not age)
    if not any(place.city for place in places):
        return None
    sure = age is not None or any(place.region or "," in text[: place.end].rstrip(",") for place in places)
    if not sure and not all(_is_big(place) for place in places):
        return None  # a small town's name alone may be the employer's
    rest = text
    for place in places:
        rest = rest[: place.start] + " " * (place.end - place.start) + rest[place.end :]
    return Span(line.start, line.start + len(text)) if not _BETWEEN.sub("", rest) else None


def _is_big(place: Place) -> bool:
    return any(city.people >= BIG for city in cities(fold(place.city or "")) if city.country == place.country)


def _company(document: Document, lines: Sequence[Span]) -> Span | None:
    """The line that names an employer, where it is one and can be nothing else."""
    if len(lines) != 1:
        return None
    text = document.view[lines[0].start : lines[0].end]
    name, refused = clean_company(text, labelled=True)
    if refused or name != text or len(name) > _LONGEST or not _LETTERS.search(name):
        return None
    if not (name[0].isupper() or name[0].isdigit()) or name[-1] in "!?:;,." or names_occupation(name):
        return None
    words = {word.strip(".,&").casefold() for word in name.split()}
    common = words <= set(read_lists("companies.txt")["not names"])
    return None if common or read_places(name, None, strict=True) else lines[0]
