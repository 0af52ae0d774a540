"""What a title says: the cleaned title, the occupation in it and its level."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..letters import FIRST_CJK, unescaped
from ..literals import Gated
from ..patterns import lazy
from ..record import Seniority
from ..vocab.lists import any_word, gated, read_lists
from .occupation_names import name_at
from .occupations import heads, is_occupation, names_occupation, names_vaguely, words
from .places import is_big, read_places
from .seniority import level_words, read_seniority, without_levels, without_numerals
from .title_edges import before_joint, chinese_post, without_edges


class Role(NamedTuple):
    """A title read: `occupation` is what remains of it, `named` whether that surely names one."""

    title: str
    occupation: str
    seniority: Seniority | None
    named: bool


_LINK = lazy(r"!?\[([^\[\]\n]{1,200})\]\([^()\s]{0,400}\)")
_MARKS = lazy(r"[`\\]|\*\*+|(?<![^\W_])\*|\*(?![^\W_])|(?<!\w)_+|_+(?!\w)|^\s*\#{1,6}\s|\s\#{1,6}\s*$")
_MARK_SIGNS = frozenset("`\\*_#")
_TAG = lazy(r"</?[a-zA-Z][^<>\n]{0,80}>")
_EMOJI = lazy(
    "[\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u2600-\u27bf\u2b00-\u2bff\ufe0e\ufe0f"
    "\u200b-\u200f\u20e3\U000e0020-\U000e007f]"
)
_LETTER = lazy(r"[^\W\d_]")
_WORD = lazy(r"[^\W\d_]+")

_BRACKETED = lazy(
    r"\s?(?:\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|\{[^{}]{0,80}\}|（[^（）]{0,80}）|【[^【】]{0,80}】)"
)
_BRACKET_SIGNS = frozenset("([{（【")
_ROUND = lazy(r"\s?\([^()]{0,80}\)(?=[^\[\]]{1,80}\])")  # a bracket within a bracket
_GENDER = lazy(
    r"""
    \s? [(\[]? (?<![^\W_])
    (?: [mwfdhxi] \s? [/|,*] \s? [mwfdhxi] (?: \s? [/|,*] \s? [mwfdhxin*] ){0,2}     # m/w/d, H/F, f/m/x
      | all \s genders? | m\*w\*d | homme \s? / \s? femme )
    (?![^\W_]) [)\]]?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GENDER_SIGNS = frozenset("/|,*")
_PARTING = r"""
    \s [-–—―•·~]{1,3} \s | \| | \s [-–—]{1,3} (?=\S) | (?<=\S) [–—]      # dashes, pipes
    | (?<=\S) -- (?=\S) | (?<=\S) - \s (?! (?: und | oder | and ) \s )
    | (?<!\w-), | ; | :\s | @ | [：，；｜] | ·(?![a-zà-ÿ])
    """
_CUT = lazy(_PARTING, re.VERBOSE)
_CUT_CHINESE = lazy(rf"{_PARTING} | (?<=[\u2e80-\uffff]) - | - (?=[\u2e80-\uffff])", re.VERBOSE)
"""Where there are no blanks. A pattern of its own, for its wide classes take three milliseconds to compile."""
_HYPHENED = lazy(r"(?<=[^\W\d_]{3})-(?=[A-Z][a-z])(?!(?:Led|Based|Level|Driven|Facing|Focused|Oriented|In|To|Side)\b)")
_NUMBER_OF_POST = lazy(
    r"^\s?\d{2,6}[-_]\d{2,6}[_\s-]"
    r"|(?<![^\W_])(?:(?:r|id|req|ref|jr|job)[.:]?[-_\s\#]?\d{3,10}|\d{4}-\d{3,8}|\#\s?\d{2,10}|\d{5,10})(?![^\W_])"
    r"|(?<=[^\W\d_])\s(?:IC|[LNTPE])[1-9](?=$|\s?[-–,(])",
    re.IGNORECASE,
)
_DIGIT = lazy(r"\d")
_SEPARATORS = " \t,;:/|&!*–—-"


_QUOTED = re.compile(r"[\"“„]([^\"“”„]{0,300})[\"”“]")


_FULL_STOP = lazy(r"(?<=[a-z]{4})\.$")
"""The end of a sentence, not of an abbreviation: `Project Manager.`, but not `Asst.`."""


