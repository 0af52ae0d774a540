"""Soft skills that a post asks for: communication, teamwork, attention to detail …"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..candidates import Candidate
from ..document import Document, Line
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
            yield Candidate("soft_skills", kind, (line.span(start, end),), f"soft_skills.{line.section}")


def _asks(line: Line) -> bool:
    """Whether a line outside of lists of requirements asks for somebody: `we look for`, `… skills`."""
    return any(cue.kind == "sought" for cue in lexicon("sought.txt").find(line.text))
