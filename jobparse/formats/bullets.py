"""What begins a list item: dashes, bullets of many fonts, numbers. Shared by Markdown and plain text."""
from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import NamedTuple

from ..patterns import lazy
from ..vocab.headings import read_heading
from .builder import Builder

_SURE = "•●○◦▪▫■□▶►▸▹‣⁃∙⦁➢➤▌❖✦⚫◾◽🔹🔸🔷🔶🔘\uf000-\uf0ff"
"""Signs that only ever stand before an item (the last range is what symbol fonts leave behind)."""

_DOUBTFUL = "–—~→»§ØüÞ¨o?\ufffd>"
"""Signs that also begin other lines: an item only where a line before or after it begins the same."""

_PICTURES = "\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff"
"""Ticks, stars and emoji: an item only in a run of lines that each begin with one, not always the same."""

_FEWEST_WORDS = 4
"""A shorter line with a picture before a run of them is their heading (`🚀 What we offer`)."""

_LONGEST_ABOVE = 120
"""Letters of a heading: what is longer is not asked for."""

_LISTED = frozenset(("responsibilities", "requirements", "nice_to_have", "benefits"))
"""Kinds of headings under which lines of few words with pictures are items."""

_MARKER = lazy(
    rf"""
      (?P<dash> (?: \\?[-*+·] | &(?:bull|middot|\#8226|\#183); ) (?=[^\S\n]|$) )
    | (?P<sure> [{_SURE}]{{1,3}}\ufe0f? )
    | (?P<number> [0-9]{{1,3}} \\?[.)] (?=[^\S\n]|$) | [0-9]{{1,2}} [、．] | [(（][0-9]{{1,2}}[)）] )
    | (?P<letter> [a-z] \) (?=[^\S\n]) )
    | (?P<picture> [{_PICTURES}]\ufe0f?[\U0001f3fb-\U0001f3ff]? (?: \u200d[{_PICTURES}]\ufe0f? ){{0,3}} )
    | (?P<doubtful> [{_DOUBTFUL}] (?=[^\S\n]) | [→–] (?=\S) )
    | (?P<glued> [-*+·] (?=[^\W_]|[^\x00-\x7f]) | [0-9]{{1,2}}[.)] (?=[^\W\d_]) )
    """,
    re.VERBOSE | re.MULTILINE,
)
_BOX = lazy(r"\[[ xX]\][^\S\n]{1,40}")
_FIRST = lazy(r"\S")

_RANGES = ((0x2600, 0x27C0), (0x2B00, 0x2C00), (0xF000, 0xF100), (0x1F300, 0x1FB00))
MARKS = frozenset("\\-*+&·0123456789(（abcdefghijklmnopqrstuvwxyz" + _SURE + _DOUBTFUL).union(
    chr(code) for first, last in _RANGES for code in range(first, last)
)
"""First characters of lines that may be items."""


class Bullet(NamedTuple):
    """A marker and what it stands before."""

    sign: str  # what the markers of one list have in common: the sign itself, or `1` for numbers
    number: int  # of a numbered item, else 0
    content: int  # offset of the item's first character


def bullet_at(text: str, start: int, end: int, previous: str) -> Bullet | None:
    """The marker at `start`, behind the line's blanks. `previous` is the sign of the item before, or ''."""
    if text[start] in "-*+" and text.startswith(" ", start + 1):  # by far the commonest markers, and sure
        if text[start] == text[end - 1] == "*" and _is_starred(text, start + 2, end - 1, previous):
            return None
        return Bullet(text[start], 0, content_at(text, start + 2, end))
    match = _MARKER.match(text, start, end)
    if match is None:
        return None
    kind, mark = match.lastgroup, match[0]
    digits = mark.strip("(（)）.、．\\") if kind in ("number", "glued") else ""
    number = int(digits) if digits.isdigit() else 0
    sign = "1" if number or kind == "number" else _SIGNS.get(kind or "") or mark.lstrip("\\")
    if kind in _NOT_ALONE:
        below = _sign_below(text, end) if sign != previous or kind == "picture" else ("", "")
        if sign not in (previous, below[0]):
            return None
        listed = sign == previous or below[1] == mark or (kind == "picture" and _is_one_of_short(text, start, match.end(), end))
        if kind == "picture" and _is_title(text[match.end() : end].strip(), listed):
            return None
    return Bullet(sign, number, content_at(text, match.end(), end))


_SIGNS = {"letter": "a", "picture": "picture"}
_NOT_ALONE = frozenset(("doubtful", "glued", "letter", "picture"))


def _is_title(words: str, listed: bool) -> bool:
    """Whether a line with a picture before it is a heading; hardly where it is `listed` among its like."""
    if words.endswith((":", "：", " ?")) or (words.startswith("**") and words.endswith("**")):
        return True
    return not listed and words.count(" ") + 1 < _FEWEST_WORDS


def _is_starred(text: str, start: int, end: int, previous: str) -> bool:
    """Whether what stands between two stars is a heading (`* Required skills*`), and no item with a note below."""
    if end - start > _LONGEST_ABOVE or text.find("*", start, end) >= 0:
        return False
    found = read_heading(text[start:end])
    return found is not None and found.sure and (found.kind != "benefits" or previous != "*")


