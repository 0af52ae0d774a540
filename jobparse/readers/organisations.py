"""Names of organisations: what may be one, and how two spellings of one are known."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from ..letters import lowered
from ..patterns import lazy
from ..vocab.lists import read_lists
from .occupations import names_occupation

_LIST = "companies.txt"

_STOP = (
    r"(?!(?:We|You|Our|Your|The|It|Is|Are|Was|Has|Have|This|That|They|There|If|As|At|In|On|For|From|With|Who|What|Why|How|To|By|And|Or|But|Will|Can|"
    r"Founded|Wir|Nous|Job|Position|Role|Location|Company|Overview|Description)(?![^\W_]))"
)
_WORD = r"(?:[^\W\d_a-zß-öø-ÿ]|\d(?=\w{0,20}[^\W\d_])|[a-z]{1,2}(?=[A-Z]))[\w&+-]{0,30}"
_WORD += r"(?:[.'’][^\W\d_]\w{0,20}){0,3}(?:/[A-Z]\w{1,20}(?=[ ][A-Z]))?"
_WORD = rf"(?:St\.[ ](?=[A-Z]))?{_WORD}"
_SMALL = r"(?:of|the|and|for|de|da|do|dos|du|des|la|y|und|für|der|per|di|del|della|degli|dei|van|et|&|\+)"
_SMALL_WORD = lazy(_SMALL)
_LEGAL = "|".join(
    re.escape(form) for form in ("Inc.", "Inc", "LLC", "Ltd.", "Ltd", "Corp.", "Corp", "GmbH", "AG", "Co.")
)
_POINT = r"(?:(?<=[ ](?:Inc|Ltd|Pty|Lda|Srl))|(?<=[ ](?:Corp|Ltda))|(?<=[ ]Co)|(?<=[ ](?:S\.A|S\.L|B\.V|N\.V|L\.P)))\."
"""The point that belongs to a legal form: `Acme Inc. is`."""

_NAME = lazy(
    rf"""
    {_STOP}{_WORD} (?: [ ] (?: {_SMALL} [ ] ){{0,2}} {_STOP}{_WORD} ){{0,6}}
    (?: , [ ] (?: {_LEGAL}) (?![^\W_]) | [ ]e\.[ ]?V\.? | {_POINT} (?: [ ] (?: KGaA | KG | OHG ) (?![^\W_]) )? )?
    """,
    re.VERBOSE,
)
_POSSESSIVE = ("'s", "’s")
_SAINT = "St. "
"""How a hospital's or a school's name begins whose possessive ending belongs to it: `St. Mary's`."""

_WORDS_AFTER = lazy(r"[^\W_][\w'’-]{0,20}")

_ARTICLE = lazy(
    r"""
    (?: (?: (?: L' | La[ ] | A[ ] | Die[ ] | l' )?
        (?: association | entreprise | agence | société | start-?up | empresa | compañía | Firma )
      | [Tt]he | THE | D(?:ie|er|as) | Het | Il
      | (?: El | O | A | Le | La ) (?= [ ] (?: Grupo | Groupe | Gruppo ) [ ][A-Z]) )
    [ ]{1,4} )? (?: (?: Governors | Governing[ ]Body | Trustees | Board[ ]of[ ](?:Governors|Trustees) )[ ]of[ ](?:the[ ])? )?
    (?= [^\W_a-z] | [a-z]{1,2}[A-Z] )
    """,
    re.VERBOSE,
)
"""What stands before a name and is no part of it; in the view the marks of a link or of bold print are blanks."""

_SHORT_NEXT = lazy(r"[ ]\([A-Z]")
"""What shows that `Team` belongs to a name: `Wetland Mapping Team (WMT)`."""

_MOST_WORDS = 6
"""Words of a name that stands alone in a line, at most."""

LONGEST = 60
"""Characters of the longest name."""

_PUBLIC = frozenset({"office", "ministry", "department", "bureau", "embassy"})
"""Before `of`, first words of public bodies: `Office of the Attorney General` is no attorney."""


def name_at(text: str, at: int, *, heading: bool = False) -> tuple[int, int] | None:
    """The name that begins at an offset, without `The`, a possessive ending and words such as `Team`."""
    place = place_at(text, at)
    return place if place and is_name(text[place[0] : place[1]], heading=heading) else None


def place_at(text: str, at: int) -> tuple[int, int] | None:
    """The capitalised words that begin at an offset, which may be a name."""
    marks = text[at : at + 5]
    at += len(marks) - len(marks.lstrip(" \t*_"))
    article = _ARTICLE.match(text, at)
    at = article.end() if article else at
    match = _NAME.match(text, at)
    if match is None:
        return None
    name = match[0]
    glued = _AFTER_ROLE.search(name) if " " in name else None
    if glued and names_occupation(name[: glued.start()], loose=False):
        at, name = at + glued.start(), name[glued.start() :]
    if name.endswith(_POSSESSIVE) and not name.startswith(_SAINT):
        name = name[:-2]
    if name[name.rfind(" ") + 1 :].lower() in _last_words() and not _SHORT_NEXT.match(text, at + len(name)):
        name = _ending().sub("", name, count=1)
    return at, at + len(name)


_AFTER_ROLE = lazy(r"(?<=[a-z]{3})[A-Z](?=[a-z]{2}[A-Za-z ])")
"""Where a name may begin right behind a role that lost its line break: `Shop ClerkHeron Stores`."""


def is_name(text: str, *, heading: bool = False) -> bool:
    """Whether a capitalised phrase may be an organisation's name: no heading word, no occupation.

    A `heading` (`About One`) may name what would be a common word at the beginning of a sentence.
    """
    if not 1 < len(text) <= LONGEST or (" " not in text and text.endswith("ing") and not heading):
        return False
    words = [word.strip("'’.,").casefold() for word in text.split()]
    if (
        _GLUED.search(text)
        or common_words().issuperset(words)
        or text.casefold() in entries("fillers")
        or words[0] in entries("never first")
        or _is_noun(words)
        or (words[0] in entries("counts") and not heading)
    ):
        return False
    if words[0] in _PUBLIC and words[1:2] == ["of"]:
        return True
    if has_legal_form(text) or _DOTTED.fullmatch(text):
        return True
    return not (names_occupation(text, loose=False) or words[-1] in entries("ranks"))


def _is_noun(words: list[str]) -> bool:
    """Whether words are a noun of which alone no name is made, with an article or without: `El Equipo`."""
    bare = words[1:] if words[0] in entries("articles") else words
    return len(bare) == 1 and (bare[0] in entries("none alone") or (len(words) > 1 and bare[0] in common_words()))


_GLUED = lazy(r"[a-zà-ÿ](?:We|Our|You|They|This|These|Its|The)$")
"""`Job DescriptionWe are looking`: a heading and a sentence that lost the line break between them."""

_DOTTED = lazy(r"\w{2,30}\.(?:com|io|dev|ai|app|org|net|co)")
"""A name that is an address too: `Draft.dev` is no developer."""


def is_sure_name(line: str) -> bool:
    """Whether a line that stands alone is an organisation's name by its last word: `Saint Aldwin University`."""
    words = line.split()
    if not 1 < len(words) <= _MOST_WORDS or not line[:1].isupper() or not is_name(line):
        return False
    if any(word.islower() and not _SMALL_WORD.fullmatch(word) for word in words):
        return False  # `Nursing in a Community Hospital`
    return has_legal_form(line) or words[-1].casefold() in entries("sure organisations") or _is_of(words)


