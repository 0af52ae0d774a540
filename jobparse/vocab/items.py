"""The vocabulary of items: words by which a list item or a paragraph tells what it is without a heading."""
from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from .headings import plain

_NEVER = re.compile(r"(?!)")


class Cues(NamedTuple):
    """What betrays one kind: its first words, words anywhere, last words; `stems` stand in every such text."""

    begins: frozenset[str]
    anywhere: re.Pattern[str]
    ends: tuple[str, ...]
    stems: tuple[str, ...]


@cache
def cues() -> dict[str, Cues]:
    """Kind → its cues, read once.

    Raises ValueError with the line number where a line stands under no head of the form `[kind place]`.
    """
    found: dict[str, dict[str, list[str]]] = {}
    kind = place = ""
    for number, line in enumerate(files(__package__).joinpath("items.txt").read_text("utf-8").splitlines(), 1):
        line = line.strip()
        if line.startswith("["):
            kind, _, place = line[1:-1].partition(" ")
        elif line and not line.startswith("#"):
            if place not in ("verbs", "begins", "anywhere", "ends"):
                raise ValueError(f"items.txt:{number}: {line!r} stands under no [kind place]")
            found.setdefault(kind, {}).setdefault(place, []).append(plain(line))
    return {kind: _compiled(places) for kind, places in found.items()}


def _compiled(places: dict[str, list[str]]) -> Cues:
    begins = {form for verb in places.get("verbs", ()) for form in _forms(verb)} | {*places.get("begins", ())}
    anywhere, ends = places.get("anywhere", []), places.get("ends", [])
    stems = _stems([*anywhere, *ends, *places.get("begins", ())])
    return Cues(frozenset(begins), _alternatives(anywhere), tuple(ends), stems)


def _stems(phrases: list[str]) -> tuple[str, ...]:
    """Words of which each phrase has one: those that most phrases share."""
    words = [[word for word in phrase.replace("(", "").replace(")", "").split() if len(word) > 3 or not word.isascii()]
             or [phrase] for phrase in phrases]
    shared = Counter(word for parts in words for word in parts)
    best = {max(parts, key=lambda word: (shared[word], word)) for parts in words}
    return tuple(sorted(stem for stem in best if not any(other in stem for other in best if other != stem)))


def _forms(verb: str) -> tuple[str, str, str, str]:
    """design → design, designs, designing, designed's like for the other spellings of English verbs."""
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    third = verb[:-1] + "ies" if verb[-1] == "y" and verb[-2] not in "aeou" else verb + "s"
    hissing = verb + "es" if verb.endswith(("s", "x", "ch", "sh")) else third
    doubled = stem + stem[-1] + "ing"  # planning, running: harmless where the word does not exist
    return verb, hissing, stem + "ing", doubled


def _alternatives(phrases: list[str]) -> re.Pattern[str]:
    """One pattern for all phrases, longest first: whole words in Latin letters, anywhere in other scripts."""
    if not phrases:
        return _NEVER
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    latin = "|".join(re.escape(phrase) for phrase in ordered if phrase.isascii())
    other = "|".join(re.escape(phrase) for phrase in ordered if not phrase.isascii())
    parts = [rf"(?<!\w)(?:{latin})(?!\w)"] * bool(latin) + [other] * bool(other)
    return re.compile("|".join(parts))
