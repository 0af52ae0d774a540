"""Names of organisations in running text, and the words beside them that tell who hires."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from ..patterns import lazy
from ..vocab.lists import read_lists
from .occupations import is_occupation
from .organisations import common_words, entries, has_legal_form, is_name, name_at, place_at, tells_organisation
from .phrases import FirstWords, Hit, Phrases

_LIST = "companies.txt"


class Mention(NamedTuple):
    """A name at `text[start:end]` and how strongly its cue says that it is the one that hires (7 best)."""

    start: int
    end: int
    cue: str
    weight: int


_SENTENCE = lazy(
    r"""
    [.!?:•*\n] (?: (?<=\n) [ \t]{0,200}+ | (?<=[•*]) | [ \t] )   # what ends a sentence, or stands before one
    [ \t*•_\#>"'“(-]{0,6}
    (?= [^\W_a-z] | [a-z]{1,2}[A-Z] )
    (?: (?: The | A | O ) [ ]{1,2} )?
    (?P<first> [^\W_][\w'’]{0,30} )
    """,
    re.VERBOSE,
)
_SUFFIX = lazy(r"[ \t]?[®™©](?![^\W_])|[ \t]{1,4}\([^()\n]{1,60}\)|,[ ][^,.\n]{2,50},(?=[ ])")
_NOUN_ARTICLES = frozenset({"Die", "Der", "Das", "Het", "Il", "El", "Los", "Las", "Les"})
"""Before any noun too: what follows is the organisation's name only where the text says so."""

_WORDS_AFTER = lazy(r"[^\W_][\w'’-]{0,20}")
_ALNUM = lazy(r"[^\W_]+")
_OWN = lazy(r"(?:'s|’s)[ \t]{1,4}([a-z]{3,14})")
_LINE_END = lazy(r"[^\w\n]{0,4}(?:\n|$)|,[ ][A-Z][\w. ]{2,20},[ ][A-Z]{2}[ ]{0,3}(?:\n|$)")
_LAST_WORD = lazy(r"([^\W\d_]+)[^\w\n]{0,2}$")
_YEAR_FIRST = lazy(r"[\w ]{0,12}[ ](?:1[89]|20)\d\d[^.,;\n]{0,60},[ ]{1,4}(?=[A-Z0-9])")
_FOR_YEARS = lazy(r"[ ](?:\d{2,3}|[a-z]{3,9})[ ](?:years|decades),[ ]{1,4}(?=[A-Z0-9])")
"""`For over 40 years, Acme has …`: what stands between the first words and the name."""

_HAS_BEEN = lazy(r"[ ](?:has|have)[ ](?!been[ ](?:our|your|my|the[ ]tool)\b|named|ranked|rated|recogni[sz]ed|trusted|awarded|chosen)")
"""What the organisation did itself: not `For 20 years, Acme has been our partner`, `has ranked us`."""

_DOES = lazy(r"[ \t]{1,4}(?:[a-z]{3,14}s[ ][a-z]|is[ ](?:[a-z]{3,12}ly[ ])?[a-z]{3,14}ing[ ])")
_NAME_BEFORE = lazy(r"(?:^|(?<=[\s(]))(?:[A-Z0-9][\w&+/-]{0,30}(?:[ ]|$)){1,5}$")
_TITLES = ("Dr. ", "St. ", "Prof. ", "Mr. ", "Ms. ", "Mrs. ", "& Co. ")
"""Before a person's name, a saint's, and before `KG`: they end no sentence."""

_HIS = lazy(r"[^.!?\n]{0,120}[ ](?:his|her)[ ]")
"""What follows a person's name: `Jane Moss is looking for a student in her lab`."""

_HEADING = lazy(
    r"(?:(?:[A-Z][a-z]{1,14}[ ]){1,2}(?:Functions|Description|Summary|Overview|Responsibilities|Details|Duties)|About[ ]Us)[ ](?=[A-Z])"
)
_CALLED = lazy(r"\b(?:hiring|looking[ ]for|seeking)[ ][^.!?;:\n]{0,60}$")
_WORKED = lazy(r"\b(?:experienced?|worked|formerly|previously|was|were|been)\b[^.!?;:\n]{0,60}$")
"""What makes the role one of the past: `who worked as an engineer at Acme`."""
_CALL = 80
"""How far before `at Acme` the words stand that call for the person: `We're hiring cooks at Acme`."""

_NEAR, _FAR = 45, 120
"""Within how many letters the text tells that a name is an organisation's: behind an article and else."""

_LINK, _APPOSED = 300, 200
"""How far a verb may stand behind a name whose link's address stands between, and behind the sentence's beginning."""


_WE_NEXT = lazy(r",[ ](?:we|our|we're|we've|you'll|you[ ]will)[ ]")
_AND_WE = lazy(r"[ ]{1,300}(?:and|und|et|y|e)[ ](?:we|wir|nous|nós|nosotros|[a-zà-ÿ]{2,12}(?:mos|iamo))[ ]")
_ARTICLE_NEXT = lazy(r",[ ](?:an?|the|one[ ]of|your|ein|eine|der|die|une?|uma?|el|la|le|[Mm]ore[ ]than)[ ]")
_WE_AGAIN = lazy(
    r"[.!][ ]{1,3}Join[ ]us[ ]|[.!][ ]{1,3}(?:[Ww]e[ ]are|[Ww]e're|Wir[ ]sind|Nous[ ]sommes|(?:Nós[ ]|Nosotros[ ])?[Ss]omos|Siamo)"
    r"[ ](?:an?|the|one[ ]of|ein|eine|une?|uma?|el|la)[ ]"
)
_BEFORE_NAMES = ("at", "At", "About", "about", "join", "Join", "bei", "Bei", "Über", "chez", "Chez", "na", "Na", "presso")
_ACTS = lazy(r"[ ](?!minds|people|souls|heads|spirits|hearts|brains|means)[a-z]{3,14}s[ ](?:[a-z]{3,14}|an?)\b")
_USED = 10_000
"""How far around its mention a name may be used as one."""

_PARTS_OF_A_NAME = (" of ", " and ", " & ", " for ", " de ", " da ", " do ", " del ", " du ", " des ", " e ", " y ", " et ", " und ")
"""What stands before the rest of a longer name, whose beginning is written small or is none."""

_STATE = lazy(r",[ ][A-Z]{2}(?![^\W_])")

_UNIVERSITY = lazy(
    r"""
    [ ](?:at|of|in|by|der|die|an|am|de|da|la|la|à|en|na)[ ] (?:the[ ]|der[ ])?
    (?P<name> University [ ] of [ ] [A-Z][\w'-]{1,20} (?:[ ](?:at[ ])?[A-Z][\w'-]{1,20}){0,3}
      | (?: (?:Technischen?[ ])?Universität | Hochschule | Université | Universidad | Universidade )
        (?:[ ](?:de|d'|des|du|da|do|del|la|für|zu))? (?:[ ][A-Z][\w'-]{1,20}){1,3}
      | (?: [A-Z][\w.'-]{1,20}[ ]){1,5} (?: Institute | Institution | College | Museum | Observatory ) (?![ ](?:of[ ])?[A-Z])
      | (?: [A-Z][\w.'-]{1,20}[ ]){1,4} University (?:[ ]of[ ][A-Z]\w{1,20}(?:[ ]and[ ][A-Z]\w{1,20})?)? )
    """,
    re.VERBOSE,
)
_UNIVERSITY_WORDS = ("universi", "institut", "college", "hochschule", "museum", "observatory")
_HAS = r"has[ ](?:an?[ ])?(?:[a-z-]{2,20}[ ])?(?:opening|vacancy|position)"
_OPENS = lazy(
    rf"[^.!?;\n]{{0,60}}?\b(?:seek(?:s|ing)|invites?|invited|recruit(?:s|ing)|hir(?:es|ing)|{_HAS}"
    r"|sucht|zu[ ]besetzen|recrute|recherche|busca|convoca|seleciona|contrata)\b"
)
_POSITION = lazy(
    r"\b(?:position|vacancy|opening)(?:[ ](?:in|of|as|for|on)[ ][^.!?;:,\n]{1,50})?$"
    r"|\bjoin[ ](?:our|the|my|her|his|a)[ ][\w ]{2,40}$"
)
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
    if any(word in low for word in _UNIVERSITY_WORDS):
        yield from _of_universities(text, start)


def may_tell_hiring(low: str) -> bool:
    """Whether a text in small letters has a word without which no mention of the cue `hires` is found in it."""
    return not _hiring_verbs().isdisjoint(_ALNUM.findall(low))


def _sentences(text: str, start: int) -> Iterator[int]:
    """Where the first word of a sentence (after `The`) is no common one, or a capital follows it (`City of`,
    `First Bank`)."""
    never, common = entries("never first"), common_words()
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
    place = place_at(text, at)
    if place is None or text.endswith(_TITLES, 0, at):
        return None
    start, end = place
    if text[end : end + 1] in ("'", "’") and (own := _OWN.match(text, end)):
        return Mention(start, end, "own", 2) if own[1] in entries("own") else None
    suffix = _SUFFIX.match(text, end)
    after = suffix.end() if suffix else end
    blanks = text[after : after + _LINK]
    after += max(0, len(blanks) - len(blanks.lstrip(" ")) - 1)  # in the view a link's address is blank
    if text[after : after + 1] not in (" ", "\t") or "\n" in text[after : after + 2]:
        return None
    if _AND_ITS.match(low, after):
        return Mention(start, end, "is", 5)
    word = _WORDS_AFTER.search(low, after, after + 60)
    if word and word[0] in _first_verbs():
        words = _WORDS_AFTER.findall(low, after, min(len(low), after + 60))
        if _first_words("sentence: hires").match(words) or _first_words("sentence: seeks").match(words):
            if _HIS.match(text, after):
                return None
            return Mention(start, end, "hires", 5)
        if words[1:4] == ["on", "a", "mission"]:
            return Mention(start, end, "mission", 4)
        if size := _first_words("sentence: is").match(words):
            if _IS_A_THING.match(low, after):
                return None
            noun = text[at : at + 4].split(" ")[0] in _NOUN_ARTICLES
            reach = after + sum(len(word) + 1 for word in words[:size]) + (_NEAR if noun else _FAR)
            if tells_organisation(low, after, reach):
                return Mention(start, end, "is", 5)
            return Mention(start, end, "is", 1 if noun and not has_legal_form(text[start:end]) else 3)
    if word and word[0][-1] == "s" and _DOES.match(text, after):
        doing = low.startswith(" is ", after)
        return Mention(start, end, "is" if doing else "does", 3 if doing else 1)
    return None


_AND_ITS = lazy(r"\s(?:and|&)\s(?:all\s(?:of\s)?)?its\s(?:affiliat|subsidiar|(?:group|family)\sof\s(?:companies|brands))")
"""`Acme Mills and its affiliates …`: who has some is a firm, and mostly the one that hires."""

_IS_A_THING = lazy(
    r"\sis\s(?:an?|the)\s(?:[\w-]{1,20}\s){0,4}"
    r"(?:program|programme|project|process|procedure|role|position|job|module|database|protocol|methodology|certification)\b"
)
"""`Apollo is a program of …`: hardly an employer."""


def _of_heading(text: str, hit: Hit) -> Iterator[Mention]:
    """`About Acme` alone in a line, or at its beginning."""
    if not _begins_line(text, hit.start):
        return
    name = name_at(text, hit.end, heading=True)
    if name and _LINE_END.match(text, name[1]):
        yield Mention(*name, "heading", 5)
    elif name and text[hit.start].isupper():
        yield Mention(*name, "beginning", 3)


def _of_anywhere(text: str, hit: Hit) -> Iterator[Mention]:
    """`join the team at Acme`."""
    name = name_at(text, hit.end)
    if name:
        yield Mention(*name, "anywhere", 3)


def _of_self(text: str, hit: Hit) -> Iterator[Mention]:
    """`We're Acme, a maker of maps`; `We are Acme. We are a maker of maps`, where the text names Acme again."""
    name = name_at(text, hit.end)
    if name is None or not text[name[0]].isupper():
        return
    if _ARTICLE_NEXT.match(text, name[1]) or _AND_WE.match(text, name[1]):
        yield Mention(*name, "self", 5)
    elif _WE_AGAIN.match(text, name[1]) and _is_used_as_name(text, name):
        yield Mention(*name, "we are", 7)


def _is_used_as_name(text: str, place: tuple[int, int]) -> bool:
    """Whether words with capitals stand elsewhere as a name does: not `We are Curious. We are a team. Be Curious with us`."""
    name, begin = text[slice(*place)], max(0, place[0] - _USED)
    around = text[begin : place[1] + _USED]
    if " & " in name and around.count(name) > 1:
        return True
    if any(f"{before} {name}" in around for before in _BEFORE_NAMES) or f"{name}'s " in around:
        return True
    again = around.find(f"{name} ", place[1] - begin)
    return again > 0 and _ACTS.match(around, again + len(name)) is not None


def _of_at(text: str, hit: Hit) -> Iterator[Mention]:
    """`At Acme, we …`; `Backend Engineer at Acme`; `days at Acme are`."""
    name = name_at(text, hit.end)
    if name is None or _STATE.match(text, name[1]):
        return
    if text[hit.start].isupper():
        words = _WORDS_AFTER.findall(text[name[1] : name[1] + 24].lower())
        if text.startswith(",", name[1]) or (words and words[0] in entries("pronouns")):
            yield Mention(*name, "at", 5 if _WE_NEXT.match(text, name[1]) else 4)
        elif (words and hit.end - hit.start != 2) or text[hit.start : hit.end].lower() in ("en", "na", "no"):
            yield Mention(*name, "at", 3)  # `En Acme trabajamos`
    elif hit.end - hit.start == 2 and text[hit.start : hit.end] != "da":
        before = _LAST_WORD.search(text, max(0, hit.start - 30), hit.start)
        role = before is not None and is_occupation(before[1], loose=False)
        first = max(0, hit.start - _CALL)
        role = role and _WORKED.search(text, first, hit.start) is None
        called = role and _CALLED.search(text, first, hit.start)
        yield Mention(*name, "role at", 5 if called else 4) if role else Mention(*name, "somewhere", 2)


def _of_founded(text: str, hit: Hit) -> Iterator[Mention]:
    """`Founded in 1977, Acme …`."""
    after = _YEAR_FIRST.match(text, hit.end)
    name = name_at(text, after.end()) if after else None
    if name:
        yield Mention(*name, "founded", 4)


def _of_years(text: str, hit: Hit) -> Iterator[Mention]:
    """`For more than 30 years, Acme has …` at the beginning of a sentence."""
    after = _FOR_YEARS.match(text, hit.end) if text[hit.start] == "F" else None
    name = name_at(text, after.end()) if after else None
    if name and _HAS_BEEN.match(text, name[1]):
        yield Mention(*name, "founded", 4)


def _of_hiring(text: str, hit: Hit) -> Iterator[Mention]:
    """`… Acme is hiring a …` within a line that lost its breaks."""
    apposed = _apposed(text, hit)
    if apposed:
        yield Mention(*apposed, "hires", 5)
        return
    end = len(text[max(0, hit.start - _LINK) : hit.start].rstrip(" ")) + max(0, hit.start - _LINK)
    before = _NAME_BEFORE.search(text, max(0, end - 60), end)
    name = name_at(text, before.start() + _after_heading(before[0])) if before else None
    if name is None or name[1] != end or text.endswith(_PARTS_OF_A_NAME + _TITLES, 0, name[0]):
        return
    if end - name[0] == _CODE and text.endswith(", ", 0, name[0]):
        return  # `a firm in Dayton, OH is hiring`
    told = _LAST_WORD.search(text, max(0, name[0] - 30), name[0])
    if told and told[1].lower() in entries("another's"):
        return
    begins = text[max(0, name[0] - 3) : name[0]].strip(" \t*_") in (".", "!", "?", ":", "•", "\n", "")
    if not begins and not _HIS.match(text, hit.end):
        yield Mention(*name, "hires", 5)


_CODE = 2
"""Letters of a state's code."""


def _after_heading(words: str) -> int:
    """Where a name begins behind a heading that lost its line: `Essential Functions Acme`; 0 where none stands there."""
    heading = _HEADING.match(words)
    return heading.end() if heading else 0


def _apposed(text: str, hit: Hit) -> tuple[int, int] | None:
    """`Acme, a maker of maps based in Ohio, is hiring`: the sentence begins with the name."""
    if text.startswith("are", hit.start):
        return None
    first = 0
    for stop in _SENTENCE_END.finditer(text, max(0, hit.start - _APPOSED), hit.start):
        first = stop.end()
    name = name_at(text, first) if first else None
    if name is None or name[1] >= hit.start or not _ARTICLE_NEXT.match(text, name[1]):
        return None
    told = tells_organisation(text[name[1] : hit.start].lower(), 0, hit.start - name[1])
    return name if told and not text.endswith(_TITLES, 0, name[0]) else None


def _of_team(text: str, hit: Hit) -> Iterator[Mention]:
    """`the Acme team`."""
    before = _NAME_BEFORE.search(text, max(0, hit.start - 60), hit.start)
    if before is None:
        return
    begins = before[0].startswith("The ")
    if begins or text[max(0, before.start() - 4) : before.start()].lower() == "the ":
        name = name_at(text, before.start() + 4 * begins)
        if name and name[1] == hit.start - 1:
            yield Mention(*name, "team", 2)


_FINDERS: dict[str, Callable[[str, Hit], Iterator[Mention]]] = {
    "heading": _of_heading,
    "self": _of_self,
    "anywhere": _of_anywhere,
    "at": _of_at,
    "founded": _of_founded,
    "for years": _of_years,
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


@cache
def _cues() -> Phrases:
    lists = read_lists(_LIST)
    return Phrases(
        {name: lists[name] for name in ("heading", "self", "anywhere", "at", "founded", "for years", "sentence: hires", "team")},
        followed=("at",),
    )


@cache
def _first_words(name: str) -> FirstWords:
    return FirstWords(read_lists(_LIST)[name])


@cache
def _hiring_verbs() -> frozenset[str]:
    return _first_words("sentence: hires").first | _first_words("sentence: seeks").first


@cache
def _first_verbs() -> frozenset[str]:
    return _hiring_verbs() | _first_words("sentence: is").first
