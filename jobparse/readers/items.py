"""What a list item or a paragraph says about itself: a task, a demand, a wish, an offer, or none of them."""
from __future__ import annotations

import re
from collections.abc import Iterable

from ..vocab.headings import plain
from ..vocab.items import cues

_CLAUSE = re.compile(r"(?<=[\w)])[.!](?=\s)|[;。；]|\n|\s[-–—]\s")
_EDGES = " \t*_-–—•·.:;,!\"'“”…"
_MOST_WORDS = 5
"""Words of the longest phrase that begins an item."""

_CJK = "\u2e80"
_HAS_LABEL = re.compile(r"[A-Z][\w /&'()-]{2,30}:\s")
_ENOUGH = 0.6
"""Share of a list's telling items that must agree on what the list is."""

_TELLING = (0.3, 0.4)
"""Share of a list's items that must tell anything: where they all agree, and where not."""

_LABEL = re.compile(r"^[\w /&'()-]{2,30}:\s*\S.{0,60}$")


def read_item(text: str) -> str:
    """`benefits`, `requirements` or `responsibilities` where an item's own words leave little doubt, else `""`."""
    words = plain(text).strip(_EDGES)
    known = cues()
    if known["benefits"].anywhere.search(words):
        return "benefits"
    if is_wish(text) or _begins(words, known["requirements"].begins) or known["requirements"].anywhere.search(words):
        return "requirements"
    return "responsibilities" if _begins(words, known["responsibilities"].begins) else ""


def read_list(items: Iterable[str]) -> str:
    """What a list is, by the majority of its items; `""` where too few tell or they disagree."""
    votes = ["" if _LABEL.match(item) else read_item(item) for item in items]
    telling = [vote for vote in votes if vote]
    if len(telling) < 2 or len(telling) < _TELLING[len(set(telling)) > 1] * len(votes):
        return ""
    best = max(sorted(set(telling)), key=telling.count)
    return best if telling.count(best) >= _ENOUGH * len(telling) else ""


def has_label(text: str) -> bool:
    """Whether a text begins like `PARENTAL LEAVE: …` or `Flexible hours: …`."""
    return _HAS_LABEL.match(text) is not None


def may_wish(text: str) -> bool:
    """Whether any item in a text can be a wish; quick, to be asked once for a whole list."""
    words = plain(text)
    return any(stem in words for stem in cues()["nice_to_have"].stems)


def is_wish(text: str) -> bool:
    """Whether a requirement is only preferred: `… is a plus`, `Bonus: …`, `… preferred`, not `…, preferably …`."""
    known = cues()
    words = plain(text).strip(_EDGES)
    if _begins(words, known["nice_to_have"].begins):
        return True
    clause = _CLAUSE.split(words, maxsplit=1)[0].rstrip(_EDGES)
    wish = known["nice_to_have"].anywhere.search(clause)
    if not wish and not clause.endswith(known["nice_to_have"].ends):
        return False
    rest = clause[: wish.start()] + clause[wish.end() :] if wish else clause
    return not known["required"].anywhere.search(rest)


def are_stages(items: Iterable[str]) -> bool:
    """Whether most of at least two items name a stage of a hiring process: a call, a test, an offer."""
    named = [cues()["process"].anywhere.search(plain(item)) is not None for item in items]
    return len(named) > 1 and sum(named) * 2 >= len(named)


def read_passage(text: str) -> str:
    """`diversity`, `legal`, `salary` or `application` where a paragraph is such a notice, else `""`."""
    words, known = plain(text).strip(_EDGES), cues()
    for kind in ("diversity", "legal"):
        if any(stem in words for stem in known[kind].stems) and known[kind].anywhere.search(words):
            return kind
    if _begins(words, known["application"].begins) or known["application"].anywhere.search(words):
        return "application"
    if known["salary"].anywhere.search(words) and any(map(str.isdigit, words)):
        return "salary"
    return ""


def _begins(words: str, phrases: frozenset[str]) -> bool:
    """Whether a text begins with one of the phrases, as whole words."""
    if words[:1] >= _CJK:
        return any(words[:size] in phrases for size in range(1, 5))
    first = [word.strip(_EDGES) for word in words[:90].split()[: _MOST_WORDS + 1]]
    return any(" ".join(first[:size]) in phrases for size in range(1, _MOST_WORDS + 1))
