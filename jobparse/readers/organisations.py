"""Names of organisations in running text, and the words beside them that tell who hires."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from ..letters import lowered
from ..patterns import lazy
from ..vocab.lists import read_lists
from .occupations import is_occupation, names_occupation
from .phrases import FirstWords, Hit, Phrases

_LIST = "companies.txt"


class Mention(NamedTuple):
    """A name at `text[start:end]` and how strongly its cue says that it is the one that hires (5 best)."""

    start: int
    end: int
    cue: str
    weight: int


_STOP = (
    r"(?!(?:We|You|Our|Your|The|It|Is|Are|Was|Has|Have|This|That|They|There|If|As|At|In|On|For|From|With|Who|What|Why|How|To|By|And|Or|But|Will|Can|"
    r"Founded|Wir|Nous|Job|Position|Role|Location|Company|Overview|Description)(?![^\W_]))"
)
_WORD = r"(?:[^\W\d_a-zß-öø-ÿ]|\d(?=\w{0,20}[^\W\d_])|[a-z]{1,2}(?=[A-Z]))[\w&+-]{0,30}"
_WORD += r"(?:[.'’][^\W\d_]\w{0,20}){0,3}"
_SMALL = r"(?:of|the|and|for|de|da|do|dos|du|des|la|y|und|et|&|\+)"
_LEGAL = "|".join(
    re.escape(form) for form in ("Inc.", "Inc", "LLC", "Ltd.", "Ltd", "Corp.", "Corp", "GmbH", "AG", "Co.")
)
_NAME = lazy(
    rf"""
    {_STOP}{_WORD} (?: [ ] (?: {_SMALL} [ ] ){{0,2}} {_STOP}{_WORD} ){{0,6}}
    (?: , [ ] (?: {_LEGAL}) (?![^\W_]) )?
    """,
    re.VERBOSE,
)
_SENTENCE = lazy(
    r"""
    [.!?:•*\n] (?: (?<=[•*\n]) | [ \t] )        # what ends a sentence, or stands before one
    [ \t*•_\#>"'“(-]{0,6}
    (?= [^\W_a-z] | [a-z]{1,2}[A-Z] )
    (?: The[ ] | A[ ] | O[ ] )?
    (?P<first> [^\W_][\w'’]{0,30} )
    """,
    re.VERBOSE,
)
_SUFFIX = lazy(r"[ \t]?[®™©](?![^\W_])|[ \t]{1,4}\([^()\n]{1,60}\)|,[ ][^,.\n]{2,50},(?=[ ])")
_WORDS_AFTER = lazy(r"[^\W_][\w'’-]{0,20}")
_POSSESSIVE = ("'s", "’s")
_OWN = lazy(r"(?:'s|’s)[ \t]{1,4}([a-z]{3,14})")
_LINE_END = lazy(r"[^\w\n]{0,4}(?:\n|$)")
_LAST_WORD = lazy(r"([^\W\d_]+)[^\w\n]{0,2}$")
_YEAR_FIRST = lazy(r"[\w ]{0,12}[ ](?:1[89]|20)\d\d[^.,;\n]{0,60},[ ]{1,4}(?=[A-Z0-9])")
_DOES = lazy(r"[ \t]{1,4}(?:[a-z]{3,14}s[ ][a-z]|is[ ](?:[a-z]{3,12}ly[ ])?[a-z]{3,14}ing[ ])")
_NAME_BEFORE = lazy(r"(?:^|(?<=[\s(]))(?:[A-Z0-9][\w&+-]{0,30}[ ]){1,5}$")
_WE_NEXT = lazy(r",[ ](?:we|our|we're|we've)[ ]")
_ARTICLE_NEXT = lazy(r",[ ](?:an?|the|one[ ]of|your|ein|eine|der|die|une?|uma?|el|la|le|[Mm]ore[ ]than)[ ]")
_PARTS_OF_A_NAME = (" of ", " and ", " & ", " for ", " de ", " da ", " do ", " del ", " du ", " des ", " e ", " y ", " et ", " und ")
"""What stands before the rest of a longer name, whose beginning is written small or is none."""

_STATE = lazy(r",[ ][A-Z]{2}(?![^\W_])")

_MOST_WORDS = 6
"""Words of a name that stands alone in a line, at most."""

LONGEST = 60
"""Characters of the longest name."""

_PUBLIC = frozenset({"office", "ministry", "department", "bureau", "embassy"})
"""Before `of`, first words of public bodies: `Office of the Attorney General` is no attorney."""

_UNIVERSITY = lazy(
    r"""
    [ ](?:at|of|in|by)[ ] (?:the[ ])?
    (?P<name> (?: University | Universität | Université ) [ ] of [ ] [A-Z][\w'-]{1,20} (?:[ ](?:at[ ])?[A-Z][\w'-]{1,20}){0,3}
      | (?: [A-Z][\w.'-]{1,20}[ ]){1,4} University (?:[ ]of[ ][A-Z]\w{1,20}(?:[ ]and[ ][A-Z]\w{1,20})?)? )
    """,
    re.VERBOSE,
)
_HAS = r"has[ ](?:an?[ ])?(?:[a-z-]{2,20}[ ])?(?:opening|vacancy|position)"
_OPENS = lazy(rf"[^.!?;\n]{{0,60}}?\b(?:seek(?:s|ing)|invites?|invited|recruit(?:s|ing)|hir(?:es|ing)|{_HAS})\b")
_POSITION = lazy(r"\b(?:position|vacancy|opening)(?:[ ](?:in|of|as|for|on)[ ][^.!?;:,\n]{1,50})?$")
_STUDIED = lazy(r"\b(?:degree|graduat|diploma|alumni|studied|founded|partner|spin|with\b|met\b|friends|collaborat)")
_SENTENCE_END = lazy(r"[.!?]\s|\n")
_UNIVERSITIES, _SENTENCE_REACH = 4, 200
"""Universities named in a text that are weighed, and how far around them the sentence tells of a position."""


def find_mentions(text: str, low: str, start: int = 0) -> Iterator[Mention]:
    """The names in a text, from an offset on, that a cue calls the organisation that hires; `low` is it in
    small letters."""
    for at in _sentences(text, start):
        mention = _of_sentence(text, low, at)
        if mention and is_name(text[mention.start : mention.end]):
            yield mention
    for hit in _cues().find(low, start):
        yield from _FINDERS[hit.group](text, hit)
    if "universi" in low:
        yield from _of_universities(text, start)


def _sentences(text: str, start: int) -> Iterator[int]:
    """Where the first word of a sentence (after `The`) is no common one, or a capital follows it (`City of`,
    `First Bank`)."""
    never, common = _entries("never first"), _common_words()
    shift = 0 if start else 1  # the text's own beginning is a sentence's too
    for match in _SENTENCE.finditer(text, start - 1) if start else _SENTENCE.finditer("\n" + text):
        first = match["first"].lower()
        if first in never:
            continue
        at, end = match.start("first") - shift, match.end() - shift
        if first not in common or text[end + 1 : end + 2].isupper() or text.startswith("of ", end + 1):
            yield at


def _of_sentence(text: str, low: str, at: int) -> Mention | None:
    """What may be a name at the beginning of a sentence: `Acme is looking for`, `Acme is a`, `Acme's mission`."""
    place = _place_at(text, at)
    if place is None:
        return None
    start, end = place
    if text[end : end + 1] in ("'", "’") and (own := _OWN.match(text, end)):
        return Mention(start, end, "own", 2) if own[1] in _entries("own") else None
    suffix = _SUFFIX.match(text, end)
    after = suffix.end() if suffix else end
    if text[after : after + 1] not in (" ", "\t") or "\n" in text[after : after + 2]:
        return None
    word = _WORDS_AFTER.search(low, after, after + 60)
    if word and word[0] in _first_verbs():
        words = _WORDS_AFTER.findall(low, after, min(len(low), after + 60))
        if _first_words("sentence: hires").match(words):
            return Mention(start, end, "hires", 5)
        if size := _first_words("sentence: is").match(words):
            reach = after + sum(len(word) + 1 for word in words[:size]) + 120
            return Mention(start, end, "is", 4 if _is_organisation(low, after, reach) else 3)
    if word and word[0][-1] == "s" and _DOES.match(text, after):
        doing = low.startswith(" is ", after)
        return Mention(start, end, "is" if doing else "does", 3 if doing else 1)
    return None


def _is_organisation(low: str, start: int, end: int) -> bool:
    """Whether one of the words is what organisations are called: `a company`, `the leading provider`."""
    known = _entries("what organisations are")
    line = low.find("\n", start, end)
    return any(
        word in known for word in _WORDS_AFTER.findall(low, start, line if line >= 0 else min(end, len(low)))
    )


def _of_heading(text: str, hit: Hit) -> Iterator[Mention]:
    """`About Acme` alone in a line, or at its beginning."""
    if not _begins_line(text, hit.start):
        return
    name = _name_at(text, hit.end, heading=True)
    if name and _LINE_END.match(text, name[1]):
        yield Mention(*name, "heading", 5)
    elif name and text[hit.start].isupper():
        yield Mention(*name, "beginning", 3)


def _of_anywhere(text: str, hit: Hit) -> Iterator[Mention]:
    """`join the team at Acme`."""
    name = _name_at(text, hit.end)
    if name:
        yield Mention(*name, "anywhere", 3)


def _of_self(text: str, hit: Hit) -> Iterator[Mention]:
    """`We're Acme, a maker of maps`."""
    name = _name_at(text, hit.end) if text[hit.end + 1 : hit.end + 2].isupper() else None
    if name and _ARTICLE_NEXT.match(text, name[1]):
        yield Mention(*name, "self", 5)


def _of_at(text: str, hit: Hit) -> Iterator[Mention]:
    """`At Acme, we …`; `Backend Engineer at Acme`; `days at Acme are`."""
    name = _name_at(text, hit.end)
    if name is None or _STATE.match(text, name[1]):
        return
    if text[hit.start].isupper():
        words = _WORDS_AFTER.findall(text[name[1] : name[1] + 24].lower())
        if text.startswith(",", name[1]) or (words and words[0] in _entries("pronouns")):
            yield Mention(*name, "at", 5 if _WE_NEXT.match(text, name[1]) else 4)
        elif (words and hit.end - hit.start != 2) or text[hit.start : hit.end].lower() in ("en", "na", "no"):
            yield Mention(*name, "at", 3)  # `En Acme trabajamos`
    elif hit.end - hit.start == 2 and text[hit.start : hit.end] != "da":
        before = _LAST_WORD.search(text, max(0, hit.start - 30), hit.start)
        role = before is not None and is_occupation(before[1], loose=False)
        yield Mention(*name, "role at", 4) if role else Mention(*name, "somewhere", 2)


def _of_founded(text: str, hit: Hit) -> Iterator[Mention]:
    """`Founded in 1977, Acme …`."""
    after = _YEAR_FIRST.match(text, hit.end)
    name = _name_at(text, after.end()) if after else None
    if name:
        yield Mention(*name, "founded", 4)


def _of_hiring(text: str, hit: Hit) -> Iterator[Mention]:
    """`… Acme is hiring a …` within a line that lost its breaks."""
    before = _NAME_BEFORE.search(text, max(0, hit.start - 60), hit.start)
    name = _name_at(text, before.start()) if before else None
    if name is None or name[1] != hit.start - 1 or text.endswith(_PARTS_OF_A_NAME, 0, name[0]):
        return
    if text[max(0, name[0] - 3) : name[0]].strip(" \t*_") not in (".", "!", "?", ":", "•", "\n", ""):
        yield Mention(*name, "hires", 5)


def _of_team(text: str, hit: Hit) -> Iterator[Mention]:
    """`the Acme team`."""
    before = _NAME_BEFORE.search(text, max(0, hit.start - 60), hit.start)
    if before is None:
        return
    begins = before[0].startswith("The ")
    if begins or text[max(0, before.start() - 4) : before.start()].lower() == "the ":
        name = _name_at(text, before.start() + 4 * begins)
        if name and name[1] == hit.start - 1:
            yield Mention(*name, "team", 2)


_FINDERS: dict[str, Callable[[str, Hit], Iterator[Mention]]] = {
    "heading": _of_heading,
    "self": _of_self,
    "anywhere": _of_anywhere,
    "at": _of_at,
    "founded": _of_founded,
    "sentence: hires": _of_hiring,
    "team": _of_team,
}


def _of_universities(text: str, start: int) -> Iterator[Mention]:
    """`The Department of Physics at the University of Exampleton is seeking …`; not where one studied."""
    for match in islice(_UNIVERSITY.finditer(text, start), _UNIVERSITIES):
        begin, end = match.span("name")
        first = max(begin - _SENTENCE_REACH, start, 0)
        first = max((stop.end() for stop in _SENTENCE_END.finditer(text, first, begin)), default=first)
        opens = _OPENS.match(text, end) or _POSITION.search(text, first, match.start())
        if opens and not _STUDIED.search(text, first, max(begin, opens.end())):
            yield Mention(begin, end, "university", 4)


def _begins_line(text: str, at: int) -> bool:
    line = text.rfind("\n", max(0, at - 9), at) + 1
    return (line > 0 or at < 9) and not any(letter.isalnum() for letter in text[line:at])


# --- names ----------------------------------------------------------------------------------------


def _name_at(text: str, at: int, *, heading: bool = False) -> tuple[int, int] | None:
    """The name that begins at an offset, without `The`, a possessive ending and words such as `Team`."""
    place = _place_at(text, at)
    return place if place and is_name(text[place[0] : place[1]], heading=heading) else None


def _place_at(text: str, at: int) -> tuple[int, int] | None:
    """The capitalised words that begin at an offset, which may be a name."""
    marks = text[at : at + 5]
    at += len(marks) - len(marks.lstrip(" \t*_"))
    if text.startswith(("the ", "The ", "THE "), at):
        at += 4
    match = _NAME.match(text, at)
    if match is None:
        return None
    name = match[0]
    if name.endswith(_POSSESSIVE):
        name = name[:-2]
    if name[name.rfind(" ") + 1 :].lower() in _last_words():
        name = _ending().sub("", name, count=1)
    return at, at + len(name)


def is_name(text: str, *, heading: bool = False) -> bool:
    """Whether a capitalised phrase may be an organisation's name: no heading word, no occupation.

    A `heading` (`About One`) may name what would be a common word at the beginning of a sentence.
    """
    if not 1 < len(text) <= LONGEST or (" " not in text and text.endswith("ing") and not heading):
        return False
    words = [word.strip("'’.,").casefold() for word in text.split()]
    if (
        _common_words().issuperset(words)
        or text.casefold() in _entries("fillers")
        or words[0] in _entries("never first")
        or (words[0] in _entries("counts") and not heading)
    ):
        return False
    if words[0] in _PUBLIC and words[1:2] == ["of"]:
        return True
    return has_legal_form(text) or not (names_occupation(text, loose=False) or words[-1] in _entries("ranks"))


def is_sure_name(line: str) -> bool:
    """Whether a line that stands alone is an organisation's name by its last word: `Saint Aldwin University`."""
    words = line.split()
    if not 1 < len(words) <= _MOST_WORDS or not line[:1].isupper() or not is_name(line):
        return False
    return has_legal_form(line) or words[-1].casefold() in _entries("sure organisations")


def has_legal_form(name: str) -> bool:
    """Whether a name ends in `Inc.`, `GmbH` or the like."""
    return name.split()[-1].strip(",") in _entries("legal forms")


def key_of(name: str) -> str:
    """The name without case, legal form, `The` and marks: two spellings of one organisation have one key."""
    words = name.replace("’", "'").replace(",", " ").split()
    while len(words) > 1 and words[-1] in _entries("legal forms"):
        words.pop()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    return _MARK.sub("", " ".join(words).casefold()).strip()


_MARK = lazy(r"[^\w ]")


def is_board(host: str) -> bool:
    """Whether a host belongs to a job board, an applicant tracking system or a social network."""
    parts = host.casefold().removeprefix("www.").split(".")
    return any(".".join(parts[at:]) in _entries("boards") for at in range(len(parts) - 1))


_FRONT_PAGE = lazy(r"https?://(?!(?:jobs?|careers?|apply)\.|[^./]{0,63}-jobs?[.-])[^\s/?#]{3,255}/?")


def is_front_page(address: str) -> bool:
    """Whether an address leads to a site's first page, where no single post stands; not `https://gardener-job.acme.example`."""
    return _FRONT_PAGE.fullmatch(address) is not None


# --- the vocabulary -------------------------------------------------------------------------------


@cache
def _common_words() -> frozenset[str]:
    """Words of which alone no name is made: `Information Security`, but `Menlo Security`."""
    return _entries("not names") | _entries("departments")


@cache
def _entries(name: str) -> frozenset[str]:
    return frozenset(read_lists(_LIST)[name])


@cache
def _cues() -> Phrases:
    lists = read_lists(_LIST)
    return Phrases(
        {name: lists[name] for name in ("heading", "self", "anywhere", "at", "founded", "sentence: hires", "team")},
        followed=("at",),
    )


@cache
def _first_words(name: str) -> FirstWords:
    return FirstWords(read_lists(_LIST)[name])


@cache
def _first_verbs() -> frozenset[str]:
    return _first_words("sentence: hires").first | _first_words("sentence: is").first


@cache
def _last_words() -> frozenset[str]:
    """The last words of what `_ending` takes off."""
    return frozenset(ending.split()[-1] for ending in read_lists(_LIST)["endings"])


@cache
def _ending() -> re.Pattern[str]:
    ordered = sorted(read_lists(_LIST)["endings"], key=len, reverse=True)
    return lazy(rf"\s(?:{'|'.join(map(re.escape, ordered))})$", re.IGNORECASE)


def is_whole_name(name: str, text_after: str = "") -> bool:
    """Whether a longer name (`Acme Robotics`) is the organisation's own, not a product or a department of
    `Acme`."""
    last = name.split()[-1].strip(".,").casefold()
    low = lowered(text_after)
    return (
        has_legal_form(name) or last in _entries("organisation words") or _is_organisation(low, 0, len(low))
    )
