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


def is_quoted(text: str, end: int) -> bool:
    """Whether a name that ends here is the firm of somebody who speaks for it: `Splunk's CISO says`."""
    return text.startswith("'s ", end) and _SPEAKER.match(text, end) is not None


_SPEAKER = lazy(
    r"""
    's\s (?:(?:former|own|global|current|Global|Deputy)\s)?
    (?: C[A-Z]{1,2}O | [SE]?VP | Chief\s[A-Z] | Vice\sPresident | President | Chairman | [Cc]o-?[Ff]ounders? | [Ff]ounders?
      | Head\sof | Director\sof
    )\b
    """,
    re.VERBOSE,
)
"""Whom a customer is quoted by."""