def clean_title(text: str) -> str:
    """A title without Markdown, HTML, emoji and the blanks around it; its words stay as they are."""
    text = unescaped(text)
    text = _LINK.sub(r"\1", text) if "](" in text else text
    text = _TAG.sub(" ", text) if "<" in text else text
    text = text if text.isascii() else _EMOJI.sub(" ", text)
    text = text if _MARK_SIGNS.isdisjoint(text) else _MARKS.sub("", text)
    text = text.replace("_", " ") if "_" in text and " " not in text.strip() else text
    text = " ".join(text.split()).rstrip(" :：,;").strip("-–— ")
    text = text[:-1] if _FULL_STOP.search(text) and text.count(" ") < 6 else text
    quoted = _QUOTED.fullmatch(text)
    return quoted[1].strip() if quoted else text


@lru_cache(maxsize=2048)
def read_role(text: str) -> Role | None:
    """The occupation and level of a title; None where nothing remains of it but marks."""
    title = clean_title(text)
    if not _LETTER.search(title):
        return None
    bare = _without_brackets(title)
    bare = chinese_post(bare) if max(title) >= FIRST_CJK else bare
    part = _sought(title) or without_edges(_telling_part(bare))
    occupation = _without_place(_reduced(part), title)
    return Role(title, occupation or title, read_seniority(title), names_vaguely(occupation))


_IN_PLACE = lazy(r" (?:in|en|em|à) (?=[^\W\d_])[^()\d]{3,40}$")


def _without_place(occupation: str, title: str) -> str:
    """Without a big city, or one whose country the title adds, at its end: `Analista de Redes em Recife`."""
    joint = _IN_PLACE.search(occupation)
    if joint is None or not names_vaguely(job := occupation[: joint.start()]):
        return occupation
    city = joint[0].split(" ", 2)[2]
    rest = title[max(0, title.rfind(city)) :] if city[:1].isupper() else ""
    place = next(iter(read_places(rest, strict=True)), None)
    if place is None or not place.city or place.start or place.end < len(city):
        return occupation
    return _reduced(job) if place.end > len(city) or is_big(place) else occupation


_BOARD_TITLE = lazy(r"\[([^\[\]\n]{2,40})\][ ]{1,3}[^\n]{3,80}?[ ](?:na|no|at|@)[ ]{1,3}\[?[A-Z0-9]")
"""`[Remoto] Front-end Sênior na Acme`: a board's own shape, whatever the words between a place and a company."""


def is_board_title(text: str) -> bool:
    """Whether a heading is a board's title: a city or the mode of work in its bracket, no sentence behind it."""
    board = _BOARD_TITLE.match(text)
    if board is None or _is_heading_over_list(clean_title(text)):
        return False
    modes = read_lists("titles.txt")["modes in brackets"]
    told = any(word.casefold() in modes for word in _WORD.findall(board[1]))
    return told or any(place.city for place in read_places(board[1], strict=True))


def is_page_name(text: str) -> bool:
    """Whether a title names a page of jobs rather than a job: `Offene Stellen`, `Careers`."""
    title = clean_title(text).casefold()
    return title in _page_names() or (title.startswith(_page_beginnings()) and not names_vaguely(title))


@cache
def _page_beginnings() -> tuple[str, ...]:
    return tuple(f"{words} " for words in read_lists("titles.txt")["page names begin"])


@cache
def _page_names() -> frozenset[str]:
    return frozenset(read_lists("titles.txt")["page names"])


def _sought(title: str) -> str:
    """The occupation that a title says somebody seeks: `Acme recherche un comptable`; empty where it does
    not."""
    said = _says_who_seeks().search(title)
    if said is None or names_occupation(title[: said.start()]):
        return ""
    name = name_at(title, said.end())
    return title[name.start : name.end] if name and not name.many else ""


@cache
def _says_who_seeks() -> Gated:
    verbs = read_lists("hiring.txt")["says who seeks"]
    return gated(any_word(verbs).pattern, verbs)


_LONGEST_TITLE = 110
"""Characters of the longest line that may be a title, most of them place and company."""

_CHINESE_SENTENCE = frozenset(",;!?，。；！？、「」")
"""Signs that part what Chinese says in a sentence, and jobs of which several are named."""

_ENDS_SENTENCE = lazy(r"[.?:;…]\s*$|(?<!\b[SJ]r)(?<!\bSnr)[.!?]\s+[A-Z]")


