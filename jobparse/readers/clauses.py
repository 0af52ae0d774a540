"""Sentences and clauses within one line: where what is said of a word begins and ends."""
from __future__ import annotations

from ..patterns import lazy

_SENTENCE_END = lazy(r"[.!?;](?=\s|$)|\s\|\s|·|•|\t")
_ABBREVIATION = lazy(
    r"(?:\b(?:U\.S|e\.g|i\.e|etc|St|Inc|Ltd|approx|incl|inkl|z\.B|bspw|ggf|evtl|mind|ca|d\.h|p\.ex|p\.ej|vs|No|Nr|bzw)|\b[A-Z]"
    r"|(?:^|[\s(])(?:[dipuvz]|u\.\s?a|o\.\s?ä|e))$"
)
_BEFORE = 400
"""Characters before a word in which the beginning of its sentence is looked for."""


def sentence_around(line: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of the sentence that holds `line[start:end]`, its closing mark included."""
    first = max(0, start - _BEFORE)
    begin = first
    for match in _SENTENCE_END.finditer(line, first, start):
        if match[0] != "." or not _ABBREVIATION.search(line, max(first, match.start() - 8), match.start()):
            begin = match.end()
    stop = min(len(line), end + _BEFORE)
    for match in _SENTENCE_END.finditer(line, end, stop):
        if match[0] != "." or not _ABBREVIATION.search(line, max(end, match.start() - 8), match.start()):
            return begin, match.end()
    return begin, stop
