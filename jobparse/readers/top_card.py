"""The short lines around a title that stands alone: employer, places and mode of work, as pages of ads show them.

    Acme Robotics                                   Registered Nurse
    Senior Data Engineer                            Mercy Hospital
    London, UK (Hybrid) · 2 weeks ago               3.6
                                                    Sacramento, CA 95819
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..document import Document, Span
from ..patterns import lazy
from ..vocab.lists import read_lists
from .company_names import clean_company
from .occupations import names_occupation
from .organisations import is_name, is_sure_name
from .places import Place, is_big, read_places
from .titles import is_page_name
from .top import read_top, stripped


class Part(NamedTuple):
    """A part of such a line: its places, where it is nothing but places, and whether it tells the mode of work."""

    span: Span
    line: int
    places: tuple[Place, ...]
    mode: bool


_MOST_LINES, _REACH = 4, 9
"""Lines that are read, and lines down to which they are looked for, blank ones included."""
_LONGEST, _LONGEST_NAME = 120, 80
"""Letters of a line, and of an employer's name in it."""
_FARTHEST = 2
"""Lines between the employer's and the one below it that names the places, blank ones included."""
_PARTED = lazy(r"\s{0,4}[·•|\t]\s{0,4}|\s-\s")
_ENDS = ".!?:"
_NO_CARD = ("heading", "item", "table", "code", "rule")
_MODES = r"remot[eoa]|hybride?|h[íi]brid[oa]|on-?site|in-?(?:office|person)|presencial"
_BESIDE = lazy(
    rf"(?:[\W_]|\d{{4,5}}|\b(?:or|and|oder|und|ou|et|o|y|e|{_MODES}|greater|area|metro(?:politan)?|bay|full[ -]?time)\b){{0,60}}",
    re.IGNORECASE,
)
_MODE = lazy(rf"\b(?:{_MODES})\b", re.IGNORECASE)
_ONLY_MODE = lazy(rf"(?:(?:fully|100%)\s)?(?:{_MODES})(?:\s(?:position|role|job|work))?", re.IGNORECASE)
_RATING = lazy(r"\d[.,]\d(?:\s(?:out of 5|von 5|★).{0,20})?|[\d,.]{1,6}\s(?:reviews?|Bewertungen)|★.{0,20}", re.IGNORECASE)
"""What boards put under an employer's name."""
_AGE = lazy(r"\b(?:\d+\+?|an?) (?:minute|hour|day|week|month)s? ago\b|\bvor \d+ (?:Stunde|Tag|Woche|Monat)e?n?\b|\bclicked apply\b")
_LETTERS = lazy(r"[^\W\d_]{2}")
_COUNTS = lazy(r"(?<!\S)\d+(?!\S)|\d{3}|\bago\b|#")
"""What no employer's line has: `Band 5`, `Reference JR10023`, `Posted 2 days ago`."""


@lru_cache(maxsize=1)
def read_card(document: Document) -> tuple[Part, ...]:
    """The parts of the lines under the title, in order; `()` where no line is a title. Kept: several fields ask for them."""
    title = _title_line(document)
    return tuple(_below(document, title)) if title is not None else ()


def card_modes(document: Document) -> list[Span]:
    """The parts that tell the mode of work. Places are looked for only where its words stand at all."""
    title = _title_line(document)
    if title is None:
        return []
    stop = document.line_span(min(title + _REACH, len(document.line_starts) - 1)).end
    if not _MODE.search(document.view, document.line_span(title).end, stop):
        return []
    return [part.span for part in read_card(document) if part.mode]


def card_company(document: Document) -> Span | None:
    """The employer beside the places or, where its last word leaves no doubt, beside the title; both are but likely."""
    return _beside_places(document) or _beside_title(document)


def _beside_places(document: Document) -> Span | None:
    """Before the places in their line, else alone between title and places, else above the title."""
    parts = read_card(document)
    first = next((at for at, part in enumerate(parts) if part.places), -1)
    if first < 0:
        return None
    line = parts[first].line
    if first and parts[first - 1].line == line:
        return _employer(document, parts[first - 1].span)
    before = [part for part in parts[:first] if not part.mode]
    if before:
        return _employer(document, before[0].span) if len(before) == 1 and line - before[0].line <= _FARTHEST else None
    above = _above(document)
    return _employer(document, above) if above else None


def _beside_title(document: Document) -> Span | None:
    """The line under the title, or the first line of all over a labelled one (`TITLE: …`)."""
    top = read_top(document)
    if top is None or top.title is None:
        return None
    if top.source == "label_line":
        first = _line_from(document, document.body_start)
        name = document.quote(first)
        over = document.line_of(first.start) == document.line_of(top.title.start) - 1
        return first if over and " " in name and not _SMALL_LETTER.search(name) and is_name(name) else None
    below = _line_from(document, top.title.end + 1)
    name = document.quote(below)
    parts = read_lists("companies.txt")["sure behind two words"]
    return below if is_sure_name(name) and (name.count(" ") > 1 or name.split()[-1].casefold() not in parts) else None