def is_one_of_marked(builder: Builder) -> bool:
    """Whether the open item, which is marked as a heading (`1. ### A test`), stands beside another such one."""
    text, below = builder.text, _FIRST.search(builder.text, builder.end)
    following = _MARKED.match(text, below.start()) if below else None
    beside = following is not None and builder.sign == ("1" if following["number"] else following[0][0])
    above = builder.blocks[-1] if builder.blocks else None
    after = above is not None and _MARKED.match(text, above.span.start, above.inner.start) is not None
    over_nothing = below is None or below[0] == "#"
    if (after and beside) or (over_nothing and above is not None and (after or above.kind == "item")):
        return True
    found = read_heading(text[builder.inner : builder.end])
    if found is None and (beside or after):
        return True
    goes_on = below is not None and below[0] == text[builder.start : builder.inner].lstrip()[:1] and _follows_marked(builder)
    return goes_on and (found is None or found.kind in _OFFERED)


def _follows_marked(builder: Builder) -> bool:
    """Whether one of the items right above is marked as a heading: `* ### Days off` before `* Tea`, `* ### Remote work`."""
    above = [*takewhile(lambda block: block.kind == "item", reversed(builder.blocks[-_FEW:]))]
    return any(_MARKED.match(builder.text, block.span.start, block.inner.start) for block in above)


_FEW = 4
"""Items above one that is marked as a heading, among which is another such one where it is none."""

_OFFERED = frozenset({"location", "salary", "benefits"})
"""Kinds of headings that also name an offer among others."""

_MARKED = lazy(r"[^\S\n]{0,20}(?:[-*+]|(?P<number>[0-9]{1,3})[.)])[^\S\n]{1,9}\#{1,6}[^\S\n]")
"""An item that is marked as a heading."""


def _is_one_of_short(text: str, start: int, at: int, end: int) -> bool:
    """Whether a line under a list's heading is over another with a picture and few words: `💰 Good pay`, but neither
    `🚀 Baker` over `📍 Leeds` nor a heading itself."""
    match = _MARKER.match(text, end + 1, end + 13)
    if match is None or match.lastgroup != "picture" or end - at > _LONGEST_ABOVE:
        return False
    stop = text.find("\n", match.end())
    below = text[match.end() : stop if stop >= 0 else len(text)]
    if below.strip().count(" ") + 1 >= _FEWEST_WORDS or read_heading(text[at:end]) is not None:
        return False
    above = text[max(0, start - _LONGEST_ABOVE) : start].rstrip()
    found = read_heading(above[above.rfind("\n") + 1 :])
    return found is not None and found.sure and found.kind in _LISTED


def content_at(text: str, at: int, end: int) -> int:
    """Where the item's words begin: behind blanks and the box of a task."""
    while at < end and text[at].isspace():
        at += 1
    box = _BOX.match(text, at, end) if text.startswith("[", at, end) else None
    return box.end() if box else at


def _sign_below(text: str, end: int) -> tuple[str, str]:
    """Sign and marker of the next line with anything on it."""
    first = _FIRST.search(text, end)
    match = _MARKER.match(text, first.start(), first.start() + 12) if first else None
    if match is None:
        return "", ""
    mark = match[0]
    return _SIGNS.get(match.lastgroup or "") or ("1" if mark[0].isdigit() else mark.lstrip("\\")), mark


# --- many items in one line -----------------------------------------------------------------------

_PARTING = "•●▪■➢✓✔✅▌❖\uf0b7\uf0a7"
_INLINE = lazy(rf"(?:^|(?<=\s)|(?<=[.;:!?]))[{_PARTING}](?=\s|[^\W\d_])")
_FEWEST_GLUED = {" * ": 4, " · ": 4, " - ": 6}  # dashes stand between words of prose too
_GLUED = {sign: lazy(re.escape(sign) + r"[^\S\n]{0,2}(?=[A-ZÀ-Þ0-9])") for sign in _FEWEST_GLUED}
"""Signs that part items only in a line of hundreds of characters, where they come again and again."""

_SHORTEST_PIECE = 24
"""Average length of text between `•` that is items; shorter pieces are a line such as `Berlin • Remote`."""

GLUED = 240
_GLUED_LINE = range(GLUED, 800)
"""Lengths of such lines; longer ones have lost their headings' line breaks too: sections cut them."""


def has_parting(text: str) -> bool:
    """Whether a text has a sign that can part any line into items."""
    return any(sign in text for sign in _PARTING)


def split_inline(text: str, start: int, end: int, parting: bool) -> list[int]:
    """Offsets of the bullets that part a line into items, where line breaks were lost; `[]` for a usual line.

    `parting` is what `has_parting` says of the whole text.
    """
    found = [match.start() for match in _INLINE.finditer(text, start, end)] if parting else []
    if len(found) < 2 and end - start in _GLUED_LINE:
        found = _glued(text, start, end)
    if len(found) < 2 or (end - found[0]) / len(found) < _SHORTEST_PIECE:
        return []
    return found


def _glued(text: str, start: int, end: int) -> list[int]:
    """Offsets of the sign that parts a long line; none where much between them is short."""
    for sign, fewest in _FEWEST_GLUED.items():
        if text.count(sign, start, end) >= fewest:
            found = [match.start() + 1 for match in _GLUED[sign].finditer(text, start, end)]
            short = sum(after - before < _SHORTEST_PIECE // 2 for before, after in pairwise(found))
            if len(found) >= fewest and short * 5 <= len(found):
                return found
    return []
