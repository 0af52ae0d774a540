"""Why a post's record says what it says: for each field what won, what lost and what was refused, with the lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from ..candidates import Candidate
from ..document import Document, Span
from ..resolve import Outcome, Resolution

MOST_AROUND = 500
"""Characters of a line that are shown on either side of a find: a post may be one line."""


class Quote(Struct, frozen=True):
    """A line of the source with the words in question between `before` and `after`; `line` is 1-based."""

    line: int
    before: str
    text: str
    after: str


class Finding(Struct, frozen=True):
    """One candidate: its value, the rule that found it, its standing, where, and why it was refused if it was."""

    value: Any
    rule: str
    standing: str
    quotes: list[Quote]
    refused: str = ""


class Explanation(Struct, frozen=True):
    """A field's value with all that was weighed for it; `derived` where several fields together gave it."""

    field: str
    value: Any
    won: list[Finding]
    lost: list[Finding]
    refused: list[Finding]
    derived: bool = False


def explain(document: Document, resolution: Resolution, fields: Sequence[str]) -> list[Explanation]:
    """One explanation a field, in the order given; a field that nothing was found for has a null value."""
    return [_explain(document, resolution, name) for name in fields]


def _explain(document: Document, resolution: Resolution, name: str) -> Explanation:
    outcome = resolution.outcomes.get(name, Outcome(None, ()))
    own = [c for c in outcome.winners if c.field == name]
    derived = bool(outcome.winners) and not own
    return Explanation(
        field=name,
        value=outcome.value,
        won=_findings(document, outcome.winners),
        lost=_findings(document, outcome.losers),
        refused=_findings(document, resolution.refused.get(name, ())),
        derived=derived,
    )


def _findings(document: Document, candidates: Iterable[Candidate]) -> list[Finding]:
    return [
        Finding(c.value, c.rule, c.standing, [quote(document, span) for span in c.spans], c.refused) for c in candidates
    ]


def quote(document: Document, span: Span) -> Quote:
    """The first line that a span touches, cut into what stands before, in and after it."""
    number = document.line_of(span.start)
    line = document.line_span(number)
    end = min(span.end, line.end)
    return Quote(
        document.first_line + number,
        document.text[max(line.start, span.start - MOST_AROUND) : span.start],
        document.text[span.start : end],
        document.text[end : min(line.end, end + MOST_AROUND)],
    )
