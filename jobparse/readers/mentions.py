"""Names of the skill vocabulary in a text, and what the readers of skills know of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from ..patterns import lazy
from ..record import SkillCategory
from ..vocab.lists import read_lists
from .lexicon import Cue


class Mention(NamedTuple):
    """A name of the skill vocabulary in a text."""

    start: int
    end: int
    name: str  # canonical
    category: SkillCategory
    needs: str  # "", `context` or `capital`: see `vocab.skills`
    backed: bool = False  # whether the post names one of its families beyond doubt
    families: tuple[str, ...] = ()  # names of the families it belongs to


class Place(NamedTuple):
    """Where the text stands."""

    section: str  # kind of section
    block: str  # kind of block; `fact` for a value of the front matter
    listing: bool = False  # a list of names by itself: tags, a labelled line `Skills: …`


class Reading(NamedTuple):
    """A text with what was read in it."""

    text: str
    mentions: Sequence[Mention]
    place: Place
    leads: Sequence[Cue]  # `experience with`, `using`
    tails: Mapping[int, int]  # where words such as `developer` begin and end


ABSTRACT = frozenset({"concept", "domain", "method"})
"""Categories of fields and ways of work, whose names are plain words."""

LISTS_OF_SKILLS = frozenset({"requirements", "nice_to_have", "skills"})
"""Kinds of section in which an item may be nothing but a name, and a cue may stand farther off."""

SENTENCE_END = lazy(r"[.!?;](?:\s|$)")
WORD = lazy(r"[^\W_][\w.+#'-]{0,40}")


@cache
def words_of(name: str) -> frozenset[str]:
    return frozenset(read_lists("skill_words.txt")[name])
