"""Is a name another company's, which the text names as customer, backer, partner or former employer?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..patterns import lazy
from .lexicon import Cue, last_before

_PARTY = lazy(
    r"\b(?:compan(?:y|ies)|customers?|clients?|brands?|partners?|investors?|startups?|start-ups?|enterprises|"
    r"organi[sz]ations|businesses|firms|employers|leaders|Kunden|Unternehmen|entreprises|empresas"
    r"|clientes)\b",
    re.IGNORECASE,
)
_PARTY_REACH = 60
"""Letters before `such as` in which those stand whom it gives examples of."""

_EXAMPLES = frozenset(
    {"including", "included", "such as", "like", "e.g.", "e.g", "for example", "wie", "z.b.", "comme", "como"}
)


def names_others(text: str, cues: Sequence[Cue], start: int) -> bool:
    """Whether the last cue before a name says that companies follow: `trusted by`, `customers including`."""
    others, skill = last_before(text, cues, start, ("others",)), last_before(text, cues, start, ("ask", "use"))
    if others >= skill:
        return others > 0
    last = next((cue for cue in cues if cue.kind == "use" and cue.end == skill), None)
    if last is None or text[last.start : last.end].lower() not in _EXAMPLES:
        return False
    return _PARTY.search(text, max(0, last.start - _PARTY_REACH), last.start) is not None


def is_boasted(text: str, cues: Sequence[Cue], start: int) -> bool:
    """Whether the employer tells that it knows or serves what is named: `our clientele includes`."""
    return last_before(text, cues, start, ("boast",)) >= max(0, last_before(text, cues, start, ("ask",)))


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a name is the firm of somebody who leads it: `Splunk's CISO says`, `says …, CTO at MongoDB.`"""
    if text.startswith("'s ", end):
        return _SPEAKER.match(text, end) is not None
    before = text[max(0, start - _OFFICE) : start]
    return before.endswith((" at ", " of ")) and bool(_OFFICER.search(before) and _SAID.match(text, end))


_OFFICE = 12
"""Letters of an office and the word behind it."""
_OFFICER = lazy(r"\bC[A-Z]{1,2}O\s(?:at|of)\s$")
_SAID = lazy(r"\s*(?:$|[.,;!\")\]|:])|\s(?:and|who|says|said)\b")
"""What follows the firm; anything else is what the officer is of: `CTO of Salesforce projects`."""


_SPEAKER = lazy(
    r"""
    's\s (?:(?:former|own|global|current|Global|Deputy)\s)?
    (?: C[A-Z]{1,2}O | [SE]?VP | Chief\s[A-Z] | Vice\sPresident | President | Chairman | [Cc]o-?[Ff]ounders? | [Ff]ounders?
      | Head\sof | Director\sof
    )\b
    """,
    re.VERBOSE,
)
"""Who speaks for a firm."""
