"""The shapes of a post that is being cut, and the kinds of section that there are."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, get_args

from ..document import Row, Span
from ..record import SectionKind
from ..vocab.headings import Match

KINDS: tuple[str, ...] = get_args(SectionKind)
"""Kinds of section, as the record tells them."""

LISTS = frozenset({"responsibilities", "requirements", "nice_to_have", "benefits"})
"""Kinds whose content is read item by item."""

BOLD, LINE, INLINE = 7, 8, 9
"""Ranks of headings that are no Markdown headings (1 to 6): the lower one stands over the higher one."""

SHORT = 60
"""Letters of a line that may be one of a list of names, or a heading by its shape."""

LONGEST_HEADING = 90
LONGEST_ITEM = 400
"""Letters of a paragraph that may still be an item."""

_FEW_BULLETS = 4
"""Rows for each bullet from which on the bullets are notes below the items."""

FACTS = frozenset({
    "title", "company", "location", "work_mode", "remote", "employment", "seniority", "salary", "date_posted", "valid_through",
    "contact", "url", "apply_url",
})
"""Fields whose label (`Arbeitsort: …`) ends a section that is a line itself: `Benefits: a canteen, a bicycle`."""

ASKED = frozenset({"experience", "education", "languages"})
"""Fields whose label ends such a line of benefits; among demands they are more of them."""


class Head(NamedTuple):
    """A heading: its rank, the kind its words tell, its words, where content follows in its row (or 0)."""

    rank: int
    told: Match | None
    span: Span
    content: int = 0


@dataclass(slots=True)
class Part:
    """A section in the making; `kind` is '' until it is known."""

    start: int
    head: Head | None
    kind: str
    rows: list[Row] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Offset behind the last thing it shows."""
        if self.rows:
            return max(self.rows[-1].block.span.end, self.start)
        return max(self.head.span.end, self.start) if self.head else self.start


def has_bullets(rows: Sequence[Row]) -> bool:
    return any(row.block.kind == "item" for row in rows)


def texts_of(rows: Sequence[Row]) -> list[str]:
    """What the items of a part say; its short rows where it has no bullets, or hardly any."""
    items = [row.text for row in rows if row.block.kind == "item"]
    return items if len(items) * _FEW_BULLETS > len(rows) else [row.text for row in rows if len(row.text) <= LONGEST_ITEM]
