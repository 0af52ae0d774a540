"""Whether a security clearance is asked for."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..candidates import Candidate
from ..document import Document, Line

FIELDS = ("security_clearance",)
TRIGGERS = ("clearance", "ts/sci", "sicherheitsüberprüfung", "sicherheitsfreigabe", "habilitation", "polygraph", "public trust")

_CLEARANCE = re.compile(
    r"""
    (?<!\w) (?: (?:active|current|valid|security|secret|government|federal|dod|sc|dv|nato|baseline|nv1|nv2|obtain(?:able)?|clearance[ ]level:?|
        interim|top[ ]secret|ts/sci|doe|l|q|hold|have|eligible[ ]for(?:[ ]an?)?|require[sd]?(?:[ ]an?)?) [ ] (?:security[ ])? clearances?
      | ts/sci | sicherheitsüberprüfung | sicherheitsfreigabe | habilitation[ ](?:secret|défense|de[ ]sécurité) | full[ -]scope[ ]poly(?:graph)?
      | public[ ]trust[ ](?:clearance|position|suitability) | security[ ]clearance | clearance[ ](?:is[ ])?required )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:no|not|without|doesn't|does not|don't|do not|isn't|never)\b[^.;]{0,40}$|\b(?:customs|medical|credit|price|price-|stock|drug|fire)\b[ -]{0,2}$",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(r"^[^.;]{0,30}\b(?:not (?:be )?(?:required|needed|necessary)|sale|process for other)\b", re.IGNORECASE)


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """One candidate a sentence that asks for a clearance."""
    for fact in document.facts_of("clearance"):
        if fact.value.strip().lower() not in {"no", "false", "not required"}:
            yield Candidate("security_clearance", True, (fact.span,), "clearance.fact", "stated")
    for line in lines:
        for match in _CLEARANCE.finditer(line.text):
            denied = _NOT.search(line.text[max(0, match.start() - 50) : match.start()]) or _NOT_AFTER.search(line.text[match.end() : match.end() + 50])
            refused = "said not to be needed" if denied else ""
            if line.section in {"diversity", "legal"}:
                refused = refused or "a clause about all applicants"
            yield Candidate("security_clearance", True, (line.span(*match.span()),), "clearance.sentence", "pattern", refused)