def looks_like_title(text: str, *, heading: bool = False) -> bool:
    """Whether a line that stands alone reads as a title: short, no sentence, no heading over a list, an
    occupation in it.

    A `heading` may be written in small letters.
    """
    names = names_vaguely if heading else names_occupation
    if len(text) > 2 * _LONGEST_TITLE or not names(text):
        return False
    title = clean_title(text)
    if not 3 <= len(title) <= _LONGEST_TITLE or _ENDS_SENTENCE.search(text.strip(" *_#`")) or "://" in title:
        return False
    if max(title) >= FIRST_CJK and not _CHINESE_SENTENCE.isdisjoint(title):
        return False
    if _is_heading_over_list(title) or (not heading and _sought(title)):
        return False
    return (heading or _is_written_as_title(title)) and names(_telling_part(_without_brackets(title)))


def _is_heading_over_list(title: str) -> bool:
    """Whether a line has words that no title has, or begins with one, unless there they name the occupation:
    `Full Stack Developer`, `Benefits Specialist`, `IT Manager`."""
    title = _without_brackets(title)
    lists, found = _not_titles(), list(_TITLE_WORD.finditer(title))
    land = "US" if not title.isupper() else ""  # `Data Engineer, US`, but not `ENGINEERS LIKE US`
    low = [word[0] if word[0] == land else word[0].casefold() for word in found]
    first = 2 if _CLASS.match(title) else 0  # `Class A Driver`
    if not low[first:] or len(low) > 14:
        return True
    for number, word in enumerate(low):
        if (word in lists[1] or (number == first and word in lists[0])) and not _names_it(title, found, number):
            return True
    return False


def _names_it(title: str, found: list[re.Match[str]], number: int) -> bool:
    """Whether such a word is part of the occupation's name: `IT`, the `stack` of a full one, a noun right
    before a person."""
    word, low = found[number], found[number][0].casefold()
    if word[0] == "IT":
        return not title.isupper()
    before = found[number - 1][0] if number else ""
    after = found[number + 1] if number + 1 < len(found) else None
    if low in _not_titles()[4] and after is not None and after[0][0].isupper():
        return not low.isascii() or (word[0] == low and before[:1].isupper())  # `São Paulo`, `Bernardo do Campo`
    pairs = {f"{before.casefold()} {low}", f"{low} {after[0].casefold()}" if after else ""}
    if not pairs.isdisjoint(_not_titles()[2]):
        return True
    return (
        after is not None
        and low in _not_titles()[3]
        and title[word.end() : after.start()] == " "
        and after[0][-1:].lower() != "s"
        and is_occupation(after[0])
    )


def _is_written_as_title(title: str) -> bool:
    """Whether the long words are capitalised, or there are but a few words."""
    long = [word for word in _TITLE_WORD.findall(title) if len(word) > 3]
    return len(long) <= 3 or sum(word[0].islower() for word in long) <= len(long) // 3


_CLASS = lazy(r"Class [A-C]\b")
_TITLE_WORD = lazy(r"[^\W\d_][\w'’]*")


@cache
def _not_titles() -> tuple[frozenset[str], ...]:
    lists = read_lists("hiring.txt")
    return tuple(
        frozenset(lists[name])
        for name in (
            "not first in a title",
            "not in a title",
            "two words of a name",
            "before an occupation",
            "in names of places",
        )
    )


# --- the part of a title that tells the occupation ------------------------------------------------


def _without_brackets(title: str) -> str:
    """The title without brackets; where they held all of it, the first bracket that names an occupation."""
    names = _naming(title)
    gender = None if _GENDER_SIGNS.isdisjoint(title) and "gender" not in title.lower() else _GENDER.search(title)
    if gender and names(title[: gender.start()]):
        title = title[: gender.start()]
    if _BRACKET_SIGNS.isdisjoint(title):
        return title
    title = _ROUND.sub("", title)
    bare = _BRACKETED.sub("", title)
    if before := before_joint(bare):
        return before
    if names(bare) or not names(title):
        return bare if _LETTER.search(bare) else title
    inner = [match[0].strip()[1:-1] for match in _BRACKETED.finditer(title) if match[0].strip() != title]
    return next((_without_brackets(text) for text in inner if names(text)), bare)


def _naming(title: str) -> Callable[[str], bool]:
    """What tells whether a part names the title's occupation: vague words do where there is none but them."""
    return names_occupation if names_occupation(title) else names_vaguely


