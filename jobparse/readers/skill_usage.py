"""Is a word meant as a skill? Its list, a cue, a version, a family or a whole item tell it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
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


class _Text(NamedTuple):
    """A text with what was read in it."""

    text: str
    mentions: Sequence[Mention]
    place: Place
    leads: Sequence[Cue]  # `experience with`, `using`
    tails: Mapping[int, int]  # where words such as `developer` begin and end


_ABSTRACT = frozenset({"concept", "domain", "method"})
"""Categories of fields and ways of work, whose names are plain words."""

_LISTS_OF_SKILLS = frozenset({"requirements", "nice_to_have", "skills"})
"""Kinds of section in which an item may be nothing but a name, and a cue may stand farther off."""

_TASKS = frozenset({"other", "role", "responsibilities"})
"""Kinds of section in which a bullet may be nothing but a name."""

_SENTENCE = lazy(r"[.!?;](?:\s|$)")
_WORD = lazy(r"[^\W_][\w.+#'-]{0,40}")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_lists("skill_words.txt")[name])


def read_usage(text: str, mentions: Sequence[Mention], cues: Sequence[Cue], place: Place) -> list[bool]:
    """For each mention, in order of place, whether it is meant as a skill."""
    used = [not mention.needs for mention in mentions]
    if all(used):
        return used
    tails = {cue.start: cue.end for cue in cues if cue.kind == "tail"}
    read = _Text(text, mentions, place, [cue for cue in cues if cue.kind in ("ask", "use")], tails)
    starts = {mention.start for mention in mentions}.union(tails)
    barred = [_is_barred(text, mention, starts) if mention.needs else True for mention in mentions]
    whole = place.listing or _is_whole(read)
    for at, mention in enumerate(mentions):
        if not used[at] and not barred[at]:
            used[at] = whole or _is_told(read, mention)
    if not all(used):
        _read_lists(read, barred, used)
    return used


# --- what speaks against it -------------------------------------------------------------------------------

_SUFFIX = lazy(
    r"-(?:based|related|native|like|specific|powered|driven|Entwickl|Kenntniss|Programm|Skript|Framework"
    r"|Erfahrung|Umgebung|Stack|Basis|Anwendung)",
    re.IGNORECASE,
)
"""Endings behind a hyphen that leave a name what it is; others make it part of a word: `Go-to-market`."""

_INITIAL = lazy(r"\.\s?[A-Z]")
_YEAR = lazy(r"\s?'?(?:(?:19|20)\d\d)\b")
_NEXT_WORD = lazy(r" ([^\W\d_][\w'-]{0,30})")


def _is_barred(text: str, mention: Mention, starts: set[int]) -> bool:
    """Whether it is part of something else (`Go-to`, `C&A`, `box.com`, `R$`, `spring 2024`) or a verb.

    `starts`: where other names and words such as `developer` begin.
    """
    before, after = text[max(0, mention.start - 2) : mention.start], text[mention.end : mention.end + 20]
    if before[-1:] in ("$", "€", "£", "@", "_", "\\") or after[:1] in ("$", "_", "@") or _YEAR.match(after):
        return True
    if before[-1:] == "-" and before[:1].isalnum():
        return True
    if after[:1] == "-" and after[1:2].isalpha() and not _SUFFIX.match(after):
        return True
    if after[:2] in ("'s", "’s") or (after[:1] == "." and after[1:2].isalnum()):
        return True
    if mention.end - mention.start == 1 and (
        before[-1:] in ("&", "'", ".") or after[:1] in ("&", "'", "+", "#")
    ):
        return True
    if mention.end - mention.start == 1 and _INITIAL.match(after):
        return True
    return _goes_on(text, mention, starts)


def _goes_on(text: str, mention: Mention, starts: set[int]) -> bool:
    """Whether the next word makes it a verb or part of another name: `editing rights`, `Red Canary`."""
    following = _NEXT_WORD.match(text, mention.end)
    written = text[mention.start : mention.end]
    if following is None or following.start(1) in starts or " " in written:
        return False
    word = following[1]
    if written[0].isupper():
        return word[0].isupper() and word[1:2].islower() and not written.isupper()
    return written.endswith("ing") and word.islower() and word not in _words("after a noun")


# --- what speaks for it -----------------------------------------------------------------------------------

_VERSION = lazy(
    r"""
    \s?v?(?!(?:19|20)\d\d\b)                # no year
    \d{1,2}(?:\.[\dx]{1,2}){0,3}\+?
    (?![\w%]|\.\d)                          # and no share or price
    (?!\s?(?:years?|yrs?|months?|Jahre|ans|años|anos|hours?|days?|to|-))
    """,
    re.VERBOSE,
)
_GOES_ON_AS_LIST = lazy(r"\s{0,3}(?:$|[,/(&:+|–-]|(?:or|and|oder|und|ou|et|o|y|e)\s)")

_ABBREVIATION = 5
"""Letters up to which a word in capitals is an abbreviation and not a shout."""

_FEW = 2
"""Words of a line up to which a cue does not make a letter a skill: `Writing C` may be a row of marks."""

_WORD_BEFORE = 30
"""Letters in which the word before a name is looked for."""

_REACH, _LONG_REACH = 60, 120
"""Letters between a cue and its name, names in between not counted: anywhere, and in lists of skills."""

_NEAR, _FAR, _NEXT = 4, 8, 2
"""Words between `experience with` and its name, anywhere and in lists of skills; between `using` and its."""

_LONGEST_LIST = 400
"""Letters between a cue and the last member of its list, at most."""


def _is_whole(read: _Text) -> bool:
    """Whether the text is nothing but names, in a part where such lists stand."""
    section, block = read.place.section, read.place.block
    if section not in _LISTS_OF_SKILLS and not (block in ("item", "table") and section in _TASKS):
        return False
    allowed, at = _words("small") | _words("beside"), 0
    for start, end in [*[(mention.start, mention.end) for mention in read.mentions], (len(read.text), 0)]:
        words = _WORD.findall(read.text, at, start)
        if any(not word[0].isdigit() and word.lower() not in allowed for word in words):
            return False
        at = end
    return True


def _is_told(read: _Text, mention: Mention) -> bool:
    """Whether its version, the word behind it, its capital or a cue before it tell that it is a skill."""
    text = read.text
    first = _is_first(text, mention.start)
    if mention.category not in _ABSTRACT and _VERSION.match(text, mention.end):
        return True
    if _has_tail(read, mention, first):
        return True
    if read.place.block != "heading" and _is_proper(text, mention):
        if not first and (mention.needs == "capital" or mention.backed):
            return True
        if (
            first
            and mention.needs == "capital"
            and read.place.section in _LISTS_OF_SKILLS
            and _begins_list(read, mention)
        ):
            return True
    if mention.end - mention.start == 1 and len(text.split(None, _FEW)) <= _FEW:
        return False
    return any(cue.end <= mention.start and _leads(read, cue, mention) for cue in read.leads)


def _is_first(text: str, start: int) -> bool:
    """Whether nothing but marks stands between the beginning of the sentence and it."""
    before = text[:start].rstrip(" \t\"'*(-–•·")
    return not before or before[-1] in ".!?:\n"


def _has_tail(read: _Text, mention: Mention, first: bool) -> bool:
    """Whether a word such as `developer` stands behind it; behind a field only what says one knows it."""
    start = mention.end + (read.text[mention.end : mention.end + 1] in (" ", "-"))
    if start not in read.tails:
        return False
    word = read.text[start : read.tails[start]].lower()
    if mention.category in _ABSTRACT:
        return word in _words("knowing")
    return not first or word in _words("people and knowledge") or word in _words("knowing")


def _begins_list(read: _Text, mention: Mention) -> bool:
    """Whether what follows an item's first word makes the item a list and no sentence: `Snowflake or …`."""
    return mention.end + 1 in read.tails or _GOES_ON_AS_LIST.match(read.text, mention.end) is not None


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


