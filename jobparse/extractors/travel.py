"""The largest share of time on the road, where a figure is given."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..candidates import Candidate
from ..document import Document, Line
from ..patterns import lazy

FIELDS = ("travel_percent",)
TRIGGERS = ("travel", "reise", "déplacement", "viaj", "viagen", "on the road")

_PERCENT = lazy(
    r"(?<![\d.])(?P<low>\d{1,3})(?:\s?%)?(?:\s?(?:-|to|bis|à|a)\s?(?P<high>\d{1,3}))?"
    r"\s?(?:%|percent\b|per cent\b|prozent\b|por ciento\b|por cento\b)",
    re.IGNORECASE,
)
_TRAVEL = lazy(r"travel|reise|déplacement|viaj|viagen|on the road", re.IGNORECASE)
_NEAR = 60
"""Characters between the figure and the word that makes it travel."""
_BRACKET_BEFORE = lazy(r"\([^()\n]{0,20}$")
_NEAR_IN_BRACKETS = 120
"""The same where brackets put the figure behind what is said: `travel to clients in several states (about 20%)`."""
_OTHER = lazy(
    r"discount|reimburs|insurance|covered|paid|match|coverage|employer|savings|off\b|bonus|industry|hotel|allowance|stipend",
    re.IGNORECASE,
)


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """One candidate a figure that stands near a word for travel."""
    for fact in document.facts_of("travel"):
        match = _PERCENT.search(fact.value)
        if match:
            yield Candidate("travel_percent", _share(match), (fact.span,), "travel.fact", "stated")
    for line in lines:
        for match in _PERCENT.finditer(line.text):
            reach = _NEAR_IN_BRACKETS if _BRACKET_BEFORE.search(line.text, 0, match.start()) else _NEAR
            around = line.text[max(0, match.start() - reach) : match.end() + _NEAR]
            if _TRAVEL.search(around) and _share(match) <= 100:
                other = _OTHER.search(around)
                refused = f"'{other[0]}': a benefit or a company's figure" if other else ""
                span = line.span(*match.span())
                yield Candidate("travel_percent", _share(match), (span,), "travel.percent", "pattern", refused)


def _share(match: re.Match[str]) -> int:
    return max(int(match["low"]), int(match["high"] or 0))
