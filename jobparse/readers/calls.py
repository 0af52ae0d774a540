"""The occupations that running text names, and by what words: `we are looking for a …`, `as a …, you
will`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from ..patterns import lazy
from ..vocab.lists import read_lists
from .occupation_names import Name, name_at
from .occupations import is_occupation
from .phrases import Hit, Phrases

How = Literal["seeking", "as", "position", "subject"]


class Call(NamedTuple):
    """An occupation that a text names as the job, and how."""

    how: How
    name: Name


_SENTENCE_ENDS = frozenset(".!?:•\n")
_ARTICLE = lazy(r"(?<![^\W_])(?:the|this|our|an?)[ \t]{1,4}(?=[^\W\d_.])", re.IGNORECASE)
_ARTICLES_FIRST = (
    *("The ", "This ", "Our ", "A ", "An ", ", a ", ", an ", ", the "),
    *("The successful ", "The ideal ", "A successful ", "An ideal "),
)
_RANK = lazy(
    r"(?:(?:Senior|Associate|Assistant|Executive|Regional|Global|Deputy|Managing)[ ]){0,2}"
    r"(?:Director|Manager|Vice[ ]President|VP|Head|Specialist|Associate|Coordinator|Consultant|Officer|Advisor)"
    r"(?:[ ]I{1,3})?(?=,)"
)
_FIELD = lazy(r",[ ][A-Z][\w&/-]{1,20}(?:[ ](?:and|of|&|[A-Z][\w&/-]{1,20})){0,5}(?:[ ]\([^()\n]{2,40}\))?(?=[ ][a-z])")
"""The field behind a rank or a level: `Director, Accounting and Tax`."""

_PRAISED = lazy(r"[ ](?:an?|our|the)[ ](?:[a-z-]{3,14}[ ]){0,4}(?=[A-Z])")
"""What stands between a word of seeking and such a rank: ` a highly skilled `."""

_PURPOSE = lazy(
    r"\b[Tt]he[ ](?:[a-z]{4,12}[ ]){0,2}(?:functions?|purpose|goal|duties|duty|objective|responsibility|responsibilities|job)[ ]of[ ]"
    r"(?:(?:the|an?|this|our)[ ])?(?=[A-Z])"
)
_IS_TO = lazy(r"(?:[ ](?:position|role|job))?[ ](?:is|are|include|includes)[ ](?:to[ ]|done[ ]|[a-z]{3,14}ing[ ])")
"""`The primary functions of the Hall Manager are to …`."""

_PLURAL_FIRST = lazy(
    r"(?:[A-Z][A-Za-z/&-]{1,20}[ ]){1,4}?[A-Z][a-z]{2,15}s[ ](?:are|will|work|in|at|on)[ ]"
)
_DOES = lazy(r"[ \t](?:[a-z]{3,16}ly[ ])?[a-z]{3,16}s(?:[ ](?=[a-z])|,[ ](?=[a-z]{3,16}s\b))")
"""What the subject does, or the first of several things: `installs, repairs and tests …`."""
_TO_READER = lazy(r",?[ \t](?:you|the[ ]successful)\b", re.IGNORECASE)
_TO_SOMEONE = lazy(r"(?:\bto|\bwith|\bby|\bunder|\bfrom|\band)[ \t]$", re.IGNORECASE)
_OF_THE_PAST = lazy(r"\bexperienced?\b[^.;:!?\n]{0,40}\b(?:in|as|of|at|from)[ ]$", re.IGNORECASE)
"""`five years' experience in a Shift Lead role` names what one has been."""
_PAST_REACH = 64

_AFTER_SUBJECT = lazy(r",?[ \t]{1,4}([a-z'’-]{1,16}(?:[ ][a-z'’-]{1,16}){0,2})")

_JOINED = lazy(
    r"\b[Jj]oin(?:ing)?[ ](?:(?!(?:who|that|which|where)\b)[^.,;:!?•\n]){2,40}"
    r"(?<!well)(?<!such)(?<!known)(?<!seen)(?<!ranked)(?<!viewed)(?<!regarded)(?<!recogni[sz]ed)(?<!acting)(?<!serving)"
    r"(?<!positioned)(?<!established)[ ]$"
)
_JOINED_REACH = 52
"""How far before `as a` the word may stand that tells it is the reader who joins."""

_BETWEEN = lazy(r"[ ]([^\W\d_]{1,20})[ ](?:[^.;:!?\n]|(?<=\d)\.){2,120}")
_INDEFINITE = lazy(
    r"(?<=[ ])(?:eine[:*/_]?[nr]?|ein|einen|une?|un[·.(/]e?a?\)?|una|uma?|um[(/]a\)?|een|uno)(?=[ ])", re.IGNORECASE
)
_BELONGS = lazy(r"[ ](?:de|du|des|do|da|del|von|van|di)[ ](?=[^ ]{1,30}$)|[ ]d['’](?=[^ ]{1,30}$)", re.IGNORECASE)
"""`une expérience de développeur` names none."""

_POST_OF = lazy(r"[ ](?:[a-z-]{1,14}[ ]){0,3}?(?:posts?|positions?|ranks?|offices?)[ ](?:of|as)[ ]")
_BESIDE = (" et ", " ou ", " und ", " oder ", " y ", " o ", " e ", " of ", " en ")

_ROLE_REACH = 90
"""How far before `role` the article may stand: `the Senior Data Scientist, Marketing Analytics role`."""

_RANK_REACH = 60
"""How far behind the article the comma before the field may stand."""

_PASSED_OVER = 80
"""How far after `seeking` the occupation's level may stand, praise between them."""


