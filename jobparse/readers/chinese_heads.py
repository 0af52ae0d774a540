"""The organisation that a Chinese post names in its first line beside places and tags, or whose founding it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..letters import FIRST_CJK
from ..patterns import lazy
from ..vocab.lists import read_lists

_LIST = "companies.txt"

_TOP = 3
"""Lines with words among which the post's head is looked for."""

_LONGEST_HEAD = 80
"""Letters of a line that may be a head."""

_HAN = "\u4e00-\u9fff"
_LEGAL = lazy(
    rf"""
    ^ [\s\#*>\[【]{{0,8}}
    (?P<name> [{_HAN}A-Za-z0-9（）()]{{2,20}} (?: 有限公司 | 有限责任公司 | 股份公司 | 有限合伙 | 研究院 | 事务所 ) )
    """,
    re.VERBOSE | re.MULTILINE,
)
"""A name with its legal form at the beginning of a line."""

_IS_A_FIRM = lazy(
    rf"""
    ^ [\s\#*>-]{{0,8}}
    (?P<name> [{_HAN}]{{2,8}} | [A-Za-z][A-Za-z0-9.]{{1,19}} )
    (?: \s? [（(][^（）()\n]{{1,30}}[）)] )? [\s，,]{{0,2}}
    (?: 是 \s? (?:一[家个]|国内|中国|全球) [^。\n]{{0,60}}? (?: 公司 | 企业 | 平台 | 独角兽 | 机构 | 工作室 )
      | [^。，\n]{{0,12}} 公司，
      | 团队? 于 \s? (?:19|20)\d\d \s? 年[^。\n]{{0,12}}(?:成立|创立) | 成[立⽴]于 \s? (?:19|20)\d\d )
    """,
    re.VERBOSE | re.MULTILINE,
)
"""`山鹰是一家面向全球的公司`: a sentence at the beginning of a line tells what the name is."""

_ABOUT = lazy(
    rf"""
    ^ [\s\#*>]{{0,8}}
    (?: (?:关于|關於) \s? (?P<about> [A-Za-z][A-Za-z0-9.&-]{{1,20}} (?: [ ][A-Z][A-Za-z0-9.&-]{{1,20}} ){{0,2}} | [{_HAN}]{{2,8}} )
      | (?P<of> [A-Za-z][A-Za-z0-9.&-]{{1,20}} (?: [ ][A-Z][A-Za-z0-9.&-]{{1,20}} ){{0,2}} | [{_HAN}]{{2,8}}? )
        [ ]{{0,90}} (?:公司)? (?:介绍|简介|介紹|簡介) )
    [\s*]{{0,3}} [:：]? [\s*]{{0,3}} $
    """,
    re.VERBOSE | re.MULTILINE,
)
"""A line that is a heading on a firm, whose name may be a link: `关于 Acme`, `Acme 介绍`."""

_PART = lazy(r"[^\[\]【】|｜·@\-–—\s（()）]{1,40}(?:[ \t][A-Za-z0-9&.]{1,20}){0,3}")
_NAME = lazy(rf"(?=[^{_HAN}]{{0,10}}[{_HAN}])[{_HAN}A-Za-z0-9.&]{{2,14}}")
_TAG = lazy(
    r"(?:(?:社|校|急|直|内|热|诚)?[招聘推]聘?)+|[0-9.]{1,5}[kK千万]?.{0,12}|远程|全职|兼职|实习|内推|长期有效|组内直招|招聘|急招|HC.{0,4}"
)
"""What else stands in brackets before a title: `[社招]`, `[15k-30k]`."""

_AROUND = lazy(r"^(?:社招|校招|内推|招聘|急招|热招|诚聘|关于)+|(?:诚邀|诚聘|急聘|热招|招聘|招人|内推|介绍|是什么).{0,30}$")
def company_in_head(text: str, start: int = 0) -> tuple[int, int] | None:
    """Where a post with Chinese words names who hires, from an offset on; `None` where it is not plain."""
    heads = list(_heads(text, start))
    if not heads or max(max(text[slice(*head)]) for head in heads) < FIRST_CJK:
        return None
    below = text[slice(*heads[1])] if len(heads) > 1 else ""
    found = _LEGAL.search(text, start)
    if found:
        return found.span("name")
    if place := _of_head(text, *heads[0], _names_role(below)):
        return place
    found = _IS_A_FIRM.search(text, start)
    if found and not (_is_place(found["name"]) or _is_none(found["name"])):
        return found.span("name")
    return _of_heading(text, start)


def _of_heading(text: str, start: int) -> tuple[int, int] | None:
    """The firm that a heading is about, where the text names it again: `前端简介` is none."""
    for found in _ABOUT.finditer(text, start):
        group = "about" if found["about"] else "of"
        if not _is_none(found[group]) and text.count(found[group]) > 1:
            return found.span(group)
    return None


def _heads(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The first lines with words."""
    at, left = start, _TOP
    while at < len(text) and left:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if any(map(str.isalpha, text[at:end])):
            left -= 1
            yield at, end
        at = end + 1


def _of_head(text: str, start: int, end: int, over_role: bool) -> tuple[int, int] | None:
    """The first part of a head that is no tag and no place: `北京 - 山鹰 - 厨师`, `[社招][山鹰科技] 厨师`.

    `over_role`: the next line names a role.
    """
    if end - start > _LONGEST_HEAD:
        return None
    parts = list(_PART.finditer(text, start, end))
    for part in parts:
        words = part[0]
        if not words.strip("#*`") or _TAG.fullmatch(words) or _is_place(words):
            continue
        cut = _AROUND.sub("", words)
        if not _NAME.fullmatch(cut) or _is_none(cut):
            return None
        sure = cut.endswith(read_lists(_LIST)["ends of firms in chinese"]) or text.count(cut) > 1 or (over_role and len(parts) == 1)
        if sure or any(_names_role(other[0]) for other in parts if other.start() > part.start()):
            at = part.start() + words.index(cut)
            return at, at + len(cut)
        return None
    return None


def _is_none(name: str) -> bool:
    """Whether words are those of a job or a part of a post rather than a firm's name."""
    lists = read_lists(_LIST)
    return any(sign in name for sign in lists["no firm in chinese"]) or name.endswith(lists["ends of no firm in chinese"])


def _names_role(words: str) -> bool:
    return any(role in words for role in read_lists(_LIST)["roles in chinese"])


def _is_place(words: str) -> bool:
    from .places import read_places  # a big table, wanted in few posts only

    pieces = [piece for piece in re.split(r"[/、，,]", words) if piece]
    return bool(pieces) and all(any(place.end - place.start == len(piece) for place in read_places(piece)) for piece in pieces)