def _leads(read: _Text, cue: Cue, mention: Mention) -> bool:
    """Whether a cue before a mention tells of it: no sentence ends and few words stand between."""
    text, listed = read.text, read.place.section in _LISTS_OF_SKILLS
    between = text[cue.end : mention.start]
    if len(between) > _LONGEST_LIST or _SENTENCE.search(between):
        return False
    inside = [other for other in read.mentions if cue.end <= other.start and other.end <= mention.start]
    if len(between) - sum(other.end - other.start for other in inside) > (_LONG_REACH if listed else _REACH):
        return False
    at, words = cue.end, 0
    for other in inside:
        words += _counted(text, at, other.start)
        at = other.end
    words += _counted(text, at, mention.start)
    return words <= (_NEXT if cue.kind == "use" else _FAR if listed else _NEAR)


def _counted(text: str, start: int, end: int) -> int:
    small = _words("small")
    return len([word for word in _WORD.findall(text, start, end) if word.lower() not in small])


# --- lists ------------------------------------------------------------------------------------------------

_SEPARATOR = lazy(
    r"[,/|&+;•·()、，；\[\]]|\b(?:and|or|und|oder|et|ou|y|e|o|u|sowie|bzw|and/or|as well as|plus)\b"
)
_PLAIN = frozenset(
    {
        ", ",
        " and ",
        " or ",
        "/",
        ",",
        ", and ",
        " & ",
        " / ",
        " und ",
        " oder ",
        " et ",
        " ou ",
        " y ",
        " e ",
        " | ",
    }
)
"""What mostly stands between two members of a list."""

