"""Countries and regions in which the candidate must already be allowed to work. Phrases in vocab/work_authorization.txt."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..candidates import Candidate
from ..document import Document, Line
from ..patterns import lazy
from ..readers.clauses import sentence_around
from ..readers.place_cues import leading_places
from ..readers.places import Place, read_places
from ..vocab.phrases import Phrases, Sheet, phrases

FIELDS = ("work_authorization",)
TRIGGERS = (
    *(f"to work {how}" for how in ("in ", "within", "throughout", "for ", "legally", "lawfully", "permanently", "full", "on ",
                                   "remotely", "directly", "without", "and live", "and reside")),
    "authoriz", "authoris", "eligible to", "work eligibility", "employment eligibility", "permit", "permission", "citizen",
    " national", "nationals of", "resident", "residency", "visa", "passport", "green card", "live and work", "work and live",
    "legally work", "work legally", "work rights", "us person", "u.s. person", "for employment in",
    "arbeitserlaubnis", "aufenthalt", "arbeitsgenehmigung", "permis de travail", "autorisé", "droit de travail",
    "permiso de trabajo", "permiso para trabajar", "autorización", "permissão", "autorização", "visto de trabalho",
)  # fmt: skip

_REACH = 140
_BEFORE = 40
"""Characters before 'work permit' or 'citizen' in which the place may stand."""
_LAST_WORDS = lazy(
    r"(?:^|[\s(/])((?:[A-Z][\w.]{0,20}|EU|or|and|/|,)(?:[\s/,]{1,2}(?:[A-Z][\w.]{0,20}|or|and)){0,4})"
    r"[\s-]{1,2}(?:or\s)?(?:valid\s)?$"
)
_HAVE_PERMISSION = lazy(
    r"\b(?:have|hold|possess|with)\s(?:the\s)?(?:necessary|required|valid|appropriate|relevant|right)\s"
    r"(?:work(?:ing)?\s)?(?:permissions?|permits?|authori[sz]ation|visa|right\sto\swork|papers)\b",
    re.IGNORECASE,
)
_NAME_GOES_ON = lazy(r"\s[A-Z][a-z]")
_BASED = lazy(r"\b(?:based|located|reside|living|live|residing)\s(?:in|within)\s", re.IGNORECASE)


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """One candidate a country or region, with the words that ask for it."""
    for line in lines:
        if line.section == "diversity":
            continue
        sheet = _phrases().on(line.text)
        yield from _behind(document, line, sheet)
        yield from _before(document, line, sheet)
        yield from _in_sentence(document, line)


def _behind(document: Document, line: Line, sheet: Sheet) -> Iterator[Candidate]:
    """`authorized to work in the US`, `right to work in the UK or the EU`."""
    for cue in sheet.every("place follows"):
        places = leading_places(line.text[cue.end() : cue.end() + _REACH], document.country)
        if places:
            yield from _candidates(line, places, cue.start(), cue.end() + places[-1].end, "work_authorization.place")


def _before(document: Document, line: Line, sheet: Sheet) -> Iterator[Candidate]:
    """`US work authorization`, `U.S. citizens only`, `valid EU work permit`."""
    for cue in sheet.matches("place before"):
        if _NAME_GOES_ON.match(line.text, cue.end()):
            continue  # 'Pacific Northwest National Laboratory'
        words = _LAST_WORDS.search(line.text[max(0, cue.start() - _BEFORE) : cue.start()])
        if not words:
            continue
        places = [place for place in read_places(words[1], document.country, strict=True) if not place.city]
        if places and len(words[1]) - places[-1].end <= 2:
            start = max(0, cue.start() - _BEFORE) + words.start(1) + places[0].start
            yield from _candidates(line, places, start, cue.end(), "work_authorization.status")


def _in_sentence(document: Document, line: Line) -> Iterator[Candidate]:
    """`be based in the UK or Netherlands, and have the necessary work permissions`."""
    for cue in _HAVE_PERMISSION.finditer(line.text):
        begin, _ = sentence_around(line.text, *cue.span())
        based = list(_BASED.finditer(line.text, begin, cue.start()))
        if based:
            places = leading_places(line.text[based[-1].end() : cue.start()], document.country)
            yield from _candidates(line, places, based[-1].start(), cue.end(), "work_authorization.based")


def _candidates(line: Line, places: Sequence[Place], start: int, end: int, rule: str) -> Iterator[Candidate]:
    begin, stop = sentence_around(line.text, start, end)
    other = _phrases().on(line.text[begin:stop]).search("not asked")
    refused = f"not asked of the candidate: {other[0]!r}" if other else ""
    if not other and line.text[begin:stop].rstrip().endswith("?"):
        refused = "a question"
    span = line.span(start, end)
    for place in places:
        for value in (*place.areas, *place.countries, *([place.country] if place.country else [])):
            if value != "Worldwide":
                yield Candidate("work_authorization", value, (span,), rule, "pattern", refused)


@cache
def _phrases() -> Phrases:
    return phrases("work_authorization")
