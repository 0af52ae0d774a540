"""Names that a list shares a last word with: `unit, regression and usability testing`."""
from __future__ import annotations

import re
from collections.abc import Iterator

_SHARED = re.compile(
    r"""
    (?P<list>
        (?: [^\W\d_][\w-]{1,20} (?:\s[^\W\d_][\w-]{1,20})? (?:\s?[,/&]\s?|,?\s(?:and|or|und|et|y|e)\s) (?:(?:and|or)\s)? ){1,8}
        [^\W\d_][\w-]{1,20} (?:\s[^\W\d_][\w-]{1,20})?
    )
    \s (?: testing | tests | test (?= [ ] (?:case|plan|suite|automation|script|coverage|strateg|engineer) ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MEMBER = re.compile(r"[^\W\d_][\w-]*(?:\s(?!(?:and|or|und|et|y|e)\b)[^\W\d_][\w-]*)?")
_CONJUNCTIONS = frozenset({"and", "or", "und", "et", "y", "e"})


def read_shortened(text: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of each member but the last, and the member with the shared word: `regression testing`.

    Of a member of two words also the last alone (`Write unit`: `Write unit testing`, `unit testing`).
    """
    if "test" not in text:
        return
    for match in _SHARED.finditer(text):
        start = match.start("list")
        for part in re.finditer(r"[^,/&]+", match["list"]):
            for member in _MEMBER.finditer(part[0]):
                words = [word for word in member[0].split() if word.lower() not in _CONJUNCTIONS]
                end = start + part.start() + member.end()
                if end == match.end("list"):
                    continue  # it has its word
                for first in range(len(words)):
                    kind = " ".join(words[first:])
                    yield end - len(kind), end, f"{kind} testing"
