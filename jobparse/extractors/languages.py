"""Natural languages asked of the candidate, with the level where one is told."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ..candidates import Candidate
from ..document import Document, Fact, Line, Span
from ..literals import Gated
from ..patterns import lazy
from ..record import Language
from ..vocab.lists import any_word, read_lists, words

FIELDS = ("languages",)

_TABLE = {name: code for code, names in read_lists("languages.txt").items() for name in names}
"""Name (`*` for any ending) → code."""

TRIGGERS = tuple(name.rstrip("*") for name in _TABLE)

_NAME = any_word(_TABLE)

_LEVELS = ("native", "fluent", "working", "basic")
_WORDS = "language_levels.txt"

_REACH = 70
"""Characters around a language's name in which its level and its meaning stand."""

_OUTSIDE = {"diversity", "legal", "benefits"}
"""Sections in which a language is a perk or a fact about papers."""

_ASKING = {"requirements", "nice_to_have", "skills"}

_CLAUSE = lazy(r"(?<!\bmin)(?<!\bmind)(?<!\bz\.B)(?<!\be\.g)[.;!?•](?:\s|$)|[。；]")
_JOINT = lazy(r"[\s,/&|()-]{0,4}(?:(?:and|or|and/or|und|oder|et|ou|y|o|e|ed|en|e/ou|y/o|或|和|以及)\s{1,2})?", re.IGNORECASE)
_JOINTS = lazy(r"\b(?:and|or|und|oder|et|ou|y|o|e)\b", re.IGNORECASE)
"""What else an item holds that names nothing but languages."""
_COMMA = lazy(r"\s?,\s{0,2}")
_SPLIT = lazy(r"[,;:/|]|\s-\s|\b(?:and|or|but|und|oder|aber|et|mais|y|o|e|ou|pero|mas)\b", re.IGNORECASE)
_CEFR = lazy(r"(?<!\w)[ABC][12](?:[ ]?[-/+][ ]?[ABC]?[12])?\+?(?!\w)")
_WISHED_LEVEL = lazy(
    r"\((?:an?\s)?(?:near[ -])?(?:native|fluent|fluency|bilingual|mother tongue|[ABC][12])"
    r"(?:\s(?:level|speakers?|is|strongly|highly|proficiency|fluency|or\shigher|or\sabove)){0,3}"
    r"\s(?:preferred|preferable|(?:a|is a) plus|ideal|ideally|desirable|desired)\)",
    re.IGNORECASE,
)
"""`fluent Japanese (native preferred)`: the better level is wished for, not the language."""
_NEXT = lazy(r"(?:[ -]?[\w']{1,24}){0,3}")
_PREVIOUS = lazy(r"(?:[\w']{1,24}[ -]){0,2}$")

_EVERYDAY = {"polish"}
"""Names that are everyday words in small letters."""


class _Mention(NamedTuple):
    """A language's name with its clause, and the part of the clause that speaks of this language (or its run) only."""

    name: re.Match[str]
    clause: str
    before: str
    after: str


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """One candidate a mention."""
    for fact in document.facts_of("languages"):
        yield from _of_fact(document, fact)
    for line in lines:
        if line.section not in _OUTSIDE:
            yield from _of_line(line)


def _of_fact(document: Document, fact: Fact) -> Iterator[Candidate]:
    text = document.view[fact.span.start : fact.span.end]
    for mention in _mentions(text):
        span = Span(fact.span.start + mention.name.start(), fact.span.start + mention.name.end())
        value = Language(_code(mention.name[0]), _level(mention), not _preferred(mention))
        yield Candidate("languages", value, (span,), "languages.fact", "stated", _refusal(text, mention))


def _of_line(line: Line) -> Iterator[Candidate]:
    text = _without_wished(line.text)
    found = [(mention, _level(mention), _preferred(mention)) for mention in _mentions(text)]
    alone = line.section in _ASKING and bool(found) and not any(map(str.isalpha, _JOINTS.sub(" ", _NAME.sub(" ", text))))
    levelled = any(level for _, level, _ in found)  # 'German (B2) and English': the one vouches for the other
    for mention, level, preferred in found:
        wished = alone or ((preferred or levelled) and line.section in _ASKING)
        if level is None and not wished and not words(_WORDS, "asked").search(mention.clause):
            continue
        if words(_WORDS, "other things").fullmatch(mention.name[0]) and not words(_WORDS, "speech").search(mention.clause):
            continue  # `Georgian and Victorian architecture`
        required = line.section != "nice_to_have" and not preferred
        value = Language(_code(mention.name[0]), level, required)
        span = line.span(*mention.name.span())
        yield Candidate("languages", value, (span,), "languages.sentence", "pattern", _refusal(line.text, mention))