def _telling_part(title: str) -> str:
    """Of the parts between separators the first that names an occupation; a bare rank takes the next part
    along."""
    chinese = bool(title) and max(title) >= FIRST_CJK
    cutting = _CUT_CHINESE if chinese else _CUT
    cuts = [(0, 0), *(match.span() for match in cutting.finditer(title)), (len(title), len(title))]
    parts = [(before[1], after[0]) for before, after in pairwise(cuts)]
    names = _naming(title)
    for number, (start, end) in enumerate(parts):
        part = _before_company(title[start:end])
        if not names(part):
            continue
        joined = title[end : parts[number + 1][0]] if number + 1 < len(parts) else ""
        if _is_bare(part) and joined.strip() in (",", "-", "–", "—"):
            return _before_company(title[start : parts[number + 1][1]])
        return part
    if chinese:
        return title  # a hyphen in it may join as well as part
    told = [part for start, end in parts if _reduced(part := title[start:end])]
    part = next((part for part in told if part.strip().casefold() not in _page_names()), title)
    joint = _joined().search(part)
    return part[: joint.start()] if joint and joint[0].strip() in ("na", "no", "at", "@") else part


def _before_company(part: str) -> str:
    """`Backend Engineer at Acme` without `at Acme`; `Engineer-Payments` without `-Payments`."""
    for pattern in (_joined(), _HYPHENED):
        for match in pattern.finditer(part):
            before = part[: match.start()]
            last = _WORD.findall(before)[-1:]
            vague = not names_occupation(part)
            named = pattern is not _HYPHENED and names_occupation(before, vague=vague)
            if last and (named or is_occupation(last[0], vague=vague)):
                return before
    return part


@cache
def _joined() -> re.Pattern[str]:
    joints = any_word(read_lists("titles.txt")["joined"]).pattern
    return lazy(rf"\s(?:(?i:at)\s|(?i:{joints})\s(?=[A-Z0-9]))")


def _is_bare(part: str) -> bool:
    """Whether a part holds nothing but words of rank and level: `Senior Manager`, `Director / Lead`."""
    rest = level_words().sub(" ", part)
    return all(word.casefold() in words().ranks for word in _WORD.findall(rest))


# --- what is taken out of it ----------------------------------------------------------------------


def _reduced(part: str) -> str:
    """A part without number of the post, employment type, work mode, level and place."""
    text = without_numerals(_NUMBER_OF_POST.sub(" ", part) if _DIGIT.search(part) else part)
    text = _taken_out().sub(lambda match: match["kept"] or " ", text)
    text = without_levels(text, nouns=False)
    for shorten in (
        lambda text: without_levels(text, nouns=True),
        lambda text: _places().sub(" ", text),
        _without_ending,
    ):
        shorter = shorten(text)
        text = shorter if shorter != text and _names_person(shorter) else text
    return (_trimmed(text) or _trimmed(part)).replace(" ,", ",")


def _names_person(text: str) -> bool:
    """Whether a text names an occupation by more than a rank."""
    return any(head[0].casefold() not in words().ranks for head in heads(text, vague=True))


def _without_ending(text: str) -> str:
    """`Data Scientist position` → `Data Scientist`."""
    shorter = _trimmed(text)
    while match := _ending().search(shorter):
        shorter = _trimmed(shorter[: match.start()])
    return shorter


def _trimmed(text: str) -> str:
    """Single blanks, and no separators or joining words left over at the ends (`.NET` and `C++` stay
    whole)."""
    words, joining = text.split(), read_lists("titles.txt")
    while words and (
        not words[-1].strip(_SEPARATORS + ".+") or words[-1].casefold() in joining["left over at the end"]
    ):
        words.pop()
    while words and (
        not words[0].strip(_SEPARATORS + ".+") or words[0].casefold() in joining["left over at the beginning"]
    ):
        words.pop(0)
    return " ".join(words).lstrip(_SEPARATORS + "+").rstrip(_SEPARATORS + ".").strip()


@cache
def _taken_out() -> Gated:
    lists = read_lists("titles.txt")
    kept, taken = any_word(lists["kept"]).pattern, any_word(lists["taken out"]).pattern
    return gated(rf"(?P<kept>{kept})|{taken}", lists["taken out"])


@cache
def _places() -> Gated:
    return any_word(read_lists("titles.txt")["places"])


@cache
def _ending() -> Gated:
    endings = read_lists("titles.txt")["ending"]
    return gated(any_word(endings).pattern + r"\s?$", endings)
