"""When the post was published and until when it stands: labelled dates, and sentences that name a closing date."""
from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ..candidates import Candidate
from ..document import Document, Fact, Line, Span
from ..patterns import lazy
from ..readers.closing import AFTER, BEFORE, closes
from ..readers.dates import find_dates, find_days, next_date
from ..vocab.keys import normalise

FIELDS = ("date_posted", "valid_through")
TRIGGERS = (
    "deadline", "closing date", "closes", "close on", "close date",
    *(f"{what} will close" for what in ("position", "posting", "vacancy", "job", "applications", "window")),
    "apply by", "apply before", "no later than", "submitted by", "received by", "applications by",
    "review of applications", "review begins", "open until", "accepted until", "apply until",
    "accept applications", "accepting applications", "accept new applications", "applications will be accepted",
    "applications are accepted", "applications close",
    "bewerbungsschluss", "bewerbungsfrist", "bewerben sie sich bis", "date limite", "jusqu'au",
    "fecha límite", "hasta el", "prazo", "até o dia", "inscrições até",
    "posted on", "posted:", "date posted", "published on", "veröffentlicht am", "publié le",
    "listed on", "opening date", "open date", "publication date",
    "publicado em", "publicado el", "término de recepción", "cierre de", "fecha de cierre", "plazo de", "bewerbung bis",
    "bewerbungen bis", "candidature avant", "bis zum", "bis spätestens", "spätestens", "bis einschl", "bis inkl",
    "avant le", "au plus tard", "d'ici le", "d'ici au", "antes del", "a más tardar", "até ", "entro il", "entro e non", "non oltre il",
    "uiterlijk", "vóór", "applications due", "are due", "due by", "due on", "tot en met", "on or before", "prior to",
    *(f" {word} {number}" for word in ("by", "before", "until", "bis", "voor", "tot") for number in range(10)),
    *(f" {word} {name}" for word in ("by", "before", "until") for name in (
        "the", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct",
        "nov", "dec",
    )),
)

_DATED = lazy(r"\d{4}|\d[./-]\d|\d[.]?[ ]\w{3}|\w{3}[.]?[ ]\d")
"""What every line with a date holds."""

_LEAST_SURE = {"date": 1, "created": 1, "createdat": 1, "timestamp": 1}
"""Header keys that may mean when the file was made: any clearer key goes before."""

_BEGINS = frozenset({"startdate", "start", "jobstart", "starts", "from", "begin", "begins"})
_ENDS = frozenset({"enddate", "until"})
"""Header keys that tell when the job ends where one of the first stands beside them."""