def _without_wished(text: str) -> str:
    """A text with the better levels blanked that stand behind a level; `German (C1 preferred)` tells no other."""
    blanked = _WISHED_LEVEL.sub(lambda wish: " " * len(wish[0]), text) if "(" in text else text
    return blanked if blanked == text or any(map(_level, _mentions(blanked))) else text


# --- where a clause begins and ends -----------------------------------------------------------------------------


def _mentions(text: str) -> Iterator[_Mention]:
    """The languages of a text; those of a list ('English and German') share what is said around the list."""
    names = list(_NAME.finditer(text))
    runs = _runs(text, names)
    for at, run in enumerate(runs):
        low, high = max(0, run[0].start() - _REACH), min(len(text), run[-1].end() + _REACH)
        low = max([low, *(stop.end() for stop in _CLAUSE.finditer(text, low, run[0].start()))])
        stop = _CLAUSE.search(text, run[-1].end(), high)
        high = stop.start() if stop else high
        own_low = max(low, _cut(text, runs[at - 1][-1].end(), run[0].start())) if at else low
        own_high = min(high, _cut(text, run[-1].end(), runs[at + 1][0].start())) if at + 1 < len(runs) else high
        for name in run:
            yield _Mention(name, text[low:high], text[own_low : run[0].start()], text[run[-1].end() : own_high])


def _runs(text: str, names: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """Names in lists. A mere comma joins only where an 'and' follows: 'English, German is a plus' are two."""
    joints = [text[one.end() : other.start()] for one, other in pairwise(names)]
    joined = [bool(_JOINT.fullmatch(joint)) for joint in joints]
    for at in reversed(range(len(joints))):
        if _COMMA.fullmatch(joints[at]):
            joined[at] = at + 1 < len(joints) and joined[at + 1]
    runs: list[list[re.Match[str]]] = []
    for at, name in enumerate(names):
        if at and joined[at - 1]:
            runs[-1].append(name)
        else:
            runs.append([name])
    return runs


def _cut(text: str, start: int, end: int) -> int:
    """Where the words between two languages stop to speak of the first: at their last joint."""
    return max((match.start() for match in _SPLIT.finditer(text, start, end)), default=end)


# --- what is said of a language ----------------------------------------------------------------------------------


def _level(mention: _Mention) -> str | None:
    """The CEFR code, else the strongest level that is told."""
    cefr = _CEFR.search(mention.after) or _CEFR.search(mention.before)
    if cefr:
        return cefr[0].replace(" ", "")
    around = words(_WORDS, "prefers").sub(" ", f"{mention.before}\0{mention.after}")
    sure = {_level_of(match[0]) for match in _level_words().finditer(around)}
    return next((level for level in _LEVELS if level in sure), None) or _beside(around)


def _beside(around: str) -> str | None:
    """The level that an adjective tells: only words of skill may stand between it and the language."""
    before, _, after = around.partition("\0")
    for level in ("fluent", "working"):
        adjectives = words(_WORDS, f"{level} adjective")
        for match in adjectives.finditer(before):
            if _only_between(before[match.end() :]):
                return level
        for match in adjectives.finditer(after):
            if _only_between(after[: match.start()]):
                return level
    return None


def _only_between(text: str) -> bool:
    return not words(_WORDS, "between").sub("", text).strip(" ,:/&()'\"+-*")


def _preferred(mention: _Mention) -> bool:
    return bool(words(_WORDS, "prefers").search(f"{mention.before} \0 {mention.after}"))


def _refusal(text: str, mention: _Mention) -> str:
    """Why a language is not asked of the candidate; empty where nothing speaks against it."""
    name = mention.name
    if name[0] in _EVERYDAY:
        return "an everyday word here"
    denied = words(_WORDS, "not asked").search(mention.after)
    if denied and not _preferred(mention):
        return f"'{denied[0]}'"
    before, after = _PREVIOUS.search(text[max(0, name.start() - 40) : name.start()]), _NEXT.match(text, name.end())
    near = f"{before[0] if before else ''}{name[0]}{after[0] if after else ''}"
    other = words(_WORDS, "refuses").search(near)
    return f"'{other[0]}': not asked of the candidate" if other else ""


@cache
def _level_words() -> Gated:
    """The words of all levels in one pattern: `working proficiency` is not read as `proficiency`."""
    return any_word(entry for level in _LEVELS for entry in read_lists(_WORDS)[level])


@cache
def _level_of(written: str) -> str:
    return next(level for level in _LEVELS if words(_WORDS, level).fullmatch(written))


@cache
def _code(written: str) -> str:
    name = written.lower()
    if name in _TABLE:
        return _TABLE[name]
    return next(code for known, code in _TABLE.items() if known.endswith("*") and name.startswith(known[:-1]))