_SMALL_LETTER = lazy(r"(?:^|\s)(?!(?:of|the|and|for|de|du|la|&)\s)[a-z]|[.:;,!?]$")
"""What no name that stands alone in a line has: a word in small letters, a sentence's end."""


def _line_from(document: Document, at: int) -> Span:
    """The first line with content from an offset on, without blanks and marks at its ends."""
    view = document.view
    while view[at : at + 1].isspace():
        at += 1
    end = view.find("\n", at, at + _LONGEST)
    return stripped(document, at, end if end >= 0 else min(len(view), at + _LONGEST))


def _title_line(document: Document) -> int | None:
    top = read_top(document)
    known = top is not None and top.title is not None and top.source in ("heading", "line", "label_line")
    if known and top and top.title:
        return document.line_of(top.title.end)
    first = document.line_of(document.body_start)
    labelled = (document.line_of(fact.span.start) for fact in document.facts_of("title") if fact.origin == "label")
    return next((line for line in labelled if first <= line < first + _MOST_LINES), None)  # `Title: Data Engineer`


def _below(document: Document, title: int) -> Iterator[Part]:
    given = 0
    for number in range(title + 1, min(title + _REACH, len(document.line_starts))):
        start, end = document.line_span(number)
        line = document.view[start:end].strip()
        if not line or _RATING.fullmatch(line):
            continue
        block = document.block_at(start + document.view[start:end].index(line[0]))
        if len(line) > _LONGEST or line[-1] in _ENDS or (block and block.kind in _NO_CARD):
            return
        yield from _of_line(document, number, start, end)
        given += 1
        if given == _MOST_LINES:
            return


def _above(document: Document) -> Span | None:
    """The nearest line above the title."""
    number = _title_line(document) or 0
    while number:
        number -= 1
        start, end = document.line_span(number)
        line = document.view[start:end]
        if start < document.body_start or len(line) > _LONGEST:
            return None
        if line.strip() and not _RATING.fullmatch(line.strip()):
            lead = len(line) - len(line.lstrip())
            return Span(start + lead, start + lead + len(line.strip()))
    return None


def _of_line(document: Document, number: int, start: int, end: int) -> Iterator[Part]:
    cuts = [start, *(at for match in _PARTED.finditer(document.view, start, end) for at in match.span()), end]
    for first, stop in zip(cuts[::2], cuts[1::2], strict=True):
        text = document.view[first:stop]
        lead = len(text) - len(text.lstrip())
        text = text.strip()
        if text:
            places = read_places(text, document.country, strict=True)
            told = tuple(place for place in places if place.country) if is_only_places(text, places) else ()
            if len(cuts) == 2 and not _are_sure(text, told):
                told = ()
            mode = bool(_ONLY_MODE.fullmatch(text) or (told and _MODE.search(text)))
            yield Part(Span(first + lead, first + lead + len(text)), number, told, mode)


def is_only_places(text: str, places: Sequence[Place]) -> bool:
    """Whether nothing is left of a text without its places but separators and words for where one works."""
    rest, at = "", 0
    for place in places:
        rest += text[at : place.start] + ","
        at = place.end
    return bool(places) and _BESIDE.fullmatch(rest + text[at:]) is not None


def _are_sure(text: str, places: Sequence[Place]) -> bool:
    """Whether a whole line can be nothing but places: the name of a small town alone may be the employer's."""
    return len(places) > 1 or any(
        place.region or place.city is None or "," in text[place.start : place.end] or is_big(place) for place in places
    )


def _employer(document: Document, line: Span) -> Span | None:
    """The span, where it names an employer and can be nothing else: the post names it again, or a board shows its rating."""
    text = document.view[line.start : line.end]
    name, refused = clean_company(text, labelled=True)
    if ": " in name:  # a labelled line, whatever its label
        return None
    if refused or name != text or len(name) > _LONGEST_NAME or not _LETTERS.search(name) or _COUNTS.search(name):
        return None
    if not (name[0].isupper() or name[0].isdigit()) or name[-1] in "!?:;,." or names_occupation(name) or is_page_name(name):
        return None
    words = [word.strip(".,&").casefold() for word in name.replace("-", " ").split()]
    lists = read_lists("companies.txt")
    common = set(words) <= {"", "and", *lists["not names"], *lists["departments"]}
    if common or words[0] in lists["calls"] or words[-1] in lists["no names end"]:
        return None
    again = document.text.count(name) > 1 or is_sure_name(name)
    return line if (again or _is_board(document, line)) and not read_places(name, None, strict=True) else None


def _is_board(document: Document, line: Span) -> bool:
    """Whether what only a board's page has stands near a line: a rating, how long ago it was posted."""
    number = document.line_of(line.start)
    stop = document.line_span(min(number + _REACH, len(document.line_starts) - 1)).end
    return any(_RATING.fullmatch(near.strip()) or _AGE.search(near) for near in document.view[line.start : stop].split("\n"))