_CLOSES = lazy(
    r"""
    (?: deadline\b | clos(?:ing[ ]date|es?\b) | applications[ ]close | apply[ ](?:by|before) | no[ ]later[ ]than
      | (?:submitted|received|applications)[ ]by | (?<!not[ ])(?:open|accepted|apply)[ ]until
      | (?:accept(?:ing)?[ ](?:new[ ])?applications | applications[ ](?:will[ ]be|are)[ ]accepted)\b
        [^.;\n]{0,50}? [ ](?:until|through|till)
      | bewerbungs(?:schluss|frist) | bewerben[ ]sie[ ]sich[ ]bis
      | date[ ]limite | jusqu'au | fecha[ ]l[ií]mite | hasta[ ]el | prazo | at[eé][ ]o[ ]dia
      | inscri[cç][oõ]es[ ]at[eé] | t[eé]rmino[ ]de[ ]recepci[oó]n | fecha[ ]de[ ]cierre
      | (?:cierre|plazo)[ ]de[ ](?:la[ ])?(?:postulaci[oó]n|inscripci[oó]n|convocatoria|presentaci[oó]n|recepci[oó]n)
      | bewerbung(?:en)?[ ]bis | candidatures?[ ]avant )
    (?P<between> [^.;\n]{0,60} ) $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_STARTS = lazy(
    r"\b(?:start(?:s|ed|ing)?|begin(?:s|ning)?|commenc(?:e|es|ing)|available)\b[^.;\n]{0,60}no[ ]later[ ]than\b[^.;\n]{0,12}$",
    re.IGNORECASE,
)
"""The day by which the work begins, not the applying ends."""

_REVIEW = lazy(r"review[ ](?:of[ ]applications[ ])?(?:will[ ])?(?:begin|start)s?\b[^.;\n]{0,30}$", re.IGNORECASE)
"""The day from which applications are read: they are still taken afterwards."""

_OF_CONTRACT = lazy(
    r"\b(?:cdd|contrato?|contract|stage|alternance|beca|bolsa|befristet)\b[^.;\n]{0,50}?"
    r"\b(?:jusqu'au|hasta[ ]el|at[eé][ ]o[ ]dia)\b[^.;\n]{0,12}$",
    re.IGNORECASE,
)
"""The day on which the work ends: `CDD jusqu'au`."""

_POSTED = lazy(
    r"""
    (?: posted (?:[ ]on)? | (?:date[ ]posted | open(?:ing)?[ ]date | publication[ ]date) (?:[ ]is)? | (?:published|listed)[ ]on
      | ver[oö]ffentlicht[ ]am | publi[eé][ ]le
      | publicado[ ](?:em|el) ) [ :]{0,3} $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE = 90
"""Characters before a date in which the words that tell its meaning must stand."""


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """Stated dates first; ambiguous ones are refused with the reason."""
    country = document.country or _country(document)
    spans = any(normalise(fact.key) in _BEGINS for fact in document.header)
    for field in FIELDS:
        facts = document.facts_of(field)
        told = {found.iso for fact in facts if not _is_unsure(fact) for found in find_dates(fact.value, country)}
        for fact in facts:
            yield from _of_fact(field, fact, country, told, spans)
    dates = (found.iso for fact in document.facts_of("date_posted") for found in find_dates(fact.value, country))
    posted = next(filter(None, dates), None)
    yield from _of_subtitles(document, country)
    for line in _with_next(document, lines):
        yield from _of_line(document, line, country)
        if posted:
            yield from _without_year(document, line, posted)


_TOLD_BY = ("deadline", "closing", "closes", "bewerbungs", "limite", "límite", "prazo", "scadenza")
_LONGEST, _CLOSE_BY = 200, 15
"""A longer value of a header is a text; and so far from its word the date of a short one stands."""


def _of_subtitles(document: Document, country: str | None) -> Iterator[Candidate]:
    """`subtitle: Closing date 22nd April 2030`, `title: Clerk (Bewerbungsschluss 15.08.2030)`."""
    for fact in document.header:
        if len(fact.value) <= _LONGEST and any(word in fact.value.lower() for word in _TOLD_BY):
            for found in find_dates(fact.value, country):
                closes_by = _CLOSES.search(fact.value[: found.start])
                if closes_by and len(closes_by["between"]) <= _CLOSE_BY:
                    yield from _candidate("valid_through", found.iso, fact.span, "valid_through.subtitle")


def _with_next(document: Document, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines that may hold a date, and the next one of a paragraph that goes on: `bis zum` may end a line."""
    given = {line.number for line in lines}
    for line in lines:
        if _DATED.search(line.text):
            yield line
        after = line.number + 1
        if line.block == "paragraph" and after not in given and after < len(document.line_starts):
            following = document.line(after)
            if following.block == "paragraph" and _DATED.search(following.text, 0, _NEAR_START):
                yield following


_NEAR_START = 40
"""Characters of a next line in which the date that the line before led to begins."""


def _is_unsure(fact: Fact) -> bool:
    return fact.origin == "header" and fact.key.replace("_", "").lower() in _LEAST_SURE


def _of_fact(field: str, fact: Fact, country: str | None, told: Collection[str | None], spans: bool) -> Iterator[Candidate]:
    """`told`: days that keys give which surely mean it; a key that may mean another day is no contradiction then.

    `spans`: whether the header says when the job begins.
    """
    found = next(find_dates(fact.value, country or _day_first(fact.key)), None)
    if found is None:
        return
    span = Span(fact.span.start + found.start, fact.span.start + found.end)
    if found.end > len(fact.value) or fact.span.end - fact.span.start != len(fact.value):
        span = fact.span
    unsure = _is_unsure(fact)
    rule = f"{field}.{'created' if unsure else 'fact'}"
    if unsure and told and found.iso not in told:
        yield Candidate(field, found.iso, (span,), rule, "stated", "may be the day when the record was made")
    elif spans and normalise(fact.key) in _ENDS:
        yield Candidate(field, found.iso, (span,), rule, "stated", "beside the day of the start it is the job's own end")
    else:
        yield from _candidate(field, found.iso, span, rule, stated=True)


def _around(document: Document, line: Line, start: int, end: int) -> tuple[str, str]:
    """What stands before and after an offset of a line in its own block."""
    block = document.block_at(line.start)
    first, last = block.span if block and block.kind == "paragraph" else (line.start, line.start + len(line.text))
    before = document.view[max(first, document.body_start, line.start + start - BEFORE) : line.start + start]
    return before, document.view[line.start + end : min(last, line.start + end + AFTER)]


def _of_line(document: Document, line: Line, country: str | None) -> Iterator[Candidate]:
    for found in find_dates(line.text, country or _day_first(line.text)):
        before = line.text[max(0, found.start - _BEFORE) : found.start]
        span = line.span(found.start, found.end)
        if _REVIEW.search(before):
            refused = "review begins then; nothing closes"
            yield Candidate("valid_through", found.iso, (span,), "valid_through.review", "pattern", refused)
        elif _STARTS.search(before):
            yield Candidate("valid_through", found.iso, (span,), "valid_through.start", "pattern", "the work begins then")
        elif _OF_CONTRACT.search(before):
            refused = "the contract ends then"
            yield Candidate("valid_through", found.iso, (span,), "valid_through.contract", "pattern", refused)
        elif _CLOSES.search(before):
            yield from _candidate("valid_through", found.iso, span, "valid_through.sentence")
        elif _POSTED.search(before):
            yield from _candidate("date_posted", found.iso, span, "date_posted.sentence")
        elif closes(*_around(document, line, found.start, found.end), line.section == "application"):
            yield from _candidate("valid_through", found.iso, span, "valid_through.until")


def _without_year(document: Document, line: Line, posted: str) -> Iterator[Candidate]:
    """'Closes 19 February': the first such day after the post was published."""
    for day in find_days(line.text):
        iso = next_date(day.month, day.day, posted)
        if iso and (
            _CLOSES.search(line.text[max(0, day.start - _BEFORE) : day.start])
            or closes(*_around(document, line, day.start, day.end), line.section == "application")
        ):
            yield Candidate("valid_through", iso, (line.span(day.start, day.end),), "valid_through.next", "inferred")


def _day_first(words: str) -> str | None:
    """A country that writes the day first, where the words about a date are of a language that does."""
    return _FOREIGN if _OTHER_LANGUAGES.search(words) else None


_FOREIGN = "DE"
_OTHER_LANGUAGES = lazy(
    r"\b(?:bewerb\w*|veröffentlicht|einsendeschluss|publiée?|candidatures?|avant|jusqu'au|postuler|fecha|plazo|hasta|antes|postular|prazo|até"
    r"|publicad[oa]|inscrições|scadenza|entro|candidatur[ae]|pubblicat[oa]|sluitingsdatum|uiterlijk|sollicit\w*|datum)\b"
    r"|\bdata\s?:|\bdata\s(?:limite|final|de|di)\s",
    re.IGNORECASE,
)


def _candidate(field: str, iso: str | None, span: Span, rule: str, stated: bool = False) -> Iterator[Candidate]:
    refused = "" if iso else "day and month cannot be told apart; write the date as YYYY-MM-DD or give --country"
    yield Candidate(field, iso, (span,), rule, "stated" if stated else "pattern", refused)


_UNDECIDED = lazy(r"\b\d{1,2}[-/]\d{1,2}[-/]\d{2,4}\b")
_AMERICAN = lazy(r"Americans with Disabilities|E-Verify|\b401 ?\(?k\b|\bEEO\b|\bFLSA\b|\bU\.S\. citizen")
"""Laws and plans that only posts of the United States speak of."""


def _country(document: Document) -> str | None:
    """A country that a stated place names outright, or its laws do: it tells which order of day and month it uses."""
    for fact in document.facts_of("location", "location.country"):
        if re.search(r"\b(?:USA?|United States|[A-Z]{2} \d{5}|, [A-Z]{2}\b(?! ?[a-z]))", fact.value):
            return "US"
    places = document.facts_of("location", "location.country")
    return "US" if not places and _UNDECIDED.search(document.view) and _AMERICAN.search(document.view) else None
