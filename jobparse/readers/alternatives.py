"""`Python, Ruby or Go`: which names of a text are alternatives of each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..patterns import lazy
from .mentions import Mention

_OR = lazy(r"(?<!\w)(?:and/or|und/oder|e/ou|y/o|et/ou|e/o|en/of|or|oder|ou|o|或)(?!\w)", re.IGNORECASE)
_AND = lazy(r"(?<!\w)(?:and|und|et|y|e|as well as|sowie|plus)(?!\w)", re.IGNORECASE)
_ONE_OF = lazy(
    r"(?<!\w)(?:(?:at least )?one (?:or more )?(?:of|among)|either|any of|mindestens eine[rs]?|eine[rs]? der|"
    r"l'un des|au moins un|uno de|alguno de|al menos un[oa]?|um dos|alguma? d[aeo]s?|pelo menos um)"
    r"(?!\w)(?!\s(?:an|année|año|ano|mois|mes|mês)\b)",
    re.IGNORECASE,
)
_ONE_KIND = lazy(
    r"(?<!\w)(?:at least one|one or more|mindestens eine[rs]?|\(?au moins\)? une?|al menos un[oa]?|pelo menos um)"
    r"(?!\s(?:year|month|an|année|año|ano|mois|mes|mês)s?\b)(?:\s[\w/-]{2,20}){1,5}"
    r"\s?(?:[(:]|such as|like|e\.g\.)[\s:(,]{0,3}(?:e\.g\.,?|such as|like|i\.e\.,?)?[\s:(,]{0,3}$",
    re.IGNORECASE,
)
"""`at least one language (`: what follows is a choice though no `or` says so."""
_SIMILAR = lazy(
    r"[\s,]{0,3}(?:\(?(?:and/or|or|and|oder|ou|o)[\s/]{1,4}(?:a |an |any |other |another )?"
    r"(?:similar|equivalent|comparable|related|other|another|"
    r"alternative|ähnlich|vergleichbar|équivalent|similaire|similar|equivalente)|etc\b)",
    re.IGNORECASE,
)
_EXAMPLES = lazy(
    r"(?:such as|like|e\.g\.|for example|z\.B\.|wie|tel(?:le)?s? que|comme|como|por ejemplo|por exemplo)"
    r"[\s:(]{0,3}$",
    re.IGNORECASE,
)
_MEMBER = lazy(
    r"[\s,]{0,4}(?:(?:and/or|und/oder|e/ou|y/o|et/ou|e/o|en/of|or|oder|ou|o|and|und|et|y|e)\s)?\s?|\s?/\s?|\s?\|\s?", re.IGNORECASE
)
_INTERCHANGEABLE = frozenset({"language", "database", "cloud"})
_TOGETHER = frozenset({"HTML", "CSS", "SQL", "XML", "JSON", "JavaScript", "Sass", "T-SQL", "PL/SQL"})
"""Names that stand beside others of their category because one uses them together."""

_BEFORE = 40
_KIND_BEFORE = 90


def read_alternatives(text: str, mentions: Sequence[Mention]) -> list[frozenset[str]]:
    """For each mention the names of the others of which one is enough; empty where all are meant."""
    found: list[frozenset[str]] = [frozenset()] * len(mentions)
    if len(mentions) < 2 or not any(map(text.__contains__, _SIGNS)):
        return found
    for start, stop in _lists(text, mentions):
        for first, last in _ranges(text, mentions, start, stop):
            names = frozenset(mention.name for mention in mentions[first:last])
            for at in range(first, last):
                found[at] = names - {mentions[at].name}
    return found


def _lists(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """The lists among the mentions, of two members or more, as slices."""
    start = 0
    for at, (one, other) in enumerate(pairwise(mentions), 1):
        if not _are_members(text, one.end, other.start):
            if at - start > 1:
                yield start, at
            start = at
    if len(mentions) - start > 1:
        yield start, len(mentions)


_SIGNS = (
    "/",
    " or ",
    " oder ",
    " ou ",
    " o ",
    "ne of ",
    "t least one",
    "one or more",
    "ither ",
    "ny of ",
    "imilar",
    "equivalent",
    "etc",
    "u moins",
    "l menos un",
    "elo menos um",
    "eine",
    "uno de",
    "um dos",
    "un des",
    "或",
)
"""Letters without one of which no text names alternatives."""

_COMMON = frozenset({", ", " or ", ", or ", " and ", ", and ", "/", " / "})


def _are_members(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return between in _COMMON or (len(between) < 16 and _MEMBER.fullmatch(between) is not None)


def _ranges(text: str, mentions: Sequence[Mention], start: int, stop: int) -> list[tuple[int, int]]:
    """Which parts of a list are alternatives: all of it, or only the pairs that an `or` amid it joins."""
    between = [text[one.end : other.start] for one, other in pairwise(mentions[start:stop])]
    if _OR.search(between[-1]) or not any(map(_OR.search, between)):
        return [(start, stop)] if _are_alternatives(text, mentions[start:stop], between) else []
    return [(start + at, start + at + 2) for at, words in enumerate(between) if _OR.search(words)]


def _are_alternatives(text: str, group: Sequence[Mention], between: Sequence[str]) -> bool:
    """Whether a list says `or`, `one of`, `or similar`, or parts members of one family by slashes."""
    joined = " ".join(between)
    if _OR.search(joined):
        return not _AND.search(_OR.sub(" ", joined))
    before = text[max(0, group[0].start - _BEFORE) : group[0].start]
    if _ONE_OF.search(before) or _ONE_KIND.search(text, max(0, group[0].start - _KIND_BEFORE), group[0].start):
        return True
    if _AND.search(joined):
        return False
    if _SIMILAR.match(text, group[-1].end):
        return _EXAMPLES.search(before) is not None or "or" in text[group[-1].end : group[-1].end + 8].lower()
    families = {mention.category for mention in group}
    slashed = all(part.strip() == "/" for part in between)
    if not slashed or len(families) != 1 or not families <= _INTERCHANGEABLE:
        return False
    return not any(mention.name in _TOGETHER for mention in group)
