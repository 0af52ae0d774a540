"""What tells Markdown from plain text."""
from __future__ import annotations

import re
from itertools import islice

from ..patterns import lazy

_SIGNS = (  # what it is called, literals without which it cannot be there, its shape
    ("`#` headings", ("#",), lazy(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)),
    ("links", ("]",), lazy(r"\]\((?:https?://|mailto:|/|#|www\.)")),
    ("emphasis", ("**",), lazy(r"\*\*[^\s*][^*\n]{0,300}\*\*")),
    ("emphasis", ("__",), lazy(r"(?<!\w)__(?=[A-Z]|\w[^_\n ]{0,40}[ :])[^_\n]{1,300}__(?!\w)")),
    ("escaped punctuation", ("\\",), lazy(r"\\[-_*.+#!()\[\]&]")),
    ("fenced code", ("`", "~"), lazy(r"^(?:```|~~~)", re.MULTILINE)),
    ("underlined headings", ("---", "==="), lazy(r"(?<=[^\s|])[ \t]{0,4}\n[=-]{3,99}[ \t]*$", re.M)),
    ("tables", ("|",), lazy(r"^\|?[ ]{0,9}:?-{2,99}:?[ ]{0,9}\|[ |:-]{0,400}$", re.MULTILINE)),
    ("images", ("]",), lazy(r"!\[[^\]\n]{0,300}\]\(")),
)
_ENOUGH = 2
"""Signs after which nobody looks for more."""


def signs_of(text: str) -> tuple[list[str], int]:
    """What a text has of Markdown, in words, and how many signs were met (counted up to two)."""
    words: list[str] = []
    count = 0
    for word, literals, shape in _SIGNS:
        if any(literal in text for literal in literals):
            found = sum(1 for _ in islice(shape.finditer(text), _ENOUGH))
            if found and word not in words:
                words.append(word)
            count += found
            if count >= _ENOUGH:
                break
    return words, count
