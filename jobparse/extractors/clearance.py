"""Whether a security clearance is asked for."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..candidates import Candidate
from ..document import Document, Line
from ..patterns import lazy

FIELDS = ("security_clearance",)
TRIGGERS = (
    "clearance", "classified",
    "ts/sci", "polygraph", "public trust", "sicherheitsüberprüfung", "sicherheitsfreigabe", "habilitation",
    "habilitación de seguridad", "credenciamento de segurança",
)

_CLEARANCE = lazy(
    r"""
    (?<!\w) (?:
        (?: active|current|valid|security|secret|government|federal|dod|sc|dv|nato|baseline|nv1|nv2|obtain(?:able)?
          | clearance[ ]level:?|interim|top[ ]secret|ts/sci|doe|l|q|hold|have|eligible[ ]for(?:[ ]an?)?|public[ ]trust )
          [ ] (?:security[ ])? clearances?
      | clearance[ ](?:is[ ])?required | clearance[ ]requirements?
      | ts/sci | full[ -]scope[ ]poly(?:graph)? | public[ ]trust[ ](?:position|suitability)
      | eligib(?:le|ility)[ ][a-z ]{0,40}access[ ]to[ ]classified[ ](?:information|matters?|materials?|data)
      | (?:erweiterte[ ])?sicherheitsüberprüfung | sicherheitsfreigabe
      | habilitation[ ](?:secret|défense|de[ ]sécurité|confidentiel) | habilitación[ ]de[ ]seguridad
      | credenciamento[ ]de[ ]segurança
    ) (?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOT_BEFORE = lazy(
    r"\b(?:no|not|without|doesn't|don't|isn't|never|whether or not|regardless"
    r"|keine|kein|ohne|sans|pas d'|pas de|sin|sem|não)\b"
    r"[^.;]{0,40}$"
    r"|\b(?:customs|medical|credit|price|stock|drug|fire)\b[ -]{0,2}$",
    re.IGNORECASE,
)
_NOT_AFTER = lazy(
    r"\s?:\s?(?:no|none|nein|non|não|n/a)\b|\b(?:not (?:be )?(?:required|needed|necessary)"
    r"|nicht erforderlich|pas nécessaire|no es necesaria|sale\b|process for other)",
    re.IGNORECASE,
)
_WISH = lazy(
    r"\b(?:preferred|preferably|a plus|nice to have|desir(?:ed|able)|bonus|ideally|an asset"
    r"|von vorteil|un atout|deseable|desejável)\b",
    re.IGNORECASE,
)
_NO = {"no", "false", "not required", "not needed", "nein", "non", "não"}
_CLAUSE = lazy(r"[.;!?](?:\s|$)")
_REACH = 50
"""Characters around the name of a clearance in which words say that it is none, or only wished for."""


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """One candidate a sentence that asks for a clearance."""
    for fact in document.facts_of("clearance"):
        if fact.value.strip().strip(".").lower() not in _NO:
            refused = "only a wish" if _WISH.search(fact.value) else ""
            yield Candidate("security_clearance", True, (fact.span,), "clearance.fact", "stated", refused)
    for line in lines:
        for match in _CLEARANCE.finditer(line.text):
            span, refused = line.span(*match.span()), _refusal(line, match)
            yield Candidate("security_clearance", True, (span,), "clearance.sentence", "pattern", refused)


def _refusal(line: Line, match: re.Match[str]) -> str:
    before = line.text[max(0, match.start() - _REACH) : match.start()]
    after = line.text[match.end() : match.end() + _REACH]
    stop = _CLAUSE.search(after)
    after = after[: stop.start()] if stop else after
    if _NOT_BEFORE.search(before) or _NOT_AFTER.search(after):
        return "said not to be needed, or something else is cleared"
    if line.section == "nice_to_have" or _WISH.search(after):
        return "only a wish"
    if line.section == "diversity":
        return "a clause about all applicants"
    return ""
