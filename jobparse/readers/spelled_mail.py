"""Mail addresses that are spelt out so that no machine reads them: `jobs [at] example (dot) org`, `jobs(at)example.org`."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..patterns import lazy

SIGNS = ("(at)", "[at]", "{at}", "( at )", "[ at ]", "[arroba]", "(arroba)")
"""Without one of these (in small letters) a text has none."""

_DOT = r"(?:\.|[ ]?[\[({][ ]?(?:dot|punkt|punto|point|ponto|punt)[ ]?[\])}][ ]?)"
_SPELLED = lazy(
    rf"(?<![\w.+-])(?P<box>[\w+-]{{1,40}}(?:{_DOT}[\w+-]{{1,40}}){{0,3}})[ ]?[\[({{][ ]?(?:at|arroba)[ ]?[\])}}][ ]?"
    rf"(?P<host>[a-z0-9-]{{1,63}}(?:{_DOT}[a-z0-9-]{{2,63}}){{1,4}})",
    re.IGNORECASE,
)
_DOTS = lazy(_DOT, re.IGNORECASE)


class Spelled(NamedTuple):
    """An address as it is meant, and `text[start:end]` that spells it."""

    address: str
    start: int
    end: int


def find_spelled(text: str) -> Iterator[Spelled]:
    """Each address that a text spells out, in order."""
    low = text.lower()
    if any(sign in low for sign in SIGNS):
        for match in _SPELLED.finditer(text):
            box, host = (_DOTS.sub(".", match[part]) for part in ("box", "host"))
            yield Spelled(f"{box}@{host}", *match.span())
