"""Is a word meant as a skill? What stands around an ambiguous name: a list, a cue, a version, a whole item."""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from .skill_cues import Cue


class Mention(NamedTuple):
    """A name of the skill vocabulary in a text."""

    start: int
    end: int
    name: str  # canonical
    category: str
    needs: str  # "", `context` or `capital`: see `vocab.skills`
    backed: bool = False  # whether the post names one of its families beyond doubt
    families: tuple[str, ...] = ()  # names of the families it belongs to


class Place(NamedTuple):
    """Where the text stands."""

    section: str  # kind of section
    block: str  # kind of block; `fact` for a value of the front matter
    listing: bool = False  # a list of names by itself: tags, a labelled line `Skills: …`


_SMALL = frozenset(
    "and or und oder et ou y e o u and/or or/and sowie bzw as well also then etc like such i.e e.g eg e.g. i.e. etc. "
    "plus with similar including the a other others basic advanced some und/oder ou/et your our using 和 或 及 与 以及".split()
)
_WORD = re.compile(r"[^\W_][\w.+#'-]{0,40}")
_SEPARATOR = re.compile(r"[,/|&+;•·()、，；\[\]]|\b(?:and|or|und|oder|et|ou|y|e|o|u|sowie|bzw|and/or|as well as|plus)\b")
_SENTENCE = re.compile(r"[.!?;](?:\s|$)")
_VERSION = re.compile(r"\s?v?(?!(?:19|20)\d\d\b)\d{1,2}(?:\.[\dx]{1,2}){0,3}\+?(?![\w%]|\.\d)(?!\s?(?:years?|yrs?|months?|Jahre|ans|años|anos|hours?|days?|to|-))")
_YEAR = re.compile(r"\s?'?(?:(?:19|20)\d\d)\b")
_SUFFIX = re.compile(r"-(?:based|related|native|like|specific|powered|driven|Entwickl|Kenntniss|Programm|Skript|Framework|Erfahrung|Umgebung|Stack|Basis|Anwendung)", re.IGNORECASE)
_LEFT_OUT = frozenset("experience knowledge skills skill years strong good solid proficiency expertise basics basic advanced intermediate "
                      "expert working kenntnisse erfahrung conocimientos experiencia conhecimento experiência connaissances".split())

_GAP = 45
"""Letters between two names of one list, at most."""

_REACH = 60
"""Letters between a cue and the name it tells of, names in between not counted."""

_FAR = {"requirements": 8, "nice_to_have": 8, "skills": 8}
_NEAR = 4
"""Words between a cue and the name it tells of, by the kind of section; those of names not counted."""

_FEW = 2
"""Words of a line up to which a cue does not make a lone letter a skill: `Writing C` may be a row of marks."""

_KNOWING = frozenset(
    "experience skills skill knowledge expertise proficiency fundamentals basics concepts principles kenntnisse kenntnissen "
    "erfahrung".split()
) | {"best practices"}
"""Words behind the name of a field that say that somebody knows it; `app`, `developer` and such say it of tools only."""

_STRONG_TAILS = frozenset("developer developers engineer engineers programmer programming experience skills skill knowledge expertise proficiency framework scripts certification".split())


def read_usage(text: str, mentions: Sequence[Mention], cues: Sequence[Cue], place: Place) -> list[bool]:
    """For each mention, in order of place, whether it is meant as a skill."""
    used = [not mention.needs for mention in mentions]
    if all(used):
        return used
    tails = {cue.start: cue.end for cue in cues if cue.kind == "tail"}
    leads = [cue for cue in cues if cue.kind in ("ask", "use")]
    starts = {mention.start for mention in mentions}.union(tails)
    barred = [not mention.needs or _is_barred(text, mention) or _goes_on(text, mention, starts) for mention in mentions]
    whole = place.listing or _is_whole(text, mentions, place)
    for at, mention in enumerate(mentions):
        if not used[at] and not barred[at]:
            used[at] = whole or _is_told(text, mention, mentions, leads, tails, place)
    if all(used):
        return used
    listed = [
        _are_listed(text, before.end, after.start) for before, after in pairwise(mentions)
    ]  # whether each mention and the next stand in one list
    _count_lists(text, mentions, listed, barred, used, place)
    _count_families(mentions, barred, used)
    _spread(listed, barred, used)
    if not all(used) and _follow(text, mentions, cues, barred, used):
        _spread(listed, barred, used)
    return used


