"""Mail addresses that are spelt out so that no machine reads them: `jobs [at] example (dot) org`, `jobs(at)example.org`."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..patterns import lazy

_PLAIN_SIGN = " dot "
SIGNS = ("(at)", "[at]", "{at}", "( at )", "[ at ]", "[arroba]", "(arroba)", _PLAIN_SIGN)
"""Without one of these (in small letters) a text has none."""

_DOT = r"(?:\.|[ ]?[\[({][ ]?(?:dot|punkt|punto|point|ponto|punt)[ ]?[\])}][ ]?)"
_SPELLED = lazy(
    rf"(?<![\w.+-])(?P<box>[\w+-]{{1,40}}(?:{_DOT}[\w+-]{{1,40}}){{0,3}})[ ]?[\[({{][ ]?(?:at|arroba)[ ]?[\])}}][ ]?"
    rf"(?P<host>[a-z0-9-]{{1,63}}(?:{_DOT}[a-z0-9-]{{2,63}}){{1,4}})",
    re.IGNORECASE,
)
_PLAIN = lazy(
    r"""
    (?: \b (?:e-?mail|mail|write|cv|resume|résumé) [:]? [ ] (?:(?:us|me)[ ])? (?:(?:to|at)[ ])?
        (?! (?:us|me|him|her|them|it|out|more|here|to|apply|work|based)[ ]at ) | \be?-?mail[ ](?:to|at)[ ] (?=apply[ ])
      | (?<![\w.+-]) (?<!\b(?:our|the|all|and|for|any)[ ]) (?<!\b(?:my|of|in)[ ]) (?<!\b(?:your|said|open|many)[ ]) (?<!first[ ])
        (?= (?:jobs?|careers|hello|hi|hiring|hey|hr|contact|talent|hn|recruiting)[ ] ) )
    (?P<box> [\w+.-]{1,40} ) [ ] at [ ] (?P<host> [\w-]{1,63} ) [ ] dot [ ]
    (?P<top> com | org | net | io | ai | dev | app | co | tech | me | eu | de | fr | es | nl | ch | uk | ca | us | edu | gov | xyz ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""`write to ada at example dot org`: an address behind a word of mail, or a desk's; not `reach us at example dot org`."""

_DOTS = lazy(_DOT, re.IGNORECASE)


class Spelled(NamedTuple):
    """An address as it is meant, and `text[start:end]` that spells it."""

    address: str
    start: int
    end: int


def find_spelled(text: str) -> Iterator[Spelled]:
    """Each address that a text spells out, in order."""
    low = text.lower()
    if _PLAIN_SIGN in low:
        for match in _PLAIN.finditer(text):
            if match["host"][:1].isupper() and not match["box"].isupper():
                continue  # `jobs at Example dot com`: the firm's name
            yield Spelled(f"{match['box']}@{match['host']}.{match['top']}", match.start("box"), match.end())
    if any(sign in low for sign in SIGNS):
        for match in _SPELLED.finditer(text):
            box, host = (_DOTS.sub(".", match[part]) for part in ("box", "host"))
            yield Spelled(f"{box}@{host}", *match.span())
