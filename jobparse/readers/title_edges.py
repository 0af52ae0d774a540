"""What stands before and behind the occupation in a part of a title: `Stellenangebot`, `for our payments team`."""

from __future__ import annotations

import re
from functools import cache

from ..literals import Gated
from ..patterns import lazy
from ..vocab.lists import any_word, gated, read_lists
from .occupations import names_occupation, names_vaguely
from .seniority import level_words

_WORD = lazy(r"[^\W\d_]+")
_GENDER = lazy(r"[:*/·•._-]?(?:innen|in)$", re.IGNORECASE)
_POST_IN = lazy(
    r"\s(?:positions?|roles?|jobs?|openings?|stelle|poste|puesto|vaga)(\s(?:in|on|at|for|with|within|to|auf|en|em)\s)",
    re.IGNORECASE,
)
_COUNT = lazy(
    r"(?:\d{1,2}|two|three|four|five|six|several|multiple|zwei|drei|mehrere|deux|trois|plusieurs|dos|tres|varios|varias"
    r"|dois|duas|três|vários|várias)\s(?=[^\W\d_])",
    re.IGNORECASE,
)
_TIMES = lazy(r"\d{1,2}\s?x\s(?=[^\W\d_])", re.IGNORECASE)
_SEVERAL = lazy(r"\b(?:positions|openings|posts|jobs|stellen|postes|puestos|vagas)\b", re.IGNORECASE)
_JOINT = " \t:–—-"


def without_edges(part: str) -> str:
    """A part of a title without the words of the ad before the occupation and what it is for behind it.

    `Stellenangebot Java-Entwickler mit Reisebereitschaft` gives `Java-Entwickler`; where nothing that names an
    occupation would remain, or a word that says little alone (`Specialist for Accounting`), the part as it was.
    """
    return _without_tail(_without_front(part))


_CHINESE_AD = lazy(r"^[^,，。！]{0,60}?(?:诚聘|招聘|诚招|急聘|急招|誠聘|徵才)[\s:：]{0,3}(?=[^\s])")
_CHINESE_PAY = lazy(r"\s{0,3}(?:(?:薪水|薪资|薪資|薪酬|月薪|年薪)\s{0,2}[\d¥$]|\s\d{1,3}[kK]\s?[-~—]|\s?\d{4,6}\s?[-~—]\s?\d{4,6}).{0,60}$")
_CHINESE_QUOTE = lazy(r"[“「『\"](?P<post>[^“”「」『』\"]{2,30})[”」』\"][^“”「」『』\"]{0,12}$")
"""A post between quotation marks, and how many are sought: `诚聘“厨师”一名`."""


def chinese_post(title: str) -> str:
    """What follows the words by which a Chinese title says who hires, without the pay behind it: `某公司诚聘 厨师 月薪8k`."""
    said = _CHINESE_AD.match(title)
    rest = _CHINESE_PAY.sub("", title[said.end() :] if said else title)
    quoted = _CHINESE_QUOTE.match(rest) if said else None
    rest = quoted["post"] if quoted else rest
    return rest if names_vaguely(rest) else title


def before_joint(bare: str) -> str:
    """What stands before a joint left over where a bracket was: `Estágio na área de Redes na [Secretaria]`; else empty."""
    joint = _joined_at_end().search(bare)
    before = bare[: joint.start()] if joint else ""
    return before if names_vaguely(before) else ""


def _without_front(part: str) -> str:
    part = part.lstrip()
    for front in (_ads(), _COUNT if _SEVERAL.search(part) else _TIMES):
        ahead = front.match(part)
        rest = part[ahead.end() :].lstrip(_JOINT) if ahead else ""
        part = rest if rest[:1].isalpha() and names_occupation(rest, loose=False) else part
    return part


def _without_tail(part: str) -> str:
    post = _POST_IN.search(part)
    if post and _WORD.search(before := part[: post.start()]) and (
        names_vaguely(before) or not names_vaguely(part[post.end() :])  # not `Full-time job for a driver`
    ):
        return part[: post.start(1)]
    for joint in _joints().finditer(part):
        before = part[: joint.start()]
        if names_occupation(before) and (joint["top"] or _says_enough(before)):
            return before
    return part


def _says_enough(before: str) -> bool:
    """Whether words name an occupation without what follows: `Java Developer`, not `Coordinator` or `Facharzt`."""
    found = _WORD.findall(_GENDER.sub("", level_words().sub(" ", before).strip()))
    lists, last = read_lists("titles.txt"), found[-1].casefold() if found else ""
    if not last or last.endswith(lists["named with their field"]):
        return False
    return len(found) > 1 or last not in lists["too general without a field"]


@cache
def _joints() -> Gated:
    lists = read_lists("titles.txt")
    top, aim = lists["what comes on top"], lists["what it is for"]
    return gated(rf"\s(?:(?P<top>{any_word(top).pattern})|{any_word(aim).pattern})(?=\s)", [*top, *aim])


@cache
def _ads() -> re.Pattern[str]:
    return lazy(any_word(read_lists("titles.txt")["words for an ad"]).pattern + r"(?=[\s:–—-])", re.IGNORECASE)


@cache
def _joined_at_end() -> re.Pattern[str]:
    return lazy(rf"\s{any_word(read_lists('titles.txt')['joined']).pattern}\s{{0,9}}$", re.IGNORECASE)
