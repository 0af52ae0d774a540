"""A company's name as a header, a label or a title states it."""

from __future__ import annotations

import re
from functools import cache

from ..letters import FIRST_CJK
from ..patterns import lazy
from ..vocab.lists import read_lists
from .occupations import names_occupation
from .organisations import has_legal_form, is_sure_name

_TEAM = lazy(r"^[\w &/-]{1,40}\s(?:team|group|department|division),\s(?=[^\W\d_])", re.IGNORECASE)
_DASHES = lazy(r"\s--+\s.*$|\s\|\s.*$")
_IN_TITLE = lazy(
    r"(?:@\s*|(?<=[^\W_]|\)|\])\s(?:at|na|no|bei|chez|till|hos)\s|\s-\sem\s|\sem\s(?=\[))\[?(?=[^\W_])(?P<name>[^\n|()\[\]–—`]{2,60}?)"
    r"(?=\s[-–—]\s|\s?[|()\[\]–—`]|\s\d{2,3}\s?%|\s-|,\s|$)",
    re.IGNORECASE,
)
_BRACKET_AT_END = lazy(r"^\[[^\[\]\n]{2,40}\][^\[\]\n]{3,80}\s\[(?P<name>[^\[\]\n]{2,50})\]$")
"""A board's title with the place before it and the company behind: `[Recife] Analista [Acme Consulting]`."""

_SMALL = lazy(r"(?:^|\s)[a-zà-ÿ]{1,12}(?:\s|$)")
"""A word without a capital: `Integração de Sistemas` is a field."""

_CHINESE_HIRES = lazy(
    r"^(?:[\[【（][^\]】）\n]{0,20}[\]】）])?\s{0,2}(?P<name>(?:[\u4e00-\u9fff]{1,8}\s?)?[A-Z][A-Za-z0-9.&-]{1,20}(?:\s[A-Z][A-Za-z0-9.&-]{1,20}){0,3})"
    r"\s?(?P<firm>公司|科技|集团|集團)?\s{0,2}(?:(?P<asks>诚聘|诚招|誠聘)|招聘|急聘|徵才)"
)
"""`[远程] Acme Labs 诚聘 厨师`: a name in Latin letters before the words for hiring."""
_WORDS_AT_END = lazy(
    r"\s(?:100%|remot[eoa]s?|home office|híbrid[oa]|hybrid|presencial)\b.*$", re.IGNORECASE
)
_CAPITAL_INSIDE = lazy(r"\s\W{0,2}[^\Wa-z_]|^[a-z]")
"""What a name of several words has and a sentence has not: `Society for science and Industry`; or nothing is capital."""
_SPEAKS = lazy(r"(?:[Ww]e|[Ww]ir|[Nn]ous|[Ww]ij|[Nn]osotros|[Nn]ós|[Nn]oi|[Ss]omos|[Ss]iamo|[Ee]en|[Ee]ine?|[Uu]m?a|[Uu]ne)\s[a-zà-ÿ]")
"""How a sentence on the firm begins: `Wir sind ein kleines Haus`, not `We Are Weavers`."""
_LONGEST_LABEL, _MOST_WORDS = 70, 9

_COUNTS = lazy(r"\d{1,3}(?:-\d{1,3})?\s[a-z]{3,12}\s[a-z]")
"""How a sentence begins that a board took for a name: `12 summer interns to work on …`."""


def clean_company(value: str, *, labelled: bool = False) -> tuple[str, str]:
    """A stated name without what a board adds to it, and why it is none (empty where it is one).

    `labelled` is for lines of running text, where a sentence may follow the colon.
    """
    name = value.strip().partition("\n")[0].strip("*_`\"'“” ")
    lowered = name.casefold()
    for mark in read_lists("companies.txt")["cut off"]:
        at = lowered.find(mark)
        if at == 0 and len(mark) > 12:
            name, lowered = name[len(mark) :].strip(), lowered[len(mark) :].strip()
        elif at > 0:
            name, lowered = name[:at].strip(" -–—,"), lowered[:at].strip(" -–—,")
    name = _DASHES.sub("", _TEAM.sub("", name)).strip()
    return name, _refusal(name, labelled)