def find_calls(text: str, low: str, start: int = 0) -> Iterator[Call]:
    """The occupations that a text names as the job it is about, from an offset on; `low` is the text in
    small letters."""
    for hit in _hits(low, start):
        if hit.group == "seeking":
            yield from _of_seeking(text, low, hit)
        elif hit.group == "as":
            yield from _of_as(text, hit)
        elif hit.group == "called a role":
            yield from _of_role(text, hit)
    yield from _of_subjects(text, start)


def seeking_phrases() -> tuple[str, ...]:
    """The phrases without one of which `find_levels` finds nothing; too short ones have an article added."""
    lists = read_lists("hiring.txt")
    return tuple(phrase if len(phrase) > 3 else f"{phrase} a" for phrase in lists["seeking"] + lists["as"])


def find_title_labels(low: str, start: int = 0) -> Iterator[int]:
    """Offsets right after `job title:` and the like."""
    for hit in _hits(low, start):
        if hit.group == "title label" and low[hit.end : hit.end + 2].lstrip()[:1] in (":", "："):
            yield low.index(low[hit.end : hit.end + 2].lstrip()[0], hit.end) + 1


def find_levels(text: str, low: str, start: int = 0) -> Iterator[Call]:
    """Only the calls near which a word of level stands: what is wanted where the title is known but for its
    level."""
    for hit in _hits(low, start):
        if hit.group in ("seeking", "as") and _level().search(low, hit.end, hit.end + _PASSED_OVER):
            yield from _of_seeking(text, low, hit) if hit.group == "seeking" else _of_as(text, hit)


def _of_seeking(text: str, low: str, hit: Hit) -> Iterator[Call]:
    if not _not_sought().search(low, max(0, hit.start - 14), hit.start):
        at = hit.end + 1 if text[hit.end : hit.end + 1] in (":", "*") else hit.end
        if _POST_OF.match(text, at):
            return  # `applications are invited for the post of …`: a call of its own
        name = name_at(text, at)
        if name is None and (text[hit.start].islower() or _begins_sentence(text, hit.start)):
            name = _further_on(text, at)  # not behind a noun: `Die Suche im Archiv unterstützt ein …`
        praised = _PRAISED.match(text, at) if name is None else None
        name = _with_field(text, praised.end()) if praised else name
        if name:
            yield Call("seeking", name)


def _further_on(text: str, at: int) -> Name | None:
    """The occupation behind the words that tell for whom and when one seeks: `Wir suchen ab Mai einen Koch`."""
    between = _BETWEEN.match(text, at)
    if between is None or between[1].casefold() not in _before_sought():
        return None
    for article in _INDEFINITE.finditer(text, between.start(1), between.end()):
        if text.endswith(_BESIDE, between.start(1), article.start()):
            return None  # one of two, of which the first is none we know
        name = name_at(text, article.end())
        if name and not _BELONGS.search(text, article.end(), name.end):
            return name
    return None


def _of_as(text: str, hit: Hit) -> Iterator[Call]:
    """`As a Backend Engineer, you will …` at the beginning of a sentence; `Join our team in Leeds as a …`."""
    if not text[hit.start].isupper():
        if _JOINED.search(text, max(0, hit.start - _JOINED_REACH), hit.start):
            name = name_at(text, hit.end)
            if name:
                yield Call("as", name)
        return
    name = name_at(text, hit.end)
    asked = text.startswith("Are you", hit.start)
    if name and asked and text[name.start : name.end].casefold().endswith(read_lists("hiring.txt")["not the reader"]):
        return
    if name and (_begins_sentence(text, hit.start) or _TO_READER.match(text, name.end)):
        yield Call("as", name)


