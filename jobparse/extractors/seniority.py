"""The level where no title tells it: stated in a header or label, or in words such as `an entry-level position`."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..candidates import Candidate
from ..document import Document, Fact, Line
from ..readers.level_statements import find_statements
from ..readers.seniority import read_seniority

FIELDS = ("seniority",)
TRIGGERS = ("level", "nivel", "nível", "niveau")

_LONGEST = 80
"""A longer value describes experience rather than naming a level."""


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """Levels that facts and statements name."""
    for fact in document.facts_of("seniority"):
        yield from _of_fact(fact)
    for line in lines:
        for level, start, end, refused in find_statements(line.text):
            yield Candidate("seniority", level, (line.span(start, end),), "seniority.statement", "pattern", refused)


def _of_fact(fact: Fact) -> Iterator[Candidate]:
    level = read_seniority(fact.value) if len(fact.value) <= _LONGEST else None
    if level:
        yield Candidate("seniority", level, (fact.span,), f"seniority.{fact.origin}_level", "stated")
