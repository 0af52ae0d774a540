"""Do the names beside another say what it means?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..patterns import lazy
from ..vocab.lists import read_lists
from .mentions import SENTENCE_END, Mention

_BESIDE = 2
"""Names on either side that count as beside it."""


def is_meant_otherwise(text: str, mentions: Sequence[Mention], at: int) -> bool:
    """Whether a doubtful name stands beside one that gives it another sense, or another word without such a one.

    `Event-driven architecture (EDA)` is no data analysis, and `swift` no language but beside others.
    """
    mention = mentions[at]
    if not mention.needs:
        return False
    other_sense = _senses().get(mention.name)
    same_sense = _senses().get(f"{mention.name} as {text[mention.start : mention.end]}")
    if other_sense is None and same_sense is None:
        return False
    beside = {
        other.name
        for other in mentions[max(0, at - _BESIDE) : at + _BESIDE + 1]
        if not SENTENCE_END.search(text, min(mention.end, other.end), max(mention.start, other.start))
    }
    if other_sense and not other_sense.isdisjoint(beside):
        return True
    if same_sense is None:
        return False
    return same_sense.isdisjoint(beside) or _ARTICLE.search(text, max(0, mention.start - _NEAR), mention.start) is not None


_NEAR = 6
_ARTICLE = lazy(r"\b(?:an?|the|our|your|its|be)\s$")
"""What makes the word behind it a plain one, whatever is beside it: `a swift, Java-based service`."""


@cache
def _senses() -> dict[str, frozenset[str]]:
    return {name: frozenset(others) for name, others in read_lists("skill_neighbours.txt").items()}