def _is_barred(text: str, mention: Mention) -> bool:
    """Whether the neighbouring characters make it a part of something else: `Go-to`, `C&A`, `box.com`, `R$`."""
    before, after = text[max(0, mention.start - 2) : mention.start], text[mention.end : mention.end + 20]
    if _is_year(text, mention):
        return True
    if before[-1:] in ("$", "€", "£", "@", "_", "\\") or after[:1] in ("$", "_", "@"):
        return True
    if before[-1:] == "-" and before[:1].isalnum() or after[:1] == "-" and after[1:2].isalpha() and not _SUFFIX.match(after):
        return True
    if after[:2] in ("'s", "’s") or after[:1] == "." and after[1:2].isalnum():
        return True
    if mention.end - mention.start == 1:
        return before[-1:] in ("&", "'", ".") or after[:1] in ("&", "'", "+", "#") or _INITIAL.match(after) is not None
    return False


def _goes_on(text: str, mention: Mention, starts: set[int]) -> bool:
    """Whether the next word makes it a verb or a part of another name: `editing permissions`, `Red Canary`.

    `starts`: where other names and words such as `developer` begin.
    """
    following = _NEXT_WORD.match(text, mention.end)
    if following is None or following.start(1) in starts:
        return False
    word, written = following[1], text[mention.start : mention.end]
    if written[0].isupper():
        return word[0].isupper() and word[1:2].islower() and " " not in written and not written.isupper()
    return written.endswith("ing") and " " not in written and word.islower() and word not in _AFTER_NOUNS


_NEXT_WORD = re.compile(r" ([^\W\d_][\w'-]{0,30})")
_AFTER_NOUNS = frozenset(
    "and or in for with on of at to is are as by from using through across techniques methods tools technologies concepts "
    "processes process best practices experience skills principles strategies systems services solutions models approaches "
    "algorithms a e y und et o ou que was will would would be may where within including such like etc".split()
)
_INITIAL = re.compile(r"\.\s?[A-Z]")


def _is_year(text: str, mention: Mention) -> bool:
    after = text[mention.end : mention.end + 2].lstrip(" '")
    return after[:1].isdigit() and _YEAR.match(text, mention.end) is not None


def _is_whole(text: str, mentions: Sequence[Mention], place: Place) -> bool:
    """Whether the text is nothing but names, in a part where such lists stand."""
    if place.section not in _FAR and not (place.block in ("item", "table") and place.section in ("other", "role", "responsibilities")):
        return False
    at, left = 0, []
    for mention in mentions:
        left += _WORD.findall(text, at, mention.start)
        at = mention.end
    left += _WORD.findall(text, at)
    return all(word.lower() in _SMALL or word.lower() in _LEFT_OUT or word[0].isdigit() for word in left)


def _is_told(
    text: str, mention: Mention, mentions: Sequence[Mention], leads: Sequence[Cue], tails: Mapping[int, int], place: Place
) -> bool:
    """Whether its version, the word behind it, a cue before it or its capital tell that it is a skill."""
    first = _is_first(text, mention.start)
    if mention.category not in ("concept", "domain", "method") and _VERSION.match(text, mention.end):
        return True
    if _has_tail(text, mention, tails, first):
        return True
    if place.block != "heading" and _is_proper(text, mention):
        if not first and (mention.needs == "capital" or mention.backed):
            return True
        if first and mention.needs == "capital" and place.section in _FAR and _goes_on_as_list(text, mention.end, tails):
            return True
    if mention.end - mention.start == 1 and len(text.split()) <= _FEW:
        return False
    return any([cue.end <= mention.start and _leads(text, cue, mention, mentions, place) for cue in leads])


def _is_first(text: str, start: int) -> bool:
    """Whether nothing but marks stands between the beginning of the sentence and it."""
    before = text[:start].rstrip(" \t\"'*(-–•·")
    return not before or before[-1] in ".!?:\n"


def _has_tail(text: str, mention: Mention, tails: Mapping[int, int], first: bool) -> bool:
    """`tails`: where words such as `developer` begin and end."""
    start = mention.end + (text[mention.end : mention.end + 1] in (" ", "-"))
    if start not in tails:
        return False
    word = text[start : tails[start]].lower()
    if mention.category in _ABSTRACT:
        return word in _KNOWING
    return not first or word in _STRONG_TAILS or word in _KNOWING


_ABBREVIATION = 5
"""Letters up to which a word in capitals is an abbreviation and not a shout."""


def _goes_on_as_list(text: str, end: int, tails: Mapping[int, int]) -> bool:
    """Whether what follows an item's first word makes the item a list and no sentence: `Snowflake or …`."""
    return end + 1 in tails or _LISTING.match(text, end) is not None


_LISTING = re.compile(r"\s*(?:$|[,/(&:+|–-]|(?:or|and|oder|und|ou|et|o|y|e)\s)")


def _is_proper(text: str, mention: Mention) -> bool:
    """Whether it has a capital of its own: not in a run of capitalised words, which may be another's name."""
    written = text[mention.start : mention.end]
    if not written.lstrip(".")[:1].isupper() or (written.isupper() and not 1 < len(written) <= _ABBREVIATION):
        return False
    if text[mention.end : mention.end + 1] == " " and text[mention.end + 1 : mention.end + 2].isupper():
        return False
    before = text[max(0, mention.start - _WORD_BEFORE) : mention.start].rstrip()
    last = before.rpartition(" ")[2]
    return not (len(last) > 1 and last[0].isupper() and last[-1].isalnum())


