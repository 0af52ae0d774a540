"""Places in running prose, only right behind words that announce them: 'based in', 'candidates from', 'remote within'."""
from __future__ import annotations

import re
from functools import cache

from ..patterns import lazy
from ..vocab.lists import read_lists
from .places import Place, read_places

_BESIDE = 12
"""Characters between two places of one list."""
_MOST_BEFORE = 6
"""Words between the cue and the first name: 'in the heart of the city of'."""
_WORD = lazy(r"[^\W_][\w/'’-]*")
_END = lazy(r"(?<!\b[SMF]t)(?<!\b[UD]\.[SKC])[.;!?](?=\s|$)|\s[-–—]\s")
_STREET = lazy(r"(?:\d{1,6}\s[^,;.\n]{3,40}|[A-Z][^\W\d]{2,20}(?:\s[A-Z][^\W\d]{2,20}){0,2}),\s$")
"""A street or a quarter before its city: `12 Main Street, `."""
_ZONES = lazy(r"[ ]time[ ]?zones?\b", re.IGNORECASE)
"""Behind the last of several parts of the world these are no hours: `applicants in North America or European time zones`."""
_NEXT = lazy(r"(?:ern)?[\s/-]{1,2}([^\W\d_][\w/]*)")


_LISTED = lazy(
    r"[ ](?:(?:any|one)[ ]of[ ])?(?:the[ ]following|these)[ ](?:U\.?S\.?[ ])?(?:states|countries|locations|provinces|regions|areas|cities)"
    r"\b[^.;:\n]{1,80}:[ ](?=[A-Z])"
)
"""`one of the following states to be eligible: `"""


def leading_places(text: str, hint: str | None = None) -> list[Place]:
    """The places with which a stretch of prose begins, as far as they stand in one list; offsets are those of `text`."""
    listed = _LISTED.match(text)
    if listed:
        found = leading_places(text[listed.end() :], hint)
        return [place._replace(start=place.start + listed.end(), end=place.end + listed.end()) for place in found]
    if not _may_begin(text):
        return []
    stop = _end_of_list(text)
    return _leading(text, stop, hint) or _leading(text, min(stop, _end_of_name(text)), hint)


def _leading(text: str, stop: int, hint: str | None) -> list[Place]:
    found: list[Place] = []
    end = 0
    for place in read_places(text[:stop], hint, strict=True):
        between = text[end : place.start]
        near = len(between) <= _BESIDE and not re.search(r"[.;!?]", between) if found else _announces(between)
        if not near or not (_is_place_to_work(text, place) or (found and _ZONES.match(text, place.end))):
            break
        end = place.end
        found.append(place)
    return found


def _may_begin(text: str) -> bool:
    """Whether a name can follow: the first word that does not lead up to one begins with a capital or a digit."""
    for word in _WORD.finditer(text[:120]):
        if not word[0][0].islower():
            return True
        if word[0] not in _words("before the name"):
            return False
    return False


def _end_of_list(text: str) -> int:
    """Where the first word or mark stands behind which nothing belongs to the list."""
    mark = _END.search(text)
    end = mark.start() if mark else len(text)
    for word in _WORD.finditer(text, 0, end):
        if word.start() and word[0].lower() in _words("ends the list") and not word[0].isupper():
            return word.start()
    return end


def _end_of_name(text: str) -> int:
    """Where the sentence goes on behind the first name, so that what follows casts no doubt on it: 'Bonn suchen wir Profis'."""
    named = False
    for word in _WORD.finditer(text):
        if named and word[0].islower() and word[0] not in _words("inside a name"):
            return word.start()
        named = named or word[0][0].isupper()
    return len(text)


def _announces(between: str) -> bool:
    """Whether only small words, or a street, stand between the cue and the name."""
    street = _STREET.search(between)
    words = _WORD.findall(between[: street.start()] if street else between)
    marks = re.search(r"[.;!?]", between[: street.start()] if street else between)
    return len(words) <= _MOST_BEFORE and not marks and all(word.lower() in _words("before the name") for word in words)


def _is_place_to_work(text: str, place: Place) -> bool:
    """Not so in 'Eastern time zone', 'the U.S. healthcare system'."""
    after = _NEXT.match(text, place.end)
    if after is None:
        return True
    word = after[1].lower()
    if word in _words("not places"):
        return False
    adjective = not place.city and after[1].islower() and len(word) > 2 and word not in _words("after the name")
    return not adjective


@cache
def _words(heading: str) -> frozenset[str]:
    return frozenset(read_lists("place_cues.txt")[heading])
