"""The kinds of employment: full or part time, permanent, contract, internship …, as facts, titles and text
give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..candidates import Candidate, Standing
from ..document import Document, Line, Span
from ..letters import lowered
from ..patterns import lazy
from ..readers.calls import find_calls
from ..readers.employment import Found, read_statement, read_text, read_title, text_phrases
from ..readers.top import read_top

FIELDS = ("employment_types",)
TRIGGERS = text_phrases()

_LONGEST = 160
"""A longer value is a description, not a statement."""

_UNPAID = lazy(
    r"[ ]{0,4}(?:gratis|unpaid|volunteer|voluntary|pro[ -]bono|ehrenamtlich|bénévole|voluntariado)\b",
    re.IGNORECASE,
)
_HOURS_FIRST = lazy(
    r"[ ]{0,4}(?:paid[ ,(]{1,3})?(?:full|part)[ -]?time\b(?![ ]equivalent)[^\n]{0,40}$|[ ]{0,4}(?:voll|teil)zeit\b[^\n]{0,40}$",
    re.IGNORECASE,
)
"""A pay key of a header that tells the hours instead: `compensation: part-time / 18 hours a week`."""
_OF_PERSONS = ("internship", "apprenticeship", "volunteer", "contract")
"""Kinds that an occupation's name itself may tell: `we are looking for a Marketing Intern`."""


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """One candidate for each kind that a header, a label, the title or the text gives the job."""
    for fact in document.facts_of("employment"):
        if len(fact.value) <= _LONGEST:
            found = read_statement(fact.value.replace("_", " "))  # schema.org writes FULL_TIME
            yield from _all(document, fact.value, found, fact.span, fact.origin, "stated")
    for fact in document.facts_of("salary"):
        if _UNPAID.match(fact.value):
            yield Candidate("employment_types", "volunteer", (fact.span,), "employment.unpaid", "stated")
        elif fact.origin == "header" and _HOURS_FIRST.match(fact.value):
            yield from _all(document, fact.value, read_statement(fact.value), fact.span, "pay_key", "stated")
    titles = document.facts_of("title")
    for fact in titles:
        yield from _all(document, fact.value, read_title(fact.value), fact.span, "title", "stated")
    yield from _of_top(document, titled=any(fact.origin != "label" for fact in titles))
    for line in lines:
        yield from _of_line(line)


def _all(
    document: Document, value: str, found: Iterable[Found], span: Span, source: str, standing: Standing
) -> Iterator[Candidate]:
    """Findings in a value; their own words are quoted where the value stands in the text as it was read."""
    quoted, low = lowered(document.quote(span)), lowered(value)
    for kind, start, end, refused in found:
        same = quoted[start:end] == low[start:end]
        part = Span(span.start + start, span.start + end) if same else span
        yield Candidate("employment_types", kind, (part,), f"employment.{source}", standing, refused)


def _of_top(document: Document, *, titled: bool) -> Iterator[Candidate]:
    """Head line of the post, or its title line where nothing else gave the title."""
    top = read_top(document)
    if top is None:
        return
    for part in top.parts:
        text = document.view[part.start : part.end]
        yield from _all(document, text, read_statement(text), part, "board_line", "pattern")
    if top.title and not top.parts and not titled:
        title = document.view[top.title.start : top.title.end]
        yield from _all(document, title, read_title(title), top.title, "title", "pattern")


_BLANKS = lazy("  +")
"""What marks have left of `à **temps plein**`."""


def _stood(text: str) -> Sequence[int]:
    """Where each letter of a line stood from which those blanks are taken."""
    if "  " not in text:
        return range(len(text))
    return [at for at, letter in enumerate(text) if letter != " " or not at or text[at - 1] != " "]


def _of_line(line: Line) -> Iterator[Candidate]:
    """What one line of running text tells, by itself and by the name of the occupation it seeks."""
    persons = False
    text = _BLANKS.sub(" ", line.text) if "  " in line.text else line.text
    found = list(read_text(text, lowered(text)))
    stood = _stood(line.text) if found else ()
    for kind, start, end, refused in found:
        span = line.span(stood[start], stood[end - 1] + 1)
        yield Candidate("employment_types", kind, (span,), "employment.text", "pattern", refused)
        persons = persons or bool(refused and kind in _OF_PERSONS)
    for call in find_calls(line.text, lowered(line.text)) if persons else ():
        for kind, start, end, refused in read_title(line.text[call.name.start : call.name.end]):
            span = line.span(call.name.start + start, call.name.start + end)
            yield Candidate("employment_types", kind, (span,), f"employment.{call.how}", "pattern", refused)
