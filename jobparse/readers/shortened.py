"""Names that a list shares a last word with: `unit, regression and usability testing`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SHARED = re.compile(
    r"\s(?:testing|tests|test(?=\s(?:case|plan|suite|automation|script|coverage|strateg|engineer)))\b"
)
"""The word that the members share."""

_LIST = re.compile(
    r"""
    (?: (?:[^\W\d_][\w-]{1,20}\s)? [^\W\d_][\w-]{1,20}                # a member of one or two words
        (?: \s?[,/&]\s? (?:(?:and|or|und|et|y|e)\s)? | \s(?:and|or|und|et|y|e)\s )
    ){1,8}
    (?: [^\W\d_][\w-]{1,20}\s)? [^\W\d_][\w-]{1,20} $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MEMBER = re.compile(r"[^\W\d_][\w-]*(?:\s(?!(?:and|or|und|et|y|e)\b)[^\W\d_][\w-]*)?")
_CONJUNCTIONS = frozenset({"and", "or", "und", "et", "y", "e"})
_BEFORE = 140
"""Letters before the shared word in which its list is looked for."""


def read_shortened(text: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of each member but the last, and the member with the shared word: `regression testing`.

    Of a member of two words also the last alone (`Write unit`: `Write unit testing`, `unit testing`).
    """
    if " test" not in text:
        return
    for shared in _SHARED.finditer(text):
        begin = max(0, shared.start() - _BEFORE)
        found = _LIST.search(text, begin, shared.start())
        if found is None:
            continue
        for part in re.finditer(r"[^,/&]+", found[0]):
            for member in _MEMBER.finditer(part[0]):
                end = found.start() + part.start() + member.end()
                words = [word for word in member[0].split() if word.lower() not in _CONJUNCTIONS]
                if end == found.end():
                    continue  # it has its word
                for first in range(len(words)):
                    kind = " ".join(words[first:])
                    yield end - len(kind), end, f"{kind} testing"