def _of_role(text: str, hit: Hit) -> Iterator[Call]:
    """`in this Data Analyst role`: the article before, the name right up to the word."""
    line = max(text.rfind("\n", 0, hit.start) + 1, hit.start - _ROLE_REACH)
    last = text[line : hit.start].split()[-1:]
    academic = bool(last) and last[0].casefold() in read_lists("hiring.txt")["levels of academics"]
    if text[hit.start : hit.end].casefold() == "level" and not academic:
        return
    if not last or not (
        is_occupation(last[0].strip("()*_,.")) or last[0].endswith((")", "I")) or last[0][0].isupper()
    ):
        return
    for article in reversed(list(_ARTICLE.finditer(text, line, hit.start))):
        name = name_at(text, article.end())
        if name and not name.plural and not name.many and name.end <= hit.start <= name.end + 4:
            past = article[0][0] in "aA" and _OF_THE_PAST.search(text, max(0, article.start() - _PAST_REACH), article.start())
            if not past and not _TO_SOMEONE.search(text, max(0, article.start() - 6), article.start()):
                yield Call("position", name)
            return


def _of_subjects(text: str, start: int) -> Iterator[Call]:
    """`The Data Analyst will …`; `Data Scientists in our group work …`."""
    for at in _subject_places(text, start):
        name = _with_field(text, at) or name_at(text, at)
        if name and not name.plural and not name.many and _tells(text, name):
            yield Call("subject", name)
    yield from _of_purposes(text, start)
    at = start
    while at < len(text):
        if text[at].isupper() and _PLURAL_FIRST.match(text, at):
            name = name_at(text, at)
            if name and name.plural and name.start == at and _is_titled(text, name):
                yield Call("subject", name)
        at = text.find("\n", at) + 1 or len(text)


def _with_field(text: str, at: int) -> Name | None:
    """A rank or a level with its field: `Director, Accounting`, `Analyst I, Data`."""
    rank = _RANK.match(text, at)
    name = None if rank or "," not in text[at : at + _RANK_REACH] else name_at(text, at)
    end = rank.end() if rank else name.end if name and name.start == at else 0
    field = _FIELD.match(text, end) if end else None
    if field and any(is_occupation(word) for word in field[0].split()):
        return None  # `a Specialist, Coordinator or Manager`
    return Name(at, field.end(), 0, False) if field else None


def _of_purposes(text: str, start: int) -> Iterator[Call]:
    """`The purpose of the Payroll Clerk is to …`."""
    for match in _PURPOSE.finditer(text, start) if " of " in text else ():
        name = name_at(text, match.end())
        if name and name.start == match.end() and not name.plural and not name.many and _IS_TO.match(text, name.end):
            yield Call("subject", name)


def _subject_places(text: str, start: int) -> list[int]:
    """Offsets after an article that begins a sentence, or the main clause (`Under direction, a Custodian
    will`)."""
    found = []
    for article in _ARTICLES_FIRST:
        at = text.find(article, start)
        while at >= 0:
            end = at + len(article)
            begins = (
                article[0] == ","
                or _begins_sentence(text, at)
                or (article == "The " and _after_heading(text, at))
            )
            if begins and text[end : end + 1].isupper():
                found.append(end)
            at = text.find(article, end)
    return sorted(found)


def _tells(text: str, name: Name) -> bool:
    """Whether what follows the name says what the job is or does."""
    after = _AFTER_SUBJECT.match(text, name.end)
    if after is None:
        return False
    words = after[1].split()
    known = _says()
    return any(" ".join(words[:size]) in known for size in range(1, len(words) + 1)) or (
        _is_titled(text, name) and _DOES.match(text, name.end) is not None
    )


def _after_heading(text: str, at: int) -> bool:
    """Whether capitalised words stand before: a heading that lost its line break."""
    before = text[max(0, at - 24) : at].split()
    return len(before) > 1 and before[-1].istitle() and before[-2].istitle()


def _begins_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 6) : at].rstrip(" \t*_-#>")
    return not before or before[-1] in _SENTENCE_ENDS


def _is_titled(text: str, name: Name) -> bool:
    """Whether a name has two words or more, all capitalised."""
    found = text[name.start : name.end].split()
    return len(found) > 1 and all(not word[0].islower() for word in found)


@lru_cache(maxsize=1)
def _hits(low: str, start: int) -> list[Hit]:
    """The phrases of a text; remembered, since labels and calls are looked for in the same one."""
    return _phrases().find(low, start)


@cache
def _phrases() -> Phrases:
    lists = read_lists("hiring.txt")
    return Phrases({group: lists[group] for group in ("seeking", "as", "called a role", "title label")})


@cache
def _not_sought() -> re.Pattern[str]:
    return lazy(
        rf"(?:^|[^a-z])(?:{'|'.join(map(re.escape, read_lists('hiring.txt')['not sought']))})[ \t]$"
    )


@cache
def _level() -> re.Pattern[str]:
    words = "|".join(map(re.escape, read_lists("hiring.txt")["level nearby"]))
    return lazy(rf"(?<![a-z])(?:{words})(?![a-z])")


@cache
def _before_sought() -> frozenset[str]:
    return frozenset(read_lists("hiring.txt")["before the sought"])


@cache
def _says() -> frozenset[str]:
    return frozenset(read_lists("hiring.txt")["says of the role"])