def names_kind(name: str) -> bool:
    """Whether a name says that it is an organisation's: `City of Heronville`, `Heron Institute`."""
    return _is_of(name.split()) or is_sure_name(name)


def is_part(key: str) -> bool:
    """Whether a name is that of a part of an organisation: `department of lamps`."""
    return _PART.match(key) is not None


_PART = lazy(r"(?:department|dept|division|school|faculty|college|section)[ ]of[ ]|(?:abteilung|fachbereich|lehrstuhl)[ ]")


def _is_of(words: list[str]) -> bool:
    """`City of Heronville`, `Heron Association of Governments`; not `School of Arts`, a part of one."""
    return any(word == "of" and last.casefold() in entries("sure before of") for last, word in pairwise(words))


def has_legal_form(name: str) -> bool:
    """Whether a name ends in `Inc.`, `GmbH` or the like."""
    return name.split()[-1].strip(",") in entries("legal forms")


def key_of(name: str) -> str:
    """The name without case, legal form, `The` and marks: two spellings of one organisation have one key."""
    words = name.replace("’", "'").replace(",", " ").replace(" e. V", " e.V").split()
    while len(words) > 1 and words[-1] in entries("legal forms"):
        words.pop()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    return _MARK.sub("", " ".join(words).casefold()).strip()


