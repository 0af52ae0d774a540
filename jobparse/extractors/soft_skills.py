"""Soft skills that a post asks for: communication, teamwork, attention to detail …"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..candidates import Candidate
from ..document import Document, Line
from ..patterns import lazy
from ..readers.lexicon import lexicon
from ..readers.soft_skill_lists import ENDS, read_soft_lists

FIELDS: tuple[str, ...] = ("soft_skills",)

_PHRASES = lexicon("soft_skills.txt")
TRIGGERS: tuple[str, ...] = (*(phrase.replace("İ", "i") for phrase in _PHRASES.phrases), *ENDS)

_ASKED = frozenset({"requirements", "nice_to_have", "skills"})
"""Kinds of section whose every line speaks of the candidate."""

_WEIGHED = frozenset({"role", "other", "header", "responsibilities", ""})
"""Kinds of section in which a line counts that asks for somebody."""


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """One candidate for each phrase in what is asked of the candidate."""
    for line in lines:
        if line.block == "heading" or not (line.section in _ASKED or line.section in _WEIGHED):
            continue
        if line.section in _WEIGHED and not _asks(line):
            continue
        found = [*_PHRASES.find(line.text), *read_soft_lists(line.text)]
        for kind, start, end in sorted(found, key=lambda one: one[1]):
            of_place = line.section in _WEIGHED and _PLACE.match(line.text, end)
            others = of_place or _is_taught(line.text, start) or _is_offered(line.text, start)
            rule = f"soft_skills.{line.section}"
            refused = _OTHERWISE if others else ""
            yield Candidate("soft_skills", kind, (line.span(start, end),), rule, refused=refused)


def _asks(line: Line) -> bool:
    """Whether a line outside of lists of requirements asks for somebody: `we look for`, `… skills`."""
    return _seeks(line.text)


def _seeks(text: str) -> bool:
    return any(cue.kind == "sought" for cue in lexicon("sought.txt").find(text))


_OTHERWISE = "what the firm or others do, or may learn"

_REACH = 120
"""Letters before a phrase in which the words are looked for that make it another's."""

_SHORTEST = 2
"""Letters of the shortest such word: `we`."""

_PLACE = lazy(
    r"(?<!team)(?:,?\s(?:and\s)?(?!(?:in|on|with|across|within|for|to|of|by|our|the|a|an)\b)[\w-]{1,20})?"
    r"\s(?:teams?|environment|culture|company|atmosphere|workplace|workspace)\b"
    r"(?!\s?-?(?:player|member|worker|lead|spirit|oriented|skill))",
    re.IGNORECASE,
)
"""Nouns behind a phrase that make it the place's, in what does not only speak of the candidate: `a collaborative team`."""

_TAUGHT = lazy(
    r"[^.;:]{0,60}?\bskills\s(?:workshops?|trainings?|courses?|classes|sessions?|tests?|assessments?|program(?:me)?s?|matrix"
    r"|of\s(?:(?:your|our|the|all|their)\s)?(?:students|pupils|children|learners|team|staff|clients|patients|residents|employees|others))\b",
    re.IGNORECASE,
)
"""What makes skills a subject of lessons, or others': `presentation skills workshops`, `the social skills of children`."""

_FAR = 70
"""Letters in which the `skills` of lessons stand."""

_OFFERED = lazy(
    r"""
    \b(?: we(?!(?:'re|'ve|'ll|'d|\sare|\shave|\swould|\swill)?\s(?:also\s|really\s|always\s|currently\s|now\s|only\s)?
          (?:need|require|value|appreciate|ask|hir(?:e|ing)|hope|like|look|seek|want|expect|search(?:ing)?|prefer|welcome|wish|recruiting|after)\b)
          (?:'re|'ve|'ll)?(?![\w-])
      | (?<!suchen\s)(?<!erwarten\s)(?<!brauchen\s)(?<!wünschen\s)(?<!benötigen\s)(?<!legen\s)(?<!setzen\s)(?<!stellen\s)
        wir(?!\s(?:brauchen|benötigen|wünschen|verlangen|fordern|legen|setzen|freuen|stellen|begrüßen|uns\swünschen)\b)(?![\w-])
      | nous(?!\s(?:attendons|demandons|souhaitons|apprécions|exigeons|recrutons|embauchons|voulons|attachons|avons\sbesoin)\b)(?![\w-])
      | (?:nosotros|noi|wij|unser\steam|our\steam|notre\séquipe|nuestro\sequipo|nosso\stime|nossa\sequipe|ons\steam)(?![\w-])
      | (?:opportunit(?:y|ies)|chances?|freedom|encouraged|Möglichkeit|Gelegenheit|Freiraum|possibilité|liberté|oportunidad(?:e|es)?)
        (?:,\s|,?\s(?:to|zu[mr]?|de|para|of)\s|\sd')
      | (?:help|teach|coach|train|assist)(?:ing|e?s)?\s(?:[\w'-]{1,20}\s){0,6}(?:their|learn|develop|improve)\s   # what others shall learn
      | (?:enabl|empower|allow|help|lett?)(?:es|s|ing|e)?\s(?:our\s|the\s)?(?:users|customers|clients|businesses|companies|organi[sz]ations
        |teams|patients|students|children|individuals|learners)\s(?:to\s)?(?:\w{2,12}\s)?$
      | you(?:'ll|\swill)\s(?:[a-z]{1,12}\s){0,2}(?:learn|grow|develop|improve|gain|receive)\b
      )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words behind which a sentence tells what the firm or its clients do, or what one may do there."""

_TURNED = lazy(
    r"""
    \b(?: who|you|your|yours|du|dich|dein\w{0,2}|Sie|Ihre?[nrms]?|vous|votre|tu|usted|você|candidat\w{1,6}|Bewerber\w{0,5}|he|she|they
      | applicants?|value|person|persona|pessoa|someone|somebody|skills|experience|abilit(?:y|ies)
      | (?:as|for)\san? | als | so )\b
    | [.!?;:•·\t]\s | \s[-–—|]\s
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words behind which it speaks of the candidate again, and ends of a sentence."""

_ENDS = (". ", "! ", "? ", "; ", ": ")
"""The commonest of those."""


def _is_taught(text: str, start: int) -> bool:
    return "skills" in text[start : start + _FAR].lower() and _TAUGHT.match(text, start) is not None


def _is_offered(text: str, start: int) -> bool:
    """Whether the sentence that leads to a phrase is about the firm or others: `We work …`, `the opportunity to …`."""
    if start < _SHORTEST:
        return False
    first = max(0, start - _REACH)
    for end in _ENDS:  # what a sentence before this one says is over
        first = max(first, text.rfind(end, first, start))
    told = [*_OFFERED.finditer(text, first, start)]
    if not told or _TURNED.search(text, told[-1].end(), start):
        return False
    return not _seeks(text[told[-1].start() : start])
