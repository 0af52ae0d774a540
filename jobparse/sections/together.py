"""Kinds that the parts of a post tell together: what no part is, one of another kind may be."""
from __future__ import annotations

import re
from collections.abc import Sequence

from ..patterns import lazy
from ..readers.items import read_item, read_list
from ..readers.wishes import is_wish
from .parts import Part, texts_of


def weigh(parts: Sequence[Part], view: str) -> None:
    """Wishes before wishes, where nothing is required, are what is asked for; of two lists of offers, where no tasks
    are told, the first may be of tasks (`What awaits you`)."""
    told = {part.kind for part in parts if part.rows}
    wishes = [part for part in parts if part.kind == "nice_to_have" and part.rows]
    if "requirements" not in told and (len(wishes) > 1 or (wishes and _holds_demands(parts, wishes[0]))):
        wishes[0].kind = "requirements"
    offers = [part for part in parts if part.kind == "benefits" and part.rows]
    if "responsibilities" not in told and len(offers) > 1 and _may_await(offers[0], view):
        offers[0].kind = "responsibilities"
    for part in parts:
        if part.kind == "company" and part.head is not None and _gives_reasons(part, view):
            part.kind = "benefits"


_AWAITS = ("erwart", "expect", "await", "look forward", "esper", "attend", "aspett", "verwacht")
"""What the words of a heading hold under which may stand what one gets or what one does."""


def _may_await(part: Part, view: str) -> bool:
    """Whether tasks stand under a heading such as `What to expect`."""
    words = view[part.head.span.start : part.head.span.end].lower() if part.head else ""
    return any(sign in words for sign in _AWAITS) and read_list(texts_of(part.rows)) == "responsibilities"


def _holds_demands(parts: Sequence[Part], wishes: Part) -> bool:
    """Whether `Desired skills` right under an empty `Requirements` are demands: one of them says that it alone is a wish."""
    at = next(at for at, part in enumerate(parts) if part is wishes)
    empty = at > 0 and parts[at - 1].kind == "requirements" and not parts[at - 1].rows
    return empty and any(map(is_wish, texts_of(wishes.rows)))


_WHY = lazy(
    r"""
    Why \s (?: (?: should \s you \s | you \s should \s )? (?i: join | work | choose | consider ) \b [^?!:\n]{0,40}
      | us | [A-Z][\w.&-]{0,20} (?: \s [A-Z][\w.&-]{0,20} ){0,2} ) \s? [?!:]{0,2} $
    """,
    re.VERBOSE,
)
_FEWEST_REASONS, _LONGEST_REASON = 3, 160
_OURS = lazy(r"^(?:we|our|it|they)\b|\s(?:we|it's)\s", re.IGNORECASE)
"""Signs of a bullet that tells of the company."""


def _gives_reasons(part: Part, view: str) -> bool:
    """Whether `Why Acme?` stands over short bullets on what one gets there, none of which tells of the company."""
    head = part.head.span if part.head else None
    if head is None or _WHY.match(view[head.start : head.end].strip()) is None:
        return False
    items = [row.text for row in part.rows if row.block.kind == "item"]
    if len(items) < _FEWEST_REASONS or len(items) * 2 < len(part.rows) or max(map(len, items)) > _LONGEST_REASON:
        return False
    told = [read_item(item) for item in items]
    return told.count("benefits") > told.count("requirements") and not any(map(_OURS.search, items))