def are_one(one: str, other: str) -> bool:
    """Whether one name is the beginning of the other, or they end alike: `Acme` and `Acme Health`."""
    short, long = sorted((one, other), key=len)
    return long.startswith(f"{short} ") or one.split()[-3:] == other.split()[-3:]


_MARK = lazy(r"[^\w ]")


def is_sisters(low: str, name: str) -> bool:
    """Whether a text (given in small letters) calls a name that of another firm of the same owner."""
    return any(f"{sister} {name.lower()}" in low or f"{sister}, {name.lower()}" in low for sister in entries("sisters"))


def is_board(host: str) -> bool:
    """Whether a host belongs to a job board, an applicant tracking system or a social network."""
    parts = host.casefold().removeprefix("www.").split(".")
    return any(".".join(parts[at:]) in entries("boards") for at in range(len(parts) - 1))


_FRONT_PAGE = lazy(r"https?://(?!(?:jobs?|careers?|apply)\.|[^./]{0,63}-jobs?[.-])[^\s/?#]{3,255}/?")


def is_front_page(address: str) -> bool:
    """Whether an address leads to a site's first page, where no single post stands; not `https://gardener-job.acme.example`."""
    return _FRONT_PAGE.fullmatch(address) is not None


# --- the vocabulary -------------------------------------------------------------------------------


_SHORT = lazy(r"[ ]\((?:the[ ])?['\"“]?(?P<short>[A-Z][\w&.-]{1,20}(?:[ ][A-Z][\w&.-]{1,20}){0,2})['\"”]?\)")


def short_form(text: str, start: int, end: int) -> str:
    """What stands in brackets behind a name as its short form: `Wetland Mapping Office (WMO)`; empty where nothing does."""
    match = _SHORT.match(text, end)
    if match is None:
        return ""
    short, name = match["short"], text[start:end].casefold()
    return short if all(_shortens(piece, name) for piece in short.split()) else ""


def _shortens(piece: str, name: str) -> bool:
    """Whether a word of a short form is made of a name's letters, if in capitals, or begins as one of its words."""
    if not piece.isupper():
        return any(word.startswith(piece.casefold().rstrip(".")) for word in name.split())
    letters = iter(name)
    return name[0] == piece[0].casefold() and all(letter in letters for letter in piece.casefold() if letter.isalnum())


def initials(name: str) -> str:
    """`WMO` for `Wetland Mapping Office`; empty for less than three capitals."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return letters if len(letters) > 2 else ""


def times_named(low: str, name: str) -> int:
    """How often a name stands in a text in small letters, in any case, as whole words."""
    name = lowered(name)
    count, at = 0, low.find(name)
    while at >= 0:
        end = at + len(name)
        count += not low[at - 1 : at].isalnum() and not low[end : end + 1].isalnum()
        at = low.find(name, end)
    return count


def times_alone(low: str, view: str, name: str) -> int:
    """How often it stands there with no further name behind it; `view` is the text with its capitals."""
    name = lowered(name)
    count, at = 0, low.find(name)
    while at >= 0:
        end = at + len(name)
        whole = not low[at - 1 : at].isalnum() and not low[end : end + 1].isalnum()
        count += whole and not (low[end : end + 1] == " " and view[end + 1 : end + 2].isupper())
        at = low.find(name, end)
    return count


@cache
def common_words() -> frozenset[str]:
    """Words of which alone no name is made: `Information Security`, but `Menlo Security`."""
    return entries("not names") | entries("departments")


@cache
def entries(name: str) -> frozenset[str]:
    return frozenset(read_lists(_LIST)[name])


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
        has_legal_form(name) or last in entries("organisation words") or tells_organisation(low, 0, len(low))
    )


def tells_organisation(low: str, start: int, end: int) -> bool:
    """Whether one of the words is what organisations are called: `a company`, `the leading provider`."""
    known = entries("what organisations are")
    line = low.find("\n", start, end)
    return any(
        word in known for word in _WORDS_AFTER.findall(low, start, line if line >= 0 else min(end, len(low)))
    )
