"""The kinds of employment: full or part time, permanent, contract, internship …, as facts, titles and text give them."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..candidates import Candidate, Standing
from ..document import Document, Fact, Line, Span
from ..readers.calls import find_calls
from ..readers.employment import Found, read_statement, read_text, read_title
from ..readers.top import read_top
from ..vocab.lists import read_lists

FIELDS = ("employment_types",)
TRIGGERS = tuple(
    dict.fromkeys(
        word
        for name, entries in read_lists("employment.txt").items()
        if name.split(",")[0] in (*"full_time part_time contract temporary internship apprenticeship".split(), "volunteer", "per_diem", "permanent")
        for word in entries
        if len(word) > 2
    )
)

_LONGEST = 160
"""A longer value is a description, not a statement."""

_UNPAID = re.compile(r"\s*(?:gratis|unpaid|volunteer|voluntary|pro[ -]bono|ehrenamtlich|bénévole|voluntariado)\b", re.IGNORECASE)
_ROLES = ("intern", "trainee", "apprenti", "azubi", "auszubild", "praktik", "stagiaire", "estagi", "becari", "volunteer", "freelance", "contractor")


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """One candidate for each kind that a header, a label, the title or the text gives the job."""
    for fact in document.facts_of("employment"):
        yield from _of_fact(document, fact)
    for fact in document.facts_of("salary"):
        if _UNPAID.match(fact.value):
            yield Candidate("employment_types", "volunteer", (fact.span,), "employment.unpaid", "stated")
    for fact in document.facts_of("title"):
        yield from _all(read_title(fact.value), document, fact.span, "employment.title", "stated")
    yield from _of_top(document)
    for line in lines:
        yield from _of_line(line)


def _of_fact(document: Document, fact: Fact) -> Iterator[Candidate]:
    if len(fact.value) <= _LONGEST:
        yield from _all(read_statement(fact.value), document, fact.span, f"employment.{fact.origin}", "stated")


def _all(found: Iterator[Found], document: Document, span: Span, rule: str, standing: Standing) -> Iterator[Candidate]:
    """Findings in a value; their own words are quoted where the value stands in the text as it was read."""
    quoted = document.quote(span)
    for kind, start, end, refused in found:
        part = Span(span.start + start, span.start + end) if end <= len(quoted) else span
        yield Candidate("employment_types", kind, (part,), rule, standing, refused)


def _of_top(document: Document) -> Iterator[Candidate]:
    """Title line or head line of the post."""
    top = read_top(document)
    if top is None:
        return
    for part in top.parts:
        yield from _all(read_statement(document.view[part.start : part.end]), document, part, "employment.board_line", "pattern")
    if top.title and not top.parts:
        title = document.view[top.title.start : top.title.end]
        yield from _all(read_title(title), document, top.title, "employment.title", "pattern")


def _of_line(line: Line) -> Iterator[Candidate]:
    for kind, start, end, refused in read_text(line.text):
        yield Candidate("employment_types", kind, (line.span(start, end),), "employment.text", "pattern", refused)
    low = line.text.lower()
    if any(role in low for role in _ROLES):
        for call in find_calls(line.text):
            name = line.text[call.name.start : call.name.end]
            for kind, start, end, refused in read_title(name):
                span = line.span(call.name.start + start, call.name.start + end)
                yield Candidate("employment_types", kind, (span,), f"employment.{call.how}", "pattern", refused)
