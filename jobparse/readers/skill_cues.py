"""Phrases around names of skills: `experience with` before, `developer` behind, `a plus`, `degree in`."""
from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from ..vocab.lists import read_lists


_FIRST_CJK = "\u2e80"
"""Chinese and Japanese are written without blanks."""


class Cue(NamedTuple):
    """One phrase found: its kind (a heading of `vocab/skill_cues.txt`) and where it stands."""

    kind: str
    start: int
    end: int


class _Phrases(NamedTuple):
    """The automaton over all phrases; for each its kinds, and whether more letters may follow."""

    automaton: AhoCorasick
    kinds: list[tuple[str, ...]]
    open: list[bool]


@cache
def _phrases() -> _Phrases:
    kinds: dict[str, list[str]] = {}
    for kind, phrases in read_lists("skill_cues.txt").items():
        for phrase in phrases:
            kinds.setdefault(phrase.lower(), []).append(kind)
    stems = [phrase.rstrip("*") for phrase in kinds]
    open_ended = [phrase.endswith("*") for phrase in kinds]
    return _Phrases(AhoCorasick(stems), [tuple(found) for found in kinds.values()], open_ended)


def read_cues(text: str) -> list[Cue]:
    """The phrases of a text as whole words, by place; a longer phrase of a kind hides shorter ones inside it."""
    phrases = _phrases()
    lowered = text.replace("İ", "i").lower()
    found: list[tuple[int, int, str]] = []
    size = len(lowered)
    for pattern, start, end in phrases.automaton.find_matches_as_indexes(lowered, overlapping=True):
        if start and lowered[start - 1].isalnum() and lowered[start] < _FIRST_CJK and lowered[start].isalnum():
            continue
        if end < size and lowered[end].isalnum() and not phrases.open[pattern] and lowered[end - 1] < _FIRST_CJK:
            continue
        found.extend([(start, -end, kind) for kind in phrases.kinds[pattern]])
    return _outer(sorted(found, key=lambda cue: (cue[0], cue[1], cue[2] != "void")))


def _outer(found: Sequence[tuple[int, int, str]]) -> list[Cue]:
    cues: list[Cue] = []
    reach: dict[str, int] = {}
    for start, minus_end, kind in found:
        if -minus_end > max(reach.get(kind, 0), reach.get("void", 0)):
            cues.append(Cue(kind, start, -minus_end))
        reach[kind] = max(reach.get(kind, 0), -minus_end)
    return [cue for cue in cues if cue.kind != "void"]