_LINK = lazy(
    r"\s(?:with|in|on|using|via|by|for|under|mit|in|avec|en|sous|con|com|em)\s(?:the\s)?$", re.IGNORECASE
)
_LINK_REACH = 12

_GAP = 45
"""Letters between two names of one list, at most."""

_MANY, _SOME = 3, 2
"""Ambiguous names in one list from which on they are skills: anywhere, and in lists of skills."""


def _read_lists(read: _Text, barred: Sequence[bool], used: list[bool]) -> None:
    """Carry usage along lists, and to what stands `with` or `in` a skill."""
    listed = [_are_listed(read.text, one.end, other.start) for one, other in pairwise(read.mentions)]
    _count_lists(read, listed, barred, used)
    _count_families(read.mentions, barred, used)
    _spread(listed, barred, used)
    if not all(used) and _follow(read, barred, used):
        _spread(listed, barred, used)


def _are_listed(text: str, start: int, end: int) -> bool:
    """Whether two names stand in one list: a comma, slash or `and` between, and at most one other word."""
    if end - start > _GAP:
        return False
    between = text[start:end]
    if between in _PLAIN:
        return True
    if _SENTENCE.search(between) or not _SEPARATOR.search(between.lower()):
        return False
    small = _words("small")
    others = [word for word in _WORD.findall(between) if word.lower() not in small and not word[0].isdigit()]
    return not others or (len(others) == 1 and any(mark in between for mark in ",/|;、，"))


def _count_lists(read: _Text, listed: Sequence[bool], barred: Sequence[bool], used: list[bool]) -> None:
    """Enough ambiguous names in a row with their capitals are sure: `Elixir, Phoenix and Ecto`."""
    mentions, enough = read.mentions, _SOME if read.place.section in _LISTS_OF_SKILLS else _MANY
    start = 0
    while start < len(mentions):
        stop = start + 1
        while stop < len(mentions) and listed[stop - 1]:
            stop += 1
        row = range(start, stop)
        named = [
            at
            for at in row
            if mentions[at].category not in _ABSTRACT and read.text[mentions[at].start : mentions[at].end][:1].isupper()
        ]
        if len(named) >= enough:
            for at in named:
                used[at] = used[at] or not barred[at]
        start = stop


def _count_families(mentions: Sequence[Mention], barred: Sequence[bool], used: list[bool]) -> None:
    """A doubtful name beside one of its families makes both sure: `Elixir and Phoenix`."""
    places = {mention.name: at for at, mention in enumerate(mentions)}
    for at, mention in enumerate(mentions):
        for family in mention.families:
            other = places.get(family)
            if other is not None and not barred[at] and mention.category not in _ABSTRACT:
                used[at] = True
                used[other] = used[other] or not barred[other]


def _spread(listed: Sequence[bool], barred: Sequence[bool], used: list[bool]) -> None:
    """A member of a list of skills is one: carry usage along the list, forth and back."""
    order = range(1, len(used))
    for here, there in [(at - 1, at) for at in order] + [(at, at - 1) for at in reversed(order)]:
        if used[here] and not used[there] and listed[min(here, there)]:
            used[there] = not barred[there]


def _follow(read: _Text, barred: Sequence[bool], used: list[bool]) -> bool:
    """Names with their capital behind a skill and `with` or `in`: `unit tests with Jest`. Whether any was."""
    ends = {mention.end for mention, ok in zip(read.mentions, used, strict=True) if ok}.union(
        read.tails.values()
    )
    found = False
    for at, mention in enumerate(read.mentions):
        if not used[at] and not barred[at] and read.text[mention.start].isupper():
            link = _LINK.search(read.text, max(0, mention.start - _LINK_REACH), mention.start)
            used[at] = link is not None and link.start() in ends
            found = found or used[at]
    return found