_RATING = lazy(r"[0-5][.,]\d")
"""What boards put under a name: `Acme` and `3.8` in the line below."""


def _refusal(name: str, labelled: bool) -> str:
    if not re.search(r"[^\W_]", name):
        return "no name"
    if _RATING.fullmatch(name):
        return "a rating, not a name"
    if name.casefold().strip(" .") in _fillers():
        return "a filler, not a name"
    if labelled and ("http" in name or "www." in name or ": " in name):
        return "a sentence, not a name"
    if (
        names_occupation(name, loose=False)
        and not has_legal_form(name)
        and name.casefold().split()[-1] in read_lists("companies.txt")["ends of roles"]
    ):
        return "an occupation, not a name"
    words = len(name.split())
    sentence = words > _MOST_WORDS or (words > 4 and name.endswith((".", "!", "?")))
    sentence = sentence or (words > 3 and not _CAPITAL_INSIDE.search(name))
    sentence = sentence or (words > 2 and _SPEAKS.match(name) is not None and not has_legal_form(name))
    sentence = sentence or (words > 3 and ", " in name and name == name.casefold())
    if (labelled or _COUNTS.match(name)) and (sentence or len(name) > _LONGEST_LABEL):
        return "a sentence, not a name"
    return ""


def company_in_title(title: str) -> tuple[int, int] | None:
    """Where a title names the company: `Developer @ Acme`, `Engineer at Acme`, `Developer na Acme - Vaga`."""
    for match in _IN_TITLE.finditer(title):
        start, end = match.span("name")
        trailing = _WORDS_AT_END.search(title, start, end)
        end = trailing.start() if trailing else end
        end = start + len(title[start:end].rstrip(" ,.;:-–—"))
        name = title[start:end]
        joined = "@" in match[0] or (not name[:1].islower() and names_occupation(title[: match.start()]))
        if name.casefold() in _fillers():
            continue
        if joined and len(name) > 1 and not name.casefold().startswith(("home office", "brasil", "remot")):
            return start, end
    return _behind_or_before(title)


def _behind_or_before(title: str) -> tuple[int, int] | None:
    """A name in a bracket at a title's end, or before a Chinese word for hiring, that surely is an organisation's."""
    behind = _BRACKET_AT_END.match(title) if title.startswith("[") and title.endswith("]") else None
    if behind and _is_firm(behind["name"]) and not names_occupation(behind["name"]):
        return behind.span("name")
    hires = _CHINESE_HIRES.match(title) if max(title, default="") >= FIRST_CJK else None
    if hires and (hires["firm"] or _is_firm(hires["name"]) or _asks_politely(hires)) and len(hires["name"]) > 4:
        return hires.span("name") if not names_occupation(hires["name"]) else None
    return None


def _asks_politely(hires: re.Match[str]) -> bool:
    """Whether several words stand before 诚聘, with which only who hires begins: `Acme Network 诚聘`."""
    return hires["asks"] is not None and " " in hires["name"] and is_name_in_title(hires["name"])


def _is_firm(name: str) -> bool:
    """Whether a name says by its last word that it is a firm's, and the words before are none of a department's."""
    first, _, last = name.rpartition(" ")
    told = is_sure_name(name) or (first and last.casefold() in read_lists("companies.txt")["ends of firms"])
    return bool(told) and (has_legal_form(name) or not first or (is_name_in_title(first) and not _SMALL.search(first)))


def is_name_in_title(name: str) -> bool:
    """Whether what a dash parts from a title is a company's name rather than a department or a work mode."""
    words = [word.strip(".,&").casefold() for word in name.split()]
    common = set(read_lists("companies.txt")["not names"]) | set(read_lists("companies.txt")["departments"])
    if not words or len(words) > 5 or names_occupation(name):
        return False
    return (name[:1].isupper() or has_legal_form(name)) and not any(word in common for word in words)


@cache
def _fillers() -> frozenset[str]:
    return frozenset(read_lists("companies.txt")["fillers"])
