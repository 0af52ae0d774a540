"""What extractors hand over: findings, and findings they refused with the reason."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple, Protocol

from .document import Document, Line, Span

Standing = Literal["stated", "pattern", "inferred"]
STANDINGS: tuple[Standing, ...] = ("stated", "pattern", "inferred")
"""Best first: said by a header or a labelled line; its shape leaves no doubt; only the context says so."""


class Candidate(NamedTuple):
    """One finding for one field.

    `value` is what the record will hold (one item for a list field). `spans` are the quotes that support it, at least one.
    `rule` is a readable id (`salary.range`). `refused` holds the reason where the finding was weighed and turned down
    ('a gift card, not pay'): it never reaches the record and is kept for `explain`.
    """

    field: str
    value: Any
    spans: tuple[Span, ...]
    rule: str
    standing: Standing = "pattern"
    refused: str = ""


class Extractor(Protocol):
    """The shape of a module in `extractors/`."""

    FIELDS: tuple[str, ...]
    """Fields of the record that it may yield candidates for."""
    TRIGGERS: tuple[str, ...]
    """Lower-case literals without which none of its line patterns can match; `()` when it reads no lines."""

    def find(self, document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
        """Findings, in any order; `lines` are the body's lines that hold a trigger, in order. Pure; never raises."""
        ...