_WORD_BEFORE = 30
"""Letters in which the word before a name is looked for."""


def _leads(text: str, cue: Cue, mention: Mention, mentions: Sequence[Mention], place: Place) -> bool:
    """Whether a cue before a mention tells of it: no sentence ends and few words stand between."""
    between = text[cue.end : mention.start]
    if len(between) > 400 or _SENTENCE.search(between):
        return False
    inside = sum(other.end - other.start for other in mentions if cue.end <= other.start and other.end <= mention.start)
    if len(between) - inside > _REACH * (1 + (place.section in _FAR)):
        return False
    at, words = cue.end, 0
    for other in mentions:
        if cue.end <= other.start and other.end <= mention.start:
            words += _counted(text, at, other.start)
            at = other.end
    words += _counted(text, at, mention.start)
    limit = _FAR.get(place.section, _NEAR) if cue.kind == "ask" else 2
    return words <= limit


def _counted(text: str, start: int, end: int) -> int:
    return sum(word.lower() not in _SMALL for word in _WORD.findall(text, start, end))


_MANY, _SOME = 3, 2
"""Ambiguous names in one list from which on they are one of skills: anywhere, and in a list of requirements."""

_ABSTRACT = frozenset({"concept", "domain", "method"})


def _count_lists(
    text: str, mentions: Sequence[Mention], listed: Sequence[bool], barred: Sequence[bool], used: list[bool], place: Place
) -> None:
    """Enough ambiguous names in a row, each with its capital, make each other sure: `Elixir, Phoenix and Ecto`."""
    start = 0
    while start < len(mentions):
        stop = start + 1
        while stop < len(mentions) and listed[stop - 1]:
            stop += 1
        named = [
            at for at in range(start, stop)
            if mentions[at].category not in _ABSTRACT and text[mentions[at].start].isupper()
        ]
        if len(named) >= (_SOME if place.section in _FAR else _MANY):
            for at in named:
                used[at] = used[at] or not barred[at]
        start = stop


def _count_families(mentions: Sequence[Mention], barred: Sequence[bool], used: list[bool]) -> None:
    """A doubtful name beside one of its families makes both sure: `Elixir and Phoenix`."""
    if used.count(False) == 0:
        return
    places = {mention.name: at for at, mention in enumerate(mentions)}
    for at, mention in enumerate(mentions):
        for family in mention.families:
            other = places.get(family)
            if other is not None and not (barred[at] or mention.category in _ABSTRACT) and not (used[at] and used[other]):
                used[at] = True
                used[other] = used[other] or not barred[other]


_LINK = re.compile(r"\s(?:with|in|on|using|via|by|for|under|mit|in|avec|en|sous|con|com|em)\s(?:the\s)?$", re.IGNORECASE)


def _follow(
    text: str, mentions: Sequence[Mention], cues: Sequence[Cue], barred: Sequence[bool], used: list[bool]
) -> bool:
    """Names with their capital right behind a skill and `with` or `in`: `unit tests with Jest`. Whether any was found."""
    ends = {mention.end for mention, ok in zip(mentions, used, strict=True) if ok}
    ends |= {cue.end for cue in cues if cue.kind == "tail"}
    found = False
    for at, mention in enumerate(mentions):
        if not used[at] and not barred[at] and text[mention.start].isupper():
            link = _LINK.search(text, max(0, mention.start - 12), mention.start)
            used[at] = link is not None and link.start() in ends
            found = found or used[at]
    return found


def _spread(listed: Sequence[bool], barred: Sequence[bool], used: list[bool]) -> None:
    """A member of a list of skills is one: carry usage along the list, forth and back."""
    order = range(1, len(used))
    for here, there in [(at - 1, at) for at in order] + [(at, at - 1) for at in reversed(order)]:
        if used[here] and not used[there] and listed[min(here, there)]:
            used[there] = not barred[there]


_PLAIN = frozenset({", ", " and ", " or ", "/", ",", ", and ", " & ", " / ", " und ", " oder ", " et ", " ou ", " y ", " e ", " | "})
"""What mostly stands between two members of a list."""


def _are_listed(text: str, start: int, end: int) -> bool:
    """Whether two names stand in one list: a comma, slash or `and` between them, and at most one other word."""
    if end - start > _GAP:
        return False
    between = text[start:end]
    if between in _PLAIN:
        return True
    if _SENTENCE.search(between) or not _SEPARATOR.search(between.lower()):
        return False
    others = [word for word in _WORD.findall(between) if word.lower() not in _SMALL and not word[0].isdigit()]
    return not others or (len(others) == 1 and any(mark in between for mark in ",/|;、，"))
