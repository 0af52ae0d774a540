"""The level where no title tells it: stated in a header or label, or in words such as `an entry-level
position`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..candidates import Candidate
from ..document import Document, Fact, Line
from ..readers.level_statements import find_statements
from ..readers.seniority import highest, read_seniority

FIELDS = ("seniority",)
TRIGGERS = ("level", "nivel", "nível", "niveau", "sênior", "pleno", "júnior")

_LONGEST = 80
"""A longer value describes experience rather than naming a level."""


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """Levels that facts and statements name."""
    yield from _of_facts(document.facts_of("seniority"))
    for line in lines:
        for level, start, end, refused in find_statements(line.text):
            yield Candidate(
                "seniority", level, (line.span(start, end),), "seniority.statement", "pattern", refused
            )


def _of_facts(facts: Sequence[Fact]) -> Iterator[Candidate]:
    """One candidate for each origin: the highest of the levels that its facts list."""
    for origin in dict.fromkeys(fact.origin for fact in facts):
        read = [
            (read_seniority(fact.value), fact.span)
            for fact in facts
            if fact.origin == origin and len(fact.value) <= _LONGEST
        ]
        level = highest({level for level, _ in read if level})
        if level:
            spans = [span for found, span in read if found == level]
            yield Candidate("seniority", level, tuple(spans), f"seniority.{origin}_level", "stated")
